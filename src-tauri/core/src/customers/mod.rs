//! Customers: what is asked, what is shown.

pub mod limits;
pub mod phone;

mod listing;
mod rules;
mod take_in;
pub mod validate;

pub use listing::{Listed, Listing};
pub use rules::{add, edit, seen, view};
pub use take_in::{known, take_in};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Language;
use crate::attachments::AttachmentView;
use crate::consents::{ConsentAnswer, ConsentTo, How};
use crate::contacts::Channel;
use crate::money::{Currency, Ore};
use crate::purchases::PurchaseLine;
use crate::retention::LeftView;
use crate::seen::Seen;

/// A customer's row id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[ts(export, type = "number")]
pub struct CustomerId(pub u32);

/// What a phone number, mail or address is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Label {
    /// A mobile phone.
    Mobile,
    /// At home.
    Home,
    /// At work.
    Work,
    /// Anything else.
    Other,
}

/// Where a customer's data came from (articles 13, 14 and 15(1)(g)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Source {
    /// From the person.
    #[serde(rename = "self")]
    Person,
    /// From the hostess of a party.
    Party,
    /// Recommended by someone.
    Referral,
    /// From an earlier list.
    Import,
    /// From elsewhere.
    Other,
}

/// A birthday, with or without the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct Birthday {
    /// The year, when known.
    pub year: Option<u16>,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31, as the month allows (29 February without a year is allowed).
    pub day: u8,
}

impl Birthday {
    /// As it is stored: `YYYY-MM-DD`, or `--MM-DD` without a year (RFC 6350 section 4.3.1).
    pub fn text(self) -> String {
        match self.year {
            Some(year) => format!("{year:04}-{:02}-{:02}", self.month, self.day),
            None => format!("--{:02}-{:02}", self.month, self.day),
        }
    }

    /// Reads what [`Self::text`] writes; `None` for a day that no calendar has.
    pub fn from_text(text: &str) -> Option<Self> {
        let (year, rest) = if let Some(rest) = text.strip_prefix("--") {
            (None, rest)
        } else {
            let (year, rest) = text.split_once('-')?;
            (Some(year.parse().ok()?), rest)
        };
        let (month, day) = rest.split_once('-')?;
        let birthday = Self {
            year,
            month: month.parse().ok()?,
            day: day.parse().ok()?,
        };
        birthday.exists().then_some(birthday)
    }

    /// Whether a calendar has this day. Without a year, 29 February is one.
    pub fn exists(self) -> bool {
        // 2000 was a leap year.
        let year = self.year.map_or(2000, i32::from);
        NaiveDate::from_ymd_opt(year, self.month.into(), self.day.into()).is_some()
    }
}

/// A phone number as typed; shown in the way people write it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct Phone {
    /// What it is for.
    pub label: Label,
    /// The number.
    pub number: String,
}

/// A mail address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct Email {
    /// What it is for.
    pub label: Label,
    /// The address.
    pub address: String,
}

/// A postal address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct Address {
    /// What it is for.
    pub label: Label,
    /// Street and number, box, care of; may have line breaks.
    pub street: String,
    /// Postcode as written.
    pub postcode: String,
    /// Town.
    pub town: String,
    /// Country as written; empty means the business's own.
    pub country: String,
}

/// Everything about a customer that a person fills in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct CustomerFields {
    /// Given name; this or the family name is needed.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// Phones, the most used first.
    pub phones: Vec<Phone>,
    /// Mails, the most used first.
    pub emails: Vec<Email>,
    /// Addresses, the most used first.
    pub addresses: Vec<Address>,
    /// Birthday.
    pub birthday: Option<Birthday>,
    /// The language she wants letters in.
    pub language: Option<Language>,
    /// Where the data came from.
    pub source: Source,
    /// More about that, in words.
    pub source_detail: String,
    /// Tags.
    pub tags: Vec<String>,
    /// Notes; may have line breaks.
    pub notes: String,
}

/// A change of a customer.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct EditCustomer {
    /// Which customer.
    pub id: CustomerId,
    /// All fields as they shall be.
    pub fields: CustomerFields,
}

