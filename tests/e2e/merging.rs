//! Two computers changed the register at once: what differs is seen by name, and chosen.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::TimeDelta;
use kundbok_core::Language;
use kundbok_core::customers::{self, CustomerId, EditCustomer};
use kundbok_core::register::{Action, Change, Register};
use kundbok_core::vault::{Passphrase, RegisterFolder};
use kundbok_tests::sample::{self, LAST_DAY, PASSPHRASE};
use kundbok_tests::walk;
use kundbok_tests::window::{Key, Stage, Window};

use super::access::{look, look_whether_it_fits};

/// A register on the stage, and the same one on another computer.
struct Computers {
    here: PathBuf,
    there: PathBuf,
}

impl Computers {
    fn of(stage: &Stage) -> Self {
        let computers = Self {
            here: stage.data().to_owned(),
            there: stage.folder().join("there"),
        };
        let folder = RegisterFolder::at(computers.here.join("register"));
        drop(sample::make(&folder, &computers.here.join("local")).unwrap());
        fs::create_dir_all(computers.there.join("register")).unwrap();
        for entry in fs::read_dir(computers.here.join("register")).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let name = path.file_name().unwrap();
                fs::copy(&path, computers.there.join("register").join(name)).unwrap();
            }
        }
        computers
    }

    /// What the other computer saved last arrives, as a sync client brings it.
    fn sync(&self) {
        let file = "register/register.age";
        fs::copy(self.there.join(file), self.here.join(file)).unwrap();
    }
}

/// Changes a customer's given name on a computer, as many minutes after the sample's last evening.
fn rename(computer: &Path, minutes: i64, id: CustomerId, given_name: &str) {
    let passphrase = Passphrase::from(PASSPHRASE.to_owned());
    let folder = RegisterFolder::at(computer.join("register"));
    let local = computer.join("local");
    let mut register = Register::open(folder, &local, &passphrase, Language::Sv).unwrap();
    let now = sample::evening_of(LAST_DAY) + TimeDelta::minutes(minutes);
    let mut fields = register
        .read(|connection| customers::view(connection, id))
        .unwrap()
        .fields;
    given_name.clone_into(&mut fields.given_name);
    let edit = |connection: &_| {
        customers::edit(connection, now, EditCustomer { id, fields })?;
        Ok(Change::of(id, ()))
    };
    register.write(now, Action::EditCustomer, edit).unwrap();
}

fn family_name(id: CustomerId) -> String {
    let at = usize::try_from(id.0).unwrap() - 1;
    sample::customers()[at].fields.family_name.clone()
}

const ONE: CustomerId = CustomerId(1);
const OTHER: CustomerId = CustomerId(2);

/// Both names were changed here, and the other computer, which did not know, changed one after it.
fn changed_on_both(stage: &Stage) -> (String, String) {
    let computers = Computers::of(stage);
    rename(&computers.here, 10, OTHER, "Härlig");
    rename(&computers.here, 30, ONE, "Härifrån");
    rename(&computers.there, 20, OTHER, "Därifrån");
    computers.sync();
    (family_name(ONE), family_name(OTHER))
}

fn see_ticked(window: &Window, name: &str, ticked: bool) {
    let boxes = "return [...document.querySelectorAll('[type=checkbox]')]
        .find((each) => each.labels[0].innerText.includes(arguments[0]))?.checked";
    window.until(&format!("see whether {name} is ticked"), || {
        let found = window.script(boxes, vec![name.into()])?;
        Ok((found == ticked).then_some(()))
    });
}

#[test]
fn she_is_taken_over_from_the_other_state_and_everyone_else_stays() {
    let stage = Stage::new();
    let (one, other) = changed_on_both(&stage);
    let window = stage.open();
    walk::unlock(&window, PASSPHRASE);
    window.see_text("Registret har ändrats på två ställen.");
    window.press("Se skillnaderna och välj");
    window.see("heading", "Har ändrats");
    window.see_text("Nyare i den här versionen");
    see_ticked(&window, &one, true);
    see_ticked(&window, &format!("Därifrån {other}"), false);
    look(&window, "choosing");
    window.press("Hämta de valda (1)");
    window.see_text("1 kund blir som i den versionen");
    window.see_text("Alla andra kunder stannar som de är nu.");
    look(&window, "taking over");
    window.press("Hämta");
    window.see("heading", "Kunder");
    window.see_text("1 kund är hämtad");
    window.see_no_text("Registret har ändrats på två ställen.");
    walk::open_customer(&window, &format!("Härifrån {one}"));
    walk::open_customer(&window, &format!("Därifrån {other}"));
    // The file itself is as the window says.
    window.keys(&[Key::Control], 'l');
    walk::unlock(&window, PASSPHRASE);
    window.see_no_text("Registret har ändrats på två ställen.");
    walk::open_customer(&window, &format!("Härifrån {one}"));
}

#[test]
fn what_could_not_be_saved_over_another_computers_change_is_taken_over() {
    let stage = Stage::new();
    let computers = Computers::of(&stage);
    let first = &sample::customers()[0].fields;
    let window = stage.open();
    walk::unlock(&window, PASSPHRASE);
    walk::open_customer(
        &window,
        &format!("{} {}", first.given_name, first.family_name),
    );
    window.press("Ändra uppgifterna");
    window.fill("Förnamn", "Härifrån");
    rename(&computers.there, 20, OTHER, "Därifrån");
    computers.sync();
    let file = computers.here.join("register/register.age");
    let before = fs::read(&file).unwrap();

    window.press("Spara");
    window.see_text("Registret har ändrats från ett annat håll.");
    window.see_text("Lås och lås upp igen, så visar Kundbok skillnaderna.");
    assert_eq!(window.value("Förnamn"), "Härifrån");
    look(&window, "conflict");
    assert_eq!(fs::read(&file).unwrap(), before, "never overwritten");

    window.keys(&[Key::Control], 'l');
    walk::unlock(&window, PASSPHRASE);
    window.see_text("Registret har ändrats på två ställen.");
    window.press("Se skillnaderna och välj");
    see_ticked(&window, &first.family_name, true);
    window.press("Hämta de valda (1)");
    window.press("Hämta");
    window.see_text("1 kund är hämtad");
    walk::open_customer(&window, &format!("Härifrån {}", first.family_name));
    walk::open_customer(&window, &format!("Därifrån {}", family_name(OTHER)));
}

#[test]
fn choosing_loses_nothing_with_twice_the_text() {
    let stage = Stage::new();
    let (one, _) = changed_on_both(&stage);
    let settings = r#"{ "language": "sv", "theme": "system", "textSize": 200, "lockAfter": 300 }"#;
    fs::write(stage.data().join("local/settings.json"), settings).unwrap();
    let window = stage.open();
    window.resize(640, 800);
    walk::unlock(&window, PASSPHRASE);
    window.press("Se skillnaderna och välj");
    see_ticked(&window, &one, true);
    look_whether_it_fits(&window, "choosing, large");
    window.press("Hämta de valda (1)");
    window.see_text("1 kund blir som i den versionen");
    look_whether_it_fits(&window, "taking over, large");
}
