//! The contact log.

use kundbok_core::contacts::{self, EditContact, LogContact};
use kundbok_core::customers::{self, CustomerView};
use kundbok_core::register::{Action, Change};
use kundbok_core::seen::Seen;
use kundbok_core::session::Saved;
use tauri::State;

use crate::error::Answer;
use crate::state::Session;

#[tauri::command(async)]
pub fn log_contact(
    session: State<'_, Session>,
    request: LogContact,
    seen: Seen,
) -> Answer<Saved<CustomerView>> {
    Ok(session.write(Action::LogContact, |connection, now| {
        let id = request.customer_id;
        seen.expect_row(&customers::seen(connection, id)?)?;
        contacts::log(connection, now, request)?;
        Ok(Change::of(id, customers::view(connection, id)?))
    })?)
}

#[tauri::command(async)]
pub fn edit_contact(
    session: State<'_, Session>,
    request: EditContact,
    seen: Seen,
) -> Answer<Saved<CustomerView>> {
    Ok(session.write(Action::EditContact, |connection, now| {
        seen.expect(&contacts::seen(connection, request.id)?)?;
        let id = contacts::edit(connection, now, request)?;
        Ok(Change::of(id, customers::view(connection, id)?))
    })?)
}
