//! What is reported as done is on disk: a fresh process finds there what has the same digest.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use kundbok_core::Language;
use kundbok_core::attachments;
use kundbok_core::consents::{self, PrintConsent};
use kundbok_core::customers;
use kundbok_core::hash::sha256;
use kundbok_core::inventory::Purpose;
use kundbok_core::register::Register;
use kundbok_core::vault::{self, Backup, RegisterFolder};

use super::child::{Part, Place, now, number};
use super::killing::{expect_hash, strace, traced, traces};
use super::scene::{self, SHE, edit};
use super::{Row, Share, Trials};
use crate::here;

type Tried<T> = Result<T, Box<dyn Error>>;

/// The digest of what shall be there, or is.
type Digest = fn(&Place, &mut Register) -> Tried<String>;

/// What is done, how, and how it is found. The last three make files of their own.
const DEEDS: [(&str, Digest, Digest); 5] = [
    (SAVED, save, |_, register| fields(register)),
    (TAKEN_IN, keep, |place, register| {
        let to = place.0.join("read back");
        crate::export(register, latest(register)?, &to)?;
        Ok(sha256(&fs::read(to)?))
    }),
    (COPIED, copy, |place, _| {
        Ok(sha256(&fs::read(copied(place))?))
    }),
    (PRINTED, print, |place, _| {
        Ok(sha256(&fs::read(printed(place))?))
    }),
    (BACKED_UP, back_up, |place, _| restore(place)),
];
const SAVED: &str = "saved";
const TAKEN_IN: &str = "taken in";
const COPIED: &str = "copied";
const PRINTED: &str = "printed";
const BACKED_UP: &str = "backed up";

/// What is not done when a file whose path holds this is not synced: one of these.
const UNDONE: [(&str, &[&str]); 4] = [
    ("register.age.part", &[SAVED, TAKEN_IN]),
    ("copy.bin.part", &[COPIED]),
    ("paper.pdf.part", &[PRINTED]),
    ("backups/", &[BACKED_UP]),
];

/// What was taken in last.
const KEPT: &str = "kept.bin";

/// More syncs than one thread makes.
const SYNCS_MAX: u32 = 60;

/// Everything once, and read back by a fresh process.
pub fn is_on_disk(_: Share) -> Row {
    let trials = Trials::new("what is reported as done: a fresh process reads the same (SHA-256)");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let place = stage(folder.path()).expect("a register with a backup");
    trials.attempt(
        || "all of it".to_owned(),
        || {
            let output = place.child(Part::Reports).output();
            let done = lines(output).and_then(|done| expect_found(&place, &done, ""));
            match done.map_err(|error| error.to_string())? {
                all if all == DEEDS.len() => Ok(()),
                done => Err(format!("{done} were done")),
            }
        },
    );
    trials.exhaustive()
}

