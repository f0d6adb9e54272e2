//! Making a register, opening it, and what to do when it is not as this computer left it.

use std::path::Path;

use chrono::{DateTime, FixedOffset};

use super::candidate::{Candidate, KeyFile};
use super::finding::{Finding, compare_with_head, find_copy};
use super::{Action, Change, Register, Standing};
use crate::customers::Listing;
use crate::processing::business::{self, Business};
use crate::store::register::RegisterRow;
use crate::store::{self, image};
use crate::vault::{
    Backup, LocalFolder, OpeningKey, Passphrase, Recipients, RecoveryKey, RegisterFolder,
    RegisterKey, Vault,
};
use crate::{Error, Language, Result, Rule};

impl Register {
    /// Makes a register in an empty folder: key file first, then the sealed image.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] when the folder holds a register already; [`Error::Invalid`] for the
    /// business's fields; [`Error::SaveFailed`].
    pub fn create(
        folder: &RegisterFolder,
        local_folder: &Path,
        business: Business,
        passphrase: &Passphrase,
        language: Language,
        now: DateTime<FixedOffset>,
    ) -> Result<(Self, RecoveryKey)> {
        if folder.holds_register() {
            return Err(Error::NotAllowed);
        }
        let (key, recovery) = (RegisterKey::make(), RecoveryKey::make());
        let connection = image::make()?;
        let register_id = format!("{:032x}", rand::random::<u128>());
        store::register::insert(
            &connection,
            &RegisterRow {
                register_id: register_id.clone(),
                generation: 0,
                customers: 0,
                recipients: Recipients {
                    register: key.recipient(),
                    recovery: recovery.recipient(),
                    outgoing: None,
                },
                recovery_tested_at: None,
                saved_at: store::instant(now),
            },
        )?;
        let key_file = key.wrap(passphrase)?;
        let mut register = Self {
            listing: Listing::read(&connection, language)?,
            language,
            connection,
            vault: Vault::hold(folder.clone(), local_folder, &register_id, None)?,
            key: Box::new(key),
            findings: Vec::new(),
            presence: None,
            standing: Standing::default(),
        };
        folder.write_key_file(&key_file)?;
        register.write(now, Action::SetUp, |connection| {
            business::edit(connection, business)?;
            Ok(Change::of_nobody(()))
        })?;
        register.vault.local().keep_key_file(&key_file)?;
        Ok((register, recovery))
    }

