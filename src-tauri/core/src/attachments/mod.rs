//! Attachments: files kept with a customer or a supplier: an agreement, a signed consent, a picture.

mod media_type;
mod names;

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use self::media_type::MediaType;
use self::media_type::{BEGINS, TextCheck};
use crate::customers::CustomerId;
use crate::error::Rule;
use crate::store::attachment::AttachmentRow;
use crate::vault::Sealed;
use crate::words::Words;
use crate::{Error, Language, Result, store};

/// The largest file that is kept (bytes).
pub const BYTES_MAX: u64 = 100_000_000;
/// Files of one customer or supplier.
const COUNT_MAX: usize = 500;

/// With whom a file is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "kind", content = "id")]
#[ts(export)]
pub enum Owner {
    /// A customer.
    Customer(CustomerId),
    /// A supplier, by its row id.
    Supplier(u32),
}

impl Owner {
    /// The customer, when it is one.
    pub const fn customer(self) -> Option<CustomerId> {
        match self {
            Self::Customer(id) => Some(id),
            Self::Supplier(_) => None,
        }
    }

    /// Her or its name.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn name(self, connection: &Connection) -> Result<String> {
        Ok(match self {
            Self::Customer(id) => {
                let fields = store::customer::find(connection, id)?.fields;
                let name = format!("{} {}", fields.given_name, fields.family_name);
                name.trim().to_owned()
            }
            Self::Supplier(id) => store::supplier::find(connection, id)?.name,
        })
    }
}

impl From<CustomerId> for Owner {
    fn from(id: CustomerId) -> Self {
        Self::Customer(id)
    }
}

/// An attachment, as its owner's page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AttachmentView {
    /// Row id.
    pub id: u32,
    /// As the file was called.
    pub name: String,
    /// What it holds.
    pub media_type: MediaType,
    /// Bytes.
    pub bytes: u32,
    /// Day added.
    pub added_on: NaiveDate,
}

/// An attachment that is about to be removed.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct RemoveAttachment {
    /// Row id.
    pub id: u32,
}

/// Someone's attachments in the order in which they were added.
///
/// # Errors
/// [`Error::Internal`].
pub fn view(connection: &Connection, owner: impl Into<Owner>) -> Result<Vec<AttachmentView>> {
    let rows = store::attachment::of(connection, owner.into())?;
    Ok(rows
        .into_iter()
        .map(|row| AttachmentView {
            id: row.id,
            name: row.name,
            media_type: row.media_type,
            bytes: u32::try_from(row.sealed.bytes).unwrap_or(u32::MAX),
            added_on: row.added_on,
        })
        .collect())
}

/// The name that a copy of an attachment is offered. As a customer's is called here it may name her, and
/// a copy lies open: it gets her number and the day it was added. A supplier's is called as it is.
///
/// # Errors
/// [`Error::NotFound`] without such a customer.
pub fn copy_name(
    connection: &Connection,
    row: &AttachmentRow,
    language: Language,
) -> Result<String> {
    let Owner::Customer(customer) = row.owner else {
        let stem = Path::new(&row.name).file_stem().unwrap_or_default();
        return Ok(ending_as(&stem.to_string_lossy(), row.media_type));
    };
    let number = store::customer::find(connection, customer)?.number;
    let (number, day) = (number.to_string(), row.added_on.to_string());
    let values = [("number", &*number), ("day", &*day)];
    let name = Words::of(language)?.with("copy-of-file", &values)?;
    Ok(ending_as(&name, row.media_type))
}

/// A name that ends as files of its kind do.
pub(crate) fn ending_as(name: &str, media_type: MediaType) -> String {
    format!("{name}.{}", media_type.ending())
}

/// Another file may be kept with this customer or supplier.
///
/// # Errors
/// [`Error::NotFound`] without such an owner; [`Error::FileFailed`] with [`Rule::TooMany`].
pub(crate) fn expect_room(connection: &Connection, owner: Owner) -> Result<()> {
    owner.name(connection)?;
    if store::attachment::of(connection, owner)?.len() < COUNT_MAX {
        Ok(())
    } else {
        Err(Error::FileFailed(Rule::TooMany))
    }
}

/// Adds the row that owns a file that was sealed.
pub(crate) fn add(
    connection: &Connection,
    now: DateTime<FixedOffset>,
    owner: Owner,
    chosen: &Chosen,
    sealed: &Sealed,
) -> Result<()> {
    let media_type = chosen.media_type();
    store::attachment::insert(
        connection,
        owner,
        &chosen.name,
        media_type,
        sealed,
        &store::instant(now),
    )
}

/// Removes an attachment; answers whose it was. Its file goes when that is saved.
///
/// # Errors
/// [`Error::NotFound`].
pub fn remove(connection: &Connection, request: RemoveAttachment) -> Result<Owner> {
    store::attachment::delete(connection, request.id)
}

/// A file she chose, read once from its beginning. What it holds is known when it was read.
pub(crate) struct Chosen {
    name: String,
    begins: Vec<u8>,
    file: io::Chain<io::Cursor<Vec<u8>>, File>,
    text: TextCheck,
}

impl Chosen {
    /// Opens a file.
    ///
    /// # Errors
    /// [`Error::FileFailed`]: [`Rule::Program`] for one that can be run, and why it cannot be read.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let failed = |error: io::Error| {
            Error::FileFailed(match error.kind() {
                io::ErrorKind::NotFound => Rule::Gone,
                _ => Rule::Failed,
            })
        };
        // Not a pipe or a device, which would never end; opened only when it is neither.
        let found = std::fs::metadata(path).map_err(failed)?;
        if !found.is_file() {
            return Err(Error::FileFailed(Rule::Unreadable));
        }
        if found.len() > BYTES_MAX {
            return Err(Error::FileFailed(Rule::TooLarge));
        }
        let mut file = File::open(path).map_err(failed)?;
        let mut begins = Vec::with_capacity(BEGINS);
        file.by_ref()
            .take(BEGINS as u64)
            .read_to_end(&mut begins)
            .map_err(failed)?;
        if media_type::is_program(&begins) {
            return Err(Error::FileFailed(Rule::Program));
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Ok(Self {
            name: names::as_kept(&name),
            file: io::Cursor::new(begins.clone()).chain(file),
            begins,
            text: TextCheck::default(),
        })
    }

    fn media_type(&self) -> MediaType {
        MediaType::of(&self.begins, self.text.is_text())
    }
}

impl Read for Chosen {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.text.take(buffer.get(..read).unwrap_or_default());
        Ok(read)
    }
}
