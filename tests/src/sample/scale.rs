//! Registers and lists of any size, for measuring.

use std::fmt::Write;

use chrono::Days;
use kundbok_core::Language;
use kundbok_core::customers::{Address, Birthday, CustomerFields, Email, Label, Phone, Source};

use super::people::purchase;
use super::words::{PEOPLE, STREETS, SWEDISH_STREETS, SWEDISH_TOWNS, TOWNS};
use super::{Chance, LAST_DAY, SampleCustomer};

const PURCHASES: u64 = 10;

/// `n` customers with ten purchases each, of one to three lines.
pub fn scaled(n: usize) -> Vec<SampleCustomer> {
    let mut chance = Chance(n as u64);
    (0..n).map(|index| one(&mut chance, index)).collect()
}

/// A list of `n` customers as Excel saves one in Sweden: semicolons, CRLF, UTF-8 with its mark.
pub fn csv(n: usize) -> String {
    let mut chance = Chance(n as u64);
    let mut text = String::from(
        "\u{feff}Förnamn;Efternamn;Mobil;E-post;Gatuadress;Postnummer;Ort;Födelsedag;Anteckningar\r\n",
    );
    for index in 0..n {
        let SampleCustomer { fields, .. } = person(&mut chance, index);
        let address = &fields.addresses[0];
        let _ = write!(
            text,
            "{};{};{};{};{};{};{};{};Kund {index}\r\n",
            fields.given_name,
            fields.family_name,
            fields.phones[0].number,
            fields.emails[0].address,
            address.street,
            address.postcode,
            address.town,
            fields.birthday.map(Birthday::text).unwrap_or_default(),
        );
    }
    text
}

fn one(chance: &mut Chance, index: usize) -> SampleCustomer {
    let mut customer = person(chance, index);
    customer.purchases = (1..=PURCHASES)
        .rev()
        .map(|ago| {
            let day = LAST_DAY - Days::new(ago * 240 - chance.below(200));
            let mut fields = purchase(chance, day);
            fields.receipt = format!("{index}-{ago}");
            fields
        })
        .collect();
    customer
}

fn person(chance: &mut Chance, index: usize) -> SampleCustomer {
    let people = &PEOPLE[0];
    let (postcode, town) = chance.one_of(&TOWNS[..SWEDISH_TOWNS]);
    SampleCustomer {
        fields: CustomerFields {
            given_name: (*chance.one_of(people.given)).to_owned(),
            family_name: format!("{}-{index}", chance.one_of(people.family)),
            phones: vec![Phone {
                label: Label::Mobile,
                // More people than the series kept for fiction has numbers: they share them.
                number: format!("070-174 06 {:02}", 5 + index % 95),
            }],
            emails: vec![Email {
                label: Label::Home,
                address: format!("kund{index}@post.example"),
            }],
            addresses: vec![Address {
                label: Label::Home,
                street: format!(
                    "{} {}",
                    chance.one_of(&STREETS[..SWEDISH_STREETS]),
                    1 + index % 90
                ),
                postcode: (*postcode).to_owned(),
                town: (*town).to_owned(),
                country: String::new(),
            }],
            birthday: Some(Birthday {
                year: Some(1980),
                month: 1 + u8::try_from(index % 12).expect("a month"),
                day: 1 + u8::try_from(index % 28).expect("a day"),
            }),
            language: Some(Language::Sv),
            source: Source::Person,
            source_detail: String::new(),
            tags: vec!["Stamkund".to_owned()],
            notes: format!("Kund {index} sedan länge."),
        },
        added_on: LAST_DAY - Days::new(2_500),
        purchases: Vec::new(),
        contacts: Vec::new(),
    }
}
