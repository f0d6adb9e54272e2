//! A half-written form outlives locking, sealed.

use std::fs;
use std::path::PathBuf;

use kundbok_core::customers::{self, CustomerId, EditCustomer};
use kundbok_core::register::Change;
use kundbok_tests::computers::{self, Computers};
use kundbok_tests::sample::{self, PASSPHRASE, named};
use kundbok_tests::walk;
use kundbok_tests::window::{Key, Stage, Window};
use secrecy::ExposeSecret;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt, EventMask};

use super::access::{look, look_whether_it_fits};

fn draft(stage: &Stage) -> PathBuf {
    stage.data().join("register/draft.age")
}

fn wait_for_draft(stage: &Stage, window: &Window, there: bool) {
    window.until("find the draft as expected", || {
        Ok((draft(stage).exists() == there).then_some(()))
    });
}

fn type_half_a_customer(window: &Window) {
    window.keys(&[Key::Control], 'n');
    window.see("heading", "Ny kund");
    window.fill("Förnamn", "Zebrafina");
    window.fill("Efternamn", "Kvistlöpare");
    window.fill("Telefon 1", "070-174");
    window.press("Lägg till telefon");
    window.fill("Telefon 2", "08-465 00");
    window.choose("Hur ni fick kontakt", "Hemkalas");
    window.fill("Etiketter", "halvskri");
    window.fill("Anteckningar", "Flodhästen sover i vassen");
}

fn see_half_a_customer(window: &Window) {
    window.see("heading", "Ny kund");
    window.see_text("Det du skrev står kvar. Det är inte sparat än.");
    for (field, text) in [
        ("Förnamn", "Zebrafina"),
        ("Efternamn", "Kvistlöpare"),
        ("Telefon 1", "070-174"),
        ("Telefon 2", "08-465 00"),
        ("Hur ni fick kontakt", "party"),
        ("Etiketter", "halvskri"),
        ("Anteckningar", "Flodhästen sover i vassen"),
    ] {
        assert_eq!(window.value(field), text, "{field}");
    }
}

/// Asks for the window to be closed, as the button in its corner does (ICCCM 4.2.8.1).
fn close(stage: &Stage) {
    let (display, _) = x11rb::connect(Some(stage.display())).unwrap();
    let atom = |name: &str| {
        let asked = display.intern_atom(false, name.as_bytes()).unwrap();
        asked.reply().unwrap().atom
    };
    let (protocols, delete) = (atom("WM_PROTOCOLS"), atom("WM_DELETE_WINDOW"));
    let root = display.setup().roots[0].root;
    let mut windows = vec![root];
    while let Some(window) = windows.pop() {
        let tree = display.query_tree(window).unwrap().reply().unwrap();
        windows.extend(tree.children);
        let hears = display
            .get_property(false, window, protocols, AtomEnum::ATOM, 0, 32)
            .unwrap();
        let hears = hears.reply().unwrap();
        if hears
            .value32()
            .is_some_and(|mut all| all.any(|one| one == delete))
        {
            let data = [delete, x11rb::CURRENT_TIME, 0, 0, 0];
            let event = ClientMessageEvent::new(32, window, protocols, data);
            display
                .send_event(false, window, EventMask::NO_EVENT, event)
                .unwrap();
        }
    }
    display.flush().unwrap();
}

#[test]
fn the_last_letters_before_the_window_is_closed_are_kept() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.keys(&[Key::Control], 'n');
    window.see("heading", "Ny kund");
    window.fill("Förnamn", "Zebrafina");
    assert!(!draft(&stage).exists(), "kept before it was closed");
    close(&stage);
    window.until("close", || {
        let gone = window.script("return 1", Vec::new()).is_err();
        Ok(gone.then_some(()))
    });
    drop(window);
    let window = stage.open();
    walk::unlock(&window, PASSPHRASE);
    window.see("heading", "Ny kund");
    assert_eq!(window.value("Förnamn"), "Zebrafina");
}

