//! What only Windows does: programs keep others from their files, some names are devices, drives have
//! roots, files wear a mark that they may only be read. `make windows` runs this under Wine. Where
//! Wine answers otherwise than Windows, the test says so.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::os::windows::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use kundbok_core::register::{Here, Register};
use kundbok_core::vault::{self, Backup, ExportFolder, Passphrase, RecoveryKey, RegisterFolder};
use kundbok_core::{Error, Result, Rule};
use kundbok_tests::sample::{self, PASSPHRASE};
use kundbok_tests::torture::child::{Place, now, number};
use kundbok_tests::torture::scene::edit;
use kundbok_tests::{back_up, here};
use tempfile::TempDir;

const MOMENT: Duration = Duration::from_secs(1);

fn place() -> (TempDir, Place) {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::make(folder.path()).unwrap();
    (folder, place)
}

fn file(place: &Place) -> PathBuf {
    place.register().join("register.age")
}

/// Opens a file as a virus scanner does: no one else may read, write or replace it until it is closed.
fn hold(path: &Path) -> std::io::Result<File> {
    OpenOptions::new().read(true).share_mode(0).open(path)
}

fn expect_number(place: &Place, expected: u64) {
    let register = place.open().unwrap();
    assert!(register.findings().is_empty(), "{:?}", register.findings());
    assert_eq!(number(&register).unwrap(), expected);
}

fn create(folder: &Path, local: &Path) -> Result<RecoveryKey> {
    let (_, recovery) = Register::create(
        &Here {
            now: now(),
            ..here(RegisterFolder::at(folder), local)
        },
        sample::business(),
        &Passphrase::from(PASSPHRASE.to_owned()),
    )?;
    Ok(recovery)
}

fn open(folder: &Path, local: &Path, recovery: &RecoveryKey) -> Result<Register> {
    let here = here(RegisterFolder::at(folder), local);
    let register = Register::open_with_recovery_key(&here, recovery)?;
    assert!(register.findings().is_empty(), "{:?}", register.findings());
    Ok(register)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_register_that_a_scanner_holds_for_a_moment_is_waited_for() {
    let (_root, place) = place();
    let mut register = place.open().unwrap();
    // The first save compares the contents, the second one no longer does: each waits elsewhere.
    for save in 1..=2 {
        let held = hold(&file(&place)).unwrap();
        let scanner = thread::spawn(move || {
            thread::sleep(MOMENT);
            drop(held);
        });
        let start = Instant::now();
        edit(&mut register, now(), &save.to_string()).unwrap();
        assert!(start.elapsed() >= MOMENT / 2, "it was not held");
        scanner.join().unwrap();
    }
    drop(register);
    expect_number(&place, 2);
}

#[test]
fn a_register_that_is_held_for_too_long_is_said_not_to_be_saved_and_stays() {
    let (_root, place) = place();
    let mut register = place.open().unwrap();
    for save in [1_u64, 3] {
        let before = fs::read(file(&place)).unwrap();
        let held = hold(&file(&place)).unwrap();
        let refused = edit(&mut register, now(), "1000000");
        assert!(
            matches!(refused, Err(Error::SaveFailed(Rule::Held))),
            "{refused:?}"
        );
        drop(held);
        assert_eq!(fs::read(file(&place)).unwrap(), before);
        assert_eq!(
            names(&place.register()),
            ["READ ME.txt", "keys", "register.age"]
        );
        // And then it works.
        edit(&mut register, now(), &save.to_string()).unwrap();
    }
    drop(register);
    expect_number(&place, 3);
}

/// The scanner lets go, and before the next attempt a sync client has laid another computer's down.
#[test]
fn a_register_that_arrives_while_a_scanner_is_waited_for_is_not_replaced() {
    let (_root, place) = place();
    let mut register = place.open().unwrap();
    edit(&mut register, now(), "1").unwrap();
    let (held, path) = (hold(&file(&place)).unwrap(), file(&place));
    let arriving = thread::spawn(move || {
        thread::sleep(MOMENT);
        drop(held);
        fs::write(path, b"from another computer").unwrap();
    });
    let start = Instant::now();
    let refused = edit(&mut register, now(), "2");
    assert!(matches!(refused, Err(Error::Conflict)), "{refused:?}");
    assert!(start.elapsed() >= MOMENT / 2, "it was not held");
    arriving.join().unwrap();
    let found = fs::read(file(&place)).unwrap();
    assert_eq!(found, b"from another computer");
}

/// What a scanner does most: it opens every file as soon as that was written.
#[test]
fn a_scanner_that_opens_every_new_file_prevents_no_save() {
    const SAVES: u64 = 20;
    let (_root, place) = place();
    let mut register = place.open().unwrap();
    let done = AtomicBool::new(false);
    let caught = AtomicU32::new(0);
    let part = place.register().join("register.age.part");
    thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                if let Ok(held) = hold(&part) {
                    caught.fetch_add(1, Ordering::Relaxed);
                    thread::sleep(Duration::from_millis(50));
                    drop(held);
                    // Once each.
                    while part.exists() && !done.load(Ordering::Relaxed) {
                        thread::yield_now();
                    }
                }
                thread::yield_now();
            }
        });
        for save in 1..=SAVES {
            let saved = edit(&mut register, now(), &save.to_string());
            done.store(saved.is_err() || save == SAVES, Ordering::Relaxed);
            saved.unwrap();
        }
    });
    assert!(caught.into_inner() > 0, "it was never held");
    drop(register);
    expect_number(&place, SAVES);
}

