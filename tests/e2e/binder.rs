//! The inspection binder and the papers in it.

use std::fs;

use kundbok_tests::walk;
use kundbok_tests::window::Stage;

use super::pdf_text;

#[test]
fn the_binder_is_made_and_its_papers_are_saved() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.click("link", "Tillsynspärm");
    window.see("heading", "Tillsynspärm");
    let drawn = "return document.querySelectorAll('article svg text').length > 50";
    window.until("draw the record", || {
        Ok((window.script(drawn, Vec::new())? == true).then_some(()))
    });
    let binder = stage.folder().join("pärm.pdf");
    stage.answer_dialogs(&[Some(&binder)]);
    window.press("Gör pärmen");
    window.see_text("Pärmen är sparad");
    let text = pdf_text(&binder, None).expect("a PDF that opens");
    for words in [
        "Innehåll",
        "Ängens Hudvård",
        "Ingen integritetspolicy är tagen i bruk än.",
        "Kundbok låser sig när ingen har rört det på 5 minuter",
        "Ingen är gjord från den här datorn än.",
        "250",
    ] {
        assert!(text.contains(words), "{words} is missing in:\n{text}");
    }

    // What is set on this computer is what the papers say.
    window.click("link", "Inställningar");
    window.choose("Lås automatiskt efter", "1 timme");
    window.click("link", "Tillsynspärm");
    window.see("button", "Spara som PDF");
    let record = stage.folder().join("förteckning.pdf");
    stage.answer_dialogs(&[Some(&record)]);
    window.press("Spara som PDF");
    window.until("have the PDF", || Ok(record.is_file().then_some(())));
    let text = pdf_text(&record, None).expect("a PDF that opens");
    assert!(text.contains("60 minuter"), "{text}");
    let book = stage.folder().join("förteckning.xlsx");
    stage.answer_dialogs(&[Some(&book)]);
    window.press("Spara som Excel");
    window.until("have the workbook", || Ok(book.is_file().then_some(())));
    assert!(fs::read(&book).unwrap().starts_with(b"PK"));

    // Cancelled, nothing is written and nothing is said.
    stage.answer_dialogs(&[None]);
    window.press("Gör pärmen");
    window.see("button", "Gör pärmen");
    let nowhere = stage.folder().join("borta/pärm.pdf");
    stage.answer_dialogs(&[Some(&nowhere)]);
    window.press("Gör pärmen");
    window.see_text("Mappen eller filen finns inte längre.");
    assert!(!nowhere.exists());
}
