//! Handing over one's data: the answer of article 15 with the complete copy.

use std::path::Path;

use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::answer;
use super::mentions::Others;
use crate::customers::CustomerId;
use crate::documents::blocks::Document;
use crate::documents::page::Page;
use crate::documents::{PrintedFile, layout, pdf};
use crate::error::Rule;
use crate::exchange::{csv_export, portable};
use crate::hash::sha256;
use crate::store::record::{self, TableRecord};
use crate::vault::ExportFolder;
use crate::words::Words;
use crate::{Error, Language, Result, store};

/// A PDF's password is at least this long (characters), and as long as the format takes (bytes:
/// ISO 32000-2, 7.6.4.3.3).
const PASSWORD_MIN: usize = 6;
const PASSWORD_MAX: usize = 127;

/// What to prepare.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct PrepareHandOver {
    /// Whose.
    pub customer_id: CustomerId,
    /// In which language.
    pub language: Language,
    /// Mentions (see [`Mention::id`]) that shall stand as written; all others are covered.
    pub keep: Vec<u32>,
}

/// What is about to be handed over.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct HandOverPreview {
    /// The PDF as it will be.
    pub pages: Vec<Page>,
    /// Places in free text that seem to speak of another person (article 15(4)).
    pub mentions: Vec<Mention>,
}

/// A place in free text that seems to speak of another customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Mention {
    /// Number of this mention, stable while the register is unchanged.
    pub id: u32,
    /// Inventory name of the field, `table.column`.
    pub field: String,
    /// The text before it, shortened.
    pub before: String,
    /// The words themselves.
    pub words: String,
    /// The text after it, shortened.
    pub after: String,
    /// True when it is covered in the copy.
    pub covered: bool,
}

/// The order to make the files. The folder is chosen in a dialog of the system.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct HandOver {
    /// What was previewed.
    pub prepared: PrepareHandOver,
    /// A password that opens the PDF (AES-256), or none. The JSON and CSV files stay out when set.
    pub password: Option<String>,
}

/// What was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct HandedOver {
    /// Name of the folder (customer number and date, never a name).
    pub folder: String,
    /// Names of the files in it.
    pub files: Vec<String>,
}

/// A copy that is ready to be written.
pub struct Copy {
    /// Customer number, for neutral file names.
    pub number: u32,
    /// The files; with a password the PDF alone.
    pub files: Vec<PrintedFile>,
    /// SHA-256 (hex) of the PDF.
    pub pdf_hash: String,
}

/// The preview.
///
/// # Errors
/// [`Error::NotFound`] without such a customer.
pub fn prepare(
    connection: &Connection,
    now: DateTime<FixedOffset>,
    request: &PrepareHandOver,
) -> Result<HandOverPreview> {
    let answer = Answer::of(connection, now, request)?;
    Ok(HandOverPreview {
        pages: layout::layout(&answer.document, page_of(answer.words)).pages,
        mentions: answer.mentions,
    })
}

/// Makes the files.
///
/// # Errors
/// [`Error::NotFound`] without such a customer; [`Error::Invalid`] for the password.
pub fn make(
    connection: &Connection,
    now: DateTime<FixedOffset>,
    request: &HandOver,
) -> Result<Copy> {
    if let Some(password) = &request.password {
        if password.chars().count() < PASSWORD_MIN {
            return Err(Error::invalid("password", Rule::TooWeak));
        }
        if password.len() > PASSWORD_MAX {
            return Err(Error::invalid("password", Rule::TooLong));
        }
    }
    let answer = Answer::of(connection, now, &request.prepared)?;
    let number = answer.number;
    let pdf = pdf::write(
        &answer.document,
        page_of(answer.words),
        request.password.as_deref(),
    )?;
    let pdf_hash = sha256(&pdf);
    let mut files = vec![PrintedFile {
        name: format!("{number}.pdf"),
        bytes: pdf,
    }];
    // Beside a PDF that asks for a password, the same in the open would make a mockery of it.
    if request.password.is_none() {
        let business = store::business::find(connection)?;
        files.push(PrintedFile {
            name: format!("{number}.json"),
            bytes: portable::json(&answer.record, &business, now)?,
        });
        for (table, rows) in portable::tables(&answer.record) {
            let (heading, rows) = rows.split_first().ok_or(Error::Internal("csv"))?;
            let heading: Vec<&str> = heading.iter().map(String::as_str).collect();
            files.push(PrintedFile {
                name: format!("{number}-{}.csv", table.replace('_', "-")),
                bytes: csv_export::write(&heading, rows)?,
            });
        }
    }
    Ok(Copy {
        number,
        files,
        pdf_hash,
    })
}

impl Copy {
    /// Writes the files into a new folder in `chosen`, named by customer number and day and never by
    /// a name. A folder that is there already is left alone and the next free number taken. Answers
    /// the folder's name, too.
    ///
    /// # Errors
    /// [`Error::FileFailed`] with the reason; nothing is left behind.
    pub fn write(
        &self,
        chosen: &Path,
        now: DateTime<FixedOffset>,
    ) -> Result<(ExportFolder, String)> {
        let base = format!("{}-{}", self.number, now.format("%Y-%m-%d"));
        let name = std::iter::once(base.clone())
            .chain((2..1000).map(|n| format!("{base}-{n}")))
            .find(|name| chosen.join(name).symlink_metadata().is_err())
            .ok_or(Error::Internal("folder name"))?;
        let mut folder = ExportFolder::make(chosen.join(&name))?;
        for file in &self.files {
            folder.write(&file.name, &file.bytes)?;
        }
        Ok((folder, name))
    }
}

/// Logs that a copy was handed over.
///
/// # Errors
/// [`Error::Internal`].
pub fn log(
    connection: &Connection,
    now: DateTime<FixedOffset>,
    request: &HandOver,
    copy: &Copy,
) -> Result<()> {
    store::handover::insert(
        connection,
        request.prepared.customer_id,
        &store::instant(now),
        request.prepared.language,
        request.password.is_some(),
        &copy.pdf_hash,
    )
}

/// What the preview and the files are made of.
struct Answer {
    number: u32,
    words: &'static Words,
    record: Vec<TableRecord>,
    mentions: Vec<Mention>,
    document: Document,
}

impl Answer {
    fn of(
        connection: &Connection,
        now: DateTime<FixedOffset>,
        request: &PrepareHandOver,
    ) -> Result<Self> {
        let words = Words::of(request.language)?;
        let customer = store::customer::find(connection, request.customer_id)?;
        let home = store::business::find(connection)?.country;
        let mut record = record::of_customer(connection, request.customer_id)?;
        let others = Others::named_in(connection, request.customer_id, &record, home)?;
        let mentions = others.cover(&mut record, &request.keep, &words.get("someone-else")?);
        let document = answer::compose(
            connection,
            &record,
            customer.number,
            &customer.fields,
            words,
            now.naive_local().date(),
        )?;
        Ok(Self {
            number: customer.number,
            words,
            record,
            mentions,
            document,
        })
    }
}

fn page_of(words: &'static Words) -> impl Fn(usize, usize) -> String {
    move |page, pages| words.page_of(page, pages)
}
