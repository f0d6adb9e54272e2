//! What keeps the register safe: keys, the recovery sheet, backups.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, TimeDelta};
use kundbok_core::documents::PrintedFile;
use kundbok_core::documents::recovery;
use kundbok_core::register::{Here, Register, Resealed};
use kundbok_core::session::{BackedUp, RecoverySheet, Safety, Saved, Unlocked};
use kundbok_core::vault::{self, Backup, Passphrase, RecoveryKey};
use kundbok_core::{Error, Result};
use secrecy::ExposeSecret;
use tauri::{AppHandle, State};

use super::session::{by_recovery, open, strong_enough};
use crate::error::Answer;
use crate::local::BackupNote;
use crate::state::Session;
use crate::{chooser, clock};

#[tauri::command(async)]
pub fn view_safety(session: State<'_, Session>) -> Answer<Safety> {
    Ok(safety(&session)?)
}

#[tauri::command(async)]
pub fn change_passphrase(
    session: State<'_, Session>,
    current: Passphrase,
    new: Passphrase,
) -> Answer<Saved<()>> {
    strong_enough(&session, &new)?;
    Ok(session.try_passphrase(|| {
        session.with(|open| {
            open.register
                .change_passphrase(&current, &new, clock::now())
        })
    })?)
}

#[tauri::command(async)]
pub fn replace_register_key(
    session: State<'_, Session>,
    passphrase: Passphrase,
) -> Answer<Saved<Resealed>> {
    let Saved { value, saved_at } = session.try_passphrase(|| {
        session.with(|open| {
            open.register
                .replace_register_key(&passphrase, clock::now())
        })
    })?;
    // The register is free for other things meanwhile. Locked before it is done, it is gone on with at
    // the next opening: the key is replaced either way.
    Ok(Saved {
        value: value.run().unwrap_or_default(),
        saved_at,
    })
}

/// Makes a new recovery key and shows its sheet. It counts once the sheet is saved.
#[tauri::command(async)]
pub fn make_recovery_sheet(session: State<'_, Session>) -> Answer<RecoverySheet> {
    Ok(make_sheet(&session)?)
}

fn make_sheet(session: &Session) -> Result<RecoverySheet> {
    let language = session.local.settings().language;
    let key = RecoveryKey::make();
    session.with(|open| {
        let today = clock::now().naive_local().date();
        let pages = open
            .register
            .read(|connection| recovery::pages(connection, &key, language, today))?;
        open.recovery = Some(key);
        open.replaces = true;
        Ok(RecoverySheet { pages })
    })
}

/// `None` when she cancelled.
#[tauri::command(async)]
pub fn save_recovery_sheet(
    app: AppHandle,
    session: State<'_, Session>,
) -> Answer<Option<Saved<()>>> {
    let name = sheet(&session)?.name;
    let Some(path) = session.ask(|| chooser::new_file(&app, &name, "PDF", "pdf"))? else {
        return Ok(None);
    };
    Ok(Some(keep_sheet(&session, &path)?))
}

fn sheet(session: &Session) -> Result<PrintedFile> {
    let language = session.local.settings().language;
    let today = clock::now().naive_local().date();
    session.with(|open| {
        let key = open.recovery.as_ref().ok_or(Error::NotAllowed)?;
        open.register
            .read(|connection| recovery::sheet(connection, key, language, today))
    })
}

/// Saves the sheet, and only then is its key the one that counts.
fn keep_sheet(session: &Session, path: &Path) -> Result<Saved<()>> {
    let file = sheet(session)?;
    session.with(|open| {
        vault::export(path, &file.bytes)?;
        open.awaits_sheet = false;
        let Some(key) = open.recovery.as_ref().filter(|_| open.replaces) else {
            let saved_at = open.register.saved_at()?;
            return Ok(Saved {
                value: (),
                saved_at,
            });
        };
        let saved = open.register.replace_recovery_key(key, clock::now())?;
        open.replaces = false;
        Ok(saved)
    })
}

#[tauri::command(async)]
pub fn test_recovery_key(session: State<'_, Session>, key: Passphrase) -> Answer<Saved<()>> {
    let key = RecoveryKey::read(key.expose_secret())?;
    Ok(session.with(|open| open.register.test_recovery_key(&key, clock::now()))?)
}

#[tauri::command(async)]
pub fn reseal_generations(session: State<'_, Session>) -> Answer<Resealed> {
    let expected = session.with(|open| open.register.expect_reseal())?;
    Ok(expected.run()?)
}

/// Where the last backup went, or where she says when `elsewhere` or when there was none.
#[tauri::command(async)]
pub fn back_up(
    app: AppHandle,
    session: State<'_, Session>,
    elsewhere: bool,
) -> Answer<Option<BackedUp>> {
    let known = session.local.backup().filter(|_| !elsewhere);
    let folder = match known {
        Some(backup) => Some(backup.folder),
        None => session.ask(|| chooser::folder(&app))?,
    };
    let Some(folder) = folder else {
        return Ok(None);
    };
    Ok(Some(back_up_to(&session, folder)?))
}

/// The register is free for other things while the archive is written. Locked meanwhile there is no
/// backup: it gets its name while the register is open, and then there is one.
fn back_up_to(session: &Session, folder: PathBuf) -> Result<BackedUp> {
    let at = clock::now();
    let expected = session.with(|open| open.register.expect_backup())?;
    let written = expected.write(&folder, at)?;
    let (lost, recovery_tested_at) = session.with(|open| {
        let lost = open.register.whose(&written.lost)?;
        let tested_at = open.register.recovery_tested_at()?;
        written.keep()?;
        Ok((lost, tested_at))
    })?;
    // Without the note she is only reminded too early.
    let _ = session.local.note_backup(BackupNote { folder, at });
    Ok(BackedUp {
        lost,
        safety: safety_of(session, recovery_tested_at),
    })
}