/// The system's own `fsync` fails, each one in turn: what is not reported has made no file or, when only
/// its name was not synced, a whole one; the backup before is as it was.
pub fn a_sync_fails(_: Share) -> Row {
    let trials = Trials::new("fsync fails (strace) for a backup or a copy: never reported as done");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let place = stage(folder.path()).expect("a register with a backup");
    if !traces(&place) {
        return trials.skipped("strace may not trace here");
    }
    let whole = lines(place.child(Part::Reports).output()).unwrap_or_default();
    let paper = whole.into_iter().find(|line| line.starts_with(PRINTED));
    let paper = paper.expect("a paper, when no sync fails");
    trials.attempt(
        || "a drive that cannot be asked, as macOS has them".to_owned(),
        || {
            let run = || -> Tried<usize> {
                clear(&place)?;
                // Each is asked, and then synced without asking the drive.
                let fail = "inject=fsync,fdatasync:error=EOPNOTSUPP:when=1+2";
                let output = strace(&place, Part::Reports, &["-e", fail]).output();
                expect_found(&place, &lines(output)?, &paper)
            };
            match run().map_err(|error| error.to_string())? {
                all if all == DEEDS.len() => Ok(()),
                done => Err(format!("{done} were done")),
            }
        },
    );
    let mut failed = UNDONE.map(|(path, _)| (path, false));
    for nth in 1..SYNCS_MAX {
        let mut has_failed = true;
        trials.attempt(
            || format!("fsync {nth} of each thread"),
            || {
                let run = || -> Tried<Vec<String>> {
                    clear(&place)?;
                    let fail = format!("inject=fsync,fdatasync:error=EIO:when={nth}");
                    let output = strace(&place, Part::Reports, &["-e", &fail]).output();
                    let done = lines(output)?;
                    expect_found(&place, &done, &paper)?;
                    Ok(done)
                };
                let done = run().map_err(|error| error.to_string())?;
                let syncs = fs::read_to_string(traced(&place)).unwrap_or_default();
                has_failed = syncs.contains("(INJECTED)");
                for ((path, failed), (_, undone)) in failed.iter_mut().zip(UNDONE) {
                    let is_of = |line: &str| line.contains(*path) && line.ends_with("(INJECTED)");
                    if syncs.lines().any(is_of) {
                        *failed = true;
                        expect_undone(&done, undone)?;
                    }
                }
                Ok(())
            },
        );
        if !has_failed {
            break;
        }
    }
    for (path, failed) in failed {
        trials.attempt(
            || path.to_owned(),
            || failed.then_some(()).ok_or("never failed".to_owned()),
        );
    }
    trials.exhaustive()
}

fn expect_undone(done: &[String], undone: &[&str]) -> Result<(), String> {
    let is_done = |what: &&str| done.iter().any(|line| line.starts_with(*what));
    if undone.iter().all(is_done) {
        return Err(format!("reported, and not synced: {undone:?}"));
    }
    Ok(())
}

/// What was reported is found. What was not is not there, or it is a whole copy, or `paper`. Answers how
/// much was reported.
fn expect_found(place: &Place, done: &[String], paper: &str) -> Tried<usize> {
    let found = lines(place.child(Part::ReadsBack).output())?;
    if let Some(lost) = done.iter().find(|line| !found.contains(line)) {
        return Err(format!("reported {lost}, and found {found:?}").into());
    }
    let copy = fs::read(place.0.join(KEPT)).map(|bytes| format!("{COPIED} {}", sha256(&bytes)));
    let is_whole = |line: &String| line == paper || copy.as_ref().is_ok_and(|copy| copy == line);
    let is_of_her_own = |line: &&String| {
        let files = [COPIED, PRINTED, BACKED_UP];
        files.iter().any(|file| line.starts_with(file))
    };
    let mut unreported = found.iter().filter(|line| !done.contains(line));
    if let Some(torn) = unreported.find(|line| is_of_her_own(line) && !is_whole(line)) {
        return Err(format!("{torn} was not reported, and is there").into());
    }
    if fs::read(place.0.join("earlier"))? != fs::read(earlier(place))? {
        return Err("the backup before is another".into());
    }
    if done.iter().any(|line| line.starts_with(SAVED)) {
        expect_hash(place)?;
    }
    Ok(done.len())
}

/// The part of the child that does it all: what it is told is done.
///
/// # Errors
/// When it cannot be begun.
pub fn done(place: &Place) -> Tried<Vec<String>> {
    let mut register = place.open()?;
    let digests = DEEDS
        .iter()
        .map(|(what, make, _)| (what, make(place, &mut register)));
    Ok(told(digests))
}

/// The part of the child that finds it.
///
/// # Errors
/// When the register does not open.
pub fn found(place: &Place) -> Tried<Vec<String>> {
    let mut register = place.open()?;
    let digests = DEEDS
        .iter()
        .map(|(what, _, find)| (what, find(place, &mut register)));
    Ok(told(digests))
}

fn told<'a>(digests: impl Iterator<Item = (&'a &'static str, Tried<String>)>) -> Vec<String> {
    digests
        .filter_map(|(what, digest)| Some(format!("{what} {}", digest.ok()?)))
        .collect()
}

