//! The register folder: where its files lie, and reading them. Nothing in it is created by looking.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::attachments::ATTACHMENTS;
use super::disk;
use super::system::{FileSystem, System};
use crate::error::Rule;
use crate::hash::sha256;
use crate::{Error, Result};

pub(super) const REGISTER: &str = "register.age";
pub(super) const KEYS: &str = "keys";
pub(super) const OWNER: &str = "owner.age";
pub(super) const READ_ME: &str = "READ ME.txt";
pub(super) const READ_ME_TEXT: &[u8] = include_bytes!("../../../../assets/READ ME.txt");

/// What files that were set aside are called, before the first digits of their digest.
const DAMAGED: &str = "register damaged ";
const KEPT: &str = "register kept ";

/// A register is refused beyond this size (bytes): it would not fit in memory twice.
pub(super) const REGISTER_MAX: u64 = 2 << 30;
/// A key file is a few hundred bytes.
pub(super) const KEY_FILE_MAX: u64 = 64 << 10;

/// What a key file is called once another has its place.
pub(super) fn kept_key_file(bytes: &[u8]) -> String {
    let hash = sha256(bytes);
    format!("owner {}.age", hash.get(..8).unwrap_or_default())
}

/// The folder that holds a register.
#[derive(Clone)]
pub struct RegisterFolder {
    path: PathBuf,
    pub(super) files: Arc<dyn FileSystem>,
}

