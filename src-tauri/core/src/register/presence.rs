//! Other computers that have the register open. Its folder may be synced, and there they meet only
//! through files: who may change the register keeps a note beside it, renews it every minute and
//! takes it away at closing. Who finds such a note reads only, and leaves none.
//!
//! Clocks may differ and a sync client takes its time, so a note is judged by when it is seen to
//! change *here*. Only a note that was there at opening is judged by its own time: a computer that
//! crashed last week is not waited for. Was that wrong, the note's next change shows it, and of two
//! that may both change the register one steps back: both compare the same two notes. Whatever is
//! saved twice meanwhile ends as a [conflict](crate::Error::Conflict), and nothing is lost.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset, TimeDelta};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::candidate::Candidate;
use super::{Register, opening};
use crate::store;
use crate::vault::{ComputerId, OpeningKey, RegisterFolder, Stamp};
use crate::{Error, Result};

/// How often a note is renewed.
const BEAT: Duration = Duration::from_mins(1);
/// How long a note may stay unchanged until its computer counts as gone: a few beats, and the time
/// that sync clients take.
const SILENCE: Duration = Duration::from_mins(5);
/// Characters of a computer's name.
const NAME_MAX: usize = 60;

/// How an open register stands to what happens to it elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Standing {
    /// Who may change it in our stead: here it is read only.
    pub elsewhere: Option<Elsewhere>,
    /// The file on disk is another than the one that was opened.
    pub changed: bool,
}

/// Another computer that has the register open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Elsewhere {
    /// What its system calls it.
    pub computer: String,
    /// Since when it has it open (RFC 3339), by its own clock.
    pub since: String,
    /// It closed the register, or has not been heard of for minutes: this computer may go on.
    pub is_over: bool,
}

/// What a computer that may change the register says of itself.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Note {
    computer: String,
    opened_at: DateTime<FixedOffset>,
    alive_at: DateTime<FixedOffset>,
    /// Who takes over from another has a turn more than it: one that wakes up later steps back.
    turn: u32,
}

impl Note {
    /// What decides between two that may both change the register. It is the same on both computers.
    fn place<'a>(&self, id: &'a ComputerId) -> impl Ord + use<'a> {
        (Reverse(self.turn), self.opened_at, id)
    }
}

/// Another computer's note, as it was seen here.
struct Seen {
    stamp: Stamp,
    note: Note,
    /// When it last changed here; `None` while it lies there as a crash may have left it.
    heard: Option<Instant>,
}

impl Seen {
    fn is_alive(&self, measured: Instant) -> bool {
        self.heard
            .is_some_and(|heard| measured.saturating_duration_since(heard) < SILENCE)
    }
}

/// What this computer may do.
enum Role {
    /// Change the register: our note lies beside it, and is renewed then.
    Writer { note: Note, next: Instant },
    /// Read it, as the other computer may change it.
    Reader { other: ComputerId, note: Note },
}

/// Who has the register open, seen from one computer. Dropping it takes our note away.
pub(super) struct Presence {
    folder: RegisterFolder,
    id: ComputerId,
    computer: String,
    others: BTreeMap<ComputerId, Seen>,
    /// `None` until it was looked for the first time.
    role: Option<Role>,
}

impl Presence {
    /// Whoever holds the register's lock on this computer is alone on it: a note with its number is
    /// one that a crash left.
    fn new(folder: RegisterFolder, id: ComputerId, computer: &str) -> Self {
        folder.remove_note(&id);
        let name = computer.chars().filter(|c| !c.is_control());
        Self {
            folder,
            id,
            computer: name.take(NAME_MAX).collect::<String>().trim().to_owned(),
            others: BTreeMap::new(),
            role: None,
        }
    }

    /// Reads the notes that changed.
    fn listen(&mut self, key: &dyn OpeningKey, now: DateTime<FixedOffset>, measured: Instant) {
        let notes = self.folder.notes();
        self.others
            .retain(|id, _| notes.iter().any(|(found, _)| found == id));
        for (id, stamp) in notes {
            let before = self.others.get(&id);
            if id == self.id || before.is_some_and(|seen| seen.stamp == stamp) {
                continue;
            }
            // One that is being written is read the next time.
            let read = self.folder.read_note(&id, key);
            let Some(note) = read.and_then(|bytes| serde_json::from_slice::<Note>(&bytes).ok())
            else {
                continue;
            };
            let heard = match before {
                Some(seen) if seen.note == note => seen.heard,
                Some(_) => Some(measured),
                // The clock of a computer that is ahead says nothing of when it was last there.
                None => {
                    let silence = TimeDelta::from_std(SILENCE).unwrap_or_default();
                    (self.role.is_some() || now - note.alive_at < silence).then_some(measured)
                }
            };
            self.others.insert(id, Seen { stamp, note, heard });
        }
    }

    /// Who is there and goes before all others.
    fn first(&self, measured: Instant) -> Option<(&ComputerId, &Note)> {
        self.others
            .iter()
            .filter(|(_, seen)| seen.is_alive(measured))
            .map(|(id, seen)| (id, &seen.note))
            .min_by(|(id, note), (other_id, other)| note.place(id).cmp(&other.place(other_id)))
    }

