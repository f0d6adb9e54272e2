use super::*;

fn cells(bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
    let table = Table::read(bytes).unwrap();
    table
        .rows
        .iter()
        .map(|row| (row.number, row.cells.iter().map(str::to_owned).collect()))
        .collect()
}

fn refusal(bytes: &[u8]) -> Rule {
    match Table::read(bytes) {
        Err(Error::Invalid(fields)) if fields.len() == 1 && fields[0].field == "file" => {
            fields[0].rule
        }
        other => panic!("{other:?}"),
    }
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

#[test]
fn every_encoding_gives_the_same_cells() {
    let text = "Namn;Ort\r\nÅsa Öberg;Umeå\r\n";
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    let marked = format!("\u{feff}{text}");
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), "UTF-8"),
        (marked.as_bytes().to_vec(), "UTF-8"),
        (windows.into_owned(), "Windows-1252"),
        (utf16(&marked, u16::to_le_bytes), "UTF-16LE"),
        (utf16(&marked, u16::to_be_bytes), "UTF-16BE"),
        (utf16(text, u16::to_le_bytes), "UTF-16LE"),
        (utf16(text, u16::to_be_bytes), "UTF-16BE"),
    ] {
        let table = Table::read(&bytes).unwrap();
        assert_eq!(table.encoding, encoding);
        assert_eq!(table.delimiter, ';');
        assert_eq!(
            cells(&bytes),
            [
                (1, vec!["Namn".to_owned(), "Ort".to_owned()]),
                (2, vec!["Åsa Öberg".to_owned(), "Umeå".to_owned()]),
            ]
        );
    }
}

