//! When the register is not as this computer left it: what can be kept is kept, and people are told.

mod another;
mod time_line;

use std::fs;
use std::path::PathBuf;

use chrono::TimeDelta;
use kundbok_core::Error;
use kundbok_core::customers::{self, CustomerFields, CustomerId, EditCustomer};
use kundbok_core::register::{Action, Change, Finding, GenerationId, Register};
use kundbok_core::vault::{RecoveryKey, RegisterFolder};
use kundbok_tests::here;
use kundbok_tests::sample::{self, PASSPHRASE};

use super::{Computer, add, find, now};

/// A register that was saved three times: set up, Elin, Astrid.
fn three_saves() -> (Computer, RecoveryKey) {
    let computer = Computer::new();
    let (mut register, recovery) = computer.set_up();
    add(&mut register, sample::elin().fields).unwrap();
    let mut astrid = sample::elin().fields;
    "Astrid".clone_into(&mut astrid.given_name);
    add(&mut register, astrid).unwrap();
    (computer, recovery)
}

fn note(register: &mut Register, id: CustomerId, notes: &str) {
    let mut fields = register
        .read(|connection| customers::view(connection, id))
        .unwrap()
        .fields;
    notes.clone_into(&mut fields.notes);
    register
        .write(now(), Action::EditCustomer, |connection| {
            customers::edit(connection, now(), EditCustomer { id, fields })?;
            Ok(Change::of(id, ()))
        })
        .unwrap();
}

/// This computer's generations, the oldest first.
fn history(computer: &Computer) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = computer
        .files()
        .into_keys()
        .filter(|path| {
            path.parent()
                .is_some_and(|folder| folder.ends_with("history"))
        })
        .collect();
    found.sort();
    found
}

fn set_aside(computer: &Computer) -> Vec<Vec<u8>> {
    let is = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        name.starts_with("register damaged ")
    };
    let files = computer.files();
    files
        .into_iter()
        .filter(|(path, _)| is(path))
        .map(|(_, bytes)| bytes)
        .collect()
}

fn what_was_saved_here(register: &Register) -> GenerationId {
    match register.findings() {
        [Finding::Older { ours, .. } | Finding::Diverged { ours, .. }] => ours.clone(),
        other => panic!("{other:?}"),
    }
}

fn customers_of(register: &Register) -> u32 {
    find(register, "").all
}

#[test]
fn a_damaged_register_is_replaced_by_what_was_last_saved() {
    let (computer, _) = three_saves();
    let whole = computer.sealed();
    let mut flipped = whole.clone();
    flipped[whole.len() / 2] ^= 1;
    let swapped: Vec<u8> = whole.iter().rev().copied().collect();
    for damaged in [
        &flipped[..],
        &whole[..whole.len() - 1],
        &swapped,
        b"",
        b"hej",
    ] {
        fs::write(computer.file(), damaged).unwrap();
        let register = computer.open(PASSPHRASE).unwrap();
        assert_eq!(customers_of(&register), 2);
        let [
            Finding::Restored {
                customers: 2,
                set_aside: Some(name),
                ..
            },
        ] = register.findings()
        else {
            panic!("{:?}", register.findings());
        };
        let kept = computer.folder().path().join(name);
        assert_eq!(fs::read(kept).unwrap(), damaged, "the bad file is kept");
        assert_eq!(computer.sealed(), whole, "byte for byte what was saved");
        drop(register);
        // It is said once.
        assert_eq!(computer.open(PASSPHRASE).unwrap().findings(), []);
    }
    assert_eq!(set_aside(&computer).len(), 5);
}

#[test]
fn a_damaged_generation_is_passed_over() {
    let (computer, recovery) = three_saves();
    let generations = history(&computer);
    fs::write(computer.file(), b"hej").unwrap();
    fs::write(&generations[2], b"hej").unwrap();
    fs::write(generations[2].with_file_name("9-zzzzzzzz.age"), b"hej").unwrap();
    fs::write(generations[2].with_file_name("9-00000000.age"), b"hej").unwrap();
    let register = computer.open_by_sheet(&recovery).unwrap();
    assert_eq!(customers_of(&register), 1);
    assert!(matches!(
        register.findings(),
        [Finding::Restored { customers: 1, .. }]
    ));
}

