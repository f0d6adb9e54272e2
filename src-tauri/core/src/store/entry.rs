//! What is no customer's and a person wrote: a supplier, a clause, a use of data, the business, each
//! with the rows that belong to it. Two states of the register are compared and brought together by
//! them, table by table as the inventory declares them: a table that is new tomorrow is compared
//! without a word here.

mod families;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use self::families::{Family, families, find, mark_column, ties};
use super::record::Value;
use super::transfer;
use crate::inventory::Table;
use crate::{Error, Result};

/// What stays of an entry when it becomes as it is in another state: where it stands among the others,
/// or which version of them it is.
const STAYING: [&str; 3] = ["id", "position", "version"];

/// Which entry. It is the same in another state where its mark is, whatever row id it has there.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct EntryId {
    /// Its table.
    pub table: String,
    /// Row id.
    pub id: u32,
    /// What stands fast of it: its id where the table has no marks.
    pub mark: String,
}

impl Ord for EntryId {
    fn cmp(&self, other: &Self) -> Ordering {
        (&self.table, &self.mark).cmp(&(&other.table, &other.mark))
    }
}

impl PartialOrd for EntryId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for EntryId {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for EntryId {}

/// A value, where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EntryValue {
    /// Its column.
    pub column: String,
    /// As it is stored; empty for nothing.
    pub value: String,
}

/// What is not alike of an entry in one table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EntryPart {
    /// The table.
    pub table: String,
    /// The rows that the open state alone has.
    pub here: Vec<Vec<EntryValue>>,
    /// The rows that the other state alone has.
    pub there: Vec<Vec<EntryValue>>,
}

/// The rows of an entry in one table.
struct InTable {
    table: &'static Table,
    columns: Vec<&'static str>,
    rows: Vec<Vec<Value>>,
}

impl InTable {
    fn of(connection: &Connection, table: &'static Table, column: &str, is: u32) -> Result<Self> {
        Ok(Self {
            table,
            columns: table.shown().map(|column| column.name).collect(),
            rows: super::record::values(connection, table, column, is)?,
        })
    }
}

/// An entry as one state has it: its own row comes first, what it is tied to last.
pub struct Entry(Vec<InTable>);

/// Every entry of a state.
pub fn all(connection: &Connection) -> Result<BTreeMap<EntryId, Entry>> {
    let mut entries = BTreeMap::new();
    let ties = ties(connection)?;
    for (table, parts) in families(connection)? {
        let mark = mark_column(table);
        let mut select = connection.prepare(&format!(
            "SELECT t.id, CAST(t.{mark} AS TEXT) FROM {} t ORDER BY {}",
            table.name, table.order
        ))?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            let id = EntryId {
                table: table.name.to_owned(),
                id: row.get(0)?,
                mark: row.get(1)?,
            };
            let mut own = vec![InTable::of(connection, table, "id", id.id)?];
            for (part, column) in &parts {
                own.push(InTable::of(connection, part, column, id.id)?);
            }
            for (tie, [one, other]) in &ties {
                if other.0 == table.name {
                    own.push(tied(connection, tie, [other, one], id.id)?);
                }
            }
            entries.insert(id, Entry(own));
        }
    }
    Ok(entries)
}

/// What is not alike of an entry in two states, where it may be missing in one; nothing when it is
/// alike.
pub fn differences(here: Option<&Entry>, there: Option<&Entry>) -> Vec<EntryPart> {
    let tables = here.or(there).into_iter().flat_map(|entry| &entry.0);
    let parts = tables
        .enumerate()
        .map(|(at, rows)| part(rows, rows_of(here, at), rows_of(there, at), at == 0));
    parts
        .filter(|part| !part.here.is_empty() || !part.there.is_empty())
        .collect()
}

/// The rows of an entry in one of its tables.
fn rows_of(entry: Option<&Entry>, at: usize) -> &[Vec<Value>] {
    let found = entry.and_then(|entry| entry.0.get(at));
    found.map_or(&[], |found| &found.rows)
}

/// Of rows that belong together, each one that the other side has too is left out; of the entry's own
/// row, each value.
fn part(of: &InTable, here: &[Vec<Value>], there: &[Vec<Value>], is_own: bool) -> EntryPart {
    let without = |rows: &[Vec<Value>], others: &[Vec<Value>]| -> Vec<Vec<EntryValue>> {
        let mut others: Vec<&Vec<Value>> = others.iter().collect();
        let mut left = Vec::new();
        for row in rows {
            if let Some(at) = others.iter().position(|other| *other == row) {
                others.swap_remove(at);
                continue;
            }
            let beside = others.first().filter(|_| is_own);
            let values = of
                .columns
                .iter()
                .zip(row)
                .enumerate()
                .filter(|(at, (_, value))| {
                    beside.is_none_or(|other| other.get(*at) != Some(value))
                });
            left.push(
                values
                    .map(|(_, (column, value))| EntryValue {
                        column: (*column).to_owned(),
                        value: match value {
                            Value::Nothing => String::new(),
                            Value::Number(number) => number.to_string(),
                            Value::Text(text) => text.clone(),
                        },
                    })
                    .collect(),
            );
        }
        left
    };
    EntryPart {
        table: of.table.name.to_owned(),
        here: without(here, there),
        there: without(there, here),
    }
}

