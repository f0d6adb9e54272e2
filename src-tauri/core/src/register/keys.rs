//! What opens the register: changing it, and trying it.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use super::resealing::ExpectedReseal;
use super::{Action, Change, Register};
use crate::session::Saved;
use crate::store::{self, image};
use crate::vault::{self, Passphrase, Recipients, RecoveryKey, RegisterKey};
use crate::{Error, Result};

impl Register {
    /// When the recovery sheet was last tried with success (RFC 3339); `None` reminds of it.
    ///
    /// # Errors
    /// [`Error::Internal`].
    pub fn recovery_tested_at(&self) -> Result<Option<String>> {
        Ok(store::register::find(&self.connection)?.recovery_tested_at)
    }

    /// Changes the passphrase. The register key stays: only the key file is written anew.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] when `current` is not; [`Error::SaveFailed`], and the old one is
    /// still valid.
    pub fn change_passphrase(
        &mut self,
        current: &Passphrase,
        new: &Passphrase,
        now: DateTime<FixedOffset>,
    ) -> Result<Saved<()>> {
        let key = self.registers_key(current)?;
        let key_file = key.wrap(new)?;
        let saved = self.write(now, Action::ChangePassphrase, |_| Ok(Change::of_nobody(())))?;
        self.write_key_file(&key_file)?;
        Ok(saved)
    }

    /// Makes a new register key, wrapped by the passphrase: who has an old key file and an old
    /// passphrase opens nothing that is saved from now on, nor this computer's earlier states, once what
    /// is answered was run.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`]; [`Error::SaveFailed`], and the old key is still valid.
    pub fn replace_register_key(
        &mut self,
        passphrase: &Passphrase,
        now: DateTime<FixedOffset>,
    ) -> Result<Saved<ExpectedReseal>> {
        let old = self.registers_key(passphrase)?.recipient();
        self.new_register_key(passphrase, &old, Action::ReplaceRegisterKey, now)
    }

    /// Chooses a new passphrase with a new register key, after the recovery sheet opened the
    /// register. What is answered is to be run, as for [`Self::replace_register_key`].
    ///
    /// # Errors
    /// [`Error::SaveFailed`].
    pub fn replace_passphrase(
        &mut self,
        passphrase: &Passphrase,
        now: DateTime<FixedOffset>,
    ) -> Result<Saved<ExpectedReseal>> {
        let old = store::register::find(&self.connection)?.recipients;
        let old = old.outgoing.unwrap_or(old.register);
        self.new_register_key(passphrase, &old, Action::ReplacePassphrase, now)
    }

    /// When the state that is open was saved (RFC 3339).
    ///
    /// # Errors
    /// [`Error::Internal`].
    pub fn saved_at(&self) -> Result<String> {
        Ok(store::register::find(&self.connection)?.saved_at)
    }

    /// Puts a new recovery key in the place of the old one. Its sheet must be in her hands by then:
    /// the old one opens nothing that is saved from now on. Earlier states and backups still open
    /// with it, see [`Self::expect_reseal`].
    ///
    /// # Errors
    /// [`Error::SaveFailed`], and the old sheet is still valid.
    pub fn replace_recovery_key(
        &mut self,
        key: &RecoveryKey,
        now: DateTime<FixedOffset>,
    ) -> Result<Saved<()>> {
        self.expect_writable()?;
        let before = store::register::find(&self.connection)?.recipients;
        let after = Recipients {
            recovery: key.recipient(),
            ..before.clone()
        };
        let local = self.vault.local().clone();
        let _turn = local.sealed_to();
        // What another replacement left is for the new sheet, too.
        if local.keeps_file_keys(&*self.key) {
            local.keep_file_keys(&*self.key, &[&before, &after])?;
        }
        let drafts = self.find_drafts();
        let saved = self.write(now, Action::ReplaceRecoveryKey, |connection| {
            store::register::set_recovery_recipient(connection, &after.recovery)?;
            Ok(Change::of_nobody(()))
        })?;
        // Until it can be done they open with the passphrase.
        let _ = self.keep_drafts(&drafts);
        Ok(saved)
    }

