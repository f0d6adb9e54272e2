//! What is lacking with a supplier.

use std::collections::BTreeSet;

use serde::Serialize;
use ts_rs::TS;

use super::{Agreement, Role, SupplierFields, Term};

/// Something that is lacking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[ts(export)]
pub enum Missing {
    /// It works on her behalf without an agreement (article 28(3)).
    Agreement,
    /// The two decide together and have not agreed who does what (article 26(1)).
    Arrangement,
    /// Nobody knows who accepted the agreement, when, or with what authority.
    Acceptance,
    /// The agreement lacks an item of article 28(3).
    Term {
        /// Which.
        term: Term,
    },
    /// Data leaves the EEA, and what protects it there is not known (chapter V).
    Safeguard {
        /// With whom: the supplier, or a sub-processor.
        name: String,
    },
    /// She has said that it gets data in no use at all: then why is it here?
    Uses,
    /// There is nobody to turn to: corrections and erasures could not be passed on (article 19).
    Contact,
}

/// What is lacking with a supplier, the heaviest first.
pub fn missing(supplier: &SupplierFields) -> Vec<Missing> {
    let mut missing = Vec::new();
    let is_processor = supplier.is(Role::Processor);
    if supplier.agreement == Agreement::None {
        if is_processor {
            missing.push(Missing::Agreement);
        }
        if supplier.is(Role::JointController) {
            missing.push(Missing::Arrangement);
        }
    } else {
        let is_accepted = supplier.accepted_on.is_some()
            && !supplier.accepted_by.is_empty()
            && !supplier.authority.is_empty();
        if !is_accepted {
            missing.push(Missing::Acceptance);
        }
        if is_processor {
            let lacking = Term::ALL.into_iter();
            let lacking = lacking.filter(|term| !supplier.terms.contains(term));
            missing.extend(lacking.map(|term| Missing::Term { term }));
        }
    }
    missing.extend(supplier.unprotected().map(|name| Missing::Safeguard {
        name: name.to_owned(),
    }));
    if supplier.uses.as_ref().is_some_and(BTreeSet::is_empty) {
        missing.push(Missing::Uses);
    }
    if supplier.contact.is_empty() && supplier.contact_email.is_empty() {
        missing.push(Missing::Contact);
    }
    missing
}
