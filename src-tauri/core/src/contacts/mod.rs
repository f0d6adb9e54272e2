//! The contact log.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::customers::CustomerId;
use crate::customers::validate::Checks;
use crate::error::Rule;
use crate::purchases::is_plausible_day;
use crate::seen::Seen;
use crate::{Result, store};

const SUMMARY: usize = 5_000;

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
    /// By a link or a QR code.
    Link,
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
pub struct LogContact {
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

/// Adds an entry.
///
/// # Errors
/// [`crate::Error::Invalid`] with every refused field; [`crate::Error::NotFound`] without such a
/// customer.
pub fn log(connection: &Connection, now: DateTime<FixedOffset>, request: LogContact) -> Result<()> {
    let fields = validate(request.fields, now)?;
    store::customer::find(connection, request.customer_id)?;
    store::contact::insert(connection, request.customer_id, &fields)
}

/// An entry as a change of it goes out from.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub fn seen(connection: &Connection, id: u32) -> Result<Seen> {
    let fields = store::contact::find(connection, id)?;
    Seen::of(connection, "contact", id, &fields)
}

/// Changes an entry; answers whose it is.
///
/// # Errors
/// [`crate::Error::Invalid`] with every refused field; [`crate::Error::NotFound`].
pub fn edit(
    connection: &Connection,
    now: DateTime<FixedOffset>,
    request: EditContact,
) -> Result<CustomerId> {
    let fields = validate(request.fields, now)?;
    store::contact::update(connection, request.id, &fields)
}

fn validate(mut fields: ContactFields, now: DateTime<FixedOffset>) -> Result<ContactFields> {
    let mut checks = Checks::default();
    if !is_plausible_day(fields.happened_on, now) {
        checks.refuse("happenedOn", Rule::OutOfRange);
    }
    checks.required("summary", &mut fields.summary, SUMMARY);
    checks.done()?;
    Ok(fields)
}
