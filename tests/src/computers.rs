//! Two computers that share the sample register.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use chrono::{DateTime, FixedOffset, Local, TimeDelta};
use kundbok_core::Result;
use kundbok_core::customers::{self, CustomerId, EditCustomer};
use kundbok_core::register::{Action, Change, Connection, Here, Register};
use kundbok_core::vault::{Passphrase, RegisterFolder};

use crate::here;
use crate::sample::{self, LAST_DAY, PASSPHRASE};

/// Data folders of two computers. Both know the sample register as it was made.
pub struct Computers {
    /// This computer's.
    pub here: PathBuf,
    /// The other's.
    pub there: PathBuf,
}

impl Computers {
    /// Makes the sample register in `here`, and a copy of it in `there`.
    ///
    /// # Panics
    /// When it cannot be made.
    pub fn share_sample(here: &Path, there: &Path) -> Self {
        let folder = RegisterFolder::at(here.join("register"));
        drop(sample::make(&folder, &here.join("local")).expect("the sample register"));
        for folder in ["register", "register/keys", "register/attachments"] {
            let copy = there.join(folder);
            fs::create_dir_all(&copy).expect("a folder");
            for entry in fs::read_dir(here.join(folder)).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_file() {
                    let name = path.file_name().expect("its name");
                    fs::copy(&path, copy.join(name)).expect("a copy");
                }
            }
        }
        Self {
            here: here.to_owned(),
            there: there.to_owned(),
        }
    }

    /// What the other computer saved last arrives here, as a sync client brings it.
    ///
    /// # Panics
    /// When it cannot be copied.
    pub fn sync(&self) {
        let file = "register/register.age";
        fs::copy(self.there.join(file), self.here.join(file)).expect("the register is copied");
    }
}

/// Opens the register of this folder on “Annas dator”, as long as what is answered lives.
///
/// # Panics
/// When it does not open.
pub fn open_elsewhere(register: &Path, local: &Path) -> Register {
    let passphrase = Passphrase::from(PASSPHRASE.to_owned());
    let here = Here {
        computer: "Annas dator".to_owned(),
        now: clock(),
        ..here(RegisterFolder::at(register), local)
    };
    let mut register = Register::open(&here, &passphrase).expect("the register opens");
    register.look_around(clock(), Instant::now());
    register
}

/// The time as the window's computer has it.
pub fn clock() -> DateTime<FixedOffset> {
    Local::now().fixed_offset()
}

/// Changes a customer's given name on the computer whose data folder is `data`, as many minutes after
/// the sample's last evening. Answers her name then.
///
/// # Panics
/// When it cannot be saved.
pub fn rename(data: &Path, minutes: i64, id: CustomerId, given_name: &str) -> String {
    let passphrase = Passphrase::from(PASSPHRASE.to_owned());
    let folder = RegisterFolder::at(data.join("register"));
    let mut register = Register::open(&here(folder, &data.join("local")), &passphrase)
        .expect("the register opens");
    edit(&mut register, minutes, id, given_name)
}

/// Changes the register on the computer whose data folder is `data`, without its window.
///
/// # Panics
/// When it cannot be saved.
pub fn change<T>(
    data: &Path,
    change: impl FnOnce(&Connection, DateTime<FixedOffset>) -> Result<Change<T>>,
) -> T {
    let passphrase = Passphrase::from(PASSPHRASE.to_owned());
    let folder = RegisterFolder::at(data.join("register"));
    let mut register = Register::open(&here(folder, &data.join("local")), &passphrase)
        .expect("the register opens");
    let now = clock();
    let saved = register.write(now, Action::EditCustomer, |connection| {
        change(connection, now)
    });
    saved.expect("it is saved").value
}

/// As [`rename`], in a register that is open.
///
/// # Panics
/// When it cannot be saved.
pub fn edit(register: &mut Register, minutes: i64, id: CustomerId, given_name: &str) -> String {
    let now = sample::evening_of(LAST_DAY) + TimeDelta::minutes(minutes);
    let view = register.read(|connection| customers::view(connection, id));
    let mut fields = view.expect("the customer").fields;
    given_name.clone_into(&mut fields.given_name);
    let name = format!("{given_name} {}", fields.family_name)
        .trim()
        .to_owned();
    let edit = |connection: &_| {
        customers::edit(connection, now, EditCustomer { id, fields })?;
        Ok(Change::of(id, ()))
    };
    let saved = register.write(now, Action::EditCustomer, edit);
    saved.expect("it is saved");
    name
}
