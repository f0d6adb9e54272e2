//! Tables `activity` and `activity_text`.

use std::collections::BTreeSet;

use rusqlite::{Connection, Row, params, params_from_iter};
use serde::de::DeserializeOwned;

use super::{expect_one, from_list, from_word, list, word};
use crate::inventory::{Category, LegalBasis, Purpose, Retention};
use crate::processing::activities::{ActivityFacts, ActivityId, Field, Need, Place, Subject};
use crate::{Error, Language, Result};

/// A stored use of data.
pub struct ActivityRow {
    /// Row id.
    pub id: ActivityId,
    /// Which supplied one it is.
    pub purpose: Option<Purpose>,
    /// What stands fast of it in each state.
    pub mark: String,
    /// Whether she does it.
    pub answer: Option<bool>,
    /// What she changed.
    pub facts: StoredFacts,
}

impl ActivityRow {
    /// Whether she said that it is done. One of her own she would not have written down otherwise.
    pub fn is_done(&self) -> bool {
        self.answer.unwrap_or(self.purpose.is_none())
    }
}

/// What is stored of a use; `None` for what is as supplied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredFacts {
    basis: Option<LegalBasis>,
    retention: Option<Retention>,
    need: Option<Need>,
    categories: Option<BTreeSet<Category>>,
    subjects: Option<BTreeSet<Subject>>,
    places: Option<BTreeSet<Place>>,
    alone: Option<BTreeSet<Place>>,
}

impl StoredFacts {
    /// What of `facts` is to be stored: what is not as supplied.
    pub fn of(facts: &ActivityFacts, supplied: Option<&ActivityFacts>) -> Self {
        fn changed<T: Clone + PartialEq>(value: &T, supplied: Option<&T>) -> Option<T> {
            (supplied != Some(value)).then(|| value.clone())
        }
        Self {
            basis: changed(&facts.basis, supplied.map(|other| &other.basis)),
            retention: changed(&facts.retention, supplied.map(|other| &other.retention)),
            need: changed(&facts.need, supplied.map(|other| &other.need)),
            categories: changed(&facts.categories, supplied.map(|other| &other.categories)),
            subjects: changed(&facts.subjects, supplied.map(|other| &other.subjects)),
            places: changed(&facts.places, supplied.map(|other| &other.places)),
            alone: changed(&facts.alone, Some(&BTreeSet::new())),
        }
    }

    /// As they stand in the row.
    fn columns(&self) -> Result<[Option<String>; 7]> {
        Ok([
            self.basis.map(word).transpose()?,
            self.retention.map(word).transpose()?,
            self.need.map(word).transpose()?,
            self.categories.as_ref().map(list).transpose()?,
            self.subjects.as_ref().map(list).transpose()?,
            self.places.as_ref().map(list).transpose()?,
            self.alone.as_ref().map(list).transpose()?,
        ])
    }

    /// Whether anything is stored.
    pub fn is_any(&self) -> bool {
        *self != Self::default()
    }

    /// The facts: what is stored over what is supplied.
    ///
    /// # Errors
    /// [`Error::Internal`] when neither is there, which the schema rules out.
    pub fn over(self, is: Option<&ActivityFacts>) -> Result<ActivityFacts> {
        let facts = || Error::Internal("activity");
        Ok(ActivityFacts {
            basis: self.basis.or(is.map(|is| is.basis)).ok_or_else(facts)?,
            retention: self
                .retention
                .or(is.map(|is| is.retention))
                .ok_or_else(facts)?,
            need: self.need.or(is.map(|is| is.need)).ok_or_else(facts)?,
            categories: self
                .categories
                .or_else(|| is.map(|is| is.categories.clone()))
                .ok_or_else(facts)?,
            subjects: self
                .subjects
                .or_else(|| is.map(|is| is.subjects.clone()))
                .ok_or_else(facts)?,
            places: self
                .places
                .or_else(|| is.map(|is| is.places.clone()))
                .ok_or_else(facts)?,
            alone: self.alone.unwrap_or_default(),
        })
    }
}

/// A text of hers.
pub struct TextRow {
    /// Of which use.
    pub of: ActivityId,
    /// In which language.
    pub language: Language,
    /// Which text.
    pub field: Field,
    /// The text.
    pub text: String,
}

