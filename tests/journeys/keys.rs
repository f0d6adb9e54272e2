//! Changing what opens the register, and trying it.

mod resealing;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kundbok_core::Error;
use kundbok_core::drafts::Draft;
use kundbok_core::register::{GenerationView, Register, Resealed};
use kundbok_core::vault::RecoveryKey;
use kundbok_tests::sample::{self, PASSPHRASE};
use kundbok_tests::torture::disk::Operation;
#[cfg(unix)]
use kundbok_tests::unprivileged::here_or_again;

use super::{Computer, add, find, named, now, passphrase};

const NEW: &str = "nytt slott vid gamla sjön";

#[test]
fn another_passphrase_needs_the_one_in_use() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let refused = register.change_passphrase(&passphrase("fel"), &passphrase(NEW), now());
    assert!(matches!(refused, Err(Error::WrongPassphrase)));
    register
        .change_passphrase(&passphrase(PASSPHRASE), &passphrase(NEW), now())
        .unwrap();
    drop(register);
    assert!(matches!(
        computer.open(PASSPHRASE),
        Err(Error::WrongPassphrase)
    ));
    let mut register = computer.open(NEW).unwrap();
    // The key is the same: earlier states open as before.
    let earlier = register.generations().unwrap().pop().unwrap();
    register.compare(&earlier.id).unwrap();
    add(&mut register, sample::elin().fields).unwrap();
    drop(register);
    assert_eq!(find(&computer.open(NEW).unwrap(), "").all, 1);
}

fn reseal(register: &Register) -> Resealed {
    register.expect_reseal().unwrap().run().unwrap()
}

#[test]
fn an_old_key_file_opens_nothing_that_was_saved_after_a_new_key() {
    let computer = Computer::new();
    let (mut register, recovery) = computer.set_up();
    let key_file = computer.folder().path().join("keys/owner.age");
    let old = fs::read(&key_file).unwrap();
    let refused = register.replace_register_key(&passphrase("fel"), now());
    assert!(matches!(refused, Err(Error::WrongPassphrase)));
    let earlier = register.generations().unwrap().pop().unwrap();
    let saved = register
        .replace_register_key(&passphrase(PASSPHRASE), now())
        .unwrap();
    // Earlier states stay hers: nothing else would open them with the passphrase.
    let kept = register.generations().unwrap().len();
    let resealed = saved.value.run().unwrap();
    assert_eq!(resealed.sealed as usize, kept);
    assert_eq!(resealed.left, 0);
    drop(register);
    let register = computer.open(PASSPHRASE).unwrap();
    register.compare(&earlier.id).unwrap();
    drop(register);
    drop(computer.open_by_sheet(&recovery).unwrap());

    let new = fs::read(&key_file).unwrap();
    fs::write(&key_file, old).unwrap();
    assert!(matches!(
        computer.open(PASSPHRASE),
        Err(Error::VaultReplaced)
    ));
    fs::write(&key_file, new).unwrap();
    drop(computer.open(PASSPHRASE).unwrap());
}

/// The program ends after the register was sealed to the new key and before the key file was
/// written, or the key file cannot be written at all.
#[cfg(unix)]
#[test]
fn a_key_file_that_cannot_be_written_leaves_the_old_one_valid() {
    use std::os::unix::fs::PermissionsExt;
    if !here_or_again("keys::a_key_file_that_cannot_be_written_leaves_the_old_one_valid") {
        return;
    }
    let computer = Computer::new();
    let (mut register, recovery) = computer.set_up();
    let keys = computer.folder().path().join("keys");
    let mode = |mode| fs::set_permissions(&keys, fs::Permissions::from_mode(mode)).unwrap();
    mode(0o500);
    let refused = register.replace_register_key(&passphrase(PASSPHRASE), now());
    assert!(matches!(refused, Err(Error::SaveFailed(_))));
    // Until it works, everything that opened it opens it.
    add(&mut register, sample::elin().fields).unwrap();
    drop(register);
    let register = computer.open(PASSPHRASE).unwrap();
    assert_eq!(find(&register, "").all, 1);
    drop(register);
    drop(computer.open_by_sheet(&recovery).unwrap());
    mode(0o700);
    let mut register = computer.open(PASSPHRASE).unwrap();
    register
        .replace_register_key(&passphrase(PASSPHRASE), now())
        .unwrap();
    drop(register);
    drop(computer.open(PASSPHRASE).unwrap());
}

