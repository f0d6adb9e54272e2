//! Files kept with a customer: one taken in and one removed, with every call of it failing in every
//! way.

use std::fs;
use std::path::{Path, PathBuf};

use kundbok_core::attachments::{self, RemoveAttachment};
use kundbok_core::register::{Action, Change, Register};
use kundbok_core::{Error, Result};
use tempfile::TempDir;

use super::disk::{Call, Disk, Fault};
use super::faults::{TRIES, every_fault};
use super::scene::{Contents, SHE, Scene, contents, now, register_folder};
use super::{Outcome, Row, Share, Trials};
use crate::attach;

/// Bytes of the file: more than one chunk.
const BYTES: usize = 80_000;

/// One in so many is tried where not all are: no divisor of the number of faults, so that each of
/// them comes up.
const SHARE: usize = 5;

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Add,
    Remove,
}

struct Stage {
    scene: Scene,
    _folder: TempDir,
    source: PathBuf,
    bytes: Vec<u8>,
}

impl Stage {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let source = folder.path().join("avtal.bin");
        let bytes: Vec<u8> = (0..=250).cycle().take(BYTES).collect();
        fs::write(&source, &bytes).expect("a file");
        Self {
            scene: Scene::new(1, 3),
            _folder: folder,
            source,
            bytes,
        }
    }

    /// The disk before the deed.
    fn before(&self, deed: Deed) -> Disk {
        let disk = self.scene.disk.copy();
        if deed == Deed::Remove {
            let mut register = self.scene.open(&disk).expect("the register");
            self.perform(&mut register, Deed::Add).expect("a file");
            drop(register);
            disk.settle();
        }
        disk
    }

    fn perform(&self, register: &mut Register, deed: Deed) -> Result<()> {
        match deed {
            Deed::Add => attach(register, SHE, &self.source, now()),
            Deed::Remove => register
                .write(now(), Action::RemoveAttachment, |connection| {
                    let view = attachments::view(connection, SHE)?;
                    let id = view.first().ok_or(Error::NotFound)?.id;
                    attachments::remove(connection, RemoveAttachment { id })?;
                    Ok(Change::of(SHE, ()))
                })
                .map(drop),
        }
    }

    /// A program that has just started finds one of the states, with every file that it owns, and
    /// nothing to tell of. Answers which.
    fn find(&self, disk: &Disk, states: &[Contents; 2]) -> std::result::Result<usize, String> {
        let disk = disk.copy();
        let register = self
            .scene
            .open(&disk)
            .map_err(|error| format!("does not open: {error}"))?;
        if !register.findings().is_empty() {
            return Err(format!("opens with {:?}", register.findings()));
        }
        let found = contents(&register).map_err(|error| error.to_string())?;
        let state = states.iter().position(|state| *state == found);
        let state = state.ok_or("holds neither the old nor the new")?;
        let kept = register
            .read(|connection| attachments::view(connection, SHE))
            .map_err(|error| error.to_string())?;
        for view in &kept {
            let mut bytes = Vec::new();
            register
                .attachment(view.id)
                .and_then(|row| register.attachments().read(&row.sealed, &mut bytes))
                .map_err(|error| format!("cannot be read: {error}"))?;
            if bytes != self.bytes {
                return Err("is not what was taken in".to_owned());
            }
        }
        // Opening has settled what was left over.
        let shared = sealed_in(&disk, &register_folder().join("attachments"));
        if shared == kept.len() {
            Ok(state)
        } else {
            Err(format!("{shared} files beside {} rows", kept.len()))
        }
    }
}

/// Every call of taking a file in and of removing one, times every fault.
pub fn every_call_fails(share: Share) -> Row {
    let trials = Trials::new("a file taken in and removed, every call of it failing in every way");
    let stage = Stage::new();
    for deed in [Deed::Add, Deed::Remove] {
        let before = stage.before(deed);
        let (states, calls) = watched(&stage, &before, deed);
        let mut faults = every_fault(&calls);
        if share == Share::Some {
            let mut nth = 0;
            faults.retain(|_| {
                nth += 1;
                nth % SHARE == 0
            });
        }
        trials.attempt_all(
            &faults,
            |(call, fault)| format!("{deed:?}, {call:?}, {fault:?}"),
            |(call, fault)| try_once(&stage, &before, deed, &states, call, *fault),
        );
    }
    trials.exhaustive()
}

/// The state before and after, and what the deed asks of the disk.
fn watched(stage: &Stage, before: &Disk, deed: Deed) -> ([Contents; 2], Vec<Call>) {
    let disk = before.copy();
    let mut register = stage.scene.open(&disk).expect("the register");
    let first = contents(&register).expect("contents");
    disk.watch(&[]);
    stage.perform(&mut register, deed).expect("the deed");
    let calls = disk.log().into_iter().map(|made| made.call).collect();
    let second = contents(&register).expect("contents");
    ([first, second], calls)
}

fn try_once(
    stage: &Stage,
    before: &Disk,
    deed: Deed,
    states: &[Contents; 2],
    call: &Call,
    fault: Fault,
) -> Outcome {
    for _ in 0..TRIES {
        let disk = before.copy();
        let opened = stage.scene.open(&disk);
        let mut register = opened.map_err(|error| error.to_string())?;
        disk.watch(&[(call.clone(), fault)]);
        let result = stage.perform(&mut register, deed);
        if disk.fired() == 0 {
            continue;
        }
        let killed = disk.killed();
        for (disk, what) in [(&disk, "now"), (&disk.cut_at_worst(), "after a power cut")] {
            let found = stage
                .find(disk, states)
                .map_err(|why| format!("{what}: {why}"))?;
            if result.is_ok() && !killed && found != 1 {
                return Err(format!("{what}: reported as done, and it is not"));
            }
        }
        return match result {
            Ok(()) => Ok(()),
            Err(_) if killed => Ok(()),
            Err(Error::SaveFailed(_)) => {
                disk.watch(&[]);
                stage
                    .perform(&mut register, deed)
                    .map_err(|error| format!("cannot be done again: {error}"))?;
                drop(register);
                let again = stage.find(&disk, states);
                again.and_then(|state| {
                    (state == 1)
                        .then_some(())
                        .ok_or("not done again".to_owned())
                })
            }
            Err(error) => Err(format!("said {error}")),
        };
    }
    Err("the call was not made again".to_owned())
}

fn sealed_in(disk: &Disk, folder: &Path) -> usize {
    let files = disk.files();
    let sealed = files
        .keys()
        .filter(|path| path.parent() == Some(folder) && path.extension() == Some("age".as_ref()));
    sealed.count()
}