/// A sync client reads the register with leave for others to replace it. Windows 10 and later replace
/// it at once and the reader keeps the old file; Wine 8 (and Windows before) refuse until it is closed.
#[test]
fn a_register_that_is_being_read_is_replaced() {
    let (_root, place) = place();
    let mut register = place.open().unwrap();
    edit(&mut register, now(), "1").unwrap();
    let before = fs::read(file(&place)).unwrap();
    let mut reader = File::open(file(&place)).unwrap();
    let sync = thread::spawn(move || {
        let mut read = Vec::new();
        thread::sleep(MOMENT);
        std::io::Read::read_to_end(&mut reader, &mut read).unwrap();
        read
    });
    edit(&mut register, now(), "2").unwrap();
    assert_eq!(sync.join().unwrap(), before, "old and new were mixed");
    drop(register);
    expect_number(&place, 2);
}

/// Nothing is put in the place of a register or a key file that is only held.
#[test]
fn what_is_held_at_opening_is_neither_damaged_nor_missing() {
    let (_root, place) = place();
    let unlock = || {
        let passphrase = Passphrase::from(PASSPHRASE.to_owned());
        Register::open(&place.here(), &passphrase)
    };
    drop(unlock().unwrap());
    for path in [file(&place), place.register().join("keys/owner.age")] {
        let before = fs::read(&path).unwrap();
        let held = hold(&path).unwrap();
        let refused = unlock().err();
        assert!(
            matches!(refused, Some(Error::FileFailed(Rule::Held))),
            "{refused:?}"
        );
        drop(held);
        assert_eq!(fs::read(&path).unwrap(), before);
    }
    assert_eq!(
        names(&place.register()),
        ["READ ME.txt", "keys", "register.age"]
    );
    expect_number(&place, 0);
}

/// Someone's data in plain text is not left behind because a scanner looked at it.
#[test]
fn an_export_that_is_given_up_is_removed_though_a_scanner_holds_it() {
    let root = tempfile::tempdir().unwrap();
    let path = root.path().join("1-2026-11-20");
    let mut folder = ExportFolder::make(path.clone()).unwrap();
    folder.write("1.pdf", b"hers").unwrap();
    let held = hold(&path.join("1.pdf")).unwrap();
    let scanner = thread::spawn(move || {
        thread::sleep(MOMENT);
        drop(held);
    });
    drop(folder);
    assert!(!path.exists());
    scanner.join().unwrap();
}

