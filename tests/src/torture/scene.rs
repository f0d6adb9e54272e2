//! A register on a disk in memory, and the one change that the experiments make to it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, TimeDelta};
use kundbok_core::Result;
use kundbok_core::customers::{self, CustomerId, EditCustomer};
use kundbok_core::hash::sha256;
use kundbok_core::register::{Action, Change, Connection, Register};
use kundbok_core::store::{self, digest};
use kundbok_core::vault::{Passphrase, RecoveryKey, RegisterFolder};

use super::Outcome;
use super::disk::Disk;
use crate::here;
use crate::sample::{self, LAST_DAY, PASSPHRASE};

/// She whose notes are changed.
pub const SHE: CustomerId = CustomerId(1);

/// Everything a register holds about its customers, in numbers, and the log of what was done: the
/// same change made twice is two states.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    customers: HashMap<CustomerId, u64>,
    log: Vec<(String, String, Option<u32>)>,
}

impl Contents {
    /// How many customers there are.
    pub fn customers(&self) -> usize {
        self.customers.len()
    }

    /// What an image holds.
    ///
    /// # Errors
    /// [`kundbok_core::Error::Internal`].
    pub fn of(connection: &Connection) -> Result<Self> {
        let mut select =
            connection.prepare("SELECT happened_at, action, customer_id FROM audit ORDER BY id")?;
        let log = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(Self {
            customers: digest::of_customers(connection)?,
            log: log.collect::<std::result::Result<_, _>>()?,
        })
    }
}

/// A register, saved a few times.
pub struct Scene {
    /// Where it lies.
    pub disk: Disk,
    /// Opens it, without scrypt.
    pub recovery: RecoveryKey,
    /// What it holds: as it is, after [`Scene::change`], and after that is made once more (which the
    /// audit log tells).
    pub states: [Contents; 3],
}

impl Scene {
    /// A register of so many customers, saved so often after it was made.
    ///
    /// # Panics
    /// When that fails: nothing can be tried then.
    pub fn new(customers: usize, saves: u32) -> Self {
        // What was saved before lies in the past: else nothing would be pruned.
        let earlier = now() - TimeDelta::minutes(10);
        let disk = Disk::new(&[&register_folder(), &local_folder()], earlier.into());
        let (mut register, recovery) = Register::create(
            &here(folder(&disk), &local_folder()),
            sample::business(),
            &Passphrase::from(PASSPHRASE.to_owned()),
        )
        .expect("a new register");
        sample::put_into(&mut register, sample::scaled(customers)).expect("customers");
        for save in 1..saves {
            edit(&mut register, now(), &format!("Sparad {save} gånger")).expect("a save");
        }
        let mut states = [
            contents(&register).expect("contents"),
            Contents::default(),
            Contents::default(),
        ];
        drop(register);
        disk.settle();
        let mut register = open(&disk.copy(), &recovery).expect("the register");
        for state in &mut states[1..] {
            change(&mut register).expect("a save");
            *state = contents(&register).expect("contents");
        }
        Self {
            disk,
            recovery,
            states,
        }
    }

    /// Opens the register on a disk, as a program that has just started.
    pub fn open(&self, disk: &Disk) -> Result<Register> {
        open(disk, &self.recovery)
    }

    /// A program that has just started finds the register undamaged on a copy of this disk, in one
    /// of its states. Answers which.
    ///
    /// # Errors
    /// What is wrong.
    pub fn find(&self, disk: &Disk) -> std::result::Result<usize, String> {
        let register = self
            .open(&disk.copy())
            .map_err(|error| format!("does not open: {error}"))?;
        if !register.findings().is_empty() {
            return Err(format!("opens with {:?}", register.findings()));
        }
        self.state_of(&register)
    }

    /// In which of its states a register is.
    ///
    /// # Errors
    /// That it is in none.
    pub fn state_of(&self, register: &Register) -> std::result::Result<usize, String> {
        let found = contents(register).map_err(|error| error.to_string())?;
        let state = self.states.iter().position(|state| *state == found);
        state.ok_or_else(|| "holds neither the old nor the new".to_owned())
    }
}

/// What is said when the register at hand was saved: it is on the disk, and the image inside names
/// the file before it by the very bytes that are there.
///
/// # Errors
/// What is wrong.
pub fn expect_follows(register: &Register, sealed_before: &[u8]) -> Outcome {
    let lineage = register
        .read(store::register::lineage)
        .map_err(|error| error.to_string())?;
    let parent = lineage.first().ok_or("no lineage")?;
    if parent.hash == sha256(sealed_before) {
        Ok(())
    } else {
        Err("what was on disk is not what was sealed".to_owned())
    }
}

/// Opens a register with the key on its sheet.
///
/// # Errors
/// Those of opening.
pub fn open(disk: &Disk, recovery: &RecoveryKey) -> Result<Register> {
    Register::open_with_recovery_key(&here(folder(disk), &local_folder()), recovery)
}

/// Makes the one change.
///
/// # Errors
/// Those of saving.
pub fn change(register: &mut Register) -> Result<()> {
    edit(register, now(), "Vill ha nattserumet igen")
}

/// Changes her notes.
///
/// # Errors
/// Those of saving.
pub fn edit(register: &mut Register, at: DateTime<FixedOffset>, notes: &str) -> Result<()> {
    let mut fields = register
        .read(|connection| customers::view(connection, SHE))?
        .fields;
    notes.clone_into(&mut fields.notes);
    register.write(at, Action::EditCustomer, |connection| {
        customers::edit(connection, at, EditCustomer { id: SHE, fields })?;
        Ok(Change::of(SHE, ()))
    })?;
    Ok(())
}

/// What a register holds.
///
/// # Errors
/// [`kundbok_core::Error::Internal`].
pub fn contents(register: &Register) -> Result<Contents> {
    register.read(Contents::of)
}

/// When everything happens.
pub fn now() -> DateTime<FixedOffset> {
    sample::evening_of(LAST_DAY)
}

/// The register's folder on a disk in memory.
pub fn folder(disk: &Disk) -> RegisterFolder {
    RegisterFolder::on(Arc::new(disk.clone()), register_folder())
}

/// Where the register lies on every disk in memory.
pub fn register_folder() -> PathBuf {
    Path::new("/register").to_owned()
}

/// The sealed register on every disk in memory.
pub fn register_file() -> PathBuf {
    register_folder().join("register.age")
}

/// This computer's own folder on every disk in memory.
pub fn local_folder() -> PathBuf {
    Path::new("/local").to_owned()
}
