//! The half-written form beside the register.

use super::Register;
use crate::Result;
use crate::drafts::{self, Draft};
use crate::store;

impl Register {
    /// The draft, if one is kept that the key which opened the register opens. One that cannot be
    /// read is as good as none: the register does not depend on it.
    pub fn find_draft(&self) -> Option<Draft> {
        drafts::find(self.vault.folder(), &*self.key)
    }

    /// Keeps a draft in place of the one before.
    ///
    /// # Errors
    /// [`crate::Error::Invalid`] when it is longer than any form; [`crate::Error::ReadOnly`], as the draft
    /// beside the register is the other computer's; [`crate::Error::SaveFailed`].
    pub fn keep_draft(&self, draft: &Draft) -> Result<()> {
        self.expect_alone()?;
        let row = store::register::find(&self.connection)?;
        drafts::keep(self.vault.folder(), &row.recipients, draft)
    }

    /// Deletes the draft, if there is one.
    ///
    /// # Errors
    /// [`crate::Error::ReadOnly`]; [`crate::Error::SaveFailed`] when it stays.
    pub fn drop_draft(&self) -> Result<()> {
        self.expect_alone()?;
        drafts::drop_kept(self.vault.folder())
    }
}
