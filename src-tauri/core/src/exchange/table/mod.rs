//! A table of text, as spreadsheets and address books write it: bytes in, cells out.

mod decode;
mod dialect;

use csv::{ReaderBuilder, StringRecord};

use crate::error::{Error, Result, Rule};
use crate::exchange::csv_export::plain;

/// The largest file that is read, in bytes. A list of 100 000 customers is about 15 MB.
pub const MAX_BYTES: usize = 20_000_000;
/// The most rows that are read.
const MAX_ROWS: usize = 200_000;

/// The cells of a file.
#[derive(Clone, Debug)]
pub struct Table {
    /// Rows that have something in them.
    pub rows: Vec<Row>,
    /// What separates the cells.
    pub delimiter: char,
    /// Name of the encoding the file was in.
    pub encoding: &'static str,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its number as a spreadsheet counts: from 1, blank rows too, a cell with line breaks is one.
    pub number: u32,
    /// Its cells, as written in the file but for the quotes.
    pub cells: StringRecord,
}

impl Row {
    /// The cell in a column, without blanks around it; empty when the row is too short.
    pub fn cell(&self, column: usize) -> &str {
        plain(self.cells.get(column).unwrap_or("").trim())
    }
}

impl Table {
    /// Reads a file. Refused with `file` and [`Rule::Empty`], [`Rule::Binary`], [`Rule::TooLarge`]
    /// or [`Rule::UnclosedQuote`].
    pub fn read(bytes: &[u8]) -> Result<Self> {
        if bytes.len() > MAX_BYTES {
            return Err(Error::invalid("file", Rule::TooLarge));
        }
        let (text, encoding) =
            decode::text(bytes).ok_or_else(|| Error::invalid("file", Rule::Binary))?;
        let (delimiter, text) =
            dialect::declared(&text).map_or((None, &*text), |(d, t)| (Some(d), t));
        let layout = match delimiter {
            Some(delimiter) => dialect::Layout::of(text, delimiter, MAX_ROWS + 1),
            None => dialect::Layout::likeliest(text, MAX_ROWS + 1),
        };
        if layout.rows.is_empty() {
            return Err(Error::invalid("file", Rule::Empty));
        }
        if layout.unclosed {
            return Err(Error::invalid("file", Rule::UnclosedQuote));
        }
        if layout.rows.len() > MAX_ROWS || layout.too_large {
            return Err(Error::invalid("file", Rule::TooLarge));
        }

        let reader = ReaderBuilder::new()
            .delimiter(layout.delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut rows = Vec::with_capacity(layout.rows.len());
        for (record, place) in reader.into_records().zip(&layout.rows) {
            let cells = record.map_err(|_| Error::Internal("table"))?;
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                rows.push(Row {
                    number: place.number,
                    cells,
                });
            }
        }
        if rows.is_empty() {
            return Err(Error::invalid("file", Rule::Empty));
        }
        Ok(Self {
            rows,
            delimiter: char::from(layout.delimiter),
            encoding,
        })
    }
}

#[cfg(test)]
mod tests;