#[test]
fn a_new_recovery_sheet_replaces_the_old_one() {
    let computer = Computer::new();
    let (mut register, old) = computer.set_up();
    let new = RecoveryKey::make();
    register.replace_recovery_key(&new, now()).unwrap();
    drop(register);
    assert!(matches!(
        computer.open_by_sheet(&old),
        Err(Error::WrongRecoveryKey)
    ));
    let register = computer.open_by_sheet(&new).unwrap();
    // What was saved before opens with the old key alone until it is sealed anew.
    let earlier = register.generations().unwrap().pop().unwrap();
    assert!(matches!(
        register.compare(&earlier.id),
        Err(Error::WrongRecoveryKey)
    ));
    assert_eq!(reseal(&register).left, 1);
    drop(register);

    let register = computer.open(PASSPHRASE).unwrap();
    let shown = |register: &Register| -> Vec<_> {
        let generations = register.generations().unwrap();
        let of = |each: GenerationView| (each.id, each.saved_at, each.customers);
        generations.into_iter().map(of).collect()
    };
    let before = shown(&register);
    let done = reseal(&register);
    assert_eq!((done.sealed, done.left), (2, 0));
    assert_eq!(shown(&register), before, "number, time and customers stay");
    drop(register);
    let register = computer.open_by_sheet(&new).unwrap();
    register.compare(&earlier.id).unwrap();
    drop(register);
    fs::write(computer.file(), b"hej").unwrap();
    assert!(matches!(
        computer.open_by_sheet(&old),
        Err(Error::VaultDamaged)
    ));
    drop(computer.open_by_sheet(&new).unwrap());
}

#[test]
fn the_recovery_sheet_is_tried_for_real() {
    let computer = Computer::new();
    let (mut register, recovery) = computer.set_up();
    assert_eq!(register.recovery_tested_at().unwrap(), None);
    let other = RecoveryKey::make();
    assert!(matches!(
        register.test_recovery_key(&other, now()),
        Err(Error::WrongRecoveryKey)
    ));
    assert_eq!(register.recovery_tested_at().unwrap(), None);
    register.test_recovery_key(&recovery, now()).unwrap();
    drop(register);
    let mut register = computer.open(PASSPHRASE).unwrap();
    assert!(register.recovery_tested_at().unwrap().is_some());
    // It is the file on disk that is opened.
    let whole = computer.sealed();
    fs::write(computer.file(), &whole[..whole.len() - 1]).unwrap();
    assert!(matches!(
        register.test_recovery_key(&recovery, now()),
        Err(Error::VaultDamaged)
    ));
    fs::write(computer.file(), whole).unwrap();
    let new = RecoveryKey::make();
    register.replace_recovery_key(&new, now()).unwrap();
    assert_eq!(register.recovery_tested_at().unwrap(), None);
}

/// Sealing anew gives a file other bytes. It is no less the newest for that than an older one that
/// could not be sealed anew.
#[test]
fn the_newest_comes_back_after_only_some_were_sealed_anew() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    add(&mut register, sample::elin().fields).unwrap();
    let is_history = |path: &Path| path.parent().is_some_and(|at| at.ends_with("history"));
    let before: Vec<_> = computer
        .files()
        .into_iter()
        .filter(|(path, _)| is_history(path))
        .collect();
    assert_eq!(reseal(&register).sealed, 2);
    drop(register);
    let (oldest, bytes) = &before[0];
    fs::write(oldest, bytes).unwrap();
    fs::write(computer.file(), b"hej").unwrap();
    assert_eq!(find(&computer.open(PASSPHRASE).unwrap(), "").all, 1);
}

