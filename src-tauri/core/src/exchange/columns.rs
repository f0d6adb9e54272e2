//! Which column of a file holds what: by its heading, and where there is none, by what stands in it.

use std::collections::HashSet;

use crate::customers::phone;
use crate::processing::business::Country;

use super::headings::{self, Heading, Labelled, Meaning, Place};
use super::import::{DateOrder, Target};
use super::table::{Row, Table};
use super::{customer, dates, names};

/// How many rows may stand above the headings (a title, a blank row).
const ABOVE: usize = 5;
/// How many rows are looked at when a column's kind is guessed.
const GLANCE: usize = 300;
/// How many values are shown of a column.
const SAMPLES: usize = 3;

/// A column of the file.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// Where its cells are in a row.
    pub cell: usize,
    pub heading: String,
    pub target: Target,
    /// Which address it is part of, if it is part of one.
    pub place: Place,
    /// Where the cells are that say what its values are for.
    pub label_cell: Option<usize>,
    pub samples: Vec<String>,
    pub filled: u32,
    pub government_id: bool,
}

/// The columns of a table and where its people begin.
pub(super) struct Columns {
    /// Those wholly empty come last.
    pub columns: Vec<Column>,
    /// Index of the first row below the headings, and of the headings themselves.
    pub first: usize,
    pub headings: Option<usize>,
}

impl Columns {
    pub fn of(table: &Table, home: Country) -> Self {
        let headings = heading_row(&table.rows, home);
        let first = headings.map_or(0, |at| at + 1);
        let rows = &table.rows[first..];
        let width = headings.map_or_else(|| usual_width(rows), |at| table.rows[at].cells.len());
        let named = |cell| headings.map_or("", |at| table.rows[at].cell(cell));
        let known: Vec<Option<Heading>> = (0..width)
            .map(|cell| headings::meaning(named(cell)))
            .collect();

        let mut columns: Vec<Column> = display_names((0..width).map(named))
            .into_iter()
            .enumerate()
            .map(|(cell, heading)| column(rows, cell, heading, &known))
            .collect();
        // Stable: otherwise the file's own order.
        columns.sort_by_key(|column| column.filled == 0);
        if headings.is_some() {
            settle(&mut columns, &known, rows);
        } else {
            guess(&mut columns, rows, home);
        }
        Self {
            columns,
            first,
            headings,
        }
    }
}

/// The row of headings, if the file has one. Values (a mail, a phone) stand in no heading.
fn heading_row(rows: &[Row], home: Country) -> Option<usize> {
    let known = |row: &Row| {
        row.cells
            .iter()
            .filter(|cell| headings::meaning(cell).is_some())
            .count()
    };
    let has_value = |row: &Row| {
        (0..row.cells.len()).any(|cell| {
            let text = row.cell(cell);
            is_mail(text) || phone::read(text, home).is_some()
        })
    };
    let below_title = rows
        .iter()
        .take(ABOVE)
        .position(|row| known(row) >= 2 && !has_value(row));
    let first = rows.first()?;
    below_title.or_else(|| {
        if has_value(first) {
            return None;
        }
        // Headings that nobody has heard of, over columns that are plainly something.
        let filled = first
            .cells
            .iter()
            .filter(|cell| !cell.trim().is_empty())
            .count();
        let unknown =
            || filled == first.cells.len() && rows.iter().skip(1).take(GLANCE).any(has_value);
        (known(first) == 1 || unknown()).then_some(0)
    })
}

/// The number of cells that most rows have.
fn usual_width(rows: &[Row]) -> usize {
    let mut counts = std::collections::BTreeMap::new();
    for row in rows {
        *counts.entry(row.cells.len()).or_insert(0) += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(_, rows)| *rows)
        .map_or(0, |(width, _)| width)
}

/// Headings as they are shown: an empty one is its number, the second of two alike is "Telefon (2)".
fn display_names<'a>(headings: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut seen = HashSet::new();
    headings
        .enumerate()
        .map(|(at, heading)| {
            let heading = heading
                .trim_start_matches('\u{feff}')
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            let heading = if heading.is_empty() {
                (at + 1).to_string()
            } else {
                customer::shortened(&heading)
            };
            let mut name = heading.clone();
            let mut number = 2;
            while !seen.insert(name.clone()) {
                name = format!("{heading} ({number})");
                number += 1;
            }
            name
        })
        .collect()
}

