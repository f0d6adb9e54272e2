//! Somebody is asked, says yes, takes it back: what is kept of it, and what follows.

use kundbok_core::consents::{
    self, ConsentTexts, EditConsentText, GiveConsent, How, KeepNotes, Offers, PrintConsent,
    WithdrawConsent,
};
use kundbok_core::customers::{
    self, CustomerFields, CustomerId, EditCustomer, Email, Label, Source,
};
use kundbok_core::inventory::{LegalBasis, Purpose};
use kundbok_core::processing::activities::{self, Activity, AnswerQuestion, EditActivity};
use kundbok_core::processing::drift::{self, Drift};
use kundbok_core::purchases::{self, AddPurchase};
use kundbok_core::register::{Action, Change, Connection, Register};
use kundbok_core::store::record::{self, Value};
use kundbok_core::{Error, Language, Result};
use kundbok_tests::sample;

use super::{Computer, add, named, now};

mod answers;
mod follows;
mod own;

fn change<T>(register: &mut Register, change: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
    let saved = register.write(now(), Action::GiveConsent, |connection| {
        Ok(Change::of_nobody(change(connection)?))
    })?;
    Ok(saved.value)
}

fn yes(customer_id: CustomerId, purpose: Purpose) -> GiveConsent {
    GiveConsent {
        customer_id,
        to: purpose.into(),
        version: None,
        language: Language::Da,
        given_on: sample::LAST_DAY,
        how: How::Paper,
        paper: None,
    }
}

fn no(customer_id: CustomerId, purpose: Purpose) -> WithdrawConsent {
    WithdrawConsent {
        customer_id,
        to: purpose.into(),
        withdrawn_on: sample::LAST_DAY,
        how: How::Spoken,
    }
}

fn give(register: &mut Register, request: &GiveConsent) -> Result<u32> {
    change(register, |connection| {
        consents::give(connection, now(), request)
    })
}

fn withdraw(register: &mut Register, request: &WithdrawConsent) -> Result<u32> {
    change(register, |connection| {
        consents::withdraw(connection, now(), request)
    })
}

fn offers(register: &Register, customer: CustomerId) -> Offers {
    register.read(consents::offers).unwrap()[&customer]
}

fn begin(register: &mut Register, purpose: Purpose) {
    let id = activity(register, purpose).id;
    change(register, |connection| {
        activities::answer(connection, AnswerQuestion { id, answer: true })
    })
    .unwrap();
}

fn activity(register: &Register, purpose: Purpose) -> Activity {
    let all = register.read(|it| activities::all(it, Language::Sv));
    let mut all = all.unwrap().into_iter();
    all.find(|each| each.purpose == Some(purpose)).unwrap()
}

fn rest(register: &mut Register, purpose: Purpose, basis: LegalBasis) {
    let Activity {
        id,
        mut facts,
        texts,
        ..
    } = activity(register, purpose);
    facts.basis = basis;
    let edit = EditActivity {
        id,
        language: Language::Sv,
        facts,
        texts,
        suppliers: None,
    };
    change(register, |it| activities::edit(it, edit)).unwrap();
}

fn look(register: &Register) -> Vec<Drift> {
    register
        .read(|connection| drift::look(connection, sample::LAST_DAY, Language::Sv))
        .unwrap()
}

/// What her copy says of consents.
fn told(register: &Register, customer: CustomerId) -> Vec<Vec<Value>> {
    let tables = register.read(|connection| record::of_customer(connection, customer));
    let table = tables
        .unwrap()
        .into_iter()
        .find(|table| table.table.name == "consent");
    let rows = table.unwrap().rows.into_iter();
    rows.map(|row| row.values).collect()
}

#[test]
fn a_yes_keeps_the_very_words_whatever_is_asked_later() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    begin(&mut register, Purpose::Newsletter);
    let anna = add(&mut register, named("Anna", "Ek")).unwrap();
    let purpose = Purpose::Newsletter;
    let first = consents::supplied(purpose).unwrap();
    give(&mut register, &yes(anna, purpose)).unwrap();
    let texts = ConsentTexts {
        sv: "Får jag?".to_owned(),
        da: "Må jeg?".to_owned(),
        en: "May I?".to_owned(),
    };
    let edit = EditConsentText {
        to: purpose.into(),
        texts,
    };
    for _ in 0..2 {
        // What says the same is no new version.
        change(&mut register, |connection| {
            consents::edit_text(connection, sample::LAST_DAY, edit.clone())
        })
        .unwrap();
    }
    let list = register.read(|connection| consents::list(connection, Language::Sv));
    let uses = list.unwrap();
    let newsletter = uses.iter().find(|each| each.to == purpose).unwrap();
    let versions: Vec<(u32, u32)> = newsletter
        .versions
        .iter()
        .map(|each| (each.version, each.running))
        .collect();
    assert_eq!(versions, [(2, 0), (1, 1)]);
    assert_ne!(newsletter.versions[0].hash, newsletter.versions[1].hash);
    // Her copy has the words in the language in which she read them.
    let rows = told(&register, anna);
    assert!(rows[0].contains(&Value::Text(first.da.clone())), "{rows:?}");
    // That she said yes to something else is told.
    assert!(look(&register).iter().any(|each| matches!(
        each,
        Drift::ConsentOld { people, .. } if people.count == 1 && people.first[0].id == anna
    )));
    // Asked anew, she says yes to what is asked now.
    give(&mut register, &yes(anna, purpose)).unwrap();
    assert!(matches!(
        give(&mut register, &yes(anna, purpose)),
        Err(Error::NotAllowed)
    ));
    assert!(
        !look(&register)
            .iter()
            .any(|each| matches!(each, Drift::ConsentOld { .. }))
    );
    // Read back from the disk it is all there.
    drop(register);
    let register = computer.open(sample::PASSPHRASE).unwrap();
    assert_eq!(told(&register, anna).len(), 2);
}

