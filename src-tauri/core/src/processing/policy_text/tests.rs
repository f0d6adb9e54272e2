//! What a customer reads, and what the law wants her to read.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::NaiveDate;

use super::{PolicyFacts, compose, document};
use crate::Language;
use crate::customers::Source;
use crate::documents::blocks::{Block, Span};
use crate::documents::{layout, pdf};
use crate::inventory::{self, Category};
use crate::processing::business::{Business, Country};
use crate::processing::held::Held;
use crate::processing::suppliers::{Recipient, Work};

mod articles;
mod reading;

const SOURCES: [Source; 5] = [
    Source::Person,
    Source::Party,
    Source::Referral,
    Source::Import,
    Source::Other,
];

fn meadow() -> Business {
    Business {
        name: "Ängens Hudvård".into(),
        owner_name: "Maja Lindqvist".into(),
        organisation_number: "999102-1234".into(),
        street: "Ängsvägen 3".into(),
        postcode: "999 12".into(),
        town: "Lillvik".into(),
        country: Country::Se,
        phone: "070-174 06 05".into(),
        email: "maja@angenshudvard.example".into(),
        website: String::new(),
    }
}

fn recipients() -> Vec<Recipient> {
    let recipient = |name: &str, work, country: &str, safeguard: &str| Recipient {
        name: name.into(),
        work,
        helps: String::new(),
        country: country.into(),
        safeguard: safeguard.into(),
    };
    vec![
        recipient("Lilla Byrån AB", Work::Bookkeeper, "SE", ""),
        recipient(
            "Brevduvan Inc.",
            Work::Mail,
            "US",
            "EU-kommissionens standardavtalsklausuler",
        ),
        Recipient {
            helps: "Brevduvan Inc.".into(),
            ..recipient("Serverhallen Ltd", Work::Mail, "GB", "")
        },
    ]
}

fn least() -> Business {
    Business {
        name: "Birgits Creme".into(),
        owner_name: "Birgit Holm".into(),
        organisation_number: String::new(),
        street: String::new(),
        postcode: String::new(),
        town: String::new(),
        country: Country::Dk,
        phone: String::new(),
        email: "birgit@creme.example".into(),
        website: String::new(),
    }
}

/// Everything that the inventory knows of customers, but the kinds left out.
fn held_but(without: &[Category]) -> BTreeSet<Held> {
    inventory::TABLES
        .iter()
        .filter(|table| table.reach().is_some())
        .flat_map(|table| table.columns)
        .filter_map(|column| column.personal)
        .map(Held::from)
        .filter(|held| !without.contains(&held.category))
        .collect()
}

const OPTIONAL: [Category; 5] = [
    Category::Birthday,
    Category::ContactLog,
    Category::Notes,
    Category::Document,
    Category::Compliance,
];

fn full(language: Language) -> Vec<Block> {
    compose(
        &PolicyFacts {
            business: &meadow(),
            recipients: &recipients(),
            held: &held_but(&[]),
            sources: &SOURCES,
        },
        language,
    )
    .unwrap()
}

fn minimal(language: Language) -> Vec<Block> {
    compose(
        &PolicyFacts {
            business: &least(),
            recipients: &[],
            held: &held_but(&OPTIONAL),
            sources: &[Source::Person],
        },
        language,
    )
    .unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Every text of the blocks, one for each place that it stands in.
fn texts(blocks: &[Block]) -> Vec<String> {
    let flat = |spans: &[Span]| spans.iter().map(|span| span.text.as_str()).collect();
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Title(text) | Block::Heading { text, .. } | Block::Subheading(text) => {
                vec![text.clone()]
            }
            Block::Paragraph(spans) | Block::Fine(spans) => vec![flat(spans)],
            Block::List(entries) | Block::Steps(entries) => {
                entries.iter().map(|spans| flat(spans)).collect()
            }
            Block::Table(table) => table
                .columns
                .iter()
                .map(|column| column.heading.clone())
                .chain(table.rows.iter().flatten().cloned())
                .collect(),
            Block::Facts(_) | Block::Key { .. } => panic!("not in a policy"),
        })
        .collect()
}

fn text(blocks: &[Block]) -> String {
    texts(blocks).join("\n").replace('\u{ad}', "")
}

