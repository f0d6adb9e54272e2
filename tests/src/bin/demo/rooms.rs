//! The rooms of data protection.

use std::path::Path;
use std::thread::sleep;

use kundbok_tests::sample;
use kundbok_tests::window::{Stage, Window};

use crate::album::{Album, REDRAWN, go, quiet, to};

pub fn map(album: &mut Album, window: &Window) {
    window.click("link", "Uppgifter");
    window.see("heading", "Skickar du nyhetsbrev eller erbjudanden?");
    window.press("Ja");
    window.see(
        "heading",
        "Har du kunder i telefonen eller i en Facebook-grupp?",
    );
    album.take(window, "map-question");
    for (at, answer) in [(2, "Ja"), (3, "Ja"), (4, "Nej"), (5, "Nej")] {
        window.see_text(&format!("Fråga {at} av 5"));
        window.press(answer);
    }
    window.see_text("Klart. Det här gör du:");
    album.take(window, "map-answered");
    window.press("Stäng");
    album.take(window, "map");
    window.click_with("link", "Hemkalas");
    window.see("heading", "Hemkalas");
    album.take(window, "map-use");
    to(window, "Vilka som får uppgifter");
    album.take(window, "map-use-suppliers");
    window.press("Avbryt");
}

pub fn policy(album: &mut Album, stage: &Stage, window: &Window, folder: &Path) {
    window.click("link", "Integritetspolicy");
    window.see("heading", "Integritetspolicy");
    window.see("button", "Ta i bruk version 1");
    album.take(window, "policy-draft");
    window.click("link", "Hur jag skyddar dem");
    window.see("heading", "Ändra stycke");
    album.take(window, "policy-clause");
    window.press("Avbryt");
    window.see("button", "Ta i bruk version 1");
    window.press("Ta i bruk version 1");
    for (tag, language) in [("da", "Danska"), ("en", "Engelska"), ("sv", "Svenska")] {
        let file = folder.join(format!("policy-{tag}.pdf"));
        window.press(language);
        window.see("button", "Spara som PDF");
        stage.answer_dialogs(&[Some(&file)]);
        window.press("Spara som PDF");
        window.until("save the policy", || Ok(file.is_file().then_some(())));
    }
    quiet(window);
    album.take(window, "policy");
}

pub fn suppliers(album: &mut Album, stage: &Stage, window: &Window, folder: &Path) {
    window.click("link", "Leverantörer");
    window.see_text("Avtal saknas.");
    album.take(window, "suppliers");
    window.click("link", "Gör ett avtal, Tidboken i Lillvik AB");
    window.see("button", "Kopiera texten");
    album.take(window, "supplier-agreement");
    let file = folder.join("processor-agreement-sv.pdf");
    stage.answer_dialogs(&[Some(&file)]);
    window.press("Spara som PDF");
    window.until("save the agreement", || Ok(file.is_file().then_some(())));
    go(window, "#/suppliers/1");
    window.see("heading", "Papper");
    let paper = folder.join("Avtal med byrån.pdf");
    let agreed = sample::agreement(sample::LAST_DAY).expect("an agreement");
    std::fs::write(&paper, agreed).expect("an agreement");
    stage.answer_dialogs(&[Some(&paper)]);
    window.press("Lägg till fil");
    window.see_text("är sparad hos leverantören");
    std::fs::remove_file(&paper).expect("it is in the register");
    quiet(window);
    to(window, "Vad de får uppgifter för");
    album.take(window, "supplier-uses");
    to(window, "Papper");
    album.take(window, "supplier-papers");
    go(window, "#/suppliers/4");
    window.see("heading", "Brevduvan Inc.");
    album.take(window, "supplier");
    to(window, "Avtalet");
    album.take(window, "supplier-terms");
    to(window, "Vilka de tar hjälp av");
    album.take(window, "supplier-sub-processors");
    go(window, "#/suppliers/new");
    window.press("Kivra");
    album.take(window, "supplier-new");
    go(window, "#/suppliers");
    window.press("Kasta");
    window.see("heading", "Leverantörer");
}

/// What an inspector would ask for, with the policy in force and a copy that was handed over.
pub fn binder(album: &mut Album, stage: &Stage, window: &Window, folder: &Path) {
    go(window, "#/binder");
    album.take(window, "binder");
    for (file, what) in [
        ("binder-sv.pdf", "Gör pärmen"),
        ("record-sv.pdf", "Spara som PDF"),
        ("record-sv.xlsx", "Spara som Excel"),
    ] {
        let file = folder.join(file);
        stage.answer_dialogs(&[Some(&file)]);
        window.press(what);
        window.until(what, || Ok(file.is_file().then_some(())));
    }
    window.click_with("button", "Så länge sparar du");
    sleep(REDRAWN);
    album.take(window, "binder-retention");
}

/// What is to be done, and the letter to the first who was not told.
pub fn today(album: &mut Album, stage: &Stage, window: &Window, folder: &Path) {
    window.click_with("link", "Idag");
    window.see_text("kunder har inte fått policyn");
    album.take(window, "today");
    window.click_with("link", "Visa");
    let file = folder.join("letter.pdf");
    stage.answer_dialogs(&[Some(&file)]);
    window.press("Spara brevet som PDF");
    window.until("save the letter", || Ok(file.is_file().then_some(())));
    album.take(window, "customer-letter");
}
