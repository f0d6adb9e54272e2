//! What has drifted apart.

use kundbok_core::processing::drift::{self, Drift};
use kundbok_core::register::{Action, Change};
use kundbok_core::session::Saved;
use kundbok_core::{Language, retention};
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
        Ok(Change { value: (), about })
    })?)
}
