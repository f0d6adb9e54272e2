//! Handing over one's data.

use kundbok_core::Error;
use kundbok_core::register::{Action, Change};
use kundbok_core::requests::handover::{
    self, HandOver, HandOverPreview, HandedOver, PrepareHandOver,
};
use kundbok_core::session::Saved;
use tauri::{AppHandle, State};
use tauri_plugin_opener::OpenerExt;

use crate::error::Answer;
use crate::state::Session;
use crate::{chooser, clock};

#[tauri::command(async)]
pub fn prepare_hand_over(
    session: State<'_, Session>,
    request: PrepareHandOver,
    locked: bool,
) -> Answer<HandOverPreview> {
    let now = clock::now();
    Ok(session.read(|connection| handover::prepare(connection, now, &request, locked))?)
}

#[tauri::command(async)]
pub fn hand_over(
    app: AppHandle,
    session: State<'_, Session>,
    request: HandOver,
) -> Answer<Option<Saved<HandedOver>>> {
    let now = clock::now();
    let make = || -> kundbok_core::Result<_> {
        let (draft, attachments) = session.with(|open| {
            let register = &open.register;
            let draft = register.read(|connection| handover::draft(connection, now, &request))?;
            Ok((draft, register.attachments()))
        })?;
        // Files may be large: the register is free for other things while they are read.
        Ok((draft.make(&attachments)?, attachments))
    };
    // What is refused is refused before she is asked where to. Nothing of hers outlasts a register
    // that is locked while the dialog is open: it is made again then.
    drop(make()?);
    let Some(chosen) = session.ask(|| chooser::folder(&app))? else {
        return Ok(None);
    };
    let (copy, attachments) = make()?;
    // Removed again when the log cannot be saved: what is handed over is logged.
    let (written, folder) = copy.write(&chosen, &attachments, now)?;
    let saved = session.write(Action::HandOver, |connection, _| {
        handover::log(connection, now, &request, &copy)?;
        Ok(Change::of(
            request.prepared.customer_id,
            HandedOver {
                folder,
                files: copy.names().map(str::to_owned).collect(),
            },
        ))
    })?;
    let kept = written.keep();
    // It is handed over, whether it was locked meanwhile or not.
    let _ = session.with(|open| {
        open.handed_over = Some(kept);
        Ok(())
    });
    Ok(Some(saved))
}

#[tauri::command(async)]
pub fn show_handed_over(app: AppHandle, session: State<'_, Session>) -> Answer<()> {
    let folder = session.with(|open| open.handed_over.clone().ok_or(Error::NotFound))?;
    app.opener()
        .open_path(folder.to_string_lossy(), None::<&str>)
        .map_err(|_| Error::NotFound)?;
    Ok(())
}