impl RegisterFolder {
    /// The folder at `path`.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self::on(Arc::new(System), path)
    }

    /// The folder at `path` of another file system.
    pub fn on(files: Arc<dyn FileSystem>, path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        Self { path, files }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether a register lies there.
    pub fn holds_register(&self) -> bool {
        self.files
            .stamp(&self.register_file())
            .is_ok_and(|stamp| stamp.regular)
    }

    /// Whether something of a register lies there, though not the register: it may be on its way.
    pub fn holds_part_of_register(&self) -> bool {
        let is_there = |path: &Path| self.files.stamp(path).is_ok();
        let files = self.files.list(&self.path.join(ATTACHMENTS));
        !self.holds_register()
            && (is_there(&self.key_file()) || files.is_ok_and(|files| !files.is_empty()))
    }

    /// The sealed register.
    ///
    /// # Errors
    /// [`Error::VaultMissing`] without a file; [`Error::FileFailed`] when it cannot be read.
    pub fn read_register(&self) -> Result<Vec<u8>> {
        disk::read(&*self.files, &self.register_file(), REGISTER_MAX)
            .map_err(|error| failed(&error))
    }

    /// The bytes of the key file.
    ///
    /// # Errors
    /// As [`Self::read_register`].
    pub fn read_key_file(&self) -> Result<Vec<u8>> {
        self.expect_own_folders()?;
        disk::read(&*self.files, &self.key_file(), KEY_FILE_MAX).map_err(|error| failed(&error))
    }

    /// Neither the folder of the keys nor that of the files is a link.
    ///
    /// # Errors
    /// [`Error::FileFailed`] as for a link in the place of a file.
    pub fn expect_own_folders(&self) -> Result<()> {
        [KEYS, ATTACHMENTS].iter().try_for_each(|name| {
            disk::expect_no_link(&*self.files, &self.path.join(name))
                .map_err(|error| failed(&error))
        })
    }

    /// Makes the folder itself, where there is none.
    ///
    /// # Errors
    /// [`Error::SaveFailed`].
    pub fn make(&self) -> Result<()> {
        self.files
            .make_folder(&self.path)
            .map_err(|error| Error::SaveFailed(disk::reason(&error)))
    }

    /// Writes the key file and the instructions for opening the register without Kundbok. The
    /// register itself is written by [`Vault::save`](super::Vault::save).
    ///
    /// # Errors
    /// [`Error::SaveFailed`].
    pub fn write_key_file(&self, bytes: &[u8]) -> Result<()> {
        disk::make_own_folder(&*self.files, &self.path.join(KEYS))
            .map_err(|error| Error::SaveFailed(disk::reason(&error)))?;
        // The key file last: once it is written the new passphrase holds, whatever fails.
        disk::replace_on(&*self.files, &self.path.join(READ_ME), READ_ME_TEXT)?;
        disk::replace_on(&*self.files, &self.key_file(), bytes)
    }

    /// Removes a register that was made just now and whose key file is not sure to be on the disk: nobody
    /// else has seen it, and it would be in the way of making one again. Where the key file stays, so does
    /// the register that it opens.
    pub fn unmake(&self) {
        disk::discard(&*self.files, &self.key_file());
        if self.files.stamp(&self.key_file()).is_err() {
            disk::discard(&*self.files, &self.register_file());
        }
    }

    /// Writes another key file. The one that is there may open what was set aside: it is kept as
    /// `keys/owner <digest>.age`.
    ///
    /// # Errors
    /// [`Error::SaveFailed`].
    pub fn replace_key_file(&self, bytes: &[u8]) -> Result<()> {
        let kept = |name: String| self.path.join(KEYS).join(name);
        match disk::read(&*self.files, &self.key_file(), KEY_FILE_MAX) {
            Ok(before) if before != bytes => {
                disk::replace_on(&*self.files, &kept(kept_key_file(&before)), &before)?;
            }
            // What cannot even be read is renamed.
            Err(error)
                if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) =>
            {
                disk::put(
                    &*self.files,
                    &self.key_file(),
                    &kept("owner unreadable.age".to_owned()),
                )
                .map_err(|error| Error::SaveFailed(disk::reason(&error)))?;
            }
            _ => {}
        }
        self.write_key_file(bytes)
    }

    /// Keeps a register that was judged to be of no use as `register damaged <digest>.age`, and says so. A
    /// copy, so that there is a register at every moment; a file that cannot even be read is renamed. What
    /// is not there needs neither.
    ///
    /// # Errors
    /// [`Error::Conflict`] when another file is there by now than the one with this digest (SHA-256, hex;
    /// `None` for one that is missing or cannot be read), and nothing was written; [`Error::SaveFailed`].
    pub fn set_aside(&self, judged: Option<&str>) -> Result<Option<String>> {
        let path = self.register_file();
        let name = |what: &str| format!("{DAMAGED}{what}.age");
        match disk::read(&*self.files, &path, REGISTER_MAX) {
            Ok(bytes) => {
                let hash = sha256(&bytes);
                if judged != Some(hash.as_str()) {
                    return Err(Error::Conflict);
                }
                let name = name(hash.get(..8).unwrap_or_default());
                disk::replace_on(&*self.files, &self.path.join(&name), &bytes)?;
                Ok(Some(name))
            }
            Err(error)
                if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) =>
            {
                Ok(None)
            }
            Err(_) => {
                let name = name("unreadable");
                disk::put(&*self.files, &path, &self.path.join(&name))
                    .map_err(|error| Error::SaveFailed(disk::reason(&error)))?;
                Ok(Some(name))
            }
        }
    }

    /// Names of files beside the register that a sync client may have laid there, as each does in
    /// its own way: `register-LAPTOP.age`, `register (conflicted copy 2026-11-22).age`,
    /// `register 2.age`.
    pub fn copies(&self) -> Vec<String> {
        let mut names: Vec<String> = self
            .files
            .list(&self.path)
            .unwrap_or_default()
            .into_iter()
            .filter_map(|name| name.into_string().ok())
            .filter(|name| is_copy(name))
            .collect();
        names.sort();
        names
    }

    /// The bytes of a copy.
    ///
    /// # Errors
    /// As [`Self::read_register`].
    pub fn read_copy(&self, name: &str) -> Result<Vec<u8>> {
        disk::read(&*self.files, &self.path.join(name), REGISTER_MAX)
            .map_err(|error| failed(&error))
    }

    /// What tells a copy from every other, and from itself once it is written or replaced. It tells
    /// nothing of what it is called: a sync client names it by a computer.
    pub fn mark_of_copy(&self, name: &str) -> Option<String> {
        let stamp = self.files.stamp(&self.path.join(name)).ok()?;
        Some(sha256(format!("{name}\n{stamp:?}").as_bytes()))
    }

    /// Gives every copy a name by which it is not found again, `register kept <digest>.age`. None is
    /// deleted.
    ///
    /// # Errors
    /// [`Error::SaveFailed`].
    pub fn set_copies_aside(&self) -> Result<()> {
        for name in self.copies() {
            let hash = sha256(&self.read_copy(&name)?);
            let kept = format!("{KEPT}{}.age", hash.get(..8).unwrap_or_default());
            disk::put(&*self.files, &self.path.join(&name), &self.path.join(kept))
                .map_err(|error| Error::SaveFailed(disk::reason(&error)))?;
        }
        Ok(())
    }

    /// Writes a sealed register that was saved before, in the place of the one with the digest `judged` or
    /// where none is. What a sync client finished laying down meanwhile is not replaced.
    ///
    /// # Errors
    /// [`Error::Conflict`] when another file is there by now; [`Error::SaveFailed`].
    pub fn put_back(&self, sealed: &[u8], judged: Option<&str>) -> Result<()> {
        let (files, path) = (&*self.files, self.register_file());
        let part = disk::part_of(&path);
        let mut is_another = false;
        self.make()?;
        let result = disk::write_part(files, &part, [sealed])
            .and_then(|()| {
                files.rename_if(&part, &path, &mut || {
                    let stamp = || files.stamp(&path).ok();
                    let before = stamp();
                    let found = self.digest()?;
                    // An attempt that is said to have failed may have put it there.
                    is_another = (found.as_deref() != judged && found != Some(sha256(sealed)))
                        || stamp() != before;
                    if is_another {
                        return Err(ErrorKind::AlreadyExists.into());
                    }
                    Ok(())
                })
            })
            .and_then(|()| files.sync_name(&path));
        result.map_err(|error| {
            disk::discard(files, &part);
            if is_another {
                Error::Conflict
            } else {
                Error::SaveFailed(disk::reason(&error))
            }
        })
    }

    /// The digest (SHA-256, hex) of the register that lies there, `None` where none does.
    fn digest(&self) -> io::Result<Option<String>> {
        match disk::read(&*self.files, &self.register_file(), REGISTER_MAX) {
            Ok(bytes) => Ok(Some(sha256(&bytes))),
            Err(error)
                if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) =>
            {
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    pub(super) fn register_file(&self) -> PathBuf {
        self.path.join(REGISTER)
    }

    fn key_file(&self) -> PathBuf {
        self.path.join(KEYS).join(OWNER)
    }
}

/// What this computer last read or saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Head {
    /// The image's generation.
    pub generation: u32,
    /// SHA-256 (hex) of the sealed file.
    pub hash: String,
}

impl Head {
    /// The head of a sealed file.
    pub fn of(generation: u32, sealed: &[u8]) -> Self {
        Self {
            generation,
            hash: sha256(sealed),
        }
    }
}

fn is_copy(name: &str) -> bool {
    name != REGISTER
        && name.starts_with("register")
        && Path::new(name).extension() == Some("age".as_ref())
        && ![DAMAGED, KEPT].iter().any(|own| name.starts_with(own))
}

fn failed(error: &io::Error) -> Error {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Error::VaultMissing,
        ErrorKind::FileTooLarge => Error::FileFailed(Rule::TooLarge),
        _ => Error::FileFailed(disk::reason(error)),
    }
}
