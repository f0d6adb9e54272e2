//! The paper that is signed: what is asked, with room for a day, a name and a signature.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ConsentTo, texts};
use crate::customers::CustomerId;
use crate::documents::blocks::{Document, Letterhead};
use crate::documents::{PrintedFile, pdf, templates};
use crate::processing::activities;
use crate::processing::record::template;
use crate::words::Words;
use crate::{Error, Language, Result, store};

/// Room to write in.
const LINE: &str = "________________________________________";

/// What is asked, as a paper to be signed. The place is chosen in a dialog of the system.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct PrintConsent {
    /// For which use.
    #[ts(type = "string")]
    pub to: ConsentTo,
    /// Which version.
    pub version: u32,
    /// In which language.
    pub language: Language,
    /// For whom; `None` for anyone. Only her number stands in the file's name.
    pub customer_id: Option<CustomerId>,
}

#[derive(Serialize)]
struct Values<'a> {
    name: &'a str,
    paragraphs: Vec<&'a str>,
    explicit: bool,
    line: &'static str,
}

/// The paper as PDF.
///
/// # Errors
/// [`Error::NotFound`] without such a use, version or customer; [`Error::NotAllowed`] for a use that rests on
/// something else than a yes.
pub fn print(
    connection: &Connection,
    today: NaiveDate,
    request: &PrintConsent,
) -> Result<PrintedFile> {
    let PrintConsent {
        ref to,
        version,
        language,
        customer_id,
    } = *request;
    let text = texts::find(connection, to, Some(version))?;
    super::expect_asked(connection, to)?;
    let activities = activities::all(connection, language)?;
    let activity = to.find(&activities).ok_or(Error::NotFound)?;
    let business = store::business::find(connection)?;
    let words = Words::of(language)?;
    // Papers of other uses, and of other customers, lie beside it.
    let used = words.of_list("purpose", &store::word(to)?)?;
    let which = version.to_string();
    let name = match customer_id {
        None => words.with("consent-file", &[("use", &used), ("version", &which)])?,
        Some(id) => {
            let number = store::customer::find(connection, id)?.number.to_string();
            let values = [("number", &*number), ("use", &used), ("version", &which)];
            words.with("consent-file-of", &values)?
        }
    };
    let values = Values {
        name: &activity.texts.name,
        paragraphs: text
            .texts
            .of(language)
            .split("\n\n")
            .map(str::trim)
            .filter(|paragraph| !paragraph.is_empty())
            .collect(),
        explicit: super::is_explicit(activity),
        line: LINE,
    };
    let document = Document {
        language,
        title: activity.texts.name.clone(),
        author: business.name.clone(),
        date: today,
        letterhead: Letterhead {
            sender: business.sender(),
            aside: vec![crate::processing::policy_text::numbered(version, language)?],
            to: Vec::new(),
        },
        foot_left: business.name.clone(),
        foot_middle: String::new(),
        blocks: templates::render(template!(language, "consent-form.md"), &values)?,
    };
    Ok(PrintedFile {
        name,
        bytes: pdf::write(&document, |page, pages| words.page_of(page, pages), None)?,
    })
}