/// Every use, in order.
pub fn all(connection: &Connection) -> Result<Vec<ActivityRow>> {
    let mut select = connection.prepare_cached(
        "SELECT id, purpose, answer, basis, retention, need, categories, subjects, places,
                alone, mark
         FROM activity ORDER BY position, id",
    )?;
    let mut rows = select.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(ActivityRow {
            id: ActivityId(row.get(0)?),
            purpose: said(row.get(1)?)?,
            mark: row.get(10)?,
            answer: row.get(2)?,
            facts: StoredFacts {
                basis: said(row.get(3)?)?,
                retention: said(row.get(4)?)?,
                need: said(row.get(5)?)?,
                categories: listed(row, 6)?,
                subjects: listed(row, 7)?,
                places: listed(row, 8)?,
                alone: listed(row, 9)?,
            },
        });
    }
    Ok(found)
}

/// Adds a use after all others.
pub fn insert(connection: &Connection, facts: &StoredFacts) -> Result<ActivityId> {
    connection.execute(
        "INSERT INTO activity (position, basis, retention, need, categories, subjects, places,
                               alone)
         SELECT max(position) + 1, ?1, ?2, ?3, ?4, ?5, ?6, ?7 FROM activity",
        params_from_iter(facts.columns()?),
    )?;
    u32::try_from(connection.last_insert_rowid())
        .map(ActivityId)
        .map_err(|_| Error::Internal("rows"))
}

/// Writes what is stored of a use.
///
/// # Errors
/// [`Error::NotFound`].
pub fn update(connection: &Connection, id: ActivityId, facts: &StoredFacts) -> Result<()> {
    let columns = facts.columns()?.into_iter();
    let changed = connection.execute(
        "UPDATE activity SET basis = ?1, retention = ?2, need = ?3, categories = ?4, subjects = ?5,
                             places = ?6, alone = ?7
         WHERE id = ?8",
        params_from_iter(columns.chain([Some(id.0.to_string())])),
    )?;
    expect_one(changed)
}

/// Notes whether she does it.
///
/// # Errors
/// [`Error::NotFound`].
pub fn answer(connection: &Connection, id: ActivityId, answer: bool) -> Result<()> {
    expect_one(connection.execute(
        "UPDATE activity SET answer = ?2 WHERE id = ?1",
        params![id.0, answer],
    )?)
}

/// Deletes a use with its texts.
///
/// # Errors
/// [`Error::NotFound`].
pub fn delete(connection: &Connection, id: ActivityId) -> Result<()> {
    expect_one(connection.execute("DELETE FROM activity WHERE id = ?1", [id.0])?)
}

/// Every text of hers.
pub fn texts(connection: &Connection) -> Result<Vec<TextRow>> {
    let mut select = connection.prepare_cached(
        "SELECT activity_id, language, field, text FROM activity_text ORDER BY id",
    )?;
    let mut rows = select.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(TextRow {
            of: ActivityId(row.get(0)?),
            language: from_word(row.get(1)?)?,
            field: from_word(row.get(2)?)?,
            text: row.get(3)?,
        });
    }
    Ok(found)
}

/// Adds a text of hers.
pub fn insert_text(
    connection: &Connection,
    of: ActivityId,
    language: Language,
    field: Field,
    text: &str,
) -> Result<()> {
    connection.execute(
        "INSERT INTO activity_text (activity_id, language, field, text) VALUES (?1, ?2, ?3, ?4)",
        params![of.0, language.tag(), word(field)?, text],
    )?;
    Ok(())
}

/// Deletes her texts of a use, in one language or in all.
pub fn delete_texts(
    connection: &Connection,
    of: ActivityId,
    language: Option<Language>,
) -> Result<()> {
    connection.execute(
        "DELETE FROM activity_text WHERE activity_id = ?1 AND (?2 IS NULL OR language = ?2)",
        params![of.0, language.map(Language::tag)],
    )?;
    Ok(())
}

fn said<T: DeserializeOwned>(stored: Option<String>) -> Result<Option<T>> {
    stored.map(from_word).transpose()
}

fn listed<T: DeserializeOwned + Ord>(row: &Row<'_>, column: usize) -> Result<Option<BTreeSet<T>>> {
    let stored: Option<String> = row.get(column)?;
    stored.as_deref().map(from_list).transpose()
}
