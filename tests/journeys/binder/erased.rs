//! What the binder says of what was erased, and of what is still to be.

use kundbok_core::binder::{self, Key};
use kundbok_core::documents::blocks::texts;
use kundbok_core::register::{Action, Change, Register};
use kundbok_core::{Language, retention};
use kundbok_tests::sample;

use super::super::{Computer, now};
use super::{facts, full};

fn told(register: &Register, key: Key, language: Language) -> String {
    let facts = facts(register, language);
    let sections = register.read(|it| binder::sections(it, &facts, &mut |_| {}));
    let sections = sections.unwrap();
    let section = sections.iter().find(|section| section.key == key);
    texts(&section.unwrap().blocks).join("\n")
}

#[test]
fn what_was_erased_is_told_by_day_and_number_of_customers() {
    let computer = Computer::new();
    let mut register = full(&computer);
    let languages = Language::ALL.into_iter();
    let before: Vec<String> = languages
        .clone()
        .map(|language| told(&register, Key::Drift, language))
        .collect();
    let erased = register.write(now(), Action::ErasePurchases, |connection| {
        let about = retention::erase_purchases(connection, sample::LAST_DAY)?;
        Ok(Change::of_all(about, ()))
    });
    erased.unwrap();
    for ((language, before), (waits, row)) in languages.zip(before).zip([
        (
            "1 köp finns kvar längre än de 7 år som bokföringen kräver",
            "2026-11-20 | Köp som bokföringen inte längre kräver raderades | 1",
        ),
        (
            "1 køb ligger her længere end de 7 år, som bogføringen kræver",
            "20.11.2026 | Køb, som bogføringen ikke længere kræver, blev slettet | 1",
        ),
        (
            "1 purchase is still here after the 7 years that the books require",
            "20 November 2026 | Purchases that the books no longer need were erased | 1",
        ),
    ]) {
        assert!(before.contains(waits), "{before}");
        assert!(!told(&register, Key::Drift, language).contains(waits));
        let erasures = told(&register, Key::Erasures, language);
        assert!(erasures.contains(row), "{erasures}");
        assert!(!erasures.contains("Inga raderingar"), "{erasures}");
    }
}
