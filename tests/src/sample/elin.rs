//! The customer that the demo and the pictures show.

use kundbok_core::Language;
use kundbok_core::contacts::{Channel, ContactFields};
use kundbok_core::customers::{Address, Birthday, CustomerFields, Email, Label, Phone, Source};
use kundbok_core::money::Ore;
use kundbok_core::purchases::{PurchaseFields, PurchaseLine};

use super::{SampleCustomer, day};

/// Elin Bergdahl. Her note mentions another customer by name: that one is covered in her copy.
pub fn elin() -> SampleCustomer {
    let purchase = |year, month, date, note: &str, lines: &[(&str, i32, i64)]| PurchaseFields {
        purchased_on: day(year, month, date),
        receipt: String::new(),
        note: note.to_owned(),
        lines: lines
            .iter()
            .map(|(product, quantity, price)| PurchaseLine {
                product: (*product).to_owned(),
                quantity: *quantity,
                unit_price: Ore(*price),
            })
            .collect(),
    };
    let contact = |year, month, date, channel, summary: &str| ContactFields {
        happened_on: day(year, month, date),
        channel,
        summary: summary.to_owned(),
    };
    SampleCustomer {
        fields: CustomerFields {
            given_name: "Elin".to_owned(),
            family_name: "Bergdahl".to_owned(),
            phones: vec![Phone {
                label: Label::Mobile,
                number: "070-174 06 38".to_owned(),
            }],
            emails: vec![Email {
                label: Label::Home,
                address: "elin.bergdahl@post.example".to_owned(),
            }],
            addresses: vec![Address {
                label: Label::Home,
                street: "Rönnstigen 4".to_owned(),
                postcode: "999 41".to_owned(),
                town: "Lillvik".to_owned(),
                country: String::new(),
            }],
            birthday: Some(Birthday {
                year: None,
                month: 3,
                day: 14,
            }),
            language: Some(Language::Sv),
            source: Source::Party,
            source_detail: "Hemkalas våren 2023".to_owned(),
            tags: vec!["Stamkund".to_owned(), "Köper presenter".to_owned()],
            notes: "Vill helst ha sms.\nKom med på kalaset hos Birgitta Nordén.\n\nLeverera till \
                    grinden, hunden är snäll."
                .to_owned(),
        },
        added_on: day(2023, 4, 18),
        purchases: vec![
            purchase(2023, 4, 18, "", &[("Provset i fyra delar", 1, 24_900)]),
            purchase(2023, 6, 20, "", &[("Rengöringsmjölk 200 ml", 1, 27_900)]),
            purchase(2023, 10, 12, "", &[("Dagkräm havre 50 ml", 1, 46_900)]),
            purchase(2024, 5, 2, "", &[("Ansiktsolja nypon 30 ml", 1, 37_900)]),
            purchase(2024, 9, 3, "", &[("Ögonkräm 15 ml", 1, 34_900)]),
            purchase(
                2024,
                12,
                10,
                "Julklappar",
                &[("Handkräm havre 75 ml", 4, 14_900)],
            ),
            purchase(2025, 11, 29, "", &[("Presentask vinter", 3, 39_900)]),
            purchase(
                2026,
                6,
                14,
                "Hemkalas",
                &[("Solskydd 30, 75 ml", 2, 29_900)],
            ),
            purchase(2026, 9, 12, "", &[("Rengöringsmjölk 200 ml", 1, 28_900)]),
            purchase(
                2026,
                11,
                3,
                "",
                &[
                    ("Dagkräm havre 50 ml", 1, 46_900),
                    ("Nattserum havtorn 30 ml", 1, 62_000),
                ],
            ),
        ],
        contacts: vec![
            contact(
                2025,
                11,
                8,
                Channel::Phone,
                "Vill inte bli uppringd, sms går bra.",
            ),
            contact(2026, 10, 26, Channel::Sms, "Bad att få se sina uppgifter."),
        ],
    }
}
