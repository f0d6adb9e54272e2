//! From a row to a customer.

mod contact;
mod values;

use std::collections::BTreeMap;

use crate::customers::{Address, CustomerFields, Label, Source, limits};
use crate::processing::business::Country;

use super::columns::Column;
use super::headings::Place;
use super::import::{DateOrder, ImportProblem, ImportReason, Target};
use super::table::Row;
use super::{dates, names};
use values::{append, join, language, lines, one_line, split_values, too_long};
pub(super) use values::{is_filler, mails, shortened};

/// How rows are read.
pub(super) struct Reading<'a> {
    pub columns: &'a [Column],
    pub order: DateOrder,
    pub home: Country,
}

/// A row that has been read.
pub(super) struct Read {
    /// The customer, unless the whole row stays out.
    pub customer: Option<CustomerFields>,
    /// What stays out.
    pub problems: Vec<ImportProblem>,
}

impl Reading<'_> {
    /// The customer in a row.
    pub fn read(&self, row: &Row, width: usize) -> Read {
        let mut draft = Draft {
            row,
            home: self.home,
            fields: CustomerFields {
                given_name: String::new(),
                family_name: String::new(),
                phones: Vec::new(),
                emails: Vec::new(),
                addresses: Vec::new(),
                birthday: None,
                language: None,
                source: Source::Import,
                source_detail: String::new(),
                tags: Vec::new(),
                notes: String::new(),
            },
            middle_name: String::new(),
            full_name: String::new(),
            addresses: BTreeMap::new(),
            problems: Vec::new(),
            out: false,
        };
        draft.count_cells(width, self.columns);
        let several_notes = self
            .columns
            .iter()
            .filter(|column| column.target == Target::Notes)
            .count()
            > 1;
        // Whole addresses last: they only stand in for parts that are not there.
        let whole = |column: &&Column| column.target == Target::FullAddress;
        let (addresses, parts): (Vec<_>, Vec<_>) = self.columns.iter().partition(whole);
        for column in parts.into_iter().chain(addresses) {
            if column.target != Target::Ignore && !draft.out {
                draft.take(column, self.order, several_notes);
            }
        }
        draft.finish(self.columns)
    }
}

/// A customer while the cells of the row are read.
struct Draft<'a> {
    row: &'a Row,
    home: Country,
    fields: CustomerFields,
    middle_name: String,
    full_name: String,
    /// By place and, where a cell holds several, by position.
    addresses: BTreeMap<(Place, usize), (Label, names::Parts)>,
    problems: Vec<ImportProblem>,
    out: bool,
}

