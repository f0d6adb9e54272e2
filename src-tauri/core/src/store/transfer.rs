//! Taking a customer over from another state of the same register, table by table as the inventory
//! declares them: a table that is new tomorrow is taken over without a word here.

use std::collections::HashMap;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};

use super::{customer, mark, text};
use crate::customers::CustomerId;
use crate::inventory::{self, Column, Reach, Section, Table};
use crate::{Error, Result};

pub(super) mod versions;

/// Puts everything that `from` holds about a customer in the place of what `to` holds about her. Her
/// mark tells who she is; who is not there yet is added, under a new number where another person got
/// hers meanwhile. Answers her number in `to`.
///
/// # Errors
/// [`Error::NotFound`] when `from` does not hold her.
pub fn customer(from: &Connection, to: &Connection, id: CustomerId) -> Result<CustomerId> {
    let mark = mark::of(from, itself()?.name, id.0)?;
    let known: Option<u32> = to
        .prepare_cached("SELECT id FROM customer WHERE mark = ?1")?
        .query_row([mark], |row| row.get(0))
        .optional()?;
    let new_id = if let Some(known) = known.map(CustomerId) {
        clear(to, known)?;
        let row = whole(from, id)?;
        overwrite(to, itself()?, known.0.into(), row, &["id", "number"])?;
        known
    } else {
        let is_taken = mark::find(to, itself()?.name, id.0)?.is_some();
        add(from, to, id, is_taken)?
    };
    // Row numbers of one state belong to others in the other: every row gets a new one.
    let mut numbers: HashMap<(&str, i64), i64> = HashMap::new();
    for table in tables(Of::Column) {
        let Some(Reach::Column(column)) = table.reach() else {
            continue;
        };
        for mut row in rows(from, table, column, id.0.into())? {
            let old = take_number(table, &mut row);
            set(table, &mut row, column, new_id.0.into());
            versions::bring(from, to, table, &mut row)?;
            if table.section == Section::Audit && is_logged(to, table, &row)? {
                continue;
            }
            let new = insert(to, table, row)?;
            if let Some(old) = old {
                numbers.insert((table.name, old), new);
            }
        }
    }
    for table in tables(Of::Parent) {
        let Some(Reach::Parent {
            column,
            table: parent,
        }) = table.reach()
        else {
            continue;
        };
        let parents: Vec<(i64, i64)> = numbers
            .iter()
            .filter(|((name, _), _)| *name == parent)
            .map(|((_, old), new)| (*old, *new))
            .collect();
        for (old, new) in parents {
            for mut row in rows(from, table, column, old)? {
                take_number(table, &mut row);
                set(table, &mut row, column, new);
                insert(to, table, row)?;
            }
        }
    }
    Ok(new_id)
}

#[derive(PartialEq)]
enum Of {
    Column,
    Parent,
}

fn tables(of: Of) -> impl Iterator<Item = &'static Table> {
    inventory::TABLES
        .iter()
        .filter(move |table| match table.reach() {
            Some(Reach::Column(_)) => of == Of::Column,
            Some(Reach::Parent { .. }) => of == Of::Parent,
            _ => false,
        })
}

fn itself() -> Result<&'static Table> {
    inventory::TABLES
        .iter()
        .find(|table| table.reach() == Some(Reach::Itself))
        .ok_or(Error::Internal("no table of customers"))
}

pub(super) fn declared(name: &str) -> Result<&'static Table> {
    inventory::TABLES
        .iter()
        .find(|table| table.name == name)
        .ok_or(Error::Internal("no such table"))
}

/// What is hers in `to` goes, but for the log: what was done in either state was done.
fn clear(to: &Connection, id: CustomerId) -> Result<()> {
    for table in tables(Of::Column).filter(|table| table.section != Section::Audit) {
        if let Some(Reach::Column(column)) = table.reach() {
            to.execute(
                &format!("DELETE FROM {} WHERE {column} = ?1", table.name),
                [id.0],
            )?;
        }
    }
    Ok(())
}

/// Everything that stands in a customer's own row.
fn whole(from: &Connection, id: CustomerId) -> Result<Vec<Value>> {
    rows(from, itself()?, "id", id.0.into())?
        .pop()
        .ok_or(Error::NotFound)
}

