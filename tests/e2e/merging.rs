//! Two computers changed the register at once: what differs is seen by name, and chosen.

use std::fs;

use kundbok_core::Language::Sv;
use kundbok_core::customers::CustomerId;
use kundbok_core::processing::clauses::{self, ClauseId, ClauseText, EditClause};
use kundbok_core::register::Change;
use kundbok_tests::computers::{Computers, change, rename};
use kundbok_tests::sample::{self, PASSPHRASE};
use kundbok_tests::walk;
use kundbok_tests::window::{Key, Stage, Window};

use super::access::{look, look_whether_it_fits};

const ONE: CustomerId = CustomerId(1);
const OTHER: CustomerId = CustomerId(2);

/// What the register on a stage is shared with.
fn computers(stage: &Stage) -> Computers {
    Computers::share_sample(stage.data(), &stage.folder().join("there"))
}

/// Both names were changed here, and the other computer, which did not know, changed one after it.
/// Answers who was changed later here, and who there.
fn changed_on_both(stage: &Stage) -> (String, String) {
    let computers = computers(stage);
    rename(&computers.here, 10, OTHER, "Härlig");
    let here = rename(&computers.here, 30, ONE, "Härifrån");
    rename(&computers.there, 15, OTHER, "Därborta");
    let there = rename(&computers.there, 20, OTHER, "Därifrån");
    computers.sync();
    (here, there)
}

/// All but the first word.
fn family_name(name: &str) -> &str {
    name.split_once(' ').unwrap().1
}

fn see_ticked(window: &Window, name: &str, ticked: bool) {
    let boxes = "return [...document.querySelectorAll('[type=checkbox]')]
        .find((each) => each.labels[0].innerText.includes(arguments[0]))?.checked";
    window.until(&format!("see whether {name} is ticked"), || {
        let found = window.script(boxes, vec![name.into()])?;
        Ok((found == ticked).then_some(()))
    });
}

#[test]
fn she_is_taken_over_from_the_other_state_and_everyone_else_stays() {
    let stage = Stage::new();
    let (here, there) = changed_on_both(&stage);
    let window = stage.open();
    walk::unlock(&window, PASSPHRASE);
    window.see_text("Registret har ändrats på två ställen.");
    window.press("Se skillnaderna och välj");
    window.see("heading", "Har ändrats");
    window.see_text("Nyare i den här versionen");
    see_ticked(&window, family_name(&here), true);
    see_ticked(&window, &there, false);
    look(&window, "choosing");
    window.press("Hämta de valda (1)");
    window.see_text("1 kund blir som i den versionen");
    window.see_text("Allt annat stannar som det är nu.");
    look(&window, "taking over");
    window.press("Hämta");
    window.see("heading", "Kunder");
    window.see_text("1 kund är hämtad");
    window.see_no_text("Registret har ändrats på två ställen.");
    walk::open_customer(&window, &here);
    walk::open_customer(&window, &there);
    // The file itself is as the window says.
    window.keys(&[Key::Control], 'l');
    walk::unlock(&window, PASSPHRASE);
    window.see_no_text("Registret har ändrats på två ställen.");
    walk::open_customer(&window, &here);
}

/// Whether saving met the other computer's change; when the window had noticed it first, it says what to do instead.
fn sees_conflict(window: &Window) -> bool {
    window.until("see what became of saving", || {
        let text = window.text()?;
        let met = text.contains("Läs in registret på nytt, så visar Kundbok skillnaderna.");
        let noticed = text.contains("Välj ”Läs in på nytt” högst upp först.");
        Ok((met || noticed).then_some(met))
    })
}

