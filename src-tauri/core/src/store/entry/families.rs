//! Which tables hold entries, which rows belong to them, and what ties them together.

use rusqlite::{Connection, OptionalExtension};

use crate::inventory::{self, About, Table};
use crate::store::transfer;
use crate::{Error, Result};

/// The row id of what has this mark.
pub(super) fn find(connection: &Connection, table: &Table, mark: &str) -> Result<Option<i64>> {
    let sql = format!(
        "SELECT id FROM {} WHERE CAST({} AS TEXT) = ?1",
        table.name,
        mark_column(table)
    );
    let mut select = connection.prepare_cached(&sql)?;
    Ok(select.query_row([mark], |row| row.get(0)).optional()?)
}

/// The column that stands fast in each state.
pub(super) fn mark_column(table: &Table) -> &'static str {
    let mut columns = table.columns.iter().map(|column| column.name);
    columns.find(|name| *name == "mark").unwrap_or("id")
}

/// The tables of entries, each with those whose rows belong to it and the column that says to which.
pub(super) type Family = (&'static Table, Vec<(&'static Table, String)>);

pub(super) fn families(connection: &Connection) -> Result<Vec<Family>> {
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
pub(super) const fn is_written(table: &Table) -> bool {
    matches!(table.about, About::Nobody | About::Controller)
}

/// Rows without a number tie two entries together: they are neither's own.
pub(super) fn is_tie(table: &Table) -> bool {
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

/// A table that ties entries together, and what it ties: tables, and the columns that refer to them. It
/// is compared with the latter's rows.
pub(super) type Tie = (&'static Table, [(String, String); 2]);

pub(super) fn ties(connection: &Connection) -> Result<Vec<Tie>> {
    let tables = inventory::TABLES.iter().filter(|table| is_tie(table));
    tables
        .map(|table| {
            let mut ends = parents(connection, table)?;
            ends.sort_by_key(|(_, column)| transfer::position(table, column));
            let ends = ends.try_into().map_err(|_| Error::Internal("a tie"))?;
            Ok((table, ends))
        })
        .collect()
}
