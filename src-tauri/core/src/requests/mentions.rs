//! Other people in free text (article 15(4)): found by the names, mails and phones of the other
//! customers, shown to the consultant, and covered in the copy unless she lets them stand.

use std::collections::HashSet;
use std::ops::Range;

use aho_corasick::AhoCorasick;
use rusqlite::Connection;

use super::folded::{Folded, folded, is_of_a_word, words};
use super::handover::Mention;
use crate::customers::{CustomerId, phone};
use crate::inventory::Kind;
use crate::processing::business::Country;
use crate::store::record::{TableRecord, Value};
use crate::store::sign::{self, Sign};
use crate::{Error, Result};

/// Characters of text shown before and after a mention, at the most.
const AROUND: usize = 40;
/// Shorter names say too little (characters).
const NAME_MIN: usize = 5;
/// Digits at the end of a phone number that are the same however it is written: no country's numbers
/// are shorter. The more of them, the fewer numbers have to be taken apart.
const PHONE_TAIL: usize = 6;

/// Finds and covers what speaks of customers other than `customer`.
pub struct Others {
    /// Names and mails, as [`Folded::words`] has them.
    words: AhoCorasick,
    /// Phones, as [`Folded::digits`] has them.
    digits: AhoCorasick,
}

impl Others {
    /// Those names, mails and phones of other customers that occur in the free text of `record`,
    /// less those that `customer` shares. Read in one pass: most occur nowhere in her text.
    pub fn named_in(
        connection: &Connection,
        customer: CustomerId,
        record: &[TableRecord],
        home: Country,
    ) -> Result<Self> {
        let text = free_text(record);
        let (folded, digits) = (Folded::words(&text).text, Folded::digits(&text).text);
        let text = Text::of(&folded, &digits);
        let mut own = HashSet::new();
        let mut others = HashSet::new();
        if !text.words.trim().is_empty() {
            sign::each(connection, &mut |id, sign| {
                if id == customer {
                    own.extend(forms(&sign, home));
                } else if text.may_hold(&sign) {
                    others.extend(forms(&sign, home).filter(|form| text.holds(form)));
                }
            })?;
        }
        let (mut words, mut digits) = (Vec::new(), Vec::new());
        for form in others.difference(&own) {
            match form {
                Form::Words(form) => words.push(form),
                Form::Digits(form) => digits.push(form),
            }
        }
        let find = |forms| AhoCorasick::new(forms).map_err(|_| Error::Internal("mentions"));
        Ok(Self {
            words: find(words)?,
            digits: find(digits)?,
        })
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
                before: last_words(before),
                words: words.to_owned(),
                after: first_words(after),
                covered: is_covered,
            });
        }
        covered.push_str(&text[done..]);
        covered
    }

    /// Where others are mentioned: the leftmost and longest of what overlaps.
    fn places(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        if self.words.patterns_len() > 0 {
            let folded = Folded::words(text);
            let places = self.words.find_overlapping_iter(&folded.text);
            found.extend(places.map(|found| folded.place(&found.range())));
        }
        if self.digits.patterns_len() > 0 {
            let folded = Folded::digits(text);
            let places = self.digits.find_overlapping_iter(&folded.text);
            found.extend(places.map(|found| with_plus(text, folded.place(&found.range()))));
        }
        found.retain(|place| {
            let before = text[..place.start].chars().next_back();
            !before.is_some_and(is_of_a_word) && ends_a_word(&text[place.end..])
        });
        found.sort_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
        let mut end = 0;
        found.retain(|place| {
            let is_free = place.start >= end;
            if is_free {
                end = place.end;
            }
            is_free
        });
        found
    }
}

/// Whether a word ends before `rest`, or has a genitive's s left: "Birgitta Nordéns väska".
fn ends_a_word(rest: &str) -> bool {
    let rest = rest.strip_prefix(['s', 'S']).unwrap_or(rest);
    !rest.chars().next().is_some_and(is_of_a_word)
}

