//! The one idea: every column of the register, once, with whose data it is, why it is kept, on what
//! basis and for how long. Access copies, portable files, erasure, the record of processing and the
//! policy are derived from here.

mod personal;
mod tables;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use tables::TABLES;

/// A kind of data, as people are told of it (articles 14(1)(d), 15(1)(b), 30(1)(c)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Category {
    /// Name and how to reach her: phone, mail, address, language of letters.
    Contact,
    /// Birthday.
    Birthday,
    /// Where the data came from.
    Source,
    /// Purchases and receipts.
    Purchase,
    /// Contact log: when we were in touch and about what.
    ContactLog,
    /// Notes and tags.
    Notes,
    /// Skin, allergies and other health: special (article 9).
    Health,
    /// Pictures of her, which may show a condition: special (article 9).
    Photo,
    /// Agreements, consents and other files.
    Document,
    /// Which policy she was given, which copies of her data she was handed.
    Compliance,
    /// What she said yes or no to.
    Consent,
}

impl Category {
    /// Every kind, in the order in which people are told of them.
    pub const ALL: [Self; 11] = [
        Self::Contact,
        Self::Birthday,
        Self::Source,
        Self::Purchase,
        Self::ContactLog,
        Self::Notes,
        Self::Health,
        Self::Photo,
        Self::Document,
        Self::Compliance,
        Self::Consent,
    ];

    /// Special categories need explicit consent (article 9(2)(a)).
    pub const fn is_special(self) -> bool {
        matches!(self, Self::Health | Self::Photo)
    }
}

/// What data is used for (articles 13(1)(c), 15(1)(a), 30(1)(b)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Purpose {
    /// To sell, deliver and book appointments.
    Sale,
    /// To keep books.
    Bookkeeping,
    /// To follow up and advise a customer.
    CustomerCare,
    /// To congratulate.
    Congratulation,
    /// To send offers to who said yes to them.
    Newsletter,
    /// To send offers by mail to who has bought something, until she says no.
    OwnOffers,
    /// To invite to parties and hold them.
    Party,
    /// To be in touch by phone and social media.
    Messaging,
    /// To advise on the skin.
    SkinAdvice,
    /// To follow the skin in pictures.
    Photo,
    /// To keep what was agreed.
    Agreement,
    /// To show that the law is followed.
    Accountability,
}

impl Purpose {
    /// Every purpose.
    pub const ALL: [Self; 12] = [
        Self::Sale,
        Self::Bookkeeping,
        Self::CustomerCare,
        Self::Congratulation,
        Self::Newsletter,
        Self::OwnOffers,
        Self::Party,
        Self::Messaging,
        Self::SkinAdvice,
        Self::Photo,
        Self::Agreement,
        Self::Accountability,
    ];
}

/// The legal basis (article 6(1)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum LegalBasis {
    /// Article 6(1)(b).
    Contract,
    /// Article 6(1)(c).
    LegalObligation,
    /// Article 6(1)(f).
    LegitimateInterest,
    /// Article 6(1)(a); explicit for special categories (article 9(2)(a)).
    Consent,
}

/// How long data is kept (articles 13(2)(a), 15(1)(d), 30(1)(f)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Retention {
    /// A number of years after the latest purchase or contact (`assets/law`: `customer_years`).
    WhileCustomer,
    /// As the bookkeeping law says (`assets/law`: `bookkeeping_years`).
    Bookkeeping,
    /// Until she objects, at the latest as [`Retention::WhileCustomer`].
    UntilObjection,
    /// Until she withdraws her consent, at the latest as [`Retention::WhileCustomer`].
    UntilWithdrawn,
    /// As long as it may have to be proved (`assets/law`: `proof_years`).
    Proof,
}

impl Retention {
    /// Every period.
    pub const ALL: [Self; 5] = [
        Self::WhileCustomer,
        Self::Bookkeeping,
        Self::UntilObjection,
        Self::UntilWithdrawn,
        Self::Proof,
    ];
}

/// Where data came from (article 20(1): only what the person provided is portable).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Origin {
    /// The person gave it.
    Provided,
    /// The business noted it.
    Derived,
}

/// What the law wants to know of a column with personal data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Personal {
    /// The kind of data.
    pub category: Category,
    /// What for.
    pub purpose: Purpose,
    /// On what basis.
    pub basis: LegalBasis,
    /// For how long.
    pub retention: Retention,
    /// From whom.
    pub origin: Origin,
    /// Special category (article 9): needs explicit consent.
    pub special: bool,
}

