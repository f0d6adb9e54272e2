//! Answers that were noted wrongly, days that cannot be, and uses that rest on something else than a yes.

use kundbok_core::consents::{
    ConsentAnswer, ConsentTo, ConsentView, CustomerConsents, HealthNote, NotePlace,
};
use kundbok_core::customers::Event;
use kundbok_core::error::{Invalid, Rule};
use kundbok_core::inventory::Category;
use kundbok_core::processing::activities::{ActivityTexts, AddActivity};
use kundbok_core::store::consent::{self, ConsentRow};

use super::*;

fn asked(text: &str) -> ConsentTexts {
    ConsentTexts {
        sv: text.to_owned(),
        da: text.to_owned(),
        en: text.to_owned(),
    }
}

/// Another question from a day on.
fn ask(register: &mut Register, purpose: Purpose, text: &str, on: chrono::NaiveDate) {
    let texts = asked(text);
    change(register, |it| {
        consents::edit_text(
            it,
            on,
            EditConsentText {
                to: purpose.into(),
                texts,
            },
        )
    })
    .unwrap();
}

pub(super) fn of(register: &Register, customer: CustomerId) -> CustomerConsents {
    let found = register.read(|it| consents::of_customer(it, customer, Language::Sv));
    found.unwrap()
}

pub(super) fn view(
    register: &Register,
    customer: CustomerId,
    purpose: Purpose,
) -> Option<ConsentView> {
    let mut found = of(register, customer).consents.into_iter();
    found.find(|each| each.to == purpose)
}

/// Row by row, whether a yes runs.
fn running(register: &Register, customer: CustomerId) -> Vec<bool> {
    let rows = register.read(|it| consent::of_customer(it, customer));
    let mut rows = rows.unwrap();
    rows.sort_by_key(|row| row.id);
    rows.iter().map(ConsentRow::is_running).collect()
}

/// Whether the policy says that answers are kept.
fn tells_of_answers(register: &Register) -> bool {
    let accountability = activity(register, Purpose::Accountability);
    accountability.held.contains(&Category::Consent)
}

fn refused<T: std::fmt::Debug>(answer: Result<T>) -> Vec<Invalid> {
    match answer {
        Err(Error::Invalid(fields)) => fields,
        other => panic!("{other:?}"),
    }
}

fn day(days_ago: u64) -> chrono::NaiveDate {
    sample::LAST_DAY - chrono::Days::new(days_ago)
}

#[test]
fn undoing_a_no_lets_every_yes_run_again_that_it_ended() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let anna = add(&mut register, named("Anna", "Ek")).unwrap();
    let purpose = Purpose::Newsletter;
    let said = |on| GiveConsent {
        given_on: on,
        ..yes(anna, purpose)
    };
    // One that she took back long ago stays taken back.
    give(&mut register, &said(day(90))).unwrap();
    let back = WithdrawConsent {
        withdrawn_on: day(80),
        ..no(anna, purpose)
    };
    withdraw(&mut register, &back).unwrap();
    give(&mut register, &said(day(60))).unwrap();
    ask(&mut register, purpose, "Får jag?", day(30));
    give(&mut register, &said(day(20))).unwrap();
    assert_eq!(running(&register, anna), [false, true, true]);
    // Nothing is ended by a no that could not have ended all of it.
    let early = WithdrawConsent {
        withdrawn_on: day(40),
        ..no(anna, purpose)
    };
    assert_eq!(refused(withdraw(&mut register, &early)).len(), 1);
    assert_eq!(running(&register, anna), [false, true, true]);
    let row = withdraw(&mut register, &no(anna, purpose)).unwrap();
    assert_eq!(running(&register, anna), [false; 3]);
    change(&mut register, |it| consents::undo(it, row)).unwrap();
    assert_eq!(running(&register, anna), [false, true, true]);
}

