//! Suppliers, and the agreements they are asked to sign.

use kundbok_core::processing::suppliers::agreement::{self, AgreementPreview, SupplierAgreement};
use kundbok_core::processing::suppliers::presets::{self, SupplierPreset};
use kundbok_core::processing::suppliers::uses::{self, SupplierUses};
use kundbok_core::processing::suppliers::{
    self, EditSupplier, RemoveSupplier, SupplierFields, SupplierView,
};
use kundbok_core::register::{Action, Change};
use kundbok_core::seen::Seen;
use kundbok_core::session::Saved;
use kundbok_core::{Language, vault};
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::state::Session;
use crate::{chooser, clock};

#[tauri::command(async)]
pub fn list_suppliers(session: State<'_, Session>) -> Answer<Vec<SupplierView>> {
    Ok(session.read(suppliers::list)?)
}

#[tauri::command(async)]
pub fn supplier_presets(language: Language) -> Answer<Vec<SupplierPreset>> {
    Ok(presets::presets(language)?)
}

#[tauri::command(async)]
pub fn supplier_uses(session: State<'_, Session>, language: Language) -> Answer<SupplierUses> {
    Ok(session.read(|connection| uses::offered(connection, language))?)
}

#[tauri::command(async)]
pub fn add_supplier(
    session: State<'_, Session>,
    fields: SupplierFields,
) -> Answer<Saved<SupplierView>> {
    Ok(session.write(Action::AddSupplier, |connection, now| {
        let id = suppliers::add(connection, now, fields)?;
        Ok(Change::of_nobody(suppliers::view(connection, id)?))
    })?)
}

#[tauri::command(async)]
pub fn edit_supplier(
    session: State<'_, Session>,
    request: EditSupplier,
    seen: Seen,
) -> Answer<Saved<SupplierView>> {
    Ok(session.write(Action::EditSupplier, |connection, now| {
        let id = request.id;
        seen.expect(&suppliers::view(connection, id)?.seen)?;
        suppliers::edit(connection, now, request)?;
        Ok(Change::of_nobody(suppliers::view(connection, id)?))
    })?)
}

#[tauri::command(async)]
pub fn remove_supplier(
    session: State<'_, Session>,
    request: RemoveSupplier,
    seen: Seen,
) -> Answer<Saved<Vec<SupplierView>>> {
    Ok(session.write(Action::RemoveSupplier, |connection, _| {
        seen.expect_row(&suppliers::view(connection, request.id)?.seen)?;
        suppliers::remove(connection, &request)?;
        Ok(Change::of_nobody(suppliers::list(connection)?))
    })?)
}

#[tauri::command(async)]
pub fn preview_agreement(
    session: State<'_, Session>,
    request: SupplierAgreement,
) -> Answer<AgreementPreview> {
    let today = clock::now().naive_local().date();
    Ok(session.read(|connection| agreement::preview(connection, today, &request))?)
}

#[tauri::command(async)]
pub fn export_agreement(
    app: AppHandle,
    session: State<'_, Session>,
    request: SupplierAgreement,
) -> Answer<bool> {
    let today = clock::now().naive_local().date();
    let file = session.read(|connection| agreement::export(connection, today, &request))?;
    let Some(path) = session.ask(|| chooser::new_file(&app, &file.name, "PDF", "pdf"))? else {
        return Ok(false);
    };
    vault::export(&path, &file.bytes)?;
    Ok(true)
}

#[tauri::command(async)]
pub fn copy_agreement_mail(session: State<'_, Session>, request: SupplierAgreement) -> Answer<()> {
    let mail = session.read(|connection| agreement::mail(connection, &request))?;
    Ok(session.copy_plain(&mail.body)?)
}
