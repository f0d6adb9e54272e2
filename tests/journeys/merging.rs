//! Two computers changed the register at once: both states are kept and brought together.

mod begun;
mod entries;
mod versions;

use std::fs;

use chrono::TimeDelta;
use kundbok_core::Error;
use kundbok_core::customers::{self, CustomerId, EditCustomer};
use kundbok_core::processing::policy::{self, GivePolicy};
use kundbok_core::purchases::{self, AddPurchase};
use kundbok_core::register::{Action, Change, Finding, GenerationId, Register};
use kundbok_core::store::record::{self, Value};
use kundbok_tests::sample::{self, PASSPHRASE};

use super::{Computer, add, find, named, now};

/// Everything stored about a customer, without row numbers; the log apart, as it grows.
fn record(register: &Register, customer: CustomerId) -> Vec<(&'static str, Vec<Vec<Value>>)> {
    let tables = register
        .read(|connection| record::of_customer(connection, customer))
        .unwrap();
    tables
        .into_iter()
        .filter(|table| table.table.name != "audit")
        .map(|table| {
            let rows = table.rows.into_iter().map(|row| row.values).collect();
            (table.table.name, rows)
        })
        .collect()
}

fn write(register: &mut Register, about: CustomerId, minutes: i64, notes: &str, product: &str) {
    let now = now() + TimeDelta::minutes(minutes);
    let mut fields = register
        .read(|connection| customers::view(connection, about))
        .unwrap()
        .fields;
    notes.clone_into(&mut fields.notes);
    let mut purchase = sample::elin().purchases[0].clone();
    product.clone_into(&mut purchase.lines[0].product);
    register
        .write(now, Action::AddPurchase, |connection| {
            customers::edit(connection, now, EditCustomer { id: about, fields })?;
            let request = AddPurchase {
                customer_id: about,
                fields: purchase,
            };
            purchases::add(connection, now, request)?;
            Ok(Change::of(about, ()))
        })
        .unwrap();
}

fn give_policy(register: &mut Register, to: CustomerId) {
    let today = now().naive_local().date();
    register
        .write(now(), Action::GivePolicy, |connection| {
            let version = policy::adopt(connection, today)?.version;
            let request = GivePolicy {
                customer_id: to,
                version,
                channel: kundbok_core::contacts::Channel::Email,
                given_on: today,
            };
            policy::give(connection, now(), &request)?;
            Ok(Change::of(to, ()))
        })
        .unwrap();
}

/// Both computers know Elin (1) and Astrid (2). Here Elin changes and Ida is added; there Astrid
/// changes, Elin changes too, and Tove is added. What was saved there lies on disk here.
fn diverged() -> (Computer, Register, GenerationId) {
    let here = Computer::new();
    let (mut register, _) = here.set_up();
    add(&mut register, sample::elin().fields).unwrap();
    add(&mut register, named("Astrid", "Nord")).unwrap();
    drop(register);
    let there = here.copy_of_register();

    let mut register = here.open(PASSPHRASE).unwrap();
    write(&mut register, CustomerId(1), 30, "Härifrån", "Ansiktskräm");
    add(&mut register, named("Ida", "Här")).unwrap();
    give_policy(&mut register, CustomerId(3));
    drop(register);
    let mut register = there.open(PASSPHRASE).unwrap();
    write(&mut register, CustomerId(2), 20, "Därifrån", "Tvål");
    write(&mut register, CustomerId(1), 10, "Därifrån", "Oljor");
    // Who gets the same number in both states is told apart by when she was added.
    let later = now() + TimeDelta::hours(1);
    register
        .write(later, Action::AddCustomer, |connection| {
            let id = customers::add(connection, later, named("Tove", "Där"))?;
            Ok(Change::of(id, ()))
        })
        .unwrap();
    drop(register);
    fs::write(here.file(), there.sealed()).unwrap();

    let register = here.open(PASSPHRASE).unwrap();
    let [Finding::Diverged { ours, .. }] = register.findings() else {
        panic!("{:?}", register.findings());
    };
    let ours = ours.clone();
    (here, register, ours)
}

