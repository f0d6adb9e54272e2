//! A real disk that is full, may only be read, is gone, or whose clock was set back: each has its
//! own answer.

use std::error::Error;
use std::fs::{self, File};
use std::io::{Write, stdout};
use std::path::Path;
use std::process::Command;

use chrono::Days;
use kundbok_core::register::Register;
use kundbok_core::{Error as Failure, Rule};

use super::child::{Part, Place, now, number};
use super::scene::edit;
use super::{Outcome, Row, Share, Trials};

/// The size of the small disk, as mount(8) takes it.
const SMALL_DISK: &str = "size=8m";

/// Bytes by which what is free is varied.
const STEP: usize = 4 << 10;

type Tried<T> = Result<T, Box<dyn Error>>;

/// An outcome that has a name.
type Named = fn(&Place) -> Tried<()>;

/// What needs no file system of its own.
pub fn gone_or_set_back(_: Share) -> Row {
    let trials = Trials::new("folder deleted underneath, clock set back a year: named outcomes");
    let all: [(&str, Named); 3] = [
        ("the register's folder is deleted", folder_deleted),
        (
            "this computer's own folder is deleted",
            local_folder_deleted,
        ),
        ("the clock is set back a year", clock_set_back),
    ];
    for (what, run) in all {
        trials.attempt(
            || what.to_owned(),
            || {
                let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
                let place = Place::make(folder.path()).map_err(|error| error.to_string())?;
                run(&place).map_err(|error| error.to_string())
            },
        );
    }
    trials.exhaustive()
}

fn folder_deleted(place: &Place) -> Tried<()> {
    let mut register = place.open()?;
    fs::remove_dir_all(place.register())?;
    expect(edit(&mut register, now(), "1"), Some(Rule::Gone))?;
    if place.register().exists() {
        return Err("a folder was made".into());
    }
    drop(register);
    match place.open() {
        Err(error) if error.to_string() == Failure::VaultMissing.to_string() => {}
        other => return Err(format!("{:?}", other.err()).into()),
    }
    let register = Register::restore_with_recovery_key(&place.here(), &place.recovery()?)?;
    expect_number(&register, 0)
}

fn local_folder_deleted(place: &Place) -> Tried<()> {
    let mut register = place.open()?;
    fs::remove_dir_all(place.local())?;
    expect(edit(&mut register, now(), "1"), None)?;
    drop(register);
    expect_number(&place.open()?, 1)
}

/// The generations of the time to come stay, and so do the new ones; nothing is taken for damaged or
/// turned back.
fn clock_set_back(place: &Place) -> Tried<()> {
    const SAVES: u64 = 30;
    let mut register = place.open()?;
    let generations = register.generations()?.len();
    let then = now() - Days::new(365);
    for number in 1..=SAVES {
        edit(&mut register, then, &number.to_string())?;
    }
    let kept = register.generations()?.len();
    if kept != generations + usize::try_from(SAVES)? {
        return Err(format!("{kept} generations are kept").into());
    }
    drop(register);
    let register = place.open()?;
    if !register.findings().is_empty() {
        return Err(format!("{:?}", register.findings()).into());
    }
    expect_number(&register, SAVES)
}

