//! Drives the real window through the main job on the sample register, and leaves in `target/demo`:
//! the sealed register with its passphrase and recovery key, a handed-over copy, the policy in three
//! languages, and a picture of every screen in light and dark.
#![forbid(unsafe_code)]
#![allow(clippy::print_stdout)] // It says what it leaves behind.

mod album;
mod others;
mod rooms;
mod trouble;

use std::fs;
use std::path::Path;
use std::thread::sleep;

use kundbok_core::vault::RegisterFolder;
use kundbok_tests::sample::{self, PASSPHRASE};
use kundbok_tests::unprivileged::script;
use kundbok_tests::walk::to_customers;
use kundbok_tests::window::{Key, Stage, Window, program, repository};
use secrecy::{ExposeSecret, SecretString};

use crate::album::{Album, REDRAWN, go, to};
use crate::others::{found_files, open_there};
use crate::rooms::{binder, consents, informed, map, policy, suppliers, today};
use crate::trouble::{damage, earlier_versions, miss, two_computers, what_goes_wrong};

fn main() {
    let folder = repository().join("target/demo");
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("an earlier demo can be removed");
    }
    let mut album = Album {
        folder: folder.join("screens"),
        taken: 0,
    };
    fs::create_dir_all(&album.folder).expect("target/demo can be made");

    let scripts = tempfile::tempdir().expect("a temporary folder");
    let first = Stage::of(script(&scripts.path().join("kundbok"), &program()));
    set_up_and_import(&mut album, &first);
    what_goes_wrong(&mut album, &first);
    drop(first);
    two_computers(&mut album);
    open_there(&mut album);
    found_files(&mut album);
    let key = make_register(&folder);
    let stage = Stage::on(&folder);
    let window = stage.open();
    window.resize(1280, 820);
    unlock(&mut album, &window, &key);
    keep_customers(&mut album, &window);
    map(&mut album, &window);
    policy(&mut album, &stage, &window, &folder);
    today(&mut album, &stage, &window, &folder);
    suppliers(&mut album, &stage, &window, &folder);
    hand_over(&mut album, &stage, &window, &folder);
    consents(&mut album, &stage, &window, &folder);
    informed(&mut album, &stage, &window, &folder);
    binder(&mut album, &stage, &window, &folder);
    window.click("link", "Inställningar");
    window.see("heading", "Inställningar");
    album.take(&window, "settings");
    keep_safe(&mut album, &stage, &window, &key);
    go(&window, "#/settings");
    earlier_versions(&mut album, &window);
    go(&window, "#/settings");
    in_other_settings(&mut album, &window);
    damage(&mut album, &window, &folder);
    drop(window);
    miss(&mut album, &stage, &folder);
    let _ = fs::remove_file(folder.join("e2e-answers"));
    println!("The demo is in {}", folder.display());
    println!("make run DEMO=1 opens its register; the passphrase is in passphrase.txt.");
}

/// The first minute, on a register of its own.
fn set_up_and_import(album: &mut Album, stage: &Stage) {
    let list = stage.folder().join("kunder.csv");
    fs::write(&list, sample::csv(412)).expect("a list");
    let sheet = stage.folder().join("blad.pdf");
    let window = stage.open();
    window.resize(1280, 820);
    window.see("heading", "Välkommen till Kundbok");
    album.take(&window, "setup-language");
    window.press("Fortsätt");
    window.fill("Företagets namn", "Ängens Hudvård");
    window.fill("Ditt namn", "Maja Lindqvist");
    window.fill("Mejl", "maja@angenshudvard.example");
    album.take(&window, "setup-business");
    window.press("Fortsätt");
    window.fill("Lösenfras", PASSPHRASE);
    album.take(&window, "setup-passphrase");
    window.press("Skapa registret");
    window.see("heading", "Spara återställningsbladet");
    stage.answer_dialogs(&[Some(&sheet), Some(&list)]);
    window.press("Spara som PDF");
    window.see_text("Sparat");
    album.take(&window, "setup-recovery-sheet");
    window.press("Fortsätt");
    window.see("heading", "Klart att börja");
    album.take(&window, "setup-customers");
    window.press("Ta in från fil");
    window.see("heading", "Ta in kunder");
    album.take(&window, "import");
    go(&window, "#/customers");
    window.see_text("Här kommer dina kunder att stå");
    album.take(&window, "customers-empty");
    go(&window, "#/import");
    paste(album, &window);
    window.press("Välj fil");
    window.see("heading", "Så här blir kunderna");
    album.take(&window, "import-preview");
    to(&window, "Så här blir kunderna");
    album.take(&window, "import-rows");
    window.choose("Uppgifterna kom från", "Tidigare register");
    window.press("Ta in 412 kunder");
    window.see_text("412 kunder är intagna");
    album.take(&window, "import-done");
}