fn lines(output: std::io::Result<std::process::Output>) -> Tried<Vec<String>> {
    let told = String::from_utf8(output?.stdout)?;
    Ok(told.lines().map(str::to_owned).collect())
}

/// A register with a backup, of which a copy tells what it was.
fn stage(root: &Path) -> Tried<Place> {
    let place = Place::make(root)?;
    fs::create_dir(backups(&place))?;
    back_up(&place, &mut place.open()?)?;
    fs::copy(earlier(&place), place.0.join("earlier"))?;
    Ok(place)
}

/// Removes what the child made before.
fn clear(place: &Place) -> Tried<()> {
    for path in [copied(place), printed(place)]
        .into_iter()
        .chain(latest_backup(place))
    {
        if path.exists() {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

fn save(_: &Place, register: &mut Register) -> Tried<String> {
    let next = number(register)? + 1;
    edit(register, now(), &next.to_string())?;
    fields(register)
}

fn fields(register: &Register) -> Tried<String> {
    let view = register.read(|connection| customers::view(connection, SHE))?;
    Ok(sha256(&serde_json::to_vec(&view.fields)?))
}

fn keep(place: &Place, register: &mut Register) -> Tried<String> {
    let path = place.0.join("avtal.bin");
    let bytes = number(register)?.to_le_bytes().repeat(10_000);
    fs::write(&path, &bytes)?;
    crate::attach(register, SHE, &path, now())?;
    fs::rename(&path, place.0.join(KEPT))?;
    Ok(sha256(&bytes))
}

/// The file that was kept last.
fn latest(register: &Register) -> Tried<u32> {
    let views = register.read(|connection| attachments::view(connection, SHE))?;
    let ids = views.iter().map(|view| view.id);
    Ok(ids.max().ok_or("no file is kept")?)
}

fn copy(place: &Place, register: &mut Register) -> Tried<String> {
    crate::export(register, latest(register)?, &copied(place))?;
    Ok(sha256(&fs::read(place.0.join(KEPT))?))
}

fn print(place: &Place, register: &mut Register) -> Tried<String> {
    let request = PrintConsent {
        to: Purpose::Photo.into(),
        version: 1,
        language: Language::Sv,
        customer_id: None,
    };
    let today = now().date_naive();
    let paper = register.read(|connection| consents::print(connection, today, &request))?;
    vault::export(&printed(place), &paper.bytes)?;
    Ok(sha256(&paper.bytes))
}

/// Under the name of the one before, if that were not taken.
fn back_up(place: &Place, register: &mut Register) -> Tried<String> {
    crate::back_up(register, &backups(place), scene::now())?;
    fields(register)
}

/// On a new computer.
fn restore(place: &Place) -> Tried<String> {
    let backup = Backup::read(&latest_backup(place).ok_or("no backup")?)?;
    let folder = tempfile::tempdir()?;
    let here = here(
        RegisterFolder::at(folder.path().join("register")),
        &folder.path().join("local"),
    );
    let register = Register::restore_backup_with_recovery_key(&here, &backup, &place.recovery()?)?;
    fields(&register)
}

fn copied(place: &Place) -> PathBuf {
    place.0.join("copy.bin")
}

fn printed(place: &Place) -> PathBuf {
    place.0.join("paper.pdf")
}

fn backups(place: &Place) -> PathBuf {
    place.0.join("backups")
}

fn earlier(place: &Place) -> PathBuf {
    backups(place).join(format!(
        "kundbok-{}.zip",
        scene::now().format("%Y-%m-%d-%H%M")
    ))
}

/// Any file that is called a backup, but the one before.
fn latest_backup(place: &Place) -> Option<PathBuf> {
    let entries = fs::read_dir(backups(place)).ok()?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut backups = paths.filter(|path| {
        path.extension().is_some_and(|extension| extension == "zip") && *path != earlier(place)
    });
    backups.next()
}
