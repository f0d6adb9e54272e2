//! Copies of sealed files: on this computer, and set aside. A copy is never taken for whole because it
//! is there or as long as it should be: before one takes another's place, or is the only one that
//! stays, its contents are looked at. Where they differ and no key tells which is right, both stay.

use std::collections::BTreeSet;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::attachments::{AttachmentFolders, Sealed, file_in, is_name, pour};
use super::disk::{self, PART};
use super::system::FileSystem;
use crate::{Error, Result};

/// Where files go that are out of the way and not lost: `<name> <digest>.age`.
const ASIDE: &str = "set aside";

impl AttachmentFolders {
    /// Whether a file in the register folder looks as it should: whole files are at least as long as
    /// what is in them. The contents prove themselves when they are read.
    pub(super) fn is_there(&self, name: &str, bytes: u64) -> bool {
        self.looks_whole(&file_in(&self.shared, name), bytes)
    }

    /// Whether this computer's copy looks as it should.
    pub(super) fn is_kept(&self, name: &str, bytes: u64) -> bool {
        self.looks_whole(&file_in(&self.local, name), bytes)
    }

    fn looks_whole(&self, path: &Path, bytes: u64) -> bool {
        let stamp = self.files.stamp(path);
        stamp.is_ok_and(|stamp| stamp.regular && stamp.length > bytes)
    }

    /// Where a file may be that the register folder lost.
    pub(super) fn elsewhere(&self, name: &str) -> impl Iterator<Item = PathBuf> + use<> {
        let aside = [&self.local, &self.shared].map(|folder| self.aside(folder, name));
        std::iter::once(file_in(&self.local, name)).chain(aside.into_iter().flatten())
    }

    /// Its copies that were set aside in a folder.
    pub(super) fn aside(&self, folder: &Path, name: &str) -> Vec<PathBuf> {
        let aside = folder.join(ASIDE);
        let names = self.files.list(&aside).unwrap_or_default();
        let its = names.iter().filter(|file| {
            // Not one that is being written.
            let file = file.to_str().and_then(|file| file.strip_suffix(".age"));
            file.is_some_and(|file| file.starts_with(name))
        });
        its.map(|file| aside.join(file)).collect()
    }

    /// Puts a file back into the register folder. False when it is whole nowhere on this computer.
    pub(super) fn put_back(&self, sealed: &Sealed) -> io::Result<bool> {
        let mut places = self.elsewhere(&sealed.name);
        match places.find(|path| self.verify(path, sealed).is_ok()) {
            Some(path) => self
                .put_in_place(&path, &file_in(&self.shared, &sealed.name))
                .map(|()| true),
            None => Ok(false),
        }
    }

    /// Puts a file back that somebody read from another place, unless it is whole there by now.
    pub(crate) fn mend(&self, sealed: &Sealed) -> io::Result<()> {
        let shared = file_in(&self.shared, &sealed.name);
        if !is_name(&sealed.name) || self.verify(&shared, sealed).is_ok() {
            return Ok(());
        }
        self.put_back(sealed).map(drop)
    }

    /// What is whole takes its place in the register folder. What has it is set aside.
    pub(super) fn put_in_place(&self, whole: &Path, shared: &Path) -> io::Result<()> {
        if self.files.stamp(shared).is_ok() {
            move_aside(&*self.files, shared)?;
        }
        if whole.starts_with(&self.shared) {
            return disk::put(&*self.files, whole, shared);
        }
        self.put_copy(whole, shared)
    }

    /// Keeps a file of the register folder on this computer, too.
    ///
    /// # Errors
    /// [`Error::AttachmentLost`] when it is not whole there; [`Error::SaveFailed`]; [`Error::Locked`].
    pub fn keep(&self, sealed: &Sealed) -> Result<()> {
        let shared = file_in(&self.shared, &sealed.name);
        let whole = self.verify(&shared, sealed);
        self.lease().expect_open()?;
        whole.map_err(|_| Error::AttachmentLost)?;
        let kept = self.put_copy(&shared, &file_in(&self.local, &sealed.name));
        self.lease().expect_open()?;
        kept.map_err(|error| Error::SaveFailed(disk::reason(&error)))
    }

