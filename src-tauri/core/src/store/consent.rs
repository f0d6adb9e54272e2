//! Tables `consent`, `consent_text` and `consent_words`.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};

use super::{expect_one, from_word, text, word};
use crate::consents::{ConsentTexts, ConsentTo, How};
use crate::customers::CustomerId;
use crate::{Language, Result};

/// A version of what is asked.
pub struct TextRow {
    /// For which use.
    pub to: ConsentTo,
    /// From 1.
    pub version: u32,
    /// The day it was first asked.
    pub valid_from: NaiveDate,
    /// SHA-256 (hex) of the texts.
    pub hash: String,
    /// What it says.
    pub texts: ConsentTexts,
}

/// A yes, and its end; or a no.
pub struct ConsentRow {
    /// Row id.
    pub id: u32,
    /// Whose.
    pub customer_id: CustomerId,
    /// For which use.
    pub to: ConsentTo,
    /// What that was called then; empty for one that Kundbok knows.
    pub use_name: String,
    /// Version of the text; `None` for a no.
    pub version: Option<u32>,
    /// The yes: when and how.
    pub given: Option<(NaiveDate, How)>,
    /// `sealed_name` of the attachment that shows it, or empty.
    pub paper: String,
    /// The no: when and how.
    pub withdrawn: Option<(NaiveDate, How)>,
    /// Why what rested on it is kept all the same, or empty.
    pub kept_because: String,
    /// When what follows from the no was done where only she can do it.
    pub followed_on: Option<NaiveDate>,
}

impl ConsentRow {
    /// She said yes and has not taken it back.
    pub const fn is_running(&self) -> bool {
        self.given.is_some() && self.withdrawn.is_none()
    }
}

/// A yes to be stored.
pub struct NewConsent<'a> {
    /// Whose.
    pub customer_id: CustomerId,
    /// For which use.
    pub to: &'a ConsentTo,
    /// What that is called; empty for one that Kundbok knows.
    pub use_name: &'a str,
    /// Version of the text.
    pub version: u32,
    /// In which language it was read.
    pub language: Language,
    /// What it said there.
    pub words: &'a str,
    /// When.
    pub given_on: NaiveDate,
    /// How.
    pub how: How,
    /// `sealed_name` of the attachment that shows it, or empty.
    pub paper: &'a str,
}

const WORDS: &str = "consent_words";

/// Every version of every text: of each use first the one that is asked, then those before it, latest first,
/// then those that were brought along from another state.
pub fn texts(connection: &Connection) -> Result<Vec<TextRow>> {
    let mut select = connection.prepare_cached(
        "SELECT t.purpose, t.version, t.valid_from, t.hash, sv.name, da.name, en.name
         FROM consent_text t
         JOIN consent_words sv ON sv.id = t.sv
         JOIN consent_words da ON da.id = t.da
         JOIN consent_words en ON en.id = t.en
         ORDER BY t.purpose, t.brought, t.version DESC",
    )?;
    let mut rows = select.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(TextRow {
            to: from_word(row.get(0)?)?,
            version: row.get(1)?,
            valid_from: row.get(2)?,
            hash: row.get(3)?,
            texts: ConsentTexts {
                sv: row.get(4)?,
                da: row.get(5)?,
                en: row.get(6)?,
            },
        });
    }
    Ok(found)
}

/// What the text with this row id is asked for.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub fn use_of_text(connection: &Connection, id: u32) -> Result<ConsentTo> {
    let purpose: String = connection.query_row(
        "SELECT purpose FROM consent_text WHERE id = ?1",
        [id],
        |row| row.get(0),
    )?;
    from_word(purpose)
}

/// The number after all others of a use.
pub fn next_number(connection: &Connection, to: &ConsentTo) -> Result<u32> {
    let sql = "SELECT coalesce(max(version), 0) + 1 FROM consent_text WHERE purpose = ?1";
    Ok(connection.query_row(sql, [word(to)?], |row| row.get(0))?)
}

/// Adds a version of a text.
pub fn insert_text(connection: &Connection, row: &TextRow) -> Result<()> {
    let refer = |words| text::refer(connection, WORDS, words);
    connection.execute(
        "INSERT INTO consent_text (purpose, version, valid_from, hash, sv, da, en)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            word(&row.to)?,
            row.version,
            row.valid_from,
            row.hash,
            refer(&row.texts.sv)?,
            refer(&row.texts.da)?,
            refer(&row.texts.en)?,
        ],
    )?;
    Ok(())
}

/// Somebody was asked by a version before the day that was known.
pub fn ask_since(
    connection: &Connection,
    to: &ConsentTo,
    version: u32,
    since: NaiveDate,
) -> Result<()> {
    expect_one(connection.execute(
        "UPDATE consent_text SET valid_from = ?3 WHERE purpose = ?1 AND version = ?2",
        params![word(to)?, version, since],
    )?)
}

