//! What an inspector would ask for: the record, the papers beside it, the binder.

use kundbok_core::binder::{self, BinderProgress, Paper, PaperPreview, SavePaper};
use kundbok_core::documents::PrintedFile;
use kundbok_core::processing::record::{RecordFacts, Security};
use kundbok_core::{Language, Result, vault};
use tauri::ipc::Channel;
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::state::{Open, Session};
use crate::{chooser, clock};

#[tauri::command(async)]
pub fn preview_paper(
    session: State<'_, Session>,
    paper: Paper,
    language: Language,
) -> Answer<PaperPreview> {
    let security = security(&session);
    Ok(session.with(|open| {
        let facts = gather(open, security, language)?;
        open.register
            .read(|connection| binder::preview(connection, &facts, paper))
    })?)
}

/// False when she cancelled. `progress` hears how far the binder is.
#[tauri::command(async)]
pub fn save_paper(
    app: AppHandle,
    session: State<'_, Session>,
    request: SavePaper,
    progress: Channel<BinderProgress>,
) -> Answer<bool> {
    let security = security(&session);
    let file = session.with(|open| {
        let facts = gather(open, security, request.language)?;
        open.register.read(|connection| {
            binder::print(connection, &facts, request.paper, &mut |step| {
                // A window that is gone waits for nothing.
                let _ = progress.send(step);
            })
        })
    })?;
    Ok(save(&app, &session, &file, "PDF", "pdf")?)
}

/// The record as a workbook. False when she cancelled.
#[tauri::command(async)]
pub fn save_workbook(
    app: AppHandle,
    session: State<'_, Session>,
    language: Language,
) -> Answer<bool> {
    let security = security(&session);
    let file = session.with(|open| binder::workbook(&gather(open, security, language)?))?;
    Ok(save(&app, &session, &file, "Excel", "xlsx")?)
}

fn save(
    app: &AppHandle,
    session: &Session,
    file: &PrintedFile,
    kind: &str,
    extension: &str,
) -> Result<bool> {
    let Some(path) = session.ask(|| chooser::new_file(app, &file.name, kind, extension))? else {
        return Ok(false);
    };
    vault::export(&path, &file.bytes)?;
    Ok(true)
}

fn gather(open: &Open, security: Security, language: Language) -> Result<RecordFacts> {
    let today = clock::now().naive_local().date();
    open.register
        .read(|connection| RecordFacts::gather(connection, security, language, today))
}

/// What is set on this computer.
fn security(session: &Session) -> Security {
    let settings = session.local.settings();
    Security {
        lock_after: settings.lock_after,
        backed_up_on: session
            .local
            .backup()
            .map(|backup| backup.at.naive_local().date()),
        backup_after: settings.backup_after,
    }
}