#[test]
fn both_states_are_brought_together_customer_by_customer() {
    let (here, mut register, ours) = diverged();
    let differences = register.compare(&ours).unwrap();
    let ids = |list: &[kundbok_core::register::Difference]| -> Vec<u32> {
        list.iter().map(|difference| difference.id.0).collect()
    };
    assert_eq!(ids(&differences.added), [3], "Tove");
    assert_eq!(ids(&differences.changed), [1, 2]);
    assert_eq!(ids(&differences.gone), [3], "Ida");
    // What the open state does not come from tells of itself, and of what it comes from.
    let listed = register.generations().unwrap();
    let there = listed.iter().find(|each| each.id == ours).unwrap();
    assert_eq!(there.customers, Some(3));
    assert!(listed.iter().all(|each| each.customers.is_some()));
    assert!(
        there.saved_at.starts_with("2026-11-20T"),
        "when it was saved, not the file's own time"
    );
    let newer_there = |of: usize| differences.changed[of].newer_there;
    assert!(
        newer_there(0) && !newer_there(1),
        "Elin was changed later here"
    );

    let astrid = record(&register, CustomerId(2));
    // As they were here: put back for a moment, and undone.
    register.restore_generation(&ours, now()).unwrap();
    let (elin, ida) = (
        record(&register, CustomerId(1)),
        record(&register, CustomerId(3)),
    );
    let generations = register.generations().unwrap();
    let open = generations
        .iter()
        .find(|each| each.id.number == ours.number && each.id != ours)
        .unwrap();
    register.restore_generation(&open.id, now()).unwrap();

    register
        .take_over(&ours, &[CustomerId(1), CustomerId(3)], now())
        .unwrap();
    assert_eq!(
        record(&register, CustomerId(1)),
        elin,
        "Elin as she was here"
    );
    assert_eq!(record(&register, CustomerId(2)), astrid);
    assert_eq!(find(&register, "").all, 4, "Elin, Astrid, Tove and Ida");
    let ida_now = find(&register, "ida").rows[0].id;
    assert_ne!(ida_now, CustomerId(3), "Tove has that number");
    let without_number = |mut record: Vec<(&'static str, Vec<Vec<Value>>)>| {
        record.retain(|(table, _)| *table != "customer");
        record
    };
    assert_eq!(
        without_number(record(&register, ida_now)),
        without_number(ida),
        "and the policy she was given"
    );
    // She is herself under her new number: nobody is offered, or added, a second time.
    let differences = register.compare(&ours).unwrap();
    assert!(differences.gone.is_empty());
    assert_eq!(ids(&differences.changed), [2], "Astrid was not taken over");
    assert_eq!(ids(&differences.added), [3], "Tove");
    register.take_over(&ours, &[CustomerId(3)], now()).unwrap();
    assert_eq!(find(&register, "").all, 4);
    drop(register);
    let register = here.open(PASSPHRASE).unwrap();
    assert_eq!((register.findings(), find(&register, "").all), (&[][..], 4));
}

#[test]
fn what_the_other_computer_saved_can_be_gone_back_to_after_taking_over() {
    let (here, mut register, ours) = diverged();
    let there = here.sealed();
    register.take_over(&ours, &[CustomerId(1)], now()).unwrap();
    assert_ne!(here.sealed(), there);
    assert!(here.files().into_values().any(|kept| kept == there));
}

#[test]
fn taking_over_is_all_or_none() {
    let (_here, mut register, ours) = diverged();
    let refused = register.take_over(&ours, &[CustomerId(1), CustomerId(99)], now());
    assert!(matches!(refused, Err(Error::NotFound)));
    let view = register
        .read(|connection| customers::view(connection, CustomerId(1)))
        .unwrap();
    assert_eq!(view.fields.notes, "Därifrån");
}

