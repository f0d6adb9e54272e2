//! Files kept with customers: sealed beside the register, and there as long as a state that can be
//! opened owns them.

mod beside;
mod found;
mod judged;
mod kept;
mod papers;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use kundbok_core::attachments::{self, BYTES_MAX, MediaType, RemoveAttachment};
use kundbok_core::customers::{self, CustomerId};
use kundbok_core::register::{Action, Change, GenerationId, Register};
use kundbok_core::store::attachment::AttachmentRow;
use kundbok_core::vault::{Backup, Passphrase, RecoveryKey};
use kundbok_core::{Error, Result, Rule};
use kundbok_tests::sample::{self, PASSPHRASE};
use kundbok_tests::{back_up, copy_all, export};

use super::{Computer, add, now, passphrase};

const ELIN: CustomerId = CustomerId(1);
const CANARY: &[u8] = b"%PDF-1.7 kanariefageln sover i vassen";

/// A register with Elin in it.
fn with_elin() -> (Computer, Register) {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    add(&mut register, sample::elin().fields).unwrap();
    (computer, register)
}

fn source(computer: &Computer, name: &str, bytes: &[u8]) -> PathBuf {
    let path = computer.0.path().join(name);
    fs::write(&path, bytes).unwrap();
    path
}

fn attach(computer: &Computer, register: &mut Register, name: &str, bytes: &[u8]) -> Result<()> {
    let path = source(computer, name, bytes);
    let added = kundbok_tests::attach(register, ELIN, &path, now());
    fs::remove_file(path).unwrap();
    added
}

/// A register with Elin and her agreement, open.
fn with_agreement() -> (Computer, Register) {
    let (computer, mut register) = with_elin();
    attach(&computer, &mut register, "avtal.pdf", CANARY).unwrap();
    (computer, register)
}

fn of(register: &Register, customer: CustomerId) -> Vec<AttachmentRow> {
    let view = register
        .read(|connection| attachments::view(connection, customer))
        .unwrap();
    let rows = view.into_iter().map(|view| register.attachment(view.id));
    rows.collect::<Result<_>>().unwrap()
}

fn contents(register: &Register, row: &AttachmentRow) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    register.attachments().read(&row.sealed, &mut bytes)?;
    Ok(bytes)
}

fn the_agreement(register: &Register) -> Result<Vec<u8>> {
    contents(register, &of(register, ELIN)[0])
}

fn remove_first(register: &mut Register, of_whom: CustomerId) {
    let id = of(register, of_whom)[0].id;
    register
        .write(now(), Action::RemoveAttachment, |connection| {
            let owner = attachments::remove(connection, RemoveAttachment { id })?;
            Ok(Change::with(owner, ()))
        })
        .unwrap();
}

/// Sealed files, in the register's folder and on the computer.
fn sealed_in(computer: &Computer) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let files = computer.files().into_keys();
    files
        .filter(|path| {
            path.parent()
                .is_some_and(|folder| folder.ends_with("attachments"))
                && path.extension() == Some("age".as_ref())
        })
        .partition(|path| path.starts_with(computer.folder().path()))
}

fn only(paths: &[PathBuf]) -> &Path {
    assert_eq!(paths.len(), 1, "{paths:?}");
    &paths[0]
}

/// The newest generation of which `is` holds.
fn generation(register: &Register, number: u32) -> GenerationId {
    let generations = register.generations().unwrap();
    let found = generations
        .into_iter()
        .find(|view| view.id.number == number);
    found.unwrap().id
}

fn open(computer: &Computer) -> Register {
    computer.open(PASSPHRASE).unwrap()
}

#[test]
fn a_file_is_sealed_beside_the_register_and_opens_after_unlocking() {
    let (computer, register) = with_agreement();
    let row = &of(&register, ELIN)[0];
    assert_eq!((&*row.name, row.media_type), ("avtal.pdf", MediaType::Pdf));
    assert_eq!(row.sealed.bytes, CANARY.len() as u64);
    drop(register);
    let (shared, local) = sealed_in(&computer);
    assert_eq!(only(&shared).file_name(), only(&local).file_name());
    for (path, bytes) in computer.files() {
        let found = memchr::memmem::find(&bytes, b"kanariefageln").is_some();
        assert!(!found, "{}", path.display());
    }
    let register = open(&computer);
    assert_eq!(register.findings(), []);
    assert_eq!(the_agreement(&register).unwrap(), CANARY);
    let view = register
        .read(|connection| customers::view(connection, ELIN))
        .unwrap();
    assert_eq!(view.attachments[0].bytes, 37);
}

