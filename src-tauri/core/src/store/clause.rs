//! Tables `clause` and `clause_text`.

use rusqlite::{Connection, params};

use super::{expect_one, from_word};
use crate::processing::clauses::{ClauseId, ClauseText, Name};
use crate::{Error, Language, Result};

/// A stored clause.
pub struct ClauseRow {
    /// Row id.
    pub id: ClauseId,
    /// Which supplied one it is.
    pub name: Option<Name>,
    /// She does not want it.
    pub left_out: bool,
}

/// What she wrote in a clause.
pub struct TextRow {
    /// Of which clause.
    pub of: ClauseId,
    /// In which language.
    pub language: Language,
    /// What it says.
    pub content: ClauseText,
}

/// Every clause, in order.
pub fn all(connection: &Connection) -> Result<Vec<ClauseRow>> {
    let mut select =
        connection.prepare_cached("SELECT id, name, left_out FROM clause ORDER BY position, id")?;
    let mut rows = select.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(ClauseRow {
            id: ClauseId(row.get(0)?),
            name: row
                .get::<_, Option<String>>(1)?
                .map(from_word)
                .transpose()?,
            left_out: row.get(2)?,
        });
    }
    Ok(found)
}

/// Adds one of her own after all others.
pub fn insert(connection: &Connection) -> Result<ClauseId> {
    connection.execute(
        "INSERT INTO clause (position, left_out) SELECT max(position) + 1, 0 FROM clause",
        [],
    )?;
    u32::try_from(connection.last_insert_rowid())
        .map(ClauseId)
        .map_err(|_| Error::Internal("rows"))
}

/// Puts the clauses in an order.
pub fn put_in_order(connection: &Connection, order: &[ClauseId]) -> Result<()> {
    let mut update = connection.prepare_cached("UPDATE clause SET position = ?2 WHERE id = ?1")?;
    for (position, id) in (1_u32..).zip(order) {
        update.execute(params![id.0, position])?;
    }
    Ok(())
}

/// Leaves a clause out, or not.
///
/// # Errors
/// [`Error::NotFound`].
pub fn leave_out(connection: &Connection, id: ClauseId, left_out: bool) -> Result<()> {
    expect_one(connection.execute(
        "UPDATE clause SET left_out = ?2 WHERE id = ?1",
        params![id.0, left_out],
    )?)
}

/// Deletes a clause with its texts.
///
/// # Errors
/// [`Error::NotFound`].
pub fn delete(connection: &Connection, id: ClauseId) -> Result<()> {
    expect_one(connection.execute("DELETE FROM clause WHERE id = ?1", [id.0])?)
}

/// Everything that she wrote.
pub fn texts(connection: &Connection) -> Result<Vec<TextRow>> {
    let mut select = connection
        .prepare_cached("SELECT clause_id, language, heading, text FROM clause_text ORDER BY id")?;
    let mut rows = select.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(TextRow {
            of: ClauseId(row.get(0)?),
            language: from_word(row.get(1)?)?,
            content: ClauseText {
                heading: row.get(2)?,
                text: row.get(3)?,
            },
        });
    }
    Ok(found)
}

/// Writes what she says in a clause in one language; `None` takes it away.
pub fn write_text(
    connection: &Connection,
    of: ClauseId,
    language: Language,
    content: Option<&ClauseText>,
) -> Result<()> {
    connection.execute(
        "DELETE FROM clause_text WHERE clause_id = ?1 AND language = ?2",
        params![of.0, language.tag()],
    )?;
    if let Some(ClauseText { heading, text }) = content {
        connection.execute(
            "INSERT INTO clause_text (clause_id, language, heading, text) VALUES (?1, ?2, ?3, ?4)",
            params![of.0, language.tag(), heading, text],
        )?;
    }
    Ok(())
}
