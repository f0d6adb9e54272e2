//! What a customer reads, and what the law wants her to read.

use std::path::Path;

use chrono::NaiveDate;

use super::{PolicyFacts, compose, document};
use crate::Language;
use crate::customers::Source;
use crate::documents::blocks::{Block, texts};
use crate::documents::legibility::{expect_plain, lix};
use crate::documents::{layout, pdf};
use crate::inventory::{Category, Purpose};
use crate::processing::activities::{self, Activity, AnswerQuestion};
use crate::processing::business::{Business, Country};
use crate::processing::clauses::{self, Clause, Name};
use crate::processing::scene::{hold_all, meadow};
use crate::processing::suppliers::{Recipient, Work};
use crate::store::image;

mod articles;
mod need;
mod recipients;
mod short;

const SOURCES: [Source; 5] = [
    Source::Person,
    Source::Party,
    Source::Referral,
    Source::Import,
    Source::Other,
];

fn recipients() -> Vec<Recipient> {
    let recipient = |name: &str, work, country: &str, safeguard: &str| Recipient {
        name: name.into(),
        work,
        helps: String::new(),
        country: country.into(),
        safeguard: safeguard.into(),
        supplier: 1,
        is_joint: false,
        uses: std::collections::BTreeSet::new(),
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

/// The uses of a register that holds everything that the inventory knows of customers, but the kinds
/// left out, and of a business that does what it says in the interview.
fn uses(language: Language, without: &[Category], said: &[Purpose]) -> Vec<Activity> {
    let connection = image::make().unwrap();
    for each in activities::all(&connection, language).unwrap() {
        if each.purpose.is_some_and(|purpose| said.contains(&purpose)) {
            let request = AnswerQuestion {
                id: each.id,
                answer: true,
            };
            activities::answer(&connection, request).unwrap();
        }
    }
    let mut uses = activities::all(&connection, language).unwrap();
    hold_all(&mut uses, without);
    for each in &mut uses {
        each.in_use |= !each.held.is_empty();
    }
    uses
}

const OPTIONAL: [Category; 5] = [
    Category::Birthday,
    Category::ContactLog,
    Category::Notes,
    Category::Document,
    Category::Compliance,
];

/// The supplied clauses.
fn supplied(uses: &[Activity], language: Language) -> Vec<Clause> {
    clauses::all(&image::make().unwrap(), uses, language).unwrap()
}

fn facts(
    business: &Business,
    recipients: &[Recipient],
    uses: &[Activity],
    sources: &[Source],
) -> PolicyFacts {
    PolicyFacts {
        business: business.clone(),
        recipients: recipients.to_vec(),
        activities: uses.to_vec(),
        sources: sources.to_vec(),
    }
}

fn composed(
    business: &Business,
    recipients: &[Recipient],
    uses: &[Activity],
    sources: &[Source],
    language: Language,
) -> Vec<Block> {
    let facts = facts(business, recipients, uses, sources);
    compose(&facts, &supplied(uses, language), language).unwrap()
}

fn composed_short(
    business: &Business,
    recipients: &[Recipient],
    uses: &[Activity],
    sources: &[Source],
    language: Language,
) -> Vec<Block> {
    super::short(&facts(business, recipients, uses, sources), language).unwrap()
}

/// A business that does all there is to be done.
const DONE: [Purpose; 6] = {
    let [a, b, c, d, e] = activities::QUESTIONS;
    [a, b, c, d, e, Purpose::OwnOffers]
};

fn full(language: Language) -> Vec<Block> {
    let uses = uses(language, &[], &DONE);
    composed(&meadow(), &recipients(), &uses, &SOURCES, language)
}

/// The same with a clause left out.
fn full_without(name: Name, language: Language) -> Vec<Block> {
    let uses = uses(language, &[], &DONE);
    let mut clauses = supplied(&uses, language);
    clauses.retain(|clause| clause.name != Some(name));
    let facts = facts(&meadow(), &recipients(), &uses, &SOURCES);
    compose(&facts, &clauses, language).unwrap()
}

fn minimal(language: Language) -> Vec<Block> {
    let uses = uses(language, &OPTIONAL, &[]);
    composed(&least(), &[], &uses, &[Source::Person], language)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn text(blocks: &[Block]) -> String {
    texts(blocks).join("\n").replace('\u{ad}', "")
}

#[test]
fn sentences_are_short_and_easy() {
    for language in Language::ALL {
        for blocks in [full(language), minimal(language)] {
            expect_plain(&blocks, language);
            let lix = lix(&blocks);
            assert!(lix <= 40, "{language:?}: LIX {lix}");
        }
    }
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
                "Erbjudanden",
                "Foton",
                "hemkalas",
                "sociala medier",
                "allergier",
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
                "Tilbud",
                "Billeder",
                "homeparty",
                "sociale medier",
                "allergier",
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
                "Offers",
                "Pictures",
                "home party",
                "social media",
                "allergies",
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
            assert!(numbers.len() >= 9, "{numbers:?}");
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
        let uses = uses(language, &[], &DONE);
        let blocks = composed(&business, &recipients, &uses, &SOURCES, language);
        assert_eq!(text(&blocks).matches(name).count(), 2);
        assert_eq!(blocks.len(), full(language).len());
    }
}

#[test]
fn an_ordinary_policy_takes_four_pages_at_most() {
    let today = day("2026-11-22");
    let ordinary = [Purpose::Newsletter, Purpose::Messaging, Purpose::Party];
    for language in Language::ALL {
        for (said, most) in [(&ordinary[..], 4), (&activities::QUESTIONS, 5)] {
            let uses = uses(language, &[], said);
            let blocks = composed(&meadow(), &recipients(), &uses, &SOURCES, language);
            let document = document(blocks, meadow().sender(), language, 4, None, today).unwrap();
            let pages = layout::layout(&document, |page, of| format!("{page} / {of}")).pages;
            assert!((2..=most).contains(&pages.len()), "{}", pages.len());
        }
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
