//! What people are asked: supplied in three languages, changed by version. A version is kept from the
//! first time somebody was asked by it.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ConsentTextVersion, ConsentTexts, ConsentUse, PURPOSES};
use crate::customers::validate::Checks;
use crate::hash::sha256;
use crate::inventory::Purpose;
use crate::processing::activities;
use crate::store::consent::TextRow;
use crate::{Error, Language, Result, store};

/// Characters of a text.
const TEXT: usize = 2_000;

/// What shall be asked from now on.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct EditConsentText {
    /// For which use.
    pub purpose: Purpose,
    /// What it says.
    pub texts: ConsentTexts,
}

/// What comes ready.
///
/// # Errors
/// [`Error::NotFound`] for a use that nobody is asked for; [`Error::Internal`] when a file has a
/// fault, which a test rules out.
pub fn supplied(purpose: Purpose) -> Result<ConsentTexts> {
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
    let key = store::word(purpose)?;
    let of = |texts: &BTreeMap<String, String>| texts.get(&key).cloned().ok_or(Error::NotFound);
    Ok(ConsentTexts {
        sv: of(sv)?,
        da: of(da)?,
        en: of(en)?,
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
fn versions(kept: &[TextRow], purpose: Purpose) -> Result<Vec<ConsentTextVersion>> {
    let found: Vec<ConsentTextVersion> = kept
        .iter()
        .filter(|row| row.purpose == purpose)
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
    let texts = supplied(purpose)?;
    Ok(vec![ConsentTextVersion {
        version: 1,
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
pub fn current(connection: &Connection, purpose: Purpose) -> Result<ConsentTextVersion> {
    find(connection, purpose, None)
}

/// A version, or the one that is asked now.
pub(super) fn find(
    connection: &Connection,
    purpose: Purpose,
    version: Option<u32>,
) -> Result<ConsentTextVersion> {
    versions(&store::consent::texts(connection)?, purpose)?
        .into_iter()
        .find(|each| version.is_none_or(|version| each.version == version))
        .ok_or(Error::NotFound)
}

/// The day from which a version was asked, if there is one: the first comes ready, and signed papers are
/// noted in any order.
pub(super) const fn begins(version: &ConsentTextVersion) -> Option<NaiveDate> {
    if version.version == 1 {
        None
    } else {
        version.valid_from
    }
}

/// Keeps what is asked, from the first day on which somebody was asked by it.
pub(super) fn keep(
    connection: &Connection,
    purpose: Purpose,
    found: &ConsentTextVersion,
    on: NaiveDate,
) -> Result<()> {
    if let Some(since) = found.valid_from {
        if on < since {
            store::consent::ask_since(connection, purpose, found.version, on)?;
        }
        return Ok(());
    }
    store::consent::insert_text(
        connection,
        &TextRow {
            purpose,
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
    let EditConsentText { purpose, mut texts } = request;
    let asked = current(connection, purpose)?;
    let mut checks = Checks::default();
    checks.required("texts.sv", &mut texts.sv, TEXT);
    checks.required("texts.da", &mut texts.da, TEXT);
    checks.required("texts.en", &mut texts.en, TEXT);
    checks.done()?;
    if texts == asked.texts {
        return Ok(());
    }
    // It may stand on a paper that is signed and not noted yet.
    keep(connection, purpose, &asked, today)?;
    store::consent::insert_text(
        connection,
        &TextRow {
            purpose,
            version: store::consent::next_number(connection, purpose)?,
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
    let activities = activities::all(connection, language)?;
    PURPOSES
        .into_iter()
        .map(|purpose| {
            let activity = activities
                .iter()
                .find(|each| each.purpose == Some(purpose))
                .ok_or(Error::Internal("purpose"))?;
            let mut versions = versions(&kept, purpose)?;
            let (mut running, mut withdrawn) = (0, 0);
            for row in super::latest(connection, purpose)?.values() {
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
            Ok(ConsentUse {
                purpose,
                name: activity.texts.name.clone(),
                is_asked: super::is_asked(activity),
                in_use: activity.in_use,
                versions,
                running,
                withdrawn,
            })
        })
        .filter(|found: &Result<ConsentUse>| {
            // One that rests on something else is shown for what was said before.
            found.as_ref().map_or(true, |each| {
                each.is_asked || each.running + each.withdrawn > 0
            })
        })
        .collect()
}
