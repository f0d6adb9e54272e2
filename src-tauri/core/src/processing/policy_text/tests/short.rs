//! The page for the table.

use super::{SOURCES, composed_short, day, least, meadow, recipients, text, uses};
use crate::Language;
use crate::documents::blocks::Document;
use crate::documents::legibility::lix;
use crate::documents::{layout, pdf};
use crate::inventory::Purpose;
use crate::processing::activities;
use crate::processing::business::Business;
use crate::processing::policy::short_document;

const WEB: &str = "https://angenshudvard.example/integritetspolicy";

fn page(business: &Business, said: &[Purpose], address: &str, language: Language) -> Document {
    let uses = uses(language, &[], said);
    let blocks = composed_short(business, &recipients(), &uses, &SOURCES, language);
    short_document(blocks, business, address, language, day("2026-11-22")).unwrap()
}

#[test]
fn it_is_one_page_in_each_language_with_long_names_too() {
    let long = Business {
        name: "Ängens Hudvård & Skönhet i Norra Lillviks Handelsträdgård ".repeat(3),
        owner_name: "Maja Alexandra Wilhelmina Lindqvist-Söderström ".repeat(4),
        website: format!("https://{}.example", "lang".repeat(40)),
        ..meadow()
    };
    for language in Language::ALL {
        for business in [&meadow(), &least(), &long] {
            for address in ["", WEB, &format!("{WEB}/{}", "lang/".repeat(28))] {
                let document = page(business, &activities::QUESTIONS, address, language);
                let layout =
                    layout::layout_on_one_page(&document, |page, of| format!("{page} / {of}"));
                assert_eq!(layout.pages.len(), 1, "{language:?} {address}");
                let bytes = pdf::paint(&document, &layout).unwrap();
                let pdf = lopdf::Document::load_mem(&bytes).unwrap();
                assert_eq!(pdf.get_pages().len(), 1);
            }
        }
    }
}

#[test]
fn an_ordinary_one_is_in_larger_type_than_a_letter() {
    use crate::documents::page::Item;
    for language in Language::ALL {
        let document = page(
            &meadow(),
            &[Purpose::Newsletter, Purpose::Party],
            WEB,
            language,
        );
        let layout = layout::layout_on_one_page(&document, |page, of| format!("{page} / {of}"));
        let size = layout.pages[0].items.iter().find_map(|item| match item {
            Item::Text { text, size, .. } if text.contains("Maja Lindqvist") => Some(*size),
            _ => None,
        });
        assert!(size.unwrap() > 3.6, "{language:?}: {size:?}");
    }
}

#[test]
fn the_code_is_a_figure_that_says_what_it_leads_to() {
    let document = page(&meadow(), &[], WEB, Language::Sv);
    let layout = layout::layout_on_one_page(&document, |page, of| format!("{page} / {of}"));
    let bytes = pdf::paint(&document, &layout).unwrap();
    let pdf = lopdf::Document::load_mem(&bytes).unwrap();
    let figures: Vec<String> = pdf
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|part| part.get(b"S").and_then(lopdf::Object::as_name).ok() == Some(b"Figure"))
        .filter_map(|part| lopdf::decode_text_string(part.get(b"Alt").ok()?).ok())
        .collect();
    assert_eq!(figures, [format!("QR-kod till {WEB}")]);
    let without = page(&meadow(), &[], "", Language::Sv);
    assert!(text(&without.blocks).contains("Fråga mig, så får du hela texten."));
}

#[test]
fn it_reads_easily() {
    for language in Language::ALL {
        let uses = uses(language, &[], &activities::QUESTIONS);
        let blocks = composed_short(&meadow(), &recipients(), &uses, &SOURCES, language);
        let lix = lix(&blocks);
        assert!(lix <= 40, "{language:?}: LIX {lix}");
    }
}
