//! Table `attachment`: the files kept with customers.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};
use secrecy::{ExposeSecret, SecretString};

use super::day_of;
use crate::attachments::MediaType;
use crate::customers::CustomerId;
use crate::vault::Sealed;
use crate::{Error, Result};

/// A stored attachment.
pub struct AttachmentRow {
    /// Row id.
    pub id: u32,
    /// Whose.
    pub customer_id: CustomerId,
    /// As the file was called.
    pub name: String,
    /// What it holds.
    pub media_type: MediaType,
    /// Day added.
    pub added_on: NaiveDate,
    /// The sealed file.
    pub sealed: Sealed,
}

/// Adds an attachment.
pub fn insert(
    connection: &Connection,
    customer: CustomerId,
    name: &str,
    media_type: MediaType,
    sealed: &Sealed,
    now: &str,
) -> Result<()> {
    let bytes = i64::try_from(sealed.bytes).map_err(|_| Error::Internal("attachment size"))?;
    connection.execute(
        "INSERT INTO attachment (customer_id, sealed_name, identity, name, media_type, bytes, hash,
                                 added_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            customer.0,
            sealed.name,
            sealed.identity.expose_secret(),
            name,
            media_type.mime(),
            bytes,
            sealed.hash,
            now
        ],
    )?;
    Ok(())
}

/// Deletes an attachment; answers whose it was.
///
/// # Errors
/// [`Error::NotFound`].
pub fn delete(connection: &Connection, id: u32) -> Result<CustomerId> {
    let customer = connection.query_row(
        "DELETE FROM attachment WHERE id = ?1 RETURNING customer_id",
        [id],
        |row| row.get(0),
    )?;
    Ok(CustomerId(customer))
}

const COLUMNS: &str =
    "id, name, media_type, added_at, sealed_name, identity, bytes, hash, customer_id";

/// An attachment.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find(connection: &Connection, id: u32) -> Result<AttachmentRow> {
    let mut select =
        connection.prepare_cached(&format!("SELECT {COLUMNS} FROM attachment WHERE id = ?1"))?;
    let mut rows = select.query([id])?;
    read(rows.next()?.ok_or(Error::NotFound)?)
}

/// A customer's attachments in the order in which they were added.
pub fn of_customer(connection: &Connection, customer: CustomerId) -> Result<Vec<AttachmentRow>> {
    let mut select = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM attachment WHERE customer_id = ?1 ORDER BY id"
    ))?;
    let mut rows = select.query([customer.0])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

/// What opens and proves each file that the register owns.
pub fn all(connection: &Connection) -> Result<Vec<Sealed>> {
    let mut select = connection.prepare(&format!("SELECT {COLUMNS} FROM attachment"))?;
    let mut rows = select.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?.sealed);
    }
    Ok(found)
}

/// What opens and proves the file with this sealed name, if a row owns it.
pub fn sealed_as(connection: &Connection, name: &str) -> Result<Option<Sealed>> {
    let mut select = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM attachment WHERE sealed_name = ?1 LIMIT 1"
    ))?;
    let mut rows = select.query([name])?;
    rows.next()?.map(|row| Ok(read(row)?.sealed)).transpose()
}

/// Whose files these are, and what they are called.
pub fn named(
    connection: &Connection,
    sealed: &BTreeSet<String>,
) -> Result<Vec<(CustomerId, String)>> {
    let mut select = connection.prepare_cached(
        "SELECT customer_id, name, sealed_name FROM attachment ORDER BY customer_id, id",
    )?;
    let mut rows = select.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        if sealed.contains(row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?) {
            found.push((CustomerId(row.get(0)?), row.get(1)?));
        }
    }
    Ok(found)
}

fn read(row: &Row<'_>) -> Result<AttachmentRow> {
    Ok(AttachmentRow {
        id: row.get(0)?,
        customer_id: CustomerId(row.get(8)?),
        name: row.get(1)?,
        media_type: MediaType::from_mime(&row.get::<_, String>(2)?),
        added_on: day_of(&row.get::<_, String>(3)?)?,
        sealed: Sealed {
            name: row.get(4)?,
            identity: SecretString::from(row.get::<_, String>(5)?),
            bytes: row.get(6)?,
            hash: row.get(7)?,
        },
    })
}