fn column(rows: &[Row], cell: usize, heading: String, known: &[Option<Heading>]) -> Column {
    let own = known[cell];
    let (target, place) = match own.map(|own| own.meaning) {
        Some(Meaning::Field(target)) => (target, Place::Home),
        Some(Meaning::Address(target, place)) => (target, place),
        _ => (Target::Ignore, Place::Home),
    };
    let labelled = match target {
        Target::Email => Some(Labelled::Email),
        Target::OtherPhone => Some(Labelled::Phone),
        _ if matches!(place, Place::Numbered(_)) => Some(Labelled::Address),
        _ => None,
    };
    let number = own.map_or(1, |own| own.number);
    let label_cell = labelled.and_then(|labelled| {
        let label = Some(Heading {
            meaning: Meaning::LabelOf(labelled),
            number,
        });
        known.iter().position(|heading| *heading == label)
    });
    let values = || {
        rows.iter()
            .map(|row| row.cell(cell))
            .filter(|text| !customer::is_filler(text))
    };
    Column {
        cell,
        heading,
        target,
        place,
        label_cell,
        samples: values().take(SAMPLES).map(customer::shortened).collect(),
        filled: u32::try_from(values().count()).unwrap_or(u32::MAX),
        government_id: own.is_some_and(|own| own.meaning == Meaning::GovernmentId),
    }
}

/// What the headings alone do not tell.
fn settle(columns: &mut [Column], known: &[Option<Heading>], rows: &[Row]) {
    for column in columns
        .iter_mut()
        .filter(|column| known[column.cell].is_none())
    {
        column.government_id = most(rows, column, is_government_id);
        if most(rows, column, is_mail) {
            column.target = Target::Email;
        }
    }

    let find = |columns: &[Column], target| {
        columns
            .iter()
            .position(|c| c.target == target && c.place == Place::Home && c.filled > 0)
    };
    // "Namn" beside "Efternamn" is the given name.
    if let (Some(name), Some(_), None) = (
        find(columns, Target::FullName),
        find(columns, Target::FamilyName),
        find(columns, Target::GivenName),
    ) {
        columns[name].target = Target::GivenName;
    }
    // "Postadress" is a street to some, postcode and town to others.
    if let (Some(post), None) = (
        find(columns, Target::PostcodeTown),
        find(columns, Target::Street),
    ) {
        if !most(rows, &columns[post], |text| {
            names::is_postcode_town(text) || names::is_postcode(text)
        }) {
            columns[post].target = Target::Street;
        }
    }
    // "Adress" alone is often all of it.
    let towns = [Target::Postcode, Target::Town, Target::PostcodeTown];
    if let (Some(street), true) = (
        find(columns, Target::Street),
        towns.iter().all(|target| find(columns, *target).is_none()),
    ) {
        if most(rows, &columns[street], |text| {
            !names::address(text).postcode.is_empty()
        }) {
            columns[street].target = Target::FullAddress;
        }
    }

    // Of two columns for what a customer has only one of, the first that is filled.
    let mut taken = Vec::new();
    for column in columns {
        let several = matches!(
            column.target,
            Target::Ignore
                | Target::Mobile
                | Target::HomePhone
                | Target::WorkPhone
                | Target::OtherPhone
                | Target::Email
                | Target::Street
                | Target::WorkStreet
                | Target::Tags
                | Target::Notes
        );
        if several {
            continue;
        }
        if taken.contains(&(column.target, column.place)) {
            column.target = Target::Ignore;
        } else {
            taken.push((column.target, column.place));
        }
    }
}

