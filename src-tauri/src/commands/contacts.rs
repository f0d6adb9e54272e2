//! The contact log.

use kundbok_core::contacts::{self, EditContact, LogContact};
use kundbok_core::customers::{self, CustomerView};
use kundbok_core::register::{Action, Change};
use kundbok_core::session::Saved;
use tauri::State;

use crate::error::Answer;
use crate::state::Session;

#[tauri::command(async)]
pub fn log_contact(
    session: State<'_, Session>,
    request: LogContact,
) -> Answer<Saved<CustomerView>> {
    Ok(session.write(Action::LogContact, |connection, now| {
        let id = request.customer_id;
        contacts::log(connection, now, request)?;
        Ok(Change::of(id, customers::view(connection, id)?))
    })?)
}

#[tauri::command(async)]
pub fn edit_contact(
    session: State<'_, Session>,
    request: EditContact,
) -> Answer<Saved<CustomerView>> {
    Ok(session.write(Action::EditContact, |connection, now| {
        let id = contacts::edit(connection, now, request)?;
        Ok(Change::of(id, customers::view(connection, id)?))
    })?)
}
