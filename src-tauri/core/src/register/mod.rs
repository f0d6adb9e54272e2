//! The only door to the data: [`Register::read`] and [`Register::write`].

mod attachments;
mod backing_up;
mod candidate;
mod drafts;
mod finding;
mod keys;
mod lookout;
mod merging;
mod opening;
mod past;
mod presence;
mod replacing;
mod resealing;
mod sightings;

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
pub use rusqlite::Connection;
use serde::Serialize;

pub use self::attachments::{ExpectedAttachment, MissingAttachment, NewAttachment};
pub use self::backing_up::ExpectedBackup;
pub use self::finding::Finding;
pub use self::lookout::{Lookout, Sight};
pub use self::merging::Chosen;
pub use self::opening::Here;
pub use self::past::{Difference, Differences, EntryDifference, GenerationId, GenerationView};
pub use self::presence::{Elsewhere, Standing};
pub use self::resealing::{ExpectedReseal, Resealed};
pub use self::sightings::Sightings;
use crate::attachments::Owner;
use crate::customers::{CustomerId, CustomerList, ListCustomers, Listed, Listing};
use crate::session::Saved;
use crate::store::{self, image};
use crate::vault::{OpeningKey, Seal, Vault};
use crate::{Error, Language, Result};

/// What was done, as the audit log names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Action {
    /// The register was made.
    SetUp,
    /// A new passphrase was chosen with the recovery key.
    ReplacePassphrase,
    /// Another passphrase was chosen.
    ChangePassphrase,
    /// A new register key was made.
    ReplaceRegisterKey,
    /// A new recovery key was made.
    ReplaceRecoveryKey,
    /// The recovery sheet was tried.
    TestRecoveryKey,
    /// An earlier state was put back.
    RestoreGeneration,
    /// A customer was taken over from another state.
    TakeOver,
    /// The business's details were changed.
    EditBusiness,
    /// The map of what is done with data was changed.
    EditMap,
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
    /// A file was added.
    AddAttachment,
    /// A file was removed.
    RemoveAttachment,
    /// The policy's clauses were changed.
    EditPolicy,
    /// A policy version was put to use.
    AdoptPolicy,
    /// The policy was given to a customer.
    GivePolicy,
    /// The note that it was given was taken back.
    TakeBackPolicy,
    /// A copy of their data was handed to a customer.
    HandOver,
    /// A supplier was added.
    AddSupplier,
    /// A supplier was changed.
    EditSupplier,
    /// A supplier was removed.
    RemoveSupplier,
    /// What customers are asked was changed.
    EditConsents,
    /// A customer said yes to something.
    GiveConsent,
    /// A customer said no to something, or took a yes back.
    WithdrawConsent,
    /// A note of a yes or a no was taken back.
    UndoConsent,
    /// Notes about a customer's health were erased.
    EraseNotes,
    /// Purchases that the books need no longer were erased.
    ErasePurchases,
    /// What need not be kept of customers was erased, as nothing was heard of them.
    EraseCustomers,
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 34] = [
        Self::SetUp,
        Self::ReplacePassphrase,
        Self::ChangePassphrase,
        Self::ReplaceRegisterKey,
        Self::ReplaceRecoveryKey,
        Self::TestRecoveryKey,
        Self::RestoreGeneration,
        Self::TakeOver,
        Self::EditBusiness,
        Self::EditMap,
        Self::AddCustomer,
        Self::EditCustomer,
        Self::ImportCustomers,
        Self::AddPurchase,
        Self::EditPurchase,
        Self::LogContact,
        Self::EditContact,
        Self::AddAttachment,
        Self::RemoveAttachment,
        Self::EditPolicy,
        Self::AdoptPolicy,
        Self::GivePolicy,
        Self::HandOver,
        Self::AddSupplier,
        Self::EditSupplier,
        Self::RemoveSupplier,
        Self::TakeBackPolicy,
        Self::EditConsents,
        Self::GiveConsent,
        Self::WithdrawConsent,
        Self::UndoConsent,
        Self::EraseNotes,
        Self::ErasePurchases,
        Self::EraseCustomers,
    ];

    /// Those by which something about a customer is gone (article 17).
    pub const ERASING: [Self; 4] = [
        Self::EraseNotes,
        Self::ErasePurchases,
        Self::EraseCustomers,
        Self::RemoveAttachment,
    ];
}

