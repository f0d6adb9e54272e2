//! What both sign, and what the law wants them to.

use std::path::Path;

use chrono::NaiveDate;

use super::super::agreement::document;
use super::super::tests::complete;
use super::super::{Agreement, SupplierRole};
use super::*;
use crate::documents::{layout, pdf};
use crate::inventory::Purpose;
use crate::processing::activities;
use crate::processing::scene::{hold_all, meadow};
use crate::store::image;

mod articles;
mod data;

fn business() -> Business {
    Business {
        organisation_number: String::new(),
        ..meadow()
    }
}

/// A processor abroad with whom nothing is agreed.
fn abroad() -> SupplierFields {
    let sub = |name: &str, country: &str, safeguard: &str| SubProcessor {
        name: name.into(),
        country: country.into(),
        safeguard: safeguard.into(),
    };
    SupplierFields {
        name: "Brevduvan Inc.".into(),
        work: Work::Mail,
        roles: vec![
            SupplierRole {
                role: Role::Processor,
                concerns: "Utskick till kunder".into(),
            },
            SupplierRole {
                role: Role::Controller,
                concerns: "Egen statistik".into(),
            },
        ],
        country: "US".into(),
        safeguard: "EU-kommissionens standardavtalsklausuler".into(),
        contact: "Privacy team".into(),
        contact_email: "privacy@brevduvan.example".into(),
        agreement: Agreement::None,
        accepted_on: None,
        accepted_by: String::new(),
        authority: String::new(),
        terms: Vec::new(),
        sub_processors: vec![
            sub("Serverhallen AB", "SE", ""),
            sub("Molnet Ltd", "GB", "Beslut om adekvat skyddsnivå"),
            sub("Postkontoret Inc.", "US", ""),
        ],
        retention: "30 dagar".into(),
        ..complete()
    }
}

/// The least that can be known of one.
fn least() -> SupplierFields {
    SupplierFields {
        work: Work::Other,
        contact: String::new(),
        contact_email: String::new(),
        sub_processors: Vec::new(),
        retention: String::new(),
        ..complete()
    }
}

/// Every use that comes ready, with all that the register may hold for it.
fn uses(language: Language) -> Vec<Activity> {
    let connection = image::make().unwrap();
    let mut uses = activities::all(&connection, language).unwrap();
    hold_all(&mut uses, &[]);
    uses
}

/// Those of some purposes.
fn only(purposes: &[Purpose], language: Language) -> Vec<Activity> {
    let mut uses = uses(language);
    uses.retain(|each| each.purpose.is_some_and(|it| purposes.contains(&it)));
    uses
}

fn composed(supplier: &SupplierFields, uses: &[Activity], language: Language) -> Vec<Block> {
    let facts = AgreementFacts {
        business: &business(),
        supplier,
        uses,
    };
    compose(&facts, language).unwrap()
}

fn full(language: Language) -> Vec<Block> {
    composed(&abroad(), &uses(language), language)
}

fn minimal(language: Language) -> Vec<Block> {
    composed(&least(), &only(&[Purpose::Sale], language), language)
}

fn text(blocks: &[Block]) -> String {
    blocks::texts(blocks).join("\n")
}

#[test]
fn what_is_not_so_is_not_spoken_of() {
    for (language, absent) in [
        (
            Language::Sv,
            [
                "Det gäller:",
                "ödelsedag",
                "tar hjälp av:",
                "utanför EU och EES:",
                "Under arbetets",
            ],
        ),
        (
            Language::Da,
            [
                "Det gælder:",
                "ødselsdag",
                "får hjælp af:",
                "uden for EU og EØS:",
                "Mens arbejdet",
            ],
        ),
        (
            Language::En,
            [
                "This covers:",
                "irthday",
                "processor uses:",
                "the EU and the EEA:",
                "While the work",
            ],
        ),
    ] {
        let all = text(&full(language));
        let least = text(&minimal(language));
        for word in absent {
            assert!(all.contains(word), "{language:?}: {word}\n{all}");
            assert!(!least.contains(word), "{language:?}: {word}\n{least}");
        }
        // What it decides itself is no part of the work that it does for her.
        assert!(!all.contains("Egen statistik"), "{all}");
        assert!(all.contains("Utskick till kunder"), "{all}");
    }
}

