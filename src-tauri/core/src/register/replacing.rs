//! Putting another state in the place of a register that is missing or cannot be used.

use std::sync::Arc;

use super::candidate::Candidate;
use super::finding::Finding;
use super::opening::{belongs_to_another, expect_known, open};
use super::presence::Presence;
use super::{Here, Register};
use crate::hash::sha256;
use crate::vault::{
    self, Backup, LocalFolder, OpeningKey, Passphrase, RecoveryKey, RegisterFolder, RegisterKey,
};
use crate::{Error, Result, Rule};

impl Register {
    /// Puts the newest good state on this computer in the place of a register that is missing or
    /// that [`Self::open`] refused, and opens it.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`]; [`Error::VaultMissing`] without a good state; [`Error::VaultTooNew`]
    /// and [`Error::Arriving`], and nothing was written.
    pub fn restore(here: &Here, passphrase: &Passphrase) -> Result<Self> {
        Self::with_passphrase(here, passphrase, restore)
    }

    /// [`Self::restore`] with the key on the recovery sheet. Where another register lay in the folder, the
    /// key file is taken to be that one's: it is kept, and this computer's copy put in its place.
    ///
    /// # Errors
    /// As [`Self::restore`], with [`Error::WrongRecoveryKey`].
    pub fn restore_with_recovery_key(here: &Here, key: &RecoveryKey) -> Result<Self> {
        let found = here.folder.read_register();
        let opened = found.map(|found| vault::open(&found, key).map(drop));
        let was_another = matches!(opened, Ok(Err(Error::WrongRecoveryKey)));
        let register = restore(here, Arc::new(key.clone()))?;
        if was_another && let Some(copy) = register.vault.local().read_key_file() {
            register.vault.folder().replace_key_file(&copy)?;
        }
        Ok(register)
    }

    /// Puts a backup where there is no register, or a damaged one, and opens it with the passphrase
    /// it was made with. What was there is set aside. Where nothing but the key file was lost, that
    /// alone is put back.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] when the folder holds a register that is whole;
    /// [`Error::WrongPassphrase`]; [`Error::VaultDamaged`]; [`Error::Arriving`];
    /// [`Error::Conflict`] when another register came meanwhile; [`Error::SaveFailed`]. The folder is then as
    /// it was, but for the last two: then what came before the register may be there.
    pub fn restore_backup(here: &Here, backup: &Backup, passphrase: &Passphrase) -> Result<Self> {
        let key = RegisterKey::unwrap(&backup.key_file, passphrase)?;
        let found = here.folder.read_register();
        let is_whole =
            found.is_ok_and(|found| Candidate::open(&found, &key, here.language).is_ok());
        let register = if is_whole && is_key_file_lost(&here.folder, passphrase) {
            Presence::find(here, &key).expect_nobody(here.measured)?;
            here.folder.replace_key_file(&backup.key_file)?;
            let mut register = open(here, Arc::new(key))?;
            register.findings.push(Finding::KeyFileRestored);
            register
        } else {
            take_back(here, backup, Arc::new(key)).map_err(belongs_to_another)?
        };
        let _ = register.vault.local().replace_key_file(&backup.key_file);
        Ok(register)
    }

    /// [`Self::restore_backup`] with the key on the recovery sheet.
    ///
    /// # Errors
    /// As [`Self::restore_backup`], with [`Error::WrongRecoveryKey`].
    pub fn restore_backup_with_recovery_key(
        here: &Here,
        backup: &Backup,
        key: &RecoveryKey,
    ) -> Result<Self> {
        take_back(here, backup, Arc::new(key.clone()))
    }

    /// Whether this computer keeps earlier states of any register: what [`Self::restore`] looks
    /// through.
    pub fn can_restore(folder: &RegisterFolder, local_folder: &std::path::Path) -> bool {
        LocalFolder::all(folder, local_folder)
            .iter()
            .any(|local| !local.generations().is_empty())
    }
}

fn is_key_file_lost(folder: &RegisterFolder, passphrase: &Passphrase) -> bool {
    let found = folder
        .read_key_file()
        .and_then(|bytes| RegisterKey::unwrap(&bytes, passphrase));
    matches!(found, Err(Error::VaultMissing | Error::VaultDamaged))
}

