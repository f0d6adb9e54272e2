//! Since when data is kept, and erasing it, over all tables.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

use super::drift::{Person, people};
use crate::Result;
use crate::customers::CustomerId;
use crate::inventory::{Column, Personal, Reach, Retention, Section, TABLES, Table};

/// The day on which something last happened with each customer: a purchase, a contact, or that she was
/// written down. In the order of their ids. Those who were erased are not among them.
pub fn latest(connection: &Connection) -> Result<Vec<(CustomerId, NaiveDate)>> {
    let mut select = connection.prepare(
        "SELECT c.id,
             max(substr(c.added_at, 1, 10), coalesce(p.day, ''), coalesce(o.day, ''))
         FROM customer c
         LEFT JOIN (SELECT customer_id, max(purchased_on) AS day FROM purchase GROUP BY customer_id)
             p ON p.customer_id = c.id
         LEFT JOIN (SELECT customer_id, max(happened_on) AS day FROM contact GROUP BY customer_id)
             o ON o.customer_id = c.id
         WHERE c.erased_on IS NULL
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

/// Those who were erased but for what must be kept, and when: the longest ago first.
pub fn erased(connection: &Connection) -> Result<Vec<(Person, NaiveDate)>> {
    let sql = "SELECT c.id, c.given_name, c.family_name, c.erased_on FROM customer c
               WHERE c.erased_on NOT NULL ORDER BY c.erased_on, c.id";
    people(connection, sql, [], |row| Ok(row.get(3)?))
}

/// The day of a customer's latest purchase.
pub fn latest_purchase(connection: &Connection, id: CustomerId) -> Result<Option<NaiveDate>> {
    let sql = "SELECT max(purchased_on) FROM purchase WHERE customer_id = ?1";
    Ok(connection.query_row(sql, [id.0], |row| row.get(0))?)
}

/// Whether there is something of hers that is kept as proof alone, beside the log.
pub fn has_proof(connection: &Connection, id: CustomerId) -> Result<bool> {
    for table in TABLES
        .iter()
        .filter(|table| table.section != Section::Audit)
    {
        let is_proof = |column: &Column| {
            column
                .personal
                .is_some_and(|personal| personal.retention == Retention::Proof)
        };
        let Some(Reach::Column(hers)) = table.reach() else {
            continue;
        };
        if !table.shown().all(is_proof) {
            continue;
        }
        let sql = format!("SELECT 1 FROM {} WHERE {hers} = ?1", table.name);
        let found = connection
            .prepare_cached(&sql)?
            .query_row([id.0], |_| Ok(()))
            .optional()?;
        if found.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Deletes a customer with everything that is hers; the log keeps what was done, and not with whom.
pub fn delete_customer(connection: &Connection, id: CustomerId) -> Result<()> {
    connection.execute(
        "UPDATE register SET last_number =
             max(last_number, (SELECT coalesce(max(number), 0) FROM customer WHERE id = ?1))",
        [id.0],
    )?;
    super::expect_one(connection.execute("DELETE FROM customer WHERE id = ?1", [id.0])?)
}

/// Files that are proof themselves: the papers on which a yes was signed.
const SIGNED: &str = "sealed_name IN (SELECT paper FROM consent)";

/// Erases what `is_over` of a customer, in every table that the inventory declares: rows that hold nothing
/// else, and the columns of the others. What says who she is stays with the rest.
pub fn erase(
    connection: &Connection,
    id: CustomerId,
    today: NaiveDate,
    is_over: impl Fn(&Personal) -> bool,
) -> Result<()> {
    let goes =
        |column: &Column| !column.identifies && column.personal.as_ref().is_some_and(&is_over);
    for table in TABLES {
        let Some(reach) = table.reach() else { continue };
        let name = table.name;
        let hers = match reach {
            Reach::Itself => "id = ?1".to_owned(),
            Reach::Column(column) => format!("{column} = ?1"),
            Reach::Parent { column, table } => {
                format!("{column} IN (SELECT id FROM {table} WHERE customer_id = ?1)")
            }
        };
        let hers = if name == "attachment" {
            format!("{hers} AND NOT {SIGNED}")
        } else {
            hers
        };
        if table.shown().all(goes) {
            connection.execute(&format!("DELETE FROM {name} WHERE {hers}"), [id.0])?;
            continue;
        }
        for column in table.shown().filter(|column| goes(column)) {
            let (column, nothing) = (column.name, nothing(connection, table, column)?);
            connection.execute(
                &format!("UPDATE {name} SET {column} = {nothing} WHERE {hers}"),
                [id.0],
            )?;
        }
    }
    super::expect_one(connection.execute(
        "UPDATE customer SET erased_on = ?2 WHERE id = ?1",
        params![id.0, today],
    )?)
}

/// What stands in a column that says nothing, as SQL.
fn nothing(connection: &Connection, table: &Table, column: &Column) -> Result<&'static str> {
    let must_say = connection
        .prepare_cached("SELECT \"notnull\" FROM pragma_table_info(?1) WHERE name = ?2")?
        .query_row([table.name, column.name], |row| row.get(0))?;
    Ok(if must_say { "''" } else { "NULL" })
}
