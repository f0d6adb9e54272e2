//! The privacy policy.

use kundbok_core::customers::{self, CustomerView};
use kundbok_core::documents::page::Page;
use kundbok_core::processing::letter::{self, WriteLetter};
use kundbok_core::processing::policy::{
    self, ExportPolicy, GivePolicy, KeepPolicyAddress, PolicyFormat, PolicyPreview, PolicyVersion,
};
use kundbok_core::register::{Action, Change};
use kundbok_core::session::Saved;
use kundbok_core::{Language, vault};
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::state::Session;
use crate::{chooser, clock};

#[tauri::command(async)]
pub fn preview_policy(session: State<'_, Session>, language: Language) -> Answer<PolicyPreview> {
    let today = clock::now().naive_local().date();
    Ok(session.read(|connection| policy::preview(connection, today, language))?)
}

#[tauri::command(async)]
pub fn adopt_policy(session: State<'_, Session>) -> Answer<Saved<PolicyVersion>> {
    Ok(session.write(Action::AdoptPolicy, |connection, now| {
        Ok(Change::of_nobody(policy::adopt(
            connection,
            now.naive_local().date(),
        )?))
    })?)
}

#[tauri::command(async)]
pub fn export_policy(
    app: AppHandle,
    session: State<'_, Session>,
    request: ExportPolicy,
) -> Answer<bool> {
    let file = session.read(|connection| policy::export(connection, &request))?;
    let kind = match request.format {
        PolicyFormat::Pdf => "PDF",
        PolicyFormat::Html => "HTML",
        PolicyFormat::Text => "TXT",
    };
    let extension = request.format.extension();
    let Some(path) = session.ask(|| chooser::new_file(&app, &file.name, kind, extension))? else {
        return Ok(false);
    };
    vault::export(&path, &file.bytes)?;
    Ok(true)
}

#[tauri::command(async)]
pub fn preview_short_policy(session: State<'_, Session>, language: Language) -> Answer<Vec<Page>> {
    let today = clock::now().naive_local().date();
    Ok(session.read(|connection| policy::preview_short(connection, today, language))?)
}

/// False when she cancelled.
#[tauri::command(async)]
pub fn save_short_policy(
    app: AppHandle,
    session: State<'_, Session>,
    language: Language,
) -> Answer<bool> {
    let today = clock::now().naive_local().date();
    let file = session.read(|connection| policy::export_short(connection, today, language))?;
    let Some(path) = session.ask(|| chooser::new_file(&app, &file.name, "PDF", "pdf"))? else {
        return Ok(false);
    };
    vault::export(&path, &file.bytes)?;
    Ok(true)
}

#[tauri::command(async)]
pub fn keep_policy_address(
    session: State<'_, Session>,
    request: KeepPolicyAddress,
) -> Answer<Saved<()>> {
    Ok(session.write(Action::EditPolicy, |connection, _| {
        policy::keep_address(connection, request)?;
        Ok(Change::of_nobody(()))
    })?)
}

/// False when she cancelled.
#[tauri::command(async)]
pub fn save_letter(
    app: AppHandle,
    session: State<'_, Session>,
    request: WriteLetter,
) -> Answer<bool> {
    let today = clock::now().naive_local().date();
    let file = session.read(|connection| letter::write(connection, today, request))?;
    let Some(path) = session.ask(|| chooser::new_file(&app, &file.name, "PDF", "pdf"))? else {
        return Ok(false);
    };
    vault::export(&path, &file.bytes)?;
    Ok(true)
}

#[tauri::command(async)]
pub fn give_policy(
    session: State<'_, Session>,
    request: GivePolicy,
) -> Answer<Saved<CustomerView>> {
    Ok(session.write(Action::GivePolicy, |connection, now| {
        let id = request.customer_id;
        policy::give(connection, now, &request)?;
        Ok(Change::of(id, customers::view(connection, id)?))
    })?)
}