/// Adds a yes; answers its row id.
pub fn insert(connection: &Connection, new: &NewConsent<'_>) -> Result<u32> {
    let words = text::refer(connection, WORDS, new.words)?;
    super::customer::is_back(connection, new.customer_id)?;
    Ok(connection
        .prepare_cached(
            "INSERT INTO consent (customer_id, purpose, version, language, words, given_on,
                                  given_how, paper, kept_because, use_name)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, '', ?9) RETURNING id",
        )?
        .query_row(
            params![
                new.customer_id.0,
                word(new.to)?,
                new.version,
                new.language.tag(),
                words,
                new.given_on,
                word(new.how)?,
                new.paper,
                new.use_name
            ],
            |row| row.get(0),
        )?)
}

/// Adds a no to what was never said yes to; answers its row id.
pub fn insert_no(
    connection: &Connection,
    customer: CustomerId,
    (to, use_name): (&ConsentTo, &str),
    (on, how): (NaiveDate, How),
) -> Result<u32> {
    Ok(connection.query_row(
        "INSERT INTO consent (customer_id, purpose, withdrawn_on, withdrawn_how, paper, kept_because,
                              use_name)
         VALUES (?1, ?2, ?3, ?4, '', '', ?5) RETURNING id",
        params![customer.0, word(to)?, on, word(how)?, use_name],
        |row| row.get(0),
    )?)
}

/// Ends a yes, or lets it run again.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub fn end(connection: &Connection, id: u32, end: Option<(NaiveDate, How)>) -> Result<()> {
    expect_one(connection.execute(
        "UPDATE consent SET withdrawn_on = ?2, withdrawn_how = ?3, kept_because = '',
                followed_on = NULL
         WHERE id = ?1",
        params![
            id,
            end.map(|(on, _)| on),
            end.map(|(_, how)| word(how)).transpose()?
        ],
    )?)
}

/// Notes why what rested on a yes is kept all the same.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub fn keep_because(connection: &Connection, id: u32, because: &str) -> Result<()> {
    expect_one(connection.execute(
        "UPDATE consent SET kept_because = ?2 WHERE id = ?1",
        params![id, because],
    )?)
}

/// Notes when what follows from a no was done, or that it is not.
///
/// # Errors
/// [`crate::Error::NotFound`] without a no.
pub fn follow(connection: &Connection, id: u32, on: Option<NaiveDate>) -> Result<()> {
    expect_one(connection.execute(
        "UPDATE consent SET followed_on = ?2 WHERE id = ?1 AND withdrawn_on IS NOT NULL",
        params![id, on],
    )?)
}

/// Deletes what was noted by mistake.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub fn delete(connection: &Connection, id: u32) -> Result<()> {
    expect_one(connection.execute("DELETE FROM consent WHERE id = ?1", [id])?)
}

/// Everyone's, in the order of customers, each customer's oldest first: of one use the last one counts.
pub fn all(connection: &Connection) -> Result<Vec<ConsentRow>> {
    query(connection, "1", [])
}

/// As [`all`], without those who were erased: theirs is kept as proof, and nothing is asked of them.
pub fn of_customers(connection: &Connection) -> Result<Vec<ConsentRow>> {
    query(
        connection,
        "customer_id IN (SELECT id FROM customer WHERE erased_on IS NULL)",
        [],
    )
}

/// A customer's, the oldest first.
pub fn of_customer(connection: &Connection, customer: CustomerId) -> Result<Vec<ConsentRow>> {
    query(connection, "customer_id = ?1", [customer.0])
}

/// One.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub fn find(connection: &Connection, id: u32) -> Result<ConsentRow> {
    let mut found = query(connection, "id = ?1", [id])?;
    found.pop().ok_or(crate::Error::NotFound)
}

fn query<P: rusqlite::Params>(
    connection: &Connection,
    condition: &str,
    parameters: P,
) -> Result<Vec<ConsentRow>> {
    let mut select = connection.prepare_cached(&format!(
        "SELECT id, customer_id, purpose, version, given_on, given_how, paper, withdrawn_on,
                withdrawn_how, kept_because, followed_on, use_name
         FROM consent WHERE {condition}
         ORDER BY customer_id, coalesce(withdrawn_on, given_on), id"
    ))?;
    let mut rows = select.query(parameters)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

fn read(row: &Row<'_>) -> Result<ConsentRow> {
    let said = |on: Option<NaiveDate>, how: Option<String>| -> Result<_> {
        Ok(match (on, how) {
            (Some(on), Some(how)) => Some((on, from_word(how)?)),
            _ => None,
        })
    };
    Ok(ConsentRow {
        id: row.get(0)?,
        customer_id: CustomerId(row.get(1)?),
        to: from_word(row.get(2)?)?,
        version: row.get(3)?,
        given: said(row.get(4)?, row.get(5)?)?,
        paper: row.get(6)?,
        withdrawn: said(row.get(7)?, row.get(8)?)?,
        kept_because: row.get(9)?,
        followed_on: row.get(10)?,
        use_name: row.get(11)?,
    })
}
