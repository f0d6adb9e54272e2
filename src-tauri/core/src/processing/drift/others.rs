//! What has drifted apart about others who get data.

use rusqlite::Connection;

use super::Drift;
use crate::processing::activities::{Activity, Place};
use crate::processing::policy;
use crate::processing::suppliers::{self, Missing, SupplierView};
use crate::{Result, store};

/// Agreements that lack something, suppliers that the policy does not name, and data that lies with
/// nobody knows whom.
pub(super) fn suppliers_drift(
    connection: &Connection,
    in_force: Option<(u32, bool)>,
    activities: &[Activity],
) -> Result<Vec<Drift>> {
    let suppliers = suppliers::list(connection)?;
    let mut found = agreements(&suppliers);
    if let Some((version, _)) = in_force {
        found.extend(not_in_policy(connection, version, &suppliers)?);
    }
    found.extend(places(&suppliers, activities));
    Ok(found)
}

fn agreements(suppliers: &[SupplierView]) -> Vec<Drift> {
    let is_owed = |each: &Missing| {
        matches!(
            each,
            Missing::Agreement
                | Missing::Arrangement
                | Missing::Term { .. }
                | Missing::Safeguard { .. }
        )
    };
    suppliers
        .iter()
        .filter(|supplier| supplier.missing.iter().any(is_owed))
        .map(|supplier| Drift::SupplierLacks {
            supplier: supplier.id,
            name: supplier.fields.name.clone(),
        })
        .collect()
}

/// Those that get data, and that the version does not name in each of its languages.
fn not_in_policy(
    connection: &Connection,
    version: u32,
    suppliers: &[SupplierView],
) -> Result<Vec<Drift>> {
    let named = store::policy::recipients(connection, version)?;
    let mut found = Vec::new();
    for supplier in suppliers {
        let is_known = supplier.uses.is_empty() || named.contains(&supplier.seen.mark);
        let name = &supplier.fields.name;
        if !is_known && !policy::is_named(connection, version, name)? {
            found.push(Drift::SupplierNotInPolicy {
                supplier: supplier.id,
                name: name.clone(),
                version,
            });
        }
    }
    Ok(found)
}

/// Whether a supplier that gets data in a use keeps what lies in a place. Its work says so; where that
/// is to keep nothing in any place, it is hers to say, and she does by ticking it for the use.
fn keeps(supplier: &SupplierView, place: Place) -> bool {
    let work = &supplier.fields.work;
    place.kept_by().contains(work)
        || (supplier.fields.uses.is_some()
            && !Place::ALL.iter().any(|each| each.kept_by().contains(work)))
}

/// A finding for each place, about the first use whose data lies there with nobody.
fn places(suppliers: &[SupplierView], activities: &[Activity]) -> Vec<Drift> {
    let mut found: Vec<(Place, Drift)> = Vec::new();
    let used = activities.iter().filter(|each| each.in_use);
    for (each, place) in used.flat_map(|each| each.facts.places.iter().map(move |it| (each, *it))) {
        let keepers: Vec<&SupplierView> = suppliers
            .iter()
            .filter(|supplier| place.kept_by().contains(&supplier.fields.work))
            .collect();
        let mut in_this = suppliers
            .iter()
            .filter(|supplier| supplier.uses.contains(&each.id));
        let is_owed = !place.kept_by().is_empty()
            && !each.facts.alone.contains(&place)
            && !in_this.any(|supplier| keeps(supplier, place));
        if is_owed && !found.iter().any(|(known, _)| *known == place) {
            let drift = Drift::PlaceWithoutSupplier {
                place,
                activity: each.id,
                name: each.texts.name.clone(),
                is_known: !keepers.is_empty(),
            };
            found.push((place, drift));
        }
    }
    found.into_iter().map(|(_, drift)| drift).collect()
}
