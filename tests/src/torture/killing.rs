//! Real processes on a real disk: killed at random moments, started all at once, told by the system
//! that a sync failed.

use std::error::Error;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use kundbok_core::hash::sha256;

use super::child::{Part, Place, number};
use super::trials::on_all_cores;
use super::{Outcome, Row, Share, Trials};
use crate::sample::Chance;

/// Programs that are started at once.
const AT_ONCE: usize = 20;

type Tried<T> = Result<T, Box<dyn Error>>;

/// `kill -9` at random moments of a program that saves on and on.
pub fn killed_at_random(share: Share) -> Row {
    let trials = Trials::new("kill -9 at a random moment of saving: no acknowledged save is lost");
    let kills: u64 = share.of(40, 10_000);
    let left = AtomicU64::new(kills);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    on_all_cores(cores, |core| {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let place = Place::make(folder.path()).expect("a register");
        // The shortest of a few: the computer may be busy with other things now and then.
        let span = (0..5)
            .map(|_| span_of_three_saves(&place).expect("a program that saves"))
            .min()
            .unwrap_or_default();
        let mut chance = Chance(core as u64);
        let mut acknowledged = place
            .open()
            .and_then(|register| number(&register))
            .expect("what it saved");
        while left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
                left.checked_sub(1)
            })
            .is_ok()
        {
            let micros = u64::try_from(span.as_micros()).unwrap_or(u64::MAX);
            let delay = Duration::from_micros(chance.below(micros.max(1)));
            trials.attempt(
                || format!("killed after {delay:?}"),
                || {
                    acknowledged = killed_after(&place, delay, acknowledged)
                        .map_err(|error| error.to_string())?;
                    Ok(())
                },
            );
        }
    });
    trials.row(kills)
}

/// How long a program takes from its start until it has saved three times.
fn span_of_three_saves(place: &Place) -> Tried<Duration> {
    let start = Instant::now();
    let mut child = place.child(Part::Saves).stdout(Stdio::piped()).spawn()?;
    let told = BufReader::new(child.stdout.take().ok_or("no output")?);
    told.lines().nth(2).ok_or("it ended")??;
    let span = start.elapsed();
    child.kill()?;
    child.wait()?;
    Ok(span)
}

fn killed_after(place: &Place, delay: Duration, before: u64) -> Tried<u64> {
    let mut child = place.child(Part::Saves).stdout(Stdio::piped()).spawn()?;
    thread::sleep(delay);
    child.kill()?;
    let mut told = String::new();
    child
        .stdout
        .take()
        .ok_or("no output")?
        .read_to_string(&mut told)?;
    child.wait()?;
    // A line that was not told to its end was not told.
    let whole = told.rsplit_once('\n').map_or("", |(whole, _)| whole);
    let last = whole.lines().last().map_or(Ok(before), str::parse)?;
    let register = place.open()?;
    if !register.findings().is_empty() {
        return Err(format!("opens with {:?}", register.findings()).into());
    }
    let found = number(&register)?;
    if found < last {
        return Err(format!("{last} was acknowledged, {found} is there").into());
    }
    if found > last + 1 {
        return Err(format!("{last} was acknowledged, and {found} is there already").into());
    }
    Ok(found)
}

/// Twenty programs that open the same register at once.
pub fn started_at_once(share: Share) -> Row {
    let trials = Trials::new("20 starts at once: one writer, the others are told so");
    let rounds: u64 = share.of(2, 100);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let place = Place::make(folder.path()).expect("a register");
    for round in 0..rounds {
        trials.attempt(
            || format!("round {round}"),
            || start_all(&place).map_err(|error| error.to_string())?,
        );
    }
    trials.row(rounds)
}

