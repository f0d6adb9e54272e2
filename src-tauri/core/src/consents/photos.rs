//! The pictures of a customer, once she has said no to them.

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::customers::CustomerId;
use crate::inventory::Purpose;
use crate::store::consent::ConsentRow;
use crate::{Error, Result, store};

/// Pictures that are to be erased.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct ErasePhotos {
    /// Whose.
    pub customer_id: CustomerId,
    /// Which attachments.
    pub photos: BTreeSet<u32>,
}

/// The pictures kept with a customer who said no to photos, but for those that show what she said. What
/// they are of is not known: a person looks.
pub(super) fn unwanted(
    connection: &Connection,
    customer: CustomerId,
    said: &[ConsentRow],
) -> Result<Vec<u32>> {
    let last = said.iter().rfind(|row| row.purpose == Purpose::Photo);
    if last.is_none_or(ConsentRow::is_running) {
        return Ok(Vec::new());
    }
    Ok(store::attachment::of(connection, customer.into())?
        .into_iter()
        .filter(|file| file.media_type.is_picture())
        .filter(|file| !said.iter().any(|row| row.paper == file.sealed.name))
        .map(|file| file.id)
        .collect())
}

/// Erases pictures of a customer who said no to them.
///
/// # Errors
/// [`Error::NotFound`] when one of them is none that [`CustomerConsents`](super::CustomerConsents) shows:
/// then none is erased.
pub fn erase_photos(connection: &Connection, request: &ErasePhotos) -> Result<()> {
    let said = store::consent::of_customer(connection, request.customer_id)?;
    let found = unwanted(connection, request.customer_id, &said)?;
    if !request.photos.iter().all(|id| found.contains(id)) {
        return Err(Error::NotFound);
    }
    for id in &request.photos {
        store::attachment::delete(connection, *id)?;
    }
    Ok(())
}
