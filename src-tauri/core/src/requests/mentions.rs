//! Other people in free text (article 15(4)): found by the names, mails and phones of the other
//! customers, shown to the consultant, and covered in the copy unless she lets them stand.

use std::collections::HashSet;
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use rusqlite::Connection;

use super::handover::Mention;
use crate::customers::{CustomerId, phone};
use crate::inventory::Kind;
use crate::processing::business::Country;
use crate::store::record::{TableRecord, Value};
use crate::store::sign::{self, Sign};
use crate::{Error, Result};

/// Characters of text shown before and after a mention.
const AROUND: usize = 40;
/// Shorter names would be found in the middle of ordinary words.
const NAME_MIN: usize = 5;
/// Digits at the end of a phone number that are the same however it is written.
const PHONE_TAIL: usize = 4;

/// Finds and covers what speaks of customers other than `customer`.
pub struct Others(Option<AhoCorasick>);

impl Others {
    /// Those names, mails and phones of other customers that occur in the free text of `record`,
    /// less those that `customer` shares. Read in one pass: most occur nowhere in her text.
    pub fn named_in(
        connection: &Connection,
        customer: CustomerId,
        record: &[TableRecord],
        home: Country,
    ) -> Result<Self> {
        let text = Folded::of(&free_text(record)).text;
        let words = Words::of(&text);
        let mut own = HashSet::new();
        let mut others = HashSet::new();
        if !text.trim().is_empty() {
            sign::each(connection, &mut |id, sign| {
                if id != customer && !words.may_hold(&sign) {
                    return;
                }
                for form in forms(&sign, home) {
                    let form = form.to_lowercase();
                    if id == customer {
                        own.insert(form);
                    } else if text.contains(&form) {
                        others.insert(form);
                    }
                }
            })?;
        }
        let patterns: Vec<&String> = others.difference(&own).collect();
        if patterns.is_empty() {
            return Ok(Self(None));
        }
        AhoCorasickBuilder::new()
            .match_kind(MatchKind::LeftmostLongest)
            .build(patterns)
            .map(|found| Self(Some(found)))
            .map_err(|_| Error::Internal("mentions"))
    }

    /// Replaces each mention in the free text of `record` by `cover`, but for those whose number is
    /// in `keep`, and lists them all. Numbers follow the order of the record.
    pub fn cover(&self, record: &mut [TableRecord], keep: &[u32], cover: &str) -> Vec<Mention> {
        let mut mentions = Vec::new();
        for table in record {
            let columns: Vec<_> = table.columns().collect();
            for row in &mut table.rows {
                for (column, value) in columns.iter().zip(&mut row.values) {
                    if let (Kind::FreeText, Value::Text(text)) = (column.kind, &mut *value) {
                        let field = format!("{}.{}", table.table.name, column.name);
                        *text = self.cover_text(text, &field, keep, cover, &mut mentions);
                    }
                }
            }
        }
        mentions
    }

    fn cover_text(
        &self,
        text: &str,
        field: &str,
        keep: &[u32],
        cover: &str,
        mentions: &mut Vec<Mention>,
    ) -> String {
        let mut covered = String::with_capacity(text.len());
        let mut done = 0;
        for place in self.places(text) {
            let id = u32::try_from(mentions.len()).unwrap_or(u32::MAX);
            let (before, after) = (&text[..place.start], &text[place.end..]);
            let words = &text[place.clone()];
            let is_covered = !keep.contains(&id);
            covered.push_str(&text[done..place.start]);
            covered.push_str(if is_covered { cover } else { words });
            done = place.end;
            mentions.push(Mention {
                id,
                field: field.to_owned(),
                before: last_characters(before),
                words: words.to_owned(),
                after: first_characters(after),
                covered: is_covered,
            });
        }
        covered.push_str(&text[done..]);
        covered
    }