#[cfg(unix)]
#[test]
fn only_this_person_may_read_the_sealed_files_and_the_copies() {
    use std::os::unix::fs::PermissionsExt;
    let (computer, register) = with_agreement();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let (shared, local) = sealed_in(&computer);
    let copy = computer.0.path().join("kopia.pdf");
    export(&register, of(&register, ELIN)[0].id, &copy).unwrap();
    assert_eq!(fs::read(&copy).unwrap(), CANARY);
    for path in [only(&shared), only(&local), &copy] {
        assert_eq!(mode(path), 0o600, "{}", path.display());
    }
    assert_eq!(mode(shared[0].parent().unwrap()), 0o700);
}

#[test]
fn what_is_no_document_is_refused_and_leaves_nothing() {
    let (computer, mut register) = with_elin();
    let before = computer.sealed();
    for (name, bytes, rule) in [
        ("tom.pdf", &b""[..], Rule::Empty),
        ("avtal.pdf", b"MZ\x90\0\x03\0\0\0", Rule::Program),
        ("avtal.txt", b"#!/bin/sh\nrm -rf ~\n", Rule::Program),
    ] {
        let refused = attach(&computer, &mut register, name, bytes);
        assert!(
            matches!(refused, Err(Error::FileFailed(found)) if found == rule),
            "{name}"
        );
    }
    let large = computer.0.path().join("film.mov");
    let file = fs::File::create(&large).unwrap();
    file.set_len(BYTES_MAX + 1).unwrap();
    for (path, rule) in [
        (&*large, Rule::TooLarge),
        (computer.0.path(), Rule::Unreadable),
        (&computer.0.path().join("borta.pdf"), Rule::Gone),
    ] {
        let refused = kundbok_tests::attach(&mut register, ELIN, path, now());
        assert!(
            matches!(refused, Err(Error::FileFailed(found)) if found == rule),
            "{}",
            path.display()
        );
    }
    let nobody = source(&computer, "avtal.pdf", CANARY);
    let refused = kundbok_tests::attach(&mut register, CustomerId(99), &nobody, now());
    assert!(matches!(refused, Err(Error::NotFound)));
    assert_eq!(computer.sealed(), before);
    assert_eq!(sealed_in(&computer), (Vec::new(), Vec::new()));
}

#[test]
fn an_earlier_state_finds_the_file_that_was_removed_since() {
    let (computer, mut register) = with_agreement();
    remove_first(&mut register, ELIN);
    let (shared, local) = sealed_in(&computer);
    assert!(shared.is_empty(), "it left the folder with its row");
    only(&local);
    let with_it = generation(&register, 3);
    register.restore_generation(&with_it, now()).unwrap();
    only(&sealed_in(&computer).0);
    assert_eq!(the_agreement(&register).unwrap(), CANARY);
    drop(register);
    let register = open(&computer);
    assert_eq!(register.findings(), []);
    assert_eq!(the_agreement(&register).unwrap(), CANARY);
}

#[test]
fn a_file_goes_from_the_computer_with_the_last_state_that_owns_it() {
    let (computer, mut register) = with_agreement();
    let long_ago = |register: &mut Register, days: i64| {
        let at = now() + chrono::TimeDelta::days(days);
        register
            .write(at, Action::EditCustomer, |_| Ok(Change::of_nobody(())))
            .unwrap();
    };
    register
        .write(now(), Action::EditCustomer, |connection| {
            connection.execute("DELETE FROM customer", []).unwrap();
            Ok(Change::of_nobody(()))
        })
        .unwrap();
    assert!(sealed_in(&computer).0.is_empty(), "erased with its owner");
    for save in 0..18 {
        long_ago(&mut register, 800 + save);
    }
    only(&sealed_in(&computer).1);
    assert!(
        register
            .generations()
            .unwrap()
            .iter()
            .any(|one| one.id.number == 3)
    );
    drop(register);
    let mut register = open(&computer);
    for save in 0..3 {
        long_ago(&mut register, 900 + save);
    }
    assert!(
        register
            .generations()
            .unwrap()
            .iter()
            .all(|one| one.id.number > 3)
    );
    assert_eq!(sealed_in(&computer), (Vec::new(), Vec::new()));
}

#[test]
fn new_keys_need_no_new_files() {
    let (computer, mut register) = with_agreement();
    let before = sealed_in(&computer);
    register
        .replace_register_key(&passphrase(PASSPHRASE), now())
        .unwrap();
    let recovery = RecoveryKey::make();
    register.replace_recovery_key(&recovery, now()).unwrap();
    drop(register);
    assert_eq!(sealed_in(&computer), before);
    assert_eq!(the_agreement(&open(&computer)).unwrap(), CANARY);
    let register = computer.open_by_sheet(&recovery).unwrap();
    assert_eq!(the_agreement(&register).unwrap(), CANARY);
}

