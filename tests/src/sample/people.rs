//! The 250 customers.

use chrono::{Datelike, Days, NaiveDate};
use kundbok_core::Language;
use kundbok_core::contacts::{Channel, ContactFields};
use kundbok_core::customers::{Address, Birthday, CustomerFields, Email, Label, Phone, Source};
use kundbok_core::money::Ore;
use kundbok_core::purchases::{PurchaseFields, PurchaseLine};

use super::words::{
    CONTACTS, NOTES, PEOPLE, PRODUCTS, People, STREETS, SWEDISH_STREETS, SWEDISH_TOWNS, TAGS, TOWNS,
};
use super::{Chance, LAST_DAY, SampleCustomer, day, elin};

const CUSTOMERS: usize = 250;
/// Seven years back from the last day.
const FIRST_DAY: NaiveDate = day(2019, 11, 20);
const SOURCES: [Source; 5] = [
    Source::Person,
    Source::Party,
    Source::Party,
    Source::Referral,
    Source::Other,
];
const CHANNELS: [Channel; 8] = [
    Channel::Phone,
    Channel::Sms,
    Channel::Sms,
    Channel::Email,
    Channel::Meeting,
    Channel::Party,
    Channel::Letter,
    Channel::Social,
];

/// The sample's customers, in the order they came.
pub fn customers() -> Vec<SampleCustomer> {
    let mut chance = Chance(20_261_120);
    let mut numbers = Numbers::default();
    let mut customers = vec![elin(), birgitta()];
    for index in customers.len()..CUSTOMERS {
        customers.push(if index % 40 == 7 {
            only_a_name(&mut chance)
        } else {
            customer(&mut chance, &mut numbers, index)
        });
    }
    customers.sort_by_key(|customer| customer.added_on);
    start_before_the_books(&mut customers);
    number_receipts(&mut customers);
    customers
}

/// A purchase of the second year is older instead, as the books need it no longer.
fn start_before_the_books(customers: &mut [SampleCustomer]) {
    let purchases = customers.iter_mut().flat_map(|each| &mut each.purchases);
    let later = purchases.filter(|purchase| purchase.purchased_on.year() > FIRST_DAY.year());
    if let Some(first) = later.min_by_key(|purchase| purchase.purchased_on) {
        first.purchased_on = day(2018, 11, 24);
    }
}

/// Who is mentioned in Elin's notes.
fn birgitta() -> SampleCustomer {
    SampleCustomer {
        fields: CustomerFields {
            given_name: "Birgitta".to_owned(),
            family_name: "Nordén".to_owned(),
            phones: vec![Phone {
                label: Label::Mobile,
                number: "070-174 06 12".to_owned(),
            }],
            emails: vec![Email {
                label: Label::Home,
                address: "birgitta@norden.example".to_owned(),
            }],
            addresses: Vec::new(),
            tags: vec!["Värdinna".to_owned()],
            notes: String::new(),
            source: Source::Person,
            source_detail: String::new(),
            birthday: Some(Birthday {
                year: Some(1961),
                month: 9,
                day: 27,
            }),
            language: None,
        },
        added_on: day(2021, 3, 6),
        purchases: Vec::new(),
        contacts: Vec::new(),
    }
}

/// A customer of whom nothing but the name is known.
pub fn named(given_name: &str, family_name: &str) -> CustomerFields {
    CustomerFields {
        given_name: given_name.to_owned(),
        family_name: family_name.to_owned(),
        phones: Vec::new(),
        emails: Vec::new(),
        addresses: Vec::new(),
        birthday: None,
        language: None,
        source: Source::Person,
        source_detail: String::new(),
        tags: Vec::new(),
        notes: String::new(),
    }
}

fn only_a_name(chance: &mut Chance) -> SampleCustomer {
    let people = people(chance);
    SampleCustomer {
        fields: named(chance.one_of::<&str>(people.given), ""),
        added_on: day_of_coming(chance),
        purchases: Vec::new(),
        contacts: Vec::new(),
    }
}