    fn places(&self, text: &str) -> Vec<Range<usize>> {
        let Some(others) = &self.0 else {
            return Vec::new();
        };
        let folded = Folded::of(text);
        others
            .find_iter(&folded.text)
            .map(|found| folded.place(&found.range()))
            .filter(|place| {
                let inside = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
                !inside(text[..place.start].chars().next_back())
                    && !inside(text[place.end..].chars().next())
            })
            .collect()
    }
}

/// A text in lower case that knows where each byte stood.
struct Folded {
    text: String,
    /// For each byte of `text`, where its character begins and ends in the original.
    places: Vec<Range<usize>>,
}

impl Folded {
    fn of(original: &str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut places = Vec::with_capacity(original.len());
        for (at, character) in original.char_indices() {
            let place = at..at + character.len_utf8();
            for lower in character.to_lowercase() {
                text.push(lower);
                places.extend(std::iter::repeat_n(place.clone(), lower.len_utf8()));
            }
        }
        Self { text, places }
    }

    /// Where a stretch of the folded text stands in the original, in whole characters.
    fn place(&self, folded: &Range<usize>) -> Range<usize> {
        let stretch = self.places.get(folded.clone()).unwrap_or_default();
        let start = stretch.first().map_or(0, |first| first.start);
        start..stretch.last().map_or(start, |last| last.end)
    }
}

/// The words of a text in lower case, to see in a moment what cannot occur in it.
struct Words<'text> {
    words: HashSet<&'text str>,
    digits: String,
}

impl<'text> Words<'text> {
    fn of(text: &'text str) -> Self {
        Self {
            words: words(text).collect(),
            digits: text.chars().filter(char::is_ascii_digit).collect(),
        }
    }

    /// A mention stands between words: all of its words are words of the text. Phones are written
    /// in many ways, but with the same digits at the end.
    fn may_hold(&self, sign: &Sign<'_>) -> bool {
        match sign {
            Sign::Name { given, family } => [given, family]
                .into_iter()
                .all(|name| self.holds_words_of(name)),
            Sign::Email(address) => self.holds_words_of(address),
            Sign::Phone(number) => {
                let tail: Vec<char> = number
                    .chars()
                    .rev()
                    .filter(char::is_ascii_digit)
                    .take(PHONE_TAIL)
                    .collect();
                self.digits.contains(&tail.iter().rev().collect::<String>())
            }
        }
    }

    fn holds_words_of(&self, sign: &str) -> bool {
        words(&sign.to_lowercase()).all(|word| self.words.contains(word))
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// All free text of a record, to see at once what occurs in none of it.
fn free_text(record: &[TableRecord]) -> String {
    let mut text = String::new();
    for table in record {
        for row in &table.rows {
            for (column, value) in table.columns().zip(&row.values) {
                if let (Kind::FreeText, Value::Text(value)) = (column.kind, value) {
                    text.push_str(value);
                    text.push('\n');
                }
            }
        }
    }
    text
}

/// The ways in which people write what a customer is known by.
fn forms(sign: &Sign<'_>, home: Country) -> Vec<String> {
    match sign {
        Sign::Name { given, family } if !given.is_empty() && !family.is_empty() => {
            let mut names = vec![format!("{given} {family}"), format!("{family}, {given}")];
            names.retain(|name| name.chars().count() >= NAME_MIN);
            names
        }
        Sign::Name { .. } => Vec::new(),
        Sign::Email(address) => vec![(*address).to_owned()],
        Sign::Phone(number) => vec![(*number).to_owned(), phone::write(number, home)],
    }
}

fn last_characters(text: &str) -> String {
    let skip = text.chars().count().saturating_sub(AROUND);
    let cut = if skip > 0 { "…" } else { "" };
    cut.chars().chain(text.chars().skip(skip)).collect()
}

fn first_characters(text: &str) -> String {
    let mut rest = text.chars();
    let mut first: String = rest.by_ref().take(AROUND).collect();
    if rest.next().is_some() {
        first.push('…');
    }
    first
}
