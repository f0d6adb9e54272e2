//! How people write of others, and what only looks like it.

use chrono::{DateTime, FixedOffset};

use super::*;
use crate::customers::{self, CustomerFields, Email, Label, Phone, Source};
use crate::processing::business::Business;
use crate::store::{self, image, record};

const COVER: &str = "[någon]";

fn now() -> DateTime<FixedOffset> {
    "2026-11-20T19:30:00+01:00".parse().unwrap()
}

fn person(given: &str, family: &str, phone: &str, email: &str) -> CustomerFields {
    let phones = [phone].into_iter().filter(|phone| !phone.is_empty());
    let emails = [email].into_iter().filter(|email| !email.is_empty());
    CustomerFields {
        given_name: given.into(),
        family_name: family.into(),
        phones: phones
            .map(|number| Phone {
                label: Label::Mobile,
                number: number.into(),
            })
            .collect(),
        emails: emails
            .map(|address| Email {
                label: Label::Home,
                address: address.into(),
            })
            .collect(),
        addresses: Vec::new(),
        birthday: None,
        language: None,
        source: Source::Person,
        source_detail: String::new(),
        tags: Vec::new(),
        notes: String::new(),
    }
}

/// A register with Elin, whose notes are `notes`, and `others`.
fn register(elin: CustomerFields, others: Vec<CustomerFields>) -> (Connection, CustomerId) {
    let connection = image::make().unwrap();
    let business = Business {
        name: "Ängens Hudvård".into(),
        owner_name: "Maja Lindqvist".into(),
        organisation_number: String::new(),
        street: String::new(),
        postcode: String::new(),
        town: String::new(),
        country: Country::Se,
        phone: "070-174 06 05".into(),
        email: String::new(),
        website: String::new(),
    };
    store::business::replace(&connection, &business).unwrap();
    let id = customers::add(&connection, now(), elin).unwrap();
    for other in others {
        customers::add(&connection, now(), other).unwrap();
    }
    (connection, id)
}

/// Elin's record with everything covered, and the mentions.
fn covered(connection: &Connection, id: CustomerId) -> (Vec<TableRecord>, Vec<Mention>) {
    let mut record = record::of_customer(connection, id).unwrap();
    let others = Others::named_in(connection, id, &record, Country::Se).unwrap();
    let mentions = others.cover(&mut record, &[], COVER);
    (record, mentions)
}

fn notes(text: &str, others: Vec<CustomerFields>) -> String {
    let elin = CustomerFields {
        notes: text.into(),
        ..person("Elin", "Bergdahl", "070-174 06 38", "elin@bergdahl.example")
    };
    let (connection, id) = register(elin, others);
    let (record, _) = covered(&connection, id);
    let customer = &record[0];
    let at = customer.columns().position(|column| column.name == "notes");
    match &customer.rows[0].values[at.unwrap()] {
        Value::Text(text) => text.clone(),
        other => panic!("{other:?}"),
    }
}

fn birgitta() -> Vec<CustomerFields> {
    vec![person(
        "Birgitta",
        "Nordén",
        "070-174 06 12",
        "birgitta@norden.example",
    )]
}

#[test]
fn a_name_is_found_however_it_is_written() {
    for (text, expected) in [
        ("Hos Birgitta Nordén.", "Hos [någon]."),
        ("Birgitta Nordéns väska", "[någon]s väska"),
        ("BIRGITTA NORDÉNS VÄSKA", "[någon]S VÄSKA"),
        ("Birgitta Nordén's bag", "[någon]'s bag"),
        ("Birgitta  Nordén", "[någon]"),
        ("Birgitta\nNordén", "[någon]"),
        ("Birgitta\u{a0}Nordén", "[någon]"),
        ("Birgitta \u{200b}Nordén", "[någon]"),
        ("Birgitta Norde\u{301}n", "[någon]"),
        ("Birgitta Norde\u{301}ns", "[någon]s"),
        ("Nordén Birgitta, ringde", "[någon], ringde"),
        ("Nordén, Birgitta", "[någon]"),
        ("mejl till BIRGITTA@norden.example", "mejl till [någon]"),
        // Other people's names.
        ("Birgitta Nordénsson", "Birgitta Nordénsson"),
        ("Birgitta Nordénssons", "Birgitta Nordénssons"),
        ("ABirgitta Nordén", "ABirgitta Nordén"),
        ("Birgitta Norden", "Birgitta Norden"),
    ] {
        assert_eq!(notes(text, birgitta()), expected, "{text:?}");
    }
}

#[test]
fn a_name_on_s_and_one_within_another_are_found() {
    let others = || {
        vec![
            person("Anna", "Jonas", "", ""),
            person("Anna", "Maria", "", ""),
            person("Anna Maria", "Berg", "", ""),
            person("Eva Lind", "", "", ""),
        ]
    };
    for (text, expected) in [
        ("Anna Jonas' väska", "[någon]' väska"),
        ("Anna Jonas’ väska", "[någon]’ väska"),
        ("Anna Maria Berg", "[någon]"),
        ("Anna Maria Bergström", "[någon] Bergström"),
        ("Eva Lind", "[någon]"),
    ] {
        assert_eq!(notes(text, others()), expected, "{text:?}");
    }
}

