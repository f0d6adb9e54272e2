//! Rows in which what is said and what is done differ.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};

use crate::Result;
use crate::customers::CustomerId;
use crate::inventory::{Column, Kind, Reach, Section, Shape, TABLES, Table};

/// Someone.
pub struct Person {
    /// Who.
    pub id: CustomerId,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
}

const WHO: &str = "c.id, c.given_name, c.family_name";

/// Those with whom nothing has happened since a day, the longest ago first; without those who were erased.
pub fn quiet_since(connection: &Connection, day: NaiveDate) -> Result<Vec<Person>> {
    people(
        connection,
        &format!(
            "SELECT {WHO}, max(
                 substr(c.added_at, 1, 10),
                 coalesce((SELECT max(purchased_on) FROM purchase WHERE customer_id = c.id), ''),
                 coalesce((SELECT max(happened_on) FROM contact WHERE customer_id = c.id), '')
             ) AS latest
             FROM customer c WHERE c.erased_on IS NULL AND latest < ?1 ORDER BY latest, c.id"
        ),
        [day.to_string()],
        |_| Ok(()),
    )
    .map(|found| found.into_iter().map(|(person, ())| person).collect())
}

/// A free text about someone.
pub struct FreeText {
    /// The table it stands in.
    pub table: &'static Table,
    /// The column.
    pub column: &'static Column,
    /// The row.
    pub row: i64,
    /// What it says.
    pub text: String,
}

/// Those about whom some free text is as asked for. Which columns hold free text, the inventory says.
pub fn with_texts(
    connection: &Connection,
    is_so: impl Fn(&str) -> bool,
) -> Result<BTreeSet<CustomerId>> {
    let mut found = BTreeSet::new();
    for (table, column, owner) in free_texts() {
        let mut select = connection.prepare_cached(&format!(
            "SELECT {owner}, {0} FROM {1} t WHERE {owner} IS NOT NULL AND {0} <> ''",
            column.value(),
            table.name
        ))?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            let text = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
            if is_so(text) {
                found.insert(CustomerId(row.get(0)?));
            }
        }
    }
    Ok(found)
}

/// Every free text about a customer.
pub fn texts_of(connection: &Connection, customer: CustomerId) -> Result<Vec<FreeText>> {
    let mut found = Vec::new();
    for (table, column, owner) in free_texts() {
        let mut select = connection.prepare_cached(&format!(
            "SELECT t.id, {0} FROM {1} t WHERE {owner} = ?1 AND {0} <> '' ORDER BY t.id",
            column.value(),
            table.name
        ))?;
        let mut rows = select.query([customer.0])?;
        while let Some(row) = rows.next()? {
            found.push(FreeText {
                table,
                column,
                row: row.get(0)?,
                text: row.get(1)?,
            });
        }
    }
    Ok(found)
}

/// Writes a free text anew; a row of its own that says nothing any more goes.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub fn rewrite(connection: &Connection, text: &FreeText, new: &str) -> Result<()> {
    let (table, column) = (text.table.name, text.column.name);
    let changed = if new.is_empty() && text.table.shape == Shape::Entries {
        connection.execute(&format!("DELETE FROM {table} WHERE id = ?1"), [text.row])?
    } else {
        connection.execute(
            &format!("UPDATE {table} SET {column} = ?2 WHERE id = ?1"),
            params![text.row, new],
        )?
    };
    super::expect_one(changed)
}

/// The columns of free text, each with whose it is as SQL over the alias `t`.
fn free_texts() -> impl Iterator<Item = (&'static Table, &'static Column, String)> {
    TABLES.iter().flat_map(|table| {
        let owner = match table.reach() {
            Some(Reach::Itself) => Some("t.id".to_owned()),
            Some(Reach::Column(column)) => Some(format!("t.{column}")),
            // What she bought is not what is written about her.
            Some(Reach::Parent { .. }) | None => None,
        };
        // Why a note about health is kept is no such note.
        let columns = table
            .columns
            .iter()
            .filter(|column| column.kind == Kind::FreeText && table.section != Section::Consents);
        columns.filter_map(move |column| Some((table, column, owner.clone()?)))
    })
}

/// Some customers, in the order of their ids.
pub fn of_ids(connection: &Connection, ids: &BTreeSet<CustomerId>) -> Result<Vec<Person>> {
    let mut select =
        connection.prepare_cached(&format!("SELECT {WHO} FROM customer c WHERE c.id = ?1"))?;
    let mut people = Vec::with_capacity(ids.len());
    for id in ids {
        let mut rows = select.query([id.0])?;
        if let Some(row) = rows.next()? {
            people.push(read(row)?);
        }
    }
    Ok(people)
}

/// Those with a tag that is as asked for.
pub fn with_tag(
    connection: &Connection,
    is_so: impl Fn(&str) -> bool,
) -> Result<BTreeSet<CustomerId>> {
    let mut select = connection.prepare_cached("SELECT customer_id, tag FROM customer_tag")?;
    let mut rows = select.query([])?;
    let mut found = BTreeSet::new();
    while let Some(row) = rows.next()? {
        if is_so(row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?) {
            found.insert(CustomerId(row.get(0)?));
        }
    }
    Ok(found)
}

/// Those who have bought something and gave their mail address themselves: whom offers may be sent to
/// until they say no. An address from a list, a hostess or a friend was not got with a sale.
pub fn buyers_with_mail(connection: &Connection) -> Result<BTreeSet<CustomerId>> {
    let mut select = connection.prepare_cached(
        "SELECT id FROM customer c
         WHERE source = 'self'
           AND EXISTS (SELECT 1 FROM purchase WHERE customer_id = c.id)
           AND EXISTS (SELECT 1 FROM customer_email WHERE customer_id = c.id)",
    )?;
    let ids = select.query_map([], |row| row.get(0).map(CustomerId))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

/// People, each with what else stands in the row.
pub(super) fn people<P: rusqlite::Params, T>(
    connection: &Connection,
    sql: &str,
    parameters: P,
    rest: impl Fn(&Row<'_>) -> Result<T>,
) -> Result<Vec<(Person, T)>> {
    let mut select = connection.prepare_cached(sql)?;
    let mut rows = select.query(parameters)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push((read(row)?, rest(row)?));
    }
    Ok(found)
}

fn read(row: &Row<'_>) -> Result<Person> {
    Ok(Person {
        id: CustomerId(row.get(0)?),
        given_name: row.get(1)?,
        family_name: row.get(2)?,
    })
}
