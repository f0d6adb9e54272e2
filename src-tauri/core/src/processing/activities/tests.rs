use std::collections::BTreeSet;

use rusqlite::Connection;

use super::*;
use crate::inventory::TABLES;
use crate::store::image;
use crate::{Error, Invalid, Rule};

fn of(connection: &Connection, purpose: Purpose, language: Language) -> Activity {
    all(connection, language)
        .unwrap()
        .into_iter()
        .find(|activity| activity.purpose == Some(purpose))
        .unwrap()
}

fn own() -> AddActivity {
    AddActivity {
        language: Language::Sv,
        facts: ActivityFacts {
            basis: LegalBasis::LegitimateInterest,
            retention: Retention::UntilObjection,
            need: Need::Voluntary,
            categories: BTreeSet::new(),
            subjects: BTreeSet::from([Subject::Customer]),
            places: BTreeSet::from([Place::Paper]),
            alone: [].into(),
        },
        texts: ActivityTexts {
            name: "Utlottning".into(),
            purpose: "För att lotta ut en ansiktsmask".into(),
            data: "Lotten du fyllde i".into(),
            interest: "Jag vill att fler ska hitta hit.".into(),
            necessity: "Utan namn på lotten vet jag inte vem som vann.".into(),
            balance: "Du fyllde i den själv.".into(),
        },
        suppliers: None,
    }
}

