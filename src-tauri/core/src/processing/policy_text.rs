//! What the privacy policy says (articles 13 and 14), from what is really held. The clauses are
//! templates, `assets/templates/<language>/policy`; one that says nothing here is left out.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::business::{Business, join};
use super::held::Held;
use super::suppliers::Recipient;
use crate::customers::Source;
use crate::documents::blocks::{self, Block, Document, Letterhead};
use crate::documents::templates;
use crate::inventory::{Category, LegalBasis, Purpose, Retention};
use crate::law::{self, Law};
use crate::words::Words;
use crate::{Error, Language, Result};

/// What a policy is made from.
#[derive(Clone, Copy, Debug)]
pub struct PolicyFacts<'a> {
    /// The controller.
    pub business: &'a Business,
    /// Whom data goes to.
    pub recipients: &'a [Recipient],
    /// What is kept and why.
    pub held: &'a BTreeSet<Held>,
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
            "50-recipients", "60-sources", "70-must", "80-offers", "90-security", "91-rights",
            "92-complaint"
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
    law: LawValues<'a>,
    held: BTreeSet<Row>,
    /// Every basis in use.
    bases: BTreeSet<LegalBasis>,
    /// Purposes that rest on a legitimate interest.
    interests: BTreeSet<Purpose>,
    /// What is kept, by how long.
    kept: BTreeMap<Retention, BTreeSet<Category>>,
    sources: &'a [Source],
    recipients: &'a [Recipient],
    /// Recipients outside the European Economic Area.
    outside: Vec<OutsideValues<'a>>,
}

/// A row of the table of what is kept.
#[derive(PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Row {
    category: Category,
    purpose: Purpose,
    basis: LegalBasis,
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
        recipients,
        held,
        sources,
    } = *facts;
    let mut kept: BTreeMap<Retention, BTreeSet<Category>> = RETENTIONS
        .map(|retention| (retention, BTreeSet::new()))
        .into();
    for held in held {
        kept.entry(held.retention)
            .or_default()
            .insert(held.category);
    }
    let names = Words::of(language)?;
    let values = Values {
        words: &words(language)?,
        business: BusinessValues::new(business),
        law: LawValues::new(law::of(business.country)?, language),
        held: held
            .iter()
            .map(|held| Row {
                category: held.category,
                purpose: held.purpose,
                basis: held.basis,
            })
            .collect(),
        bases: held.iter().map(|held| held.basis).collect(),
        interests: held
            .iter()
            .filter(|held| held.basis == LegalBasis::LegitimateInterest)
            .map(|held| held.purpose)
            .collect(),
        kept,
        sources,
        recipients,
        outside: recipients
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
    blocks::number_headings(&mut blocks);
    Ok(blocks)
}

/// Every retention, so that a template may ask for one that is not in use.
const RETENTIONS: [Retention; 4] = [
    Retention::WhileCustomer,
    Retention::Bookkeeping,
    Retention::UntilObjection,
    Retention::Proof,
];

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
