//! When it cannot be saved.

use std::fs;

use kundbok_core::{Error, Rule};
use kundbok_tests::sample::{self, PASSPHRASE};
use kundbok_tests::unprivileged::{here_or_again, set_mode};

use super::{Computer, add, find};

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
