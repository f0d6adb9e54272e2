//! What the record is written from: the map, the rows, and how this computer is set.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Months, NaiveDate};
use rusqlite::Connection;

use crate::consents::ConsentTo;
use crate::customers::CustomerId;
use crate::inventory::{Category, Purpose, Retention};
use crate::law::{self, Law};
use crate::processing::activities::{self, Activity};
use crate::processing::business::Business;
use crate::processing::suppliers::{self, Recipient};
use crate::{Language, Result, store};

/// What only the program round the register knows of how it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Security {
    /// It locks after so many seconds in which nobody touches it.
    pub lock_after: u32,
    /// The day of the last backup from this computer.
    pub backed_up_on: Option<NaiveDate>,
    /// Days after which it reminds of a backup.
    pub backup_after: u32,
}

/// How many customers there is a kind of data of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KindCount {
    /// Customers with it.
    pub customers: u32,
    /// What has been kept for its whole period: customers or, under the bookkeeping law, purchases.
    pub passed: u32,
    /// The next day on which a period is over.
    pub next: Option<NaiveDate>,
}

/// What goes when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YearCount {
    /// Customers whose time is up that year.
    pub customers: u32,
    /// Purchases that the books need no longer.
    pub purchases: u32,
}

/// Figures from the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Customers.
    pub customers: u32,
    /// Kinds of data by what they are used for.
    pub kinds: BTreeMap<(Purpose, Category), KindCount>,
    /// Customers, whatever is held of them.
    pub limits: KindCount,
    /// Customers who have said yes to a use and not taken it back.
    pub consenting: BTreeMap<ConsentTo, u32>,
    /// What goes when, by year.
    pub years: BTreeMap<i32, YearCount>,
}

/// What the record and the papers beside it are written from.
#[derive(Clone, Debug)]
pub struct RecordFacts {
    /// Their language.
    pub language: Language,
    /// Of which day they are.
    pub today: NaiveDate,
    /// The controller.
    pub business: Business,
    /// The uses that are made of data.
    pub uses: Vec<Activity>,
    /// Who receives data.
    pub recipients: Vec<Recipient>,
    /// Figures.
    pub counts: Counts,
    /// How the register is kept.
    pub security: Security,
    /// The day on which the recovery sheet was last tried with success.
    pub recovery_tested_on: Option<NaiveDate>,
}

impl RecordFacts {
    /// Everything as it is `today`.
    pub fn gather(
        connection: &Connection,
        security: Security,
        language: Language,
        today: NaiveDate,
    ) -> Result<Self> {
        let business = store::business::find(connection)?;
        let mut uses = activities::all(connection, language)?;
        uses.retain(|each| each.in_use);
        let law = law::of(business.country)?;
        let tested = store::register::find(connection)?.recovery_tested_at;
        Ok(Self {
            counts: counts(connection, &uses, law, today)?,
            recipients: suppliers::recipients(connection, &uses)?,
            language,
            today,
            business,
            uses,
            security,
            recovery_tested_on: tested.as_deref().map(store::day_of).transpose()?,
        })
    }
}

fn counts(
    connection: &Connection,
    uses: &[Activity],
    law: &Law,
    today: NaiveDate,
) -> Result<Counts> {
    let years = Months::new(u32::from(law.customer.years) * 12);
    // As far as the calendar goes, nothing is ever over.
    let limit = |day: NaiveDate| day.checked_add_months(years).unwrap_or(NaiveDate::MAX);
    let limits: Vec<(CustomerId, NaiveDate)> = store::retention::latest(connection)?
        .into_iter()
        .map(|(id, day)| (id, limit(day)))
        .collect();
    let purchases = store::retention::purchases_by_year(connection)?;
    let mut counts = Counts {
        customers: count(limits.len()),
        limits: passed(limits.iter().map(|(_, limit)| *limit), today),
        ..Counts::default()
    };
    for (_, limit) in &limits {
        counts.years.entry(limit.year()).or_default().customers += 1;
    }
    let mut books = KindCount::default();
    for (year, purchases) in purchases {
        let over = law.bookkeeping.needed_until(year);
        counts.years.entry(over.year()).or_default().purchases += purchases;
        if over < today {
            books.passed += purchases;
        } else {
            books.next = Some(books.next.map_or(over, |next| next.min(over)));
        }
    }
    let consents: BTreeSet<(ConsentTo, CustomerId)> = store::consent::of_customers(connection)?
        .into_iter()
        .filter(store::consent::ConsentRow::is_running)
        .map(|row| (row.to, row.customer_id))
        .collect();
    for (to, _) in consents {
        *counts.consenting.entry(to).or_default() += 1;
    }
    for each in uses {
        let Some(purpose) = each.purpose else {
            continue;
        };
        for &category in &each.held {
            let with = store::record::customers_with(connection, |personal| {
                (personal.purpose, personal.category) == (purpose, category)
            })?;
            let kind = match each.facts.retention {
                Retention::Bookkeeping => books,
                // Counted from when the rest is erased: before that no time runs.
                Retention::Proof => KindCount::default(),
                Retention::WhileCustomer
                | Retention::UntilObjection
                | Retention::UntilWithdrawn => {
                    let with: BTreeSet<CustomerId> = with.iter().copied().collect();
                    let those = limits.iter().filter(|(id, _)| with.contains(id));
                    passed(those.map(|(_, limit)| *limit), today)
                }
            };
            let customers = count(with.len());
            let kind = KindCount { customers, ..kind };
            counts.kinds.insert((purpose, category), kind);
        }
    }
    Ok(counts)
}

fn passed(limits: impl Iterator<Item = NaiveDate>, today: NaiveDate) -> KindCount {
    let mut kind = KindCount::default();
    for limit in limits {
        kind.customers += 1;
        if limit < today {
            kind.passed += 1;
        } else {
            kind.next = Some(kind.next.map_or(limit, |next| next.min(limit)));
        }
    }
    kind
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
