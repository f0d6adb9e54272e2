//! The privacy policy (articles 13 and 14): previewed, put to use, kept by version, given to people.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::business::Business;
use super::held::{held, sources};
use super::policy_text::{self, PolicyFacts};
use super::suppliers;
use crate::contacts::Channel;
use crate::customers::CustomerId;
use crate::customers::validate::Checks;
use crate::documents::blocks::{Block, Document};
use crate::documents::page::Page;
use crate::documents::{PrintedFile, layout, pdf};
use crate::error::Rule;
use crate::hash::sha256;
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
    /// All versions, latest first.
    pub versions: Vec<PolicyVersion>,
    /// Customers who were given the version in force.
    pub given: u32,
    /// Customers in all.
    pub customers: u32,
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
}

/// A version to be written as PDF. The place is chosen in a dialog of the system.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct ExportPolicy {
    /// Which version.
    pub version: u32,
    /// In which language.
    pub language: Language,
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

/// What a version is made of. Its number and date are added when a page is made, so two versions are
/// the same exactly when they say the same.
#[derive(Serialize, Deserialize)]
struct Texts {
    /// The business as it stands in the letterhead.
    sender: Vec<String>,
    /// Language subtag to text.
    languages: BTreeMap<String, Vec<Block>>,
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
    let texts = compose(connection, &business)?;
    let is_same = match &in_force {
        Some(version) => version.hash == hash(&texts)?,
        None => false,
    };
    let next = in_force.as_ref().map_or(1, |version| version.version + 1);
    let document = match &in_force {
        Some(version) if is_same => kept(connection, version, language)?,
        _ => document(texts, language, next, None, today)?,
    };
    let words = Words::of(language)?;
    Ok(PolicyPreview {
        draft: (!is_same).then_some(next),
        pages: layout::layout(&document, |page, pages| words.page_of(page, pages)).pages,
        given: match &in_force {
            Some(version) => store::policy::count_given(connection, version.version)?,
            None => 0,
        },
        in_force,
        versions,
        customers: store::customer::count(connection)?,
    })
}

/// Puts the draft to use as the next version. When the version in force says the same, that one is
/// answered.
///
/// # Errors
/// [`Error::Internal`] when a template has a fault.
pub fn adopt(connection: &Connection, today: NaiveDate) -> Result<PolicyVersion> {
    let business = store::business::find(connection)?;
    let texts = compose(connection, &business)?;
    let hash = hash(&texts)?;
    let in_force = store::policy::versions(connection)?.into_iter().next();
    if let Some(version) = in_force.as_ref().filter(|version| version.hash == hash) {
        return Ok(version.clone());
    }
    let version = PolicyVersion {
        version: in_force.map_or(1, |version| version.version + 1),
        adopted_on: today,
        hash,
    };
    store::policy::insert(
        connection,
        &version,
        business.country.code(),
        &text(&texts)?,
    )?;
    Ok(version)
}

/// A version that was put to use, as PDF.
///
/// # Errors
/// [`Error::NotFound`] without such a version.
pub fn export(connection: &Connection, request: &ExportPolicy) -> Result<PrintedFile> {
    let version = find(connection, request.version)?;
    let document = kept(connection, &version, request.language)?;
    let words = Words::of(request.language)?;
    Ok(PrintedFile {
        name: words.with("policy-file", &[("version", &version.version.to_string())])?,
        bytes: pdf::write(&document, |page, pages| words.page_of(page, pages), None)?,
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
    let mut checks = Checks::default();
    let today = now.naive_local().date();
    if !is_plausible_day(request.given_on, now) || request.given_on > today {
        checks.refuse("givenOn", Rule::OutOfRange);
    }
    checks.done()?;
    store::customer::find(connection, request.customer_id)?;
    find(connection, request.version)?;
    store::policy::give(
        connection,
        request.customer_id,
        request.version,
        request.given_on,
        request.channel,
    )
}

fn find(connection: &Connection, version: u32) -> Result<PolicyVersion> {
    store::policy::versions(connection)?
        .into_iter()
        .find(|found| found.version == version)
        .ok_or(Error::NotFound)
}

fn compose(connection: &Connection, business: &Business) -> Result<Texts> {
    let recipients = suppliers::recipients(connection)?;
    let held = held(connection)?;
    let sources = sources(connection)?;
    let facts = PolicyFacts {
        business,
        recipients: &recipients,
        held: &held,
        sources: &sources,
    };
    let languages = Language::ALL
        .into_iter()
        .map(|language| {
            let blocks = policy_text::compose(&facts, language)?;
            Ok((language.tag().to_owned(), blocks))
        })
        .collect::<Result<_>>()?;
    Ok(Texts {
        sender: business.sender(),
        languages,
    })
}

/// A version as it was put to use, whatever the register holds now.
fn kept(connection: &Connection, version: &PolicyVersion, language: Language) -> Result<Document> {
    let text = store::policy::documents(connection, version.version)?;
    let texts = serde_json::from_str(&text).map_err(|_| Error::Internal("stored policy"))?;
    document(
        texts,
        language,
        version.version,
        Some(version.adopted_on),
        version.adopted_on,
    )
}

fn document(
    mut texts: Texts,
    language: Language,
    version: u32,
    adopted_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<Document> {
    let blocks = texts
        .languages
        .remove(language.tag())
        .ok_or(Error::Internal("stored policy"))?;
    policy_text::document(blocks, texts.sender, language, version, adopted_on, today)
}

fn text(texts: &Texts) -> Result<String> {
    serde_json::to_string(texts).map_err(|_| Error::Internal("policy"))
}

fn hash(texts: &Texts) -> Result<String> {
    Ok(sha256(text(texts)?.as_bytes()))
}
