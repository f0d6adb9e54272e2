//! The register is not as this computer left it, or as she wants it: what is found is said, and
//! earlier states are compared and put back.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::TimeDelta;
use kundbok_core::customers::{self, CustomerFields};
use kundbok_core::register::{Action, Change, Register};
use kundbok_core::vault::{Passphrase, RegisterFolder};
use kundbok_tests::here;
use kundbok_tests::sample::{self, LAST_DAY, PASSPHRASE};
use kundbok_tests::walk;
use kundbok_tests::window::{Key, Stage, Window};
use secrecy::ExposeSecret;

use super::access::{look, look_whether_it_fits};

fn register_file(stage: &Stage) -> PathBuf {
    stage.data().join("register/register.age")
}

/// Adds a customer as another computer would, whose own folder is `local`.
fn add_elsewhere(folder: &Path, local: &Path, given_name: &str) {
    let passphrase = Passphrase::from(PASSPHRASE.to_owned());
    let folder = RegisterFolder::at(folder.to_owned());
    let mut register = Register::open(&here(folder, local), &passphrase).unwrap();
    // Each at a time of her own.
    let now =
        sample::evening_of(LAST_DAY) + TimeDelta::minutes(i64::from(given_name.as_bytes()[0]));
    let fields = CustomerFields {
        given_name: given_name.to_owned(),
        family_name: "Tidlund".to_owned(),
        ..sample::elin().fields
    };
    let add = |connection: &_| {
        let id = customers::add(connection, now, fields)?;
        Ok(Change::of(id, ()))
    };
    register.write(now, Action::AddCustomer, add).unwrap();
}

/// A register that was saved here after the sample was made: with Nora Tidlund.
fn sample_and_nora(stage: &Stage) -> kundbok_core::vault::RecoveryKey {
    let folder = stage.data().join("register");
    let local = stage.data().join("local");
    let (register, recovery) = sample::make(&RegisterFolder::at(folder.clone()), &local).unwrap();
    drop(register);
    add_elsewhere(&folder, &local, "Nora");
    recovery
}

fn customers_count(more: usize) -> String {
    format!("{} kunder", sample::customers().len() + more)
}

/// Opens the time line from the palette.
fn open_time_line(window: &Window) {
    window.keys(&[Key::Control], 'k');
    window.fill("Hitta eller gör", "tidigare vers");
    window.see("option", "Visa tidigare versioner");
    window.key(Key::Enter);
    window.see("heading", "Tidigare versioner");
}

#[test]
fn a_damaged_register_is_back_and_that_is_said_once() {
    let stage = Stage::new();
    sample_and_nora(&stage);
    let file = register_file(&stage);
    let whole = fs::read(&file).unwrap();
    fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    let window = stage.open();
    walk::unlock(&window, PASSPHRASE);
    window.see_text("Registrets fil gick inte att använda.");
    window.see_text(&format!("med {}.", customers_count(1)));
    window.see_text("register damaged ");
    look(&window, "what was restored");
    assert_eq!(fs::read(&file).unwrap(), whole);
    window.press("Okej");
    window.see_no_text("Registrets fil");
    walk::open_customer(&window, "Nora Tidlund");
    window.keys(&[Key::Control], 'l');
    walk::unlock(&window, PASSPHRASE);
    window.see("heading", "Kunder");
    window.see_no_text("Registrets fil");
}

#[test]
fn an_earlier_version_is_compared_and_put_back_and_that_is_undone() {
    let stage = Stage::new();
    sample_and_nora(&stage);
    let window = stage.open();
    walk::unlock(&window, PASSPHRASE);
    window.click("link", "Inställningar");
    window.click("link", "Visa tidigare versioner");
    window.see_text("Välj en version");
    window.see_text("Så är registret nu");
    look(&window, "time line");
    window.click_with("link", &customers_count(0));
    window.see("heading", "Har tillkommit");
    window.see("link", "Nora Tidlund");
    look(&window, "version");
    window.press("Gå tillbaka till den här versionen");
    window.see_text("1 kund försvinner:");
    look(&window, "version, going back");
    window.press("Avbryt");
    window.press("Gå tillbaka till den här versionen");
    window.press("Gå tillbaka");
    window.see("heading", "Kunder");
    window.see_text("Registret är nu som ");
    window.fill("Sök kund", "Nora Tidlund");
    window.see_text("Ingen kund hittades");
    // The file itself is as the window says.
    window.keys(&[Key::Control], 'l');
    walk::unlock(&window, PASSPHRASE);
    window.fill("Sök kund", "Nora Tidlund");
    window.see_text("Ingen kund hittades");

    open_time_line(&window);
    window.click_with("link", &customers_count(1));
    window.see("heading", "Har försvunnit");
    window.press("Gå tillbaka till den här versionen");
    window.see_text("1 kund kommer tillbaka:");
    window.press("Gå tillbaka");
    walk::open_customer(&window, "Nora Tidlund");
}

#[test]
fn an_older_register_waits_for_her_decision() {
    let stage = Stage::new();
    let folder = stage.data().join("register");
    let local = stage.data().join("local");
    drop(sample::make(&RegisterFolder::at(folder.clone()), &local).unwrap());
    let older = fs::read(register_file(&stage)).unwrap();
    add_elsewhere(&folder, &local, "Nora");
    fs::write(register_file(&stage), &older).unwrap();

    let window = stage.open();
    walk::unlock(&window, PASSPHRASE);
    window.see_text("Registret är äldre än det du sparade här senast.");
    look(&window, "older");
    window.keys(&[Key::Control], 'l');
    walk::unlock(&window, PASSPHRASE);
    window.see_text("Registret är äldre än det du sparade här senast.");
    window.press("Jämför");
    window.see("heading", "Har försvunnit");
    window.see_text("Nora Tidlund");
    window.press("Ta tillbaka det jag sparade här");
    window.see_text("1 kund kommer tillbaka:");
    look(&window, "older, taking back");
    window.press("Gå tillbaka");
    window.see("heading", "Kunder");
    window.see_no_text("Registret är äldre");
    walk::open_customer(&window, "Nora Tidlund");
}

