//! The data processing agreement for a supplier without one: previewed, written as PDF, and the mail
//! that asks for the signature.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::agreement_text::{self, AgreementFacts};
use super::{Role, SupplierFields, uses};
use crate::documents::blocks::{Document, Letterhead};
use crate::documents::page::Page;
use crate::documents::{PrintedFile, layout, pdf};
use crate::processing::activities::{self, Activity};
use crate::processing::business::Business;
use crate::words::Words;
use crate::{Error, Language, Result, store};

/// An agreement with a supplier, in one language.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct SupplierAgreement {
    /// Row id of the supplier.
    pub id: u32,
    /// In which language.
    pub language: Language,
}

/// The agreement as it will print, and the mail that goes with it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AgreementPreview {
    /// The pages.
    pub pages: Vec<Page>,
    /// The mail.
    pub mail: AgreementMail,
}

/// The mail that asks a supplier to sign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AgreementMail {
    /// To whom, or empty.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Text.
    pub body: String,
}

/// What is read once for an agreement.
struct Read {
    business: Business,
    supplier: SupplierFields,
    /// The uses in which it gets data.
    uses: Vec<Activity>,
}

impl Read {
    /// # Errors
    /// [`Error::NotFound`]; [`Error::NotAllowed`] for one who is no processor.
    fn of(connection: &Connection, id: u32, language: Language) -> Result<Self> {
        let supplier = store::supplier::find(connection, id)?;
        if !supplier.is(Role::Processor) {
            return Err(Error::NotAllowed);
        }
        let mut activities = activities::all(connection, language)?;
        let its = uses::of(&supplier, &activities);
        activities.retain(|each| its.contains(&each.id));
        Ok(Self {
            business: store::business::find(connection)?,
            supplier,
            uses: activities,
        })
    }

    fn facts(&self) -> AgreementFacts<'_> {
        AgreementFacts {
            business: &self.business,
            supplier: &self.supplier,
            uses: &self.uses,
        }
    }

    fn mail(&self, language: Language) -> Result<AgreementMail> {
        let (subject, body) = agreement_text::mail(&self.facts(), language)?;
        Ok(AgreementMail {
            to: self.supplier.contact_email.clone(),
            subject,
            body,
        })
    }
}

/// The agreement as it will print, and its mail.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::NotAllowed`] for one who is no processor.
pub fn preview(
    connection: &Connection,
    today: NaiveDate,
    request: &SupplierAgreement,
) -> Result<AgreementPreview> {
    let read = Read::of(connection, request.id, request.language)?;
    let words = Words::of(request.language)?;
    let document = document(&read.facts(), request.language, today)?;
    Ok(AgreementPreview {
        pages: layout::layout(&document, |page, pages| words.page_of(page, pages)).pages,
        mail: read.mail(request.language)?,
    })
}

/// The agreement as PDF.
///
/// # Errors
/// Those of [`preview`].
pub fn export(
    connection: &Connection,
    today: NaiveDate,
    request: &SupplierAgreement,
) -> Result<PrintedFile> {
    let read = Read::of(connection, request.id, request.language)?;
    let words = Words::of(request.language)?;
    let document = document(&read.facts(), request.language, today)?;
    Ok(PrintedFile {
        name: words.get("processor-agreement-file")?,
        bytes: pdf::write(&document, |page, pages| words.page_of(page, pages), None)?,
    })
}

/// The mail alone.
///
/// # Errors
/// Those of [`preview`].
pub fn mail(connection: &Connection, request: &SupplierAgreement) -> Result<AgreementMail> {
    Read::of(connection, request.id, request.language)?.mail(request.language)
}

pub(super) fn document(
    facts: &AgreementFacts<'_>,
    language: Language,
    today: NaiveDate,
) -> Result<Document> {
    let words = agreement_text::words(language)?;
    let word = |key: &str| {
        let word = words.get(key).and_then(toml::Value::as_str);
        word.ok_or(Error::Internal("agreement words"))
    };
    let AgreementFacts {
        business, supplier, ..
    } = facts;
    let named = format!("{}, {}", business.name, word("title")?);
    let to = [&supplier.name, &supplier.contact, &supplier.contact_email];
    Ok(Document {
        language,
        title: named.clone(),
        author: business.name.clone(),
        date: today,
        letterhead: Letterhead {
            sender: business.sender(),
            aside: vec![word("draft")?.to_owned(), Words::of(language)?.day(today)],
            to: to
                .into_iter()
                .filter(|line| !line.is_empty())
                .cloned()
                .collect(),
        },
        foot_left: named,
        foot_middle: String::new(),
        blocks: agreement_text::compose(facts, language)?,
    })
}
