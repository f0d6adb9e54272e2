//! What people are asked, and what they said.

use kundbok_core::consents::{
    self, ConsentUse, CustomerConsents, EditConsentText, ErasePhotos, GiveConsent, KeepNotes,
    PrintConsent, WithdrawConsent,
};
use kundbok_core::customers::CustomerId;
use kundbok_core::register::{Action, Change};
use kundbok_core::session::Saved;
use kundbok_core::{Language, vault};
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::state::Session;
use crate::{chooser, clock};

#[tauri::command(async)]
pub fn list_consents(session: State<'_, Session>, language: Language) -> Answer<Vec<ConsentUse>> {
    Ok(session.read(|connection| consents::list(connection, language))?)
}

#[tauri::command(async)]
pub fn edit_consent_text(
    session: State<'_, Session>,
    language: Language,
    request: EditConsentText,
) -> Answer<Saved<Vec<ConsentUse>>> {
    Ok(session.write(Action::EditConsents, |connection, now| {
        consents::edit_text(connection, now.naive_local().date(), request)?;
        Ok(Change::of_nobody(consents::list(connection, language)?))
    })?)
}

/// The paper to be signed. False when she cancelled.
#[tauri::command(async)]
pub fn print_consent(
    app: AppHandle,
    session: State<'_, Session>,
    request: PrintConsent,
) -> Answer<bool> {
    let today = clock::now().naive_local().date();
    let file = session.read(|connection| consents::print(connection, today, &request))?;
    let Some(path) = session.ask(|| chooser::new_file(&app, &file.name, "PDF", "pdf"))? else {
        return Ok(false);
    };
    vault::export(&path, &file.bytes)?;
    Ok(true)
}

#[tauri::command(async)]
pub fn customer_consents(
    session: State<'_, Session>,
    id: CustomerId,
    language: Language,
) -> Answer<CustomerConsents> {
    Ok(session.read(|connection| consents::of_customer(connection, id, language))?)
}

/// Answers the row, to be undone.
#[tauri::command(async)]
pub fn give_consent(session: State<'_, Session>, request: GiveConsent) -> Answer<Saved<u32>> {
    Ok(session.write(Action::GiveConsent, |connection, now| {
        let row = consents::give(connection, now, &request)?;
        Ok(Change::of(request.customer_id, row))
    })?)
}

/// Answers the row, to be undone.
#[tauri::command(async)]
pub fn withdraw_consent(
    session: State<'_, Session>,
    request: WithdrawConsent,
) -> Answer<Saved<u32>> {
    Ok(session.write(Action::WithdrawConsent, |connection, now| {
        let row = consents::withdraw(connection, now, &request)?;
        Ok(Change::of(request.customer_id, row))
    })?)
}

#[tauri::command(async)]
pub fn undo_consent(session: State<'_, Session>, row: u32) -> Answer<Saved<()>> {
    Ok(session.write(Action::UndoConsent, |connection, _| {
        Ok(Change::of(consents::undo(connection, row)?, ()))
    })?)
}

#[tauri::command(async)]
pub fn keep_notes(session: State<'_, Session>, request: KeepNotes) -> Answer<Saved<()>> {
    let id = request.customer_id;
    Ok(session.write(Action::EditCustomer, |connection, _| {
        consents::keep_notes(connection, request)?;
        Ok(Change::of(id, ()))
    })?)
}

/// What follows from a no was done, or was not after all.
#[tauri::command(async)]
pub fn follow_consent(session: State<'_, Session>, row: u32, is_done: bool) -> Answer<Saved<()>> {
    Ok(session.write(Action::EditCustomer, |connection, now| {
        let on = is_done.then(|| now.naive_local().date());
        let customer = consents::follow(connection, on, row)?;
        Ok(Change::of(customer, ()))
    })?)
}

#[tauri::command(async)]
pub fn erase_notes(session: State<'_, Session>, id: CustomerId) -> Answer<Saved<()>> {
    Ok(session.write(Action::EraseNotes, |connection, _| {
        consents::erase_notes(connection, id)?;
        Ok(Change::of(id, ()))
    })?)
}

#[tauri::command(async)]
pub fn erase_photos(session: State<'_, Session>, request: ErasePhotos) -> Answer<Saved<()>> {
    Ok(session.write(Action::RemoveAttachment, |connection, _| {
        consents::erase_photos(connection, &request)?;
        Ok(Change::of(request.customer_id, ()))
    })?)
}
