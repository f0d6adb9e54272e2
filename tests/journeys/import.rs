//! Taking in the customer list that somebody has already: all or nothing.

use std::fs;
use std::time::{Duration, Instant};

use kundbok_core::customers::{self, CustomerId, Source, known, take_in};
use kundbok_core::exchange::import::{ConfirmImport, ImportReason};
use kundbok_core::exchange::plan::{ImportPlan, identity};
use kundbok_core::exchange::table::MAX_BYTES;
use kundbok_core::processing::business;
use kundbok_core::register::{Action, Change, Register};
use kundbok_core::{Code, Error, Result, Rule};
use kundbok_tests::sample;

use super::{Computer, add, find, named, names, now};

/// What Excel saves in Sweden: Windows-1252, whose letters up to ÿ are those of Unicode.
fn windows_1252(text: &str) -> Vec<u8> {
    text.chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap())
        .collect()
}

fn excel() -> Vec<u8> {
    windows_1252(
        "Förnamn;Efternamn;Mobil;E-post;Gatuadress;Postnr;Ort;Födelsedag\r\n\
         Åsa;Öhman;070-174 06 38;asa@post.example;Rönnstigen 4;999 41;Lillvik;1971-03-14\r\n\
         Bo;\"Ek; äldre\";070-174 06 39;;;;;\r\n\
         ;;070-174 06 40;;;;;\r\n",
    )
}

const GOOGLE: &str = "First Name,Middle Name,Last Name,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,\
Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Street,Address 1 - City,Address 1 - Postal Code\n\
Göta,,Ström,1990-05-01,\"Ring först,\nhelst kväll\",Hudvård ::: * myContacts,* ,gota@post.example,Mobil,+46 70-174 06 41,\
Hem,Ängsvägen 3,Lillvik,999 12\n";

fn plan(register: &Register, bytes: &[u8]) -> Result<ImportPlan> {
    let (home, known) = register
        .read(|connection| Ok((business::view(connection)?.country, known(connection)?)))?;
    ImportPlan::read(bytes, home, |fields| {
        identity(fields).iter().any(|sign| known.contains(sign))
    })
}

fn confirm(register: &mut Register, plan: &ImportPlan, detail: &str) -> Result<Vec<CustomerId>> {
    let confirmed = ConfirmImport {
        source: Source::Import,
        source_detail: detail.to_owned(),
    };
    let saved = register.write(now(), Action::ImportCustomers, |connection| {
        let about = take_in(connection, now(), plan, &confirmed)?;
        Ok(Change::of_all(about.clone(), about))
    })?;
    Ok(saved.value)
}

fn fields(register: &Register, id: CustomerId) -> customers::CustomerFields {
    register
        .read(|connection| customers::view(connection, id))
        .unwrap()
        .fields
}

#[test]
fn the_same_list_twice_brings_nobody_twice() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let list = "Förnamn;Efternamn;Mobil;Gatuadress;Postnr;Ort;Födelsedag;Anteckningar\n\
                Åsa;Öhman;070-174 06 38;;;;;\n\
                Ebba;Dal;;;;;1971-03-14;\n\
                Ida;Alm;;Rönnstigen 4;999 41;Lillvik;;ringer på\n\
                Ida;Alm;;Ängsvägen 3;999 12;Lillvik;;ringer på\n\
                Eva;Ek;;;;;;granne\n\
                Eva;Ek;;;;;;kusin\n\
                Bo;Ek;;;;;;\n";
    let first = plan(&register, list.as_bytes()).unwrap();
    assert_eq!(first.preview().ready, 7);
    confirm(&mut register, &first, "").unwrap();
    let again = plan(&register, list.as_bytes()).unwrap().preview();
    assert_eq!((again.ready, again.left_out), (0, 7));
    let problems = again.problems.iter().map(|problem| problem.reason);
    assert!(
        problems
            .into_iter()
            .all(|reason| reason == ImportReason::AlreadyThere)
    );
}

