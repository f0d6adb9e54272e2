//! Purchases: date, lines, quantity, price in öre.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::customers::CustomerId;
use crate::customers::validate::Checks;
use crate::error::Rule;
use crate::money::Ore;
use crate::seen::Seen;
use crate::{Result, store};

const RECEIPT: usize = 50;
const NOTE: usize = 2_000;
const PRODUCT: usize = 200;
const LINES: usize = 200;
const QUANTITY: i32 = 9_999;
/// Purchases may lie this far ahead: an order for next month, not a slip of the year.
const AHEAD_DAYS: i64 = 366;

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

/// The sum of lines.
pub fn total(lines: &[PurchaseLine]) -> Ore {
    Ore(lines
        .iter()
        .map(|line| line.unit_price.0.saturating_mul(line.quantity.into()))
        .fold(0, i64::saturating_add))
}

/// Adds a purchase in the business's currency.
///
/// # Errors
/// [`crate::Error::Invalid`] with every refused field; [`crate::Error::NotFound`] without such a
/// customer.
pub fn add(
    connection: &Connection,
    now: DateTime<FixedOffset>,
    request: AddPurchase,
) -> Result<()> {
    let fields = validate(request.fields, now)?;
    store::customer::find(connection, request.customer_id)?;
    let currency = store::business::find(connection)?.country.currency();
    store::purchase::insert(connection, request.customer_id, currency, &fields)
}

/// A purchase as a change of it goes out from.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub fn seen(connection: &Connection, id: u32) -> Result<Seen> {
    let row = store::purchase::find(connection, id)?;
    Seen::of(connection, "purchase", id, &row.fields)
}

/// Changes a purchase; answers whose it is.
///
/// # Errors
/// [`crate::Error::Invalid`] with every refused field; [`crate::Error::NotFound`].
pub fn edit(
    connection: &Connection,
    now: DateTime<FixedOffset>,
    request: EditPurchase,
) -> Result<CustomerId> {
    let fields = validate(request.fields, now)?;
    store::purchase::update(connection, request.id, &fields)
}

fn validate(mut fields: PurchaseFields, now: DateTime<FixedOffset>) -> Result<PurchaseFields> {
    let mut checks = Checks::default();
    if !is_plausible_day(fields.purchased_on, now) {
        checks.refuse("purchasedOn", Rule::OutOfRange);
    }
    checks.text("receipt", &mut fields.receipt, RECEIPT);
    checks.text("note", &mut fields.note, NOTE);
    if fields.lines.is_empty() {
        checks.refuse("lines", Rule::Required);
    }
    checks.count("lines", fields.lines.len(), LINES);
    for (index, line) in fields.lines.iter_mut().enumerate() {
        let product = format!("lines.{index}.product");
        checks.required(&product, &mut line.product, PRODUCT);
        if line.quantity == 0 || line.quantity.unsigned_abs() > QUANTITY.unsigned_abs() {
            checks.refuse(format!("lines.{index}.quantity"), Rule::OutOfRange);
        }
        if !(0..=Ore::MAX.0).contains(&line.unit_price.0) {
            checks.refuse(format!("lines.{index}.unitPrice"), Rule::OutOfRange);
        }
    }
    checks.done()?;
    Ok(fields)
}

/// Between 1950 and a year ahead.
pub(crate) fn is_plausible_day(day: NaiveDate, now: DateTime<FixedOffset>) -> bool {
    let today = now.naive_local().date();
    NaiveDate::from_ymd_opt(1950, 1, 1).is_some_and(|first| day >= first)
        && (day - today).num_days() <= AHEAD_DAYS
}
