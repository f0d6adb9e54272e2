//! The uses that come ready: what the inventory does not know of them, and their words.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::{ActivityFacts, ActivityTexts, Need, Place, Subject};
use crate::inventory::{self, Category, LegalBasis, Purpose, Retention};
use crate::{Error, Language, Result, store};

/// The interview: uses that the register cannot show, as their data is kept elsewhere.
pub const QUESTIONS: [Purpose; 5] = [
    Purpose::Newsletter,
    Purpose::Messaging,
    Purpose::Party,
    Purpose::SkinAdvice,
    Purpose::Photo,
];

/// Basis and period of a purpose as the register's columns have them; `None` when none has it.
fn declared(purpose: Purpose) -> Option<(LegalBasis, Retention)> {
    inventory::TABLES
        .iter()
        .filter(|table| table.reach().is_some())
        .flat_map(|table| table.columns)
        .filter_map(|column| column.personal)
        .find(|personal| personal.purpose == purpose)
        .map(|personal| (personal.basis, personal.retention))
}

/// Basis, period and need follow from the register's own columns.
pub(super) fn is_fixed(purpose: Purpose) -> bool {
    declared(purpose).is_some()
}

/// What is known of a supplied use.
pub(super) fn facts(purpose: Purpose) -> ActivityFacts {
    use Category::{Contact, Health};
    let (basis, retention) = declared(purpose).unwrap_or_else(|| elsewhere(purpose));
    let (categories, subjects, places): (&[_], &[_], &[_]) = match purpose {
        Purpose::Newsletter | Purpose::OwnOffers => {
            (&[Contact], &[Subject::Customer], &[Place::Mail])
        }
        Purpose::Party => (
            &[Contact],
            &[Subject::Guest, Subject::Hostess],
            &[Place::Paper, Place::Phone],
        ),
        Purpose::Messaging => (
            &[Contact],
            &[Subject::Customer, Subject::Prospect],
            &[Place::Phone, Place::Social],
        ),
        Purpose::SkinAdvice => (&[Health], &[Subject::Customer], &[Place::Paper]),
        Purpose::Photo => (&[Category::Photo], &[Subject::Customer], &[Place::Phone]),
        Purpose::Sale
        | Purpose::Bookkeeping
        | Purpose::CustomerCare
        | Purpose::Congratulation
        | Purpose::Agreement
        | Purpose::Accountability => (&[], &[Subject::Customer], &[]),
    };
    ActivityFacts {
        basis,
        retention,
        need: match purpose {
            Purpose::Sale => Need::Contractual,
            Purpose::Bookkeeping | Purpose::Accountability => Need::Statutory,
            _ => Need::Voluntary,
        },
        categories: categories.iter().copied().collect(),
        subjects: subjects.iter().copied().collect(),
        places: places.iter().copied().collect(),
        alone: BTreeSet::new(),
    }
}

/// Basis and period of what no column of the register is kept for.
const fn elsewhere(purpose: Purpose) -> (LegalBasis, Retention) {
    match purpose {
        Purpose::Newsletter | Purpose::SkinAdvice | Purpose::Photo => {
            (LegalBasis::Consent, Retention::UntilWithdrawn)
        }
        _ => (LegalBasis::LegitimateInterest, Retention::UntilObjection),
    }
}

type Texts = BTreeMap<String, ActivityTexts>;

/// The supplied words of a use.
///
/// # Errors
/// [`Error::Internal`] when the file has a fault, which a test rules out.
pub(super) fn texts(purpose: Purpose, language: Language) -> Result<ActivityTexts> {
    static TEXTS: [OnceLock<Option<Texts>>; 3] = [const { OnceLock::new() }; 3];
    let (cell, source) = match language {
        Language::Sv => (
            &TEXTS[0],
            include_str!("../../../../../assets/templates/sv/activities.toml"),
        ),
        Language::Da => (
            &TEXTS[1],
            include_str!("../../../../../assets/templates/da/activities.toml"),
        ),
        Language::En => (
            &TEXTS[2],
            include_str!("../../../../../assets/templates/en/activities.toml"),
        ),
    };
    cell.get_or_init(|| toml::from_str(source).ok())
        .as_ref()
        .and_then(|texts| texts.get(&store::word(purpose).ok()?))
        .cloned()
        .ok_or(Error::Internal("activities"))
}
