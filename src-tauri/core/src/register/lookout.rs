//! Looking at a register's folder from beside the register: what it shows may take a while to be read,
//! and the register is used for other things meanwhile.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use chrono::{DateTime, FixedOffset};

use super::Register;
use crate::vault::{self, ComputerId, Lease, RegisterFolder, Stamp, Watch};

/// Looks at the notes in a folder.
pub(super) struct NoteLookout {
    pub(super) folder: RegisterFolder,
    pub(super) ours: BTreeSet<ComputerId>,
    pub(super) known: BTreeMap<ComputerId, Stamp>,
}

/// Another computer's note in the folder.
pub(super) struct SeenNote {
    pub(super) id: ComputerId,
    pub(super) stamp: Stamp,
    pub(super) sealed: Sealed,
}

/// What lies in a note's file.
pub(super) enum Sealed {
    /// What lay there when it was looked at before.
    AsBefore,
    /// Something else, or it was not looked at before.
    Bytes(Vec<u8>),
    /// It is not all here, or no note.
    Unreadable,
}

impl NoteLookout {
    pub(super) fn look(&self) -> Vec<SeenNote> {
        let notes = self.folder.notes().into_iter();
        let others = notes.filter(|(id, _)| !self.ours.contains(id));
        let seen = others.map(|(id, stamp)| {
            let sealed = if self.known.get(&id) == Some(&stamp) {
                Sealed::AsBefore
            } else {
                let read = self.folder.read_note(&id);
                read.map_or(Sealed::Unreadable, Sealed::Bytes)
            };
            SeenNote { id, stamp, sealed }
        });
        seen.collect()
    }
}

/// Looks at a register's folder from beside the register, see [`Register::lookout`].
pub struct Lookout {
    lease: Lease,
    notes: NoteLookout,
    file: Watch,
}

/// What was seen of a register's folder.
pub struct Sight {
    lease: Lease,
    notes: Vec<SeenNote>,
    file: vault::Seen,
}

impl Lookout {
    /// Looks.
    pub fn look(self) -> Sight {
        Sight {
            lease: self.lease,
            notes: self.notes.look(),
            file: self.file.look(),
        }
    }
}

impl Register {
    /// To [look around](Self::look_around) while the register is used for other things.
    pub fn lookout(&self) -> Lookout {
        Lookout {
            lease: self.vault.attachments().lease().clone(),
            notes: self.presence.lookout(),
            file: self.vault.watch(),
        }
    }

    /// Takes note of what was seen of this register, and mends its files.
    pub fn take_note(&mut self, sight: Sight, now: DateTime<FixedOffset>, measured: Instant) {
        if !sight.lease.is(self.vault.attachments().lease()) {
            return;
        }
        self.presence.listen(sight.notes, &*self.key, now, measured);
        self.presence.decide(self.vault.local(), now, measured);
        self.standing.elsewhere = self.presence.elsewhere(measured);
        if let Some(changed) = self.vault.is_overtaken(&sight.file) {
            self.standing.changed = changed;
        }
        self.say_present(now, measured);
        self.mend_attachments();
    }
}
