//! Other computers that have the register open. Its folder may be synced, and there they meet only
//! through files: who may change the register keeps a note beside it, renews it every minute and
//! takes it away at closing. Who finds such a note reads only, and leaves none.
//!
//! Clocks may differ and a sync client takes its time, so a note is judged by when it is seen to
//! change *here*, on a clock that nobody sets. Only a note that was there at opening is judged by its
//! own time, or its file's: a computer that crashed last week is not waited for. Was that wrong, the
//! note's next change shows it, and of two that may both change the register one steps back: both
//! compare the same two notes. Whatever is saved twice meanwhile ends as a
//! [conflict](crate::Error::Conflict), and nothing is lost. Where files would be replaced, as a
//! damaged register is, a note that may be wrong about its time is watched first.
//!
//! A note that cannot be read, as it has not come over whole or is sealed to a key that has not, is
//! judged likewise by its file: its bytes change as long as somebody is there.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset};
use serde::Serialize;
use ts_rs::TS;

use super::candidate::Candidate;
use super::lookout::{NoteLookout, Sealed, SeenNote};
use super::sightings::{Note, SILENCE, Seen, is_recent};
use super::{Here, Register, opening};
use crate::hash::sha256;
use crate::store;
use crate::vault::{self, ComputerId, LocalFolder, OpeningKey, RegisterFolder};
use crate::{Error, Result};

/// How often a note is renewed.
const BEAT: Duration = Duration::from_mins(1);
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
    /// What its system calls it; empty when that cannot be read.
    pub computer: String,
    /// Since when it has it open (RFC 3339), by its own clock, where that can be read.
    pub since: Option<String>,
    /// It closed the register, or has not been heard of for minutes: this computer may go on.
    pub is_over: bool,
}

/// What this computer may do.
enum Role {
    /// Change the register: our note lies beside it, and is renewed then.
    Writer {
        id: ComputerId,
        note: Note,
        next: Instant,
    },
    /// Read it, as the other computer may change it.
    Reader {
        other: ComputerId,
        note: Option<Note>,
    },
}

/// Who has the register open, seen from one computer. Dropping it takes our note away.
pub(super) struct Presence {
    folder: RegisterFolder,
    /// This computer's numbers, one for each register that was ever open on it. Whoever holds the
    /// register's lock here is alone on it: a note with one of them is one that a crash left.
    ours: BTreeSet<ComputerId>,
    computer: String,
    others: BTreeMap<ComputerId, Seen>,
    /// `None` as long as nobody else is there and no note of ours is.
    role: Option<Role>,
}

impl Presence {
    /// Of a computer that has not looked yet.
    pub(super) fn of(here: &Here) -> Self {
        let name = here.computer.chars().filter(|c| !c.is_control());
        let locals = LocalFolder::all(&here.folder, &here.local_folder);
        Self {
            folder: here.folder.clone(),
            ours: locals
                .iter()
                .filter_map(LocalFolder::known_computer)
                .collect(),
            computer: name.take(NAME_MAX).collect::<String>().trim().to_owned(),
            others: BTreeMap::new(),
            role: None,
        }
    }

    /// Looks who has the register open before anything is written. Notes are sealed as it is, so they
    /// can be read as soon as there is a key, be the register damaged or not.
    pub(super) fn find(here: &Here, key: &dyn OpeningKey) -> Self {
        let mut presence = Self::of(here);
        presence.others = here.sightings.get();
        let notes = presence.lookout().look();
        presence.listen(notes, key, here.now, here.measured);
        here.sightings.put(&presence.others);
        let first = presence.first(here.measured);
        let first = first.map(|(id, note)| (id.clone(), note.cloned()));
        presence.role = first.map(|(other, note)| Role::Reader { other, note });
        presence
    }

    /// Nobody else has the register open, so that its files may be replaced. A note of which that
    /// cannot be told is watched first for as long as a computer that lives takes to renew it.
    ///
    /// # Errors
    /// [`Error::Arriving`].
    pub(super) fn expect_nobody(&self, measured: Instant) -> Result<()> {
        self.somebody(measured)
            .map_or(Ok(()), |name| Err(Error::Arriving(name)))
    }

