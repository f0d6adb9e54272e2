//! What has drifted apart, found and mended in the window.

use kundbok_tests::sample::PASSPHRASE;
use kundbok_tests::walk;
use kundbok_tests::window::{Key, Stage};

use super::access::{look, look_whether_it_fits};

#[test]
fn what_has_drifted_apart_is_said_and_mended() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.keys(&[Key::Control], 'l');
    drop(window);
    let window = stage.open();
    walk::unlock(&window, PASSPHRASE);
    // It is what an open register begins with.
    window.see("heading", "Sparat och säkrat");
    window.see("heading", "Du har kunder men ingen policy");
    look(&window, "today");
    look_whether_it_fits(&window, "today");
    window.click("link", "Läs utkastet");
    window.press("Ta i bruk version 1");
    window.see_text("Version 1 gäller sedan");
    window.click("link", "Hur jag skyddar dem");
    window.see("heading", "Ändra stycke");
    look(&window, "clause");
    look_whether_it_fits(&window, "clause");
    window.press("Avbryt");
    window.click_with("link", "Idag");
    window.see_text("250 kunder har inte fått policyn");
    window.see_no_text("Du har kunder men ingen policy");
    // A use that begins makes the policy untrue, and Today says so.
    window.click("link", "Svara nu");
    window.press("Ja");
    window.click_with("link", "Idag");
    window.see("heading", "Policyn stämmer inte längre");
}

#[test]
fn data_elsewhere_without_a_supplier_leads_to_writing_them_down() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.click_with("link", "Idag");
    window.click("link", "Svara nu");
    window.see_text("Fråga 1 av 5");
    window.press("Nej");
    window.see_text("Fråga 2 av 5");
    window.press("Ja");
    window.click_with("link", "Idag");
    window.see(
        "heading",
        "Det står inte vem som har det du har i sociala medier",
    );
    look(&window, "today, places");
    window.click("link", "Skriv upp dem");
    window.see("heading", "Ny leverantör");
    assert_eq!(window.value("Vad de gör åt dig"), "social");
    window.fill("Namn", "Flocken");
    window.choose("Land där uppgifterna finns", "Sverige");
    look(&window, "supplier, uses");
    window.press("Spara");
    window.see_text("Flocken är sparad");
    window.click_with("link", "Idag");
    window.see_no_text("Det står inte vem som har det du har i sociala medier");
    // A phone that is copied nowhere is said so where it is used.
    window.see(
        "heading",
        "Det står inte vem som har det du har i telefonen",
    );
    window.click("link", "Öppna Telefon och sociala medier");
    window.click_with("checkbox", "Ingen annan har en kopia");
    look(&window, "use, who gets data");
    look_whether_it_fits(&window, "use, who gets data");
    window.press("Spara");
    window.see("heading", "Så använder jag uppgifter");
    window.click_with("link", "Idag");
    window.see_no_text("Det står inte vem som har det du har i telefonen");
}

#[test]
fn who_has_nobody_yet_is_led_to_the_first() {
    let stage = Stage::new();
    let window = stage.open();
    walk::set_up(&stage, &window, &stage.folder().join("blad.pdf"));
    window.press("Ta in från fil");
    window.see("heading", "Ta in kunder");
    window.click_with("link", "Idag");
    window.see_text("Här börjar du");
    look(&window, "today, empty");
    look_whether_it_fits(&window, "today, empty");
    window.click("link", "Ta in från fil");
    window.see("heading", "Ta in kunder");
}

#[test]
fn purchases_that_the_books_need_no_longer_are_erased() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.click_with("link", "Idag");
    let found = "Ett köp är äldre än bokföringen kräver";
    window.see("heading", found);
    window.press("Radera dem");
    window.see_text("Bokföringen kräver inte så gamla köp. De raderas hos en kund");
    look_whether_it_fits(&window, "today, erasing purchases");
    window.press("Avbryt");
    window.see("heading", found);
    window.press("Radera dem");
    window.press("Radera");
    window.see_text("De gamla köpen är raderade.");
    window.see_no_text(found);
    window.keys(&[Key::Control], 'l');
    walk::unlock(&window, PASSPHRASE);
    window.see("heading", "Sparat och säkrat");
    window.see_no_text(found);
}

#[test]
fn those_of_whom_nothing_was_heard_are_erased_but_for_what_must_be_kept() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.click_with("link", "Idag");
    window.press("Välj och radera");
    window.see_text("Telefon, mejl, adress, anteckningar");
    look(&window, "today, erasing customers");
    look_whether_it_fits(&window, "today, erasing customers");
    // One of them is to be called first.
    window.click("checkbox", "Therese Backsten");
    window.press("Radera 21 kunder");
    window.see_text("21 kunder är raderade, utom det du måste ha kvar.");
    window.see("heading", "En kund har du inte hört av på 3 år");
    window.keys(&[Key::Control], 'l');
    walk::unlock(&window, PASSPHRASE);
    window.see("heading", "En kund har du inte hört av på 3 år");
    // She has bought things that the books need.
    window.click_with("link", "Kunder");
    window.fill("Sök kund", "Stina Carlborn");
    window.click_with("link", "Stina Carlborn");
    window.see_text("Raderad ");
    window.see_text("finns kvar till 20");
    look(&window, "customer, erased");
    look_whether_it_fits(&window, "customer, erased");
}
