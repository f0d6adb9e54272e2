//! The privacy policy.

use kundbok_tests::walk;
use kundbok_tests::window::Stage;

use super::pdf_text;

#[test]
fn it_is_adopted_exported_in_three_languages_and_given() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.click("link", "Integritetspolicy");
    window.see_text("Ingen version gäller än.");
    window.press("Ta i bruk version 1");
    window.see_text("Version 1 gäller sedan");
    for (language, words) in [
        (
            "Svenska",
            [
                "Maja Lindqvist",
                "Lilla Bokföringsbyrån",
                "Integritetsskyddsmyndigheten",
            ],
        ),
        (
            "Danska",
            ["Maja Lindqvist", "Norrlycka Paket", "privatlivspolitik"],
        ),
        (
            "Engelska",
            ["Maja Lindqvist", "Norrlycka Paket", "Your rights"],
        ),
    ] {
        let path = stage.folder().join(format!("policy-{language}.pdf"));
        window.press(language);
        stage.answer_dialogs(&[Some(&path)]);
        window.press("Spara som PDF");
        window.until("have the PDF", || Ok(path.is_file().then_some(())));
        let text = pdf_text(&path, None).expect("a PDF that opens");
        for word in words {
            assert!(text.contains(word), "{word} is missing in:\n{text}");
        }
    }

    // A place that is not there is told of where it was asked for.
    let nowhere = stage.folder().join("borta/policy.pdf");
    stage.answer_dialogs(&[Some(&nowhere)]);
    window.press("Spara version 1 som PDF");
    window.see_text("Mappen eller filen finns inte längre.");
    assert!(!nowhere.exists());

    walk::open_customer(&window, "Elin Bergdahl");
    window.press("Lämna policyn");
    window.choose("Hur", "Mejl");
    window.press("Anteckna");
    window.see_text("Fick integritetspolicyn, version 1");
    window.click("link", "Integritetspolicy");
    window.see_text("1 av 250 kunder har fått version 1.");
}
