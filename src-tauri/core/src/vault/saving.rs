//! Saving: the one writer of a register folder on this computer, and what must be on disk before a
//! change is reported as saved.

use std::fs::TryLockError;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::SystemTime;

use super::attachments::AttachmentFolders;
use super::folder::{Head, RegisterFolder};
use super::local::LocalFolder;
use super::owning::Attachments;
use super::pieces::pieces;
use super::system::{Lock, Stamp};
use super::{disk, history};
use crate::hash::{sha256, sha256_of};
use crate::{Error, Result};

/// A register that this program holds open.
pub struct Vault {
    pub(super) folder: RegisterFolder,
    pub(super) local: LocalFolder,
    pub(super) attachments: Attachments,
    pub(super) head: Option<Head>,
    /// A save that failed after its file may have been put in place: it is ours, too.
    pub(super) attempted: Option<String>,
    pub(super) stamp: Option<Stamp>,
    /// A file on disk that was found not to be ours.
    pub(super) foreign: Option<Stamp>,
    /// The highest number of what this computer keeps.
    newest: AtomicU32,
    /// What was to be saved over a file that is not ours is a generation, and nothing more is taken
    /// until the register was read again.
    pub(super) is_left: bool,
    _lock: Lock,
}

impl Vault {
    /// Takes the lock of the register `register_id` in `local_folder` (this computer's own data).
    /// `head` is what was read from disk, or `None` for a register not yet written.
    ///
    /// # Errors
    /// [`Error::InUse`] when another program holds it; [`Error::SaveFailed`] when this computer's
    /// own folder cannot be written.
    pub fn hold(
        folder: RegisterFolder,
        local_folder: &Path,
        register_id: &str,
        head: Option<Head>,
    ) -> Result<Self> {
        let local = LocalFolder::of(&folder, local_folder, register_id);
        local.make().map_err(|error| failed(&error))?;
        let lock = folder.files.lock(&local.lock_file());
        Ok(Self {
            _lock: lock.map_err(|error| match error {
                TryLockError::WouldBlock => Error::InUse,
                TryLockError::Error(error) => failed(&error),
            })?,
            attachments: Attachments::of(AttachmentFolders::of(&folder, &local)),
            newest: AtomicU32::new(local.generations().first().map_or(0, |it| it.number)),
            folder,
            local,
            head,
            attempted: None,
            // Not seen yet: the first save compares the contents.
            stamp: None,
            foreign: None,
            is_left: false,
        })
    }

    /// The folder it lies in.
    pub const fn folder(&self) -> &RegisterFolder {
        &self.folder
    }

    /// What this computer keeps of it.
    pub const fn local(&self) -> &LocalFolder {
        &self.local
    }

    /// What is on disk, `None` before the first save.
    pub const fn head(&self) -> Option<&Head> {
        self.head.as_ref()
    }

    /// The highest number of what this computer keeps: the next save has a higher one.
    pub fn newest(&self) -> u32 {
        self.newest.load(Ordering::Relaxed)
    }

    /// Notes what was opened as what this computer last saw.
    pub fn note_head(&self) {
        if let Some(head) = &self.head
            && self.local.head().as_ref() != Some(head)
        {
            // It is a hint: without it a rollback may go unnoticed, and nothing is lost.
            let _ = self.local.note(head);
        }
    }

    /// Another state of the register was read from the disk: it is what the next save follows.
    pub fn adopt(&mut self, head: Head) {
        self.head = Some(head);
        self.attempted = None;
        self.stamp = None;
        self.foreign = None;
        self.is_left = false;
    }

    /// Keeps what was opened as a generation, unless it is one: another computer may have saved it.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the file is no longer the one that was opened; [`Error::SaveFailed`].
    pub fn keep_head(&self) -> Result<()> {
        let Some(head) = &self.head else {
            return Ok(());
        };
        if self.is_kept(head) {
            return Ok(());
        }
        let sealed = self.folder.read_register()?;
        if sha256(&sealed) != head.hash {
            return Err(Error::Conflict);
        }
        self.keep(head, &sealed)
    }

