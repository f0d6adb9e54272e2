//! Who may be sent offers.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::customers::CustomerId;
use crate::inventory::Purpose;
use crate::store::consent::ConsentRow;
use crate::{Result, store};

/// Whether somebody may be sent offers by mail or text message (SE marknadsföringslagen 19 §, DK
/// markedsføringsloven § 10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Offers {
    /// She said yes.
    Consent,
    /// She has bought something, gave her mail address herself and has not said no: by mail, for similar
    /// goods, with a way to say no in each. Whether she could say no when she gave it, the register does
    /// not know: that is asked where this is shown.
    OwnCustomer,
    /// She said no.
    SaidNo,
    /// She has not said yes, and nothing else allows it.
    NotAsked,
}

impl Offers {
    fn from(said: Option<&ConsentRow>, is_own_customer: bool) -> Self {
        match said {
            Some(row) if row.is_running() => Self::Consent,
            Some(_) => Self::SaidNo,
            None if is_own_customer => Self::OwnCustomer,
            None => Self::NotAsked,
        }
    }

    /// Whether she may.
    pub const fn is_allowed(self) -> bool {
        matches!(self, Self::Consent | Self::OwnCustomer)
    }
}

/// Whether each customer may be sent offers. The one gate: whatever sends or lists asks here.
///
/// # Errors
/// [`Error::Internal`](crate::Error::Internal).
pub fn offers(connection: &Connection) -> Result<BTreeMap<CustomerId, Offers>> {
    let mut uses = store::activity::all(connection)?.into_iter();
    // The register itself cannot show that they are sent.
    let own = if uses.any(|row| row.purpose == Some(Purpose::OwnOffers) && row.is_done()) {
        store::drift::buyers_with_mail(connection)?
    } else {
        BTreeSet::new()
    };
    let said = store::consent::of_customers(connection)?;
    let said = super::latest(&said, &Purpose::Newsletter.into());
    Ok(store::customer::ids(connection)?
        .into_iter()
        .map(|id| (id, Offers::from(said.get(&id).copied(), own.contains(&id))))
        .collect())
}

/// What a tag begins with that says somebody is sent offers.
const OFFERS: &str = include_str!("../../../../assets/words/offers.txt");

/// Whether a tag says that somebody is sent offers.
pub(crate) fn is_offers_tag(tag: &str) -> bool {
    let tag = tag.to_lowercase();
    let mut beginnings = OFFERS
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    beginnings.any(|beginning| tag.starts_with(beginning))
}
