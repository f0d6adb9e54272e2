//! Tables `supplier`, `supplier_role`, `sub_processor` and `activity_supplier`.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params, params_from_iter};

use super::{expect_one, from_word, word};
use crate::processing::activities::ActivityId;
use crate::processing::suppliers::{SubProcessor, SupplierFields, SupplierRole, Term};
use crate::{Error, Result};

/// The columns that hold what is known of a supplier, in the order of [`values`] and of [`read`].
const COLUMNS: [&str; 15] = [
    "name",
    "work",
    "country",
    "safeguard",
    "contact",
    "contact_email",
    "agreement",
    "reseller",
    "accepted_on",
    "accepted_by",
    "authority",
    "terms",
    "retention",
    "responsibility",
    "uses_chosen",
];

fn values(fields: &SupplierFields) -> Result<[Value; COLUMNS.len()]> {
    let text = |text: &String| Value::Text(text.clone());
    let day = fields.accepted_on.map(|day| Value::Text(day.to_string()));
    Ok([
        text(&fields.name),
        Value::Text(word(fields.work)?),
        text(&fields.country),
        text(&fields.safeguard),
        text(&fields.contact),
        text(&fields.contact_email),
        Value::Text(word(fields.agreement)?),
        text(&fields.reseller),
        day.unwrap_or(Value::Null),
        text(&fields.accepted_by),
        text(&fields.authority),
        Value::Text(terms_text(&fields.terms)?),
        text(&fields.retention),
        text(&fields.responsibility),
        Value::Integer(fields.uses.is_some().into()),
    ])
}

/// Adds a supplier after the others; answers its row id.
pub fn insert(connection: &Connection, fields: &SupplierFields) -> Result<u32> {
    let sql = format!(
        "INSERT INTO supplier ({}, position)
         VALUES ({}(SELECT coalesce(max(position), -1) + 1 FROM supplier)) RETURNING id",
        COLUMNS.join(", "),
        "?, ".repeat(COLUMNS.len())
    );
    let values = params_from_iter(values(fields)?);
    let id = connection.query_row(&sql, values, |row| row.get(0))?;
    insert_parts(connection, id, fields)?;
    Ok(id)
}

/// Writes a supplier as it shall be, in its place.
///
/// # Errors
/// [`Error::NotFound`].
pub fn update(connection: &Connection, id: u32, fields: &SupplierFields) -> Result<()> {
    let sql = format!(
        "UPDATE supplier SET {} = ? WHERE id = ?",
        COLUMNS.join(" = ?, ")
    );
    let values = values(fields)?.into_iter().chain([Value::from(id)]);
    expect_one(connection.execute(&sql, params_from_iter(values))?)?;
    for parts in ["supplier_role", "sub_processor", "activity_supplier"] {
        connection.execute(&format!("DELETE FROM {parts} WHERE supplier_id = ?1"), [id])?;
    }
    insert_parts(connection, id, fields)
}

/// Writes in which uses a supplier gets data; `None` for those that follow from its work.
pub fn write_uses(
    connection: &Connection,
    id: u32,
    uses: Option<&BTreeSet<ActivityId>>,
) -> Result<()> {
    connection.execute(
        "UPDATE supplier SET uses_chosen = ?2 WHERE id = ?1",
        params![id, uses.is_some()],
    )?;
    connection.execute("DELETE FROM activity_supplier WHERE supplier_id = ?1", [id])?;
    insert_uses(connection, id, uses)
}

fn insert_uses(
    connection: &Connection,
    id: u32,
    uses: Option<&BTreeSet<ActivityId>>,
) -> Result<()> {
    let mut insert = connection.prepare_cached(
        "INSERT INTO activity_supplier (activity_id, supplier_id) VALUES (?1, ?2)",
    )?;
    for each in uses.into_iter().flatten() {
        insert.execute(params![each.0, id])?;
    }
    Ok(())
}

