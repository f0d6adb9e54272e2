//! What would become of a file: bytes in, plan out. Nothing is stored.

use std::collections::HashSet;

use crate::customers::{Birthday, CustomerFields, limits, phone};
use crate::error::{Error, Result, Rule};
use crate::processing::business::Country;

use super::columns::{Column, Columns};
use super::customer::{Read, Reading, shortened};
use super::import::{
    AdjustImport, ConfirmImport, DateOrder, ImportColumn, ImportPreview, ImportProblem,
    ImportReason, ImportRow, Target,
};
use super::table::{Row, Table};
use super::{dates, names};

/// How many rows are shown before they are taken in.
const ROWS: usize = 50;
/// How many problems are listed.
const PROBLEMS: usize = 1_000;

/// A file that has been read, how its columns are understood, and what comes of it.
pub struct ImportPlan {
    table: Table,
    columns: Vec<Column>,
    /// Index of the headings, and of the first row below them.
    headings: Option<usize>,
    first: usize,
    /// How many cells a row should have.
    width: usize,
    home: Country,
    date_order: DateOrder,
    date_order_uncertain: bool,
    ready: Vec<(u32, CustomerFields)>,
    problems: Vec<ImportProblem>,
    left_out: u32,
}

impl ImportPlan {
    /// Reads a file. `home` is the business's country, whose phone numbers need no country code;
    /// `is_known` tells whether a customer is in the register already. A file that cannot be read is
    /// refused as [`Table::read`] says.
    pub fn read(
        bytes: &[u8],
        home: Country,
        is_known: impl Fn(&CustomerFields) -> bool,
    ) -> Result<Self> {
        let table = Table::read(bytes)?;
        let Columns {
            all: columns,
            first,
            headings,
        } = Columns::of(&table, home);
        let mut plan = Self {
            width: columns.len(),
            table,
            columns,
            headings,
            first,
            home,
            date_order: DateOrder::DayMonthYear,
            date_order_uncertain: false,
            ready: Vec::new(),
            problems: Vec::new(),
            left_out: 0,
        };
        plan.date_order = plan.told_order().order;
        plan.draw_up(is_known);
        Ok(plan)
    }

    /// Reads the columns as the person says. Refused with `targets` when there is not one for each.
    pub fn adjust(
        &mut self,
        wanted: &AdjustImport,
        is_known: impl Fn(&CustomerFields) -> bool,
    ) -> Result<()> {
        if wanted.targets.len() != self.columns.len() {
            return Err(Error::invalid("targets", Rule::OutOfRange));
        }
        for (column, target) in self.columns.iter_mut().zip(&wanted.targets) {
            column.target = *target;
        }
        self.date_order = wanted.date_order;
        self.draw_up(is_known);
        Ok(())
    }

    /// What the person is shown.
    pub fn preview(&self) -> ImportPreview {
        let column = |column: &Column| ImportColumn {
            heading: column.heading.clone(),
            target: column.target,
            samples: column.samples.clone(),
            filled: column.filled,
            government_id: column.government_id,
        };
        ImportPreview {
            columns: self.columns.iter().map(column).collect(),
            date_order: self.date_order,
            date_order_uncertain: self.date_order_uncertain,
            total: count(self.ready.len()).saturating_add(self.left_out),
            ready: count(self.ready.len()),
            rows: self
                .ready
                .iter()
                .take(ROWS)
                .map(|(row, fields)| self.shown(*row, fields))
                .collect(),
            problems: self.problems.clone(),
            left_out: self.left_out,
            delimiter: self.table.delimiter.to_string(),
            encoding: self.table.encoding.to_owned(),
        }
    }

    /// How many rows stay out.
    pub const fn left_out(&self) -> u32 {
        self.left_out
    }

    /// The customers to take in, with the source the person names. Refused with `sourceDetail`.
    pub fn customers(&self, confirmed: &ConfirmImport) -> Result<Vec<CustomerFields>> {
        if confirmed.source_detail.chars().count() > limits::SOURCE_DETAIL {
            return Err(Error::invalid("sourceDetail", Rule::TooLong));
        }
        let named = |(_, fields): &(u32, CustomerFields)| CustomerFields {
            source: confirmed.source,
            source_detail: confirmed.source_detail.clone(),
            ..fields.clone()
        };
        Ok(self.ready.iter().map(named).collect())
    }