#[test]
fn a_phone_is_found_however_it_is_written() {
    for number in [
        "070-174 06 12",
        "0701740612",
        "070 174 06 12",
        "070\u{a0}174\u{a0}06\u{a0}12",
        "070/174.06.12",
        "070\u{2013}174 06 12",
        "(070) 174 06 12",
        "+46 70-174 06 12",
        "+46701740612",
        "+46 (0)70-174 06 12",
        "0046 70 174 06 12",
        "46701740612",
    ] {
        let text = format!("Ring {number}.");
        assert_eq!(notes(&text, birgitta()), "Ring [någon].", "{number:?}");
        let text = format!("Ring {number} 2026-03-01");
        assert_eq!(notes(&text, birgitta()), "Ring [någon] 2026-03-01");
    }
    for other in ["0701740613", "070174061", "07017406123", "10701740612"] {
        assert_eq!(notes(other, birgitta()), other);
    }
    let dane = vec![person("Mette", "Holm", "+45 20 12 34 56", "")];
    assert_eq!(notes("20 12 34 56", dane.clone()), "[någon]");
    assert_eq!(notes("+45 20123456", dane), "[någon]");
}

#[test]
fn what_is_typed_as_a_phone_and_is_none_covers_nothing() {
    let others = vec![
        person("Karin", "Alm", "hemma", ""),
        person("Lena", "Dal", "12", ""),
        person("Sofia", "Ek", "1234", ""),
    ];
    let text = "Är hemma efter 12, portkod 1234.";
    assert_eq!(notes(text, others), text);
}

#[test]
fn what_she_shares_with_another_stands() {
    let daughter = person("Elin", "Bergdahl", "070-174 06 38", "elin@bergdahl.example");
    let text = "Elin Bergdahl, 0701740638, elin@bergdahl.example";
    assert_eq!(notes(text, vec![daughter]), text);
}

#[test]
fn every_text_in_which_others_may_stand_is_searched() {
    let (connection, id) = register(person("Elin", "Bergdahl", "", ""), birgitta());
    // By the schema: whatever text of hers is no word of a list and not her own name or number.
    let name = "'Birgitta Nordén'";
    connection
        .execute_batch(&format!(
            "UPDATE customer SET source_detail = {name}, notes = {name} WHERE id = {0};
             INSERT INTO customer_address VALUES (1, {0}, 0, 'home', 'c/o ' || {name}, '', '', '');
             INSERT INTO customer_tag VALUES (1, {0}, 0, {name});
             INSERT INTO purchase VALUES (1, {0}, '2026-01-01', {name}, 'SEK', {name}, '');
             INSERT INTO product VALUES (1, 'Handkräm åt ' || {name} || 's mor', 0);
             INSERT INTO purchase_line VALUES (1, 0, 1, 1, 100);
             INSERT INTO contact VALUES (1, {0}, '2026-01-01', 'sms', {name}, '');",
            id.0
        ))
        .unwrap();
    let (record, mentions) = covered(&connection, id);
    let fields: Vec<&str> = mentions.iter().map(|mention| &*mention.field).collect();
    assert_eq!(
        fields,
        [
            "customer.source_detail",
            "customer.notes",
            "customer_address.street",
            "customer_tag.tag",
            "purchase.receipt",
            "purchase.note",
            "purchase_line.product",
            "contact.summary",
        ]
    );
    assert!(!format!("{record:?}").contains("Birgitta"));
}

#[test]
fn what_stands_around_is_cut_between_words() {
    let text = "Hon kom till kalaset i somras tillsammans med grannen Birgitta Nordén och \
                köpte ansiktsolja och rengöringsmjölk till sin mor";
    let elin = CustomerFields {
        notes: text.into(),
        ..person("Elin", "Bergdahl", "", "")
    };
    let (connection, id) = register(elin, birgitta());
    let (_, mentions) = covered(&connection, id);
    assert_eq!(mentions[0].before, "…i somras tillsammans med grannen ");
    assert_eq!(mentions[0].after, " och köpte ansiktsolja och…");
    let long = "x".repeat(100);
    assert_eq!(last_words(&long).chars().count(), AROUND + 1);
    assert_eq!(first_words(&long).chars().count(), AROUND + 1);
}

/// `cargo test --release -p kundbok-core mentions -- --ignored --nocapture`
#[test]
#[ignore = "a measurement"]
#[allow(clippy::print_stdout)]
fn ten_thousand_customers_are_looked_for_in_time() {
    let others = (0..10_000)
        .map(|n| {
            let phone = format!("070174{n:04}");
            person(
                "Birgitta",
                &format!("Nordén-{n}"),
                &phone,
                &format!("b{n}@norden.example"),
            )
        })
        .collect();
    let (connection, id) = register(person("Elin", "Bergdahl", "", ""), others);
    connection
        .execute_batch(&format!(
            "INSERT INTO purchase VALUES (1, {0}, '2026-01-01', '2026-14', 'SEK', 'Hemkalas', '');
             WITH RECURSIVE line(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM line WHERE n < 999)
             INSERT INTO product
             SELECT n, 'Handkräm havre 75 ml åt Birgitta, nr 70174' || n, 0 FROM line;
             INSERT INTO purchase_line SELECT 1, id, id, 1, 100 FROM product;",
            id.0
        ))
        .unwrap();
    let mut times: Vec<_> = (0..9)
        .map(|_| {
            let start = std::time::Instant::now();
            let (_, mentions) = covered(&connection, id);
            (start.elapsed(), mentions.len())
        })
        .collect();
    times.sort();
    println!("1000 lines, 10 000 others: {:?}", times[4]);
}
