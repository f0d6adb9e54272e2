//! Table `audit`: what was done when. No contents.

use rusqlite::{Connection, params};

use crate::Result;
use crate::customers::CustomerId;

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
