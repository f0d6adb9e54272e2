//! The map of what is done with data, and the policy that is written from it.

use kundbok_tests::sample::PASSPHRASE;
use kundbok_tests::walk;
use kundbok_tests::window::{Key, Stage};

use super::pdf_text;

#[test]
fn what_she_answers_is_in_the_next_version_of_the_policy() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.click("link", "Integritetspolicy");
    window.press("Ta i bruk version 1");
    window.see_text("Version 1 gäller sedan");
    window.click("link", "Policyn skrivs av hur du använder uppgifter");
    window.see("heading", "Så använder jag uppgifter");

    window.see_text("Fråga 1 av 5");
    window.press("Nej");
    window.see_text("Fråga 2 av 5");
    // Left, and taken up again where it was.
    window.press("Svara senare");
    window.see_text("4 frågor är kvar.");
    window.click_with("link", "Kunder");
    window.see("searchbox", "Sök kund");
    window.click("link", "Uppgifter");
    window.see(
        "heading",
        "Har du kunder i telefonen eller i en Facebook-grupp?",
    );
    window.press("Nej");
    // From there on by keyboard.
    window.see("heading", "Håller du hemkalas?");
    window.type_text("j");
    window.see("heading", "Antecknar du något om huden eller hälsan?");
    window.type_text("n");
    window.see("heading", "Tar du foton av kunders hud?");
    window.type_text("n");
    window.see_text("Klart. Det här gör du:");
    window.see("link", "Hemkalas");

    window.click("link", "Policyn behöver en ny version");
    window.press("Ta i bruk version 2");
    window.see_text("Version 2 gäller sedan");
    let path = stage.folder().join("policy.pdf");
    stage.answer_dialogs(&[Some(&path)]);
    window.press("Spara som PDF");
    window.until("have the PDF", || Ok(path.is_file().then_some(())));
    let text = pdf_text(&path, None).expect("a PDF that opens");
    assert!(text.contains("Om du kommer på hemkalas"), "{text}");
    assert!(!text.contains("Foton av din hud"), "{text}");

    window.keys(&[Key::Control], 'l');
    walk::unlock(&window, PASSPHRASE);
    window.click("link", "Uppgifter");
    window.see("heading", "Det här gör du");
    window.see_no_text("Fråga");
    window.see_no_text("Policyn behöver en ny version");

    // Taken once more, it knows what was said.
    window.press("Gör om frågorna");
    window.see_text("Förra gången svarade du nej.");
    for at in 1..=5 {
        window.see_text(&format!("Fråga {at} av 5"));
        window.press("Nej");
    }
    window.see_text("Du svarade nej på alla frågor.");
    window.see("link", "Policyn behöver en ny version");
}

#[test]
fn a_use_of_her_own_is_written_changed_and_said_in_two_languages() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.keys(&[Key::Control], 'k');
    window.fill("Hitta eller gör", "hur du använder");
    window.key(Key::Enter);
    window.see("heading", "Så använder jag uppgifter");
    window.click("link", "Lägg till en egen användning");
    window.fill("Namn", "Utlottning");
    window.keys(&[Key::Control], 's');
    window.see_text("Något behöver ändras först");
    window.fill(
        "Varför, som du säger det till kunden",
        "För att lotta ut en ansiktsmask",
    );
    window.fill("Andra uppgifter, med egna ord", "lotten du fyllde i");
    window.click_with("checkbox", "På papper");
    window.fill("Vad vill du uppnå?", "Jag vill att fler ska hitta hit.");
    window.fill(
        "Varför behövs uppgifterna för det?",
        "Utan namn på lotten vet jag inte vem som vann.",
    );
    window.fill("Varför är det okej för kunden?", "Du fyllde i den själv.");
    window.keys(&[Key::Control], 's');
    window.see_text("Utlottning är sparad");
    window.see_text("På papper: lotten du fyllde i");

    window.click_with("link", "Utlottning");
    window.see_text("Dina egna ord saknas på danska och engelska.");
    window.press("Skriv på danska");
    window.see_text("Du skriver på danska.");
    window.fill("Namn", "Lodtrækning");
    // What is half written is asked about, and comes back after locking.
    window.key(Key::Escape);
    window.see("heading", "Ska det du skrev kastas?");
    window.press("Fortsätt skriva");
    window.keys(&[Key::Control], 'l');
    walk::unlock(&window, PASSPHRASE);
    window.see_text("Du skriver på danska.");
    assert_eq!(window.value("Namn"), "Lodtrækning");
    window.fill(
        "Varför, som du säger det till kunden",
        "For at trække lod om en ansigtsmaske",
    );
    window.press("Spara");
    window.see_text("Lodtrækning är sparad");
    window.click_with("link", "Utlottning");
    window.see_text("Dina egna ord saknas på engelska.");

    window.press("Ta bort");
    window.see("heading", "Ska Utlottning bort?");
    window.click("button", "Avbryt");
    window.press("Jag gör inte det här");
    window.see_text("Du gör inte det här.");
    window.key(Key::Escape);
    window.see("heading", "Det här gör du");
    window.see_no_text("lotten du fyllde i");
}