    /// A file that is not here whole while another computer may be writing it is on its way.
    fn judge(&self, error: Error, measured: Instant) -> Error {
        match (error, self.somebody(measured)) {
            (Error::VaultDamaged | Error::VaultMissing, Some(name)) => Error::Arriving(name),
            (error, _) => error,
        }
    }

    /// Whether another computer has a note in the folder, be it an old one.
    pub(super) fn is_shared(&self) -> bool {
        let notes = self.folder.notes();
        notes.iter().any(|(id, _)| !self.ours.contains(id))
    }

    pub(super) fn lookout(&self) -> NoteLookout {
        let known = self.others.iter();
        NoteLookout {
            folder: self.folder.clone(),
            ours: self.ours.clone(),
            // One that could not be read is read again, be it that it looks the same.
            known: known
                .filter(|(_, seen)| seen.note.is_some())
                .map(|(id, seen)| (id.clone(), seen.stamp))
                .collect(),
        }
    }

    /// Takes the notes that were seen.
    pub(super) fn listen(
        &mut self,
        notes: Vec<SeenNote>,
        key: &dyn OpeningKey,
        now: DateTime<FixedOffset>,
        measured: Instant,
    ) {
        self.others
            .retain(|id, _| notes.iter().any(|found| found.id == *id));
        for SeenNote { id, stamp, sealed } in notes {
            let before = self.others.get_mut(&id);
            let bytes = match (sealed, before) {
                (Sealed::AsBefore, Some(seen)) => {
                    seen.looked = measured;
                    continue;
                }
                (Sealed::Bytes(bytes), _) => Some(bytes),
                _ => None,
            };
            let hash = bytes.as_deref().map(sha256);
            let opened = bytes.and_then(|sealed| vault::open(&sealed, key).ok());
            let note = opened.and_then(|bytes| serde_json::from_slice::<Note>(&bytes).ok());
            let (since, heard) = match self.others.get(&id) {
                Some(seen) if seen.is_as(hash.as_ref(), note.as_ref()) => (seen.since, seen.heard),
                // What changed while nobody looked is as one that is seen for the first time.
                Some(seen) if measured.saturating_duration_since(seen.looked) < SILENCE => {
                    (measured, Some(measured))
                }
                _ => {
                    let is_recent = self.role.is_some() || is_recent(&stamp, note.as_ref(), now);
                    (measured, is_recent.then_some(measured))
                }
            };
            let looked = measured;
            let seen = Seen {
                stamp,
                hash,
                note,
                since,
                looked,
                heard,
            };
            self.others.insert(id, seen);
        }
    }

    /// Who is there and goes before all others. Those of whom nothing can be read go last.
    fn first(&self, measured: Instant) -> Option<(&ComputerId, Option<&Note>)> {
        let place = |id, note: Option<&Note>| (note.is_none(), note.map(|note| note.place(id)));
        self.others
            .iter()
            .filter(|(_, seen)| seen.is_alive(measured))
            .map(|(id, seen)| (id, seen.note.as_ref()))
            .min_by(|(id, note), (other_id, other)| place(id, *note).cmp(&place(other_id, *other)))
    }

    /// What somebody is called who may be at work on the register's files; empty when that cannot be
    /// read.
    fn somebody(&self, measured: Instant) -> Option<String> {
        let name =
            |note: Option<&Note>| note.map_or_else(String::new, |note| note.computer.clone());
        let first = self.first(measured).map(|(_, note)| name(note));
        first.or_else(|| {
            let mut others = self.others.values();
            let doubtful = others.find(|seen| seen.may_live(measured))?;
            Some(name(doubtful.note.as_ref()))
        })
    }

    /// What there is to do about those that were heard. `local` keeps this computer's number.
    pub(super) fn decide(
        &mut self,
        local: &LocalFolder,
        now: DateTime<FixedOffset>,
        measured: Instant,
    ) {
        let first = self.first(measured);
        let yields = match (&self.role, first) {
            (_, None) => None,
            // Before what cannot be read yet nobody steps back: it will be, or it is of a computer
            // that saved under another key, over which nothing can be saved here.
            (Some(Role::Writer { id: own, note, .. }), Some((id, other))) => other
                .is_some_and(|other| other.place(id) < note.place(own))
                .then_some((id, other)),
            (_, there) => there,
        };
        match yields.map(|(id, note)| (id.clone(), note.cloned())) {
            Some((other, note)) => {
                self.take_note_away();
                self.role = Some(Role::Reader { other, note });
            }
            None if self.role.is_none() => self.claim(local, now, measured),
            None => {}
        }
    }

