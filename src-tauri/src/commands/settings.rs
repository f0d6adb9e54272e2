//! Settings of this computer.

use kundbok_core::session::Settings;
use tauri::State;

use crate::error::Answer;
use crate::state::Session;

#[tauri::command(async)]
pub fn change_settings(session: State<'_, Session>, settings: Settings) -> Answer<Settings> {
    let settings = session.local.change(settings)?;
    if let Some(open) = session.lock().as_mut() {
        open.register.set_language(settings.language)?;
        open.idle.set_limit(settings.lock_after);
    }
    Ok(settings)
}
