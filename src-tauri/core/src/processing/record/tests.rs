//! What the record and the papers beside it say, and what the law wants in them.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::facts::{KindCount, YearCount};
use super::text::Texts;
use super::{Clause, RecordFacts, Security, Values, compose, sheet};
use crate::Language;
use crate::documents::blocks::{Block, texts};
use crate::documents::legibility::expect_plain;
use crate::inventory::{Category, LegalBasis, Purpose, Retention};
use crate::processing::activities::{self, Activity, ActivityId, Need, Place, Subject};
use crate::processing::business::Business;
use crate::processing::papers;
use crate::processing::scene::{hold_all, meadow};
use crate::processing::suppliers::{Recipient, Work};
use crate::store::image;

mod articles;
mod workbook;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn recipients() -> Vec<Recipient> {
    vec![
        Recipient {
            name: "Lilla Byrån AB".into(),
            helps: String::new(),
            work: Work::Bookkeeper,
            country: "SE".into(),
            safeguard: String::new(),
            supplier: 1,
            is_joint: false,
            uses: [ActivityId(2)].into(),
        },
        Recipient {
            name: "Brevduvan Inc.".into(),
            helps: String::new(),
            work: Work::Mail,
            country: "US".into(),
            safeguard: "EU-kommissionens standardavtalsklausuler".into(),
            supplier: 2,
            is_joint: true,
            uses: [ActivityId(1), ActivityId(5)].into(),
        },
    ]
}

/// Every use, of a register that holds everything that the inventory knows of customers.
fn uses(language: Language) -> Vec<Activity> {
    let connection = image::make().unwrap();
    let mut uses = activities::all(&connection, language).unwrap();
    hold_all(&mut uses, &[]);
    for each in &mut uses {
        each.in_use = true;
    }
    uses
}

/// A register that holds everything.
fn full(language: Language) -> RecordFacts {
    let mut facts = RecordFacts {
        language,
        today: day("2026-11-22"),
        recipients: recipients(),
        business: Business {
            website: "angenshudvard.example".into(),
            ..meadow()
        },
        uses: uses(language),
        counts: super::facts::Counts::default(),
        security: Security {
            lock_after: 900,
            backed_up_on: Some(day("2026-11-03")),
            backup_after: 30,
        },
        recovery_tested_on: Some(day("2026-10-17")),
    };
    facts.counts.customers = 1_412;
    facts.counts.limits = KindCount {
        customers: 1_412,
        passed: 37,
        next: Some(day("2026-12-24")),
    };
    for each in &facts.uses {
        for kind in &each.held {
            facts.counts.kinds.insert(
                (each.purpose.unwrap(), *kind),
                KindCount {
                    customers: 1_209,
                    passed: 31,
                    next: Some(day("2027-02-01")),
                },
            );
        }
    }
    let year = YearCount {
        customers: 402,
        purchases: 1_873,
    };
    facts.counts.years.insert(2028, year);
    facts
}

/// A register with nobody in it, of a business that only sells.
fn empty(language: Language) -> RecordFacts {
    let mut facts = full(language);
    facts.recipients.clear();
    facts.uses.retain(|each| {
        each.purpose
            .is_some_and(|purpose| [Purpose::Sale, Purpose::Bookkeeping].contains(&purpose))
    });
    facts.counts = super::facts::Counts::default();
    facts.security.backed_up_on = None;
    facts.recovery_tested_on = None;
    facts
}

fn text(blocks: &[Block]) -> String {
    texts(blocks).join("\n").replace('\u{ad}', "")
}

#[test]
fn what_there_is_not_leaves_no_hole_and_is_said() {
    for (index, language) in Language::ALL.into_iter().enumerate() {
        let facts = empty(language);
        for blocks in [
            compose(&facts).unwrap(),
            papers::balancing(&facts).unwrap(),
            papers::retention_plan(&facts).unwrap(),
        ] {
            for text in texts(&blocks) {
                for hole in [", ,", ",,", "  ", " .", " ,", "()", ": .", ": ,", "{", "}"] {
                    assert!(!text.contains(hole), "{hole:?} in {text:?}");
                }
                assert_eq!(text, text.trim());
                assert!(!text.is_empty() && !text.ends_with(": "), "{text:?}");
            }
        }
        let record = text(&compose(&facts).unwrap());
        let said = [
            [
                "inga kunder i registret än",
                "Ingen annan än jag får",
                "är inte provat än",
                "Ingen är gjord från",
                "Inga uppgifter lämnar EU",
            ],
            [
                "er ingen kunder i kartoteket endnu",
                "Kun jeg har oplysningerne",
                "er ikke prøvet endnu",
                "ikke taget nogen fra",
                "Ingen oplysninger forlader EU",
            ],
            [
                "no customers in the register yet",
                "Nobody but me receives",
                "has not been tried yet",
                "None has been made from",
                "No data leaves the EU",
            ],
        ];
        for words in said[index] {
            assert!(record.contains(words), "{words}\n{record}");
            let full = text(&compose(&full(language)).unwrap());
            assert!(!full.contains(words), "{words}");
        }
    }
}

