//! Backing up.

use std::path::Path;

use chrono::{DateTime, FixedOffset};

use super::Register;
use crate::hash::sha256;
use crate::store::{self, image};
use crate::vault::{self, Head, NewBackup, Written};
use crate::{Error, Result};

/// A backup that is about to be written. The register need not wait for it.
pub struct ExpectedBackup(NewBackup);

impl ExpectedBackup {
    /// Writes it into `folder`, to be named by the day and time of `now` once it is
    /// [kept](Written::keep). What was read back is what was [tried](Register::expect_backup).
    ///
    /// # Errors
    /// [`Error::FileFailed`] with the reason; [`Error::Locked`] when the register was closed meanwhile.
    /// Then nothing is left of it.
    pub fn write(&self, folder: &Path, now: DateTime<FixedOffset>) -> Result<Written> {
        let stem = format!("kundbok-{}", now.format("%Y-%m-%d-%H%M"));
        self.0.write(folder, &stem, now.into())
    }
}

impl Register {
    /// The register as it is on disk now, to be backed up: it opens with the key in use, passes
    /// SQLite's own check, and is the state that is open.
    ///
    /// # Errors
    /// [`Error::FileFailed`] with the reason; [`Error::VaultDamaged`]; [`Error::Conflict`] when it is
    /// another state.
    pub fn expect_backup(&self) -> Result<ExpectedBackup> {
        let owned = store::attachment::all(&self.connection)?;
        let backup = NewBackup::of(self.vault.folder(), self.attachments(), owned)?;
        let (_, found) = image::open(
            &vault::open(&backup.register, &*self.key)?,
            store::register::find,
        )?;
        let head = Head {
            generation: found.generation,
            hash: sha256(&backup.register),
        };
        // Two states of one number are two: the other's newest customers would be missing.
        if self.vault.head() == Some(&head) {
            Ok(ExpectedBackup(backup))
        } else {
            Err(Error::Conflict)
        }
    }
}
