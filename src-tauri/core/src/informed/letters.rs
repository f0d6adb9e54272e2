//! Letters to many whose data came from others (article 14): each in her own language as far as it is
//! known, in one PDF or a file each.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::PathBuf;

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::customers::{CustomerId, Source};
use crate::documents::PrintedFile;
use crate::documents::pdf::Bundle;
use crate::processing::letter::{self, Addressee, Letter, Stationery};
use crate::vault::ExportFolder;
use crate::words::Words;
use crate::{Error, Language, Result, store};

/// Letters to be written. The place is chosen in a dialog of the system.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct SaveLetters {
    /// To whom.
    pub customers: Vec<CustomerId>,
    /// In which language where hers is not known.
    pub language: Language,
    /// All in one PDF, or a file each in a new folder.
    pub together: bool,
}

/// How far the letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LettersProgress {
    /// Letters that are written.
    pub done: u32,
    /// Letters in all.
    pub of: u32,
}

/// Everything that the letters say: the register is not needed any more to print them.
pub struct Letters {
    language: Language,
    today: NaiveDate,
    author: String,
    stationery: BTreeMap<Language, Stationery>,
    to: Vec<(Language, Addressee)>,
}

/// What is heard after each letter; false to stop.
pub type Step<'a> = &'a mut dyn FnMut(LettersProgress) -> Result<bool>;

impl Letters {
    /// What the letters say.
    ///
    /// # Errors
    /// [`Error::NotFound`] without such a customer; [`Error::NotAllowed`] for one who gave her data
    /// herself, and while no version in force says what is done.
    pub fn gather(
        connection: &Connection,
        today: NaiveDate,
        request: &SaveLetters,
    ) -> Result<Self> {
        let version = letter::in_force(connection)?;
        let mut stationery = BTreeMap::new();
        let mut to = Vec::with_capacity(request.customers.len());
        for id in &request.customers {
            let row = store::customer::find(connection, *id)?;
            if row.fields.source == Source::Person {
                return Err(Error::NotAllowed);
            }
            // In her language, or else in the consultant's, or in one that the policy is in at all.
            let language = row
                .fields
                .language
                .into_iter()
                .chain([request.language])
                .chain(version.languages.iter().copied())
                .find(|language| version.languages.contains(language))
                .ok_or(Error::NotAllowed)?;
            if let Entry::Vacant(place) = stationery.entry(language) {
                place.insert(Stationery::of(connection, version.version, language)?);
            }
            to.push((language, Addressee::of(connection, *id, row)?));
        }
        Ok(Self {
            language: request.language,
            today,
            author: store::business::find(connection)?.name,
            stationery,
            to,
        })
    }

    /// The name of the one PDF, or of the folder without its ending.
    ///
    /// # Errors
    /// [`Error::Internal`].
    pub fn name(&self) -> Result<String> {
        Words::of(self.language)?.with("letters-file", &[("date", &self.today.to_string())])
    }

    /// All letters in one PDF, each from a page of its own, under a bookmark with the customer's number.
    /// `None` when it was stopped.
    ///
    /// # Errors
    /// Those of `step`; [`Error::Internal`].
    pub fn bind(&self, step: Step<'_>) -> Result<Option<PrintedFile>> {
        let own = Words::of(self.language)?;
        let mut bundle = Bundle::new()?;
        let is_whole = self.each(step, |letter| {
            let bookmark = own.with(
                "letters-customer",
                &[("number", &letter.number.to_string())],
            )?;
            let words = Words::of(letter.document.language)?;
            bundle.add(&bookmark, &letter.document, |page, pages| {
                words.page_of(page, pages)
            })
        })?;
        if !is_whole {
            return Ok(None);
        }
        let title = own.get("letters-title")?;
        Ok(Some(PrintedFile {
            name: self.name()?,
            bytes: bundle.finish(&title, &self.author, self.language, self.today)?,
        }))
    }

    /// A file for each letter in a new folder, named by the customer's number. False when it was
    /// stopped: then there is no folder.
    ///
    /// # Errors
    /// Those of `step`; [`Error::FileFailed`](crate::Error::FileFailed) with the reason.
    pub fn file(&self, folder: PathBuf, step: Step<'_>) -> Result<bool> {
        let mut folder = ExportFolder::make(folder)?;
        let is_whole = self.each(step, |letter| {
            let file = letter.print()?;
            folder.write(&format!("{}.pdf", file.name), &file.bytes)
        })?;
        if is_whole {
            folder.keep();
        }
        Ok(is_whole)
    }

    /// Composes one letter after the other.
    fn each(&self, step: Step<'_>, mut take: impl FnMut(Letter) -> Result<()>) -> Result<bool> {
        let of = u32::try_from(self.to.len()).unwrap_or(u32::MAX);
        for (done, (language, to)) in (1..).zip(&self.to) {
            let stationery = self
                .stationery
                .get(language)
                .ok_or(Error::Internal("stationery"))?;
            take(stationery.letter(self.today, to)?)?;
            if !step(LettersProgress { done, of })? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
