//! What a data processing agreement says (article 28(3)), for one supplier and of the data that it
//! really gets. The clauses are templates, `assets/templates/<language>/processor-agreement`.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Role, SubProcessor, SupplierFields, Work, safeguards};
use crate::documents::blocks::{self, Block, flat};
use crate::documents::templates;
use crate::inventory::Category;
use crate::processing::activities::{Activity, Subject};
use crate::processing::business::{Business, Country, join};
use crate::words::Words;
use crate::{Error, Language, Result, law};

/// What an agreement is made from.
#[derive(Clone, Copy, Debug)]
pub(super) struct AgreementFacts<'a> {
    /// The controller.
    pub business: &'a Business,
    /// The processor.
    pub supplier: &'a SupplierFields,
    /// The uses in which it gets data, in the agreement's language.
    pub uses: &'a [Activity],
}

/// The texts of a language.
struct Texts {
    words: &'static str,
    mail: &'static str,
    clauses: &'static [&'static str],
}

macro_rules! texts {
    ($language:literal) => {
        texts!($language:
            "00-title", "10-subject", "11-duration", "12-nature", "13-data", "20-duties",
            "30-instructions", "31-confidentiality", "32-security", "33-sub-processors",
            "34-rights", "35-help", "36-return", "37-audits", "40-transfers", "50-liability",
            "60-changes", "70-signatures"
        )
    };
    ($language:literal: $($clause:literal),+) => {
        Texts {
            words: texts!(@ $language, "words.toml"),
            mail: texts!(@ $language, "mail.md"),
            clauses: &[$(texts!(@ $language, $clause, ".md")),+],
        }
    };
    (@ $language:literal, $($name:literal),+) => {
        include_str!(concat!(
            "../../../../../assets/templates/", $language, "/processor-agreement/", $($name),+
        ))
    };
}

const fn texts(language: Language) -> Texts {
    match language {
        Language::Sv => texts!("sv"),
        Language::Da => texts!("da"),
        Language::En => texts!("en"),
    }
}

/// The words that the clauses are made of.
pub(super) fn words(language: Language) -> Result<toml::Table> {
    toml::from_str(texts(language).words).map_err(|_| Error::Internal("agreement words"))
}

/// What the templates know.
#[derive(Serialize)]
struct Values<'a> {
    words: &'a toml::Table,
    business: BusinessValues<'a>,
    supplier: SupplierValues<'a>,
    /// The kinds of data that its work takes.
    categories: BTreeSet<Category>,
    /// Data that no kind names.
    data: Vec<String>,
    /// Whose data it is.
    subjects: BTreeSet<Subject>,
    /// Some of it is of a special category.
    special: bool,
    /// Sub-processors outside the European Economic Area.
    outside: Vec<SubProcessorValues<'a>>,
}

#[derive(Serialize)]
struct BusinessValues<'a> {
    name: &'a str,
    country: Country,
    /// How a mail ends: her name and how to reach her, a line each.
    sign_off: String,
}

#[derive(Serialize)]
struct SupplierValues<'a> {
    name: &'a str,
    work: Work,
    /// What it does on her behalf, as it was written down.
    concerns: Vec<&'a str>,
    /// Name of the country.
    country: String,
    /// Whether that lies outside the European Economic Area.
    outside: bool,
    safeguard: &'a str,
    retention: &'a str,
    sub_processors: Vec<SubProcessorValues<'a>>,
}

#[derive(Serialize)]
struct SubProcessorValues<'a> {
    name: &'a str,
    /// Name of the country.
    country: String,
    safeguard: &'a str,
}

impl<'a> Values<'a> {
    fn new(facts: &AgreementFacts<'a>, words: &'a toml::Table, language: Language) -> Result<Self> {
        let AgreementFacts {
            business,
            supplier,
            uses,
        } = *facts;
        let categories: BTreeSet<Category> = uses.iter().flat_map(Activity::categories).collect();
        let names = Words::of(language)?;
        let sub = |sub: &'a SubProcessor| SubProcessorValues {
            name: &sub.name,
            country: names.country(&sub.country),
            safeguard: safeguards::said(&sub.safeguard, language),
        };
        let is_outside = |sub: &&SubProcessor| !law::is_in_eea(&sub.country);
        let processing = supplier.roles.iter();
        let processing = processing.filter(|role| role.role == Role::Processor);
        let sign_off = [
            &*business.owner_name,
            &business.name,
            &business.phone,
            &business.email,
        ];
        Ok(Self {
            words,
            business: BusinessValues {
                name: &business.name,
                country: business.country,
                sign_off: join(sign_off, "\n"),
            },
            supplier: SupplierValues {
                name: &supplier.name,
                work: supplier.work,
                concerns: processing
                    .map(|role| role.concerns.as_str())
                    .filter(|concerns| !concerns.is_empty())
                    .collect(),
                country: names.country(&supplier.country),
                outside: !law::is_in_eea(&supplier.country),
                safeguard: safeguards::said(&supplier.safeguard, language),
                retention: &supplier.retention,
                sub_processors: supplier.sub_processors.iter().map(sub).collect(),
            },
            data: uses
                .iter()
                .map(|each| law::opening(&each.texts.data))
                .filter(|data| !data.is_empty())
                .collect(),
            subjects: uses
                .iter()
                .flat_map(|each| each.facts.subjects.iter().copied())
                .collect(),
            special: categories.iter().any(|kind| kind.is_special()),
            categories,
            outside: supplier
                .sub_processors
                .iter()
                .filter(is_outside)
                .map(sub)
                .collect(),
        })
    }
}

/// What the agreement says: a title, the parties, then numbered clauses and room to sign.
pub(super) fn compose(facts: &AgreementFacts<'_>, language: Language) -> Result<Vec<Block>> {
    let words = words(language)?;
    let values = Values::new(facts, &words, language)?;
    let mut blocks = Vec::new();
    for clause in texts(language).clauses {
        blocks.extend(templates::render(clause, &values)?);
    }
    blocks::number_headings(&mut blocks);
    Ok(blocks)
}

/// The mail that asks for the signature: its subject, then its text.
pub(super) fn mail(facts: &AgreementFacts<'_>, language: Language) -> Result<(String, String)> {
    let words = words(language)?;
    let values = Values::new(facts, &words, language)?;
    let mut subject = String::new();
    let mut paragraphs = Vec::new();
    for block in templates::render(texts(language).mail, &values)? {
        match block {
            Block::Title(text) => subject = text,
            Block::Paragraph(spans) => paragraphs.push(flat(&spans)),
            Block::List(entries) => {
                let entries = entries
                    .into_iter()
                    .map(|entry| format!("- {}", flat(&entry)));
                paragraphs.push(entries.collect::<Vec<_>>().join("\n"));
            }
            _ => return Err(Error::Internal("agreement mail")),
        }
    }
    Ok((subject, paragraphs.join("\n\n")))
}

#[cfg(test)]
mod tests;
