use super::*;

#[test]
fn every_use_that_people_are_asked_for_has_a_text_in_every_language() {
    for purpose in PURPOSES {
        let texts = supplied(purpose).unwrap();
        for language in Language::ALL {
            expect_fair(texts.of(language), language);
        }
    }
}

fn expect_fair(text: &str, language: Language) {
    assert!(text.len() > 100, "{text}");
    // That it can be taken back is told beforehand (article 7(3)).
    let back = match language {
        Language::Sv => "ta tillbaka ditt ja",
        Language::Da => "trække dit ja tilbage",
        Language::En => "take your yes back",
    };
    assert!(text.contains(back), "{text}");
}

#[test]
fn what_nothing_is_written_for_is_asked_in_its_own_words() {
    for language in Language::ALL {
        let [other, special] = ["other", "special"].map(|key| texts::named(key).unwrap());
        for texts in [&other, &special] {
            let text = texts.of(language);
            expect_fair(text, language);
            assert!(
                text.contains("{purpose}") && text.contains("{data}"),
                "{text}"
            );
        }
        // That it is sensitive is told beforehand (article 9).
        let sensitive = match language {
            Language::Sv => "känsliga",
            Language::Da => "følsomme",
            Language::En => "sensitive",
        };
        assert!(special.of(language).contains(sensitive));
    }
}
