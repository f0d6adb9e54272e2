//! The list of customers, in memory: sorted as the language sorts, searched by scanning. At 100 000
//! customers a scan takes a millisecond or two; a full-text index would have to be made at every
//! opening, which takes a hundred times as long as all the scans of a day.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;
use memchr::memmem::Finder;
use rusqlite::Connection;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::{CustomerId, CustomerList, CustomerListRow, ListCustomers, Sort};
use crate::store::listing::{self, ListingRow};
use crate::{Error, Language, Result};

/// Rows given at once, at most.
const LIMIT_MAX: u32 = 500;
/// Bytes of what is searched of most customers.
const TEXT_USUAL: usize = 160;
/// Words of a query that count.
const WORDS_MAX: usize = 8;

/// Every customer, in the order of names.
pub struct Listing {
    keys: SortKeys,
    entries: Vec<Listed>,
}

/// A customer in the list.
pub struct Listed {
    name_key: (SortKey, SortKey),
    town_key: SortKey,
    /// What is searched; see [`search_text`].
    text: String,
    row: CustomerListRow,
}

impl Listing {
    /// Reads the list.
    pub fn read(connection: &Connection, language: Language) -> Result<Self> {
        let mut listing = Self {
            keys: SortKeys::of(language)?,
            entries: Vec::new(),
        };
        let mut rows = listing::all(connection)?;
        let rest = rows.split_off(rows.len() / 2);
        // Two cores, a half each.
        let rest = std::thread::scope(|scope| {
            let rest = scope.spawn(|| SortKeys::of(language)?.all_listed(rest));
            listing.entries = listing.keys.all_listed(rows)?;
            rest.join().map_err(|_| Error::Internal("listing"))?
        })?;
        listing.entries.extend(rest);
        listing.sort();
        Ok(listing)
    }

    /// What will be listed of customers who were added or changed, once that is saved.
    pub fn look_up(
        &mut self,
        connection: &Connection,
        changed: &[CustomerId],
    ) -> Result<Vec<Listed>> {
        self.keys.all_listed(listing::of(connection, changed)?)
    }

    /// Brings the list up to date.
    pub fn put(&mut self, changed: Vec<Listed>) {
        if changed.is_empty() {
            return;
        }
        let mut changed: HashMap<_, _> = changed
            .into_iter()
            .map(|listed| (listed.row.id, listed))
            .collect();
        for entry in &mut self.entries {
            if let Some(changed) = changed.remove(&entry.row.id) {
                *entry = changed;
            }
        }
        self.entries.extend(changed.into_values());
        self.sort();
    }

    /// Takes those out who are gone.
    pub fn take_out(&mut self, gone: &[CustomerId]) {
        self.entries.retain(|entry| !gone.contains(&entry.row.id));
    }

    /// A page of the list.
    pub fn page(&self, request: &ListCustomers) -> CustomerList {
        let words: Vec<String> = request
            .query
            .split_whitespace()
            .take(WORDS_MAX)
            .map(query_word)
            .collect();
        let finders: Vec<Finder<'_>> = words.iter().map(Finder::new).collect();
        // Those where the first word begins a name, mail, phone or town come before those where it
        // stands inside one.
        let begins = words.first().map(|word| format!(" {word}"));
        let begins = begins.as_ref().map(Finder::new);
        let mut found: Vec<(bool, &Listed)> = self
            .entries
            .iter()
            .filter(|entry| finders.iter().all(|word| is_in(word, entry)))
            .map(|entry| {
                (
                    begins.as_ref().is_some_and(|word| !is_in(word, entry)),
                    entry,
                )
            })
            .collect();
        // The sorts are stable and begin from the order of names.
        match request.sort {
            Sort::Name => {}
            Sort::LatestPurchase => {
                found.sort_by_key(|(_, entry)| Reverse(entry.row.latest_purchase_on));
            }
            Sort::Added => {
                found.sort_by_key(|(_, entry)| Reverse((entry.row.added_on, entry.row.id)));
            }
            Sort::Town => {
                found.sort_by(|(_, one), (_, other)| one.town_key.cmp(&other.town_key));
            }
        }
        if begins.is_some() {
            found.sort_by_key(|(inside, _)| *inside);
        }
        let place = request
            .place_of
            .and_then(|id| found.iter().position(|(_, entry)| entry.row.id == id));
        CustomerList {
            total: count(found.len()),
            all: count(self.entries.len()),
            place: place.map(count),
            rows: found
                .into_iter()
                .skip(request.offset as usize)
                .take(request.limit.min(LIMIT_MAX) as usize)
                .map(|(_, entry)| entry.row.clone())
                .collect(),
        }
    }

