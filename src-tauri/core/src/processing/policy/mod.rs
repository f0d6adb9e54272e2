//! The privacy policy (articles 13 and 14): previewed, put to use, kept by version, given to people.

mod address;
mod differences;
mod named;
mod short;
mod texts;

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use self::address::{KeepPolicyAddress, keep_address};
pub use self::differences::PolicyDifferences;
pub(crate) use self::named::in_version as is_named;
#[cfg(test)]
pub(in crate::processing) use self::short::short_document;
pub use self::short::{export_short, preview_short};
use self::texts::{drafts, hash, kept, text, whole};
use super::clauses;
use super::clauses::{Clause, ClauseId, ClauseText};
use super::policy_text::{self, PolicyFacts};
use crate::contacts::Channel;
use crate::customers::CustomerId;
use crate::customers::validate::Checks;
use crate::documents::blocks::Block;
use crate::documents::page::Page;
use crate::documents::{PrintedFile, html, layout, pdf, plain};
use crate::error::Rule;
use crate::informed;
use crate::purchases::is_plausible_day;
use crate::words::Words;
use crate::{Error, Language, Result, store};

/// The policy screen.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PolicyPreview {
    /// The version in force, if any.
    pub in_force: Option<PolicyVersion>,
    /// The version that the draft would become; `None` when the one in force says the same.
    pub draft: Option<u32>,
    /// The pages of the draft or, without one, of the version in force.
    pub pages: Vec<Page>,
    /// What the draft says against the version in force; `None` when that says the same, or is not in
    /// this language.
    pub differences: Option<PolicyDifferences>,
    /// Where the whole policy can be read on the web, as she has said; or empty.
    pub address: String,
    /// All versions, latest first.
    pub versions: Vec<PolicyVersion>,
    /// Customers who were given the version in force.
    pub given: u32,
    /// Customers in all.
    pub customers: u32,
    /// The draft's clauses.
    pub clauses: Vec<Clause>,
    /// Whether every word of the draft is there in this language: without, it is not put to use in it.
    pub is_translated: bool,
}

/// A version that was put to use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PolicyVersion {
    /// Number, from 1.
    pub version: u32,
    /// The day it was put to use.
    pub adopted_on: NaiveDate,
    /// SHA-256 (hex) of its texts.
    pub hash: String,
    /// The languages it is in.
    pub languages: BTreeSet<Language>,
}

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum PolicyFormat {
    /// PDF, for paper.
    Pdf,
    /// HTML, for the web.
    Html,
    /// Plain text, for a mail.
    Text,
}

impl PolicyFormat {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Html, Self::Text];

    /// What its files' names end in, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Text => "txt",
        }
    }
}

/// A version to be written as a file. The place is chosen in a dialog of the system.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct ExportPolicy {
    /// Which version.
    pub version: u32,
    /// In which language.
    pub language: Language,
    /// As what.
    pub format: PolicyFormat,
}

/// What is being written in a clause, to be seen as it would print.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct PreviewClause {
    /// Which; `None` for a new one.
    pub id: Option<ClauseId>,
    /// In which language.
    pub language: Language,
    /// What it says.
    pub content: ClauseText,
}

/// That a customer was given the policy.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct GivePolicy {
    /// Whom.
    pub customer_id: CustomerId,
    /// Which version.
    pub version: u32,
    /// When.
    pub given_on: NaiveDate,
    /// How.
    pub channel: Channel,
}

/// The policy screen.
///
/// # Errors
/// [`Error::Internal`] when a template has a fault.
pub fn preview(
    connection: &Connection,
    today: NaiveDate,
    language: Language,
) -> Result<PolicyPreview> {
    let business = store::business::find(connection)?;
    let versions = store::policy::versions(connection)?;
    let in_force = versions.first().cloned();
    let drafts = drafts(connection)?;
    let is_same = match &in_force {
        Some(version) => version.hash == hash(&whole(&drafts, &business))?,
        None => false,
    };
    let next = store::policy::next_number(connection)?;
    let draft = drafts
        .into_iter()
        .find(|draft| draft.language == language)
        .ok_or(Error::Internal("draft"))?;
    let document = match &in_force {
        Some(version) if is_same && version.languages.contains(&language) => {
            kept(connection, version, language)?
        }
        _ => policy_text::document(draft.blocks, business.sender(), language, next, None, today)?,
    };
    let differences = match &in_force {
        Some(version) if !is_same && version.languages.contains(&language) => {
            let before = kept(connection, version, language)?;
            Some(PolicyDifferences::between(
                version.version,
                &before,
                &document,
            )?)
        }
        _ => None,
    };
    let words = Words::of(language)?;
    Ok(PolicyPreview {
        differences,
        address: store::policy::address(connection)?,
        draft: (!is_same).then_some(next),
        pages: layout::layout(&document, |page, pages| words.page_of(page, pages)).pages,
        given: match &in_force {
            Some(version) => store::policy::count_given(connection, version.version)?,
            None => 0,
        },
        in_force,
        versions,
        customers: store::customer::count(connection)?,
        clauses: draft.clauses,
        is_translated: draft.is_translated,
    })
}

