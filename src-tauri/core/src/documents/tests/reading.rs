//! What readers find in the file.

use std::process::Command;

use proptest::prelude::*;

use super::sample::{self, document, facts, heading, paragraph};
use super::{page_of, pdftotext, read_back};
use crate::documents::blocks::{Block, Document};
use crate::documents::layout::layout;
use crate::documents::page::{Face, Ink, Item};
use crate::documents::pdf::{paint, write};
use crate::{Code, Language};

/// The text without the white space that lines and columns bring.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The text of all items in reading order, without white space.
fn drawn(document: &Document) -> String {
    let mut text = String::new();
    for page in layout(document, page_of).pages {
        for item in page.items {
            if let Item::Text { text: part, .. } = item {
                text.push_str(&part);
            }
        }
    }
    squeezed(&text)
}

#[test]
fn letters_of_the_north_and_quotes_come_back() {
    let text =
        "Åäö ÅÄÖ æøå ÆØÅ żółć ŁÓDŹ ęąśńĘĄŚŃ Đặng Thị „citat” ”så” »da« ’n’ – — … € § ½ → Ж Ω";
    assert!(read_back(&document(vec![paragraph(text)])).contains(text));
}

#[test]
fn every_text_of_a_handover_comes_back() {
    let document = sample::handover(40);
    let text = squeezed(&read_back(&document));
    for block in &document.blocks {
        match block {
            Block::Facts(facts) => {
                for fact in facts {
                    assert!(text.contains(&squeezed(&fact.label)), "{}", fact.label);
                    assert!(text.contains(&squeezed(&fact.value)), "{}", fact.value);
                }
            }
            Block::Table(table) => {
                for cell in table.rows.iter().flatten() {
                    assert!(text.contains(&squeezed(cell)), "{cell}");
                }
            }
            Block::Paragraph(spans) | Block::Fine(spans) => {
                for span in spans {
                    assert!(text.contains(&squeezed(&span.text)), "{}", span.text);
                }
            }
            Block::Title(heading) | Block::Heading { text: heading, .. } => {
                assert!(text.contains(&squeezed(heading)), "{heading}");
            }
            _ => {}
        }
    }
    assert!(text.contains("Sida1av3") && text.contains("Sida3av3"));
}

#[test]
fn words_cut_at_the_line_end_come_back_whole() {
    let word = "Personuppgiftsbiträdesavtalsförhandlingsdelegationsordförandebefattningsbeskrivningsunderlag";
    let text = read_back(&document(vec![facts(&[("Ord", word)])]));
    assert!(text.contains(word), "{text}");
}

#[test]
fn an_address_is_cut_without_a_hyphen() {
    let mail = format!("elin@{}.example", "langdoman".repeat(12));
    let drawn = drawn(&document(vec![facts(&[("Mejl", &mail)])]));
    assert!(drawn.contains(&mail), "{drawn}");
}

#[test]
fn the_whole_key_is_there_in_groups_and_as_a_code() {
    let document = sample::recovery_sheet();
    assert!(squeezed(&read_back(&document)).contains(sample::KEY));
    let pages = layout(&document, page_of).pages;
    let grid = pages[0].items.iter().find_map(|item| match item {
        Item::Grid { module, rows, .. } => Some((module, rows)),
        _ => None,
    });
    let (module, rows) = grid.unwrap();
    let code = qrcodegen::QrCode::encode_text(sample::KEY, qrcodegen::QrCodeEcc::Medium).unwrap();
    assert_eq!(rows.len(), usize::try_from(code.size()).unwrap());
    let expected: Vec<String> = (0..code.size())
        .map(|y| {
            let row = (0..code.size()).map(|x| code.get_module(x, y));
            row.map(|dark| if dark { '1' } else { '0' }).collect()
        })
        .collect();
    assert_eq!(*rows, expected);
    #[allow(clippy::cast_precision_loss)]
    let side = module * rows.len() as f32;
    assert!((side - 44.0).abs() < 0.01);
}