#[test]
fn a_missing_register_is_restored_only_when_asked() {
    let (computer, recovery) = three_saves();
    fs::remove_dir_all(computer.folder().path()).unwrap();
    assert!(matches!(
        computer.open(PASSPHRASE),
        Err(Error::VaultMissing)
    ));
    assert!(matches!(
        computer.restore("fel lösenfras"),
        Err(Error::WrongPassphrase)
    ));
    assert!(
        !computer.folder().path().exists(),
        "none was made by itself"
    );

    let register = computer.restore(PASSPHRASE).unwrap();
    assert_eq!(customers_of(&register), 2);
    drop(register);
    assert_eq!(customers_of(&computer.open(PASSPHRASE).unwrap()), 2);
    drop(computer.open_by_sheet(&recovery).unwrap());
}

#[test]
fn a_lost_or_damaged_key_file_comes_back() {
    let (computer, _) = three_saves();
    let key_file = computer.folder().path().join("keys/owner.age");
    let good = fs::read(&key_file).unwrap();
    for bad in [None, Some(&b""[..]), Some(&good[..good.len() / 2])] {
        match bad {
            None => fs::remove_file(&key_file).unwrap(),
            Some(bytes) => fs::write(&key_file, bytes).unwrap(),
        }
        assert!(matches!(computer.open("fel"), Err(Error::WrongPassphrase)));
        let register = computer.open(PASSPHRASE).unwrap();
        assert_eq!(register.findings(), [Finding::KeyFileRestored]);
        assert_eq!(fs::read(&key_file).unwrap(), good);
        let kept = computer.files().into_iter().filter(|(path, bytes)| {
            path.parent() == key_file.parent() && bad.is_some_and(|bad| bytes == bad)
        });
        assert_eq!(kept.count(), usize::from(bad.is_some()));
    }
}

#[test]
fn of_two_registers_on_a_computer_each_gets_its_own_key_file_back() {
    let computer = Computer::new();
    let folders = ["gamla", "nya"].map(|name| RegisterFolder::at(computer.0.path().join(name)));
    // The same passphrase opens both key files, and only one of them opens the register.
    for folder in &folders {
        let here = here(folder.clone(), &computer.local());
        let made = Register::create(&here, sample::business(), &super::passphrase(PASSPHRASE));
        drop(made.unwrap());
    }
    for folder in &folders {
        let key_file = folder.path().join("keys/owner.age");
        let good = fs::read(&key_file).unwrap();
        fs::remove_file(&key_file).unwrap();
        let here = here(folder.clone(), &computer.local());
        let register = Register::open(&here, &super::passphrase(PASSPHRASE)).unwrap();
        assert_eq!(register.findings(), [Finding::KeyFileRestored]);
        assert_eq!(fs::read(&key_file).unwrap(), good);
    }
}

#[test]
fn an_old_passphrase_opens_nothing_after_it_was_replaced() {
    let (computer, recovery) = three_saves();
    let mut register = computer.open_by_sheet(&recovery).unwrap();
    let new = super::passphrase("nytt slott vid gamla sjön");
    register.replace_passphrase(&new, now()).unwrap();
    drop(register);
    fs::remove_file(computer.folder().path().join("keys/owner.age")).unwrap();
    assert!(matches!(
        computer.open(PASSPHRASE),
        Err(Error::WrongPassphrase)
    ));
    drop(computer.open("nytt slott vid gamla sjön").unwrap());
}

#[test]
fn a_register_from_before_is_noticed_until_she_decides() {
    let (computer, _) = three_saves();
    let newest = computer.sealed();
    fs::write(computer.file(), fs::read(&history(&computer)[1]).unwrap()).unwrap();
    for _ in 0..2 {
        let register = computer.open(PASSPHRASE).unwrap();
        assert_eq!(customers_of(&register), 1);
        assert!(matches!(register.findings(), [Finding::Older { .. }]));
    }
    let mut register = computer.open(PASSPHRASE).unwrap();
    let ours = what_was_saved_here(&register);
    assert_eq!(ours.number, 3);
    let differences = register.compare(&ours).unwrap();
    assert_eq!((differences.added.len(), differences.changed.len()), (0, 0));
    assert_eq!(differences.gone[0].name, "Astrid Bergdahl");
    register.restore_generation(&ours, now()).unwrap();
    assert_eq!(customers_of(&register), 2);
    drop(register);
    let register = computer.open(PASSPHRASE).unwrap();
    assert_eq!((register.findings(), customers_of(&register)), (&[][..], 2));
    assert_ne!(computer.sealed(), newest);
}

