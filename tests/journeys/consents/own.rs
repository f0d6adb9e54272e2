//! A use of her own that rests on a yes is asked for, answered and proved as the supplied ones are.

use kundbok_core::binder;
use kundbok_core::consents::{ConsentTo, ConsentUse};
use kundbok_core::customers::Event;
use kundbok_core::documents::blocks;
use kundbok_core::inventory::Retention;
use kundbok_core::processing::activities::{ActivityId, Place};
use kundbok_core::processing::record::RecordFacts;

use super::super::raffle;
use super::*;

/// A raffle that people take part in when they have said yes.
fn begin_raffle(register: &mut Register) -> (ActivityId, ConsentTo) {
    let mut added = raffle();
    added.facts.basis = LegalBasis::Consent;
    added.facts.retention = Retention::UntilWithdrawn;
    added.facts.places = [Place::Paper].into();
    let id = change(register, |it| activities::add(it, added)).unwrap();
    let all = register
        .read(|it| activities::all(it, Language::Sv))
        .unwrap();
    let raffle = all.iter().find(|each| each.id == id).unwrap();
    (id, ConsentTo::of(raffle))
}

fn listed(register: &Register, to: &ConsentTo) -> Option<ConsentUse> {
    let all = register.read(|it| consents::list(it, Language::Sv));
    all.unwrap().into_iter().find(|each| each.to == *to)
}

fn yes_to(customer_id: CustomerId, to: &ConsentTo) -> GiveConsent {
    GiveConsent {
        to: to.clone(),
        language: Language::Sv,
        ..yes(customer_id, Purpose::Photo)
    }
}

#[test]
fn a_use_of_her_own_is_asked_for_in_its_own_words() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let (id, to) = begin_raffle(&mut register);
    let asked = listed(&register, &to).unwrap();
    assert_eq!(
        (&*asked.name, asked.is_asked, asked.in_use),
        ("Utlottning", true, true)
    );
    let texts = &asked.versions[0].texts;
    assert!(texts.sv.starts_with(
        "Får jag använda dina uppgifter till det här? För att lotta ut en ansiktsmask. \
         Det gäller: lotten du fyllde i.\n\n"
    ));
    // She wrote it in Swedish alone: nothing is half translated.
    assert_eq!((&texts.da, &texts.en), (&texts.sv, &texts.sv));
    let mut translated = raffle();
    translated.texts.purpose = "For at trække lod om en ansigtsmaske".to_owned();
    translated.texts.data = "den lodseddel, du udfyldte".to_owned();
    let edit = |register: &Register| EditActivity {
        id,
        language: Language::Da,
        facts: register
            .read(|it| activities::all(it, Language::Da))
            .unwrap()
            .into_iter()
            .find(|each| each.id == id)
            .unwrap()
            .facts,
        texts: translated.texts.clone(),
        suppliers: None,
    };
    let edit = edit(&register);
    change(&mut register, |it| activities::edit(it, edit)).unwrap();
    let texts = listed(&register, &to).unwrap().versions.remove(0).texts;
    assert!(
        texts
            .da
            .contains("For at trække lod om en ansigtsmaske. Det gælder: den lodseddel")
    );
    assert_eq!(texts.en, texts.sv);
    // What comes with Kundbok and nothing is written for is asked for in the words of the map, too.
    rest(&mut register, Purpose::Party, LegalBasis::Consent);
    let party = listed(&register, &Purpose::Party.into()).unwrap();
    let texts = &party.versions[0].texts;
    assert!(
        texts
            .sv
            .contains("? För att bjuda in till hemkalas och hålla dem. Det gäller: namn")
    );
    assert!(texts.en.contains("invite"), "{}", texts.en);
}

