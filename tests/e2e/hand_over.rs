//! Handing over one's data.

use std::fs;
use std::process::Command;

use kundbok_tests::walk;
use kundbok_tests::window::Stage;

use super::{only_folder, pdf_text};

#[test]
fn another_customers_name_is_covered_unless_it_is_let_stand() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    walk::open_customer(&window, "Elin Bergdahl");
    let hand_over = |name: &str| {
        let out = stage.folder().join(name);
        fs::create_dir(&out).unwrap();
        stage.answer_dialogs(&[Some(&out)]);
        window.press("Lämna ut uppgifter");
        window.see_text("Utlämnandet är antecknat hos kunden.");
        only_folder(&out)
    };
    window.click("link", "Lämna ut uppgifter");
    window.see_text("Andra personer");
    let covered = hand_over("covered");
    let (pdf, all) = contents(&covered);
    assert!(pdf.contains("Kom med på kalaset hos"), "{pdf}");
    assert!(
        !all.contains("Birgitta") && !all.contains("Nordén"),
        "{all}"
    );

    window.click("link", "Till kunden");
    window.see_text("Fick ut sina uppgifter");
    window.click("link", "Lämna ut uppgifter");
    window.click("switch", "Täck över Birgitta Nordén");
    let (pdf, _) = contents(&hand_over("kept"));
    assert!(pdf.contains("Birgitta Nordén"), "{pdf}");
}

#[test]
fn with_a_password_there_is_a_pdf_alone_and_it_opens_with_it_only() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    walk::open_customer(&window, "Elin Bergdahl");
    window.click("link", "Lämna ut uppgifter");
    window.press("Danska");
    window.click("switch", "Lås PDF:en med ett lösenord");
    window.fill("Lösenord till PDF:en", "kort");
    let out = stage.folder().join("ut");
    fs::create_dir(&out).unwrap();
    stage.answer_dialogs(&[Some(&out)]);
    window.press("Lämna ut uppgifter");
    window.see_text("Lösenordet behöver minst sex tecken");
    assert_eq!(fs::read_dir(&out).unwrap().count(), 0);

    let password = "blå häst å torget";
    window.fill("Lösenord till PDF:en", password);
    window.press("Lämna ut uppgifter");
    window.see_text("Utlämnandet är antecknat hos kunden.");
    let folder = only_folder(&out);
    let files: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    let [pdf] = &files[..] else {
        panic!("{files:?}")
    };
    assert!(pdf_text(pdf, None).is_none(), "it opens without a password");
    let text = pdf_text(pdf, Some(password)).expect("poppler opens it");
    assert!(text.contains("Elin Bergdahl"), "{text}");
    let qpdf = Command::new("qpdf")
        .arg(format!("--password={password}"))
        .args(["--password-mode=unicode", "--check"])
        .arg(pdf)
        .output()
        .expect("qpdf (make set-up)");
    assert!(
        qpdf.status.success(),
        "{}",
        String::from_utf8_lossy(&qpdf.stdout)
    );
}

#[test]
fn a_cancelled_dialog_hands_over_nothing_and_logs_nothing() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    walk::open_customer(&window, "Elin Bergdahl");
    let before = fs::read(stage.data().join("register/register.age")).unwrap();
    window.click("link", "Lämna ut uppgifter");
    stage.answer_dialogs(&[None]);
    window.press("Lämna ut uppgifter");
    window.until("be asked once", || {
        let left = fs::read_to_string(stage.data().join("e2e-answers")).unwrap_or_default();
        Ok(left.is_empty().then_some(()))
    });
    window.click_with("link", "Elin Bergdahl");
    window.see_text("Det som hänt");
    assert!(!window.text().unwrap().contains("Fick ut sina uppgifter"));
    assert_eq!(
        before,
        fs::read(stage.data().join("register/register.age")).unwrap()
    );
}

/// The PDF's text, and that of all files together.
fn contents(folder: &std::path::Path) -> (String, String) {
    let (mut pdf, mut all) = (String::new(), String::new());
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "pdf") {
            pdf = pdf_text(&path, None).expect("a PDF that opens");
        } else if path.is_dir() {
            let kept = fs::read_dir(&path).unwrap();
            let mut names: Vec<_> = kept.map(|entry| entry.unwrap().file_name()).collect();
            names.sort();
            assert_eq!(names, ["1213-1.pdf", "1213-2.png"]);
        } else {
            all += &fs::read_to_string(&path).unwrap();
        }
    }
    all += &pdf;
    (pdf, all)
}
