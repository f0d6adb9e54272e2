//! The letter to somebody whose data came from someone else (article 14): where it came from, then
//! what the policy says.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::business::join;
use super::clauses::{self, Clause, Name};
use super::policy::PolicyVersion;
use super::policy_text::{self, PolicyFacts};
use super::{held, policy};
use crate::customers::{CustomerFields, CustomerId, Source};
use crate::documents::blocks::{Block, Document, Letterhead};
use crate::documents::templates;
use crate::documents::{PrintedFile, pdf};
use crate::inventory::Category;
use crate::store::customer::CustomerRow;
use crate::words::Words;
use crate::{Error, Language, Result, store};

/// A letter to a customer. The place is chosen in a dialog of the system.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct WriteLetter {
    /// To whom.
    pub customer_id: CustomerId,
    /// In which language.
    pub language: Language,
}

/// What the letter's opening knows.
#[derive(Serialize)]
struct Values {
    /// Her given name, or empty.
    name: String,
    /// The day she was written down.
    day: String,
    /// From whom, as it stands in a sentence.
    source: String,
    /// The kinds of data that are kept of her, as they stand in a list.
    kinds: Vec<String>,
}

/// The letter as PDF.
///
/// # Errors
/// [`Error::NotFound`] without such a customer; [`Error::NotAllowed`] for one who gave her data herself,
/// and while no version in force says the same in this language: what she was told is to be proved.
pub fn write(
    connection: &Connection,
    today: NaiveDate,
    request: WriteLetter,
) -> Result<PrintedFile> {
    let customer = store::customer::find(connection, request.customer_id)?;
    if customer.fields.source == Source::Person {
        return Err(Error::NotAllowed);
    }
    let version = in_force(connection)?;
    if !version.languages.contains(&request.language) {
        return Err(Error::NotAllowed);
    }
    Stationery::of(connection, version.version, request.language)?
        .letter(
            today,
            &Addressee::of(connection, request.customer_id, customer)?,
        )?
        .print()
}

/// The version in force, when it says what is done now.
pub(crate) fn in_force(connection: &Connection) -> Result<PolicyVersion> {
    let version = store::policy::versions(connection)?.into_iter().next();
    match (version, policy::in_force(connection)?) {
        (Some(version), Some((_, true))) => Ok(version),
        _ => Err(Error::NotAllowed),
    }
}

/// What a letter says of the person it goes to.
pub(crate) struct Addressee {
    number: u32,
    given_name: String,
    added_on: NaiveDate,
    source: Source,
    source_detail: String,
    kinds: BTreeSet<Category>,
    to: Vec<String>,
}

impl Addressee {
    /// What a customer is told of herself.
    ///
    /// # Errors
    /// [`Error::Internal`].
    pub(crate) fn of(connection: &Connection, id: CustomerId, row: CustomerRow) -> Result<Self> {
        let mut kinds = held::held_of(connection, id)?;
        // When she was written down and where her data came from is said in words of its own.
        kinds.retain(|kind| !matches!(kind, Category::Source | Category::Compliance));
        let fields = row.fields;
        let street = fields.addresses.first().map_or("", |first| &first.street);
        Ok(Self {
            to: addressed(&fields, street),
            kinds,
            number: row.number,
            added_on: row.added_on,
            given_name: fields.given_name,
            source: fields.source,
            source_detail: fields.source_detail,
        })
    }
}

/// What all letters of a language have in common.
pub(crate) struct Stationery {
    language: Language,
    author: String,
    sender: Vec<String>,
    version: u32,
    told: Vec<Block>,
}

/// A letter, and the number of the customer whom it goes to.
pub(crate) struct Letter {
    pub number: u32,
    pub document: Document,
}

impl Letter {
    /// As a file whose name says no more than the customer's number.
    pub(crate) fn print(&self) -> Result<PrintedFile> {
        let words = Words::of(self.document.language)?;
        let page_of = |page, pages| words.page_of(page, pages);
        Ok(PrintedFile {
            name: words.with("letter-file", &[("number", &self.number.to_string())])?,
            bytes: pdf::write(&self.document, page_of, None)?,
        })
    }
}

