//! Writing a table that spreadsheets and other programs read: UTF-8 with a mark (Excel takes it for
//! Windows-1252 without), `;` (what Swedish and Danish Excel expect), CRLF (RFC 4180). Every cell is
//! quoted: programs that guess the separator then see only the true ones, not those in the text.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::error::{Error, Result};

/// The table as a file. A cell that a spreadsheet would run as a formula gets an apostrophe before
/// it ([`neutral`]); [`plain`] takes it away.
pub fn write<Cells, Cell>(
    headings: &[&str],
    rows: impl IntoIterator<Item = Cells>,
) -> Result<Vec<u8>>
where
    Cells: IntoIterator<Item = Cell>,
    Cell: AsRef<str>,
{
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Always)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let uneven = |_| Error::Internal("csv export: rows of different length");
    writer.write_record(headings).map_err(uneven)?;
    for row in rows {
        for cell in row {
            writer
                .write_field(neutral(cell.as_ref()).as_ref())
                .map_err(uneven)?;
        }
        writer.write_record(None::<&[u8]>).map_err(uneven)?;
    }
    writer
        .into_inner()
        .map_err(|_| Error::Internal("csv export: flush"))
}

/// The cell as it is written: with an apostrophe before it when a spreadsheet would take it for a
/// formula. That is a cell which begins, after blanks, with `=`, `+`, `-`, `@` or their full-width
/// forms, or has a tab or carriage return first (they are skipped and what follows is run; OWASP,
/// "CSV Injection"). A cell that begins with an apostrophe before such a thing gets one more, so
/// that every cell can be had back.
///
/// Left alone are numbers: a phone in E.164 (`+46701740638`) and an amount (`-12,50`). A sign
/// followed by nothing but digits and at most one decimal mark can call no function and name no
/// cell; Excel at worst shows it as a number. An apostrophe would stay in the number when the file
/// goes into another program, and carrying data on is what the file is for (article 20).
pub fn neutral(cell: &str) -> std::borrow::Cow<'_, str> {
    if needs_apostrophe(cell) {
        format!("'{cell}").into()
    } else {
        cell.into()
    }
}

/// The cell as it was before [`neutral`].
pub fn plain(cell: &str) -> &str {
    cell.strip_prefix('\'')
        .filter(|rest| needs_apostrophe(rest))
        .unwrap_or(cell)
}

fn needs_apostrophe(cell: &str) -> bool {
    let text = cell.trim_start_matches('\'');
    let formula = text.trim_start_matches(|c: char| c.is_whitespace() || is_invisible(c));
    text.starts_with(['\t', '\r', '\n'])
        || formula.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) && !is_number(text)
}

/// A byte order mark or zero-width character, which some readers drop before they look.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn is_number(text: &str) -> bool {
    let Some(digits) = text.strip_prefix(['+', '-']) else {
        return false;
    };
    let (whole, decimals) = digits.split_once([',', '.']).unwrap_or((digits, "0"));
    [whole, decimals].iter().all(|part| {
        !part.is_empty() && part.len() <= 18 && part.bytes().all(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::table::Table;
    use proptest::prelude::*;

    #[test]
    fn the_file_is_what_excel_here_reads() {
        let file = write(
            &["Namn", "Telefon"],
            [["Åsa; Öberg", "+46701740638"], ["\"B\"", ""]],
        );
        assert_eq!(
            file.unwrap(),
            "\u{feff}\"Namn\";\"Telefon\"\r\n\"Åsa; Öberg\";\"+46701740638\"\r\n\"\"\"B\"\"\";\"\"\r\n".as_bytes()
        );
    }

    #[test]
    fn formulas_are_neutralised() {
        for formula in [
            "=1+1",
            "=cmd|' /C calc'!A0",
            "+1+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            " =1",
            "\u{a0}=1",
            "\u{feff}=1",
            "＝1",
            "+",
            "-",
            "+46 70-174 06 38",
            "'=1",
            "-1,2,3",
            "+1e5",
        ] {
            assert_eq!(neutral(formula), format!("'{formula}"));
            assert_eq!(plain(&neutral(formula)), formula);
        }
    }

    #[test]
    fn what_can_run_nothing_is_left_alone() {
        for cell in [
            "",
            "Anna",
            "+46701740638",
            "-12,50",
            "-3",
            "+0.5",
            "a=1",
            "'tis",
            "''",
            "1-2",
        ] {
            assert_eq!(neutral(cell), cell);
            assert_eq!(plain(cell), cell);
        }
    }

    #[test]
    fn rows_of_different_length_are_refused() {
        assert!(write(&["a", "b"], [vec!["1"]]).is_err());
    }

    fn table() -> impl Strategy<Value = (Vec<String>, Vec<Vec<String>>)> {
        (1usize..6).prop_flat_map(|width| {
            let cell = "[-=+@'\"; ,\ta-zåäö0-9\r\n🌸ﷺ]{0,12}";
            (
                prop::collection::vec("[a-zåäö]{1,8}", width),
                prop::collection::vec(prop::collection::vec(cell, width), 0..8),
            )
        })
    }

    proptest! {
        #[test]
        fn every_table_is_read_back_as_it_was((headings, rows) in table()) {
            let names: Vec<_> = headings.iter().map(String::as_str).collect();
            let file = write(&names, &rows).unwrap();
            let read = Table::read(&file).unwrap();
            let cells = |row: &crate::exchange::table::Row| -> Vec<String> {
                row.cells.iter().map(|cell| plain(cell).to_owned()).collect()
            };
            // Blank rows are nobody.
            let mut written = vec![headings];
            written.extend(rows.into_iter().filter(|row| row.iter().any(|cell| !neutral(cell).trim().is_empty())));
            prop_assert_eq!(read.rows.iter().map(cells).collect::<Vec<_>>(), written);
        }

        #[test]
        fn every_cell_comes_back(cell in "['=+@\t\r\n -]{0,5}.{0,5}") {
            let written = neutral(&cell);
            prop_assert_eq!(plain(&written), cell.as_str());
            prop_assert!(!written.trim_start().starts_with(['=', '@', '\t']));
        }
    }
}
