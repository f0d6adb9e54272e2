//! The contact log.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::customers::CustomerId;

/// How people were in touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Channel {
    /// By phone.
    Phone,
    /// By text message.
    Sms,
    /// By mail.
    Email,
    /// In person.
    Meeting,
    /// At a party.
    Party,
    /// By letter.
    Letter,
    /// Through social media.
    Social,
    /// In another way.
    Other,
}

/// What a contact holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct ContactFields {
    /// When.
    pub happened_on: NaiveDate,
    /// How.
    pub channel: Channel,
    /// What it was about.
    pub summary: String,
}

/// A new contact.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct AddContact {
    /// Whose.
    pub customer_id: CustomerId,
    /// What.
    pub fields: ContactFields,
}

/// A change of a contact.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct EditContact {
    /// Row id.
    pub id: u32,
    /// All fields as they shall be.
    pub fields: ContactFields,
}
