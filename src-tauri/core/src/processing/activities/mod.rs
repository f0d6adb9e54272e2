//! The map: each use of data (a processing activity, article 30(1)), why, on what basis, what it
//! takes and for how long. Most come ready. They are in use when the register holds data for them or
//! when she said so, and every document that tells of what is done with data reads them here.

mod edit;
mod supplied;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use self::edit::{
    AddActivity, AnswerQuestion, EditActivity, add, answer, edit, remove, revert, seen,
};
pub use self::supplied::QUESTIONS;
use super::held::{Held, held};
use super::suppliers::Work;
use super::suppliers::uses::{self, SupplierInUse};
use crate::consents::ConsentTo;
use crate::inventory::{Category, LegalBasis, Purpose, Retention};
use crate::seen::Seen;
use crate::store::activity::{ActivityRow, TextRow};
use crate::{Language, Result, store};

/// A use of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ActivityId(pub u32);

/// Whether somebody must give the data (article 13(2)(e)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Need {
    /// A law demands it.
    Statutory,
    /// The contract cannot be kept without it.
    Contractual,
    /// She gives it if she wants to.
    Voluntary,
}

/// Whose data it is (article 30(1)(c)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Subject {
    /// Who buys.
    Customer,
    /// Who came to a party.
    Guest,
    /// Who held a party.
    Hostess,
    /// Who was recommended.
    Prospect,
}

/// Where data is kept that is not in the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Place {
    /// Her phone: contacts, text messages, pictures.
    Phone,
    /// A group or an account in social media.
    Social,
    /// Her mail.
    Mail,
    /// Paper.
    Paper,
    /// A service on the web.
    Cloud,
}

impl Place {
    /// Every place.
    pub const ALL: [Self; 5] = [
        Self::Phone,
        Self::Social,
        Self::Mail,
        Self::Paper,
        Self::Cloud,
    ];

    /// Whose work it is to keep what is there; none for paper. A phone is copied to the web by one of
    /// them, unless she says that it is not.
    pub const fn kept_by(self) -> &'static [Work] {
        match self {
            Self::Phone => &[Work::Cloud, Work::Mail],
            Self::Social => &[Work::Social],
            Self::Mail => &[Work::Mail],
            Self::Cloud => &[Work::Cloud],
            Self::Paper => &[],
        }
    }
}

/// What is known of a use beside its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct ActivityFacts {
    /// On what basis.
    pub basis: LegalBasis,
    /// For how long.
    pub retention: Retention,
    /// Whether the data must be given.
    pub need: Need,
    /// Kinds of data that are kept elsewhere than in the register.
    pub categories: BTreeSet<Category>,
    /// Whose.
    pub subjects: BTreeSet<Subject>,
    /// Where else they are kept.
    pub places: BTreeSet<Place>,
    /// Those of the places that nobody else gets hold of: a phone that is copied nowhere.
    pub alone: BTreeSet<Place>,
}

/// The words of a use in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct ActivityTexts {
    /// What it is called.
    pub name: String,
    /// What for: `To sell, deliver and book appointments`.
    pub purpose: String,
    /// Data that no kind names, as they stand in a list; or empty.
    #[serde(default)]
    pub data: String,
    /// The balancing of a legitimate interest (article 6(1)(f)): which interest it is.
    #[serde(default)]
    pub interest: String,
    /// Whether the data is needed for it.
    #[serde(default)]
    pub necessity: String,
    /// Whether it weighs more than what the person wants to be left in peace with.
    #[serde(default)]
    pub balance: String,
}

/// A use of data as it stands in the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(clippy::struct_excessive_bools)] // What a screen shows of it.
pub struct Activity {
    /// Row id.
    pub id: ActivityId,
    /// Which supplied one it is; `None` for one of her own.
    pub purpose: Option<Purpose>,
    /// What stands fast of it in each state of the register.
    #[serde(skip)]
    pub mark: String,
    /// Whether it is done.
    pub in_use: bool,
    /// Whether she said so; `None` when she was not asked.
    pub answer: Option<bool>,
    /// Kinds of data that the register holds for it.
    pub held: BTreeSet<Category>,
    /// What is known of it.
    pub facts: ActivityFacts,
    /// Basis, period and need follow from the register's own columns, and are not hers to choose.
    pub is_fixed: bool,
    /// Its words.
    pub texts: ActivityTexts,
    /// She changed what was supplied.
    pub is_edited: bool,
    /// She wrote it in another language and not in this one.
    pub is_untranslated: bool,
    /// What a change of it in this language goes out from.
    pub seen: Seen,
}

impl Activity {
    /// Every kind of data that it takes.
    pub fn categories(&self) -> BTreeSet<Category> {
        self.held.union(&self.facts.categories).copied().collect()
    }

    /// Whether others run where some of its data lies, and may get at it: a service on the web, or a phone
    /// that is copied to one.
    pub fn is_with_others(&self) -> bool {
        let facts = &self.facts;
        let mut places = facts.places.iter();
        places.any(|place| !place.kept_by().is_empty() && !facts.alone.contains(place))
    }

    /// Whether some of its data is kept elsewhere than in the register.
    pub fn is_elsewhere(&self) -> bool {
        !self.facts.categories.is_empty() || !self.texts.data.is_empty()
    }
}

