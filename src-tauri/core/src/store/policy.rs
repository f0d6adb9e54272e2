//! Tables `policy_version` and `policy_given`.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

use super::{from_list, from_word, list, word};
use crate::Result;
use crate::contacts::Channel;
use crate::customers::CustomerId;
use crate::processing::policy::PolicyVersion;

/// Adds a version with its documents as JSON.
pub fn insert(
    connection: &Connection,
    version: &PolicyVersion,
    country: &str,
    documents: &str,
) -> Result<()> {
    connection.execute(
        "INSERT INTO policy_version (version, adopted_on, country, hash, documents, languages)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            version.version,
            version.adopted_on,
            country,
            version.hash,
            documents,
            list(&version.languages)?
        ],
    )?;
    Ok(())
}

/// All versions: first the one in force, then those before it, latest first, then those that were brought
/// along from another state.
pub fn versions(connection: &Connection) -> Result<Vec<PolicyVersion>> {
    let mut select = connection.prepare(
        "SELECT version, adopted_on, hash, languages FROM policy_version
         ORDER BY brought, version DESC",
    )?;
    let mut rows = select.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(PolicyVersion {
            version: row.get(0)?,
            adopted_on: row.get(1)?,
            hash: row.get(2)?,
            languages: from_list(&row.get::<_, String>(3)?)?,
        });
    }
    Ok(found)
}

/// The number after all others.
pub fn next_number(connection: &Connection) -> Result<u32> {
    let sql = "SELECT coalesce(max(version), 0) + 1 FROM policy_version";
    Ok(connection.query_row(sql, [], |row| row.get(0))?)
}

/// The documents of a version as JSON.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub fn documents(connection: &Connection, version: u32) -> Result<String> {
    Ok(connection.query_row(
        "SELECT documents FROM policy_version WHERE version = ?1",
        [version],
        |row| row.get(0),
    )?)
}

/// Notes whom a version names as getting data, by the suppliers' marks.
pub fn name_recipients(
    connection: &Connection,
    version: u32,
    suppliers: &BTreeSet<String>,
) -> Result<()> {
    let mut insert = connection
        .prepare_cached("INSERT INTO policy_recipient (version, supplier) VALUES (?1, ?2)")?;
    for mark in suppliers {
        insert.execute(params![version, mark])?;
    }
    Ok(())
}

/// The marks of the suppliers that a version names as getting data.
pub fn recipients(connection: &Connection, version: u32) -> Result<BTreeSet<String>> {
    let mut select =
        connection.prepare_cached("SELECT supplier FROM policy_recipient WHERE version = ?1")?;
    let rows = select.query_map([version], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Notes that a customer was given a version.
pub fn give(
    connection: &Connection,
    customer: CustomerId,
    version: u32,
    given_on: NaiveDate,
    channel: Channel,
) -> Result<()> {
    connection.execute(
        "INSERT INTO policy_given (customer_id, version, given_on, channel)
         VALUES (?1, ?2, ?3, ?4)",
        params![customer.0, version, given_on, word(channel)?],
    )?;
    Ok(())
}

/// Which versions a customer was given, latest first.
pub fn given_to(
    connection: &Connection,
    customer: CustomerId,
) -> Result<Vec<(NaiveDate, u32, Channel)>> {
    let mut given = Vec::new();
    let mut select = connection.prepare_cached(
        "SELECT given_on, version, channel FROM policy_given
         WHERE customer_id = ?1 ORDER BY given_on DESC, id DESC",
    )?;
    let mut rows = select.query([customer.0])?;
    while let Some(row) = rows.next()? {
        given.push((row.get(0)?, row.get(1)?, from_word(row.get(2)?)?));
    }
    Ok(given)
}

/// How many customers were given a version, without those who were erased.
pub fn count_given(connection: &Connection, version: u32) -> Result<u32> {
    Ok(connection
        .query_row(
            "SELECT count(DISTINCT g.customer_id)
             FROM policy_given g JOIN customer c ON c.id = g.customer_id
             WHERE g.version = ?1 AND c.erased_on IS NULL",
            [version],
            |row| row.get(0),
        )
        .optional()?
        .unwrap_or(0))
}

/// Where the whole policy can be read on the web; empty when nowhere.
pub fn address(connection: &Connection) -> Result<String> {
    let address = connection.query_row("SELECT address FROM policy_address", [], |row| row.get(0));
    Ok(address.optional()?.unwrap_or_default())
}

/// Writes where it can be read.
pub fn keep_address(connection: &Connection, address: &str) -> Result<()> {
    connection.execute(
        "INSERT OR REPLACE INTO policy_address VALUES (1, ?1)",
        [address],
    )?;
    Ok(())
}