#[test]
fn what_she_said_to_a_use_of_her_own_is_kept_counted_and_followed() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let (id, to) = begin_raffle(&mut register);
    let anna = add(&mut register, named("Anna", "Ek")).unwrap();
    let seen = |register: &Register| {
        let all = register.read(|it| consents::of_customer(it, anna, Language::Sv));
        let mut all = all.unwrap().consents.into_iter();
        all.find(|each| each.to == to)
    };
    assert!(seen(&register).unwrap().is_asked);
    let row = give(&mut register, &yes_to(anna, &to)).unwrap();
    assert!(matches!(
        give(&mut register, &yes_to(anna, &to)),
        Err(Error::NotAllowed)
    ));
    assert_eq!(seen(&register).unwrap().id, Some(row));
    assert_eq!(listed(&register, &to).unwrap().running, 1);
    let gather = |register: &Register| {
        let read = register
            .read(|it| RecordFacts::gather(it, sample::SECURITY, Language::Sv, sample::LAST_DAY));
        read.unwrap()
    };
    assert_eq!(gather(&register).counts.consenting[&to], 1);

    // Another question: she is asked again, and her yes stays with the words that she read.
    let mut texts = listed(&register, &to).unwrap().versions.remove(0).texts;
    texts.sv.push_str(" Vinsten är en ansiktsmask.");
    let edit = EditConsentText {
        to: to.clone(),
        texts,
    };
    change(&mut register, |it| {
        consents::edit_text(it, sample::LAST_DAY, edit)
    })
    .unwrap();
    assert!(look(&register).iter().any(
        |each| matches!(each, Drift::ConsentOld { activity, people, .. } if *activity == id && people.count == 1)
    ));

    // Her no ends it, and what lies on paper is to be thrown away.
    let back = WithdrawConsent {
        to: to.clone(),
        ..no(anna, Purpose::Photo)
    };
    withdraw(&mut register, &back).unwrap();
    let is_kept = |register: &Register| {
        look(register)
            .iter()
            .any(|each| matches!(each, Drift::RefusedKept { activity, .. } if *activity == id))
    };
    assert!(is_kept(&register));
    change(&mut register, |it| {
        consents::follow(it, Some(sample::LAST_DAY), row)
    })
    .unwrap();
    assert!(!is_kept(&register));

    // When she stops, what was asked and said can still be shown, under the name it had.
    change(&mut register, |it| activities::remove(it, id)).unwrap();
    assert_eq!(seen(&register), None);
    let gone = listed(&register, &to).unwrap();
    assert_eq!(
        (&*gone.name, gone.is_asked, gone.in_use),
        ("Utlottning", false, false)
    );
    assert_eq!((gone.versions.len(), gone.withdrawn), (2, 1));
    let view = register.read(|it| customers::view(it, anna)).unwrap();
    let named = view
        .history
        .iter()
        .filter(|event| matches!(event, Event::Answered { name, .. } if name == "Utlottning"));
    assert_eq!(named.count(), 2);
    let facts = gather(&register);
    let sections = register.read(|it| binder::sections(it, &facts, &mut |_| {}));
    let sections = sections.unwrap().into_iter();
    let said: Vec<String> = sections
        .flat_map(|each| blocks::texts(&each.blocks))
        .collect();
    assert!(
        said.iter()
            .any(|text| text.contains("Vinsten är en ansiktsmask."))
    );
    assert!(said.iter().any(|text| text == "Utlottning"), "{said:?}");
    // Nothing more is said of it.
    assert!(matches!(
        give(&mut register, &yes_to(anna, &to)),
        Err(Error::NotAllowed)
    ));
}

/// The binder's table of who said what is in the binder's language, whatever it was called when she answered.
#[test]
fn the_binder_calls_it_by_its_name_in_each_language() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let (id, to) = begin_raffle(&mut register);
    let anna = add(&mut register, named("Anna", "Ek")).unwrap();
    let refused = WithdrawConsent {
        to,
        ..no(anna, Purpose::Photo)
    };
    withdraw(&mut register, &refused).unwrap();
    let mut translated = raffle();
    translated.texts.name = "Lodtrækning".to_owned();
    let edit = EditActivity {
        id,
        language: Language::Da,
        facts: translated.facts,
        texts: translated.texts,
        suppliers: None,
    };
    change(&mut register, |it| activities::edit(it, edit)).unwrap();
    for (language, name) in [(Language::Sv, "Utlottning"), (Language::Da, "Lodtrækning")] {
        let facts = register
            .read(|it| RecordFacts::gather(it, sample::SECURITY, language, sample::LAST_DAY))
            .unwrap();
        let sections = register.read(|it| binder::sections(it, &facts, &mut |_| {}));
        let mut sections = sections.unwrap().into_iter();
        let consents = sections.find(|each| each.key == binder::Key::Consents);
        let said = blocks::texts(&consents.unwrap().blocks).join("\n");
        assert!(said.contains(&format!("1001 | {name} | ")), "{said}");
    }
}

#[test]
fn a_use_that_is_not_there_is_refused() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let anna = add(&mut register, named("Anna", "Ek")).unwrap();
    let read = |word: &str| serde_json::from_value::<ConsentTo>(word.into());
    for word in [
        "",
        "own:",
        "own",
        "raffle",
        "newsletter ",
        &format!("own:{}", "a".repeat(101)),
    ] {
        assert!(read(word).is_err(), "{word}");
    }
    let nowhere = read("own:0123456789abcdef").unwrap();
    assert!(matches!(
        give(&mut register, &yes_to(anna, &nowhere)),
        Err(Error::NotFound)
    ));
    assert!(matches!(
        withdraw(
            &mut register,
            &WithdrawConsent {
                to: nowhere,
                ..no(anna, Purpose::Photo)
            }
        ),
        Err(Error::NotFound)
    ));
}