#[test]
fn the_delimiter_is_found_among_the_others() {
    for (text, delimiter) in [
        ("Namn;Anteckning\nAnna;a, b, c\nBo;d, e\n", ';'),
        ("Name,Notes\nAnna,\"a; b; c\"\nBo,d; e\n", ','),
        ("Namn\tAnteckning\nAnna\ta;b, c\nBo\td; e,f\n", '\t'),
        ("sep=,\r\nNamn,Ort\r\nAnna,Umeå", ','),
        ("SEP=;\nNamn;Ort\nAnna;Umeå", ';'),
        ("Namn\nKarlsson, Anna\nBerg, Bo\n", ';'),
        ("Karlsson, Anna\nBerg, Bo\n", ';'),
        ("anna@butik.example\nbo@butik.example\n", ';'),
        ("Mina kunder\n\nNamn,Ort\nAnna,Umeå\nBo,Lund", ','),
        ("\"ä\";\"ö\"\n\"\";\"tfn\nå\"\n\"\";\"x\ntfn\n\"\n", ';'),
        ("Anna,0701740638\nBo,0701740639\n", ','),
    ] {
        assert_eq!(
            Table::read(text.as_bytes()).unwrap().delimiter,
            delimiter,
            "{text:?}"
        );
    }
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_does() {
    let text =
        "sep=;\r\nNamn;Notis\r\n\r\nAnna;\"rad 1\r\nrad 2\r\n\r\nrad 4\"\r\n;\r\nBo;\r\n\r\n\r\n";
    let rows = cells(text.as_bytes());
    let numbers: Vec<_> = rows
        .iter()
        .map(|(number, cells)| (*number, cells[0].as_str()))
        .collect();
    assert_eq!(numbers, [(1, "Namn"), (3, "Anna"), (5, "Bo")]);
    assert_eq!(rows[1].1[1], "rad 1\r\nrad 2\r\n\r\nrad 4");
}

#[test]
fn every_line_break_ends_a_row() {
    for end in ["\n", "\r", "\r\n"] {
        let text = ["Namn;Ort", "", "Anna;Umeå", "Bo;Lund"].join(end);
        let numbers: Vec<_> = cells(text.as_bytes())
            .iter()
            .map(|(number, _)| *number)
            .collect();
        assert_eq!(numbers, [1, 3, 4], "{end:?}");
    }
}

#[test]
fn bad_files_are_refused_each_with_its_reason() {
    assert_eq!(refusal(b""), Rule::Empty);
    assert_eq!(refusal(b"\xef\xbb\xbf"), Rule::Empty);
    assert_eq!(refusal(b"\r\n \r\n;;;\r\n"), Rule::Empty);
    assert_eq!(refusal(b"sep=;\r\n"), Rule::Empty);
    assert_eq!(refusal(b"Namn;Ort\nAn\0na;Ume\n"), Rule::Binary);
    assert_eq!(refusal(b"PK\x03\x04\x14\x00\x06\x00\x08\x00"), Rule::Binary);
    assert_eq!(
        refusal(b"\x89PNG\r\n\x1a\n\x01\x02\x03\x04\x05"),
        Rule::Binary
    );
    assert_eq!(refusal(b"\xff\xfeN\x00\x00\xd8N\x00"), Rule::Binary);
    assert_eq!(
        refusal(b"Namn;Notis\nAnna;\"aldrig slut\nBo;x\n"),
        Rule::UnclosedQuote
    );
    assert_eq!(refusal(&vec![b'a'; 100_000_000]), Rule::TooLarge);
    assert_eq!(
        refusal("a;b\n".repeat(MAX_ROWS + 1).as_bytes()),
        Rule::TooLarge
    );
    assert_eq!(refusal(";".repeat(1_000).as_bytes()), Rule::TooLarge);
}

#[test]
fn nothing_is_read_after_a_row_that_is_too_large() {
    for (text, rule) in [
        (";".repeat(19_000_000), Rule::TooLarge),
        (
            format!("Namn;Ort\n{}", "a".repeat(19_000_000)),
            Rule::TooLarge,
        ),
        (
            format!("Namn;Ort\n\"{}", "å;\n".repeat(4_000_000)),
            Rule::UnclosedQuote,
        ),
    ] {
        for delimiter in [b';', b'\t', b','] {
            let layout = dialect::Layout::of(&text, delimiter, usize::MAX);
            assert!(layout.too_large && layout.rows.len() <= 2, "{rule:?}");
        }
        assert_eq!(refusal(text.as_bytes()), rule);
    }
}

#[test]
fn a_wide_note_does_not_hide_the_delimiter() {
    let note = "bra, ".repeat(2_000);
    let table = Table::read(format!("Namn;Notis\nAnna;{note}\n").as_bytes()).unwrap();
    assert_eq!((table.delimiter, table.rows.len()), (';', 2));
}

#[test]
fn ragged_rows_and_stray_quotes_are_read_as_they_stand() {
    let rows = cells(b"a;b;c\n1\n1;2;3;4\nx\"y\";\"p\"q;\"r\"\"s\"\n");
    let widths: Vec<_> = rows.iter().map(|(_, cells)| cells.len()).collect();
    assert_eq!(widths, [3, 1, 4, 3]);
    assert_eq!(rows[3].1, ["x\"y\"", "pq", "r\"s"]);
}

mod any {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = Table::read(&bytes);
        }

        /// Row numbers are counted beside the `csv` crate: both must see the same rows.
        #[test]
        fn text_keeps_its_rows(text in "[a;,\t\"\r\n= ]{0,60}") {
            if let Ok(table) = Table::read(text.as_bytes()) {
                let delimiter = u8::try_from(table.delimiter).unwrap();
                let text = dialect::declared(&text).map_or(&*text, |(_, rest)| rest);
                let records = ReaderBuilder::new()
                    .delimiter(delimiter)
                    .has_headers(false)
                    .flexible(true)
                    .from_reader(text.as_bytes())
                    .into_records()
                    .count();
                prop_assert_eq!(dialect::Layout::of(text, delimiter, usize::MAX).rows.len(), records);
            }
        }
    }
}
