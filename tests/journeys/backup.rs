//! Backups: one file, and from it alone to an open register on a new computer.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use kundbok_core::register::{Finding, Register};
use kundbok_core::vault::{Backup, RecoveryKey};
use kundbok_core::{Error, Result, Rule};
use kundbok_tests::back_up;
use kundbok_tests::sample::{self, PASSPHRASE};

use super::{Computer, add, find, now, passphrase};

fn backed_up() -> (Computer, RecoveryKey, PathBuf) {
    let computer = Computer::new();
    let (mut register, recovery) = computer.set_up();
    add(&mut register, sample::elin().fields).unwrap();
    let stick = computer.0.path().join("stick");
    fs::create_dir(&stick).unwrap();
    let path = back_up(&register, &stick, now()).unwrap();
    assert_eq!(path, stick.join("kundbok-2026-11-20-1930.zip"));
    (computer, recovery, path)
}

fn restore(computer: &Computer, backup: &Path, words: &str) -> Result<Register> {
    Register::restore_backup(&computer.here(), &Backup::read(backup)?, &passphrase(words))
}

#[test]
fn a_backup_opens_on_a_new_computer_with_passphrase_or_sheet() {
    let (_old, recovery, backup) = backed_up();
    let new = Computer::new();
    let wrong = restore(&new, &backup, "fel");
    assert!(matches!(wrong, Err(Error::WrongPassphrase)));
    assert!(!new.folder().path().exists(), "nothing was written");
    let mut register = restore(&new, &backup, PASSPHRASE).unwrap();
    assert_eq!(find(&register, "elin").total, 1);
    assert_eq!(register.findings(), []);
    add(&mut register, sample::elin().fields).unwrap();
    drop(register);
    assert_eq!(find(&new.open(PASSPHRASE).unwrap(), "").all, 2);
    // Never over a register.
    let again = restore(&new, &backup, PASSPHRASE);
    assert!(matches!(again, Err(Error::NotAllowed)));

    let by_sheet = Computer::new();
    let read = Backup::read(&backup).unwrap();
    let open = |key: &RecoveryKey| {
        Register::restore_backup_with_recovery_key(&by_sheet.here(), &read, key)
    };
    assert!(matches!(
        open(&RecoveryKey::make()),
        Err(Error::WrongRecoveryKey)
    ));
    assert_eq!(find(&open(&recovery).unwrap(), "elin").total, 1);
}

#[test]
fn a_backup_takes_the_place_of_a_damaged_register_which_is_set_aside() {
    let (old, recovery, backup) = backed_up();
    let backed = old.sealed();
    let mut register = old.open(PASSPHRASE).unwrap();
    add(&mut register, sample::elin().fields).unwrap();
    drop(register);
    let whole = old.sealed();
    // A register that can be opened is not replaced, whoever's key opens it.
    for bytes in [whole.clone(), Computer::new().set_up_and_close()] {
        fs::write(old.file(), &bytes).unwrap();
        let refused = restore(&old, &backup, PASSPHRASE);
        assert!(matches!(refused, Err(Error::NotAllowed)));
        assert_eq!(old.sealed(), bytes);
    }

    for (index, damaged) in [&whole[..whole.len() - 1], b"", b"hej"]
        .into_iter()
        .enumerate()
    {
        let computer = old.copy_of_register();
        fs::write(computer.file(), damaged).unwrap();
        assert!(matches!(
            computer.open(PASSPHRASE),
            Err(Error::VaultDamaged)
        ));
        assert!(matches!(
            restore(&computer, &backup, "fel"),
            Err(Error::WrongPassphrase)
        ));
        assert_eq!(computer.sealed(), damaged, "nothing was changed");
        let mut register = if index == 0 {
            Register::restore_backup_with_recovery_key(
                &computer.here(),
                &Backup::read(&backup).unwrap(),
                &recovery,
            )
        } else {
            restore(&computer, &backup, PASSPHRASE)
        }
        .unwrap();
        let [
            Finding::FromBackup {
                customers: 1,
                set_aside: Some(name),
                ..
            },
        ] = register.findings()
        else {
            panic!("{:?}", register.findings());
        };
        let aside = computer.folder().path().join(name);
        assert_eq!(fs::read(aside).unwrap(), damaged, "nothing is deleted");
        assert_eq!(computer.sealed(), backed);
        add(&mut register, sample::elin().fields).unwrap();
        drop(register);
        let register = computer.open(PASSPHRASE).unwrap();
        assert_eq!((register.findings(), find(&register, "").all), (&[][..], 2));
    }
}

