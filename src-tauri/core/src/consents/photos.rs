//! The pictures of a customer, once she has said no to them.

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::said;
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

/// The pictures kept with a customer who said no to photos, but for those that show what she said, until
/// it is noted that what follows from her no was done. What they are of is not known: a person looks.
pub(super) fn unwanted(connection: &Connection, last: &ConsentRow) -> Result<Vec<u32>> {
    if last.withdrawn.is_none() || last.followed_on.is_some() {
        return Ok(Vec::new());
    }
    let customer = last.customer_id;
    let said = store::consent::of_customer(connection, customer)?;
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
    let said = said(connection, request.customer_id, &Purpose::Photo.into())?;
    let found = match said.last() {
        Some(last) => unwanted(connection, last)?,
        None => Vec::new(),
    };
    if !request.photos.iter().all(|id| found.contains(id)) {
        return Err(Error::NotFound);
    }
    for id in &request.photos {
        store::attachment::delete(connection, *id)?;
    }
    Ok(())
}
