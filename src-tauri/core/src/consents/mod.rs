//! Consents: what people are asked, by version; who said yes, when and how; who took it back, and what
//! follows from that (articles 7 and 9). Offers may also go to who has bought something, until she says
//! no: the no is kept here too (article 21(2)).

mod form;
mod health;
mod record;
pub(crate) mod section;
#[cfg(test)]
mod tests;
mod texts;
mod view;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use self::form::{PrintConsent, print};
pub(crate) use self::health::is_spoken_of;
pub use self::health::{HealthNote, NotePlace, erase_notes};
pub use self::record::{
    GiveConsent, KeepNotes, WithdrawConsent, follow, give, keep_notes, undo, withdraw,
};
pub use self::texts::{EditConsentText, current, edit_text, list, supplied};
pub use self::view::{Offers, of_customer, offers};
use crate::customers::CustomerId;
use crate::inventory::{LegalBasis, Purpose};
use crate::processing::activities::Activity;
use crate::store::consent::ConsentRow;
use crate::{Language, Result, store};

/// The uses that people are asked for, in the order in which they are shown.
pub const PURPOSES: [Purpose; 4] = [
    Purpose::Newsletter,
    Purpose::SkinAdvice,
    Purpose::Photo,
    Purpose::Messaging,
];

/// Whether a yes is asked for it: the map says on what a use rests.
pub(crate) fn is_asked(activity: &Activity) -> bool {
    activity.facts.basis == LegalBasis::Consent
}

/// How somebody said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum How {
    /// On a paper that she signed.
    Paper,
    /// In words.
    Spoken,
    /// In a mail or a message.
    Email,
    /// By a box that she ticked.
    Checkbox,
}

/// What is asked, in every language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct ConsentTexts {
    /// In Swedish.
    pub sv: String,
    /// In Danish.
    pub da: String,
    /// In English.
    pub en: String,
}

impl ConsentTexts {
    /// In a language.
    pub fn of(&self, language: Language) -> &str {
        match language {
            Language::Sv => &self.sv,
            Language::Da => &self.da,
            Language::En => &self.en,
        }
    }
}

/// A version of what is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ConsentTextVersion {
    /// From 1.
    pub version: u32,
    /// The day it was first asked; `None` for a supplied text that nobody was asked by yet.
    pub valid_from: Option<NaiveDate>,
    /// SHA-256 (hex) of the three texts.
    pub hash: String,
    /// What it says.
    pub texts: ConsentTexts,
    /// How many said yes to it and have not taken it back.
    pub running: u32,
}

/// A use that people are asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ConsentUse {
    /// Which.
    pub purpose: Purpose,
    /// What it is called.
    pub name: String,
    /// Whether she does it.
    pub in_use: bool,
    /// The versions, the one that is asked now first. There is always one.
    pub versions: Vec<ConsentTextVersion>,
    /// How many said yes and have not taken it back.
    pub running: u32,
    /// How many said no, or took it back.
    pub withdrawn: u32,
}

/// How a customer stands to a use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ConsentView {
    /// Which use.
    pub purpose: Purpose,
    /// What it is called.
    pub name: String,
    /// Row id of what she said last; `None` when she was never asked.
    pub id: Option<u32>,
    /// Version of the text that she said yes to.
    pub version: Option<u32>,
    /// The version that is asked now.
    pub current: u32,
    /// When she said yes.
    pub given_on: Option<NaiveDate>,
    /// How.
    pub given_how: Option<How>,
    /// When she said no, or took it back.
    pub withdrawn_on: Option<NaiveDate>,
    /// How.
    pub withdrawn_how: Option<How>,
    /// The attachment that shows it.
    pub paper: Option<u32>,
    /// Why what rested on it is kept all the same, or empty.
    pub kept_because: String,
    /// She took it back, and what follows from that outside the register is not noted as done.
    pub is_to_follow: bool,
}

/// What a customer said yes and no to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CustomerConsents {
    /// Each use that is done or that she said something to.
    pub consents: Vec<ConsentView>,
    /// Whether she may be sent offers, and why.
    pub offers: Offers,
    /// What is written about her health and rests on no yes.
    pub health_notes: Vec<HealthNote>,
}

/// What each customer said last of a use; those who said nothing are not in it.
pub(crate) fn latest(
    connection: &Connection,
    purpose: Purpose,
) -> Result<BTreeMap<CustomerId, ConsentRow>> {
    Ok(store::consent::all(connection)?
        .into_iter()
        .filter(|row| row.purpose == purpose)
        .map(|row| (row.customer_id, row))
        .collect())
}