    fn shown(&self, row: u32, fields: &CustomerFields) -> ImportRow {
        let joined = |parts: Vec<String>| parts.join(", ");
        ImportRow {
            row,
            name: format!("{} {}", fields.given_name, fields.family_name)
                .trim()
                .to_owned(),
            phones: joined(
                fields
                    .phones
                    .iter()
                    .map(|p| phone::write(&p.number, self.home))
                    .collect(),
            ),
            emails: joined(
                fields
                    .emails
                    .iter()
                    .map(|email| email.address.clone())
                    .collect(),
            ),
            town: fields
                .addresses
                .first()
                .map(|address| address.town.clone())
                .unwrap_or_default(),
            birthday: fields.birthday.map(Birthday::text).unwrap_or_default(),
        }
    }

    /// The order that the birthdays in the file tell.
    fn told_order(&self) -> dates::Order {
        let birthdays = self
            .columns
            .iter()
            .filter(|column| column.target == Target::Birthday);
        dates::order(
            birthdays.flat_map(|column| self.people().iter().map(|row| row.cell(column.cell))),
        )
    }

    fn people(&self) -> &[Row] {
        &self.table.rows[self.first..]
    }

    fn draw_up(&mut self, is_known: impl Fn(&CustomerFields) -> bool) {
        let mut outcome = Outcome::default();
        // A title over the headings is nobody, but is not passed over in silence.
        for row in &self.table.rows[..self.headings.unwrap_or(0)] {
            outcome.leave_out(
                row.number,
                row.cells.iter().collect::<Vec<_>>().join(" ").trim(),
                ImportReason::NoName,
            );
        }
        let reading = Reading {
            columns: &self.columns,
            order: self.date_order,
            home: self.home,
        };
        let mut seen = HashSet::new();
        for row in self.people() {
            let Read { customer, problems } = reading.read(row, self.width);
            outcome.note(problems);
            let Some(fields) = customer else {
                outcome.left_out += 1;
                continue;
            };
            let name = format!("{} {}", fields.given_name, fields.family_name);
            let traits = identity(&fields);
            if traits.iter().any(|one| seen.contains(one)) {
                outcome.leave_out(row.number, &name, ImportReason::Twice);
            } else if is_known(&fields) {
                outcome.leave_out(row.number, &name, ImportReason::AlreadyThere);
            } else {
                outcome.ready.push((row.number, fields));
            }
            seen.extend(traits);
        }
        let Outcome {
            ready,
            problems,
            left_out,
        } = outcome;
        self.date_order_uncertain = self.told_order().uncertain;
        (self.ready, self.problems, self.left_out) = (ready, problems, left_out);
    }
}

/// What comes of the rows.
#[derive(Default)]
struct Outcome {
    ready: Vec<(u32, CustomerFields)>,
    problems: Vec<ImportProblem>,
    left_out: u32,
}

impl Outcome {
    fn note(&mut self, problems: Vec<ImportProblem>) {
        let room = PROBLEMS - self.problems.len();
        self.problems.extend(problems.into_iter().take(room));
    }

    fn leave_out(&mut self, row: u32, value: &str, reason: ImportReason) {
        self.left_out += 1;
        let (column, value) = (String::new(), shortened(value.trim()));
        self.note(vec![ImportProblem {
            row,
            column,
            value,
            reason,
            whole_row: true,
        }]);
    }
}

/// What makes two customers one: the same name with the same phone, mail or birthday. Mother and
/// daughter who share a phone have different names and are two. Of whom none of these is known, the
/// same address, and failing that the same notes: a list that is read twice brings nobody twice.
pub fn identity(fields: &CustomerFields) -> Vec<String> {
    let name = names::fold(&format!("{} {}", fields.given_name, fields.family_name));
    let phones = fields.phones.iter().map(|phone| phone.number.clone());
    let emails = fields
        .emails
        .iter()
        .map(|email| email.address.to_lowercase());
    let birthday = fields.birthday.map(Birthday::text);
    let mut traits: Vec<String> = phones.chain(emails).chain(birthday).collect();
    if traits.is_empty() {
        let addresses = fields.addresses.iter();
        traits.extend(addresses.map(|address| {
            names::fold(&format!(
                "{} {} {}",
                address.street, address.postcode, address.town
            ))
        }));
    }
    if traits.is_empty() {
        traits.push(names::fold(&fields.notes));
    }
    traits
        .into_iter()
        .map(|one| format!("{name}\n{one}"))
        .collect()
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
