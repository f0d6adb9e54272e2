//! Who keeps what lies elsewhere, and whether the policy names them.

use kundbok_core::consents::{self, GiveConsent, How};
use kundbok_core::processing::clauses::EditClause;

use super::*;

/// What is found of where data lies: the place, and whether someone could be meant.
fn places(register: &Register) -> Vec<(Place, bool)> {
    let found = look(register).into_iter();
    found
        .filter_map(|each| match each {
            Drift::PlaceWithoutSupplier {
                place, is_known, ..
            } => Some((place, is_known)),
            _ => None,
        })
        .collect()
}

#[test]
fn data_that_lies_with_nobody_knows_whom_is_found_place_by_place() {
    let (_computer, mut register) = interviewed();
    answer(&mut register, Purpose::Newsletter, true);
    answer(&mut register, Purpose::Messaging, true);
    assert_eq!(
        places(&register),
        [
            (Place::Mail, false),
            (Place::Phone, false),
            (Place::Social, false)
        ]
    );
    // Who does such work is taken to keep what lies there.
    sample::supply(
        &mut register,
        vec![
            supplier("Brevet", Work::Mail),
            supplier("Flocken", Work::Social),
        ],
    )
    .unwrap();
    assert_eq!(places(&register), [(Place::Phone, true)]);
    // The phone is copied nowhere.
    let id = of(&register, Purpose::Messaging);
    let (mut facts, texts) = facts_of(&register, Purpose::Messaging);
    facts.alone.insert(Place::Phone);
    let request = EditActivity {
        id,
        language: Language::Sv,
        facts,
        texts,
        suppliers: None,
    };
    change(&mut register, |connection| {
        activities::edit(connection, request.clone())
    });
    assert_eq!(places(&register), []);
    // She says that nobody gets it after all, and then it lies with nobody again.
    let request = EditActivity {
        suppliers: Some([].into()),
        ..request
    };
    change(&mut register, |connection| {
        activities::edit(connection, request)
    });
    assert_eq!(places(&register), [(Place::Social, true)]);
}

#[test]
fn who_keeps_what_lies_in_a_place_is_told_use_by_use() {
    let (_computer, mut register) = interviewed();
    answer(&mut register, Purpose::Messaging, true);
    let messaging = of(&register, Purpose::Messaging);
    let with = |name: &str, work, uses: Option<ActivityId>| SupplierFields {
        uses: uses.map(|each| [each].into()),
        ..supplier(name, work)
    };
    // One that is for another use keeps nothing in this one.
    let sale = of(&register, Purpose::Sale);
    let ids = sample::supply(
        &mut register,
        vec![
            with("Flocken", Work::Social, Some(sale)),
            with("Tidboken", Work::Booking, Some(sale)),
        ],
    )
    .unwrap();
    assert_eq!(
        places(&register),
        [(Place::Phone, false), (Place::Social, true)]
    );
    // A network keeps no phone, though she ticked it for the use.
    let tick = |register: &mut Register, id: u32, name: &str, work| {
        change(register, |connection| {
            let fields = with(name, work, Some(messaging));
            suppliers::edit(connection, now(), EditSupplier { id, fields })
        });
    };
    tick(&mut register, ids[0], "Flocken", Work::Social);
    assert_eq!(places(&register), [(Place::Phone, false)]);
    // Whose work says nothing of places keeps what she ticked it for.
    tick(&mut register, ids[1], "Tidboken", Work::Booking);
    assert_eq!(places(&register), []);
}

#[test]
fn a_supplier_that_the_policy_does_not_name_is_found_until_it_does() {
    let (_computer, mut register) = interviewed();
    adopt(&mut register);
    let name = "”Sköld & Son” AB";
    let ids = sample::supply(&mut register, vec![supplier(name, Work::Carrier)]).unwrap();
    let found = look(&register);
    assert_eq!(
        found,
        [
            Drift::PolicyOutdated { version: 1 },
            Drift::SupplierNotInPolicy {
                supplier: ids[0],
                name: name.to_owned(),
                version: 1
            }
        ]
    );
    adopt(&mut register);
    assert_eq!(look(&register), []);
}

