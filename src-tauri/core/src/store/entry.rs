//! What is no customer's and a person wrote: a supplier, a clause, a use of data, the business, each
//! with the rows that belong to it. Two states of the register are compared and brought together by
//! them, table by table as the inventory declares them: a table that is new tomorrow is compared
//! without a word here.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::Value;
use super::transfer;
use crate::inventory::{self, About, Table};
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

/// The rows of an entry, by table: the first one is its own.
type Rows = Vec<(&'static Table, Vec<Vec<Value>>)>;

/// An entry as one state has it.
pub struct Entry(Rows);

/// Every entry of a state.
pub fn all(connection: &Connection) -> Result<BTreeMap<EntryId, Entry>> {
    let mut entries = BTreeMap::new();
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
        transfer::free_version(to, table, &mut row)?;
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

/// The row id of what has this mark.
fn find(connection: &Connection, table: &Table, mark: &str) -> Result<Option<i64>> {
    let sql = format!(
        "SELECT id FROM {} WHERE CAST({} AS TEXT) = ?1",
        table.name,
        mark_column(table)
    );
    let mut select = connection.prepare_cached(&sql)?;
    Ok(select.query_row([mark], |row| row.get(0)).optional()?)
}

/// The column that stands fast in each state.
fn mark_column(table: &Table) -> &'static str {
    let mut columns = table.columns.iter().map(|column| column.name);
    columns.find(|name| *name == "mark").unwrap_or("id")
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
    let mut tables = inventory::TABLES.iter();
    let other_table = tables
        .find(|table| table.name == other_table)
        .ok_or(Error::Internal("a tie"))?;
    let marks: Vec<String> = from
        .prepare(&format!(
            "SELECT CAST(o.{} AS TEXT) FROM {name} t JOIN {} o ON o.id = t.{other} WHERE t.{own} = ?1",
            mark_column(other_table),
            other_table.name
        ))?
        .query_map([there], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for mark in marks {
        if let Some(id) = find(to, other_table, &mark)? {
            to.execute(
                &format!("INSERT INTO {name} ({own}, {other}) VALUES (?1, ?2)"),
                [here, id],
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

    fn add_supplier(connection: &Connection, id: u32, name: &str) {
        connection
            .execute(
                "INSERT INTO supplier (id, position, name, work, country, safeguard, contact,
                     contact_email, agreement, reseller, accepted_by, authority, terms, retention,
                     responsibility)
                 VALUES (?1, 1, ?2, 'mail', 'SE', '', '', '', 'none', '', '', '', '[]', '', '')",
                rusqlite::params![id, name],
            )
            .unwrap();
    }

    fn unlike(here: &Connection, there: &Connection) -> Vec<EntryId> {
        let (here, there) = (all(here).unwrap(), all(there).unwrap());
        let ids: std::collections::BTreeSet<_> = here.keys().chain(there.keys()).collect();
        ids.into_iter()
            .filter(|id| !differences(here.get(*id), there.get(*id)).is_empty())
            .cloned()
            .collect()
    }

    fn copy(connection: &mut Connection) -> Connection {
        let bytes = image::with_bytes(connection, |bytes| Ok(bytes.to_vec())).unwrap();
        image::open(&bytes, |_| Ok(())).unwrap().0
    }

    #[test]
    fn what_was_taken_over_is_no_longer_missing_whatever_number_it_got() {
        for is_number_free in [true, false] {
            let mut there = image::make().unwrap();
            let here = copy(&mut there);
            add_supplier(&there, 7, "Brevduvan");
            if !is_number_free {
                add_supplier(&here, 7, "Paketbudet");
            }
            let missing = all(&there).unwrap();
            let missing = missing.keys().find(|id| id.table == "supplier").unwrap();
            for _ in 0..2 {
                take_over(&there, &here, std::slice::from_ref(missing)).unwrap();
                assert!(!unlike(&here, &there).contains(missing));
                let times: u32 = here
                    .query_row(
                        "SELECT count(*) FROM supplier WHERE name = 'Brevduvan'",
                        [],
                        |row| row.get(0),
                    )
                    .unwrap();
                assert_eq!(times, 1);
            }
            let now = all(&here).unwrap();
            let (id, _) = now.get_key_value(missing).unwrap();
            assert_eq!(id.id == 7, is_number_free);
        }
    }

    #[test]
    fn what_is_new_at_both_ends_comes_over_tied() {
        let mut there = image::make().unwrap();
        let here = copy(&mut there);
        // The numbers of both are other entries' here.
        for connection in [&there, &here] {
            add_supplier(connection, 5, "Brevduvan");
            connection
                .execute(
                    "INSERT INTO activity
                         (id, position, basis, retention, need, categories, subjects, places)
                     VALUES (20, 20, 'contract', 'whileCustomer', 'voluntary', '[]', '[]', '[]')",
                    [],
                )
                .unwrap();
        }
        there
            .execute(
                "INSERT INTO activity_supplier (activity_id, supplier_id) VALUES (20, 5)",
                [],
            )
            .unwrap();
        let chosen: Vec<EntryId> = all(&there)
            .unwrap()
            .into_keys()
            .filter(|id| (id.table == "activity" && id.id == 20) || id.table == "supplier")
            .collect();
        assert_eq!(chosen.len(), 2);
        for chosen in [chosen.clone(), chosen.into_iter().rev().collect()] {
            take_over(&there, &here, &chosen).unwrap();
            let ties: Vec<(u32, u32)> = here
                .prepare("SELECT activity_id, supplier_id FROM activity_supplier")
                .unwrap()
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
                .unwrap()
                .collect::<rusqlite::Result<_>>()
                .unwrap();
            assert_eq!(ties, [(21, 6)]);
        }
    }
}
