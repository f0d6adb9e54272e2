//! The files kept with her.

use std::process::Command;

use kundbok_core::documents::page::Item;
use kundbok_core::hash::sha256;
use kundbok_core::requests::handover;
use kundbok_core::vault::Sealed;
use kundbok_core::{Error, Language, Rule};
use kundbok_tests::sample;

use super::super::{pdf_text, squeezed};
use super::Scene;

fn read_all(scene: &Scene, sealed: &Sealed) -> Vec<u8> {
    let mut bytes = Vec::new();
    scene
        .register
        .attachments()
        .read(sealed, &mut bytes)
        .unwrap();
    bytes
}

#[test]
fn the_files_kept_with_her_come_along_under_neutral_names_and_are_listed() {
    let scene = Scene::new();
    let copy = scene.copy(&scene.request(Vec::new()));
    let named: Vec<&str> = copy.attachments.iter().map(|each| &*each.path).collect();
    let number = copy.number;
    let expected = [
        format!("filer/{number}-1.pdf"),
        format!("filer/{number}-2.png"),
    ];
    assert_eq!(named, expected);
    assert_eq!(copy.names().count(), copy.files.len() + 2);
    let pdf = squeezed(&pdf_text(&copy.files[0].bytes));
    let json: serde_json::Value = serde_json::from_slice(&copy.files[1].bytes).unwrap();
    let called = ["Avtal om hemkalas.pdf", "Bordet på kalaset.png"];
    for (index, (enclosed, name)) in copy.attachments.iter().zip(called).enumerate() {
        // The number in the list, and at the end of the file's name.
        let row = squeezed(&format!("{}{name}", index + 1));
        assert!(pdf.contains(&row), "{row}: {pdf}");
        assert!(enclosed.path.contains(&format!("-{}.", index + 1)));
        // Which file it is, by what it holds.
        let hash = sha256(&read_all(&scene, &enclosed.sealed));
        let listed = &json["customer"]["attachment"][index];
        assert_eq!(listed["hash"], hash.as_str());
        assert_eq!(listed["name"], name);
        assert!(!pdf.contains(&hash), "nobody reads a check sum");
    }
    assert_eq!(json["customer"]["attachment"][1]["mediaType"], "image/png");
    assert_eq!(
        read_all(&scene, &copy.attachments[1].sealed),
        sample::PICTURE
    );
}

#[test]
fn the_answer_says_where_the_files_are_and_the_preview_says_the_same() {
    let scene = Scene::new();
    let now = sample::evening_of(sample::LAST_DAY);
    for (language, folder, beside, within, same) in [
        (
            Language::Sv,
            "filer",
            "i mappen filer",
            "inuti den här PDF:en",
            "json och csv",
        ),
        (
            Language::Da,
            "filer",
            "i mappen filer",
            "inde i denne PDF",
            "json og csv",
        ),
        (
            Language::En,
            "files",
            "in the folder files",
            "inside this PDF",
            "json and csv",
        ),
    ] {
        let mut request = scene.request(Vec::new());
        request.prepared.language = language;
        let open = scene.copy(&request);
        assert!(
            open.attachments
                .iter()
                .all(|each| each.path.starts_with(folder))
        );
        let out = tempfile::tempdir().unwrap();
        let folders = scene.register.attachments();
        let (written, _) = open.write(out.path(), &folders, now).unwrap();
        assert!(written.keep().join(folder).is_dir());
        let shown = |locked| {
            let preview = scene
                .register
                .read(|connection| handover::prepare(connection, now, &request.prepared, locked));
            let pages = preview.unwrap().pages.into_iter();
            let texts = pages
                .flat_map(|page| page.items)
                .filter_map(|item| match item {
                    Item::Text { text, .. } => Some(text),
                    _ => None,
                });
            squeezed(&texts.collect::<String>())
        };
        let open = squeezed(&pdf_text(&open.files[0].bytes));
        for text in [&open, &shown(false)] {
            assert!(text.contains(&squeezed(beside)) && text.contains(&squeezed(same)));
            assert!(!text.contains(&squeezed(within)), "{text}");
        }
        let locked = shown(true);
        assert!(locked.contains(&squeezed(within)), "{locked}");
        assert!(!locked.contains(&squeezed(beside)) && !locked.contains(&squeezed(same)));
    }
}

