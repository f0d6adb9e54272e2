//! Taking in a list of customers.

use std::path::Path;

use kundbok_core::customers::{known, take_in};
use kundbok_core::exchange::import::{AdjustImport, ConfirmImport, ImportDone, ImportPreview};
use kundbok_core::exchange::plan::{ImportPlan, identity};
use kundbok_core::exchange::table::MAX_BYTES;
use kundbok_core::processing::business;
use kundbok_core::register::{Action, Change};
use kundbok_core::session::Saved;
use kundbok_core::{Error, Result, Rule};
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::state::{Open, Session};
use crate::{chooser, clock};

#[tauri::command(async)]
pub fn choose_import_file(
    app: AppHandle,
    session: State<'_, Session>,
) -> Answer<Option<ImportPreview>> {
    let asked = session.ask(|| chooser::file(&app, "CSV", &["csv", "txt", "tsv"]))?;
    let Some(path) = asked else {
        return Ok(None);
    };
    let bytes = read(&path)?;
    Ok(Some(session.with(|open| plan(open, &bytes))?))
}

#[tauri::command(async)]
pub fn paste_import(session: State<'_, Session>, text: String) -> Answer<ImportPreview> {
    Ok(session.with(|open| plan(open, text.as_bytes()))?)
}

#[tauri::command(async)]
pub fn adjust_import(session: State<'_, Session>, request: AdjustImport) -> Answer<ImportPreview> {
    Ok(session.with(|open| {
        let known = open.register.read(known)?;
        let plan = open.import.as_mut().ok_or(Error::NotFound)?;
        plan.adjust(&request, |fields| {
            identity(fields).iter().any(|sign| known.contains(sign))
        })?;
        Ok(plan.preview())
    })?)
}

#[tauri::command(async)]
pub fn confirm_import(
    session: State<'_, Session>,
    request: ConfirmImport,
) -> Answer<Saved<ImportDone>> {
    let now = clock::now();
    Ok(session.with(|open| {
        let plan = open.import.as_ref().ok_or(Error::NotFound)?;
        let saved = open
            .register
            .write(now, Action::ImportCustomers, |connection| {
                let about = take_in(connection, now, plan, &request)?;
                let done = ImportDone {
                    added: u32::try_from(about.len()).unwrap_or(u32::MAX),
                    left_out: plan.left_out(),
                };
                Ok(Change::of_all(about, done))
            })?;
        open.import = None;
        Ok(saved)
    })?)
}

#[tauri::command(async)]
pub fn cancel_import(session: State<'_, Session>) -> Answer<()> {
    Ok(session.with(|open| {
        open.import = None;
        Ok(())
    })?)
}

fn plan(open: &mut Open, bytes: &[u8]) -> Result<ImportPreview> {
    let (home, known) = open
        .register
        .read(|connection| Ok((business::view(connection)?.country, known(connection)?)))?;
    let plan = ImportPlan::read(bytes, home, |fields| {
        identity(fields).iter().any(|sign| known.contains(sign))
    })?;
    let preview = plan.preview();
    open.import = Some(plan);
    Ok(preview)
}

/// Reads a file the person chose; one that is too large is refused by its size, unread.
fn read(path: &Path) -> Result<Vec<u8>> {
    let size = std::fs::metadata(path).map_err(|_| Error::FileFailed(Rule::Gone))?;
    if size.len() > MAX_BYTES as u64 {
        return Err(Error::FileFailed(Rule::TooLarge));
    }
    std::fs::read(path).map_err(|_| Error::FileFailed(Rule::Failed))
}