/// Saves numbered as the state she went back to would be taken for older ones than those she left.
#[test]
fn what_is_saved_after_going_back_is_the_newest() {
    let (computer, _) = three_saves();
    let old = fs::read(&history(&computer)[1]).unwrap();
    let mut register = computer.open(PASSPHRASE).unwrap();
    for at in 0..25 {
        note(&mut register, CustomerId(2), &format!("Lämnat {at}"));
    }
    drop(register);
    fs::write(computer.file(), &old).unwrap();
    let mut register = computer.open(PASSPHRASE).unwrap();
    assert!(matches!(register.findings(), [Finding::Older { .. }]));
    register.keep_open(now()).unwrap();
    drop(register);
    // Damaged directly after, or after many saves: what she kept comes back, not what she left.
    let damaged = |last: &str| {
        fs::write(computer.file(), b"half").unwrap();
        let register = computer.open(PASSPHRASE).unwrap();
        assert!(matches!(
            register.findings(),
            [Finding::Restored { .. }, ..]
        ));
        assert_eq!(find(&register, "").all, 1);
        let view = register.read(|connection| customers::view(connection, CustomerId(1)));
        assert_eq!(view.unwrap().fields.notes, last);
        register
    };
    let mut register = damaged(&sample::elin().fields.notes);
    for at in 0..25 {
        note(&mut register, CustomerId(1), &format!("Behållet {at}"));
        let newest = register.generations().unwrap().remove(0);
        assert!(newest.is_current, "{at}: {newest:?}");
    }
    drop(register);
    damaged("Behållet 24");
}

#[test]
fn a_question_stays_whatever_is_saved_until_she_decides() {
    let (computer, _) = three_saves();
    let old = fs::read(&history(&computer)[1]).unwrap();
    fs::write(computer.file(), &old).unwrap();
    let mut register = computer.open(PASSPHRASE).unwrap();
    let ours = what_was_saved_here(&register);
    for at in 0..30 {
        note(&mut register, CustomerId(1), &format!("Ändå {at}"));
    }
    drop(register);
    let register = computer.open(PASSPHRASE).unwrap();
    assert!(matches!(register.findings(), [Finding::Older { .. }]));
    assert_eq!(what_was_saved_here(&register), ours);
    // What it is about is not tidied away meanwhile.
    assert_eq!(
        register.compare(&ours).unwrap().gone[0].name,
        "Astrid Bergdahl"
    );
    drop(register);
    let mut register = computer.open(PASSPHRASE).unwrap();
    register.keep_open(now()).unwrap();
    drop(register);
    assert_eq!(computer.open(PASSPHRASE).unwrap().findings(), []);
}

/// A power cut may leave nothing of the note: what lies in the history tells as well.
#[test]
fn a_register_from_before_is_noticed_without_the_note_too() {
    let (computer, _) = three_saves();
    let files = computer.files().into_keys();
    let head = files.into_iter().find(|path| path.ends_with("head.json"));
    fs::remove_file(head.unwrap()).unwrap();
    let old = fs::read(&history(&computer)[0]).unwrap();
    fs::write(computer.file(), &old).unwrap();
    let register = computer.open(PASSPHRASE).unwrap();
    assert!(matches!(register.findings(), [Finding::Older { .. }]));
    assert_eq!(what_was_saved_here(&register).number, 3);
}

