//! SQLite: the image in memory, its migrations, and one file for each table. Rows and SQL only; the
//! rules live elsewhere.

pub mod activity;
pub mod attachment;
pub mod audit;
pub mod business;
pub mod clause;
pub mod consent;
pub mod contact;
pub mod customer;
pub mod digest;
pub mod drift;
pub mod entry;
pub mod handover;
pub mod image;
pub mod informed;
pub mod listing;
pub mod mark;
pub mod policy;
pub mod purchase;
pub mod record;
pub mod register;
pub mod retention;
pub mod sign;
pub mod supplier;
mod text;
pub mod transfer;

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Error, Result};

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::QueryReturnedNoRows => Self::NotFound,
            _ => Self::Internal("sqlite"),
        }
    }
}

/// An instant as it is stored: RFC 3339, whole seconds, with the offset of where it happened, so
/// that its day is the day people had.
pub fn instant(at: DateTime<FixedOffset>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, false)
}

/// The day of a stored instant.
pub(crate) fn day_of(instant: &str) -> Result<NaiveDate> {
    DateTime::parse_from_rfc3339(instant)
        .map(|at| at.naive_local().date())
        .map_err(|_| Error::Internal("stored instant"))
}

/// The stored word of a unit variant: its wire name.
pub(crate) fn word<T: Serialize>(value: T) -> Result<String> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        _ => Err(Error::Internal("stored word")),
    }
}

/// A stored list of words.
fn list<T: Serialize>(values: &BTreeSet<T>) -> Result<String> {
    serde_json::to_string(values).map_err(|_| Error::Internal("stored list"))
}

/// The words of a stored list.
fn from_list<T: DeserializeOwned + Ord>(stored: &str) -> Result<BTreeSet<T>> {
    serde_json::from_str(stored).map_err(|_| Error::Internal("stored list"))
}

/// A statement about one row found it.
///
/// # Errors
/// [`Error::NotFound`].
fn expect_one(changed: usize) -> Result<()> {
    if changed == 1 {
        Ok(())
    } else {
        Err(Error::NotFound)
    }
}

/// The variant of a stored word.
pub(crate) fn from_word<T: DeserializeOwned>(word: String) -> Result<T> {
    serde_json::from_value(serde_json::Value::String(word))
        .map_err(|_| Error::Internal("stored word"))
}
