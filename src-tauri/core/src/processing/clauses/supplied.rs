//! The clauses that come ready: when each is wanted, what the law needs it for, and its words, one file
//! for each clause and language in `assets/templates/<language>/policy`.

use serde::{Deserialize, Serialize};

use super::ClauseText;
use crate::inventory::{LegalBasis, Purpose};
use crate::processing::activities::Activity;
use crate::{Error, Language, Result};

/// A supplied clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Name {
    /// Title and introduction.
    Opening,
    /// Who is responsible, and how to reach her.
    Controller,
    /// What is kept, why, and on what basis.
    Data,
    /// The legitimate interests.
    Interests,
    /// For how long.
    Retention,
    /// Who receives it, and where.
    Recipients,
    /// Where it comes from.
    Sources,
    /// Whether it must be given.
    Must,
    /// Offers.
    Offers,
    /// Skin and health.
    Skin,
    /// Pictures.
    Photos,
    /// Parties.
    Parties,
    /// Phone and social media.
    Messages,
    /// How it is protected.
    Security,
    /// Rights.
    Rights,
    /// Where to complain.
    Complaint,
}

impl Name {
    /// Every supplied clause, in order.
    #[cfg(test)]
    pub const ALL: [Self; 16] = [
        Self::Opening,
        Self::Controller,
        Self::Data,
        Self::Interests,
        Self::Retention,
        Self::Recipients,
        Self::Sources,
        Self::Must,
        Self::Offers,
        Self::Skin,
        Self::Photos,
        Self::Parties,
        Self::Messages,
        Self::Security,
        Self::Rights,
        Self::Complaint,
    ];

    /// Whether what is done with data wants it. No clause speaks of data that is not kept.
    pub fn is_wanted(self, activities: &[Activity]) -> bool {
        let mut used = activities.iter().filter(|each| each.in_use);
        let mut is_for = |purpose| used.any(|each| each.purpose == Some(purpose));
        match self {
            Self::Offers => used
                .any(|each| matches!(each.purpose, Some(Purpose::Newsletter | Purpose::OwnOffers))),
            Self::Skin => is_for(Purpose::SkinAdvice),
            Self::Photos => is_for(Purpose::Photo),
            Self::Parties => is_for(Purpose::Party),
            Self::Messages => is_for(Purpose::Messaging),
            Self::Interests => used.any(|each| each.facts.basis == LegalBasis::LegitimateInterest),
            Self::Opening
            | Self::Controller
            | Self::Data
            | Self::Retention
            | Self::Recipients
            | Self::Sources
            | Self::Must
            | Self::Security
            | Self::Rights
            | Self::Complaint => true,
        }
    }

    /// What of the regulation it tells: people must be told so. Empty for what is told out of kindness.
    pub const fn law(self) -> &'static [&'static str] {
        match self {
            Self::Controller => &["13.1 a"],
            Self::Data => &["13.1 c", "14.1 d"],
            Self::Interests => &["13.1 d"],
            Self::Retention => &["13.2 a"],
            Self::Recipients => &["13.1 e", "13.1 f"],
            Self::Sources => &["14.2 f"],
            Self::Must => &["13.2 e"],
            Self::Offers => &["13.2 c", "21.4"],
            Self::Skin | Self::Photos => &["13.2 c"],
            Self::Rights => &["13.2 b", "13.2 c", "13.2 f"],
            Self::Complaint => &["13.2 d"],
            Self::Opening | Self::Parties | Self::Messages | Self::Security => &[],
        }
    }

    /// Its supplied words.
    ///
    /// # Errors
    /// [`Error::Internal`] when the file has no heading, which a test rules out.
    pub fn text(self, language: Language) -> Result<ClauseText> {
        let file = self.file(language);
        let marks = if self == Self::Opening { "# " } else { "## " };
        let (heading, text) = file
            .strip_prefix(marks)
            .and_then(|file| file.split_once('\n'))
            .ok_or(Error::Internal("clause"))?;
        Ok(ClauseText {
            heading: heading.trim().to_owned(),
            text: text.trim().to_owned(),
        })
    }

    const fn file(self, language: Language) -> &'static str {
        macro_rules! file {
            ($name:literal) => {
                match language {
                    Language::Sv => file!("sv", $name),
                    Language::Da => file!("da", $name),
                    Language::En => file!("en", $name),
                }
            };
            ($language:literal, $name:literal) => {
                include_str!(concat!(
                    "../../../../../assets/templates/",
                    $language,
                    "/policy/",
                    $name,
                    ".md"
                ))
            };
        }
        match self {
            Self::Opening => file!("opening"),
            Self::Controller => file!("controller"),
            Self::Data => file!("data"),
            Self::Interests => file!("interests"),
            Self::Retention => file!("retention"),
            Self::Recipients => file!("recipients"),
            Self::Sources => file!("sources"),
            Self::Must => file!("must"),
            Self::Offers => file!("offers"),
            Self::Skin => file!("skin"),
            Self::Photos => file!("photos"),
            Self::Parties => file!("parties"),
            Self::Messages => file!("messages"),
            Self::Security => file!("security"),
            Self::Rights => file!("rights"),
            Self::Complaint => file!("complaint"),
        }
    }
}
