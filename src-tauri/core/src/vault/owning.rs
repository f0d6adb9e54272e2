//! Which attachments there are, and which go: files follow the rows that own them.
//!
//! A file is noted as nobody's before it is written, and before the save that takes its row away;
//! while a row owns it the note means nothing. So whatever stops in between, the next opening knows
//! which files are this computer's to remove, and leaves every other one alone.

use std::collections::BTreeSet;
use std::io::Read;

use super::attachments::{AttachmentFolders, Owned, Sealed, is_name};
use super::disk;
use super::saving::Vault;
use super::unowned::{Span, Unowned};
use crate::{Error, Result};

/// The attachments of the register that is open.
pub(super) struct Attachments {
    folders: AttachmentFolders,
    unowned: Unowned,
    /// What the state on disk owns.
    owned: Owned,
}

impl Attachments {
    pub(super) fn of(folders: AttachmentFolders) -> Self {
        let unowned = Unowned::read(folders.files(), folders.local());
        Self {
            folders,
            unowned,
            owned: Owned::new(),
        }
    }

    fn note(&self) -> Result<()> {
        self.unowned
            .write(self.folders.files(), self.folders.local())
            .map_err(|error| Error::SaveFailed(disk::reason(&error)))
    }
}

/// What was found of the attachments when the register was opened.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// Lost from the register folder, and put back from this computer.
    pub put_back: u32,
    /// Owned by a row, and nowhere on this computer.
    pub missing: BTreeSet<String>,
    /// In the register folder and owned by no row.
    pub orphans: BTreeSet<String>,
}

impl Vault {
    /// Where the attachments lie.
    pub const fn attachments(&self) -> &AttachmentFolders {
        &self.attachments.folders
    }

    /// Seals a file that a row is about to own.
    ///
    /// # Errors
    /// As [`AttachmentFolders::seal`].
    pub fn seal_attachment(&mut self, source: &mut dyn Read, max: u64) -> Result<Sealed> {
        let name = AttachmentFolders::make_name();
        let next = self.next_generation();
        let span = Span {
            from: next,
            to: next,
        };
        self.attachments.unowned.note(&name, span);
        self.attachments.note()?;
        self.attachments
            .folders
            .seal(&name, source, max)
            .inspect_err(|_| self.drop_unowned())
    }

    /// Before a save: what the new state owns is in the register folder, where this computer has it
    /// at all, and what it no longer owns is noted.
    ///
    /// # Errors
    /// [`Error::SaveFailed`].
    pub(crate) fn expect_attachments(&mut self, owned: &Owned) -> Result<()> {
        let before = &self.attachments.owned;
        if before == owned {
            return Ok(());
        }
        let folders = &self.attachments.folders;
        for (name, bytes) in owned.iter().filter(|(name, _)| is_name(name)) {
            if !before.contains_key(name) && !folders.is_there(name, *bytes) {
                folders
                    .put_back(name, *bytes)
                    .map_err(|error| Error::SaveFailed(disk::reason(&error)))?;
            }
        }
        let gone: Vec<String> = gone(before, owned);
        if gone.is_empty() {
            return Ok(());
        }
        let span = Span {
            from: 0,
            to: self.latest_number(),
        };
        for name in gone {
            self.attachments.unowned.note(&name, span);
        }
        self.attachments.note()
    }

    /// After a save: what the saved state no longer owns leaves the register folder, and this
    /// computer when no generation can own it any more.
    pub(crate) fn follow(&mut self, owned: Owned) {
        let gone = gone(&self.attachments.owned, &owned);
        for name in gone {
            // An earlier state that is put back needs it here.
            let bytes = self.attachments.owned.get(&name).copied();
            if self
                .attachments
                .folders
                .keep(&name, bytes.unwrap_or_default())
                .is_ok()
            {
                self.attachments.folders.remove_shared(&name);
            }
        }
        self.attachments.owned = owned;
        self.prune_attachments();
    }

