//! What may go wrong, and what is done about it.

use std::fs;
use std::path::Path;

use kundbok_core::customers::CustomerId;
use kundbok_tests::computers::{Computers, rename};
use kundbok_tests::sample::PASSPHRASE;
use kundbok_tests::unprivileged::set_mode;
use kundbok_tests::walk;
use kundbok_tests::window::{Key, Stage, Window};

use crate::album::Album;

/// What could not be saved, and a register that is not there or not whole.
pub fn what_goes_wrong(album: &mut Album, stage: &Stage) {
    let window = stage.open();
    window.resize(1280, 820);
    walk::unlock(&window, PASSPHRASE);
    window.keys(&[Key::Control], 'n');
    window.see("heading", "Ny kund");
    album.take(&window, "customer-new");
    window.fill("Förnamn", "Ebba");
    window.fill("Efternamn", "Öhrnäs");
    window.choose("Hur ni fick kontakt", "Hemkalas");
    let register = stage.data().join("register");
    set_mode(&register, 0o500);
    window.press("Spara");
    window.see_text("Inte sparat");
    // What was typed stands there still.
    window.fill("Förnamn", "Ebba");
    album.take(&window, "not-saved");
    set_mode(&register, 0o700);
    window.press("Spara");
    window.see("heading", "Ebba Öhrnäs");
    drop(window);

    let aside = stage.folder().join("aside");
    fs::rename(&register, &aside).expect("the register is put aside");
    let window = stage.open();
    window.resize(1280, 820);
    window.see_text("Registret finns inte där det låg");
    album.take(&window, "lock-missing");
    broken_backup(album, stage, &window);
    fs::rename(&aside, &register).expect("the register is put back");
    fs::write(register.join("register.age"), "age").expect("a damaged register");
    walk::forget_earlier_states(stage);
    window.press("Försök igen");
    window.fill("Lösenfras", PASSPHRASE);
    window.press("Lås upp");
    window.see_text("Registrets fil är skadad");
    album.take(&window, "lock-damaged");
}

/// Two computers changed the register at once, on a register of its own.
pub fn two_computers(album: &mut Album) {
    let stage = Stage::new();
    let computers = Computers::share_sample(stage.data(), &stage.folder().join("there"));
    rename(&computers.here, 10, CustomerId(2), "Annika");
    rename(&computers.here, 30, CustomerId(1), "Elin-Marie");
    rename(&computers.there, 15, CustomerId(2), "Anneli");
    rename(&computers.there, 20, CustomerId(3), "Åsa");
    computers.sync();
    let window = stage.open();
    window.resize(1280, 820);
    walk::unlock(&window, PASSPHRASE);
    window.press("Se skillnaderna och välj");
    window.see("button", "Hämta de valda (1)");
    album.take(&window, "two-computers");
    window.press("Hämta de valda (1)");
    window.see_text("Allt annat stannar som det är nu.");
    album.take(&window, "two-computers-taking");
    window.press("Hämta");
    window.see_no_text("Registret har ändrats på två ställen");
    album.take(&window, "two-computers-taken");
}

/// A file that is no backup, where one is to take the place of what is missing.
fn broken_backup(album: &mut Album, stage: &Stage, window: &Window) {
    let broken = stage.folder().join("kundbok-2026-11-20-1930.zip");
    fs::write(&broken, "half a backup").expect("a broken backup");
    stage.answer_dialogs(&[Some(&broken)]);
    window.press("Jag har en säkerhetskopia");
    window.see_text("Det är inte en hel säkerhetskopia");
    album.take(window, "lock-backup-broken");
}

pub fn earlier_versions(album: &mut Album, window: &Window) {
    window.click("link", "Visa tidigare versioner");
    window.see_text("Välj en version");
    album.take(window, "versions");
    // The sample as it was made; before it there was only the empty register.
    let second = "[...document.querySelectorAll('.pane-body a')].at(-2).click()";
    window.script(second, Vec::new()).expect("a version");
    window.see("heading", "Har ändrats");
    album.take(window, "version");
    window.press("Gå tillbaka till den här versionen");
    window.see_text("Inget går förlorat.");
    album.take(window, "version-going-back");
    window.press("Avbryt");
}

/// The register's file is cut short, and comes back.
pub fn damage(album: &mut Album, window: &Window, folder: &Path) {
    let register = folder.join("register");
    let file = register.join("register.age");
    window.press("Lås");
    window.see("button", "Lås upp");
    let whole = fs::read(&file).expect("the register");
    fs::write(&file, &whole[..whole.len() / 2]).expect("half of it");
    window.fill("Lösenfras", PASSPHRASE);
    window.press("Lås upp");
    window.see_text("Registrets fil gick inte att använda");
    window.click_with("link", "Kunder");
    window.see("searchbox", "Sök kund");
    album.take(window, "restored");
    assert_eq!(fs::read(&file).expect("the register"), whole);
    for entry in fs::read_dir(register).expect("the register's folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("register damaged") {
            fs::remove_file(&path).expect("what was set aside");
        }
    }
}

/// The register's folder is not where it was.
pub fn miss(album: &mut Album, stage: &Stage, folder: &Path) {
    let (register, elsewhere) = (folder.join("register"), folder.join("elsewhere"));
    fs::rename(&register, &elsewhere).expect("the register moves");
    let window = stage.open();
    window.resize(1280, 820);
    window.see_text("Registret finns inte där det låg");
    window.press("Lägg tillbaka det som sparades här senast");
    window.see("heading", "Lägg tillbaka registret");
    album.take(&window, "putting-back");
    drop(window);
    fs::rename(&elsewhere, &register).expect("the register moves back");
}
