//! Which uses of data a supplier takes part in: what follows from its work, until she says otherwise.

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::{SupplierFields, Work};
use crate::inventory::Purpose;
use crate::processing::activities::{self, Activity, ActivityId, Place};
use crate::{Language, Result, store};

/// What a supplier's form offers: the uses that are made of data, and those that follow from each work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SupplierUses {
    /// Every use that is made of data, in order.
    pub uses: Vec<UseName>,
    /// Those that follow from each work.
    pub proposed: Vec<ProposedUses>,
}

/// A use of data by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct UseName {
    /// Which.
    pub id: ActivityId,
    /// What it is called.
    pub name: String,
}

/// The uses that follow from a work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ProposedUses {
    /// Which work.
    pub work: Work,
    /// In which uses it gets data.
    pub uses: BTreeSet<ActivityId>,
}

/// A supplier with the uses in which it gets data, as the map shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SupplierInUse {
    /// Row id.
    pub id: u32,
    /// Name.
    pub name: String,
    /// Country (ISO 3166-1 alpha-2).
    pub country: String,
    /// In which uses.
    pub uses: BTreeSet<ActivityId>,
}

/// What a supplier's form offers.
///
/// # Errors
/// [`crate::Error::Internal`] when a supplied text has a fault.
pub fn offered(connection: &Connection, language: Language) -> Result<SupplierUses> {
    let activities = activities::all(connection, language)?;
    let proposed = |work| ProposedUses {
        work,
        uses: proposed(work, &activities),
    };
    Ok(SupplierUses {
        proposed: Work::ALL.into_iter().map(proposed).collect(),
        uses: activities
            .iter()
            .filter(|each| each.in_use)
            .map(|each| UseName {
                id: each.id,
                name: each.texts.name.clone(),
            })
            .collect(),
    })
}

/// Every supplier with the uses in which it gets data.
///
/// # Errors
/// [`crate::Error::Internal`].
pub fn all(connection: &Connection, activities: &[Activity]) -> Result<Vec<SupplierInUse>> {
    let suppliers = store::supplier::all(connection)?.into_iter();
    Ok(suppliers
        .map(|(id, fields)| SupplierInUse {
            id,
            uses: of(&fields, activities),
            name: fields.name,
            country: fields.country,
        })
        .collect())
}

/// The uses that are made of data and in which a supplier gets some.
pub fn of(supplier: &SupplierFields, activities: &[Activity]) -> BTreeSet<ActivityId> {
    let Some(chosen) = &supplier.uses else {
        return proposed(supplier.work, activities);
    };
    let used = activities.iter().filter(|each| each.in_use);
    used.map(|each| each.id)
        .filter(|id| chosen.contains(id))
        .collect()
}

/// Writes down who gets data in a use: exactly `wanted`. A supplier for which nothing changes stays as
/// it is, and goes on following its work if it did.
///
/// # Errors
/// [`crate::Error::Internal`].
pub(in crate::processing) fn choose(
    connection: &Connection,
    of_use: ActivityId,
    wanted: &BTreeSet<u32>,
    activities: &[Activity],
) -> Result<()> {
    for (id, mut fields) in store::supplier::all(connection)? {
        let mut uses = of(&fields, activities);
        if uses.contains(&of_use) == wanted.contains(&id) {
            continue;
        }
        // What she said of uses that are not made now stays said.
        uses.extend(fields.uses.take().unwrap_or_default());
        if wanted.contains(&id) {
            uses.insert(of_use);
        } else {
            uses.remove(&of_use);
        }
        store::supplier::write_uses(connection, id, Some(&uses))?;
    }
    Ok(())
}

/// Where one who does a work usually gets data.
fn proposed(work: Work, activities: &[Activity]) -> BTreeSet<ActivityId> {
    let (purpose, place) = match work {
        Work::Bookkeeper => (Some(Purpose::Bookkeeping), None),
        Work::Mail => (Some(Purpose::Sale), Some(Place::Mail)),
        Work::Cloud => (None, Some(Place::Cloud)),
        Work::Social => (None, Some(Place::Social)),
        Work::Carrier | Work::Booking | Work::Payment | Work::Supplier | Work::Other => {
            (Some(Purpose::Sale), None)
        }
    };
    let is_so = |each: &&Activity| {
        (purpose.is_some() && each.purpose == purpose)
            || place.is_some_and(|place| each.facts.places.contains(&place))
    };
    let used = activities.iter().filter(|each| each.in_use);
    let found: BTreeSet<ActivityId> = used.clone().filter(is_so).map(|each| each.id).collect();
    if !found.is_empty() {
        return found;
    }
    // Someone who was written down gets something: what every customer gives.
    used.filter(|each| each.purpose == Some(Purpose::Sale))
        .map(|each| each.id)
        .collect()
}
