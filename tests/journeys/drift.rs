//! Where what is said and what is done drift apart, and what mends it.

mod elsewhere;

use chrono::Months;
use kundbok_core::Language;
use kundbok_core::contacts::{self, Channel, ContactFields, LogContact};
use kundbok_core::customers::Source;
use kundbok_core::inventory::Purpose;
use kundbok_core::processing::activities::{
    self, ActivityFacts, ActivityId, ActivityTexts, AnswerQuestion, EditActivity, Place,
};
use kundbok_core::processing::clauses::{self, AddClause, ClauseText, LeaveOutClause};
use kundbok_core::processing::drift::{self, Drift};
use kundbok_core::processing::policy::{self, GivePolicy};
use kundbok_core::processing::suppliers::{
    self, EditSupplier, RemoveSupplier, SupplierFields, Work,
};
use kundbok_core::register::{Action, Change, Connection, Register};
use kundbok_core::{Result, customers};
use kundbok_tests::sample;

use super::{Computer, add, named, now};

fn look(register: &Register) -> Vec<Drift> {
    register
        .read(|connection| drift::look(connection, sample::LAST_DAY, Language::Sv))
        .unwrap()
}

fn change(register: &mut Register, change: impl FnOnce(&Connection) -> Result<()>) {
    register
        .write(now(), Action::EditMap, |connection| {
            change(connection)?;
            Ok(Change::of_nobody(()))
        })
        .unwrap();
}

fn of(register: &Register, purpose: Purpose) -> ActivityId {
    register
        .read(|connection| activities::all(connection, Language::Sv))
        .unwrap()
        .into_iter()
        .find(|each| each.purpose == Some(purpose))
        .unwrap()
        .id
}

fn answer(register: &mut Register, purpose: Purpose, answer: bool) {
    let id = of(register, purpose);
    change(register, |connection| {
        activities::answer(connection, AnswerQuestion { id, answer })
    });
}

/// The interview answered, everything with no.
fn interviewed() -> (Computer, Register) {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    for purpose in activities::QUESTIONS {
        answer(&mut register, purpose, false);
    }
    (computer, register)
}

fn adopt(register: &mut Register) {
    change(register, |connection| {
        policy::adopt(connection, sample::LAST_DAY).map(drop)
    });
}

fn supplier(name: &str, work: Work) -> SupplierFields {
    SupplierFields {
        name: name.to_owned(),
        work,
        ..sample::suppliers().remove(0)
    }
}

#[test]
fn an_empty_register_wants_nothing_but_the_interview() {
    let computer = Computer::new();
    let (register, _) = computer.set_up();
    assert_eq!(look(&register), [Drift::QuestionsOpen { count: 5 }]);
    assert_eq!(look(&interviewed().1), []);
}

#[test]
fn a_policy_is_missing_grows_old_and_is_put_right() {
    let (_computer, mut register) = interviewed();
    let id = add(&mut register, named("Anna", "Ek")).unwrap();
    assert_eq!(look(&register), [Drift::PolicyMissing]);
    adopt(&mut register);
    let not_given = |version| Drift::PolicyNotGiven { version, count: 1 };
    assert_eq!(look(&register), [not_given(1)]);
    change(&mut register, |connection| {
        let given = GivePolicy {
            customer_id: id,
            version: 1,
            given_on: sample::LAST_DAY,
            channel: Channel::Email,
        };
        policy::give(connection, now(), &given)
    });
    assert_eq!(look(&register), []);
    answer(&mut register, Purpose::SkinAdvice, true);
    let mut found = look(&register);
    assert!(matches!(found.remove(0), Drift::PurposeNew { .. }));
    assert_eq!(found, [Drift::PolicyOutdated { version: 1 }]);
    adopt(&mut register);
    let mut found = look(&register);
    assert!(matches!(found.remove(0), Drift::PurposeNew { .. }));
    assert_eq!(found, [not_given(2)]);
}

#[test]
fn those_who_came_from_others_are_told_within_a_month() {
    let (_computer, mut register) = interviewed();
    adopt(&mut register);
    let mut guest = named("Saga", "Wallin");
    guest.source = Source::Party;
    let id = add(&mut register, guest).unwrap();
    let found = look(&register);
    let [
        Drift::NoticeDue {
            people,
            due_on,
            days_left,
        },
        // That data comes from parties is new, too.
        Drift::PolicyOutdated { version: 1 },
    ] = &found[..]
    else {
        panic!("{found:?}");
    };
    assert_eq!((people.count, people.first[0].id), (1, id));
    assert_eq!(people.first[0].name, "Saga Wallin");
    assert_eq!(*due_on, sample::LAST_DAY + Months::new(1));
    assert_eq!(*days_left, 30);

    // They have been in touch: she was to be told then.
    change(&mut register, |connection| {
        let request = LogContact {
            customer_id: id,
            fields: ContactFields {
                happened_on: sample::LAST_DAY,
                channel: Channel::Phone,
                summary: "Bokade tid".to_owned(),
            },
        };
        contacts::log(connection, now(), request)
    });
    let found = look(&register);
    assert!(
        matches!(found[0], Drift::NoticeDue { days_left: 0, .. }),
        "{found:?}"
    );
}

