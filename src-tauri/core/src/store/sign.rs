//! What customers are known by: names, mails, phones, read across the tables in one pass.

use rusqlite::Connection;

use crate::Result;
use crate::customers::CustomerId;

/// What a customer is known by, as stored.
pub enum Sign<'a> {
    /// A name.
    Name {
        /// Given name.
        given: &'a str,
        /// Family name.
        family: &'a str,
    },
    /// A mail address.
    Email(&'a str),
    /// A phone number.
    Phone(&'a str),
}

/// Hands every sign of every customer to `note`.
pub fn each(connection: &Connection, note: &mut dyn FnMut(CustomerId, Sign<'_>)) -> Result<()> {
    let text = |row: &rusqlite::Row<'_>, column| -> Result<String> { Ok(row.get(column)?) };
    let mut select =
        connection.prepare_cached("SELECT id, given_name, family_name FROM customer")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let (given, family) = (text(row, 1)?, text(row, 2)?);
        let name = Sign::Name {
            given: &given,
            family: &family,
        };
        note(CustomerId(row.get(0)?), name);
    }
    let mut select =
        connection.prepare_cached("SELECT customer_id, address FROM customer_email")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        note(CustomerId(row.get(0)?), Sign::Email(&text(row, 1)?));
    }
    let mut select = connection.prepare_cached("SELECT customer_id, number FROM customer_phone")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        note(CustomerId(row.get(0)?), Sign::Phone(&text(row, 1)?));
    }
    Ok(())
}