#[test]
fn what_no_font_has_is_marked_in_quiet_ink() {
    let document = document(vec![paragraph(
        "a\u{1F469}b\0c\u{202E}d\u{FEFF}e\u{FE0F}fक",
    )]);
    let pages = layout(&document, page_of).pages;
    let marks: Vec<&str> = pages[0]
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Text {
                ink: Ink::Quiet,
                text,
                y,
                ..
            } if *y < 200.0 => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(
        marks,
        ["[U+1F469]", "[U+0000]", "[U+202E]", "[U+FEFF]", "[U+0915]"]
    );
    assert_eq!(
        squeezed(&read_back(&document)).split("Änge").next(),
        Some("a[U+1F469]b[U+0000]c[U+202E]d[U+FEFF]ef[U+0915]")
    );
}

/// Set-up installs such a font; Windows and macOS come with several.
#[cfg(target_os = "linux")]
#[test]
fn a_name_in_a_script_of_its_own_is_set_in_a_font_of_the_computers() {
    let document = document(vec![paragraph("Wang 王小明, 田中さくら")]);
    let faces: Vec<(Face, String)> = layout(&document, page_of).pages[0]
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Text { face, text, y, .. } if *y < 200.0 => Some((*face, text.clone())),
            _ => None,
        })
        .collect();
    let in_system: Vec<&str> = faces
        .iter()
        .filter(|(face, _)| matches!(face, Face::System(_)))
        .map(|(_, text)| text.as_str())
        .collect();
    assert_eq!(in_system, ["王小明", "田中さくら"], "{faces:?}");
    assert_eq!(
        serde_json::to_value(faces[1].0).unwrap(),
        serde_json::json!("system")
    );
    let text = read_back(&document);
    assert!(text.contains("Wang 王小明, 田中さくら"), "{text}");
}

#[test]
fn text_is_composed() {
    assert!(drawn(&document(vec![paragraph("e\u{301}A\u{30A}")])).starts_with("éÅ"));
}

#[test]
fn hebrew_and_arabic_run_from_right_to_left() {
    let document = document(vec![paragraph("se שלום (א) עולם 12,50 och مرحبا بالعالم!")]);
    let pages = layout(&document, page_of).pages;
    let placed: Vec<(f32, &str)> = pages[0]
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Text { x, text, y, .. } if *y < 200.0 => Some((*x, text.as_str())),
            _ => None,
        })
        .collect();
    let at = |part: &str| {
        placed
            .iter()
            .find(|(_, text)| text.contains(part))
            .unwrap()
            .0
    };
    assert!(at("12,50") < at("שלום"), "{placed:?}");
    // Brackets and spaces turn with the letters, so all of it is one item in one font.
    assert!(
        placed
            .iter()
            .any(|(_, text)| text.contains("שלום (א) עולם")),
        "{placed:?}"
    );
    let text = read_back(&document);
    assert!(text.contains("שלום (א) עולם"), "{text}");
    assert!(text.contains("مرحبا بالعالم"), "{text}");
}

#[test]
fn the_fallback_is_used_only_where_it_must_be() {
    let pages = layout(&sample::handover(3), page_of).pages;
    assert!(
        pages
            .iter()
            .flat_map(|page| &page.items)
            .all(|item| !matches!(
                item,
                Item::Text {
                    face: Face::Fallback | Face::Mono,
                    ..
                }
            ))
    );
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = sample::handover(30);
    let bytes = write(&document, page_of, None).unwrap();
    assert_eq!(bytes, write(&document, page_of, None).unwrap());
    assert_eq!(
        bytes,
        paint(&document, &layout(&document, page_of)).unwrap()
    );
    assert_ne!(bytes, write(&sample::handover(31), page_of, None).unwrap());
}

