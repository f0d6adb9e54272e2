//! Another computer has the register open, and files kept with customers are not all there.

use std::fs;
use std::path::PathBuf;

use kundbok_core::customers::CustomerId;
use kundbok_tests::computers::{Computers, edit, open_elsewhere};
use kundbok_tests::sample::PASSPHRASE;
use kundbok_tests::walk;
use kundbok_tests::window::{Key, Stage, Window};

use crate::album::{Album, to};

/// Until it is closed there, it is read here only.
pub fn open_there(album: &mut Album) {
    let stage = Stage::new();
    Computers::share_sample(stage.data(), &stage.folder().join("copy"));
    let (register, local) = (
        stage.data().join("register"),
        stage.folder().join("there/local"),
    );
    let mut there = open_elsewhere(&register, &local);
    let window = stage.open();
    window.resize(1280, 820);
    walk::unlock(&window, PASSPHRASE);
    window.see_text("Kan bara läsas");
    walk::open_customer(&window, "Elin Bergdahl");
    album.take(&window, "reading");
    window.press("Mer");
    window.see("menuitem", "Nytt inköp");
    album.take(&window, "reading-menu");
    window.click("menuitem", "Nytt inköp");
    window.see_text("Så länge går det bara att läsa här.");
    album.take(&window, "reading-why");
    let edited = "location.hash += '/edit'";
    window.script(edited, Vec::new()).expect("the form");
    window.fill("Förnamn", "Elin-Marie");
    edit(&mut there, 20, CustomerId(2), "Annika");
    window.see_text("Det har sparats ändringar där sedan du öppnade.");
    album.take(&window, "reading-form");
    window.press("Öppna här i stället");
    window.see_text("går det då bara att läsa");
    album.take(&window, "taking-over");
    window.press("Avbryt");
    drop(there);
    window.see_text("Registret är inte längre öppet på");
    album.take(&window, "closed-there");
    large(album, &stage, window);
}

/// The same with the text twice as large, in a window that is no larger.
fn large(album: &mut Album, stage: &Stage, window: Window) {
    drop(window);
    let settings = r#"{ "language": "sv", "theme": "system", "textSize": 200, "lockAfter": 300 }"#;
    fs::write(stage.data().join("local/settings.json"), settings).expect("settings");
    let there = open_elsewhere(
        &stage.data().join("register"),
        &stage.folder().join("there/local"),
    );
    let window = stage.open();
    window.resize(1280, 820);
    walk::unlock(&window, PASSPHRASE);
    window.see_text("Kan bara läsas");
    window.see("textbox", "Förnamn");
    album.take(&window, "reading-200");
    drop(there);
}

/// A file that is no file for a register, one that is gone, one that came back and one of nobody.
pub fn found_files(album: &mut Album) {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.resize(1280, 820);
    walk::open_customer(&window, "Elin Bergdahl");
    let program = stage.folder().join("avtal.pdf");
    fs::write(&program, b"MZ\x90\0\x03\0\0\0").expect("a program");
    stage.answer_dialogs(&[Some(&program)]);
    window.press("Lägg till fil");
    window.see_text("Den är ett program");
    to(&window, "Filer");
    album.take(&window, "file-refused");
    window.press("Mer om Avtal om hemkalas.pdf");
    window.see("menuitem", "Spara en kopia");
    album.take(&window, "file-menu");
    window.click("menuitem", "Ta bort");
    window.see("heading", "Ta bort Avtal om hemkalas.pdf?");
    album.take(&window, "file-removing");
    window.press("Avbryt");

    window.keys(&[Key::Control], 'l');
    window.see("button", "Lås upp");
    let folder = stage.data().join("register/attachments");
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("the files")
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    fs::remove_file(&files[0]).expect("one is lost");
    walk::unlock(&window, PASSPHRASE);
    window.see_text("Kundbok har lagt tillbaka det som fattades");
    album.take(&window, "file-put-back");

    window.keys(&[Key::Control], 'l');
    window.see("button", "Lås upp");
    fs::rename(&files[0], folder.join(format!("{}.age", "0".repeat(32)))).expect("one is renamed");
    walk::forget_earlier_states(&stage);
    walk::unlock(&window, PASSPHRASE);
    window.see_text("En fil saknas i registrets mapp.");
    window.see_text("hör inte till någon i registret");
    album.take(&window, "files-found");
}
