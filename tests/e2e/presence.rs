//! Another computer has the register open.

use std::time::Instant;

use kundbok_core::customers::CustomerId;
use kundbok_core::register::Register;
use kundbok_tests::computers::{Computers, clock, edit, open_elsewhere};
use kundbok_tests::sample::{self, PASSPHRASE};
use kundbok_tests::walk;
use kundbok_tests::window::{Key, Stage, Window};
use secrecy::ExposeSecret;

use super::access::{look, look_whether_it_fits};

/// The register of the stage's data folder, open on another computer.
struct There {
    register: Register,
}

impl There {
    fn open(stage: &Stage) -> Self {
        let folder = stage.data().join("register");
        let register = open_elsewhere(&folder, &stage.folder().join("there/local"));
        Self { register }
    }

    fn is_read_only(&mut self) -> bool {
        self.register.look_around(clock(), Instant::now());
        self.register.standing().elsewhere.is_some()
    }
}

fn first_customer() -> String {
    let fields = &sample::customers()[0].fields;
    format!("{} {}", fields.given_name, fields.family_name)
}

fn share(stage: &Stage) {
    Computers::share_sample(stage.data(), &stage.folder().join("copy"));
}

fn rename_here(window: &Window, to: &str) {
    walk::open_customer(window, &first_customer());
    window.press("Ändra uppgifterna");
    window.fill("Förnamn", to);
}

#[test]
fn it_is_read_only_says_where_it_is_open_and_goes_on_when_that_is_closed() {
    let stage = Stage::new();
    share(&stage);
    let mut there = There::open(&stage);
    let window = stage.open();
    walk::unlock(&window, PASSPHRASE);
    window.see_text("Kan bara läsas: öppet på \u{2068}Annas dator\u{2069} sedan");
    look(&window, "open on another computer");
    // What would be changed is refused by the core, not by the window alone.
    let script = "const done = arguments[0];
        window.__TAURI_INTERNALS__.invoke('adopt_policy').then(
            () => done('saved'), (error) => done(error.code))";
    assert_eq!(window.answer(script), "readOnly");
    walk::open_customer(&window, &first_customer());
    look(&window, "a customer, to be read only");
    window.press("Ändra uppgifterna");
    window.see_text("Så länge går det bara att läsa här.");
    window.see("heading", &first_customer());
    window.press("Mer");
    look(&window, "a menu, to be read only");
    window.click("menuitem", "Nytt inköp");
    window.see("heading", &first_customer());
    assert!(!window.shows("link", "Ny kontakt"));
    // A form that is gone to by its address is no dead end.
    window
        .script("location.hash += '/edit'", Vec::new())
        .unwrap();
    window.fill("Förnamn", "Härifrån");
    window.press("Spara");
    window.keys(&[Key::Control], 's');
    window.see_text("Här går det bara att läsa just nu");
    assert_eq!(window.value("Förnamn"), "Härifrån");
    look(&window, "a form that cannot be saved");

    let name = edit(&mut there.register, 20, CustomerId(2), "Därifrån");
    window.see_text("Det har sparats ändringar där sedan du öppnade.");
    window.press("Visa ändringarna");
    // What was being typed is still there.
    window.see_text("Det du skrev står kvar.");
    window.see_text("Kan bara läsas");
    window.see("heading", "Ändra uppgifterna");
    assert_eq!(window.value("Förnamn"), "Härifrån");
    drop(there);
    window.see_text("Registret är inte längre öppet på \u{2068}Annas dator\u{2069}");
    look(&window, "closed on the other computer");
    window.press("Fortsätt här");
    window.see_no_text("Annas dator");
    assert_eq!(window.value("Förnamn"), "Härifrån");
    window.press("Spara");
    window.see_text("Allt sparat");
    walk::open_customer(&window, &name);
    assert!(There::open(&stage).is_read_only(), "now it is open here");
}

