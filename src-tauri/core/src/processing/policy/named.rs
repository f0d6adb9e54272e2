//! Whom a version names as getting data, noted when it is put to use.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::texts::Draft;
use crate::documents::blocks::{Block, texts};
use crate::processing::clauses::Name;
use crate::processing::{activities, suppliers};
use crate::{Language, Result, store};

/// The marks of the suppliers that get data and that every draft names: who reads one of them reads no
/// other. The supplied clause names them all; in what she wrote instead each is looked for.
pub(super) fn in_drafts(connection: &Connection, drafts: &[Draft]) -> Result<BTreeSet<String>> {
    // Who gets data is the same in every language.
    let activities = activities::all(connection, Language::Sv)?;
    let marks = store::supplier::marks(connection)?;
    let recipients = suppliers::recipients(connection, &activities)?;
    let own = recipients.into_iter().filter(|each| each.helps.is_empty());
    let named = own.filter(|each| drafts.iter().all(|draft| names(draft, &each.name)));
    Ok(named
        .filter_map(|each| marks.get(&each.supplier).cloned())
        .collect())
}

/// Whether a version says a name in each of its languages, though it was not noted when it was put to use:
/// a supplier may be written down after what the policy says of it, or anew.
///
/// # Errors
/// [`crate::Error::NotFound`] without such a version.
pub(crate) fn in_version(connection: &Connection, version: u32, name: &str) -> Result<bool> {
    let version = super::find(connection, version)?;
    for language in &version.languages {
        if !says(&super::kept(connection, &version, *language)?.blocks, name) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn names(draft: &Draft, name: &str) -> bool {
    let mut clauses = draft.clauses.iter();
    let is_supplied = clauses
        .any(|clause| clause.name == Some(Name::Recipients) && clause.is_in() && !clause.is_hers);
    is_supplied || says(&draft.blocks, name)
}

/// Whether the name stands somewhere for itself: not within a word, and not broken by other spaces.
fn says(blocks: &[Block], name: &str) -> bool {
    let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = spaced(name);
    texts(blocks).iter().any(|text| {
        let text = spaced(text);
        text.match_indices(&name).any(|(at, _)| {
            let before = text.get(..at).and_then(|it| it.chars().next_back());
            let after = text.get(at + name.len()..).and_then(|it| it.chars().next());
            let is_end = |letter: Option<char>| !letter.is_some_and(char::is_alphanumeric);
            is_end(before) && is_end(after)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::blocks::Span;

    #[test]
    fn a_name_is_found_only_where_it_stands_for_itself() {
        let says = |text: &str, name| says(&[Block::Paragraph(vec![Span::plain(text)])], name);
        assert!(says("Jag anlitar Post och Kivra.", "Post"));
        assert!(says("Jag anlitar\u{a0}Sköld  & Son AB.", "Sköld & Son AB"));
        assert!(!says("Jag anlitar PostNord och E-Posten.", "Post"));
        assert!(!says("Det kommer per post.", "Post"));
    }
}