#[test]
fn half_a_customer_comes_back_after_locking_and_lies_sealed_meanwhile() {
    let stage = Stage::new();
    let (window, recovery) = walk::open_sample(&stage);
    type_half_a_customer(&window);
    window.keys(&[Key::Control], 'l');
    window.see("button", "Lås upp");
    window.see_text("Det du höll på att skriva finns kvar när du låser upp.");
    let sealed = fs::read(draft(&stage)).unwrap();
    assert!(sealed.starts_with(b"age-encryption.org/v1\n"));
    for typed in ["Zebrafina", "Kvistl", "174", "Flodh", "customers"] {
        let found = memchr::memmem::find(&sealed, typed.as_bytes());
        assert!(found.is_none(), "“{typed}” stands in the draft's file");
    }
    // Somewhere else in the window meanwhile, as after a fresh start.
    let script = "location.hash = '#/settings'";
    window.script(script, Vec::new()).unwrap();
    walk::unlock(&window, PASSPHRASE);
    see_half_a_customer(&window);
    assert!(window.axe().is_empty(), "{:#?}", window.axe());

    // It is as unsaved as before: leaving asks, and what is thrown away is gone.
    window.key(Key::Escape);
    window.see("heading", "Ska det du skrev kastas?");
    window.press("Fortsätt skriva");

    // With the recovery sheet too.
    window.keys(&[Key::Control], 'l');
    window.press("Öppna med återställningsbladet");
    window.fill("Nyckel", recovery.text().expose_secret());
    window.press("Öppna");
    window.see("heading", "Välj en ny lösenfras");
    let new = "grind mossa tretton kopp vinter";
    window.fill("Ny lösenfras", new);
    window.press("Spara och öppna");
    see_half_a_customer(&window);

    // With a new key, and a window that was not locked but ended.
    window.fill("Efternamn", "Kvistlöpare Å");
    let before = fs::read(draft(&stage)).unwrap();
    window.until("keep the latest letter", || {
        Ok((fs::read(draft(&stage)).is_ok_and(|now| now != before)).then_some(()))
    });
    drop(window);
    let window = stage.open();
    walk::unlock(&window, new);
    window.see("heading", "Ny kund");
    assert_eq!(window.value("Efternamn"), "Kvistlöpare Å");
    window.fill("Telefon 1", "070-174 06 99");
    window.fill("Telefon 2", "08-465 004 00");
    window.press("Spara");
    window.see("heading", "Zebrafina Kvistlöpare Å");
    wait_for_draft(&stage, &window, false);
    window.keys(&[Key::Control], 'l');
    window.see_text("Allt är sparat.");
    walk::unlock(&window, new);
    window.see("heading", "Zebrafina Kvistlöpare Å");
}

#[test]
fn half_a_purchase_and_half_a_contact_come_back_letter_for_letter() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    walk::open_customer(&window, "Elin Bergdahl");
    window.click("link", "Nytt inköp");
    window.fill("Dag", "2026-11-19");
    window.fill("Vara 1", "Läppbalsam hjortron");
    window.fill("Antal 1", "3");
    window.fill("Pris per styck 1", "89,50");
    window.press("Lägg till rad");
    window.fill("Vara 2", "Halv");
    window.fill("Pris per styck 2", "omkring 100");
    window.keys(&[Key::Control], 'l');
    walk::unlock(&window, PASSPHRASE);
    window.see("heading", "Nytt inköp");
    for (field, text) in [
        ("Dag", "2026-11-19"),
        ("Vara 1", "Läppbalsam hjortron"),
        ("Antal 1", "3"),
        ("Pris per styck 1", "89,50"),
        ("Vara 2", "Halv"),
        ("Pris per styck 2", "omkring 100"),
    ] {
        assert_eq!(window.value(field), text, "{field}");
    }
    window.press("Avbryt");
    window.press("Kasta");
    window.see("heading", "Elin Bergdahl");
    wait_for_draft(&stage, &window, false);

    window.click("link", "Ny kontakt");
    window.choose("Hur", "Brev");
    window.fill("Dag", "2026-1");
    window.fill("Vad det gällde", "Skickade prover <b>och");
    // Nobody asked for it to be locked, and nobody left the field.
    wait_for_draft(&stage, &window, true);
    drop(window);
    let window = stage.open();
    walk::unlock(&window, PASSPHRASE);
    window.see("heading", "Ny kontakt");
    assert_eq!(window.value("Hur"), "letter");
    assert_eq!(window.value("Dag"), "2026-1");
    assert_eq!(window.value("Vad det gällde"), "Skickade prover <b>och");
    window.press("Avbryt");
    window.press("Kasta");
    wait_for_draft(&stage, &window, false);
}

