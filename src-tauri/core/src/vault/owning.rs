//! Which attachments there are, and which go: files follow the rows that own them.
//!
//! A file is noted as nobody's before it is written, and before the save that takes its row away;
//! while a row owns it the note means nothing. So whatever stops in between, the next opening knows
//! which files are this computer's to remove, and leaves every other one alone.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Weak};

use super::attachments::{AttachmentFolders, Sealed, is_name};
use super::disk;
use super::incoming::Incoming;
use super::saving::Vault;
use super::unowned::{Span, Unowned};
use crate::{Error, Result};

/// The attachments of the register that is open.
pub(super) struct Attachments {
    folders: AttachmentFolders,
    unowned: Unowned,
    /// What the state on disk owns, by sealed name.
    owned: BTreeSet<String>,
    /// Files on their way in: nobody owns them yet, and they are not to be removed.
    incoming: BTreeMap<String, Weak<()>>,
    /// Of these this computer has no copy of its own yet.
    uncopied: Vec<String>,
}

impl Attachments {
    pub(super) fn of(folders: AttachmentFolders) -> Self {
        let unowned = Unowned::read(folders.files(), folders.local());
        Self {
            folders,
            unowned,
            owned: BTreeSet::new(),
            incoming: BTreeMap::new(),
            uncopied: Vec::new(),
        }
    }

    fn note(&self) -> Result<()> {
        self.unowned
            .write(self.folders.files(), self.folders.local())
            .map_err(|error| Error::SaveFailed(disk::reason(&error)))
    }

