//! Table `register`: what the image says of itself.

use rusqlite::{Connection, params};

use crate::vault::Recipients;
use crate::{Error, Result};

/// What the image says of itself.
pub struct RegisterRow {
    /// 32 hex digits.
    pub register_id: String,
    /// Number of saves.
    pub generation: u32,
    /// Whom the next save is sealed to.
    pub recipients: Recipients,
}

/// Writes the one row of a new image, generation 0.
pub fn insert(connection: &Connection, row: &RegisterRow, now: &str) -> Result<()> {
    connection.execute(
        "INSERT INTO register VALUES (1, ?1, ?2, '', ?3, ?4, ?5, ?5)",
        params![
            row.register_id,
            row.generation,
            row.recipients.register,
            row.recipients.recovery,
            now
        ],
    )?;
    Ok(())
}

/// The one row.
///
/// # Errors
/// [`Error::VaultDamaged`] when it is missing.
pub fn find(connection: &Connection) -> Result<RegisterRow> {
    connection
        .query_row(
            "SELECT register_id, generation, register_recipient, recovery_recipient FROM register",
            [],
            |row| {
                Ok(RegisterRow {
                    register_id: row.get(0)?,
                    generation: row.get(1)?,
                    recipients: Recipients {
                        register: row.get(2)?,
                        recovery: row.get(3)?,
                    },
                })
            },
        )
        .map_err(|_| Error::VaultDamaged)
}

/// Counts the save that is about to be made.
pub fn advance(connection: &Connection, parent_hash: &str, now: &str) -> Result<()> {
    connection.execute(
        "UPDATE register SET generation = generation + 1, parent_hash = ?1, saved_at = ?2",
        [parent_hash, now],
    )?;
    Ok(())
}

/// Seals to another register key from the next save on.
pub fn set_register_recipient(connection: &Connection, recipient: &str) -> Result<()> {
    connection.execute("UPDATE register SET register_recipient = ?1", [recipient])?;
    Ok(())
}
