//! The clauses of the privacy policy. Each command answers the policy screen as it then is.

use kundbok_core::Language;
use kundbok_core::documents::page::Page;
use kundbok_core::processing::clauses::{
    self, AddClause, ClauseId, EditClause, LeaveOutClause, MoveClause,
};
use kundbok_core::processing::policy::{self, PolicyPreview, PreviewClause};
use kundbok_core::register::{Action, Change, Connection};
use kundbok_core::seen::Seen;
use kundbok_core::session::Saved;
use tauri::State;

use crate::clock;
use crate::error::Answer;
use crate::state::Session;

#[tauri::command(async)]
pub fn preview_clause(session: State<'_, Session>, request: PreviewClause) -> Answer<Vec<Page>> {
    let today = clock::now().naive_local().date();
    Ok(session.read(|connection| policy::preview_clause(connection, today, request))?)
}

#[tauri::command(async)]
pub fn add_clause(session: State<'_, Session>, request: AddClause) -> Answer<Saved<PolicyPreview>> {
    change(&session, request.language, |connection| {
        clauses::add(connection, request).map(drop)
    })
}

#[tauri::command(async)]
pub fn edit_clause(
    session: State<'_, Session>,
    request: EditClause,
    seen: Seen,
) -> Answer<Saved<PolicyPreview>> {
    change(&session, request.language, |connection| {
        seen.expect(&clauses::seen(connection, request.id, request.language)?)?;
        clauses::edit(connection, request)
    })
}

#[tauri::command(async)]
pub fn revert_clause(
    session: State<'_, Session>,
    language: Language,
    id: ClauseId,
) -> Answer<Saved<PolicyPreview>> {
    change(&session, language, |connection| {
        clauses::revert(connection, id, language)
    })
}

#[tauri::command(async)]
pub fn move_clause(
    session: State<'_, Session>,
    language: Language,
    request: MoveClause,
) -> Answer<Saved<PolicyPreview>> {
    change(&session, language, |connection| {
        clauses::move_to(connection, request)
    })
}

#[tauri::command(async)]
pub fn leave_out_clause(
    session: State<'_, Session>,
    language: Language,
    request: LeaveOutClause,
) -> Answer<Saved<PolicyPreview>> {
    change(&session, language, |connection| {
        clauses::leave_out(connection, request)
    })
}

#[tauri::command(async)]
pub fn remove_clause(
    session: State<'_, Session>,
    language: Language,
    id: ClauseId,
) -> Answer<Saved<PolicyPreview>> {
    change(&session, language, |connection| {
        clauses::remove(connection, id)
    })
}

fn change(
    session: &Session,
    language: Language,
    change: impl FnOnce(&Connection) -> kundbok_core::Result<()>,
) -> Answer<Saved<PolicyPreview>> {
    Ok(session.write(Action::EditPolicy, |connection, now| {
        change(connection)?;
        let today = now.naive_local().date();
        Ok(Change::of_nobody(policy::preview(
            connection, today, language,
        )?))
    })?)
}