#[test]
fn a_list_from_excel_is_there_after_opening_again() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let plan = plan(&register, &excel()).unwrap();
    let preview = plan.preview();
    assert_eq!(
        (preview.encoding.as_str(), preview.delimiter.as_str()),
        ("Windows-1252", ";")
    );
    assert_eq!((preview.total, preview.ready, preview.left_out), (3, 2, 1));
    let problem = &preview.problems[0];
    assert_eq!((problem.row, problem.reason), (4, ImportReason::NoName));
    assert_eq!(find(&register, "").all, 0, "nothing before it is confirmed");

    let ids = confirm(&mut register, &plan, "Excel-listan").unwrap();
    drop(register);
    let register = computer.open(sample::PASSPHRASE).unwrap();
    assert_eq!(names(&register, ""), ["Bo Ek; äldre", "Åsa Öhman"]);
    let asa = fields(&register, ids[0]);
    assert_eq!(asa.phones[0].number, "070-174 06 38");
    assert_eq!(asa.emails[0].address, "asa@post.example");
    assert_eq!(asa.addresses[0].street, "Rönnstigen 4");
    assert_eq!(asa.addresses[0].town, "Lillvik");
    assert_eq!(asa.birthday.unwrap().text(), "1971-03-14");
    assert_eq!(
        (asa.source, asa.source_detail.as_str()),
        (Source::Import, "Excel-listan")
    );
}

#[test]
fn a_list_from_google_is_taken_in() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let plan = plan(&register, GOOGLE.as_bytes()).unwrap();
    let ids = confirm(&mut register, &plan, "").unwrap();
    let gota = fields(&register, ids[0]);
    assert_eq!(names(&register, "strom lillvik"), ["Göta Ström"]);
    assert_eq!(gota.phones[0].number, "070-174 06 41");
    assert_eq!(gota.tags, ["Hudvård"]);
    assert_eq!(gota.notes, "Ring först,\nhelst kväll");
}

#[test]
fn the_same_list_again_adds_nobody() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    for file in [excel(), GOOGLE.as_bytes().to_vec()] {
        let first = plan(&register, &file).unwrap();
        let added = confirm(&mut register, &first, "").unwrap().len();
        let before = find(&register, "").all;
        let second = plan(&register, &file).unwrap();
        assert_eq!(second.preview().ready, 0);
        let there = second
            .preview()
            .problems
            .iter()
            .filter(|problem| problem.reason == ImportReason::AlreadyThere)
            .count();
        assert_eq!(there, added);
        assert!(confirm(&mut register, &second, "").unwrap().is_empty());
        assert_eq!(find(&register, "").all, before);
    }
    assert_eq!(find(&register, "").all, 3);
}

#[test]
fn it_is_all_or_nothing() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let plan = plan(&register, &excel()).unwrap();
    let before = computer.sealed();

    let refused = confirm(&mut register, &plan, &"x".repeat(501)).unwrap_err();
    assert_eq!(refused.code(), Code::Invalid);
    assert_eq!(refused.fields()[0].field, "sourceDetail");
    // A rule that refuses after all were added takes every one of them back.
    let confirmed = ConfirmImport {
        source: Source::Import,
        source_detail: String::new(),
    };
    let refused: Result<_> = register.write(now(), Action::ImportCustomers, |connection| {
        let about = take_in(connection, now(), &plan, &confirmed)?;
        assert_eq!(about.len(), 2);
        customers::add(connection, now(), named("", ""))?;
        Ok(Change::of_all(about, ()))
    });
    assert!(matches!(refused, Err(Error::Invalid(_))));
    // So does a disk that refuses.
    let part = computer.folder().path().join("register.age.part");
    fs::create_dir(&part).unwrap();
    assert!(matches!(
        confirm(&mut register, &plan, ""),
        Err(Error::SaveFailed(_))
    ));
    fs::remove_dir(part).unwrap();

    assert_eq!(find(&register, "").all, 0);
    assert!(computer.sealed() == before);
    assert_eq!(confirm(&mut register, &plan, "").unwrap().len(), 2);
}

