//! What the privacy policy says (articles 13 and 14), from what is really held. The clauses are
//! templates, `assets/templates/<language>/policy`; one that says nothing here is left out.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::activities::Activity;
use super::business::{Business, Recipient, join};
use crate::customers::Source;
use crate::documents::blocks::{Block, Document, Letterhead};
use crate::documents::templates;
use crate::inventory::{Category, LegalBasis, Purpose, Retention};
use crate::law::{self, Law};
use crate::words::Words;
use crate::{Error, Language, Result, store};

/// What a policy is made from.
#[derive(Clone, Copy, Debug)]
pub struct PolicyFacts<'a> {
    /// The controller and whom data goes to.
    pub business: &'a Business,
    /// What is done with data and why, in the policy's language.
    pub activities: &'a [Activity],
    /// Where data came from.
    pub sources: &'a [Source],
}

/// The texts of a language.
struct Texts {
    words: &'static str,
    clauses: &'static [&'static str],
}

macro_rules! texts {
    ($language:literal) => {
        texts!($language:
            "00-title", "10-controller", "20-data", "30-interests", "40-retention",
            "50-recipients", "60-sources", "70-must", "80-offers", "82-skin", "83-photos",
            "84-parties", "85-messages", "90-security", "91-rights", "92-complaint"
        )
    };
    ($language:literal: $($clause:literal),+) => {
        Texts {
            words: texts!(@ $language, "words.toml"),
            clauses: &[$(texts!(@ $language, $clause, ".md")),+],
        }
    };
    (@ $language:literal, $($name:literal),+) => {
        include_str!(concat!("../../../../assets/templates/", $language, "/policy/", $($name),+))
    };
}

const fn texts(language: Language) -> Texts {
    match language {
        Language::Sv => texts!("sv"),
        Language::Da => texts!("da"),
        Language::En => texts!("en"),
    }
}

fn words(language: Language) -> Result<toml::Table> {
    toml::from_str(texts(language).words).map_err(|_| Error::Internal("policy words"))
}

/// What the templates know.
#[derive(Serialize)]
struct Values<'a> {
    words: &'a toml::Table,
    business: BusinessValues<'a>,
    law: &'a LawValues<'a>,
    /// What is kept and why, line by line.
    rows: Vec<Row<'a>>,
    /// Which supplied uses are in use.
    uses: BTreeSet<Purpose>,
    /// Every basis in use.
    bases: BTreeSet<LegalBasis>,
    /// Some of it is of a special category.
    special: bool,
    /// What rests on a legitimate interest.
    interests: Vec<Interest<'a>>,
    /// What is kept, by how long.
    kept: BTreeMap<Retention, Vec<&'a str>>,
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
    number: &'a str,
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
    /// What the business's number is called, as it opens a sentence.
    organisation_number: &'a str,
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
    fn new(business: &'a Business) -> Self {
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
            number: &business.organisation_number,
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
            organisation_number: law.organisation_number.of(language),
            customer_years: law.customer.years,
            proof_years: law.proof.years,
        }
    }
}

/// What the policy says: a title, an introduction, then numbered clauses.
pub fn compose(facts: &PolicyFacts<'_>, language: Language) -> Result<Vec<Block>> {
    let PolicyFacts {
        business,
        activities,
        sources,
    } = *facts;
    let names = Words::of(language)?;
    let words = words(language)?;
    let law = LawValues::new(law::of(business.country)?, language);
    let used: Vec<&Activity> = activities.iter().filter(|each| each.in_use).collect();
    let values = Values {
        rows: rows(&used, &words, &law)?,
        kept: kept(&used, &words)?,
        uses: used.iter().filter_map(|each| each.purpose).collect(),
        bases: used.iter().map(|each| each.facts.basis).collect(),
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
        business: BusinessValues::new(business),
        law: &law,
        sources,
        recipients: &business.recipients,
        outside: business
            .recipients
            .iter()
            .filter(|recipient| !law::is_in_eea(&recipient.country))
            .map(|recipient| OutsideValues {
                name: &recipient.name,
                country: names.country(&recipient.country),
                safeguard: &recipient.safeguard,
            })
            .collect(),
    };
    let mut blocks = Vec::new();
    for clause in texts(language).clauses {
        blocks.extend(templates::render(clause, &values)?);
    }
    let headings = blocks.iter_mut().filter_map(|block| match block {
        Block::Heading { number, .. } => Some(number),
        _ => None,
    });
    for (number, heading) in (1..).zip(headings) {
        *heading = Some(number);
    }
    Ok(blocks)
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

/// What is kept, by how long. What is kept of every customer anyway is not named a second time: it goes
/// when the longest of its periods is over.
fn kept<'a>(
    used: &[&'a Activity],
    words: &'a toml::Table,
) -> Result<BTreeMap<Retention, Vec<&'a str>>> {
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
            Ok((retention, kinds.chain(own).collect::<Result<_>>()?))
        })
        .collect()
}

/// A word of the policy's.
fn said<'a>(words: &'a toml::Table, table: &str, key: impl Serialize) -> Result<&'a str> {
    words
        .get(table)
        .and_then(|table| table.get(store::word(key).ok()?))
        .and_then(toml::Value::as_str)
        .ok_or(Error::Internal("policy words"))
}

/// The words round the policy.
#[derive(Deserialize)]
struct Around {
    /// The document's name, as it stands after the business's.
    title: String,
    letterhead: LetterheadWords,
}

#[derive(Deserialize)]
struct LetterheadWords {
    version: String,
    draft: String,
    from: String,
}

/// The policy as a document: a draft of `today` until it is adopted. `sender` is the business as
/// [`Business::sender`] has it.
pub fn document(
    blocks: Vec<Block>,
    sender: Vec<String>,
    language: Language,
    version: u32,
    adopted_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<Document> {
    let Around { title, letterhead } = words(language)?
        .try_into()
        .map_err(|_| Error::Internal("policy words"))?;
    let dates = Words::of(language)?;
    let numbered = format!("{} {version}", letterhead.version);
    let aside = match adopted_on {
        Some(day) => vec![numbered, format!("{} {}", letterhead.from, dates.day(day))],
        None => vec![
            format!("{numbered}, {}", letterhead.draft),
            dates.day(today),
        ],
    };
    let author = sender.first().cloned().unwrap_or_default();
    let named = format!("{author}, {title}");
    Ok(Document {
        language,
        title: named.clone(),
        author,
        date: adopted_on.unwrap_or(today),
        letterhead: Letterhead {
            sender,
            aside,
            to: Vec::new(),
        },
        foot_left: named,
        foot_middle: String::new(),
        blocks,
    })
}

#[cfg(test)]
mod tests;
