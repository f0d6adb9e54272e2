//! Customers.

use kundbok_core::customers::{
    self, CustomerFields, CustomerId, CustomerList, CustomerView, EditCustomer, ListCustomers,
};
use kundbok_core::register::{Action, Change};
use kundbok_core::seen::Seen;
use kundbok_core::session::Saved;
use tauri::State;

use crate::error::Answer;
use crate::state::Session;

#[tauri::command(async)]
pub fn list_customers(session: State<'_, Session>, request: ListCustomers) -> Answer<CustomerList> {
    Ok(session.with(|open| Ok(open.register.list(&request)))?)
}

#[tauri::command(async)]
pub fn open_customer(session: State<'_, Session>, id: CustomerId) -> Answer<CustomerView> {
    Ok(session.read(|connection| customers::view(connection, id))?)
}

#[tauri::command(async)]
pub fn add_customer(
    session: State<'_, Session>,
    fields: CustomerFields,
) -> Answer<Saved<CustomerView>> {
    Ok(session.write(Action::AddCustomer, |connection, now| {
        let id = customers::add(connection, now, fields)?;
        Ok(Change::of(id, customers::view(connection, id)?))
    })?)
}

#[tauri::command(async)]
pub fn edit_customer(
    session: State<'_, Session>,
    request: EditCustomer,
    seen: Seen,
) -> Answer<Saved<CustomerView>> {
    Ok(session.write(Action::EditCustomer, |connection, now| {
        let id = request.id;
        seen.expect(&customers::seen(connection, id)?)?;
        customers::edit(connection, now, request)?;
        Ok(Change::of(id, customers::view(connection, id)?))
    })?)
}
