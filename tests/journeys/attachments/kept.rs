//! Nothing that was there is lost by a backup, a restore or another computer.

use std::fs;
use std::path::Path;
use std::time::Instant;

use kundbok_core::drafts::Draft;
use kundbok_core::register::Register;
use kundbok_core::vault::Backup;
use kundbok_core::{Error, Result};
use kundbok_tests::sample::PASSPHRASE;
use kundbok_tests::{back_up, here};

use super::super::{Computer, now, passphrase};
use super::{attach, only, sealed_in, the_agreement, with_agreement, with_elin};

fn restore(computer: &Computer, backup: &Path) -> Result<Register> {
    Register::restore_backup(
        &computer.here(),
        &Backup::read(backup)?,
        &passphrase(PASSPHRASE),
    )
}

fn stick(computer: &Computer) -> std::path::PathBuf {
    let stick = computer.0.path().join("stick");
    fs::create_dir_all(&stick).unwrap();
    stick
}

#[test]
fn a_backup_holds_what_the_folder_lost_or_damaged() {
    for damage in [
        |path: &Path| fs::remove_file(path).unwrap(),
        |path: &Path| {
            let mut bytes = fs::read(path).unwrap();
            let at = bytes.len() - 3;
            bytes[at] ^= 1;
            fs::write(path, &bytes).unwrap();
        },
    ] {
        let (computer, register) = with_agreement();
        damage(only(&sealed_in(&computer).0));
        let backup = back_up(&register, &stick(&computer), now()).unwrap();
        let new = Computer::new();
        let restored = restore(&new, &backup).unwrap();
        assert_eq!(restored.findings(), []);
        assert!(the_agreement(&restored).is_ok());
    }
}

#[test]
fn a_restore_that_fails_leaves_every_file_that_was_there() {
    let (old, mut register) = with_agreement();
    attach(&old, &mut register, "bild.pdf", b"%PDF-1.7 en annan").unwrap();
    let backup = back_up(&register, &stick(&old), now()).unwrap();
    drop(register);
    let new = old.copy_of_register();
    fs::write(new.file(), b"hej").unwrap();
    let mut there = sealed_in(&new).0;
    there.sort();
    // Something in the way of the last one.
    let obstacle = there.last().unwrap().with_extension("age.part");
    fs::create_dir(&obstacle).unwrap();
    fs::write(obstacle.join("x"), b"x").unwrap();
    assert!(matches!(restore(&new, &backup), Err(Error::SaveFailed(_))));
    let mut left = sealed_in(&new).0;
    left.retain(|path| path.is_file());
    left.sort();
    assert_eq!(left, there);
    // Out of the way, it succeeds, and a damaged file is replaced by the backup's.
    fs::remove_dir_all(&obstacle).unwrap();
    fs::write(&there[0], b"damaged").unwrap();
    let restored = restore(&new, &backup).unwrap();
    assert!(the_agreement(&restored).is_ok());
}

#[test]
fn a_backup_in_the_place_of_a_missing_register_keeps_the_newer_key_file() {
    let (computer, mut register) = with_elin();
    let backup = back_up(&register, &stick(&computer), now()).unwrap();
    register
        .replace_register_key(&passphrase(PASSPHRASE), now())
        .unwrap();
    drop(register);
    let key_file = computer.folder().path().join("keys/owner.age");
    let newer = fs::read(&key_file).unwrap();
    fs::remove_file(computer.file()).unwrap();
    drop(restore(&computer, &backup).unwrap());
    assert_ne!(fs::read(&key_file).unwrap(), newer);
    let files = computer.files();
    let kept = files.iter().filter(|(_, bytes)| **bytes == newer);
    assert_eq!(kept.count(), 2, "beside the register, and on this computer");
}

#[test]
fn a_passphrase_is_not_said_to_be_the_old_one_when_it_is_the_new() {
    let (computer, mut register) = with_elin();
    let read_me = computer.folder().path().join("READ ME.txt");
    fs::remove_file(&read_me).unwrap();
    fs::create_dir(&read_me).unwrap();
    fs::write(read_me.join("x"), b"x").unwrap();
    let new = "grind mossa tretton kopp vinter";
    let result = register.change_passphrase(&passphrase(PASSPHRASE), &passphrase(new), now());
    assert!(matches!(result, Err(Error::SaveFailed(_))));
    drop(register);
    assert!(computer.open(PASSPHRASE).is_ok());
    assert!(matches!(computer.open(new), Err(Error::WrongPassphrase)));
}

#[test]
fn who_only_reads_leaves_the_other_computers_draft_and_files() {
    let (computer, mut writer) = with_agreement();
    writer.look_around(now(), Instant::now());
    let draft = |form: &str| Draft {
        form: form.to_owned(),
        content: "{}".to_owned(),
    };
    writer.keep_draft(&draft("#/customers/new")).unwrap();
    let other = Computer::new();
    let phrase = passphrase(PASSPHRASE);
    let reader = Register::open(&here(computer.folder(), &other.local()), &phrase).unwrap();
    let refused = |result: Result<()>| assert!(matches!(result, Err(Error::ReadOnly)));
    refused(reader.set_unowned_aside());
    // Each has a draft of its own.
    assert!(reader.find_draft().is_none());
    reader.keep_draft(&draft("#/import")).unwrap();
    assert_eq!(reader.find_draft().unwrap().form, "#/import");
    assert_eq!(writer.find_draft().unwrap().form, "#/customers/new");
    reader.drop_draft().unwrap();
    assert!(reader.find_draft().is_none());
    assert_eq!(writer.find_draft().unwrap().form, "#/customers/new");
}