#[test]
fn what_cannot_be_kept_is_said_instead_of_being_locked_away() {
    let scripts = tempfile::tempdir().unwrap();
    let program = kundbok_tests::window::program();
    let script = scripts.path().join("kundbok");
    let stage = Stage::of(kundbok_tests::unprivileged::script(&script, &program));
    let (window, _) = walk::open_sample(&stage);
    let register = stage.data().join("register");
    window.keys(&[Key::Control], 'n');
    window.fill("Förnamn", "Zebrafina");
    wait_for_draft(&stage, &window, true);
    kundbok_tests::unprivileged::set_mode(&register, 0o500);
    window.fill("Förnamn", "Zebrafina Å");
    window.keys(&[Key::Control], 'l');
    window.see_text("Inte sparat");
    window.see_text("Mappen går bara att läsa.");
    assert_eq!(window.value("Förnamn"), "Zebrafina Å");
    kundbok_tests::unprivileged::set_mode(&register, 0o700);
    window.keys(&[Key::Control], 'l');
    walk::unlock(&window, PASSPHRASE);
    window.see("heading", "Ny kund");
    assert_eq!(window.value("Förnamn"), "Zebrafina Å");
}

/// The first customer's full name.
fn first() -> String {
    let fields = &sample::customers()[0].fields;
    format!("{} {}", fields.given_name, fields.family_name)
}

/// On the other computer, the first customer gets another given name, town of birth and notes.
fn change_there(computers: &Computers) {
    computers::change(&computers.there, |connection, now| {
        let id = CustomerId(1);
        let mut fields = customers::view(connection, id)?.fields;
        "Därifrån".clone_into(&mut fields.given_name);
        "Sparat därifrån".clone_into(&mut fields.notes);
        "Kalas hos grannen".clone_into(&mut fields.source_detail);
        customers::edit(connection, now, EditCustomer { id, fields })?;
        Ok(Change::of(id, ()))
    });
    computers.sync();
}

#[test]
fn what_another_computer_saved_meanwhile_stands_beside_what_is_half_written() {
    let stage = Stage::new();
    let computers = Computers::share_sample(stage.data(), &stage.folder().join("there"));
    let window = stage.open();
    walk::unlock(&window, PASSPHRASE);
    walk::open_customer(&window, &first());
    window.press("Ändra uppgifterna");
    window.fill("Förnamn", "Härifrån");
    window.fill("Efternamn", "Hemifrån");
    change_there(&computers);
    window.press("Läs in på nytt");
    window.see_text("Det du skrev står kvar.");
    window.see("heading", "Ändra uppgifterna");
    // Hers where she typed, theirs where she did not, and both told where both did.
    assert_eq!(window.value("Efternamn"), "Hemifrån");
    assert_eq!(window.value("Anteckningar"), "Sparat därifrån");
    assert_eq!(window.value("Förnamn"), "Härifrån");
    window.see_text("Samma uppgifter har sparats på en annan dator");
    window.see_text("På den andra datorn: Därifrån");
    look(&window, "both changed it");

    // It is still told after locking.
    window.keys(&[Key::Control], 'l');
    walk::unlock(&window, PASSPHRASE);
    window.see_text("På den andra datorn: Därifrån");
    assert_eq!(window.value("Förnamn"), "Härifrån");
    window.press("Använd det i stället");
    window.see_no_text("På den andra datorn:");
    assert_eq!(window.value("Förnamn"), "Därifrån");
    window.press("Spara");
    window.see("heading", "Därifrån Hemifrån");
    window.see_text("Sparat därifrån");
    window.see_text("Kalas hos grannen");
}