/// A table with faults in it, as it is copied from a sheet.
fn paste(album: &mut Album, window: &Window) {
    window.press("Klistra in en tabell");
    window.fill(
        "Tabellen",
        "Förnamn;Efternamn;Telefon;Födelsedag;Ort\n\
         Åsa;Wikström;070-174 06 44;1971-02-30;Lillvik\n\
         ;Norén;070-174 06 45;1968-05-02;Ängsbro\n\
         Karin;Almgren;070-174 06 12;1980-11-03;Lillvik\n\
         Karin;Almgren;070-174 06 12;1980-11-03;Lillvik\n\
         Maj;Öberg;070-174 06 46;14 mars;Norrlycka;Ringer helst",
    );
    album.take(window, "import-paste");
    window.press("Läs tabellen");
    window.see("heading", "Det som inte kommer med");
    to(window, "Det som inte kommer med");
    album.take(window, "import-problems");
    window.press("Avbryt");
}

/// Answers the recovery key.
fn make_register(folder: &Path) -> SecretString {
    let register = RegisterFolder::at(folder.join("register"));
    let (_, recovery) = sample::make(&register, &folder.join("local")).expect("the sample");
    fs::write(folder.join("passphrase.txt"), format!("{PASSPHRASE}\n")).expect("a passphrase");
    let key = recovery.text();
    let line = format!("{}\n", key.expose_secret());
    fs::write(folder.join("recovery.txt"), line).expect("a recovery key");
    key
}

fn unlock(album: &mut Album, window: &Window, key: &SecretString) {
    window.see("button", "Lås upp");
    album.take(window, "lock");
    window.fill("Lösenfras", "inte den rätta");
    window.press("Lås upp");
    window.see_text("Det är inte rätt lösenfras");
    album.take(window, "lock-wrong");
    window.press("Öppna med återställningsbladet");
    window.see("heading", "Återställningsbladet");
    album.take(window, "lock-recovery");
    window.fill("Nyckel", key.expose_secret());
    window.press("Öppna");
    window.see("heading", "Välj en ny lösenfras");
    window.fill("Ny lösenfras", PASSPHRASE);
    window.see_text("Stark");
    album.take(window, "lock-new-passphrase");
    window.press("Lås igen");
    window.fill("Lösenfras", PASSPHRASE);
    window.press("Lås upp");
    window.see_text("saker att göra");
    album.take(window, "today-first");
    to_customers(window);
}

fn keep_customers(album: &mut Album, window: &Window) {
    window.see_text("Prova återställningsbladet");
    album.take(window, "reminder");
    window.press("Inte nu");
    window.see_text("Dags för en säkerhetskopia");
    window.press("Inte nu");
    album.take(window, "customers");
    window.fill("Sök kund", "zzz");
    window.see_text("Ingen kund hittades");
    album.take(window, "customers-nothing");
    find_elin(window);
    album.take(window, "customer");
    window.keys(&[Key::Control], 'k');
    window.fill("Hitta eller gör", "bergdahl");
    window.see("listbox", "Förslag");
    sleep(REDRAWN);
    album.take(window, "palette");
    window.key(Key::Escape);
    window.click("link", "Nytt inköp");
    window.see("heading", "Nytt inköp");
    window.fill("Vara 1", "Handkräm havre 75 ml");
    window.fill("Pris per styck 1", "149");
    album.take(window, "purchase");
    window.press("Spara");
    window.see("heading", "Elin Bergdahl");
    window.click("link", "Ny kontakt");
    window.see("heading", "Ny kontakt");
    window.fill("Vad det gällde", "Tackade för handkrämen.");
    album.take(window, "contact");
    window.press("Spara");
    window.see("heading", "Elin Bergdahl");
    window.press("Ändra uppgifterna");
    window.see("textbox", "Förnamn");
    album.take(window, "customer-form");
    window.press("Avbryt");
    window.see("heading", "Elin Bergdahl");
}

fn find_elin(window: &Window) {
    window.fill("Sök kund", "elin berg");
    window.see_text("Elin Bergdahl");
    sleep(REDRAWN);
    window.key(Key::Enter);
    window.see("heading", "Elin Bergdahl");
}

