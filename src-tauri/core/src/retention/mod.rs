//! What was kept for its whole period, and erasing it (articles 5(1)(e) and 17(1)(a)).

mod customers;
pub(crate) mod section;

pub use self::customers::{EraseCustomers, Erased, LeftView, erase_customers};
pub(crate) use self::customers::{PassedCustomers, left, passed_customers};

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::customers::CustomerId;
use crate::law::{self, Bookkeeping};
use crate::{Error, Result, store};

/// Purchases that the books need no longer.
pub(crate) struct PassedPurchases {
    /// Years for which they were needed.
    pub years: u16,
    /// Whose, and how many.
    pub of: Vec<(CustomerId, u32)>,
}

fn bookkeeping(connection: &Connection) -> Result<&'static Bookkeeping> {
    Ok(&law::of(store::business::find(connection)?.country)?.bookkeeping)
}

/// Those on a day.
pub(crate) fn passed_purchases(
    connection: &Connection,
    today: NaiveDate,
) -> Result<PassedPurchases> {
    let bookkeeping = bookkeeping(connection)?;
    Ok(PassedPurchases {
        years: bookkeeping.years,
        of: store::retention::purchases_before(connection, bookkeeping.needed_since(today))?,
    })
}

/// Erases the purchases that the books need no longer; answers whose they were.
///
/// # Errors
/// [`Error::NotFound`] when there are none.
pub fn erase_purchases(connection: &Connection, today: NaiveDate) -> Result<Vec<CustomerId>> {
    let since = bookkeeping(connection)?.needed_since(today);
    let found = store::retention::purchases_before(connection, since)?;
    if found.is_empty() {
        return Err(Error::NotFound);
    }
    store::retention::delete_purchases_before(connection, since)?;
    Ok(found.into_iter().map(|(id, _)| id).collect())
}
