//! Who was informed: which version of the policy each customer was given, when and how; who has none, or
//! an older one; who came from others and must be told within a month (articles 13 and 14).

pub mod letters;
#[cfg(test)]
mod tests;
pub mod uses;

use std::collections::HashSet;

use chrono::{DateTime, FixedOffset, Months, NaiveDate};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contacts::Channel;
use crate::customers::{CustomerId, Source};
use crate::processing::policy::{self, PolicyVersion};
use crate::{Error, Result, store};

/// A customer as the list of who was informed shows her.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct InformedRow {
    /// Who.
    pub id: CustomerId,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// The latest version that she was given.
    pub version: Option<u32>,
    /// When.
    pub given_on: Option<NaiveDate>,
    /// How.
    pub channel: Option<Channel>,
    /// Her data came from someone else and she was given nothing: the last day to tell her
    /// (article 14(3)(a) and (b)).
    pub due_on: Option<NaiveDate>,
    /// Days until then; negative when it is past.
    pub days_left: Option<i32>,
}

/// Who was informed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Informed {
    /// The version in force, if any.
    pub in_force: Option<PolicyVersion>,
    /// What is done now is not what the version in force says, or there is none: a new one is to be
    /// put to use first.
    pub is_outdated: bool,
    /// Every customer.
    pub rows: Vec<InformedRow>,
}

/// That customers were given a version of the policy.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct GiveToMany {
    /// Whom.
    pub customers: Vec<CustomerId>,
    /// Which version.
    pub version: u32,
    /// When.
    pub given_on: NaiveDate,
    /// How.
    pub channel: Channel,
}

/// The last day to tell somebody whose data came from someone else: a month after it came, or when they
/// are first in touch (article 14(3)(a) and (b)). A month that lacks the day ends on its last.
fn due_on(since: NaiveDate, first_contact: Option<NaiveDate>) -> NaiveDate {
    let month = since.checked_add_months(Months::new(1)).unwrap_or(since);
    first_contact.map_or(month, |contact| contact.min(month))
}

impl store::informed::InformedRow {
    /// By when she must be told, if she was not and her data came from someone else.
    fn due_on(&self) -> Option<NaiveDate> {
        let is_owed = self.source != Source::Person && self.given.is_none();
        is_owed.then(|| due_on(self.added_on, self.first_contact_on))
    }
}

/// Who must be told, and by when.
pub(crate) fn owed(connection: &Connection) -> Result<Vec<(CustomerId, NaiveDate)>> {
    let rows = store::informed::all(connection)?.into_iter();
    Ok(rows
        .filter_map(|row| Some((row.id, row.due_on()?)))
        .collect())
}

/// Everyone, and what she was given.
///
/// # Errors
/// [`Error::Internal`] when a template has a fault.
pub fn list(connection: &Connection, today: NaiveDate) -> Result<Informed> {
    let rows = store::informed::all(connection)?.into_iter().map(|row| {
        let due_on = row.due_on();
        InformedRow {
            id: row.id,
            given_name: row.given_name,
            family_name: row.family_name,
            version: row.given.map(|(version, _, _)| version),
            given_on: row.given.map(|(_, on, _)| on),
            channel: row.given.map(|(_, _, channel)| channel),
            due_on,
            days_left: due_on
                .map(|day| i32::try_from((day - today).num_days()).unwrap_or(i32::MIN)),
        }
    });
    Ok(Informed {
        rows: rows.collect(),
        in_force: store::policy::versions(connection)?.into_iter().next(),
        is_outdated: !policy::in_force(connection)?.is_some_and(|(_, is_same)| is_same),
    })
}

/// Notes that customers were given a version; answers the rows, to be taken back as they are. Who was
/// given it before keeps the day on which she was.
///
/// # Errors
/// [`Error::Invalid`] for the day; [`Error::NotFound`] without such a customer or version.
pub fn give(
    connection: &Connection,
    now: DateTime<FixedOffset>,
    request: &GiveToMany,
) -> Result<Vec<u32>> {
    let &GiveToMany {
        ref customers,
        version,
        given_on,
        channel,
    } = request;
    policy::expect_given(connection, now, version, given_on)?;
    let known: HashSet<CustomerId> = store::customer::ids(connection)?.into_iter().collect();
    if !customers.iter().all(|id| known.contains(id)) {
        return Err(Error::NotFound);
    }
    let mut lacking = customers.clone();
    let given = store::informed::given(connection, version)?;
    lacking.retain(|id| !given.contains(id));
    store::informed::give(connection, &lacking, version, given_on, channel)
}

/// Takes back what was noted by mistake; answers whose it was.
///
/// # Errors
/// [`Error::NotFound`] when some of it is not there any more: then nothing is taken back.
pub fn take_back(connection: &Connection, rows: &[u32]) -> Result<Vec<CustomerId>> {
    store::informed::take_back(connection, rows)
}