/// The draft's pages as they would be with what is being written in a clause.
///
/// # Errors
/// As [`clauses::edit`].
pub fn preview_clause(
    connection: &Connection,
    today: NaiveDate,
    request: PreviewClause,
) -> Result<Vec<Page>> {
    let PreviewClause {
        id,
        language,
        content,
    } = request;
    let facts = PolicyFacts::read(connection, language)?;
    let clauses = clauses::with(connection, &facts.activities, language, id, content)?;
    let blocks = policy_text::compose(&facts, &clauses, language)?;
    let sender = facts.business.sender();
    let next = store::policy::next_number(connection)?;
    let document = policy_text::document(blocks, sender, language, next, None, today)?;
    let words = Words::of(language)?;
    Ok(layout::layout(&document, |page, pages| words.page_of(page, pages)).pages)
}

/// Puts the draft to use as the next version, in every language in which all of its words are there.
/// When the version in force says the same, that one is answered.
///
/// # Errors
/// [`Error::Invalid`] (`languages`) when there is no such language; [`Error::Internal`] when a template
/// has a fault.
pub fn adopt(connection: &Connection, today: NaiveDate) -> Result<PolicyVersion> {
    let business = store::business::find(connection)?;
    let mut drafts = drafts(connection)?;
    drafts.retain(|draft| draft.is_translated);
    let languages: BTreeSet<Language> = drafts.iter().map(|draft| draft.language).collect();
    if languages.is_empty() {
        return Err(Error::invalid("languages", Rule::Required));
    }
    let texts = whole(&drafts, &business);
    let hash = hash(&texts)?;
    let in_force = store::policy::versions(connection)?.into_iter().next();
    if let Some(version) = in_force.as_ref().filter(|version| version.hash == hash) {
        return Ok(version.clone());
    }
    let version = PolicyVersion {
        version: store::policy::next_number(connection)?,
        adopted_on: today,
        hash,
        languages,
    };
    store::policy::insert(
        connection,
        &version,
        business.country.code(),
        &text(&texts)?,
    )?;
    let named = named::in_drafts(connection, &drafts)?;
    store::policy::name_recipients(connection, version.version, &named)?;
    informed::uses::note(connection, version.version)?;
    Ok(version)
}

/// A version that was put to use, as a file.
///
/// # Errors
/// [`Error::NotFound`] without such a version, or when it is not in that language.
pub fn export(connection: &Connection, request: &ExportPolicy) -> Result<PrintedFile> {
    let version = find(connection, request.version)?;
    let document = kept(connection, &version, request.language)?;
    let words = Words::of(request.language)?;
    let name = words.with("policy-file", &[("version", &version.version.to_string())])?;
    Ok(PrintedFile {
        name: format!("{name}.{}", request.format.extension()),
        bytes: match request.format {
            PolicyFormat::Pdf => {
                pdf::write(&document, |page, pages| words.page_of(page, pages), None)?
            }
            PolicyFormat::Html => html::write(&document).into_bytes(),
            PolicyFormat::Text => plain::write(&document).into_bytes(),
        },
    })
}

/// Notes that a customer was given a version.
///
/// # Errors
/// [`Error::Invalid`] for the day; [`Error::NotFound`] without such a customer or version.
pub fn give(
    connection: &Connection,
    now: DateTime<FixedOffset>,
    request: &GivePolicy,
) -> Result<()> {
    store::customer::find(connection, request.customer_id)?;
    expect_given(connection, now, request.version, request.given_on)?;
    store::policy::give(
        connection,
        request.customer_id,
        request.version,
        request.given_on,
        request.channel,
    )
}

/// That a version can have been given on a day.
///
/// # Errors
/// [`Error::Invalid`] for a day to come or before it was put to use; [`Error::NotFound`] without such
/// a version.
pub(crate) fn expect_given(
    connection: &Connection,
    now: DateTime<FixedOffset>,
    version: u32,
    given_on: NaiveDate,
) -> Result<()> {
    let mut checks = Checks::default();
    if !is_plausible_day(given_on, now) || given_on > now.naive_local().date() {
        checks.refuse("givenOn", Rule::OutOfRange);
    } else if given_on < find(connection, version)?.adopted_on {
        checks.refuse("givenOn", Rule::BeforeVersion);
    }
    checks.done()
}

/// The version in force as it was put to use.
pub(crate) struct InForce {
    /// Which.
    pub version: PolicyVersion,
    /// Its text; in another language when it is not in the one that was asked for.
    pub blocks: Vec<Block>,
    /// Customers who were given it.
    pub given: u32,
}

/// The version in force, if any.
pub(crate) fn text_in_force(
    connection: &Connection,
    language: Language,
) -> Result<Option<InForce>> {
    let Some(version) = store::policy::versions(connection)?.into_iter().next() else {
        return Ok(None);
    };
    let language = if version.languages.contains(&language) {
        language
    } else {
        *version.languages.first().ok_or(Error::NotFound)?
    };
    Ok(Some(InForce {
        blocks: kept(connection, &version, language)?.blocks,
        given: store::policy::count_given(connection, version.version)?,
        version,
    }))
}

/// The number of the version in force, and whether the draft says the same; `None` without a version.
///
/// # Errors
/// [`Error::Internal`] when a template has a fault.
pub fn in_force(connection: &Connection) -> Result<Option<(u32, bool)>> {
    let Some(version) = store::policy::versions(connection)?.into_iter().next() else {
        return Ok(None);
    };
    let business = store::business::find(connection)?;
    let drafts = drafts(connection)?;
    let is_same = version.hash == hash(&whole(&drafts, &business))?;
    Ok(Some((version.version, is_same)))
}

fn find(connection: &Connection, version: u32) -> Result<PolicyVersion> {
    store::policy::versions(connection)?
        .into_iter()
        .find(|found| found.version == version)
        .ok_or(Error::NotFound)
}