fn hand_over(album: &mut Album, stage: &Stage, window: &Window, folder: &Path) {
    window.keys(&[Key::Control], 'f');
    find_elin(window);
    window.press("Lämna policyn");
    window.see_text("Lämna policyn till Elin");
    album.take(window, "policy-given");
    window.press("Anteckna");
    window.see_text("Fick version 1");
    window.click("link", "Lämna ut uppgifter");
    window.see_text("Andra personer");
    album.take(window, "hand-over");
    window.click("switch", "Lås PDF:en med ett lösenord");
    window.fill("Lösenord till PDF:en", "blå häst å torget");
    album.take(window, "hand-over-password");
    window.click("switch", "Lås PDF:en med ett lösenord");
    stage.answer_dialogs(&[Some(folder)]);
    window.press("Lämna ut uppgifter");
    window.see_text("Klart, i mappen");
    album.take(window, "hand-over-done");
    let made = fs::read_dir(folder)
        .expect("target/demo")
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .find(|path| path.is_dir() && path.join("1213.pdf").is_file())
        .expect("the folder that was handed over");
    fs::rename(made, folder.join("handover")).expect("the folder can be renamed");
}

/// The passphrase, the recovery sheet and backups. Her own keys stay as they were.
fn keep_safe(album: &mut Album, stage: &Stage, window: &Window, key: &SecretString) {
    go(window, "#/settings/safety");
    album.take(window, "safety");
    let stick = stage
        .folder()
        .join("En lång mapp på ett USB-minne/Säkerhetskopior av kundregistret");
    fs::create_dir_all(&stick).expect("a stick");
    stage.answer_dialogs(&[Some(&stick)]);
    window.press("Säkerhetskopiera nu");
    window.see_text("Den senaste gjordes");
    fs::remove_dir_all(&stick).expect("a stick is pulled out");
    window.press("Säkerhetskopiera nu");
    window.see_text("Mappen finns inte just nu.");
    album.take(window, "safety-backup-failed");
    go(window, "#/settings/safety/passphrase");
    window.fill("Lösenfrasen du har nu", PASSPHRASE);
    window.fill("Ny lösenfras", PASSPHRASE);
    window.see_text("Stark");
    album.take(window, "safety-passphrase");
    window.press("Byt");
    window.see("heading", "Lösenfrasen är bytt");
    album.take(window, "safety-passphrase-changed");
    go(window, "#/settings/safety/try-sheet");
    window.fill("Nyckel", key.expose_secret());
    window.press("Prova");
    window.see_text("Bladet fungerar");
    album.take(window, "safety-sheet-works");
    go(window, "#/settings/safety/new-sheet");
    album.take(window, "safety-new-sheet");
}

/// The main screens in the other languages, and with the text twice as large.
fn in_other_settings(album: &mut Album, window: &Window) {
    window.choose("Språk", "Dansk");
    main_screens(album, window, "da");
    window.choose("Sprog", "English");
    main_screens(album, window, "en");
    window.choose("Language", "Svenska");
    window.choose("Textstorlek", "200 %");
    main_screens(album, window, "200");
    window.choose("Textstorlek", "100 %");
}

/// Ends where it began, on the settings.
fn main_screens(album: &mut Album, window: &Window, suffix: &str) {
    go(window, "#/customers");
    window.keys(&[Key::Control], 'f');
    window.type_text("elin berg");
    sleep(REDRAWN);
    album.take(window, &format!("customers-{suffix}"));
    window.key(Key::Enter);
    window.see("heading", "Elin Bergdahl");
    album.take(window, &format!("customer-{suffix}"));
    let customer = window.script("return location.hash", Vec::new());
    let customer = customer.expect("where one is");
    let hand_over = format!("{}/hand-over", customer.as_str().unwrap_or_default());
    for (screen, place) in [
        ("hand-over", hand_over.as_str()),
        ("map", "#/map"),
        ("map-use", "#/map/6"),
        ("policy", "#/policy"),
        ("policy-short", "#/policy/short"),
        ("informed", "#/policy/given/all"),
        ("consents", "#/consents"),
        ("suppliers", "#/suppliers"),
        ("supplier", "#/suppliers/4"),
        ("supplier-agreement", "#/suppliers/3/agreement"),
        ("binder", "#/binder"),
        ("import", "#/import"),
        ("safety", "#/settings/safety"),
        ("settings", "#/settings"),
    ] {
        go(window, place);
        album.take(window, &format!("{screen}-{suffix}"));
    }
}