    /// From now on this computer may change the register, and those who see its note may not. One
    /// whose number cannot be kept writes none, as it would be another computer the next time.
    fn claim(&mut self, local: &LocalFolder, now: DateTime<FixedOffset>, measured: Instant) {
        let Ok(id) = local.computer() else {
            self.role = None;
            return;
        };
        let notes = self.others.values().filter_map(|seen| seen.note.as_ref());
        let turn = notes.map(|note| note.turn).max();
        let note = Note {
            computer: self.computer.clone(),
            opened_at: now,
            alive_at: now,
            turn: turn.map_or(0, |turn| turn.saturating_add(1)),
        };
        self.ours.insert(id.clone());
        self.role = Some(Role::Writer {
            id,
            note,
            next: measured,
        });
    }

    fn take_note_away(&self) {
        if let Some(Role::Writer { id, .. }) = &self.role {
            self.folder.remove_note(id);
        }
    }

    /// How the register stands before its file was looked at again.
    pub(super) fn standing(&self, measured: Instant) -> Standing {
        Standing {
            elsewhere: self.elsewhere(measured),
            changed: false,
        }
    }

    pub(super) fn elsewhere(&self, measured: Instant) -> Option<Elsewhere> {
        let Some(Role::Reader { other, note }) = &self.role else {
            return None;
        };
        let seen = self.others.get(other);
        Some(Elsewhere {
            computer: note
                .as_ref()
                .map_or_else(String::new, |note| note.computer.clone()),
            since: note.as_ref().map(|note| store::instant(note.opened_at)),
            is_over: !seen.is_some_and(|seen| seen.is_alive(measured)),
        })
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        self.take_note_away();
    }
}

impl Register {
    /// Looks who else has the register open and whether its file was changed, and lets the others
    /// know that it is open here. To be done as soon as it is open, and every few seconds; `measured`
    /// is a clock that nobody sets.
    pub fn look_around(&mut self, now: DateTime<FixedOffset>, measured: Instant) {
        let sight = self.lookout().look();
        self.take_note(sight, now, measured);
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
        let notes = self.presence.lookout().look();
        self.presence.listen(notes, &*self.key, now, measured);
        let goes_on = take_over || self.presence.first(measured).is_none();
        let read = self.vault.folder().read_register();
        let read = read.and_then(|sealed| Candidate::open(&sealed, &*self.key, self.language));
        let candidate = read.map_err(|error| self.presence.judge(error, measured))?;
        if candidate.row.register_id != store::register::find(&self.connection)?.register_id {
            return Err(Error::VaultReplaced);
        }
        self.findings = opening::examine(&candidate, &self.vault, &*self.key, self.language)?;
        self.vault.adopt(candidate.head);
        opening::note(&self.findings, &self.vault);
        self.connection = candidate.connection;
        self.listing = candidate.listing;
        if goes_on {
            self.presence.claim(self.vault.local(), now, measured);
        }
        self.look_around(now, measured);
        self.settle_attachments(self.findings.is_empty())
    }

    pub(super) fn say_present(&mut self, now: DateTime<FixedOffset>, measured: Instant) {
        let presence = &mut self.presence;
        let Some(Role::Writer { id, note, next }) = &mut presence.role else {
            return;
        };
        if measured < *next {
            return;
        }
        note.alive_at = now;
        *next = measured + BEAT;
        let said = store::register::find(&self.connection).and_then(|row| {
            let bytes = serde_json::to_vec(note).map_err(|_| Error::Internal("note"))?;
            presence.folder.write_note(id, &bytes, &row.recipients)
        });
        // Where it cannot be written the others learn nothing, and nothing is lost by it.
        drop(said);
    }
}
