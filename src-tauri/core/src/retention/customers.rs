//! Customers of whom nothing was heard for the whole period: what need not be kept of them any longer goes,
//! column by column as the inventory says; what must be kept stays with the name to its own day.

use std::collections::BTreeSet;

use chrono::{Datelike, Months, NaiveDate};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::customers::CustomerId;
use crate::inventory::Retention;
use crate::store::drift::Person;
use crate::{Error, Result, law, store};

/// Of whom what need not be kept is to be erased.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct EraseCustomers {
    /// Whom.
    pub customers: Vec<CustomerId>,
}

/// Who was erased but for what must be kept, and who is not in the register any more.
pub struct Erased {
    /// Of whom something must be kept.
    pub kept: Vec<CustomerId>,
    /// Of whom nothing need be.
    pub gone: Vec<CustomerId>,
}

/// What is left of someone who was erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LeftView {
    /// The day on which she was.
    pub erased_on: NaiveDate,
    /// The last day for which something of hers must be kept; none when nothing must.
    pub until: Option<NaiveDate>,
}

/// Customers whose period is over.
pub(crate) struct PassedCustomers {
    /// Years for which they are kept after they were last heard of.
    pub years: u16,
    /// Who, the longest ago first; then those who were erased before, and of whom nothing must be kept now.
    pub of: Vec<Person>,
}

/// Those on a day.
pub(crate) fn passed_customers(
    connection: &Connection,
    today: NaiveDate,
) -> Result<PassedCustomers> {
    let years = law::of(store::business::find(connection)?.country)?
        .customer
        .years;
    let mut of = match today.checked_sub_months(Months::new(u32::from(years) * 12)) {
        Some(before) => store::drift::quiet_since(connection, before)?,
        None => Vec::new(),
    };
    for (person, erased_on) in store::retention::erased(connection)? {
        let until = needed_until(connection, person.id, erased_on)?;
        if until.is_none_or(|until| until < today) {
            of.push(person);
        }
    }
    Ok(PassedCustomers { years, of })
}

/// The last day for which something must be kept of a customer who is erased on a day: purchases for the
/// books, and what shows that the law was followed.
fn needed_until(
    connection: &Connection,
    id: CustomerId,
    erased_on: NaiveDate,
) -> Result<Option<NaiveDate>> {
    let law = law::of(store::business::find(connection)?.country)?;
    let purchase = store::retention::latest_purchase(connection, id)?;
    let books = purchase.map(|day| law.bookkeeping.needed_until(day.year()));
    let proof = store::retention::has_proof(connection, id)?;
    let years = Months::new(u32::from(law.proof.years) * 12);
    let proof = proof.then(|| {
        erased_on
            .checked_add_months(years)
            .unwrap_or(NaiveDate::MAX)
    });
    Ok(books.max(proof))
}

/// What is left of a customer; `None` for whoever was not erased.
pub(crate) fn left(
    connection: &Connection,
    id: CustomerId,
    erased_on: Option<NaiveDate>,
) -> Result<Option<LeftView>> {
    let Some(erased_on) = erased_on else {
        return Ok(None);
    };
    let until = needed_until(connection, id, erased_on)?;
    Ok(Some(LeftView { erased_on, until }))
}

/// Erases what need not be kept of customers whose period is over.
///
/// # Errors
/// [`Error::NotFound`] when one of them is not there, or was heard of meanwhile: then nothing is erased.
pub fn erase_customers(
    connection: &Connection,
    today: NaiveDate,
    request: &EraseCustomers,
) -> Result<Erased> {
    let passed = passed_customers(connection, today)?.of;
    let passed: BTreeSet<CustomerId> = passed.into_iter().map(|person| person.id).collect();
    let asked: BTreeSet<CustomerId> = request.customers.iter().copied().collect();
    if asked.is_empty() || !asked.is_subset(&passed) {
        return Err(Error::NotFound);
    }
    let mut erased = Erased {
        kept: Vec::new(),
        gone: Vec::new(),
    };
    for id in asked {
        let until = needed_until(connection, id, today)?;
        let was_erased = store::customer::find(connection, id)?.erased_on.is_some();
        if was_erased || until.is_none_or(|until| until < today) {
            store::retention::delete_customer(connection, id)?;
            erased.gone.push(id);
        } else {
            store::retention::erase(connection, id, today, |personal| {
                ends_with_her(personal.retention)
            })?;
            erased.kept.push(id);
        }
    }
    Ok(erased)
}

/// Kept until some years after she was last heard of, at the latest.
const fn ends_with_her(retention: Retention) -> bool {
    match retention {
        Retention::WhileCustomer | Retention::UntilObjection | Retention::UntilWithdrawn => true,
        Retention::Bookkeeping | Retention::Proof => false,
    }
}