#[test]
fn a_backup_has_the_files_and_gives_them_back_elsewhere() {
    let (computer, mut register) = with_agreement();
    let large: Vec<u8> = (0..3_000_000_u32).map(|n| n.to_le_bytes()[0]).collect();
    attach(&computer, &mut register, "film.mov", &large).unwrap();
    let backup = back_up(&register, computer.0.path(), now()).unwrap();
    let restore = |on: &Computer, path: &Path| {
        Register::restore_backup(
            &on.here(),
            &Backup::read(path)?,
            &Passphrase::from(PASSPHRASE.to_owned()),
        )
    };
    let elsewhere = Computer::new();
    let mut restored = restore(&elsewhere, &backup).unwrap();
    assert_eq!(restored.findings(), []);
    copy_all(&mut restored).unwrap();
    let rows = of(&restored, ELIN);
    assert_eq!(contents(&restored, &rows[0]).unwrap(), CANARY);
    assert_eq!(contents(&restored, &rows[1]).unwrap(), large);
    assert_eq!(rows[1].media_type, MediaType::Unknown);
    assert_eq!(sealed_in(&elsewhere).1.len(), 2, "and for earlier states");

    // Altered in the midst of a sealed file.
    let mut altered = fs::read(&backup).unwrap();
    let end = altered.len() - 100_000;
    altered[end] ^= 1;
    fs::write(&backup, altered).unwrap();
    let elsewhere = Computer::new();
    let refused = restore(&elsewhere, &backup);
    assert!(matches!(refused, Err(Error::FileFailed(Rule::Unreadable))));
    assert!(!elsewhere.folder().path().exists(), "nothing was written");
}

#[test]
fn who_is_taken_over_from_another_state_brings_her_files() {
    let (computer, mut register) = with_agreement();
    remove_first(&mut register, ELIN);
    attach(&computer, &mut register, "ny.txt", b"Hej").unwrap();
    let earlier = generation(&register, 3);
    assert_eq!(register.compare(&earlier).unwrap().changed.len(), 1);
    for _ in 0..2 {
        register.take_over(&earlier, &[ELIN], now()).unwrap();
        assert_eq!(the_agreement(&register).unwrap(), CANARY);
        assert_eq!(of(&register, ELIN).len(), 1);
        only(&sealed_in(&computer).0);
    }
    drop(register);
    assert_eq!(open(&computer).findings(), []);
}

/// She is added anew under another number, each time: two rows own one file, and it stays as long as
/// one of them does.
#[test]
fn a_file_that_two_rows_own_goes_with_the_last() {
    let (computer, mut register) = with_agreement();
    let with_elin = generation(&register, 3);
    register
        .write(
            now() + chrono::TimeDelta::minutes(1),
            Action::EditCustomer,
            |connection| {
                // As one from before marks, who was taken over twice.
                let mark = "UPDATE customer SET mark = 'another'";
                connection.execute(mark, []).unwrap();
                Ok(Change::of(ELIN, ()))
            },
        )
        .unwrap();
    register.take_over(&with_elin, &[ELIN], now()).unwrap();
    let ids: Vec<CustomerId> = super::find(&register, "Elin")
        .rows
        .iter()
        .map(|row| row.id)
        .collect();
    assert_eq!(ids.len(), 2);
    remove_first(&mut register, ids[0]);
    only(&sealed_in(&computer).0);
    let row = &of(&register, ids[1])[0];
    assert_eq!(contents(&register, row).unwrap(), CANARY);
    remove_first(&mut register, ids[1]);
    assert!(sealed_in(&computer).0.is_empty());
}

/// Fifty megabytes go in and out through a few hundred kilobytes.
#[test]
fn a_large_file_needs_little_memory() {
    const ALONE: &str = "KUNDBOK_TEST_ALONE";
    if std::env::var_os(ALONE).is_none() {
        // In a program of its own: the other tests need memory at the same time.
        let alone = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "attachments::a_large_file_needs_little_memory"])
            .env(ALONE, "1")
            .output()
            .unwrap();
        assert!(alone.status.success(), "{alone:?}");
        return;
    }
    let (computer, mut register) = with_elin();
    let path = computer.0.path().join("film.mov");
    let piece: Vec<u8> = (0..1_000_000_u32).map(|n| n.to_le_bytes()[1]).collect();
    let mut file = fs::File::create(&path).unwrap();
    for _ in 0..50 {
        std::io::Write::write_all(&mut file, &piece).unwrap();
    }
    drop(piece);
    let before = peak_memory();
    kundbok_tests::attach(&mut register, ELIN, &path, now()).unwrap();
    let copy = computer.0.path().join("kopia.mov");
    export(&register, of(&register, ELIN)[0].id, &copy).unwrap();
    let grown = peak_memory() - before;
    assert!(grown < 16_000_000, "{grown} bytes more");
    assert_eq!(fs::read(copy).unwrap(), fs::read(path).unwrap());
}

/// The most memory that this program has had (bytes; `/proc/self/status`, proc(5)).
fn peak_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .unwrap();
    let kilobytes = line.split_whitespace().nth(1).unwrap();
    kilobytes.parse::<u64>().unwrap() * 1024
}
