//! Taking in a list of customers: all or nothing.

use std::collections::HashSet;

use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;

use super::CustomerId;
use crate::exchange::import::ConfirmImport;
use crate::exchange::plan::{ImportPlan, identity};
use crate::{Result, store};

/// What the customers in the register are known by, to tell who is there already.
pub fn known(connection: &Connection) -> Result<HashSet<String>> {
    let mut known = HashSet::new();
    for id in store::customer::ids(connection)? {
        known.extend(identity(&store::customer::find(connection, id)?.fields));
    }
    Ok(known)
}

/// Adds every customer of the plan that is ready.
///
/// # Errors
/// [`crate::Error::Invalid`] for the source; whatever refuses one refuses all.
pub fn take_in(
    connection: &Connection,
    now: DateTime<FixedOffset>,
    plan: &ImportPlan,
    confirmed: &ConfirmImport,
) -> Result<Vec<CustomerId>> {
    plan.customers(confirmed)?
        .into_iter()
        .map(|fields| super::add(connection, now, fields))
        .collect()
}
