//! Purchases.

use kundbok_core::customers::{self, CustomerView};
use kundbok_core::purchases::{self, AddPurchase, EditPurchase};
use kundbok_core::register::{Action, Change};
use kundbok_core::seen::Seen;
use kundbok_core::session::Saved;
use tauri::State;

use crate::error::Answer;
use crate::state::Session;

#[tauri::command(async)]
pub fn add_purchase(
    session: State<'_, Session>,
    request: AddPurchase,
    seen: Seen,
) -> Answer<Saved<CustomerView>> {
    Ok(session.write(Action::AddPurchase, |connection, now| {
        let id = request.customer_id;
        seen.expect_row(&customers::seen(connection, id)?)?;
        purchases::add(connection, now, request)?;
        Ok(Change::of(id, customers::view(connection, id)?))
    })?)
}

#[tauri::command(async)]
pub fn edit_purchase(
    session: State<'_, Session>,
    request: EditPurchase,
    seen: Seen,
) -> Answer<Saved<CustomerView>> {
    Ok(session.write(Action::EditPurchase, |connection, now| {
        seen.expect(&purchases::seen(connection, request.id)?)?;
        let id = purchases::edit(connection, now, request)?;
        Ok(Change::of(id, customers::view(connection, id)?))
    })?)
}
