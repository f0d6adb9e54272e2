//! Which data, and whose, an agreement lists.

use super::*;

fn data_clause(uses: &[Activity], language: Language) -> String {
    let all = text(&composed(&least(), uses, language));
    let (begin, end) = match language {
        Language::Sv => ("Biträdet får bara det", "Vad den ansvarige gör"),
        Language::Da => ("Databehandleren får kun det", "Hvad den ansvarlige gør"),
        Language::En => ("The processor receives only", "What the controller does"),
    };
    let from = all.find(begin).unwrap();
    let to = all[from..].find(end).unwrap_or(all.len() - from);
    all[from..from + to].to_owned()
}

#[test]
fn only_what_the_work_takes_is_listed_and_whose_it_is() {
    for (language, [name, receipts, skin, notes, guests]) in [
        (
            Language::Sv,
            [
                "Namn på dem",
                "Köp och kvitton",
                "Hud och hälsa",
                "anteckningar",
                "Gäster",
            ],
        ),
        (
            Language::Da,
            [
                "Navne på dem",
                "Køb og kvitteringer",
                "Hud og helbred",
                "noter",
                "Gæster",
            ],
        ),
        (
            Language::En,
            [
                "Names of the people",
                "Purchases and receipts",
                "Skin and health",
                "notes",
                "Guests",
            ],
        ),
    ] {
        let books = data_clause(&only(&[Purpose::Bookkeeping], language), language);
        assert!(books.contains(name) && books.contains(receipts), "{books}");
        for absent in [skin, notes, guests] {
            assert!(!books.contains(absent), "{absent}: {books}");
        }
        // What is kept elsewhere than in the register is told, too, and that health is sensitive.
        let advice = only(&[Purpose::SkinAdvice, Purpose::Party], language);
        let advice = data_clause(&advice, language);
        assert!(advice.contains(skin) && advice.contains(guests), "{advice}");
        assert!(
            advice.contains("rtic") || advice.contains("rtik"),
            "{advice}"
        );
        assert!(
            !advice.contains(receipts) && !advice.contains(name),
            "{advice}"
        );
    }
}

#[test]
fn every_kind_of_data_and_every_person_has_its_words() {
    for language in Language::ALL {
        let words = words(language).unwrap();
        for category in Category::ALL {
            let key = crate::store::word(category).unwrap();
            assert!(words["category"].get(&key).is_some(), "{language:?}: {key}");
        }
        for person in [
            Subject::Customer,
            Subject::Guest,
            Subject::Hostess,
            Subject::Prospect,
        ] {
            let key = crate::store::word(person).unwrap();
            assert!(words["person"].get(&key).is_some(), "{language:?}: {key}");
        }
        for work in Work::ALL {
            let key = crate::store::word(work).unwrap();
            for list in ["subject", "nature", "purpose"] {
                assert!(
                    words[list].get(&key).is_some(),
                    "{language:?}: {list}.{key}"
                );
            }
        }
    }
}
