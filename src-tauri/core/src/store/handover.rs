//! Table `handover`: the copies of their data that people were handed.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::{day_of, from_word};
use crate::customers::CustomerId;
use crate::{Language, Result};

/// A stored hand-over.
pub struct HandOverRow {
    /// The day.
    pub on: NaiveDate,
    /// Language of the PDF.
    pub language: Language,
    /// Whether the PDF asks for a password.
    pub protected: bool,
}

/// Adds an entry.
pub fn insert(
    connection: &Connection,
    customer: CustomerId,
    now: &str,
    language: Language,
    protected: bool,
    pdf_hash: &str,
) -> Result<()> {
    connection.execute(
        "INSERT INTO handover (customer_id, handed_over_at, language, protected, pdf_hash)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        params![customer.0, now, language.tag(), protected, pdf_hash],
    )?;
    Ok(())
}

/// A customer's entries, latest first.
pub fn of_customer(connection: &Connection, customer: CustomerId) -> Result<Vec<HandOverRow>> {
    let mut entries = Vec::new();
    let mut select = connection.prepare_cached(
        "SELECT handed_over_at, language, protected FROM handover
         WHERE customer_id = ?1 ORDER BY id DESC",
    )?;
    let mut rows = select.query([customer.0])?;
    while let Some(row) = rows.next()? {
        entries.push(HandOverRow {
            on: day_of(&row.get::<_, String>(0)?)?,
            language: from_word(row.get(1)?)?,
            protected: row.get(2)?,
        });
    }
    Ok(entries)
}

/// Every entry with the number of the customer it is about, latest first.
pub fn all(connection: &Connection) -> Result<Vec<(u32, HandOverRow)>> {
    let mut entries = Vec::new();
    let mut select = connection.prepare(
        "SELECT c.number, h.handed_over_at, h.language, h.protected
         FROM handover h JOIN customer c ON c.id = h.customer_id ORDER BY h.id DESC",
    )?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let entry = HandOverRow {
            on: day_of(&row.get::<_, String>(1)?)?,
            language: from_word(row.get(2)?)?,
            protected: row.get(3)?,
        };
        entries.push((row.get(0)?, entry));
    }
    Ok(entries)
}
