//! The map of what is done with data, from the register to the disk and back, and the policy that is
//! written from it.

use std::collections::BTreeSet;

use kundbok_core::inventory::{Category, Purpose};
use kundbok_core::processing::activities::{
    self, Activity, ActivityTexts, AddActivity, AnswerQuestion, EditActivity, Place,
};
use kundbok_core::processing::policy::{self, ExportPolicy, PolicyPreview, PolicyVersion};
use kundbok_core::register::{Action, Change, Connection, Register};
use kundbok_core::{Language, Result};
use kundbok_tests::sample;

use super::{Computer, now, pdf_text, raffle, squeezed};

fn change<T>(register: &mut Register, change: impl FnOnce(&Connection) -> Result<T>) -> T {
    register
        .write(now(), Action::EditMap, |connection| {
            Ok(Change::of_nobody(change(connection)?))
        })
        .unwrap()
        .value
}

fn all(register: &Register, language: Language) -> Vec<Activity> {
    register
        .read(|connection| activities::map(connection, language))
        .unwrap()
        .activities
}

fn find(register: &Register, purpose: Purpose) -> Activity {
    all(register, Language::Sv)
        .into_iter()
        .find(|each| each.purpose == Some(purpose))
        .unwrap()
}

fn answer(register: &mut Register, purpose: Purpose, answer: bool) {
    let id = find(register, purpose).id;
    change(register, |connection| {
        activities::answer(connection, AnswerQuestion { id, answer })
    });
}

fn preview(register: &Register, language: Language) -> PolicyPreview {
    register
        .read(|connection| policy::preview(connection, sample::LAST_DAY, language))
        .unwrap()
}

fn adopt(register: &mut Register) -> PolicyVersion {
    register
        .write(now(), Action::AdoptPolicy, |connection| {
            Ok(Change::of_nobody(policy::adopt(
                connection,
                sample::LAST_DAY,
            )?))
        })
        .unwrap()
        .value
}

fn export(register: &Register, version: u32, language: Language) -> String {
    let request = ExportPolicy {
        version,
        language,
        format: policy::PolicyFormat::Pdf,
    };
    let file = register
        .read(|connection| policy::export(connection, &request))
        .unwrap();
    squeezed(&pdf_text(&file.bytes))
}

#[test]
fn an_answer_makes_a_draft_and_the_next_version_says_so() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    adopt(&mut register);
    assert_eq!(preview(&register, Language::Sv).draft, None);
    answer(&mut register, Purpose::Party, true);
    assert_eq!(preview(&register, Language::Sv).draft, Some(2));
    // A no to what was not done says nothing new.
    answer(&mut register, Purpose::Party, false);
    answer(&mut register, Purpose::Photo, false);
    assert_eq!(preview(&register, Language::Sv).draft, None);

    answer(&mut register, Purpose::Party, true);
    drop(register);
    let mut register = computer.open(sample::PASSPHRASE).unwrap();
    assert_eq!(find(&register, Purpose::Party).answer, Some(true));
    assert_eq!(find(&register, Purpose::Photo).answer, Some(false));
    assert_eq!(find(&register, Purpose::Newsletter).answer, None);
    assert_eq!(adopt(&mut register).version, 2);
    // Guests' names come from the hostess, be they on paper alone.
    for (language, words) in [
        (Language::Sv, "Om du kommer på hemkalas"),
        (Language::Da, "homeparty"),
        (Language::En, "home part"),
        (Language::Sv, "en värdinna som har haft dig som gäst"),
        (Language::Da, "en værtinde, der har haft dig som gæst"),
        (Language::En, "a hostess who has had you as a guest"),
    ] {
        let words = squeezed(words);
        let (before, after) = (
            export(&register, 1, language),
            export(&register, 2, language),
        );
        assert!(!before.contains(&words), "{language:?}: {before}");
        assert!(after.contains(&words), "{language:?}: {after}");
    }
}

#[test]
fn what_she_rewrote_survives_reopening_and_is_read_in_the_policy_until_it_is_put_back() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    answer(&mut register, Purpose::Messaging, true);
    let before = find(&register, Purpose::Messaging);
    let mut texts = before.texts.clone();
    texts.interest = "Jag är glömsk som en guldfisk.".into();
    let mut facts = before.facts.clone();
    facts.categories.insert(Category::Notes);
    facts.places.insert(Place::Paper);
    change(&mut register, |connection| {
        activities::edit(
            connection,
            EditActivity {
                id: before.id,
                language: Language::Sv,
                facts,
                texts,
                suppliers: None,
            },
        )
    });
    drop(register);
    let mut register = computer.open(sample::PASSPHRASE).unwrap();
    let kept = find(&register, Purpose::Messaging);
    assert!(kept.is_edited && kept.facts.places.contains(&Place::Paper));
    adopt(&mut register);
    assert!(export(&register, 1, Language::Sv).contains("guldfisk"));
    change(&mut register, |connection| {
        activities::revert(connection, before.id)
    });
    assert_eq!(find(&register, Purpose::Messaging), before);
    adopt(&mut register);
    assert!(!export(&register, 2, Language::Sv).contains("guldfisk"));
}

#[test]
fn a_use_in_one_language_waits_in_the_others_until_it_is_written_there() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let id = change(&mut register, |connection| {
        activities::add(connection, raffle())
    });
    drop(register);
    let mut register = computer.open(sample::PASSPHRASE).unwrap();
    let danish = all(&register, Language::Da);
    let danish = danish.iter().find(|each| each.id == id).unwrap();
    assert!(danish.in_use && danish.is_untranslated);
    assert_eq!(danish.texts, raffle().texts);
    assert!(preview(&register, Language::Sv).is_translated);
    assert!(!preview(&register, Language::Da).is_translated);
    let first = adopt(&mut register);
    assert_eq!(first.languages, BTreeSet::from([Language::Sv]));
    let said = squeezed("lotta ut en ansiktsmask");
    assert!(export(&register, first.version, Language::Sv).contains(&said));

    let AddActivity { facts, texts, .. } = raffle();
    change(&mut register, |connection| {
        activities::edit(
            connection,
            EditActivity {
                id,
                language: Language::Da,
                facts,
                texts: ActivityTexts {
                    purpose: "For at trække lod om en ansigtsmaske".into(),
                    ..texts
                },
                suppliers: None,
            },
        )
    });
    let second = adopt(&mut register);
    assert_eq!(
        second.languages,
        BTreeSet::from([Language::Sv, Language::Da])
    );
    let said = squeezed("trække lod om en ansigtsmaske");
    assert!(export(&register, second.version, Language::Da).contains(&said));

    change(&mut register, |connection| {
        activities::remove(connection, id)
    });
    assert_eq!(adopt(&mut register).languages.len(), 3);
}