    /// Opens a register with its passphrase. One that is damaged is replaced by the newest good
    /// state on this computer, see [`Finding::Restored`].
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] (decided from the key file alone), [`Error::VaultMissing`],
    /// [`Error::VaultDamaged`] without a good state, [`Error::VaultReplaced`],
    /// [`Error::VaultTooNew`], [`Error::InUse`].
    pub fn open(
        folder: RegisterFolder,
        local_folder: &Path,
        passphrase: &Passphrase,
        language: Language,
    ) -> Result<Self> {
        Self::with_passphrase(folder, local_folder, passphrase, language, open)
    }

    /// Puts the newest good state on this computer in the place of a register that is missing or
    /// that [`Self::open`] refused, and opens it.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`]; [`Error::VaultMissing`] without a good state.
    pub fn restore(
        folder: RegisterFolder,
        local_folder: &Path,
        passphrase: &Passphrase,
        language: Language,
    ) -> Result<Self> {
        Self::with_passphrase(folder, local_folder, passphrase, language, restore)
    }

    /// Opens a register with the key on its recovery sheet.
    ///
    /// # Errors
    /// As [`Self::open`], with [`Error::WrongRecoveryKey`].
    pub fn open_with_recovery_key(
        folder: RegisterFolder,
        local_folder: &Path,
        key: &RecoveryKey,
        language: Language,
    ) -> Result<Self> {
        open(folder, local_folder, Box::new(key.clone()), language)
    }

    /// [`Self::restore`] with the key on the recovery sheet.
    ///
    /// # Errors
    /// As [`Self::restore`], with [`Error::WrongRecoveryKey`].
    pub fn restore_with_recovery_key(
        folder: RegisterFolder,
        local_folder: &Path,
        key: &RecoveryKey,
        language: Language,
    ) -> Result<Self> {
        restore(folder, local_folder, Box::new(key.clone()), language)
    }

    /// Puts a backup where there is no register, or a damaged one, and opens it with the passphrase
    /// it was made with. What was there is set aside. Where nothing but the key file was lost, that
    /// alone is put back.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] when the folder holds a register that is whole;
    /// [`Error::WrongPassphrase`]; [`Error::VaultDamaged`]; [`Error::SaveFailed`]. The folder is then
    /// as it was, but for [`Error::SaveFailed`].
    pub fn restore_backup(
        backup: &Backup,
        folder: RegisterFolder,
        local_folder: &Path,
        passphrase: &Passphrase,
        language: Language,
    ) -> Result<Self> {
        let key = RegisterKey::unwrap(&backup.key_file, passphrase)?;
        let found = folder.read_register();
        let is_whole = found.is_ok_and(|found| Candidate::open(&found, &key, language).is_ok());
        let register = if is_whole && is_key_file_lost(&folder, passphrase) {
            folder.write_key_file(&backup.key_file)?;
            let mut register = open(folder, local_folder, Box::new(key), language)?;
            register.findings.push(Finding::KeyFileRestored);
            register
        } else {
            take_back(backup, folder, local_folder, Box::new(key), language)
                .map_err(belongs_to_another)?
        };
        let _ = register.vault.local().replace_key_file(&backup.key_file);
        Ok(register)
    }

    /// [`Self::restore_backup`] with the key on the recovery sheet.
    ///
    /// # Errors
    /// As [`Self::restore_backup`], with [`Error::WrongRecoveryKey`].
    pub fn restore_backup_with_recovery_key(
        backup: &Backup,
        folder: RegisterFolder,
        local_folder: &Path,
        key: &RecoveryKey,
        language: Language,
    ) -> Result<Self> {
        take_back(
            backup,
            folder,
            local_folder,
            Box::new(key.clone()),
            language,
        )
    }

    /// Whether this computer keeps earlier states of any register: what [`Self::restore`] looks
    /// through.
    pub fn can_restore(folder: &RegisterFolder, local_folder: &Path) -> bool {
        LocalFolder::all(folder, local_folder)
            .iter()
            .any(|local| !local.generations().is_empty())
    }

    fn with_passphrase(
        folder: RegisterFolder,
        local_folder: &Path,
        passphrase: &Passphrase,
        language: Language,
        open: fn(RegisterFolder, &Path, Box<dyn OpeningKey>, Language) -> Result<Self>,
    ) -> Result<Self> {
        let key_file = KeyFile::find(&folder, local_folder, passphrase)?;
        let recipient = key_file.key.recipient();
        let mut register = open(folder, local_folder, Box::new(key_file.key), language)
            .map_err(belongs_to_another)?;
        register.settle_register_key(&recipient)?;
        if key_file.is_copy {
            register.vault.folder().write_key_file(&key_file.bytes)?;
            register.findings.push(Finding::KeyFileRestored);
        } else {
            // It serves when the other is lost; that it could not be kept loses nothing now.
            let _ = register.vault.local().keep_key_file(&key_file.bytes);
        }
        Ok(register)
    }
}

fn is_key_file_lost(folder: &RegisterFolder, passphrase: &Passphrase) -> bool {
    let found = folder
        .read_key_file()
        .and_then(|bytes| RegisterKey::unwrap(&bytes, passphrase));
    matches!(found, Err(Error::VaultMissing | Error::VaultDamaged))
}

/// The passphrase was right, so a register that its key does not open is not the one it belongs to.
fn belongs_to_another(error: Error) -> Error {
    match error {
        Error::WrongRecoveryKey => Error::VaultReplaced,
        other => other,
    }
}

fn open(
    folder: RegisterFolder,
    local_folder: &Path,
    key: Box<dyn OpeningKey>,
    language: Language,
) -> Result<Register> {
    let sealed = folder.read_register()?;
    let candidate = match Candidate::open(&sealed, &*key, language) {
        Err(Error::VaultDamaged) => {
            drop(sealed);
            return restore(folder, local_folder, key, language).map_err(|error| match error {
                Error::VaultMissing => Error::VaultDamaged,
                other => other,
            });
        }
        candidate => candidate?,
    };
    let vault = candidate.hold(folder, local_folder)?;
    // What this computer had is not known of a register that was never open here.
    // Nor what another computer has just given the register.
    let follows = vault.local().head().is_some() && !is_shared_now(&vault);
    let findings = examine(&candidate, &vault, &*key, language)?;
    note(&findings, &vault);
    let mut register = candidate.into_register(vault, key, language);
    let follows = follows && findings.is_empty();
    register.findings = findings;
    register.settle_attachments(follows)?;
    Ok(register)
}

