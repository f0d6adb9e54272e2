//! Which column of a file holds what: by its heading, and where there is none, by what stands in it.

mod guess;

use std::collections::HashSet;

use crate::customers::phone;
use crate::processing::business::Country;

use super::customer;
use super::headings::{self, Heading, Labelled, Meaning, Place};
use super::import::Target;
use super::table::{Row, Table};

/// How many rows may stand above the headings (a title, a blank row).
const ABOVE: usize = 5;
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
    pub all: Vec<Column>,
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
            guess::settle(&mut columns, &known, rows);
        } else {
            guess::without_headings(&mut columns, rows, home);
        }
        Self {
            all: columns,
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
            guess::is_mail(text) || phone::read(text, home).is_some()
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
        let unknown = || {
            filled == first.cells.len() && rows.iter().skip(1).take(guess::GLANCE).any(has_value)
        };
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

#[cfg(test)]
mod tests {
    use super::display_names;

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
