//! What the `torture` program does as a child: the program that is killed, refused, or lied to by
//! its disk. It opens a register by the key on its sheet, so that no scrypt is paid, and says on its
//! standard output what became of each save.

use std::error::Error;
use std::fs;
use std::io::{Write, stdin, stdout};
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{DateTime, FixedOffset, Local};
use kundbok_core::customers;
use kundbok_core::register::{Here, Register};
use kundbok_core::vault::{Passphrase, RecoveryKey, RegisterFolder};
use secrecy::ExposeSecret;

use super::scene::{SHE, edit};
use super::{real, reported};
use crate::here;
use crate::sample::{self, PASSPHRASE};

/// The first argument that makes it a child.
pub const CHILD: &str = "--child";

/// What a child does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Saves on and on, and says the number of each save when it is made.
    Saves,
    /// Saves once, and says `saved` or why not.
    SavesOnce,
    /// Waits for a line, opens, says whether it could, and holds the register until its standard
    /// input ends.
    Opens,
    /// Tries what a file system of its own is needed for, and says what failed.
    Mounted,
    /// Saves, keeps a file, copies, prints and backs up, and says what it was told is done.
    Reports,
    /// Says what of that it finds.
    ReadsBack,
}

impl Part {
    const ALL: [Self; 6] = [
        Self::Saves,
        Self::SavesOnce,
        Self::Opens,
        Self::Mounted,
        Self::Reports,
        Self::ReadsBack,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Saves => "saves",
            Self::SavesOnce => "saves-once",
            Self::Opens => "opens",
            Self::Mounted => "mounted",
            Self::Reports => "reports",
            Self::ReadsBack => "reads-back",
        }
    }

    /// Its arguments.
    pub fn arguments(self, place: &Place) -> [PathBuf; 3] {
        [CHILD.into(), self.word().into(), place.0.clone()]
    }
}

/// A folder of the real disk with a register, this computer's own folder and the recovery key.
#[derive(Clone, Debug)]
pub struct Place(pub PathBuf);

impl Place {
    /// A new register of one customer.
    ///
    /// # Errors
    /// Whatever prevents it.
    pub fn make(root: &Path) -> Result<Self, Box<dyn Error>> {
        let place = Self(root.to_owned());
        fs::create_dir_all(place.register())?;
        let (mut register, recovery) = Register::create(
            &Here {
                now: now(),
                ..place.here()
            },
            sample::business(),
            &Passphrase::from(PASSPHRASE.to_owned()),
        )?;
        sample::put_into(&mut register, sample::scaled(1))?;
        edit(&mut register, now(), "0")?;
        fs::write(place.key_file(), recovery.text().expose_secret())?;
        Ok(place)
    }

    /// The register's folder.
    pub fn register(&self) -> PathBuf {
        self.0.join("register")
    }

    /// This computer's own folder.
    pub fn local(&self) -> PathBuf {
        self.0.join("local")
    }

    /// The key on the sheet, in a file.
    pub fn key_file(&self) -> PathBuf {
        self.0.join("recovery.txt")
    }

    /// The key on the sheet.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn recovery(&self) -> Result<RecoveryKey, Box<dyn Error>> {
        Ok(RecoveryKey::read(&fs::read_to_string(self.key_file())?)?)
    }

    /// Opens the register.
    ///
    /// # Errors
    /// Those of opening.
    pub fn open(&self) -> Result<Register, Box<dyn Error>> {
        let recovery = self.recovery()?;
        Ok(Register::open_with_recovery_key(&self.here(), &recovery)?)
    }

    /// This computer.
    pub fn here(&self) -> Here {
        here(RegisterFolder::at(self.register()), &self.local())
    }

    /// A child at work on it.
    pub fn child(&self, part: Part) -> Command {
        let mut command = Command::new(program());
        command.args(part.arguments(self));
        command
    }
}

/// The number that was saved last.
///
/// # Errors
/// When it is none.
pub fn number(register: &Register) -> Result<u64, Box<dyn Error>> {
    let view = register.read(|connection| customers::view(connection, SHE))?;
    Ok(view.fields.notes.parse()?)
}

/// The `torture` program: this one, or the one that was built beside the running test.
pub fn program() -> PathBuf {
    let this = std::env::current_exe().expect("path of this program");
    let name = format!("torture{}", std::env::consts::EXE_SUFFIX);
    if this.ends_with(&name) {
        return this;
    }
    let built = this.ancestors().nth(2).expect("a folder of what is built");
    built.join(name)
}

/// Plays the part that the arguments after [`CHILD`] name.
///
/// # Errors
/// Whatever goes wrong that is not the part's own matter.
pub fn play(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let [word, root] = arguments else {
        return Err("a part and a folder".into());
    };
    let part = Part::ALL.into_iter().find(|part| part.word() == word);
    let place = Place(root.into());
    match part.ok_or("no such part")? {
        Part::Saves => {
            let mut register = place.open()?;
            for number in number(&register)? + 1.. {
                edit(&mut register, now(), &number.to_string())?;
                say(&number.to_string())?;
            }
            Ok(())
        }
        Part::SavesOnce => {
            let mut register = place.open()?;
            let next = number(&register)? + 1;
            match edit(&mut register, now(), &next.to_string()) {
                Ok(()) => say("saved"),
                Err(error) => say(&error.to_string()),
            }
        }
        Part::Opens => {
            let mut line = String::new();
            stdin().read_line(&mut line)?;
            let opened = place.open();
            match &opened {
                Ok(_) => say("open")?,
                Err(error) => say(&error.to_string())?,
            }
            while stdin().read_line(&mut line)? > 0 {}
            Ok(())
        }
        Part::Mounted => real::on_a_mount(&place.0),
        Part::Reports => reported::done(&place)?
            .iter()
            .try_for_each(|line| say(line)),
        Part::ReadsBack => reported::found(&place)?
            .iter()
            .try_for_each(|line| say(line)),
    }
}

/// By the computer's clock, as files are stamped by it.
pub fn now() -> DateTime<FixedOffset> {
    Local::now().fixed_offset()
}

fn say(line: &str) -> Result<(), Box<dyn Error>> {
    let mut out = stdout();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}
