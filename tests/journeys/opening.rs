//! Setting up and opening.

use std::fs;

use kundbok_core::Error;
use kundbok_core::processing::business;
use kundbok_core::register::Register;
use kundbok_core::vault::RecoveryKey;
use kundbok_tests::sample::{self, PASSPHRASE};

use super::{Computer, add, find};

#[test]
fn what_was_set_up_opens_again_with_everything_in_it() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    add(&mut register, sample::elin().fields).unwrap();
    drop(register);

    let register = computer.open(PASSPHRASE).unwrap();
    assert_eq!(register.read(business::view).unwrap(), sample::business());
    assert_eq!(find(&register, "").rows[0].family_name, "Bergdahl");
}

#[test]
fn a_register_is_never_made_over_another() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    add(&mut register, sample::elin().fields).unwrap();
    drop(register);
    let before = computer.sealed();

    let again = Register::create(
        &computer.here(),
        sample::business(),
        &super::passphrase("fem helt andra ord i rad"),
    );
    assert!(matches!(again, Err(Error::NotAllowed)));
    assert_eq!(computer.sealed(), before);
    assert_eq!(find(&computer.open(PASSPHRASE).unwrap(), "").all, 1);
}

#[test]
fn a_register_is_never_made_where_one_is_on_its_way() {
    let computer = Computer::new();
    drop(computer.set_up());
    fs::remove_dir_all(computer.local()).unwrap();
    fs::remove_file(computer.file()).unwrap();
    let before = computer.files();
    let again = || {
        let words = super::passphrase("fem helt andra ord i rad");
        Register::create(&computer.here(), sample::business(), &words)
    };
    assert!(matches!(again(), Err(Error::NotAllowed)));
    assert_eq!(computer.files(), before);
    // Or the files beside it came first.
    let folder = computer.folder();
    let attachment = folder.path().join("attachments").join("ab.age");
    fs::remove_dir_all(folder.path().join("keys")).unwrap();
    fs::create_dir_all(attachment.parent().unwrap()).unwrap();
    fs::write(&attachment, b"age-encryption.org/v1").unwrap();
    assert!(matches!(again(), Err(Error::NotAllowed)));
    fs::remove_file(attachment).unwrap();
    drop(again().unwrap());
}

#[test]
fn wrong_passphrase_missing_and_damaged_are_told_apart() {
    let computer = Computer::new();
    assert!(matches!(
        computer.open(PASSPHRASE),
        Err(Error::VaultMissing)
    ));

    drop(computer.set_up());
    assert!(matches!(computer.open("fel"), Err(Error::WrongPassphrase)));
    drop(computer.open(PASSPHRASE).unwrap());

    fs::remove_dir_all(computer.local()).unwrap();
    let whole = computer.sealed();
    let mut altered = whole.clone();
    *altered.last_mut().unwrap() ^= 1;
    for damaged in [&altered[..], &whole[..whole.len() / 2], b"", b"hej"] {
        fs::write(computer.file(), damaged).unwrap();
        let opened = computer.open(PASSPHRASE);
        assert!(matches!(opened, Err(Error::VaultDamaged)));
        assert_eq!(computer.sealed(), damaged, "nothing was changed");
    }
    fs::write(computer.file(), whole).unwrap();
    drop(computer.open(PASSPHRASE).unwrap());
}

#[test]
fn the_recovery_sheet_opens_it_and_a_new_passphrase_replaces_the_old() {
    let computer = Computer::new();
    let (mut register, recovery) = computer.set_up();
    add(&mut register, sample::elin().fields).unwrap();
    drop(register);

    let other = RecoveryKey::make();
    assert!(matches!(
        computer.open_by_sheet(&other),
        Err(Error::WrongRecoveryKey)
    ));
    let mut register = computer.open_by_sheet(&recovery).unwrap();
    let new = "nytt slott vid gamla sjön";
    register
        .replace_passphrase(&super::passphrase(new), super::now())
        .unwrap();
    drop(register);

    assert!(matches!(
        computer.open(PASSPHRASE),
        Err(Error::WrongPassphrase)
    ));
    assert_eq!(find(&computer.open(new).unwrap(), "elin").total, 1);
    // The sheet still fits: it was not replaced.
    drop(computer.open_by_sheet(&recovery).unwrap());
}

#[test]
fn only_one_program_has_it_open() {
    let computer = Computer::new();
    let (register, _) = computer.set_up();
    assert!(matches!(computer.open(PASSPHRASE), Err(Error::InUse)));
    drop(register);
    drop(computer.open(PASSPHRASE).unwrap());
}

#[test]
fn a_copy_of_the_old_key_file_does_not_open_what_was_saved_since() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let key_file = computer.folder().path().join("keys/owner.age");
    let old = fs::read(&key_file).unwrap();
    let new = super::passphrase("nytt slott vid gamla sjön");
    register.replace_passphrase(&new, super::now()).unwrap();
    drop(register);
    fs::write(&key_file, old).unwrap();
    assert!(matches!(
        computer.open(PASSPHRASE),
        Err(Error::VaultReplaced)
    ));
}

#[cfg(unix)]
#[test]
fn only_this_person_may_read_the_files() {
    use std::os::unix::fs::PermissionsExt;
    let computer = Computer::new();
    let (register, _) = computer.set_up();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let keys = computer.folder().path().join("keys");
    for folder in [computer.folder().path(), &keys, &computer.local()] {
        assert_eq!(mode(folder), 0o700, "{}", folder.display());
    }
    let files = computer.files();
    assert!(files.len() >= 5, "register, key, instructions, head, lock");
    for path in files.keys() {
        let private = mode(path) == 0o600;
        assert!(private, "{}", path.display());
    }
    drop(register);
}