/// Whether another computer has a note in the folder, be it an old one.
fn is_shared_now(vault: &Vault) -> bool {
    let ours = vault.local().computer().ok();
    let notes = vault.folder().notes();
    notes.iter().any(|(id, _)| Some(id) != ours.as_ref())
}

/// What is to be known of a register that was read from the disk.
pub(super) fn examine(
    candidate: &Candidate,
    vault: &Vault,
    key: &dyn OpeningKey,
    language: Language,
) -> Result<Vec<Finding>> {
    let mut findings = compare_with_head(candidate, vault.local(), key)?;
    // One question at a time.
    if !findings.iter().any(Finding::asks) {
        findings.extend(find_copy(candidate, vault, key, language));
    }
    Ok(findings)
}

/// Notes what was opened as seen. As long as she has not decided, the next opening must find the
/// same.
pub(super) fn note(findings: &[Finding], vault: &Vault) {
    if !findings.iter().any(Finding::asks) {
        vault.note_head();
        // It may come from another computer. Opening does without, if it cannot be kept.
        let _ = vault.keep_head();
    }
}

/// The newest good generation on this computer that `key` opens takes the register's place. The file
/// that is there is set aside first.
fn restore(
    folder: RegisterFolder,
    local_folder: &Path,
    key: Box<dyn OpeningKey>,
    language: Language,
) -> Result<Register> {
    let (sealed, candidate) =
        newest_good(&folder, local_folder, &*key, language).ok_or(Error::VaultMissing)?;
    let vault = candidate.hold(folder, local_folder)?;
    let set_aside = vault.folder().set_aside()?;
    vault.folder().put_back(&sealed)?;
    vault.note_head();
    let finding = Finding::Restored {
        saved_at: candidate.row.saved_at.clone(),
        customers: candidate.row.customers,
        set_aside,
    };
    let mut register = candidate.into_register(vault, key, language);
    register.findings.push(finding);
    register.settle_attachments(false)?;
    Ok(register)
}

/// Neither a damaged generation nor one of another key is a reason to stop looking. A file's name is
/// not to be relied on: one that holds another generation than it says is taken only when there is no
/// other.
fn newest_good(
    folder: &RegisterFolder,
    local_folder: &Path,
    key: &dyn OpeningKey,
    language: Language,
) -> Option<(Vec<u8>, Candidate)> {
    let mut misnamed = None;
    for local in LocalFolder::all(folder, local_folder) {
        for generation in local.generations() {
            let Ok(sealed) = local.read_generation(&generation) else {
                continue;
            };
            let Ok(candidate) = Candidate::open(&sealed, key, language) else {
                continue;
            };
            if candidate.head.generation == generation.number {
                return Some((sealed, candidate));
            }
            misnamed.get_or_insert((sealed, candidate));
        }
    }
    misnamed
}

/// Writes the files of a backup only when they are known to open.
fn take_back(
    backup: &Backup,
    folder: RegisterFolder,
    local_folder: &Path,
    key: Box<dyn OpeningKey>,
    language: Language,
) -> Result<Register> {
    // A register that another key opens is none of ours to judge, so it counts as whole.
    let damaged = match folder.read_register() {
        Err(Error::VaultMissing) => false,
        Err(Error::FileFailed(Rule::ReadOnly)) => return Err(Error::FileFailed(Rule::ReadOnly)),
        Err(_) => true,
        Ok(found) => match Candidate::open(&found, &*key, language) {
            Err(Error::VaultDamaged) => true,
            _ => return Err(Error::NotAllowed),
        },
    };
    let candidate = Candidate::open(&backup.register, &*key, language)?;
    if !damaged {
        drop(candidate);
        backup.put_attachments(&folder)?;
        folder.replace_key_file(&backup.key_file)?;
        folder.put_back(&backup.register)?;
        return open(folder, local_folder, key, language);
    }
    let vault = candidate.hold(folder, local_folder)?;
    let set_aside = vault.folder().set_aside()?;
    backup.put_attachments(vault.folder())?;
    vault.folder().replace_key_file(&backup.key_file)?;
    vault.folder().put_back(&backup.register)?;
    vault.note_head();
    let _ = vault.keep_head();
    let finding = Finding::FromBackup {
        saved_at: candidate.row.saved_at.clone(),
        customers: candidate.row.customers,
        set_aside,
    };
    let mut register = candidate.into_register(vault, key, language);
    register.findings.push(finding);
    register.settle_attachments(false)?;
    Ok(register)
}
