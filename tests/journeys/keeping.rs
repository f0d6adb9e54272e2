//! Keeping customers.

use kundbok_core::customers::{self, EditCustomer, Event, ListCustomers, Sort};
use kundbok_core::register::{Action, Change};
use kundbok_core::{Error, Rule};
use kundbok_tests::sample::{self, PASSPHRASE, customers};

use super::{Computer, add, find, named, names, now};

#[test]
fn a_customer_is_added_edited_and_found_again_after_reopening() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let id = add(&mut register, sample::elin().fields).unwrap();
    let mut fields = sample::elin().fields;
    fields.family_name = "Öhrnäs".to_owned();
    fields.phones[0].number = "070-174 06 39".to_owned();
    let request = EditCustomer {
        id,
        fields: fields.clone(),
    };
    register
        .write(now(), Action::EditCustomer, |connection| {
            customers::edit(connection, now(), request)?;
            Ok(Change::of(id, ()))
        })
        .unwrap();
    drop(register);

    let register = computer.open(PASSPHRASE).unwrap();
    for query in [
        "öhrnäs",
        "elin öhr",
        "bergdahl@post",
        "0701740639",
        "lillvik",
    ] {
        assert_eq!(find(&register, query).total, 1, "{query}");
    }
    assert_eq!(find(&register, "0701740638").total, 0, "the old number");
    let view = register
        .read(|connection| customers::view(connection, id))
        .unwrap();
    assert_eq!(view.fields, fields);
    assert_eq!(view.number, 1001);
}

#[test]
fn the_sample_is_kept_whole() {
    let computer = Computer::new();
    let (register, _) = sample::make(&computer.folder(), &computer.local()).unwrap();
    drop(register);
    let register = computer.open(PASSPHRASE).unwrap();
    let all = customers();
    assert_eq!(find(&register, "").all as usize, all.len());

    let elin = find(&register, "elin bergdahl").rows[0].id;
    let view = register
        .read(|connection| customers::view(connection, elin))
        .unwrap();
    let bought = view
        .history
        .iter()
        .filter(|event| matches!(event, Event::Purchase { .. }));
    assert_eq!(bought.count(), sample::elin().purchases.len());
    assert_eq!(view.fields, sample::elin().fields);
}

#[test]
fn a_customer_is_found_as_people_write() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let mut asa = sample::elin().fields;
    asa.given_name = "Åsa".to_owned();
    asa.family_name = "Åberg".to_owned();
    asa.emails[0].address = "asa.aberg@post.example".to_owned();
    asa.addresses[0].town = "Storköping".to_owned();
    add(&mut register, asa).unwrap();
    add(&mut register, named("Anna", "Lindqvist")).unwrap();
    for query in [
        "Åsa",
        "åberg",
        "aberg",
        "ABERG",
        "å",
        "A\u{30A}berg",
        "asa.aberg@",
        "070-174 06 38",
        "0701740638",
        "070 174",
        "+46 70 174 06 38",
        "storkö",
        "storkoping",
        "storköping åsa",
    ] {
        assert_eq!(names(&register, query), ["Åsa Åberg"], "{query}");
    }
    assert!(names(&register, "Birgitta").is_empty());
    assert!(names(&register, "Åsa Lindqvist").is_empty());
    // Å stands after A to Z, as in Swedish.
    assert_eq!(names(&register, ""), ["Anna Lindqvist", "Åsa Åberg"]);
}

#[test]
fn the_list_tells_where_a_customer_stands() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let [zorn, asa, anna] = [("Ida", "Zorn"), ("Åsa", "Åberg"), ("Anna", "Åkerlind")]
        .map(|(given, family)| add(&mut register, named(given, family)).unwrap());
    let place = |query: &str, place_of| {
        let request = ListCustomers {
            query: query.to_owned(),
            sort: Sort::Name,
            offset: 2,
            limit: 1,
            place_of,
        };
        register.list(&request).place
    };
    assert_eq!(place("", Some(zorn)), Some(0));
    assert_eq!(place("", Some(anna)), Some(2));
    assert_eq!(place("å", Some(anna)), Some(1));
    assert_eq!(place("zorn", Some(asa)), None);
    assert_eq!(place("", None), None);
}

#[test]
fn what_is_refused_names_every_field_and_changes_nothing() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let before = computer.sealed();
    let mut fields = sample::elin().fields;
    fields.given_name = String::new();
    fields.family_name = "  ".to_owned();
    fields.notes = "x".repeat(20_001);
    let Err(Error::Invalid(refused)) = add(&mut register, fields) else {
        panic!("it was accepted");
    };
    let of = |field: &str| refused.iter().find(|invalid| invalid.field == field);
    assert_eq!(of("givenName").unwrap().rule, Rule::Required);
    assert_eq!(of("notes").unwrap().rule, Rule::TooLong);
    assert_eq!(find(&register, "").all, 0);
    assert_eq!(computer.sealed(), before);
}