/// False when she cancelled.
#[tauri::command(async)]
pub fn choose_backup(app: AppHandle, session: State<'_, Session>) -> Answer<bool> {
    *session.backup() = None;
    let Some(path) = chooser::file(&app, "ZIP", &["zip"]) else {
        return Ok(false);
    };
    *session.backup() = Some(Backup::read(&path)?);
    Ok(true)
}

#[tauri::command(async)]
pub fn restore_backup(session: State<'_, Session>, passphrase: Passphrase) -> Answer<Unlocked> {
    Ok(from_backup(&session, |here, backup| {
        session.try_passphrase(|| Register::restore_backup(here, backup, &passphrase))
    })?)
}

#[tauri::command(async)]
pub fn restore_backup_with_recovery_key(
    session: State<'_, Session>,
    key: Passphrase,
) -> Answer<Unlocked> {
    let key = RecoveryKey::read(key.expose_secret())?;
    let unlocked = from_backup(&session, |here, backup| {
        Register::restore_backup_with_recovery_key(here, backup, &key)
    })?;
    Ok(by_recovery(&session, unlocked)?)
}

fn from_backup(
    session: &Session,
    restore: impl FnOnce(&Here, &Backup) -> Result<Register>,
) -> Result<Unlocked> {
    let mut chosen = session.backup();
    let backup = chosen.as_ref().ok_or(Error::NotAllowed)?;
    let unlocked = open(session, |here| restore(here, backup))?;
    *chosen = None;
    Ok(unlocked)
}

fn safety(session: &Session) -> Result<Safety> {
    let recovery_tested_at = session.with(|open| open.register.recovery_tested_at())?;
    Ok(safety_of(session, recovery_tested_at))
}

fn safety_of(session: &Session, recovery_tested_at: Option<String>) -> Safety {
    let backup = session.local.backup();
    let after = session.local.settings().backup_after;
    Safety {
        recovery_tested_at,
        backup_due: is_due(backup.as_ref().map(|backup| backup.at), after, clock::now()),
        backed_up_at: backup.as_ref().map(|backup| backup.at.to_rfc3339()),
        backup_folder: backup.map(|backup| backup.folder.to_string_lossy().into_owned()),
    }
}

/// Whether a backup is to be made: there is none, or the latest is as many days old as she chose.
fn is_due(
    latest: Option<DateTime<FixedOffset>>,
    after_days: impl Into<i64>,
    now: DateTime<FixedOffset>,
) -> bool {
    let after = TimeDelta::days(after_days.into());
    latest.is_none_or(|latest| latest + after <= now)
}

#[cfg(test)]
mod tests {
    use super::super::session::create;
    use super::super::session::tests::{request, session_in};
    use super::*;

    fn key(session: &Session) -> RecoveryKey {
        let key = session.with(|open| Ok(open.recovery.clone()));
        key.unwrap().unwrap()
    }

    #[test]
    fn a_backup_is_due_from_the_day_that_was_chosen() {
        let now = clock::now();
        let due_after_week = |age: TimeDelta| is_due(Some(now - age), 7, now);
        assert!(!due_after_week(TimeDelta::zero()));
        assert!(!due_after_week(TimeDelta::days(7) - TimeDelta::seconds(1)));
        assert!(due_after_week(TimeDelta::days(7)));
        assert!(due_after_week(TimeDelta::days(8)));
        assert!(is_due(None, 7, now));
        assert!(!is_due(Some(now - TimeDelta::days(8)), 30, now));
    }

    fn by_sheet(session: &Session, key: &RecoveryKey) -> Result<Unlocked> {
        open(session, |here| Register::open_with_recovery_key(here, key))
    }

    #[test]
    fn a_new_sheet_counts_once_it_is_saved_and_not_before() {
        let root = tempfile::tempdir().unwrap();
        let session = session_in(root.path());
        create(&session, request()).unwrap();
        let (old, pdf) = (key(&session), root.path().join("sheet.pdf"));
        keep_sheet(&session, &pdf).unwrap();
        by_sheet(&session, &old).unwrap();

        // Locked before it was saved: it is as if it had never been made.
        make_sheet(&session).unwrap();
        let lost = key(&session);
        session.close();
        assert!(matches!(keep_sheet(&session, &pdf), Err(Error::Locked)));
        assert!(by_sheet(&session, &lost).is_err());
        by_sheet(&session, &old).unwrap();
        assert!(matches!(keep_sheet(&session, &pdf), Err(Error::NotAllowed)));

        make_sheet(&session).unwrap();
        let new = key(&session);
        let gone = root.path().join("gone/sheet.pdf");
        assert!(matches!(
            keep_sheet(&session, &gone),
            Err(Error::FileFailed(_))
        ));
        session
            .with(|open| open.register.test_recovery_key(&old, clock::now()))
            .unwrap();
        keep_sheet(&session, &pdf).unwrap();
        // It may be saved again, and that changes nothing.
        keep_sheet(&session, &pdf).unwrap();
        session.close();
        assert!(matches!(
            by_sheet(&session, &old),
            Err(Error::WrongRecoveryKey)
        ));
        by_sheet(&session, &new).unwrap();
    }
}
