//! What the list of customers needs of each: read for all at once when the register is opened, and
//! for one after it was changed.

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

/// Of every customer, in the order of their ids.
pub fn all(connection: &Connection) -> Result<Vec<(CustomerId, ListingRow)>> {
    read(connection, "1", [])
}

/// Of some customers.
pub fn of(
    connection: &Connection,
    customers: &[CustomerId],
) -> Result<Vec<(CustomerId, ListingRow)>> {
    let mut rows = Vec::with_capacity(customers.len());
    for customer in customers {
        rows.extend(read(connection, "c = ?1", [customer.0])?);
    }
    Ok(rows)
}

/// Rows in the order of their customers' ids.
#[derive(Default)]
struct Rows {
    rows: Vec<(CustomerId, ListingRow)>,
    latest: usize,
}

impl Rows {
    /// Tables are mostly in the order of customers, too: the row last asked for or the one after it
    /// is tried before all are searched.
    fn of(&mut self, id: CustomerId) -> Option<&mut ListingRow> {
        let is = |at: usize| self.rows.get(at).is_some_and(|(found, _)| *found == id);
        let at = if is(self.latest) {
            self.latest
        } else if is(self.latest + 1) {
            self.latest + 1
        } else {
            self.rows.binary_search_by_key(&id, |(id, _)| *id).ok()?
        };
        self.latest = at;
        self.rows.get_mut(at).map(|(_, row)| row)
    }
}

/// Whole tables one after the other, in their own order: a query for each customer would take ten
/// times as long. `condition` speaks of the customer's id as `c`.
fn read<P: rusqlite::Params + Copy>(
    connection: &Connection,
    condition: &str,
    parameters: P,
) -> Result<Vec<(CustomerId, ListingRow)>> {
    let each = |sql: &str, note: &mut dyn FnMut(CustomerId, &Row<'_>) -> Result<()>| {
        let mut select = connection.prepare_cached(&sql.replace("{}", condition))?;
        let mut found = select.query(parameters)?;
        while let Some(row) = found.next()? {
            note(CustomerId(row.get(0)?), row)?;
        }
        Ok::<_, crate::Error>(())
    };
    let mut rows = Rows::default();
    each(
        "SELECT id AS c, given_name, family_name, added_at FROM customer WHERE {} ORDER BY id",
        &mut |id, row| {
            let entry = ListingRow {
                given_name: row.get(1)?,
                family_name: row.get(2)?,
                added_on: day_of(text(row, 3)?)?,
                ..ListingRow::default()
            };
            rows.rows.push((id, entry));
            Ok(())
        },
    )?;
    each(
        "SELECT customer_id AS c, purchased_on FROM purchase WHERE {}",
        &mut |id, row| {
            let day = text(row, 1)?;
            // ISO days compare as text; only the latest is read as a day.
            if let Some(entry) = rows.of(id)
                && entry.latest.as_str() < day
            {
                day.clone_into(&mut entry.latest);
            }
            Ok(())
        },
    )?;
    let mut texts = |sql: &str, list: fn(&mut ListingRow) -> &mut Vec<String>| {
        each(sql, &mut |id, row| {
            if let Some(entry) = rows.of(id) {
                list(entry).push(row.get(1)?);
            }
            Ok(())
        })
    };
    texts(
        "SELECT customer_id AS c, number FROM customer_phone WHERE {}",
        |entry| &mut entry.phones,
    )?;
    texts(
        "SELECT customer_id AS c, address FROM customer_email WHERE {}",
        |entry| &mut entry.emails,
    )?;
    // Rows of one customer are inserted in their order, and so are their ids.
    texts(
        "SELECT customer_id AS c, town FROM customer_address WHERE {} ORDER BY id",
        |entry| &mut entry.towns,
    )?;
    Ok(rows.rows)
}

/// A text of a row, not copied.
fn text<'row>(row: &'row Row<'_>, column: usize) -> Result<&'row str> {
    Ok(row
        .get_ref(column)?
        .as_str()
        .map_err(rusqlite::Error::from)?)
}

/// What tells a customer from others and from herself at another time.
pub struct NameRow {
    /// Who.
    pub id: CustomerId,
    /// What stands fast of her in every state.
    pub mark: String,
    /// When anything about her was last changed (RFC 3339).
    pub changed_at: String,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
}

/// The names of every customer.
pub fn names(connection: &Connection) -> Result<Vec<NameRow>> {
    let sql = "SELECT id, mark, given_name, family_name, coalesce(
                   (SELECT happened_at FROM audit WHERE customer_id = c.id ORDER BY id DESC),
                   edited_at)
               FROM customer c";
    let mut select = connection.prepare(sql)?;
    let rows = select.query_map([], |row| {
        Ok(NameRow {
            id: CustomerId(row.get(0)?),
            mark: row.get(1)?,
            given_name: row.get(2)?,
            family_name: row.get(3)?,
            changed_at: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
