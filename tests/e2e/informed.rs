//! Who was informed, the letters to those who were not, and a new use that is told of first.

use kundbok_tests::walk;
use kundbok_tests::window::{Key, Stage};

use super::access::{look, look_whether_it_fits};
use super::pdf_text;

#[test]
fn letters_are_written_to_all_and_noted_and_undone() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.click_with("link", "Idag");
    window.click("link", "Visa dem, och skriv breven");
    window.see("heading", "Vilka som har fått policyn");
    window.see_text("Ingen version av policyn gäller än.");
    look(&window, "informed, without a policy");
    window.press("Ta i bruk version 1");
    window.press("Skriv 194 brev");
    look(&window, "informed, letters");
    let path = stage.folder().join("brev.pdf");
    stage.answer_dialogs(&[Some(&path)]);
    window.press("Skriv breven");
    window.see_text("Breven är sparade.");
    let text = pdf_text(&path, None).expect("a PDF that opens");
    assert!(text.matches("Hej ").count() > 100);
    window.press("Anteckna att de har fått dem");
    window.see("heading", "194 kunder har fått policyn");
    look(&window, "informed, give");
    window.press("Anteckna att 194 har fått den");
    window.see_text("Antecknat: 194 kunder har fått version 1");
    window.see_text("Ingen. Här är allt klart.");
    window.press("Ångra");
    window.see_text("Anteckningen är borta igen");
    window.press("Kom från andra 194");
    window.press("Alla 250");
    window.see("button", "Anteckna att 250 har fått den");
    window.fill("Sök bland dem", "Elin Bergdahl");
    window.press("Elin Bergdahl fick den idag");
    window.see_text("Antecknat: en kund har fått version 1");
    window.fill("Sök bland dem", "");
    // Who has it is not noted once more.
    window.see("button", "Anteckna att 249 har fått den");
    look(&window, "informed");
    look_whether_it_fits(&window, "informed");
}

#[test]
fn a_use_that_begins_is_told_of_first() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.click("link", "Integritetspolicy");
    window.press("Ta i bruk version 1");
    window.see_text("Version 1 gäller sedan");
    // One click on a customer's page, and another takes it back.
    walk::open_customer(&window, "Elin Bergdahl");
    window.press("Fick den i handen idag");
    window.see_text("Fick version 1");
    window.press("Ångra");
    window.see_text("Har inte fått den än.");
    window.press("Fick den i handen idag");
    window.see_text("Fick version 1");
    window.click("link", "Uppgifter");
    window.see_text("Fråga 1 av 5");
    window.press("Ja");
    window.see_text("En kund har fått en policy som inte säger det här");
    look(&window, "map, told first");
    window.click("link", "Berätta för dem");
    window.see_text("Det du gör nu står inte i den version som gäller.");
    window.see("link", "Elin Bergdahl");
    window.press("Ta i bruk version 2");
    window.press("Elin Bergdahl fick den idag");
    window.see_text("Antecknat: en kund har fått version 2");
    window.see_text("Ingen. Här är allt klart.");
    window.click("link", "Uppgifter");
    window.see_text("Fråga 2 av 5");
    window.see_no_text("En kund har fått en policy");
    window.key(Key::Escape);
}
