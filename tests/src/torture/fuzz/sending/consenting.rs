//! Requests about who was informed, and who said yes.

use kundbok_core::Language;
use kundbok_core::consents::{self, EditConsentText, GiveConsent, KeepNotes, WithdrawConsent};
use kundbok_core::customers::CustomerId;
use kundbok_core::informed::{self, GiveToMany};
use kundbok_core::register::{Action, Change, Register};
use serde_json::Value;

use super::super::super::scene::now;
use super::{Came, changed, read, write};

/// Sends one of them.
pub fn send(register: &mut Register, command: &str, request: &Value) -> Option<Came> {
    let today = now().date_naive();
    Some(match command {
        "give_to_many" => write(
            register,
            Action::GivePolicy,
            request,
            |connection, request: GiveToMany| {
                informed::give(connection, now(), &request)?;
                Ok(Change::of_all(request.customers, ()))
            },
        ),
        "take_back_given" => write(
            register,
            Action::TakeBackPolicy,
            request,
            |connection, rows: Vec<u32>| {
                let about = informed::take_back(connection, &rows)?;
                Ok(Change::of_all(about, ()))
            },
        ),
        "edit_consent_text" => changed(
            register,
            Action::EditConsents,
            request,
            |connection, request: EditConsentText| {
                consents::edit_text(connection, today, request).map(drop)
            },
        ),
        "customer_consents" => read(request, |(id, language): (CustomerId, Language)| {
            register.read(|connection| consents::of_customer(connection, id, language))
        }),
        "give_consent" => write(
            register,
            Action::GiveConsent,
            request,
            |connection, request: GiveConsent| {
                consents::give(connection, now(), &request)?;
                Ok(Change::of(request.customer_id, ()))
            },
        ),
        "withdraw_consent" => write(
            register,
            Action::WithdrawConsent,
            request,
            |connection, request: WithdrawConsent| {
                consents::withdraw(connection, now(), &request)?;
                Ok(Change::of(request.customer_id, ()))
            },
        ),
        "undo_consent" => write(
            register,
            Action::UndoConsent,
            request,
            |connection, row: u32| Ok(Change::of(consents::undo(connection, row)?, ())),
        ),
        "keep_notes" => write(
            register,
            Action::EditCustomer,
            request,
            |connection, request: KeepNotes| {
                let id = request.customer_id;
                consents::keep_notes(connection, request)?;
                Ok(Change::of(id, ()))
            },
        ),
        "follow_consent" => write(
            register,
            Action::EditCustomer,
            request,
            |connection, (row, is_done): (u32, bool)| {
                let on = is_done.then_some(today);
                Ok(Change::of(consents::follow(connection, on, row)?, ()))
            },
        ),
        _ => return None,
    })
}
