//! The half-written form of this computer.

use super::Register;
use crate::Result;
use crate::drafts::{self, Draft};
use crate::store;

/// Drafts beside the register and on this computer.
pub(super) struct FoundDrafts([Option<Draft>; 2]);

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

    /// What is kept in either place, before the keys that open it are replaced.
    pub(super) fn find_drafts(&self) -> FoundDrafts {
        let folders = [self.vault.folder().path(), self.vault.local().path()];
        FoundDrafts(folders.map(|folder| drafts::find(folder, &*self.key)))
    }

    /// Keeps what was found sealed to the keys of now.
    ///
    /// # Errors
    /// [`crate::Error::SaveFailed`].
    pub(super) fn keep_drafts(&self, FoundDrafts(found): &FoundDrafts) -> Result<()> {
        let recipients = store::register::find(&self.connection)?.recipients;
        let folders = [self.vault.folder().path(), self.vault.local().path()];
        for (folder, draft) in folders.into_iter().zip(found) {
            if let Some(draft) = draft {
                drafts::keep(folder, &recipients, draft)?;
            }
        }
        Ok(())
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
