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
    window.see("heading", "En anteckning kan handla om hälsa");
    window.click_with("link", "Öppna ");
    window.see("button", "Visa frågan: Hudråd");
    window.press("Radera raderna");
    window.see_text("De här raderna försvinner ur registret.");
    look(&window, "consents, erase");
    window.key(Key::Escape);
}

#[test]
fn a_yes_about_health_follows_the_question_and_every_answer_has_a_day_and_a_way() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    walk::open_customer(&window, "Elin Bergdahl");
    // She is shown the very words before her yes is noted (article 9(2)(a)).
    window.press("Visa frågan: Hudråd");
    window.see_text("Får jag skriva upp det du berättar om din hud");
    look(&window, "customer, consents, question");
    window.press("Anteckna ja");
    window.see_text("Antecknat: ja");
    window.see_text("Sa ja till hudråd");
    // A day on which the question was another one is refused, and why is said in the dialog.
    let more = |item: &str| {
        window.press("Mer om Nyhetsbrev och erbjudanden");
        window.click("menuitem", item);
    };
    more("Ja en annan dag, på papper eller per mejl");
    window.fill("Dag", "2026-07-01");
    window.press("Anteckna ja");
    window.see_text("Den versionen fanns inte än den dagen.");
    look(&window, "customer, consents, too early");
    window.key(Key::Escape);
    more("Tog tillbaka det en annan dag, på papper eller per mejl");
    window.fill("Dag", "2026-10-01");
    window.choose("Hur", "På papper");
    look(&window, "customer, consents, back");
    window.press("Anteckna nej");
    window.see_text("Tog tillbaka sitt ja 2026-10-01, på papper.");
    window.see_text("Tog tillbaka sitt ja till nyhetsbrev och erbjudanden");
    // Noted wrongly, it goes also when the words about it have gone.
    more("Ta bort anteckningen");
    window.see("heading", "Ta bort anteckningen?");
    window.see_text("Då gäller hennes ja igen.");
    look(&window, "customer, consents, remove");
    window.press("Ta bort anteckningen");
    window.see_text("Ja sedan 2026-06-14");
    window.see_no_text("Tog tillbaka sitt ja 2026-10-01");
}

#[test]
fn the_paper_is_copied_out_and_what_is_kept_can_still_go() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    walk::open_customer(&window, "Elin Bergdahl");
    let copy = stage.folder().join("kopia.pdf");
    let paper = stage.folder().join("papper.pdf");
    stage.answer_dialogs(&[Some(&copy), Some(&paper)]);
    window.click_with("button", "Spara en kopia av");
    window.see_text("Kopian är sparad.");
    assert!(copy.is_file());
    window.press("Mer om Nyhetsbrev och erbjudanden");
    window.click("menuitem", "Spara som papper att skriva under");
    window.see_text("Papperet är sparat");
    assert!(pdf_text(&paper, None).is_some());
    window.press("Ändra uppgifterna");
    window.fill("Anteckningar", "Vill helst ha sms.\nAllergisk mot parfym.");
    window.press("Spara");
    window.see_text("sparas ändå: Reklamation som inte är avslutad");
    window.press("Ändra skälet");
    window.see("heading", "Varför behåller du det?");
    window.fill("Skäl", "Reklamation, pågår");
    window.press("Spara skälet");
    window.see_text("sparas ändå: Reklamation, pågår");
    look(&window, "customer, consents, kept");
    look_whether_it_fits(&window, "customer, consents, kept");
    window.press("Radera raderna");
    window.see_text("De här raderna försvinner ur registret.");
    window.see_text("Allergisk mot parfym.");
    window.press("Radera raderna");
    window.see_text("Raderna är raderade");
    window.see_no_text("sparas ändå");
    window.see_text("Vill helst ha sms.");
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

#[test]
fn a_use_of_her_own_is_asked_for_and_answered_as_any_other() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    go(&window, "#/map");
    window.click("link", "Lägg till en egen användning");
    window.fill("Namn", "Stamkundskort");
    window.fill(
        "Varför, som du säger det till kunden",
        "För att ge dig var tionde kräm",
    );
    window.fill("Andra uppgifter, med egna ord", "stämplarna på ditt kort");
    window.click_with("checkbox", "På papper");
    window.click_with("radio", "Kunden har sagt ja");
    window.press("Spara");
    window.see_text("Stamkundskort är sparad");
    go(&window, "#/consents");
    window.see("heading", "Stamkundskort");
    window.see_text("För att ge dig var tionde kräm. Det gäller: stämplarna på ditt kort.");
    // A question of her own is changed as the supplied ones are.
    window.click("link", "Ändra frågan: Lotteri");
    window.see("heading", "Ändra frågan");
    window.fill("Svenska", "Vill du vara med när jag lottar ut en kräm?");
    window.press("Spara");
    window.see_text("Vill du vara med när jag lottar ut en kräm?");
    look(&window, "consents, own");
    walk::open_customer(&window, "Elin Bergdahl");
    window.see_text("Sa ja till Lotteri");
    window.see_text("Ja sedan 2026-05-30, med ett kryss. Version 1.");
    window.press("Sa ja idag: Stamkundskort");
    window.see_text("Sa ja till Stamkundskort");
    window.press("Tar tillbaka sitt ja: Lotteri");
    window.see_text("Radera det du har om henne för det här");
    look(&window, "customer, consents, own");
    window.press("Gjort: Lotteri");
    window.see_text("Antecknat: gjort");
}
