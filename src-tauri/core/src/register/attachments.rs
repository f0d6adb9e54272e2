//! Files kept with customers: taking one in, giving a copy of it, and what opening found of them.

use std::path::Path;

use chrono::{DateTime, FixedOffset};
use serde::Serialize;
use ts_rs::TS;

use super::{Action, Change, Finding, Register};
use crate::Result;
use crate::attachments::{self, BYTES_MAX, Chosen};
use crate::customers::{self, CustomerId, CustomerView};
use crate::session::Saved;
use crate::store::{self, attachment::AttachmentRow};
use crate::vault::{self, AttachmentFolders};

/// A file that is missing, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct MissingAttachment {
    /// Whose.
    pub customer_id: CustomerId,
    /// Her name.
    pub customer: String,
    /// What the file was called.
    pub name: String,
}

impl Register {
    /// Takes a file in and keeps it with a customer. When this returns, the sealed file and the row
    /// that owns it are on disk.
    ///
    /// # Errors
    /// [`Error::FileFailed`](crate::Error::FileFailed) when it cannot be read, is empty, too large or a program;
    /// [`Error::NotFound`] without such a customer; [`Error::ReadOnly`]; [`Error::SaveFailed`].
    pub fn add_attachment(
        &mut self,
        customer: CustomerId,
        path: &Path,
        now: DateTime<FixedOffset>,
    ) -> Result<Saved<CustomerView>> {
        self.expect_writable()?;
        attachments::expect_room(&self.connection, customer)?;
        let mut chosen = Chosen::open(path)?;
        let sealed = self.vault.seal_attachment(&mut chosen, BYTES_MAX)?;
        self.write(now, Action::AddAttachment, |connection| {
            attachments::add(connection, now, customer, &chosen, &sealed)?;
            Ok(Change::of(customer, customers::view(connection, customer)?))
        })
        .inspect_err(|_| self.vault.drop_unowned())
    }

    /// An attachment.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn attachment(&self, id: u32) -> Result<AttachmentRow> {
        store::attachment::find(&self.connection, id)
    }

    /// Where the files lie, to read them.
    pub const fn attachments(&self) -> &AttachmentFolders {
        self.vault.attachments()
    }

    /// Writes a copy that anyone can read where she chose.
    ///
    /// # Errors
    /// [`Error::AttachmentLost`]; [`Error::FileFailed`]. What was there before is as it was.
    pub fn export_attachment(&self, row: &AttachmentRow, path: &Path) -> Result<()> {
        vault::export_with(path, |to| self.attachments().read(&row.sealed, to))
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
        let owned = store::attachment::owned(&self.connection)?;
        let settled = self.vault.settle_attachments(owned, follows);
        if settled.put_back > 0 {
            self.findings.push(Finding::AttachmentsPutBack {
                count: settled.put_back,
            });
        }
        if !settled.missing.is_empty() {
            let files = store::attachment::named(&self.connection, &settled.missing)?
                .into_iter()
                .map(|(customer_id, name)| {
                    let fields = store::customer::find(&self.connection, customer_id)?.fields;
                    let customer = format!("{} {}", fields.given_name, fields.family_name);
                    Ok(MissingAttachment {
                        customer_id,
                        customer: customer.trim().to_owned(),
                        name,
                    })
                })
                .collect::<Result<_>>()?;
            self.findings.push(Finding::AttachmentsMissing { files });
        }
        if !settled.orphans.is_empty() {
            self.findings.push(Finding::AttachmentsUnowned {
                count: u32::try_from(settled.orphans.len()).unwrap_or(u32::MAX),
            });
        }
        Ok(())
    }
}