#[test]
fn a_file_that_is_no_list_is_refused_and_changes_nothing() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    add(&mut register, named("Anna", "Lindqvist")).unwrap();
    let before = computer.sealed();
    let zeros = vec![0; 100_000_000];
    let text_too_large = vec![b'a'; MAX_BYTES + 1];
    let files: [(&str, &[u8], Rule); 9] = [
        ("empty", b"", Rule::Empty),
        ("a mark and nothing", b"\xef\xbb\xbf", Rule::Empty),
        ("blank", b" \r\n;;\r\n\r\n", Rule::Empty),
        (
            "a program",
            b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0",
            Rule::Binary,
        ),
        (
            "a picture",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0",
            Rule::Binary,
        ),
        (
            "a list with NUL in it",
            b"Namn\r\nAnna\0Ek\r\n",
            Rule::Binary,
        ),
        (
            "a quote never closed",
            b"F\xf6rnamn;Efternamn\r\n\"Anna;Ek\r\nBo;Ek\r\n",
            Rule::UnclosedQuote,
        ),
        ("100 MB of zeros", &zeros, Rule::TooLarge),
        ("too much text", &text_too_large, Rule::TooLarge),
    ];
    for (name, bytes, rule) in files {
        let start = Instant::now();
        let refused = plan(&register, bytes)
            .err()
            .unwrap_or_else(|| panic!("{name} is read"));
        assert!(
            start.elapsed() < Duration::from_secs(1),
            "{name} takes long"
        );
        assert_eq!(refused.code(), Code::Invalid, "{name}");
        let field = &refused.fields()[0];
        assert_eq!((field.field.as_str(), field.rule), ("file", rule), "{name}");
    }
    assert_eq!(find(&register, "").all, 1);
    assert!(computer.sealed() == before);
}

#[test]
fn one_column_and_odd_rows_are_told_row_by_row() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let people = plan(&register, "Namn\r\nAnna Ek\r\nBo Ek\r\n".as_bytes()).unwrap();
    assert_eq!(people.preview().ready, 2);
    assert_eq!(confirm(&mut register, &people, "").unwrap().len(), 2);
    assert_eq!(names(&register, ""), ["Anna Ek", "Bo Ek"]);

    // A column of figures names nobody.
    let figures = plan(&register, b"Belopp\r\n12\r\n13\r\n").unwrap();
    assert_eq!(figures.preview().ready, 0);
    assert!(confirm(&mut register, &figures, "").unwrap().is_empty());

    let odd = "Förnamn;Efternamn;Mobil;Mobil\r\n\
               Cia;Ek;070-174 06 42;070-174 06 43\r\n\
               Dan;Ek;070-174 06 44;;;för mycket\r\n\
               Eva;Ek\u{1};070-174 06 45;\r\n";
    let odd = plan(&register, odd.as_bytes()).unwrap();
    let preview = odd.preview();
    let rows: Vec<u32> = preview.rows.iter().map(|row| row.row).collect();
    let told: Vec<_> = preview
        .problems
        .iter()
        .map(|problem| (problem.row, problem.reason, problem.whole_row))
        .collect();
    assert!(rows.contains(&2), "{rows:?}");
    assert!(
        told.iter()
            .any(|(row, reason, _)| (*row, *reason) == (3, ImportReason::CellCount)),
        "{told:?}"
    );
    assert!(
        told.iter()
            .any(|(row, reason, _)| (*row, *reason) == (4, ImportReason::ControlCharacters)),
        "{told:?}"
    );
    let added = confirm(&mut register, &odd, "").unwrap();
    assert_eq!(added.len(), preview.ready as usize);
    assert_eq!(
        fields(&register, added[0]).phones.len(),
        2,
        "two columns of one heading"
    );
}
