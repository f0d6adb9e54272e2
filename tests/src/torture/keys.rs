//! Keys are replaced and earlier states sealed anew, with calls of it failing in every way. At every
//! moment one of her passphrases and one of her sheets opens the register, and what opens the
//! register opens every earlier state.

use kundbok_core::Result;
use kundbok_core::register::{GenerationId, Register};
use kundbok_core::vault::{Passphrase, RecoveryKey};

use super::disk::{Call, Disk, Fault};
use super::faults::every_fault;
use super::scene::{Scene, change, folder, local_folder, now};
use super::{Outcome, Row, Share, Trials};
use crate::here;
use crate::sample::PASSPHRASE;

const NEW: &str = "nytt slott vid gamla sjön";
/// Of so many one is tried in the tests. A prime, so that faults and calls are mixed.
const SHARE: usize = 199;
/// Of so many one is tried at all: each costs seconds of scrypt, and there are ten thousand.
const SHARE_OF_ALL: usize = 19;

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    /// Another register key.
    Key,
    /// Another passphrase, after the sheet opened the register.
    Word,
    /// Another sheet, before the earlier states were sealed to another register key; then another
    /// register key once more.
    Sheet,
}

struct Stage {
    scene: Scene,
    sheet: RecoveryKey,
    kept: Vec<GenerationId>,
}

impl Stage {
    fn new() -> Self {
        let scene = Scene::new(1, 3);
        let register = scene.open(&scene.disk.copy()).expect("the register");
        let kept = register.generations().expect("generations").into_iter();
        Self {
            kept: kept.map(|generation| generation.id).collect(),
            scene,
            sheet: RecoveryKey::make(),
        }
    }

    /// Opens the register on this disk, and from then on lets a call fail.
    fn perform(&self, disk: &Disk, deed: Deed, faults: &[(Call, Fault)]) -> Result<()> {
        let word = |word: &str| Passphrase::from(word.to_owned());
        let mut register = match deed {
            Deed::Word => self.scene.open(disk)?,
            _ => open(disk, PASSPHRASE)?,
        };
        disk.watch(faults);
        let expected = match deed {
            Deed::Key => register.replace_register_key(&word(PASSPHRASE), now())?,
            Deed::Word => register.replace_passphrase(&word(NEW), now())?,
            Deed::Sheet => {
                drop(register.replace_register_key(&word(PASSPHRASE), now())?);
                register.replace_recovery_key(&self.sheet, now())?;
                register.replace_register_key(&word(PASSPHRASE), now())?
            }
        };
        change(&mut register)?;
        expected.value.run().map(drop)
    }

    /// Programs that have just started, each on a disk of its own.
    fn expect_all(&self, disk: &Disk) -> Outcome {
        let (old, new) = (&self.scene.recovery, &self.sheet);
        let by = |key| {
            let disk = disk.copy();
            let here = here(folder(&disk), &local_folder());
            (Register::open_with_recovery_key(&here, key), disk)
        };
        let by_sheet = [by(old), by(new)];
        let by_word = [PASSPHRASE, NEW].map(|word| {
            let disk = disk.copy();
            (open(&disk, word), disk)
        });
        for (how, opened) in [("a sheet", by_sheet), ("a passphrase", by_word)] {
            let opened = opened
                .into_iter()
                .filter_map(|(register, disk)| register.ok().map(|register| (register, disk)));
            let opened: Vec<_> = opened.collect();
            if opened.is_empty() {
                return Err(format!("{how} does not open the register"));
            }
            for (register, _disk) in opened {
                self.expect_kept(register)
                    .map_err(|why| format!("by {how}: {why}"))?;
            }
        }
        Ok(())
    }

    fn expect_kept(&self, mut register: Register) -> Outcome {
        let expect_kept = |register: &Register, when: &str| {
            for id in &self.kept {
                let opened = register.compare(id);
                opened.map_err(|error| format!("{when}, state {}: {error}", id.number))?;
            }
            Ok::<_, String>(())
        };
        expect_kept(&register, "at once")?;
        let unfinished = register.unfinished_reseal();
        if let Some(unfinished) = unfinished.map_err(|error| error.to_string())? {
            // A state that was never reported as saved may be sealed to a sheet that does not count.
            unfinished.run().map_err(|error| error.to_string())?;
        }
        expect_kept(&register, "sealed anew")
    }
}

fn open(disk: &Disk, word: &str) -> Result<Register> {
    let here = here(folder(disk), &local_folder());
    Register::open(&here, &Passphrase::from(word.to_owned()))
}

/// Calls of replacing keys and sealing earlier states anew, times every fault.
pub fn calls_fail(share: Share) -> Row {
    let trials = Trials::new("keys replaced, one in nineteen of all faults of its calls");
    let stage = Stage::new();
    for deed in [Deed::Key, Deed::Word, Deed::Sheet] {
        let disk = stage.scene.disk.copy();
        stage.perform(&disk, deed, &[]).expect("the deed");
        let calls: Vec<Call> = disk.log().into_iter().map(|made| made.call).collect();
        trials.attempt(|| format!("{deed:?}"), || stage.expect_all(&disk));
        let faults = every_fault(&calls).into_iter();
        let faults: Vec<_> = faults.step_by(share.of(SHARE, SHARE_OF_ALL)).collect();
        trials.attempt_all(
            &faults,
            |(call, fault)| format!("{deed:?}, {call:?}, {fault:?}"),
            |(call, fault)| try_once(&stage, deed, call, *fault),
        );
    }
    trials.exhaustive()
}

fn try_once(stage: &Stage, deed: Deed, call: &Call, fault: Fault) -> Outcome {
    let disk = stage.scene.disk.copy();
    // Whatever it answers: she may open it by what she had before, or by what she chose.
    let _ = stage.perform(&disk, deed, &[(call.clone(), fault)]);
    stage.expect_all(&disk)?;
    stage
        .expect_all(&disk.cut_at_worst())
        .map_err(|why| format!("after a power cut: {why}"))
}
