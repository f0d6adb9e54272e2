//! Registers made by hand: each is answered in its own way, and nothing on disk is changed.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use age::x25519::{Identity, Recipient};
use kundbok_core::Error;
use kundbok_core::register::{Connection, Finding, Register};
use kundbok_core::vault::{self, Passphrase, RecoveryKey, RegisterKey};

use super::child::now;
use super::disk::Disk;
use super::scene::{Scene, folder, local_folder, register_file, register_folder};
use super::{Outcome, Row, Share, Trials};
use crate::here;
use crate::sample::PASSPHRASE;

/// Strangers that a register is sealed to.
const RECIPIENTS: usize = 10_000;

/// How long a refusal may take.
const AT_ONCE: Duration = Duration::from_secs(1);

type Made = (&'static str, fn(&Scene) -> Outcome);

/// All of them.
pub fn made_by_hand(_: Share) -> Row {
    let trials = Trials::new("registers made by hand: one answer each, nothing changed");
    let scene = Scene::new(2, 3);
    let all: [Made; 9] = [
        (
            "another program's SQLite in a valid age file",
            foreign_sqlite,
        ),
        ("a key file with a scrypt factor of 30", costly_key_file),
        ("a register sealed to 10 000 strangers", strangers),
        (
            "a register sealed to 10 000 strangers and to her",
            strangers_and_her,
        ),
        ("a key file of another register", foreign_key_file),
        (
            "another register, sealed to her keys",
            another_register_of_her_keys,
        ),
        ("a register from a newer Kundbok", too_new),
        ("a generation under another number", renamed_generation),
        (
            "a generation under another number, and a damaged register",
            renamed_generation_recovers,
        ),
    ];
    trials.attempt_all(&all, |(what, _)| (*what).to_owned(), |(_, run)| run(&scene));
    trials.exhaustive()
}

type Files = BTreeMap<PathBuf, Arc<Vec<u8>>>;

/// Nothing changed but notes that opening makes of its own.
fn expect_as_before(disk: &Disk, before: &Files) -> Outcome {
    if disk.files() == *before {
        Ok(())
    } else {
        Err("files were changed".to_owned())
    }
}

/// A copy of the scene without this computer's own files, and another register file.
fn alone_with(scene: &Scene, sealed: Vec<u8>) -> Disk {
    let disk = scene.disk.copy();
    for path in disk.files().into_keys() {
        if path.starts_with(local_folder()) {
            disk.take(&path);
        }
    }
    disk.put(&register_file(), sealed);
    disk
}

fn seal(bytes: &[u8], recipients: &[Recipient]) -> Result<Vec<u8>, String> {
    let recipients = recipients.iter().map(|one| one as &dyn age::Recipient);
    let mut sealed = Vec::new();
    age::Encryptor::with_recipients(recipients)
        .map_err(|error| error.to_string())?
        .wrap_output(&mut sealed)
        .and_then(|mut writer| {
            writer.write_all(bytes)?;
            writer.finish()
        })
        .map_err(|error| error.to_string())?;
    Ok(sealed)
}

fn her(key: &RecoveryKey) -> Result<Recipient, String> {
    Recipient::from_str(&key.recipient()).map_err(ToOwned::to_owned)
}

fn unlock(disk: &Disk) -> kundbok_core::Result<Register> {
    let passphrase = Passphrase::from(PASSPHRASE.to_owned());
    Register::open(&here(folder(disk), &local_folder()), &passphrase)
}

fn foreign_sqlite(scene: &Scene) -> Outcome {
    let mut other = Connection::open_in_memory().map_err(|error| error.to_string())?;
    other
        .execute_batch("CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT)")
        .map_err(|error| error.to_string())?;
    let image = other
        .serialize("main")
        .map_err(|error| error.to_string())?
        .to_vec();
    let sealed = seal(&image, &[her(&scene.recovery)?])?;
    let disk = alone_with(scene, sealed.clone());
    let before = disk.files();
    match scene.open(&disk) {
        Err(Error::VaultDamaged) => expect_as_before(&disk, &before)?,
        other => return Err(format!("{:?}", other.err())),
    }
    // Where there is a good state it comes back, and the file is kept.
    let disk = scene.disk.copy();
    disk.put(&register_file(), sealed.clone());
    let register = scene.open(&disk).map_err(|error| error.to_string())?;
    match register.findings() {
        [
            Finding::Restored {
                set_aside: Some(name),
                ..
            },
        ] => {
            let kept = disk.contents(&register_folder().join(name));
            if kept.is_some_and(|kept| *kept == sealed) {
                Ok(())
            } else {
                Err("not kept".to_owned())
            }
        }
        findings => Err(format!("{findings:?}")),
    }
}

/// age names the factor last in the recipient's line. The header's MAC does not fit any more, but a
/// program that tried it would not get that far for hours.
fn costly_key_file(scene: &Scene) -> Outcome {
    let disk = alone_with(scene, Vec::new());
    let path = register_folder().join("keys/owner.age");
    let made = disk.contents(&path).ok_or("no key file")?;
    let end = made
        .iter()
        .skip(25)
        .position(|at| *at == b'\n')
        .ok_or("no recipient")?
        + 25;
    let line = String::from_utf8_lossy(&made[..end]).into_owned();
    let (line, _) = line.rsplit_once(' ').ok_or("no factor")?;
    disk.put(
        &path,
        [format!("{line} 30").as_bytes(), &made[end..]].concat(),
    );
    let before = disk.files();
    let start = Instant::now();
    let answer = unlock(&disk);
    let took = start.elapsed();
    match answer {
        Err(Error::VaultDamaged) if took < AT_ONCE => expect_as_before(&disk, &before),
        other => Err(format!("{:?} after {took:?}", other.err())),
    }
}

fn many() -> Vec<Recipient> {
    // One key's work, ten thousand times: whose they are makes no difference to who reads them.
    vec![Identity::generate().to_public(); RECIPIENTS]
}

fn strangers(scene: &Scene) -> Outcome {
    refused_at_once(scene, &many())
}

fn strangers_and_her(scene: &Scene) -> Outcome {
    refused_at_once(scene, &[many(), vec![her(&scene.recovery)?]].concat())
}

/// Kundbok seals to a few: such a file is none of its own, and reading it would take hours.
fn refused_at_once(scene: &Scene, recipients: &[Recipient]) -> Outcome {
    let sealed = scene.disk.contents(&register_file()).ok_or("no register")?;
    let image = vault::open(&sealed, &scene.recovery).map_err(|error| error.to_string())?;
    let disk = alone_with(scene, seal(&image, recipients)?);
    let before = disk.files();
    let start = Instant::now();
    let answer = scene.open(&disk);
    let took = start.elapsed();
    match answer {
        Err(Error::VaultDamaged) if took < AT_ONCE => expect_as_before(&disk, &before),
        other => Err(format!("{:?} after {took:?}", other.err())),
    }
}

fn foreign_key_file(scene: &Scene) -> Outcome {
    let passphrase = Passphrase::from(PASSPHRASE.to_owned());
    let wrapped = RegisterKey::make()
        .wrap(&passphrase)
        .map_err(|error| error.to_string())?;
    let disk = scene.disk.copy();
    disk.put(&register_folder().join("keys/owner.age"), wrapped);
    let before = disk.files();
    match unlock(&disk) {
        Err(Error::VaultReplaced) => expect_as_before(&disk, &before),
        other => Err(format!("{:?}", other.err())),
    }
}

/// The image of the scene's register, as this changes it, sealed to her recovery key and another.
fn remade(scene: &Scene, sql: &str) -> Result<Vec<u8>, String> {
    let sealed = scene.disk.contents(&register_file()).ok_or("no register")?;
    let image = vault::open(&sealed, &scene.recovery).map_err(|error| error.to_string())?;
    let mut made = Connection::open_in_memory().map_err(|error| error.to_string())?;
    made.deserialize_read_exact("main", &image[..], image.len(), false)
        .and_then(|()| made.execute_batch(sql))
        .map_err(|error| error.to_string())?;
    let image = made.serialize("main").map_err(|error| error.to_string())?;
    seal(&image, &[her(&scene.recovery)?])
}

/// Who can write the folder knows to whom the register is sealed.
fn another_register_of_her_keys(scene: &Scene) -> Outcome {
    let other = remade(
        scene,
        "UPDATE register SET register_id = printf('%032x', 7)",
    )?;
    let disk = scene.disk.copy();
    disk.put(&register_file(), other.clone());
    let before = disk.files();
    match scene.open(&disk) {
        Err(Error::VaultReplaced) => expect_as_before(&disk, &before)?,
        answer => return Err(format!("{:?}", answer.err())),
    }
    let here = here(folder(&disk), &local_folder());
    let register = Register::restore_with_recovery_key(&here, &scene.recovery)
        .map_err(|error| error.to_string())?;
    if scene.state_of(&register)? != 0 {
        return Err("another state came back".to_owned());
    }
    // A computer that never had hers cannot tell.
    match scene.open(&alone_with(scene, other)) {
        Ok(_) => Ok(()),
        Err(error) => Err(error.to_string()),
    }
}

/// Nor is an older state put in the place of a damaged one that a newer Kundbok wrote.
fn too_new(scene: &Scene) -> Outcome {
    let newer = remade(scene, "PRAGMA user_version = 999")?;
    let disk = scene.disk.copy();
    disk.put(&register_file(), newer.clone());
    let before = disk.files();
    match scene.open(&disk) {
        Err(Error::VaultTooNew) => expect_as_before(&disk, &before)?,
        answer => return Err(format!("{:?}", answer.err())),
    }
    let history = history_of(&disk)?;
    disk.put(&history.join("99-00000000.age"), newer);
    disk.put(&register_file(), b"hej".to_vec());
    let before = disk.files();
    match scene.open(&disk) {
        Err(Error::VaultTooNew) => expect_as_before(&disk, &before),
        answer => Err(format!("{:?}", answer.err())),
    }
}

fn history_of(disk: &Disk) -> Result<PathBuf, String> {
    let mut paths = disk.files().into_keys();
    let folder = paths.find_map(|path| {
        let folder = path.parent()?;
        folder.ends_with("history").then(|| folder.to_owned())
    });
    folder.ok_or_else(|| "no history".to_owned())
}

/// The name of a generation is what she chooses by: one that holds another state is not gone back to.
fn renamed_generation(scene: &Scene) -> Outcome {
    let disk = scene.disk.copy();
    rename_generation(&disk)?;
    let mut register = scene.open(&disk).map_err(|error| error.to_string())?;
    let before = disk.files();
    let renamed = register.generations().map_err(|error| error.to_string())?;
    let renamed = renamed.iter().find(|known| known.id.number == 99);
    let renamed = renamed.ok_or("not listed")?.id.clone();
    match register.compare(&renamed) {
        Err(Error::Misnamed) => {}
        answer => return Err(format!("compared: {:?}", answer.err())),
    }
    match register.restore_generation(&renamed, now()) {
        Err(Error::Misnamed) => {}
        answer => return Err(format!("restored: {:?}", answer.err())),
    }
    expect_as_before(&disk, &before)
}

/// The register is damaged, and an old generation poses as the newest: what was saved last comes
/// back all the same.
fn renamed_generation_recovers(scene: &Scene) -> Outcome {
    let disk = scene.disk.copy();
    rename_generation(&disk)?;
    disk.put(&register_file(), b"hej".to_vec());
    let register = scene.open(&disk).map_err(|error| error.to_string())?;
    match scene.state_of(&register)? {
        0 => Ok(()),
        state => Err(format!("state {state}")),
    }
}

/// An old one says that it is the newest.
fn rename_generation(disk: &Disk) -> Outcome {
    let is_first = |path: &PathBuf| {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        name.is_some_and(|name| name.starts_with("2-"))
    };
    let files = disk.files();
    let (path, old) = files
        .iter()
        .find(|(path, _)| is_first(path))
        .ok_or("no generation")?;
    let name = path
        .file_name()
        .ok_or("no name")?
        .to_string_lossy()
        .replacen("2-", "99-", 1);
    disk.take(path);
    disk.put(&path.with_file_name(name), old.to_vec());
    Ok(())
}
