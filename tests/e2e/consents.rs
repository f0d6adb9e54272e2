//! What customers are asked, what they said, and what follows when they take it back.

use kundbok_tests::walk;
use kundbok_tests::window::{Key, Stage};

use super::access::{go, look, look_whether_it_fits};
use super::pdf_text;

#[test]
fn a_yes_is_noted_taken_back_and_what_it_allowed_goes() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    walk::open_customer(&window, "Elin Bergdahl");
    window.see("heading", "Samtycken");
    window.see_text("Ja sedan 2026-06-14, på papper. Version 1.");
    window.see_text("Frågan är ändrad sedan dess.");
    look(&window, "customer, consents");
    // Taking back is one click, as giving is, and so is undoing it.
    window.press("Tar tillbaka sitt ja: Nyhetsbrev och erbjudanden");
    window.see_text("Skicka inga erbjudanden. Ta bort henne från utskickslistan.");
    window.press("Ångra");
    window.see_text("Ja sedan 2026-06-14");
    window.press("Tar tillbaka sitt ja: Nyhetsbrev och erbjudanden");
    window.see_text("Tog tillbaka sitt ja");
    window.press("Sa ja idag: Nyhetsbrev och erbjudanden");
    window.see_text("Du får skicka erbjudanden.");
    // What speaks of health is shown, and goes line by line.
    window.press("Ändra uppgifterna");
    window.fill("Anteckningar", "Vill helst ha sms.");
    window.press("Spara");
    window.see("heading", "Elin Bergdahl");
    go(&window, "#/customers/1");
    window.see_text("1001");
    window.press("Ändra uppgifterna");
    window.fill("Anteckningar", "Allergisk mot parfym.");
    window.press("Spara");
    window.see_text("Fråga henne, eller radera de här raderna");
    window.click_with("link", "Idag");
    window.click_with("link", "Anteckna ja hos");
    window.see("button", "Sa ja idag: Hudråd");
    window.press("Radera raderna");
    window.see_text("De här raderna försvinner ur registret.");
    look(&window, "consents, erase");
    window.key(Key::Escape);
}

#[test]
fn the_question_is_changed_by_version_and_printed_to_be_signed() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.click("link", "Samtycken");
    window.see("heading", "Nyhetsbrev och erbjudanden");
    window.see_text("Version 2, sedan 2026-09-01.");
    look(&window, "consents");
    look_whether_it_fits(&window, "consents");
    window.click("link", "Ändra frågan: Nyhetsbrev och erbjudanden");
    window.see("heading", "Ändra frågan");
    look(&window, "consents, form");
    window.fill(
        "Svenska",
        "Får jag mejla dig om nyheter? Du kan säga nej när du vill.",
    );
    window.press("Spara");
    window.see_text("Version 3, sedan");
    window.see_text("2 tidigare versioner");
    let path = stage.folder().join("samtycke.pdf");
    stage.answer_dialogs(&[Some(&path)]);
    window.press("Spara som papper att skriva under: Nyhetsbrev och erbjudanden, version 3");
    window.until("have the paper", || Ok(path.is_file().then_some(())));
    let text = pdf_text(&path, None).expect("a PDF that opens");
    assert!(text.contains("Får jag mejla dig om nyheter?"), "{text}");
    assert!(text.contains("Underskrift"), "{text}");
}