/// Makes entries as they are in `from`, with what belongs to them, and adds each where it is not there.
/// They are tied to each other when all are there.
///
/// # Errors
/// [`Error::NotFound`] when `from` does not hold one of them.
pub fn take_over(from: &Connection, to: &Connection, entries: &[EntryId]) -> Result<()> {
    let families = families(from)?;
    let mut taken = Vec::new();
    for entry in entries {
        let family = families
            .iter()
            .find(|(table, _)| table.name == entry.table)
            .ok_or(Error::NotFound)?;
        taken.push((family.0, rows_over(from, to, family, &entry.mark)?));
    }
    for (tie, ends) in ties(from)? {
        let [one, other] = &ends;
        for ends in [[one, other], [other, one]] {
            for (table, ids) in &taken {
                if ends[0].0 == table.name {
                    tie_anew(from, to, tie, ends, *ids)?;
                }
            }
        }
    }
    Ok(())
}

/// Answers the entry's row id there and here.
fn rows_over(
    from: &Connection,
    to: &Connection,
    (table, parts): &Family,
    mark: &str,
) -> Result<(i64, i64)> {
    let there = find(from, table, mark)?.ok_or(Error::NotFound)?;
    let mut row = transfer::rows(from, table, "id", there)?
        .pop()
        .ok_or(Error::NotFound)?;
    let here = if let Some(here) = find(to, table, mark)? {
        transfer::overwrite(to, table, here, row, &STAYING)?;
        here
    } else {
        if !transfer::rows(to, table, "id", there)?.is_empty() {
            transfer::take_number(table, &mut row);
        }
        transfer::versions::free(to, table, &mut row)?;
        transfer::insert(to, table, row)?
    };
    for (part, column) in parts {
        to.execute(
            &format!("DELETE FROM {} WHERE {column} = ?1", part.name),
            [here],
        )?;
        for mut row in transfer::rows(from, part, column, there)? {
            transfer::take_number(part, &mut row);
            transfer::set(part, &mut row, column, here);
            transfer::insert(to, part, row)?;
        }
    }
    Ok((there, here))
}

/// What an entry is tied to, each by its mark.
fn tied(
    connection: &Connection,
    table: &'static Table,
    [(_, own), (other_table, other)]: [&(String, String); 2],
    id: u32,
) -> Result<InTable> {
    let marks = marks(connection, table, [own, other_table, other], id.into())?;
    let mut columns = table.columns.iter().map(|column| column.name);
    Ok(InTable {
        table,
        columns: columns.find(|name| name == other).into_iter().collect(),
        rows: marks
            .into_iter()
            .map(|mark| vec![Value::Text(mark)])
            .collect(),
    })
}

/// The marks of what the entry in column `own` is tied to, in the order of that.
fn marks(
    connection: &Connection,
    tie: &Table,
    [own, other_table, other]: [&String; 3],
    id: i64,
) -> Result<Vec<String>> {
    let (name, other_table) = (tie.name, transfer::declared(other_table)?);
    let mut select = connection.prepare_cached(&format!(
        "SELECT CAST(o.{} AS TEXT) FROM {name} t JOIN {} o ON o.id = t.{other}
         WHERE t.{own} = ?1 ORDER BY o.id",
        mark_column(other_table),
        other_table.name
    ))?;
    let marks = select.query_map([id], |row| row.get(0))?;
    Ok(marks.collect::<rusqlite::Result<_>>()?)
}

/// Which entry a tied one's mark is of: the table that `column` of `table` refers to.
pub fn tied_to(
    connection: &Connection,
    table: &str,
    EntryValue { column, value }: &EntryValue,
) -> Result<Option<EntryId>> {
    for (tie, ends) in ties(connection)? {
        let end = ends.into_iter().find(|(_, referring)| referring == column);
        if let Some((other, _)) = end.filter(|_| tie.name == table) {
            let id = find(connection, transfer::declared(&other)?, value)?;
            return Ok(id.and_then(|id| u32::try_from(id).ok()).map(|id| EntryId {
                table: other,
                id,
                mark: value.clone(),
            }));
        }
    }
    Ok(None)
}

/// Ties an entry to what it is tied to in `from`, as far as that is here too; `id` is the entry's
/// there and here.
fn tie_anew(
    from: &Connection,
    to: &Connection,
    tie: &Table,
    [(_, own), (other_table, other)]: [&(String, String); 2],
    (there, here): (i64, i64),
) -> Result<()> {
    let name = tie.name;
    to.execute(&format!("DELETE FROM {name} WHERE {own} = ?1"), [here])?;
    for mark in marks(from, tie, [own, other_table, other], there)? {
        if let Some(id) = find(to, transfer::declared(other_table)?, &mark)? {
            to.execute(
                &format!("INSERT INTO {name} ({own}, {other}) VALUES (?1, ?2)"),
                [here, id],
            )?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
