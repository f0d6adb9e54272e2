//! A form that is half written.

use kundbok_core::drafts::{self, Draft};
use kundbok_core::store;
use tauri::State;

use crate::error::Answer;
use crate::state::Session;

#[tauri::command(async)]
pub fn keep_draft(session: State<'_, Session>, draft: Draft) -> Answer<()> {
    let (folder, _) = session.local.register_folder();
    Ok(session.with(|open| {
        let row = open.register.read(store::register::find)?;
        drafts::keep(&folder, &row.recipients, &draft)?;
        open.draft = Some(draft);
        Ok(())
    })?)
}

#[tauri::command(async)]
pub fn find_draft(session: State<'_, Session>) -> Answer<Option<Draft>> {
    Ok(session.with(|open| Ok(open.draft.clone()))?)
}

#[tauri::command(async)]
pub fn drop_draft(session: State<'_, Session>) -> Answer<()> {
    let (folder, _) = session.local.register_folder();
    Ok(session.with(|open| {
        open.draft = None;
        drafts::drop_kept(&folder)
    })?)
}
