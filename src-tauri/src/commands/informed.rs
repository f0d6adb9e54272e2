//! Who was informed, and the letters to those who were not.

use std::path::Path;
use std::sync::atomic::Ordering;

use kundbok_core::informed::letters::{Letters, LettersProgress, SaveLetters};
use kundbok_core::informed::{self, GiveToMany, Informed};
use kundbok_core::register::{Action, Change};
use kundbok_core::session::Saved;
use kundbok_core::vault::Lease;
use kundbok_core::{Result, vault};
use tauri::ipc::Channel;
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::state::Session;
use crate::{chooser, clock};

#[tauri::command(async)]
pub fn list_informed(session: State<'_, Session>) -> Answer<Informed> {
    let today = clock::now().naive_local().date();
    Ok(session.read(|connection| informed::list(connection, today))?)
}

/// Answers the rows, to be taken back as they are.
#[tauri::command(async)]
pub fn give_to_many(session: State<'_, Session>, request: GiveToMany) -> Answer<Saved<Vec<u32>>> {
    Ok(session.write(Action::GivePolicy, |connection, now| {
        let value = informed::give(connection, now, &request)?;
        Ok(Change::of_all(request.customers, value))
    })?)
}

#[tauri::command(async)]
pub fn take_back_given(session: State<'_, Session>, rows: Vec<u32>) -> Answer<Saved<()>> {
    Ok(session.write(Action::TakeBackPolicy, |connection, _| {
        let about = informed::take_back(connection, &rows)?;
        Ok(Change::of_all(about, ()))
    })?)
}

/// False when she cancelled. `progress` hears how far the letters are. The register is free for other
/// things while they are written, and locking it stops them.
#[tauri::command(async)]
pub fn save_letters(
    app: AppHandle,
    session: State<'_, Session>,
    request: SaveLetters,
    progress: Channel<LettersProgress>,
) -> Answer<bool> {
    let (letters, lease) = gather(&session, &request)?;
    let name = letters.name()?;
    let asked = session.ask(|| {
        if request.together {
            chooser::new_file(&app, &name, "PDF", "pdf")
        } else {
            let folder = name.strip_suffix(".pdf").unwrap_or(&name);
            chooser::folder(&app).map(|within| within.join(folder))
        }
    })?;
    let Some(path) = asked else {
        return Ok(false);
    };
    Ok(write(
        &session,
        &letters,
        &lease,
        request.together,
        &path,
        &mut |step| {
            // A window that is gone waits for nothing.
            let _ = progress.send(step);
        },
    )?)
}

fn gather(session: &Session, request: &SaveLetters) -> Result<(Letters, Lease)> {
    let today = clock::now().naive_local().date();
    session.stop().store(false, Ordering::SeqCst);
    session.with(|open| {
        let lease = open.register.attachments().lease().clone();
        let letters = open
            .register
            .read(|connection| Letters::gather(connection, today, request))?;
        Ok((letters, lease))
    })
}

fn write(
    session: &Session,
    letters: &Letters,
    lease: &Lease,
    together: bool,
    path: &Path,
    heard: &mut dyn FnMut(LettersProgress),
) -> Result<bool> {
    let mut step = |progress| {
        lease.expect_open()?;
        heard(progress);
        Ok(!session.stop().load(Ordering::SeqCst))
    };
    if !together {
        return letters.file(path.to_owned(), &mut step);
    }
    match letters.bind(&mut step)? {
        Some(file) => vault::export(path, &file.bytes).map(|()| true),
        None => Ok(false),
    }
}

/// Letters that are being written stop, and leave nothing.
#[tauri::command(async)]
pub fn stop_letters(session: State<'_, Session>) {
    session.stop().store(true, Ordering::SeqCst);
}

#[cfg(test)]
mod tests {
    use std::thread;
    use std::time::{Duration, Instant};

    use kundbok_core::customers::{self, CustomerFields, CustomerId, Source};
    use kundbok_core::processing::{business, policy};
    use kundbok_core::{Error, Language};

    use super::super::session::create;
    use super::super::session::tests::{request, session_in};
    use super::*;

    /// A session with customers whom a hostess wrote down, and a policy in force.
    fn with_guests(folder: &Path, guests: usize) -> (Session, Vec<CustomerId>) {
        let session = session_in(folder);
        create(&session, request()).unwrap();
        let added = session.write(Action::ImportCustomers, |connection, now| {
            let fields = CustomerFields {
                given_name: "Saga".to_owned(),
                family_name: String::new(),
                phones: Vec::new(),
                emails: Vec::new(),
                addresses: Vec::new(),
                birthday: None,
                language: None,
                source: Source::Party,
                source_detail: String::new(),
                tags: Vec::new(),
                notes: String::new(),
            };
            let mut ids = Vec::new();
            for _ in 0..guests {
                ids.push(customers::add(connection, now, fields.clone())?);
            }
            policy::adopt(connection, now.naive_local().date())?;
            Ok(Change::of_nobody(ids))
        });
        (session, added.unwrap().value)
    }

    fn letters_to(customers: Vec<CustomerId>, together: bool) -> SaveLetters {
        SaveLetters {
            customers,
            language: Language::Sv,
            together,
        }
    }

    #[test]
    fn the_register_answers_while_letters_are_written() {
        let root = tempfile::tempdir().unwrap();
        let (session, guests) = with_guests(root.path(), 60);
        let (letters, lease) = gather(&session, &letters_to(guests, true)).unwrap();
        let path = root.path().join("letters.pdf");
        let begun = Instant::now();
        let mut longest = Duration::ZERO;
        thread::scope(|scope| {
            let writing = scope
                .spawn(|| write(&session, &letters, &lease, true, &path, &mut |_| {}).unwrap());
            while !writing.is_finished() {
                let asked = Instant::now();
                session.read(business::view).unwrap();
                longest = longest.max(asked.elapsed());
                thread::sleep(Duration::from_millis(2));
            }
            assert!(writing.join().unwrap());
        });
        assert!(longest < begun.elapsed() / 2, "{longest:?}");
        assert!(path.is_file());
    }

    #[test]
    fn letters_stop_when_she_cancels_and_when_it_is_locked_and_leave_nothing() {
        let root = tempfile::tempdir().unwrap();
        let (session, guests) = with_guests(root.path(), 5);
        for together in [true, false] {
            let request = letters_to(guests.clone(), together);
            let path = root.path().join("letters");
            let (letters, lease) = gather(&session, &request).unwrap();
            let mut heard = 0;
            let written = write(&session, &letters, &lease, together, &path, &mut |step| {
                heard = step.done;
                if step.done == 2 {
                    session.stop().store(true, Ordering::SeqCst);
                }
            });
            assert!(matches!(written, Ok(false)));
            assert_eq!(heard, 2);
            assert!(!path.exists());
        }
        let (letters, lease) = gather(&session, &letters_to(guests, false)).unwrap();
        session
            .with(|open| {
                open.awaits_sheet = false;
                Ok(())
            })
            .unwrap();
        let path = root.path().join("letters");
        let written = write(&session, &letters, &lease, false, &path, &mut |step| {
            if step.done == 2 {
                session.close();
            }
        });
        assert!(matches!(written, Err(Error::Locked)));
        assert!(!path.exists());
    }
}
