//! What the templates of the policy's clauses know.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::PolicyFacts;
use crate::customers::Source;
use crate::inventory::{Category, LegalBasis, Purpose, Retention};
use crate::law::{self, Law};
use crate::processing::activities::{Activity, Need, Place};
use crate::processing::business::{Business, join};
use crate::processing::suppliers::{Recipient, safeguards};
use crate::words::Words;
use crate::{Error, Language, Result, store};

const fn words_file(language: Language) -> &'static str {
    match language {
        Language::Sv => include_str!("../../../../../assets/templates/sv/policy/words.toml"),
        Language::Da => include_str!("../../../../../assets/templates/da/policy/words.toml"),
        Language::En => include_str!("../../../../../assets/templates/en/policy/words.toml"),
    }
}

pub(super) fn words(language: Language) -> Result<toml::Table> {
    toml::from_str(words_file(language)).map_err(|_| Error::Internal("policy words"))
}

/// What the templates know.
#[derive(Serialize)]
pub(super) struct Values<'a> {
    words: &'a toml::Table,
    business: BusinessValues<'a>,
    law: &'a LawValues<'a>,
    /// What is kept and why, line by line.
    rows: Vec<Row<'a>>,
    /// What is kept, a line for each use.
    brief: Vec<Brief<'a>>,
    /// What must be given beside what every purchase takes (article 13(2)(e)).
    needed: Needed<'a>,
    /// Which supplied uses are in use.
    uses: BTreeSet<Purpose>,
    /// The articles of every basis in use, as they stand in a sentence.
    bases: String,
    /// Some of it is of a special category.
    special: bool,
    /// What rests on a legitimate interest.
    interests: Vec<Interest<'a>>,
    /// What is kept, by how long.
    kept: BTreeMap<Retention, String>,
    /// Where data is kept elsewhere than in the register, as it stands in a sentence; or empty.
    places: String,
    /// Some of it is in a service on the web, wherever that keeps it.
    online: bool,
    sources: &'a [Source],
    recipients: &'a [Recipient],
    /// Recipients outside the European Economic Area.
    outside: Vec<OutsideValues<'a>>,
}

/// A row of the table of what is kept.
#[derive(Serialize)]
struct Row<'a> {
    data: Cow<'a, str>,
    purpose: &'a str,
    basis: &'a str,
}

/// A use in one line.
#[derive(Serialize)]
struct Brief<'a> {
    purpose: &'a str,
    /// The kinds of data, as they stand in a sentence.
    data: String,
}

/// What she may not leave out, a line for each use.
#[derive(Serialize)]
struct Needed<'a> {
    /// The contract cannot be kept without it.
    contractual: Vec<Brief<'a>>,
    /// A law demands it.
    statutory: Vec<Brief<'a>>,
}

/// A legitimate interest.
#[derive(Serialize)]
struct Interest<'a> {
    name: &'a str,
    interest: &'a str,
}

#[derive(Serialize)]
struct OutsideValues<'a> {
    name: &'a str,
    /// The country's name.
    country: String,
    safeguard: &'a str,
}

#[derive(Serialize)]
struct BusinessValues<'a> {
    name: &'a str,
    owner: &'a str,
    /// Its number as a sentence after a blank, or nothing.
    number: String,
    /// Every way to reach her, on one line.
    reach: String,
}

#[derive(Serialize)]
struct LawValues<'a> {
    authority: AuthorityValues<'a>,
    bookkeeping: BookkeepingValues<'a>,
    /// The statute on marketing, as it opens a sentence.
    marketing: String,
    /// The tax authority's name, as it opens a sentence.
    tax: String,
    customer_years: u16,
    proof_years: u16,
}

#[derive(Serialize)]
struct AuthorityValues<'a> {
    name: &'a str,
    address: &'a str,
    phone: &'a str,
    email: &'a str,
    web: &'a str,
}

#[derive(Serialize)]
struct BookkeepingValues<'a> {
    years: u16,
    /// Within a sentence.
    name: &'a str,
    /// As it opens a line.
    title: String,
    /// As it opens a sentence.
    statute: String,
}

