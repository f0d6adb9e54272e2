//! Files kept with customers and suppliers: taking one in, giving a copy of it, and what opening found of them.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::{DateTime, FixedOffset};
use serde::Serialize;
use ts_rs::TS;

use super::{Action, Change, Finding, Register};
use crate::attachments::{self, AttachmentView, BYTES_MAX, Chosen, Owner};
use crate::session::Saved;
use crate::store::{self, attachment::AttachmentRow};
use crate::vault::{AttachmentFolders, Incoming, Sealed};
use crate::{Error, Result};

/// A file that is missing, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct MissingAttachment {
    /// With whom it is kept.
    pub owner: Owner,
    /// Her or its name.
    pub of: String,
    /// What the file was called.
    pub name: String,
}

/// A file that is about to be read and kept with someone. Neither needs the register to wait.
pub struct ExpectedAttachment {
    owner: Owner,
    /// What stands fast of it: what has its number when the file was read may be another.
    mark: String,
    incoming: Incoming,
}

/// A file that was read and sealed, and that no row owns yet.
pub struct NewAttachment {
    expected: ExpectedAttachment,
    chosen: Chosen,
    sealed: Sealed,
}

impl ExpectedAttachment {
    /// Reads and seals the file. When this returns, it is on disk.
    ///
    /// # Errors
    /// [`Error::FileFailed`](crate::Error::FileFailed) when it cannot be read, is empty, too large or a
    /// program; [`Error::SaveFailed`](crate::Error::SaveFailed);
    /// [`Error::Locked`] when the register was closed meanwhile.
    pub fn read(self, path: &Path) -> Result<NewAttachment> {
        let mut chosen = Chosen::open(path)?;
        let sealed = self.incoming.seal(&mut chosen, BYTES_MAX)?;
        Ok(NewAttachment {
            expected: self,
            chosen,
            sealed,
        })
    }
}

impl Register {
    /// A file is to be kept with a customer or a supplier.
    ///
    /// # Errors
    /// [`Error::FileFailed`](crate::Error::FileFailed) when there are as many as can be kept;
    /// [`Error::NotFound`](crate::Error::NotFound) without such an owner;
    /// [`Error::ReadOnly`](crate::Error::ReadOnly);
    /// [`Error::SaveFailed`](crate::Error::SaveFailed).
    pub fn expect_attachment(&mut self, owner: impl Into<Owner>) -> Result<ExpectedAttachment> {
        let owner = owner.into();
        self.expect_writable()?;
        attachments::expect_room(&self.connection, owner)?;
        let mark = self.mark_of(owner)?;
        let incoming = self.vault.expect_attachment()?;
        Ok(ExpectedAttachment {
            owner,
            mark,
            incoming,
        })
    }

    /// What stands fast of whom a file is kept with.
    fn mark_of(&self, owner: Owner) -> Result<String> {
        let (table, id) = match owner {
            Owner::Customer(id) => ("customer", id.0),
            Owner::Supplier(id) => ("supplier", id),
        };
        store::mark::of(&self.connection, table, id)
    }

    /// Keeps a file with its owner; answers all that are kept there. When this returns, the row that
    /// owns it is on disk, too.
    ///
    /// # Errors
    /// As [`Self::expect_attachment`]; [`Error::Changed`] when its number is another's by now;
    /// [`Error::Locked`] when it was read for a
    /// register that was closed since. Nothing is left of it then.
    pub fn add_attachment(
        &mut self,
        new: NewAttachment,
        now: DateTime<FixedOffset>,
    ) -> Result<Saved<Vec<AttachmentView>>> {
        let NewAttachment {
            expected:
                ExpectedAttachment {
                    owner,
                    mark,
                    incoming,
                },
            chosen,
            sealed,
        } = new;
        self.expect_writable()?;
        attachments::expect_room(&self.connection, owner)?;
        if self.mark_of(owner)? != mark {
            return Err(Error::Changed);
        }
        self.vault.take_in(incoming)?;
        self.write(now, Action::AddAttachment, |connection| {
            attachments::add(connection, now, owner, &chosen, &sealed)?;
            Ok(Change::with(owner, attachments::view(connection, owner)?))
        })
        .inspect_err(|_| self.vault.drop_unowned())
    }

    /// An attachment.
    ///
    /// # Errors
    /// [`Error::NotFound`](crate::Error::NotFound).
    pub fn attachment(&self, id: u32) -> Result<AttachmentRow> {
        store::attachment::find(&self.connection, id)
    }

    /// Where the files lie, to read them, as long as the register is open. Nobody needs to wait for it.
    pub fn attachments(&self) -> AttachmentFolders {
        self.vault.attachments().clone()
    }

    /// Puts back what was found to be lost or damaged when it was read.
    pub(super) fn mend_attachments(&self) {
        if !self.is_alone() {
            return;
        }
        let folders = self.vault.attachments();
        for name in folders.take_strayed() {
            if let Ok(Some(sealed)) = store::attachment::sealed_as(&self.connection, &name) {
                // What cannot be put back is read from where it is, and tried again then.
                let _ = folders.mend(&sealed);
            }
        }
    }

    /// The next file of which this computer has no copy of its own, with the place to
    /// [keep](AttachmentFolders::keep) it. `None` when there is no more.
    ///
    /// # Errors
    /// [`Error::Internal`](crate::Error::Internal).
    pub fn next_uncopied(&mut self) -> Result<Option<(AttachmentFolders, Sealed)>> {
        while let Some(name) = self.vault.next_uncopied() {
            if let Some(sealed) = store::attachment::sealed_as(&self.connection, &name)? {
                return Ok(Some((self.attachments(), sealed)));
            }
        }
        Ok(None)
    }

    /// Moves the files that nobody owns out of the way, see [`Finding::AttachmentsUnowned`].
    ///
    /// # Errors
    /// [`Error::ReadOnly`]: they may be the other computer's; [`Error::SaveFailed`].
    pub fn set_unowned_aside(&self) -> Result<()> {
        self.expect_alone()?;
        self.vault.set_orphans_aside()
    }

    /// What was found of the attachments when the register was opened. `follows` as in
    /// [`Vault::settle_attachments`](crate::vault::Vault).
    pub(super) fn settle_attachments(&mut self, follows: bool) -> Result<()> {
        let owned = store::attachment::all(&self.connection)?;
        if !self.is_alone() {
            // What is not here may be on its way, and what nobody owns yet may be the other's.
            self.vault.own_attachments(&owned);
            return Ok(());
        }
        let settled = self.vault.settle_attachments(&owned, follows);
        if settled.put_back > 0 {
            self.findings.push(Finding::AttachmentsPutBack {
                count: settled.put_back,
            });
        }
        if !settled.missing.is_empty() {
            let files = self.whose(&settled.missing)?;
            self.findings.push(Finding::AttachmentsMissing { files });
        }
        if !settled.orphans.is_empty() {
            self.findings.push(Finding::AttachmentsUnowned {
                count: u32::try_from(settled.orphans.len()).unwrap_or(u32::MAX),
            });
        }
        Ok(())
    }

    /// Whose files these are, and what they are called; `sealed` are their sealed names.
    ///
    /// # Errors
    /// [`Error::Internal`](crate::Error::Internal).
    pub fn whose(&self, sealed: &BTreeSet<String>) -> Result<Vec<MissingAttachment>> {
        let named = store::attachment::named(&self.connection, sealed)?;
        let missing = named.into_iter().map(|(owner, name)| {
            let of = owner.name(&self.connection)?;
            Ok(MissingAttachment { owner, of, name })
        });
        missing.collect()
    }
}
