//! Who was given which version of the policy, over all customers, and what each version told of.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::{day_of, from_word, word};
use crate::contacts::Channel;
use crate::customers::{CustomerId, Source};
use crate::processing::activities::ActivityId;
use crate::{Language, Result};

/// A customer, and the latest version that she was given.
pub struct InformedRow {
    /// Who.
    pub id: CustomerId,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// Where her data came from.
    pub source: Source,
    /// The day she was written down.
    pub added_on: NaiveDate,
    /// The first contact with her on that day or later.
    pub first_contact_on: Option<NaiveDate>,
    /// Her language, if it is known.
    pub language: Option<Language>,
    /// The latest version, when and how.
    pub given: Option<(u32, NaiveDate, Channel)>,
}

/// Every customer who was not erased, in the order of their ids.
pub fn all(connection: &Connection) -> Result<Vec<InformedRow>> {
    // SQLite takes the other columns from the row that has the maximum.
    let mut select = connection.prepare_cached(
        "SELECT c.id, c.given_name, c.family_name, c.source, c.added_at,
                max((v.brought = 0) * 1000000000000 + g.version * 1000000 + g.id),
                g.version, g.given_on, g.channel,
                (SELECT min(k.happened_on) FROM contact k
                 WHERE k.customer_id = c.id AND k.happened_on >= substr(c.added_at, 1, 10)),
                c.language
         FROM customer c
         LEFT JOIN policy_given g ON g.customer_id = c.id
         LEFT JOIN policy_version v ON v.version = g.version
         WHERE c.erased_on IS NULL
         GROUP BY c.id ORDER BY c.id",
    )?;
    let mut rows = select.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let given = match row.get::<_, Option<u32>>(6)? {
            Some(version) => Some((version, row.get(7)?, from_word(row.get(8)?)?)),
            None => None,
        };
        found.push(InformedRow {
            id: CustomerId(row.get(0)?),
            given_name: row.get(1)?,
            family_name: row.get(2)?,
            source: from_word(row.get(3)?)?,
            added_on: day_of(&row.get::<_, String>(4)?)?,
            first_contact_on: row.get(9)?,
            language: row.get::<_, Option<_>>(10)?.map(from_word).transpose()?,
            given,
        });
    }
    Ok(found)
}

/// Who was given a version.
pub fn given(connection: &Connection, version: u32) -> Result<BTreeSet<CustomerId>> {
    let mut select =
        connection.prepare_cached("SELECT customer_id FROM policy_given WHERE version = ?1")?;
    let ids = select.query_map([version], |row| row.get(0).map(CustomerId))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

/// Notes that customers were given a version; answers the row ids.
pub fn give(
    connection: &Connection,
    customers: &[CustomerId],
    version: u32,
    given_on: NaiveDate,
    channel: Channel,
) -> Result<Vec<u32>> {
    let channel = word(channel)?;
    let mut insert = connection.prepare_cached(
        "INSERT INTO policy_given (customer_id, version, given_on, channel)
         VALUES (?1, ?2, ?3, ?4) RETURNING id",
    )?;
    let mut ids = Vec::with_capacity(customers.len());
    for customer in customers {
        ids.push(
            insert.query_row(params![customer.0, version, given_on, channel], |row| {
                row.get(0)
            })?,
        );
    }
    Ok(ids)
}

/// Deletes what was noted by mistake; answers whose it was.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub fn take_back(connection: &Connection, ids: &[u32]) -> Result<Vec<CustomerId>> {
    let mut delete = connection
        .prepare_cached("DELETE FROM policy_given WHERE id = ?1 RETURNING customer_id")?;
    let mut customers = Vec::with_capacity(ids.len());
    for id in ids {
        customers.push(CustomerId(delete.query_row([id], |row| row.get(0))?));
    }
    Ok(customers)
}

/// Notes that a version told of a use, in a language.
pub fn note_use(
    connection: &Connection,
    version: u32,
    (activity, language): (ActivityId, Language),
    hash: &str,
) -> Result<()> {
    let mut insert = connection.prepare_cached(
        "INSERT OR REPLACE INTO policy_use (version, activity, language, hash) VALUES (?1, ?2, ?3, ?4)",
    )?;
    insert.execute(params![version, activity.0, word(language)?, hash])?;
    Ok(())
}

/// What versions told of: by their number, the hash of each use in each language.
pub type Told = BTreeMap<u32, BTreeMap<(ActivityId, Language), String>>;

/// What each version told of. One from another computer, or from before this was noted, is not in it.
pub fn uses(connection: &Connection) -> Result<Told> {
    let mut select =
        connection.prepare_cached("SELECT version, activity, language, hash FROM policy_use")?;
    let mut rows = select.query([])?;
    let mut found = Told::new();
    while let Some(row) = rows.next()? {
        let uses = found.entry(row.get(0)?).or_default();
        let language = from_word(row.get(2)?)?;
        uses.insert((ActivityId(row.get(1)?), language), row.get(3)?);
    }
    Ok(found)
}