/// A phone's place with the plus and the bracket that belong to it.
fn with_plus(text: &str, mut place: Range<usize>) -> Range<usize> {
    let has_open_bracket = |place: &Range<usize>| {
        let number = &text[place.clone()];
        number.contains(')') && !number.contains('(')
    };
    while let Some(before) = text[..place.start].chars().next_back()
        && (matches!(before, '+' | '\u{ff0b}') || before == '(' && has_open_bracket(&place))
    {
        place.start -= before.len_utf8();
    }
    place
}

/// All free text of a record, to see in a moment what cannot occur in it.
struct Text<'text> {
    words: &'text str,
    each_word: HashSet<&'text str>,
    digits: &'text str,
    /// Every run of [`PHONE_TAIL`] digits.
    tails: HashSet<&'text [u8]>,
}

impl<'text> Text<'text> {
    fn of(folded: &'text str, digits: &'text str) -> Self {
        let mut each_word: HashSet<_> = words(folded).collect();
        each_word.extend(words(folded).filter_map(|word| word.strip_suffix('s')));
        Self {
            words: folded,
            each_word,
            digits,
            tails: digits.as_bytes().windows(PHONE_TAIL).collect(),
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
                let tail = number.len().saturating_sub(PHONE_TAIL);
                self.tails.contains(&number.as_bytes()[tail..])
            }
        }
    }

    fn holds_words_of(&self, sign: &str) -> bool {
        words(&folded(sign)).all(|word| self.each_word.contains(word))
    }

    fn holds(&self, form: &Form) -> bool {
        match form {
            Form::Words(form) => self.words.contains(form),
            Form::Digits(form) => self.digits.contains(form),
        }
    }
}

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

/// What is looked for.
#[derive(PartialEq, Eq, Hash)]
enum Form {
    /// As [`Folded::words`] has it.
    Words(String),
    /// As [`Folded::digits`] has it.
    Digits(String),
}

/// The ways in which people write what a customer is known by. What was typed where a phone or a
/// mail belongs and is none ("hemma") says nothing.
fn forms(sign: &Sign<'_>, home: Country) -> impl Iterator<Item = Form> + use<> {
    let (words, digits) = match sign {
        Sign::Name { given, family } => (names(&folded(given), &folded(family)), Vec::new()),
        Sign::Email(address) if address.contains('@') => (vec![folded(address)], Vec::new()),
        Sign::Email(_) => (Vec::new(), Vec::new()),
        Sign::Phone(number) => (Vec::new(), phone::dialled_as(number, home)),
    };
    let words = words.into_iter().map(Form::Words);
    words.chain(digits.into_iter().map(Form::Digits))
}

fn names(given: &str, family: &str) -> Vec<String> {
    let (given, family) = (given.trim(), family.trim());
    let mut names = if given.is_empty() || family.is_empty() {
        // The whole name, typed where one part of it belongs.
        let whole = [given, family].concat();
        if whole.contains(' ') {
            vec![whole]
        } else {
            Vec::new()
        }
    } else {
        vec![
            format!("{given} {family}"),
            format!("{family} {given}"),
            format!("{family}, {given}"),
        ]
    };
    names.retain(|name| name.chars().count() >= NAME_MIN);
    names
}

/// The end of a text from the beginning of a word.
fn last_words(text: &str) -> String {
    let skip = text.chars().count().saturating_sub(AROUND);
    let Some((at, _)) = text.char_indices().nth(skip).filter(|_| skip > 0) else {
        return text.to_owned();
    };
    let (cut, shown) = text.split_at(at);
    let is_whole = cut.ends_with(char::is_whitespace);
    let shown = match shown.split_once(char::is_whitespace) {
        Some((_, rest)) if !is_whole && !rest.trim().is_empty() => rest,
        _ => shown,
    };
    format!("…{shown}")
}

/// The beginning of a text to the end of a word.
fn first_words(text: &str) -> String {
    let Some((at, _)) = text.char_indices().nth(AROUND) else {
        return text.to_owned();
    };
    let (shown, cut) = text.split_at(at);
    let is_whole = cut.starts_with(char::is_whitespace);
    let shown = match shown.rsplit_once(char::is_whitespace) {
        Some((words, _)) if !is_whole && !words.trim().is_empty() => words,
        _ => shown,
    };
    format!("{shown}…")
}

#[cfg(test)]
mod tests;