#[test]
fn what_is_not_held_is_not_spoken_of() {
    for (language, absent) in [
        (
            Language::Sv,
            [
                "ödelsedag",
                "nteckningar",
                "gratulera",
                "Utanför EU",
                "värdinna",
                "nytta av",
                "artikel 14",
            ],
        ),
        (
            Language::Da,
            [
                "ødselsdag",
                "noter",
                "tillykke",
                "Uden for EU",
                "værtinde",
                "gavn af",
                "artikel 14",
            ],
        ),
        (
            Language::En,
            [
                "irthday",
                "my notes",
                "advice",
                "Outside the EU",
                "hostess",
                "useful to me",
                "article 14",
            ],
        ),
    ] {
        let all = text(&full(language));
        let least = text(&minimal(language));
        for word in absent {
            assert!(all.contains(word), "{language:?}: {word}");
            assert!(!least.contains(word), "{language:?}: {word}\n{least}");
        }
    }
}

#[test]
fn the_law_is_the_business_s_country_s() {
    for (language, books) in [
        (Language::Sv, "den danska bokföringslagen säger"),
        (
            Language::Da,
            "I fem år efter udgangen af det år, du handlede, som bogføringsloven siger",
        ),
        (Language::En, "section 12 of the Danish Bookkeeping Act"),
    ] {
        let text = text(&minimal(language)).replace("Section", "section");
        assert!(text.contains(books), "{text}");
        assert!(text.contains("Datatilsynet"), "{text}");
    }
}

#[test]
fn clauses_are_numbered_in_order() {
    for language in Language::ALL {
        for blocks in [full(language), minimal(language)] {
            assert!(matches!(blocks[0], Block::Title(_)));
            let numbers: Vec<u32> = blocks
                .iter()
                .filter_map(|block| match block {
                    Block::Heading { number, .. } => *number,
                    _ => None,
                })
                .collect();
            assert!(numbers.len() >= 10, "{numbers:?}");
            assert!(
                (1..).zip(&numbers).all(|(n, found)| n == *found),
                "{numbers:?}"
            );
        }
    }
}

#[test]
fn empty_details_leave_no_holes() {
    for language in Language::ALL {
        let blocks = minimal(language);
        for text in texts(&blocks) {
            for hole in [", ,", ",,", "  ", " .", " ,", "()", ": .", ": ,", ", ."] {
                assert!(!text.contains(hole), "{hole:?} in {text:?}");
            }
            assert_eq!(text, text.trim());
            assert!(!text.is_empty());
        }
        let today = day("2026-11-22");
        let document = document(blocks, least().sender(), language, 1, None, today).unwrap();
        assert_eq!(
            document.letterhead.sender,
            ["Birgits Creme", "Birgit Holm", "birgit@creme.example"]
        );
        assert_eq!(document.letterhead.aside.len(), 2);
    }
}

#[test]
fn hostile_details_are_shown_as_text() {
    let name = "*Ängens* # <script>alert(1)</script> | {{ law }}\n\n- Hudvård";
    for language in Language::ALL {
        let mut business = meadow();
        business.name = name.into();
        let mut recipients = recipients();
        recipients[1].safeguard = name.into();
        let facts = PolicyFacts {
            business: &business,
            recipients: &recipients,
            held: &held_but(&[]),
            sources: &SOURCES,
        };
        let blocks = compose(&facts, language).unwrap();
        assert_eq!(text(&blocks).matches(name).count(), 2);
        assert_eq!(blocks.len(), full(language).len());
    }
}

#[test]
fn a_policy_takes_four_pages_at_most() {
    let today = day("2026-11-22");
    for language in Language::ALL {
        let document =
            document(full(language), meadow().sender(), language, 4, None, today).unwrap();
        let pages = layout::layout(&document, |page, of| format!("{page} / {of}")).pages;
        assert!((2..=4).contains(&pages.len()), "{}", pages.len());
    }
}

#[test]
#[ignore = "for looking at: writes the policies to target/documents"]
fn draw_policies() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/documents");
    std::fs::create_dir_all(&folder).unwrap();
    for language in Language::ALL {
        for (name, business, blocks) in [
            ("full", meadow(), full(language)),
            ("least", least(), minimal(language)),
        ] {
            let today = day("2026-11-22");
            let adopted = (name == "full").then_some(today);
            let document =
                document(blocks, business.sender(), language, 4, adopted, today).unwrap();
            let bytes = pdf::write(&document, |page, of| format!("{page} / {of}"), None).unwrap();
            let file = format!("policy-{}-{name}.pdf", language.tag());
            std::fs::write(folder.join(file), bytes).unwrap();
        }
    }
}
