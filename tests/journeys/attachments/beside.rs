//! Work on files that goes on beside the register: it stops when that is locked, and leaves nothing.

use std::fs;
use std::sync::{Arc, Mutex, mpsc};
use std::time::{Duration, Instant};

use kundbok_core::Error;
use kundbok_core::register::{Action, Change, Register};
use kundbok_tests::back_up;
use kundbok_tests::sample::PASSPHRASE;
use kundbok_tests::torture::disk::Operation;

use super::super::{now, passphrase};
use super::{
    CANARY, ELIN, attach, of, only, open, sealed_in, source, the_agreement, with_agreement,
    with_elin,
};

#[test]
fn a_file_that_was_read_for_a_register_that_is_closed_leaves_nothing() {
    let (computer, mut register) = with_elin();
    let path = source(&computer, "avtal.pdf", CANARY);
    let before_reading = register.expect_attachment(ELIN).unwrap();
    let read = register
        .expect_attachment(ELIN)
        .unwrap()
        .read(&path)
        .unwrap();
    assert_eq!(sealed_in(&computer).0.len(), 1);
    drop(register);
    assert!(matches!(before_reading.read(&path), Err(Error::Locked)));
    // Opened again, perhaps by somebody else.
    let mut register = open(&computer);
    assert!(matches!(
        register.add_attachment(read, now()),
        Err(Error::Locked)
    ));
    assert!(of(&register, ELIN).is_empty());
    drop(register);
    assert_eq!(open(&computer).findings(), []);
    assert_eq!(sealed_in(&computer), (Vec::new(), Vec::new()));
}

#[test]
fn copies_and_backups_of_a_register_that_is_closed_are_not_finished() {
    let (computer, register) = with_agreement();
    let row = of(&register, ELIN).remove(0);
    let (folders, backup) = (register.attachments(), register.expect_backup().unwrap());
    drop(register);
    let out = computer.0.path().join("out");
    fs::create_dir(&out).unwrap();
    let copy = folders.export(&row.sealed, &out.join("kopia.pdf"));
    assert!(matches!(copy, Err(Error::Locked)));
    assert!(matches!(folders.keep(&row.sealed), Err(Error::Locked)));
    assert!(matches!(backup.write(&out, now()), Err(Error::Locked)));
    assert_eq!(fs::read_dir(&out).unwrap().count(), 0);
}

#[test]
fn a_backup_of_a_register_that_was_locked_before_it_had_its_name_is_none() {
    let (computer, register) = with_agreement();
    let out = computer.0.path().join("out");
    fs::create_dir(&out).unwrap();
    let expected = register.expect_backup().unwrap();
    let written = expected.write(&out, now()).unwrap();
    let paths = || {
        fs::read_dir(&out)
            .unwrap()
            .map(|entry| entry.unwrap().path())
    };
    assert!(paths().all(|path| path.extension() == Some("part".as_ref())));
    drop(register);
    assert!(matches!(written.keep(), Err(Error::Locked)));
    assert_eq!(paths().count(), 0);
}

/// Noted before anything of it is there, and noted still when the register was read anew meanwhile: a
/// crash then leaves nothing for good.
#[test]
fn a_file_whose_way_in_ends_in_a_crash_is_removed_though_the_register_was_read_anew() {
    let (computer, mut register) = with_elin();
    let path = source(&computer, "avtal.pdf", CANARY);
    let expected = register.expect_attachment(ELIN).unwrap();
    register.read_again(false, now(), Instant::now()).unwrap();
    std::mem::forget(expected.read(&path).unwrap());
    only(&sealed_in(&computer).1);
    drop(register);
    assert_eq!(open(&computer).findings(), []);
    assert_eq!(sealed_in(&computer), (Vec::new(), Vec::new()));
}

/// What a crash left of a copy that was being made goes when the register is next opened.
#[test]
fn a_copy_that_was_never_finished_goes() {
    let (computer, register) = with_agreement();
    drop(register);
    let (shared, local) = sealed_in(&computer);
    let left = [&shared, &local].map(|paths| {
        let path = only(paths);
        let name = path.file_stem().unwrap().to_str().unwrap();
        path.with_file_name(format!("{name} 0123abcd.part"))
    });
    let another = shared[0].with_file_name("semester.part");
    for path in left.iter().chain([&another]) {
        fs::write(path, b"half").unwrap();
    }
    assert_eq!(open(&computer).findings(), []);
    assert!(left.iter().all(|path| !path.exists()));
    assert!(another.exists(), "is not ours");
}

