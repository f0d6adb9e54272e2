//! Tables `supplier`, `supplier_role` and `sub_processor`.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{from_word, word};
use crate::processing::suppliers::{SubProcessor, SupplierFields, SupplierRole, Term};
use crate::{Error, Result};

/// Adds a supplier after the others; answers its row id.
pub fn insert(connection: &Connection, fields: &SupplierFields) -> Result<u32> {
    let id = connection.query_row(
        "INSERT INTO supplier (position, name, work, country, safeguard, contact, contact_email,
             agreement, reseller, accepted_on, accepted_by, authority, terms, retention,
             responsibility)
         VALUES ((SELECT coalesce(max(position), -1) + 1 FROM supplier), ?1, ?2, ?3, ?4, ?5, ?6, ?7,
             ?8, ?9, ?10, ?11, ?12, ?13, ?14)
         RETURNING id",
        params![
            fields.name,
            word(fields.work)?,
            fields.country,
            fields.safeguard,
            fields.contact,
            fields.contact_email,
            word(fields.agreement)?,
            fields.reseller,
            fields.accepted_on,
            fields.accepted_by,
            fields.authority,
            terms_text(&fields.terms)?,
            fields.retention,
            fields.responsibility
        ],
        |row| row.get(0),
    )?;
    insert_parts(connection, id, fields)?;
    Ok(id)
}

/// Writes a supplier as it shall be, in its place.
///
/// # Errors
/// [`Error::NotFound`].
pub fn update(connection: &Connection, id: u32, fields: &SupplierFields) -> Result<()> {
    let changed = connection.execute(
        "UPDATE supplier SET name = ?2, work = ?3, country = ?4, safeguard = ?5, contact = ?6,
             contact_email = ?7, agreement = ?8, reseller = ?9, accepted_on = ?10,
             accepted_by = ?11, authority = ?12, terms = ?13, retention = ?14,
             responsibility = ?15
         WHERE id = ?1",
        params![
            id,
            fields.name,
            word(fields.work)?,
            fields.country,
            fields.safeguard,
            fields.contact,
            fields.contact_email,
            word(fields.agreement)?,
            fields.reseller,
            fields.accepted_on,
            fields.accepted_by,
            fields.authority,
            terms_text(&fields.terms)?,
            fields.retention,
            fields.responsibility
        ],
    )?;
    if changed == 0 {
        return Err(Error::NotFound);
    }
    connection.execute("DELETE FROM supplier_role WHERE supplier_id = ?1", [id])?;
    connection.execute("DELETE FROM sub_processor WHERE supplier_id = ?1", [id])?;
    insert_parts(connection, id, fields)
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
    Ok(())
}

/// Removes a supplier with its parts.
///
/// # Errors
/// [`Error::NotFound`].
pub fn delete(connection: &Connection, id: u32) -> Result<()> {
    match connection.execute("DELETE FROM supplier WHERE id = ?1", [id])? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
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
    let sql = format!("{SELECT} WHERE id = ?1");
    let mut select = connection.prepare_cached(&sql)?;
    let found = select.query_row([id], |row| Ok(read(connection, row)));
    Ok(found.optional()?.ok_or(Error::NotFound)??.1)
}

/// Every supplier with its row id, in order.
pub fn all(connection: &Connection) -> Result<Vec<(u32, SupplierFields)>> {
    let sql = format!("{SELECT} ORDER BY position, id");
    let mut select = connection.prepare_cached(&sql)?;
    let mut rows = select.query([])?;
    let mut suppliers = Vec::new();
    while let Some(row) = rows.next()? {
        suppliers.push(read(connection, row)?);
    }
    Ok(suppliers)
}

const SELECT: &str = "SELECT id, name, work, country, safeguard, contact, contact_email, agreement,
    reseller, accepted_on, accepted_by, authority, terms, retention, responsibility FROM supplier";

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