#[test]
fn what_could_not_be_saved_over_another_computers_change_is_taken_over() {
    let stage = Stage::new();
    let computers = computers(&stage);
    let first = &sample::customers()[0].fields;
    let window = stage.open();
    walk::unlock(&window, PASSPHRASE);
    walk::open_customer(
        &window,
        &format!("{} {}", first.given_name, first.family_name),
    );
    window.press("Ändra uppgifterna");
    window.fill("Förnamn", "Härifrån");
    // The window looks for such changes by itself: now and then it has noticed before she saves.
    let file = computers.here.join("register/register.age");
    let (there, before) = (20..30)
        .find_map(|minute| {
            let there = rename(&computers.there, minute, OTHER, "Därifrån");
            computers.sync();
            let before = fs::read(&file).unwrap();
            window.press("Spara");
            if sees_conflict(&window) {
                return Some((there, before));
            }
            window.press("Läs in på nytt");
            window.see_no_text("Ändrat på annat håll");
            None
        })
        .expect("the window does not always notice first");
    window.see_text("Läs in registret på nytt, så visar Kundbok skillnaderna.");
    assert_eq!(window.value("Förnamn"), "Härifrån");
    look(&window, "conflict");
    assert_eq!(fs::read(&file).unwrap(), before, "never overwritten");

    // A second one would be kept without the first: it waits, and nothing claims to be saved.
    window.see_text("Ändrat på annat håll");
    window.fill("Förnamn", "Härifrån igen");
    window.press("Spara");
    window.see_text("Välj ”Läs in på nytt” högst upp först.");
    look(&window, "after a conflict");
    window.press("Läs in på nytt");
    window.see_text("Registret har ändrats på två ställen.");
    assert_eq!(window.value("Förnamn"), "Härifrån igen");
    look(&window, "read again after a conflict");
    window.press("Se skillnaderna och välj");
    window.press("Kasta");
    see_ticked(&window, &first.family_name, true);
    window.press("Hämta de valda (1)");
    window.press("Hämta");
    window.see_text("1 kund är hämtad");
    walk::open_customer(&window, &format!("Härifrån {}", first.family_name));
    walk::open_customer(&window, &there);
}

#[test]
fn choosing_loses_nothing_with_twice_the_text() {
    let stage = Stage::new();
    let (here, _) = changed_on_both(&stage);
    let settings = r#"{ "language": "sv", "theme": "system", "textSize": 200, "lockAfter": 300 }"#;
    fs::write(stage.data().join("local/settings.json"), settings).unwrap();
    let window = stage.open();
    window.resize(640, 800);
    walk::unlock(&window, PASSPHRASE);
    window.press("Se skillnaderna och välj");
    see_ticked(&window, family_name(&here), true);
    look_whether_it_fits(&window, "choosing, large");
    window.press("Hämta de valda (1)");
    window.see_text("1 kund blir som i den versionen");
    look_whether_it_fits(&window, "taking over, large");
}

fn write_clause(data: &std::path::Path, text: &str) {
    change(data, |connection, _| {
        let request = EditClause {
            id: ClauseId(2),
            language: Sv,
            content: ClauseText {
                heading: "Vem ansvarar".to_owned(),
                text: text.to_owned(),
            },
        };
        clauses::edit(connection, request)?;
        Ok(Change::of_nobody(()))
    });
}

#[test]
fn both_texts_of_a_clause_stand_side_by_side_until_she_has_chosen() {
    let stage = Stage::new();
    let computers = computers(&stage);
    write_clause(&computers.here, "Jag ansvarar, och så skrev jag det här.");
    write_clause(
        &computers.there,
        "Det är jag som ansvarar, därifrån skrivet.",
    );
    computers.sync();
    let window = stage.open();
    walk::unlock(&window, PASSPHRASE);
    window.press("Se skillnaderna och välj");
    window.see("heading", "Annat som skiljer sig");
    window.see_text("Jag ansvarar, och så skrev jag det här.");
    window.see_text("Det är jag som ansvarar, därifrån skrivet.");
    see_ticked(&window, "Vem ansvarar", false);
    look(&window, "two texts");
    window.click(
        "checkbox",
        "Hämta Integritetspolicyn: \u{2068}Vem ansvarar\u{2069}",
    );
    window.press("Hämta de valda (1)");
    window.see_text("Det här blir som i den versionen");
    look(&window, "taking a text");
    window.press("Hämta");
    window.see_text("Det valda är hämtat");
    window.see_no_text("Registret har ändrats på två ställen.");
    window.keys(&[Key::Control], 'l');
    walk::unlock(&window, PASSPHRASE);
    window.see_no_text("Registret har ändrats på två ställen.");
}