#[test]
fn her_no_to_offers_is_noted_where_nobody_is_asked_for_a_yes() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let anna = add(&mut register, named("Anna", "Ek")).unwrap();
    let purpose = Purpose::Newsletter;
    assert_eq!(view(&register, anna, purpose), None);
    begin(&mut register, Purpose::OwnOffers);
    let offered = view(&register, anna, purpose).unwrap();
    assert_eq!((offered.id, offered.is_asked), (None, false));
    let own = activity(&register, Purpose::OwnOffers).texts.name;
    assert_eq!(offered.name, own);
    withdraw(&mut register, &no(anna, purpose)).unwrap();
    let offered = view(&register, anna, purpose).unwrap();
    assert_eq!(offered.withdrawn_on, Some(sample::LAST_DAY));
    assert_eq!(offers(&register, anna), Offers::SaidNo);
    // Where she is asked as well, it is the same row, and a yes can be noted.
    begin(&mut register, purpose);
    let offered = view(&register, anna, purpose).unwrap();
    assert!(offered.is_asked);
    assert_eq!(offered.name, activity(&register, purpose).texts.name);
}

#[test]
fn an_answer_has_a_day_on_which_it_can_have_been_given() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let anna = add(&mut register, named("Anna", "Ek")).unwrap();
    let britt = add(&mut register, named("Britt", "Al")).unwrap();
    let purpose = Purpose::Newsletter;
    let said = |who, on, version| GiveConsent {
        given_on: on,
        version,
        ..yes(who, purpose)
    };
    give(&mut register, &said(anna, day(60), None)).unwrap();
    // The first question has no day before which nobody was asked: papers are noted in any order.
    give(&mut register, &said(britt, day(90), None)).unwrap();
    let list = register
        .read(|it| consents::list(it, Language::Sv))
        .unwrap();
    let newsletter = list.iter().find(|each| each.to == purpose).unwrap();
    assert_eq!(newsletter.versions[0].valid_from, Some(day(90)));
    // A later one has.
    ask(&mut register, purpose, "Får jag?", day(30));
    let before = |field: &str, rule| vec![Invalid::new(field, rule)];
    let early = refused(give(&mut register, &said(anna, day(31), Some(2))));
    assert_eq!(early, before("givenOn", Rule::BeforeVersion));
    assert_eq!(running(&register, anna), [true]);
    give(&mut register, &said(anna, day(30), Some(2))).unwrap();
    // Nor is a yes noted that a later no has ended already.
    let on = |withdrawn_on| WithdrawConsent {
        withdrawn_on,
        ..no(anna, purpose)
    };
    let early = refused(withdraw(&mut register, &on(day(31))));
    assert_eq!(early, before("withdrawnOn", Rule::BeforeAnswer));
    withdraw(&mut register, &on(day(10))).unwrap();
    let early = refused(give(&mut register, &said(anna, day(11), None)));
    assert_eq!(early, before("givenOn", Rule::BeforeAnswer));
    assert_eq!(offers(&register, anna), Offers::SaidNo);
    give(&mut register, &said(anna, day(10), None)).unwrap();
    assert_eq!(offers(&register, anna), Offers::Consent);
}

#[test]
fn what_is_kept_about_health_is_still_shown_and_can_go() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let mut anna = named("Anna", "Ek");
    anna.notes = "Allergisk mot parfym.".to_owned();
    let id = add(&mut register, anna).unwrap();
    let skin = Purpose::SkinAdvice;
    give(&mut register, &yes(id, skin)).unwrap();
    withdraw(&mut register, &no(id, skin)).unwrap();
    let keep = |because: &str| KeepNotes {
        customer_id: id,
        because: because.to_owned(),
    };
    for because in ["Reklamation", "Reklamation, igen"] {
        change(&mut register, |it| consents::keep_notes(it, keep(because))).unwrap();
        let kept = of(&register, id);
        assert_eq!(kept.consents[0].kept_because, because);
        assert_eq!(kept.health_notes.len(), 1);
    }
    // What is not there any more is not kept for any reason.
    change(&mut register, |it| consents::erase_notes(it, id)).unwrap();
    let gone = of(&register, id);
    assert_eq!(gone.health_notes, []);
    assert_eq!(gone.consents[0].kept_because, "");
    // What stands elsewhere is not erased by lines: it is not said that it was.
    let mut britt = named("Britt", "Eksem");
    britt.source_detail = "Kom för sin allergi".to_owned();
    let id = add(&mut register, britt).unwrap();
    let elsewhere = |note: &HealthNote| note.place == NotePlace::Elsewhere;
    let notes = of(&register, id).health_notes;
    assert!(
        !notes.is_empty() && notes.iter().all(elsewhere),
        "{notes:?}"
    );
    let refused = change(&mut register, |it| consents::erase_notes(it, id));
    assert!(matches!(refused, Err(Error::NotAllowed)), "{refused:?}");
}