    /// Writes a generation, unless it is one already, and nothing over the register.
    ///
    /// # Errors
    /// [`Error::SaveFailed`].
    pub fn keep(&self, head: &Head, sealed: &[u8]) -> Result<()> {
        if self.is_kept(head) {
            return Ok(());
        }
        let (files, history) = (&*self.folder.files, self.local.history());
        self.newest.fetch_max(head.generation, Ordering::Relaxed);
        history::write_part(files, &history, [sealed])
            .and_then(|()| history::put(files, &history, head))
            .map(drop)
            .map_err(|error| {
                history::discard(files, &history);
                failed(&error)
            })
    }

    fn is_kept(&self, head: &Head) -> bool {
        let kept = self.local.generations();
        kept.iter().any(|generation| generation.is(head))
    }

    /// Writes what `seal` seals: once into this computer's history, once over the register. When this
    /// returns, both are on disk. `now` decides which earlier generations have become too many.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the file on disk is not one that this program read or wrote: it is
    /// left alone, and what was to be saved is a generation of this computer that the next opening
    /// tells of. [`Error::SaveFailed`] with the reason: on disk is the old file, or, when only the
    /// last step failed, the new one; either whole. Those of `seal`.
    pub fn save(
        &mut self,
        generation: u32,
        seal: impl FnOnce(&mut dyn Write) -> Result<()> + Send,
        now: SystemTime,
    ) -> Result<()> {
        match self.expect_unchanged() {
            Err(Error::Conflict) => {
                let mut sealed = Vec::new();
                seal(&mut sealed)?;
                let head = Head::of(generation, &sealed);
                self.keep(&head, &sealed)?;
                return Err(self.leave(&head));
            }
            other => other?,
        }
        let files = Arc::clone(&self.folder.files);
        let files = &*files;
        let history = self.local.history();
        let path = self.folder.register_file();
        let part = disk::part_of(&path);
        // The two files are written side by side, as they may lie on different disks, and while the
        // image is being sealed; the register is replaced only when the generation is durable.
        let (sealed, hash, kept, written) = std::thread::scope(|scope| {
            let (mut inlet, [to_history, to_register, to_digest]) = pieces();
            let sealed = scope.spawn(|| {
                let sealed = seal(&mut inlet);
                inlet.finish();
                sealed
            });
            let hash = scope.spawn(|| sha256_of(to_digest));
            let kept = scope.spawn(|| history::write_part(files, &history, to_history));
            let written = disk::write_part(files, &part, to_register);
            (sealed.join(), hash.join(), kept.join(), written)
        });
        let joined = |_| Error::Internal("a thread of the save");
        let head = Head {
            generation,
            hash: hash.map_err(joined)?,
        };
        let saved = kept
            .map_err(joined)?
            .and(written)
            .map_err(|error| failed(&error))
            .and(sealed.map_err(joined)?)
            .and_then(|()| {
                history::put(files, &history, &head).map_err(|error| failed(&error))?;
                self.put(&part, &path, &head)
            });
        if let Err(error) = saved {
            history::discard(files, &history);
            disk::discard(files, &part);
            return Err(match error {
                Error::Conflict => self.leave(&head),
                error => error,
            });
        }
        // The register is saved. What follows is done again at the next save if it fails now.
        let _ = self.local.note(&head);
        self.newest.fetch_max(generation, Ordering::Relaxed);
        self.head = Some(head);
        self.attempted = None;
        self.local.prune(now);
        Ok(())
    }

    /// Gives what was written the register's name, in the place of the file that is known.
    ///
    /// No system that Kundbok runs on compares and renames in one step. What another program puts
    /// there in the microseconds between the last look at the file, directly before each attempt, and
    /// the rename is replaced without having been seen; its state is still with the computer that
    /// saved it. Whatever comes later stays, and is not taken for ours.
    fn put(&mut self, part: &Path, path: &Path, head: &Head) -> Result<()> {
        let files = Arc::clone(&self.folder.files);
        let written = files.stamp(part).map_err(|error| failed(&error))?;
        let mut refused = None;
        let renamed = files.rename_if(part, path, &mut || {
            let current = self.expect_unchanged();
            // It may be in place though the rename, or what follows, is said to have failed.
            self.attempted = Some(head.hash.clone());
            current.map_err(|error| {
                refused = Some(error);
                io::Error::other("refused")
            })
        });
        if let Some(error) = refused {
            return Err(error);
        }
        renamed
            .and_then(|()| files.sync_name(path))
            .map_err(|error| failed(&error))?;
        self.stamp = None;
        // A system that does not answer says nothing against it.
        let found = files.stamp(path).ok();
        if let Some(found) = &found
            && !found.is_renamed(&written)
            && self.hash_on_disk()? != head.hash
        {
            self.foreign = Some(*found);
            return Err(Error::Conflict);
        }
        self.stamp = found;
        Ok(())
    }

