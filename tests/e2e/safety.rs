//! What keeps the register safe: the passphrase, the recovery sheet, backups.

use std::fs;
use std::path::PathBuf;

use kundbok_tests::sample::PASSPHRASE;
use kundbok_tests::walk;
use kundbok_tests::window::{Key, Stage, Window};
use secrecy::ExposeSecret;

const NEW: &str = "grind mossa tretton kopp vinter";

/// The files in the stage's stick that are backups.
fn backups(stage: &Stage) -> Vec<PathBuf> {
    let files = fs::read_dir(stage.folder().join("stick")).into_iter();
    files.flatten().flatten().map(|file| file.path()).collect()
}

/// Backs up to a stick of the stage's.
fn back_up(stage: &Stage, window: &Window) -> PathBuf {
    let stick = stage.folder().join("stick");
    fs::create_dir(&stick).unwrap();
    to_safety(window);
    window.see_text("Det finns ingen säkerhetskopia än.");
    stage.answer_dialogs(&[Some(&stick)]);
    window.press("Säkerhetskopiera nu");
    window.see_text("Den senaste gjordes");
    window.see_text(&stick.display().to_string());
    let [backup] = &backups(stage)[..] else {
        panic!("not one backup: {:?}", backups(stage));
    };
    backup.clone()
}

fn to_safety(window: &Window) {
    window.click("link", "Inställningar");
    window.click("link", "Öppna Trygghet");
    window.see("heading", "Trygghet");
}

fn no_fault(window: &Window) {
    let faults = window.axe();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_backup_brings_the_customers_back_on_a_new_computer() {
    let old = Stage::new();
    let (window, recovery) = walk::open_sample(&old);
    let backup = back_up(&old, &window);
    no_fault(&window);
    drop(window);

    let new = Stage::new();
    let broken = new.folder().join("kundbok-2026-11-20-1930.zip");
    let whole = fs::read(&backup).unwrap();
    fs::write(&broken, &whole[..whole.len() / 2]).unwrap();
    let window = new.open();
    new.answer_dialogs(&[Some(&broken), Some(&backup)]);
    window.press("Jag har en säkerhetskopia");
    window.see_text("Det är inte en hel säkerhetskopia");
    no_fault(&window);
    assert!(!new.data().join("register").exists());
    window.press("Jag har en säkerhetskopia");
    window.see("heading", "Öppna säkerhetskopian");
    no_fault(&window);
    window.fill("Lösenfras", "fel");
    window.press("Lägg tillbaka och öppna");
    window.see_text("Det är inte rätt lösenfras");
    assert!(!new.data().join("register").exists());
    window.fill("Lösenfras", PASSPHRASE);
    window.press("Lägg tillbaka och öppna");
    window.see("navigation", "Huvudmeny");
    walk::open_customer(&window, "Elin Bergdahl");
    drop(window);
    let window = new.open();
    walk::unlock(&window, PASSPHRASE);
    drop(window);

    // The register is gone from where it lay; the sheet is at hand, the passphrase forgotten.
    let register = new.data().join("register");
    let aside = new.folder().join("aside");
    fs::rename(&register, &aside).unwrap();
    let window = new.open();
    window.see_text("Registret finns inte där det låg");
    new.answer_dialogs(&[Some(&backup)]);
    window.press("Jag har en säkerhetskopia");
    window.press("Lägg tillbaka med återställningsbladet");
    window.fill("Nyckel", recovery.text().expose_secret());
    no_fault(&window);
    // A register that came back meanwhile is not written over.
    fs::rename(&aside, &register).unwrap();
    let before = fs::read(register.join("register.age")).unwrap();
    window.press("Lägg tillbaka och öppna");
    window.see_text("Det ligger ett helt register i mappen");
    assert_eq!(fs::read(register.join("register.age")).unwrap(), before);
    fs::rename(&register, &aside).unwrap();
    window.press("Lägg tillbaka och öppna");
    window.see("heading", "Välj en ny lösenfras");
    window.fill("Ny lösenfras", NEW);
    window.press("Spara och öppna");
    walk::open_customer(&window, "Elin Bergdahl");
}

#[test]
fn a_backup_takes_the_place_of_a_damaged_register() {
    let stage = Stage::new();
    let (window, recovery) = walk::open_sample(&stage);
    to_safety(&window);
    let backup = back_up(&stage, &window);
    drop(window);
    let file = stage.data().join("register/register.age");
    let whole = fs::read(&file).unwrap();
    fs::write(&file, &whole[..whole.len() - 100]).unwrap();
    walk::forget_earlier_states(&stage);

    let window = stage.open();
    window.fill("Lösenfras", PASSPHRASE);
    window.press("Lås upp");
    window.see_text("Registrets fil är skadad");
    window.see("button", "Lägg tillbaka en säkerhetskopia");
    no_fault(&window);
    window.press("Öppna med återställningsbladet");
    window.fill("Nyckel", recovery.text().expose_secret());
    window.press("Öppna");
    window.see_text("Registrets fil är skadad");
    window.see("button", "Lägg tillbaka en säkerhetskopia");
    no_fault(&window);
    window.press("Öppna med lösenfrasen");
    window.fill("Lösenfras", PASSPHRASE);
    window.press("Lås upp");
    stage.answer_dialogs(&[Some(&backup)]);
    window.press("Lägg tillbaka en säkerhetskopia");
    window.see_text("Ligger det en skadad fil där får den ett nytt namn och blir kvar.");
    no_fault(&window);
    window.fill("Lösenfras", PASSPHRASE);
    window.press("Lägg tillbaka och öppna");
    window.see_text("Säkerhetskopian är tillbaka.");
    window.see_text("register damaged ");
    no_fault(&window);
    walk::open_customer(&window, "Elin Bergdahl");
    assert_eq!(fs::read(&file).unwrap(), whole);
}

#[test]
fn a_stick_that_is_not_there_is_said_and_another_place_is_taken() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    let backup = back_up(&stage, &window);
    fs::remove_dir_all(backup.parent().unwrap()).unwrap();
    window.press("Säkerhetskopiera nu");
    window.see_text("Mappen finns inte just nu.");
    no_fault(&window);
    let other = stage.folder().join("andra minnet");
    fs::create_dir(&other).unwrap();
    stage.answer_dialogs(&[Some(&other)]);
    window.press("Till en annan plats");
    window.see_text("andra minnet");
    window.see_no_text("Mappen finns inte just nu.");
    assert_eq!(fs::read_dir(&other).unwrap().count(), 1);
}

