//! What follows from a no: in the register, and where only she can do it.

use kundbok_core::consents::ErasePhotos;

use super::answers::{of, view};
use super::*;

#[test]
fn what_follows_outside_the_register_is_asked_for_until_it_is_done() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let id = add(&mut register, named("Anna", "Ek")).unwrap();
    rest(&mut register, Purpose::Messaging, LegalBasis::Consent);
    let is_to_follow =
        |register: &Register, purpose| view(register, id, purpose).unwrap().is_to_follow;
    let is_found = |register: &Register| {
        let mut found = look(register).into_iter();
        found.any(
            |each| matches!(each, Drift::RefusedKept { people, .. } if people.first[0].id == id),
        )
    };
    for purpose in consents::PURPOSES {
        let row = give(&mut register, &yes(id, purpose)).unwrap();
        let follow = |register: &mut Register, on: Option<chrono::NaiveDate>| {
            change(register, |it| consents::follow(it, on, row))
        };
        let done = Some(sample::LAST_DAY);
        assert!(!is_to_follow(&register, purpose));
        assert!(matches!(
            follow(&mut register, done),
            Err(Error::NotAllowed)
        ));
        withdraw(&mut register, &no(id, purpose)).unwrap();
        assert!(is_to_follow(&register, purpose));
        assert!(is_found(&register));
        assert_eq!(follow(&mut register, done).unwrap(), id);
        assert!(!is_to_follow(&register, purpose));
        assert!(!is_found(&register));
        let again = follow(&mut register, done);
        assert!(matches!(again, Err(Error::NotAllowed)), "{again:?}");
        // It was not done after all.
        follow(&mut register, None).unwrap();
        assert!(is_to_follow(&register, purpose));
        assert!(is_found(&register));
        let again = follow(&mut register, None);
        assert!(matches!(again, Err(Error::NotAllowed)), "{again:?}");
        follow(&mut register, done).unwrap();
        // A no that is undone and said anew is followed anew.
        change(&mut register, |it| consents::undo(it, row)).unwrap();
        withdraw(&mut register, &no(id, purpose)).unwrap();
        assert!(is_to_follow(&register, purpose));
        follow(&mut register, done).unwrap();
    }
    let other = follow_nothing(&mut register);
    assert!(matches!(other, Err(Error::NotFound)), "{other:?}");
}

fn follow_nothing(register: &mut Register) -> Result<CustomerId> {
    change(register, |it| {
        consents::follow(it, Some(sample::LAST_DAY), 999)
    })
}

#[test]
fn a_no_to_photos_offers_those_that_are_kept_and_not_what_shows_a_yes() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let anna = add(&mut register, named("Anna", "Ek")).unwrap();
    let britt = add(&mut register, named("Britt", "Al")).unwrap();
    let mut keep = |who: CustomerId, name: &str, begins: &[u8]| {
        let path = computer.local().join(name);
        std::fs::write(&path, begins).unwrap();
        kundbok_tests::attach(&mut register, who, &path, now()).unwrap();
    };
    let png = b"\x89PNG\r\n\x1a\n";
    keep(anna, "underskrift.png", png);
    keep(anna, "huden.png", png);
    keep(anna, "kvitto.pdf", b"%PDF-1.7");
    keep(britt, "huden.png", png);
    let photo = Purpose::Photo;
    let signed = GiveConsent {
        paper: Some(1),
        ..yes(anna, photo)
    };
    give(&mut register, &signed).unwrap();
    assert_eq!(of(&register, anna).photos, [0; 0]);
    withdraw(&mut register, &no(anna, photo)).unwrap();
    assert_eq!(of(&register, anna).photos, [2]);
    assert_eq!(of(&register, britt).photos, [0; 0]);
    let mut erase = |photos: &[u32]| {
        let request = ErasePhotos {
            customer_id: anna,
            photos: photos.iter().copied().collect(),
        };
        change(&mut register, |it| consents::erase_photos(it, &request))
    };
    for other in [1, 3, 4, 9] {
        assert!(matches!(erase(&[2, other]), Err(Error::NotFound)));
    }
    erase(&[2]).unwrap();
    assert_eq!(of(&register, anna).photos, [0; 0]);
    let left = register.read(|it| customers::view(it, anna)).unwrap();
    assert_eq!(left.attachments.len(), 2);
}