    /// What was to be saved is a generation, and what is on disk is not ours.
    fn leave(&mut self, head: &Head) -> Error {
        let _ = self.local.note(head);
        self.is_left = true;
        Error::Conflict
    }
}

impl Drop for Vault {
    fn drop(&mut self) {
        self.attachments().lease().end();
        // The next program, or the next opening in this one, is alone with the files: what is being
        // sealed anew is waited for, and nothing more is.
        *self.local.sealed_to() = None;
    }
}

pub(super) fn failed(error: &io::Error) -> Error {
    Error::SaveFailed(disk::reason(error))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::Rule;

    fn vault(root: &Path) -> Result<Vault> {
        let folder = RegisterFolder::at(root.join("register"));
        fs::create_dir_all(folder.path()).unwrap();
        Vault::hold(folder, &root.join("local"), "00", None)
    }

    fn written(to: &mut dyn Write, bytes: &[u8]) -> Result<()> {
        to.write_all(bytes).map_err(|_| Error::Internal("written"))
    }

    #[test]
    fn a_second_writer_is_refused() {
        let root = tempfile::tempdir().unwrap();
        let first = vault(root.path()).unwrap();
        assert!(matches!(vault(root.path()), Err(Error::InUse)));
        drop(first);
        vault(root.path()).unwrap();
    }

    #[test]
    fn a_file_changed_elsewhere_is_never_overwritten() {
        let root = tempfile::tempdir().unwrap();
        let mut vault = vault(root.path()).unwrap();
        let mut save = |generation, bytes: &[u8]| {
            vault.save(generation, |to| written(to, bytes), SystemTime::now())
        };
        save(1, b"one").unwrap();
        save(2, b"two").unwrap();
        let path = root.path().join("register/register.age");
        fs::write(&path, b"from another computer").unwrap();
        assert!(matches!(save(3, b"three"), Err(Error::Conflict)));
        assert_eq!(fs::read(&path).unwrap(), b"from another computer");
        fs::remove_file(&path).unwrap();
        assert!(matches!(
            save(3, b"three"),
            Err(Error::SaveFailed(Rule::Gone))
        ));
    }

    #[test]
    fn what_could_not_be_sealed_leaves_nothing() {
        let root = tempfile::tempdir().unwrap();
        let mut vault = vault(root.path()).unwrap();
        let half = |to: &mut dyn Write| {
            written(to, b"half")?;
            Err(Error::Internal("sealing"))
        };
        let result = vault.save(1, half, SystemTime::now());
        assert!(matches!(result, Err(Error::Internal("sealing"))));
        assert!(!vault.folder().holds_register());
        assert_eq!(vault.local().generations(), []);
        assert_eq!(
            fs::read_dir(root.path().join("register")).unwrap().count(),
            0
        );
    }

    #[test]
    fn each_save_leaves_a_generation() {
        let root = tempfile::tempdir().unwrap();
        let mut vault = vault(root.path()).unwrap();
        for (generation, bytes) in [(1, b"one"), (2, b"two")] {
            let seal = |to: &mut dyn Write| written(to, bytes);
            vault.save(generation, seal, SystemTime::now()).unwrap();
        }
        let found = vault.local().generations();
        assert_eq!([found[0].number, found[1].number], [2, 1]);
        assert!(found[0].is(vault.head().unwrap()));
        let read = |generation| vault.local().read_generation(generation).unwrap();
        assert_eq!(read(&found[0]), b"two");
        assert_eq!(read(&found[1]), b"one");
    }
}