fn start_all(place: &Place) -> Tried<Outcome> {
    let mut children: Vec<Child> = (0..AT_ONCE)
        .map(|_| {
            place
                .child(Part::Opens)
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .spawn()
        })
        .collect::<std::io::Result<_>>()?;
    for child in &mut children {
        child.stdin.as_mut().ok_or("no input")?.write_all(b"go\n")?;
    }
    let mut told = Vec::new();
    for child in &mut children {
        let mut line = String::new();
        BufReader::new(child.stdout.take().ok_or("no output")?).read_line(&mut line)?;
        told.push(line.trim().to_owned());
    }
    for mut child in children {
        drop(child.stdin.take());
        child.wait()?;
    }
    let said = |word: &str| told.iter().filter(|line| *line == word).count();
    Ok(match (said("open"), said("register in use")) {
        (1, others) if others == AT_ONCE - 1 => Ok(()),
        _ => Err(format!("{told:?}")),
    })
}

/// The system's own `fsync` fails, each one in turn: it is not reported as saved.
pub fn a_sync_fails(_: Share) -> Row {
    let trials = Trials::new("fsync fails in the system (strace): reported as not saved");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let place = Place::make(folder.path()).expect("a register");
    if !traces(&place) {
        return trials.skipped("strace may not trace here");
    }
    let mut failed = 0;
    for nth in 1.. {
        let mut was_saved = false;
        trials.attempt(
            || format!("fsync {nth} of each thread"),
            || {
                was_saved = save_traced(&place, nth).map_err(|error| error.to_string())?;
                Ok(())
            },
        );
        if was_saved || nth > 9 {
            break;
        }
        failed += 1;
    }
    // Of the thread that writes the register: the file, the generation's name, the register's name.
    trials.attempt(
        || "syncs that can fail".to_owned(),
        || match failed {
            3 => Ok(()),
            _ => Err(format!("{failed}")),
        },
    );
    trials.exhaustive()
}

fn save_traced(place: &Place, nth: u32) -> Tried<bool> {
    let before = number(&place.open()?)?;
    let output = strace(
        place,
        Part::SavesOnce,
        &[
            "-e",
            &format!("inject=fsync,fdatasync:error=EIO:when={nth}"),
        ],
    )
    .output()?;
    let told = String::from_utf8(output.stdout)?;
    let register = place.open()?;
    if !register.findings().is_empty() {
        return Err(format!("opens with {:?}", register.findings()).into());
    }
    let found = number(&register)?;
    match told.trim() {
        "saved" if found == before + 1 => {
            expect_hash(place)?;
            Ok(true)
        }
        "not saved: Failed" if (before..=before + 1).contains(&found) => Ok(false),
        told => Err(format!("said {told}, {before} before, {found} now").into()),
    }
}

/// The file that a fresh process reads has the digest that the program noted of what it sealed.
pub(super) fn expect_hash(place: &Place) -> Tried<()> {
    let sealed = std::fs::read(place.register().join("register.age"))?;
    let id = std::fs::read_dir(place.local())?
        .next()
        .ok_or("no local folder")??;
    let head = std::fs::read_to_string(id.path().join("head.json"))?;
    if head.contains(&sha256(&sealed)) {
        Ok(())
    } else {
        Err("what is on disk is not what was sealed".into())
    }
}

/// Whether they can be.
pub(super) fn traces(place: &Place) -> bool {
    let output = strace(place, Part::SavesOnce, &[]).output();
    output.is_ok_and(|output| output.stdout == b"saved\n")
}

/// Where it is written what was traced.
pub(super) fn traced(place: &Place) -> PathBuf {
    place.0.join("syncs")
}

/// A child at work whose syncs are traced.
pub(super) fn strace(place: &Place, part: Part, arguments: &[&str]) -> Command {
    let mut command = Command::new("strace");
    command
        .args(["-f", "-qq", "-y", "-e", "trace=fsync,fdatasync", "-o"])
        .arg(traced(place))
        .args(arguments)
        .arg(super::child::program())
        .args(part.arguments(place));
    command
}
