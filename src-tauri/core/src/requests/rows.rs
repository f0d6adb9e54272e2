//! Stored rows as facts and tables, by the kinds that the inventory declares.

use chrono::NaiveDate;

use crate::attachments::MediaType;
use crate::customers::{Birthday, phone};
use crate::documents::blocks::{Align, Block, Column as ColumnBlock, Fact, Table as TableBlock};
use crate::inventory::{Category, Column, Kind, Reach, Table};
use crate::law;
use crate::money::{Currency, Ore};
use crate::processing::business::Country;
use crate::store::record::{RowRecord, TableRecord, Value};
use crate::store::{day_of, from_word, word};
use crate::words::Words;
use crate::{Error, Result};

/// A column of texts no longer than this takes what it needs (characters).
const SHORT: usize = 14;
/// The most that a column of texts counts for when the width is shared (characters).
const SHARE_MAX: usize = 60;

/// A fact of the kind of data it is; kinds have an order in which people look for them.
pub type Told = (Option<Category>, Fact);

/// Each filled column of each row with its label.
pub fn facts(table: &TableRecord, words: &Words, home: Country) -> Result<Vec<Told>> {
    let mut facts = Vec::new();
    for row in &table.rows {
        for (column, value) in table.columns().zip(&row.values) {
            if *value != Value::Nothing {
                let fact = Fact {
                    label: words.get(&label(table.table, column))?,
                    value: shown(column, value, words, home)?,
                };
                facts.push((category(column), fact));
            }
        }
    }
    Ok(facts)
}

/// Each row as one fact: labelled with the table and what it is for, its other columns in lines.
pub fn entries(table: &TableRecord, words: &Words, home: Country) -> Result<Vec<Told>> {
    let name = words.get(&format!("table-{}", table.table.name.replace('_', "-")))?;
    table
        .rows
        .iter()
        .map(|row| {
            let mut label = name.clone();
            let mut lines: Vec<String> = Vec::new();
            let mut category_of_row = None;
            let mut joins = false;
            for (column, value) in table.columns().zip(&row.values) {
                if *value == Value::Nothing {
                    continue;
                }
                category_of_row = category(column);
                let text = shown(column, value, words, home)?;
                match (column.kind, lines.last_mut().filter(|_| joins)) {
                    (Kind::Word("label"), _) => label = format!("{label}, {text}"),
                    (_, Some(postcode)) => {
                        postcode.push(' ');
                        postcode.push_str(&text);
                    }
                    _ => lines.push(text),
                }
                joins = column.kind == Kind::Postcode;
            }
            let fact = Fact {
                label,
                value: lines.join("\n"),
            };
            Ok((category_of_row, fact))
        })
        .collect()
}

/// Each row by itself: its filled columns with their labels, under what the first one says.
pub fn records(table: &TableRecord, words: &Words, home: Country) -> Result<Vec<Block>> {
    let mut blocks = Vec::new();
    for row in &table.rows {
        let mut filled = table
            .columns()
            .zip(&row.values)
            .filter(|(column, value)| **value != Value::Nothing && is_read(column));
        if let Some((column, value)) = filled.next() {
            blocks.push(Block::Subheading(law::opening(&shown(
                column, value, words, home,
            )?)));
        }
        let facts = filled.map(|(column, value)| {
            Ok(Fact {
                label: words.get(&label(table.table, column))?,
                value: shown(column, value, words, home)?,
            })
        });
        blocks.push(Block::Facts(facts.collect::<Result<_>>()?));
    }
    Ok(blocks)
}

/// A check sum is nothing to read, and a question takes too much room; a currency stands with each amount.
const fn is_read(column: &Column) -> bool {
    !matches!(column.kind, Kind::Currency | Kind::CheckSum | Kind::Wording)
}

