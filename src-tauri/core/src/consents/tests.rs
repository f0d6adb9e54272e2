use super::*;

#[test]
fn every_use_that_people_are_asked_for_has_a_text_in_every_language() {
    for purpose in PURPOSES {
        let texts = supplied(purpose).unwrap();
        for language in Language::ALL {
            let text = texts.of(language);
            assert!(text.len() > 100, "{purpose:?} {language:?}");
            // That it can be taken back is told beforehand (article 7(3)).
            let back = match language {
                Language::Sv => "ta tillbaka ditt ja",
                Language::Da => "trække dit ja tilbage",
                Language::En => "take your yes back",
            };
            assert!(text.contains(back), "{purpose:?} {language:?}");
        }
    }
}
