//! Whether the register's file was changed elsewhere: asked by the vault before it writes, and seen
//! from beside it without holding it up.

use std::io::ErrorKind;

use super::disk;
use super::folder::{Head, REGISTER_MAX, RegisterFolder};
use super::saving::{Vault, failed};
use super::system::Stamp;
use crate::hash::sha256;
use crate::{Error, Result};

/// How often a file that is ours is looked at until it stands still. There are systems on which no
/// two stamps of a file are alike: there its contents decide.
const LOOKS: usize = 3;

/// What is known of the register's file.
#[derive(Clone, PartialEq, Eq)]
struct Known {
    head: Option<Head>,
    stamp: Option<Stamp>,
    foreign: Option<Stamp>,
}

/// Looks at the register's file from beside the vault.
pub struct Watch {
    folder: RegisterFolder,
    known: Known,
}

/// The register's file, as it was seen.
pub struct Seen {
    known: Known,
    stamp: Option<Stamp>,
    /// SHA-256 (hex), where the stamp is one that was not seen before and the file could be read.
    hash: Option<String>,
}

impl Watch {
    /// Looks.
    pub fn look(self) -> Seen {
        let Self { folder, known } = self;
        let path = folder.register_file();
        let stamp = folder.files.stamp(&path).ok();
        let is_new = stamp.is_some() && stamp != known.stamp && stamp != known.foreign;
        let read = || disk::read(&*folder.files, &path, REGISTER_MAX).ok();
        Seen {
            known,
            stamp,
            hash: is_new.then(read).flatten().map(|bytes| sha256(&bytes)),
        }
    }
}

impl Vault {
    /// Whether a change would follow what is on disk.
    ///
    /// # Errors
    /// [`Error::ReadOnly`] after a save met a [conflict](Error::Conflict), unless the file is again
    /// the one that was opened.
    pub fn expect_current(&mut self) -> Result<()> {
        if self.is_left && self.expect_unchanged().is_err() {
            return Err(Error::ReadOnly);
        }
        self.is_left = false;
        Ok(())
    }

    /// The file on disk is one that this program read or wrote. As long as the system's stamp of it
    /// is the one seen then, it is; else its contents decide.
    pub(super) fn expect_unchanged(&mut self) -> Result<()> {
        let path = self.folder.register_file();
        for _ in 0..LOOKS {
            let stamp = match self.folder.files.stamp(&path) {
                Err(error) if error.kind() == ErrorKind::NotFound && self.head.is_none() => {
                    return Ok(());
                }
                Err(error) => return Err(failed(&error)),
                Ok(stamp) => stamp,
            };
            if self.foreign == Some(stamp) {
                return Err(Error::Conflict);
            }
            if self.stamp == Some(stamp) {
                return Ok(());
            }
            if !self.is_ours()? {
                self.foreign = Some(stamp);
                return Err(Error::Conflict);
            }
            // Another may have taken its place while it was read.
            self.stamp = Some(stamp);
        }
        Ok(())
    }

    fn is_ours(&self) -> Result<bool> {
        let found = self.hash_on_disk()?;
        let head = self.head.as_ref().map(|head| &head.hash);
        Ok([head, self.attempted.as_ref()].contains(&Some(&found)))
    }

    pub(super) fn hash_on_disk(&self) -> Result<String> {
        let path = self.folder.register_file();
        disk::read(&*self.folder.files, &path, REGISTER_MAX)
            .map(|bytes| sha256(&bytes))
            .map_err(|error| failed(&error))
    }

    /// To look whether the file was changed.
    pub fn watch(&self) -> Watch {
        Watch {
            folder: self.folder.clone(),
            known: self.known(),
        }
    }

    /// Whether the file on disk is no longer the one that was opened, as far as was seen. A file that
    /// is gone or cannot be read is not another one. `None` when this program changed it meanwhile.
    pub fn is_overtaken(&mut self, seen: &Seen) -> Option<bool> {
        if seen.known != self.known() {
            return None;
        }
        if let Some(hash) = &seen.hash {
            let head = self.head.as_ref().map(|head| &head.hash);
            if [head, self.attempted.as_ref()].contains(&Some(hash)) {
                self.stamp = seen.stamp;
            } else {
                self.foreign = seen.stamp;
            }
        }
        Some(seen.stamp.is_some() && seen.stamp == self.foreign)
    }

    fn known(&self) -> Known {
        Known {
            head: self.head.clone(),
            stamp: self.stamp,
            foreign: self.foreign,
        }
    }
}
