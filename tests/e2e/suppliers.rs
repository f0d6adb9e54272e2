//! Suppliers: what is missing, the agreement they are asked to sign, and a new one.

use std::fs;

use kundbok_tests::sample::{self, PASSPHRASE};
use kundbok_tests::walk;
use kundbok_tests::window::{Key, Stage};

use super::access::{look, look_whether_it_fits};
use super::clipboard::on_clipboard;
use super::pdf_text;

#[test]
fn a_supplier_without_an_agreement_is_asked_to_sign_one_and_it_is_written_down() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.click("link", "Leverantörer");
    window.see_text("Hos 2 av dem saknas något.");
    window.see_text("Registret ligger på din egen dator.");
    window.click("link", "Gör ett avtal, Tidboken i Lillvik AB");
    window.see("heading", "Avtal med Tidboken i Lillvik AB");
    for (language, words) in [
        ("Danska", "Databehandleren"),
        ("Engelska", "Article 28(3)(h)"),
        ("Svenska", "sköter tidsbokningen"),
    ] {
        let path = stage.folder().join(format!("avtal-{language}.pdf"));
        window.press(language);
        stage.answer_dialogs(&[Some(&path)]);
        window.press("Spara som PDF");
        window.until("have the PDF", || Ok(path.is_file().then_some(())));
        let text = pdf_text(&path, None).expect("a PDF that opens");
        assert!(text.contains("Tidboken i Lillvik AB"), "{text}");
        assert!(text.contains(words), "{text}");
    }
    window.press("Kopiera texten");
    window.see_text("Mejlets text är kopierad");
    let mail = on_clipboard(&stage);
    assert!(mail.starts_with("Hej,\n\nNi tar hand om"), "{mail}");
    assert!(mail.ends_with("maja@angenshudvard.example"), "{mail}");
    window.see_no_text("Mejlets text är kopierad");

    window.click("link", "Skriv in det");
    window.see("heading", "Tidboken i Lillvik AB");
    window.choose("Finns det ett avtal?", "Ja, direkt med dem");
    window.fill("Godkänt den", "2026-11-20");
    window.fill("Av vem", "Maja Lindqvist");
    window.fill("Med vilken rätt", "Innehavare");
    window.click_with("checkbox", "Hur uppgifterna skyddas");
    // Half of it is there after locking.
    window.keys(&[Key::Control], 'l');
    walk::unlock(&window, PASSPHRASE);
    window.see_text("Det du skrev står kvar.");
    window.see_text("1 av 13 hittade");
    assert_eq!(window.value("Godkänt den"), "2026-11-20");
    window.keys(&[Key::Control], 's');
    window.see_text("Tidboken i Lillvik AB är sparad");
    window.see_text("Avtalet saknar 12 av 13 punkter");
}

#[test]
fn a_new_one_begins_from_what_is_known_stands_in_the_policy_and_can_be_removed() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.click("link", "Leverantörer");
    window.see_text("Hos 2 av dem saknas något.");
    window.keys(&[Key::Control], 'n');
    window.see("heading", "Ny leverantör");
    window.press("Kivra");
    assert_eq!(window.value("Namn"), "Kivra");
    assert!(
        window
            .value("Hur länge de sparar uppgifterna")
            .contains("390 dagar")
    );
    window.press("Spara");
    window.see_text("Fyll i det här.");
    window.choose("Land där uppgifterna finns", "Sverige");
    window.press("Spara");
    window.see_text("Hos 3 av dem saknas något.");

    window.click("link", "Integritetspolicy");
    window.see_text("Mejl, sms och brev, Sverige");
    window.click("link", "Till leverantörerna");
    window.click("link", "Kivra");
    window.see("heading", "Kivra");
    window.press("Ta bort leverantören");
    window.see_text("Ta bort Kivra?");
    window.press("Ta bort");
    window.see_text("Hos 2 av dem saknas något.");
    assert!(!window.shows("link", "Kivra"));
}

#[test]
fn the_signed_agreement_is_kept_with_its_supplier_and_copied_out() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.click("link", "Leverantörer");
    window.click("link", "Lilla Bokföringsbyrån");
    window.see("heading", "Papper");
    // It keeps the books: that is where it gets data.
    window.see_text("Det här är vad som brukar gälla.");
    let chosen = stage.folder().join("Avtal byrån.pdf");
    let paper = sample::agreement(sample::LAST_DAY).unwrap();
    fs::write(&chosen, &paper).unwrap();
    let copy = stage.folder().join("kopia.pdf");
    stage.answer_dialogs(&[Some(&chosen), Some(&copy)]);
    window.press("Lägg till fil");
    window.see_text("Avtal byrån.pdf är sparad hos leverantören");
    look(&window, "supplier, papers");
    look_whether_it_fits(&window, "supplier, papers");
    fs::remove_file(&chosen).unwrap();
    window.keys(&[Key::Control], 'l');
    walk::unlock(&window, PASSPHRASE);
    window.see("heading", "Lilla Bokföringsbyrån");
    window.press("Mer om Avtal byrån.pdf");
    window.click("menuitem", "Spara en kopia");
    window.see_text("Kopian är sparad.");
    assert_eq!(fs::read(&copy).unwrap(), paper);

    // What it gets data for decides what the agreement lists, and who stands where in the map.
    window.click_with("checkbox", "Försäljning");
    window.press("Spara");
    window.see_text("Lilla Bokföringsbyrån är sparad");
    window.click("link", "Uppgifter");
    window.see_text("Får uppgifter: Lilla Bokföringsbyrån (Sverige), Norrlycka Paket (Sverige)");
    window.click("link", "Leverantörer");
    window.click("link", "Lilla Bokföringsbyrån");
    window.press("Mer om Avtal byrån.pdf");
    window.click("menuitem", "Ta bort");
    window.press("Ta bort");
    window.see_text("Här ligger det påskrivna avtalet");
}
