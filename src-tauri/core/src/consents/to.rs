//! What people say yes and no to.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{PURPOSES, is_asked};
use crate::inventory::Purpose;
use crate::processing::activities::Activity;
use crate::store::consent::ConsentRow;
use crate::store::{from_word, word};
use crate::{Error, Result};

/// What the word of a use of her own begins with; its mark follows.
const OWN: &str = "own:";
/// Bytes of a mark.
const MARK_MAX: usize = 100;

/// A use of data that people say yes and no to, the same one in each state of the register.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum ConsentTo {
    /// One that Kundbok knows.
    Supplied(Purpose),
    /// One of her own, by its mark.
    Own(String),
}

impl ConsentTo {
    /// The use.
    pub fn of(activity: &Activity) -> Self {
        Self::marked(activity.purpose, &activity.mark)
    }

    /// A supplied use by what it is for, one of her own by its mark.
    pub(crate) fn marked(purpose: Option<Purpose>, mark: &str) -> Self {
        purpose.map_or_else(|| Self::Own(mark.to_owned()), Self::Supplied)
    }

    /// The use in the map; `None` when she has removed it.
    pub fn find<'a>(&self, activities: &'a [Activity]) -> Option<&'a Activity> {
        activities.iter().find(|each| Self::of(each) == *self)
    }

    /// Whether it comes with words of its own to ask by.
    pub(crate) fn comes_ready(&self) -> bool {
        self.purpose().is_some_and(|it| PURPOSES.contains(&it))
    }

    /// Which supplied one it is.
    pub(crate) const fn purpose(&self) -> Option<Purpose> {
        match self {
            Self::Supplied(purpose) => Some(*purpose),
            Self::Own(_) => None,
        }
    }
}

impl PartialEq<Purpose> for ConsentTo {
    fn eq(&self, other: &Purpose) -> bool {
        self.purpose() == Some(*other)
    }
}

impl From<Purpose> for ConsentTo {
    fn from(purpose: Purpose) -> Self {
        Self::Supplied(purpose)
    }
}

impl From<ConsentTo> for String {
    fn from(to: ConsentTo) -> Self {
        match to {
            // Every purpose has its word.
            ConsentTo::Supplied(purpose) => word(purpose).unwrap_or_default(),
            ConsentTo::Own(mark) => format!("{OWN}{mark}"),
        }
    }
}

impl TryFrom<String> for ConsentTo {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        let is_mark = |mark: &&str| !mark.is_empty() && mark.len() <= MARK_MAX;
        match text.strip_prefix(OWN) {
            Some(mark) if is_mark(&mark) => Ok(Self::Own(mark.to_owned())),
            _ => from_word(text).map(Self::Supplied),
        }
    }
}

/// A use that people are asked for, or were.
pub(crate) struct Asked<'a> {
    /// Which.
    pub to: ConsentTo,
    /// What it is called, or was when somebody answered last.
    pub name: String,
    /// The use in the map; `None` when she has removed it.
    pub activity: Option<&'a Activity>,
}

/// What people are asked for, or have answered: what comes with words of its own first, then the map's
/// others, then what she has removed.
pub(crate) fn asked<'a>(activities: &'a [Activity], said: &[ConsentRow]) -> Vec<Asked<'a>> {
    // Each use once, whoever answered: of one that is gone the name it had last.
    let answered: BTreeMap<&ConsentTo, &str> = said
        .iter()
        .map(|row| (&row.to, row.use_name.as_str()))
        .collect();
    let ready = PURPOSES.iter().filter_map(|purpose| {
        activities
            .iter()
            .find(|each| each.purpose == Some(*purpose))
    });
    let others = activities.iter().filter(|each| {
        let to = ConsentTo::of(each);
        !to.comes_ready() && (is_asked(each) || answered.contains_key(&to))
    });
    let here = ready.chain(others).map(|activity| Asked {
        to: ConsentTo::of(activity),
        name: activity.texts.name.clone(),
        activity: Some(activity),
    });
    let removed = answered
        .iter()
        .filter(|(to, _)| to.find(activities).is_none());
    let removed = removed.map(|(to, name)| Asked {
        to: (*to).clone(),
        name: (*name).to_owned(),
        activity: None,
    });
    here.chain(removed).collect()
}