impl Draft<'_> {
    fn problem(&mut self, column: &Column, value: &str, reason: ImportReason) {
        self.problems.push(ImportProblem {
            row: self.row.number,
            column: column.heading.clone(),
            value: shortened(value),
            reason,
            whole_row: false,
        });
    }

    fn leave_out(&mut self, column: &str, value: &str, reason: ImportReason) {
        self.out = true;
        self.problems.push(ImportProblem {
            row: self.row.number,
            column: column.to_owned(),
            value: shortened(value),
            reason,
            whole_row: true,
        });
    }

    /// Too many cells mean that a separator stood in a value: everything after it is in the wrong
    /// column. A lone cell in a wide table is the rest of a broken line. Other short rows lack cells
    /// at the end, which Excel leaves away when they are empty.
    fn count_cells(&mut self, width: usize, columns: &[Column]) {
        let cells = &self.row.cells;
        let surplus = cells
            .iter()
            .skip(width)
            .find(|cell| !cell.trim().is_empty());
        if let Some(surplus) = surplus {
            self.leave_out("", surplus, ImportReason::CellCount);
        } else if cells.len() == 1 && width > 2 {
            self.leave_out("", self.row.cell(0), ImportReason::CellCount);
        } else if columns
            .iter()
            .any(|c| c.cell >= cells.len() && c.target != Target::Ignore && c.filled > 0)
        {
            self.problems.push(ImportProblem {
                row: self.row.number,
                column: String::new(),
                value: shortened(self.row.cell(cells.len().saturating_sub(1))),
                reason: ImportReason::CellCount,
                whole_row: false,
            });
        }
    }

    fn take(&mut self, column: &Column, order: DateOrder, several_notes: bool) {
        let text = self.row.cell(column.cell);
        let is_name = matches!(
            column.target,
            Target::GivenName | Target::MiddleName | Target::FamilyName | Target::FullName
        );
        if text.is_empty() || !is_name && is_filler(text) {
            return;
        }
        if text
            .chars()
            .any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        {
            if is_name {
                self.leave_out(&column.heading, text, ImportReason::ControlCharacters);
            } else {
                self.problem(column, text, ImportReason::ControlCharacters);
            }
            return;
        }
        match column.target {
            Target::Ignore => {}
            Target::GivenName => append(&mut self.fields.given_name, text),
            Target::MiddleName => append(&mut self.middle_name, text),
            Target::FamilyName => append(&mut self.fields.family_name, text),
            Target::FullName => append(&mut self.full_name, text),
            Target::Mobile | Target::HomePhone | Target::WorkPhone | Target::OtherPhone => {
                self.take_phones(column, text);
            }
            Target::Email => self.take_mails(column, text),
            Target::Street
            | Target::Postcode
            | Target::Town
            | Target::PostcodeTown
            | Target::Country
            | Target::WorkStreet
            | Target::WorkPostcode
            | Target::WorkTown
            | Target::WorkCountry
            | Target::FullAddress => self.take_address(column, text),
            Target::Birthday => self.take_birthday(column, text, order),
            Target::Language => match language(text) {
                Some(language) => self.fields.language = Some(language),
                None => self.problem(column, text, ImportReason::Unreadable),
            },
            Target::Tags => self.take_tags(column, text),
            Target::Notes => self.take_notes(column, text, several_notes),
        }
    }

    fn take_birthday(&mut self, column: &Column, text: &str, order: DateOrder) {
        match (dates::read(text, order), self.fields.birthday) {
            (None, _) => self.problem(column, text, ImportReason::Date),
            (Some(birthday), None) => self.fields.birthday = Some(birthday),
            (Some(birthday), Some(first)) if birthday == first => {}
            (Some(_), Some(_)) => self.problem(column, text, ImportReason::TooMany),
        }
    }

    fn take_tags(&mut self, column: &Column, text: &str) {
        for written in split_values(text) {
            // Google marks its own groups with a star; everybody is in "myContacts".
            let tag = one_line(written.strip_prefix("* ").unwrap_or(written));
            if tag.is_empty() || tag.replace(' ', "").eq_ignore_ascii_case("mycontacts") {
                continue;
            }
            if too_long(&tag, limits::TAG) {
                self.problem(column, written, ImportReason::TooLong);
            } else if !self.fields.tags.contains(&tag) {
                if self.fields.tags.len() == limits::TAGS {
                    self.problem(column, written, ImportReason::TooMany);
                } else {
                    self.fields.tags.push(tag);
                }
            }
        }
    }

    fn take_notes(&mut self, column: &Column, text: &str, several: bool) {
        let text = lines(text);
        let note = if several {
            format!("{}: {text}", column.heading)
        } else {
            text.clone()
        };
        if !join(&mut self.fields.notes, &note, "\n", limits::NOTES) {
            self.problem(column, &text, ImportReason::TooLong);
        }
    }

    /// What a row without a name is recognised by, as it stands in the file.
    fn recognised_by(&self, columns: &[Column]) -> String {
        let cells = columns.iter().filter_map(|column| {
            let recognised = matches!(
                column.target,
                Target::Mobile
                    | Target::HomePhone
                    | Target::WorkPhone
                    | Target::OtherPhone
                    | Target::Email
                    | Target::Town
                    | Target::PostcodeTown
            );
            let text = self.row.cell(column.cell);
            (recognised && !text.is_empty() && !is_filler(text)).then_some(text)
        });
        cells.collect::<Vec<_>>().join(", ")
    }

    fn finish(mut self, columns: &[Column]) -> Read {
        append(&mut self.fields.given_name, &self.middle_name);
        if self.fields.given_name.is_empty() && self.fields.family_name.is_empty() {
            (self.fields.given_name, self.fields.family_name) = names::split(&self.full_name);
        }
        for (label, parts) in std::mem::take(&mut self.addresses).into_values() {
            let names::Parts {
                street,
                postcode,
                town,
                country,
            } = parts;
            // A country alone is no address.
            if !(street.is_empty() && postcode.is_empty() && town.is_empty()) {
                let label = if label == Label::Mobile {
                    Label::Other
                } else {
                    label
                };
                self.fields.addresses.push(Address {
                    label,
                    street,
                    postcode,
                    town,
                    country,
                });
            }
        }
        let (given, family) = (&self.fields.given_name, &self.fields.family_name);
        if !self.out {
            if given.is_empty() && family.is_empty() {
                let shown = self.recognised_by(columns);
                self.leave_out("", &shown, ImportReason::NoName);
            } else if too_long(given, limits::NAME) || too_long(family, limits::NAME) {
                let name = format!("{given} {family}");
                self.leave_out("", &name, ImportReason::TooLong);
            }
        }
        Read {
            customer: (!self.out).then_some(self.fields),
            problems: self.problems,
        }
    }
}
