//! Setting up, locking, unlocking.

use kundbok_tests::sample::PASSPHRASE;
use kundbok_tests::window::Stage;

#[test]
fn a_new_register_is_set_up_locked_and_unlocked() {
    let stage = Stage::new();
    let sheet = stage.folder().join("blad.pdf");
    let window = stage.open();
    window.see("heading", "Välkommen till Kundbok");
    window.press("Fortsätt");
    window.fill("Företagets namn", "Ängens Hudvård");
    window.fill("Ditt namn", "Maja Lindqvist");
    window.fill("Mejl", "maja@angenshudvard.example");
    window.press("Fortsätt");
    window.fill("Lösenfras", PASSPHRASE);
    window.press("Skapa registret");
    window.see("heading", "Spara återställningsbladet");
    stage.answer_dialogs(&[Some(&sheet)]);
    window.press("Spara som PDF");
    window.see_text("Sparat");
    assert!(sheet.is_file());
    window.press("Fortsätt");
    window.see("heading", "Klart att börja");
    window.picture(std::path::Path::new("/tmp/h2-done.png"));
}
