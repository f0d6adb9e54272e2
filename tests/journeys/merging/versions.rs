//! What has the same number on two computers and says different things: a version of the policy, and of
//! a text that is asked.

use kundbok_core::Language::Sv;
use kundbok_core::consents::{self, EditConsentText, GiveConsent, How};
use kundbok_core::customers;
use kundbok_core::inventory::Purpose;
use kundbok_core::processing::activities;
use kundbok_core::register::{Chosen, GenerationId, Register};
use kundbok_core::store;
use kundbok_tests::sample;

use super::super::{add, find, named, now, raffle};
use super::entries::{change, diverged, texts, write_clause};
use super::give_policy;

#[test]
fn both_wordings_of_a_question_are_shown_and_each_yes_stays_with_its_words() {
    let word = |register: &mut Register, text: &str| {
        change(register, |connection| {
            let purpose = Purpose::Newsletter;
            let mut texts = consents::supplied(purpose)?;
            texts.sv = text.to_owned();
            consents::edit_text(
                connection,
                sample::LAST_DAY,
                EditConsentText {
                    to: purpose.into(),
                    texts,
                },
            )
        });
    };
    let (_here, mut register, ours) = diverged(
        |here| {
            word(here, "Får jag mejla?");
            let anna = add(here, named("Anna", "Ek")).unwrap();
            change(here, |connection| {
                let yes = GiveConsent {
                    customer_id: anna,
                    to: Purpose::Newsletter.into(),
                    version: None,
                    language: Sv,
                    given_on: sample::LAST_DAY,
                    how: How::Spoken,
                    paper: None,
                };
                consents::give(connection, now(), &yes).map(drop)
            });
        },
        |there| word(there, "Får jag skriva?"),
    );
    let asked = |register: &Register| -> Vec<(u32, String)> {
        let uses = register.read(|it| consents::list(it, Sv)).unwrap();
        let mut uses = uses.into_iter();
        let found = uses.find(|each| each.to == Purpose::Newsletter).unwrap();
        let versions = found.versions.into_iter();
        versions.map(|each| (each.version, each.texts.sv)).collect()
    };
    let entries = register.compare(&ours).unwrap().entries;
    assert!(entries.iter().all(|each| each.id.table == "consent_text"));
    let theirs = entries.iter().find(|each| each.is_there).unwrap();
    assert_eq!((entries.len(), theirs.is_here), (2, false));
    assert_eq!(texts(theirs, "sv").1, ["Får jag mejla?"]);
    let supplied = consents::supplied(Purpose::Newsletter).unwrap().sv;
    let before = [(2, "Får jag skriva?".to_owned()), (1, supplied)];
    assert_eq!(asked(&register), before);

    // Her yes was to another wording of the same number: it goes along, and so does the wording, which
    // nobody is asked by here.
    let anna = register.compare(&ours).unwrap().gone[0].id;
    let id = register.take_over(&ours, &[anna], now()).unwrap();
    drop(id);
    let brought = (3, "Får jag mejla?".to_owned());
    assert_eq!(
        asked(&register),
        [&before[..], std::slice::from_ref(&brought)].concat()
    );
    let said = register
        .read(|it| consents::of_customer(it, anna, Sv))
        .unwrap()
        .consents;
    assert_eq!((said[0].version, said[0].current), (Some(3), 2));
    let left = register.compare(&ours).unwrap().entries;
    assert!(left.iter().all(|each| !each.is_there), "{left:?}");
    expect_unchanged(&register, &ours, "Anna");
    // The wording itself is taken over when she chooses it.
    let entries = vec![theirs.id.clone()];
    let chosen = Chosen {
        entries,
        ..Chosen::default()
    };
    register.take_over(&ours, chosen, now()).unwrap();
    assert_eq!(asked(&register), [&[brought], &before[..]].concat());
}

/// Both states say the same of her, whatever number the version has in each.
fn expect_unchanged(register: &Register, ours: &GenerationId, name: &str) {
    let found = register.compare(ours).unwrap();
    let people = [&found.added, &found.changed, &found.gone];
    let mut people = people.into_iter().flatten();
    assert!(!people.any(|each| each.name.contains(name)), "{name}");
}

fn raffle_off(register: &mut Register, prize: &str) {
    let mut request = raffle();
    request.texts.name = format!("Utlottning av {prize}");
    change(register, |it| activities::add(it, request).map(drop));
}

#[test]
fn a_policy_that_another_one_shares_its_number_with_stays_the_one_she_was_given() {
    let (_here, mut register, ours) = diverged(
        |here| {
            write_clause(here, "sparar mejl");
            raffle_off(here, "en tvål");
            let anna = add(here, named("Anna", "Ek")).unwrap();
            give_policy(here, anna);
            add(here, named("Britt", "Al")).unwrap();
        },
        |there| {
            write_clause(there, "sparar brev");
            raffle_off(there, "en kräm");
            let ida = add(there, named("Ida", "Ask")).unwrap();
            give_policy(there, ida);
        },
    );
    let says = |register: &Register, version: u32, what: &str| {
        let documents = register.read(|it| store::policy::documents(it, version));
        documents.unwrap().contains(what)
    };
    let versions = |register: &Register| -> Vec<u32> {
        let versions = register.read(store::policy::versions).unwrap();
        versions.iter().map(|version| version.version).collect()
    };
    let gone = register.compare(&ours).unwrap().gone;
    let [anna, britt] = ["Anna", "Britt"].map(|name| {
        let mut gone = gone.iter();
        gone.find(|each| each.name.contains(name)).unwrap().id
    });
    // Who was given nothing brings none along.
    register.take_over(&ours, &[britt], now()).unwrap();
    assert_eq!(versions(&register), [1]);
    assert!(says(&register, 1, "sparar brev"));

    let taken = register.take_over(&ours, &[anna], now()).unwrap();
    drop(taken);
    assert_eq!(versions(&register), [1, 2], "what is in force stays so");
    expect_unchanged(&register, &ours, "Anna");
    assert!(says(&register, 1, "sparar brev") && says(&register, 2, "sparar mejl"));
    let given = |register: &Register, name: &str| -> Vec<u32> {
        let id = find(register, name).rows[0].id;
        let given = register.read(|it| store::policy::given_to(it, id)).unwrap();
        given.into_iter().map(|(_, version, _)| version).collect()
    };
    assert_eq!(given(&register, "Anna"), [2]);
    assert_eq!(given(&register, "Ida"), [1]);
    // What a version told of went along, but for what only ours does: its id is another use's here.
    let told = register.read(store::informed::uses).unwrap();
    let mut told_there = told[&1].clone();
    let ((raffle, _), _) = told_there.pop_last().unwrap();
    told_there.retain(|(id, _), _| *id != raffle);
    assert_eq!(told[&2], told_there);
    // Once more brings nothing.
    register.take_over(&ours, &[anna], now()).unwrap();
    assert_eq!(versions(&register), [1, 2]);
    // She has another one than the one in force, and can be given that.
    let view = |register: &Register| {
        let anna = find(register, "Anna").rows[0].id;
        let view = register.read(|it| customers::view(it, anna)).unwrap();
        (view.policy_version, view.policy_in_force)
    };
    assert_eq!(view(&register), (Some(2), Some(1)));
    let anna = find(&register, "Anna").rows[0].id;
    give_policy(&mut register, anna);
    assert_eq!(view(&register), (Some(1), Some(1)));
    write_clause(&mut register, "sparar kort");
    give_policy(&mut register, anna);
    assert_eq!(versions(&register), [3, 1, 2], "a number of its own");
    assert_eq!(view(&register), (Some(3), Some(3)));
}