#[test]
fn a_key_file_that_a_backup_replaces_is_kept() {
    let (computer, _, backup) = backed_up();
    let mut register = computer.open(PASSPHRASE).unwrap();
    let new = "grind mossa tretton kopp vinter";
    register
        .change_passphrase(&passphrase(PASSPHRASE), &passphrase(new), now())
        .unwrap();
    drop(register);
    let key_file = computer.folder().path().join("keys/owner.age");
    let newer = fs::read(&key_file).unwrap();
    fs::write(computer.file(), b"hej").unwrap();
    fs::remove_dir_all(computer.local()).unwrap();
    drop(restore(&computer, &backup, PASSPHRASE).unwrap());
    let kept = computer.files().into_iter();
    let kept: Vec<_> = kept.filter(|(_, bytes)| *bytes == newer).collect();
    assert_eq!(kept.len(), 1);
    assert_ne!(kept[0].0, key_file);
    assert_eq!(find(&computer.open(PASSPHRASE).unwrap(), "").all, 1);
}

#[test]
fn a_lost_key_file_comes_from_a_backup_and_the_register_stays() {
    let (computer, _, backup) = backed_up();
    let mut register = computer.open(PASSPHRASE).unwrap();
    add(&mut register, sample::elin().fields).unwrap();
    drop(register);
    let key_file = computer.folder().path().join("keys/owner.age");
    for lost in [None, Some(&b"hej"[..])] {
        match lost {
            None => fs::remove_file(&key_file).unwrap(),
            Some(bytes) => fs::write(&key_file, bytes).unwrap(),
        }
        fs::remove_dir_all(computer.local()).unwrap();
        let before = computer.sealed();
        assert!(computer.open(PASSPHRASE).is_err());
        let register = restore(&computer, &backup, PASSPHRASE).unwrap();
        assert_eq!(register.findings(), [Finding::KeyFileRestored]);
        assert_eq!(find(&register, "").all, 2, "what was saved since is in it");
        assert_eq!(computer.sealed(), before);
        drop(register);
        drop(computer.open(PASSPHRASE).unwrap());
    }
}

#[test]
fn two_backups_in_a_minute_are_two_files() {
    let (computer, _, backup) = backed_up();
    let register = computer.open(PASSPHRASE).unwrap();
    let first = fs::read(&backup).unwrap();
    let second = back_up(&register, backup.parent().unwrap(), now()).unwrap();
    assert_eq!(second.file_name().unwrap(), "kundbok-2026-11-20-1930 2.zip");
    assert_eq!(fs::read(&backup).unwrap(), first);
}