#[test]
fn what_is_noted_is_undone_and_nothing_is_noted_of_a_day_to_come() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let anna = add(&mut register, named("Anna", "Ek")).unwrap();
    let purpose = Purpose::Photo;
    let mut request = yes(anna, purpose);
    request.given_on = sample::LAST_DAY.succ_opt().unwrap();
    assert!(matches!(
        give(&mut register, &request),
        Err(Error::Invalid(_))
    ));
    let id = give(&mut register, &yes(anna, purpose)).unwrap();
    let mut early = no(anna, purpose);
    early.withdrawn_on = sample::LAST_DAY.pred_opt().unwrap();
    assert!(matches!(
        withdraw(&mut register, &early),
        Err(Error::Invalid(_))
    ));
    assert_eq!(withdraw(&mut register, &no(anna, purpose)).unwrap(), id);
    assert!(matches!(
        withdraw(&mut register, &no(anna, purpose)),
        Err(Error::NotAllowed)
    ));
    // The no is undone first, then the yes.
    let undo = |connection: &Connection| consents::undo(connection, id);
    assert_eq!(change(&mut register, undo).unwrap(), anna);
    let view = |register: &Register| {
        let found = register.read(|it| consents::of_customer(it, anna, Language::Sv));
        found.unwrap().consents
    };
    assert_eq!(view(&register)[0].withdrawn_on, None);
    change(&mut register, undo).unwrap();
    assert_eq!(view(&register), []);
    assert!(matches!(change(&mut register, undo), Err(Error::NotFound)));
}

#[test]
fn notes_about_health_need_a_running_yes_and_go_or_stay_for_a_reason() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let mut anna = named("Anna", "Ek");
    anna.notes = "Ringer helst.\nAllergisk mot parfym.\nHund.".to_owned();
    anna.tags = vec!["Eksem".to_owned(), "Stamkund".to_owned()];
    let id = add(&mut register, anna).unwrap();
    let other = {
        let mut other = named("Britt", "Al");
        other.notes = "Är gravid.".to_owned();
        add(&mut register, other).unwrap()
    };
    let found = |register: &Register| -> Vec<CustomerId> {
        look(register)
            .into_iter()
            .find_map(|each| match each {
                Drift::HealthNotes { people } => {
                    Some(people.first.into_iter().map(|each| each.id).collect())
                }
                _ => None,
            })
            .unwrap_or_default()
    };
    let view = |register: &Register| {
        let found = register.read(|it| consents::of_customer(it, id, Language::Sv));
        found.unwrap()
    };
    assert_eq!(found(&register), [id, other]);
    let skin = Purpose::SkinAdvice;
    give(&mut register, &yes(id, skin)).unwrap();
    assert_eq!(found(&register), [other]);
    assert_eq!(view(&register).health_notes, []);
    // Taken back, what rests on it is shown line by line.
    withdraw(&mut register, &no(id, skin)).unwrap();
    assert_eq!(found(&register), [id, other]);
    let lines: Vec<String> = view(&register)
        .health_notes
        .into_iter()
        .flat_map(|note| note.lines)
        .collect();
    assert_eq!(lines, ["Allergisk mot parfym.", "Eksem"]);
    // Kept for a reason, it is no drift; the reason is in her copy.
    let keep = |because: &str| KeepNotes {
        customer_id: id,
        because: because.to_owned(),
    };
    let refused = change(&mut register, |it| consents::keep_notes(it, keep(" ")));
    assert!(matches!(refused, Err(Error::Invalid(_))));
    change(&mut register, |it| {
        consents::keep_notes(it, keep("Reklamation"))
    })
    .unwrap();
    assert_eq!(found(&register), [other]);
    assert!(told(&register, id)[0].contains(&Value::Text("Reklamation".to_owned())));
    // Or it goes, and nothing else does.
    change(&mut register, |it| consents::erase_notes(it, id)).unwrap();
    let fields = register.read(|it| customers::view(it, id)).unwrap().fields;
    assert_eq!(fields.notes, "Ringer helst.\nHund.");
    assert_eq!(fields.tags, ["Stamkund"]);
    change(&mut register, |it| consents::erase_notes(it, other)).unwrap();
    assert_eq!(found(&register), []);
}