#[test]
fn two_computers_that_did_not_know_of_each_other_are_told_apart_from_two_in_turn() {
    let (here, _) = three_saves();
    let there = here.copy_of_register();
    // In turn: there after here, here after there.
    let mut register = there.open(PASSPHRASE).unwrap();
    assert_eq!(register.findings(), []);
    note(&mut register, CustomerId(1), "Från andra datorn");
    note(&mut register, CustomerId(1), "Från andra datorn, igen");
    drop(register);
    fs::write(here.file(), there.sealed()).unwrap();
    let mut register = here.open(PASSPHRASE).unwrap();
    assert_eq!(register.findings(), []);
    // At once: both save on top of the same state.
    note(&mut register, CustomerId(2), "Härifrån");
    drop(register);
    let mut register = there.open(PASSPHRASE).unwrap();
    note(&mut register, CustomerId(1), "En gång till");
    note(&mut register, CustomerId(1), "Och en");
    drop(register);
    fs::write(here.file(), there.sealed()).unwrap();
    let register = here.open(PASSPHRASE).unwrap();
    assert!(matches!(register.findings(), [Finding::Diverged { .. }]));
    drop(register);
    let mut register = here.open(PASSPHRASE).unwrap();
    assert!(matches!(register.findings(), [Finding::Diverged { .. }]));
    let ours = what_was_saved_here(&register);
    let changed: Vec<_> = register.compare(&ours).unwrap().changed;
    assert_eq!(
        changed
            .iter()
            .map(|customer| customer.id)
            .collect::<Vec<_>>(),
        [CustomerId(1), CustomerId(2)]
    );
    // What the other computer saved is kept here before this one's takes its place.
    let theirs = here.sealed();
    register.restore_generation(&ours, now()).unwrap();
    let kept: Vec<_> = history(&here)
        .iter()
        .map(|path| fs::read(path).unwrap())
        .collect();
    assert!(kept.contains(&theirs));
    drop(register);
    // Or hers is kept open, and then nothing is found any more.
    fs::write(here.file(), &theirs).unwrap();
    let mut register = here.open(PASSPHRASE).unwrap();
    assert_ne!(register.findings(), []);
    register.keep_open(now()).unwrap();
    drop(register);
    let register = here.open(PASSPHRASE).unwrap();
    assert_eq!(register.findings(), []);
    assert!(
        register
            .generations()
            .unwrap()
            .iter()
            .any(|one| one.is_current)
    );
}

#[test]
fn two_people_whom_two_computers_gave_one_number_are_not_taken_for_one() {
    let (here, _) = three_saves();
    let there = here.copy_of_register();
    let named = |name: &str| CustomerFields {
        given_name: name.to_owned(),
        ..sample::elin().fields
    };
    add(&mut here.open(PASSPHRASE).unwrap(), named("Nora")).unwrap();
    let later = now() + TimeDelta::minutes(1);
    let mut register = there.open(PASSPHRASE).unwrap();
    let beata = register.write(later, Action::AddCustomer, |connection| {
        let id = customers::add(connection, later, named("Beata"))?;
        Ok(Change::of(id, id))
    });
    assert_eq!(beata.unwrap().value, CustomerId(3));
    drop(register);
    fs::write(here.file(), there.sealed()).unwrap();
    let register = here.open(PASSPHRASE).unwrap();
    let differences = register.compare(&what_was_saved_here(&register)).unwrap();
    assert_eq!(differences.added[0].name, "Beata Bergdahl");
    assert_eq!(differences.gone[0].name, "Nora Bergdahl");
    assert_eq!(differences.changed, []);
}

#[test]
fn lost_notes_of_this_computer_lose_nothing() {
    let (computer, _) = three_saves();
    let head = computer
        .files()
        .into_keys()
        .find(|path| path.ends_with("head.json"))
        .unwrap();
    for text in [None, Some(""), Some("{\"generation\":")] {
        match text {
            None => fs::remove_file(&head).unwrap(),
            Some(text) => fs::write(&head, text).unwrap(),
        }
        let register = computer.open(PASSPHRASE).unwrap();
        assert_eq!((register.findings(), customers_of(&register)), (&[][..], 2));
    }
    fs::remove_dir_all(history(&computer)[0].parent().unwrap()).unwrap();
    let mut register = computer.open(PASSPHRASE).unwrap();
    assert_eq!(register.findings(), [Finding::HistoryMissing]);
    note(&mut register, CustomerId(1), "Den börjar om");
    drop(register);
    assert_eq!(computer.open(PASSPHRASE).unwrap().findings(), []);
}

#[test]
fn parts_that_a_crash_left_are_no_trouble() {
    let (computer, _) = three_saves();
    let history = history(&computer)[0].with_file_name("new.part");
    let parts = [computer.file().with_file_name("register.age.part"), history];
    for part in &parts {
        fs::write(part, b"half of a regis").unwrap();
    }
    let mut register = computer.open(PASSPHRASE).unwrap();
    assert_eq!(register.findings(), []);
    note(&mut register, CustomerId(1), "Sparad");
    assert!(parts.iter().all(|part| !part.exists()));
}
