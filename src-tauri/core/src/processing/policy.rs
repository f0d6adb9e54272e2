//! The privacy policy (articles 13 and 14): previewed, put to use, kept by version, given to people.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Language;
use crate::contacts::Channel;
use crate::customers::CustomerId;
use crate::documents::page::Page;

/// The policy screen.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PolicyPreview {
    /// The version in force, if any.
    pub in_force: Option<PolicyVersion>,
    /// The version that the draft would become; `None` when the one in force says the same.
    pub draft: Option<u32>,
    /// The pages of the draft or, without one, of the version in force.
    pub pages: Vec<Page>,
    /// All versions, latest first.
    pub versions: Vec<PolicyVersion>,
    /// Customers who were given the version in force.
    pub given: u32,
    /// Customers in all.
    pub customers: u32,
}

/// A version that was put to use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PolicyVersion {
    /// Number, from 1.
    pub version: u32,
    /// The day it was put to use.
    pub adopted_on: NaiveDate,
    /// SHA-256 (hex) of its texts.
    pub hash: String,
}

/// A version to be written as PDF. The place is chosen in a dialog of the system.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct ExportPolicy {
    /// Which version.
    pub version: u32,
    /// In which language.
    pub language: Language,
}

/// That a customer was given the policy.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct GivePolicy {
    /// Whom.
    pub customer_id: CustomerId,
    /// Which version.
    pub version: u32,
    /// When.
    pub given_on: NaiveDate,
    /// How.
    pub channel: Channel,
}
