//! When it cannot be saved.

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use kundbok_core::customers::{self, CustomerFields, CustomerId, EditCustomer};
use kundbok_core::register::{Action, Change, Register};
use kundbok_core::{Error, Result, Rule};
use kundbok_tests::sample::{self, PASSPHRASE};
#[cfg(unix)]
use kundbok_tests::unprivileged::{here_or_again, set_mode};

use super::{Computer, add, find, named, now};

#[cfg(unix)]
#[test]
fn a_folder_that_may_only_be_read_leaves_file_and_memory_as_they_were() {
    if !here_or_again("saving::a_folder_that_may_only_be_read_leaves_file_and_memory_as_they_were")
    {
        return;
    }
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let folder = computer.folder();
    let before = computer.sealed();

    set_mode(folder.path(), 0o500);
    let result = add(&mut register, sample::elin().fields);
    set_mode(folder.path(), 0o700);

    assert!(matches!(result, Err(Error::SaveFailed(Rule::ReadOnly))));
    assert_eq!(find(&register, "").all, 0);
    assert_eq!(computer.sealed(), before);
    let left: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .filter(|name| name.to_string_lossy().ends_with(".part"))
        .collect();
    assert!(left.is_empty(), "{left:?}");

    // The hindrance gone, the same change is saved.
    add(&mut register, sample::elin().fields).unwrap();
    drop(register);
    assert_eq!(find(&computer.open(PASSPHRASE).unwrap(), "").all, 1);
}

#[test]
fn a_folder_that_is_gone_is_said_so_and_nothing_is_made_in_its_place() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let (folder, aside) = (computer.folder(), computer.0.path().join("aside"));
    fs::rename(folder.path(), &aside).unwrap();
    let result = add(&mut register, sample::elin().fields);
    assert!(matches!(result, Err(Error::SaveFailed(Rule::Gone))));
    assert!(!folder.path().exists());

    fs::rename(&aside, folder.path()).unwrap();
    add(&mut register, sample::elin().fields).unwrap();
}

#[test]
fn a_file_that_cannot_be_written_leaves_file_and_memory_as_they_were() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let elin = add(&mut register, sample::elin().fields).unwrap();
    let before = computer.sealed();
    let part = computer.folder().path().join("register.age.part");
    fs::create_dir(&part).unwrap();
    for _ in 0..2 {
        let result = add(&mut register, named("Anna", "Ek"));
        assert!(matches!(result, Err(Error::SaveFailed(_))));
        assert!(matches!(
            edit_notes(&mut register, elin, "under"),
            Err(Error::SaveFailed(_))
        ));
    }
    assert_eq!(find(&register, "").all, 1);
    assert_eq!(notes(&register, elin), sample::elin().fields.notes);
    assert_eq!(computer.sealed(), before);

    fs::remove_dir(part).unwrap();
    edit_notes(&mut register, elin, "efter").unwrap();
    drop(register);
    let register = computer.open(PASSPHRASE).unwrap();
    assert_eq!(notes(&register, elin), "efter");
    assert_eq!(find(&register, "").all, 1);
}

#[test]
fn a_file_changed_from_outside_is_never_overwritten() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let elin = add(&mut register, sample::elin().fields).unwrap();
    let own = computer.sealed();
    let mut foreign = own.clone();
    *foreign.last_mut().unwrap() ^= 1;
    fs::write(computer.file(), &foreign).unwrap();
    let generations = || register_files(&computer);
    let before = generations();
    let result = edit_notes(&mut register, elin, "mitt");
    assert!(matches!(result, Err(Error::Conflict)));
    assert_eq!(generations(), before + 1, "it is kept");
    assert!(register.standing().changed);
    // A second one would be kept without the first.
    let result = edit_notes(&mut register, elin, "mer av mitt");
    assert!(matches!(result, Err(Error::ReadOnly)));
    assert_eq!(generations(), before + 1);
    assert_eq!(computer.sealed(), foreign);
    assert_eq!(notes(&register, elin), sample::elin().fields.notes);
    // Put back by whatever synchronises the folder, it is the file that was opened.
    fs::write(computer.file(), own).unwrap();
    register.look_around(now(), Instant::now());
    assert!(!register.standing().changed);
    edit_notes(&mut register, elin, "mitt").unwrap();
}

/// How many generations are kept.
fn register_files(computer: &Computer) -> usize {
    let files = computer.files();
    let kept = |path: &&PathBuf| {
        path.parent()
            .is_some_and(|folder| folder.ends_with("history"))
    };
    files.keys().filter(kept).count()
}

fn edit_notes(register: &mut Register, id: CustomerId, notes: &str) -> Result<()> {
    let fields = CustomerFields {
        notes: notes.to_owned(),
        ..sample::elin().fields
    };
    register.write(now(), Action::EditCustomer, |connection| {
        customers::edit(connection, now(), EditCustomer { id, fields })?;
        Ok(Change::of(id, ()))
    })?;
    Ok(())
}

fn notes(register: &Register, id: CustomerId) -> String {
    let view = register.read(|connection| customers::view(connection, id));
    view.unwrap().fields.notes
}
