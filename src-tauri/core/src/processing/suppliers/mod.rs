//! Suppliers: who else handles customers' data, in which role, under what agreement, and what is
//! lacking (articles 26 and 28). Kundbok itself is none: the register lies on her own computer.

pub(crate) mod agreed;
pub mod agreement;
mod agreement_text;
mod fields;
mod missing;
pub mod presets;
pub(crate) mod safeguards;
pub mod uses;
mod validate;

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use fields::{Agreement, Role, SubProcessor, SupplierFields, SupplierRole, Term, Work};
pub use missing::{Missing, missing};

use super::activities::{self, Activity, ActivityId};
use crate::attachments::{self, AttachmentView, Owner};
use crate::error::Rule;
use crate::seen::Seen;
use crate::{Error, Language, Result, store};

/// At most so many suppliers.
const SUPPLIERS: usize = 100;

/// A supplier as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SupplierView {
    /// Row id.
    pub id: u32,
    /// What is known of it.
    pub fields: SupplierFields,
    /// What is lacking.
    pub missing: Vec<Missing>,
    /// The uses that are made of data and in which it gets some.
    pub uses: BTreeSet<ActivityId>,
    /// The papers that are kept with it.
    pub attachments: Vec<AttachmentView>,
    /// What a change of it goes out from.
    pub seen: Seen,
}

/// A change of a supplier.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct EditSupplier {
    /// Row id.
    pub id: u32,
    /// All fields as they shall be.
    pub fields: SupplierFields,
}

/// A supplier that goes.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct RemoveSupplier {
    /// Row id.
    pub id: u32,
}

/// Who receives customers' data, as a customer is told (articles 13(1)(e) and (f), 15(1)(c) and (2)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Recipient {
    /// Row id of the supplier, or of the one it helps.
    pub supplier: u32,
    /// Name.
    pub name: String,
    /// What for.
    pub work: Work,
    /// The supplier that it helps, when it is a sub-processor; else empty.
    pub helps: String,
    /// Country (ISO 3166-1 alpha-2).
    pub country: String,
    /// Outside the EEA: what protects the data there; empty when that is not known.
    pub safeguard: String,
    /// Answers for the data together with her: people are told who does what (article 26(2)).
    pub is_joint: bool,
    /// In which uses it gets data.
    pub uses: BTreeSet<ActivityId>,
}

impl SupplierView {
    fn of(
        connection: &Connection,
        activities: &[Activity],
        id: u32,
        fields: SupplierFields,
    ) -> Result<Self> {
        Ok(Self {
            id,
            missing: missing(&fields),
            uses: uses::of(&fields, activities),
            attachments: attachments::view(connection, Owner::Supplier(id))?,
            seen: Seen::of(connection, "supplier", id, &fields)?,
            fields,
        })
    }
}

/// Every supplier, in the order they were added.
pub fn list(connection: &Connection) -> Result<Vec<SupplierView>> {
    // Which uses are made is the same in every language.
    let activities = activities::all(connection, Language::Sv)?;
    store::supplier::all(connection)?
        .into_iter()
        .map(|(id, fields)| SupplierView::of(connection, &activities, id, fields))
        .collect()
}

/// One supplier.
///
/// # Errors
/// [`Error::NotFound`].
pub fn view(connection: &Connection, id: u32) -> Result<SupplierView> {
    let fields = store::supplier::find(connection, id)?;
    let activities = activities::all(connection, Language::Sv)?;
    SupplierView::of(connection, &activities, id, fields)
}

/// Adds a supplier; answers its row id.
///
/// # Errors
/// [`Error::Invalid`] with every refused field.
pub fn add(
    connection: &Connection,
    now: DateTime<FixedOffset>,
    fields: SupplierFields,
) -> Result<u32> {
    let fields = validate::fields(fields, now)?;
    expect_uses(connection, &fields)?;
    if store::supplier::count(connection)? >= SUPPLIERS {
        return Err(Error::invalid("name", Rule::TooMany));
    }
    store::supplier::insert(connection, &fields)
}

/// Changes a supplier.
///
/// # Errors
/// [`Error::Invalid`] with every refused field; [`Error::NotFound`].
pub fn edit(
    connection: &Connection,
    now: DateTime<FixedOffset>,
    request: EditSupplier,
) -> Result<()> {
    let fields = validate::fields(request.fields, now)?;
    expect_uses(connection, &fields)?;
    store::supplier::update(connection, request.id, &fields)
}

/// The uses that she ticked are in the map.
fn expect_uses(connection: &Connection, fields: &SupplierFields) -> Result<()> {
    let known = store::activity::all(connection)?;
    let is_known = |id: &ActivityId| known.iter().any(|row| row.id == *id);
    if fields.uses.iter().flatten().all(is_known) {
        Ok(())
    } else {
        Err(Error::NotFound)
    }
}

/// Removes a supplier with its roles, its sub-processors and the papers kept with it.
///
/// # Errors
/// [`Error::NotFound`].
pub fn remove(connection: &Connection, request: &RemoveSupplier) -> Result<()> {
    store::supplier::delete(connection, request.id)
}

/// Everyone who receives customers' data in some use that is made of it: suppliers, each with its
/// sub-processors after it.
pub fn recipients(connection: &Connection, activities: &[Activity]) -> Result<Vec<Recipient>> {
    let mut recipients = Vec::new();
    for (id, supplier) in store::supplier::all(connection)? {
        let uses = uses::of(&supplier, activities);
        if uses.is_empty() {
            continue;
        }
        let is_joint = supplier.is(Role::JointController);
        let under = supplier.sub_processors.into_iter().map(|sub| Recipient {
            supplier: id,
            name: sub.name,
            work: supplier.work,
            helps: supplier.name.clone(),
            country: sub.country,
            safeguard: sub.safeguard,
            is_joint: false,
            uses: uses.clone(),
        });
        let under: Vec<Recipient> = under.collect();
        recipients.push(Recipient {
            supplier: id,
            is_joint,
            name: supplier.name,
            work: supplier.work,
            helps: String::new(),
            country: supplier.country,
            safeguard: supplier.safeguard,
            uses,
        });
        recipients.extend(under);
    }
    Ok(recipients)
}

#[cfg(test)]
mod tests;