#[test]
fn notes_of_health_are_found() {
    let (_computer, mut register) = interviewed();
    adopt(&mut register);
    let mut anna = named("Anna", "Ek");
    anna.notes = "Allergisk mot nickel.".to_owned();
    let id = add(&mut register, anna).unwrap();
    let found = look(&register);
    let Some(Drift::HealthNotes { people }) = found.first() else {
        panic!("{found:?}");
    };
    assert_eq!((people.count, people.first[0].id), (1, id));
    // That she says so is no consent of theirs.
    answer(&mut register, Purpose::SkinAdvice, true);
    let found = look(&register);
    assert!(
        matches!(found.first(), Some(Drift::HealthNotes { .. })),
        "{found:?}"
    );
}

#[test]
fn a_supplier_without_its_agreement_is_found() {
    let (_computer, mut register) = interviewed();
    sample::supply(&mut register, sample::suppliers()).unwrap();
    let names: Vec<String> = look(&register)
        .into_iter()
        .filter_map(|each| match each {
            Drift::SupplierLacks { name, .. } => Some(name),
            _ => None,
        })
        .collect();
    assert_eq!(names, ["Tidboken i Lillvik AB", "Brevduvan Inc."]);
}

#[test]
fn customers_of_whom_nothing_was_heard_for_years_are_found() {
    let (_computer, mut register) = interviewed();
    let long_ago = sample::evening_of(sample::LAST_DAY - Months::new(37));
    register
        .write(long_ago, Action::AddCustomer, |connection| {
            let id = customers::add(connection, long_ago, named("Gun-Britt", "Åkerlund"))?;
            Ok(Change::of(id, ()))
        })
        .unwrap();
    add(&mut register, named("Anna", "Ek")).unwrap();
    let found = look(&register);
    let Some(Drift::RetentionPassed { years: 3, people }) = found.first() else {
        panic!("{found:?}");
    };
    assert_eq!(people.count, 1);
    assert_eq!(people.first[0].name, "Gun-Britt Åkerlund");
}

#[test]
fn what_she_denies_and_what_takes_nothing_is_told() {
    let (_computer, mut register) = interviewed();
    let mut anna = named("Anna", "Ek");
    anna.notes = "Ringer på tisdag.".to_owned();
    add(&mut register, anna).unwrap();
    adopt(&mut register);
    answer(&mut register, Purpose::CustomerCare, false);
    let denied = of(&register, Purpose::CustomerCare);
    let found = look(&register);
    assert!(
        matches!(&found[..], [Drift::UseDenied { activity, name }, Drift::PolicyNotGiven { .. }]
            if *activity == denied && name == "Råd och uppföljning"),
        "{found:?}"
    );
}

#[test]
fn a_clause_that_the_law_needs_is_missed() {
    let (_computer, mut register) = interviewed();
    change(&mut register, |connection| {
        let found = clauses::all(connection, &[], Language::Sv)?;
        let complaint = found.iter().find(|each| each.law == ["13.2 d"]).unwrap();
        let request = LeaveOutClause {
            id: complaint.id,
            is_left_out: true,
        };
        clauses::leave_out(connection, request)
    });
    assert_eq!(
        look(&register),
        [Drift::ClausesLeftOut {
            headings: vec!["Om du vill klaga".to_owned()]
        }]
    );
}

fn facts_of(register: &Register, purpose: Purpose) -> (ActivityFacts, ActivityTexts) {
    let all = register
        .read(|connection| activities::all(connection, Language::Sv))
        .unwrap();
    let found = all.into_iter().find(|each| each.purpose == Some(purpose));
    let found = found.unwrap();
    (found.facts, found.texts)
}

#[test]
fn a_clause_that_can_no_longer_be_printed_is_found() {
    let (_computer, mut register) = interviewed();
    sample::supply(&mut register, vec![supplier("Brevet", Work::Carrier)]).unwrap();
    let content = ClauseText {
        heading: "Mina vänner".to_owned(),
        text: "Först av alla: {{ recipients[0].name }}.".to_owned(),
    };
    let request = AddClause {
        language: Language::Sv,
        content,
    };
    change(&mut register, |connection| {
        clauses::add(connection, request).map(drop)
    });
    let broken = |register: &Register| -> Vec<(String, Language)> {
        let found = look(register).into_iter();
        found
            .filter_map(|each| match each {
                Drift::ClauseBroken { name, language, .. } => Some((name, language)),
                _ => None,
            })
            .collect()
    };
    assert_eq!(broken(&register), []);
    change(&mut register, |connection| {
        suppliers::remove(connection, &RemoveSupplier { id: 1 })
    });
    assert_eq!(
        broken(&register),
        [("Mina vänner".to_owned(), Language::Sv)]
    );
}

#[test]
fn where_data_is_kept_elsewhere_is_asked_for_and_missed() {
    let (_computer, mut register) = interviewed();
    answer(&mut register, Purpose::Party, true);
    let id = of(&register, Purpose::Party);
    let (mut facts, texts) = facts_of(&register, Purpose::Party);
    facts.places.clear();
    let request = EditActivity {
        id,
        language: Language::Sv,
        facts,
        texts,
        suppliers: None,
    };
    let refused = register.write(now(), Action::EditMap, |connection| {
        activities::edit(connection, request)?;
        Ok(Change::of_nobody(()))
    });
    let refused = refused.unwrap_err();
    assert_eq!(refused.fields()[0].field, "facts.places");
    // One from before that was asked for.
    change(&mut register, |connection| {
        connection.execute("UPDATE activity SET places = '[]' WHERE id = ?1", [id.0])?;
        Ok(())
    });
    let found = look(&register);
    assert!(
        found
            .iter()
            .any(|each| matches!(each, Drift::PlacesMissing { activity, .. } if *activity == id)),
        "{found:?}"
    );
}
