//! What each version of the policy told of: a new use, or another purpose, is told of before it begins
//! (articles 13(3) and 14(4)).

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use crate::customers::CustomerId;
use crate::hash::sha256;
use crate::processing::activities::{self, Activity, ActivityId};
use crate::{Language, Result, store};

/// The uses as they are now, each with the hash of its purpose in every language.
fn now(connection: &Connection) -> Result<BTreeMap<ActivityId, String>> {
    let mut purposes: BTreeMap<ActivityId, String> = BTreeMap::new();
    for language in Language::ALL {
        for each in activities::all(connection, language)? {
            if each.in_use {
                let told = purposes.entry(each.id).or_default();
                told.push_str(&each.texts.purpose);
                told.push('\n');
            }
        }
    }
    Ok(purposes
        .into_iter()
        .map(|(id, told)| (id, sha256(told.as_bytes())))
        .collect())
}

/// Notes what a version tells of that was just put to use.
///
/// # Errors
/// [`crate::Error::Internal`].
pub(crate) fn note(connection: &Connection, version: u32) -> Result<()> {
    store::informed::note_uses(connection, version, &now(connection)?)
}

/// A use, and those who were given a version that does not tell of it.
pub(crate) struct Untold {
    /// Which.
    pub activity: ActivityId,
    /// What it is called.
    pub name: String,
    /// Whom.
    pub people: BTreeSet<CustomerId>,
}

/// Each use that some were not told of. Who was given nothing at all is not counted here: she is told
/// of everything when she is given the policy.
pub(crate) fn untold(connection: &Connection, activities: &[Activity]) -> Result<Vec<Untold>> {
    let told = store::informed::uses(connection)?;
    if told.is_empty() {
        return Ok(Vec::new());
    }
    let mut by_version: BTreeMap<u32, Vec<CustomerId>> = BTreeMap::new();
    for row in store::informed::all(connection)? {
        if let Some((version, _, _)) = row.given {
            by_version.entry(version).or_default().push(row.id);
        }
    }
    let mut found = Vec::new();
    for (activity, hash) in now(connection)? {
        let people: BTreeSet<CustomerId> = by_version
            .iter()
            .filter(|(version, _)| {
                told.get(*version)
                    .is_some_and(|uses| uses.get(&activity) != Some(&hash))
            })
            .flat_map(|(_, people)| people.iter().copied())
            .collect();
        let name = activities.iter().find(|each| each.id == activity);
        if let (Some(each), false) = (name, people.is_empty()) {
            found.push(Untold {
                activity,
                name: each.texts.name.clone(),
                people,
            });
        }
    }
    Ok(found)
}
