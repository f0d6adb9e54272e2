//! A sync client lays another computer's register down while this one saves, at every moment of it.

use std::path::Path;

use kundbok_core::Error;
use kundbok_core::register::{Finding, Register};

use super::again::open_or_restore;
use super::disk::{Call, Disk, Operation};
use super::faults::calls_of_a_save;
use super::scene::{Scene, change, contents, edit, now, register_file};
use super::{Outcome, Row, Share, Trials};

const SIZES: [usize; 3] = [1, 100, 1_000];
const SAVES: u32 = 3;

/// Before every call of a save another computer's file arrives, or the one that was there before
/// comes back. What arrives stays, and what was being saved is kept on this computer.
///
/// Not tried is the one moment that no program can close: between the last look at the file and the
/// rename over it there is no call.
pub fn at_any_moment(share: Share) -> Row {
    let trials = Trials::new("another computer's file arriving at every moment of a save");
    for size in share.of(&SIZES[..1], &SIZES[..]) {
        let scene = Scene::new(*size, SAVES);
        let before = sealed(&scene.disk).expect("the register");
        let theirs = saved_elsewhere(&scene);
        let mut calls = calls_of_a_save(&scene);
        calls.retain(|call| !is_the_rename(call));
        trials.attempt_all(
            &calls,
            |call| format!("{size} customers, before {call:?}"),
            |call| save_meets(&scene, call, &theirs),
        );
        trials.attempt_all(
            &calls,
            |call| format!("{size} customers, back before {call:?}"),
            |call| save_meets_what_was_before(&scene, call, &before),
        );
    }
    trials.exhaustive()
}

/// Before every call of a recovery the file that the sync client was still writing is whole. It stays,
/// and is what is opened, now or the next time.
///
/// Nor is the moment between the last look and the rename tried here.
pub fn during_a_recovery(share: Share) -> Row {
    let trials = Trials::new("another computer's file arriving at every moment of a recovery");
    let scene = Scene::new(1, SAVES);
    let theirs = saved_elsewhere(&scene);
    let half = &theirs[..theirs.len() / 2];
    let places: [Option<&[u8]>; 4] = [None, Some(half), Some(b""), Some(b"hej")];
    for place in share.of(&places[..2], &places[..]) {
        let damaged = scene.disk.copy();
        damaged.take(&register_file());
        if let Some(bytes) = place {
            damaged.put(&register_file(), *bytes);
        }
        let disk = damaged.copy();
        drop(open_or_restore(&scene, &disk).expect("a recovery"));
        let calls = disk.log().into_iter().map(|made| made.call);
        let calls: Vec<Call> = calls.filter(|call| !is_the_rename(call)).collect();
        trials.attempt_all(
            &calls,
            |call| format!("{:?} bytes, before {call:?}", place.map(<[u8]>::len)),
            |call| recovery_meets(&scene, &damaged, call, &theirs),
        );
    }
    trials.exhaustive()
}

fn recovery_meets(scene: &Scene, damaged: &Disk, call: &Call, theirs: &[u8]) -> Outcome {
    let disk = damaged.copy();
    disk.watch_arrival(call, &register_file(), theirs);
    let opened = open_or_restore(scene, &disk);
    if disk.fired() != 1 {
        return Err("the call was not made again".to_owned());
    }
    if sealed(&disk).as_deref() != Some(theirs) {
        return Err("overwritten".to_owned());
    }
    let is_theirs = |register: &Register| {
        let found = contents(register).map_err(|error| error.to_string())?;
        let other = scene.disk.copy();
        other.put(&register_file(), theirs);
        let other = scene.open(&other).and_then(|register| contents(&register));
        Ok::<_, String>(other.is_ok_and(|other| other == found))
    };
    match opened {
        // It came when the recovery was done: the next save says so.
        Ok(mut register) => {
            let said = (!is_theirs(&register)?).then(|| change(&mut register));
            if !matches!(said, None | Some(Err(Error::Conflict | Error::ReadOnly))) {
                return Err(format!("the next save said {said:?}"));
            }
        }
        Err(Error::Conflict) => {}
        Err(error) => return Err(format!("said {error}")),
    }
    let register = scene.open(&disk).map_err(|error| error.to_string())?;
    if is_theirs(&register)? {
        Ok(())
    } else {
        Err("is not what opens the next time".to_owned())
    }
}

