//! Another register lies where hers was, or another key.

use std::fs;

use kundbok_core::Error;
use kundbok_core::register::Register;
use kundbok_tests::sample::PASSPHRASE;

use super::super::{Computer, now};
use super::{customers_of, set_aside, three_saves};

#[test]
fn another_register_in_its_place_is_said_and_left_alone() {
    let (computer, _) = three_saves();
    let (other, _) = three_saves();
    fs::write(computer.file(), other.sealed()).unwrap();
    assert!(matches!(
        computer.open(PASSPHRASE),
        Err(Error::VaultReplaced)
    ));
    assert_eq!(computer.sealed(), other.sealed());
    // She says that it shall be hers again.
    let register = computer.restore(PASSPHRASE).unwrap();
    assert_eq!(customers_of(&register), 2);
    assert_eq!(set_aside(&computer), [other.sealed()]);
}

/// Somebody puts a whole other folder there: its key file refuses her passphrase, and hers is not wrong.
#[test]
fn another_register_with_its_key_file_is_said_and_left_alone() {
    let theirs = "en helt annan fras för dem";
    for by_sheet in [false, true] {
        let (computer, recovery) = three_saves();
        let (other, _) = three_saves();
        let key_file = |of: &Computer| of.folder().path().join("keys/owner.age");
        let mut register = other.open(PASSPHRASE).unwrap();
        let (old, new) = (
            super::super::passphrase(PASSPHRASE),
            super::super::passphrase(theirs),
        );
        register.change_passphrase(&old, &new, now()).unwrap();
        drop(register);
        let hers = fs::read(key_file(&computer)).unwrap();
        fs::copy(key_file(&other), key_file(&computer)).unwrap();
        fs::write(computer.file(), other.sealed()).unwrap();
        let before = computer.files();
        let wrong = computer.open("varken den ena eller den andra");
        assert!(matches!(wrong, Err(Error::WrongPassphrase)));
        let refused = if by_sheet {
            computer.open_by_sheet(&recovery)
        } else {
            computer.open(PASSPHRASE)
        };
        assert!(matches!(refused, Err(Error::VaultReplaced)));
        assert_eq!(computer.files(), before, "all is as it was");
        // She says that it shall be hers again.
        let register = if by_sheet {
            Register::restore_with_recovery_key(&computer.here(), &recovery).unwrap()
        } else {
            computer.restore(PASSPHRASE).unwrap()
        };
        assert_eq!(customers_of(&register), 2);
        drop(register);
        assert_eq!(set_aside(&computer), [other.sealed()]);
        assert_eq!(fs::read(key_file(&computer)).unwrap(), hers);
        // What was there opens still, with what came with it.
        let keys = fs::read_dir(computer.folder().path().join("keys")).unwrap();
        let kept = keys.map(|entry| fs::read(entry.unwrap().path()).unwrap());
        let theirs = fs::read(key_file(&other)).unwrap();
        assert!(kept.into_iter().any(|kept| kept == theirs));
        assert_eq!(customers_of(&computer.open(PASSPHRASE).unwrap()), 2);
    }
}

/// The key stays with a passphrase that is changed, so the register still belongs to this computer's copy of
/// the key file: the old passphrase is wrong all the same.
#[test]
fn a_passphrase_that_was_changed_on_another_computer_is_wrong_here() {
    let (here, _) = three_saves();
    let there = here.copy_of_register();
    let key_file = |of: &Computer| of.folder().path().join("keys/owner.age");
    let (old, new) = (PASSPHRASE, "ny fras från den andra datorn");
    let mut register = there.open(old).unwrap();
    register
        .change_passphrase(
            &super::super::passphrase(old),
            &super::super::passphrase(new),
            now(),
        )
        .unwrap();
    drop(register);
    fs::copy(key_file(&there), key_file(&here)).unwrap();
    fs::copy(there.file(), here.file()).unwrap();
    assert!(matches!(here.open(old), Err(Error::WrongPassphrase)));
    assert_eq!(customers_of(&here.open(new).unwrap()), 2);
}