/// Columns without headings.
fn guess(columns: &mut [Column], rows: &[Row], home: Country) {
    let mut has_name = false;
    for at in 0..columns.len() {
        let (before, [column, after @ ..]) = columns.split_at_mut(at) else {
            continue;
        };
        column.government_id = most(rows, column, is_government_id);
        let is = |test: &dyn Fn(&str) -> bool| most(rows, column, test);
        let is_phone = |text: &str| phone::read(text, home).is_some();
        let mobile =
            |text: &str| phone::read(text, home).is_some_and(|number| phone::is_mobile(&number));
        let is_word = |text: &str| text.chars().any(char::is_alphabetic);
        column.target = if column.government_id {
            Target::Ignore
        } else if is(&is_mail) {
            Target::Email
        } else if is(&is_whole_date) {
            Target::Birthday
        } else if is(&names::is_postcode) {
            Target::Postcode
        } else if is(&mobile) {
            Target::Mobile
        } else if is(&is_phone) {
            Target::OtherPhone
        } else if is(&names::is_postcode_town) {
            Target::PostcodeTown
        } else if !is(&is_word) {
            Target::Ignore
        } else if before
            .last()
            .is_some_and(|column| column.target == Target::Postcode)
        {
            Target::Town
        } else if is(&|text| is_word(text) && text.ends_with(|c: char| c.is_ascii_digit())) {
            Target::Street
        } else if has_name {
            Target::Ignore
        } else {
            has_name = true;
            let one_word = |text: &str| is_word(text) && !text.contains([' ', ',', '@']);
            let in_two =
                is(&one_word) && after.first().is_some_and(|next| most(rows, next, one_word));
            if in_two {
                Target::GivenName
            } else {
                Target::FullName
            }
        };
        if before
            .last()
            .is_some_and(|column| column.target == Target::GivenName)
        {
            column.target = Target::FamilyName;
        }
    }
}

/// True when the test holds for more than half of what stands in the column.
fn most(rows: &[Row], column: &Column, test: impl Fn(&str) -> bool) -> bool {
    let (mut all, mut held) = (0, 0);
    for row in rows.iter().take(GLANCE) {
        let text = row.cell(column.cell);
        if !customer::is_filler(text) {
            all += 1;
            held += usize::from(test(text));
        }
    }
    held * 2 > all
}

fn is_mail(text: &str) -> bool {
    customer::mails(text).is_some_and(|mails| !mails.is_empty())
}

fn is_whole_date(text: &str) -> bool {
    [
        DateOrder::YearMonthDay,
        DateOrder::DayMonthYear,
        DateOrder::MonthDayYear,
    ]
    .into_iter()
    .any(|order| dates::read(text, order).is_some_and(|birthday| birthday.year.is_some()))
}

/// A Swedish personnummer or samordningsnummer (`930102-1234`, `19930102-1234`, day + 60 for the
/// latter) or a Danish CPR number (`020193-1234`).
fn is_government_id(text: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (date, last) = match text.split_once(['-', '+']) {
        Some(parts) => parts,
        None if text.len() == 12 && digits(text) => text.split_at(8),
        None => return false,
    };
    if !digits(date) || !digits(last) || last.len() != 4 {
        return false;
    }
    let part = |at: usize| {
        date.get(at..at + 2)
            .and_then(|part| part.parse::<u8>().ok())
            .unwrap_or(0)
    };
    let day = |day: u8| matches!(day, 1..=31 | 61..=91);
    let month = |month: u8| matches!(month, 1..=12);
    match date.len() {
        6 => month(part(2)) && (day(part(4)) || day(part(0))),
        8 => matches!(part(0), 18..=20) && month(part(4)) && day(part(6)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn government_ids_are_told_by_their_look() {
        for id in [
            "930102-1234",
            "19930102-1234",
            "199301021234",
            "930162-1234",
            "020193-1234",
            "250193+1234",
        ] {
            assert!(is_government_id(id), "{id}");
        }
        for other in [
            "070174-0638x",
            "0701740638",
            "199399021234",
            "2026-04-05",
            "19930102",
            "å-1234",
            "-",
        ] {
            assert!(!is_government_id(other), "{other}");
        }
    }

    #[test]
    fn headings_are_shown_apart() {
        assert_eq!(
            display_names(
                [
                    "Telefon",
                    "",
                    "Telefon",
                    "\u{feff}Namn\n här",
                    "Telefon (2)"
                ]
                .into_iter()
            ),
            ["Telefon", "2", "Telefon (2)", "Namn här", "Telefon (2) (2)"]
        );
    }
}
