//! Making a register, opening it, and what to do when it is not as this computer left it.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use chrono::{DateTime, FixedOffset};

use super::candidate::{Candidate, KeyFile};
use super::finding::{Finding, compare_with_head, find_copy, unanswered};
use super::presence::Presence;
use super::replacing::restore;
use super::{Action, Change, Register, Sightings, Standing};
use crate::customers::Listing;
use crate::hash::sha256;
use crate::processing::business::{self, Business};
use crate::store::register::RegisterRow;
use crate::store::{self, image};
use crate::vault::{
    LocalFolder, OpeningKey, Passphrase, Recipients, RecoveryKey, RegisterFolder, RegisterKey,
    Vault,
};
use crate::{Error, Language, Result};

/// This computer at the moment when it opens a register.
#[derive(Clone)]
pub struct Here {
    /// Where the register lies.
    pub folder: RegisterFolder,
    /// This computer's own data.
    pub local_folder: PathBuf,
    /// Its customers are sorted as this language does.
    pub language: Language,
    /// What this computer is called by its system; others are told.
    pub computer: String,
    /// What the clock on the wall shows.
    pub now: DateTime<FixedOffset>,
    /// The same on a clock that nobody sets.
    pub measured: Instant,
    /// What was seen of other computers at attempts to open it before this one.
    pub sightings: Sightings,
}

impl Register {
    /// Makes a register in an empty folder: the sealed image first, then the key file, of which this computer
    /// has a copy by then. A key file without a register is thus always one whose register is elsewhere.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] when the folder holds a register already, or something of one; [`Error::Invalid`] for the
    /// business's fields; [`Error::SaveFailed`].
    pub fn create(
        here: &Here,
        business: Business,
        passphrase: &Passphrase,
    ) -> Result<(Self, RecoveryKey)> {
        let Here { folder, now, .. } = here;
        if folder.holds_register() || folder.holds_part_of_register() {
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
                saved_at: store::instant(*now),
            },
        )?;
        let key_file = key.wrap(passphrase)?;
        let mut register = Self {
            listing: Listing::read(&connection, here.language)?,
            language: here.language,
            connection,
            vault: Vault::hold(folder.clone(), &here.local_folder, &register_id, None)?,
            key: Arc::new(key),
            findings: Vec::new(),
            resealed: false,
            presence: Presence::of(here),
            standing: Standing::default(),
        };
        folder.make()?;
        register.vault.local().keep_key_file(&key_file)?;
        register.write(*now, Action::SetUp, |connection| {
            business::edit(connection, business)?;
            Ok(Change::of_nobody(()))
        })?;
        if let Err(error) = folder.write_key_file(&key_file) {
            // It can be tried again.
            folder.unmake();
            return Err(error);
        }
        Ok((register, recovery))
    }

    /// Opens a register with its passphrase. One that is damaged is replaced by the newest good
    /// state on this computer, see [`Finding::Restored`]. While another computer has it open nothing
    /// is written into its folder, and it may only be read, see [`Self::standing`]. The others are
    /// told that it is open here when this one [looks around](Self::look_around) for the first time.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] (decided from the key file alone), [`Error::VaultMissing`],
    /// [`Error::VaultDamaged`] without a good state, [`Error::VaultReplaced`],
    /// [`Error::VaultTooNew`], [`Error::InUse`]; [`Error::Arriving`] instead of writing anything while
    /// another computer has it open.
    pub fn open(here: &Here, passphrase: &Passphrase) -> Result<Self> {
        Self::with_passphrase(here, passphrase, open)
    }

    /// Opens a register with the key on its recovery sheet.
    ///
    /// # Errors
    /// As [`Self::open`], with [`Error::WrongRecoveryKey`] for one that opens nothing here.
    pub fn open_with_recovery_key(here: &Here, key: &RecoveryKey) -> Result<Self> {
        open(here, Arc::new(key.clone())).map_err(|error| match error {
            Error::WrongRecoveryKey if !is_as_left(here) && opens_states(here, key) => {
                Error::VaultReplaced
            }
            error => error,
        })
    }

    pub(super) fn with_passphrase(
        here: &Here,
        passphrase: &Passphrase,
        open: fn(&Here, Arc<dyn OpeningKey>) -> Result<Self>,
    ) -> Result<Self> {
        let key_file = KeyFile::find(here, passphrase)?;
        let recipient = key_file.key.recipient();
        let mut register = open(here, Arc::new(key_file.key)).map_err(belongs_to_another)?;
        register.settle_register_key(&recipient)?;
        if !key_file.is_copy {
            // It serves when the other is lost; that it could not be kept loses nothing now.
            let _ = register.vault.local().keep_key_file(&key_file.bytes);
        } else if register.is_alone() {
            register.vault.folder().replace_key_file(&key_file.bytes)?;
            register.findings.push(Finding::KeyFileRestored);
        }
        Ok(register)
    }
}

