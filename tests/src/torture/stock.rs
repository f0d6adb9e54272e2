//! The programs `age` and `sqlite3`, as they come, open every generation.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::child::{Place, now};
use super::scene::edit;
use super::{Row, Share, Trials};

/// Every generation of a register that was saved more often than generations are kept.
pub fn every_generation(share: Share) -> Row {
    let trials = Trials::new("stock age and sqlite3 open the register and every generation");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let place = Place::make(folder.path()).expect("a register");
    let mut register = place.open().expect("the register");
    for number in 1..=share.of(4, 60) {
        edit(&mut register, now(), &number.to_string()).expect("a save");
    }
    drop(register);
    let mut sealed = generations(&place).expect("generations");
    sealed.push(place.register().join("register.age"));
    trials.attempt_all(
        &sealed,
        |path| path.display().to_string(),
        |path| expect_opens(&place, path).map_err(|error| error.to_string()),
    );
    trials.exhaustive()
}

fn generations(place: &Place) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let id = fs::read_dir(place.local())?.next().ok_or("no folder")??;
    let files = fs::read_dir(id.path().join("history"))?;
    Ok(files
        .map(|file| file.map(|file| file.path()))
        .collect::<Result<_, _>>()?)
}

fn expect_opens(place: &Place, sealed: &Path) -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let plain = folder.path().join("register.sqlite");
    let opened = Command::new("age")
        .args(["-d", "-i"])
        .arg(place.key_file())
        .arg("-o")
        .arg(&plain)
        .arg(sealed)
        .output()?;
    if !opened.status.success() {
        return Err(format!("{opened:?}").into());
    }
    let asked = Command::new("sqlite3")
        .arg(&plain)
        .arg("PRAGMA integrity_check; PRAGMA foreign_key_check; SELECT generation FROM register;")
        .output()?;
    let told = String::from_utf8(asked.stdout)?;
    let name = sealed
        .file_stem()
        .ok_or("no name")?
        .to_string_lossy()
        .into_owned();
    let number = name.split_once('-').map(|(number, _)| number.to_owned());
    match told.lines().collect::<Vec<_>>()[..] {
        ["ok", found] if number.as_ref().is_none_or(|number| number == found) => Ok(()),
        _ => Err(told.into()),
    }
}
