//! Files kept with customers. Their contents never pass through the window.

use std::path::Path;

use kundbok_core::Result;
use kundbok_core::attachments::{self, RemoveAttachment};
use kundbok_core::customers::{self, CustomerId, CustomerView};
use kundbok_core::register::{Action, Change};
use kundbok_core::session::Saved;
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::state::Session;
use crate::{chooser, clock};

/// `None` when she cancelled.
#[tauri::command(async)]
pub fn add_attachment(
    app: AppHandle,
    session: State<'_, Session>,
    customer_id: CustomerId,
) -> Answer<Option<Saved<CustomerView>>> {
    let Some(path) = chooser::any_file(&app) else {
        return Ok(None);
    };
    Ok(Some(add(&session, customer_id, &path)?))
}

/// The register is free for other things while the file is read and sealed.
fn add(session: &Session, customer_id: CustomerId, path: &Path) -> Result<Saved<CustomerView>> {
    let expected = session.with(|open| open.register.expect_attachment(customer_id))?;
    let new = expected.read(path)?;
    session.with(|open| open.register.add_attachment(new, clock::now()))
}

/// False when she cancelled.
#[tauri::command(async)]
pub fn save_attachment(app: AppHandle, session: State<'_, Session>, id: u32) -> Answer<bool> {
    let name = session.with(|open| Ok(attachments::copy_name(&open.register.attachment(id)?)))?;
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let Some(path) = chooser::new_file(&app, &name, &ending.to_uppercase(), ending) else {
        return Ok(false);
    };
    // What opens it is asked for now: it must not outlast a register that was locked meanwhile.
    let (folders, row) =
        session.with(|open| Ok((open.register.attachments(), open.register.attachment(id)?)))?;
    folders.export(&row.sealed, &path)?;
    Ok(true)
}

#[tauri::command(async)]
pub fn remove_attachment(
    session: State<'_, Session>,
    request: RemoveAttachment,
) -> Answer<Saved<CustomerView>> {
    Ok(session.write(Action::RemoveAttachment, |connection, _| {
        let id = attachments::remove(connection, request)?;
        Ok(Change::of(id, customers::view(connection, id)?))
    })?)
}

/// Moves files that belong to nobody out of the way.
#[tauri::command(async)]
pub fn set_unowned_aside(session: State<'_, Session>) -> Answer<()> {
    Ok(session.with(|open| open.register.set_unowned_aside())?)
}
