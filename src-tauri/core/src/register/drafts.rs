//! The half-written form of this computer.

use super::Register;
use crate::Result;
use crate::drafts::{self, Draft};
use crate::store;

impl Register {
    /// The draft, if one is kept that the key which opened the register opens. One that cannot be
    /// read is as good as none: the register does not depend on it.
    pub fn find_draft(&self) -> Option<Draft> {
        let beside = || drafts::find(self.vault.folder().path(), &*self.key);
        drafts::find(self.vault.local().path(), &*self.key)
            .or_else(|| beside().filter(|_| self.is_alone()))
    }

    /// Keeps a draft in place of the one before.
    ///
    /// # Errors
    /// [`crate::Error::Invalid`] when it is longer than any form; [`crate::Error::SaveFailed`].
    pub fn keep_draft(&self, draft: &Draft) -> Result<()> {
        let row = store::register::find(&self.connection)?;
        let (folder, local) = (self.vault.folder().path(), self.vault.local().path());
        if self.is_alone() {
            drafts::keep(folder, &row.recipients, draft)?;
            drafts::drop_kept(local)
        } else {
            drafts::keep(local, &row.recipients, draft)
        }
    }

    /// Deletes the draft, if there is one.
    ///
    /// # Errors
    /// [`crate::Error::SaveFailed`] when it stays.
    pub fn drop_draft(&self) -> Result<()> {
        if self.is_alone() {
            drafts::drop_kept(self.vault.folder().path())?;
        }
        drafts::drop_kept(self.vault.local().path())
    }
}