/// Writes a row over the one with this id, but for the columns that stay.
pub(super) fn overwrite(
    to: &Connection,
    table: &Table,
    id: i64,
    row: Vec<Value>,
    staying: &[&str],
) -> Result<()> {
    let (set, values): (Vec<String>, Vec<Value>) = names(table)
        .zip(referring(to, table, row)?)
        .filter(|(name, _)| !staying.contains(name))
        .map(|(name, value)| (format!("{name} = ?"), value))
        .unzip();
    to.execute(
        &format!(
            "UPDATE {} SET {} WHERE id = {id}",
            table.name,
            set.join(", ")
        ),
        params_from_iter(values),
    )?;
    Ok(())
}

fn add(from: &Connection, to: &Connection, id: CustomerId, is_taken: bool) -> Result<CustomerId> {
    let table = itself()?;
    let mut row = whole(from, id)?;
    if is_taken {
        take_number(table, &mut row);
    }
    let at = position(table, "number");
    let next: i64 = to.query_row(
        "SELECT CASE WHEN EXISTS (SELECT 1 FROM customer WHERE number = ?1) THEN ?2 ELSE ?1 END",
        params![at.and_then(|at| row.get(at)), customer::next_number(to)?],
        |row| row.get(0),
    )?;
    set(table, &mut row, "number", next);
    let id = insert(to, table, row)?;
    u32::try_from(id)
        .map(CustomerId)
        .map_err(|_| Error::Internal("too many customers"))
}

fn is_logged(to: &Connection, table: &Table, row: &[Value]) -> Result<bool> {
    let same: Vec<String> = names(table)
        .filter(|name| *name != "id")
        .map(|name| format!("{name} IS ?"))
        .collect();
    let values = names(table)
        .zip(row)
        .filter(|(name, _)| *name != "id")
        .map(|(_, value)| value);
    Ok(to
        .prepare(&format!(
            "SELECT 1 FROM {} WHERE {}",
            table.name,
            same.join(" AND ")
        ))?
        .exists(params_from_iter(values))?)
}

fn names(table: &Table) -> impl Iterator<Item = &'static str> {
    table.columns.iter().map(|column| column.name)
}

pub(super) fn position(table: &Table, name: &str) -> Option<usize> {
    names(table).position(|found| found == name)
}

/// Whole rows, every column in the inventory's order, which is the schema's.
pub(super) fn rows(
    from: &Connection,
    table: &Table,
    column: &str,
    is: i64,
) -> Result<Vec<Vec<Value>>> {
    let columns: Vec<String> = table.columns.iter().map(Column::value).collect();
    let mut select = from.prepare(&format!(
        "SELECT {} FROM {} t WHERE {column} = ?1",
        columns.join(", "),
        table.name
    ))?;
    let rows = select.query_map([is], |row| {
        (0..columns.len()).map(|at| row.get(at)).collect()
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Leaves a row without its number, so that it gets a new one, and answers the old one.
pub(super) fn take_number(table: &Table, row: &mut [Value]) -> Option<i64> {
    let value = row.get_mut(position(table, "id")?)?;
    match std::mem::replace(value, Value::Null) {
        Value::Integer(number) => Some(number),
        _ => None,
    }
}

pub(super) fn set(table: &Table, row: &mut [Value], column: &str, number: i64) {
    if let Some(value) = position(table, column).and_then(|at| row.get_mut(at)) {
        *value = Value::Integer(number);
    }
}

/// Texts that rows refer to have other numbers in the other state.
fn referring(to: &Connection, table: &Table, mut row: Vec<Value>) -> Result<Vec<Value>> {
    for (column, value) in table.columns.iter().zip(&mut row) {
        if let (Some(texts), Value::Text(text)) = (column.texts, &*value) {
            *value = Value::Integer(text::refer(to, texts, text)?);
        }
    }
    Ok(row)
}

/// Adds a row that is in the other state; answers its number.
pub(super) fn insert(to: &Connection, table: &Table, row: Vec<Value>) -> Result<i64> {
    let row = referring(to, table, row)?;
    let marks = vec!["?"; row.len()].join(", ");
    to.prepare_cached(&format!("INSERT INTO {} VALUES ({marks})", table.name))?
        .execute(params_from_iter(row))?;
    Ok(to.last_insert_rowid())
}
