//! Earlier states of the register on this computer.

use kundbok_core::register::{Chosen, Differences, GenerationId, GenerationView};
use kundbok_core::session::Saved;
use tauri::State;

use crate::clock;
use crate::error::Answer;
use crate::state::Session;

#[tauri::command(async)]
pub fn list_generations(session: State<'_, Session>) -> Answer<Vec<GenerationView>> {
    Ok(session.with(|open| open.register.generations())?)
}

#[tauri::command(async)]
pub fn compare_generation(session: State<'_, Session>, id: GenerationId) -> Answer<Differences> {
    Ok(session.with(|open| open.register.compare(&id))?)
}

#[tauri::command(async)]
pub fn restore_generation(session: State<'_, Session>, id: GenerationId) -> Answer<Saved<()>> {
    Ok(session.with(|open| {
        let saved = open.register.restore_generation(&id, clock::now())?;
        open.begin_anew();
        Ok(saved)
    })?)
}

#[tauri::command(async)]
pub fn take_over(
    session: State<'_, Session>,
    id: GenerationId,
    chosen: Chosen,
) -> Answer<Saved<()>> {
    Ok(session.with(|open| {
        let saved = open.register.take_over(&id, chosen, clock::now())?;
        open.begin_anew();
        Ok(saved)
    })?)
}

/// She keeps the state that is open, whatever was found when it was opened.
#[tauri::command(async)]
pub fn keep_open(session: State<'_, Session>) -> Answer<()> {
    Ok(session.with(|open| open.register.keep_open())?)
}
