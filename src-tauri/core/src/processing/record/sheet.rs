//! The record as a workbook (ECMA-376), for who wants to sort and count in it.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::text::Texts;
use super::{Clause, RecordFacts, Values};
use crate::documents::blocks::{self, Block};
use crate::{Error, Language, Result};

/// Widths of columns in characters of the standard font.
const NARROW: f64 = 14.0;
const MIDDLE: f64 = 30.0;
const WIDE: f64 = 52.0;

/// What stands in a cell. A text is a text, whatever it begins with: nothing is ever a formula.
enum Cell {
    Text(String),
    Number(u32),
    Day(NaiveDate),
    Empty,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Cell {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<Option<u32>> for Cell {
    fn from(number: Option<u32>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }
}

impl From<Option<NaiveDate>> for Cell {
    fn from(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }
}

/// A table of a name, with a head and widths.
struct Table<'a> {
    name: &'a str,
    columns: Vec<(&'a str, f64)>,
    rows: Vec<Vec<Cell>>,
}

/// The workbook's bytes. The same record gives the same bytes.
///
/// # Errors
/// [`Error::Internal`].
pub fn write(facts: &RecordFacts) -> Result<Vec<u8>> {
    let texts = Texts::of(facts.language)?;
    let values = Values::of(facts)?;
    let tables = [
        overview(facts, &values, texts)?,
        uses(&values, texts)?,
        kinds(&values, texts)?,
        recipients(facts, &values, texts)?,
        security(facts, &values, texts)?,
    ];
    book(facts, &tables).map_err(|_| Error::Internal("xlsx"))
}

fn overview<'a>(facts: &RecordFacts, values: &Values, texts: &'a Texts) -> Result<Table<'a>> {
    let said = |key| texts.in_list("sheet", key);
    let mut rows = facts_of(Clause::Controller, values, facts.language)?;
    rows.push(vec![said("made")?.into(), Cell::Day(facts.today)]);
    rows.push(vec![
        said("all")?.into(),
        Cell::Number(facts.counts.customers),
    ]);
    rows.push(vec![
        (&values.inference.title).into(),
        (&values.inference.text).into(),
    ]);
    Ok(Table {
        name: said("overview")?,
        columns: vec![(said("item")?, MIDDLE), (said("value")?, WIDE)],
        rows,
    })
}

fn uses<'a>(values: &Values, texts: &'a Texts) -> Result<Table<'a>> {
    let said = |key| texts.in_list("sheet", key);
    Ok(Table {
        name: said("uses")?,
        columns: vec![
            (said("name")?, MIDDLE),
            (said("purpose")?, WIDE),
            (said("basis")?, MIDDLE),
            (said("subjects")?, MIDDLE),
            (said("data")?, WIDE),
            (said("customers")?, NARROW),
            (said("kept")?, WIDE),
            (said("recipients")?, MIDDLE),
            (said("places")?, MIDDLE),
        ],
        rows: values
            .uses
            .iter()
            .map(|each| {
                vec![
                    (&each.name).into(),
                    (&each.purpose).into(),
                    (&each.basis).into(),
                    (&each.subjects).into(),
                    (&each.data).into(),
                    each.count.into(),
                    (&each.kept).into(),
                    (&each.recipients).into(),
                    (&each.places).into(),
                ]
            })
            .collect(),
    })
}

fn kinds<'a>(values: &Values, texts: &'a Texts) -> Result<Table<'a>> {
    let said = |key| texts.in_list("sheet", key);
    Ok(Table {
        name: said("kinds")?,
        columns: vec![
            (said("data")?, WIDE),
            (said("kept")?, WIDE),
            (said("customers")?, NARROW),
            (said("passed")?, NARROW),
            (said("next")?, NARROW),
        ],
        rows: values
            .kinds
            .iter()
            .map(|each| {
                let counted = each.counted;
                vec![
                    (&each.data).into(),
                    (&each.kept).into(),
                    counted.map(|count| count.customers).into(),
                    counted.map(|count| count.passed).into(),
                    counted.and_then(|count| count.next).into(),
                ]
            })
            .collect(),
    })
}