impl<'a> BusinessValues<'a> {
    fn new(business: &'a Business, law: &Law, language: Language) -> Self {
        let number = &business.organisation_number;
        let called = law.organisation_number.of(language);
        let address = business.address();
        let ways = [
            &*business.phone,
            &business.email,
            &address,
            &business.website,
        ];
        Self {
            name: &business.name,
            owner: &business.owner_name,
            number: if number.is_empty() {
                String::new()
            } else {
                format!(" {called}: {number}.")
            },
            reach: join(ways, ", "),
        }
    }
}

impl<'a> LawValues<'a> {
    fn new(law: &'a Law, language: Language) -> Self {
        let Law {
            authority,
            bookkeeping,
            ..
        } = law;
        Self {
            authority: AuthorityValues {
                name: authority.name.of(language),
                address: &authority.address,
                phone: &authority.phone,
                email: &authority.email,
                web: &authority.web,
            },
            bookkeeping: BookkeepingValues {
                years: bookkeeping.years,
                name: bookkeeping.name.of(language),
                title: bookkeeping.name.opening(language),
                statute: bookkeeping.statute.opening(language),
            },
            marketing: law.marketing.statute.opening(language),
            tax: law.tax.name.opening(language),
            customer_years: law.customer.years,
            proof_years: law.proof.years,
        }
    }
}

/// Hands the values to `then`.
pub(super) fn with_values<T>(
    facts: &PolicyFacts,
    language: Language,
    then: impl FnOnce(&Values<'_>) -> Result<T>,
) -> Result<T> {
    let PolicyFacts {
        business,
        recipients,
        activities,
        sources,
    } = facts;
    let names = Words::of(language)?;
    let words = words(language)?;
    let law = law::of(business.country)?;
    let business_values = BusinessValues::new(business, law, language);
    let law = LawValues::new(law, language);
    let used: Vec<&Activity> = activities.iter().filter(|each| each.in_use).collect();
    let places: BTreeSet<Place> = used
        .iter()
        .flat_map(|each| each.facts.places.iter().copied())
        .collect();
    let kept_in: Vec<String> = places
        .iter()
        .map(|place| names.get(&format!("place-{}", store::word(*place)?)))
        .collect::<Result<_>>()?;
    let kept_in: Vec<&str> = kept_in.iter().map(String::as_str).collect();
    let bases: BTreeSet<LegalBasis> = used.iter().map(|each| each.facts.basis).collect();
    let bases: Vec<&str> = bases
        .into_iter()
        .map(|basis| said(&words, "article", basis))
        .collect::<Result<_>>()?;
    then(&Values {
        rows: rows(&used, &words, &law)?,
        brief: brief(used.iter().copied(), &words)?,
        needed: Needed {
            contractual: brief(needed(&used, Need::Contractual), &words)?,
            statutory: brief(needed(&used, Need::Statutory), &words)?,
        },
        kept: kept(&used, &words)?,
        places: listed(&kept_in, &words)?,
        online: used.iter().any(|each| each.is_with_others()),
        uses: used.iter().filter_map(|each| each.purpose).collect(),
        bases: bases.join(", "),
        special: used
            .iter()
            .any(|each| each.categories().iter().any(|kind| kind.is_special())),
        interests: used
            .iter()
            .filter(|each| each.facts.basis == LegalBasis::LegitimateInterest)
            .map(|each| Interest {
                name: &each.texts.name,
                interest: &each.texts.interest,
            })
            .collect(),
        words: &words,
        business: business_values,
        law: &law,
        sources,
        recipients,
        outside: recipients
            .iter()
            .filter(|recipient| !law::is_in_eea(&recipient.country))
            .map(|recipient| OutsideValues {
                name: &recipient.name,
                country: names.country(&recipient.country),
                safeguard: safeguards::said(&recipient.safeguard, names.language()),
            })
            .collect(),
    })
}

/// What is kept and why: a line for each kind of data and use, the kinds in their order and what she
/// named herself last.
fn rows<'a>(
    used: &[&'a Activity],
    words: &'a toml::Table,
    law: &'a LawValues<'_>,
) -> Result<Vec<Row<'a>>> {
    let row = |data, each: &'a Activity| {
        Ok::<_, Error>(Row {
            data,
            purpose: &each.texts.purpose,
            basis: match (each.facts.basis, each.facts.retention) {
                (LegalBasis::LegalObligation, Retention::Bookkeeping) => &law.bookkeeping.title,
                // Which law, her own words say.
                (LegalBasis::LegalObligation, _) if each.purpose.is_none() => {
                    said(words, "basis", "otherLaw")?
                }
                (basis, _) => said(words, "basis", basis)?,
            },
        })
    };
    let mut rows = Vec::new();
    for category in Category::ALL {
        for each in used
            .iter()
            .filter(|each| each.categories().contains(&category))
        {
            // What the register holds is told column by column; elsewhere she knows what there is.
            let data = if each.held.contains(&category) {
                Cow::from(said(words, "category", category)?)
            } else {
                Cow::from(law::opening(said(words, "category_in_list", category)?))
            };
            rows.push(row(data, each)?);
        }
    }
    for each in used.iter().filter(|each| !each.texts.data.is_empty()) {
        rows.push(row(law::opening(&each.texts.data).into(), each)?);
    }
    Ok(rows)
}

