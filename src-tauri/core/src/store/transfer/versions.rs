//! What a customer was given and what she said yes to are kept by version, and a version may have
//! another number in the other state: it is the same where its mark is.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};

use super::{declared, insert, position, rows, take_number};
use crate::inventory::{Column, Table};
use crate::store::mark;
use crate::{Error, Result};

/// Tables of a customer's whose rows are to a version, and where the versions are.
const TO_A_VERSION: [(&str, &str); 2] = [
    ("policy_given", "policy_version"),
    ("consent", "consent_text"),
];

/// What a version of the policy told of, and whom it named.
const TOLD_BY: [&str; 2] = ["policy_use", "policy_recipient"];

/// The mark of the version that a column of a customer's row, `t`, names: its number tells nothing outside
/// its state. `None` for another column.
pub fn mark_of(table: &Table, column: &Column) -> Option<String> {
    let (_, name) = TO_A_VERSION.iter().find(|(name, _)| *name == table.name)?;
    let of = position(declared(name).ok()?, "purpose").map_or("", |_| "AND v.purpose = t.purpose");
    (column.name == "version")
        .then(|| format!("(SELECT v.mark FROM {name} v WHERE v.version = t.version {of})"))
}

/// Lets a customer's row be to the number that its version has in `to`; a version that is not there yet
/// is brought along, under the number after the others where its own belongs to another one by now.
pub fn bring(from: &Connection, to: &Connection, table: &Table, row: &mut [Value]) -> Result<()> {
    let Some((_, name)) = TO_A_VERSION.iter().find(|(name, _)| *name == table.name) else {
        return Ok(());
    };
    let versioned = declared(name)?;
    let Some(at) = position(table, "version") else {
        return Ok(());
    };
    let Some(Value::Integer(there)) = row.get(at).cloned() else {
        return Ok(());
    };
    let purpose =
        |of: &Table, row: &[Value]| position(of, "purpose").and_then(|at| row.get(at).cloned());
    let found = rows(from, versioned, "version", there)?
        .into_iter()
        .find(|found| purpose(versioned, found).is_none_or(|of| purpose(table, row) == Some(of)));
    let Some(found) = found else {
        return Ok(());
    };
    let here = number_here(from, to, versioned, found, there)?;
    if let Some(value) = row.get_mut(at) {
        *value = here;
    }
    Ok(())
}

fn number_here(
    from: &Connection,
    to: &Connection,
    versioned: &Table,
    mut row: Vec<Value>,
    there: i64,
) -> Result<Value> {
    let mark = position(versioned, "mark").and_then(|at| row.get(at).cloned());
    let known = to
        .prepare_cached(&format!(
            "SELECT version FROM {} WHERE mark = ?1",
            versioned.name
        ))?
        .query_row([mark], |row| row.get(0))
        .optional()?;
    if let Some(known) = known {
        return Ok(known);
    }
    take_number(versioned, &mut row);
    let here = free(to, versioned, &mut row)?;
    bring_along(to, versioned, &mut row)?;
    insert(to, versioned, row)?;
    if versioned.name == "policy_version" {
        told_by(from, to, there, &here)?;
    }
    Ok(here)
}

/// Notes that a version is not in force, nor asked: where there are others, one of those is.
fn bring_along(to: &Connection, table: &Table, row: &mut [Value]) -> Result<()> {
    let (of, purpose) = counted_in(table, row);
    let name = table.name;
    let sql = format!("SELECT EXISTS (SELECT 1 FROM {name} WHERE {of} = ?1)");
    let brought: bool = to.query_row(&sql, [purpose], |row| row.get(0))?;
    if let Some(value) = position(table, "brought").and_then(|at| row.get_mut(at)) {
        *value = Value::Integer(brought.into());
    }
    Ok(())
}

/// Texts that are asked are counted for each purpose, the policy's versions by themselves: a column and
/// its value, as SQL.
fn counted_in(table: &Table, row: &[Value]) -> (&'static str, Value) {
    let purpose = position(table, "purpose").and_then(|at| row.get(at).cloned());
    purpose.map_or(("1", Value::Integer(1)), |purpose| ("purpose", purpose))
}

/// Gives a version the number after the others where its own belongs to another by now. Answers it.
pub fn free(to: &Connection, table: &Table, row: &mut [Value]) -> Result<Value> {
    let Some(at) = position(table, "version") else {
        return Ok(Value::Null);
    };
    let (of, purpose) = counted_in(table, row);
    let name = table.name;
    let number: Value = to.query_row(
        &format!(
            "SELECT CASE WHEN EXISTS (SELECT 1 FROM {name} WHERE {of} = ?1 AND version = ?2)
                 THEN (SELECT max(version) + 1 FROM {name} WHERE {of} = ?1) ELSE ?2 END"
        ),
        (purpose, row.get(at).cloned()),
        |row| row.get(0),
    )?;
    if let Some(value) = row.get_mut(at) {
        value.clone_from(&number);
    }
    Ok(number)
}

/// What a version told of, and whom it named. A use that is not here is told of no more.
fn told_by(from: &Connection, to: &Connection, there: i64, here: &Value) -> Result<()> {
    for table in TOLD_BY {
        let table = declared(table)?;
        for mut row in rows(from, table, "version", there)? {
            take_number(table, &mut row);
            if let Some(value) = position(table, "version").and_then(|at| row.get_mut(at)) {
                value.clone_from(here);
            }
            let activity = position(table, "activity").and_then(|at| row.get_mut(at));
            if let Some(activity) = activity
                && !is_same_use(from, to, activity)?
            {
                continue;
            }
            insert(to, table, row)?;
        }
    }
    Ok(())
}

/// Gives a use the id that it has here. Answers whether it is here.
fn is_same_use(from: &Connection, to: &Connection, activity: &mut Value) -> Result<bool> {
    let Value::Integer(there) = activity else {
        return Ok(false);
    };
    let there = u32::try_from(*there).map_err(|_| Error::Internal("id of a use"))?;
    let Some(mark) = mark::find(from, "activity", there)? else {
        return Ok(false);
    };
    let here: Option<i64> = to
        .prepare_cached("SELECT id FROM activity WHERE mark = ?1")?
        .query_row([mark], |row| row.get(0))
        .optional()?;
    if let Some(here) = here {
        *activity = Value::Integer(here);
    }
    Ok(here.is_some())
}
