//! Sealing this computer's earlier states to today's keys. It takes a while, and the register is used
//! for other things meanwhile.

use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use ts_rs::TS;

use super::Register;
use crate::store;
use crate::vault::{self, Generation, Lease, LocalFolder, OpeningKey, Recipients};
use crate::{Error, Result};

/// To whom earlier states are sealed by whoever is at it. Held for one state at a time: what began
/// with keys that were replaced since writes no more.
pub(super) type SealedTo = Arc<Mutex<Option<Recipients>>>;

/// What came of sealing earlier states anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Resealed {
    /// States that only today's keys open now.
    pub sealed: u32,
    /// States that could not be opened or written, and are as they were.
    pub left: u32,
}

/// Earlier states that are about to be sealed anew. The register need not wait for it.
#[must_use = "earlier states are as they were until it is run"]
pub struct ExpectedReseal {
    local: LocalFolder,
    key: Arc<dyn OpeningKey>,
    /// The key that was just replaced, and opens them still.
    before: Option<Arc<dyn OpeningKey>>,
    recipients: Recipients,
    sealed_to: SealedTo,
    lease: Lease,
}

impl ExpectedReseal {
    /// Seals those anew that open with the key in use or with the one before it. With a key that was
    /// just replaced it goes on when the register is locked meanwhile: nothing else opens them with the
    /// passphrase.
    ///
    /// # Errors
    /// [`Error::Locked`] when the register was closed meanwhile, and no key was replaced. Those that
    /// were not reached are as they were.
    pub fn run(self) -> Result<Resealed> {
        let mut done = Resealed::default();
        for generation in self.local.generations() {
            if self.before.is_none() {
                self.lease.expect_open()?;
            }
            match self.reseal(&generation) {
                Ok(()) => done.sealed += 1,
                Err(_) => done.left += 1,
            }
        }
        Ok(done)
    }

    fn reseal(&self, generation: &Generation) -> Result<()> {
        // A state is replaced whole or not at all, whoever panicked.
        let sealed_to = self.sealed_to.lock();
        let sealed_to = sealed_to.unwrap_or_else(PoisonError::into_inner);
        if sealed_to.as_ref() != Some(&self.recipients) {
            return Err(Error::Conflict);
        }
        let sealed = self.local.read_generation(generation)?;
        let image = vault::open(&sealed, &*self.key).or_else(|error| match &self.before {
            Some(before) => vault::open(&sealed, &**before),
            None => Err(error),
        })?;
        let sealed = vault::seal(&image, &self.recipients)?;
        self.local.reseal_generation(generation, &sealed)
    }
}

impl Register {
    /// This computer's earlier states, to be sealed to today's keys, so that keys which were replaced
    /// open none of them. The contents stay what they were.
    ///
    /// # Errors
    /// [`Error::Internal`].
    pub fn expect_reseal(&self) -> Result<ExpectedReseal> {
        self.reseal_with(None)
    }

    /// As [`Self::expect_reseal`], of those too that only the key `before` opens.
    pub(super) fn expect_reseal_from(&self, before: Arc<dyn OpeningKey>) -> Result<ExpectedReseal> {
        self.reseal_with(Some(before))
    }

    fn reseal_with(&self, before: Option<Arc<dyn OpeningKey>>) -> Result<ExpectedReseal> {
        let recipients = store::register::find(&self.connection)?.recipients;
        let sealed_to = self.sealed_to.lock();
        *sealed_to.unwrap_or_else(PoisonError::into_inner) = Some(recipients.clone());
        Ok(ExpectedReseal {
            local: self.vault.local().clone(),
            key: Arc::clone(&self.key),
            before,
            recipients,
            sealed_to: Arc::clone(&self.sealed_to),
            lease: self.vault.attachments().lease().clone(),
        })
    }
}
