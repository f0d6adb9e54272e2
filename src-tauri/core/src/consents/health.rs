//! Words that speak of somebody's health, in the languages people write in, and the notes that hold them.

use std::sync::OnceLock;

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::record::said;
use crate::customers::CustomerId;
use crate::inventory::{Category, Purpose};
use crate::store::drift::{self, FreeText};
use crate::{Result, store};

/// What a word of health begins with, in lower case: endings differ, beginnings do not.
const BEGINNINGS: &str = include_str!("../../../../assets/words/health.txt");

/// Whether a text speaks of health. It may be wrong either way: a person reads what was found.
pub(crate) fn is_spoken_of(text: &str) -> bool {
    static WORDS: OnceLock<Vec<&'static str>> = OnceLock::new();
    let beginnings = WORDS.get_or_init(|| {
        let lines = BEGINNINGS.lines().map(str::trim);
        lines
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .collect()
    });
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 3)
        .any(|word| {
            let word = word.to_lowercase();
            beginnings
                .iter()
                .any(|beginning| word.starts_with(beginning))
        })
}

/// Where something is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum NotePlace {
    /// Her note.
    Notes,
    /// A tag.
    Tag,
    /// The note of a purchase.
    Purchase,
    /// What a contact was about.
    Contact,
    /// Elsewhere, such as a file's name: it is not erased by lines.
    Elsewhere,
}

/// Lines that speak of health.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct HealthNote {
    /// Where they stand.
    pub place: NotePlace,
    /// The lines, as they are written.
    pub lines: Vec<String>,
}

/// What is written about a customer's health.
pub(super) fn notes(connection: &Connection, customer: CustomerId) -> Result<Vec<HealthNote>> {
    Ok(spoken(connection, customer)?
        .into_iter()
        .map(|text| HealthNote {
            place: place(&text),
            lines: text
                .text
                .lines()
                .filter(|line| is_spoken_of(line))
                .map(|line| line.trim().to_owned())
                .collect(),
        })
        .collect())
}

/// Erases every line about a customer that speaks of health, as [`CustomerConsents`](super::CustomerConsents)
/// shows them. What stands elsewhere than in notes stays.
///
/// # Errors
/// [`crate::Error::NotFound`]; [`crate::Error::NotAllowed`] when all of it stands elsewhere.
pub fn erase_notes(connection: &Connection, customer: CustomerId) -> Result<()> {
    store::customer::find(connection, customer)?;
    let (elsewhere, noted): (Vec<_>, Vec<_>) = spoken(connection, customer)?
        .into_iter()
        .partition(|text| place(text) == NotePlace::Elsewhere);
    if noted.is_empty() {
        return Err(crate::Error::NotAllowed);
    }
    for text in noted {
        let rest: Vec<&str> = text
            .text
            .lines()
            .filter(|line| !is_spoken_of(line))
            .collect();
        drift::rewrite(connection, &text, rest.join("\n").trim())?;
    }
    // What is gone is not kept for any reason.
    let said = said(connection, customer, &Purpose::SkinAdvice.into())?;
    match said.last().filter(|_| elsewhere.is_empty()) {
        Some(row) => store::consent::keep_because(connection, row.id, ""),
        None => Ok(()),
    }
}

fn spoken(connection: &Connection, customer: CustomerId) -> Result<Vec<FreeText>> {
    let mut found = drift::texts_of(connection, customer)?;
    found.retain(|text| is_spoken_of(&text.text));
    Ok(found)
}

fn place(text: &FreeText) -> NotePlace {
    let category = text.column.personal.map(|personal| personal.category);
    match (text.table.name, category) {
        ("customer", Some(Category::Notes)) => NotePlace::Notes,
        ("customer_tag", _) => NotePlace::Tag,
        ("purchase", Some(Category::Notes)) => NotePlace::Purchase,
        ("contact", _) => NotePlace::Contact,
        _ => NotePlace::Elsewhere,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_health_are_found_in_each_language_and_others_are_not() {
        for text in [
            "Allergisk mot parfym",
            "hon är GRAVID!",
            "Har haft eksem på händerne",
            "tager medicin",
            "She has eczema.",
        ] {
            assert!(is_spoken_of(text), "{text}");
        }
        for text in ["Vill ha en ny dagkräm", "Ringer på tisdag", "ask her", ""] {
            assert!(!is_spoken_of(text), "{text}");
        }
    }
}