/// The map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ActivityMap {
    /// Every use, in order.
    pub activities: Vec<Activity>,
    /// The interview: uses that only she knows of, in the order in which she is asked.
    pub questions: Vec<ActivityId>,
    /// The law's periods, to be told beside each use (years).
    pub years: Years,
    /// Every supplier, with the uses in which it gets data.
    pub suppliers: Vec<SupplierInUse>,
}

/// How long the law has data kept (years).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Years {
    /// After the latest purchase or contact.
    pub customer: u16,
    /// After the end of the year of a purchase.
    pub bookkeeping: u16,
    /// After the rest was erased.
    pub proof: u16,
}

/// The map in one language.
///
/// # Errors
/// [`Error::Internal`](crate::Error::Internal) when a supplied text has a fault.
pub fn map(connection: &Connection, language: Language) -> Result<ActivityMap> {
    let activities = all(connection, language)?;
    let country = store::business::find(connection)?.country;
    let law = crate::law::of(country)?;
    let id = |purpose| {
        activities
            .iter()
            .find(|activity| activity.purpose == Some(purpose))
            .map(|activity| activity.id)
    };
    Ok(ActivityMap {
        questions: QUESTIONS.into_iter().filter_map(id).collect(),
        years: Years {
            customer: law.customer.years,
            bookkeeping: law.bookkeeping.years,
            proof: law.proof.years,
        },
        suppliers: uses::all(connection, &activities)?,
        activities,
    })
}

/// Every use, in order.
pub fn all(connection: &Connection, language: Language) -> Result<Vec<Activity>> {
    let held = held(connection)?;
    let texts = store::activity::texts(connection)?;
    store::activity::all(connection)?
        .into_iter()
        .map(|row| {
            let texts: Vec<&TextRow> = texts.iter().filter(|text| text.of == row.id).collect();
            read(connection, row, &held, &texts, language)
        })
        .collect()
}

/// The uses that rest on a yes, and whether she said that they are done.
///
/// # Errors
/// [`Error::Internal`](crate::Error::Internal).
pub(crate) fn on_consent(connection: &Connection) -> Result<Vec<(ConsentTo, bool)>> {
    let mut found = Vec::new();
    for row in store::activity::all(connection)? {
        let is_done = row.is_done();
        let facts = row.facts.over(row.purpose.map(supplied::facts).as_ref())?;
        if facts.basis == LegalBasis::Consent {
            found.push((ConsentTo::marked(row.purpose, &row.mark), is_done));
        }
    }
    Ok(found)
}

fn read(
    connection: &Connection,
    row: ActivityRow,
    held: &BTreeSet<Held>,
    written: &[&TextRow],
    language: Language,
) -> Result<Activity> {
    let held: BTreeSet<Category> = held
        .iter()
        .filter(|held| Some(held.purpose) == row.purpose)
        .map(|held| held.category)
        .collect();
    let in_use = !held.is_empty() || row.is_done();
    let supplied = row.purpose.map(supplied::facts);
    let is_edited = row.purpose.is_some() && (row.facts.is_any() || !written.is_empty());
    let facts = row.facts.over(supplied.as_ref())?;
    let mut texts = match row.purpose {
        Some(purpose) => supplied::texts(purpose, language)?,
        None => ActivityTexts::default(),
    };
    // Rather her words in another language than none.
    let spoken = |language: Language| written.iter().any(|text| text.language == language);
    let shown = if row.purpose.is_some() || spoken(language) {
        Some(language)
    } else {
        Language::ALL.into_iter().find(|other| spoken(*other))
    };
    for text in written.iter().filter(|text| Some(text.language) == shown) {
        text.text.clone_into(texts.field(text.field));
    }
    Ok(Activity {
        id: row.id,
        purpose: row.purpose,
        mark: row.mark,
        in_use,
        answer: row.answer,
        held,
        is_fixed: row.purpose.is_some_and(supplied::is_fixed),
        seen: Seen::of(connection, "activity", row.id.0, &(&facts, &texts))?,
        facts,
        texts,
        is_edited,
        is_untranslated: !written.is_empty() && !spoken(language),
    })
}

/// A text of a use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Field {
    /// See [`ActivityTexts::name`].
    Name,
    /// See [`ActivityTexts::purpose`].
    Purpose,
    /// See [`ActivityTexts::data`].
    Data,
    /// See [`ActivityTexts::interest`].
    Interest,
    /// See [`ActivityTexts::necessity`].
    Necessity,
    /// See [`ActivityTexts::balance`].
    Balance,
}

impl Field {
    /// Every text.
    pub const ALL: [Self; 6] = [
        Self::Name,
        Self::Purpose,
        Self::Data,
        Self::Interest,
        Self::Necessity,
        Self::Balance,
    ];
}

impl ActivityTexts {
    /// One of them.
    pub const fn field(&mut self, field: Field) -> &mut String {
        match field {
            Field::Name => &mut self.name,
            Field::Purpose => &mut self.purpose,
            Field::Data => &mut self.data,
            Field::Interest => &mut self.interest,
            Field::Necessity => &mut self.necessity,
            Field::Balance => &mut self.balance,
        }
    }
}