#[test]
fn pictures_are_asked_about_until_she_says_that_it_is_done() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let anna = add(&mut register, named("Anna", "Ek")).unwrap();
    let photo = Purpose::Photo;
    // Who never said yes to photos has none anywhere, but for those that are kept with her.
    let row = withdraw(&mut register, &no(anna, photo)).unwrap();
    assert!(!view(&register, anna, photo).unwrap().is_to_follow);
    let path = computer.local().join("kvitto.png");
    std::fs::write(&path, b"\x89PNG\r\n\x1a\n").unwrap();
    kundbok_tests::attach(&mut register, anna, &path, now()).unwrap();
    assert_eq!(of(&register, anna).photos, [1]);
    assert!(view(&register, anna, photo).unwrap().is_to_follow);
    let done = |it: &Connection| consents::follow(it, Some(sample::LAST_DAY), row);
    change(&mut register, done).unwrap();
    assert_eq!(of(&register, anna).photos, [0; 0]);
    assert!(!view(&register, anna, photo).unwrap().is_to_follow);
    change(&mut register, |it| consents::follow(it, None, row)).unwrap();
    assert_eq!(of(&register, anna).photos, [1]);
}

#[test]
fn what_follows_a_no_is_where_the_map_says_that_data_lies() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let anna = add(&mut register, named("Anna", "Ek")).unwrap();
    let follows = |register: &Register, purpose| {
        let found = view(register, anna, purpose);
        found.is_some_and(|each| each.is_to_follow)
    };
    let is_found = |register: &Register| {
        let mut found = look(register).into_iter();
        found.any(|each| matches!(each, Drift::RefusedKept { .. }))
    };
    // Not every mailing list needs a yes: a plain no is followed too.
    let row = withdraw(&mut register, &no(anna, Purpose::Newsletter)).unwrap();
    assert!(follows(&register, Purpose::Newsletter) && is_found(&register));
    nowhere(&mut register, Purpose::Newsletter);
    assert!(!follows(&register, Purpose::Newsletter) && !is_found(&register));
    // That one of her own customers may be sent offers puts her on one.
    begin(&mut register, Purpose::OwnOffers);
    assert!(follows(&register, Purpose::Newsletter) && is_found(&register));
    let done = |it: &Connection| consents::follow(it, Some(sample::LAST_DAY), row);
    change(&mut register, done).unwrap();
    assert!(!is_found(&register));
    let skin = Purpose::SkinAdvice;
    give(&mut register, &yes(anna, skin)).unwrap();
    let row = withdraw(&mut register, &no(anna, skin)).unwrap();
    assert!(follows(&register, skin) && is_found(&register));
    let keep = KeepNotes {
        customer_id: anna,
        because: "Reklamation".to_owned(),
    };
    change(&mut register, |it| consents::keep_notes(it, keep)).unwrap();
    assert!(!follows(&register, skin) && !is_found(&register));
    let refused = change(&mut register, |it| {
        consents::follow(it, Some(sample::LAST_DAY), row)
    });
    assert!(matches!(refused, Err(Error::NotAllowed)), "{refused:?}");
    let photo = Purpose::Photo;
    give(&mut register, &yes(anna, photo)).unwrap();
    let row = withdraw(&mut register, &no(anna, photo)).unwrap();
    assert!(follows(&register, photo));
    nowhere(&mut register, photo);
    assert!(!follows(&register, photo) && !is_found(&register));
    change(&mut register, |it| consents::undo(it, row)).unwrap();
}

/// Nothing of a use is kept elsewhere than in the register.
fn nowhere(register: &mut Register, purpose: Purpose) {
    let mut all = activity(register, purpose);
    all.facts.categories.clear();
    all.facts.places.clear();
    let edit = EditActivity {
        id: all.id,
        language: Language::Sv,
        facts: all.facts,
        texts: all.texts,
        suppliers: None,
    };
    change(register, |it| activities::edit(it, edit)).unwrap();
}

#[test]
fn what_says_that_she_is_sent_offers_leads_to_where_her_yes_is_noted() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let mut anna = named("Anna", "Ek");
    anna.tags = vec!["Nyhetsbrev".to_owned()];
    let anna = add(&mut register, anna).unwrap();
    let britt = add(&mut register, named("Britt", "Al")).unwrap();
    let newsletter = Purpose::Newsletter;
    let asked =
        |register: &Register, who| view(register, who, newsletter).map(|each| each.is_asked);
    assert_eq!(asked(&register, anna), Some(true));
    assert_eq!(asked(&register, britt), None);
    assert_eq!(of(&register, anna).offers, Offers::NotAsked);
}