/// A table with a head. Rows of a table that belongs to this one are joined to it, and priced lines
/// get an amount and a sum for each currency. Columns without anything in them stay out.
pub fn table(
    table: &TableRecord,
    record: &[TableRecord],
    words: &Words,
    home: Country,
) -> Result<Vec<Block>> {
    if matches!(table.table.reach(), Some(Reach::Parent { .. })) {
        // Shown with the table it belongs to.
        return Ok(Vec::new());
    }
    let child = record.iter().find(|child| {
        matches!(child.table.reach(), Some(Reach::Parent { table: of, .. }) if of == table.table.name)
    });
    let mut columns: Vec<(ColumnBlock, Vec<String>)> = Vec::new();
    let lines = lines(table, child);
    for (source, part) in [(Some(table), Part::Row), (child, Part::Line)] {
        let Some(source) = source else { continue };
        for (index, column) in source.columns().enumerate() {
            if !is_read(column) {
                continue;
            }
            let mut cells = Vec::with_capacity(lines.len());
            for line in &lines {
                let value = line.value(part, index);
                cells.push(match (value, column.kind) {
                    (None | Some(Value::Nothing), _) => String::new(),
                    (Some(Value::Number(ore)), Kind::UnitPrice) => {
                        words.money(Ore(*ore), line.currency(table)?)
                    }
                    (Some(Value::Text(text)), Kind::Day) => words.day_in_column(day(text)?),
                    (Some(Value::Text(text)), Kind::Instant) => words.day_in_column(day_of(text)?),
                    (Some(value), _) => shown(column, value, words, home)?,
                });
            }
            if cells.iter().any(|cell| !cell.is_empty()) {
                columns.push((head(source.table, column, words, &cells)?, cells));
            }
        }
    }
    let mut sum = None;
    if let Some(amounts) = child.and_then(Amounts::of) {
        let (cells, totals) = amounts.count(table, &lines, words)?;
        sum = Some(totals);
        columns.push((
            ColumnBlock {
                heading: words.get("answer-amount")?,
                align: Align::End,
                share: None,
            },
            cells,
        ));
    }
    // Narrow columns stay together at the left edge; the last takes what is left over.
    if columns.iter().all(|(column, _)| column.share.is_none())
        && let Some((last, _)) = columns.last_mut()
    {
        last.share = Some(1);
    }
    let width = columns.len();
    let rows = (0..lines.len())
        .map(|row| {
            columns
                .iter()
                .map(|(_, cells)| cells.get(row).cloned().unwrap_or_default())
                .collect()
        })
        .collect();
    let sum = sum
        .map(|total| -> Result<Vec<String>> {
            let mut cells = vec![String::new(); width];
            if let Some(first) = cells.first_mut() {
                *first = words.get("answer-total")?;
            }
            if let Some(last) = cells.last_mut() {
                *last = total;
            }
            Ok(cells)
        })
        .transpose()?;
    Ok(vec![Block::Table(TableBlock {
        columns: columns.into_iter().map(|(column, _)| column).collect(),
        rows,
        sum,
    })])
}

/// Which half of a joined line.
#[derive(Clone, Copy)]
enum Part {
    Row,
    Line,
}

/// A row with one of the rows that belong to it.
struct Joined<'a> {
    row: &'a RowRecord,
    line: Option<&'a RowRecord>,
}

impl Joined<'_> {
    fn value(&self, part: Part, index: usize) -> Option<&Value> {
        match part {
            Part::Row => self.row.values.get(index),
            Part::Line => self.line?.values.get(index),
        }
    }

    fn currency(&self, table: &TableRecord) -> Result<Currency> {
        let index = table
            .columns()
            .position(|column| column.kind == Kind::Currency);
        match index.and_then(|index| self.row.values.get(index)) {
            Some(Value::Text(word)) => from_word(word.clone()),
            _ => Err(Error::Internal("price without currency")),
        }
    }
}

fn lines<'a>(table: &'a TableRecord, child: Option<&'a TableRecord>) -> Vec<Joined<'a>> {
    let mut lines = Vec::new();
    for row in &table.rows {
        let mut belonging = child
            .into_iter()
            .flat_map(|child| &child.rows)
            .filter(|line| line.id == row.id)
            .peekable();
        if belonging.peek().is_none() {
            lines.push(Joined { row, line: None });
        }
        lines.extend(belonging.map(|line| Joined {
            row,
            line: Some(line),
        }));
    }
    lines
}

