//! The business.

use kundbok_core::processing::business::{self, Business};
use kundbok_core::register::{Action, Change};
use kundbok_core::session::Saved;
use tauri::State;

use crate::error::Answer;
use crate::state::Session;

#[tauri::command(async)]
pub fn view_business(session: State<'_, Session>) -> Answer<Business> {
    Ok(session.read(business::view)?)
}

#[tauri::command(async)]
pub fn edit_business(session: State<'_, Session>, business: Business) -> Answer<Saved<Business>> {
    Ok(session.write(Action::EditBusiness, |connection, _| {
        business::edit(connection, business)?;
        Ok(Change::of_nobody(business::view(connection)?))
    })?)
}
