//! The rooms of data protection.

use std::path::Path;
use std::thread::sleep;

use kundbok_tests::sample;
use kundbok_tests::window::{Stage, Window};

use crate::album::{Album, REDRAWN, go, to};

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
    for (item, name) in [
        ("HTML, för webben", "policy.html"),
        ("Ren text, för mejl", "policy.txt"),
    ] {
        let file = folder.join(name);
        stage.answer_dialogs(&[Some(&file)]);
        window.press("Spara på annat sätt");
        window.click("menuitem", item);
        window.until("save the policy", || Ok(file.is_file().then_some(())));
    }
    window.see_text("Integritetspolicyn är sparad som text");
    album.take(window, "policy");
    changed_policy(album, window);
    short_policy(album, stage, window, folder);
}

/// A clause is changed, looked at beside what it was, and put back.
fn changed_policy(album: &mut Album, window: &Window) {
    window.click("link", "Hur jag skyddar dem");
    window.see("heading", "Ändra stycke");
    window.fill(
        "Text",
        "Mitt kundregister ligger krypterat på min egen dator och på en minnessticka. Utan min nyckel \
         kan ingen läsa det.",
    );
    window.press("Spara");
    window.see_text("Sedan version 1: ett stycke är ändrat.");
    let shown = "const removed = document.querySelector('[role=deletion]');
        removed?.scrollIntoView({ block: 'center' });
        return removed !== null";
    window.until("see what is removed", || {
        let is_there = window.script(shown, Vec::new())?.as_bool();
        Ok(is_there.filter(|is_there| *is_there))
    });
    album.take(window, "policy-changes");
    window.press("Mer om stycket Hur jag skyddar dem");
    window.click("menuitem", "Använd vårt förslag");
    window.see_text("Så står det i version 1.");
}

/// The page for the table, in three languages.
fn short_policy(album: &mut Album, stage: &Stage, window: &Window, folder: &Path) {
    window.click("link", "Till sidan");
    window.fill(
        "Webbadress till hela policyn",
        "https://angenshudvard.example/integritet",
    );
    window.press("Spara");
    window.see_text("Adressen är sparad");
    for (tag, language) in [("da", "Danska"), ("en", "Engelska"), ("sv", "Svenska")] {
        let file = folder.join(format!("policy-short-{tag}.pdf"));
        window.press(language);
        stage.answer_dialogs(&[Some(&file)]);
        window.press("Spara som PDF");
        window.until("save the page", || Ok(file.is_file().then_some(())));
    }
    album.take(window, "policy-short");
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

/// What customers are asked, and what they said.
pub fn consents(album: &mut Album, stage: &Stage, window: &Window, folder: &Path) {
    window.click("link", "Samtycken");
    window.see_text("Version 2, sedan 2026-09-01.");
    album.take(window, "consents");
    let file = folder.join("consent-sv.pdf");
    stage.answer_dialogs(&[Some(&file)]);
    window.press("Spara som papper att skriva under: Nyhetsbrev och erbjudanden, version 2");
    window.until("save the paper", || Ok(file.is_file().then_some(())));
    window.click("link", "Ändra frågan: Hudråd");
    window.see("heading", "Ändra frågan");
    album.take(window, "consent-text");
    window.press("Avbryt");
    // One who took her yes back, with a note that rested on it.
    go(window, "#/customers/2/edit");
    window.fill("Anteckningar", "Allergisk mot parfym.\nRinger helst.");
    window.press("Spara");
    window.see_text("här står fortfarande något om hälsa");
    to(window, "Samtycken");
    album.take(window, "customer-withdrawn");
    window.press("Radera raderna");
    window.see_text("De här raderna försvinner ur registret.");
    album.take(window, "consent-erase");
    window.click("button", "Avbryt");
}

/// Who was given the policy, the letters to the others, and a use that is told of first.
pub fn informed(album: &mut Album, stage: &Stage, window: &Window, folder: &Path) {
    go(window, "#/policy/given/others");
    window.see_text("haft brevet");
    album.take(window, "informed-others");
    window.click_with("button", "Skriv ");
    album.take(window, "letters");
    let file = folder.join("letters.pdf");
    stage.answer_dialogs(&[Some(&file)]);
    window.press("Skriv breven");
    window.see_text("Breven är sparade.");
    window.press("Anteckna att de har fått dem");
    album.take(window, "letters-given");
    window.press("Anteckna att 193 har fått den");
    window.see_text("Ingen. Här är allt klart.");
    go(window, "#/map/8");
    window.press("Jag gör det här");
    window.see_text("har fått en policy som inte säger det här");
    album.take(window, "map-told-first");
    window.click("link", "Berätta för dem");
    window.see_text("Det du gör nu står inte i den version som gäller.");
    album.take(window, "informed-older");
    window.press("Ta i bruk version 2");
    window.see_text("Version 2 gäller från och med nu");
    go(window, "#/policy/given/lacking");
    album.take(window, "informed");
}

/// What is to be done, and the letter to the first who was not told.
pub fn today(album: &mut Album, stage: &Stage, window: &Window, folder: &Path) {
    window.click_with("link", "Idag");
    window.see_text("kunder har inte fått policyn");
    album.take(window, "today");
    window.press("Välj och radera");
    window.see_text("Vilka ska raderas?");
    album.take(window, "today-erase");
    window.click("button", "Avbryt");
    window.click("link", "Visa dem, och skriv breven");
    window.see_text("Skulle ha haft brevet");
    let first = "document.querySelector('[data-row=\"0\"] a').click()";
    window.script(first, Vec::new()).expect("the first of them");
    let file = folder.join("letter.pdf");
    stage.answer_dialogs(&[Some(&file)]);
    window.press("Spara brevet som PDF");
    window.until("save the letter", || Ok(file.is_file().then_some(())));
    album.take(window, "customer-letter");
}
