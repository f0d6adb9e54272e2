//! Since when data is kept, over all tables.

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::Result;
use crate::customers::CustomerId;

/// The day on which something last happened with each customer: a purchase, a contact, or that she was
/// written down. In the order of their ids.
pub fn latest(connection: &Connection) -> Result<Vec<(CustomerId, NaiveDate)>> {
    let mut select = connection.prepare(
        "SELECT c.id,
             max(substr(c.added_at, 1, 10), coalesce(p.day, ''), coalesce(o.day, ''))
         FROM customer c
         LEFT JOIN (SELECT customer_id, max(purchased_on) AS day FROM purchase GROUP BY customer_id)
             p ON p.customer_id = c.id
         LEFT JOIN (SELECT customer_id, max(happened_on) AS day FROM contact GROUP BY customer_id)
             o ON o.customer_id = c.id
         ORDER BY c.id",
    )?;
    let mut rows = select.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push((CustomerId(row.get(0)?), row.get(1)?));
    }
    Ok(found)
}

/// How many purchases there are of each year, earliest first.
pub fn purchases_by_year(connection: &Connection) -> Result<Vec<(i32, u32)>> {
    let mut select = connection.prepare(
        "SELECT CAST(substr(purchased_on, 1, 4) AS INTEGER) AS year, count(*)
         FROM purchase GROUP BY year ORDER BY year",
    )?;
    let mut rows = select.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push((row.get(0)?, row.get(1)?));
    }
    Ok(found)
}

/// Whose purchases were made before a day, and how many each has, in the order of their ids.
pub fn purchases_before(connection: &Connection, day: NaiveDate) -> Result<Vec<(CustomerId, u32)>> {
    let mut select = connection.prepare_cached(
        "SELECT customer_id, count(*) FROM purchase WHERE purchased_on < ?1
         GROUP BY customer_id ORDER BY customer_id",
    )?;
    let found = select.query_map([day], |row| Ok((CustomerId(row.get(0)?), row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Deletes the purchases that were made before a day.
pub fn delete_purchases_before(connection: &Connection, day: NaiveDate) -> Result<()> {
    connection.execute("DELETE FROM purchase WHERE purchased_on < ?1", [day])?;
    Ok(())
}
