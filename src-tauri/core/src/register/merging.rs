//! Bringing two states of the register together: customer by customer, and what is no customer's entry
//! by entry.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::past::EntryDifference;
use super::{Action, Change, GenerationId, Register};
use crate::customers::CustomerId;
use crate::processing::{activities, clauses};
use crate::session::Saved;
use crate::store::entry::{self, EntryId, EntryValue};
use crate::store::transfer;
use crate::{Language, Result};

/// What becomes as it is in another state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct Chosen {
    /// Customers, with everything that is theirs.
    pub customers: Vec<CustomerId>,
    /// What is no customer's.
    pub entries: Vec<EntryId>,
}

impl<const COUNT: usize> From<&[CustomerId; COUNT]> for Chosen {
    fn from(customers: &[CustomerId; COUNT]) -> Self {
        Self {
            customers: customers.to_vec(),
            entries: Vec::new(),
        }
    }
}

impl Register {
    /// Takes over from another state on this computer what was chosen, as it is there. Everything else
    /// stays as it is now, and the open state is kept as a generation first. All or none.
    ///
    /// # Errors
    /// As [`Self::compare`]; [`Error::NotFound`](crate::Error::NotFound) for what that state does not
    /// hold; [`Error::SaveFailed`](crate::Error::SaveFailed).
    pub fn take_over(
        &mut self,
        id: &GenerationId,
        chosen: impl Into<Chosen>,
        now: DateTime<FixedOffset>,
    ) -> Result<Saved<()>> {
        let chosen = chosen.into();
        // Another computer may have saved what is open.
        self.vault.keep_head()?;
        let (other, ()) = self.open_generation(id, |_| Ok(()))?;
        let saved = self.write(now, Action::TakeOver, |connection| {
            entry::take_over(&other, connection, &chosen.entries)?;
            let about = chosen
                .customers
                .iter()
                .map(|customer| transfer::customer(&other, connection, *customer))
                .collect::<Result<_>>()?;
            Ok(Change::of_all(about, ()))
        })?;
        let local = self.vault.local();
        let asked = local.question();
        if asked.is_some_and(|asked| asked.is_about(id.number, &id.digest)) {
            local.answered();
        }
        Ok(saved)
    }
}

/// What is no customer's and is not alike in the open state and in the other one.
pub(super) fn entries(
    open: &Connection,
    other: &Connection,
    language: Language,
) -> Result<Vec<EntryDifference>> {
    let (here, there) = (entry::all(open)?, entry::all(other)?);
    let ids: BTreeSet<&EntryId> = here.keys().chain(there.keys()).collect();
    let mut found = Vec::new();
    for id in ids {
        let mut parts = entry::differences(here.get(id), there.get(id));
        if parts.is_empty() {
            continue;
        }
        for part in &mut parts {
            name_tied(open, part.table.as_str(), &mut part.here, language)?;
            name_tied(other, part.table.as_str(), &mut part.there, language)?;
        }
        let is_here = here.contains_key(id);
        found.push(EntryDifference {
            name: name(if is_here { open } else { other }, id, language)?,
            id: id.clone(),
            is_here,
            is_there: there.contains_key(id),
            parts,
        });
    }
    found.sort_by_cached_key(|entry| (entry.id.table.clone(), entry.id.id));
    Ok(found)
}

/// What an entry is tied to is said by its name.
fn name_tied(
    connection: &Connection,
    table: &str,
    rows: &mut [Vec<EntryValue>],
    language: Language,
) -> Result<()> {
    for value in rows.iter_mut().flatten() {
        if let Some(id) = entry::tied_to(connection, table, value)? {
            value.value = name(connection, &id, language)?;
        }
    }
    Ok(())
}

/// What an entry is called on screen; empty where it has no name.
fn name(connection: &Connection, id: &EntryId, language: Language) -> Result<String> {
    let found = match id.table.as_str() {
        "clause" => clauses::all(connection, &[], language)?
            .into_iter()
            .find(|clause| clause.id.0 == id.id)
            .map(|clause| clause.content.heading),
        "activity" => activities::all(connection, language)?
            .into_iter()
            .find(|activity| activity.id.0 == id.id)
            .map(|activity| activity.texts.name),
        "supplier" => Some(crate::store::supplier::find(connection, id.id)?.name),
        "consent_text" => {
            let to = crate::store::consent::use_of_text(connection, id.id)?;
            let activities = activities::all(connection, language)?;
            to.find(&activities)
                .map(|activity| activity.texts.name.clone())
        }
        _ => None,
    };
    Ok(found.unwrap_or_default())
}