#[test]
fn only_what_rests_on_a_yes_is_asked_for() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let anna = add(&mut register, named("Anna", "Ek")).unwrap();
    // To be in touch rests on her interest, unless she says otherwise: nobody is asked.
    let purpose = Purpose::Messaging;
    begin(&mut register, purpose);
    assert!(!tells_of_answers(&register));
    let refused = give(&mut register, &yes(anna, purpose));
    assert!(matches!(refused, Err(Error::NotAllowed)), "{refused:?}");
    let print = |register: &Register| {
        register.read(|it| consents::print(it, sample::LAST_DAY, &paper(purpose)))
    };
    assert!(matches!(print(&register), Err(Error::NotAllowed)));
    rest(&mut register, purpose, LegalBasis::Consent);
    assert!(tells_of_answers(&register));
    print(&register).unwrap();
    give(&mut register, &yes(anna, purpose)).unwrap();
    ask(&mut register, purpose, "Får jag?", sample::LAST_DAY);
    let is_old = |register: &Register| {
        let mut found = look(register).into_iter();
        found.any(|each| matches!(each, Drift::ConsentOld { .. }))
    };
    assert!(is_old(&register));
    // What she said stays, and what she is not asked for any more is not old.
    rest(&mut register, purpose, LegalBasis::LegitimateInterest);
    assert!(!is_old(&register));
    let said = view(&register, anna, purpose).unwrap();
    assert!(said.given_on.is_some() && !said.is_asked);
    withdraw(&mut register, &no(anna, purpose)).unwrap();
}

#[test]
fn a_use_of_her_own_that_rests_on_a_yes_is_told_of_as_one() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let sale = activity(&register, Purpose::Newsletter);
    let raffle = AddActivity {
        language: Language::Sv,
        facts: sale.facts,
        texts: ActivityTexts {
            name: "Lotteri".to_owned(),
            purpose: "För att lotta ut en kräm".to_owned(),
            ..ActivityTexts::default()
        },
        suppliers: None,
    };
    assert!(!tells_of_answers(&register));
    change(&mut register, |it| activities::add(it, raffle)).unwrap();
    assert!(tells_of_answers(&register));
}

#[test]
fn the_paper_of_each_use_and_each_customer_has_a_name_of_its_own() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let anna = add(&mut register, named("Anna", "Ek")).unwrap();
    let name = |request: &PrintConsent| {
        let file = register.read(|it| consents::print(it, sample::LAST_DAY, request));
        file.unwrap().name
    };
    let photo = paper(Purpose::Photo);
    assert_eq!(name(&photo), "Samtycke, foton av huden, version 1.pdf");
    let skin = paper(Purpose::SkinAdvice);
    assert_eq!(name(&skin), "Samtycke, hudråd, version 1.pdf");
    // Her number, and not her name.
    let hers = PrintConsent {
        customer_id: Some(anna),
        ..photo
    };
    let said = "Samtycke, kund 1001, foton av huden, version 1.pdf";
    assert_eq!(name(&hers), said);
}

#[test]
fn what_she_said_stands_in_her_history() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let anna = add(&mut register, named("Anna", "Ek")).unwrap();
    let purpose = Purpose::Newsletter;
    give(&mut register, &yes(anna, purpose)).unwrap();
    let row = withdraw(&mut register, &no(anna, purpose)).unwrap();
    withdraw(&mut register, &no(anna, Purpose::Photo)).unwrap();
    let said = |register: &Register| -> Vec<(ConsentTo, ConsentAnswer, How)> {
        let view = register.read(|it| customers::view(it, anna)).unwrap();
        let said = view.history.into_iter().filter_map(|event| match event {
            Event::Answered {
                to, answer, how, ..
            } => Some((to, answer, how)),
            _ => None,
        });
        said.collect()
    };
    assert_eq!(
        said(&register),
        [
            (Purpose::Photo.into(), ConsentAnswer::No, How::Spoken),
            (purpose.into(), ConsentAnswer::Back, How::Spoken),
            (purpose.into(), ConsentAnswer::Yes, How::Paper),
        ]
    );
    change(&mut register, |it| consents::undo(it, row)).unwrap();
    assert_eq!(said(&register).len(), 2);
}

fn paper(purpose: Purpose) -> PrintConsent {
    PrintConsent {
        to: purpose.into(),
        version: 1,
        language: Language::Sv,
        customer_id: None,
    }
}
