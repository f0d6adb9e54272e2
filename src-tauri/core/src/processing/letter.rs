//! The letter to somebody whose data came from someone else (article 14): where it came from, then
//! what the policy says.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::business::join;
use super::clauses::{self, Clause, Name};
use super::policy_text::{self, PolicyFacts};
use super::{activities, held, policy, suppliers};
use crate::customers::{CustomerFields, CustomerId, Source};
use crate::documents::blocks::{Document, Letterhead};
use crate::documents::templates;
use crate::documents::{PrintedFile, pdf};
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
    let words = Words::of(request.language)?;
    let (document, number) = compose(connection, today, request)?;
    Ok(PrintedFile {
        name: words.with("letter-file", &[("number", &number.to_string())])?,
        bytes: pdf::write(&document, |page, pages| words.page_of(page, pages), None)?,
    })
}

/// The letter, and the customer's number.
fn compose(
    connection: &Connection,
    today: NaiveDate,
    request: WriteLetter,
) -> Result<(Document, u32)> {
    let WriteLetter {
        customer_id,
        language,
    } = request;
    let customer = store::customer::find(connection, customer_id)?;
    let fields = &customer.fields;
    if fields.source == Source::Person {
        return Err(Error::NotAllowed);
    }
    let version = store::policy::versions(connection)?
        .into_iter()
        .next()
        .filter(|version| version.languages.contains(&language))
        .ok_or(Error::NotAllowed)?;
    if policy::in_force(connection)? != Some((version.version, true)) {
        return Err(Error::NotAllowed);
    }
    let business = store::business::find(connection)?;
    let words = Words::of(language)?;
    let mut blocks = templates::render(
        template(language),
        &Values {
            name: fields.given_name.clone(),
            day: words.day(customer.added_on),
            source: if fields.source == Source::Other && !fields.source_detail.is_empty() {
                fields.source_detail.clone()
            } else {
                policy_text::source(fields.source, language)?
            },
        },
    )?;
    let activities = activities::all(connection, language)?;
    // Whether it must be given is not asked of who did not give it (article 14, which lacks 13(2)(e)).
    let is_told = |clause: &Clause| {
        !matches!(
            clause.name,
            Some(Name::Opening | Name::Sources | Name::Must)
        )
    };
    let clauses: Vec<Clause> = clauses::all(connection, &activities, language)?
        .into_iter()
        .filter(is_told)
        .collect();
    let facts = PolicyFacts {
        business: &business,
        recipients: &suppliers::recipients(connection, &activities)?,
        activities: &activities,
        clauses: &clauses,
        sources: &held::sources(connection)?,
    };
    blocks.extend(policy_text::compose(&facts, language)?);
    let street = fields.addresses.first().map_or("", |first| &first.street);
    let document = Document {
        language,
        title: words.get("letter-title")?,
        author: business.name.clone(),
        date: today,
        letterhead: Letterhead {
            sender: business.sender(),
            aside: vec![
                words.day(today),
                policy_text::numbered(version.version, language)?,
            ],
            to: addressed(fields, street),
        },
        foot_left: business.name.clone(),
        foot_middle: String::new(),
        blocks,
    };
    Ok((document, customer.number))
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
