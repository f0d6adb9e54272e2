//! Files kept with customers and suppliers. Their contents never pass through the window.

use std::path::Path;

use kundbok_core::Result;
use kundbok_core::attachments::{self, AttachmentView, Owner, RemoveAttachment};
use kundbok_core::register::{Action, Change};
use kundbok_core::session::Saved;
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::state::Session;
use crate::{chooser, clock};

/// Answers all that are kept there; `None` when she cancelled.
#[tauri::command(async)]
pub fn add_attachment(
    app: AppHandle,
    session: State<'_, Session>,
    owner: Owner,
) -> Answer<Option<Saved<Vec<AttachmentView>>>> {
    let Some(path) = session.ask(|| chooser::any_file(&app))? else {
        return Ok(None);
    };
    Ok(Some(add(&session, owner, &path)?))
}

/// The register is free for other things while the file is read and sealed.
fn add(session: &Session, owner: Owner, path: &Path) -> Result<Saved<Vec<AttachmentView>>> {
    let expected = session.with(|open| open.register.expect_attachment(owner))?;
    let new = expected.read(path)?;
    session.with(|open| open.register.add_attachment(new, clock::now()))
}

/// False when she cancelled.
#[tauri::command(async)]
pub fn save_attachment(app: AppHandle, session: State<'_, Session>, id: u32) -> Answer<bool> {
    let language = session.local.settings().language;
    let name = session.with(|open| {
        let row = open.register.attachment(id)?;
        open.register
            .read(|connection| attachments::copy_name(connection, &row, language))
    })?;
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let kind = ending.to_uppercase();
    let Some(path) = session.ask(|| chooser::new_file(&app, &name, &kind, ending))? else {
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
) -> Answer<Saved<Vec<AttachmentView>>> {
    Ok(session.write(Action::RemoveAttachment, |connection, _| {
        let owner = attachments::remove(connection, request)?;
        let left = attachments::view(connection, owner)?;
        Ok(Change::with(owner, left))
    })?)
}

/// Moves files that belong to nobody out of the way.
#[tauri::command(async)]
pub fn set_unowned_aside(session: State<'_, Session>) -> Answer<()> {
    Ok(session.with(|open| open.register.set_unowned_aside())?)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::thread;
    use std::time::{Duration, Instant};

    use kundbok_core::Error;
    use kundbok_core::customers::{self, CustomerFields, CustomerId, Source};
    use kundbok_core::processing::business;

    use super::super::session::create;
    use super::super::session::tests::{request, session_in};
    use super::*;

    /// A session with one customer, and a file that takes a while to be sealed.
    fn with_large_file(folder: &Path) -> (Session, CustomerId, std::path::PathBuf) {
        let session = session_in(folder);
        create(&session, request()).unwrap();
        let added = session.write(Action::AddCustomer, |connection, now| {
            let fields = CustomerFields {
                given_name: "Elin".to_owned(),
                family_name: String::new(),
                phones: Vec::new(),
                emails: Vec::new(),
                addresses: Vec::new(),
                birthday: None,
                language: None,
                source: Source::Person,
                source_detail: String::new(),
                tags: Vec::new(),
                notes: String::new(),
            };
            let id = customers::add(connection, now, fields)?;
            Ok(Change::of(id, id))
        });
        let path = folder.join("film.mov");
        fs::write(&path, vec![7; 40_000_000]).unwrap();
        (session, added.unwrap().value, path)
    }

    fn sealed_in(session: &Session) -> usize {
        let folder = session.local.register_folder().0;
        let found = fs::read_dir(folder.path().join("attachments"));
        found.map_or(0, Iterator::count)
    }

    #[test]
    fn the_register_answers_while_a_large_file_is_being_added() {
        let root = tempfile::tempdir().unwrap();
        let (session, customer, path) = with_large_file(root.path());
        let begun = Instant::now();
        let mut waits = Vec::new();
        thread::scope(|scope| {
            let adding = scope.spawn(|| add(&session, customer.into(), &path).unwrap());
            while !adding.is_finished() {
                let asked = Instant::now();
                session.read(business::view).unwrap();
                waits.push(asked.elapsed());
                thread::sleep(Duration::from_millis(5));
            }
        });
        let longest = waits.iter().max().unwrap();
        assert!(waits.len() > 10, "{waits:?}");
        assert!(
            *longest < begun.elapsed() / 2,
            "{longest:?} of {:?}",
            begun.elapsed()
        );
        let view = session.read(|connection| customers::view(connection, customer));
        assert_eq!(view.unwrap().attachments[0].bytes, 40_000_000);
    }

    #[test]
    fn locking_stops_what_is_being_added_and_nothing_is_left_of_it() {
        let root = tempfile::tempdir().unwrap();
        let (session, customer, path) = with_large_file(root.path());
        session
            .with(|open| {
                open.awaits_sheet = false;
                Ok(())
            })
            .unwrap();
        thread::scope(|scope| {
            let adding = scope.spawn(|| add(&session, customer.into(), &path));
            while sealed_in(&session) == 0 && !adding.is_finished() {
                thread::sleep(Duration::from_millis(1));
            }
            session.close();
            assert!(matches!(adding.join().unwrap(), Err(Error::Locked)));
        });
        assert_eq!(sealed_in(&session), 0);
    }
}
