//! What people are asked: supplied in three languages, changed by version. A version is kept from the
//! first time somebody was asked by it.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::to::Asked;
use super::{ConsentTextVersion, ConsentTexts, ConsentTo, ConsentUse};
use crate::customers::validate::Checks;
use crate::hash::sha256;
use crate::inventory::Purpose;
use crate::processing::activities;
use crate::processing::record::text::Texts;
use crate::store::consent::TextRow;
use crate::{Error, Language, Result, store};

/// The version that nobody was asked by yet.
const FIRST: u32 = 1;
/// Characters of a text.
const TEXT: usize = 2_000;

/// What shall be asked from now on.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct EditConsentText {
    /// For which use.
    #[ts(type = "string")]
    pub to: ConsentTo,
    /// What it says.
    pub texts: ConsentTexts,
}

/// What comes ready, and what is made of the words of a use that nothing comes ready for (`other`, `special`).
///
/// # Errors
/// [`Error::NotFound`] for a use that nothing comes ready for; [`Error::Internal`] when a file has a
/// fault, which a test rules out.
pub fn supplied(purpose: Purpose) -> Result<ConsentTexts> {
    named(&store::word(purpose)?)
}

/// The text under a key.
pub(super) fn named(key: &str) -> Result<ConsentTexts> {
    static TEXTS: OnceLock<Option<[BTreeMap<String, String>; 3]>> = OnceLock::new();
    let [sv, da, en] = TEXTS
        .get_or_init(|| {
            let read = |source| toml::from_str(source).ok();
            Some([
                read(include_str!(
                    "../../../../assets/templates/sv/consents.toml"
                ))?,
                read(include_str!(
                    "../../../../assets/templates/da/consents.toml"
                ))?,
                read(include_str!(
                    "../../../../assets/templates/en/consents.toml"
                ))?,
            ])
        })
        .as_ref()
        .ok_or(Error::Internal("consents"))?;
    let of = |texts: &BTreeMap<String, String>| texts.get(key).cloned().ok_or(Error::NotFound);
    Ok(ConsentTexts {
        sv: of(sv)?,
        da: of(da)?,
        en: of(en)?,
    })
}

/// What a use is asked for by before somebody changed it: what comes ready, or is made of the use's own
/// words. Where those are missing in a language, all of it is in the one that they are in.
fn ready(connection: &Connection, to: &ConsentTo) -> Result<ConsentTexts> {
    if let Some(purpose) = to.purpose().filter(|_| to.comes_ready()) {
        return supplied(purpose);
    }
    let [other, special] = [named("other")?, named("special")?];
    let in_language = |language| -> Result<Option<String>> {
        let activities = activities::all(connection, language)?;
        let activity = to.find(&activities).ok_or(Error::NotFound)?;
        if activity.is_untranslated {
            return Ok(None);
        }
        let asking = if super::is_explicit(activity) {
            &special
        } else {
            &other
        };
        Ok(Some(
            asking
                .of(language)
                .replace("{purpose}", activity.texts.purpose.trim_end_matches('.'))
                .replace("{data}", &Texts::of(language)?.data_of(activity)?),
        ))
    };
    let mut written = Vec::new();
    for language in Language::ALL {
        written.push(in_language(language)?);
    }
    let any = written
        .iter()
        .flatten()
        .next()
        .cloned()
        .ok_or(Error::NotFound)?;
    let mut written = written
        .into_iter()
        .map(|text| text.unwrap_or_else(|| any.clone()));
    let mut next = || written.next().unwrap_or_default();
    Ok(ConsentTexts {
        sv: next(),
        da: next(),
        en: next(),
    })
}

fn hash(texts: &ConsentTexts) -> Result<String> {
    let json = serde_json::to_vec(texts).map_err(|_| Error::Internal("consent text"))?;
    Ok(sha256(&json))
}

/// The versions of a use's text, the one that is asked now first.
///
/// # Errors
/// As [`supplied`].
fn versions(
    connection: &Connection,
    kept: &[TextRow],
    to: &ConsentTo,
) -> Result<Vec<ConsentTextVersion>> {
    let found: Vec<ConsentTextVersion> = kept
        .iter()
        .filter(|row| row.to == *to)
        .map(|row| ConsentTextVersion {
            version: row.version,
            valid_from: Some(row.valid_from),
            hash: row.hash.clone(),
            texts: row.texts.clone(),
            running: 0,
        })
        .collect();
    if !found.is_empty() {
        return Ok(found);
    }
    let texts = ready(connection, to)?;
    Ok(vec![ConsentTextVersion {
        version: FIRST,
        valid_from: None,
        hash: hash(&texts)?,
        texts,
        running: 0,
    }])
}