/// How a column's values are read and shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A row id, reference, order, or key of a file. Says nothing about the person; never shown.
    Key,
    /// Text as typed that speaks of nobody but its subject.
    Text,
    /// Text as typed in which other people may be spoken of (article 15(4)): also a product made for
    /// someone, a receipt in another's name, an address care of somebody.
    FreeText,
    /// A phone number (E.164 or as typed).
    Phone,
    /// A postcode; stands on one line with the town after it.
    Postcode,
    /// A birthday.
    Birthday,
    /// A day.
    Day,
    /// An instant.
    Instant,
    /// A whole number.
    Number,
    /// A word of a closed list; `value-<list>-<word>` in the documents' words.
    Word(&'static str),
    /// Yes (1) or no (0).
    Flag,
    /// What a file holds (RFC 6838); `value-media-type-<type>` in the documents' words.
    MediaType,
    /// How many bytes a file has.
    Bytes,
    /// A text that many were asked by. In the portable copy; a column of a paper has no room for it.
    Wording,
    /// SHA-256 (hex) of a file that she is handed, too. For programs: in the portable copy, not on paper.
    CheckSum,
    /// How many of a line.
    Quantity,
    /// Price of one in öre; shown with the currency, and multiplied by the quantity.
    UnitPrice,
    /// Currency of a purchase, shown with each price.
    Currency,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in SQL.
    pub name: &'static str,
    /// How it is read and shown.
    pub kind: Kind,
    /// The table (`id`, `name`) that holds its texts once each, when rows only refer to them.
    pub texts: Option<&'static str>,
    /// What the law wants to know of it; `None` for a [`Kind::Key`] and for what is not about a customer.
    pub personal: Option<Personal>,
    /// It says who she is in what else is kept of her, and goes with the last of it.
    pub identifies: bool,
}

/// Whose data a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Nobody's: what the controller wrote of what is done with data.
    Nobody,
    /// Nobody's: Kundbok keeps it by itself, and nobody edits it.
    Kundbok,
    /// The controller's.
    Controller,
    /// A customer's.
    Customer(Reach),
}

/// How a table's rows are reached from a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It is the table of customers.
    Itself,
    /// By a column that refers to the customer.
    Column(&'static str),
    /// By a column that refers to another table of the customer's.
    Parent {
        /// The referring column.
        column: &'static str,
        /// The table referred to.
        table: &'static str,
    },
}

/// Under which heading a document shows a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Who she is and how to reach her.
    Person,
    /// What she has bought.
    Purchases,
    /// When we were in touch.
    Contacts,
    /// The files kept with her.
    Files,
    /// Which privacy policy she was given.
    Policies,
    /// What she said yes or no to.
    Consents,
    /// Copies of her data she was handed.
    HandOvers,
    /// What was done in the register.
    Audit,
}

impl Section {
    /// Every section, in the order of a document.
    pub const ALL: [Self; 8] = [
        Self::Person,
        Self::Purchases,
        Self::Contacts,
        Self::Files,
        Self::Policies,
        Self::Consents,
        Self::HandOvers,
        Self::Audit,
    ];

    /// Its heading in the documents' words.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Person => "section-person",
            Self::Purchases => "section-purchases",
            Self::Contacts => "section-contacts",
            Self::Files => "section-files",
            Self::Policies => "section-policies",
            Self::Consents => "section-consents",
            Self::HandOvers => "section-handovers",
            Self::Audit => "section-audit",
        }
    }
}

/// How a document shows a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Each column a fact with its label.
    Facts,
    /// Each row one fact, labelled with the table; a [`Kind::Word`] of labels stands in the label.
    Entries,
    /// A table with a head. A table that belongs to another is joined to it.
    Rows,
    /// Each row by itself, under what its first column says: it has more columns than a page has room for.
    Records,
}

/// A table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name in SQL.
    pub name: &'static str,
    /// Whose data it holds.
    pub about: About,
    /// Under which heading it is shown.
    pub section: Section,
    /// How it is shown.
    pub shape: Shape,
    /// Order of its rows, as SQL over the alias `t`.
    pub order: &'static str,
    /// Every column of the schema.
    pub columns: &'static [Column],
}

impl Column {
    /// Its value as SQL over the alias `t`, whether it stands in the row or the row refers to it.
    pub fn value(&self) -> String {
        let name = self.name;
        match self.texts {
            None => format!("t.{name}"),
            Some(texts) => format!("(SELECT name FROM {texts} WHERE id = t.{name})"),
        }
    }
}

impl Table {
    /// How a customer's rows are reached; `None` when it holds no customer's data.
    pub const fn reach(&self) -> Option<Reach> {
        match self.about {
            About::Customer(reach) => Some(reach),
            About::Nobody | About::Kundbok | About::Controller => None,
        }
    }

    /// The columns that say something, in the schema's order.
    pub fn shown(&self) -> impl Iterator<Item = &'static Column> + use<> {
        self.columns
            .iter()
            .filter(|column| column.kind != Kind::Key)
    }
}

#[cfg(test)]
mod tests;
