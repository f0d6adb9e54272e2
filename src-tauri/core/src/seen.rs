//! Whether a row is still the one that was read. What a form was begun with may be past when it is
//! saved: another computer saved it too, or gave its id to a row of its own.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::hash::sha256;
use crate::{Error, Result, store};

/// Hex digits of a digest: what is told apart are a few states of one row.
const DIGITS: usize = 16;

/// A row as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct Seen {
    /// What stands fast of it, whatever is changed in it.
    pub mark: String,
    /// Of what can be changed in it: the first sixteen digits of a SHA-256 (hex).
    pub digest: String,
}

impl Seen {
    /// A row of `table` in which `fields` stand.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub(crate) fn of(
        connection: &Connection,
        table: &'static str,
        id: u32,
        fields: &impl Serialize,
    ) -> Result<Self> {
        let mark = store::mark::of(connection, table, id)?;
        let json = serde_json::to_vec(fields).map_err(|_| Error::Internal("fields"))?;
        let digest = sha256(&json).chars().take(DIGITS).collect();
        Ok(Self { mark, digest })
    }

    /// The row is as it was read.
    ///
    /// # Errors
    /// [`Error::Changed`].
    pub fn expect(&self, now: &Self) -> Result<()> {
        if self == now {
            Ok(())
        } else {
            Err(Error::Changed)
        }
    }

    /// It is the same row, whatever was changed in it.
    ///
    /// # Errors
    /// [`Error::Changed`].
    pub fn expect_row(&self, now: &Self) -> Result<()> {
        if self.mark == now.mark {
            Ok(())
        } else {
            Err(Error::Changed)
        }
    }
}
