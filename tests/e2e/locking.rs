//! Locking without being asked: nobody there, the computer asleep, the screen locked.

use std::fs;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use kundbok_tests::sample::PASSPHRASE;
use kundbok_tests::walk;
use kundbok_tests::window::{Key, Stage, Window};

use crate::logind::Logind;

/// Settings with this idle time, in seconds.
fn lock_after(stage: &Stage, seconds: u32) {
    let local = stage.data().join("local");
    fs::create_dir_all(&local).unwrap();
    let text = format!(
        r#"{{ "language": "sv", "theme": "system", "textSize": 100, "lockAfter": {seconds} }}"#
    );
    fs::write(local.join("settings.json"), text).unwrap();
}

/// Waits for the lock screen, and looks at everything the window still holds.
fn see_nothing_personal(window: &Window) {
    window.see("button", "Lås upp");
    let all = "return document.documentElement.outerHTML + document.title + location.hash
        + [...document.querySelectorAll('input, textarea')].map((each) => each.value)";
    let all = window.script(all, Vec::new()).unwrap();
    let all = all.as_str().unwrap();
    assert!(all.contains("Ängens Hudvård"));
    for personal in ["Elin", "Bergdahl", "elin", "Nordén"] {
        assert!(!all.contains(personal), "“{personal}” is left in: {all}");
    }
}

#[test]
fn it_locks_when_nobody_is_there_and_not_before() {
    let stage = Stage::new();
    lock_after(&stage, 4);
    let (window, _) = walk::open_sample(&stage);
    walk::open_customer(&window, "Elin Bergdahl");
    window.press("Ändra uppgifterna");
    window.see("textbox", "Anteckningar");
    // Somebody is there, for longer than the idle time.
    for _ in 0..12 {
        sleep(Duration::from_millis(500));
        window.key(Key::Shift);
    }
    assert!(window.shows("textbox", "Anteckningar"));
    see_nothing_personal(&window);
    assert!(window.axe().is_empty(), "{:#?}", window.axe());
    // The register itself is closed, not only the screen.
    let script = "const done = arguments[0];
        window.__TAURI_INTERNALS__.invoke('open_customer', { id: 1 }).then(
            () => done('open'), (error) => done(error.code))";
    assert_eq!(window.answer(script), "locked");
    walk::unlock(&window, PASSPHRASE);
}

#[test]
fn it_locks_before_the_computer_sleeps_and_when_the_screen_is_locked() {
    let stage = Stage::new();
    let logind = Logind::on(&stage);
    let (window, _) = walk::open_sample(&stage);
    walk::open_customer(&window, "Elin Bergdahl");
    logind.sleep();
    see_nothing_personal(&window);
    logind.wake();

    walk::unlock(&window, PASSPHRASE);
    logind.lock_session();
    see_nothing_personal(&window);

    walk::unlock(&window, PASSPHRASE);
    logind.lock_screen();
    see_nothing_personal(&window);

    // After waking, the next sleep waits for it again.
    walk::unlock(&window, PASSPHRASE);
    logind.sleep();
    see_nothing_personal(&window);
}

#[test]
fn the_idle_time_is_chosen_in_settings_and_kept() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.click("link", "Inställningar");
    window.see_text("Låsning");
    assert_eq!(window.value("Lås automatiskt efter"), "300");
    window.choose("Lås automatiskt efter", "15 minuter");
    let file = stage.data().join("local/settings.json");
    window.until("keep the idle time", || {
        let text = fs::read_to_string(&file).unwrap_or_default();
        Ok(text.contains(r#""lockAfter": 900"#).then_some(()))
    });
    assert!(window.axe().is_empty(), "{:#?}", window.axe());
    drop(window);
    let window = stage.open();
    walk::unlock(&window, PASSPHRASE);
    window.click("link", "Inställningar");
    window.see_text("Låsning");
    assert_eq!(window.value("Lås automatiskt efter"), "900");
}

/// The answers file is a pipe here: the dialog stays open until something is written into it.
#[test]
fn what_a_dialog_answers_after_the_register_was_locked_does_nothing() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    walk::open_customer(&window, "Birgitta Nordén");
    let chosen = stage.folder().join("Samtycke Birgitta.pdf");
    fs::write(&chosen, b"%PDF-1.7").unwrap();
    let answers = stage.data().join("e2e-answers");
    let made = Command::new("mkfifo").arg(&answers).status();
    assert!(made.expect("mkfifo (coreutils)").success());
    let before = fs::read(stage.data().join("register/register.age")).unwrap();

    window.press("Lägg till fil");
    window.see_text("Sparar");
    window.keys(&[Key::Control], 'l');
    see_nothing_personal(&window);
    walk::unlock(&window, PASSPHRASE);
    walk::open_customer(&window, "Birgitta Nordén");
    fs::write(&answers, format!("{}\n", chosen.display())).unwrap();
    // What is left of the answers.
    assert!(fs::read(&answers).unwrap().is_empty());
    fs::remove_file(&answers).unwrap();
    sleep(Duration::from_secs(1));
    window.see_text("Allt sparat");
    window.see_text("Avtal, underskrivna samtycken");
    let after = fs::read(stage.data().join("register/register.age")).unwrap();
    assert!(before == after, "nothing was saved");

    // And the next dialog is as ever.
    stage.answer_dialogs(&[Some(&chosen)]);
    window.press("Lägg till fil");
    window.see_text("Samtycke Birgitta.pdf är sparad hos kunden");
}
