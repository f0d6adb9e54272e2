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

    // The same for the web and for a mail.
    window.press("Svenska");
    for (item, file, words) in [
        ("HTML, för webben", "policy.html", "<h1>Så tar jag hand om"),
        ("Ren text, för mejl", "policy.txt", "Så tar jag hand om"),
    ] {
        let path = stage.folder().join(file);
        stage.answer_dialogs(&[Some(&path)]);
        window.press("Spara på annat sätt");
        window.click("menuitem", item);
        window.until("have the file", || Ok(path.is_file().then_some(())));
        let text = std::fs::read_to_string(&path).expect("text");
        assert!(text.contains(words), "{text}");
    }

    // A place that is not there is told of where it was asked for.
    let nowhere = stage.folder().join("borta/policy.pdf");
    stage.answer_dialogs(&[Some(&nowhere)]);
    window.press("Spara som PDF");
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

#[test]
fn a_clause_is_rewritten_moved_left_out_and_added() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.click("link", "Integritetspolicy");
    window.click("link", "Hur jag skyddar dem");
    window.fill("Text", "Allt ligger i {{ business.safe }}.");
    window.see_text("Det som står inom måsvingarna på den raden finns inte.");
    window.press("Spara");
    window.see_text("Rad 1.");
    window.fill("Text", "Allt ligger i kassaskåpet.");
    // The pages follow while it is written.
    window.see_text("Allt ligger i kassaskåpet.");
    window.press("Spara");
    window.see_text("Stycket är sparat");
    window.see_text("ändrat");

    let choose = |heading: &str, what: &str| {
        window.press(&format!("Mer om stycket {heading}"));
        window.click("menuitem", what);
    };
    choose("Hur jag skyddar dem", "Flytta upp");
    window.see_text("Stycket är flyttat");
    choose("Om du vill klaga", "Utelämna");
    window.see_text("Du har utelämnat ”Om du vill klaga”.");
    choose("Hur jag skyddar dem", "Använd vårt förslag");
    window.see_text("Vårt förslag gäller igen");

    window.picture(std::path::Path::new("/work/benchtmp/p1.png"));
    window.click("link", "Lägg till ett eget stycke");
    window.fill("Rubrik", "Min hund");
    window.fill("Text", "Den bider ikke.");
    window.picture(std::path::Path::new("/work/benchtmp/p2.png"));
    window.press("Spara");
    window.see("link", "Min hund eget");
    window.press("Danska");
    window.see_text("Den finns inte helt på danska.");
    window.press("Svenska");
    window.press("Ta i bruk version 1");
    window.see_text("Version 1 gäller sedan");
    let path = stage.folder().join("policy.pdf");
    stage.answer_dialogs(&[Some(&path)]);
    window.press("Spara som PDF");
    window.until("have the PDF", || Ok(path.is_file().then_some(())));
    let text = pdf_text(&path, None).expect("a PDF that opens");
    assert!(text.contains("Min hund"), "{text}");
    assert!(!text.contains("Om du vill klaga"), "{text}");
}

#[test]
fn what_a_draft_changes_is_marked_and_a_page_for_the_table_leads_to_the_whole() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.click("link", "Integritetspolicy");
    window.see_text("Det finns inget att jämföra med.");
    window.press("Ta i bruk version 1");
    window.see_text("Så står det i version 1.");
    window.click("link", "Hur jag skyddar dem");
    window.see("heading", "Ändra stycke");
    window.fill("Text", "Mitt kundregister ligger krypterat på min dator.");
    window.press("Spara");
    window.see_text("Sedan version 1: ett stycke är ändrat.");
    window.see("switch", "Visa ändringar sedan version 1");
    let count = |role: &str| {
        let found = window.script(
            &format!("return document.querySelectorAll('[role={role}]').length"),
            Vec::new(),
        );
        found.expect("a count").as_u64().expect("a count")
    };
    // The pages after the first are painted when that one is.
    window.until("show the marks", || {
        Ok((count("deletion") > 0).then_some(()))
    });
    window.click("switch", "Visa ändringar sedan version 1");
    window.until("hide the marks", || {
        Ok((count("deletion") == 0).then_some(()))
    });

    window.click("link", "Till sidan");
    window.see("heading", "En sida för kalasbordet");
    window.fill("Webbadress till hela policyn", "angenshudvard.example");
    window.press("Spara");
    window.see_text("Den börjar med https://");
    window.fill(
        "Webbadress till hela policyn",
        "https://angenshudvard.example/integritet",
    );
    window.press("Spara");
    window.see_text("Adressen är sparad");
    let path = stage.folder().join("short.pdf");
    stage.answer_dialogs(&[Some(&path)]);
    window.press("Spara som PDF");
    window.until("have the page", || Ok(path.is_file().then_some(())));
    let text = pdf_text(&path, None).expect("a PDF that opens");
    assert!(
        text.contains("https://angenshudvard.example/integritet"),
        "{text}"
    );
}
