//! Consents: what people are asked, by version; who said yes, when and how; who took it back, and what
//! follows from that (articles 7 and 9). Offers may also go to who has bought something, until she says
//! no: the no is kept here too (article 21(2)).

mod form;
mod health;
mod offers;
mod photos;
mod record;
pub(crate) mod section;
#[cfg(test)]
mod tests;
mod texts;
mod to;
mod view;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use self::form::{PrintConsent, print};
pub(crate) use self::health::is_spoken_of;
pub use self::health::{HealthNote, NotePlace, erase_notes};
pub(crate) use self::offers::is_offers_tag;
pub use self::offers::{Offers, offers};
pub use self::photos::{ErasePhotos, erase_photos};
pub use self::record::{
    GiveConsent, KeepNotes, WithdrawConsent, follow, give, keep_notes, undo, withdraw,
};
pub(crate) use self::texts::number;
pub use self::texts::{EditConsentText, current, edit_text, list, supplied};
pub use self::to::ConsentTo;
pub(crate) use self::to::asked;
pub use self::view::of_customer;
pub(crate) use self::view::refused_kept;
use crate::customers::{CustomerId, Event};
use crate::inventory::{LegalBasis, Purpose};
use crate::processing::activities::{self, Activity};
use crate::store::consent::ConsentRow;
use crate::{Error, Language, Result, store};

/// The uses that come with words of their own to ask by, in the order in which they are shown.
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

/// Whether the yes must be explicit (article 9(2)(a)): she is shown the very words first.
fn is_explicit(activity: &Activity) -> bool {
    activity.categories().iter().any(|kind| kind.is_special())
}

/// That a yes is asked for a use.
///
/// # Errors
/// [`Error::NotAllowed`] where it rests on something else.
fn expect_asked(connection: &Connection, to: &ConsentTo) -> Result<()> {
    let mut uses = activities::on_consent(connection)?.into_iter();
    if uses.any(|(of, _)| of == *to) {
        Ok(())
    } else {
        Err(Error::NotAllowed)
    }
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

/// What somebody said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ConsentAnswer {
    /// Yes.
    Yes,
    /// No to what she had said yes to.
    Back,
    /// No to what she had not said yes to.
    No,
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
    #[ts(type = "string")]
    pub to: ConsentTo,
    /// What it is called.
    pub name: String,
    /// Whether a yes is asked for it now; otherwise it is here for what was said before.
    pub is_asked: bool,
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
    #[ts(type = "string")]
    pub to: ConsentTo,
    /// What it is called.
    pub name: String,
    /// Whether a yes is asked for it; where none is, a no is noted all the same (article 21).
    pub is_asked: bool,
    /// Whether the yes must be explicit (article 9(2)(a)).
    pub is_explicit: bool,
    /// Row id of what she said last; `None` when she has never answered.
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
    /// She said no, or took it back, and what follows from that is not noted as done where the register
    /// does not see it.
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
    /// What is written about her health and rests on no yes, also when it is kept for a reason.
    pub health_notes: Vec<HealthNote>,
    /// Pictures kept with her that show no yes, when she has said no to photos.
    pub photos: Vec<u32>,
}

/// What a customer said, as it stands in her history: the latest first.
pub(crate) fn answers(connection: &Connection, customer: CustomerId) -> Result<Vec<Event>> {
    let mut found = Vec::new();
    for row in store::consent::of_customer(connection, customer)? {
        let (to, name) = (row.to, row.use_name);
        let yes = row.given.map(|said| (said, ConsentAnswer::Yes));
        let no = match row.given {
            Some(_) => ConsentAnswer::Back,
            None => ConsentAnswer::No,
        };
        let no = row.withdrawn.map(|said| (said, no));
        let said = yes.into_iter().chain(no);
        found.extend(said.map(|((on, how), answer)| Event::Answered {
            on,
            to: to.clone(),
            name: name.clone(),
            answer,
            how,
        }));
    }
    found.reverse();
    Ok(found)
}

/// What each customer said last of a use, of all that was said; those who said nothing are not in it.
pub(crate) fn latest<'a>(
    said: &'a [ConsentRow],
    to: &ConsentTo,
) -> BTreeMap<CustomerId, &'a ConsentRow> {
    said.iter()
        .filter(|row| row.to == *to)
        .map(|row| (row.customer_id, row))
        .collect()
}