fn insert_parts(connection: &Connection, id: u32, fields: &SupplierFields) -> Result<()> {
    let mut insert = connection.prepare_cached(
        "INSERT INTO supplier_role (supplier_id, position, role, concerns) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for (position, role) in fields.roles.iter().enumerate() {
        insert.execute(params![id, position, word(role.role)?, role.concerns])?;
    }
    let mut insert = connection.prepare_cached(
        "INSERT INTO sub_processor (supplier_id, position, name, country, safeguard)
         VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for (position, sub) in fields.sub_processors.iter().enumerate() {
        insert.execute(params![id, position, sub.name, sub.country, sub.safeguard])?;
    }
    insert_uses(connection, id, fields.uses.as_ref())
}

/// Removes a supplier with its parts.
///
/// # Errors
/// [`Error::NotFound`].
pub fn delete(connection: &Connection, id: u32) -> Result<()> {
    expect_one(connection.execute("DELETE FROM supplier WHERE id = ?1", [id])?)
}

/// What stands fast of each, by its row id.
pub fn marks(connection: &Connection) -> Result<BTreeMap<u32, String>> {
    let mut select = connection.prepare_cached("SELECT id, mark FROM supplier")?;
    let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many there are.
pub fn count(connection: &Connection) -> Result<usize> {
    Ok(connection.query_row("SELECT count(*) FROM supplier", [], |row| row.get(0))?)
}

/// One supplier.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find(connection: &Connection, id: u32) -> Result<SupplierFields> {
    let sql = format!("{} WHERE id = ?1", select());
    let mut select = connection.prepare_cached(&sql)?;
    let found = select.query_row([id], |row| Ok(read(connection, row)));
    Ok(found.optional()?.ok_or(Error::NotFound)??.1)
}

/// Every supplier with its row id, in order.
pub fn all(connection: &Connection) -> Result<Vec<(u32, SupplierFields)>> {
    let sql = format!("{} ORDER BY position, id", select());
    let mut select = connection.prepare_cached(&sql)?;
    let mut rows = select.query([])?;
    let mut suppliers = Vec::new();
    while let Some(row) = rows.next()? {
        suppliers.push(read(connection, row)?);
    }
    Ok(suppliers)
}

fn select() -> String {
    format!("SELECT id, {} FROM supplier", COLUMNS.join(", "))
}

fn read(connection: &Connection, row: &Row<'_>) -> Result<(u32, SupplierFields)> {
    let id = row.get(0)?;
    let fields = SupplierFields {
        name: row.get(1)?,
        work: from_word(row.get(2)?)?,
        roles: roles(connection, id)?,
        country: row.get(3)?,
        safeguard: row.get(4)?,
        contact: row.get(5)?,
        contact_email: row.get(6)?,
        agreement: from_word(row.get(7)?)?,
        reseller: row.get(8)?,
        accepted_on: row.get(9)?,
        accepted_by: row.get(10)?,
        authority: row.get(11)?,
        terms: terms(&row.get::<_, String>(12)?)?,
        sub_processors: sub_processors(connection, id)?,
        retention: row.get(13)?,
        responsibility: row.get(14)?,
        uses: if row.get(15)? {
            Some(uses(connection, id)?)
        } else {
            None
        },
    };
    Ok((id, fields))
}

fn roles(connection: &Connection, supplier: u32) -> Result<Vec<SupplierRole>> {
    let mut select = connection.prepare_cached(
        "SELECT role, concerns FROM supplier_role WHERE supplier_id = ?1 ORDER BY position",
    )?;
    let mut rows = select.query([supplier])?;
    let mut roles = Vec::new();
    while let Some(row) = rows.next()? {
        roles.push(SupplierRole {
            role: from_word(row.get(0)?)?,
            concerns: row.get(1)?,
        });
    }
    Ok(roles)
}

fn uses(connection: &Connection, supplier: u32) -> Result<BTreeSet<ActivityId>> {
    let mut select = connection
        .prepare_cached("SELECT activity_id FROM activity_supplier WHERE supplier_id = ?1")?;
    let rows = select.query_map([supplier], |row| row.get(0).map(ActivityId))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn sub_processors(connection: &Connection, supplier: u32) -> Result<Vec<SubProcessor>> {
    let mut select = connection.prepare_cached(
        "SELECT name, country, safeguard FROM sub_processor WHERE supplier_id = ?1
         ORDER BY position",
    )?;
    let rows = select.query_map([supplier], |row| {
        Ok(SubProcessor {
            name: row.get(0)?,
            country: row.get(1)?,
            safeguard: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn terms_text(terms: &[Term]) -> Result<String> {
    serde_json::to_string(terms).map_err(|_| Error::Internal("stored terms"))
}

fn terms(text: &str) -> Result<Vec<Term>> {
    serde_json::from_str(text).map_err(|_| Error::Internal("stored terms"))
}