/// The program ended while it wrote one.
#[test]
fn what_an_ended_backup_left_goes_with_the_next_one_after_a_day_and_nothing_else_does() {
    let (computer, _, backup) = backed_up();
    let stick = backup.parent().unwrap();
    let left = |name: &str, bytes: &[u8], hours: u64| {
        let path = stick.join(name);
        fs::write(&path, bytes).unwrap();
        let file = fs::File::options().write(true).open(&path).unwrap();
        let before = SystemTime::from(now()) - Duration::from_hours(hours);
        file.set_modified(before).unwrap();
        path
    };
    let goes = [
        left("kundbok-2026-11-18-0915 0123456789abcdef.part", b"half", 25),
        left("kundbok-2026-11-18-0915.zip", b"", 25),
        left("kundbok-2026-11-18-0915 2.zip", b"", 25),
    ];
    let stays = [
        left(
            "kundbok-2026-11-20-0915 0123456789abcdef.part",
            b"at it",
            23,
        ),
        left("kundbok-2026-11-20-0915.zip", b"", 23),
        left("kundbok-2026-11-17-0915.zip", b"a backup", 72),
        left("kundbok-2026-11-17-0915.part", b"hers", 72),
        left("kundbok-2026-11-17-0915 0123456789ABCDEF.part", b"hers", 72),
        left("kundbok-2026-11-17-0915 0123456789abcde.part", b"hers", 72),
        left("kundbok-sommar 0123456789abcdef.part", b"hers", 72),
        left("kundbok-2026-11-17-0915 x.zip", b"", 72),
        left("kundbok-2026-11-17-0915 .zip", b"", 72),
        left("bilder.zip", b"", 72),
    ];
    let register = computer.open(PASSPHRASE).unwrap();
    let next = back_up(&register, stick, now()).unwrap();
    let mut found: Vec<_> = fs::read_dir(stick)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    found.sort();
    let mut expected: Vec<_> = stays.into_iter().chain([backup, next]).collect();
    expected.sort();
    assert_eq!(found, expected);
    assert!(!goes.iter().any(|path| path.exists()));
}

#[test]
fn a_backup_that_is_cut_short_or_altered_is_refused_and_nothing_changes() {
    let (_old, _, backup) = backed_up();
    let whole = fs::read(&backup).unwrap();
    let new = Computer::new();
    let bad = backup.with_file_name("bad.zip");
    let mut altered = whole.clone();
    altered[whole.len() / 2] ^= 1;
    for bytes in [
        &whole[..whole.len() / 2],
        &whole[..whole.len() - 1],
        b"",
        b"hej",
        &altered,
    ] {
        fs::write(&bad, bytes).unwrap();
        let refused = restore(&new, &bad, PASSPHRASE);
        assert!(matches!(
            refused,
            Err(Error::FileFailed(Rule::Unreadable | Rule::Failed))
        ));
        assert!(!new.folder().path().exists());
    }
    assert!(matches!(
        restore(&new, &bad.with_file_name("none.zip"), PASSPHRASE),
        Err(Error::FileFailed(Rule::Gone))
    ));
}

#[test]
fn a_backup_that_cannot_be_written_is_said_and_leaves_the_one_before() {
    let (computer, _, backup) = backed_up();
    let whole = fs::read(&backup).unwrap();
    let register = computer.open(PASSPHRASE).unwrap();
    let gone = backup.with_file_name("utdragen");
    assert!(matches!(
        back_up(&register, &gone, now()),
        Err(Error::FileFailed(Rule::Gone))
    ));
    // What would not open is no backup.
    fs::write(computer.file(), b"hej").unwrap();
    assert!(matches!(
        back_up(&register, backup.parent().unwrap(), now()),
        Err(Error::VaultDamaged)
    ));
    // The one before is as it was: a backup never makes room for a new one.
    let left: Vec<_> = fs::read_dir(backup.parent().unwrap()).unwrap().collect();
    assert_eq!(left.len(), 1);
    assert_eq!(fs::read(&backup).unwrap(), whole);
}

#[cfg(unix)]
#[test]
fn a_backup_opens_without_kundbok() {
    use secrecy::ExposeSecret;
    let (_old, recovery, backup) = backed_up();
    let folder = backup.parent().unwrap();
    fs::write(folder.join("recovery.txt"), recovery.text().expose_secret()).unwrap();
    let script = "unzip -q kundbok-*.zip -d out
        age -d -i recovery.txt -o register.sqlite out/register.age
        sqlite3 register.sqlite 'PRAGMA integrity_check; SELECT given_name FROM customer'
        cat 'out/READ ME.txt' >&2";
    let told = std::process::Command::new("bash")
        .args(["-euc", script])
        .current_dir(folder)
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&told.stdout), "ok\nElin\n");
    assert!(String::from_utf8_lossy(&told.stderr).contains("age -d"));
}
