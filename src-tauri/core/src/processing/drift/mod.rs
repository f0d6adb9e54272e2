//! Where what is said and what is done have drifted apart: the map, the policy and the rows compared.
//! Each finding is one sentence, the people it speaks of, and one thing that mends it.

mod others;
mod people;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use self::others::suppliers_drift;
use self::people::count;
pub use self::people::{People, PersonView};
use super::activities::{self, Activity, ActivityId, Place, QUESTIONS};
use super::clauses::ClauseId;
use super::{clauses, policy, policy_text};
use crate::consents::{self, ConsentTo};
use crate::customers::CustomerId;
use crate::informed;
use crate::inventory::Purpose;
use crate::retention::{self, PassedCustomers, PassedPurchases};
use crate::store::drift;
use crate::{Language, Result, store};

/// What has drifted apart, the most pressing first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(
    rename_all = "camelCase",
    tag = "kind",
    rename_all_fields = "camelCase"
)]
#[ts(export)]
pub enum Drift {
    /// People whose data came from someone else and who were not told (article 14(3): within a month, or when they are first in touch).
    NoticeDue {
        /// Whom.
        people: People,
        /// The first day by which one of them must be told.
        due_on: NaiveDate,
        /// Days until then; negative when it is past.
        days_left: i32,
    },
    /// Something is written about the health of people who have not said yes to that (article 9).
    HealthNotes {
        /// About whom.
        people: People,
    },
    /// Tags say that people are sent offers, and nothing allows it ([`consents::Offers`]): neither a yes nor
    /// that they are customers of hers who gave her the address, or they said no.
    OffersUnasked {
        /// To whom.
        people: People,
    },
    /// A use, or its purpose, is newer than the policy that people were given (articles 13(3), 14(4)).
    PurposeNew {
        /// Which use.
        activity: ActivityId,
        /// What it is called.
        name: String,
        /// Who was given one.
        people: People,
    },
    /// People said yes to an earlier text than the one that is asked now (article 7(1)).
    ConsentOld {
        /// Which use.
        activity: ActivityId,
        /// What the use is called.
        name: String,
        /// Who.
        people: People,
    },
    /// People said no, or took back their yes, and what follows from that outside the register is not noted
    /// as done: what rested on it was to be kept until then (articles 5(1)(e), 21(3)).
    RefusedKept {
        /// Which use.
        activity: ActivityId,
        /// What the use is called.
        name: String,
        /// Who.
        people: People,
    },
    /// What the law wants agreed with a supplier is lacking (articles 26 and 28).
    SupplierLacks {
        /// Which supplier.
        supplier: u32,
        /// What it is called.
        name: String,
    },
    /// A supplier gets data, and the policy in force does not name it (article 13(1)(e)).
    SupplierNotInPolicy {
        /// Which supplier.
        supplier: u32,
        /// What it is called.
        name: String,
        /// The policy's number.
        version: u32,
    },
    /// Data lies with others, and it is not written down with whom (articles 13(1)(e) and 30(1)(d)).
    PlaceWithoutSupplier {
        /// Where it lies.
        place: Place,
        /// A use whose data lies there.
        activity: ActivityId,
        /// What the use is called.
        name: String,
        /// Someone who could be meant is written down, and is said to get no data in that use.
        is_known: bool,
    },
    /// Data is kept elsewhere than in the register, and it is not said where.
    PlacesMissing {
        /// For which use.
        activity: ActivityId,
        /// What it is called.
        name: String,
    },
    /// A clause of hers cannot be printed any more: what was supplied stands in its place, or nothing.
    ClauseBroken {
        /// Which.
        clause: ClauseId,
        /// Its heading.
        name: String,
        /// In which language.
        language: Language,
    },
    /// Nothing has happened for longer than customers are kept (article 5(1)(e)).
    RetentionPassed {
        /// Years.
        years: u16,
        /// With whom.
        people: People,
    },
    /// Purchases are kept for longer than the books need them (article 5(1)(e)).
    PurchasesPassed {
        /// Years.
        years: u16,
        /// How many purchases.
        count: u32,
        /// Whose.
        people: People,
    },
    /// There are customers and no policy (article 13).
    PolicyMissing,
    /// The policy in force does not say what is done now.
    PolicyOutdated {
        /// Its number.
        version: u32,
    },
    /// Clauses that the law needs are left out.
    ClausesLeftOut {
        /// Their headings.
        headings: Vec<String>,
    },
    /// She says that she does not do it, and the register holds data for it.
    UseDenied {
        /// Which use.
        activity: ActivityId,
        /// What it is called.
        name: String,
    },
    /// A use that takes no data.
    UseWithoutData {
        /// Which.
        activity: ActivityId,
        /// What it is called.
        name: String,
    },
    /// Questions of the interview that she has not answered.
    QuestionsOpen {
        /// How many.
        count: u32,
    },
    /// Customers who were not given the version in force.
    PolicyNotGiven {
        /// Its number.
        version: u32,
        /// How many.
        count: u32,
    },
}

