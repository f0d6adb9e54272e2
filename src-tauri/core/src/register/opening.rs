//! Making a register, opening it, and what to do when it is not as this computer left it.

use std::path::Path;

use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::past::GenerationId;
use super::{Action, Change, Register};
use crate::customers::Listing;
use crate::hash::sha256;
use crate::processing::business::{self, Business};
use crate::store::register::RegisterRow;
use crate::store::{self, image};
use crate::vault::{
    self, Backup, Head, LocalFolder, OpeningKey, Passphrase, Recipients, RecoveryKey,
    RegisterFolder, RegisterKey, Vault,
};
use crate::{Error, Language, Result};

/// What people must know of a register that was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(
    rename_all = "camelCase",
    tag = "kind",
    rename_all_fields = "camelCase"
)]
#[ts(export)]
pub enum Finding {
    /// The file could not be used. The newest good state on this computer was put in its place.
    Restored {
        /// When that state was saved (RFC 3339).
        saved_at: String,
        /// Customers in it.
        customers: u32,
        /// What the file that could not be used is called now, in the register's folder.
        set_aside: Option<String>,
    },
    /// The register is older than what this computer last saved: a backup was put back by hand, or
    /// a sync client went back.
    Older {
        /// When the register was saved (RFC 3339).
        saved_at: String,
        /// What this computer saved last.
        ours: GenerationId,
    },
    /// Another computer changed the register without knowing what this one last saved.
    Diverged {
        /// When the register was saved (RFC 3339).
        saved_at: String,
        /// What this computer saved last.
        ours: GenerationId,
    },
    /// A sync client laid another state of the register beside it, under a name of its own.
    Copy {
        /// When that state was saved (RFC 3339).
        saved_at: String,
        /// It is kept on this computer, too, to be compared and taken over from.
        ours: GenerationId,
    },
    /// The key file was lost; this computer's copy was put back.
    KeyFileRestored,
    /// The earlier states on this computer are gone.
    HistoryMissing,
}