    /// What a failed save left of files that no state can own.
    pub(crate) fn drop_unowned(&mut self) {
        let generations = self.local.generations();
        let attachments = &mut self.attachments;
        for name in attachments.unowned.names() {
            if !attachments.owned.contains_key(&name)
                && !attachments.unowned.may_be_owned(&name, &generations)
            {
                attachments.folders.remove_shared(&name);
            }
        }
        self.prune_attachments();
    }

    /// Brings the files in line with the rows of the register that was opened, and tells what could
    /// not be. `follows` when that is known to be, or to come from, what this computer had: then a
    /// file of which it has a copy, and that no row owns, was taken away. Else it may be owned by the
    /// state that was left, and stays.
    pub(crate) fn settle_attachments(&mut self, owned: Owned, follows: bool) -> Settled {
        let latest = self.latest_number();
        let generations = self.local.generations();
        let mut settled = Settled::default();
        let Attachments {
            folders, unowned, ..
        } = &mut self.attachments;
        for (name, bytes) in &owned {
            if is_name(name) && folders.is_there(name, *bytes) {
                // A place more. Opening does without.
                let _ = folders.keep(name, *bytes);
            } else if is_name(name) && folders.put_back(name, *bytes).unwrap_or_default() {
                settled.put_back += 1;
            } else {
                settled.missing.insert(name.clone());
            }
        }
        let (local, shared) = (folders.local_names(), folders.shared_names());
        let mut noted = false;
        for name in unowned.names() {
            if !local.contains(&name) && !shared.contains(&name) {
                noted |= unowned.forget(&name);
            }
        }
        if follows {
            for name in &local {
                if !owned.contains_key(name) && !unowned.has(name) {
                    unowned.note(
                        name,
                        Span {
                            from: 0,
                            to: latest,
                        },
                    );
                    noted = true;
                }
            }
        } else if !unowned.is_empty() {
            unowned.reach_to(latest);
            noted = true;
        }
        if noted {
            // Without the note they only stay for longer.
            let _ = unowned.write(folders.files(), folders.local());
        }
        for name in shared {
            if owned.contains_key(&name) {
                continue;
            }
            if unowned.has(&name) {
                if !unowned.may_be_owned(&name, &generations) || folders.keep(&name, 0).is_ok() {
                    folders.remove_shared(&name);
                }
            } else if !local.contains(&name) {
                settled.orphans.insert(name);
            }
        }
        self.attachments.owned = owned;
        self.prune_attachments();
        settled
    }

    /// Moves files that nobody owns out of the way.
    ///
    /// # Errors
    /// [`Error::SaveFailed`].
    pub fn set_orphans_aside(&self) -> Result<()> {
        let Attachments {
            folders,
            unowned,
            owned,
        } = &self.attachments;
        let mut orphans = folders.shared_names();
        orphans.retain(|name| !owned.contains_key(name) && !unowned.has(name));
        folders
            .set_aside(&orphans)
            .map_err(|error| Error::SaveFailed(disk::reason(&error)))
    }

    fn prune_attachments(&mut self) {
        if self.attachments.unowned.is_empty() {
            return;
        }
        let generations = self.local.generations();
        let Attachments {
            folders,
            unowned,
            owned,
        } = &mut self.attachments;
        let mut changed = false;
        for name in unowned.names() {
            if owned.contains_key(&name) {
                // A row that owns it makes the note void.
                changed |= unowned.forget(&name);
            } else if !unowned.may_be_owned(&name, &generations) && folders.remove_local(&name) {
                unowned.note_gone(name);
            }
        }
        if changed {
            let _ = unowned.write(folders.files(), folders.local());
        }
    }

    fn next_generation(&self) -> u32 {
        self.head()
            .map_or(0, |head| head.generation)
            .saturating_add(1)
    }

    /// The highest number of a state that is open or kept here.
    fn latest_number(&self) -> u32 {
        let kept = self.local.generations();
        let kept = kept.iter().map(|generation| generation.number).max();
        kept.max(self.head().map(|head| head.generation))
            .unwrap_or_default()
    }
}

fn gone(before: &Owned, now: &Owned) -> Vec<String> {
    let names = before.keys().filter(|name| is_name(name));
    names
        .filter(|name| !now.contains_key(*name))
        .cloned()
        .collect()
}