impl Stationery {
    /// What is told, as the policy tells it.
    pub(crate) fn of(connection: &Connection, version: u32, language: Language) -> Result<Self> {
        let facts = PolicyFacts::read(connection, language)?;
        // Whether it must be given is not asked of who did not give it (article 14, which lacks 13(2)(e)).
        let is_told = |clause: &Clause| {
            !matches!(
                clause.name,
                Some(Name::Opening | Name::Sources | Name::Must)
            )
        };
        let clauses: Vec<Clause> = clauses::all(connection, &facts.activities, language)?
            .into_iter()
            .filter(is_told)
            .collect();
        Ok(Self {
            told: policy_text::compose(&facts, &clauses, language)?,
            sender: facts.business.sender(),
            author: facts.business.name,
            language,
            version,
        })
    }

    /// The letter to someone.
    pub(crate) fn letter(&self, today: NaiveDate, to: &Addressee) -> Result<Letter> {
        let language = self.language;
        let words = Words::of(language)?;
        let mut blocks = templates::render(
            template(language),
            &Values {
                name: to.given_name.clone(),
                day: words.day(to.added_on),
                source: if to.source == Source::Other && !to.source_detail.is_empty() {
                    // It stands within a sentence that ends by itself.
                    let detail = to.source_detail.trim_end();
                    detail.trim_end_matches(['.', '!', '?']).to_owned()
                } else {
                    policy_text::source(to.source, language)?
                },
                kinds: policy_text::kinds(&to.kinds, language)?,
            },
        )?;
        blocks.extend(self.told.iter().cloned());
        let document = Document {
            language,
            title: words.get("letter-title")?,
            author: self.author.clone(),
            date: today,
            letterhead: Letterhead {
                sender: self.sender.clone(),
                aside: vec![
                    words.day(today),
                    policy_text::numbered(self.version, language)?,
                ],
                to: to.to.clone(),
            },
            foot_left: self.author.clone(),
            foot_middle: String::new(),
            blocks,
        };
        Ok(Letter {
            number: to.number,
            document,
        })
    }
}

const fn template(language: Language) -> &'static str {
    match language {
        Language::Sv => include_str!("../../../../assets/templates/sv/policy/letter.md"),
        Language::Da => include_str!("../../../../assets/templates/da/policy/letter.md"),
        Language::En => include_str!("../../../../assets/templates/en/policy/letter.md"),
    }
}

/// The lines that a letter to a customer is addressed with: her name and her first address, with that
/// street.
pub(crate) fn addressed(fields: &CustomerFields, street: &str) -> Vec<String> {
    let mut lines = vec![join([&*fields.given_name, &fields.family_name], " ")];
    if let Some(address) = fields.addresses.first() {
        lines.extend(street.lines().map(str::to_owned));
        lines.push(join([&*address.postcode, &address.town], " "));
        lines.push(address.country.clone());
    }
    lines.retain(|line| !line.is_empty());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::legibility::expect_plain;
    use crate::processing::business::{Business, Country};
    use crate::store::image;

    #[test]
    fn a_letter_is_easily_read() {
        let connection = image::make().unwrap();
        let business = Business {
            name: "Ängens Hudvård".to_owned(),
            owner_name: "Maja Lindqvist".to_owned(),
            organisation_number: String::new(),
            street: "Ängsvägen 3".to_owned(),
            postcode: "999 12".to_owned(),
            town: "Lillvik".to_owned(),
            country: Country::Se,
            phone: String::new(),
            email: "maja@angenshudvard.example".to_owned(),
            website: String::new(),
        };
        store::business::replace(&connection, &business).unwrap();
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        for language in Language::ALL {
            let stationery = Stationery::of(&connection, 1, language).unwrap();
            for source in [Source::Party, Source::Referral, Source::Import] {
                let to = Addressee {
                    number: 1,
                    given_name: "Saga".to_owned(),
                    added_on: today,
                    source,
                    source_detail: String::new(),
                    kinds: Category::ALL.into_iter().collect(),
                    to: Vec::new(),
                };
                let letter = stationery.letter(today, &to).unwrap();
                expect_plain(&letter.document.blocks, language);
            }
        }
    }
}
