//! Registers and key files, altered at random and opened.

use std::sync::{Arc, LazyLock};

use kundbok_core::customers::{self, ListCustomers, Sort};
use kundbok_core::register::Register;
use kundbok_core::store;
use kundbok_core::vault::{self, Passphrase, Recipients, RegisterKey};

use super::super::damage::{PAGE, in_small_pages};
use super::super::disk::Disk;
use super::super::scene::{
    self, Scene, change, contents, local_folder, now, register_file, register_folder,
};
use super::super::{Outcome, Row, Share, Trials};
use super::{expect_untouched, mutate, run};
use crate::sample::{Chance, PASSPHRASE};

/// What is altered.
struct Seed {
    scene: Scene,
    image: Vec<u8>,
    sealed: Arc<Vec<u8>>,
    recipients: Recipients,
    key_file: Vec<u8>,
}

static SEED: LazyLock<Seed> = LazyLock::new(|| {
    let scene = Scene::new(2, 2);
    let sealed = scene.disk.contents(&register_file()).expect("a register");
    let image = vault::open(&sealed, &scene.recovery).expect("an image");
    let register = scene.open(&scene.disk.copy()).expect("the register");
    let row = register.read(store::register::find).expect("its row");
    let key_file = scene
        .disk
        .contents(&register_folder().join("keys/owner.age"));
    Seed {
        image: in_small_pages(&image),
        sealed,
        recipients: row.recipients,
        key_file: key_file.expect("a key file").to_vec(),
        scene,
    }
});

/// A million registers.
pub fn registers(share: Share) -> Row {
    let trials = Trials::new("fuzzing: sealed registers, the images in them, key files");
    run(
        trials,
        share.of(1_000, 1_000_000),
        || (),
        |(), chance| one(&SEED, chance),
    )
}

fn one(seed: &Seed, chance: &mut Chance) -> Outcome {
    match chance.below(20) {
        0 => {
            key_file(seed, chance);
            Ok(())
        }
        1..4 => {
            let mut sealed = seed.sealed.to_vec();
            mutate::bytes(chance, &mut sealed);
            let same = sealed == **seed.sealed;
            match open(seed, sealed)? {
                Some(_) if !same => Err("an altered file was opened".to_owned()),
                _ => Ok(()),
            }
        }
        _ => {
            let mut image = seed.image.clone();
            mutate::image(chance, &mut image, PAGE);
            let sealed =
                vault::seal(&image, &seed.recipients).map_err(|error| error.to_string())?;
            match open(seed, sealed)? {
                Some((register, disk)) => use_it(seed, register, &disk),
                None => Ok(()),
            }
        }
    }
}

/// Opens a file as the only one of a computer. One that is refused is left alone.
fn open(seed: &Seed, sealed: Vec<u8>) -> Result<Option<(Register, Disk)>, String> {
    let disk = Disk::new(&[&register_folder(), &local_folder()], now().into());
    disk.put(&register_file(), sealed);
    disk.watch(&[]);
    match seed.scene.open(&disk) {
        Ok(register) => Ok(Some((register, disk))),
        Err(error) => match expect_untouched(&disk) {
            Ok(()) => Ok(None),
            Err(why) => Err(format!("{error}: {why}")),
        },
    }
}

/// Everything is looked at, and a change made: it is there afterwards, or nothing is changed.
fn use_it(seed: &Seed, mut register: Register, disk: &Disk) -> Outcome {
    let list = register.list(&ListCustomers {
        query: String::new(),
        sort: Sort::Name,
        offset: 0,
        limit: 500,
        place_of: None,
    });
    for row in &list.rows {
        let _ = register.read(|connection| customers::view(connection, row.id));
    }
    let _ = register.generations();
    let _ = contents(&register);
    disk.watch(&[]);
    if let Err(error) = change(&mut register) {
        return expect_untouched(disk).map_err(|why| format!("{error}: {why}"));
    }
    drop(register);
    scene::open(disk, &seed.scene.recovery)
        .map(|_| ())
        .map_err(|error| format!("saved, and does not open again: {error}"))
}

fn key_file(seed: &Seed, chance: &mut Chance) {
    let mut bytes = seed.key_file.clone();
    mutate::bytes(chance, &mut bytes);
    // Up to a factor of 22 is honoured, and takes seconds.
    let header = String::from_utf8_lossy(&bytes).into_owned();
    let factor = header
        .lines()
        .find(|line| line.starts_with("-> scrypt"))
        .and_then(|line| line.split(' ').next_back()?.parse::<u8>().ok());
    if factor.is_none_or(|factor| !(10..=22).contains(&factor)) {
        let _ = RegisterKey::unwrap(&bytes, &Passphrase::from(PASSPHRASE.to_owned()));
    }
}
