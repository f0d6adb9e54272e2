//! Backups, written: see [`Backup`](super::Backup).

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::PoisonError;
use std::time::SystemTime;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::attachments::{AttachmentFolders, Sealed, file_in, pour, unseal};
use super::backup::{entry, entry_of, into_io, key_file, open};
use super::copies::hash;
use super::disk;
use super::folder::RegisterFolder;
use super::folder::{KEY_FILE_MAX, READ_ME, READ_ME_TEXT, REGISTER, REGISTER_MAX};
use super::lease::Lease;
use super::left_behind;
use super::system::{System, create_private, sync};
use crate::{Error, Result};

/// A backup of a register as it is now. It is written while the register may be used for other things.
pub struct NewBackup {
    /// The sealed register.
    pub register: Vec<u8>,
    key_file: Vec<u8>,
    folders: AttachmentFolders,
    /// What the register owns, by sealed name.
    owned: BTreeMap<String, Sealed>,
}

/// A backup that was written and verified, and has no name yet by which it is found. Dropped before it
/// is [kept](Self::keep), it is removed again.
#[must_use = "what is not kept is removed"]
pub struct Written {
    /// Sealed names of the files that the register owns and that are whole nowhere on this computer:
    /// the backup has all others.
    pub lost: BTreeSet<String>,
    folder: PathBuf,
    stem: String,
    part: PathBuf,
    lease: Lease,
}

impl Written {
    /// Gives it its name, `<stem>.zip` or the next that is free; answers where it is. When this
    /// returns, the name is on disk, too.
    ///
    /// # Errors
    /// [`Error::FileFailed`] with the reason; [`Error::Locked`] when the register was closed meanwhile.
    /// Nothing is left behind.
    pub fn keep(self) -> Result<PathBuf> {
        self.lease.expect_open()?;
        let path = reserve(&self.folder, &self.stem).map_err(|error| failed(&error))?;
        disk::put(&System, &self.part, &path)
            .inspect_err(|_| disk::discard(&System, &path))
            .map_err(|error| failed(&error))?;
        Ok(path)
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        // Once it is kept there is nothing of this name.
        disk::discard(&System, &self.part);
    }
}

/// What was put into an archive: the digests (SHA-256, hex) of its attachments, by sealed name.
type Hashes = BTreeMap<String, String>;

impl NewBackup {
    /// The files of a register folder as they are now. `owned` are the attachments that the register
    /// owns.
    ///
    /// # Errors
    /// Those of reading them.
    pub fn of(
        folder: &RegisterFolder,
        folders: AttachmentFolders,
        owned: Vec<Sealed>,
    ) -> Result<Self> {
        let owned = owned.into_iter();
        Ok(Self {
            register: folder.read_register()?,
            key_file: folder.read_key_file()?,
            folders,
            owned: owned.map(|sealed| (sealed.name.clone(), sealed)).collect(),
        })
    }

    /// Writes the backup into `folder`. When this returns, it is on disk and was read back: every
    /// sealed byte is what was given, and every file that a customer owns was opened from it. Of two
    /// at once the second waits. What an earlier one left there half done is removed first.
    ///
    /// # Errors
    /// [`Error::FileFailed`] with the reason; [`Error::Locked`] when the register was closed meanwhile.
    /// Nothing is left behind.
    pub fn write(&self, folder: &Path, stem: &str, now: SystemTime) -> Result<Written> {
        let lease = self.folders.lease();
        // Nothing is left half done by who panicked in it.
        let turn = self.folders.backing_up.lock();
        let _turn = turn.unwrap_or_else(PoisonError::into_inner);
        left_behind::remove_in(folder, now);
        let mut backup = Written {
            lost: BTreeSet::new(),
            folder: folder.to_owned(),
            stem: stem.to_owned(),
            part: folder.join(format!("{stem} {:016x}.part", rand::random::<u64>())),
            lease: lease.clone(),
        };
        let written = self
            .write_archive(&backup.part)
            .and_then(|(hashes, lost)| self.compare(&backup.part, &hashes).map(|()| lost));
        // What fails because the register was closed is no failure of the disk.
        lease.expect_open()?;
        backup.lost = written.map_err(|error| failed(&error))?;
        Ok(backup)
    }

    fn write_archive(&self, part: &Path) -> io::Result<(Hashes, BTreeSet<String>)> {
        let mut archive = ZipWriter::new(create_private(part)?);
        // What is sealed does not compress.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .unix_permissions(0o600);
        let entries: [(&str, &[u8]); 3] = [
            (REGISTER, &self.register),
            (&key_file(), &self.key_file),
            (READ_ME, READ_ME_TEXT),
        ];
        for (name, bytes) in entries {
            archive.start_file(name, options).map_err(into_io)?;
            archive.write_all(bytes)?;
        }
        let mut names = self.folders.shared_names();
        names.extend(self.owned.keys().cloned());
        let (mut hashes, mut lost) = (Hashes::new(), BTreeSet::new());
        for name in names {
            if let Some(path) = self.find(&name)? {
                archive
                    .start_file(entry_of(&name), options)
                    .map_err(into_io)?;
                let mut file = self.folders.files.open(&path)?;
                let hash = pour(&mut self.folders.lease().limit(&mut *file), &mut archive)?;
                hashes.insert(name, hash);
            } else if self.owned.contains_key(&name) {
                lost.insert(name);
            }
        }
        sync(&archive.finish().map_err(into_io)?)?;
        Ok((hashes, lost))
    }

    /// Where an attachment is whole. Of one that nobody owns it is not known what it should be: it is
    /// taken as it is, if it can be read.
    fn find(&self, name: &str) -> io::Result<Option<PathBuf>> {
        match self
            .owned
            .get(name)
            .map(|sealed| self.folders.whole(sealed))
        {
            Some(Err(Error::AttachmentLost)) => Ok(None),
            Some(found) => found.map(Some).map_err(io::Error::other),
            None => {
                let path = file_in(&self.folders.shared, name);
                let is_readable = hash(&*self.folders.files, &path).is_ok();
                Ok(is_readable.then_some(path))
            }
        }
    }

    fn compare(&self, part: &Path, hashes: &Hashes) -> io::Result<()> {
        let mut archive = open(part)?;
        let mut same = entry(&mut archive, REGISTER, REGISTER_MAX)? == self.register
            && entry(&mut archive, &key_file(), KEY_FILE_MAX)? == self.key_file;
        for (name, hash) in hashes {
            let mut found = archive.by_name(&entry_of(name)).map_err(into_io)?;
            let mut found = self.folders.lease().limit(&mut found);
            same &= match self.owned.get(name) {
                // It may have changed between being looked at and being taken.
                Some(sealed) => pour(&mut unseal(found, sealed)?, &mut io::sink())? == sealed.hash,
                None => pour(&mut found, &mut io::sink())? == *hash,
            };
        }
        if same {
            Ok(())
        } else {
            Err(ErrorKind::InvalidData.into())
        }
    }
}

/// Takes the first free name: of two backups at once, be the other one another program's, each gets
/// its own.
fn reserve(folder: &Path, stem: &str) -> io::Result<PathBuf> {
    let mut path = folder.join(format!("{stem}.zip"));
    let mut number: u32 = 1;
    loop {
        match create_private(&path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                number += 1;
                path = folder.join(format!("{stem} {number}.zip"));
            }
            created => return created.map(|_| path),
        }
    }
}

fn failed(error: &io::Error) -> Error {
    Error::FileFailed(disk::reason(error))
}
