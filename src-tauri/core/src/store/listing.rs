//! What the list of customers needs of each: read for all at once when the register is opened, and
//! for one after it was changed.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, Row};

use super::day_of;
use crate::Result;
use crate::customers::CustomerId;

/// What the list needs of a customer.
#[derive(Debug, Default)]
pub struct ListingRow {
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// Day added.
    pub added_on: NaiveDate,
    /// Day of the latest purchase (ISO 8601), or empty.
    pub latest: String,
    /// Phones as stored.
    pub phones: Vec<String>,
    /// Mail addresses.
    pub emails: Vec<String>,
    /// Towns, that of the first address first.
    pub towns: Vec<String>,
}

/// Of every customer.
pub fn all(connection: &Connection) -> Result<HashMap<CustomerId, ListingRow>> {
    read(connection, "1", [])
}

/// Of some customers.
pub fn of(
    connection: &Connection,
    customers: &[CustomerId],
) -> Result<HashMap<CustomerId, ListingRow>> {
    let mut rows = HashMap::with_capacity(customers.len());
    for customer in customers {
        rows.extend(read(connection, "c = ?1", [customer.0])?);
    }
    Ok(rows)
}

/// Whole tables one after the other, in their own order: a query for each customer would take ten
/// times as long. `condition` speaks of the customer's id as `c`.
fn read<P: rusqlite::Params + Copy>(
    connection: &Connection,
    condition: &str,
    parameters: P,
) -> Result<HashMap<CustomerId, ListingRow>> {
    let mut rows: HashMap<CustomerId, ListingRow> = HashMap::new();
    let mut each = |sql: &str, note: &mut dyn FnMut(&mut ListingRow, &Row<'_>) -> Result<()>| {
        let mut select = connection.prepare_cached(&sql.replace("{}", condition))?;
        let mut found = select.query(parameters)?;
        while let Some(row) = found.next()? {
            note(rows.entry(CustomerId(row.get(0)?)).or_default(), row)?;
        }
        Ok::<_, crate::Error>(())
    };
    each(
        "SELECT id AS c, given_name, family_name, added_at FROM customer WHERE {}",
        &mut |entry, row| {
            entry.given_name = row.get(1)?;
            entry.family_name = row.get(2)?;
            entry.added_on = day_of(row.get_ref(3)?.as_str().map_err(rusqlite::Error::from)?)?;
            Ok(())
        },
    )?;
    each(
        "SELECT customer_id AS c, purchased_on FROM purchase WHERE {}",
        &mut |entry, row| {
            let day = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
            // ISO days compare as text; only the latest is read as a day.
            if entry.latest.as_str() < day {
                day.clone_into(&mut entry.latest);
            }
            Ok(())
        },
    )?;
    each(
        "SELECT customer_id AS c, number FROM customer_phone WHERE {}",
        &mut |entry, row| {
            entry.phones.push(row.get(1)?);
            Ok(())
        },
    )?;
    each(
        "SELECT customer_id AS c, address FROM customer_email WHERE {}",
        &mut |entry, row| {
            entry.emails.push(row.get(1)?);
            Ok(())
        },
    )?;
    // Rows of one customer are inserted in their order, and so are their ids.
    each(
        "SELECT customer_id AS c, town FROM customer_address WHERE {} ORDER BY id",
        &mut |entry, row| {
            entry.towns.push(row.get(1)?);
            Ok(())
        },
    )?;
    Ok(rows)
}
