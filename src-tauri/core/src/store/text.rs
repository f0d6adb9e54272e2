//! Tables of texts (`id`, `name`) that many rows repeat and therefore refer to.

use rusqlite::{Connection, OptionalExtension};

use crate::Result;

/// The id of a text, which is added when it is new. `table` comes from the inventory.
pub fn refer(connection: &Connection, table: &str, text: &str) -> Result<i64> {
    let known = connection
        .prepare_cached(&format!("SELECT id FROM {table} WHERE name = ?1"))?
        .query_row([text], |row| row.get(0))
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    connection
        .prepare_cached(&format!("INSERT INTO {table} (name) VALUES (?1)"))?
        .execute([text])?;
    Ok(connection.last_insert_rowid())
}
