//! What a command answers when it fails.

use kundbok_core::{Code, Error, Invalid};
use serde::Serialize;

/// `{ code, fields, computer }`: no English, SQL, path or personal data. The window translates the code.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CommandError {
    code: Code,
    fields: Vec<Invalid>,
    /// The computer that it is about, by the name that its system gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    computer: Option<String>,
}

impl From<Error> for CommandError {
    fn from(error: Error) -> Self {
        Self {
            code: error.code(),
            fields: error.fields(),
            computer: error.computer().map(str::to_owned),
        }
    }
}

/// What every command answers.
pub type Answer<T> = Result<T, CommandError>;
