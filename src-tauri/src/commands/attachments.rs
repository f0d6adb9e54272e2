//! Files kept with customers. Their contents never pass through the window.

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
    let Some(path) = session.ask(|| chooser::any_file(&app))? else {
        return Ok(None);
    };
    Ok(session
        .with(|open| {
            open.register
                .add_attachment(customer_id, &path, clock::now())
        })
        .map(Some)?)
}

/// False when she cancelled.
#[tauri::command(async)]
pub fn save_attachment(app: AppHandle, session: State<'_, Session>, id: u32) -> Answer<bool> {
    let language = session.local.settings().language;
    let (row, name) = session.with(|open| {
        let row = open.register.attachment(id)?;
        let name = open
            .register
            .read(|connection| attachments::copy_name(connection, &row, language))?;
        Ok((row, name))
    })?;
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let kind = ending.to_uppercase();
    let Some(path) = session.ask(|| chooser::new_file(&app, &name, &kind, ending))? else {
        return Ok(false);
    };
    session.with(|open| open.register.export_attachment(&row, &path))?;
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