/// How a list of customers is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Sort {
    /// By family name, then given name, in the interface language's order.
    Name,
    /// Latest purchase first; those without one last.
    LatestPurchase,
    /// Latest added first.
    Added,
    /// By town, then name.
    Town,
}

/// What the list asks for.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct ListCustomers {
    /// Words that must each occur in name, mail, phone or town; empty for all.
    pub query: String,
    /// Order.
    pub sort: Sort,
    /// First row, from 0.
    pub offset: u32,
    /// Rows wanted, at most 500.
    pub limit: u32,
    /// The customer whose place is asked for too.
    #[ts(optional)]
    pub place_of: Option<CustomerId>,
}

/// A page of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CustomerList {
    /// How many customers match.
    pub total: u32,
    /// How many customers there are.
    pub all: u32,
    /// The rows asked for.
    pub rows: Vec<CustomerListRow>,
    /// The row of the customer whose place was asked for, from 0; `None` when it is not among those
    /// that match.
    pub place: Option<u32>,
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CustomerListRow {
    /// Which customer.
    pub id: CustomerId,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// The letter it stands under when sorted by name, e.g. `B`, `Å`, `#`.
    pub letter: String,
    /// Town of the first address, or empty.
    pub town: String,
    /// Day of the latest purchase.
    pub latest_purchase_on: Option<NaiveDate>,
    /// Day added.
    pub added_on: NaiveDate,
}

/// A customer's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CustomerView {
    /// Which customer.
    pub id: CustomerId,
    /// The customer number.
    pub number: u32,
    /// What was filled in; phones are written nationally (`070-174 06 38`) or, abroad, internationally.
    pub fields: CustomerFields,
    /// What a change of it goes out from.
    pub seen: Seen,
    /// Day added.
    pub added_on: NaiveDate,
    /// What has happened, latest first.
    pub history: Vec<Event>,
    /// The files kept with this customer, the first added first.
    pub attachments: Vec<AttachmentView>,
    /// The latest policy version this customer was given, if any.
    pub policy_version: Option<u32>,
    /// The policy version in force, if any.
    pub policy_in_force: Option<u32>,
    /// What is left of her, when the rest was erased.
    pub left: Option<LeftView>,
}

/// Something in a customer's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(
    rename_all = "camelCase",
    tag = "kind",
    rename_all_fields = "camelCase"
)]
#[ts(export)]
pub enum Event {
    /// Became a customer.
    Added {
        /// When.
        on: NaiveDate,
    },
    /// Bought something.
    Purchase {
        /// Row id of the purchase.
        id: u32,
        /// When.
        on: NaiveDate,
        /// Receipt number, or empty.
        receipt: String,
        /// Currency of the amounts.
        currency: Currency,
        /// A note, or empty.
        note: String,
        /// What was bought.
        lines: Vec<PurchaseLine>,
        /// The lines' sum.
        total: Ore,
        /// What a change of it goes out from.
        seen: Seen,
    },
    /// Was in touch.
    Contact {
        /// Row id.
        id: u32,
        /// When.
        on: NaiveDate,
        /// How.
        channel: Channel,
        /// What it was about.
        summary: String,
        /// What a change of it goes out from.
        seen: Seen,
    },
    /// Was given the privacy policy.
    PolicyGiven {
        /// When.
        on: NaiveDate,
        /// Version of the policy.
        version: u32,
        /// How.
        channel: Channel,
    },
    /// Was handed a copy of the data.
    HandedOver {
        /// When.
        on: NaiveDate,
        /// In which language.
        language: Language,
        /// Whether the PDF asks for a password.
        protected: bool,
    },
    /// Said yes or no to a use of her data.
    Answered {
        /// When.
        on: NaiveDate,
        /// To which.
        #[ts(type = "string")]
        to: ConsentTo,
        /// What that was called then; empty for one that Kundbok knows.
        name: String,
        /// What.
        answer: ConsentAnswer,
        /// How.
        how: How,
    },
}

impl Event {
    /// The day it happened.
    pub const fn on(&self) -> NaiveDate {
        match self {
            Self::Added { on }
            | Self::Purchase { on, .. }
            | Self::Contact { on, .. }
            | Self::PolicyGiven { on, .. }
            | Self::HandedOver { on, .. }
            | Self::Answered { on, .. } => *on,
        }
    }
}
