//! Whether data must be given (article 13(2)(e)), as she says it of a use of her own.

use super::*;
use crate::processing::activities::{ActivityTexts, Need};

fn told(need: Need, language: Language) -> String {
    let mut uses = uses(language, &OPTIONAL, &[]);
    let mut own = uses[0].clone();
    (own.purpose, own.is_fixed, own.held) = (None, false, [].into());
    own.facts.need = need;
    own.facts.categories = [Category::Birthday].into();
    own.texts = ActivityTexts {
        purpose: "Vinkurs".into(),
        data: "allergi mot ost".into(),
        ..ActivityTexts::default()
    };
    uses.push(own);
    let blocks = composed(&least(), &[], &uses, &[Source::Person], language);
    expect_plain(&blocks, language);
    text(&blocks)
}

#[test]
fn what_a_use_of_hers_needs_is_told_with_what_follows_without_it() {
    for (language, contract, law, data) in [
        (
            Language::Sv,
            "Utan det kan jag inte göra det vi har kommit överens om:",
            "Det här måste jag ha enligt lag.",
            "Vinkurs: födelsedag och allergi mot ost.",
        ),
        (
            Language::Da,
            "Uden det kan jeg ikke gøre det, vi har aftalt:",
            "Det her skal jeg have ifølge loven.",
            "Vinkurs: fødselsdag og allergi mot ost.",
        ),
        (
            Language::En,
            "Without it I cannot do what we agreed:",
            "The law says that I must have this.",
            "Vinkurs: birthday and allergi mot ost.",
        ),
    ] {
        let voluntary = told(Need::Voluntary, language);
        for (need, said, other) in [
            (Need::Contractual, contract, law),
            (Need::Statutory, law, contract),
        ] {
            let told = told(need, language);
            assert!(told.contains(said) && told.contains(data), "{told}");
            assert!(!told.contains(other), "{told}");
            assert!(!voluntary.contains(said) && !voluntary.contains(data));
        }
    }
}

#[test]
fn what_has_an_and_of_its_own_is_joined_by_another_word() {
    for (language, line) in [
        (Language::Sv, "mina anteckningar samt avtal och andra filer"),
        (Language::Da, "mine noter samt aftaler og andre filer"),
        (
            Language::En,
            "my notes as well as agreements and other files",
        ),
    ] {
        let told = text(&full(language));
        assert!(told.contains(line), "{told}");
    }
}
