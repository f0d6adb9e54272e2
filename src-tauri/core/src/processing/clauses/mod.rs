//! The policy's clauses: supplied ones, wanted by what is done with data, and her own. Each can be
//! rewritten, moved, left out, and put back as it was.

mod edit;
mod supplied;
#[cfg(test)]
mod tests;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use self::edit::{
    AddClause, EditClause, LeaveOutClause, MoveClause, add, edit, leave_out, move_to, remove,
    revert, seen, with,
};
pub use self::supplied::Name;
use super::activities::Activity;
use crate::seen::Seen;
use crate::store::clause::{ClauseRow, TextRow};
use crate::{Language, Result, store};

/// A clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ClauseId(pub u32);

/// What a clause says, as a template.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct ClauseText {
    /// Its heading, or the title of the whole.
    pub heading: String,
    /// What stands under it; see `documents/templates.rs`.
    pub text: String,
}

/// A clause as it stands in the policy's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(clippy::struct_excessive_bools)] // What a screen shows of it.
pub struct Clause {
    /// Row id.
    pub id: ClauseId,
    /// Which supplied one it is; `None` for one of her own.
    #[ts(type = "string | null")]
    pub name: Option<Name>,
    /// What it says.
    pub content: ClauseText,
    /// Whether what is done with data wants it.
    pub is_wanted: bool,
    /// She does not want it.
    pub is_left_out: bool,
    /// She wrote it herself, or changed what was supplied.
    pub is_hers: bool,
    /// She wrote it in another language and not in this one.
    pub is_untranslated: bool,
    /// Items of the regulation that people are not told without it (`13.1 a`).
    #[ts(type = "Array<string>")]
    pub law: &'static [&'static str],
    /// What a change of it in this language goes out from.
    pub seen: Seen,
}

impl Clause {
    /// One that is being written and is not stored.
    const fn of_hers(name: Option<Name>, content: ClauseText) -> Self {
        Self {
            id: ClauseId(0),
            name,
            content,
            is_wanted: true,
            is_left_out: false,
            is_hers: true,
            is_untranslated: false,
            law: &[],
            seen: Seen {
                mark: String::new(),
                digest: String::new(),
            },
        }
    }

    /// Whether it stands in the policy.
    pub const fn is_in(&self) -> bool {
        self.is_wanted && !self.is_left_out
    }

    /// The whole template.
    pub fn template(&self) -> String {
        let marks = if self.name == Some(Name::Opening) {
            "#"
        } else {
            "##"
        };
        let ClauseText { heading, text } = &self.content;
        format!("{marks} {heading}\n\n{text}\n")
    }
}

/// Every clause in a language, in order. The opening comes first, whatever is stored.
///
/// # Errors
/// [`Error::Internal`](crate::Error::Internal) when a supplied text has a fault.
pub fn all(
    connection: &Connection,
    activities: &[Activity],
    language: Language,
) -> Result<Vec<Clause>> {
    let texts = store::clause::texts(connection)?;
    let mut clauses = store::clause::all(connection)?
        .into_iter()
        .map(|row| {
            let written: Vec<&TextRow> = texts.iter().filter(|text| text.of == row.id).collect();
            read(connection, &row, &written, activities, language)
        })
        .collect::<Result<Vec<_>>>()?;
    clauses.sort_by_key(|clause| clause.name != Some(Name::Opening));
    Ok(clauses)
}

fn read(
    connection: &Connection,
    row: &ClauseRow,
    written: &[&TextRow],
    activities: &[Activity],
    language: Language,
) -> Result<Clause> {
    let in_this = written.iter().find(|text| text.language == language);
    let content = match (in_this, row.name) {
        (Some(text), _) => text.content.clone(),
        (None, Some(name)) => name.text(language)?,
        // Rather her words in another language than none.
        (None, None) => written
            .first()
            .map(|text| text.content.clone())
            .unwrap_or_default(),
    };
    Ok(Clause {
        id: row.id,
        name: row.name,
        seen: Seen::of(connection, "clause", row.id.0, &content)?,
        content,
        is_wanted: row.name.is_none_or(|name| name.is_wanted(activities)),
        is_left_out: row.left_out,
        is_hers: row.name.is_none() || !written.is_empty(),
        is_untranslated: !written.is_empty() && in_this.is_none(),
        law: row.name.map_or(&[], Name::law),
    })
}
