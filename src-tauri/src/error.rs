//! What a command answers when it fails.

use kundbok_core::{Code, Error, Invalid};
use serde::Serialize;

/// `{ code, fields }`: no English, SQL, path or personal data. The window translates the code.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CommandError {
    code: Code,
    fields: Vec<Invalid>,
}

impl From<Error> for CommandError {
    fn from(error: Error) -> Self {
        Self {
            code: error.code(),
            fields: error.fields(),
        }
    }
}

/// What every command answers.
pub type Answer<T> = Result<T, CommandError>;
