//! How columns are declared, and why each kind of data is kept.

use super::{Category, Column, Kind, LegalBasis, Origin, Personal, Purpose, Retention};

pub(super) const fn key(name: &'static str) -> Column {
    Column {
        name,
        kind: Kind::Key,
        texts: None,
        personal: None,
        identifies: false,
    }
}

/// A column that is about no customer.
pub(super) const fn own(name: &'static str, kind: Kind) -> Column {
    Column {
        name,
        kind,
        texts: None,
        personal: None,
        identifies: false,
    }
}

pub(super) const fn personal(name: &'static str, kind: Kind, personal: Personal) -> Column {
    Column {
        name,
        kind,
        texts: None,
        personal: Some(personal),
        identifies: false,
    }
}

/// A text that many rows repeat.
pub(super) const fn repeated(column: Column, texts: &'static str) -> Column {
    Column {
        texts: Some(texts),
        ..column
    }
}

/// What says who she is as long as anything of hers is kept.
pub(super) const fn identifying(column: Column) -> Column {
    Column {
        identifies: true,
        ..column
    }
}

pub(super) const CONTACT: Personal = Personal {
    category: Category::Contact,
    purpose: Purpose::Sale,
    basis: LegalBasis::Contract,
    retention: Retention::WhileCustomer,
    origin: Origin::Provided,
    special: false,
};
pub(super) const BIRTHDAY: Personal = Personal {
    category: Category::Birthday,
    purpose: Purpose::Congratulation,
    basis: LegalBasis::LegitimateInterest,
    retention: Retention::UntilObjection,
    ..CONTACT
};
pub(super) const SOURCE: Personal = Personal {
    category: Category::Source,
    origin: Origin::Derived,
    ..ACCOUNTABILITY
};
pub(super) const NOTES: Personal = Personal {
    category: Category::Notes,
    origin: Origin::Derived,
    ..CARE
};
pub(super) const PURCHASE: Personal = Personal {
    category: Category::Purchase,
    purpose: Purpose::Bookkeeping,
    basis: LegalBasis::LegalObligation,
    retention: Retention::Bookkeeping,
    ..CONTACT
};
pub(super) const CARE: Personal = Personal {
    category: Category::ContactLog,
    purpose: Purpose::CustomerCare,
    basis: LegalBasis::LegitimateInterest,
    retention: Retention::WhileCustomer,
    origin: Origin::Derived,
    special: false,
};
/// What they hold is not known: that she agreed to something, or a picture of her.
pub(super) const DOCUMENT: Personal = Personal {
    category: Category::Document,
    purpose: Purpose::Agreement,
    basis: LegalBasis::LegitimateInterest,
    ..CONTACT
};
pub(super) const ACCOUNTABILITY: Personal = Personal {
    category: Category::Compliance,
    purpose: Purpose::Accountability,
    basis: LegalBasis::LegalObligation,
    retention: Retention::Proof,
    origin: Origin::Derived,
    special: false,
};
/// Proof of a yes or a no (article 7(1)): kept while it runs and for as long as it may have to be proved.
pub(super) const CONSENT: Personal = Personal {
    category: Category::Consent,
    ..ACCOUNTABILITY
};
