//! What she says and writes of the uses.

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Activity, ActivityFacts, ActivityId, ActivityTexts, Field, all, supplied};
use crate::customers::validate::Checks;
use crate::error::Rule;
use crate::inventory::{LegalBasis, Purpose};
use crate::processing::suppliers::uses;
use crate::seen::Seen;
use crate::store::activity::StoredFacts;
use crate::{Error, Language, Result, store};

/// Characters of a name.
const NAME: usize = 100;
/// Characters of what is told in a document's line.
const LINE: usize = 300;
/// Characters of an answer of the balancing.
const ANSWER: usize = 2_000;
/// Uses of her own.
const OWN_MAX: usize = 50;

/// What she answers in the interview.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct AnswerQuestion {
    /// Which use.
    pub id: ActivityId,
    /// Whether she does it.
    pub answer: bool,
}

/// A use of her own.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct AddActivity {
    /// The language that the texts are in.
    pub language: Language,
    /// What is known of it.
    pub facts: ActivityFacts,
    /// Its words.
    pub texts: ActivityTexts,
    /// Who gets data in it (row ids of suppliers); `None` when that stays as it is.
    pub suppliers: Option<BTreeSet<u32>>,
}

/// A use as it shall be.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct EditActivity {
    /// Which.
    pub id: ActivityId,
    /// The language that the texts are in.
    pub language: Language,
    /// What is known of it. Basis, period and need of one that is fixed stay as they are.
    pub facts: ActivityFacts,
    /// Its words.
    pub texts: ActivityTexts,
    /// Who gets data in it (row ids of suppliers); `None` when that stays as it is.
    pub suppliers: Option<BTreeSet<u32>>,
}

/// Notes whether she does what she was asked about.
///
/// # Errors
/// [`Error::NotFound`].
pub fn answer(connection: &Connection, request: AnswerQuestion) -> Result<()> {
    store::activity::answer(connection, request.id, request.answer)
}

/// Adds a use of her own.
///
/// # Errors
/// [`Error::Invalid`] with every refused field.
pub fn add(connection: &Connection, request: AddActivity) -> Result<ActivityId> {
    let own = store::activity::all(connection)?
        .into_iter()
        .filter(|row| row.purpose.is_none())
        .count();
    let mut checks = Checks::default();
    checks.count("activities", own + 1, OWN_MAX);
    let texts = check(checks, &request.facts, request.texts, None)?;
    let id = store::activity::insert(connection, &StoredFacts::of(&request.facts, None))?;
    write(connection, id, None, request.language, texts)?;
    choose_suppliers(connection, id, request.suppliers.as_ref())?;
    Ok(id)
}

/// A use as a change of it in `language` goes out from.
///
/// # Errors
/// [`Error::NotFound`].
pub fn seen(connection: &Connection, id: ActivityId, language: Language) -> Result<Seen> {
    Ok(find(connection, id, language)?.seen)
}

/// Writes a use as it shall be.
///
/// # Errors
/// [`Error::Invalid`] with every refused field; [`Error::NotFound`].
pub fn edit(connection: &Connection, mut request: EditActivity) -> Result<()> {
    let found = find(connection, request.id, request.language)?;
    if found.is_fixed {
        let ActivityFacts {
            basis,
            retention,
            need,
            ..
        } = found.facts;
        request.facts = ActivityFacts {
            basis,
            retention,
            need,
            ..request.facts
        };
    }
    let texts = check(
        Checks::default(),
        &request.facts,
        request.texts,
        found.purpose,
    )?;
    let supplied = found.purpose.map(supplied::facts);
    store::activity::update(
        connection,
        found.id,
        &StoredFacts::of(&request.facts, supplied.as_ref()),
    )?;
    write(connection, found.id, found.purpose, request.language, texts)?;
    choose_suppliers(connection, found.id, request.suppliers.as_ref())
}

