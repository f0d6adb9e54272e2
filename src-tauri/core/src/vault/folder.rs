//! The register folder and this computer's own notes about it.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::disk;
use super::keys::{Passphrase, RegisterKey};
use crate::error::Rule;
use crate::hash::sha256;
use crate::{Error, Result};

const REGISTER: &str = "register.age";
const KEYS: &str = "keys";
const OWNER: &str = "owner.age";
const READ_ME: &str = "READ ME.txt";

/// A register is refused beyond this size (bytes): it would not fit in memory twice.
const REGISTER_MAX: u64 = 2 << 30;
/// A key file is a few hundred bytes.
const KEY_FILE_MAX: u64 = 64 << 10;

/// The folder that holds a register. Nothing in it is created by looking.
#[derive(Clone, Debug)]
pub struct RegisterFolder(PathBuf);

impl RegisterFolder {
    /// The folder at `path`.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Whether a register lies there.
    pub fn holds_register(&self) -> bool {
        self.register_file().is_file()
    }

    /// The sealed register.
    ///
    /// # Errors
    /// [`Error::VaultMissing`] without a file; [`Error::FileFailed`] when it cannot be read.
    pub fn read_register(&self) -> Result<Vec<u8>> {
        read(&self.register_file(), REGISTER_MAX)
    }

    /// The register key, unwrapped by the passphrase.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`]; [`Error::VaultMissing`] without a key file;
    /// [`Error::VaultDamaged`] when it is none.
    pub fn read_key(&self, passphrase: &Passphrase) -> Result<RegisterKey> {
        RegisterKey::unwrap(&read(&self.key_file(), KEY_FILE_MAX)?, passphrase)
    }

    /// Writes the key file and the instructions for opening the register without Kundbok. The
    /// register itself is written by [`Vault::save`].
    ///
    /// # Errors
    /// [`Error::SaveFailed`].
    pub fn write_key(&self, key: &RegisterKey, passphrase: &Passphrase) -> Result<()> {
        disk::make_folder(&self.0.join(KEYS))?;
        disk::replace(&self.key_file(), &key.wrap(passphrase)?)?;
        disk::replace(
            &self.0.join(READ_ME),
            include_bytes!("../../../../assets/READ ME.txt"),
        )
    }

    fn register_file(&self) -> PathBuf {
        self.0.join(REGISTER)
    }

    fn key_file(&self) -> PathBuf {
        self.0.join(KEYS).join(OWNER)
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

/// A register that this program holds open: the only writer of its folder on this computer.
pub struct Vault {
    folder: RegisterFolder,
    local: PathBuf,
    head: Option<Head>,
    stamp: Option<disk::Stamp>,
    // Held, not read: the system releases it when the program ends, however it ends.
    _lock: File,
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
        let local = local_folder.join(register_id);
        let failed = |error: std::io::Error| Error::SaveFailed(disk::reason(&error));
        disk::make_folder(&local)?;
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(local.join("lock"))
            .map_err(failed)?;
        lock.try_lock().map_err(|error| match error {
            fs::TryLockError::WouldBlock => Error::InUse,
            fs::TryLockError::Error(error) => failed(error),
        })?;
        let mut vault = Self {
            folder,
            local,
            head: None,
            stamp: None,
            _lock: lock,
        };
        if let Some(head) = head {
            vault.note(head)?;
        }
        Ok(vault)
    }

    /// The folder it lies in.
    pub fn folder(&self) -> &RegisterFolder {
        &self.folder
    }

    /// SHA-256 (hex) of the sealed file that is on disk, `""` before the first save.
    pub fn parent_hash(&self) -> &str {
        self.head.as_ref().map_or("", |head| &head.hash)
    }

    /// Writes a sealed image. When this returns, it is on disk.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the file on disk is not the one this program read or wrote: it is
    /// left alone. [`Error::SaveFailed`] with the reason: the old file is as it was.
    pub fn save(&mut self, generation: u32, sealed: &[u8]) -> Result<()> {
        let path = self.folder.register_file();
        self.expect_unchanged(&path)?;
        // The digest is made while the disk is waited for.
        let head = std::thread::scope(|scope| {
            let head = scope.spawn(|| Head::of(generation, sealed));
            disk::replace(&path, sealed)?;
            head.join().map_err(|_| Error::Internal("digest"))
        })?;
        // The register is saved; a head that could not be noted is noted by the next save, and
        // opening works without it.
        let _ = self.note(head);
        Ok(())
    }

    /// The file on disk is the one this program read or wrote. As long as the system's stamp of it
    /// is the one seen then, it is; else its contents decide.
    fn expect_unchanged(&self, path: &Path) -> Result<()> {
        let Some(head) = &self.head else {
            return match fs::symlink_metadata(path) {
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
                Err(error) => Err(Error::SaveFailed(disk::reason(&error))),
                Ok(_) => Err(Error::Conflict),
            };
        };
        if self.stamp.is_some() && disk::stamp(path).ok() == self.stamp {
            return Ok(());
        }
        match fs::read(path) {
            Ok(found) if sha256(&found) == head.hash => Ok(()),
            Ok(_) => Err(Error::Conflict),
            Err(error) => Err(Error::SaveFailed(disk::reason(&error))),
        }
    }

    fn note(&mut self, head: Head) -> Result<()> {
        let text = serde_json::to_vec(&head).map_err(|_| Error::Internal("head"))?;
        self.head = Some(head);
        self.stamp = disk::stamp(&self.folder.register_file()).ok();
        if fs::read(self.local.join("head.json")).is_ok_and(|noted| noted == text) {
            return Ok(());
        }
        disk::replace(&self.local.join("head.json"), &text)
    }
}

fn read(path: &Path, max: u64) -> Result<Vec<u8>> {
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Error::VaultMissing,
        _ => Error::FileFailed(disk::reason(&error)),
    };
    let size = fs::metadata(path).map_err(failed)?.len();
    if size > max {
        return Err(Error::FileFailed(Rule::TooLarge));
    }
    fs::read(path).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vault(root: &Path) -> Result<Vault> {
        let folder = RegisterFolder::at(root.join("register"));
        fs::create_dir_all(folder.path()).unwrap();
        Vault::hold(folder, &root.join("local"), "00", None)
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
        vault.save(1, b"one").unwrap();
        vault.save(2, b"two").unwrap();
        let path = vault.folder().register_file();
        fs::write(&path, b"from another computer").unwrap();
        assert!(matches!(vault.save(3, b"three"), Err(Error::Conflict)));
        assert_eq!(fs::read(&path).unwrap(), b"from another computer");
        fs::remove_file(&path).unwrap();
        assert!(matches!(
            vault.save(3, b"three"),
            Err(Error::SaveFailed(Rule::Gone))
        ));
    }
}