/// The newest good generation on this computer that `key` opens takes the register's place. Where a
/// register that opens has come meanwhile, as a sync client brings it, that is opened instead.
pub(super) fn restore(here: &Here, key: Arc<dyn OpeningKey>) -> Result<Register> {
    match replace(here, Arc::clone(&key)) {
        Err(Error::Conflict) => open(here, key),
        register => register,
    }
}

fn replace(here: &Here, key: Arc<dyn OpeningKey>) -> Result<Register> {
    here.folder.expect_own_folders()?;
    let presence = Presence::find(here, &*key);
    presence.expect_nobody(here.measured)?;
    let judged = match here.folder.read_register() {
        Ok(found) => {
            let arrived = Candidate::open(&found, &*key, here.language)
                .and_then(|candidate| expect_known(here, &candidate, &*key));
            if arrived.is_ok() {
                return Err(Error::Conflict);
            }
            Some(sha256(&found))
        }
        Err(_) => None,
    };
    let (sealed, candidate) = newest_good(here, &*key)?.ok_or(Error::VaultMissing)?;
    let vault = candidate.hold(here)?;
    let set_aside = vault.folder().set_aside(judged.as_deref())?;
    vault.folder().put_back(&sealed, judged.as_deref())?;
    let finding = Finding::Restored {
        saved_at: candidate.row.saved_at.clone(),
        customers: candidate.row.customers,
        set_aside,
    };
    begin(candidate.into_register(vault, key, presence, here), finding)
}

/// Neither a damaged generation nor one of another key is a reason to stop looking. A file's name is
/// not to be relied on: one that holds another generation than it says is taken only when there is no
/// other. One from a newer Kundbok is good: what is older must not take its place.
fn newest_good(here: &Here, key: &dyn OpeningKey) -> Result<Option<(Vec<u8>, Candidate)>> {
    let mut misnamed = None;
    for local in LocalFolder::all(&here.folder, &here.local_folder) {
        for generation in local.generations() {
            let Ok(sealed) = local.read_generation(&generation) else {
                continue;
            };
            let candidate = match Candidate::open(&sealed, key, here.language) {
                Err(Error::VaultTooNew) => return Err(Error::VaultTooNew),
                Err(_) => continue,
                Ok(candidate) => candidate,
            };
            if candidate.head.generation == generation.number {
                return Ok(Some((sealed, candidate)));
            }
            misnamed.get_or_insert((sealed, candidate));
        }
    }
    Ok(misnamed)
}

/// Writes the files of a backup only when they are known to open.
fn take_back(here: &Here, backup: &Backup, key: Arc<dyn OpeningKey>) -> Result<Register> {
    here.folder.expect_own_folders()?;
    // A register that another key opens is none of ours to judge, so it counts as whole.
    let (damaged, judged) = match here.folder.read_register() {
        Err(Error::VaultMissing) => (false, None),
        Err(Error::FileFailed(Rule::ReadOnly)) => return Err(Error::FileFailed(Rule::ReadOnly)),
        Err(_) => (true, None),
        Ok(found) => match Candidate::open(&found, &*key, here.language) {
            Err(Error::VaultDamaged) => (true, Some(sha256(&found))),
            _ => return Err(Error::NotAllowed),
        },
    };
    let presence = Presence::find(here, &*key);
    presence.expect_nobody(here.measured)?;
    let candidate = Candidate::open(&backup.register, &*key, here.language)?;
    let put = |folder: &RegisterFolder| {
        backup.put_attachments(folder)?;
        folder.replace_key_file(&backup.key_file)?;
        folder.put_back(&backup.register, judged.as_deref())
    };
    if !damaged {
        drop(candidate);
        put(&here.folder)?;
        return open(here, key);
    }
    let vault = candidate.hold(here)?;
    let set_aside = vault.folder().set_aside(judged.as_deref())?;
    put(vault.folder())?;
    let finding = Finding::FromBackup {
        saved_at: candidate.row.saved_at.clone(),
        customers: candidate.row.customers,
        set_aside,
    };
    begin(candidate.into_register(vault, key, presence, here), finding)
}

/// A state was put in the register's place, and is what this computer saw last.
fn begin(mut register: Register, finding: Finding) -> Result<Register> {
    register.vault.note_head();
    let _ = register.vault.keep_head();
    register.findings.push(finding);
    register.settle_attachments(false)?;
    Ok(register)
}
