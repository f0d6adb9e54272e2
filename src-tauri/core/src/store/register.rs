//! Tables `register` and `lineage`: what the image says of itself and of those before it.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::vault::{Head, Recipients};
use crate::{Error, Result};

/// Saves that the lineage reaches back. Two computers that were apart for longer cannot be told from
/// a later and an earlier state.
const LINEAGE: u32 = 1_000;

/// A file that says to be a later save than this one is misnamed: nobody saves so often.
const NUMBER_MAX: u32 = 1 << 30;

/// What the image says of itself.
#[derive(Clone)]
pub struct RegisterRow {
    /// 32 hex digits.
    pub register_id: String,
    /// Number of saves.
    pub generation: u32,
    /// Customers when it was saved.
    pub customers: u32,
    /// Whom the next save is sealed to.
    pub recipients: Recipients,
    /// When the recovery sheet was last tried with success (RFC 3339).
    pub recovery_tested_at: Option<String>,
    /// When it was saved (RFC 3339).
    pub saved_at: String,
}

/// A save before this one.
pub struct LineageRow {
    /// Number of saves.
    pub generation: u32,
    /// SHA-256 (hex) of the sealed file.
    pub hash: String,
    /// When it was saved (RFC 3339).
    pub saved_at: String,
    /// Customers when it was saved.
    pub customers: u32,
}

/// Writes the one row of a new image, generation 0.
pub fn insert(connection: &Connection, row: &RegisterRow) -> Result<()> {
    connection.execute(
        "INSERT INTO register (id, register_id, generation, customers, register_recipient,
             recovery_recipient, created_at, saved_at)
         VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?6)",
        params![
            row.register_id,
            row.generation,
            row.customers,
            row.recipients.register,
            row.recipients.recovery,
            row.saved_at
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
            "SELECT register_id, generation, customers, register_recipient, recovery_recipient,
                 outgoing_recipient, recovery_tested_at, saved_at
             FROM register",
            [],
            |row| {
                Ok(RegisterRow {
                    register_id: row.get(0)?,
                    generation: row.get(1)?,
                    customers: row.get(2)?,
                    recipients: Recipients {
                        register: row.get(3)?,
                        recovery: row.get(4)?,
                        outgoing: row.get(5)?,
                    },
                    recovery_tested_at: row.get(6)?,
                    saved_at: row.get(7)?,
                })
            },
        )
        .map_err(|_| Error::VaultDamaged)
}

/// Counts the save that is about to be made: after its parent and after `newest`, the highest number that
/// this computer keeps, so that what is saved last has the highest here, whatever was gone back to.
/// `parent` is what is on disk, `None` before the first.
pub fn advance(
    connection: &Connection,
    parent: Option<&Head>,
    newest: u32,
    now: &str,
) -> Result<()> {
    if let Some(parent) = parent {
        connection.execute(
            "INSERT OR REPLACE INTO lineage SELECT ?1, ?2, saved_at, customers FROM register",
            params![parent.generation, parent.hash],
        )?;
        connection.execute(
            "DELETE FROM lineage WHERE generation NOT IN
                 (SELECT generation FROM lineage ORDER BY generation DESC LIMIT ?1)",
            [LINEAGE],
        )?;
    }
    connection.execute(
        "UPDATE register SET generation = max(generation, ?2) + 1, saved_at = ?1,
             customers = (SELECT count(*) FROM customer)",
        params![now, newest.min(NUMBER_MAX)],
    )?;
    Ok(())
}

/// Continues `row` and its lineage with the contents of this image, an earlier or another state of
/// the same register.
pub fn continue_from(
    connection: &Connection,
    row: &RegisterRow,
    lineage: &[LineageRow],
) -> Result<()> {
    connection.execute(
        "UPDATE register SET generation = ?1, customers = ?2, register_recipient = ?3,
             recovery_recipient = ?4, outgoing_recipient = ?5, recovery_tested_at = ?6,
             saved_at = ?7",
        params![
            row.generation,
            row.customers,
            row.recipients.register,
            row.recipients.recovery,
            row.recipients.outgoing,
            row.recovery_tested_at,
            row.saved_at
        ],
    )?;
    connection.execute("DELETE FROM lineage", [])?;
    let mut insert = connection.prepare("INSERT INTO lineage VALUES (?1, ?2, ?3, ?4)")?;
    for row in lineage {
        insert.execute(params![
            row.generation,
            row.hash,
            row.saved_at,
            row.customers
        ])?;
    }
    Ok(())
}

/// The saves before this one, the newest first.
pub fn lineage(connection: &Connection) -> Result<Vec<LineageRow>> {
    let mut select = connection.prepare(
        "SELECT generation, hash, saved_at, customers FROM lineage ORDER BY generation DESC",
    )?;
    let rows = select.query_map([], lineage_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether the image comes from the state with this head; `None` when its lineage does not reach back
/// so far.
pub fn comes_from(connection: &Connection, head: &Head) -> Result<Option<bool>> {
    let hash: Option<String> = connection
        .query_row(
            "SELECT hash FROM lineage WHERE generation = ?1",
            [head.generation],
            |row| row.get(0),
        )
        .optional()?;
    if let Some(hash) = hash {
        return Ok(Some(hash == head.hash));
    }
    let reaches: bool = connection.query_row(
        "SELECT EXISTS (SELECT 1 FROM lineage WHERE generation < ?1)",
        [head.generation],
        |row| row.get(0),
    )?;
    // Numbers that were passed over were saved by nobody it comes from.
    Ok(reaches.then_some(false))
}

/// Seals to another recovery key from the next save on; its sheet was not tried yet.
pub fn set_recovery_recipient(connection: &Connection, recipient: &str) -> Result<()> {
    connection.execute(
        "UPDATE register SET recovery_recipient = ?1, recovery_tested_at = NULL",
        [recipient],
    )?;
    Ok(())
}

/// Notes that the recovery sheet was tried with success.
pub fn set_recovery_tested(connection: &Connection, now: &str) -> Result<()> {
    connection.execute("UPDATE register SET recovery_tested_at = ?1", [now])?;
    Ok(())
}

/// Seals to another register key from the next save on, and to `outgoing` as well.
pub fn set_register_recipient(
    connection: &Connection,
    recipient: &str,
    outgoing: Option<&str>,
) -> Result<()> {
    connection.execute(
        "UPDATE register SET register_recipient = ?1, outgoing_recipient = ?2",
        params![recipient, outgoing],
    )?;
    Ok(())
}

fn lineage_row(row: &Row<'_>) -> rusqlite::Result<LineageRow> {
    Ok(LineageRow {
        generation: row.get(0)?,
        hash: row.get(1)?,
        saved_at: row.get(2)?,
        customers: row.get(3)?,
    })
}