fn choose_suppliers(
    connection: &Connection,
    id: ActivityId,
    wanted: Option<&BTreeSet<u32>>,
) -> Result<()> {
    match wanted {
        Some(wanted) => uses::choose(connection, id, wanted, &all(connection, Language::Sv)?),
        None => Ok(()),
    }
}

/// Puts back what was supplied, in every language. What she answered stays.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::NotAllowed`] for a use of her own.
pub fn revert(connection: &Connection, id: ActivityId) -> Result<()> {
    if find(connection, id, Language::Sv)?.purpose.is_none() {
        return Err(Error::NotAllowed);
    }
    store::activity::update(connection, id, &StoredFacts::default())?;
    store::activity::delete_texts(connection, id, None)
}

/// Removes a use of her own.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::NotAllowed`] for a supplied one.
pub fn remove(connection: &Connection, id: ActivityId) -> Result<()> {
    if find(connection, id, Language::Sv)?.purpose.is_some() {
        return Err(Error::NotAllowed);
    }
    store::activity::delete(connection, id)
}

/// A use.
///
/// # Errors
/// [`Error::NotFound`].
pub(super) fn find(
    connection: &Connection,
    id: ActivityId,
    language: Language,
) -> Result<Activity> {
    all(connection, language)?
        .into_iter()
        .find(|activity| activity.id == id)
        .ok_or(Error::NotFound)
}

fn check(
    mut checks: Checks,
    facts: &ActivityFacts,
    mut texts: ActivityTexts,
    purpose: Option<Purpose>,
) -> Result<ActivityTexts> {
    checks.required("texts.name", &mut texts.name, NAME);
    checks.required("texts.purpose", &mut texts.purpose, LINE);
    checks.text("texts.data", &mut texts.data, LINE);
    // The balancing is written down (article 5(2)), or the interest is none that counts.
    let weighs = facts.basis == LegalBasis::LegitimateInterest;
    for (field, text) in [
        ("texts.interest", &mut texts.interest),
        ("texts.necessity", &mut texts.necessity),
        ("texts.balance", &mut texts.balance),
    ] {
        if weighs {
            checks.required(field, text, ANSWER);
        } else {
            checks.text(field, text, ANSWER);
        }
    }
    if purpose.is_none() && facts.categories.is_empty() && texts.data.is_empty() {
        checks.refuse("facts.categories", Rule::Required);
    }
    // Whoever is told that data is kept elsewhere is told where.
    let is_elsewhere = !facts.categories.is_empty() || !texts.data.is_empty();
    if is_elsewhere && facts.places.is_empty() {
        checks.refuse("facts.places", Rule::Required);
    }
    // Special categories are kept by explicit consent alone (article 9(2)(a)), and offers to anybody are sent
    // with it alone (see `assets/law`); the clauses about them say so.
    let on_consent = [Purpose::SkinAdvice, Purpose::Photo, Purpose::Newsletter];
    let needs_consent = facts.categories.iter().any(|kind| kind.is_special())
        || purpose.is_some_and(|it| on_consent.contains(&it));
    if needs_consent && facts.basis != LegalBasis::Consent {
        checks.refuse("facts.basis", Rule::NeedsConsent);
    }
    if purpose.is_none() && facts.subjects.is_empty() {
        checks.refuse("facts.subjects", Rule::Required);
    }
    checks.done()?;
    Ok(texts)
}

/// Keeps what differs from what is supplied: a supplied text that gets better later on is hers, too.
fn write(
    connection: &Connection,
    id: ActivityId,
    purpose: Option<Purpose>,
    language: Language,
    mut texts: ActivityTexts,
) -> Result<()> {
    let mut supplied = match purpose {
        Some(purpose) => supplied::texts(purpose, language)?,
        None => ActivityTexts::default(),
    };
    store::activity::delete_texts(connection, id, Some(language))?;
    for field in Field::ALL {
        let text = texts.field(field);
        if text != supplied.field(field) {
            store::activity::insert_text(connection, id, language, field, text)?;
        }
    }
    Ok(())
}
