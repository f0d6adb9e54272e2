//! The map of what is done with data.

use kundbok_core::Language;
use kundbok_core::processing::activities::{
    self, ActivityId, ActivityMap, AddActivity, AnswerQuestion, EditActivity,
};
use kundbok_core::register::{Action, Change, Connection};
use kundbok_core::seen::Seen;
use kundbok_core::session::Saved;
use tauri::State;

use crate::error::Answer;
use crate::state::Session;

#[tauri::command(async)]
pub fn view_map(session: State<'_, Session>, language: Language) -> Answer<ActivityMap> {
    Ok(session.read(|connection| activities::map(connection, language))?)
}

#[tauri::command(async)]
pub fn answer_question(
    session: State<'_, Session>,
    language: Language,
    request: AnswerQuestion,
) -> Answer<Saved<ActivityMap>> {
    change(&session, language, |connection| {
        activities::answer(connection, request)
    })
}

#[tauri::command(async)]
pub fn add_activity(
    session: State<'_, Session>,
    request: AddActivity,
) -> Answer<Saved<ActivityMap>> {
    change(&session, request.language, |connection| {
        activities::add(connection, request).map(drop)
    })
}

#[tauri::command(async)]
pub fn edit_activity(
    session: State<'_, Session>,
    request: EditActivity,
    seen: Seen,
) -> Answer<Saved<ActivityMap>> {
    change(&session, request.language, |connection| {
        seen.expect(&activities::seen(connection, request.id, request.language)?)?;
        activities::edit(connection, request)
    })
}

#[tauri::command(async)]
pub fn revert_activity(
    session: State<'_, Session>,
    language: Language,
    id: ActivityId,
) -> Answer<Saved<ActivityMap>> {
    change(&session, language, |connection| {
        activities::revert(connection, id)
    })
}

#[tauri::command(async)]
pub fn remove_activity(
    session: State<'_, Session>,
    language: Language,
    id: ActivityId,
) -> Answer<Saved<ActivityMap>> {
    change(&session, language, |connection| {
        activities::remove(connection, id)
    })
}

fn change(
    session: &Session,
    language: Language,
    change: impl FnOnce(&Connection) -> kundbok_core::Result<()>,
) -> Answer<Saved<ActivityMap>> {
    Ok(session.write(Action::EditMap, |connection, _| {
        change(connection)?;
        Ok(Change::of_nobody(activities::map(connection, language)?))
    })?)
}
