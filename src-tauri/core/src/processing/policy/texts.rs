//! What the policy says in each language: as a draft, and as a version keeps it.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::PolicyVersion;
use crate::documents::blocks::{Block, Document};
use crate::hash::sha256;
use crate::processing::business::Business;
use crate::processing::clauses;
use crate::processing::clauses::Clause;
use crate::processing::policy_text::{self, PolicyFacts};
use crate::{Error, Language, Result, store};

/// What a version is made of. Its number and date are added when a page is made, so two versions are
/// the same exactly when they say the same.
#[derive(Serialize, Deserialize)]
pub(super) struct Texts {
    /// The business as it stands in the letterhead.
    sender: Vec<String>,
    /// Language subtag to text.
    languages: BTreeMap<String, Vec<Block>>,
}

/// What the policy would say in one language.
pub(super) struct Draft {
    pub language: Language,
    pub clauses: Vec<Clause>,
    pub blocks: Vec<Block>,
    /// All of its words are there.
    pub is_translated: bool,
}

/// The draft in every language.
pub(super) fn drafts(connection: &Connection) -> Result<Vec<Draft>> {
    Language::ALL
        .into_iter()
        .map(|language| {
            let facts = PolicyFacts::read(connection, language)?;
            let clauses = clauses::all(connection, &facts.activities, language)?;
            Ok(Draft {
                language,
                blocks: policy_text::compose(&facts, &clauses, language)?,
                // What was supplied has words in every language; what is hers alone may not.
                is_translated: !clauses
                    .iter()
                    .any(|each| each.is_in() && each.name.is_none() && each.is_untranslated)
                    && !facts
                        .activities
                        .iter()
                        .any(|each| each.in_use && each.purpose.is_none() && each.is_untranslated),
                clauses,
            })
        })
        .collect()
}

/// What would be put to use.
pub(super) fn whole(drafts: &[Draft], business: &Business) -> Texts {
    Texts {
        sender: business.sender(),
        languages: drafts
            .iter()
            .filter(|draft| draft.is_translated)
            .map(|draft| (draft.language.tag().to_owned(), draft.blocks.clone()))
            .collect(),
    }
}

/// A version as it was put to use, whatever the register holds now.
pub(super) fn kept(
    connection: &Connection,
    version: &PolicyVersion,
    language: Language,
) -> Result<Document> {
    let text = store::policy::documents(connection, version.version)?;
    let mut texts: Texts =
        serde_json::from_str(&text).map_err(|_| Error::Internal("stored policy"))?;
    let blocks = texts
        .languages
        .remove(language.tag())
        .ok_or(Error::NotFound)?;
    policy_text::document(
        blocks,
        texts.sender,
        language,
        version.version,
        Some(version.adopted_on),
        version.adopted_on,
    )
}

/// As it is kept.
pub(super) fn text(texts: &Texts) -> Result<String> {
    serde_json::to_string(texts).map_err(|_| Error::Internal("policy"))
}

/// By which it is known: the SHA-256 of what is kept.
pub(super) fn hash(texts: &Texts) -> Result<String> {
    Ok(sha256(text(texts)?.as_bytes()))
}
