//! What the register really holds, read from its rows by the inventory.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::activities;
use crate::Result;
use crate::customers::{CustomerId, Source};
use crate::inventory::{self, Category, LegalBasis, Personal, Purpose, Retention};
use crate::store::record::{RowRecord, Value};
use crate::store::{self, activity::ActivityRow};

/// One kind of data with why it is kept, on what basis and for how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Held {
    /// The kind of data.
    pub category: Category,
    /// What for.
    pub purpose: Purpose,
    /// On what basis.
    pub basis: LegalBasis,
    /// For how long.
    pub retention: Retention,
}

impl From<Personal> for Held {
    fn from(personal: Personal) -> Self {
        Self {
            category: personal.category,
            purpose: personal.purpose,
            basis: personal.basis,
            retention: personal.retention,
        }
    }
}

/// What a register holds as soon as its first customer is written down and buys something: told
/// beforehand, while it is empty.
const EXPECTED: [Category; 4] = [
    Category::Contact,
    Category::Purchase,
    Category::Source,
    Category::Compliance,
];

/// Everything that some customer's row holds.
pub fn held(connection: &Connection) -> Result<BTreeSet<Held>> {
    // Who is asked answers: told beforehand, while nobody has yet.
    let asks = activities::on_consent(connection)?
        .into_iter()
        .any(|(_, is_done)| is_done);
    let mut held = BTreeSet::new();
    for table in inventory::TABLES {
        if table.reach().is_none() {
            continue;
        }
        for column in table.shown() {
            let Some(personal) = column.personal else {
                continue;
            };
            if EXPECTED.contains(&personal.category)
                || (personal.category == Category::Consent && asks)
                || store::record::is_filled(connection, table, column)?
            {
                held.insert(personal.into());
            }
        }
    }
    Ok(held)
}

/// The kinds of data that a customer's own rows hold, whatever is held of others.
pub fn held_of(connection: &Connection, customer: CustomerId) -> Result<BTreeSet<Category>> {
    let mut held = BTreeSet::new();
    for record in store::record::of_customer(connection, customer)? {
        for (at, column) in record.columns().enumerate() {
            let is_filled = |row: &RowRecord| row.values.get(at) != Some(&Value::Nothing);
            if let (Some(personal), true) = (column.personal, record.rows.iter().any(is_filled)) {
                held.insert(personal.category);
            }
        }
    }
    Ok(held)
}

/// Where people's data came from: as the rows tell, and what is done beside the register; from the person
/// herself while there are none.
pub fn sources(connection: &Connection) -> Result<Vec<Source>> {
    let mut sources = store::customer::sources(connection)?;
    if sources.is_empty() {
        sources.push(Source::Person);
    }
    // Guests are on the hostess's list before they are customers.
    let uses = store::activity::all(connection)?;
    let mut parties = uses
        .iter()
        .filter(|row| row.purpose == Some(Purpose::Party));
    if parties.any(ActivityRow::is_done) {
        sources.push(Source::Party);
    }
    sources.sort_unstable();
    sources.dedup();
    Ok(sources)
}
