//! What is no customer's and a person wrote: a supplier, a clause, a use of data, the business, each
//! with the rows that belong to it. Two states of the register are compared and brought together by
//! them, table by table as the inventory declares them: a table that is new tomorrow is compared
//! without a word here.

use std::collections::BTreeMap;

use rusqlite::Connection;
use rusqlite::types::Value as Stored;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::Value;
use super::{mark, transfer};
use crate::inventory::{self, About, Table};
use crate::{Error, Result};

/// What stays of an entry when it becomes as it is in another state: where it stands among the others.
const PLACE: &str = "position";

/// Which entry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct EntryId {
    /// Its table.
    pub table: String,
    /// Row id.
    pub id: u32,
    /// What stands fast of it; empty where its id does.
    pub mark: String,
}

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

/// The rows of an entry, by table: the first one is its own.
type Rows = Vec<(&'static Table, Vec<Vec<Value>>)>;

/// An entry as one state has it.
pub struct Entry(Rows);

/// Every entry of a state.
pub fn all(connection: &Connection) -> Result<BTreeMap<EntryId, Entry>> {
    let mut entries = BTreeMap::new();
    for (table, parts) in families(connection)? {
        let mark = mark_column(table).map_or_else(|| "''".to_owned(), |mark| format!("t.{mark}"));
        let mut select = connection.prepare(&format!(
            "SELECT t.id, {mark} FROM {} t ORDER BY {}",
            table.name, table.order
        ))?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            let id = EntryId {
                table: table.name.to_owned(),
                id: row.get(0)?,
                mark: row.get(1)?,
            };
            let mut own = vec![(
                table,
                super::record::values(connection, table, "id", id.id)?,
            )];
            for (part, column) in &parts {
                own.push((
                    part,
                    super::record::values(connection, part, column, id.id)?,
                ));
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
        .map(|(at, (table, _))| part(table, rows_of(here, at), rows_of(there, at), at == 0));
    parts
        .filter(|part| !part.here.is_empty() || !part.there.is_empty())
        .collect()
}

/// The rows of an entry in one of its tables.
fn rows_of(entry: Option<&Entry>, at: usize) -> &[Vec<Value>] {
    let found = entry.and_then(|entry| entry.0.get(at));
    found.map_or(&[], |(_, rows)| rows)
}

/// Of rows that belong together, each one that the other side has too is left out; of the entry's own
/// row, each value.
fn part(table: &Table, here: &[Vec<Value>], there: &[Vec<Value>], is_own: bool) -> EntryPart {
    let without = |rows: &[Vec<Value>], others: &[Vec<Value>]| -> Vec<Vec<EntryValue>> {
        let mut others: Vec<&Vec<Value>> = others.iter().collect();
        let mut left = Vec::new();
        for row in rows {
            if let Some(at) = others.iter().position(|other| *other == row) {
                others.swap_remove(at);
                continue;
            }
            let beside = others.first().filter(|_| is_own);
            let values = table
                .shown()
                .zip(row)
                .enumerate()
                .filter(|(at, (_, value))| {
                    beside.is_none_or(|other| other.get(*at) != Some(value))
                });
            left.push(
                values
                    .map(|(_, (column, value))| EntryValue {
                        column: column.name.to_owned(),
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
        table: table.name.to_owned(),
        here: without(here, there),
        there: without(there, here),
    }
}

/// Makes an entry as it is in `from`, with what belongs to it, and adds it where it is not there.
///
/// # Errors
/// [`Error::NotFound`] when `from` does not hold it.
pub fn take_over(from: &Connection, to: &Connection, entry: &EntryId) -> Result<()> {
    let families = families(from)?;
    let (table, parts) = families
        .iter()
        .find(|(table, _)| table.name == entry.table)
        .ok_or(Error::NotFound)?;
    let row = find(from, table, entry)?.ok_or(Error::NotFound)?;
    let id = if find(to, table, entry)?.is_some() {
        transfer::overwrite(to, table, entry.id.into(), row, &["id", PLACE])?;
        entry.id.into()
    } else {
        let mut row = row;
        transfer::take_number(table, &mut row);
        transfer::insert(to, table, row)?
    };
    for (part, column) in parts {
        to.execute(
            &format!("DELETE FROM {} WHERE {column} = ?1", part.name),
            [id],
        )?;
        for mut row in transfer::rows(from, part, column, entry.id.into())? {
            transfer::take_number(part, &mut row);
            transfer::set(part, &mut row, column, id);
            transfer::insert(to, part, row)?;
        }
    }
    for (tie, ends) in ties(from)? {
        let [one, other] = &ends;
        for ends in [[one, other], [other, one]] {
            if ends[0].0 == table.name {
                tie_anew(from, to, tie, ends, (entry.id.into(), id))?;
            }
        }
    }
    Ok(())
}

/// The whole row, if it is the same entry.
fn find(connection: &Connection, table: &Table, entry: &EntryId) -> Result<Option<Vec<Stored>>> {
    let mark = mark_column(table).and_then(|mark| transfer::position(table, mark));
    let row = transfer::rows(connection, table, "id", entry.id.into())?.pop();
    Ok(row
        .filter(|row| mark.is_none_or(|at| row.get(at) == Some(&Stored::Text(entry.mark.clone())))))
}

fn mark_column(table: &Table) -> Option<&'static str> {
    let mut columns = table.columns.iter().map(|column| column.name);
    columns.find(|name| *name == "mark")
}

/// The tables of entries, each with those whose rows belong to it and the column that says to which.
type Family = (&'static Table, Vec<(&'static Table, String)>);

fn families(connection: &Connection) -> Result<Vec<Family>> {
    let mut families: Vec<Family> = Vec::new();
    let mut parts = Vec::new();
    for table in inventory::TABLES {
        if is_tie(table) {
            continue;
        }
        let parent = parents(connection, table)?.into_iter().next();
        match parent {
            // A file of a supplier's is one of the supplier's rows, though others are customers'.
            Some((parent, column)) => parts.push((parent, table, column)),
            None if is_written(table) => families.push((table, Vec::new())),
            None => {}
        }
    }
    for (parent, part, column) in parts {
        if let Some((_, parts)) = families.iter_mut().find(|(table, _)| table.name == parent) {
            parts.push((part, column));
        }
    }
    Ok(families)
}

/// What a person wrote that is no customer's.
const fn is_written(table: &Table) -> bool {
    matches!(table.about, About::Nobody | About::Controller)
}

/// Rows without a number tie two entries together: they are neither's own.
fn is_tie(table: &Table) -> bool {
    is_written(table) && transfer::position(table, "id").is_none()
}

/// The tables of entries that rows of `table` refer to, and the columns that do.
fn parents(connection: &Connection, table: &Table) -> Result<Vec<(String, String)>> {
    let referred = connection
        .prepare("SELECT \"table\", \"from\" FROM pragma_foreign_key_list(?1)")?
        .query_map([table.name], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<Vec<(String, String)>>>()?;
    let is_entry = |name: &str| {
        let mut tables = inventory::TABLES.iter();
        tables.any(|table| table.name == name && is_written(table))
    };
    Ok(referred
        .into_iter()
        .filter(|(name, _)| is_entry(name))
        .collect())
}

/// A table that ties entries together, and what it ties: tables, and the columns that refer to them.
type Tie = (&'static Table, [(String, String); 2]);

fn ties(connection: &Connection) -> Result<Vec<Tie>> {
    let tables = inventory::TABLES.iter().filter(|table| is_tie(table));
    tables
        .map(|table| {
            let ends = parents(connection, table)?;
            let ends = ends.try_into().map_err(|_| Error::Internal("a tie"))?;
            Ok((table, ends))
        })
        .collect()
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
    let others: Vec<u32> = from
        .prepare(&format!("SELECT {other} FROM {name} WHERE {own} = ?1"))?
        .query_map([there], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for id in others {
        let theirs = mark::of(from, other_table, id)?;
        if mark::find(to, other_table, id)?.as_ref() == Some(&theirs) {
            to.execute(
                &format!("INSERT INTO {name} ({own}, {other}) VALUES (?1, ?2)"),
                [here, id.into()],
            )?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::image;

    #[test]
    fn every_table_that_a_person_writes_and_that_is_no_customers_is_compared() {
        let families = families(&image::make().unwrap()).unwrap();
        let mut compared: Vec<&str> = Vec::new();
        for (table, parts) in &families {
            compared.push(table.name);
            compared.extend(parts.iter().map(|(part, _)| part.name));
        }
        for table in inventory::TABLES {
            let times = compared.iter().filter(|name| **name == table.name).count();
            let is_own = is_written(table) && !is_tie(table);
            let is_shared = table.name == "attachment";
            assert_eq!(times, usize::from(is_own || is_shared), "{}", table.name);
        }
        for wanted in ["business", "supplier", "activity", "clause"] {
            assert!(families.iter().any(|(table, _)| table.name == wanted));
        }
    }
}