fn customer(chance: &mut Chance, numbers: &mut Numbers, index: usize) -> SampleCustomer {
    let people = people(chance);
    let given_name = (*chance.one_of(people.given)).to_owned();
    let family_name = (*chance.one_of(people.family)).to_owned();
    let danish = people.language == Some(Language::Da);
    let added_on = day_of_coming(chance);
    let source = *chance.one_of(&SOURCES);
    let fields = CustomerFields {
        phones: if danish {
            Vec::new()
        } else {
            numbers.phones(chance)
        },
        emails: emails(chance, &given_name, &family_name, index),
        addresses: addresses(chance, danish),
        birthday: birthday(chance),
        language: people.language,
        source,
        source_detail: match source {
            Source::Party => format!("Hemkalas {}", added_on.year()),
            Source::Other => format!("Basaren i Lillvik {}", added_on.year()),
            Source::Person | Source::Referral | Source::Import => String::new(),
        },
        tags: tags(chance),
        notes: some_text(chance, &NOTES, 35),
        given_name,
        family_name,
    };
    SampleCustomer {
        fields,
        added_on,
        purchases: purchases(chance, added_on),
        contacts: contacts(chance, added_on),
    }
}

fn people(chance: &mut Chance) -> &'static People {
    let mut left = chance.below(PEOPLE.iter().map(|people| people.share).sum());
    for people in &PEOPLE {
        if left < people.share {
            return people;
        }
        left -= people.share;
    }
    &PEOPLE[0]
}

fn some_day(chance: &mut Chance, first: NaiveDate) -> NaiveDate {
    let days = (LAST_DAY - first).num_days().unsigned_abs();
    first + Days::new(chance.below(days + 1))
}

/// More came in her first years than later.
fn day_of_coming(chance: &mut Chance) -> NaiveDate {
    let latest = some_day(chance, FIRST_DAY);
    let days = (latest - FIRST_DAY).num_days().unsigned_abs();
    FIRST_DAY + Days::new(chance.below(days + 1))
}

fn some_text(chance: &mut Chance, texts: &[&str], percent: u64) -> String {
    if chance.percent(percent) {
        (*chance.one_of(texts)).to_owned()
    } else {
        String::new()
    }
}

/// `asa.angmark@post.example`: letters without their marks, and a number where nothing is left.
fn emails(chance: &mut Chance, given: &str, family: &str, index: usize) -> Vec<Email> {
    if !chance.percent(80) {
        return Vec::new();
    }
    let plain = |name: &str| -> String {
        name.to_lowercase()
            .chars()
            .map(|letter| match letter {
                'å' | 'ä' | 'á' => 'a',
                'ö' | 'ø' => 'o',
                'é' => 'e',
                other => other,
            })
            .filter(char::is_ascii_alphabetic)
            .collect()
    };
    let name: Vec<_> = [plain(given), plain(family)]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let home = Email {
        label: Label::Home,
        address: format!("{}{index}@post.example", name.join(".")),
    };
    let work = Email {
        label: Label::Work,
        address: format!("kontakt{index}@arbetet.example"),
    };
    if chance.percent(8) {
        vec![home, work]
    } else {
        vec![home]
    }
}

fn addresses(chance: &mut Chance, danish: bool) -> Vec<Address> {
    if !chance.percent(75) {
        return Vec::new();
    }
    let (streets, towns) = if danish {
        (&STREETS[SWEDISH_STREETS..], &TOWNS[SWEDISH_TOWNS..])
    } else {
        (&STREETS[..SWEDISH_STREETS], &TOWNS[..SWEDISH_TOWNS])
    };
    let (postcode, town) = chance.one_of(towns);
    vec![Address {
        label: Label::Home,
        street: format!("{} {}", chance.one_of(streets), 1 + chance.below(60)),
        postcode: (*postcode).to_owned(),
        town: (*town).to_owned(),
        country: if danish {
            "Danmark".to_owned()
        } else {
            String::new()
        },
    }]
}

fn birthday(chance: &mut Chance) -> Option<Birthday> {
    let small = |number: u64| u8::try_from(number).expect("a small number");
    chance.percent(60).then(|| Birthday {
        year: chance
            .percent(50)
            .then(|| u16::try_from(1945 + chance.below(60)).expect("a year")),
        month: small(1 + chance.below(12)),
        day: small(1 + chance.below(28)),
    })
}