    fn sort(&mut self) {
        self.entries.sort_unstable_by(|one, other| {
            (&one.name_key, one.row.id).cmp(&(&other.name_key, other.row.id))
        });
    }
}

fn is_in(word: &Finder<'_>, entry: &Listed) -> bool {
    word.find(entry.text.as_bytes()).is_some()
}

fn count(entries: usize) -> u32 {
    u32::try_from(entries).unwrap_or(u32::MAX)
}

type SortKey = Arc<[u8]>;

/// Sort keys in one language. Names and towns recur, and a key costs a microsecond.
struct SortKeys {
    collator: CollatorBorrowed<'static>,
    known: HashMap<String, SortKey>,
}

impl SortKeys {
    fn of(language: Language) -> Result<Self> {
        let locale = match language {
            Language::Sv => locale!("sv"),
            Language::Da => locale!("da"),
            Language::En => locale!("en"),
        };
        Ok(Self {
            collator: Collator::try_new(locale.into(), CollatorOptions::default())
                .map_err(|_| Error::Internal("collation"))?,
            known: HashMap::new(),
        })
    }

    fn key(&mut self, text: &str) -> Result<SortKey> {
        if let Some(key) = self.known.get(text) {
            return Ok(Arc::clone(key));
        }
        let mut key = Vec::with_capacity(text.len() * 2);
        self.collator
            .write_sort_key_to(text, &mut key)
            .map_err(|_| Error::Internal("sort key"))?;
        let key: SortKey = key.into();
        self.known.insert(text.to_owned(), Arc::clone(&key));
        Ok(key)
    }

    fn all_listed(&mut self, rows: Vec<(CustomerId, ListingRow)>) -> Result<Vec<Listed>> {
        rows.into_iter()
            .map(|(id, row)| self.listed(id, row))
            .collect()
    }

    fn listed(&mut self, id: CustomerId, row: ListingRow) -> Result<Listed> {
        let name = if row.family_name.is_empty() {
            &row.given_name
        } else {
            &row.family_name
        };
        let words = [&row.given_name, &row.family_name]
            .into_iter()
            .chain(&row.towns)
            .chain(&row.emails)
            .map(String::as_str);
        let text = search_text(words, row.phones.iter().map(String::as_str));
        let letter = letter(name);
        let name_key = (self.key(name)?, self.key(&row.given_name)?);
        let town = row.towns.into_iter().next().unwrap_or_default();
        Ok(Listed {
            name_key,
            // Those without a town come last.
            town_key: if town.is_empty() {
                Arc::from([0xff; 1])
            } else {
                self.key(&town)?
            },
            text,
            row: CustomerListRow {
                id,
                given_name: row.given_name,
                family_name: row.family_name,
                letter,
                town,
                latest_purchase_on: row.latest.parse().ok(),
                added_on: row.added_on,
            },
        })
    }
}

/// The letter a name stands under: å, ä, ö, æ and ø are letters of their own, é is an e.
fn letter(name: &str) -> String {
    let name = name.trim_start();
    // A letter alone, or with a mark that stands apart and is left out.
    let Some(first) = name.nfc().next() else {
        return "#".to_owned();
    };
    if first.is_ascii_alphabetic() {
        return first.to_ascii_uppercase().to_string();
    }
    let own = matches!(first, 'å' | 'ä' | 'ö' | 'Å' | 'Ä' | 'Ö');
    let base = if own {
        first
    } else {
        first.nfd().next().unwrap_or(first)
    };
    if base.is_alphabetic() {
        base.to_uppercase().collect()
    } else {
        "#".to_owned()
    }
}

