//! What has drifted apart.

use kundbok_core::Language;
use kundbok_core::processing::drift::{self, Drift};
use tauri::State;

use crate::clock;
use crate::error::Answer;
use crate::state::Session;

#[tauri::command(async)]
pub fn look_for_drift(session: State<'_, Session>, language: Language) -> Answer<Vec<Drift>> {
    let today = clock::now().naive_local().date();
    Ok(session.read(|connection| drift::look(connection, today, language))?)
}
