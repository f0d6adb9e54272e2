//! A key on the clipboard: there for half a minute, and not after locking.

use std::io::Write;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use kundbok_tests::sample::PASSPHRASE;
use kundbok_tests::walk;
use kundbok_tests::window::{Key, Stage};
use secrecy::ExposeSecret;

/// What another program finds on the stage's clipboard.
pub fn on_clipboard(stage: &Stage) -> String {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "clipboard::tells_the_clipboard"])
        .arg("--nocapture")
        .env("DISPLAY", stage.display())
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap();
    assert!(output.status.success());
    let said = String::from_utf8(output.stdout).unwrap();
    let (_, rest) = said.split_once("clipboard <").unwrap();
    rest.split_once('>').unwrap().0.to_owned()
}

#[test]
#[ignore = "a program of its own: the display is taken from its environment"]
fn tells_the_clipboard() {
    let text = arboard::Clipboard::new().unwrap().get_text();
    let told = format!("clipboard <{}>\n", text.unwrap_or_default());
    std::io::stdout().write_all(told.as_bytes()).unwrap();
}

#[test]
fn a_copied_key_is_taken_back_after_half_a_minute_and_at_locking() {
    let stage = Stage::new();
    let window = stage.open();
    walk::set_up_to_sheet(&window);
    let copied_at = Instant::now();
    window.press("Kopiera nyckeln");
    window.see_text("Nyckeln är kopierad.");
    assert!(window.axe().is_empty(), "{:#?}", window.axe());
    let key = on_clipboard(&stage);
    let key = kundbok_core::vault::RecoveryKey::read(&key).unwrap();
    while !on_clipboard(&stage).is_empty() {
        assert!(copied_at.elapsed() < Duration::from_secs(45));
        sleep(Duration::from_millis(500));
    }
    assert!(copied_at.elapsed() > Duration::from_secs(29));
    window.see_no_text("Nyckeln är kopierad.");

    window.press("Kopiera nyckeln");
    window.see_text("Nyckeln är kopierad.");
    assert_eq!(on_clipboard(&stage), key.text().expose_secret());
    let sheet = stage.folder().join("blad.pdf");
    walk::keep_sheet(&stage, &window, &sheet);
    window.press("Börja med en kund");
    window.see("heading", "Ny kund");
    window.keys(&[Key::Control], 'l');
    window.see("button", "Lås upp");
    assert_eq!(on_clipboard(&stage), "");
    walk::unlock(&window, PASSPHRASE);
}
