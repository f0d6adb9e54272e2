//! A copy is judged by what is in it, before it takes another's place or is the only one that stays.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use kundbok_core::Error;
use kundbok_core::register::{Finding, Register};
use kundbok_core::vault::Backup;
use kundbok_tests::sample::PASSPHRASE;
use kundbok_tests::torture::disk::Operation;
use kundbok_tests::{back_up, copy_all};

use super::super::{Computer, now, passphrase};
use super::{
    CANARY, ELIN, attach, contents, generation, of, only, open, remove_first, sealed_in,
    the_agreement, with_agreement,
};

/// As long as before, and not the same.
fn alter(path: &Path, by: u8) -> Vec<u8> {
    let mut bytes = fs::read(path).unwrap();
    let at = bytes.len() - 3;
    bytes[at] ^= by;
    fs::write(path, &bytes).unwrap();
    bytes
}

fn aside(computer: &Computer) -> Vec<PathBuf> {
    let files = computer.files().into_keys();
    let aside = files.filter(|path| path.parent().is_some_and(|p| p.ends_with("set aside")));
    aside.collect()
}

#[test]
fn a_wrong_copy_of_the_right_length_does_not_cost_the_good_one() {
    let (computer, mut register) = with_agreement();
    alter(only(&sealed_in(&computer).1), 1);
    remove_first(&mut register, ELIN);
    assert!(sealed_in(&computer).0.is_empty(), "it left the folder");
    let with_it = generation(&register, 3);
    register.restore_generation(&with_it, now()).unwrap();
    assert_eq!(the_agreement(&register).unwrap(), CANARY);
    drop(register);
    assert_eq!(the_agreement(&open(&computer)).unwrap(), CANARY);
}

#[test]
fn nor_when_opening_finishes_what_a_crash_left() {
    let (computer, mut register) = with_agreement();
    let (shared, local) = sealed_in(&computer);
    let whole = fs::read(only(&shared)).unwrap();
    remove_first(&mut register, ELIN);
    drop(register);
    // Saved, and stopped before the file was removed.
    fs::write(only(&shared), &whole).unwrap();
    alter(only(&local), 1);
    let mut register = open(&computer);
    assert_eq!(register.findings(), []);
    assert!(sealed_in(&computer).0.is_empty());
    let with_it = generation(&register, 3);
    register.restore_generation(&with_it, now()).unwrap();
    assert_eq!(the_agreement(&register).unwrap(), CANARY);
}

#[test]
fn a_wrong_copy_is_not_put_back_as_if_it_were_the_file() {
    let (computer, register) = with_agreement();
    drop(register);
    let (shared, local) = sealed_in(&computer);
    let whole = fs::read(only(&shared)).unwrap();
    fs::remove_file(only(&shared)).unwrap();
    alter(only(&local), 1);
    let register = open(&computer);
    assert!(matches!(
        register.findings(),
        [Finding::AttachmentsMissing { .. }]
    ));
    assert!(sealed_in(&computer).0.is_empty());
    drop(register);
    fs::write(only(&shared), whole).unwrap();
    assert_eq!(open(&computer).findings(), []);
}

#[test]
fn a_damaged_file_is_not_kept_as_this_computers_copy() {
    let (computer, register) = with_agreement();
    drop(register);
    let (shared, local) = sealed_in(&computer);
    let whole = fs::read(only(&shared)).unwrap();
    fs::remove_file(only(&local)).unwrap();
    alter(only(&shared), 1);
    let mut register = open(&computer);
    copy_all(&mut register).unwrap();
    assert!(sealed_in(&computer).1.is_empty());
    drop(register);
    fs::write(only(&shared), &whole).unwrap();
    let mut register = open(&computer);
    assert!(sealed_in(&computer).1.is_empty(), "not before it is open");
    copy_all(&mut register).unwrap();
    assert_eq!(fs::read(only(&sealed_in(&computer).1)).unwrap(), whole);
}

#[test]
fn every_damaged_file_is_kept_and_goes_with_no_row() {
    let (computer, mut register) = with_agreement();
    let shared = only(&sealed_in(&computer).0).to_owned();
    let damaged: BTreeSet<Vec<u8>> = [1, 2, 4]
        .into_iter()
        .map(|by| {
            let damaged = alter(&shared, by);
            assert_eq!(the_agreement(&register).unwrap(), CANARY);
            register.look_around(now(), Instant::now());
            damaged
        })
        .collect();
    let kept = || -> BTreeSet<Vec<u8>> {
        let aside = aside(&computer).into_iter();
        aside.map(|path| fs::read(path).unwrap()).collect()
    };
    assert_eq!(kept(), damaged);
    remove_first(&mut register, ELIN);
    assert!(!shared.exists());
    assert_eq!(kept(), damaged);
}