    /// Files that no row owns and that are not on their way in.
    fn left_over(&self) -> Vec<String> {
        let mut names = self.unowned.names();
        names.retain(|name| !self.owned.contains(name) && !is_incoming(&self.incoming, name));
        names
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

    /// Notes a file that a row is about to own. It is sealed beside the open register, see
    /// [`Incoming::seal`].
    ///
    /// # Errors
    /// [`Error::SaveFailed`].
    pub fn expect_attachment(&mut self) -> Result<Incoming> {
        let name = AttachmentFolders::make_name();
        let mark = Arc::new(());
        let span = self.next_span();
        let attachments = &mut self.attachments;
        attachments
            .incoming
            .retain(|_, mark| mark.strong_count() > 0);
        attachments
            .incoming
            .insert(name.clone(), Arc::downgrade(&mark));
        attachments.unowned.note(&name, span);
        attachments.note()?;
        Ok(Incoming::new(attachments.folders.clone(), name, mark))
    }

    /// A file that was sealed is about to be owned by the state that is saved next: from now on it is
    /// the vault's to remove, should that fail.
    ///
    /// # Errors
    /// [`Error::Locked`] when it was sealed for a register that is no longer open;
    /// [`Error::SaveFailed`].
    pub fn take_in(&mut self, incoming: Incoming) -> Result<()> {
        let (span, attachments) = (self.next_span(), &mut self.attachments);
        if !incoming.lease().is(attachments.folders.lease()) {
            return Err(Error::Locked);
        }
        let name = incoming.name().to_owned();
        if !attachments.unowned.has_span(&name, span) {
            attachments.unowned.note(&name, span);
            attachments.note()?;
        }
        incoming.hand_over();
        attachments.incoming.remove(&name);
        Ok(())
    }

    /// Before a save: what the new state owns is in the register folder, where this computer has it
    /// at all, and what it no longer owns is noted.
    ///
    /// # Errors
    /// [`Error::SaveFailed`].
    pub(crate) fn expect_attachments(&mut self, owned: &[Sealed]) -> Result<()> {
        let before = &self.attachments.owned;
        let folders = &self.attachments.folders;
        for sealed in owned.iter().filter(|sealed| is_name(&sealed.name)) {
            if !before.contains(&sealed.name) && !folders.is_there(&sealed.name, sealed.bytes) {
                folders
                    .put_back(sealed)
                    .map_err(|error| Error::SaveFailed(disk::reason(&error)))?;
            }
        }
        let gone = gone(before, &names(owned));
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
    pub(crate) fn follow(&mut self, owned: &[Sealed]) {
        let owned = names(owned);
        let folders = &self.attachments.folders;
        for name in gone(&self.attachments.owned, &owned) {
            // An earlier state that is put back needs it here.
            if folders.take_home(&name).is_ok() {
                folders.remove_shared(&name);
            }
        }
        self.attachments.owned = owned;
        self.prune_attachments();
    }

    /// What a failed save left of files that no state can own.
    pub(crate) fn drop_unowned(&mut self) {
        let generations = self.local.generations();
        let attachments = &self.attachments;
        for name in attachments.left_over() {
            if !attachments.unowned.may_be_owned(&name, &generations) {
                attachments.folders.remove_shared(&name);
            }
        }
        self.prune_attachments();
    }

    /// Takes note of the rows of the register that was opened, and writes nothing into its folder.
    pub(crate) fn own_attachments(&mut self, owned: &[Sealed]) {
        let Attachments { folders, .. } = &self.attachments;
        let uncopied = owned
            .iter()
            .filter(|sealed| is_name(&sealed.name) && !folders.is_kept(&sealed.name, sealed.bytes));
        self.attachments.uncopied = uncopied.map(|sealed| sealed.name.clone()).collect();
        self.attachments.owned = names(owned);
    }

    /// The next file of which this computer has no copy yet. To be [kept](Self::attachments) when
    /// nobody waits: opening does without.
    pub(crate) fn next_uncopied(&mut self) -> Option<String> {
        self.attachments.uncopied.pop()
    }

    /// Brings the files in line with the rows of the register that was opened, and tells what could
    /// not be. `follows` when that is known to be, or to come from, what this computer had: then a
    /// file of which it has a copy, and that no row owns, was taken away. Else it may be owned by the
    /// state that was left, and stays.
    pub(crate) fn settle_attachments(&mut self, owned: &[Sealed], follows: bool) -> Settled {
        self.own_attachments(owned);
        let latest = self.latest_number();
        let generations = self.local.generations();
        let mut settled = Settled::default();
        let (owned, mut shared) = (by_name(owned), self.attachments.folders.shared_names());
        let Attachments {
            folders,
            unowned,
            incoming,
            ..
        } = &mut self.attachments;
        shared.retain(|name| !is_incoming(incoming, name));
        for (name, sealed) in &owned {
            if is_name(name) && folders.is_there(name, sealed.bytes) {
                continue;
            }
            match is_name(name).then(|| folders.put_back(sealed)) {
                Some(Ok(true)) => settled.put_back += 1,
                // Whole on this computer, and read from there.
                Some(Err(_)) => {}
                Some(Ok(false)) | None => {
                    settled.missing.insert((*name).to_owned());
                }
            }
        }
        for folder in [&folders.shared, &folders.local] {
            folders.discard_unfinished(folder, |name| !is_incoming(incoming, name));
        }
        let local = folders.local_names();
        let mut noted = false;
        for name in unowned.names() {
            if !is_incoming(incoming, &name) && !local.contains(&name) && !shared.contains(&name) {
                noted |= unowned.forget(&name);
            }
        }
        if follows {
            for name in &local {
                if !owned.contains_key(name.as_str()) && !unowned.has(name) {
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
            if owned.contains_key(name.as_str()) {
                continue;
            }
            if unowned.has(&name) {
                if !unowned.may_be_owned(&name, &generations) || folders.take_home(&name).is_ok() {
                    folders.remove_shared(&name);
                }
            } else if !local.contains(&name) {
                settled.orphans.insert(name);
            }
        }
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
            ..
        } = &self.attachments;
        let mut orphans = folders.shared_names();
        orphans.retain(|name| !owned.contains(name) && !unowned.has(name));
        folders
            .set_aside(&orphans)
            .map_err(|error| Error::SaveFailed(disk::reason(&error)))
    }

    fn prune_attachments(&mut self) {
        if self.attachments.unowned.is_empty() {
            return;
        }
        let generations = self.local.generations();
        let left_over = self.attachments.left_over();
        let Attachments {
            folders,
            unowned,
            owned,
            ..
        } = &mut self.attachments;
        let mut changed = false;
        for name in unowned.names() {
            // A row that owns it makes the note void.
            changed |= owned.contains(&name) && unowned.forget(&name);
        }
        for name in left_over {
            if !unowned.may_be_owned(&name, &generations) && folders.remove_local(&name) {
                unowned.note_gone(name);
            }
        }
        if changed {
            let _ = unowned.write(folders.files(), folders.local());
        }
    }

    /// The generation that is saved next.
    fn next_span(&self) -> Span {
        let head = self.head().map_or(0, |head| head.generation);
        let next = head.saturating_add(1);
        Span {
            from: next,
            to: next,
        }
    }

    /// The highest number of a state that is open or kept here.
    fn latest_number(&self) -> u32 {
        let kept = self.local.generations();
        let kept = kept.iter().map(|generation| generation.number).max();
        kept.max(self.head().map(|head| head.generation))
            .unwrap_or_default()
    }
}

fn is_incoming(incoming: &BTreeMap<String, Weak<()>>, name: &str) -> bool {
    let found = incoming.get(name);
    found.is_some_and(|mark| mark.strong_count() > 0)
}

fn names(owned: &[Sealed]) -> BTreeSet<String> {
    owned.iter().map(|sealed| sealed.name.clone()).collect()
}

fn by_name(owned: &[Sealed]) -> BTreeMap<&str, &Sealed> {
    let named = owned.iter().map(|sealed| (&*sealed.name, sealed));
    named.collect()
}

fn gone(before: &BTreeSet<String>, now: &BTreeSet<String>) -> Vec<String> {
    let gone = before.difference(now);
    gone.filter(|name| is_name(name)).cloned().collect()
}