    /// Tries the recovery sheet for real: opens the file on disk with nothing but the key, as one
    /// would on a new computer, and notes that it worked.
    ///
    /// # Errors
    /// [`Error::WrongRecoveryKey`]; [`Error::VaultDamaged`] when the file does not pass SQLite's own
    /// check; [`Error::SaveFailed`] when it could not be noted.
    pub fn test_recovery_key(
        &mut self,
        key: &RecoveryKey,
        now: DateTime<FixedOffset>,
    ) -> Result<Saved<()>> {
        let sealed = self.vault.folder().read_register()?;
        let (_, found) = image::open(&vault::open(&sealed, key)?, store::register::find)?;
        if found.register_id != store::register::find(&self.connection)?.register_id {
            return Err(Error::VaultReplaced);
        }
        self.write(now, Action::TestRecoveryKey, |connection| {
            store::register::set_recovery_tested(connection, &store::instant(now))?;
            Ok(Change::of_nobody(()))
        })
    }

    /// The key file opened with the passphrase in use.
    fn registers_key(&self, passphrase: &Passphrase) -> Result<RegisterKey> {
        RegisterKey::unwrap(&self.vault.folder().read_key_file()?, passphrase)
    }

    /// At every moment the key file on disk opens the register on disk: that is sealed to both keys
    /// until the new key file is written, and to the new one alone afterwards. Whatever stops in
    /// between, the next opening settles it. Nor is there a moment at which it does not open the earlier
    /// states, for which what opens them is kept for both keys first, until they are sealed anew, nor what
    /// was half written, which is kept for both as well.
    fn new_register_key(
        &mut self,
        passphrase: &Passphrase,
        old: &str,
        action: Action,
        now: DateTime<FixedOffset>,
    ) -> Result<Saved<ExpectedReseal>> {
        self.expect_writable()?;
        let key = RegisterKey::make();
        let key_file = key.wrap(passphrase)?;
        let recipient = key.recipient();
        let before = store::register::find(&self.connection)?.recipients;
        let after = Recipients {
            register: recipient.clone(),
            outgoing: Some(old.to_owned()),
            ..before.clone()
        };
        let drafts = self.find_drafts();
        let local = self.vault.local().clone();
        // Nothing is sealed to the keys of before from here on, be it that this fails: the new key file
        // may be there then. The next opening knows which it is, and goes on.
        let mut turn = local.sealed_to();
        *turn = None;
        self.resealed = true;
        local.keep_file_keys(&*self.key, &[&before, &after])?;
        let Saved { saved_at, .. } = self.write(now, action, |connection| {
            store::register::set_register_recipient(connection, &recipient, Some(old))?;
            Ok(Change::of_nobody(()))
        })?;
        self.keep_drafts(&drafts)?;
        self.write_key_file(&key_file)?;
        self.key = Arc::new(key);
        self.settle_register_key(&recipient)?;
        // Both keys open them until it can be done.
        let _ = self.keep_drafts(&drafts);
        // If this save fails, the old key goes with the next one.
        let _ = self.transaction(|register| register.seal_and_save(now));
        drop(turn);
        Ok(Saved {
            value: self.expect_reseal()?,
            saved_at,
        })
    }

    /// The key file holds the key with this recipient: from the next save on it is the only one.
    pub(super) fn settle_register_key(&self, recipient: &str) -> Result<()> {
        if store::register::find(&self.connection)?
            .recipients
            .outgoing
            .is_some()
        {
            store::register::set_register_recipient(&self.connection, recipient, None)?;
        }
        Ok(())
    }

    fn write_key_file(&self, key_file: &[u8]) -> Result<()> {
        self.vault.folder().write_key_file(key_file)?;
        // The copy opens what the old one opened; it must not outlive it.
        // The new one holds from now on. What could not be copied is copied at the next opening.
        let _ = self.vault.local().keep_key_file(key_file);
        Ok(())
    }
}