/// Everything that has drifted apart on a day.
///
/// # Errors
/// [`Error::Internal`](crate::Error::Internal) when a template has a fault.
pub fn look(connection: &Connection, today: NaiveDate, language: Language) -> Result<Vec<Drift>> {
    let activities = activities::all(connection, language)?;
    // It composes the policy in every language: once is enough.
    let in_force = policy::in_force(connection)?;
    let mut found = Vec::new();
    found.extend(notice_due(connection, today)?);
    found.extend(health_notes(connection)?);
    found.extend(offers_unasked(connection)?);
    found.extend(refused_kept(connection, &activities)?);
    found.extend(purposes_new(connection, &activities)?);
    found.extend(retention_passed(connection, today)?);
    found.extend(purchases_passed(connection, today)?);
    found.extend(policy_drift(connection, in_force, &activities, language)?);
    found.extend(broken_clauses(connection)?);
    found.extend(suppliers_drift(connection, in_force, &activities)?);
    found.extend(uses(connection, &activities)?);
    found.extend(not_given(connection, in_force)?);
    found.extend(consents_old(connection, &activities)?);
    Ok(found)
}

fn notice_due(connection: &Connection, today: NaiveDate) -> Result<Option<Drift>> {
    let owed = informed::owed(connection)?;
    let people = owed.iter().map(|(id, _)| *id).collect();
    let first = owed.into_iter().map(|(_, due_on)| due_on).min();
    let Some((due_on, people)) = first.zip(People::of_ids(connection, &people)?) else {
        return Ok(None);
    };
    Ok(Some(Drift::NoticeDue {
        people,
        due_on,
        days_left: i32::try_from((due_on - today).num_days()).unwrap_or(i32::MIN),
    }))
}

/// Words about health in what is written, and columns that the inventory says are of a special category.
fn spoken_of(connection: &Connection) -> Result<BTreeSet<CustomerId>> {
    let mut people = drift::with_texts(connection, consents::is_spoken_of)?;
    people.extend(store::record::customers_with(connection, |it| it.special)?);
    Ok(people)
}

fn health_notes(connection: &Connection) -> Result<Option<Drift>> {
    let mut people = spoken_of(connection)?;
    let said = store::consent::of_customers(connection)?;
    let said = consents::latest(&said, &Purpose::SkinAdvice.into());
    people.retain(|id| {
        !said
            .get(id)
            .is_some_and(|row| row.is_running() || !row.kept_because.is_empty())
    });
    let people = People::of_ids(connection, &people)?;
    Ok(people.map(|people| Drift::HealthNotes { people }))
}

fn offers_unasked(connection: &Connection) -> Result<Option<Drift>> {
    let mut people = drift::with_tag(connection, consents::is_offers_tag)?;
    if people.is_empty() {
        return Ok(None);
    }
    let offers = consents::offers(connection)?;
    people.retain(|id| !offers.get(id).is_some_and(|offers| offers.is_allowed()));
    let people = People::of_ids(connection, &people)?;
    Ok(people.map(|people| Drift::OffersUnasked { people }))
}

fn purposes_new(connection: &Connection, activities: &[Activity]) -> Result<Vec<Drift>> {
    let mut found = Vec::new();
    for each in informed::uses::untold(connection, activities)? {
        if let Some(people) = People::of_ids(connection, &each.people)? {
            found.push(Drift::PurposeNew {
                activity: each.activity,
                name: each.name,
                people,
            });
        }
    }
    Ok(found)
}

fn consents_old(connection: &Connection, activities: &[Activity]) -> Result<Vec<Drift>> {
    let mut found = Vec::new();
    let said = store::consent::of_customers(connection)?;
    // What is not done, or rests on something else by now, is asked of nobody.
    for activity in activities
        .iter()
        .filter(|it| it.in_use && consents::is_asked(it))
    {
        let to = ConsentTo::of(activity);
        let asked = consents::number(connection, &to)?;
        let people = consents::latest(&said, &to)
            .into_iter()
            .filter(|(_, row)| row.is_running() && row.version != Some(asked))
            .map(|(id, _)| id)
            .collect();
        if let Some(people) = People::of_ids(connection, &people)? {
            found.push(Drift::ConsentOld {
                activity: activity.id,
                name: activity.texts.name.clone(),
                people,
            });
        }
    }
    Ok(found)
}