#[test]
fn metadata_says_what_it_is_and_claims_no_profile() {
    let mut document = sample::handover(3);
    document.language = Language::Da;
    let bytes = write(&document, page_of, None).unwrap();
    let pdf = lopdf::Document::load_mem(&bytes).unwrap();
    let catalog = pdf.catalog().unwrap();
    assert_eq!(
        lopdf::decode_text_string(catalog.get(b"Lang").unwrap()).unwrap(),
        "da"
    );
    assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"Outlines"));
    let info = pdf.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let info = pdf.get_dictionary(info).unwrap();
    let text = |key: &[u8]| lopdf::decode_text_string(info.get(key).unwrap()).unwrap();
    assert_eq!(text(b"Title"), "Dina uppgifter hos mig");
    assert_eq!(text(b"Author"), "Ängens Hudvård");
    assert!(
        text(b"CreationDate").starts_with("D:20261124"),
        "{}",
        text(b"CreationDate")
    );
    let all = String::from_utf8_lossy(&bytes).to_lowercase();
    for claim in ["pdfaid", "pdfuaid", "pdfx", "gts_pdf"] {
        assert!(!all.contains(claim), "{claim}");
    }
}

#[test]
fn a_password_locks_it_for_qpdf_and_poppler() {
    // The last one is typed composed and with a plain space: what SASLprep makes of it.
    for (set, password) in [
        ("plommon cykel", "plommon cykel"),
        ("Åsa-ö", "Åsa-ö"),
        ("パスワード €", "パスワード €"),
        ("e\u{301}\u{A0}x", "é x"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("locked.pdf");
        let bytes = write(&sample::handover(3), page_of, Some(set)).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("Hudv"));
        std::fs::write(&file, bytes).unwrap();
        assert!(pdftotext(&file, &["-upw", password]).contains("Elin Bergdahl"));
        let qpdf = |password: &str| {
            Command::new("qpdf")
                .arg(format!("--password={password}"))
                .arg("--check")
                .arg(&file)
                .output()
                .unwrap()
        };
        let checked = qpdf(password);
        let said = String::from_utf8_lossy(&checked.stdout).into_owned();
        assert!(checked.status.success(), "{checked:?}");
        assert!(said.contains("R = 6") && said.contains("AESv3"), "{said}");
        assert!(!qpdf("fel").status.success());
        assert!(!qpdf("").status.success());
        let wrong = Command::new("pdftotext")
            .args(["-upw", "fel"])
            .arg(&file)
            .arg("-")
            .output()
            .unwrap();
        assert!(!wrong.status.success());
    }
}

#[test]
fn a_password_that_no_reader_could_type_is_refused() {
    let error = write(&sample::handover(1), page_of, Some("a\u{0007}b")).unwrap_err();
    assert_eq!(error.code(), Code::Invalid);
    let error = write(&sample::handover(1), page_of, Some("\u{AD}")).unwrap_err();
    assert_eq!(error.code(), Code::Invalid);
}

#[test]
fn qpdf_finds_no_fault() {
    for document in [
        sample::handover(40),
        sample::recovery_sheet(),
        sample::odd(),
        document(vec![]),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("document.pdf");
        std::fs::write(&file, write(&document, page_of, None).unwrap()).unwrap();
        let checked = Command::new("qpdf")
            .arg("--check")
            .arg(&file)
            .output()
            .unwrap();
        assert!(checked.status.success(), "{checked:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever is typed is drawn or marked, save variation selectors and soft hyphens.
    #[test]
    fn no_character_is_lost(text in "\\PC{0,120}|[\\s\\S]{0,60}|[\u{590}-\u{6FF}a-z0-9() ]{0,40}") {
        use unicode_normalization::UnicodeNormalization;
        let document = document(vec![heading(&text), facts(&[(&text, &text)]), paragraph(&text)]);
        prop_assert!(write(&document, page_of, None).is_ok());
        let mut found: Vec<char> = drawn(&document).chars().collect();
        found.sort_unstable();
        let marks = drawn(&document);
        for character in text.nfc() {
            let shown = found.binary_search(&character).is_ok();
            let marked = marks.contains(&format!("[U+{:04X}]", u32::from(character)));
            let selector = matches!(character, '\u{180B}'..='\u{180F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}');
            prop_assert!(
                shown || marked || selector || character.is_whitespace() || character == '\u{AD}',
                "U+{:04X} is lost", u32::from(character)
            );
        }
    }
}
