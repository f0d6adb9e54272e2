//! The people that a finding speaks of.

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::Result;
use crate::customers::CustomerId;
use crate::store::drift::{self, Person};

/// People named with a finding, at most: as many as are gone through in one sitting.
const NAMED: usize = 100;

/// People a finding speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct People {
    /// How many.
    pub count: u32,
    /// The first of them.
    pub first: Vec<PersonView>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PersonView {
    /// Row id.
    pub id: CustomerId,
    /// Her name.
    pub name: String,
}

impl People {
    /// Those; `None` for nobody.
    pub(super) fn of_ids(
        connection: &Connection,
        ids: &BTreeSet<CustomerId>,
    ) -> Result<Option<Self>> {
        Ok(Self::of(drift::of_ids(connection, ids)?))
    }

    /// Those that were found; `None` for nobody.
    pub(super) fn of(found: Vec<Person>) -> Option<Self> {
        if found.is_empty() {
            return None;
        }
        let count = count(found.len());
        let first = found.into_iter().take(NAMED).map(|person| PersonView {
            id: person.id,
            name: format!("{} {}", person.given_name, person.family_name)
                .trim()
                .to_owned(),
        });
        Some(Self {
            count,
            first: first.collect(),
        })
    }
}

/// Rows, as the window counts them.
pub(super) fn count(found: usize) -> u32 {
    u32::try_from(found).unwrap_or(u32::MAX)
}
