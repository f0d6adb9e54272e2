//! Every screen, as assistive technology meets it: axe-core finds nothing, in light and in dark, and
//! nothing is cut off when the text is twice as large in a narrow window.

use std::fs;

use kundbok_tests::sample::{self, PASSPHRASE, SampleCustomer};
use kundbok_tests::walk;
use kundbok_tests::window::{Key, Stage, Window};
use secrecy::ExposeSecret;

/// The first minute, to a register with customers in it.
#[test]
fn no_step_of_setting_up_has_a_fault_that_axe_knows() {
    let stage = Stage::new();
    let list = stage.folder().join("kunder.csv");
    fs::write(&list, sample::csv(12)).unwrap();
    let window = stage.open();
    window.see("heading", "Välkommen till Kundbok");
    look(&window, "setup, language");
    see_rings(&window);
    window.press("Fortsätt");
    window.fill("Företagets namn", "Ängens Hudvård");
    look(&window, "setup, business");
    window.fill("Ditt namn", "Maja Lindqvist");
    window.fill("Mejl", "maja@angenshudvard.example");
    window.press("Fortsätt");
    window.fill("Lösenfras", "kort");
    window.see_text("Frasen behöver vara minst bra.");
    look(&window, "setup, passphrase");
    window.fill("Lösenfras", PASSPHRASE);
    window.press("Skapa registret");
    window.see("heading", "Spara återställningsbladet");
    look(&window, "setup, recovery sheet");
    stage.answer_dialogs(&[Some(&stage.folder().join("blad.pdf")), Some(&list)]);
    window.press("Spara som PDF");
    window.see_text("Sparat");
    look(&window, "setup, recovery sheet saved");
    window.press("Fortsätt");
    window.see("heading", "Klart att börja");
    look(&window, "setup, customers");
    window.press("Ta in från fil");
    window.see("heading", "Ta in kunder");
    look(&window, "import");
    window.press("Välj fil");
    window.choose("Uppgifterna kom från", "Tidigare register");
    window.press("Ta in 12 kunder");
    window.see_text("12 kunder är intagna");
    look(&window, "import, done");
}

#[test]
fn no_screen_has_a_fault_that_axe_knows() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    look(&window, "customers");
    window.click_with("button", "Sortera efter");
    window.see("menuitemradio", "Senaste inköp");
    look(&window, "customers, order");
    window.key(Key::Escape);
    walk::open_customer(&window, "Elin Bergdahl");
    look(&window, "customer");
    window.press("Mer");
    window.see("menuitem", "Lämna policyn");
    look(&window, "customer, more");
    window.key(Key::Escape);
    window.press("Ändra uppgifterna");
    window.see("textbox", "Förnamn");
    look(&window, "customer, form");
    window.press("Avbryt");
    window.click("link", "Nytt inköp");
    window.see("heading", "Nytt inköp");
    look(&window, "purchase");
    window.press("Avbryt");
    window.click("link", "Ny kontakt");
    window.see("heading", "Ny kontakt");
    look(&window, "contact");
    window.press("Avbryt");
    window.press("Lämna policyn");
    window.see_text("Ingen version av policyn gäller än.");
    look(&window, "policy given");
    window.key(Key::Escape);
    window.click("link", "Lämna ut uppgifter");
    window.see_text("Andra personer");
    look(&window, "hand over");
    stage.answer_dialogs(&[Some(stage.folder())]);
    window.press("Lämna ut uppgifter");
    window.see_text("Klart, i mappen");
    look(&window, "hand over, done");
    window.click("link", "Ta in från fil");
    window.press("Klistra in en tabell");
    window.fill("Tabellen", "Förnamn;Ort;Vad\nÅsa;Lillvik;1\n;Ängsbro;2");
    window.press("Läs tabellen");
    window.see("heading", "Så här blir kunderna");
    window.see("heading", "Det som inte kommer med");
    window.see_text("Raden har inget namn.");
    look(&window, "import, preview");
    look_at_map(&window);
    window.click("link", "Integritetspolicy");
    window.see("button", "Ta i bruk version 1");
    look(&window, "policy");
    window.click("link", "Leverantörer");
    window.see_text("Avtal saknas.");
    look(&window, "suppliers");
    window.click("link", "Brevduvan Inc.");
    window.see_text("11 av 13 hittade");
    look(&window, "supplier");
    go(&window, "#/suppliers/new");
    window.see("button", "Kivra");
    look(&window, "supplier, new");
    go(&window, "#/suppliers/3/agreement");
    window.see("button", "Kopiera texten");
    look(&window, "supplier, agreement");
    window.click("link", "Tillsynspärm");
    window.see("button", "Gör pärmen");
    look(&window, "binder");
    window.click("link", "Inställningar");
    window.see("heading", "Inställningar");
    look(&window, "settings");
    window.keys(&[Key::Control], 'k');
    window.see("combobox", "Hitta eller gör");
    look(&window, "palette");
    window.key(Key::Escape);
    window.keys(&[Key::Control], 'l');
    window.see("button", "Lås upp");
    look(&window, "lock");
}