/// The passphrase was right, so a register that its key does not open is not the one it belongs to.
pub(super) fn belongs_to_another(error: Error) -> Error {
    match error {
        Error::WrongRecoveryKey => Error::VaultReplaced,
        other => other,
    }
}

pub(super) fn open(here: &Here, key: Arc<dyn OpeningKey>) -> Result<Register> {
    here.folder.expect_own_folders()?;
    let presence = Presence::find(here, &*key);
    let sealed = here.folder.read_register()?;
    let candidate = match Candidate::open(&sealed, &*key, here.language) {
        Err(Error::VaultDamaged) => {
            drop(sealed);
            return restore(here, key).map_err(|error| match error {
                Error::VaultMissing => Error::VaultDamaged,
                other => other,
            });
        }
        candidate => candidate?,
    };
    expect_known(here, &candidate, &*key)?;
    let vault = candidate.hold(here)?;
    // What this computer had is not known of a register that was never open here.
    // Nor what another computer has just given the register.
    let follows = vault.local().head().is_some() && !presence.is_shared();
    let findings = examine(&candidate, &vault, &*key, here.language)?;
    note(&findings, &vault);
    let mut register = candidate.into_register(vault, key, presence, here);
    let follows = follows && findings.is_empty();
    register.findings = findings;
    register.settle_attachments(follows)?;
    Ok(register)
}

/// Keys are made for one register. Where they open states of another one on this computer, who can write
/// the folder and seal to them has put a register of their own in hers' place.
pub(super) fn expect_known(here: &Here, candidate: &Candidate, key: &dyn OpeningKey) -> Result<()> {
    let (folder, local_folder) = (&here.folder, &here.local_folder);
    let known = LocalFolder::of(folder, local_folder, &candidate.row.register_id);
    if known.head().is_some() || !known.generations().is_empty() {
        return Ok(());
    }
    if opens_states(here, key) {
        return Err(Error::VaultReplaced);
    }
    Ok(())
}

/// Whether the register is the file that this computer saved or read last.
fn is_as_left(here: &Here) -> bool {
    here.folder.read_register().is_ok_and(|found| {
        let hash = sha256(&found);
        let known = LocalFolder::all(&here.folder, &here.local_folder);
        let mut heads = known.iter().filter_map(LocalFolder::head);
        heads.any(|head| head.hash == hash)
    })
}

/// Whether a key opens what this computer keeps of any register.
fn opens_states(here: &Here, key: &dyn OpeningKey) -> bool {
    let opens = |local: &LocalFolder| {
        let mut generations = local.generations().into_iter();
        generations.any(|generation| local.open_generation(&generation, key).is_ok())
    };
    let known = LocalFolder::all(&here.folder, &here.local_folder);
    known.iter().any(opens)
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
        findings.extend(unanswered(vault.local()));
    }
    if !findings.iter().any(Finding::asks) {
        findings.extend(find_copy(candidate, vault, key, language));
    }
    Ok(findings)
}

/// Notes what was opened as seen. As long as she has not decided, the next opening must find the
/// same, whatever is saved until then.
pub(super) fn note(findings: &[Finding], vault: &Vault) {
    if let Some(question) = findings.iter().find_map(Finding::question) {
        vault.local().ask(&question);
    } else {
        vault.note_head();
        // It may come from another computer. Opening does without, if it cannot be kept.
        let _ = vault.keep_head();
    }
}