fn is_the_rename(call: &Call) -> bool {
    call.operation == Operation::Rename && call.path.with_extension("") == register_file()
}

fn sealed(disk: &Disk) -> Option<Vec<u8>> {
    disk.contents(&register_file()).map(|bytes| bytes.to_vec())
}

/// The same register, changed on another computer.
fn saved_elsewhere(scene: &Scene) -> Vec<u8> {
    let disk = scene.disk.copy();
    let mut register = scene.open(&disk).expect("the register");
    edit(&mut register, now(), "Ringde om ansiktsvattnet").expect("a save");
    sealed(&disk).expect("the register")
}

fn save_with(
    scene: &Scene,
    call: &Call,
    bytes: &[u8],
) -> Result<(Disk, Register, kundbok_core::Result<()>), String> {
    let disk = scene.disk.copy();
    let mut register = scene.open(&disk).map_err(|error| error.to_string())?;
    disk.watch_arrival(call, &register_file(), bytes);
    let saved = change(&mut register);
    match disk.fired() {
        1 => Ok((disk, register, saved)),
        _ => Err("the call was not made again".to_owned()),
    }
}

fn save_meets(scene: &Scene, call: &Call, theirs: &[u8]) -> Outcome {
    let (disk, mut register, saved) = save_with(scene, call, theirs)?;
    let stays = |when: &str| match sealed(&disk) {
        Some(found) if found == theirs => Ok(()),
        _ => Err(format!("overwritten by {when}")),
    };
    stays("the save")?;
    if !matches!(saved, Ok(()) | Err(Error::Conflict)) {
        return Err(format!("said {saved:?}"));
    }
    let again = change(&mut register);
    stays("the next one")?;
    if !matches!(again, Err(Error::Conflict | Error::ReadOnly)) {
        return Err(format!("the next one said {again:?}"));
    }
    drop(register);
    // What this computer was saving is not lost either, and she is asked.
    let register = scene.open(&disk).map_err(|error| error.to_string())?;
    match register.findings() {
        [Finding::Diverged { .. }] => Ok(()),
        found => Err(format!("opens with {found:?}")),
    }
}

/// A file that is the one this computer knew is replaced; one that takes the place of what was just
/// saved is not taken for it.
fn save_meets_what_was_before(scene: &Scene, call: &Call, before: &[u8]) -> Outcome {
    let (disk, register, saved) = save_with(scene, call, before)?;
    let is_back = sealed(&disk).is_some_and(|found| found == before);
    match saved {
        Ok(()) if is_back && !is_after_the_last_look(call) => {
            return Err("reported as saved, and it is not there".to_owned());
        }
        Ok(()) => {}
        Err(Error::Conflict) if is_back => {}
        Err(error) => return Err(format!("said {error}")),
    }
    drop(register);
    let register = scene.open(&disk).map_err(|error| error.to_string())?;
    match register.findings() {
        [] if !is_back => Ok(()),
        [Finding::Older { .. }] if is_back => Ok(()),
        found => Err(format!("opens with {found:?}")),
    }
}

/// What follows once the save was found to be on the disk: the head is noted, old generations go.
fn is_after_the_last_look(call: &Call) -> bool {
    let in_local = !call
        .path
        .starts_with(register_file().parent().unwrap_or(Path::new("/")));
    let of_head = call
        .path
        .file_stem()
        .is_some_and(|name| name.to_string_lossy().starts_with("head"));
    in_local && (of_head || matches!(call.operation, Operation::List | Operation::Stamp))
}
