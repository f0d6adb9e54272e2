//! Handing over one's data: the answer of article 15 with the complete copy.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Language;
use crate::customers::CustomerId;
use crate::documents::page::Page;

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