/// What a change answers: its value, and whom it was about for the audit log.
pub struct Change<T> {
    /// The answer.
    pub value: T,
    /// The customers it was about.
    pub about: Vec<CustomerId>,
    /// Those who are not in the register any more: the log counts them, and names nobody.
    pub gone: Vec<CustomerId>,
}

impl<T> Change<T> {
    /// A change about one customer.
    pub fn of(customer: CustomerId, value: T) -> Self {
        Self::of_all(vec![customer], value)
    }

    /// A change about some customers.
    pub const fn of_all(about: Vec<CustomerId>, value: T) -> Self {
        Self {
            value,
            about,
            gone: Vec::new(),
        }
    }

    /// A change of what is kept with someone.
    pub fn with(owner: Owner, value: T) -> Self {
        Self::of_all(owner.customer().into_iter().collect(), value)
    }

    /// A change about nobody.
    pub const fn of_nobody(value: T) -> Self {
        Self::of_all(Vec::new(), value)
    }
}

/// An unlocked register: the database in memory and the vault it is saved to.
pub struct Register {
    connection: Connection,
    listing: Listing,
    language: Language,
    // Dropped in this order: our note goes while the lock is held. The next program writes its own.
    presence: presence::Presence,
    vault: Vault,
    /// What opened it: earlier generations open with it, too.
    key: Arc<dyn OpeningKey>,
    /// Earlier generations were sealed anew, or are being, since it was opened.
    resealed: bool,
    findings: Vec<Finding>,
    standing: Standing,
}

impl Register {
    /// What was found at opening that people must know.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
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
    /// Those of `change`; [`Error::ReadOnly`] when another computer may change it, or did;
    /// [`Error::SaveFailed`] and [`Error::Conflict`] when it could not be saved.
    pub fn write<T>(
        &mut self,
        now: DateTime<FixedOffset>,
        action: Action,
        change: impl FnOnce(&Connection) -> Result<Change<T>>,
    ) -> Result<Saved<T>> {
        let (value, listed, gone) =
            self.transaction(|register| register.change_and_save(now, action, change))?;
        self.listing.put(listed);
        self.listing.take_out(&gone);
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
    ) -> Result<(T, Vec<Listed>, Vec<CustomerId>)> {
        let at = store::instant(now);
        let Change { value, about, gone } = change(&self.connection)?;
        let action = store::word(action)?;
        let named = about.iter().copied().map(Some);
        let nameless = if about.is_empty() {
            gone.len().max(1)
        } else {
            gone.len()
        };
        for customer in named.chain(std::iter::repeat_n(None, nameless)) {
            store::audit::insert(&self.connection, &at, &action, customer)?;
        }
        // What cannot be listed is not saved either: after the save nothing may fail any more.
        let listed = self.listing.look_up(&self.connection, &about)?;
        self.seal_and_save(now)?;
        Ok((value, listed, gone))
    }

    /// Counts the save, seals the image as it is in the midst of the transaction, and writes it.
    fn seal_and_save(&mut self, now: DateTime<FixedOffset>) -> Result<()> {
        let at = store::instant(now);
        let newest = self.vault.newest();
        store::register::advance(&self.connection, self.vault.head(), newest, &at)?;
        let row = store::register::find(&self.connection)?;
        let owned = store::attachment::all(&self.connection)?;
        self.vault.expect_attachments(&owned)?;
        let (seal, vault) = (Seal::to(&row.recipients)?, &mut self.vault);
        image::with_bytes(&mut self.connection, |image| {
            vault.save(row.generation, |to| seal.write(image, to), now.into())
        })?;
        self.vault.follow(&owned);
        Ok(())
    }

    fn transaction<T>(&mut self, act: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.expect_writable()?;
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        let result = act(self);
        if matches!(result, Ok(_) | Err(Error::Conflict)) {
            self.standing.changed = result.is_err();
        }
        // The file is written before memory is committed: what is on disk is never older than what
        // was answered, and a failed save leaves nothing behind in memory.
        let end = if result.is_ok() { "COMMIT" } else { "ROLLBACK" };
        self.connection.execute_batch(end)?;
        result
    }

    /// Sorts the list as another language does.
    ///
    /// # Errors
    /// [`Error::Internal`].
    pub fn set_language(&mut self, language: Language) -> Result<()> {
        self.listing = Listing::read(&self.connection, language)?;
        self.language = language;
        Ok(())
    }
}