#[test]
fn no_step_of_opening_with_the_recovery_key_has_a_fault_that_axe_knows() {
    let stage = Stage::new();
    let (window, recovery) = walk::open_sample(&stage);
    window.keys(&[Key::Control], 'l');
    window.press("Öppna med återställningsbladet");
    window.fill("Nyckel", "AGE-SECRET-KEY-1FEL");
    window.press("Öppna");
    window.see_text("Nyckeln passar inte det här registret");
    look(&window, "lock, recovery key");
    window.fill("Nyckel", recovery.text().expose_secret());
    window.press("Öppna");
    window.see("heading", "Välj en ny lösenfras");
    look(&window, "lock, new passphrase");
}

#[test]
fn twice_the_text_in_a_narrow_window_loses_nothing() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.click("link", "Inställningar");
    window.choose("Textstorlek", "200 %");
    window.resize(640, 800);
    let SampleCustomer { fields, .. } = &sample::customers()[0];
    let first = format!("{} {}", fields.given_name, fields.family_name);
    for (place, heading) in [
        ("#/settings", "Inställningar"),
        ("#/settings/versions", "Tidigare versioner"),
        ("#/settings/safety", "Trygghet"),
        ("#/settings/safety/passphrase", "Byt lösenfras"),
        ("#/settings/safety/try-sheet", "Prova bladet"),
        ("#/settings/safety/new-sheet", "Gör ett nytt blad"),
        ("#/map", "Så använder jag uppgifter"),
        ("#/map/new", "En egen användning"),
        ("#/map/3", "Råd och uppföljning"),
        ("#/policy", "Integritetspolicy"),
        ("#/suppliers", "Leverantörer"),
        ("#/suppliers/new", "Ny leverantör"),
        ("#/suppliers/4", "Brevduvan Inc."),
        ("#/suppliers/3/agreement", "Avtal med Tidboken i Lillvik AB"),
        ("#/binder", "Tillsynspärm"),
        ("#/policy/given/all", "Vilka som har fått policyn"),
        ("#/consents", "Samtycken"),
        ("#/consents/photo", "Ändra frågan"),
        ("#/import", "Ta in kunder"),
        ("#/customers", "Kunder"),
        ("#/customers/new", "Ny kund"),
        ("#/customers/1", &first),
    ] {
        go(&window, place);
        window.see("heading", heading);
        look_whether_it_fits(&window, place);
    }
}

/// The questions, the list, and forms of a use with each kind of field in them.
fn look_at_map(window: &Window) {
    window.click("link", "Uppgifter");
    window.see("heading", "Skickar du nyhetsbrev eller erbjudanden?");
    look(window, "map, question");
    for at in 1..=5 {
        window.see_text(&format!("Fråga {at} av 5"));
        window.press("Ja");
    }
    window.see_text("Klart. Det här gör du:");
    look(window, "map, answered");
    window.click("link", "Lägg till en egen användning");
    window.see("heading", "En egen användning");
    window.click_with("checkbox", "Hud och hälsa");
    window.press("Spara");
    window.see_text("Känsliga uppgifter kräver samtycke.");
    look(window, "map, new use");
    window.press("Avbryt");
    window.press("Kasta");
    window.click_with("link", "Råd och uppföljning");
    window.see("heading", "Råd och uppföljning");
    look(window, "map, use");
    window.press("Avbryt");
}

/// The rings of what can be chosen are drawn as fields are, whose edge `tokens.test.ts` holds to 3:1.
/// The system's own are fainter, and no rule of axe-core measures them.
fn see_rings(window: &Window) {
    let faint = "
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.color = 'var(--edge)';
        const edge = getComputedStyle(probe).color;
        probe.remove();
        const rings = [...document.querySelectorAll('[type=radio]:not(:checked)')];
        const drawn = rings.map((each) => getComputedStyle(each)).filter((style) =>
          style.appearance === 'none' && style.borderTopWidth !== '0px' && style.borderTopColor === edge);
        return [rings.length, drawn.length]";
    let drawn = window.script(faint, Vec::new()).unwrap();
    assert_eq!(drawn, serde_json::json!([2, 2]));
}

/// Nothing is cut off at the side, and axe-core finds nothing.
pub fn look_whether_it_fits(window: &Window, screen: &str) {
    let wider = "return document.documentElement.scrollWidth - innerWidth";
    let wider = window.script(wider, Vec::new()).unwrap().as_i64();
    assert_eq!(wider, Some(0), "{screen} is wider than the window");
    look(window, screen);
}

pub fn go(window: &Window, place: &str) {
    let script = "location.hash = arguments[0]";
    window.script(script, vec![place.into()]).unwrap();
}

/// What axe-core finds, in both themes.
pub fn look(window: &Window, screen: &str) {
    for theme in ["light", "dark"] {
        let script = "document.documentElement.dataset.theme = arguments[0]";
        window.script(script, vec![theme.into()]).unwrap();
        let faults = window.axe();
        assert!(faults.is_empty(), "{screen}, {theme}: {faults:#?}");
    }
    let own = "delete document.documentElement.dataset.theme";
    window.script(own, Vec::new()).unwrap();
}
