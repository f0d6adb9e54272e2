//! Other states of the register that a sync client lays beside it.

use std::fs;

use kundbok_core::register::Finding;
use kundbok_tests::sample::{self, PASSPHRASE};
use kundbok_tests::torture::disk::{Disk, Operation};
use kundbok_tests::torture::scene::{Scene, change, folder, register_file, register_folder};

use super::{Computer, add, named, now};

const COPY: &str = "register (LAPTOP).age";

/// How often the copy was opened while the register was.
fn opened(scene: &Scene, disk: &Disk) -> (usize, bool) {
    disk.watch(&[]);
    let register = scene.open(disk).unwrap();
    let log = disk.log().into_iter();
    let times = log
        .filter(|made| made.call.operation == Operation::Open && made.call.path.ends_with(COPY))
        .count();
    let told = matches!(register.findings(), [Finding::Copy { .. }]);
    (times, told)
}

#[test]
fn a_copy_that_has_nothing_to_tell_is_opened_once() {
    let scene = Scene::new(1, 3);
    let disk = scene.disk.copy();
    let copy = register_folder().join(COPY);
    let before = disk.contents(&register_file()).unwrap();
    change(&mut scene.open(&disk).unwrap()).unwrap();
    disk.put(&copy, before.to_vec());
    assert_eq!(folder(&disk).copies(), [COPY]);
    assert_eq!(opened(&scene, &disk), (1, false));
    assert_eq!(opened(&scene, &disk), (0, false));
    change(&mut scene.open(&disk).unwrap()).unwrap();
    assert_eq!(opened(&scene, &disk), (0, false), "nor after a save");
    // No name of a computer leaves the folder.
    let told = disk.files().into_iter().any(|(path, bytes)| {
        !path.starts_with(register_folder()) && memchr::memmem::find(&bytes, b"LAPTOP").is_some()
    });
    assert!(!told);

    // Written anew by the sync client: another state.
    let other = scene.disk.copy();
    let mut elsewhere = scene.open(&other).unwrap();
    for _ in 0..5 {
        change(&mut elsewhere).unwrap();
    }
    drop(elsewhere);
    disk.put(&copy, other.contents(&register_file()).unwrap().to_vec());
    assert_eq!(opened(&scene, &disk), (1, true));
    assert_eq!(opened(&scene, &disk), (1, true), "until she has decided");
}

#[test]
fn a_damaged_copy_is_opened_once_and_again_when_it_is_whole() {
    let scene = Scene::new(1, 3);
    let disk = scene.disk.copy();
    let other = scene.disk.copy();
    change(&mut scene.open(&other).unwrap()).unwrap();
    let whole = other.contents(&register_file()).unwrap().to_vec();
    let copy = register_folder().join(COPY);
    disk.put(&copy, whole[..whole.len() - 1].to_vec());
    // One that is told of comes before it by its name, and hides nothing that is known.
    assert_eq!(opened(&scene, &disk), (1, false));
    assert_eq!(opened(&scene, &disk), (0, false));
    let first = register_folder().join("register (A).age");
    disk.put(&first, whole.clone());
    assert_eq!(opened(&scene, &disk), (0, true));
    disk.take(&first);
    assert_eq!(opened(&scene, &disk), (0, false));
    disk.put(&copy, whole);
    assert_eq!(opened(&scene, &disk), (1, true));
}

/// What an opening knew of a copy does not outlast the state that it was true of.
#[test]
fn a_copy_is_told_of_once_the_register_is_older_than_it() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let old = computer.sealed();
    add(&mut register, sample::elin().fields).unwrap();
    let copy = computer.folder().path().join(COPY);
    fs::write(&copy, computer.sealed()).unwrap();
    add(&mut register, named("Ida", "Här")).unwrap();
    drop(register);
    assert_eq!(computer.open(PASSPHRASE).unwrap().findings(), []);
    assert_eq!(computer.folder().copies(), [COPY]);

    // As after coming back from a backup, and deciding for it.
    fs::write(computer.file(), old).unwrap();
    let mut register = computer.open(PASSPHRASE).unwrap();
    assert!(matches!(register.findings(), [Finding::Older { .. }]));
    let there = fs::read(&copy).unwrap();
    fs::remove_file(&copy).unwrap();
    register.keep_open(now()).unwrap();
    drop(register);
    fs::write(&copy, there).unwrap();
    let register = computer.open(PASSPHRASE).unwrap();
    assert!(
        matches!(register.findings(), [Finding::Copy { .. }]),
        "{:?}",
        register.findings()
    );
}
