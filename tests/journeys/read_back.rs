//! What a hand-over's files say, read back and compared with what is stored.

use std::collections::BTreeSet;

use kundbok_core::Language;
use kundbok_core::customers::{Birthday, phone};
use kundbok_core::exchange::table::Table;
use kundbok_core::processing::business::Country;
use kundbok_core::words::Words;

use super::squeezed;
use super::stored::Values;

/// The ways in which a document may write a value.
pub fn written(value: &str, words: &Words) -> Vec<String> {
    let mut forms = vec![value.to_owned()];
    let day = value.get(..10).and_then(|day| day.parse().ok());
    forms.extend(day.map(|day| words.day(day)));
    if let Some(birthday) = Birthday::from_text(value) {
        forms.push(words.birthday(birthday).unwrap());
    }
    if let Some(national) = value.strip_prefix("+46") {
        forms.push(format!("0{national}"));
    }
    if let Ok(number) = value.parse::<i64>() {
        forms.push(format!("{},{:02}kr", number / 100, number % 100));
        forms.push(if number == 0 { "nej" } else { "ja" }.to_owned());
    }
    if let Ok(bytes) = value.parse::<i64>() {
        forms.extend(words.bytes(bytes));
    }
    for list in [
        "language", "source", "label", "channel", "action", "purpose", "how",
    ] {
        forms.extend(words.of_list(list, value));
    }
    let ending = value.rsplit('/').next().unwrap_or_default();
    forms.extend(words.get(&format!("value-media-type-{ending}")));
    forms
}

/// The values of a table's rows in the JSON, by the schema's names.
pub fn note_json(table: &str, json: &serde_json::Value, found: &mut Values) {
    match json {
        serde_json::Value::Array(rows) => rows.iter().for_each(|row| note_json(table, row, found)),
        serde_json::Value::Object(row) => {
            for (name, value) in row {
                if value.is_array() {
                    note_json(&snake(name), value, found);
                    continue;
                }
                let values = found.entry(format!("{table}.{}", snake(name))).or_default();
                values.extend(match value {
                    serde_json::Value::Null => None,
                    serde_json::Value::Bool(yes) => Some(i64::from(*yes).to_string()),
                    serde_json::Value::String(text) => Some(text.clone()),
                    other => Some(other.to_string()),
                });
            }
        }
        other => panic!("{table}: {other}"),
    }
}

/// The values of a CSV file, by the schema's names; a column that joins two files is no value.
pub fn note_table(name: &str, bytes: &[u8], stored: &Values, found: &mut Values) {
    let (_, table) = name.strip_suffix(".csv").unwrap().split_once('-').unwrap();
    let table = table.replace('-', "_");
    let rows = Table::read(bytes).unwrap().rows;
    let (heading, rows) = rows.split_first().unwrap();
    for (index, column) in heading.cells.iter().enumerate() {
        let place = format!("{table}.{}", snake(column));
        if !stored.contains_key(&place) {
            assert_eq!(snake(column), "purchase", "{place} is not stored");
            continue;
        }
        let values = found.entry(place).or_default();
        let cells = rows.iter().map(|row| row.cell(index).to_owned());
        values.extend(cells.filter(|cell| !cell.is_empty()));
    }
}

/// `purchaseLine` as the schema names it: `purchase_line`.
pub fn snake(wire: &str) -> String {
    let mut name = String::new();
    for letter in wire.chars() {
        if letter.is_ascii_uppercase() {
            name.push('_');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}

/// Whether a text begins with these values one after another.
pub fn follow(text: &str, values: &[(String, String)], words: &Words) -> bool {
    let Some(((_, value), rest)) = values.split_first() else {
        return true;
    };
    written(value, words).iter().any(|form| {
        text.strip_prefix(&*squeezed(form))
            .is_some_and(|text| follow(text, rest, words))
    })
}

/// What a person is known by.
pub fn is_sign(place: &str) -> bool {
    [
        "customer.given_name",
        "customer.family_name",
        "customer.birthday",
        "customer_phone.number",
        "customer_email.address",
    ]
    .contains(&place)
}

/// Those texts that stand in none of the known ones.
pub fn unknown(texts: BTreeSet<String>, known: &[String]) -> BTreeSet<String> {
    let known = Contents::of(&known.join("\n"));
    texts
        .into_iter()
        .filter(|text| !known.holds(text))
        .collect()
}

pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether `text` stands in `contents` without continuing over either end.
pub fn stands(contents: &str, text: &str, continues: impl Fn(char) -> bool) -> bool {
    let goes_on = |one: Option<char>, next: Option<char>| {
        one.is_some_and(&continues) && next.is_some_and(&continues)
    };
    contents.match_indices(text).any(|(at, _)| {
        let before = contents[..at].chars().next_back();
        let after = contents[at + text.len()..].chars().next();
        !goes_on(before, text.chars().next()) && !goes_on(text.chars().next_back(), after)
    })
}

/// What says who somebody is or what she did, as it is stored and as it is written: every text and
/// number but the words of closed lists, the days on which something happened, and plain figures.
pub fn told(values: &Values) -> BTreeSet<String> {
    let words = Words::of(Language::Sv).unwrap();
    let mut told = BTreeSet::new();
    for (place, values) in values {
        let says_nothing = [
            "label",
            "channel",
            "source",
            "action",
            "language",
            "currency",
            "_at",
            "_on",
            ".number",
            "quantity",
            "unit_price",
            "version",
            "media_type",
            "bytes",
            "protected",
        ]
        .iter()
        .any(|end| place.ends_with(end) && place != "customer_phone.number");
        if says_nothing {
            continue;
        }
        for value in values {
            told.insert(one_line(value));
            told.insert(phone::write(value, Country::Se));
            told.insert(phone::write(value, Country::Se).replace([' ', '-'], ""));
            if let Some(birthday) = Birthday::from_text(value) {
                told.insert(words.birthday(birthday).unwrap());
            }
        }
    }
    told
}

/// A text to look in.
pub struct Contents {
    /// On one line.
    words: String,
    /// Without blanks and hyphens, as a line may break anywhere.
    squeezed: String,
}

impl Contents {
    pub fn of(text: &str) -> Self {
        Self {
            words: one_line(text),
            squeezed: squeezed(text),
        }
    }

    /// Whether a text stands in it, not within a longer word or number. Where lines may break
    /// anywhere, only what is too long to stand within an ordinary word can be told.
    pub fn holds(&self, text: &str) -> bool {
        let squeezed = squeezed(text);
        stands(&self.words, text, char::is_alphanumeric)
            || squeezed.chars().count() >= 7
                && stands(&self.squeezed, &squeezed, |letter| letter.is_ascii_digit())
    }
}