#[test]
fn with_a_password_the_files_are_in_the_pdf_and_locked_with_it() {
    let scene = Scene::new();
    let mut request = scene.request(Vec::new());
    let plain = scene.copy(&request);
    request.password = Some("blåbär & grädde".to_owned());
    let copy = scene.copy(&request);
    assert!(copy.attachments.is_empty(), "nothing lies beside");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("copy.pdf");
    std::fs::write(&path, &copy.files[0].bytes).unwrap();
    let taken_out = |password: &[&str]| {
        let out = folder.path().join("ut");
        let _ = std::fs::remove_dir_all(&out);
        std::fs::create_dir(&out).unwrap();
        let done = Command::new("pdfdetach")
            .args(password)
            .args(["-saveall", "-o"])
            .arg(&out)
            .arg(&path)
            .output()
            .expect("pdfdetach (make set-up)");
        let mut files: Vec<_> = std::fs::read_dir(&out)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        files.sort();
        (done.status.success(), files)
    };
    assert_eq!(taken_out(&[]), (false, Vec::new()));
    let (_, files) = taken_out(&["-upw", "blåbär & grädde"]);
    assert_eq!(files.len(), 2, "{files:?}");
    for (file, enclosed) in files.iter().zip(&plain.attachments) {
        assert!(
            enclosed
                .path
                .ends_with(file.file_name().unwrap().to_str().unwrap())
        );
        assert_eq!(
            std::fs::read(file).unwrap(),
            read_all(&scene, &enclosed.sealed)
        );
    }
    let part = &sample::PICTURE[sample::PICTURE.len() - 64..];
    let holds = |pdf: &[u8]| pdf.windows(part.len()).any(|window| window == part);
    assert!(!holds(&copy.files[0].bytes));
    // What the copy above is compared with would be found if it were open.
    request.password = None;
    assert!(holds(sample::PICTURE) && scene.copy(&request).attachments.len() == 2);
}

#[test]
fn files_too_large_for_a_locked_pdf_are_said_to_be() {
    let mut scene = Scene::new();
    let folder = tempfile::tempdir().unwrap();
    let film = folder.path().join("film.mov");
    std::fs::File::create(&film)
        .unwrap()
        .set_len(51_000_000)
        .unwrap();
    let now = sample::evening_of(sample::LAST_DAY);
    kundbok_tests::attach(&mut scene.register, scene.elin, &film, now).unwrap();
    let mut request = scene.request(Vec::new());
    assert_eq!(scene.copy(&request).attachments.len(), 3);
    request.password = Some("blåbär & grädde".to_owned());
    let refused = kundbok_tests::hand_over(&scene.register, now, &request);
    let Err(Error::Invalid(fields)) = refused.map(|_| ()) else {
        panic!();
    };
    assert_eq!(fields[0].rule, Rule::TooLarge);
}

/// The files are read beside the register. It may be locked meanwhile, and then there is no copy.
#[test]
fn a_copy_of_a_register_that_was_locked_meanwhile_is_not_made() {
    let now = sample::evening_of(sample::LAST_DAY);
    for password in [None, Some("blåbär & grädde".to_owned())] {
        let scene = Scene::new();
        let mut request = scene.request(Vec::new());
        request.password = password;
        let folders = scene.register.attachments();
        let draft = || {
            let draft = |connection: &_| handover::draft(connection, now, &request);
            scene.register.read(draft).unwrap()
        };
        let (first, second) = (draft(), draft());
        first.make(&folders).unwrap();
        drop(scene);
        assert!(matches!(second.make(&folders), Err(Error::Locked)));
    }
}
