//! What a customer said, and what may be done after it.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::{ConsentView, CustomerConsents, health, photos, texts};
use crate::customers::CustomerId;
use crate::inventory::Purpose;
use crate::processing::activities;
use crate::store::consent::ConsentRow;
use crate::{Language, Result, store};

/// Whether somebody may be sent offers by mail or text message (SE marknadsföringslagen 19 §, DK
/// markedsføringsloven § 10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Offers {
    /// She said yes.
    Consent,
    /// She has bought something and has not said no: by mail, for similar goods, with a way to say no
    /// in each.
    OwnCustomer,
    /// She said no.
    SaidNo,
    /// She has not said yes, and nothing else allows it.
    NotAsked,
}

impl Offers {
    fn from(said: Option<&ConsentRow>, is_own_customer: bool) -> Self {
        match said {
            Some(row) if row.is_running() => Self::Consent,
            Some(_) => Self::SaidNo,
            None if is_own_customer => Self::OwnCustomer,
            None => Self::NotAsked,
        }
    }

    /// Whether she may.
    pub const fn is_allowed(self) -> bool {
        matches!(self, Self::Consent | Self::OwnCustomer)
    }
}

/// Whether each customer may be sent offers. The one gate: whatever sends or lists asks here.
///
/// # Errors
/// [`Error::Internal`](crate::Error::Internal).
pub fn offers(connection: &Connection) -> Result<BTreeMap<CustomerId, Offers>> {
    let own = if is_used(connection, Purpose::OwnOffers)? {
        store::drift::buyers_with_mail(connection)?
    } else {
        std::collections::BTreeSet::new()
    };
    let said = super::latest(connection, Purpose::Newsletter)?;
    Ok(store::customer::ids(connection)?
        .into_iter()
        .map(|id| (id, Offers::from(said.get(&id), own.contains(&id))))
        .collect())
}

/// Whether a use that the register itself cannot show is done.
fn is_used(connection: &Connection, purpose: Purpose) -> Result<bool> {
    let rows = store::activity::all(connection)?;
    Ok(rows
        .into_iter()
        .any(|row| row.purpose == Some(purpose) && row.answer == Some(true)))
}

/// Photos and numbers are in the phone too, where the register cannot see that they are gone; notes on
/// health it sees itself.
pub(crate) fn is_to_follow(row: &ConsentRow) -> bool {
    matches!(row.purpose, Purpose::Photo | Purpose::Messaging)
        && row.given.is_some()
        && row.withdrawn.is_some()
        && row.followed_on.is_none()
}

/// What a customer said yes and no to, and what follows from it.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound).
pub fn of_customer(
    connection: &Connection,
    customer: CustomerId,
    language: Language,
) -> Result<CustomerConsents> {
    store::customer::find(connection, customer)?;
    let rows = store::consent::of_customer(connection, customer)?;
    let papers: BTreeMap<String, u32> = store::attachment::of(connection, customer.into())?
        .into_iter()
        .map(|row| (row.sealed.name, row.id))
        .collect();
    let skin = rows.iter().rfind(|row| row.purpose == Purpose::SkinAdvice);
    let health_notes = if skin.is_some_and(ConsentRow::is_running) {
        Vec::new()
    } else {
        health::notes(connection, customer)?
    };
    let activities = activities::all(connection, language)?;
    let of = |purpose| activities.iter().find(|each| each.purpose == Some(purpose));
    let own_offers = of(Purpose::OwnOffers).filter(|each| each.in_use);
    let mut consents = Vec::new();
    for purpose in super::PURPOSES {
        let said = rows.iter().rfind(|row| row.purpose == purpose);
        let Some(activity) = of(purpose) else {
            continue;
        };
        let is_due = purpose == Purpose::SkinAdvice && !health_notes.is_empty();
        let was_asked = said.is_some_and(|row| row.given.is_some());
        let is_asked = super::is_asked(activity) && (activity.in_use || is_due || was_asked);
        // Offers that need no yes go on until she says no.
        let objected = own_offers.filter(|_| purpose == Purpose::Newsletter);
        if !is_asked && said.is_none() && objected.is_none() {
            continue;
        }
        let named = objected.filter(|_| !is_asked).unwrap_or(activity);
        consents.push(ConsentView {
            purpose,
            name: named.texts.name.clone(),
            is_asked,
            is_explicit: super::is_explicit(activity),
            id: said.map(|row| row.id),
            version: said.and_then(|row| row.version),
            current: texts::current(connection, purpose)?.version,
            given_on: said.and_then(|row| row.given).map(|(on, _)| on),
            given_how: said.and_then(|row| row.given).map(|(_, how)| how),
            withdrawn_on: said.and_then(|row| row.withdrawn).map(|(on, _)| on),
            withdrawn_how: said.and_then(|row| row.withdrawn).map(|(_, how)| how),
            paper: said.and_then(|row| papers.get(&row.paper).copied()),
            kept_because: said.map_or_else(String::new, |row| row.kept_because.clone()),
            is_to_follow: said.is_some_and(is_to_follow),
        });
    }
    Ok(CustomerConsents {
        consents,
        offers: offers(connection)?
            .remove(&customer)
            .unwrap_or(Offers::NotAsked),
        health_notes,
        photos: photos::unwanted(connection, customer, &rows)?,
    })
}
