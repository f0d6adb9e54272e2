//! Files kept with a customer.

use std::fs;

use kundbok_tests::sample;
use kundbok_tests::walk;
use kundbok_tests::window::{Key, Stage, Window};

fn look(window: &Window, state: &str) {
    let found: Vec<_> = window.axe();
    assert!(found.is_empty(), "{state}: {found:#?}");
}

#[test]
fn a_file_is_added_copied_out_and_removed() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    walk::open_customer(&window, "Birgitta Nordén");
    window.see_text("Avtal, underskrivna samtycken");
    look(&window, "none");
    let chosen = stage.folder().join("Samtycke Birgitta.pdf");
    let agreement = sample::agreement(sample::LAST_DAY).unwrap();
    fs::write(&chosen, &agreement).unwrap();
    let program = stage.folder().join("avtal.pdf");
    fs::write(&program, b"MZ\x90\0\x03\0\0\0").unwrap();
    let copy = stage.folder().join("kopia.pdf");

    stage.answer_dialogs(&[None, Some(&program), Some(&chosen), Some(&copy)]);
    window.press("Lägg till fil");
    window.press("Lägg till fil");
    window.see_text("Den är ett program, och sådana sparas inte i registret.");
    look(&window, "refused");
    window.press("Lägg till fil");
    window.see_text("Samtycke Birgitta.pdf är sparad hos kunden");
    window.see_no_text("Den är ett program");
    fs::remove_file(&chosen).unwrap();

    // What was saved is what opens after locking.
    window.keys(&[Key::Control], 'l');
    walk::unlock(&window, sample::PASSPHRASE);
    walk::open_customer(&window, "Birgitta Nordén");
    window.press("Mer om Samtycke Birgitta.pdf");
    look(&window, "menu");
    window.click("menuitem", "Spara en kopia");
    window.see_text("Kopian är sparad.");
    assert_eq!(fs::read(&copy).unwrap(), agreement);

    window.press("Mer om Samtycke Birgitta.pdf");
    window.click("menuitem", "Ta bort");
    window.see("heading", "Ta bort Samtycke Birgitta.pdf?");
    look(&window, "removing");
    window.press("Ta bort");
    window.see_text("Samtycke Birgitta.pdf är borttagen");
    window.see_text("Avtal, underskrivna samtycken");
}

#[test]
fn a_file_that_is_missing_is_told_of_at_opening_and_one_that_nobody_owns_is_laid_aside() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.keys(&[Key::Control], 'l');
    window.see("button", "Lås upp");
    let folder = stage.data().join("register/attachments");
    let first = fs::read_dir(&folder)
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    let orphan = folder.join(format!("{}.age", "0".repeat(32)));
    fs::rename(first, &orphan).unwrap();
    walk::forget_earlier_states(&stage);
    walk::unlock(&window, sample::PASSPHRASE);
    window.see_text("En fil saknas i registrets mapp.");
    window.see_text("hos Elin Bergdahl");
    window.see_text("En fil i registrets mapp hör inte till någon i registret.");
    look(&window, "found");
    window.press("Lägg undan");
    window.see_no_text("hör inte till någon i registret");
    assert!(!orphan.exists());
}
