//! Every screen, as assistive technology meets it: axe-core finds nothing, in light and in dark, and
//! nothing is cut off when the text is twice as large in a narrow window.

use kundbok_tests::walk;
use kundbok_tests::window::{Key, Stage, Window};

#[test]
fn no_screen_has_a_fault_that_axe_knows() {
    let stage = Stage::new();
    let window = stage.open();
    window.see("heading", "Välkommen till Kundbok");
    look(&window, "setup, language");
    window.press("Fortsätt");
    window.see("textbox", "Företagets namn");
    look(&window, "setup, business");
    drop(window);

    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    look(&window, "customers");
    walk::open_customer(&window, "Elin Bergdahl");
    look(&window, "customer");
    window.press("Ändra uppgifterna");
    window.see("textbox", "Förnamn");
    look(&window, "customer, form");
    window.press("Avbryt");
    window.click("link", "Nytt inköp");
    window.see("heading", "Nytt inköp");
    look(&window, "purchase");
    window.press("Avbryt");
    window.press("Lämna policyn");
    window.see_text("Ingen version av policyn gäller än.");
    look(&window, "policy given");
    window.key(Key::Escape);
    window.click("link", "Lämna ut uppgifter");
    window.see_text("Nämner någon annan");
    look(&window, "hand over");
    window.click("link", "Ta in från fil");
    window.press("Klistra in en tabell");
    window.fill("Tabellen", "Förnamn;Ort;Vad\nÅsa;Lillvik;1\n;Ängsbro;2");
    window.press("Läs tabellen");
    window.see("heading", "Så här blir kunderna");
    look(&window, "import");
    window.click("link", "Integritetspolicy");
    window.see("button", "Ta i bruk version 1");
    look(&window, "policy");
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
fn twice_the_text_in_a_narrow_window_loses_nothing() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.click("link", "Inställningar");
    window.choose("Textstorlek", "200 %");
    window.resize(640, 800);
    for (place, heading) in [
        ("#/settings", "Inställningar"),
        ("#/policy", "Integritetspolicy"),
        ("#/import", "Ta in kunder"),
        ("#/customers", "Kunder"),
        ("#/customers/new", "Ny kund"),
        ("#/customers/1", ""),
    ] {
        go(&window, place);
        if !heading.is_empty() {
            window.see("heading", heading);
        }
        let wider = "return document.documentElement.scrollWidth - innerWidth";
        let wider = window.script(wider, Vec::new()).unwrap().as_i64();
        assert_eq!(wider, Some(0), "{place} is wider than the window");
        look(&window, place);
    }
}

fn go(window: &Window, place: &str) {
    let script = "location.hash = arguments[0]";
    window.script(script, vec![place.into()]).unwrap();
}

/// What axe-core finds, in both themes.
fn look(window: &Window, screen: &str) {
    for theme in ["light", "dark"] {
        let script = "document.documentElement.dataset.theme = arguments[0]";
        window.script(script, vec![theme.into()]).unwrap();
        let faults = window.axe();
        assert!(faults.is_empty(), "{screen}, {theme}: {faults:#?}");
    }
    let own = "delete document.documentElement.dataset.theme";
    window.script(own, Vec::new()).unwrap();
}