/// The sync client brings the other computer's register while this one has it open.
#[test]
fn a_change_that_meets_another_computers_is_kept_and_told_of() {
    let here = Computer::new();
    let (mut register, _) = here.set_up();
    add(&mut register, sample::elin().fields).unwrap();
    drop(register);
    let there = here.copy_of_register();
    let mut register = there.open(PASSPHRASE).unwrap();
    write(&mut register, CustomerId(1), 10, "Därifrån", "Tvål");
    drop(register);

    let mut register = here.open(PASSPHRASE).unwrap();
    fs::write(here.file(), there.sealed()).unwrap();
    let refused = add(&mut register, named("Ida", "Här"));
    assert!(matches!(refused, Err(Error::Conflict)));
    assert_eq!(here.sealed(), there.sealed(), "never overwritten");
    assert_eq!(find(&register, "ida").total, 0, "and not said to be saved");
    drop(register);

    let mut register = here.open(PASSPHRASE).unwrap();
    let [Finding::Diverged { ours, .. }] = register.findings() else {
        panic!("{:?}", register.findings());
    };
    let ours = ours.clone();
    let differences = register.compare(&ours).unwrap();
    assert_eq!(differences.gone[0].name, "Ida Här");
    assert_eq!(differences.changed[0].id, CustomerId(1));
    let ida = differences.gone[0].id;
    register.take_over(&ours, &[ida], now()).unwrap();
    drop(register);
    let register = here.open(PASSPHRASE).unwrap();
    assert_eq!((register.findings(), find(&register, "").all), (&[][..], 2));
    let notes = register
        .read(|connection| customers::view(connection, CustomerId(1)))
        .unwrap()
        .fields
        .notes;
    assert_eq!(notes, "Därifrån");
}

/// A sync client cannot decide either, and lays the other computer's register beside this one's.
#[test]
fn a_sync_clients_copy_is_found_until_she_has_decided() {
    let (here, register, _) = diverged();
    drop(register);
    let theirs = here.sealed();
    let ours = here
        .files()
        .into_iter()
        .filter(|(path, _)| {
            path.parent()
                .is_some_and(|folder| folder.ends_with("history"))
        })
        .find(|(path, _)| {
            path.file_name()
                .unwrap()
                .to_string_lossy()
                .starts_with("6-")
        })
        .unwrap();
    // As on a third computer, which has seen neither.
    let third = here.copy_of_register();
    let folder = third.folder();
    let copy = folder
        .path()
        .join("register (conflicted copy 2026-11-22).age");
    fs::write(&copy, &ours.1).unwrap();
    fs::write(folder.path().join("register-foreign.age"), b"hej").unwrap();
    for _ in 0..2 {
        let register = third.open(PASSPHRASE).unwrap();
        assert!(matches!(register.findings(), [Finding::Copy { .. }]));
    }
    let mut register = third.open(PASSPHRASE).unwrap();
    let [Finding::Copy { ours: id, .. }] = register.findings() else {
        panic!();
    };
    let id = id.clone();
    assert_eq!(register.compare(&id).unwrap().gone[0].name, "Ida Här");
    register.take_over(&id, &[CustomerId(3)], now()).unwrap();
    register.keep_open(now()).unwrap();
    drop(register);
    assert!(!copy.exists());
    let kept = third.files().into_values().filter(|bytes| *bytes == ours.1);
    assert_eq!(kept.count(), 2, "in the folder and in the history");
    let register = third.open(PASSPHRASE).unwrap();
    assert_eq!((register.findings(), find(&register, "").all), (&[][..], 4));
    assert_ne!(third.sealed(), theirs);
}

/// The number of saves alone does not say which state comes from which.
#[test]
fn fewer_saves_on_the_other_computer_are_no_older_state() {
    let here = Computer::new();
    let (mut register, _) = here.set_up();
    add(&mut register, sample::elin().fields).unwrap();
    drop(register);
    let there = here.copy_of_register();
    let mut register = here.open(PASSPHRASE).unwrap();
    for minutes in [10, 20, 30] {
        write(&mut register, CustomerId(1), minutes, "Härifrån", "Tvål");
    }
    drop(register);
    let mut register = there.open(PASSPHRASE).unwrap();
    write(&mut register, CustomerId(1), 15, "Därifrån", "Oljor");
    drop(register);
    fs::write(here.file(), there.sealed()).unwrap();
    let register = here.open(PASSPHRASE).unwrap();
    assert!(matches!(register.findings(), [Finding::Diverged { .. }]));
}