#[test]
fn offers_go_to_who_said_yes_and_to_own_customers_until_they_say_no() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let mut buyer = named("Anna", "Ek");
    buyer.tags = vec!["Nyhetsbrev".to_owned()];
    buyer.emails.push(Email {
        label: Label::Home,
        address: "anna@post.example".to_owned(),
    });
    let id = add(&mut register, buyer.clone()).unwrap();
    let unasked = |register: &Register| {
        let mut found = look(register).into_iter();
        found.any(|each| matches!(each, Drift::OffersUnasked { .. }))
    };
    assert_eq!(offers(&register, id), Offers::NotAsked);
    assert!(unasked(&register));
    // The exception is for who has bought something, and only where the use is in the map.
    let purchase = AddPurchase {
        customer_id: id,
        fields: sample::elin().purchases[0].clone(),
    };
    change(&mut register, |it| {
        purchases::add(it, now(), purchase).map(drop)
    })
    .unwrap();
    assert_eq!(offers(&register, id), Offers::NotAsked);
    begin(&mut register, Purpose::OwnOffers);
    assert_eq!(offers(&register, id), Offers::OwnCustomer);
    assert!(!unasked(&register));
    // Without an address got at a sale it does not hold.
    let mut without = buyer.clone();
    without.emails.clear();
    let edit = EditCustomer {
        id,
        fields: without,
    };
    change(&mut register, |it| customers::edit(it, now(), edit)).unwrap();
    assert_eq!(offers(&register, id), Offers::NotAsked);
    // Nor with one that somebody else gave.
    for (source, offered) in [
        (Source::Import, Offers::NotAsked),
        (Source::Party, Offers::NotAsked),
        (Source::Person, Offers::OwnCustomer),
    ] {
        let fields = CustomerFields {
            source,
            ..buyer.clone()
        };
        let edit = EditCustomer { id, fields };
        change(&mut register, |it| customers::edit(it, now(), edit)).unwrap();
        assert_eq!(offers(&register, id), offered);
    }
    // Her no is absolute, though she never said yes (article 21(2)).
    withdraw(&mut register, &no(id, Purpose::Newsletter)).unwrap();
    assert_eq!(offers(&register, id), Offers::SaidNo);
    assert!(unasked(&register));
    give(&mut register, &yes(id, Purpose::Newsletter)).unwrap();
    assert_eq!(offers(&register, id), Offers::Consent);
    withdraw(&mut register, &no(id, Purpose::Newsletter)).unwrap();
    assert_eq!(offers(&register, id), Offers::SaidNo);
}

#[test]
fn a_yes_goes_along_when_a_customer_is_taken_over_from_another_state() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let anna = add(&mut register, named("Anna", "Ek")).unwrap();
    let purpose = Purpose::Messaging;
    rest(&mut register, purpose, LegalBasis::Consent);
    give(&mut register, &yes(anna, purpose)).unwrap();
    let there = register.generations().unwrap()[0].id.clone();
    let before = told(&register, anna);
    withdraw(&mut register, &no(anna, purpose)).unwrap();
    assert_ne!(told(&register, anna), before);
    register.take_over(&there, &[anna], now()).unwrap();
    assert_eq!(told(&register, anna), before);
}

#[test]
fn an_older_question_is_found_where_it_is_asked_and_a_new_yes_ends_it() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    begin(&mut register, Purpose::Newsletter);
    let id = add(&mut register, named("Anna", "Ek")).unwrap();
    for purpose in [Purpose::Newsletter, Purpose::Photo] {
        give(&mut register, &yes(id, purpose)).unwrap();
        let mut texts = consents::supplied(purpose).unwrap();
        texts.sv.push_str(" Mer.");
        change(&mut register, |it| {
            consents::edit_text(
                it,
                sample::LAST_DAY,
                EditConsentText {
                    to: purpose.into(),
                    texts,
                },
            )
        })
        .unwrap();
    }
    let found = |register: &Register| -> Vec<Vec<CustomerId>> {
        let found = look(register).into_iter();
        found
            .filter_map(|each| match each {
                Drift::ConsentOld { people, .. } => {
                    Some(people.first.into_iter().map(|each| each.id).collect())
                }
                _ => None,
            })
            .collect()
    };
    // Photos are not taken: nobody is asked anew for them.
    assert_eq!(found(&register), [[id]]);
    give(&mut register, &yes(id, Purpose::Newsletter)).unwrap();
    assert_eq!(found(&register), <[Vec<CustomerId>; 0]>::default());
}
