//! Earlier states of the register on this computer: what there is, how it differs from now, and
//! putting one back.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset, Local};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Action, Change, Register, merging};
use crate::customers::{CustomerId, Listing};
use crate::session::Saved;
use crate::store::entry::{EntryId, EntryPart};
use crate::store::register::LineageRow;
use crate::store::{self, digest, image, listing};
use crate::vault::{Generation, Head};
use crate::{Error, Result};

/// Digits of a digest that tell generations of the same number apart.
const DIGITS: usize = 8;
/// Generations that are opened to tell of themselves and of those before them. Each is a state that
/// was left; who has more of them than this does without some figures.
const ASKED_MAX: usize = 4;

/// Which generation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct GenerationId {
    /// How many saves it took.
    pub number: u32,
    /// The first eight digits of the SHA-256 (hex) of the sealed file.
    pub digest: String,
}

impl GenerationId {
    pub(super) fn of(head: &Head) -> Self {
        Self {
            number: head.generation,
            digest: head.hash.chars().take(DIGITS).collect(),
        }
    }
}

/// A generation, as the time line shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct GenerationView {
    /// Which.
    pub id: GenerationId,
    /// When it was saved (RFC 3339).
    pub saved_at: String,
    /// How many customers it holds; `None` when no state remembers it: it is very old, or sealed to
    /// a key that was replaced.
    pub customers: Option<u32>,
    /// Bytes.
    pub size: u32,
    /// The state that is open.
    pub is_current: bool,
}

/// How a generation differs from the state that is open, by customer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Differences {
    /// In the open state, not in the generation.
    pub added: Vec<Difference>,
    /// In both, not alike.
    pub changed: Vec<Difference>,
    /// In the generation, not in the open state.
    pub gone: Vec<Difference>,
    /// What is no customer's and is not alike: suppliers, clauses, uses of data, the business.
    pub entries: Vec<EntryDifference>,
}

/// A customer who is not alike in two states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Difference {
    /// Who, in the generation where that has her: there she is taken over from.
    pub id: CustomerId,
    /// Her name in the state that has her; the open one's when both do.
    pub name: String,
    /// What that state holds about her was written later than what the open one does.
    pub newer_there: bool,
}

/// What is no customer's and is not alike in two states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EntryDifference {
    /// Which.
    pub id: EntryId,
    /// What it is called in the open state or, where that lacks it, in the generation; empty where it
    /// has no name.
    pub name: String,
    /// The open state holds it.
    pub is_here: bool,
    /// The generation holds it.
    pub is_there: bool,
    /// What is not alike.
    pub parts: Vec<EntryPart>,
}

impl Register {
    /// The generations on this computer, the newest first.
    ///
    /// # Errors
    /// [`Error::Internal`].
    pub fn generations(&self) -> Result<Vec<GenerationView>> {
        let generations = self.vault.local().generations();
        let known = self.remembered(&generations)?;
        let view = |generation: Generation| {
            let is_current = self.vault.head().is_some_and(|head| generation.is(head));
            let known = known.iter().find(|row| is_of(row, &generation));
            let (saved_at, customers) = if let Some(row) = known {
                (row.saved_at.clone(), Some(row.customers))
            } else {
                let at: DateTime<Local> = generation.saved_at.into();
                (store::instant(at.fixed_offset()), None)
            };
            GenerationView {
                id: GenerationId {
                    number: generation.number,
                    digest: generation.digest,
                },
                saved_at,
                customers,
                size: u32::try_from(generation.size).unwrap_or(u32::MAX),
                is_current,
            }
        };
        Ok(generations.into_iter().map(view).collect())
    }

    /// What is remembered of these generations: by the open state of itself and of those that it
    /// comes from, and by the newest of any other state likewise.
    fn remembered(&self, generations: &[Generation]) -> Result<Vec<LineageRow>> {
        let mut known = match self.vault.head() {
            Some(head) => remembered_by(&self.connection, head.hash.clone())?,
            None => Vec::new(),
        };
        let mut asked = 0;
        for generation in generations {
            if asked == ASKED_MAX {
                break;
            }
            if known.iter().any(|row| is_of(row, generation)) {
                continue;
            }
            asked += 1;
            let digest = generation.digest.clone();
            // One that does not open says nothing.
            if let Ok((_, rows)) = self.open_found(generation, |other| remembered_by(other, digest))
            {
                known.extend(rows);
            }
        }
        Ok(known)
    }