#[test]
fn a_backup_has_all_files_but_those_that_are_lost_everywhere_and_says_which() {
    let (computer, mut register) = with_agreement();
    attach(&computer, &mut register, "bild.txt", b"Kvar").unwrap();
    attach(&computer, &mut register, "film.txt", b"Bara har").unwrap();
    let rows = of(&register, ELIN);
    let [lost, _, here] = &rows[..] else {
        panic!();
    };
    let (shared, local) = sealed_in(&computer);
    let path_of = |paths: &[PathBuf], name: &str| {
        let mut paths = paths.iter();
        paths
            .find(|p| p.to_str().unwrap().contains(name))
            .cloned()
            .unwrap()
    };
    alter(&path_of(&shared, &lost.sealed.name), 1);
    fs::remove_file(path_of(&local, &lost.sealed.name)).unwrap();
    fs::remove_file(path_of(&shared, &here.sealed.name)).unwrap();
    // A file that is none, with a name like one.
    #[cfg(unix)]
    std::os::unix::fs::symlink(
        "/dev/zero",
        shared[0].with_file_name(format!("{}.age", "0".repeat(32))),
    )
    .unwrap();

    let expected = register.expect_backup().unwrap();
    let written = expected.write(computer.0.path(), now()).unwrap();
    let names: Vec<_> = register.whose(&written.lost).unwrap();
    let path = written.keep().unwrap();
    assert_eq!(names.len(), 1);
    assert_eq!(
        (&*names[0].of, &*names[0].name),
        ("Elin Bergdahl", "avtal.pdf")
    );
    drop(register);

    let new = Computer::new();
    let backup = Backup::read(&path).unwrap();
    let restored = Register::restore_backup(&new.here(), &backup, &passphrase(PASSPHRASE)).unwrap();
    let [Finding::AttachmentsMissing { files }] = restored.findings() else {
        panic!("{:?}", restored.findings());
    };
    assert_eq!(files, &names);
    let rows = of(&restored, ELIN);
    assert!(matches!(
        contents(&restored, &rows[0]),
        Err(Error::AttachmentLost)
    ));
    assert_eq!(contents(&restored, &rows[1]).unwrap(), b"Kvar");
    assert_eq!(contents(&restored, &rows[2]).unwrap(), b"Bara har");
}

/// Of each file the backup holds what was sealed, though it was whole a moment before it was taken.
#[test]
fn a_file_that_changes_while_it_is_backed_up_is_noticed() {
    let (computer, register) = with_agreement();
    drop(register);
    let opened = AtomicUsize::new(0);
    let shared = only(&sealed_in(&computer).0).to_owned();
    let here = computer.here_watched(move |operation, path| {
        if operation == Operation::Open
            && path == shared
            && opened.fetch_add(1, Ordering::SeqCst) == 1
        {
            alter(path, 1);
        }
    });
    let register = Register::open(&here, &passphrase(PASSPHRASE)).unwrap();
    let stick = computer.0.path().join("stick");
    fs::create_dir(&stick).unwrap();
    let expected = register.expect_backup().unwrap();
    let written = expected.write(&stick, now()).map(drop);
    assert!(matches!(written, Err(Error::FileFailed(_))), "{written:?}");
    assert_eq!(fs::read_dir(&stick).unwrap().count(), 0);
    // The next one takes this computer's own copy.
    let path = back_up(&register, &stick, now()).unwrap();
    drop(register);
    let new = Computer::new();
    let backup = Backup::read(&path).unwrap();
    let restored = Register::restore_backup(&new.here(), &backup, &passphrase(PASSPHRASE));
    assert_eq!(the_agreement(&restored.unwrap()).unwrap(), CANARY);
}

#[test]
fn two_backups_at_once_are_two_whole_files() {
    let (computer, mut register) = with_agreement();
    let large: Vec<u8> = (0..5_000_000_u32).map(|n| n.to_le_bytes()[0]).collect();
    attach(&computer, &mut register, "film.mov", &large).unwrap();
    let stick = computer.0.path().join("stick");
    fs::create_dir(&stick).unwrap();
    let expected = [
        register.expect_backup().unwrap(),
        register.expect_backup().unwrap(),
    ];
    let paths: BTreeSet<PathBuf> = std::thread::scope(|scope| {
        let backups = expected
            .each_ref()
            .map(|one| scope.spawn(|| one.write(&stick, now()).unwrap().keep().unwrap()));
        backups.map(|one| one.join().unwrap()).into()
    });
    assert_eq!(paths.len(), 2);
    assert_eq!(fs::read_dir(&stick).unwrap().count(), 2, "and nothing else");
    let sizes = paths.iter().map(|path| {
        Backup::read(path).unwrap();
        fs::metadata(path).unwrap().len()
    });
    assert_eq!(sizes.collect::<BTreeSet<_>>().len(), 1);
}

#[test]
fn the_hundredth_backup_of_a_minute_takes_no_others_place() {
    let (computer, register) = with_agreement();
    let stick = computer.0.path().join("stick");
    fs::create_dir(&stick).unwrap();
    let first = back_up(&register, &stick, now()).unwrap();
    for number in 2..=99 {
        let name = format!(
            "{} {number}.zip",
            first.file_stem().unwrap().to_str().unwrap()
        );
        fs::write(stick.join(name), b"another").unwrap();
    }
    let before = fs::read(&first).unwrap();
    fs::write(&first, b"the first").unwrap();
    let hundredth = back_up(&register, &stick, now()).unwrap();
    assert_eq!(fs::read(&first).unwrap(), b"the first");
    assert_eq!(fs::read(&hundredth).unwrap().len(), before.len());
    assert_eq!(fs::read_dir(&stick).unwrap().count(), 100);
}
