//! A computer that opens while another has the register open, and the sync client has not brought
//! everything: it looks before it writes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use kundbok_core::Error;
use kundbok_core::customers::CustomerId;
use kundbok_core::hash::sha256;
use kundbok_core::register::{Finding, Register, Standing};
use kundbok_core::vault::Backup;
use kundbok_tests::sample::PASSPHRASE;
use kundbok_tests::{attach, back_up, export};

use super::super::{Computer, add, find, named, now, passphrase};
use super::{At, shared, who};

/// A register that Bo's computer knows and Anna's has open, as a sync client brings it: first to Bo.
struct Scene {
    shared: Computer,
    started: Instant,
}

impl Scene {
    fn new() -> Self {
        Self {
            shared: shared(),
            started: Instant::now(),
        }
    }

    fn of(&self, name: &'static str) -> At<'_> {
        At::new(&self.shared, name, self.started)
    }

    /// What lies in the register's folder, with its digests.
    fn folder(&self) -> BTreeMap<PathBuf, String> {
        let files = self.shared.files().into_iter();
        let shared = files.filter(|(path, _)| path.starts_with(self.shared.folder().path()));
        shared.map(|(path, bytes)| (path, sha256(&bytes))).collect()
    }

    /// A file of the register's folder goes missing until it is put back.
    fn lose(&self, name: &str) -> impl FnOnce() + use<> {
        let path = self.shared.folder().path().join(name);
        let bytes = fs::read(&path).unwrap();
        fs::remove_file(&path).unwrap();
        move || fs::write(path, bytes).unwrap()
    }
}

fn elsewhere(result: kundbok_core::Result<Register>) -> String {
    match result {
        Err(Error::Arriving(computer)) => computer,
        Err(error) => panic!("{error:?}"),
        Ok(register) => panic!("{:?}", register.findings()),
    }
}

#[test]
fn a_half_synced_register_is_not_written_over_while_it_is_open_elsewhere() {
    let scene = Scene::new();
    let (annas, bos) = (scene.of("Annas dator"), scene.of("Bos dator"));
    drop(bos.open(0));
    let backup = {
        let (bo, _) = bos.open(5);
        back_up(&bo, bos.local.0.path(), now()).unwrap()
    };
    let (mut anna, _) = annas.open(10);
    add(&mut anna, named("Tove", "Där")).unwrap();
    let whole = scene.shared.sealed();
    for half in [&whole[..whole.len() / 2], b""] {
        fs::write(scene.shared.file(), half).unwrap();
        let before = scene.folder();
        assert_eq!(elsewhere(bos.try_to_open(20)), "Annas dator");
        let here = bos.here(20);
        let phrase = passphrase(PASSPHRASE);
        assert_eq!(elsewhere(Register::restore(&here, &phrase)), "Annas dator");
        let read = Backup::read(&backup).unwrap();
        let restored = Register::restore_backup(&here, &read, &phrase);
        assert_eq!(elsewhere(restored), "Annas dator");
        assert_eq!(scene.folder(), before, "not one byte");
    }
    // Missing for a moment, as sync clients that replace a file let it be.
    fs::remove_file(scene.shared.file()).unwrap();
    let before = scene.folder();
    let restored = Register::restore(&bos.here(20), &passphrase(PASSPHRASE));
    assert_eq!(elsewhere(restored), "Annas dator");
    assert_eq!(scene.folder(), before);

    // It has come.
    fs::write(scene.shared.file(), &whole).unwrap();
    let (bo, standing) = bos.open(30);
    assert_eq!(who(&standing), Some(("Annas dator", false)));
    assert_eq!((find(&bo, "").all, bo.findings()), (2, &[][..]));
    drop(bo);
    add(&mut anna, named("Stina", "Sist")).unwrap();
}

#[test]
fn with_a_note_that_a_crash_left_it_is_put_back() {
    // The next day, and on a computer whose clock was set back a year.
    for (seconds, off) in [(86_400, 0), (20, -365 * 24 * 60)] {
        let scene = Scene::new();
        let (annas, mut bos) = (scene.of("Annas"), scene.of("Bos"));
        drop(bos.open(0));
        let (anna, _) = annas.open(10);
        let whole = scene.shared.sealed();
        fs::write(scene.shared.file(), &whole[..whole.len() / 2]).unwrap();
        bos.off = off;
        // It may be of a computer whose clock is wrong: one that lives renews it soon.
        let before = scene.folder();
        for watched in [0, 80] {
            assert_eq!(elsewhere(bos.try_to_open(seconds + watched)), "Annas");
            assert_eq!(scene.folder(), before, "not one byte");
        }
        let seconds = seconds + 90;
        let (mut bo, standing) = bos.open(seconds);
        assert_eq!(standing, Standing::default());
        assert!(matches!(bo.findings(), [Finding::Restored { .. }]));
        add(&mut bo, named("Ida", "Här")).unwrap();
        drop(anna);
    }
}

#[test]
fn a_half_synced_register_is_not_read_again_either() {
    let scene = Scene::new();
    let (annas, bos) = (scene.of("Annas dator"), scene.of("Bos"));
    let (mut anna, _) = annas.open(0);
    let (mut bo, _) = bos.open(10);
    add(&mut anna, named("Tove", "Där")).unwrap();
    let whole = scene.shared.sealed();
    fs::write(scene.shared.file(), &whole[..whole.len() / 2]).unwrap();
    let before = scene.folder();
    for take_over in [false, true] {
        let (wall, measured) = bos.clocks(20);
        let refused = bo.read_again(take_over, wall, measured);
        assert!(matches!(refused, Err(Error::Arriving(who)) if who == "Annas dator"));
    }
    assert_eq!(scene.folder(), before);
    assert_eq!(find(&bo, "").all, 1);
    fs::write(scene.shared.file(), &whole).unwrap();
    bos.read_again(&mut bo, false, 30);
    assert_eq!(find(&bo, "").all, 2);
}

#[test]
fn a_missing_key_file_is_not_put_back_while_it_is_open_elsewhere() {
    let scene = Scene::new();
    let (annas, bos) = (scene.of("Annas dator"), scene.of("Bos"));
    drop(bos.open(0));
    let (anna, _) = annas.open(10);
    let arrives = scene.lose("keys/owner.age");
    let before = scene.folder();
    let (bo, standing) = bos.open(20);
    assert_eq!(who(&standing), Some(("Annas dator", false)));
    assert_eq!((find(&bo, "").all, bo.findings()), (1, &[][..]));
    assert_eq!(scene.folder(), before);
    drop((bo, anna));
    assert!(!scene.shared.folder().path().join("keys/owner.age").exists());

    // Nobody has it open any more: now it is lost.
    let (bo, _) = bos.open(30);
    assert!(matches!(bo.findings(), [Finding::KeyFileRestored]));
    drop(bo);
    arrives();
    assert_eq!(bos.open(40).0.findings(), []);
}

#[test]
fn missing_files_are_neither_put_back_nor_told_of_while_it_is_open_elsewhere() {
    let scene = Scene::new();
    let (annas, bos) = (scene.of("Annas dator"), scene.of("Bos"));
    let agreement = scene.shared.0.path().join("avtal.txt");
    fs::write(&agreement, b"Hej").unwrap();
    {
        let (mut bo, _) = bos.open(0);
        attach(&mut bo, CustomerId(1), &agreement, now()).unwrap();
    }
    let (anna, _) = annas.open(10);
    let name = scene.folder().into_keys().find(|path| is_attachment(path));
    let name = name.unwrap();
    let orphan = name.with_file_name(format!("{}.age", "0".repeat(32)));
    fs::rename(&name, &orphan).unwrap();
    let before = scene.folder();
    let (bo, _) = bos.open(20);
    assert_eq!(bo.findings(), []);
    // It can be read from this computer's copy, and that puts nothing back either.
    let copy = scene.shared.0.path().join("kopia.txt");
    export(&bo, 1, &copy).unwrap();
    assert_eq!(fs::read(&copy).unwrap(), b"Hej");
    back_up(&bo, bos.local.0.path(), now()).unwrap();
    assert_eq!(scene.folder(), before, "not one byte");
    drop((bo, anna));
    let (bo, _) = bos.open(30);
    let findings = bo.findings();
    assert!(
        matches!(
            findings,
            [
                Finding::AttachmentsPutBack { count: 1 },
                Finding::AttachmentsUnowned { count: 1 }
            ]
        ),
        "{findings:?}"
    );
    assert!(name.exists());
}

fn is_attachment(path: &Path) -> bool {
    path.parent()
        .is_some_and(|folder| folder.ends_with("attachments"))
}
