//! The power goes: after every call of two saves, with what was not synced dropped or torn.

use std::collections::HashSet;

use super::disk::{Disk, Torn};
use super::scene::{Scene, change};
use super::{Outcome, Row, Share, Trials};

/// Up to so many changes of names that were not synced, every subset of them is tried; of more,
/// every beginning, and all but each one.
const FEW: usize = 6;

/// Customers, and how often the register was saved before. The second is in the midst of pruning.
const SCENES: [(usize, u32); 3] = [(1, 3), (1, 24), (100, 24)];

/// Every moment of two saves.
pub fn power_goes(share: Share) -> Row {
    let trials =
        Trials::new("power cut after every call of a save, unsynced writes dropped or torn");
    for (customers, saves) in share.of(&SCENES[..1], &SCENES[..]) {
        let scene = Scene::new(*customers, *saves);
        let disk = scene.disk.copy();
        disk.watch_moments();
        let mut register = scene.open(&disk).expect("the register");
        // Which state was reported as saved when so many calls had been made.
        let mut saved_at = vec![disk.log().len()];
        for _ in 0..2 {
            change(&mut register).expect("a save");
            saved_at.push(disk.log().len());
        }
        let mut seen = HashSet::new();
        let mut left = Vec::new();
        for (moment, disk) in disk.moments().into_iter().enumerate() {
            let calls = moment + 1;
            let saved = saved_at.iter().filter(|at| **at <= calls).count();
            for (how, disk) in every_cut(&disk) {
                if seen.insert((saved, disk.digest())) {
                    left.push((calls, how, saved.saturating_sub(1), disk));
                }
            }
        }
        trials.attempt_all(
            &left,
            |(calls, how, ..)| format!("{customers} customers, after {calls} calls, {how}"),
            |(_, _, saved, disk)| expect_at_least(&scene, disk, *saved),
        );
    }
    trials.exhaustive()
}

/// All that a power cut may leave.
fn every_cut(disk: &Disk) -> Vec<(String, Disk)> {
    let names = disk.unsynced_names();
    let all = (1_u64 << names) - 1;
    let subsets: Vec<u64> = if names <= FEW {
        (0..=all).collect()
    } else {
        let beginnings = (0..=names).map(|end| (1 << end) - 1);
        let all_but_one = (0..names).map(|one| all & !(1 << one));
        beginnings.chain(all_but_one).collect()
    };
    let files = disk.unsynced_files();
    // All files torn alike, and each one alone.
    let mut tears: Vec<(Option<usize>, Torn)> = Torn::ALL.map(|torn| (None, torn)).to_vec();
    for file in &files {
        tears.extend(Torn::ALL.map(|torn| (Some(*file), torn)));
    }
    let mut left = Vec::new();
    for subset in subsets {
        for (only, torn) in &tears {
            let tear = |file| match only {
                Some(only) if *only != file => Torn::Whole,
                _ => *torn,
            };
            let how = format!("of {names} names {subset:b}, {only:?} {torn:?}");
            left.push((how, disk.cut(|name| subset >> name & 1 == 1, tear)));
        }
    }
    left
}

/// It opens without damage, in the state that was reported as saved or the one that was being saved;
/// and it can be saved.
fn expect_at_least(scene: &Scene, disk: &Disk, saved: usize) -> Outcome {
    let found = scene.find(disk)?;
    if found < saved {
        return Err(format!(
            "state {saved} was reported as saved, {found} is there"
        ));
    }
    if found > saved + 1 {
        return Err("a change that was not made yet is there".to_owned());
    }
    let disk = disk.copy();
    let mut register = scene.open(&disk).map_err(|error| error.to_string())?;
    change(&mut register).map_err(|error| format!("cannot be saved: {error}"))?;
    let in_memory = super::scene::contents(&register).map_err(|error| error.to_string())?;
    drop(register);
    let register = scene.open(&disk).map_err(|error| error.to_string())?;
    let on_disk = super::scene::contents(&register).map_err(|error| error.to_string())?;
    if on_disk == in_memory {
        Ok(())
    } else {
        Err("what was saved then is not there".to_owned())
    }
}