impl Finding {
    /// Whether she must decide.
    fn asks(&self) -> bool {
        matches!(
            self,
            Self::Older { .. } | Self::Diverged { .. } | Self::Copy { .. }
        )
    }
}

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

    /// Puts a backup into an empty folder and opens it with the passphrase it was made with.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] when the folder holds a register; [`Error::WrongPassphrase`];
    /// [`Error::VaultDamaged`]; [`Error::SaveFailed`]. The folder is then as it was, but for
    /// [`Error::SaveFailed`].
    pub fn restore_backup(
        backup: &Backup,
        folder: RegisterFolder,
        local_folder: &Path,
        passphrase: &Passphrase,
        language: Language,
    ) -> Result<Self> {
        let key = RegisterKey::unwrap(&backup.key_file, passphrase)?;
        let register =
            take_back(backup, folder, local_folder, Box::new(key), language).map_err(|error| {
                match error {
                    Error::WrongRecoveryKey => Error::VaultReplaced,
                    other => other,
                }
            })?;
        let _ = register.vault.local().keep_key_file(&backup.key_file);
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
        let mut register =
            open(folder, local_folder, Box::new(key_file.key), language).map_err(|error| {
                match error {
                    // The passphrase was right, so the register is not the one it belongs to.
                    Error::WrongRecoveryKey => Error::VaultReplaced,
                    other => other,
                }
            })?;
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

/// The key file in the register's folder or, when there is none that can be read, this computer's
/// copy of it.
struct KeyFile {
    key: RegisterKey,
    bytes: Vec<u8>,
    is_copy: bool,
}

impl KeyFile {
    fn find(folder: &RegisterFolder, local_folder: &Path, passphrase: &Passphrase) -> Result<Self> {
        let unwrap = |bytes: Vec<u8>, is_copy| {
            Ok(Self {
                key: RegisterKey::unwrap(&bytes, passphrase)?,
                bytes,
                is_copy,
            })
        };
        let found = folder
            .read_key_file()
            .and_then(|bytes| unwrap(bytes, false));
        let lost = match found {
            Err(error @ (Error::VaultMissing | Error::VaultDamaged | Error::FileFailed(_))) => {
                error
            }
            found => return found,
        };
        LocalFolder::all(folder, local_folder)
            .iter()
            .filter_map(LocalFolder::read_key_file)
            .map(|bytes| unwrap(bytes, true))
            .find(|copy| !matches!(copy, Err(Error::VaultDamaged)))
            .unwrap_or(Err(lost))
    }
}

/// An image that was decrypted whole and checked.
struct Candidate {
    connection: Connection,
    listing: Listing,
    row: RegisterRow,
    head: Head,
}

impl Candidate {
    fn open(sealed: &[u8], key: &dyn OpeningKey, language: Language) -> Result<Self> {
        // Two cores: the digest beside the decryption, SQLite's own check beside the list.
        let (image, hash) = std::thread::scope(|scope| {
            let hash = scope.spawn(|| sha256(sealed));
            let image = vault::open(sealed, key)?;
            Ok::<_, Error>((image, hash.join().map_err(|_| Error::Internal("digest"))?))
        })?;
        let (connection, (listing, row)) = image::open(&image, |connection| {
            let row = store::register::find(connection)?;
            Ok((Listing::read(connection, language)?, row))
        })?;
        let head = Head {
            generation: row.generation,
            hash,
        };
        Ok(Self {
            connection,
            listing,
            row,
            head,
        })
    }

    fn into_register(self, vault: Vault, key: Box<dyn OpeningKey>, language: Language) -> Register {
        Register {
            connection: self.connection,
            listing: self.listing,
            language,
            vault,
            key,
            findings: Vec::new(),
        }
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
    let vault = Vault::hold(
        folder,
        local_folder,
        &candidate.row.register_id,
        Some(candidate.head.clone()),
    )?;
    let mut findings = compare_with_head(&candidate, vault.local(), &*key)?;
    // One question at a time.
    if !findings.iter().any(Finding::asks) {
        findings.extend(find_copy(&candidate, &vault, &*key, language));
    }
    // As long as she has not decided, the next opening must find the same.
    if !findings.iter().any(Finding::asks) {
        vault.note_head();
        // It may come from another computer. Opening does without, if it cannot be kept.
        let _ = vault.keep_head();
    }
    let mut register = candidate.into_register(vault, key, language);
    register.findings = findings;
    Ok(register)
}

/// What tells the register from what this computer last saw of it.
fn compare_with_head(
    candidate: &Candidate,
    local: &LocalFolder,
    key: &dyn OpeningKey,
) -> Result<Vec<Finding>> {
    let generations = local.generations();
    let Some(head) = local.head() else {
        // Opened here for the first time, or `head.json` was lost: the newest generation is as good.
        return Ok(Vec::new());
    };
    let mut findings = Vec::new();
    if generations.is_empty() {
        findings.push(Finding::HistoryMissing);
    }
    let found = &candidate.head;
    let ours = || GenerationId::of(&head);
    let saved_at = || candidate.row.saved_at.clone();
    let is_ours = generations.iter().any(|generation| generation.is(found));
    if *found == head {
        // As this computer left it.
    } else if found.generation < head.generation
        && (is_ours || comes_before(found, local, &head, key))
    {
        findings.push(Finding::Older {
            saved_at: saved_at(),
            ours: ours(),
        });
    } else {
        let ancestor = store::register::ancestor(&candidate.connection, head.generation)?;
        let follows = match ancestor {
            Some(hash) => hash == head.hash,
            // The same number is another state; a lineage that does not reach back says nothing.
            None => found.generation > head.generation,
        };
        if !is_ours && !follows {
            findings.push(Finding::Diverged {
                saved_at: saved_at(),
                ours: ours(),
            });
        }
    }
    Ok(findings)
}

/// Whether what this computer last saved comes from the register that was found. What it saved that
/// cannot be opened any more says nothing against it.
fn comes_before(found: &Head, local: &LocalFolder, head: &Head, key: &dyn OpeningKey) -> bool {
    let generations = local.generations();
    let Some(ours) = generations.iter().find(|generation| generation.is(head)) else {
        return true;
    };
    let ancestor = local
        .read_generation(ours)
        .and_then(|sealed| vault::open(&sealed, key))
        .and_then(|image| {
            image::open(&image, |connection| {
                store::register::ancestor(connection, found.generation)
            })
        });
    ancestor.map_or(true, |(_, hash)| hash.is_none_or(|hash| hash == found.hash))
}

/// A copy of this register beside it that holds what the open one does not come from. It becomes a
/// generation of this computer. What is no register, or another's, is nothing to Kundbok.
fn find_copy(
    open: &Candidate,
    vault: &Vault,
    key: &dyn OpeningKey,
    language: Language,
) -> Option<Finding> {
    vault.folder().copies().iter().find_map(|name| {
        let sealed = vault.folder().read_copy(name).ok()?;
        let copy = Candidate::open(&sealed, key, language).ok()?;
        if copy.row.register_id != open.row.register_id || copy.head == open.head {
            return None;
        }
        let ancestor = store::register::ancestor(&open.connection, copy.head.generation).ok()?;
        if ancestor.as_ref() == Some(&copy.head.hash) {
            return None;
        }
        vault.keep(&copy.head, &sealed).ok()?;
        Some(Finding::Copy {
            saved_at: copy.row.saved_at,
            ours: GenerationId::of(&copy.head),
        })
    })
}

/// The newest good generation on this computer that `key` opens takes the register's place. The file
/// that is there is set aside first.
fn restore(
    folder: RegisterFolder,
    local_folder: &Path,
    key: Box<dyn OpeningKey>,
    language: Language,
) -> Result<Register> {
    let local = LocalFolder::all(&folder, local_folder);
    let generations: Vec<_> = local
        .iter()
        .flat_map(|local| {
            local
                .generations()
                .into_iter()
                .map(move |found| (local, found))
        })
        .collect();
    // A file's name is not to be relied on: one that poses as another generation is looked at last.
    for as_named in [true, false] {
        for (local, generation) in &generations {
            let Ok(sealed) = local.read_generation(generation) else {
                continue;
            };
            // Neither a damaged generation nor one of another key is a reason to stop looking.
            let Ok(candidate) = Candidate::open(&sealed, &*key, language) else {
                continue;
            };
            if generation.is(&candidate.head) != as_named {
                continue;
            }
            let vault = Vault::hold(
                folder,
                local_folder,
                &candidate.row.register_id,
                Some(candidate.head.clone()),
            )?;
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
            return Ok(register);
        }
    }
    Err(Error::VaultMissing)
}

/// Writes the files of a backup only when they are known to open.
fn take_back(
    backup: &Backup,
    folder: RegisterFolder,
    local_folder: &Path,
    key: Box<dyn OpeningKey>,
    language: Language,
) -> Result<Register> {
    if folder.holds_register() {
        return Err(Error::NotAllowed);
    }
    Candidate::open(&backup.register, &*key, language)?;
    folder.write_key_file(&backup.key_file)?;
    folder.put_back(&backup.register)?;
    open(folder, local_folder, key, language)
}
