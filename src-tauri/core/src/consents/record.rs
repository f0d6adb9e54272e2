//! Noting that somebody said yes, took it back, or said no.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ConsentTo, How, texts};
use crate::customers::CustomerId;
use crate::customers::validate::Checks;
use crate::error::Rule;
use crate::inventory::Purpose;
use crate::processing::activities;
use crate::purchases::is_plausible_day;
use crate::store::consent::{ConsentRow, NewConsent};
use crate::{Error, Language, Result, store};

/// Characters of a reason.
const REASON: usize = 500;

/// That a customer said yes.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct GiveConsent {
    /// Who.
    pub customer_id: CustomerId,
    /// To which use.
    #[ts(type = "string")]
    pub to: ConsentTo,
    /// To which version of the text; `None` for the one that is asked now.
    pub version: Option<u32>,
    /// In which language it was read.
    pub language: Language,
    /// When.
    pub given_on: NaiveDate,
    /// How.
    pub how: How,
    /// The attachment of hers that shows it.
    pub paper: Option<u32>,
}

/// That a customer took it back, or said no.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct WithdrawConsent {
    /// Who.
    pub customer_id: CustomerId,
    /// For which use.
    #[ts(type = "string")]
    pub to: ConsentTo,
    /// When.
    pub withdrawn_on: NaiveDate,
    /// How.
    pub how: How,
}

/// Why notes about health are kept although she said no to them, or took her yes back.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct KeepNotes {
    /// Whose.
    pub customer_id: CustomerId,
    /// Why.
    pub because: String,
}

/// Notes that a customer said yes; answers the row.
///
/// # Errors
/// [`Error::Invalid`] for a day to come, before the text was asked, or before a no that was said later;
/// [`Error::NotFound`] without such a customer, use, version, or attachment of hers;
/// [`Error::NotAllowed`] for a use that rests on something else, or while an earlier yes runs on the
/// same text.
pub fn give(
    connection: &Connection,
    now: DateTime<FixedOffset>,
    request: &GiveConsent,
) -> Result<u32> {
    check_day("givenOn", request.given_on, now)?;
    let customer_id = request.customer_id;
    store::customer::find(connection, customer_id)?;
    let text = texts::find(connection, &request.to, request.version)?;
    super::expect_asked(connection, &request.to)?;
    if texts::begins(&text).is_some_and(|since| request.given_on < since) {
        return Err(Error::invalid("givenOn", Rule::BeforeVersion));
    }
    let said = said(connection, customer_id, &request.to)?;
    if (said.iter()).any(|row| row.is_running() && row.version == Some(text.version)) {
        return Err(Error::NotAllowed);
    }
    if (said.iter()).any(|row| row.withdrawn.is_some_and(|(on, _)| request.given_on < on)) {
        return Err(Error::invalid("givenOn", Rule::BeforeAnswer));
    }
    let paper = match request.paper {
        None => String::new(),
        Some(id) => {
            let row = store::attachment::find(connection, id)?;
            if row.owner != customer_id.into() {
                return Err(Error::NotFound);
            }
            row.sealed.name
        }
    };
    texts::keep(connection, &request.to, &text, request.given_on)?;
    store::consent::insert(
        connection,
        &NewConsent {
            customer_id,
            to: &request.to,
            use_name: &use_name(connection, &request.to, request.language)?,
            version: text.version,
            language: request.language,
            words: text.texts.of(request.language),
            given_on: request.given_on,
            how: request.how,
            paper: &paper,
        },
    )
}

/// Notes that a customer took her yes back, or said no to what she had not said yes to; answers the
/// row.
///
/// # Errors
/// [`Error::Invalid`] for a day to come or before a yes that it would end; [`Error::NotFound`] without
/// such a customer or use; [`Error::NotAllowed`] when she said so before.
pub fn withdraw(
    connection: &Connection,
    now: DateTime<FixedOffset>,
    request: &WithdrawConsent,
) -> Result<u32> {
    check_day("withdrawnOn", request.withdrawn_on, now)?;
    store::customer::find(connection, request.customer_id)?;
    texts::current(connection, &request.to)?;
    let end = (request.withdrawn_on, request.how);
    let said = said(connection, request.customer_id, &request.to)?;
    match said.last() {
        Some(row) if row.is_running() => {
            // A yes to an earlier text may still run beside it.
            let running: Vec<_> = said.iter().filter(|each| each.is_running()).collect();
            let is_before = |row: &ConsentRow| row.given.is_some_and(|(on, _)| end.0 < on);
            if running.iter().any(|each| is_before(each)) {
                return Err(Error::invalid("withdrawnOn", Rule::BeforeAnswer));
            }
            for each in running {
                store::consent::end(connection, each.id, Some(end))?;
            }
            Ok(row.id)
        }
        Some(_) => Err(Error::NotAllowed),
        None => {
            let name = use_name(connection, &request.to, Language::Sv)?;
            let to = (&request.to, name.as_str());
            store::consent::insert_no(connection, request.customer_id, to, end)
        }
    }
}