/// A new key was made on another computer, and the sync client has brought one of the two files.
#[test]
fn a_new_key_that_has_come_over_half_is_waited_for_and_nothing_is_changed() {
    let here = Computer::new();
    let (mut register, recovery) = here.set_up();
    add(&mut register, sample::elin().fields).unwrap();
    drop(register);
    let there = here.copy_of_register();
    let mut register = there.open(PASSPHRASE).unwrap();
    register
        .replace_register_key(&passphrase(PASSPHRASE), now())
        .unwrap();
    add(&mut register, named("Tove", "Där")).unwrap();
    drop(register);
    let key_file = |of: &Computer| of.folder().path().join("keys/owner.age");
    let (old_key, old) = (fs::read(key_file(&here)).unwrap(), here.sealed());
    let (new_key, new) = (fs::read(key_file(&there)).unwrap(), there.sealed());
    for (key, register) in [(&new_key, &old), (&old_key, &new)] {
        fs::write(key_file(&here), key).unwrap();
        fs::write(here.file(), register).unwrap();
        let before = here.files();
        let refused = here.open(PASSPHRASE);
        assert!(matches!(refused, Err(Error::VaultReplaced)));
        assert_eq!(here.files(), before, "all is as it was");
        // The sheet opens it either way.
        assert!(find(&here.open_by_sheet(&recovery).unwrap(), "").all > 0);
    }
    fs::write(key_file(&here), &new_key).unwrap();
    let register = here.open(PASSPHRASE).unwrap();
    assert_eq!((register.findings(), find(&register, "").all), (&[][..], 2));
}

/// Where a draft is kept: beside the register, and on a computer that could only read it.
fn drafts_of(computer: &Computer) -> [PathBuf; 2] {
    let beside = computer.folder().path().join("draft.age");
    let mut local = fs::read_dir(computer.local()).unwrap();
    let local = local.next().unwrap().unwrap().path().join("draft.age");
    [beside, local]
}

/// What lies on this computer now, on another.
fn copy_of(computer: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(computer).unwrap() {
        let path = entry.unwrap().path();
        let copy = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_of(&path, &copy);
        } else if !path.ends_with("lock") {
            fs::copy(&path, &copy).unwrap();
        }
    }
}

/// She had forgotten her passphrase; what she had half written then is hers still.
#[test]
fn a_half_written_form_survives_a_new_passphrase_whenever_the_program_ends() {
    let computer = Computer::new();
    let (register, sheet) = computer.set_up();
    let draft = Draft {
        form: "#/customers/new".to_owned(),
        content: "Tove Alm".to_owned(),
    };
    register.keep_draft(&draft).unwrap();
    drop(register);
    for place in 0..2 {
        let places = drafts_of(&computer);
        if place == 1 {
            fs::rename(&places[0], &places[1]).unwrap();
        }
        // Before the new key file has its name, after, and in the end.
        let ends = Arc::new([Computer::new(), Computer::new(), Computer::new()]);
        let path = computer.0.path().to_owned();
        let copies = Arc::clone(&ends);
        let here = computer.here_watched(move |operation, file| {
            let is_key_file = file.parent().is_some_and(|folder| folder.ends_with("keys"));
            match operation {
                Operation::Rename if is_key_file => copy_of(&path, copies[0].0.path()),
                Operation::SyncName if is_key_file => copy_of(&path, copies[1].0.path()),
                _ => {}
            }
        });
        let mut register = Register::open_with_recovery_key(&here, &sheet).unwrap();
        let new = [NEW, "ännu ett slott vid sjön"][place];
        let old = [PASSPHRASE, NEW][place];
        drop(
            register
                .replace_passphrase(&passphrase(new), now())
                .unwrap(),
        );
        drop(register);
        copy_of(computer.0.path(), ends[2].0.path());
        for (end, words) in ends.iter().zip([old, new, new]) {
            let by_sheet = end.open_by_sheet(&sheet).unwrap().find_draft();
            assert!(by_sheet.as_ref() == Some(&draft));
            assert!(end.open(words).unwrap().find_draft().as_ref() == Some(&draft));
        }
    }
}
