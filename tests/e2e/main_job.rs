//! The main job, as someone does it on her first evening.

use std::fs;

use kundbok_tests::walk;
use kundbok_tests::window::Stage;

use super::{only_folder, pdf_text};

const LIST: &str = "Förnamn;Efternamn;Mobil;E-post;Ort\r\n\
    Åsa;Ångmark;070-174 06 41;asa@post.example;Lillvik\r\n\
    Mette;Bøgelund;;mette@post.example;Lyngsø By\r\n\
    ;;070-174 06 42;;Ängsbro\r\n";

#[test]
fn from_an_empty_window_to_a_handed_over_copy_of_an_imported_customer() {
    let stage = Stage::new();
    let (sheet, list, out) = (
        stage.folder().join("blad.pdf"),
        stage.folder().join("kunder.csv"),
        stage.folder().join("ut"),
    );
    fs::write(&list, LIST).unwrap();
    fs::create_dir(&out).unwrap();
    let window = stage.open();
    walk::set_up(&stage, &window, &sheet);
    // The key stands in groups on the sheet.
    let printed: String = pdf_text(&sheet, None).unwrap().split_whitespace().collect();
    assert!(printed.contains("AGE-SECRET-KEY-1"), "{printed}");

    window.press("Ta in från fil");
    stage.answer_dialogs(&[Some(&list)]);
    window.press("Välj fil");
    window.see_text("3 rader hittades.");
    window.see_text("Raden har inget namn.");
    window.choose("Uppgifterna kom från", "Tidigare register");
    window.press("Ta in 2 kunder");
    window.see_text("2 kunder är intagna");
    window.click("link", "Visa kunderna");

    window.click_with("link", "Åsa Ångmark");
    window.click("link", "Lämna ut uppgifter");
    stage.answer_dialogs(&[Some(&out)]);
    window.press("Lämna ut uppgifter");
    window.see_text("Utlämnandet är antecknat hos kunden.");

    // Three minutes without reading anything: no more than a click every ten seconds.
    assert!(window.clicks() <= 18, "{} clicks", window.clicks());

    let folder = only_folder(&out);
    let files: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    let pdf = files
        .iter()
        .find(|path| path.extension().is_some_and(|extension| extension == "pdf"))
        .expect("a PDF");
    let text = pdf_text(pdf, None).unwrap();
    for word in [
        "Åsa",
        "Ångmark",
        "asa@post.example",
        "070-174 06 41",
        "Lillvik",
    ] {
        assert!(text.contains(word), "{word} is missing in:\n{text}");
    }
    for path in &files {
        assert!(
            !path.to_string_lossy().contains("ngmark"),
            "{}",
            path.display()
        );
        let bytes = fs::read(path).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("mette@post.example"));
    }
    assert!(!text.contains("Mette"));
}