/// Who reads holds no lock: another thread may be saving, or another computer.
#[test]
fn reading_writes_nothing() {
    let (computer, register) = with_agreement();
    drop(register);
    let written = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&written);
    let here = computer.here_watched(move |operation, path| {
        if matches!(
            operation,
            Operation::Create | Operation::Rename | Operation::Remove | Operation::MakeFolder
        ) {
            seen.lock().unwrap().push((operation, path.to_owned()));
        }
    });
    let mut register = Register::open(&here, &passphrase(PASSPHRASE)).unwrap();
    let shared = only(&sealed_in(&computer).0).to_owned();
    let whole = fs::read(&shared).unwrap();
    fs::write(&shared, b"hej").unwrap();
    written.lock().unwrap().clear();
    assert_eq!(the_agreement(&register).unwrap(), CANARY);
    let out = computer.0.path().join("out");
    fs::create_dir(&out).unwrap();
    back_up(&register, &out, now()).unwrap();
    let found = std::mem::take(&mut *written.lock().unwrap());
    assert!(found.is_empty(), "{found:?}");
    register.look_around(now(), Instant::now());
    assert_eq!(fs::read(&shared).unwrap(), whole);
}

#[test]
fn a_file_on_its_way_in_is_left_alone_by_whatever_is_saved_meanwhile() {
    let (computer, mut register) = with_elin();
    let path = source(&computer, "avtal.pdf", CANARY);
    let on_its_way = register
        .expect_attachment(ELIN)
        .unwrap()
        .read(&path)
        .unwrap();
    // Another one fails, others are saved, and the register is read anew.
    let refused = attach(&computer, &mut register, "tom.pdf", b"");
    assert!(refused.is_err());
    let program = source(&computer, "program.txt", b"Hej");
    let dropped = register
        .expect_attachment(ELIN)
        .unwrap()
        .read(&program)
        .unwrap();
    drop(dropped);
    for _ in 0..2 {
        let nothing = |_: &_| Ok(Change::of_nobody(()));
        register
            .write(now(), Action::EditCustomer, nothing)
            .unwrap();
    }
    register.read_again(false, now(), Instant::now()).unwrap();
    assert_eq!(register.findings(), []);
    register.set_unowned_aside().unwrap();
    let on_disk = only(&sealed_in(&computer).0).to_owned();
    register.add_attachment(on_its_way, now()).unwrap();
    assert_eq!(the_agreement(&register).unwrap(), CANARY);
    drop(register);
    let register = open(&computer);
    assert_eq!(register.findings(), []);
    assert_eq!(the_agreement(&register).unwrap(), CANARY);
    assert_eq!(only(&sealed_in(&computer).0), on_disk);
}

/// The longest name that a file may have.
#[test]
fn a_copy_may_have_the_longest_name_there_is() {
    let (computer, register) = with_agreement();
    let path = computer.0.path().join(format!("{}.pdf", "x".repeat(251)));
    kundbok_tests::export(&register, of(&register, ELIN)[0].id, &path).unwrap();
    assert_eq!(fs::read(&path).unwrap(), CANARY);
    let nameless = computer.0.path().join(format!("{}.pdf", "y".repeat(251)));
    kundbok_core::vault::export(&nameless, CANARY).unwrap();
    assert_eq!(fs::read(&nameless).unwrap(), CANARY);
}

/// The register is read again while this computer's own copy of a file is being made.
#[test]
fn reading_again_leaves_alone_what_is_being_copied() {
    let (computer, register) = with_agreement();
    drop(register);
    fs::remove_file(only(&sealed_in(&computer).1)).unwrap();
    let (at_it, is_at_it) = mpsc::channel();
    let (go_on, may_go_on) = mpsc::channel();
    let meeting = Mutex::new(Some((at_it, may_go_on)));
    let local = computer.local();
    let here = computer.here_watched(move |operation, path| {
        let is_part = path.extension() == Some("part".as_ref());
        // The copy is written by then, and about to be read back.
        if operation == Operation::Open && is_part && path.starts_with(&local) {
            let is_copy = path.parent().is_some_and(|at| at.ends_with("attachments"));
            let met = if is_copy {
                meeting.lock().unwrap().take()
            } else {
                None
            };
            if let Some((at_it, may_go_on)) = met {
                at_it.send(()).unwrap();
                // Whatever becomes of the test, the copy goes on.
                let _ = may_go_on.recv_timeout(Duration::from_secs(30));
            }
        }
    });
    let mut register = Register::open(&here, &passphrase(PASSPHRASE)).unwrap();
    let (folders, sealed) = register.next_uncopied().unwrap().unwrap();
    std::thread::scope(|scope| {
        let copying = scope.spawn(move || folders.keep(&sealed));
        is_at_it.recv_timeout(Duration::from_secs(30)).unwrap();
        register.read_again(true, now(), Instant::now()).unwrap();
        go_on.send(()).unwrap();
        copying.join().unwrap().unwrap();
    });
    assert_eq!(sealed_in(&computer).1.len(), 1);
    // What nobody is at is removed.
    let copy = only(&sealed_in(&computer).1).to_owned();
    let stem = copy.file_stem().unwrap().to_str().unwrap().to_owned();
    let left = copy.with_file_name(format!("{stem} 01234567.part"));
    fs::write(&left, b"half").unwrap();
    register.read_again(true, now(), Instant::now()).unwrap();
    assert!(!left.exists());
}