/// What needs one, in a child that has it.
pub fn full_or_read_only(_: Share) -> Row {
    let trials = Trials::new("a full disk, byte by byte, and one that may only be read (tmpfs)");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let place = Place(folder.path().to_owned());
    let script = format!(r#"mount -t tmpfs -o {SMALL_DISK} tmpfs "$0" && exec "$@""#);
    let told = [&["-Urm"][..], &["-m"]].iter().find_map(|options| {
        let output = Command::new("unshare")
            .args(*options)
            .args(["sh", "-c", &script])
            .arg(folder.path())
            .arg(super::child::program())
            .args(Part::Mounted.arguments(&place))
            .output()
            .ok()?;
        let told = String::from_utf8(output.stdout).ok()?;
        told.contains(MOUNTED)
            .then_some((told, output.status.success()))
    });
    let Some((told, to_its_end)) = told else {
        return trials.skipped("no file system may be mounted here");
    };
    for line in told.lines().filter(|line| *line != MOUNTED) {
        let (what, outcome) = line.split_once(": ").unwrap_or((line, "nothing said"));
        trials.attempt(
            || what.to_owned(),
            || match outcome {
                "ok" => Ok(()),
                why => Err(why.to_owned()),
            },
        );
    }
    trials.attempt(
        || "the child".to_owned(),
        || {
            if to_its_end {
                Ok(())
            } else {
                Err("ended early".to_owned())
            }
        },
    );
    trials.exhaustive()
}

/// What the child says when it has its file system.
const MOUNTED: &str = "mounted";

/// The child's part, on a small disk of its own.
///
/// # Errors
/// Whatever is not what is tried.
pub fn on_a_mount(root: &Path) -> Tried<()> {
    let mut out = stdout();
    writeln!(out, "{MOUNTED}")?;
    let place = Place::make(root)?;
    let sealed = usize::try_from(fs::metadata(place.register().join("register.age"))?.len())?;
    // Two copies are written beside the old ones.
    let (mut refused, mut saved) = (0, 0);
    for free in (0..sealed * 3).step_by(STEP) {
        let outcome = full_but_for(&place, free);
        match &outcome {
            Ok(true) => saved += 1,
            Ok(false) => refused += 1,
            Err(_) => {}
        }
        writeln!(out, "{free} bytes free: {}", verdict(&outcome))?;
    }
    let both = if refused > 0 && saved > 0 {
        "ok"
    } else {
        "never full, or never enough"
    };
    writeln!(out, "from full to enough: {both}")?;
    writeln!(out, "read only: {}", verdict(&read_only(&place)))?;
    Ok(())
}

fn verdict<T>(outcome: &Tried<T>) -> String {
    match outcome {
        Ok(_) => "ok".to_owned(),
        Err(error) => error.to_string(),
    }
}

/// Answers whether it was saved. When it was not, that was for lack of room, the next program finds
/// all that was saved before, and with room it is saved.
fn full_but_for(place: &Place, free: usize) -> Tried<bool> {
    let filler = place.0.join("filler");
    let mut register = place.open()?;
    let before = number(&register)?;
    let next = (before + 1).to_string();
    fill(&filler, free)?;
    let result = edit(&mut register, now(), &next);
    drop(register);
    let at_once = fs::read(place.register().join("register.age"))?;
    fs::remove_file(&filler)?;
    let register = place.open()?;
    if !register.findings().is_empty() {
        return Err(format!("{:?}", register.findings()).into());
    }
    if at_once != fs::read(place.register().join("register.age"))? {
        return Err("the file changed".into());
    }
    match result {
        Ok(()) => {
            expect_number(&register, before + 1)?;
            Ok(true)
        }
        Err(Failure::SaveFailed(Rule::Full)) => {
            expect_number(&register, before)?;
            let mut register = register;
            edit(&mut register, now(), &next)?;
            drop(register);
            expect_number(&place.open()?, before + 1)?;
            Ok(false)
        }
        Err(error) => Err(error.into()),
    }
}

/// Fills the disk until so many bytes are free.
fn fill(filler: &Path, free: usize) -> Tried<()> {
    let mut file = File::create(filler)?;
    let block = [0; STEP];
    let mut most = 0;
    while file.write_all(&block).is_ok() {
        most += block.len() as u64;
    }
    file.set_len(most.saturating_sub(free as u64))?;
    Ok(())
}

fn read_only(place: &Place) -> Tried<()> {
    // The lock is held open for writing: only the register's folder can be made so.
    let folder = place.register();
    mount(&["--bind"], &[&folder, &folder])?;
    let mut register = place.open()?;
    let before = number(&register)?;
    let sealed = fs::read(place.register().join("register.age"))?;
    mount(&["-o", "remount,bind,ro"], &[&folder])?;
    let result = edit(&mut register, now(), "1000000");
    let after = fs::read(place.register().join("register.age"))?;
    mount(&["-o", "remount,bind,rw"], &[&folder])?;
    expect(result, Some(Rule::ReadOnly))?;
    if after != sealed {
        return Err("the file changed".into());
    }
    let next = (before + 1).to_string();
    edit(&mut register, now(), &next)?;
    drop(register);
    expect_number(&place.open()?, before + 1)
}

fn mount(options: &[&str], folders: &[&Path]) -> Tried<()> {
    let status = Command::new("mount").args(options).args(folders).status()?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{options:?} failed").into())
    }
}

fn expect(result: kundbok_core::Result<()>, rule: Option<Rule>) -> Outcome {
    match (result, rule) {
        (Ok(()), None) => Ok(()),
        (Err(Failure::SaveFailed(found)), Some(rule)) if found == rule => Ok(()),
        (result, _) => Err(format!("{result:?}")),
    }
}

fn expect_number(register: &Register, expected: u64) -> Tried<()> {
    let found = number(register)?;
    if found == expected {
        Ok(())
    } else {
        Err(format!("{found}, not {expected}").into())
    }
}
