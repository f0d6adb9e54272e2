//! What is known of a supplier.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::law;
use crate::processing::activities::ActivityId;

/// What a supplier does for the business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Work {
    /// Keeps the books.
    Bookkeeper,
    /// Carries parcels.
    Carrier,
    /// Books appointments.
    Booking,
    /// Delivers mail and text messages.
    Mail,
    /// Keeps files.
    Cloud,
    /// Takes payments.
    Payment,
    /// Delivers the goods.
    Supplier,
    /// Anything else.
    Other,
    /// Runs a social network.
    Social,
}

impl Work {
    /// Every kind of work.
    pub const ALL: [Self; 9] = [
        Self::Bookkeeper,
        Self::Carrier,
        Self::Booking,
        Self::Mail,
        Self::Cloud,
        Self::Payment,
        Self::Supplier,
        Self::Social,
        Self::Other,
    ];
}

/// What the law calls the one who handles data (articles 4(7), 4(8), 26, 28(4)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Role {
    /// Decides itself why and how.
    Controller,
    /// Decides together with her.
    JointController,
    /// Works on her behalf.
    Processor,
    /// Works on behalf of one who works on her behalf.
    SubProcessor,
}

/// A role in one relation: a supplier can have several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct SupplierRole {
    /// Which.
    pub role: Role,
    /// What it concerns; may be empty for the only one.
    pub concerns: String,
}

/// How it was agreed what a supplier may do with the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Agreement {
    /// Not at all.
    None,
    /// Between the two.
    Direct,
    /// Through the one who sold the service.
    Reseller,
}

/// What article 28(3) wants an agreement with a processor to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Term {
    /// What is done.
    Subject,
    /// For how long.
    Duration,
    /// How and why.
    Nature,
    /// Which data, of whom.
    Data,
    /// What the controller must and may do.
    Duties,
    /// (a) Only on documented instructions, transfers included.
    Instructions,
    /// (b) Everyone who sees the data keeps it to themselves.
    Confidentiality,
    /// (c) Security, article 32.
    Security,
    /// (d) Sub-processors only when allowed, at the same terms.
    SubProcessors,
    /// (e) Help with people's rights.
    Rights,
    /// (f) Help with security, breaches and impact assessments, articles 32 to 36.
    Help,
    /// (g) Deleted or returned at the end.
    Return,
    /// (h) Shows that it does so, and lets it be audited.
    Audits,
}

impl Term {
    /// Every item, in the order of the law.
    pub const ALL: [Self; 13] = [
        Self::Subject,
        Self::Duration,
        Self::Nature,
        Self::Data,
        Self::Duties,
        Self::Instructions,
        Self::Confidentiality,
        Self::Security,
        Self::SubProcessors,
        Self::Rights,
        Self::Help,
        Self::Return,
        Self::Audits,
    ];

    /// Its letter in article 28(3); those that stand before the letters have none.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Subject | Self::Duration | Self::Nature | Self::Data | Self::Duties => "",
            Self::Instructions => "a",
            Self::Confidentiality => "b",
            Self::Security => "c",
            Self::SubProcessors => "d",
            Self::Rights => "e",
            Self::Help => "f",
            Self::Return => "g",
            Self::Audits => "h",
        }
    }
}

/// Someone whom a supplier lets do a part of the work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct SubProcessor {
    /// Name.
    pub name: String,
    /// Where the data is (ISO 3166-1 alpha-2).
    pub country: String,
    /// Outside the EEA: what protects the data there (chapter V); empty when that is not known.
    pub safeguard: String,
}

/// Everything that is known of a supplier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct SupplierFields {
    /// Name.
    pub name: String,
    /// What it does for her.
    pub work: Work,
    /// Its roles, at least one.
    pub roles: Vec<SupplierRole>,
    /// Where the data is (ISO 3166-1 alpha-2).
    pub country: String,
    /// Outside the EEA: what protects the data there (chapter V); else empty.
    pub safeguard: String,
    /// Whom to turn to: a role and not one person; or empty.
    pub contact: String,
    /// Its mail, or empty.
    pub contact_email: String,
    /// How it was agreed what it may do.
    pub agreement: Agreement,
    /// Through whom, when the agreement was made with a reseller; else empty.
    pub reseller: String,
    /// When the agreement was accepted.
    pub accepted_on: Option<NaiveDate>,
    /// By whom.
    pub accepted_by: String,
    /// With what authority.
    pub authority: String,
    /// What of article 28(3) was found in it.
    pub terms: Vec<Term>,
    /// Whom it lets do a part of the work.
    pub sub_processors: Vec<SubProcessor>,
    /// How long it keeps the data, or empty.
    pub retention: String,
    /// Where responsibility for the data passes on, or empty.
    pub responsibility: String,
    /// In which uses it gets data; `None` for those that follow from its work.
    pub uses: Option<BTreeSet<ActivityId>>,
}

impl SupplierFields {
    /// Whether it has a role.
    pub fn is(&self, role: Role) -> bool {
        self.roles.iter().any(|each| each.role == role)
    }

    /// Whether data leaves the European Economic Area without anything that is known to protect it:
    /// the names of those where it does.
    pub(super) fn unprotected(&self) -> impl Iterator<Item = &str> {
        let own = (&self.name, &self.country, &self.safeguard);
        let under = self.sub_processors.iter();
        let under = under.map(|sub| (&sub.name, &sub.country, &sub.safeguard));
        std::iter::once(own)
            .chain(under)
            .filter(|(_, country, safeguard)| safeguard.is_empty() && !law::is_in_eea(country))
            .map(|(name, ..)| name.as_str())
    }
}
