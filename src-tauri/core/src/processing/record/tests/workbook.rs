//! The workbook, read back by another library.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};

use super::{day, full, sheet};
use crate::Language;

fn open(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    open_workbook_from_rs(Cursor::new(bytes)).unwrap()
}

fn rows(book: &mut Xlsx<Cursor<Vec<u8>>>, sheet: &str) -> Vec<Vec<Data>> {
    let range = book.worksheet_range(sheet).unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn numbers_are_numbers_and_days_are_days() {
    let facts = full(Language::Sv);
    let mut book = open(sheet::write(&facts).unwrap());
    assert_eq!(
        book.sheet_names(),
        [
            "Översikt",
            "Användningar",
            "Uppgifter",
            "Mottagare",
            "Skydd"
        ]
    );
    let overview = rows(&mut book, "Översikt");
    let of = |label: &str| {
        let row = overview.iter().find(|row| row[0] == *label);
        row.unwrap_or_else(|| panic!("{label}"))[1].clone()
    };
    assert_eq!(of("Ansvarig"), *"Maja Lindqvist");
    assert_eq!(of("Kunder i registret"), Data::Float(1_412.0));
    let Data::DateTime(made) = of("Framtagen") else {
        panic!("{overview:?}");
    };
    // Days since the last of 1899 (ECMA-376 part 1, 18.17.4).
    let serial = (day("2026-11-22") - day("1899-12-30")).num_days();
    #[allow(clippy::cast_precision_loss)]
    let serial = serial as f64;
    assert!((made.as_f64() - serial).abs() < 1e-9);

    let uses = rows(&mut book, "Användningar");
    assert_eq!(uses.len(), facts.uses.len() + 1);
    let sale = uses
        .iter()
        .find(|row| row[0] == *"Försäljning och leverans")
        .unwrap();
    assert_eq!(sale[5], Data::Float(1_209.0));
    // Nobody knows how many there are of what is kept elsewhere.
    let messaging = uses
        .iter()
        .find(|row| row[0] == *"Telefon och sociala medier")
        .unwrap();
    assert_eq!(messaging[5], Data::Empty);
    let kinds = rows(&mut book, "Uppgifter");
    assert!(kinds[1..].iter().any(|row| row[3] == Data::Float(31.0)));
    let recipients = rows(&mut book, "Mottagare");
    assert_eq!(
        recipients[2][3],
        *"EU-kommissionens standardavtalsklausuler"
    );
    let says = |begins: &str| {
        recipients.iter().any(
            |row| matches!(&row[0], Data::String(text) if text.trim_start().starts_with(begins)),
        )
    };
    assert!(says("Skatteverket och andra myndigheter"), "{recipients:?}");
    // Where it lies with nobody that is written down.
    assert!(says("Företagen bakom telefonen"), "{recipients:?}");
    assert!(rows(&mut book, "Skydd").len() > 8);
}

#[test]
fn what_looks_like_a_formula_is_text() {
    let attack = "=HYPERLINK(\"https://exempel.se\";\"Klicka\")";
    let mut facts = full(Language::Sv);
    facts.business.owner_name = attack.into();
    facts.recipients[0].name = "+1+1".into();
    facts.uses[0].texts.purpose = "@SUM(A1:A9)".into();
    let mut book = open(sheet::write(&facts).unwrap());
    for (sheet, text) in [
        ("Översikt", attack),
        ("Mottagare", "+1+1"),
        ("Användningar", "@SUM(A1:A9)"),
    ] {
        let found = rows(&mut book, sheet)
            .into_iter()
            .flatten()
            .any(|cell| cell == Data::String(text.to_owned()));
        assert!(found, "{sheet}: {text}");
        let formulas = book.worksheet_formula(sheet).unwrap();
        assert!(formulas.used_cells().next().is_none(), "{sheet}");
    }
}

#[test]
fn it_is_written_in_every_language_and_the_same_twice() {
    for language in Language::ALL {
        let facts = full(language);
        let bytes = sheet::write(&facts).unwrap();
        assert_eq!(bytes, sheet::write(&facts).unwrap());
        assert_eq!(open(bytes).sheet_names().len(), 5);
    }
}