/// Files from a CD, some sticks and some backup programs are marked so. On a folder the mark means
/// nothing on Windows. Windows refuses to replace a marked file; Wine 8 replaces it, so that what is
/// done about it is tried on Windows alone.
#[test]
fn files_that_are_marked_as_read_only_are_replaced() {
    let (_root, place) = place();
    let mark = |path: &Path| {
        let mut permissions = fs::metadata(path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(path, permissions).unwrap();
    };
    mark(&file(&place));
    mark(&place.register());
    let mut register = place.open().unwrap();
    for save in 1..=2 {
        edit(&mut register, now(), &save.to_string()).unwrap();
    }
    let key_file = place.register().join("keys/owner.age");
    mark(&key_file);
    let passphrase = |words: &str| Passphrase::from(words.to_owned());
    register
        .change_passphrase(
            &passphrase(PASSPHRASE),
            &passphrase("nytt slott vid gamla sjön"),
            now(),
        )
        .unwrap();
    drop(register);
    expect_number(&place, 2);
    assert!(!fs::metadata(key_file).unwrap().permissions().readonly());
}

#[test]
fn a_path_beyond_260_characters_is_a_path_like_others() {
    let root = tempfile::tempdir().unwrap();
    let deep = (0..12).fold(root.path().to_owned(), |path, level| {
        path.join(format!("{level} mapp med ett långt namn"))
    });
    assert!(deep.as_os_str().len() > 300);
    vault::make_folder(&deep).unwrap();
    let place = Place::make(&deep).unwrap();
    let mut register = place.open().unwrap();
    edit(&mut register, now(), "1").unwrap();
    let backup = back_up(&register, &deep, now()).unwrap();
    Backup::read(&backup).unwrap();
    drop(register);
    expect_number(&place, 1);
}

#[test]
fn a_user_may_be_called_åsa() {
    let root = tempfile::tempdir().unwrap();
    let home = root.path().join("Åsa Öberg-Ærø Łęcka").join("Dokument");
    vault::make_folder(&home).unwrap();
    let place = Place::make(&home).unwrap();
    let mut register = place.open().unwrap();
    edit(&mut register, now(), "1").unwrap();
    back_up(&register, &home, now()).unwrap();
    drop(register);
    expect_number(&place, 1);
    // The name is the one that other programs see, composed as it was given.
    assert_eq!(names(root.path()), ["Åsa Öberg-Ærø Łęcka"]);
}

/// What is written to a device is gone. Which names are devices differs: Windows 11 takes `nul.pdf`
/// for a file, Windows 10 and Wine for a device. So either there is such a file, or an error.
#[test]
fn a_name_that_is_a_device_is_never_taken_for_a_file() {
    let root = tempfile::tempdir().unwrap();
    let devices = [
        "CON", "NUL", "nul.pdf", "PRN", "AUX.csv", "COM1", "LPT1.pdf",
    ];
    for name in devices {
        let path = root.path().join(name);
        let is_there = || names(root.path()).iter().any(|found| found == name);
        match vault::export(&path, b"hers") {
            Ok(()) => assert!(is_there() && fs::read(&path).unwrap() == b"hers", "{name}"),
            Err(Error::FileFailed(_)) => assert!(!is_there(), "{name}"),
            Err(other) => panic!("{name}: {other:?}"),
        }
    }
    for name in ["NUL", "AUX"] {
        let folder = root.path().join(name);
        let saved = vault::make_folder(&folder)
            .and_then(|()| vault::replace(&folder.join("register.age"), b"x"));
        let is_there = names(root.path()).iter().any(|found| found == name);
        assert_eq!(saved.is_ok(), is_there, "{name}: {saved:?}");
    }
}

/// Windows drops blanks and dots at the end of a path, but not of a folder in the midst of one. So a
/// register in a folder of such a name is there and found again, or it is said that it is not.
#[test]
fn a_folder_name_that_ends_in_a_blank_or_a_dot_loses_no_register() {
    let root = tempfile::tempdir().unwrap();
    for name in ["Kundbok ", "Kunder.", "Kundbok AB. ."] {
        for is_there in [false, true] {
            let folder = root.path().join(name);
            if is_there {
                // As other systems write it into a synced folder: the prefix takes it as it is.
                let mut verbatim = OsString::from(r"\\?\");
                verbatim.push(&folder);
                fs::create_dir_all(verbatim).unwrap();
            }
            let local = tempfile::tempdir().unwrap();
            match create(&folder, local.path()) {
                Ok(recovery) => drop(open(&folder, local.path(), &recovery).unwrap()),
                Err(Error::SaveFailed(_)) => assert!(!folder.join("register.age").exists()),
                Err(other) => panic!("{name}: {other:?}"),
            }
            let _ = fs::remove_dir_all(folder);
        }
    }
}

/// Capital letters make no other file: a second Kundbok on `REGISTER` is on the same register.
#[test]
fn a_folder_by_another_spelling_is_the_same_folder() {
    let (_root, place) = place();
    let _register = place.open().unwrap();
    let other = place.0.join("LOCAL");
    let recovery = place.recovery().unwrap();
    let opened = open(&place.0.join("REGISTER"), &other, &recovery);
    assert!(matches!(opened.err(), Some(Error::InUse)));
}

/// The root of the drive that the temporary folder is on. Who may not write there is told so.
#[test]
fn a_register_and_its_backup_may_lie_at_the_root_of_a_drive() {
    let root = tempfile::tempdir().unwrap();
    let drive: PathBuf = root.path().components().take(2).collect();
    assert!(drive.has_root() && drive.parent().is_none(), "{drive:?}");
    let files = [
        "register.age",
        "READ ME.txt",
        "keys",
        "kundbok-2026-11-20-1900.zip",
    ];
    assert!(
        files.iter().all(|name| !drive.join(name).exists()),
        "{drive:?} is in use"
    );
    let local = root.path().join("local");
    let outcome = create(&drive, &local).and_then(|recovery| {
        let register = open(&drive, &local, &recovery)?;
        let backup = back_up(&register, &drive, now())?;
        let read = Backup::read(&backup).map(drop);
        fs::remove_file(backup).unwrap();
        read
    });
    for name in ["register.age", "register.age.part", "READ ME.txt"] {
        let _ = fs::remove_file(drive.join(name));
    }
    let _ = fs::remove_dir_all(drive.join("keys"));
    match outcome {
        Ok(()) | Err(Error::SaveFailed(Rule::ReadOnly)) => {}
        Err(other) => panic!("{other:?}"),
    }
}
