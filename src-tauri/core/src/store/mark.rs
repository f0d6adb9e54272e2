//! What stands fast of a row, whatever is changed in it: with its id it tells it from a row of another
//! computer that was given the same id.

use rusqlite::{Connection, OptionalExtension};

use crate::{Error, Result};

/// The mark of a row in `table`.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub fn of(connection: &Connection, table: &str, id: u32) -> Result<String> {
    find(connection, table, id)?.ok_or(Error::NotFound)
}

/// The mark of a row in `table`, if it is there.
pub fn find(connection: &Connection, table: &str, id: u32) -> Result<Option<String>> {
    let sql = format!("SELECT mark FROM {table} WHERE id = ?1");
    Ok(connection
        .prepare_cached(&sql)?
        .query_row([id], |row| row.get(0))
        .optional()?)
}
