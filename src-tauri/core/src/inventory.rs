//! The one idea: every column of the register, once, with whose data it is, why it is kept, on what
//! basis and for how long. Access copies, portable files, erasure, the record of processing and the
//! policy are derived from here.

use serde::Serialize;

/// A kind of data, as people are told of it (articles 14(1)(d), 15(1)(b), 30(1)(c)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
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
    /// Which policy she was given, which copies of her data she was handed.
    Compliance,
}

/// What data is used for (articles 13(1)(c), 15(1)(a), 30(1)(b)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Purpose {
    /// To sell, deliver and book appointments.
    Sale,
    /// To keep books.
    Bookkeeping,
    /// To follow up and advise a customer.
    CustomerCare,
    /// To congratulate.
    Congratulation,
    /// To show that the law is followed.
    Accountability,
}

/// The legal basis (article 6(1)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum LegalBasis {
    /// Article 6(1)(b).
    Contract,
    /// Article 6(1)(c).
    LegalObligation,
    /// Article 6(1)(f).
    LegitimateInterest,
}

/// How long data is kept (articles 13(2)(a), 15(1)(d), 30(1)(f)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Retention {
    /// A number of years after the latest purchase or contact (`assets/law`: `customer_years`).
    WhileCustomer,
    /// As the bookkeeping law says (`assets/law`: `bookkeeping_years`).
    Bookkeeping,
    /// Until she objects, at the latest as [`Retention::WhileCustomer`].
    UntilObjection,
    /// As long as it may have to be proved (`assets/law`: `proof_years`).
    Proof,
}
