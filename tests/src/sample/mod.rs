//! A sample register: invented customers of an invented business, the same ones every time.
//!
//! Mail addresses lie under `.example` (RFC 2606). Swedish phone numbers are from the series that
//! the Swedish regulator keeps for books and films. Danish customers have none: Denmark keeps no
//! such series.

mod consents;
mod elin;
mod files;
mod people;
mod raffle;
mod scale;
mod suppliers;
mod words;

use std::path::Path;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use kundbok_core::contacts::{self, ContactFields, LogContact};
use kundbok_core::customers::{self, CustomerFields, CustomerId};
use kundbok_core::processing::business::{Business, Country};
use kundbok_core::processing::record::Security;
use kundbok_core::purchases::{self, AddPurchase, PurchaseFields};
use kundbok_core::register::{Action, Change, Register};
use kundbok_core::vault::{Passphrase, RecoveryKey, RegisterFolder};
use kundbok_core::{Error, Result};

use crate::here;

pub use consents::consent;
pub use elin::elin;
pub use files::{PICTURE, agreement, attach};
pub use people::{customers, named};
pub use scale::{csv, scaled};
pub use suppliers::{suppliers, supply};

/// The sample register's passphrase.
pub const PASSPHRASE: &str = "havre lykta sextio brunn tistel";

/// The last day of the sample.
pub const LAST_DAY: NaiveDate = day(2026, 11, 20);

/// What is set on the computer it lies on.
pub const SECURITY: Security = Security {
    lock_after: 300,
    backed_up_on: Some(LAST_DAY),
    backup_after: 14,
};

/// A customer with what has happened.
#[derive(Clone, Debug)]
pub struct SampleCustomer {
    /// What a person filled in.
    pub fields: CustomerFields,
    /// The day she became a customer.
    pub added_on: NaiveDate,
    /// Purchases, in order.
    pub purchases: Vec<PurchaseFields>,
    /// Contacts, in order.
    pub contacts: Vec<ContactFields>,
}

/// The business whose register it is.
pub fn business() -> Business {
    Business {
        name: "Ängens Hudvård".to_owned(),
        owner_name: "Maja Lindqvist".to_owned(),
        organisation_number: String::new(),
        street: "Ängsvägen 3".to_owned(),
        postcode: "999 12".to_owned(),
        town: "Lillvik".to_owned(),
        country: Country::Se,
        phone: "070-174 06 05".to_owned(),
        email: "maja@angenshudvard.example".to_owned(),
        website: String::new(),
    }
}

/// Makes the sample register in an empty folder.
///
/// # Errors
/// Those of [`Register::create`] and [`put_into`].
pub fn make(folder: &RegisterFolder, local_folder: &Path) -> Result<(Register, RecoveryKey)> {
    let (mut register, recovery) = Register::create(
        &here(folder.clone(), local_folder),
        business(),
        &Passphrase::from(PASSPHRASE.to_owned()),
    )?;
    let customers = customers();
    let elin = elin().fields;
    let is_elin = |customer: &SampleCustomer| customer.fields == elin;
    let at = customers.iter().position(is_elin).ok_or(Error::NotFound)?;
    let ids = put_into(&mut register, customers)?;
    attach(&mut register, ids[at])?;
    let others = ids.iter().copied().filter(|id| *id != ids[at]).take(3);
    let others: [CustomerId; 3] = others
        .collect::<Vec<_>>()
        .try_into()
        .map_err(|_| Error::NotFound)?;
    consent(&mut register, ids[at], others)?;
    supply(&mut register, suppliers())?;
    Ok((register, recovery))
}

/// Puts customers into a register, through the rules and in one save; answers their ids, in order.
///
/// # Errors
/// Those of the rules and of [`Register::write`].
pub fn put_into(
    register: &mut Register,
    customers: Vec<SampleCustomer>,
) -> Result<Vec<CustomerId>> {
    let now = evening_of(LAST_DAY);
    let saved = register.write(now, Action::AddCustomer, |connection| {
        let mut about = Vec::with_capacity(customers.len());
        for customer in customers {
            let customer_id =
                customers::add(connection, evening_of(customer.added_on), customer.fields)?;
            for fields in customer.purchases {
                let request = AddPurchase {
                    customer_id,
                    fields,
                };
                purchases::add(connection, now, request)?;
            }
            for fields in customer.contacts {
                let request = LogContact {
                    customer_id,
                    fields,
                };
                contacts::log(connection, now, request)?;
            }
            about.push(customer_id);
        }
        Ok(Change::of_all(about.clone(), about))
    })?;
    Ok(saved.value)
}

/// She does her books in the evening, in Swedish winter time.
pub fn evening_of(day: NaiveDate) -> DateTime<FixedOffset> {
    let evening = NaiveTime::from_hms_opt(19, 30, 0).expect("half past seven");
    let winter = FixedOffset::east_opt(3600).expect("an hour");
    day.and_time(evening)
        .and_local_timezone(winter)
        .single()
        .expect("a fixed offset has every time once")
}

const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

/// `SplitMix64` (Steele, Lea and Flood 2014): the same numbers on every computer and in every
/// version, which no general generator promises.
pub(crate) struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 to `end` less one.
    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// In so many of a hundred cases.
    pub fn percent(&mut self, share: u64) -> bool {
        self.below(100) < share
    }

    pub fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        let index = self.below(all.len() as u64);
        &all[usize::try_from(index).expect("an index")]
    }
}