#[test]
fn a_supplier_is_not_named_by_a_word_that_is_like_its_name() {
    let (_computer, mut register) = interviewed();
    // Stands in every policy for other reasons.
    let is_said = |register: &Register| {
        let text = register
            .read(|it| policy::preview(it, sample::LAST_DAY, Language::Sv))
            .unwrap();
        format!("{:?}", text.pages).contains("Integritet")
    };
    assert!(is_said(&register));
    adopt(&mut register);
    let ids = sample::supply(&mut register, vec![supplier("Integritet", Work::Carrier)]).unwrap();
    let unnamed = Drift::SupplierNotInPolicy {
        supplier: ids[0],
        name: "Integritet".to_owned(),
        version: 1,
    };
    assert!(look(&register).contains(&unnamed));
    adopt(&mut register);
    assert_eq!(look(&register), []);
}

/// Writes the clause about who gets data anew.
fn write_recipients(register: &mut Register, language: Language, text: &str) {
    change(register, |connection| {
        let all = clauses::all(connection, &[], Language::Sv)?;
        let clause = all
            .iter()
            .find(|each| each.content.heading == "Vilka som får se dem");
        let content = ClauseText {
            heading: "Vilka som får se dem".to_owned(),
            text: text.to_owned(),
        };
        let request = EditClause {
            id: clause.unwrap().id,
            language,
            content,
        };
        clauses::edit(connection, request).map(drop)
    });
}

fn unnamed(register: &Register) -> Vec<String> {
    let found = look(register).into_iter();
    found
        .filter_map(|each| match each {
            Drift::SupplierNotInPolicy { name, .. } => Some(name),
            _ => None,
        })
        .collect()
}

/// Who reads the Swedish policy does not read the others.
#[test]
fn a_supplier_that_one_language_does_not_name_is_found() {
    let (_computer, mut register) = interviewed();
    sample::supply(&mut register, vec![supplier("Kurir AB", Work::Carrier)]).unwrap();
    write_recipients(&mut register, Language::Sv, "Bara jag.");
    adopt(&mut register);
    assert_eq!(unnamed(&register), ["Kurir AB"]);
    write_recipients(&mut register, Language::Sv, "Bara jag och Kurir AB.");
    adopt(&mut register);
    assert_eq!(unnamed(&register), [""; 0]);
}

/// No new version would mend it: the policy says so already.
#[test]
fn a_supplier_that_the_policy_named_before_it_was_written_down_is_named() {
    let (_computer, mut register) = interviewed();
    for language in Language::ALL {
        write_recipients(&mut register, language, "Kurir AB kör ut mina paket.");
    }
    adopt(&mut register);
    let kurir = || vec![supplier("Kurir AB", Work::Carrier)];
    let ids = sample::supply(&mut register, kurir()).unwrap();
    assert_eq!(unnamed(&register), [""; 0]);
    // Taken away and written down again.
    change(&mut register, |connection| {
        suppliers::remove(connection, &RemoveSupplier { id: ids[0] })
    });
    sample::supply(&mut register, kurir()).unwrap();
    assert_eq!(unnamed(&register), [""; 0]);
}

/// A yes to what is not done any more is no reason to keep what was written.
#[test]
fn notes_of_health_are_found_where_advice_on_the_skin_is_given_up() {
    let (_computer, mut register) = interviewed();
    answer(&mut register, Purpose::SkinAdvice, true);
    let mut anna = named("Anna", "Ek");
    anna.notes = "Allergisk mot nickel.".to_owned();
    let id = add(&mut register, anna).unwrap();
    change(&mut register, |connection| {
        let yes = GiveConsent {
            customer_id: id,
            to: Purpose::SkinAdvice.into(),
            version: None,
            language: Language::Sv,
            given_on: sample::LAST_DAY,
            how: How::Spoken,
            paper: None,
        };
        consents::give(connection, now(), &yes).map(drop)
    });
    let denied = |register: &Register| {
        let found = look(register);
        found
            .iter()
            .any(|each| matches!(each, Drift::UseDenied { name, .. } if name == "Hudråd"))
    };
    assert!(!denied(&register));
    answer(&mut register, Purpose::SkinAdvice, false);
    assert!(denied(&register), "{:?}", look(&register));
    change(&mut register, |connection| {
        consents::erase_notes(connection, id)
    });
    assert!(!denied(&register));
}
