//! What a change was begun with may be past when it is saved: another computer saved it, too, or gave
//! its number to somebody else.

use std::fs;
use std::time::Instant;

use kundbok_core::contacts::{self, Channel, ContactFields, LogContact};
use kundbok_core::customers::{self, CustomerId, Event};
use kundbok_core::register::{Action, Change, Register};
use kundbok_core::seen::Seen;
use kundbok_core::{Error, Result, purchases};
use kundbok_tests::sample::{self, PASSPHRASE};

use super::super::{Computer, add, find, named, now};

const ELIN: CustomerId = CustomerId(1);
const IDA: CustomerId = CustomerId(2);

fn log(register: &mut Register, summary: &str) {
    let fields = ContactFields {
        happened_on: now().naive_local().date(),
        channel: Channel::Phone,
        summary: summary.to_owned(),
    };
    let request = LogContact {
        customer_id: ELIN,
        fields,
    };
    register
        .write(now(), Action::LogContact, |connection| {
            contacts::log(connection, now(), request)?;
            Ok(Change::of(ELIN, ()))
        })
        .unwrap();
}

/// Two computers that both know Elin; there, somebody else was given the number that Ida has here.
fn computers() -> (Computer, Register, Computer) {
    let here = Computer::new();
    let (mut register, _) = here.set_up();
    add(&mut register, sample::elin().fields).unwrap();
    drop(register);
    let there = here.copy_of_register();
    let mut register = there.open(PASSPHRASE).unwrap();
    let later = now() + chrono::TimeDelta::seconds(1);
    register
        .write(later, Action::AddCustomer, |connection| {
            let id = customers::add(connection, later, named("Tove", "Där"))?;
            assert_eq!(id, IDA);
            Ok(Change::of(id, ()))
        })
        .unwrap();
    log(&mut register, "Därifrån");
    drop(register);
    let mut register = here.open(PASSPHRASE).unwrap();
    assert_eq!(add(&mut register, named("Ida", "Här")).unwrap(), IDA);
    log(&mut register, "Härifrån");
    (here, register, there)
}

fn read_again(here: &Computer, register: &mut Register, there: &Computer) {
    fs::write(here.file(), there.sealed()).unwrap();
    register.read_again(true, now(), Instant::now()).unwrap();
}

fn seen_of(register: &Register, id: CustomerId) -> Seen {
    register
        .read(|connection| customers::seen(connection, id))
        .unwrap()
}

fn contact(register: &Register) -> (u32, Seen) {
    let view = register.read(|connection| customers::view(connection, ELIN));
    let history = view.unwrap().history.into_iter();
    let found = history.filter_map(|event| match event {
        Event::Contact { id, seen, .. } => Some((id, seen)),
        _ => None,
    });
    found.max_by_key(|(id, _)| *id).unwrap()
}

fn is_changed<T>(result: Result<T>) -> bool {
    let error = result.err();
    error.is_some_and(|error| matches!(error, Error::Changed))
}

#[test]
fn a_number_that_is_anothers_by_now_is_told_from_a_change() {
    let (here, mut register, there) = computers();
    let (ida, elin) = (seen_of(&register, IDA), seen_of(&register, ELIN));
    assert_eq!(
        ida,
        register
            .read(|connection| customers::view(connection, IDA))
            .unwrap()
            .seen
    );
    read_again(&here, &mut register, &there);
    let tove = seen_of(&register, IDA);
    assert!(is_changed(ida.expect_row(&tove)) && is_changed(ida.expect(&tove)));
    elin.expect(&seen_of(&register, ELIN)).unwrap();

    // A change of hers is a change, and she is the same.
    super::write(&mut register, ELIN, 10, "Ändrad", "Tvål");
    let now = seen_of(&register, ELIN);
    elin.expect_row(&now).unwrap();
    assert!(is_changed(elin.expect(&now)));
}

#[test]
fn a_contact_with_the_same_number_is_another_one_too() {
    let (here, mut register, there) = computers();
    let (id, seen) = contact(&register);
    read_again(&here, &mut register, &there);
    let (other, theirs) = contact(&register);
    assert_eq!(id, other);
    assert_ne!(seen.mark, theirs.mark);
    assert!(!seen.mark.is_empty());
    assert!(is_changed(
        seen.expect(
            &register
                .read(|connection| contacts::seen(connection, id))
                .unwrap()
        )
    ));
    assert!(matches!(
        register.read(|connection| purchases::seen(connection, 99)),
        Err(Error::NotFound)
    ));
}

/// A file was being read for Ida.
#[test]
fn a_file_is_not_kept_with_who_got_her_number_meanwhile() {
    let (here, mut register, there) = computers();
    let path = here.0.path().join("avtal.txt");
    fs::write(&path, b"Hej").unwrap();
    let new = register.expect_attachment(IDA).unwrap();
    let new = new.read(&path).unwrap();
    read_again(&here, &mut register, &there);
    assert_eq!(find(&register, "tove").rows[0].id, IDA);
    assert!(is_changed(register.add_attachment(new, now())));
    let sealed = here.files().into_keys().filter(|path| {
        path.extension().is_some_and(|end| end == "age")
            && path
                .parent()
                .is_some_and(|folder| folder.ends_with("attachments"))
    });
    let left: Vec<_> = sealed.collect();
    assert!(left.is_empty(), "{left:?}");
}