    /// How a generation differs from the state that is open.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::VaultDamaged`]; [`Error::Misnamed`]; [`Error::VaultReplaced`];
    /// [`Error::WrongRecoveryKey`] when it was sealed to a key that was since replaced.
    pub fn compare(&self, id: &GenerationId) -> Result<Differences> {
        let (other, (earlier, before)) = self.open_generation(id, |connection| {
            Ok((names(connection)?, digest::of_customers(connection)?))
        })?;
        let (open, after) = (
            names(&self.connection)?,
            digest::of_customers(&self.connection)?,
        );
        let mut differences = Differences::default();
        for (mark, known) in &open {
            let of = |id, newer_there| Difference {
                id,
                name: known.name.clone(),
                newer_there,
            };
            match earlier.get(mark) {
                None => differences.added.push(of(known.id, false)),
                Some(there) if before.get(&there.id) != after.get(&known.id) => {
                    let newer_there = there.changed > known.changed;
                    differences.changed.push(of(there.id, newer_there));
                }
                Some(_) => {}
            }
        }
        let gone = earlier
            .into_iter()
            .filter(|(mark, _)| !open.contains_key(mark));
        for (_, known) in gone {
            differences.gone.push(Difference {
                id: known.id,
                name: known.name,
                newer_there: true,
            });
        }
        for list in [
            &mut differences.added,
            &mut differences.changed,
            &mut differences.gone,
        ] {
            list.sort_by_key(|difference| difference.id.0);
        }
        differences.entries = merging::entries(&self.connection, &other, self.language)?;
        Ok(differences)
    }

    /// She keeps the state that is open, whatever was found when it was opened.
    ///
    /// # Errors
    /// As [`Self::restore_generation`].
    pub fn keep_open(&mut self, now: DateTime<FixedOffset>) -> Result<()> {
        self.expect_writable()?;
        self.vault.keep_head()?;
        // From now on it is what was saved last: what she did not want never takes its place.
        self.write(now, Action::RestoreGeneration, |_| {
            Ok(Change::of_nobody(()))
        })?;
        self.vault.folder().set_copies_aside()?;
        self.vault.local().answered();
        Ok(())
    }

    /// Puts a generation in the place of the open state. That is kept as a generation first, so
    /// nothing is lost by it, and what opens the register stays as it is now.
    ///
    /// # Errors
    /// As [`Self::compare`]; [`Error::SaveFailed`], with everything as it was.
    pub fn restore_generation(
        &mut self,
        id: &GenerationId,
        now: DateTime<FixedOffset>,
    ) -> Result<Saved<()>> {
        let language = self.language;
        self.vault.keep_head()?;
        let (earlier, listing) =
            self.open_generation(id, |connection| Listing::read(connection, language))?;
        let row = store::register::find(&self.connection)?;
        let lineage = store::register::lineage(&self.connection)?;
        store::register::continue_from(&earlier, &row, &lineage)?;
        let open = std::mem::replace(&mut self.connection, earlier);
        let listed = std::mem::replace(&mut self.listing, listing);
        let saved = self.write(now, Action::RestoreGeneration, |_| {
            Ok(Change::of_nobody(()))
        });
        if saved.is_err() {
            self.connection = open;
            self.listing = listed;
        } else {
            self.vault.local().answered();
        }
        saved
    }

    pub(super) fn open_generation<T>(
        &self,
        id: &GenerationId,
        then: impl FnOnce(&Connection) -> Result<T>,
    ) -> Result<(Connection, T)> {
        let generations = self.vault.local().generations();
        let generation = generations
            .iter()
            .find(|found| found.number == id.number && found.digest == id.digest)
            .ok_or(Error::NotFound)?;
        self.open_found(generation, then)
    }

    fn open_found<T>(
        &self,
        generation: &Generation,
        then: impl FnOnce(&Connection) -> Result<T>,
    ) -> Result<(Connection, T)> {
        let local = self.vault.local();
        let opened = image::open(&local.open_generation(generation, &*self.key)?, then)?;
        let ours = store::register::find(&self.connection)?.register_id;
        let found = store::register::find(&opened.0)?;
        if found.register_id != ours {
            return Err(Error::VaultReplaced);
        }
        // She would go back to another state than the one she chose.
        if found.generation != generation.number {
            return Err(Error::Misnamed);
        }
        Ok(opened)
    }
}

/// What a state with this digest remembers: itself, and those it comes from.
fn remembered_by(connection: &Connection, hash: String) -> Result<Vec<LineageRow>> {
    let row = store::register::find(connection)?;
    let mut known = store::register::lineage(connection)?;
    known.push(LineageRow {
        generation: row.generation,
        hash,
        saved_at: row.saved_at,
        customers: row.customers,
    });
    Ok(known)
}

fn is_of(row: &LineageRow, generation: &Generation) -> bool {
    row.generation == generation.number && row.hash.starts_with(&generation.digest)
}

/// What is known of someone before the rest is compared.
struct Known {
    id: CustomerId,
    name: String,
    /// When anything about her was last changed.
    changed: Option<DateTime<FixedOffset>>,
}

/// By their marks: two computers may have given one id to two people.
fn names(connection: &Connection) -> Result<HashMap<String, Known>> {
    let rows = listing::names(connection)?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let known = Known {
                id: row.id,
                name: format!("{} {}", row.given_name, row.family_name)
                    .trim()
                    .to_owned(),
                changed: DateTime::parse_from_rfc3339(&row.changed_at).ok(),
            };
            (row.mark, known)
        })
        .collect())
}
