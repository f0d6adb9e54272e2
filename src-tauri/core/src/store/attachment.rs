//! Table `attachment`: the files kept with customers and suppliers.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};
use secrecy::{ExposeSecret, SecretString};

use super::{customer, day_of};
use crate::attachments::{MediaType, Owner};
use crate::customers::CustomerId;
use crate::vault::Sealed;
use crate::{Error, Result};

/// A stored attachment.
pub struct AttachmentRow {
    /// Row id.
    pub id: u32,
    /// With whom it is kept.
    pub owner: Owner,
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
    owner: Owner,
    name: &str,
    media_type: MediaType,
    sealed: &Sealed,
    now: &str,
) -> Result<()> {
    let bytes = i64::try_from(sealed.bytes).map_err(|_| Error::Internal("attachment size"))?;
    let (customer, supplier) = columns_of(owner);
    connection.execute(
        "INSERT INTO attachment (customer_id, supplier_id, sealed_name, identity, name, media_type,
                                 bytes, hash, added_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            customer,
            supplier,
            sealed.name,
            sealed.identity.expose_secret(),
            name,
            media_type.mime(),
            bytes,
            sealed.hash,
            now
        ],
    )?;
    owner
        .customer()
        .map_or(Ok(()), |id| customer::is_back(connection, id))
}

/// Deletes an attachment; answers whose it was.
///
/// # Errors
/// [`Error::NotFound`].
pub fn delete(connection: &Connection, id: u32) -> Result<Owner> {
    let mut delete = connection.prepare_cached(
        "DELETE FROM attachment WHERE id = ?1 RETURNING customer_id, supplier_id",
    )?;
    let mut rows = delete.query([id])?;
    owner(rows.next()?.ok_or(Error::NotFound)?, 0)
}

const COLUMNS: &str =
    "id, name, media_type, added_at, sealed_name, identity, bytes, hash, customer_id, supplier_id";

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

/// Someone's attachments in the order in which they were added.
pub fn of(connection: &Connection, owner: Owner) -> Result<Vec<AttachmentRow>> {
    let (column, id) = match owner {
        Owner::Customer(id) => ("customer_id", id.0),
        Owner::Supplier(id) => ("supplier_id", id),
    };
    let mut select = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM attachment WHERE {column} = ?1 ORDER BY id"
    ))?;
    let mut rows = select.query([id])?;
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
pub fn named(connection: &Connection, sealed: &BTreeSet<String>) -> Result<Vec<(Owner, String)>> {
    let mut select = connection.prepare_cached(
        "SELECT customer_id, supplier_id, name, sealed_name FROM attachment
         ORDER BY customer_id IS NULL, customer_id, supplier_id, id",
    )?;
    let mut rows = select.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        if sealed.contains(row.get_ref(3)?.as_str().map_err(rusqlite::Error::from)?) {
            found.push((owner(row, 0)?, row.get(2)?));
        }
    }
    Ok(found)
}

fn read(row: &Row<'_>) -> Result<AttachmentRow> {
    Ok(AttachmentRow {
        id: row.get(0)?,
        owner: owner(row, 8)?,
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

/// How an owner stands in the row: as a customer or as a supplier.
const fn columns_of(owner: Owner) -> (Option<u32>, Option<u32>) {
    match owner {
        Owner::Customer(id) => (Some(id.0), None),
        Owner::Supplier(id) => (None, Some(id)),
    }
}

/// The owner in two columns, the customer's first.
fn owner(row: &Row<'_>, column: usize) -> Result<Owner> {
    match (row.get(column)?, row.get(column + 1)?) {
        (Some(customer), None) => Ok(Owner::Customer(CustomerId(customer))),
        (None, Some(supplier)) => Ok(Owner::Supplier(supplier)),
        _ => Err(Error::Internal("attachment owner")),
    }
}
