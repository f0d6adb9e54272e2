//! Which character separates the cells, and where the rows are.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::exchange::headings;

const QUOTE: u8 = b'"';
/// How many rows are looked at when the delimiter is guessed.
const GLANCE: usize = 1_000;
/// The most columns that are read.
const MAX_COLUMNS: usize = 1_000;
/// The longest row that is read, in bytes. No customer fills a hundredth of it.
const MAX_ROW: usize = 1_000_000;

/// A row in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Number as a spreadsheet counts.
    pub number: u32,
    /// How many cells.
    cells: usize,
    /// Where it begins and ends in the text, without the line break.
    begin: usize,
    end: usize,
}

/// A text seen with one delimiter.
#[derive(Debug)]
pub(super) struct Layout {
    pub delimiter: u8,
    /// The rows that are not blank lines, as the `csv` crate counts them.
    pub rows: Vec<Place>,
    /// True when a quote was opened and never closed, or not for longer than a row may be.
    pub unclosed: bool,
    /// True when the last row is wider or longer than what is read: nothing after it was looked at.
    pub too_large: bool,
}

/// The delimiter of a first line `sep=;` and the text after it. A spreadsheet does not show that
/// line, so the next one is row 1.
pub(super) fn declared(text: &str) -> Option<(u8, &str)> {
    let (line, rest) = match text.find(['\n', '\r']) {
        Some(end) => (&text[..end], &text[end..]),
        None => (text, ""),
    };
    let key = line.get(..4)?;
    let delimiter = match line.as_bytes().get(4..)? {
        [delimiter @ (b';' | b',' | b'\t' | b'|')] => *delimiter,
        _ => return None,
    };
    let rest = rest.strip_prefix('\r').unwrap_or(rest);
    let rest = rest.strip_prefix('\n').unwrap_or(rest);
    key.eq_ignore_ascii_case("sep=")
        .then_some((delimiter, rest))
}

impl Layout {
    /// The layout of the first `rows` rows with the delimiter under which rows are most alike.
    pub fn likeliest(text: &str, rows: usize) -> Self {
        let [semicolon, others @ ..] = [b';', b'\t', b','].map(|d| Self::of(text, d, GLANCE));
        let likeliest = others.into_iter().fold(semicolon, |best, other| {
            if other.likelihood(text) > best.likelihood(text) {
                other
            } else {
                best
            }
        });
        Self::of(text, likeliest.delimiter, rows)
    }

    /// The layout of the first `most` rows with this delimiter. Quotes count as the `csv` crate counts
    /// them: one at the beginning of a cell opens it, one within an unquoted cell is a character.
    pub fn of(text: &str, delimiter: u8, most: usize) -> Self {
        #[derive(Clone, Copy, PartialEq)]
        enum State {
            CellStart,
            Bare,
            Quoted,
            QuoteInQuoted,
        }
        let bytes = text.as_bytes();
        let mut rows = Vec::new();
        let mut state = State::CellStart;
        let (mut number, mut begin, mut cells) = (1, 0, 1);
        for (at, &byte) in bytes.iter().enumerate() {
            if rows.len() == most {
                return Self {
                    delimiter,
                    rows,
                    unclosed: false,
                    too_large: false,
                };
            }
            if cells > MAX_COLUMNS || at - begin > MAX_ROW {
                rows.push(Place {
                    number,
                    cells,
                    begin,
                    end: text.floor_char_boundary(at),
                });
                return Self {
                    delimiter,
                    rows,
                    unclosed: state == State::Quoted,
                    too_large: true,
                };
            }
            state = match (state, byte) {
                (State::Quoted, QUOTE) => State::QuoteInQuoted,
                (State::Quoted, _) | (State::CellStart | State::QuoteInQuoted, QUOTE) => {
                    State::Quoted
                }
                // The line feed after a carriage return ends nothing more.
                (State::CellStart, b'\n') if at == begin && at > 0 && bytes[at - 1] == b'\r' => {
                    begin = at + 1;
                    State::CellStart
                }
                (_, b'\n' | b'\r') => {
                    if at > begin {
                        rows.push(Place {
                            number,
                            cells,
                            begin,
                            end: at,
                        });
                    }
                    (number, begin, cells) = (number + 1, at + 1, 1);
                    State::CellStart
                }
                (_, byte) if byte == delimiter => {
                    cells += 1;
                    State::CellStart
                }
                _ => State::Bare,
            };
        }
        if bytes.len() > begin {
            rows.push(Place {
                number,
                cells,
                begin,
                end: bytes.len(),
            });
        }
        Self {
            delimiter,
            rows,
            unclosed: state == State::Quoted,
            too_large: cells > MAX_COLUMNS,
        }
    }

    /// Orders delimiters: known headings first, then more than one column, then closed quotes, then
    /// how many of the rows are as wide as the headings, or as most rows (per mille), then how wide.
    fn likelihood(&self, text: &str) -> (usize, bool, bool, usize, usize) {
        let line = |row: &Place| &text[row.begin..row.end];
        // As where headings are looked for: one known word further down is a word in a note.
        let top = self.rows.iter().take(5).enumerate();
        let (known, headings) = top
            .map(|(at, row)| (self.known_headings(line(row)), row.cells, at))
            .filter(|(known, _, at)| *at == 0 || *known >= 2)
            .max_by_key(|(known, _, at)| (*known, Reverse(*at)))
            .map_or((0, 0), |(known, cells, _)| (known, cells));
        let mut widths = BTreeMap::new();
        for row in &self.rows {
            *widths.entry(row.cells).or_insert(0) += 1;
        }
        let width = if known > 0 {
            headings
        } else {
            let usual = widths.iter().max_by_key(|(_, rows)| **rows);
            usual.map_or(0, |(width, _)| *width)
        };
        let alike = widths.get(&width).copied().unwrap_or(0);
        // "Karlsson, Anna" down a single column: a comma in prose is followed by a blank.
        let separates = |pair: &[u8]| pair[0] == b',' && pair[1] != b' ';
        let is_prose = || {
            let seen = self.rows.last().map_or(0, |row| row.end);
            !text.as_bytes()[..seen].windows(2).any(separates)
        };
        if width < 2 || self.delimiter == b',' && known == 0 && is_prose() {
            return (known, false, !self.unclosed, 0, 0);
        }
        (
            known,
            true,
            !self.unclosed,
            alike * 1000 / self.rows.len(),
            width,
        )
    }

    fn known_headings(&self, row: &str) -> usize {
        row.split(char::from(self.delimiter))
            .map(|cell| cell.trim().trim_matches('"'))
            // Under the wrong delimiter a cell is several, with the right one and quotes between.
            .filter(|cell| !cell.contains([';', '\t', '"']))
            .filter(|cell| headings::meaning(cell).is_some())
            .count()
    }
}