fn tags(chance: &mut Chance) -> Vec<String> {
    let mut tags = Vec::new();
    for _ in 0..chance.below(3) {
        let tag = (*chance.one_of(&TAGS)).to_owned();
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

pub(super) fn purchases(chance: &mut Chance, since: NaiveDate) -> Vec<PurchaseFields> {
    let mut days: Vec<_> = (0..chance.below(14))
        .map(|_| some_day(chance, since))
        .collect();
    days.sort_unstable();
    days.into_iter().map(|day| purchase(chance, day)).collect()
}

pub(super) fn purchase(chance: &mut Chance, purchased_on: NaiveDate) -> PurchaseFields {
    // Prices rose by about four in a hundred each year; she rounds to half kronor.
    let years = i64::from(LAST_DAY.year() - purchased_on.year());
    let lines = (0..=chance.below(3)).map(|_| {
        let (product, price) = chance.one_of(&PRODUCTS);
        PurchaseLine {
            product: (*product).to_owned(),
            quantity: if chance.percent(15) { 2 } else { 1 },
            unit_price: Ore(price * (100 - 4 * years) / 100 / 50 * 50),
        }
    });
    let mut lines: Vec<_> = lines.collect();
    if chance.percent(2) {
        lines[0].quantity = -1;
    }
    PurchaseFields {
        purchased_on,
        receipt: String::new(),
        note: some_text(chance, &["Swish", "Hemkalas", "Skickat med post"], 25),
        lines,
    }
}

fn contacts(chance: &mut Chance, since: NaiveDate) -> Vec<ContactFields> {
    let mut contacts: Vec<_> = (0..chance.below(5))
        .map(|_| ContactFields {
            happened_on: some_day(chance, since),
            channel: *chance.one_of(&CHANNELS),
            summary: (*chance.one_of(&CONTACTS)).to_owned(),
        })
        .collect();
    contacts.sort_by_key(|contact| contact.happened_on);
    contacts
}

/// Receipts are numbered from one each year, in the order of the days.
fn number_receipts(customers: &mut [SampleCustomer]) {
    let mut purchases: Vec<_> = customers
        .iter_mut()
        .flat_map(|customer| &mut customer.purchases)
        .collect();
    purchases.sort_by_key(|purchase| purchase.purchased_on);
    let (mut year, mut number) = (0, 0);
    for purchase in purchases {
        if purchase.purchased_on.year() != year {
            (year, number) = (purchase.purchased_on.year(), 0);
        }
        number += 1;
        purchase.receipt = format!("{year}-{number:03}");
    }
}

/// Phone numbers from the series that the Swedish regulator (PTS) keeps for fiction, each once.
#[derive(Default)]
struct Numbers {
    mobile: u32,
    landline: u32,
}

impl Numbers {
    fn phones(&mut self, chance: &mut Chance) -> Vec<Phone> {
        let mut phones = Vec::new();
        if chance.percent(45) {
            phones.extend(self.next_mobile());
        }
        if phones.is_empty() && chance.percent(80) || chance.percent(10) {
            phones.extend(self.next_landline());
        }
        phones
    }

    /// 070-174 06 40 to 99; lower ones are the business's own and are given by hand.
    fn next_mobile(&mut self) -> Option<Phone> {
        let number = 40 + self.mobile;
        self.mobile += 1;
        (number < 100).then(|| Phone {
            label: Label::Mobile,
            number: format!("070-174 06 {number}"),
        })
    }

    fn next_landline(&mut self) -> Option<Phone> {
        let (series, number) = (self.landline / 100, self.landline % 100);
        self.landline += 1;
        let number = match series {
            0 => format!("031-390 06 {number:02}"),
            1 => format!("08-465 004 {number:02}"),
            2 => format!("040-628 04 {number:02}"),
            _ => return None,
        };
        Some(Phone {
            label: Label::Home,
            number,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_sample_is_the_same_every_time_and_no_number_is_given_twice() {
        let customers = customers();
        assert_eq!(customers.len(), CUSTOMERS);
        assert_eq!(
            format!("{customers:?}"),
            format!("{:?}", super::customers())
        );
        let numbers: Vec<_> = customers
            .iter()
            .flat_map(|customer| &customer.fields.phones)
            .map(|phone| &phone.number)
            .collect();
        assert_eq!(numbers.len(), numbers.iter().collect::<HashSet<_>>().len());
        assert!(numbers.len() > 100, "{} numbers", numbers.len());
    }

    #[test]
    fn purchases_fill_eight_years_and_one_is_older_than_the_books_need() {
        let customers = customers();
        let days: Vec<_> = customers
            .iter()
            .flat_map(|customer| &customer.purchases)
            .map(|purchase| purchase.purchased_on)
            .collect();
        let years: HashSet<_> = days.iter().map(Datelike::year).collect();
        assert_eq!(years.len(), 9, "parts of 2018 to 2026");
        let (within, before): (Vec<_>, Vec<_>) = days
            .into_iter()
            .partition(|day| (FIRST_DAY..=LAST_DAY).contains(day));
        assert!(!within.is_empty());
        assert_eq!(before, [day(2018, 11, 24)]);
    }
}
