//! The list of customers: sort keys and a full-text index in temporary tables, made at open and
//! never sealed (they would triple the image). They take part in the transaction, so a change that
//! is rolled back is rolled back here too.

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;
use rusqlite::{Connection, params, params_from_iter};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::day_of;
use crate::customers::{
    CustomerFields, CustomerId, CustomerList, CustomerListRow, ListCustomers, Sort,
};
use crate::{Error, Language, Result};

/// Rows given at once, at most.
const LIMIT_MAX: u32 = 500;
/// Words of a query that count.
const WORDS_MAX: usize = 8;
/// A trigram index knows nothing shorter.
const TRIGRAM: usize = 3;

const TABLES: &str = "
    DROP TABLE IF EXISTS temp.listing;
    DROP TABLE IF EXISTS temp.listing_text;
    DROP TABLE IF EXISTS temp.listing_language;
    CREATE TEMP TABLE listing_language (language TEXT NOT NULL);
    CREATE TEMP TABLE listing (
        customer_id INTEGER PRIMARY KEY,
        name_key    BLOB NOT NULL,
        town_key    BLOB NOT NULL,
        letter      TEXT NOT NULL,
        town        TEXT NOT NULL,
        added_at    TEXT NOT NULL,
        latest      TEXT,
        text        TEXT NOT NULL
    );
    CREATE VIRTUAL TABLE temp.listing_text USING fts5(
        text, content='', contentless_delete=1, tokenize='trigram', columnsize=0
    );";

/// Made after the rows: sorting once is faster than inserting in order.
const INDEXES: &str = "
    CREATE INDEX temp.listing_name ON listing (name_key, customer_id);
    CREATE INDEX temp.listing_town ON listing (town_key, name_key, customer_id);
    CREATE INDEX temp.listing_latest ON listing (latest, name_key, customer_id);
    CREATE INDEX temp.listing_added ON listing (added_at, customer_id);";

/// Makes the list anew, sorted as `language` sorts.
pub fn rebuild(connection: &Connection, language: Language) -> Result<()> {
    connection.execute_batch(TABLES)?;
    connection.execute(
        "INSERT INTO temp.listing_language VALUES (?1)",
        [language.tag()],
    )?;
    let collator = collator(language)?;
    let mut select = connection.prepare(
        "SELECT c.id, c.given_name, c.family_name, c.added_at,
                coalesce((SELECT a.town FROM customer_address a
                          WHERE a.customer_id = c.id ORDER BY a.position LIMIT 1), ''),
                (SELECT max(p.purchased_on) FROM purchase p WHERE p.customer_id = c.id),
                coalesce((SELECT group_concat(a.town, ' ') FROM customer_address a
                          WHERE a.customer_id = c.id), ''),
                coalesce((SELECT group_concat(e.address, ' ') FROM customer_email e
                          WHERE e.customer_id = c.id), ''),
                coalesce((SELECT group_concat(t.number, char(10)) FROM customer_phone t
                          WHERE t.customer_id = c.id), '')
         FROM customer c",
    )?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let [given, family, town, towns, mails, phones] =
            [1, 2, 4, 6, 7, 8].map(|column| row.get_ref(column).and_then(|v| Ok(v.as_str()?)));
        let (given, family, town) = (given?, family?, town?);
        let entry = Entry {
            customer: CustomerId(row.get(0)?),
            given,
            family,
            town,
            added_at: row.get_ref(3)?.as_str().map_err(rusqlite::Error::from)?,
            text: search_text([given, family, towns?, mails?].into_iter(), phones?.lines()),
        };
        let latest: Option<String> = row.get(5)?;
        insert(connection, &collator, &entry, latest.as_deref())?;
    }
    connection.execute_batch(INDEXES)?;
    Ok(())
}

