//! The requests of the window, altered at random, through the functions that its commands call.

use std::collections::HashMap;
use std::sync::LazyLock;

use kundbok_core::consents::{self, ConsentUse};
use kundbok_core::customers::CustomerId;
use kundbok_core::processing::activities::{self, Activity};
use kundbok_core::processing::business::{self, Business};
use kundbok_core::processing::clauses::{self, Clause};
use kundbok_core::processing::suppliers::{self, SupplierView};
use kundbok_core::register::Register;
use kundbok_core::store::{self, digest};
use kundbok_core::{Error, Language, Result};
use serde_json::Value;

use super::super::disk::Disk;
use super::super::scene::Scene;
use super::super::{Outcome, Row, Share, Trials};
use super::seeds::seeds;
use super::sending::{Came, Drafts, send};
use super::{expect_untouched, mutate, run, stage};
use crate::sample::Chance;

/// Saves after which a block begins anew: the register must stay small.
const SAVES: u32 = 100;
/// Every so-maniest save is read back from the disk.
const READ_BACK: u32 = 10;
/// One in so many of the requests that make documents is carried out: they take long.
const DOCUMENTS: u64 = 100;

static SCENE: LazyLock<Scene> = LazyLock::new(|| Scene::new(2, 2));
/// The disk on which every good request can be carried out.
static STAGE: LazyLock<Disk> = LazyLock::new(|| {
    let disk = SCENE.disk.copy();
    let mut register = SCENE.open(&disk).expect("the register");
    stage::set(&mut register).expect("what the requests are about");
    drop(register);
    disk.settle();
    disk
});
static SEEDS: LazyLock<Vec<(&'static str, Value)>> =
    LazyLock::new(|| seeds(&AtWork::start().register, &SCENE.recovery));

/// A register that requests are sent to.
struct AtWork {
    disk: Disk,
    register: Register,
    drafts: Drafts,
    memory: Memory,
    saves: u32,
}

impl AtWork {
    fn start() -> Self {
        let disk = STAGE.copy();
        let register = SCENE.open(&disk).expect("the register");
        Self {
            drafts: Drafts::beside(STAGE.copy(), SCENE.recovery.clone()),
            disk,
            memory: memory(&register).expect("what it holds"),
            register,
            saves: 0,
        }
    }
}

/// A million requests.
pub fn requests(share: Share) -> Row {
    let trials = Trials::new("fuzzing: the requests of the window");
    run(trials, share.of(4_000, 1_000_000), AtWork::start, one)
}

/// The commands whose requests are tried.
pub fn commands() -> impl Iterator<Item = &'static str> {
    SEEDS.iter().map(|(command, _)| *command)
}

/// Each good request, unaltered: what is not carried out tries nothing but its refusal.
pub fn good_requests() -> Row {
    let trials = Trials::new("fuzzing: every good request is carried out");
    trials.attempt_all(
        &SEEDS,
        |(command, _)| (*command).to_owned(),
        |(command, request)| {
            let AtWork {
                mut register,
                drafts,
                ..
            } = AtWork::start();
            match send(&mut register, &drafts, command, request, true) {
                Came::Read | Came::Saved => Ok(()),
                Came::Unreadable => Err("unreadable".to_owned()),
                Came::Refused(error) => Err(format!("{error:?}")),
            }
        },
    );
    trials.exhaustive()
}

fn one(work: &mut AtWork, chance: &mut Chance) -> Outcome {
    let said = |error: Error| error.to_string();
    let (command, seed) = chance.one_of(&SEEDS);
    let mut request = seed.clone();
    mutate::json(chance, &mut request);
    let carried_out = chance.below(DOCUMENTS) == 0;
    work.disk.watch(&[]);
    let AtWork {
        register, drafts, ..
    } = work;
    match send(register, drafts, command, &request, carried_out) {
        Came::Unreadable | Came::Read | Came::Refused(_) => {
            if memory(&work.register).map_err(said)? != work.memory {
                return Err(format!("{command}: not saved, and memory is another"));
            }
            expect_untouched(&work.disk)
        }
        Came::Saved => {
            work.saves += 1;
            work.memory = memory(&work.register).map_err(said)?;
            if work.saves.is_multiple_of(READ_BACK) {
                let anew = SCENE.open(&work.disk.copy()).map_err(said)?;
                if memory(&anew).map_err(said)? != work.memory {
                    return Err(format!("{command}: saved, and the disk holds another"));
                }
            }
            if work.saves == SAVES {
                *work = AtWork::start();
            }
            Ok(())
        }
    }
}

/// What the register holds, of whom and by how many saves.
#[derive(PartialEq)]
struct Memory {
    customers: HashMap<CustomerId, u64>,
    business: Business,
    suppliers: Vec<SupplierView>,
    activities: Vec<Activity>,
    clauses: Vec<Clause>,
    consents: Vec<ConsentUse>,
    generation: u32,
    audited: u32,
}

fn memory(register: &Register) -> Result<Memory> {
    register.read(|connection| {
        let audited = connection.query_row("SELECT count(*) FROM audit", [], |row| row.get(0))?;
        let activities = activities::all(connection, Language::Sv)?;
        Ok(Memory {
            customers: digest::of_customers(connection)?,
            business: business::view(connection)?,
            suppliers: suppliers::list(connection)?,
            clauses: clauses::all(connection, &activities, Language::Sv)?,
            consents: consents::list(connection, Language::Sv)?,
            activities,
            generation: store::register::find(connection)?.generation,
            audited,
        })
    })
}
