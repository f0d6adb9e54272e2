//! Who keeps what lies elsewhere, and whether the policy names them.

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