/// Takes back what was noted by mistake: a no that ended a yes lets it run again, with every yes that it
/// ended beside it; anything else is deleted. Answers whose it was. The paper that shows it stays among
/// her files.
///
/// # Errors
/// [`Error::NotFound`].
pub fn undo(connection: &Connection, id: u32) -> Result<CustomerId> {
    let row = store::consent::find(connection, id)?;
    if row.given.is_none() || row.withdrawn.is_none() {
        store::consent::delete(connection, id)?;
        return Ok(row.customer_id);
    }
    // On one text one yes runs at a time: of each text the one that was noted last.
    let mut ended: BTreeMap<Option<u32>, u32> = BTreeMap::new();
    for each in said(connection, row.customer_id, &row.to)? {
        if each.given.is_some() && each.withdrawn == row.withdrawn {
            let last = ended.entry(each.version).or_insert(each.id);
            *last = each.id.max(*last);
        }
    }
    for id in ended.into_values() {
        store::consent::end(connection, id, None)?;
    }
    Ok(row.customer_id)
}

/// Notes why notes about a customer's health are kept although she said no to them, or took her yes back.
///
/// # Errors
/// [`Error::Invalid`] without a reason; [`Error::NotAllowed`] when she has done neither.
pub fn keep_notes(connection: &Connection, mut request: KeepNotes) -> Result<()> {
    let mut checks = Checks::default();
    checks.required("because", &mut request.because, REASON);
    checks.done()?;
    match said(connection, request.customer_id, &Purpose::SkinAdvice.into())?.last() {
        Some(row) if row.withdrawn.is_some() => {
            store::consent::keep_because(connection, row.id, &request.because)
        }
        _ => Err(Error::NotAllowed),
    }
}

/// Notes that what follows from a no was done where only she can do it, or with no day that it was not after
/// all; answers whose it was.
///
/// # Errors
/// [`Error::NotFound`] without such a row; [`Error::NotAllowed`] when nothing follows from it, or she
/// answered anew since.
pub fn follow(connection: &Connection, on: Option<NaiveDate>, id: u32) -> Result<CustomerId> {
    let row = store::consent::find(connection, id)?;
    let said = said(connection, row.customer_id, &row.to)?;
    // Where data lies is the same in every language.
    let activities = activities::all(connection, Language::Sv)?;
    let may = match on {
        Some(_) => super::view::is_to_follow(connection, &activities, &row)?,
        None => row.followed_on.is_some(),
    };
    if !may || said.last().is_none_or(|last| last.id != id) {
        return Err(Error::NotAllowed);
    }
    store::consent::follow(connection, id, on)?;
    Ok(row.customer_id)
}

/// What a customer said of a use, the last at the end.
pub(super) fn said(
    connection: &Connection,
    customer: CustomerId,
    to: &ConsentTo,
) -> Result<Vec<ConsentRow>> {
    let mut rows = store::consent::of_customer(connection, customer)?;
    rows.retain(|row| row.to == *to);
    Ok(rows)
}

/// What a use is called in a language, to stay with what was said; empty for one that has words of its own.
fn use_name(connection: &Connection, to: &ConsentTo, language: Language) -> Result<String> {
    if to.comes_ready() {
        return Ok(String::new());
    }
    let activities = activities::all(connection, language)?;
    let activity = to.find(&activities).ok_or(Error::NotFound)?;
    Ok(activity.texts.name.clone())
}

fn check_day(field: &str, day: NaiveDate, now: DateTime<FixedOffset>) -> Result<()> {
    if is_plausible_day(day, now) && day <= now.naive_local().date() {
        Ok(())
    } else {
        Err(Error::invalid(field, Rule::OutOfRange))
    }
}