/// What is kept, a line for each use that takes data.
fn brief<'a>(
    used: impl Iterator<Item = &'a Activity>,
    words: &toml::Table,
) -> Result<Vec<Brief<'a>>> {
    let mut brief = Vec::new();
    for each in used {
        let kinds = each.categories();
        let own = Some(&*each.texts.data).filter(|data| !data.is_empty());
        let data: Vec<&str> = kinds
            .iter()
            .map(|kind| said(words, "category_in_list", kind))
            .chain(own.map(Ok))
            .collect::<Result<_>>()?;
        if !data.is_empty() {
            brief.push(Brief {
                purpose: &each.texts.purpose,
                data: listed(&data, words)?,
            });
        }
    }
    Ok(brief)
}

/// Uses whose need is hers to say; that of the others the clause tells itself.
fn needed<'a>(used: &[&'a Activity], need: Need) -> impl Iterator<Item = &'a Activity> {
    let those = used.iter().copied();
    those.filter(move |each| !each.is_fixed && each.facts.need == need)
}

/// What is kept, by how long. What is kept of every customer anyway is not named a second time: it goes
/// when the longest of its periods is over.
fn kept(used: &[&Activity], words: &toml::Table) -> Result<BTreeMap<Retention, String>> {
    let of = |retention| {
        let those = used
            .iter()
            .filter(move |each| each.facts.retention == retention);
        let kinds: BTreeSet<Category> = those.clone().flat_map(|each| each.categories()).collect();
        (those, kinds)
    };
    let (_, always) = of(Retention::WhileCustomer);
    Retention::ALL
        .into_iter()
        .map(|retention| {
            let (those, mut kinds) = of(retention);
            if matches!(
                retention,
                Retention::UntilObjection | Retention::UntilWithdrawn
            ) {
                kinds.retain(|kind| !always.contains(kind));
            }
            let kinds = kinds
                .into_iter()
                .map(|kind| said(words, "category_in_list", kind));
            let own = those
                .map(|each| &*each.texts.data)
                .filter(|data| !data.is_empty())
                .map(Ok);
            let kinds: Vec<&str> = kinds.chain(own).collect::<Result<_>>()?;
            Ok((retention, listed(&kinds, words)?))
        })
        .collect()
}

fn listed(parts: &[&str], words: &toml::Table) -> Result<String> {
    let word = |key| {
        let found = words.get(key).and_then(toml::Value::as_str);
        found.ok_or(Error::Internal("policy words"))
    };
    Ok(crate::words::listed(parts, word("and")?, word("as_well")?))
}

/// A word of the policy's.
pub(super) fn said<'a>(
    words: &'a toml::Table,
    table: &str,
    key: impl Serialize,
) -> Result<&'a str> {
    words
        .get(table)
        .and_then(|table| table.get(store::word(key).ok()?))
        .and_then(toml::Value::as_str)
        .ok_or(Error::Internal("policy words"))
}
