//! Table `contact`: the contact log.

use rusqlite::{Connection, params};

use super::{customer, from_word, word};
use crate::contacts::ContactFields;
use crate::customers::CustomerId;
use crate::{Error, Result};

/// Adds an entry.
pub fn insert(connection: &Connection, of: CustomerId, fields: &ContactFields) -> Result<()> {
    connection.execute(
        "INSERT INTO contact (customer_id, happened_on, channel, summary) VALUES (?1, ?2, ?3, ?4)",
        params![
            of.0,
            fields.happened_on,
            word(fields.channel)?,
            fields.summary
        ],
    )?;
    customer::is_back(connection, of)
}

/// Writes an entry as it shall be; answers whose it is.
///
/// # Errors
/// [`Error::NotFound`].
pub fn update(connection: &Connection, id: u32, fields: &ContactFields) -> Result<CustomerId> {
    let customer = connection.query_row(
        "UPDATE contact SET happened_on = ?2, channel = ?3, summary = ?4 WHERE id = ?1
         RETURNING customer_id",
        params![
            id,
            fields.happened_on,
            word(fields.channel)?,
            fields.summary
        ],
        |row| row.get(0),
    )?;
    Ok(CustomerId(customer))
}

/// A customer's entries with their row ids, latest first.
pub fn of_customer(
    connection: &Connection,
    customer: CustomerId,
) -> Result<Vec<(u32, ContactFields)>> {
    read(connection, "customer_id", customer.0)
}

/// An entry.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find(connection: &Connection, id: u32) -> Result<ContactFields> {
    let found = read(connection, "id", id)?.pop();
    Ok(found.ok_or(Error::NotFound)?.1)
}

fn read(connection: &Connection, column: &str, is: u32) -> Result<Vec<(u32, ContactFields)>> {
    let mut contacts = Vec::new();
    let mut select = connection.prepare_cached(&format!(
        "SELECT id, happened_on, channel, summary FROM contact
         WHERE {column} = ?1 ORDER BY happened_on DESC, id DESC"
    ))?;
    let mut rows = select.query([is])?;
    while let Some(row) = rows.next()? {
        contacts.push((
            row.get(0)?,
            ContactFields {
                happened_on: row.get(1)?,
                channel: from_word(row.get(2)?)?,
                summary: row.get(3)?,
            },
        ));
    }
    Ok(contacts)
}
