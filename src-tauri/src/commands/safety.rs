//! What keeps the register safe: keys, the recovery sheet, backups.

use std::path::Path;

use chrono::TimeDelta;
use kundbok_core::documents::recovery;
use kundbok_core::register::{Register, Resealed};
use kundbok_core::session::{RecoverySheet, Safety, Saved, Unlocked};
use kundbok_core::vault::{Backup, Passphrase, RecoveryKey};
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
    Ok(session.try_passphrase(|| {
        session.with(|open| {
            open.register
                .replace_register_key(&passphrase, clock::now())
        })
    })?)
}

#[tauri::command(async)]
pub fn replace_recovery_key(session: State<'_, Session>) -> Answer<Saved<RecoverySheet>> {
    let now = clock::now();
    let language = session.local.settings().language;
    Ok(session.with(|open| {
        let Saved {
            value: key,
            saved_at,
        } = open.register.replace_recovery_key(now)?;
        let pages = open.register.read(|connection| {
            recovery::pages(connection, &key, language, now.naive_local().date())
        })?;
        open.recovery = Some(key);
        Ok(Saved {
            value: RecoverySheet { pages },
            saved_at,
        })
    })?)
}

#[tauri::command(async)]
pub fn test_recovery_key(session: State<'_, Session>, key: Passphrase) -> Answer<Saved<()>> {
    let key = RecoveryKey::read(key.expose_secret())?;
    Ok(session.with(|open| open.register.test_recovery_key(&key, clock::now()))?)
}

#[tauri::command(async)]
pub fn reseal_generations(session: State<'_, Session>) -> Answer<Resealed> {
    Ok(session.with(|open| open.register.reseal_generations())?)
}

/// Where the last backup went, or where she says when `elsewhere` or when there was none.
#[tauri::command(async)]
pub fn back_up(
    app: AppHandle,
    session: State<'_, Session>,
    elsewhere: bool,
) -> Answer<Option<Safety>> {
    let known = session.local.backup().filter(|_| !elsewhere);
    let Some(folder) = known
        .map(|backup| backup.folder)
        .or_else(|| chooser::folder(&app))
    else {
        return Ok(None);
    };
    let at = clock::now();
    session.with(|open| open.register.back_up(&folder, at))?;
    session.local.note_backup(BackupNote { folder, at })?;
    Ok(Some(safety(&session)?))
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
    Ok(from_backup(&session, |backup, folder, local, language| {
        session.try_passphrase(|| {
            Register::restore_backup(backup, folder, local, &passphrase, language)
        })
    })?)
}

#[tauri::command(async)]
pub fn restore_backup_with_recovery_key(
    session: State<'_, Session>,
    key: Passphrase,
) -> Answer<Unlocked> {
    let key = RecoveryKey::read(key.expose_secret())?;
    let unlocked = from_backup(&session, |backup, folder, local, language| {
        Register::restore_backup_with_recovery_key(backup, folder, local, &key, language)
    })?;
    Ok(by_recovery(&session, unlocked)?)
}

fn from_backup(
    session: &Session,
    restore: impl FnOnce(
        &Backup,
        kundbok_core::vault::RegisterFolder,
        &Path,
        kundbok_core::Language,
    ) -> Result<Register>,
) -> Result<Unlocked> {
    let mut chosen = session.backup();
    let backup = chosen.as_ref().ok_or(Error::NotAllowed)?;
    let unlocked = open(session, |folder, local, language| {
        restore(backup, folder, local, language)
    })?;
    *chosen = None;
    Ok(unlocked)
}

fn safety(session: &Session) -> Result<Safety> {
    let recovery_tested_at = session.with(|open| open.register.recovery_tested_at())?;
    let backup = session.local.backup();
    let after = TimeDelta::days(session.local.settings().backup_after.into());
    Ok(Safety {
        recovery_tested_at,
        backup_due: backup
            .as_ref()
            .is_none_or(|backup| backup.at + after <= clock::now()),
        backed_up_at: backup.as_ref().map(|backup| backup.at.to_rfc3339()),
        backup_folder: backup.map(|backup| backup.folder.to_string_lossy().into_owned()),
    })
}