/// Where a table of priced lines has its quantity and price.
struct Amounts {
    quantity: usize,
    price: usize,
}

impl Amounts {
    fn of(table: &TableRecord) -> Option<Self> {
        let place = |kind| table.columns().position(|column| column.kind == kind);
        Some(Self {
            quantity: place(Kind::Quantity)?,
            price: place(Kind::UnitPrice)?,
        })
    }

    /// The amount of each line, and the sum of each currency.
    fn count(
        &self,
        table: &TableRecord,
        lines: &[Joined<'_>],
        words: &Words,
    ) -> Result<(Vec<String>, String)> {
        let mut totals: Vec<(Currency, i64)> = Vec::new();
        let mut cells = Vec::with_capacity(lines.len());
        for line in lines {
            let number = |index| match line.value(Part::Line, index) {
                Some(Value::Number(number)) => Some(*number),
                _ => None,
            };
            let (Some(quantity), Some(price)) = (number(self.quantity), number(self.price)) else {
                cells.push(String::new());
                continue;
            };
            let amount = quantity.saturating_mul(price);
            let currency = line.currency(table)?;
            cells.push(words.money(Ore(amount), currency));
            match totals.iter_mut().find(|(known, _)| *known == currency) {
                Some((_, total)) => *total = total.saturating_add(amount),
                None => totals.push((currency, amount)),
            }
        }
        let totals: Vec<String> = totals
            .into_iter()
            .map(|(currency, total)| words.money(Ore(total), currency))
            .collect();
        Ok((cells, totals.join("\n")))
    }
}

/// Texts share the width by their length; everything else takes what it needs.
fn head(table: &Table, column: &Column, words: &Words, cells: &[String]) -> Result<ColumnBlock> {
    let (align, share) = match column.kind {
        Kind::Quantity | Kind::UnitPrice => (Align::End, None),
        Kind::Text | Kind::FreeText | Kind::Phone => {
            let longest = cells.iter().map(|cell| cell.chars().count()).max();
            let share = longest
                .filter(|longest| *longest > SHORT)
                .and_then(|longest| u8::try_from(longest.min(SHARE_MAX)).ok());
            (Align::Start, share)
        }
        _ => (Align::Start, None),
    };
    Ok(ColumnBlock {
        heading: words.get(&label(table, column))?,
        align,
        share,
    })
}

fn category(column: &Column) -> Option<Category> {
    column.personal.map(|personal| personal.category)
}

fn label(table: &Table, column: &Column) -> String {
    format!("column-{}-{}", table.name, column.name).replace('_', "-")
}

fn day(stored: &str) -> Result<NaiveDate> {
    stored.parse().map_err(|_| Error::Internal("stored day"))
}

/// A value as people read it.
fn shown(column: &Column, value: &Value, words: &Words, home: Country) -> Result<String> {
    Ok(match (column.kind, value) {
        (_, Value::Nothing) => String::new(),
        (Kind::Flag, Value::Number(number)) => {
            words.get(if *number == 0 { "no" } else { "yes" })?
        }
        (Kind::Bytes, Value::Number(bytes)) => words.bytes(*bytes)?,
        (_, Value::Number(number)) => number.to_string(),
        (Kind::MediaType, Value::Text(mime)) => {
            let word = word(MediaType::from_mime(mime))?;
            words.get(&format!("value-media-type-{word}"))?
        }
        (Kind::Phone, Value::Text(number)) => phone::write(number, home),
        (Kind::Birthday, Value::Text(text)) => match Birthday::from_text(text) {
            Some(birthday) => words.birthday(birthday)?,
            None => text.clone(),
        },
        (Kind::Day, Value::Text(text)) => words.day(day(text)?),
        (Kind::Instant, Value::Text(text)) => words.day(day_of(text)?),
        (Kind::Word(list), Value::Text(word)) => words.of_list(list, word)?,
        (_, Value::Text(text)) => text.clone(),
    })
}