/// Brings the list up to date with a customer that was added or edited.
pub(super) fn note_customer(
    connection: &Connection,
    id: CustomerId,
    fields: &CustomerFields,
    added_at: &str,
) -> Result<()> {
    let Some(language) = language(connection)? else {
        return Ok(());
    };
    connection
        .prepare_cached("DELETE FROM temp.listing_text WHERE rowid = ?1")?
        .execute([id.0])?;
    let latest: Option<String> = connection
        .prepare_cached("DELETE FROM temp.listing WHERE customer_id = ?1 RETURNING latest")?
        .query_map([id.0], |row| row.get(0))?
        .next()
        .transpose()?
        .flatten();
    let words = [fields.given_name.as_str(), fields.family_name.as_str()]
        .into_iter()
        .chain(fields.addresses.iter().map(|entry| entry.town.as_str()))
        .chain(fields.emails.iter().map(|entry| entry.address.as_str()));
    let entry = Entry {
        customer: id,
        given: &fields.given_name,
        family: &fields.family_name,
        town: fields.addresses.first().map_or("", |entry| &entry.town),
        added_at,
        text: search_text(words, fields.phones.iter().map(|entry| entry.number.as_str())),
    };
    insert(connection, &collator(language)?, &entry, latest.as_deref())
}

/// Brings the list up to date with a customer's purchases.
pub(super) fn note_purchases(connection: &Connection, id: CustomerId) -> Result<()> {
    if language(connection)?.is_some() {
        connection
            .prepare_cached(
                "UPDATE temp.listing SET latest =
                    (SELECT max(purchased_on) FROM purchase WHERE customer_id = ?1)
                 WHERE customer_id = ?1",
            )?
            .execute([id.0])?;
    }
    Ok(())
}

/// A page of the list.
pub fn page(connection: &Connection, request: &ListCustomers) -> Result<CustomerList> {
    let all = super::customer::count(connection)?;
    let filter = Filter::of(&request.query);
    let order = match request.sort {
        Sort::Name => "l.name_key, l.customer_id",
        Sort::LatestPurchase => "l.latest DESC NULLS LAST, l.name_key, l.customer_id",
        Sort::Added => "l.added_at DESC, l.customer_id DESC",
        Sort::Town => "l.town_key, l.name_key, l.customer_id",
    };
    let total = if filter.parameters.is_empty() {
        all
    } else {
        connection
            .prepare_cached(&format!(
                "SELECT count(*) FROM temp.listing l WHERE {}",
                filter.condition
            ))?
            .query_row(params_from_iter(&filter.parameters), |row| row.get(0))?
    };
    let mut select = connection.prepare_cached(&format!(
        "SELECT l.customer_id, c.given_name, c.family_name, l.letter, l.town, l.latest, l.added_at
         FROM temp.listing l CROSS JOIN customer c ON c.id = l.customer_id
         WHERE {} ORDER BY {}{order} LIMIT {} OFFSET {}",
        filter.condition,
        filter.rank,
        request.limit.min(LIMIT_MAX),
        request.offset
    ))?;
    let mut rows = select.query(params_from_iter(&filter.parameters))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(CustomerListRow {
            id: CustomerId(row.get(0)?),
            given_name: row.get(1)?,
            family_name: row.get(2)?,
            letter: row.get(3)?,
            town: row.get(4)?,
            latest_purchase_on: row.get(5)?,
            added_on: day_of(&row.get::<_, String>(6)?)?,
        });
    }
    Ok(CustomerList {
        total,
        all,
        rows: found,
    })
}

/// What a query asks of a row, as SQL.
struct Filter {
    condition: String,
    /// Those where the first word begins a name, mail or town come before those where it is inside.
    rank: String,
    parameters: Vec<String>,
}

impl Filter {
    fn of(query: &str) -> Self {
        let mut parameters = Vec::new();
        let mut conditions = Vec::new();
        for word in query.split_whitespace().take(WORDS_MAX) {
            let word = query_word(word);
            if word.chars().count() >= TRIGRAM {
                parameters.push(format!("\"{}\"", word.replace('"', "\"\"")));
                conditions.push(format!(
                    "l.customer_id IN (SELECT rowid FROM temp.listing_text
                                       WHERE listing_text MATCH ?{})",
                    parameters.len()
                ));
            } else {
                parameters.push(word);
                conditions.push(format!("instr(l.text, ?{}) > 0", parameters.len()));
            }
        }
        let rank = match query.split_whitespace().next() {
            Some(first) => {
                parameters.push(format!(" {}", query_word(first)));
                // Counted too, so that counting and listing take the same parameters.
                conditions.push(format!("?{} IS NOT NULL", parameters.len()));
                format!("instr(l.text, ?{}) = 0, ", parameters.len())
            }
            None => String::new(),
        };
        Self {
            condition: if conditions.is_empty() {
                "1".to_owned()
            } else {
                conditions.join(" AND ")
            },
            rank,
            parameters,
        }
    }
}

