//! The commands, one file for each subject. A command takes the session, calls one function of the
//! core and maps the error. All are asynchronous: none may hold up the window's own thread.

#![allow(clippy::needless_pass_by_value)] // Tauri hands commands their arguments by value.

mod activities;
mod attachments;
mod binder;
mod business;
mod clauses;
mod consents;
mod contacts;
mod customers;
mod drafts;
mod drift;
mod hand_over;
mod history;
mod import;
mod informed;
mod policy;
mod purchases;
mod safety;
mod session;
mod settings;
mod suppliers;

use tauri::Wry;
use tauri::ipc::Invoke;

/// Every command that the window may call.
#[allow(clippy::too_many_lines)] // A list of them, a line each.
pub fn all() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        session::start,
        session::measure_passphrase,
        session::suggest_passphrases,
        session::set_up,
        session::copy_recovery_key,
        session::unlock,
        session::wait_to_unlock,
        session::unlock_with_recovery_key,
        session::restore_register,
        session::restore_register_with_recovery_key,
        session::replace_passphrase,
        session::choose_register,
        session::lock,
        session::listen,
        session::read_again,
        session::close_window,
        session::note_input,
        history::list_generations,
        history::compare_generation,
        history::restore_generation,
        history::take_over,
        history::keep_open,
        safety::view_safety,
        safety::change_passphrase,
        safety::replace_register_key,
        safety::make_recovery_sheet,
        safety::save_recovery_sheet,
        safety::test_recovery_key,
        safety::reseal_generations,
        safety::back_up,
        safety::choose_backup,
        safety::restore_backup,
        safety::restore_backup_with_recovery_key,
        settings::change_settings,
        drafts::keep_draft,
        drafts::find_draft,
        drafts::drop_draft,
        business::view_business,
        business::edit_business,
        customers::list_customers,
        customers::open_customer,
        customers::add_customer,
        customers::edit_customer,
        purchases::add_purchase,
        purchases::edit_purchase,
        contacts::log_contact,
        contacts::edit_contact,
        attachments::add_attachment,
        attachments::save_attachment,
        attachments::remove_attachment,
        attachments::set_unowned_aside,
        import::choose_import_file,
        import::paste_import,
        import::adjust_import,
        import::confirm_import,
        import::cancel_import,
        hand_over::prepare_hand_over,
        hand_over::hand_over,
        hand_over::show_handed_over,
        drift::look_for_drift,
        drift::erase_purchases,
        drift::erase_customers,
        activities::view_map,
        activities::answer_question,
        activities::add_activity,
        activities::edit_activity,
        activities::revert_activity,
        activities::remove_activity,
        clauses::preview_clause,
        clauses::add_clause,
        clauses::edit_clause,
        clauses::revert_clause,
        clauses::move_clause,
        clauses::leave_out_clause,
        clauses::remove_clause,
        policy::preview_policy,
        policy::adopt_policy,
        policy::export_policy,
        policy::preview_short_policy,
        policy::save_short_policy,
        policy::keep_policy_address,
        policy::give_policy,
        policy::save_letter,
        suppliers::list_suppliers,
        suppliers::supplier_presets,
        suppliers::supplier_uses,
        suppliers::add_supplier,
        suppliers::edit_supplier,
        suppliers::remove_supplier,
        suppliers::preview_agreement,
        suppliers::export_agreement,
        suppliers::copy_agreement_mail,
        binder::preview_paper,
        binder::save_paper,
        binder::save_workbook,
        informed::list_informed,
        informed::give_to_many,
        informed::take_back_given,
        informed::save_letters,
        informed::stop_letters,
        consents::list_consents,
        consents::edit_consent_text,
        consents::print_consent,
        consents::customer_consents,
        consents::give_consent,
        consents::withdraw_consent,
        consents::undo_consent,
        consents::keep_notes,
        consents::follow_consent,
        consents::erase_notes,
        consents::erase_photos,
    ]
}
