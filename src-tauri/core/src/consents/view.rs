//! What a customer said, and what may be done after it.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::offers::{is_offers_tag, offers};
use super::{ConsentTo, ConsentView, CustomerConsents, Offers, health, photos, texts};
use crate::customers::CustomerId;
use crate::inventory::Purpose;
use crate::processing::activities::{self, Activity};
use crate::store::consent::ConsentRow;
use crate::{Language, Result, store};

/// What follows from her last no is still to be done where the register does not see it: in the phone, on
/// paper, on a mailing list. The map says whether a use has data there. What was never said yes to is
/// nowhere, but for a mailing list, which may need no yes, and pictures kept with her. What is kept
/// for a reason stays.
pub(super) fn is_to_follow(
    connection: &Connection,
    activities: &[Activity],
    row: &ConsentRow,
) -> Result<bool> {
    if row.withdrawn.is_none() || row.followed_on.is_some() || !row.kept_because.is_empty() {
        return Ok(false);
    }
    let is_of = |each: &&Activity| {
        ConsentTo::of(each) == row.to
            || (row.to == Purpose::Newsletter
                && each.purpose == Some(Purpose::OwnOffers)
                && each.in_use)
    };
    let is_elsewhere = activities.iter().filter(is_of).any(Activity::is_elsewhere);
    Ok(match row.to.purpose() {
        Some(Purpose::Photo) if row.given.is_none() => {
            !photos::unwanted(connection, row)?.is_empty()
        }
        Some(Purpose::Newsletter) => is_elsewhere,
        _ => is_elsewhere && row.given.is_some(),
    })
}

/// Those who said no to a use last, with what follows from that still to be done.
///
/// # Errors
/// [`Error::Internal`](crate::Error::Internal).
pub(crate) fn refused_kept(
    connection: &Connection,
    activities: &[Activity],
    said: &[ConsentRow],
    to: &ConsentTo,
) -> Result<BTreeSet<CustomerId>> {
    let mut found = BTreeSet::new();
    for (id, row) in super::latest(said, to) {
        if is_to_follow(connection, activities, row)? {
            found.insert(id);
        }
    }
    Ok(found)
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
    let is_sent_offers = (store::customer::find(connection, customer)?.fields.tags)
        .iter()
        .any(|tag| is_offers_tag(tag));
    let rows = store::consent::of_customer(connection, customer)?;
    let papers: BTreeMap<String, u32> = store::attachment::of(connection, customer.into())?
        .into_iter()
        .map(|row| (row.sealed.name, row.id))
        .collect();
    let skin = rows.iter().rfind(|row| row.to == Purpose::SkinAdvice);
    let health_notes = if skin.is_some_and(ConsentRow::is_running) {
        Vec::new()
    } else {
        health::notes(connection, customer)?
    };
    let activities = activities::all(connection, language)?;
    let of = |purpose| activities.iter().find(|each| each.purpose == Some(purpose));
    let own_offers = of(Purpose::OwnOffers).filter(|each| each.in_use);
    let mut consents = Vec::new();
    for super::to::Asked { to, activity, .. } in super::asked(&activities, &rows) {
        let said = rows.iter().rfind(|row| row.to == to);
        // What she removed is told in the history alone.
        let Some(activity) = activity else {
            continue;
        };
        // What is found to lack a yes leads here: there must be a way to note one.
        let is_due = match to.purpose() {
            Some(Purpose::SkinAdvice) => !health_notes.is_empty(),
            Some(Purpose::Newsletter) => is_sent_offers,
            _ => false,
        };
        let was_asked = said.is_some_and(|row| row.given.is_some());
        let is_asked = super::is_asked(activity) && (activity.in_use || is_due || was_asked);
        // Offers that need no yes go on until she says no.
        let objected = own_offers.filter(|_| to == Purpose::Newsletter);
        if !is_asked && said.is_none() && objected.is_none() && !is_due {
            continue;
        }
        let named = objected.filter(|_| !is_asked).unwrap_or(activity);
        let current = texts::number(connection, &to)?;
        consents.push(ConsentView {
            to,
            name: named.texts.name.clone(),
            is_asked,
            is_explicit: super::is_explicit(activity),
            id: said.map(|row| row.id),
            version: said.and_then(|row| row.version),
            current,
            given_on: said.and_then(|row| row.given).map(|(on, _)| on),
            given_how: said.and_then(|row| row.given).map(|(_, how)| how),
            withdrawn_on: said.and_then(|row| row.withdrawn).map(|(on, _)| on),
            withdrawn_how: said.and_then(|row| row.withdrawn).map(|(_, how)| how),
            paper: said.and_then(|row| papers.get(&row.paper).copied()),
            kept_because: said.map_or_else(String::new, |row| row.kept_because.clone()),
            is_to_follow: match said {
                Some(row) => is_to_follow(connection, &activities, row)?,
                None => false,
            },
        });
    }
    Ok(CustomerConsents {
        consents,
        offers: offers(connection)?
            .remove(&customer)
            .unwrap_or(Offers::NotAsked),
        health_notes,
        photos: match rows.iter().rfind(|row| row.to == Purpose::Photo) {
            Some(row) => photos::unwanted(connection, row)?,
            None => Vec::new(),
        },
    })
}
