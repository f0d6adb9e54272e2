//! When it cannot be saved.

use std::fs;

use kundbok_tests::sample::PASSPHRASE;
use kundbok_tests::unprivileged::{script, set_mode};
use kundbok_tests::walk;
use kundbok_tests::window::{Stage, program};

#[test]
fn a_folder_that_may_only_be_read_says_not_saved_and_keeps_what_was_typed() {
    let scripts = tempfile::tempdir().unwrap();
    let stage = Stage::of(script(&scripts.path().join("kundbok"), &program()));
    let (window, _) = walk::open_sample(&stage);
    let register = stage.data().join("register");
    let before = fs::read(register.join("register.age")).unwrap();
    walk::open_customer(&window, "Elin Bergdahl");
    window.press("Ändra uppgifterna");
    window.fill("Förnamn", "Elina");

    set_mode(&register, 0o500);
    window.press("Spara");
    window.see_text("Inte sparat");
    window.see_text("Mappen går bara att läsa.");
    assert_eq!(window.value("Förnamn"), "Elina");
    assert_eq!(fs::read(register.join("register.age")).unwrap(), before);
    // Only what shows a scroll bar scrolls: the window's edges stay where they are.
    window.fill("Förnamn", "Elina");
    let moved = "return [...document.querySelectorAll('*')]
        .filter((each) => each.scrollTop > 0 && getComputedStyle(each).overflowY !== 'auto')
        .map((each) => each.className || each.localName)";
    let moved = window.script(moved, Vec::new()).unwrap();
    assert_eq!(moved, serde_json::json!([]));

    set_mode(&register, 0o700);
    window.press("Spara");
    window.see("heading", "Elina Bergdahl");
    window.see_no_text("Inte sparat");
    drop(window);
    let window = stage.open();
    walk::unlock(&window, PASSPHRASE);
    walk::open_customer(&window, "Elina Bergdahl");
}
