//! What has drifted apart about others who get data.

use rusqlite::Connection;

use super::Drift;
use crate::processing::activities::{Activity, Place};
use crate::processing::suppliers::{self, Missing, SupplierView};
use crate::{Error, Result, store};

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

/// Those that get data and are named in no language of the version in force.
fn not_in_policy(
    connection: &Connection,
    version: u32,
    suppliers: &[SupplierView],
) -> Result<Vec<Drift>> {
    let texts = store::policy::documents(connection, version)?;
    let mut found = Vec::new();
    for supplier in suppliers.iter().filter(|each| !each.uses.is_empty()) {
        let name = &supplier.fields.name;
        // The texts are stored as JSON, where some letters are written otherwise.
        let stored = serde_json::to_string(name).map_err(|_| Error::Internal("supplier"))?;
        if !texts.contains(stored.trim_matches('"')) {
            found.push(Drift::SupplierNotInPolicy {
                supplier: supplier.id,
                name: name.clone(),
                version,
            });
        }
    }
    Ok(found)
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
        let is_owed = !place.kept_by().is_empty()
            && !each.facts.alone.contains(&place)
            && !keepers.iter().any(|keeper| keeper.uses.contains(&each.id));
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
