//! Table `audit`: what was done when. No contents.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::word;
use crate::Result;
use crate::customers::CustomerId;
use crate::register::Action;

/// Adds an entry.
pub fn insert(
    connection: &Connection,
    now: &str,
    action: &str,
    customer: Option<CustomerId>,
) -> Result<()> {
    connection.execute(
        "INSERT INTO audit (happened_at, action, customer_id) VALUES (?1, ?2, ?3)",
        params![now, action, customer.map(|id| id.0)],
    )?;
    Ok(())
}

/// Something that was erased on a day.
pub struct ErasureRow {
    /// When.
    pub on: NaiveDate,
    /// By what.
    pub action: Action,
    /// Of how many customers.
    pub customers: u32,
}

/// What was erased of customers, the earliest first. A file may be a supplier's; whoever else is without a
/// name was a customer, and is one no more.
pub fn erasures(connection: &Connection) -> Result<Vec<ErasureRow>> {
    let mut select = connection.prepare(
        "SELECT substr(happened_at, 1, 10) AS day,
                count(DISTINCT customer_id) + sum(customer_id IS NULL)
         FROM audit WHERE action = ?1 AND (customer_id IS NOT NULL OR ?2) GROUP BY day",
    )?;
    let mut found = Vec::new();
    for action in Action::ERASING {
        let mut rows = select.query(params![word(action)?, action != Action::RemoveAttachment])?;
        while let Some(row) = rows.next()? {
            found.push(ErasureRow {
                on: row.get(0)?,
                action,
                customers: row.get(1)?,
            });
        }
    }
    found.sort_by_key(|row| row.on);
    Ok(found)
}
