//! Earlier states of the register on this computer.

use kundbok_core::Result;
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
    Ok(restore(&session, &id)?)
}

fn restore(session: &Session, id: &GenerationId) -> Result<Saved<()>> {
    session.with(|open| {
        let saved = open.register.restore_generation(id, clock::now())?;
        open.begin_anew();
        Ok(saved)
    })
}

#[tauri::command(async)]
pub fn take_over(
    session: State<'_, Session>,
    id: GenerationId,
    chosen: Chosen,
) -> Answer<Saved<()>> {
    Ok(take(&session, &id, chosen)?)
}

fn take(session: &Session, id: &GenerationId, chosen: Chosen) -> Result<Saved<()>> {
    session.with(|open| {
        let saved = open.register.take_over(id, chosen, clock::now())?;
        open.begin_anew();
        Ok(saved)
    })
}

/// She keeps the state that is open, whatever was found when it was opened.
#[tauri::command(async)]
pub fn keep_open(session: State<'_, Session>) -> Answer<()> {
    Ok(session.with(|open| open.register.keep_open(clock::now()))?)
}

#[cfg(test)]
mod tests {
    use super::super::session::create;
    use super::super::session::tests::{list, request, session_in};
    use super::*;
    use kundbok_core::Error;

    #[test]
    fn what_was_begun_before_another_state_was_put_back_counts_no_more() {
        let root = tempfile::tempdir().unwrap();
        let session = session_in(root.path());
        create(&session, request()).unwrap();
        let id = session.with(|open| Ok(open.register.generations()?[0].id.clone()));
        let id = id.unwrap();
        let put_back: [&dyn Fn() -> Result<Saved<()>>; 2] = [&|| restore(&session, &id), &|| {
            take(&session, &id, Chosen::default())
        }];
        for put_back in put_back {
            session.lock().as_mut().unwrap().import = Some(list());
            let answered = session.ask(|| put_back().map(drop).unwrap());
            assert!(matches!(answered, Err(Error::Changed)));
            assert!(session.lock().as_ref().unwrap().import.is_none());
        }
    }
}