#[test]
fn a_use_of_her_own_stands_in_every_paper() {
    let own = Activity {
        mark: String::new(),
        id: ActivityId(99),
        purpose: None,
        in_use: true,
        answer: None,
        held: BTreeSet::new(),
        facts: activities::ActivityFacts {
            basis: LegalBasis::LegitimateInterest,
            retention: Retention::UntilObjection,
            need: Need::Voluntary,
            categories: BTreeSet::from([Category::Contact]),
            subjects: BTreeSet::from([Subject::Guest]),
            places: BTreeSet::from([Place::Paper]),
            alone: [].into(),
        },
        is_fixed: false,
        seen: crate::seen::Seen::default(),
        texts: activities::ActivityTexts {
            name: "Lotteri | *på* kalas".into(),
            purpose: "För att dra en vinnare".into(),
            data: "lottens nummer".into(),
            interest: "Jag vill att alla ska ha roligt.".into(),
            necessity: String::new(),
            balance: "Den som inte vill slipper.".into(),
        },
        is_edited: false,
        is_untranslated: false,
    };
    for (language, unanswered) in [
        (Language::Sv, "inte besvarat än"),
        (Language::Da, "ikke besvaret endnu"),
        (Language::En, "not been answered yet"),
    ] {
        let mut facts = full(language);
        facts.uses.push(own.clone());
        let record = text(&compose(&facts).unwrap());
        let balancing = text(&papers::balancing(&facts).unwrap());
        let plan = text(&papers::retention_plan(&facts).unwrap());
        for paper in [&record, &balancing, &plan] {
            assert!(paper.contains("Lotteri | *på* kalas"), "{paper}");
            assert!(paper.contains("lottens nummer"), "{paper}");
        }
        assert!(balancing.contains("Jag vill att alla ska ha roligt."));
        // The three questions are asked of it, and one is open.
        assert_eq!(balancing.matches(unanswered).count(), 1, "{balancing}");
    }
}

#[test]
fn each_legitimate_interest_is_weighed_in_three_questions() {
    for language in Language::ALL {
        let facts = full(language);
        let said = text(&papers::balancing(&facts).unwrap());
        let interests: Vec<&Activity> = facts
            .uses
            .iter()
            .filter(|each| each.facts.basis == LegalBasis::LegitimateInterest)
            .collect();
        assert!(interests.len() >= 4);
        for each in interests {
            let texts = &each.texts;
            for answer in [&texts.interest, &texts.necessity, &texts.balance] {
                assert!(!answer.is_empty() && said.contains(answer), "{answer}");
            }
        }
        for each in facts
            .uses
            .iter()
            .filter(|each| each.facts.basis != LegalBasis::LegitimateInterest)
        {
            assert!(!said.contains(&each.texts.purpose), "{}", each.texts.name);
        }
    }
}

#[test]
fn every_word_there_may_be_is_there() {
    for language in Language::ALL {
        let texts = Texts::of(language).unwrap();
        for each in Category::ALL {
            texts.of_word("category", each).unwrap();
            texts.of_word("category_in_list", each).unwrap();
        }
        for each in Retention::ALL {
            let kept = texts.of_word("kept", each).unwrap();
            assert!(kept.contains("{years}"), "{kept}");
        }
        for each in [
            Subject::Customer,
            Subject::Guest,
            Subject::Hostess,
            Subject::Prospect,
        ] {
            texts.of_word("subject", each).unwrap();
        }
        for each in [
            Place::Phone,
            Place::Social,
            Place::Mail,
            Place::Paper,
            Place::Cloud,
        ] {
            texts.of_word("place", each).unwrap();
        }
        for each in [
            Work::Bookkeeper,
            Work::Carrier,
            Work::Booking,
            Work::Mail,
            Work::Cloud,
            Work::Payment,
            Work::Supplier,
            Work::Other,
        ] {
            texts.of_word("work", each).unwrap();
        }
        for each in [
            LegalBasis::Contract,
            LegalBasis::LegalObligation,
            LegalBasis::LegitimateInterest,
            LegalBasis::Consent,
        ] {
            texts.of_word("basis", each).unwrap();
        }
    }
}

#[test]
fn no_clause_is_hollow() {
    for language in Language::ALL {
        let values = Values::of(&full(language)).unwrap();
        for clause in Clause::ALL {
            assert!(clause.blocks(&values, language).unwrap().len() >= 2);
        }
        assert!(!sheet::write(&full(language)).unwrap().is_empty());
    }
}

#[test]
fn what_runs_on_in_the_record_is_easily_read() {
    for language in Language::ALL {
        for facts in [full(language), empty(language)] {
            for blocks in [
                compose(&facts).unwrap(),
                papers::balancing(&facts).unwrap(),
                papers::retention_plan(&facts).unwrap(),
            ] {
                expect_plain(&blocks, language);
            }
        }
    }
}
