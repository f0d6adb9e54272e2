//! Seeing whether the register's file was changed elsewhere, without holding up the vault.

use super::disk;
use super::folder::{Head, REGISTER_MAX, RegisterFolder};
use super::saving::Vault;
use super::system::Stamp;
use crate::hash::sha256;

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