/// What is searched: words in lower case with a blank before each, and once more without marks, so
/// that `aberg` finds Åberg while `å` does not find every a. Phones with and without country code.
fn search_text<'a>(
    words: impl Iterator<Item = &'a str>,
    phones: impl Iterator<Item = &'a str>,
) -> String {
    let mut text = String::with_capacity(TEXT_USUAL);
    for word in words.flat_map(str::split_whitespace) {
        text.push(' ');
        // Most words, and many times as fast.
        if word.is_ascii() {
            let begin = text.len();
            text.push_str(word);
            if let Some(word) = text.get_mut(begin..) {
                word.make_ascii_lowercase();
            }
            continue;
        }
        let lower = lower_case(word);
        let plain = without_marks(&lower);
        text.push_str(&lower);
        if plain != lower {
            text.push(' ');
            text.push_str(&plain);
        }
    }
    for phone in phones {
        let number: String = lower_case(phone)
            .chars()
            .filter(|c| !is_phone_mark(*c))
            .collect();
        text.push(' ');
        text.push_str(&number);
        if let Some(national) = ["+46", "+45", "+47", "+358"]
            .iter()
            .find_map(|code| number.strip_prefix(code))
        {
            text.push_str(" 0");
            text.push_str(national);
        }
    }
    text
}

fn query_word(word: &str) -> String {
    let lower = lower_case(word);
    let number = lower
        .chars()
        .all(|c| c.is_ascii_digit() || c == '+' || is_phone_mark(c));
    if number && lower.chars().any(|c| c.is_ascii_digit()) {
        lower.chars().filter(|c| !is_phone_mark(*c)).collect()
    } else {
        lower
    }
}

fn lower_case(word: &str) -> String {
    if is_nfc_quick(word.chars()) == IsNormalized::Yes {
        return word.chars().flat_map(char::to_lowercase).collect();
    }
    word.nfc().flat_map(char::to_lowercase).collect()
}

fn is_phone_mark(character: char) -> bool {
    character.is_whitespace() || matches!(character, '-' | '(' | ')' | '/' | '.' | '\u{2011}')
}

fn without_marks(lower: &str) -> String {
    let mut plain = String::with_capacity(lower.len());
    for character in lower.nfd().filter(|c| !is_combining_mark(*c)) {
        match character {
            'ø' => plain.push('o'),
            'æ' => plain.push_str("ae"),
            'ß' => plain.push_str("ss"),
            'ł' => plain.push('l'),
            'đ' | 'ð' => plain.push('d'),
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_each_languages_own() {
        let letters: Vec<String> = ["Öberg", "Éva", "ångström", "Ærø", "محمد", "3D", ""]
            .map(letter)
            .into();
        assert_eq!(letters, ["Ö", "E", "Å", "Æ", "م", "#", "#"]);
    }

    #[test]
    fn swedish_and_danish_sort_differently() {
        let sorted = |language| {
            let mut keys = SortKeys::of(language).unwrap();
            let mut names = ["Ärla", "Åse", "Zorn", "Ørsted", "Aalto", "Andersen", "Öst"];
            names.sort_by_cached_key(|name| keys.key(name).unwrap());
            names
        };
        assert_eq!(
            sorted(Language::Sv),
            ["Aalto", "Andersen", "Zorn", "Åse", "Ärla", "Ørsted", "Öst"]
        );
        assert_eq!(
            sorted(Language::Da),
            ["Andersen", "Zorn", "Ärla", "Ørsted", "Öst", "Aalto", "Åse"]
        );
    }

    #[test]
    fn a_phone_is_found_as_people_write_it() {
        let text = search_text(["Söderberg"].into_iter(), ["+46701740638"].into_iter());
        for query in [
            "070-174",
            "0701740638",
            "+46701740638",
            "söder",
            "soder",
            "(070)174",
        ] {
            assert!(text.contains(&query_word(query)), "{query}");
        }
        assert!(!text.contains(&query_word("0711")));
    }
}
