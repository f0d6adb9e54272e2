//! A register is made, with every call of it failing in every way: either it is there and her passphrase
//! opens it, or she can set it up again.

use kundbok_core::Result;
use kundbok_core::register::Register;
use kundbok_core::vault::Passphrase;

use super::disk::{Call, Disk, Fault};
use super::faults::every_fault;
use super::scene::{folder, local_folder, now};
use super::{Outcome, Row, Share, Trials};
use crate::here;
use crate::sample::{self, PASSPHRASE};

/// Of so many one is tried in the tests: each costs scrypt. A prime, so that faults and calls are mixed.
const SHARE: usize = 17;

/// Every call with every fault.
pub fn every_call_fails(share: Share) -> Row {
    let trials = Trials::new("every call of making a register x every fault");
    let disk = bare();
    make(&disk).expect("a new register");
    let calls: Vec<Call> = disk.log().into_iter().map(|made| made.call).collect();
    let faults: Vec<_> = every_fault(&calls)
        .into_iter()
        .step_by(share.of(SHARE, 1))
        .collect();
    trials.attempt_all(
        &faults,
        |(call, fault)| format!("{call:?}, {fault:?}"),
        |(call, fault)| try_once(call, *fault),
    );
    trials.exhaustive()
}

/// With nothing on it: not even the folders.
fn bare() -> Disk {
    Disk::new(&[], now().into())
}

fn make(disk: &Disk) -> Result<()> {
    let passphrase = Passphrase::from(PASSPHRASE.to_owned());
    let here = here(folder(disk), &local_folder());
    Register::create(&here, sample::business(), &passphrase).map(drop)
}

fn opens(disk: &Disk) -> Result<()> {
    let passphrase = Passphrase::from(PASSPHRASE.to_owned());
    Register::open(&here(folder(disk), &local_folder()), &passphrase).map(drop)
}

fn try_once(call: &Call, fault: Fault) -> Outcome {
    let disk = bare();
    disk.watch(&[(call.clone(), fault)]);
    let made = make(&disk);
    if disk.fired() != 1 {
        return Err("the call was not made again".to_owned());
    }
    let is_reported = made.is_ok() && !disk.killed();
    for disk in [disk.copy(), disk.cut_at_worst()] {
        let opened = opens(&disk);
        if is_reported {
            opened.map_err(|error| format!("reported as made, and does not open: {error}"))?;
        } else if let Err(error) = opened {
            make(&disk).map_err(|again| format!("{error}, and cannot be made again: {again}"))?;
        }
    }
    Ok(())
}
