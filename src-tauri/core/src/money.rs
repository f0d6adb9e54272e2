//! Money in the smallest unit of its currency.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An amount in öre (hundredths of a krona, or of a krone). On the wire it is a plain number, and
/// [`Ore::MAX`] keeps it an exact one in JavaScript.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS,
)]
#[ts(export, type = "number")]
pub struct Ore(pub i64);

impl Ore {
    /// The largest amount accepted: ten million kronor.
    pub const MAX: Self = Self(1_000_000_000);
}

/// The currency of a purchase (ISO 4217).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "UPPERCASE")]
#[ts(export)]
pub enum Currency {
    /// Swedish krona.
    Sek,
    /// Danish krone.
    Dkk,
}
