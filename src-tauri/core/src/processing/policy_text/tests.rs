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
use crate::processing::business::{Business, Country, Recipient, RecipientRole};
use crate::processing::held::Held;

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
        recipients: vec![
            Recipient {
                name: "Lilla Byrån AB".into(),
                role: RecipientRole::Bookkeeper,
                country: "SE".into(),
                safeguard: String::new(),
            },
            Recipient {
                name: "Brevduvan Inc.".into(),
                role: RecipientRole::Mail,
                country: "US".into(),
                safeguard: "EU-kommissionens standardavtalsklausuler".into(),
            },
        ],
    }
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
        recipients: Vec::new(),
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

const OPTIONAL: [Category; 4] = [
    Category::Birthday,
    Category::ContactLog,
    Category::Notes,
    Category::Compliance,
];

fn full(language: Language) -> Vec<Block> {
    compose(
        &PolicyFacts {
            business: &meadow(),
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
            let document = document(blocks, &business, language, 4, adopted, today).unwrap();
            let bytes = pdf::write(&document, |page, of| format!("{page} / {of}"), None).unwrap();
            let file = format!("policy-{}-{name}.pdf", language.tag());
            std::fs::write(folder.join(file), bytes).unwrap();
        }
    }
}