/// She forgot the passphrase, and no other can be chosen as long as another computer writes.
#[test]
fn the_sheet_opens_it_to_be_read_while_it_is_open_elsewhere() {
    let stage = Stage::new();
    let (window, recovery) = walk::open_sample(&stage);
    window.press("Lås");
    let there = There::open(&stage);
    window.press("Öppna med återställningsbladet");
    window.fill("Nyckel", recovery.text().expose_secret());
    window.press("Öppna");
    window.see("heading", "Nyckeln stämmer");
    window.see_text("Registret är öppet på \u{2068}Annas dator\u{2069}. Så länge");
    look_whether_it_fits(&window, "the sheet, open on another computer");
    window.press("Öppna och läs");
    window.see_text("Kan bara läsas: öppet på \u{2068}Annas dator\u{2069} sedan");
    walk::open_customer(&window, &first_customer());
    drop(there);
    window.keys(&[Key::Control], 'l');
    walk::unlock(&window, PASSPHRASE);
    window.see("heading", "Kunder");
}

#[test]
fn a_half_synced_register_is_waited_for() {
    let stage = Stage::new();
    share(&stage);
    let there = There::open(&stage);
    let file = stage.data().join("register/register.age");
    let whole = std::fs::read(&file).unwrap();
    std::fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    let window = stage.open();
    window.fill("Lösenfras", PASSPHRASE);
    window.key(Key::Enter);
    window.see_text("Registret är öppet på Annas dator.");
    window.see_text("Vänta en stund och försök igen");
    look(&window, "half synced");
    assert_eq!(std::fs::read(&file).unwrap().len(), whole.len() / 2);
    std::fs::write(&file, &whole).unwrap();
    walk::unlock(&window, PASSPHRASE);
    window.see_text("Kan bara läsas: öppet på \u{2068}Annas dator\u{2069} sedan");
    drop(there);
}

#[test]
fn a_note_that_has_not_come_over_whole_is_heard_without_a_name() {
    let stage = Stage::new();
    share(&stage);
    let note = stage.data().join("register/in use 0123456789abcdef.age");
    std::fs::write(&note, b"age-encryption.org/v1\n").unwrap();
    let window = stage.open();
    walk::unlock(&window, PASSPHRASE);
    window.see_text("Kan bara läsas: öppet på \u{2068}en annan dator\u{2069}");
    look(&window, "open on a computer without a name");
    std::fs::remove_file(&note).unwrap();
    window.see_text("Registret är inte längre öppet på \u{2068}en annan dator\u{2069}");
    window.press("Fortsätt här");
    window.see_no_text("en annan dator");
}

#[test]
fn she_opens_it_here_instead_and_the_other_may_only_read() {
    let stage = Stage::new();
    share(&stage);
    let mut there = There::open(&stage);
    let window = stage.open();
    walk::unlock(&window, PASSPHRASE);
    window.press("Öppna här i stället");
    window.see_text("går det då bara att läsa");
    look(&window, "taking over");
    window.press("Öppna här");
    window.see_no_text("Kan bara läsas");
    rename_here(&window, "Härifrån");
    window.press("Spara");
    window.see_text("Allt sparat");
    assert!(there.is_read_only());

    // And back again, while something is being typed here: it stays.
    window.press("Ändra uppgifterna");
    window.fill("Förnamn", "Halvskrivet");
    there
        .register
        .read_again(true, clock(), Instant::now())
        .unwrap();
    window.see_text("Kan bara läsas: öppet på \u{2068}Annas dator\u{2069} sedan");
    window.press("Spara");
    window.see_text("Så länge går det bara att läsa här.");
    assert_eq!(window.value("Förnamn"), "Halvskrivet");
    drop(window);
    assert!(!there.is_read_only());
}

#[test]
fn what_is_said_of_another_computer_fits_with_twice_the_text() {
    let stage = Stage::new();
    share(&stage);
    let _there = There::open(&stage);
    let settings = r#"{ "language": "da", "theme": "dark", "textSize": 200, "lockAfter": 300 }"#;
    std::fs::write(stage.data().join("local/settings.json"), settings).unwrap();
    let window = stage.open();
    window.resize(640, 800);
    window.fill("Adgangssætning", PASSPHRASE);
    window.key(Key::Enter);
    window.see_text("Kan kun læses: åbent på");
    look_whether_it_fits(&window, "open on another computer, large");
    window.press("Åbn her i stedet");
    window.see_text("kan det så kun læses");
    look_whether_it_fits(&window, "taking over, large");
}
