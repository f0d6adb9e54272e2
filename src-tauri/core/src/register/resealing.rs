//! Sealing this computer's earlier states to today's keys. It takes a while, and the register is used
//! for other things meanwhile.

use std::mem;
use std::sync::Arc;

use serde::Serialize;
use ts_rs::TS;

use super::Register;
use crate::store;
use crate::vault::{self, Generation, Lease, LocalFolder, OpeningKey, Recipients};
use crate::{Error, Result, Rule};

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
    recipients: Recipients,
    lease: Lease,
}

impl ExpectedReseal {
    /// Seals those anew that open. What began with keys that were replaced since writes no more.
    ///
    /// # Errors
    /// [`Error::Locked`] when the register was closed meanwhile. Those that were not reached are as
    /// they were, as with [`Error::FileFailed`] when it cannot be told which there are; when keys were
    /// replaced, the next opening [goes on](Register::unfinished_reseal).
    pub fn run(self) -> Result<Resealed> {
        let mut done = Resealed::default();
        // As long as a key is being replaced it is not known which holds.
        let mut is_over = self.recipients.outgoing.is_none();
        for generation in self.local.all_generations()? {
            self.lease.expect_open()?;
            match self.reseal(&generation) {
                Ok(()) => done.sealed += 1,
                // It had become too many.
                Err(Error::FileFailed(Rule::Gone)) => {}
                Err(error) => {
                    done.left += 1;
                    // What nothing opens, nothing will open.
                    is_over &= matches!(error, Error::VaultDamaged | Error::WrongRecoveryKey);
                }
            }
        }
        if is_over {
            let sealed_to = self.local.sealed_to();
            if sealed_to.as_ref() == Some(&self.recipients)
                && self.local.keeps_file_keys(&*self.key)
            {
                self.local.drop_file_keys();
            }
        }
        Ok(done)
    }

    fn reseal(&self, generation: &Generation) -> Result<()> {
        let sealed_to = self.local.sealed_to();
        if sealed_to.as_ref() != Some(&self.recipients) {
            return Err(Error::Conflict);
        }
        let image = self.local.open_generation(generation, &*self.key)?;
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
        let recipients = store::register::find(&self.connection)?.recipients;
        let local = self.vault.local().clone();
        *local.sealed_to() = Some(recipients.clone());
        Ok(ExpectedReseal {
            local,
            key: Arc::clone(&self.key),
            recipients,
            lease: self.vault.attachments().lease().clone(),
        })
    }

    /// Keys were replaced, and the program ended or the register was closed before all earlier states
    /// were sealed anew: it is to be gone on with. `None` when there is nothing to do, while only
    /// reading is allowed, and when it was asked for since the register was opened.
    ///
    /// # Errors
    /// As [`Self::expect_reseal`].
    pub fn unfinished_reseal(&mut self) -> Result<Option<ExpectedReseal>> {
        if !self.is_alone() || mem::replace(&mut self.resealed, true) {
            return Ok(None);
        }
        let is_unfinished = self.vault.local().keeps_file_keys(&*self.key);
        is_unfinished.then(|| self.expect_reseal()).transpose()
    }
}