/// What is asked now.
///
/// # Errors
/// As [`supplied`].
pub fn current(connection: &Connection, to: &ConsentTo) -> Result<ConsentTextVersion> {
    find(connection, to, None)
}

/// The number of what is asked now.
///
/// # Errors
/// [`Error::Internal`].
pub(crate) fn number(connection: &Connection, to: &ConsentTo) -> Result<u32> {
    let kept = store::consent::texts(connection)?;
    let asked = kept.iter().find(|row| row.to == *to);
    Ok(asked.map_or(FIRST, |row| row.version))
}

/// A version, or the one that is asked now.
pub(super) fn find(
    connection: &Connection,
    to: &ConsentTo,
    version: Option<u32>,
) -> Result<ConsentTextVersion> {
    versions(connection, &store::consent::texts(connection)?, to)?
        .into_iter()
        .find(|each| version.is_none_or(|version| each.version == version))
        .ok_or(Error::NotFound)
}

/// The day from which a version was asked, if there is one: the first comes ready, and signed papers are
/// noted in any order.
pub(super) const fn begins(version: &ConsentTextVersion) -> Option<NaiveDate> {
    if version.version == FIRST {
        None
    } else {
        version.valid_from
    }
}

/// Keeps what is asked, from the first day on which somebody was asked by it.
pub(super) fn keep(
    connection: &Connection,
    to: &ConsentTo,
    found: &ConsentTextVersion,
    on: NaiveDate,
) -> Result<()> {
    if let Some(since) = found.valid_from {
        if on < since {
            store::consent::ask_since(connection, to, found.version, on)?;
        }
        return Ok(());
    }
    store::consent::insert_text(
        connection,
        &TextRow {
            to: to.clone(),
            version: found.version,
            valid_from: on,
            hash: found.hash.clone(),
            texts: found.texts.clone(),
        },
    )
}

/// Asks something else from now on. Nobody's yes changes by that: each stays with the words that were
/// said yes to. What says the same is no new version.
///
/// # Errors
/// [`Error::Invalid`] with every refused field; as [`supplied`].
pub fn edit_text(
    connection: &Connection,
    today: NaiveDate,
    request: EditConsentText,
) -> Result<()> {
    let EditConsentText { to, mut texts } = request;
    let asked = current(connection, &to)?;
    let mut checks = Checks::default();
    checks.required("texts.sv", &mut texts.sv, TEXT);
    checks.required("texts.da", &mut texts.da, TEXT);
    checks.required("texts.en", &mut texts.en, TEXT);
    checks.done()?;
    if texts == asked.texts {
        return Ok(());
    }
    // It may stand on a paper that is signed and not noted yet.
    keep(connection, &to, &asked, today)?;
    store::consent::insert_text(
        connection,
        &TextRow {
            version: store::consent::next_number(connection, &to)?,
            to,
            valid_from: today,
            hash: hash(&texts)?,
            texts,
        },
    )
}

/// Every use that people are asked for, with its texts and how many said what.
///
/// # Errors
/// [`Error::Internal`] when a supplied text has a fault.
pub fn list(connection: &Connection, language: Language) -> Result<Vec<ConsentUse>> {
    let kept = store::consent::texts(connection)?;
    let rows = store::consent::all(connection)?;
    let activities = activities::all(connection, language)?;
    let mut found = Vec::new();
    for Asked { to, name, activity } in super::asked(&activities, &rows) {
        // What is said of a use that she has removed is shown as far as its words are known.
        let mut versions = match versions(connection, &kept, &to) {
            Err(Error::NotFound) if activity.is_none() => continue,
            versions => versions?,
        };
        let (mut running, mut withdrawn) = (0, 0);
        for row in super::latest(&rows, &to).into_values() {
            if !row.is_running() {
                withdrawn += 1;
                continue;
            }
            running += 1;
            let said = versions
                .iter_mut()
                .find(|each| row.version == Some(each.version));
            if let Some(version) = said {
                version.running += 1;
            }
        }
        let is_asked = activity.is_some_and(super::is_asked);
        // One that rests on something else is shown for what was said before.
        if is_asked || running + withdrawn > 0 {
            found.push(ConsentUse {
                to,
                name,
                is_asked,
                in_use: activity.is_some_and(|each| each.in_use),
                versions,
                running,
                withdrawn,
            });
        }
    }
    Ok(found)
}
