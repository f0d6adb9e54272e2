//! The letter to somebody whose data came from someone else, item by item of article 14.

use kundbok_core::customers::{Address, Birthday, Label, Source};
use kundbok_core::processing::letter::{self, WriteLetter};
use kundbok_core::processing::policy;
use kundbok_core::register::{Action, Change, Register};
use kundbok_core::{Error, Language};
use kundbok_tests::sample;

use super::{Computer, add, named, now, pdf_text, squeezed};

/// Items of the article with the words that show them, in Swedish, Danish and English.
const ITEMS: [(&str, [&str; 3]); 21] = [
    ("14(1)(a) identity", ["Maja Lindqvist"; 3]),
    ("14(1)(a) contact", ["maja@angenshudvard.example"; 3]),
    (
        "14(1)(c) purposes",
        ["sälja, leverera", "sælge, levere", "sell, deliver"],
    ),
    (
        "14(1)(c) basis",
        ["b (avtal)", "litra b (aftale)", "(b) contract"],
    ),
    (
        "14(1)(d) categories",
        ["Namn, telefon", "Navn, telefon", "Name, phone"],
    ),
    (
        "14(1)(d) of her, and not of others",
        [
            "just nu: – namn och kontaktuppgifter – födelsedag Här",
            "lige nu: – navn og kontaktoplysninger – fødselsdag Her",
            "now: – name and contact details – birthday Here",
        ],
    ),
    ("14(1)(e) recipients", ["Lilla Bokföringsbyrån"; 3]),
    (
        "14(1)(f) transfers",
        ["Utanför EU och EES", "Uden for EU og EØS", "Outside the EU"],
    ),
    (
        "14(2)(a) period",
        ["I tre år efter", "I tre år efter", "three years after"],
    ),
    (
        "14(2)(b) interests",
        [
            "Jag vill kunna gratulera dig.",
            "Jeg vil gerne kunne ønske dig tillykke.",
            "I want to be able to wish you a happy birthday.",
        ],
    ),
    (
        "14(2)(c) access",
        ["ge dig en kopia", "give dig en kopi", "give you a copy"],
    ),
    (
        "14(2)(c) rectification",
        ["rätta det", "rette det", "correct what"],
    ),
    (
        "14(2)(c) erasure",
        ["radera det", "slette det", "erase what"],
    ),
    (
        "14(2)(c) restriction",
        ["ligga orörda", "ligge urørt", "untouched"],
    ),
    (
        "14(2)(c) objection",
        ["sluta använda", "holde op med at bruge", "stop using"],
    ),
    (
        "14(2)(c) portability",
        ["lämnat i en fil", "i en fil, så", "told me in a file"],
    ),
    (
        "14(2)(d) withdrawal",
        ["ta tillbaka", "trække det tilbage", "take it back"],
    ),
    ("14(2)(e) complaint", ["Box 8114, 104 20 Stockholm"; 3]),
    (
        "14(2)(f) source",
        ["en värdinna", "en værtinde", "a hostess"],
    ),
    (
        "14(2)(g) decisions",
        ["Ingen dator", "Ingen computer", "No computer"],
    ),
    (
        "when she was written down",
        ["2026-11-20", "20.11.2026", "20 November 2026"],
    ),
];

#[test]
fn who_came_from_someone_else_is_told_all_that_article_14_lists() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    sample::supply(&mut register, sample::suppliers()).unwrap();
    let mut saga = named("Saga", "Wallin");
    saga.source = Source::Party;
    saga.source_detail = "Hos Birgitta".to_owned();
    saga.birthday = Some(Birthday {
        year: None,
        month: 4,
        day: 11,
    });
    saga.addresses.push(Address {
        street: "Stigen 4".to_owned(),
        postcode: "999 14".to_owned(),
        town: "Lillvik".to_owned(),
        country: String::new(),
        label: Label::Home,
    });
    let customer_id = add(&mut register, saga).unwrap();
    let mut wanja = named("Wanja", "Ek");
    wanja.notes = "Vill ha påsar av papper".to_owned();
    add(&mut register, wanja).unwrap();
    let letter = |register: &Register, language| {
        let request = WriteLetter {
            customer_id,
            language,
        };
        register.read(|connection| letter::write(connection, sample::LAST_DAY, request))
    };
    // What she is told must be a version that is in force.
    assert!(matches!(
        letter(&register, Language::Sv),
        Err(Error::NotAllowed)
    ));
    register
        .write(now(), Action::AdoptPolicy, |connection| {
            policy::adopt(connection, sample::LAST_DAY)?;
            Ok(Change::of_nobody(()))
        })
        .unwrap();
    for (index, language) in Language::ALL.into_iter().enumerate() {
        let file = letter(&register, language).unwrap();
        // Her name stands in the letter alone.
        assert!(!file.name.contains("Saga") && file.name.contains("1001"));
        let text = pdf_text(&file.bytes);
        for (item, shown) in ITEMS {
            assert!(
                squeezed(&text).contains(&squeezed(shown[index])),
                "{language:?}: {item}\n{text}"
            );
        }
        assert!(text.contains("Saga Wallin") && text.contains("Stigen 4"));
        for not_asked in ["Måste du", "Behøver du", "Do you have to", "Birgitta"] {
            assert!(!text.contains(not_asked), "{text}");
        }
    }
}