fn refused_kept(connection: &Connection, activities: &[Activity]) -> Result<Vec<Drift>> {
    let mut found = Vec::new();
    let said = store::consent::of_customers(connection)?;
    for each in consents::asked(activities, &said) {
        let people = consents::refused_kept(connection, activities, &said, &each.to)?;
        if let Some((people, activity)) = People::of_ids(connection, &people)?.zip(each.activity) {
            found.push(Drift::RefusedKept {
                activity: activity.id,
                name: each.name,
                people,
            });
        }
    }
    Ok(found)
}

fn retention_passed(connection: &Connection, today: NaiveDate) -> Result<Option<Drift>> {
    let PassedCustomers { years, of } = retention::passed_customers(connection, today)?;
    Ok(People::of(of).map(|people| Drift::RetentionPassed { years, people }))
}

fn purchases_passed(connection: &Connection, today: NaiveDate) -> Result<Option<Drift>> {
    let PassedPurchases { years, of } = retention::passed_purchases(connection, today)?;
    let count = of.iter().map(|(_, count)| count).sum();
    let people = of.into_iter().map(|(id, _)| id).collect();
    let people = People::of_ids(connection, &people)?;
    Ok(people.map(|people| Drift::PurchasesPassed {
        years,
        count,
        people,
    }))
}

fn policy_drift(
    connection: &Connection,
    in_force: Option<(u32, bool)>,
    activities: &[Activity],
    language: Language,
) -> Result<Vec<Drift>> {
    let mut found = Vec::new();
    match in_force {
        None if store::customer::count(connection)? > 0 => found.push(Drift::PolicyMissing),
        Some((version, false)) => found.push(Drift::PolicyOutdated { version }),
        None | Some((_, true)) => {}
    }
    let headings: Vec<String> = clauses::all(connection, activities, language)?
        .into_iter()
        .filter(|clause| clause.is_wanted && clause.is_left_out && !clause.law.is_empty())
        .map(|clause| clause.content.heading)
        .collect();
    if !headings.is_empty() {
        found.push(Drift::ClausesLeftOut { headings });
    }
    Ok(found)
}

/// What she wrote could be printed when she wrote it, and what it spoke of may be gone since.
fn broken_clauses(connection: &Connection) -> Result<Vec<Drift>> {
    let mut found = Vec::new();
    for language in Language::ALL {
        let broken = policy_text::unprintable(connection, language)?.into_iter();
        found.extend(broken.map(|(clause, name)| Drift::ClauseBroken {
            clause,
            name,
            language,
        }));
    }
    Ok(found)
}

fn uses(connection: &Connection, activities: &[Activity]) -> Result<Vec<Drift>> {
    let mut found = Vec::new();
    for each in activities {
        let name = each.texts.name.clone();
        if each.answer == Some(false) && is_kept(connection, each)? {
            found.push(Drift::UseDenied {
                activity: each.id,
                name,
            });
        } else if each.in_use && each.categories().is_empty() && each.texts.data.is_empty() {
            found.push(Drift::UseWithoutData {
                activity: each.id,
                name,
            });
        } else if each.in_use && each.is_elsewhere() && each.facts.places.is_empty() {
            found.push(Drift::PlacesMissing {
                activity: each.id,
                name,
            });
        }
    }
    let open = activities
        .iter()
        .filter(|each| each.purpose.is_some_and(|it| QUESTIONS.contains(&it)))
        .filter(|each| each.answer.is_none())
        .count();
    if open > 0 {
        found.push(Drift::QuestionsOpen { count: count(open) });
    }
    Ok(found)
}

/// Whether there is data for a use. What is written of somebody's health is for advice on the skin, also
/// where she said yes to it once.
fn is_kept(connection: &Connection, activity: &Activity) -> Result<bool> {
    Ok(!activity.held.is_empty()
        || (activity.purpose == Some(Purpose::SkinAdvice) && !spoken_of(connection)?.is_empty()))
}

fn not_given(connection: &Connection, in_force: Option<(u32, bool)>) -> Result<Option<Drift>> {
    let Some((version, true)) = in_force else {
        return Ok(None);
    };
    let customers = store::customer::count(connection)?;
    let count = customers.saturating_sub(store::policy::count_given(connection, version)?);
    Ok((count > 0).then_some(Drift::PolicyNotGiven { version, count }))
}
