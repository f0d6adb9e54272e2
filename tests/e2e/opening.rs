//! Locking, unlocking, and what stands in the way.

use std::fs;
use std::time::{Duration, Instant};

use kundbok_tests::sample::PASSPHRASE;
use kundbok_tests::walk;
use kundbok_tests::window::{Key, Stage};
use secrecy::ExposeSecret;

#[test]
fn the_wrong_passphrase_is_told_and_the_right_one_opens() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.keys(&[Key::Control], 'l');
    window.see("heading", "Ängens Hudvård");
    window.fill("Lösenfras", "fel");
    window.key(Key::Enter);
    window.see_text("Det är inte rätt lösenfras. Registret är oskadat.");
    window.see_no_text("Bergdahl");
    window.fill("Lösenfras", PASSPHRASE);
    window.key(Key::Enter);
    window.see("heading", "Kunder");
    drop(window);

    let window = stage.open();
    window.see_text("Kundregistret är låst.");
}

#[test]
fn the_recovery_sheet_opens_it_and_asks_for_a_new_passphrase() {
    let stage = Stage::new();
    let (window, recovery) = walk::open_sample(&stage);
    window.press("Lås");
    window.press("Öppna med återställningsbladet");
    window.fill("Nyckel", "AGE-SECRET-KEY-1FEL");
    window.press("Öppna");
    window.see_text("Nyckeln passar inte det här registret");
    window.fill("Nyckel", &recovery.text().expose_secret().to_lowercase());
    window.press("Öppna");
    window.see("heading", "Välj en ny lösenfras");
    let new = "grind mossa tretton kopp vinter";
    window.fill("Ny lösenfras", new);
    window.press("Spara och öppna");
    window.see("heading", "Kunder");
    window.keys(&[Key::Control], 'l');
    window.fill("Lösenfras", PASSPHRASE);
    window.press("Lås upp");
    window.see_text("Det är inte rätt lösenfras");
    walk::unlock(&window, new);
}

#[test]
fn missing_and_damaged_are_two_plain_messages() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    drop(window);
    let file = stage.data().join("register/register.age");
    let whole = fs::read(&file).unwrap();
    fs::write(&file, &whole[..whole.len() - 100]).unwrap();
    walk::forget_earlier_states(&stage);
    let window = stage.open();
    window.fill("Lösenfras", PASSPHRASE);
    window.press("Lås upp");
    window.see_text("Registrets fil är skadad");
    drop(window);

    let aside = stage.folder().join("aside");
    fs::rename(stage.data().join("register"), &aside).unwrap();
    let window = stage.open();
    window.see_text("Registret finns inte där det låg");
    assert!(!stage.data().join("register").exists());
    fs::rename(&aside, stage.data().join("register")).unwrap();
    fs::write(&file, &whole).unwrap();
    window.press("Försök igen");
    walk::unlock(&window, PASSPHRASE);
}

#[test]
fn wrong_passphrases_slow_down() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.keys(&[Key::Control], 'l');
    for _ in 0..3 {
        window.fill("Lösenfras", "fel");
        window.press("Lås upp");
        window.see_text("Det är inte rätt lösenfras");
        window.see("button", "Lås upp");
    }
    let asked = Instant::now();
    window.see_text("innan du försöker igen.");
    assert!(window.axe().is_empty(), "{:#?}", window.axe());
    // It is not the button that holds it up.
    let script = "const done = arguments[0];
        window.__TAURI_INTERNALS__.invoke('unlock', { passphrase: 'fel' }).then(
            () => done('open'), (error) => done(error.code))";
    assert_eq!(window.answer(script), "tooSoon");
    window.fill("Lösenfras", PASSPHRASE);
    window.press("Lås upp");
    window.see("navigation", "Huvudmeny");
    assert!(asked.elapsed() > Duration::from_secs(1));

    // The right one was taken, so the next wrong one costs nothing.
    window.keys(&[Key::Control], 'l');
    window.fill("Lösenfras", "fel");
    window.press("Lås upp");
    window.see_text("Det är inte rätt lösenfras");
    assert!(!window.text().unwrap().contains("innan du försöker igen."));
}
