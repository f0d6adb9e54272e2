//! Changing what opens the register.

use chrono::{DateTime, FixedOffset};

use super::{Action, Change, Register};
use crate::Result;
use crate::session::Saved;
use crate::store;
use crate::vault::{Passphrase, RegisterKey};

impl Register {
    /// Chooses a new passphrase with a new register key. The register is saved first: if the
    /// program ends between the two files, the recovery sheet still opens it.
    ///
    /// # Errors
    /// [`Error::SaveFailed`](crate::Error::SaveFailed).
    pub fn replace_passphrase(
        &mut self,
        passphrase: &Passphrase,
        now: DateTime<FixedOffset>,
    ) -> Result<Saved<()>> {
        let key = RegisterKey::make();
        let saved = self.write(now, Action::ReplacePassphrase, |connection| {
            store::register::set_register_recipient(connection, &key.recipient())?;
            Ok(Change::of_nobody(()))
        })?;
        let key_file = key.wrap(passphrase)?;
        self.vault.folder().write_key_file(&key_file)?;
        // The copy opens what the old passphrase opened; it must not outlive it.
        self.vault.local().keep_key_file(&key_file)?;
        Ok(saved)
    }
}
