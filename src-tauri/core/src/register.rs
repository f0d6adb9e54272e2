//! The only door to the data: [`Register::read`] and [`Register::write`].

use std::path::Path;

use chrono::{DateTime, FixedOffset};
pub use rusqlite::Connection;
use serde::Serialize;

use crate::customers::{CustomerId, CustomerList, ListCustomers, Listing};
use crate::hash::sha256;
use crate::processing::business::{self, Business};
use crate::session::Saved;
use crate::store::{self, image, register::RegisterRow};
use crate::vault::{
    self, Head, Passphrase, Recipients, RecoveryKey, RegisterFolder, RegisterKey, Vault,
};
use crate::{Error, Language, Result};

/// What was done, as the audit log names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Action {
    /// The register was made.
    SetUp,
    /// A new passphrase was chosen with the recovery key.
    ReplacePassphrase,
    /// The business's details were changed.
    EditBusiness,
    /// A customer was added.
    AddCustomer,
    /// A customer was changed.
    EditCustomer,
    /// Customers were taken in from a list.
    ImportCustomers,
    /// A purchase was added.
    AddPurchase,
    /// A purchase was changed.
    EditPurchase,
    /// A contact was logged.
    LogContact,
    /// A contact was changed.
    EditContact,
    /// A policy version was put to use.
    AdoptPolicy,
    /// The policy was given to a customer.
    GivePolicy,
    /// A copy of their data was handed to a customer.
    HandOver,
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 13] = [
        Self::SetUp,
        Self::ReplacePassphrase,
        Self::EditBusiness,
        Self::AddCustomer,
        Self::EditCustomer,
        Self::ImportCustomers,
        Self::AddPurchase,
        Self::EditPurchase,
        Self::LogContact,
        Self::EditContact,
        Self::AdoptPolicy,
        Self::GivePolicy,
        Self::HandOver,
    ];
}

/// What a change answers: its value, and whom it was about for the audit log.
pub struct Change<T> {
    /// The answer.
    pub value: T,
    /// The customers it was about.
    pub about: Vec<CustomerId>,
}

impl<T> Change<T> {
    /// A change about one customer.
    pub fn of(customer: CustomerId, value: T) -> Self {
        Self {
            value,
            about: vec![customer],
        }
    }

    /// A change about nobody.
    pub const fn of_nobody(value: T) -> Self {
        Self {
            value,
            about: Vec::new(),
        }
    }
}

/// An unlocked register: the database in memory and the vault it is saved to.
pub struct Register {
    connection: Connection,
    listing: Listing,
    vault: Vault,
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
                recipients: Recipients {
                    register: key.recipient(),
                    recovery: recovery.recipient(),
                },
            },
            &store::instant(now),
        )?;
        let mut register = Self {
            listing: Listing::read(&connection, language)?,
            connection,
            vault: Vault::hold(folder.clone(), local_folder, &register_id, None)?,
        };
        folder.write_key(&key, passphrase)?;
        register.write(now, Action::SetUp, |connection| {
            business::edit(connection, business)?;
            Ok(Change::of_nobody(()))
        })?;
        Ok((register, recovery))
    }

    /// Opens a register with its passphrase.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] (decided from the key file alone), [`Error::VaultMissing`],
    /// [`Error::VaultDamaged`], [`Error::VaultTooNew`], [`Error::InUse`].
    pub fn open(
        folder: RegisterFolder,
        local_folder: &Path,
        passphrase: &Passphrase,
        language: Language,
    ) -> Result<Self> {
        let sealed = folder.read_register()?;
        let key = folder.read_key(passphrase)?;
        Self::open_sealed(folder, local_folder, &sealed, &key, language).map_err(|error| {
            match error {
                // The passphrase was right, so the register is not the one it belongs to.
                Error::WrongRecoveryKey => Error::VaultDamaged,
                other => other,
            }
        })
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
        let sealed = folder.read_register()?;
        Self::open_sealed(folder, local_folder, &sealed, key, language)
    }

    fn open_sealed(
        folder: RegisterFolder,
        local_folder: &Path,
        sealed: &[u8],
        key: &impl vault::OpeningKey,
        language: Language,
    ) -> Result<Self> {
        // Two cores: the digest beside the decryption, SQLite's own check beside the list.
        let (image, hash) = std::thread::scope(|scope| {
            let hash = scope.spawn(|| sha256(sealed));
            let image = vault::open(sealed, key)?;
            Ok::<_, Error>((image, hash.join().map_err(|_| Error::Internal("digest"))?))
        })?;
        let (connection, listing) =
            image::open(&image, |connection| Listing::read(connection, language))?;
        drop(image);
        let row = store::register::find(&connection)?;
        let head = Head {
            generation: row.generation,
            hash,
        };
        let vault = Vault::hold(folder, local_folder, &row.register_id, Some(head))?;
        Ok(Self {
            connection,
            listing,
            vault,
        })
    }

    /// Reads.
    ///
    /// # Errors
    /// Those of `read`.
    pub fn read<T>(&self, read: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        read(&self.connection)
    }

    /// A page of the list of customers.
    pub fn list(&self, request: &ListCustomers) -> CustomerList {
        self.listing.page(request)
    }

    /// Changes, seals, saves, and only then answers. Whatever fails, memory is as before and so is
    /// the file.
    ///
    /// # Errors
    /// Those of `change`; [`Error::SaveFailed`] and [`Error::Conflict`] when it could not be saved.
    pub fn write<T>(
        &mut self,
        now: DateTime<FixedOffset>,
        action: Action,
        change: impl FnOnce(&Connection) -> Result<Change<T>>,
    ) -> Result<Saved<T>> {
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        let result = self.change_and_save(now, action, change);
        // The file is written before memory is committed: what is on disk is never older than what
        // was answered, and a failed save leaves nothing behind in memory.
        let end = if result.is_ok() { "COMMIT" } else { "ROLLBACK" };
        self.connection.execute_batch(end)?;
        let Change { value, about } = result?;
        self.listing.refresh(&self.connection, &about)?;
        Ok(Saved {
            value,
            saved_at: store::instant(now),
        })
    }

    fn change_and_save<T>(
        &mut self,
        now: DateTime<FixedOffset>,
        action: Action,
        change: impl FnOnce(&Connection) -> Result<Change<T>>,
    ) -> Result<Change<T>> {
        let at = store::instant(now);
        let change = change(&self.connection)?;
        let action = store::word(action)?;
        if change.about.is_empty() {
            store::audit::insert(&self.connection, &at, &action, None)?;
        }
        for customer in &change.about {
            store::audit::insert(&self.connection, &at, &action, Some(*customer))?;
        }
        store::register::advance(&self.connection, self.vault.parent_hash(), &at)?;
        let row = store::register::find(&self.connection)?;
        let sealed = image::with_bytes(&mut self.connection, |image| {
            vault::seal(image, &row.recipients)
        })?;
        self.vault.save(row.generation, &sealed)?;
        Ok(change)
    }

    /// Chooses a new passphrase with a new register key. The register is saved first: if the
    /// program ends between the two files, the recovery sheet still opens it.
    ///
    /// # Errors
    /// [`Error::SaveFailed`].
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
        self.vault.folder().write_key(&key, passphrase)?;
        Ok(saved)
    }

    /// Sorts the list as another language does.
    ///
    /// # Errors
    /// [`Error::Internal`].
    pub fn set_language(&mut self, language: Language) -> Result<()> {
        self.listing = Listing::read(&self.connection, language)?;
        Ok(())
    }
}
