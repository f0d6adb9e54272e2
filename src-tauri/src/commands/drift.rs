//! What has drifted apart.

use kundbok_core::Language;
use kundbok_core::processing::drift::{self, Drift};
use kundbok_core::register::{Action, Change};
use kundbok_core::retention::{self, EraseCustomers};
use kundbok_core::session::Saved;
use tauri::State;

use crate::clock;
use crate::error::Answer;
use crate::state::Session;

#[tauri::command(async)]
pub fn look_for_drift(session: State<'_, Session>, language: Language) -> Answer<Vec<Drift>> {
    let today = clock::now().naive_local().date();
    Ok(session.read(|connection| drift::look(connection, today, language))?)
}

#[tauri::command(async)]
pub fn erase_purchases(session: State<'_, Session>) -> Answer<Saved<()>> {
    Ok(session.write(Action::ErasePurchases, |connection, now| {
        let about = retention::erase_purchases(connection, now.naive_local().date())?;
        Ok(Change::of_all(about, ()))
    })?)
}

#[tauri::command(async)]
pub fn erase_customers(session: State<'_, Session>, request: EraseCustomers) -> Answer<Saved<()>> {
    Ok(session.write(Action::EraseCustomers, |connection, now| {
        let today = now.naive_local().date();
        let erased = retention::erase_customers(connection, today, &request)?;
        Ok(Change {
            value: (),
            about: erased.kept,
            gone: erased.gone,
        })
    })?)
}
