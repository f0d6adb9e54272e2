//! Measures what people wait for, on registers of three sizes, beside what the `age` and `sqlite3`
//! commands need for the same image, and `keepassxc-cli` for as many entries, in the same run. Prints a table and leaves `target/bench.json`.
#![forbid(unsafe_code)]

mod keepassxc;
mod painted;
mod scene;
mod table;

use std::error::Error;
use std::fs;
use std::io::stdout;
use std::path::Path;

use age::secrecy::SecretString;
use kundbok_core::register::Register;
use kundbok_core::vault::{RecoveryKey, RegisterFolder};
use kundbok_tests::{here, sample};

use crate::scene::Scene;
use crate::table::{Measure, Table, median_and_p95, repeat};

/// Customers, and how often each thing is measured; ten times as many customers take ten times as
/// long.
const SIZES: [(usize, usize); 3] = [(1_000, 20), (10_000, 20), (100_000, 3)];

/// log2 of scrypt's N in a key file that people use.
const SCRYPT_FACTOR: u8 = 18;

/// The argument that makes this program the child whose memory is measured.
const MEMORY: &str = "memory";

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [] => measure_all(),
        [word, folder] if word == MEMORY => tell_memory(Path::new(folder)),
        _ => Err("it takes no arguments".into()),
    }
}

fn measure_all() -> Outcome<()> {
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target");
    let mut measures = Table::begin()?;
    measures.add(scrypt()?)?;
    for (customers, runs) in SIZES {
        let scene = Scene::make(&target.join("bench"), customers, runs)?;
        for measure in scene.measure()? {
            measures.add(measure)?;
        }
        // A million purchases, unsealed by the baselines: nothing to leave lying about.
        fs::remove_dir_all(&scene.folder)?;
    }
    let path = target.join("bench.json");
    fs::write(&path, serde_json::to_vec_pretty(&measures.rows)?)?;
    Ok(())
}

/// Unwrapping a key file, at the strength that people use: this program is built with a weaker one.
fn scrypt() -> Outcome<Measure> {
    let passphrase = SecretString::from(sample::PASSPHRASE.to_owned());
    let mut recipient = age::scrypt::Recipient::new(passphrase.clone());
    recipient.set_work_factor(SCRYPT_FACTOR);
    let sealed = age::encrypt(&recipient, b"a key")?;
    let identity = age::scrypt::Identity::new(passphrase);
    let times = repeat(5, || {
        age::decrypt(&identity, &sealed)?;
        Ok(())
    })?;
    let (median, p95) = median_and_p95(times);
    Ok(Measure {
        name: "scrypt of a passphrase",
        customers: None,
        unit: "ms",
        median,
        p95,
        baseline: None,
        goal: None,
        p95_goal: None,
    })
}

/// What this program keeps in memory with the register in `folder` open, and what it needed at its
/// highest, in kB (proc(5): `VmRSS`, `VmHWM`).
fn tell_memory(folder: &Path) -> Outcome<()> {
    let recovery = RecoveryKey::read(&fs::read_to_string(folder.join("recovery.txt"))?)?;
    let register = Register::open_with_recovery_key(
        &here(
            RegisterFolder::at(folder.join("register")),
            &folder.join("local"),
        ),
        &recovery,
    )?;
    let status = fs::read_to_string("/proc/self/status")?;
    let kilobytes = |name| -> Outcome<u64> {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        let figure = line.and_then(|line| line.split_whitespace().next());
        Ok(figure.ok_or("no such figure")?.parse()?)
    };
    let told = (kilobytes("VmRSS:")?, kilobytes("VmHWM:")?);
    drop(register);
    serde_json::to_writer(stdout(), &told)?;
    Ok(())
}
