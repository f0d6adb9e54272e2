//! Other people in free text (article 15(4)): found by the names, mails and phones of the other
//! customers, shown to the consultant, and covered in the copy unless she lets them stand.

use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use rusqlite::Connection;

use super::handover::Mention;
use crate::customers::{CustomerFields, CustomerId, phone};
use crate::inventory::Kind;
use crate::processing::business::Country;
use crate::store::record::{TableRecord, Value};
use crate::{Error, Result, store};

/// Characters of text shown before and after a mention.
const AROUND: usize = 40;
/// Shorter names would be found in the middle of ordinary words.
const NAME_MIN: usize = 5;

/// Finds and covers what speaks of customers other than `customer`.
pub struct Others(Option<AhoCorasick>);

impl Others {
    /// The names, mails and phones of every customer but `customer`, less those she shares.
    pub fn than(connection: &Connection, customer: CustomerId, home: Country) -> Result<Self> {
        let own = signs(&store::customer::find(connection, customer)?.fields, home);
        let own: Vec<String> = own.iter().map(|sign| sign.to_lowercase()).collect();
        let mut patterns = Vec::new();
        for id in store::customer::ids(connection)? {
            if id != customer {
                patterns.extend(signs(&store::customer::find(connection, id)?.fields, home));
            }
        }
        patterns.retain(|sign| !own.contains(&sign.to_lowercase()));
        if patterns.is_empty() {
            return Ok(Self(None));
        }
        AhoCorasickBuilder::new()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
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
        others
            .find_iter(text)
            .map(|found| found.range())
            .filter(|place| {
                let inside = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
                !inside(text[..place.start].chars().next_back())
                    && !inside(text[place.end..].chars().next())
            })
            .collect()
    }
}

/// What a customer is known by.
fn signs(fields: &CustomerFields, home: Country) -> Vec<String> {
    let (given, family) = (&fields.given_name, &fields.family_name);
    let mut signs = Vec::new();
    if !given.is_empty() && !family.is_empty() {
        signs.push(format!("{given} {family}"));
        signs.push(format!("{family}, {given}"));
    }
    signs.retain(|name| name.chars().count() >= NAME_MIN);
    signs.extend(fields.emails.iter().map(|email| email.address.clone()));
    for phone in &fields.phones {
        signs.push(phone.number.clone());
        signs.push(phone::write(&phone.number, home));
    }
    signs
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