#[test]
fn every_kind_of_work_has_its_words() {
    for language in Language::ALL {
        for work in [
            Work::Bookkeeper,
            Work::Carrier,
            Work::Booking,
            Work::Mail,
            Work::Cloud,
            Work::Payment,
            Work::Supplier,
            Work::Other,
        ] {
            let supplier = SupplierFields { work, ..least() };
            let text = text(&composed(
                &supplier,
                &only(&[Purpose::Sale], language),
                language,
            ));
            assert!(!text.contains("undefined"), "{language:?} {work:?}: {text}");
        }
        let mut supplier = least();
        supplier.name = String::from("*Byrån* # <b>AB</b> | {{ words }}");
        let blocks = composed(&supplier, &only(&[Purpose::Sale], language), language);
        assert!(text(&blocks).contains("*Byrån* # <b>AB</b> | {{ words }}"));
        assert_eq!(blocks.len(), minimal(language).len());
    }
}

#[test]
fn the_law_is_the_business_s_country_s() {
    for (country, words) in [
        (Country::Se, ["Svensk rätt", "Svensk ret", "Swedish law"]),
        (Country::Dk, ["Dansk rätt", "Dansk ret", "Danish law"]),
    ] {
        for (language, words) in Language::ALL.into_iter().zip(words) {
            let business = Business {
                country,
                ..business()
            };
            let facts = AgreementFacts {
                business: &business,
                supplier: &least(),
                uses: &uses(language),
            };
            let text = text(&compose(&facts, language).unwrap());
            assert!(text.contains(words), "{text}");
        }
    }
}

#[test]
fn sentences_are_short_and_nothing_leaves_a_hole() {
    for language in Language::ALL {
        for blocks in [full(language), minimal(language)] {
            for text in blocks::texts(&blocks) {
                for hole in [", ,", ",,", "  ", " .", " ,", "()", ": .", ": ,", ", ."] {
                    assert!(!text.contains(hole), "{hole:?} in {text:?}");
                }
                for sentence in text.split_inclusive(['.', '?']) {
                    let words = sentence.split_whitespace().count();
                    assert!(words <= 40, "{words}: {sentence}");
                }
            }
        }
    }
}

#[test]
fn the_mail_asks_for_the_signature() {
    for (language, asked) in [
        (Language::Sv, "skriv under"),
        (Language::Da, "skriv under"),
        (Language::En, "sign it"),
    ] {
        let facts = AgreementFacts {
            business: &business(),
            supplier: &abroad(),
            uses: &uses(language),
        };
        let (subject, body) = mail(&facts, language).unwrap();
        assert!(subject.contains("Ängens Hudvård") && subject.contains("Brevduvan Inc."));
        assert!(body.contains(asked), "{body}");
        assert!(body.contains("28"), "{body}");
        assert!(body.contains("\n- "), "{body}");
        let end = "\nMaja Lindqvist\nÄngens Hudvård\n070-174 06 05\nmaja@angenshudvard.example";
        assert!(body.ends_with(end), "{body}");
    }
}

#[test]
fn an_agreement_takes_five_pages_at_most() {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    for language in Language::ALL {
        let facts = AgreementFacts {
            business: &business(),
            supplier: &abroad(),
            uses: &uses(language),
        };
        let document = document(&facts, language, today).unwrap();
        let pages = layout::layout(&document, |page, of| format!("{page} / {of}")).pages;
        assert!((3..=5).contains(&pages.len()), "{}", pages.len());
    }
}

#[test]
#[ignore = "for looking at: writes the agreements to target/documents"]
fn draw_agreements() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/documents");
    std::fs::create_dir_all(&folder).unwrap();
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    for language in Language::ALL {
        for (name, supplier) in [("abroad", abroad()), ("least", least())] {
            let facts = AgreementFacts {
                business: &business(),
                supplier: &supplier,
                uses: &uses(language),
            };
            let document = document(&facts, language, today).unwrap();
            let bytes = pdf::write(&document, |page, of| format!("{page} / {of}"), None).unwrap();
            let file = format!("agreement-{}-{name}.pdf", language.tag());
            std::fs::write(folder.join(file), bytes).unwrap();
        }
    }
}

#[test]
fn the_mail_is_easily_read() {
    use crate::documents::blocks::Span;

    for language in Language::ALL {
        for supplier in [abroad(), least()] {
            let facts = AgreementFacts {
                business: &business(),
                supplier: &supplier,
                uses: &uses(language),
            };
            let (_, body) = mail(&facts, language).unwrap();
            let lines: Vec<Block> = body
                .lines()
                .map(|line| Block::Paragraph(vec![Span::plain(line)]))
                .collect();
            crate::documents::legibility::expect_plain(&lines, language);
        }
    }
}