#[test]
fn what_was_typed_for_one_customer_does_not_reach_another_with_her_number() {
    let stage = Stage::new();
    let computers = Computers::share_sample(stage.data(), &stage.folder().join("there"));
    computers::change(&computers.there, |connection, now| {
        let id = customers::add(connection, now, named("Tove", "Där"))?;
        Ok(Change::of(id, ()))
    });
    let window = stage.open();
    walk::unlock(&window, PASSPHRASE);
    window.keys(&[Key::Control], 'n');
    window.fill("Förnamn", "Ida");
    window.fill("Efternamn", "Här");
    window.choose("Hur ni fick kontakt", "Hemkalas");
    window.press("Spara");
    window.see("heading", "Ida Här");
    window.press("Ändra uppgifterna");
    window.fill("Anteckningar", "Tål inte parfym");
    computers.sync();
    window.press("Läs in på nytt");
    window.see_text("Det du skrev har inte längre någon plats");
    window.see_text("Tål inte parfym");
    // Tove has the number now, and nothing of it.
    window.see("heading", "Ändra uppgifterna");
    assert_eq!(window.value("Förnamn"), "Tove");
    assert_eq!(window.value("Anteckningar"), "");
    look(&window, "no place any more");
    // It outlives locking.
    window.keys(&[Key::Control], 'l');
    walk::unlock(&window, PASSPHRASE);
    window.see_text("Tål inte parfym");
    window.press("Lägg in som ny kund");
    window.see("heading", "Ny kund");
    assert_eq!(window.value("Förnamn"), "Ida");
    assert_eq!(window.value("Anteckningar"), "Tål inte parfym");
    window.see_no_text("Det du skrev har inte längre någon plats");
    window.press("Spara");
    window.see("heading", "Ida Här");
    wait_for_draft(&stage, &window, false);
}

#[test]
fn what_is_told_of_both_computers_fits_with_twice_the_text() {
    let stage = Stage::new();
    let computers = Computers::share_sample(stage.data(), &stage.folder().join("there"));
    let settings = r#"{ "language": "sv", "theme": "dark", "textSize": 200, "lockAfter": 300 }"#;
    fs::write(stage.data().join("local/settings.json"), settings).unwrap();
    let window = stage.open();
    window.resize(640, 800);
    walk::unlock(&window, PASSPHRASE);
    window
        .script("location.hash = '#/customers/1/edit'", Vec::new())
        .unwrap();
    window.fill("Förnamn", "Härifrån");
    change_there(&computers);
    window.press("Läs in på nytt");
    window.see_text("På den andra datorn: Därifrån");
    look_whether_it_fits(&window, "both changed it, large");
}

#[test]
fn what_is_half_written_of_the_business_comes_back_and_is_not_left_without_a_question() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.click("link", "Inställningar");
    window.see("heading", "Inställningar");
    window.fill("Telefon", "070-174 99");
    window.keys(&[Key::Control], 'l');
    walk::unlock(&window, PASSPHRASE);
    window.see("heading", "Inställningar");
    window.see_text("Det du skrev står kvar. Det är inte sparat än.");
    assert_eq!(window.value("Telefon"), "070-174 99");
    window.click_with("link", "Kunder");
    window.see("heading", "Ska det du skrev kastas?");
    window.press("Fortsätt skriva");
    window.press("Spara");
    wait_for_draft(&stage, &window, false);
    window.click_with("link", "Kunder");
    window.see("searchbox", "Sök kund");
}