/// Whom data goes to and, below, what is said of authorities and where there is nobody.
fn recipients<'a>(facts: &RecordFacts, values: &Values, texts: &'a Texts) -> Result<Table<'a>> {
    let said = |key| texts.in_list("sheet", key);
    let clause = Clause::Recipients.blocks(values, facts.language)?;
    let words = clause
        .into_iter()
        .filter(|block| matches!(block, Block::Paragraph(_)));
    let words = blocks::texts(&words.collect::<Vec<_>>());
    Ok(Table {
        name: said("recipients")?,
        columns: vec![
            (said("recipient")?, MIDDLE),
            (said("work")?, MIDDLE),
            (said("country")?, NARROW),
            (said("safeguard")?, WIDE),
        ],
        rows: values
            .recipients
            .iter()
            .map(|each| {
                vec![
                    (&each.name).into(),
                    (&each.work).into(),
                    (&each.country).into(),
                    (&each.safeguard).into(),
                ]
            })
            .chain(words.iter().map(|said| vec![said.into()]))
            .collect(),
    })
}

fn security<'a>(facts: &RecordFacts, values: &Values, texts: &'a Texts) -> Result<Table<'a>> {
    let said = |key| texts.in_list("sheet", key);
    Ok(Table {
        name: said("security")?,
        columns: vec![(said("item")?, MIDDLE), (said("value")?, WIDE)],
        rows: facts_of(Clause::Security, values, facts.language)?,
    })
}

/// The labels and values of a clause, as the printed record has them.
fn facts_of(clause: Clause, values: &Values, language: Language) -> Result<Vec<Vec<Cell>>> {
    let blocks = clause.blocks(values, language)?;
    let facts = blocks.into_iter().flat_map(|block| match block {
        Block::Facts(facts) => facts,
        _ => Vec::new(),
    });
    Ok(facts
        .map(|fact| vec![Cell::Text(fact.label), Cell::Text(fact.value)])
        .collect())
}

fn book(facts: &RecordFacts, tables: &[Table<'_>]) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(
        &DocProperties::new()
            .set_author(&facts.business.name)
            .set_creation_datetime(&day(facts.today)?),
    );
    for table in tables {
        sheet(book.add_worksheet(), table, facts.language)?;
    }
    book.save_to_buffer()
}

fn sheet(
    sheet: &mut Worksheet,
    table: &Table<'_>,
    language: Language,
) -> std::result::Result<(), XlsxError> {
    let head = Format::new()
        .set_bold()
        .set_border_bottom(FormatBorder::Thin)
        .set_align(FormatAlign::Top)
        .set_text_wrap();
    let text = Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_num_format("@");
    let number = Format::new()
        .set_num_format("#,##0")
        .set_align(FormatAlign::Top);
    let date = Format::new()
        .set_num_format(match language {
            Language::Sv => "yyyy-mm-dd",
            Language::Da => "dd.mm.yyyy",
            Language::En => "d mmmm yyyy",
        })
        .set_align(FormatAlign::Top)
        .set_align(FormatAlign::Right);
    sheet.set_name(table.name)?.set_freeze_panes(1, 0)?;
    // One page wide, so that it can be printed too.
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0)
        .set_repeat_rows(0, 0)?;
    for (column, (heading, width)) in (0..).zip(&table.columns) {
        sheet.set_column_width(column, *width)?;
        sheet.write_string_with_format(0, column, *heading, &head)?;
    }
    for (row, cells) in (1..).zip(&table.rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Text(said) => sheet.write_string_with_format(row, column, said, &text)?,
                Cell::Number(figure) => {
                    sheet.write_number_with_format(row, column, *figure, &number)?
                }
                Cell::Day(on) => {
                    sheet.write_datetime_with_format(row, column, &day(*on)?, &date)?
                }
                Cell::Empty => sheet,
            };
        }
    }
    Ok(())
}

fn day(day: NaiveDate) -> std::result::Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).unwrap_or_default();
    let month = u8::try_from(day.month()).unwrap_or_default();
    ExcelDateTime::from_ymd(year, month, u8::try_from(day.day()).unwrap_or_default())
}