#[test]
fn another_passphrase_unlocks_it_and_the_old_one_does_not() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    to_safety(&window);
    window.click("link", "Byt lösenfras");
    window.fill("Lösenfrasen du har nu", "fel");
    window.fill("Ny lösenfras", NEW);
    no_fault(&window);
    window.press("Byt");
    window.see_text("Det är inte din lösenfras.");
    window.fill("Lösenfrasen du har nu", PASSPHRASE);
    window.press("Byt");
    window.see("heading", "Lösenfrasen är bytt");
    no_fault(&window);
    window.press("Gör en ny nyckel");
    window.see_text("Registret har en ny nyckel");
    no_fault(&window);
    window.keys(&[Key::Control], 'l');
    window.fill("Lösenfras", PASSPHRASE);
    window.press("Lås upp");
    window.see_text("Det är inte rätt lösenfras");
    walk::unlock(&window, NEW);
    walk::open_customer(&window, "Elin Bergdahl");
}

#[test]
fn the_sheet_is_tried_from_its_reminder_and_replaced() {
    let stage = Stage::new();
    let (window, recovery) = walk::open_sample(&stage);
    window.see_text("Prova återställningsbladet");
    no_fault(&window);
    window.press("Prova bladet");
    window.see("heading", "Prova bladet");
    window.fill("Nyckel", "AGE-SECRET-KEY-1FEL");
    window.press("Prova");
    window.see_text("Nyckeln passar inte det här registret");
    no_fault(&window);
    let key = recovery.text();
    window.fill("Nyckel", &key.expose_secret().to_lowercase());
    window.press("Prova");
    window.see_text("Bladet fungerar");
    no_fault(&window);
    window.click("link", "Klar");
    window.see_text("Provat ");
    // That is done, and the next thing waits.
    window.click_with("link", "Kunder");
    window.see_text("Dags för en säkerhetskopia");
    window.press("Inte nu");
    window.see_no_text("Dags för en säkerhetskopia");

    to_safety(&window);
    window.click("link", "Gör ett nytt blad");
    window.see("heading", "Det gamla bladet öppnar fortfarande");
    no_fault(&window);
    window.press("Gör ett nytt blad");
    window.see("heading", "Ditt nya blad");
    no_fault(&window);
    window.key(Key::Escape);
    window.see("heading", "Bladet är inte sparat");
    window.press("Stanna här");
    // Locked before it was saved, it never counted: the old one is tried again.
    window.keys(&[Key::Control], 'l');
    walk::unlock(&window, PASSPHRASE);
    to_safety(&window);
    window.click("link", "Prova bladet");
    window.fill("Nyckel", key.expose_secret());
    window.press("Prova");
    window.see_text("Bladet fungerar");
    window.click("link", "Klar");
    window.click("link", "Gör ett nytt blad");
    window.press("Gör ett nytt blad");
    window.see("heading", "Ditt nya blad");
    let sheet = stage.folder().join("nytt blad.pdf");
    stage.answer_dialogs(&[Some(&sheet)]);
    window.press("Spara som PDF");
    window.see_text("Sparat");
    window.press("Lås om dem");
    window.see_text("låsta på nytt.");
    let printed = super::pdf_text(&sheet, None).unwrap();
    window.click("link", "Klar");
    window.see_text("Du har inte provat bladet än.");
    window.click("link", "Prova bladet");
    window.fill("Nyckel", key.expose_secret());
    window.press("Prova");
    window.see_text("Nyckeln passar inte det här registret");
    window.fill("Nyckel", &key_on(&printed));
    window.press("Prova");
    window.see_text("Bladet fungerar");
}

/// The key as it is printed, in groups.
fn key_on(sheet: &str) -> String {
    let from = sheet.find("AGE-SECRET-KEY").expect("a key on the sheet");
    let groups = sheet[from..].split_whitespace();
    let is_key = |group: &&str| {
        group
            .chars()
            .all(|each| each.is_ascii_uppercase() || each.is_ascii_digit() || each == '-')
    };
    groups.take_while(is_key).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_palette_backs_up_and_leads_to_the_sheet() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    let stick = stage.folder().join("stick");
    fs::create_dir(&stick).unwrap();
    stage.answer_dialogs(&[Some(&stick)]);
    window.keys(&[Key::Control], 'k');
    window.fill("Hitta eller gör", "säkerhetskop");
    window.key(Key::Enter);
    window.see_text("Den senaste gjordes");
    assert_eq!(backups(&stage).len(), 1);
    window.keys(&[Key::Control], 'k');
    window.fill("Hitta eller gör", "prova blad");
    window.see_text("Prova återställningsbladet");
    window.key(Key::Enter);
    window.see("heading", "Prova bladet");
}