    /// What a file of the register folder holds is on this computer when this returns: the folder's
    /// may go then. There may be no key any more, so a copy here that is another stays, too.
    pub(super) fn take_home(&self, name: &str) -> io::Result<()> {
        let (shared, local) = (file_in(&self.shared, name), file_in(&self.local, name));
        let found = match self.hash(&shared) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            found => found?,
        };
        match self.hash(&local) {
            Ok(kept) if kept == found => Ok(()),
            Err(error) if error.kind() == ErrorKind::NotFound => self.put_copy(&shared, &local),
            _ => self.put_copy(&shared, &aside_of(&local, &found)),
        }
    }

    /// Removes what was never finished of files of which `which` holds.
    pub(super) fn discard_unfinished(&self, folder: &Path, which: impl Fn(&str) -> bool) {
        for file in self.files.list(folder).unwrap_or_default() {
            let name = file.to_str().and_then(unfinished);
            if name.is_some_and(&which) {
                disk::discard(&*self.files, &folder.join(&file));
            }
        }
    }

    /// Whether a copy of a file is being made.
    pub(super) fn is_copying(&self, name: &str) -> bool {
        let copying = self.copying.lock().unwrap_or_else(PoisonError::into_inner);
        copying.iter().any(|other| other == name)
    }

    fn begin_copying(&self, part: &Path) -> Copying<'_> {
        let file = part.file_name().and_then(|file| file.to_str());
        let name = file.and_then(unfinished).unwrap_or_default().to_owned();
        let copying = &self.copying;
        let mut names = copying.lock().unwrap_or_else(PoisonError::into_inner);
        names.push(name.clone());
        Copying { copying, name }
    }

    fn hash(&self, path: &Path) -> io::Result<String> {
        hash(&*self.files, path)
    }

    /// One copy may be in the making beside the register, and another of the same file by it.
    fn put_copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        let part = part_for(to);
        let _copying = self.begin_copying(&part);
        disk::make_own_folder(&*self.files, to.parent().unwrap_or(to))?;
        self.copy(from, &part)
            .and_then(|()| disk::put(&*self.files, &part, to))
            .inspect_err(|_| disk::discard(&*self.files, &part))
    }

    /// Copies a sealed file as it is, synced, read back and compared.
    pub(super) fn copy(&self, from: &Path, part: &Path) -> io::Result<()> {
        if !self.files.stamp(from)?.regular {
            return Err(ErrorKind::InvalidInput.into());
        }
        let mut copy = self.files.create(part)?;
        let mut source = self.files.open(from)?;
        let hash = pour(&mut self.lease().limit(&mut *source), &mut *copy)?;
        copy.sync()?;
        drop(copy);
        if pour(&mut *self.files.open(part)?, &mut io::sink())? == hash {
            Ok(())
        } else {
            Err(ErrorKind::InvalidData.into())
        }
    }

    /// Moves files that nobody owns out of the way. They are found there when somebody does.
    pub(super) fn set_aside(&self, names: &BTreeSet<String>) -> io::Result<()> {
        names
            .iter()
            .try_for_each(|name| move_aside(&*self.files, &file_in(&self.shared, name)))
    }
}

/// A copy is being made until this is dropped.
struct Copying<'a> {
    copying: &'a Mutex<Vec<String>>,
    name: String,
}

impl Drop for Copying<'_> {
    fn drop(&mut self) {
        let mut names = self.copying.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(at) = names.iter().position(|name| *name == self.name) {
            names.swap_remove(at);
        }
    }
}

/// Moves a file that nobody owns, or that is not the one it should be, out of the way, and never over
/// another. It is found there when somebody owns it.
pub(super) fn move_aside(files: &dyn FileSystem, path: &Path) -> io::Result<()> {
    // What cannot be read gets a number that no other has.
    let digest = hash(files, path).unwrap_or_else(|_| format!("{:08x}", rand::random::<u32>()));
    let aside = aside_of(path, &digest);
    disk::make_own_folder(files, aside.parent().unwrap_or(path))?;
    disk::put(files, path, &aside)
}

fn aside_of(path: &Path, digest: &str) -> PathBuf {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let digest = digest.get(..8).unwrap_or_default();
    let folder = path.parent().unwrap_or(path).join(ASIDE);
    folder.join(format!("{name} {digest}.age"))
}

/// A name that no other copy has until it is whole.
fn part_for(path: &Path) -> PathBuf {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{name} {:08x}{PART}", rand::random::<u32>()))
}

/// The sealed name of a file of which this copy was never finished.
fn unfinished(file: &str) -> Option<&str> {
    let (name, rest) = file.split_at_checked(32)?;
    (is_name(name) && rest.ends_with(PART)).then_some(name)
}

/// SHA-256 (hex) of a file as it lies there.
pub(super) fn hash(files: &dyn FileSystem, path: &Path) -> io::Result<String> {
    if !files.stamp(path)?.regular {
        return Err(ErrorKind::InvalidInput.into());
    }
    pour(&mut *files.open(path)?, &mut io::sink())
}