#[test]
fn a_register_changed_in_two_places_can_be_kept_as_it_is_open() {
    let stage = Stage::new();
    let folder = stage.data().join("register");
    let local = stage.data().join("local");
    drop(sample::make(&RegisterFolder::at(folder.clone()), &local).unwrap());
    let shared = fs::read(register_file(&stage)).unwrap();
    add_elsewhere(&folder, &local, "Nora");
    // The other computer does not know of her.
    fs::write(register_file(&stage), &shared).unwrap();
    let other = stage.folder().join("other");
    add_elsewhere(&folder, &other, "Astrid");
    add_elsewhere(&folder, &other, "Beata");

    let window = stage.open();
    walk::unlock(&window, PASSPHRASE);
    window.see_text("Registret har ändrats på två ställen.");
    look(&window, "diverged");
    window.press("Se skillnaderna och välj");
    window.see("link", "Astrid Tidlund");
    window.see_text("Nora Tidlund");
    window.press("Behåll det som är öppet");
    window.see_no_text("Registret har ändrats på två ställen.");
    window.keys(&[Key::Control], 'l');
    walk::unlock(&window, PASSPHRASE);
    window.see("heading", "Har försvunnit");
    window.see_no_text("Registret har ändrats på två ställen.");
    walk::open_customer(&window, "Beata Tidlund");
}

#[test]
fn a_register_that_is_gone_or_anothers_is_put_back_when_she_asks() {
    let stage = Stage::new();
    let recovery = sample_and_nora(&stage);
    let file = register_file(&stage);
    let folder = file.parent().unwrap();
    let window = stage.open();
    // From now on this computer knows that there is one.
    walk::unlock(&window, PASSPHRASE);
    drop(window);
    fs::remove_dir_all(folder).unwrap();
    let window = stage.open();
    window.see_text("Registret finns inte där det låg");
    look(&window, "missing");
    window.press("Lägg tillbaka det som sparades här senast");
    window.see("heading", "Lägg tillbaka registret");
    look(&window, "putting back");
    window.fill("Lösenfras", "fel lösenfras");
    window.press("Lägg tillbaka och öppna");
    window.see_text("Det är inte rätt lösenfras");
    assert!(!folder.exists());
    window.fill("Lösenfras", PASSPHRASE);
    window.press("Lägg tillbaka och öppna");
    window.see_text("Registret låg inte där det ska.");
    walk::open_customer(&window, "Nora Tidlund");
    window.keys(&[Key::Control], 'l');

    // Another register in its place, opened with the sheet.
    let another = stage.folder().join("another");
    let other_folder = RegisterFolder::at(another.clone());
    drop(sample::make(&other_folder, &stage.folder().join("elsewhere")).unwrap());
    let stranger = fs::read(another.join("register.age")).unwrap();
    fs::write(&file, &stranger).unwrap();
    window.fill("Lösenfras", PASSPHRASE);
    window.press("Lås upp");
    window.see_text("I mappen ligger inte det register som senast öppnades här");
    look(&window, "another register");
    assert_eq!(fs::read(&file).unwrap(), stranger);
    window.press("Lägg tillbaka det som sparades här senast");
    window.press("Lägg tillbaka med återställningsbladet");
    look(&window, "putting back with the sheet");
    window.fill("Nyckel", recovery.text().expose_secret());
    window.press("Lägg tillbaka och öppna");
    window.see("heading", "Välj en ny lösenfras");
    window.fill("Ny lösenfras", "grind mossa tretton kopp vinter");
    window.press("Spara och öppna");
    window.see_text("Registrets fil gick inte att använda.");
    walk::open_customer(&window, "Nora Tidlund");
    let kept = fs::read_dir(folder)
        .unwrap()
        .any(|entry| fs::read(entry.unwrap().path()).is_ok_and(|bytes| bytes == stranger));
    assert!(kept, "the other register is not deleted");
}

#[test]
fn what_was_found_leaves_room_for_the_rest_with_twice_the_text() {
    let stage = Stage::new();
    let folder = stage.data().join("register");
    let local = stage.data().join("local");
    drop(sample::make(&RegisterFolder::at(folder.clone()), &local).unwrap());
    let older = fs::read(register_file(&stage)).unwrap();
    add_elsewhere(
        &folder,
        &local,
        &"Wolfeschlegelsteinhausenbergerdorff".repeat(3),
    );
    fs::write(register_file(&stage), &older).unwrap();
    let settings = r#"{ "language": "sv", "theme": "system", "textSize": 200, "lockAfter": 300 }"#;
    fs::write(local.join("settings.json"), settings).unwrap();
    let window = stage.open();
    window.resize(640, 800);
    walk::unlock(&window, PASSPHRASE);
    window.see_text("Registret är äldre än det du sparade här senast.");
    look_whether_it_fits(&window, "older, large");
    let share = "return document.querySelector('.room').clientHeight / innerHeight";
    let share = window.script(share, Vec::new()).unwrap().as_f64().unwrap();
    assert!(share > 0.3, "the customers have {share} of the window");
    window.press("Jämför");
    window.see("heading", "Har försvunnit");
    look_whether_it_fits(&window, "version, large");
    window.press("Gå tillbaka till den här versionen");
    window.see_text("1 kund kommer tillbaka:");
    look_whether_it_fits(&window, "version, going back, large");
}