    fn look(&mut self, key: &dyn OpeningKey, now: DateTime<FixedOffset>, measured: Instant) {
        self.listen(key, now, measured);
        let first = self.first(measured);
        let yields = match (&self.role, first) {
            (_, None) => None,
            (Some(Role::Writer { note, .. }), Some((id, other))) => {
                (other.place(id) < note.place(&self.id)).then_some((id, other))
            }
            (_, there) => there,
        };
        match yields.map(|(id, note)| (id.clone(), note.clone())) {
            Some((other, note)) => {
                if matches!(self.role, Some(Role::Writer { .. })) {
                    self.folder.remove_note(&self.id);
                }
                self.role = Some(Role::Reader { other, note });
            }
            None if self.role.is_none() => self.claim(now, measured),
            None => {}
        }
    }

    /// From now on this computer may change the register, and those who see its note may not.
    fn claim(&mut self, now: DateTime<FixedOffset>, measured: Instant) {
        let turn = self.others.values().map(|seen| seen.note.turn).max();
        let note = Note {
            computer: self.computer.clone(),
            opened_at: now,
            alive_at: now,
            turn: turn.map_or(0, |turn| turn.saturating_add(1)),
        };
        self.role = Some(Role::Writer {
            note,
            next: measured,
        });
    }

    fn elsewhere(&self, measured: Instant) -> Option<Elsewhere> {
        let Some(Role::Reader { other, note }) = &self.role else {
            return None;
        };
        let seen = self.others.get(other);
        Some(Elsewhere {
            computer: note.computer.clone(),
            since: store::instant(note.opened_at),
            is_over: !seen.is_some_and(|seen| seen.is_alive(measured)),
        })
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        if matches!(self.role, Some(Role::Writer { .. })) {
            self.folder.remove_note(&self.id);
        }
    }
}

impl Register {
    /// Meets the other computers that share the register's folder. `computer` is what this one is
    /// called by its system. From now on it is [looked around](Self::look_around). A computer whose
    /// number cannot be kept meets nobody, as it would be another one the next time.
    pub fn meet(&mut self, computer: &str, now: DateTime<FixedOffset>, measured: Instant) {
        let id = self.vault.local().computer().ok();
        let folder = self.vault.folder().clone();
        self.presence = id.map(|id| Presence::new(folder, id, computer));
        self.look_around(now, measured);
    }

    /// Looks who else has the register open and whether its file was changed, and lets the others
    /// know that it is open here. To be done every few seconds; `measured` is a clock that nobody
    /// sets.
    pub fn look_around(&mut self, now: DateTime<FixedOffset>, measured: Instant) {
        if let Some(presence) = &mut self.presence {
            presence.look(&*self.key, now, measured);
            self.standing.elsewhere = presence.elsewhere(measured);
        }
        self.standing.changed = self.vault.is_overtaken();
        self.say_present(now, measured);
    }

    /// How it stands, as was seen last.
    pub const fn standing(&self) -> &Standing {
        &self.standing
    }

    /// Whether this computer may change the register.
    ///
    /// # Errors
    /// [`Error::ReadOnly`].
    pub(super) fn expect_writable(&mut self) -> Result<()> {
        self.expect_alone()?;
        self.vault.expect_current()
    }

    /// Whether no other computer may change what lies in the folder.
    ///
    /// # Errors
    /// [`Error::ReadOnly`].
    pub(super) fn expect_alone(&self) -> Result<()> {
        if self.is_alone() {
            Ok(())
        } else {
            Err(Error::ReadOnly)
        }
    }

    pub(super) const fn is_alone(&self) -> bool {
        self.standing.elsewhere.is_none()
    }

    /// Reads the register from the disk again, with what other computers saved. It may be changed
    /// here from then on if nobody else has it open, or in that computer's stead when `take_over`.
    ///
    /// # Errors
    /// As [`Self::open`], and everything is as it was; [`Error::WrongRecoveryKey`] when the other
    /// computer replaced the key that is in use here: it must be unlocked anew.
    pub fn read_again(
        &mut self,
        take_over: bool,
        now: DateTime<FixedOffset>,
        measured: Instant,
    ) -> Result<()> {
        let sealed = self.vault.folder().read_register()?;
        let candidate = Candidate::open(&sealed, &*self.key, self.language)?;
        if candidate.row.register_id != store::register::find(&self.connection)?.register_id {
            return Err(Error::VaultReplaced);
        }
        self.findings = opening::examine(&candidate, &self.vault, &*self.key, self.language)?;
        self.vault.adopt(candidate.head);
        opening::note(&self.findings, &self.vault);
        self.connection = candidate.connection;
        self.listing = candidate.listing;
        self.settle_attachments(self.findings.is_empty())?;
        if let Some(presence) = &mut self.presence {
            presence.listen(&*self.key, now, measured);
            if take_over || presence.first(measured).is_none() {
                presence.claim(now, measured);
            }
        }
        self.look_around(now, measured);
        Ok(())
    }

    fn say_present(&mut self, now: DateTime<FixedOffset>, measured: Instant) {
        let Some(presence) = &mut self.presence else {
            return;
        };
        let Some(Role::Writer { note, next }) = &mut presence.role else {
            return;
        };
        if measured < *next {
            return;
        }
        note.alive_at = now;
        *next = measured + BEAT;
        let said = store::register::find(&self.connection).and_then(|row| {
            let bytes = serde_json::to_vec(note).map_err(|_| Error::Internal("note"))?;
            let folder = &presence.folder;
            folder.write_note(&presence.id, &bytes, &row.recipients)
        });
        // Where it cannot be written the others learn nothing, and nothing is lost by it.
        drop(said);
    }
}
