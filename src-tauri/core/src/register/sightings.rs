//! What was seen of other computers' notes beside the register, and when a note is of a computer that is
//! there: how [`presence`](super::presence) judges them.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::vault::{ComputerId, Stamp};

/// How long a note may stay unchanged until its computer counts as gone: a few beats, and the time
/// that sync clients take.
pub(super) const SILENCE: Duration = Duration::from_mins(5);
/// For how long a note whose age cannot be told is watched before the register's files are replaced: a
/// beat, and what it takes to come over.
const DOUBT: Duration = Duration::from_secs(90);
/// What a computer that may change the register says of itself.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Note {
    pub(super) computer: String,
    pub(super) opened_at: DateTime<FixedOffset>,
    pub(super) alive_at: DateTime<FixedOffset>,
    /// Who takes over from another has a turn more than it: one that wakes up later steps back.
    pub(super) turn: u32,
}

impl Note {
    /// What decides between two that may both change the register. It is the same on both computers.
    pub(super) fn place<'a>(&self, id: &'a ComputerId) -> impl Ord + use<'a> {
        (Reverse(self.turn), self.opened_at, id)
    }
}

/// Another computer's note, as it was seen here.
#[derive(Clone)]
pub(super) struct Seen {
    pub(super) stamp: Stamp,
    /// SHA-256 (hex) of the bytes, where they could be read.
    pub(super) hash: Option<String>,
    /// What it says; `None` of one that has not come over whole, or is sealed to another key.
    pub(super) note: Option<Note>,
    /// Since when it lies here as it does.
    pub(super) since: Instant,
    /// When it was looked at last.
    pub(super) looked: Instant,
    /// When it last changed here; `None` while it lies there as a crash may have left it.
    pub(super) heard: Option<Instant>,
}

impl Seen {
    pub(super) fn is_alive(&self, measured: Instant) -> bool {
        self.heard
            .is_some_and(|heard| measured.saturating_duration_since(heard) < SILENCE)
    }

    /// It may be of a computer whose clock is wrong: one that lives renews it soon.
    pub(super) fn may_live(&self, measured: Instant) -> bool {
        self.is_alive(measured)
            || self.heard.is_none() && measured.saturating_duration_since(self.since) < DOUBT
    }

    /// Whether it says what this one says.
    pub(super) fn is_as(&self, hash: Option<&String>, note: Option<&Note>) -> bool {
        match (&self.note, note) {
            (Some(before), Some(now)) => before == now,
            (None, None) => self.hash.as_ref() == hash,
            _ => false,
        }
    }
}

/// What one program saw of the notes beside a register, from one attempt to open it to the next.
#[derive(Clone, Default)]
pub struct Sightings(Arc<Mutex<BTreeMap<ComputerId, Seen>>>);

impl Sightings {
    pub(super) fn get(&self) -> BTreeMap<ComputerId, Seen> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(super) fn put(&self, seen: &BTreeMap<ComputerId, Seen>) {
        seen.clone_into(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

/// Whether a note that is seen for the first time is of a computer that lives: by its own time, or by
/// when its file was written here. A time to come is of a clock that is wrong, here or there, and may
/// be so for years.
pub(super) fn is_recent(stamp: &Stamp, note: Option<&Note>, now: DateTime<FixedOffset>) -> bool {
    let written = DateTime::<Utc>::from(stamp.modified).fixed_offset();
    let silence = TimeDelta::from_std(SILENCE).unwrap_or_default();
    let mut times = [Some(written), note.map(|note| note.alive_at)]
        .into_iter()
        .flatten();
    times.any(|time| (now - time).abs() < silence)
}
