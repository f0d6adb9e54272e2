//! Handing over one's data: the answer of article 15 with the complete copy.

use std::path::Path;

use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::answer;
use super::mentions::Others;
use crate::attachments;
use crate::customers::CustomerId;
use crate::documents::blocks::Document;
use crate::documents::page::Page;
use crate::documents::pdf::{self, EmbeddedFile};
use crate::documents::{PrintedFile, layout};
use crate::error::Rule;
use crate::exchange::{csv_export, portable};
use crate::hash::sha256;
use crate::processing::business::Business;
use crate::store::attachment::AttachmentRow;
use crate::store::record::{self, TableRecord};
use crate::vault::{AttachmentFolders, ExportFolder, Sealed};
use crate::words::Words;
use crate::{Error, Language, Result, store};

/// A PDF's password is at least this long (characters), and as long as the format takes (bytes:
/// ISO 32000-2, 7.6.4.3.3).
const PASSWORD_MIN: usize = 6;
const PASSWORD_MAX: usize = 127;

/// The most that files kept with her may come to within a PDF that asks for a password (bytes): such a
/// PDF is made in memory.
const EMBEDDED_MAX: u64 = 50_000_000;

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
    /// The folder of the files kept with her, in the language of the answer.
    pub folder: String,
    /// The files kept with her, to be laid beside; with a password they are in the PDF.
    pub attachments: Vec<Enclosed>,
    /// SHA-256 (hex) of the PDF.
    pub pdf_hash: String,
}

impl Copy {
    /// Names of everything that is handed over.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let files = self.files.iter().map(|file| &*file.name);
        files.chain(self.attachments.iter().map(|enclosed| &*enclosed.path))
    }
}

/// A file kept with her, to be handed over.
pub struct Enclosed {
    /// Its name, [`Copy::folder`] included. Neutral: customer number and its number in the list.
    pub path: String,
    /// The sealed file.
    pub sealed: Sealed,
}

/// The preview, of a copy that is `locked` with a password or of one that is not.
///
/// # Errors
/// [`Error::NotFound`] without such a customer.
pub fn prepare(
    connection: &Connection,
    now: DateTime<FixedOffset>,
    request: &PrepareHandOver,
    locked: bool,
) -> Result<HandOverPreview> {
    let answer = Answer::of(connection, now, request, locked)?;
    Ok(HandOverPreview {
        pages: layout::layout(&answer.document, page_of(answer.words)).pages,
        mentions: answer.mentions,
    })
}

/// A copy as the register has it: what it says, and where the files kept with her are. Those are read
/// when it is [made](Self::make), and the register need not wait for it.
pub struct Draft<'a> {
    answer: Answer,
    business: Business,
    /// The folder of the files kept with her, in the language of the answer.
    folder: String,
    kept: Vec<AttachmentRow>,
    password: Option<&'a str>,
    now: DateTime<FixedOffset>,
}

/// What is to be handed over.
///
/// # Errors
/// [`Error::NotFound`] without such a customer; [`Error::Invalid`] for the password, with
/// [`Rule::TooLarge`] when files kept with her are more than a locked PDF holds.
pub fn draft<'a>(
    connection: &Connection,
    now: DateTime<FixedOffset>,
    request: &'a HandOver,
) -> Result<Draft<'a>> {
    let password = request.password.as_deref();
    let kept = store::attachment::of(connection, request.prepared.customer_id.into())?;
    if let Some(password) = password {
        if password.chars().count() < PASSWORD_MIN {
            return Err(Error::invalid("password", Rule::TooWeak));
        }
        if password.len() > PASSWORD_MAX {
            return Err(Error::invalid("password", Rule::TooLong));
        }
        if kept.iter().map(|row| row.sealed.bytes).sum::<u64>() > EMBEDDED_MAX {
            return Err(Error::invalid("password", Rule::TooLarge));
        }
    }
    let answer = Answer::of(connection, now, &request.prepared, password.is_some())?;
    Ok(Draft {
        business: store::business::find(connection)?,
        folder: answer.words.get("answer-folder")?,
        answer,
        kept,
        password,
        now,
    })
}

impl Draft<'_> {
    /// Makes the files.
    ///
    /// # Errors
    /// [`Error::AttachmentLost`]; [`Error::Locked`] when the register was closed meanwhile.
    pub fn make(self, folders: &AttachmentFolders) -> Result<Copy> {
        let Self { answer, folder, .. } = self;
        let (number, page_of) = (answer.number, page_of(answer.words));
        let (pdf, attachments) = match self.password {
            None => {
                let pdf = pdf::write(&answer.document, page_of, None)?;
                (pdf, enclose(&folder, number, self.kept))
            }
            // Beside a PDF that asks for a password, the same in the open would make a mockery of it.
            Some(password) => {
                let embedded = embed(number, &self.kept, folders)?;
                let pdf = pdf::write_with(&answer.document, page_of, embedded, Some(password))?;
                (pdf, Vec::new())
            }
        };
        folders.lease().expect_open()?;
        let pdf_hash = sha256(&pdf);
        let mut files = vec![PrintedFile {
            name: format!("{number}.pdf"),
            bytes: pdf,
        }];
        if self.password.is_none() {
            files.push(PrintedFile {
                name: format!("{number}.json"),
                bytes: portable::json(&answer.record, &self.business, self.now)?,
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
            folder,
            attachments,
            pdf_hash,
        })
    }
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
        attachments: &AttachmentFolders,
        now: DateTime<FixedOffset>,
    ) -> Result<(ExportFolder, String)> {
        let base = format!("{}-{}", self.number, now.format("%Y-%m-%d"));
        let name = std::iter::once(base.clone())
            .chain((2..1000).map(|n| format!("{base}-{n}")))
            .find(|name| chosen.join(name).symlink_metadata().is_err())
            .ok_or(Error::Internal("folder name"))?;
        let mut made = ExportFolder::make(chosen.join(&name))?;
        for file in &self.files {
            made.write(&file.name, &file.bytes)?;
        }
        if !self.attachments.is_empty() {
            made.make_within(&self.folder)?;
        }
        for enclosed in &self.attachments {
            made.write_with(&enclosed.path, |to| attachments.read(&enclosed.sealed, to))?;
        }
        Ok((made, name))
    }
}

/// Her files under neutral names, in the order in which the answer lists them.
fn enclose(folder: &str, number: u32, kept: Vec<AttachmentRow>) -> Vec<Enclosed> {
    let named = kept.into_iter().enumerate().map(|(index, row)| Enclosed {
        path: format!("{folder}/{}", neutral_name(number, index, &row)),
        sealed: row.sealed,
    });
    named.collect()
}

fn embed(
    number: u32,
    kept: &[AttachmentRow],
    folders: &AttachmentFolders,
) -> Result<Vec<EmbeddedFile>> {
    let embedded = kept.iter().enumerate().map(|(index, row)| {
        let mut bytes = Vec::new();
        folders.read(&row.sealed, &mut bytes)?;
        Ok(EmbeddedFile {
            name: neutral_name(number, index, row),
            mime: row.media_type.mime(),
            bytes,
        })
    });
    embedded.collect()
}

fn neutral_name(number: u32, index: usize, row: &AttachmentRow) -> String {
    attachments::ending_as(&format!("{number}-{}", index + 1), row.media_type)
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
        locked: bool,
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
            locked,
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