struct Entry<'a> {
    customer: CustomerId,
    given: &'a str,
    family: &'a str,
    town: &'a str,
    added_at: &'a str,
    text: String,
}

fn insert(
    connection: &Connection,
    collator: &CollatorBorrowed<'static>,
    entry: &Entry<'_>,
    latest: Option<&str>,
) -> Result<()> {
    let name = if entry.family.is_empty() {
        entry.given
    } else {
        entry.family
    };
    let mut name_key = sort_key(collator, name)?;
    name_key.push(0);
    name_key.extend(sort_key(collator, entry.given)?);
    let town_key = if entry.town.is_empty() {
        vec![0xff]
    } else {
        sort_key(collator, entry.town)?
    };
    connection
        .prepare_cached(
            "INSERT INTO temp.listing
             (customer_id, name_key, town_key, letter, town, added_at, latest, text)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            entry.customer.0,
            name_key,
            town_key,
            letter(name),
            entry.town,
            entry.added_at,
            latest,
            entry.text
        ])?;
    connection
        .prepare_cached("INSERT INTO temp.listing_text (rowid, text) VALUES (?1, ?2)")?
        .execute(params![entry.customer.0, entry.text])?;
    Ok(())
}

fn language(connection: &Connection) -> Result<Option<Language>> {
    // Before the first rebuild (a register being made) there is no list to keep.
    let exists = connection
        .prepare_cached("SELECT 1 FROM temp.sqlite_master WHERE name = 'listing_language'")?
        .exists([])?;
    if !exists {
        return Ok(None);
    }
    let tag: String = connection
        .prepare_cached("SELECT language FROM temp.listing_language")?
        .query_row([], |row| row.get(0))?;
    Ok(Language::from_tag(&tag))
}

fn collator(language: Language) -> Result<CollatorBorrowed<'static>> {
    let locale = match language {
        Language::Sv => locale!("sv"),
        Language::Da => locale!("da"),
        Language::En => locale!("en"),
    };
    Collator::try_new(locale.into(), CollatorOptions::default())
        .map_err(|_| Error::Internal("collation"))
}

fn sort_key(collator: &CollatorBorrowed<'static>, text: &str) -> Result<Vec<u8>> {
    let mut key = Vec::with_capacity(text.len() * 2);
    collator
        .write_sort_key_to(text, &mut key)
        .map_err(|_| Error::Internal("sort key"))?;
    Ok(key)
}

/// The letter a name stands under: å, ä, ö, æ and ø are letters of their own, é is an e.
fn letter(name: &str) -> String {
    let Some(first) = name.trim_start().nfc().next() else {
        return "#".to_owned();
    };
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
    let mut text = String::new();
    for word in words.flat_map(str::split_whitespace) {
        let lower: String = word.nfc().flat_map(char::to_lowercase).collect();
        let plain = without_marks(&lower);
        text.push(' ');
        text.push_str(&lower);
        if plain != lower {
            text.push(' ');
            text.push_str(&plain);
        }
    }
    for phone in phones {
        let number: String = phone.chars().filter(|c| !is_phone_mark(*c)).collect();
        text.push(' ');
        text.push_str(&number.to_lowercase());
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
    let lower: String = word.nfc().flat_map(char::to_lowercase).collect();
    let number = lower
        .chars()
        .all(|c| c.is_ascii_digit() || c == '+' || is_phone_mark(c));
    if number && lower.chars().any(|c| c.is_ascii_digit()) {
        lower.chars().filter(|c| !is_phone_mark(*c)).collect()
    } else {
        lower
    }
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
            let collator = collator(language).unwrap();
            let mut names = ["Ärla", "Åse", "Zorn", "Ørsted", "Aalto", "Andersen", "Öst"];
            names.sort_by_cached_key(|name| sort_key(&collator, name).unwrap());
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
        for query in ["070-174", "0701740638", "+46701740638", "söder", "soder", "(070)174"] {
            assert!(text.contains(&query_word(query)), "{query}");
        }
        assert!(!text.contains(&query_word("0711")));
    }
}
