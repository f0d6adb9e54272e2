//! Handing over one's data.

use std::path::Path;

use chrono::{DateTime, FixedOffset};
use kundbok_core::register::{Action, Change};
use kundbok_core::requests::handover::{
    self, Copy, HandOver, HandOverPreview, HandedOver, PrepareHandOver,
};
use kundbok_core::session::Saved;
use kundbok_core::vault::{AttachmentFolders, ExportFolder};
use kundbok_core::{Error, Result};
use tauri::{AppHandle, State};
use tauri_plugin_opener::OpenerExt;

use crate::error::Answer;
use crate::state::Session;
use crate::{chooser, clock};

#[tauri::command(async)]
pub fn prepare_hand_over(
    session: State<'_, Session>,
    request: PrepareHandOver,
) -> Answer<HandOverPreview> {
    let now = clock::now();
    Ok(session.read(|connection| handover::prepare(connection, now, &request))?)
}

#[tauri::command(async)]
pub fn hand_over(
    app: AppHandle,
    session: State<'_, Session>,
    request: HandOver,
) -> Answer<Option<Saved<HandedOver>>> {
    let now = clock::now();
    let (copy, attachments) = session.with(|open| {
        let attachments = open.register.attachments();
        let copy = open
            .register
            .read(|connection| handover::make(connection, attachments, now, &request))?;
        Ok((copy, attachments.clone()))
    })?;
    let Some(chosen) = chooser::folder(&app) else {
        return Ok(None);
    };
    // Removed again when the log cannot be saved: what is handed over is logged.
    let (written, folder) = write(&chosen, &copy, &attachments, now)?;
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
    session.with(|open| {
        open.handed_over = Some(written.keep());
        Ok(())
    })?;
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

/// Writes the files into a new folder, named by customer number and day and never by a name. A
/// folder that is there already is left alone and the next free number taken.
fn write(
    chosen: &Path,
    copy: &Copy,
    attachments: &AttachmentFolders,
    now: DateTime<FixedOffset>,
) -> Result<(ExportFolder, String)> {
    let base = format!("{}-{}", copy.number, now.format("%Y-%m-%d"));
    let name = std::iter::once(base.clone())
        .chain((2..1000).map(|n| format!("{base}-{n}")))
        .find(|name| chosen.join(name).symlink_metadata().is_err())
        .ok_or(Error::Internal("folder name"))?;
    let mut folder = ExportFolder::make(chosen.join(&name))?;
    for file in &copy.files {
        folder.write(&file.name, &file.bytes)?;
    }
    if !copy.attachments.is_empty() {
        folder.make_within(handover::ATTACHMENTS)?;
    }
    for enclosed in &copy.attachments {
        folder.write_with(&enclosed.path, |to| attachments.read(&enclosed.sealed, to))?;
    }
    Ok((folder, name))
}
