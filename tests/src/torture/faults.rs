//! One save, with every call of it failing in every way.

use std::collections::HashSet;
use std::path::Path;

use kundbok_core::Error;

use super::disk::{Call, Disk, Fault, Made, Operation};
use super::scene::{Scene, change, expect_follows, register_file};
use super::{Outcome, Row, Share, Trials};

/// Customers of the registers that are tried, and saves before: more than twenty in an hour, so that
/// each one removes a generation.
const SIZES: [usize; 3] = [1, 100, 1_000];
const SAVES: u32 = 24;

/// Sealing is random, and a file may come out a few bytes longer: then a read more or less is made,
/// and a fault of the last one does not come to pass.
pub const TRIES: usize = 20;

/// Every call of one save, times every fault.
pub fn every_call_fails(share: Share) -> Row {
    let trials = Trials::new("one save, every call of it failing in every way, for 3 sizes");
    let sizes = share.of(&SIZES[..1], &SIZES[..]);
    for size in sizes {
        let scene = Scene::new(*size, SAVES);
        let calls = calls_of_a_save(&scene);
        let removes =
            |call: &Call| call.operation == Operation::Remove && is_generation(&call.path);
        assert!(calls.iter().any(removes), "none has become too many");
        trials.attempt_all(
            &every_fault(&calls),
            |(call, fault)| format!("{size} customers, {call:?}, {fault:?}"),
            |(call, fault)| save_with(&scene, call, *fault),
        );
    }
    trials.exhaustive()
}

/// What one save asks of the disk.
pub fn calls_of_a_save(scene: &Scene) -> Vec<Call> {
    let disk = scene.disk.copy();
    let mut register = scene.open(&disk).expect("the register");
    disk.watch(&[]);
    change(&mut register).expect("a save");
    disk.log().into_iter().map(|made| made.call).collect()
}

/// Every call with every fault that fits it.
pub fn every_fault(calls: &[Call]) -> Vec<(Call, Fault)> {
    let faults_of = |call: &Call| {
        let operation = call.operation;
        let call = call.clone();
        Fault::ALL
            .into_iter()
            .filter(move |fault| fault.fits(operation))
            .map(move |fault| (call.clone(), fault))
    };
    calls.iter().flat_map(faults_of).collect()
}

fn save_with(scene: &Scene, call: &Call, fault: Fault) -> Outcome {
    for _ in 0..TRIES {
        let disk = scene.disk.copy();
        let mut register = scene.open(&disk).map_err(|error| error.to_string())?;
        disk.watch(&[(call.clone(), fault)]);
        let result = change(&mut register);
        if disk.fired() == 0 {
            continue;
        }
        let log = disk.log();
        expect_syncs_in_order(&log)?;
        return match result {
            // What a dead program answers, nobody hears.
            _ if disk.killed() => expect_either(scene, &disk),
            Ok(()) => expect_saved(scene, &disk),
            Err(Error::SaveFailed(_)) => {
                expect_either(scene, &disk)?;
                // The hindrance gone, the same program saves.
                disk.watch(&[]);
                change(&mut register).map_err(|error| format!("cannot save again: {error}"))?;
                expect_saved(scene, &disk)
            }
            Err(error) => Err(format!("said {error}")),
        };
    }
    Err("the call was not made again".to_owned())
}

/// The old state or the new, whole, for the next program and after a power cut; and that program can
/// save.
fn expect_either(scene: &Scene, disk: &Disk) -> Outcome {
    let found = scene.find(disk)?;
    scene
        .find(&disk.cut_at_worst())
        .map_err(|why| format!("after a power cut: {why}"))?;
    save_after(scene, disk, found)
}

/// The change, whole, for the next program and after a power cut; and that program can save.
fn expect_saved(scene: &Scene, disk: &Disk) -> Outcome {
    for disk in [disk, &disk.cut_at_worst()] {
        if scene.find(disk)? != 1 {
            return Err("reported as saved, and it is not there".to_owned());
        }
    }
    save_after(scene, disk, 1)
}

fn save_after(scene: &Scene, disk: &Disk, state: usize) -> Outcome {
    let disk = disk.copy();
    let said = |error: Error| format!("the next program cannot save: {error}");
    let mut register = scene.open(&disk).map_err(said)?;
    let sealed = disk.contents(&register_file()).ok_or("no register")?;
    change(&mut register).map_err(said)?;
    expect_follows(&register, &sealed)?;
    drop(register);
    if scene.find(&disk)? == state + 1 {
        Ok(())
    } else {
        Err("what the next program saved is not there".to_owned())
    }
}

/// The order that nothing may change: a failed sync is not tried again on the same file, and that
/// file never becomes the register; the register is replaced by a file that is durable, when the
/// generation is durable; an old generation is removed only when the new register is durable.
fn expect_syncs_in_order(log: &[Made]) -> Outcome {
    let register = register_file();
    let (mut synced, mut failed) = (HashSet::new(), HashSet::new());
    let (mut generation_is_durable, mut register_is_durable) = (false, false);
    for made in log {
        let path = &*made.call.path;
        match made.call.operation {
            Operation::Sync => {
                let file = made.file.ok_or("a sync of no file")?;
                if failed.contains(&file) {
                    return Err("a failed sync was tried again".to_owned());
                }
                if made.ok {
                    synced.insert(file);
                } else {
                    failed.insert(file);
                }
            }
            Operation::SyncName if is_generation(path) => generation_is_durable |= made.ok,
            Operation::SyncName if path == register => register_is_durable |= made.ok,
            Operation::Rename if path.with_extension("") == register => {
                if !made.file.is_some_and(|file| synced.contains(&file)) && made.ok {
                    return Err("a file became the register unsynced".to_owned());
                }
                if !generation_is_durable {
                    return Err("replaced before the generation was durable".to_owned());
                }
            }
            Operation::Remove if is_generation(path) && !register_is_durable => {
                return Err("a generation was removed before the new one was durable".to_owned());
            }
            _ => {}
        }
    }
    Ok(())
}

fn is_generation(path: &Path) -> bool {
    path.parent()
        .is_some_and(|folder| folder.ends_with("history"))
        && path.extension().is_some_and(|extension| extension == "age")
}
