//! Keeping customers, by keyboard and by mouse.

use kundbok_tests::sample::PASSPHRASE;
use kundbok_tests::walk;
use kundbok_tests::window::{Key, Stage, Window};

#[test]
fn a_customer_is_added_by_keyboard_alone_and_found_after_reopening() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.keys(&[Key::Control], 'n');
    window.see("heading", "Ny kund");
    window.type_text("Ebba Lovisa");
    window.key(Key::Tab);
    window.type_text("Öhrnäs");
    window.keys(&[Key::Control], 's');
    // Where she met her is needed by law, so it is asked for and the rest is kept.
    window.see_text("Fyll i det här.");
    assert_eq!(window.value("Förnamn"), "Ebba Lovisa");
    window.choose("Hur ni fick kontakt", "Hemkalas");
    window.keys(&[Key::Control], 's');
    window.see("heading", "Ebba Lovisa Öhrnäs");
    see_in_list(&window, "Ebba Lovisa Öhrnäs");
    drop(window);

    let window = stage.open();
    walk::unlock(&window, PASSPHRASE);
    window.keys(&[Key::Control], 'k');
    window.fill("Hitta eller gör", "öhrn ebba");
    window.see_text("Ebba Lovisa");
    window.key(Key::Enter);
    window.see("heading", "Ebba Lovisa Öhrnäs");
    see_in_list(&window, "Ebba Lovisa Öhrnäs");
}

/// Waits until the list has scrolled to the customer whose page is open.
fn see_in_list(window: &Window, name: &str) {
    let script = "
        const row = document.querySelector('.pane-body [aria-current]');
        if (!row?.innerText.includes(arguments[0])) return false;
        const [inner, outer] = [row, row.closest('.pane-body')].map((each) => each.getBoundingClientRect());
        return inner.top >= outer.top && inner.bottom <= outer.bottom;";
    window.until(&format!("see {name} in the list"), || {
        let seen = window.script(script, vec![name.into()])?;
        Ok((seen == true).then_some(()))
    });
}

fn open_elin(stage: &Stage) -> Window {
    let (window, _) = walk::open_sample(stage);
    walk::open_customer(&window, "Elin Bergdahl");
    window
}

#[test]
fn purchases_contacts_and_edits_show_on_the_page() {
    let stage = Stage::new();
    let window = open_elin(&stage);
    window.see_text("Kom med på kalaset hos Birgitta Nordén.");

    window.click("link", "Nytt inköp");
    window.fill("Dag", "2026-11-19");
    window.fill("Vara 1", "Läppbalsam hjortron");
    window.fill("Antal 1", "3");
    window.fill("Pris per styck 1", "89,50");
    window.see_text("268,50 kr");
    window.press("Spara");
    window.see_text("Läppbalsam hjortron, 3 st");

    window.click("link", "Ny kontakt");
    window.choose("Hur", "Brev");
    window.fill("Vad det gällde", "Skickade prover <b>och</b> kort");
    window.press("Spara");
    window.see_text("Skickade prover <b>och</b> kort");

    window.press("Ändra uppgifterna");
    window.fill("Efternamn", "Bergdahl Åkerlind");
    window.press("Spara");
    window.see("heading", "Elin Bergdahl Åkerlind");
    // What was typed in the list still finds her.
    window.fill("Sök kund", "åkerl 0701740638");
    window.see_text("Elin Bergdahl Åkerlind");
}

/// What is said in passing lies over nothing that can be pressed, in any shape of the window.
#[test]
fn what_was_done_is_said_beside_the_buttons() {
    let stage = Stage::new();
    let window = open_elin(&stage);
    for (width, height) in [(1280, 800), (1000, 700), (640, 800)] {
        window.resize(width, height);
        window.keys(&[Key::Control], 's');
        window.see_text("Allt är sparat.");
        let script = "
            const box = (each) => document.querySelector(each).getBoundingClientRect();
            const said = box('.toast');
            return ['nav', '.room'].map(box).every((each) => each.right <= said.left || each.left >= said.right
              || each.bottom <= said.top || each.top >= said.bottom);";
        let apart = window.script(script, Vec::new()).unwrap();
        assert_eq!(apart, true, "{width} x {height}");
        assert!(window.axe().is_empty(), "{:#?}", window.axe());
        super::access::look(&window, &format!("said {width}"));
    }
}

#[test]
fn leaving_what_is_not_saved_asks_first() {
    let stage = Stage::new();
    let window = open_elin(&stage);
    window.press("Ändra uppgifterna");
    window.fill("Förnamn", "Elina");
    window.key(Key::Escape);
    window.see("heading", "Ska det du skrev kastas?");
    window.press("Fortsätt skriva");
    assert_eq!(window.value("Förnamn"), "Elina");
    window.key(Key::Escape);
    window.press("Kasta");
    window.see("heading", "Elin Bergdahl");
}

#[test]
fn the_language_changes_at_once() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.click("link", "Inställningar");
    window.choose("Språk", "Dansk");
    window.see("heading", "Indstillinger");
    window.choose("Sprog", "English");
    window.see("heading", "Settings");
    assert_eq!(
        window
            .script("return document.documentElement.lang", Vec::new())
            .unwrap(),
        "en"
    );
}