fn refused(result: Result<impl std::fmt::Debug>) -> Vec<Invalid> {
    match result {
        Err(Error::Invalid(fields)) => fields,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_purpose_stands_in_the_map_once_with_words_in_every_language() {
    let connection = image::make().unwrap();
    for language in Language::ALL {
        let activities = all(&connection, language).unwrap();
        let purposes: Vec<_> = activities.iter().filter_map(|each| each.purpose).collect();
        assert_eq!(purposes, Purpose::ALL);
        for each in activities {
            let texts = &each.texts;
            assert!(!texts.name.is_empty() && !texts.purpose.is_empty());
            let weighed = [&texts.interest, &texts.necessity, &texts.balance]
                .iter()
                .filter(|text| !text.is_empty())
                .count();
            let weighs = each.facts.basis == LegalBasis::LegitimateInterest;
            assert_eq!(weighed, if weighs { 3 } else { 0 }, "{:?}", each.purpose);
            assert!(!each.is_edited && !each.is_untranslated);
        }
    }
}

#[test]
fn a_purpose_has_one_basis_and_one_period_in_the_inventory() {
    let mut known = std::collections::BTreeMap::new();
    for personal in TABLES
        .iter()
        .flat_map(|table| table.columns)
        .filter_map(|column| column.personal)
    {
        let told = (personal.basis, personal.retention);
        assert_eq!(*known.entry(personal.purpose).or_insert(told), told);
    }
    let connection = image::make().unwrap();
    for each in all(&connection, Language::Sv).unwrap() {
        let told = known.get(&each.purpose.unwrap());
        assert_eq!(each.is_fixed, told.is_some());
        if let Some(told) = told {
            assert_eq!(*told, (each.facts.basis, each.facts.retention));
        }
    }
}

#[test]
fn what_is_not_in_the_register_is_in_use_when_she_says_so() {
    let connection = image::make().unwrap();
    let before = of(&connection, Purpose::Newsletter, Language::Sv);
    assert!(!before.in_use && before.answer.is_none());
    for said in [true, false] {
        answer(
            &connection,
            AnswerQuestion {
                id: before.id,
                answer: said,
            },
        )
        .unwrap();
        assert_eq!(
            of(&connection, Purpose::Newsletter, Language::Sv).in_use,
            said
        );
    }
    // What the register holds is used, whatever she says.
    let sale = of(&connection, Purpose::Sale, Language::Sv);
    answer(
        &connection,
        AnswerQuestion {
            id: sale.id,
            answer: false,
        },
    )
    .unwrap();
    assert!(of(&connection, Purpose::Sale, Language::Sv).in_use);
}

#[test]
fn what_she_changes_is_kept_and_put_back() {
    let connection = image::make().unwrap();
    let before = of(&connection, Purpose::CustomerCare, Language::Sv);
    let mut texts = before.texts.clone();
    texts.interest = "Jag glömmer annars.".into();
    let mut facts = before.facts.clone();
    facts.places.insert(Place::Paper);
    facts.categories.insert(Category::Notes);
    // Follows from the register's columns.
    facts.basis = LegalBasis::Contract;
    edit(
        &connection,
        EditActivity {
            id: before.id,
            language: Language::Sv,
            facts,
            texts,
            suppliers: None,
        },
    )
    .unwrap();
    let after = of(&connection, Purpose::CustomerCare, Language::Sv);
    assert_eq!(after.texts.interest, "Jag glömmer annars.");
    assert_eq!(after.texts.balance, before.texts.balance);
    assert_eq!(after.facts.basis, LegalBasis::LegitimateInterest);
    assert!(after.facts.places.contains(&Place::Paper));
    assert!(after.is_edited && !after.is_untranslated);
    let danish = of(&connection, Purpose::CustomerCare, Language::Da);
    assert!(danish.is_untranslated);
    assert!(danish.texts.interest.starts_with("Jeg vil gerne"));

    revert(&connection, before.id).unwrap();
    assert_eq!(of(&connection, Purpose::CustomerCare, Language::Sv), before);
}

#[test]
fn a_use_of_her_own_is_shown_in_the_words_she_has() {
    let connection = image::make().unwrap();
    let id = add(&connection, own()).unwrap();
    let shown = |language| {
        all(&connection, language)
            .unwrap()
            .into_iter()
            .find(|each| each.id == id)
            .unwrap()
    };
    let swedish = shown(Language::Sv);
    assert!(swedish.in_use && !swedish.is_untranslated && !swedish.is_edited);
    assert_eq!(swedish.texts, own().texts);
    let danish = shown(Language::Da);
    assert!(danish.is_untranslated);
    assert_eq!(danish.texts, own().texts);
    assert!(matches!(revert(&connection, id), Err(Error::NotAllowed)));
    remove(&connection, id).unwrap();
    assert!(matches!(remove(&connection, id), Err(Error::NotFound)));
    assert_eq!(store::activity::texts(&connection).unwrap().len(), 0);
}

#[test]
fn what_the_law_wants_written_down_is_asked_for() {
    let connection = image::make().unwrap();
    let field = |field: &str, rule| Invalid::new(field, rule);
    let mut request = own();
    request.texts = ActivityTexts::default();
    request.facts.subjects.clear();
    assert_eq!(
        refused(add(&connection, request)),
        [
            field("texts.name", Rule::Required),
            field("texts.purpose", Rule::Required),
            field("texts.interest", Rule::Required),
            field("texts.necessity", Rule::Required),
            field("texts.balance", Rule::Required),
            field("facts.categories", Rule::Required),
            field("facts.subjects", Rule::Required),
        ]
    );
    let mut request = own();
    request.facts.categories.insert(Category::Health);
    assert_eq!(
        refused(add(&connection, request)),
        [field("facts.basis", Rule::NeedsConsent)]
    );
    let mut request = own();
    request.texts.interest = "å".repeat(2_001);
    assert_eq!(
        refused(add(&connection, request)),
        [field("texts.interest", Rule::TooLong)]
    );
    let sale = of(&connection, Purpose::Sale, Language::Sv);
    assert!(matches!(
        remove(&connection, sale.id),
        Err(Error::NotAllowed)
    ));
    for _ in 0..50 {
        add(&connection, own()).unwrap();
    }
    assert_eq!(
        refused(add(&connection, own())),
        [field("activities", Rule::TooMany)]
    );
}

/// The clauses about them say that nothing is done without a yes.
#[test]
fn what_is_done_with_a_yes_alone_cannot_rest_on_anything_else() {
    let connection = image::make().unwrap();
    for purpose in [Purpose::SkinAdvice, Purpose::Photo, Purpose::Newsletter] {
        let found = of(&connection, purpose, Language::Sv);
        let facts = ActivityFacts {
            basis: LegalBasis::Contract,
            categories: BTreeSet::new(),
            ..found.facts
        };
        let request = EditActivity {
            id: found.id,
            language: Language::Sv,
            facts,
            texts: ActivityTexts {
                data: "Det ni har sagt".to_owned(),
                ..found.texts
            },
            suppliers: None,
        };
        assert_eq!(
            refused(edit(&connection, request)),
            [Invalid::new("facts.basis", Rule::NeedsConsent)],
            "{purpose:?}"
        );
    }
}
