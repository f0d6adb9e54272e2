//! A form that is half written.

use kundbok_core::drafts::Draft;
use tauri::State;

use crate::error::Answer;
use crate::state::Session;

#[tauri::command(async)]
pub fn keep_draft(session: State<'_, Session>, draft: Draft) -> Answer<()> {
    Ok(session.with(|open| {
        open.register.keep_draft(&draft)?;
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
    Ok(session.with(|open| {
        open.draft = None;
        open.register.drop_draft()
    })?)
}
