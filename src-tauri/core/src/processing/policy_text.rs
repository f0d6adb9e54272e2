//! What the privacy policy says (articles 13 and 14), from what is really held. The clauses are
//! templates, `assets/templates/<language>/policy`; see [`clauses`](super::clauses).

mod values;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Deserialize;

use self::values::{Values, with_values, words};
use super::activities::{self, Activity};
use super::business::Business;
use super::clauses::{self, Clause, ClauseId};
use super::held::sources;
use super::record::template;
use super::suppliers::{self, Recipient};
use crate::customers::Source;
use crate::documents::blocks::{self, Block, Document, Letterhead};
use crate::documents::templates::{self, TemplateError};
use crate::inventory::Category;
use crate::words::Words;
use crate::{Error, Language, Result, store};

/// What the clauses of a policy speak of.
#[derive(Clone, Debug)]
pub struct PolicyFacts {
    /// The controller.
    pub business: Business,
    /// Whom data goes to.
    pub recipients: Vec<Recipient>,
    /// What is done with data and why, in the policy's language.
    pub activities: Vec<Activity>,
    /// Where data came from.
    pub sources: Vec<Source>,
}

impl PolicyFacts {
    /// As they are now.
    ///
    /// # Errors
    /// [`Error::Internal`].
    pub fn read(connection: &Connection, language: Language) -> Result<Self> {
        let activities = activities::all(connection, language)?;
        Ok(Self {
            business: store::business::find(connection)?,
            recipients: suppliers::recipients(connection, &activities)?,
            sources: sources(connection)?,
            activities,
        })
    }
}

/// What the policy says with these clauses: a title, an introduction, then numbered clauses.
pub fn compose(facts: &PolicyFacts, clauses: &[Clause], language: Language) -> Result<Vec<Block>> {
    let mut blocks = Vec::new();
    with_values(facts, language, |values| {
        for clause in clauses.iter().filter(|clause| clause.is_in()) {
            blocks.extend(printed(clause, values, language)?);
        }
        Ok(())
    })?;
    blocks::number_headings(&mut blocks);
    Ok(blocks)
}

/// The same on one page: who, what and why, how long, rights, and how to reach her.
pub fn short(facts: &PolicyFacts, language: Language) -> Result<Vec<Block>> {
    with_values(facts, language, |values| {
        let template = template!(language, "policy/short.md");
        Ok(templates::render(template, values)?)
    })
}

/// A clause, filled in. What she wrote could be printed when she wrote it; where it no longer can, as
/// what it spoke of is gone, the supplied words stand in its place.
fn printed(clause: &Clause, values: &Values<'_>, language: Language) -> Result<Vec<Block>> {
    match (templates::render(&clause.template(), values), clause.name) {
        (Ok(blocks), _) => Ok(blocks),
        (Err(_), Some(name)) if clause.is_hers => {
            let mut supplied = clause.clone();
            supplied.content = name.text(language)?;
            Ok(templates::render(&supplied.template(), values)?)
        }
        (Err(_), None) => Ok(Vec::new()),
        (Err(error), Some(_)) => Err(error.into()),
    }
}

/// Clauses of hers, in words of a language, that cannot be printed with what the register holds now:
/// which, and their headings.
pub fn unprintable(connection: &Connection, language: Language) -> Result<Vec<(ClauseId, String)>> {
    let facts = PolicyFacts::read(connection, language)?;
    let mut hers = clauses::all(connection, &facts.activities, language)?;
    hers.retain(|clause| clause.is_in() && clause.is_hers && !clause.is_untranslated);
    if hers.is_empty() {
        return Ok(Vec::new());
    }
    with_values(&facts, language, |values| {
        hers.retain(|clause| templates::render(&clause.template(), values).is_err());
        Ok(())
    })?;
    Ok(hers
        .into_iter()
        .map(|clause| (clause.id, clause.content.heading))
        .collect())
}

/// Where data came from, as it stands in a sentence.
///
/// # Errors
/// [`Error::Internal`] when the words lack it, which a test rules out.
pub fn source(source: Source, language: Language) -> Result<String> {
    Ok(values::said(&words(language)?, "source", source)?.to_owned())
}

/// Kinds of data, as they stand in a list.
///
/// # Errors
/// [`Error::Internal`] when the words lack one, which a test rules out.
pub fn kinds(kinds: &BTreeSet<Category>, language: Language) -> Result<Vec<String>> {
    let words = words(language)?;
    let said = |kind: &Category| Ok(values::said(&words, "category_in_list", *kind)?.to_owned());
    kinds.iter().map(said).collect()
}

/// A version by its number, as it stands in a letterhead.
///
/// # Errors
/// [`Error::Internal`] when the words lack it, which a test rules out.
pub fn numbered(version: u32, language: Language) -> Result<String> {
    let Around { letterhead, .. } = words(language)?
        .try_into()
        .map_err(|_| Error::Internal("policy words"))?;
    Ok(format!("{} {version}", letterhead.version))
}

/// A clause with what the register holds now, if it can be printed.
pub fn try_clause(
    connection: &Connection,
    clause: &Clause,
    language: Language,
) -> Result<std::result::Result<Vec<Block>, TemplateError>> {
    let facts = PolicyFacts::read(connection, language)?;
    with_values(&facts, language, |values| {
        Ok(templates::render_clause(&clause.template(), values))
    })
}

/// The words round the policy.
#[derive(Deserialize)]
struct Around {
    /// The document's name, as it stands after the business's.
    title: String,
    letterhead: LetterheadWords,
}

#[derive(Deserialize)]
struct LetterheadWords {
    version: String,
    draft: String,
    from: String,
}

/// The policy as a document: a draft of `today` until it is adopted. `sender` is the business as
/// [`Business::sender`] has it.
pub fn document(
    blocks: Vec<Block>,
    sender: Vec<String>,
    language: Language,
    version: u32,
    adopted_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<Document> {
    let Around { title, letterhead } = words(language)?
        .try_into()
        .map_err(|_| Error::Internal("policy words"))?;
    let dates = Words::of(language)?;
    let numbered = format!("{} {version}", letterhead.version);
    let aside = match adopted_on {
        Some(day) => vec![numbered, format!("{} {}", letterhead.from, dates.day(day))],
        None => vec![
            format!("{numbered}, {}", letterhead.draft),
            dates.day(today),
        ],
    };
    let author = sender.first().cloned().unwrap_or_default();
    let named = format!("{author}, {title}");
    Ok(Document {
        language,
        title: named.clone(),
        author,
        date: adopted_on.unwrap_or(today),
        letterhead: Letterhead {
            sender,
            aside,
            to: Vec::new(),
        },
        foot_left: named,
        foot_middle: String::new(),
        blocks,
    })
}

#[cfg(test)]
mod tests;
