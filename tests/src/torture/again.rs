//! A fault during the recovery from a fault: every pair of them.

use std::path::Path;
use std::sync::Arc;

use kundbok_core::register::{Finding, Register};
use kundbok_core::store::image;
use kundbok_core::{Error, vault};

use super::disk::{Call, Disk, Fault};
use super::faults::{TRIES, calls_of_a_save, every_fault};
use super::scene::{Contents, Scene, change, folder, local_folder, register_file};
use super::{Outcome, Row, Share, Trials};
use crate::here;

/// Of the pairs of a failed save and a fault after it, every so-maniest in `make test`.
const STEP: usize = 401;
/// The same of a damaged register.
const STEP_DAMAGED: usize = 29;

/// A disk after the first fault.
struct First {
    how: String,
    disk: Disk,
    /// Which state was reported as saved.
    saved: usize,
    /// What cannot be used, and must be kept.
    damaged: Option<Arc<Vec<u8>>>,
}

/// Every fault of a save, and every fault of the opening and the save that follow.
pub fn a_failed_save(share: Share) -> Row {
    let trials =
        Trials::new("a fault of a save, and one of the opening and the save after it: all pairs");
    let scene = Scene::new(1, 3);
    let firsts: Vec<First> = every_fault(&calls_of_a_save(&scene))
        .into_iter()
        .map(|(call, fault)| {
            let disk = scene.disk.copy();
            let mut register = scene.open(&disk).expect("the register");
            disk.watch(&[(call.clone(), fault)]);
            let saved = change(&mut register).is_ok() && !disk.killed();
            First {
                how: format!("{call:?} {fault:?}"),
                disk: disk.copy(),
                saved: usize::from(saved),
                damaged: None,
            }
        })
        .collect();
    try_pairs(&trials, &scene, &firsts, share.of(STEP, 1));
    trials.exhaustive()
}

/// A register that cannot be used, and every fault of its recovery and the save that follows.
pub fn a_damaged_register(share: Share) -> Row {
    let trials =
        Trials::new("a damaged or missing register, and a fault of its recovery: all pairs");
    let scene = Scene::new(1, 3);
    let file = register_file();
    let whole = scene.disk.contents(&file).expect("a register");
    let mut flipped = whole.to_vec();
    flipped[whole.len() / 2] ^= 1;
    let damages: [(&str, Option<&[u8]>); 5] = [
        ("missing", None),
        ("empty", Some(b"")),
        ("cut short", Some(&whole[..whole.len() - 1])),
        ("flipped", Some(&flipped)),
        ("something else", Some(b"hej")),
    ];
    let firsts: Vec<First> = damages
        .into_iter()
        .map(|(how, bytes)| {
            let disk = scene.disk.copy();
            disk.take(&file);
            if let Some(bytes) = bytes {
                disk.put(&file, bytes);
            }
            First {
                how: how.to_owned(),
                damaged: disk.contents(&file),
                disk,
                saved: 0,
            }
        })
        .collect();
    try_pairs(&trials, &scene, &firsts, share.of(STEP_DAMAGED, 1));
    trials.exhaustive()
}

fn try_pairs(trials: &Trials, scene: &Scene, firsts: &[First], step: usize) {
    let mut pairs: Vec<(&First, Call, Fault)> = Vec::new();
    for first in firsts {
        let disk = first.disk.copy();
        disk.watch(&[]);
        let mut register = open_or_restore(scene, &disk).expect("the register");
        change(&mut register).expect("a save");
        let calls: Vec<Call> = disk.log().into_iter().map(|made| made.call).collect();
        let faults = every_fault(&calls).into_iter();
        pairs.extend(faults.map(|(call, fault)| (first, call, fault)));
    }
    let pairs: Vec<_> = pairs.into_iter().step_by(step).collect();
    trials.attempt_all(
        &pairs,
        |(first, call, fault)| format!("{}, then {call:?} {fault:?}", first.how),
        |(first, call, fault)| {
            for _ in 0..TRIES {
                let disk = first.disk.copy();
                disk.watch(&[(call.clone(), *fault)]);
                let outcome = recover_on(&disk, scene, first);
                // Threads of a save make calls in an order of their own.
                if disk.fired() > 0 || outcome.is_err() {
                    return outcome;
                }
            }
            Err("the call was not made again".to_owned())
        },
    );
}

fn recover_on(disk: &Disk, scene: &Scene, first: &First) -> Outcome {
    let mut saved = first.saved;
    let mut told = false;
    if let Ok(mut register) = open_or_restore(scene, disk) {
        told = register
            .findings()
            .iter()
            .any(|finding| matches!(finding, Finding::Restored { .. }));
        let state = scene.state_of(&register);
        if change(&mut register).is_ok() && !disk.killed() {
            match state {
                Ok(state) => saved = state + 1,
                // An earlier state, as the newest could not be read: that was said, and a change
                // was made to it.
                Err(_) if told => return expect_kept(scene, disk, first.saved),
                Err(why) => return Err(why),
            }
        }
    }
    if let Some(damaged) = &first.damaged {
        let files = disk.files();
        if !files.values().any(|bytes| bytes == damaged) {
            return Err("the damaged file is gone".to_owned());
        }
    }
    for disk in [disk.copy(), disk.cut_at_worst()] {
        let register = open_or_restore(scene, &disk)
            .map_err(|error| format!("does not open afterwards: {error}"))?;
        match scene.state_of(&register) {
            Ok(state) if state >= saved => {}
            _ if told => expect_kept(scene, &disk, saved)?,
            Ok(state) => return Err(format!("{saved} was saved, {state} is there")),
            Err(why) => return Err(why),
        }
    }
    Ok(())
}

/// As a person does: opens it, and when it is missing, asks for it back.
pub(super) fn open_or_restore(scene: &Scene, disk: &Disk) -> kundbok_core::Result<Register> {
    match scene.open(disk) {
        Err(Error::VaultMissing) => Register::restore_with_recovery_key(
            &here(folder(disk), &local_folder()),
            &scene.recovery,
        ),
        opened => opened,
    }
}

/// The state is among the generations still.
fn expect_kept(scene: &Scene, disk: &Disk, state: usize) -> Outcome {
    let is_generation = |path: &Path| {
        path.parent()
            .is_some_and(|folder| folder.ends_with("history"))
    };
    let holds_it = |sealed: &[u8]| {
        let image = vault::open(sealed, &scene.recovery).ok()?;
        let (_, found) = image::open(&image, Contents::of).ok()?;
        (found == scene.states[state]).then_some(())
    };
    let files = disk.files();
    let mut generations = files.iter().filter(|(path, _)| is_generation(path));
    if generations.any(|(_, bytes)| holds_it(bytes).is_some()) {
        Ok(())
    } else {
        Err(format!("state {state} is gone from the generations too"))
    }
}
