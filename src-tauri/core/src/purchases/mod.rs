//! Purchases: date, lines, quantity, price in öre.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::customers::CustomerId;
use crate::money::Ore;

/// A line of a purchase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct PurchaseLine {
    /// What was bought.
    pub product: String,
    /// How many: 1 to 9 999, or negative for a return.
    pub quantity: i32,
    /// Price of one, in öre.
    pub unit_price: Ore,
}

/// What a purchase holds. The currency follows from the business's country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct PurchaseFields {
    /// When.
    pub purchased_on: NaiveDate,
    /// Receipt number, or empty.
    pub receipt: String,
    /// A note, or empty.
    pub note: String,
    /// At least one line, at most 200.
    pub lines: Vec<PurchaseLine>,
}

/// A new purchase.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct AddPurchase {
    /// Whose.
    pub customer_id: CustomerId,
    /// What.
    pub fields: PurchaseFields,
}

/// A change of a purchase.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct EditPurchase {
    /// Row id of the purchase.
    pub id: u32,
    /// All fields as they shall be.
    pub fields: PurchaseFields,
}
