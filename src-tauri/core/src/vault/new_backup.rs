//! Backups, written: see [`Backup`](super::Backup).

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::attachments::{AttachmentFolders, Sealed, file_in, pour};
use super::backup::{entry, entry_of, into_io, key_file, open};
use super::copies::hash;
use super::disk;
use super::folder::RegisterFolder;
use super::folder::{KEY_FILE_MAX, READ_ME, READ_ME_TEXT, REGISTER, REGISTER_MAX};
use super::system::{FileSystem, System, create_private};
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

/// A backup that was written.
pub struct Written {
    /// Where.
    pub path: PathBuf,
    /// Sealed names of the files that the register owns and that are whole nowhere on this computer:
    /// the backup has all others.
    pub lost: BTreeSet<String>,
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

    /// Writes the backup into `folder` as `<stem>.zip`, or under the next free name. When this
    /// returns, it is on disk and was read back: every byte is what was given.
    ///
    /// # Errors
    /// [`Error::FileFailed`] with the reason; [`Error::Locked`] when the register was closed meanwhile.
    /// Nothing is left behind.
    pub fn write(&self, folder: &Path, stem: &str) -> Result<Written> {
        let path = free_name(folder, stem);
        let part = disk::part_of(&path);
        let failed = |error: io::Error| Error::FileFailed(disk::reason(&error));
        let written = self
            .write_archive(&part)
            .and_then(|(hashes, lost)| self.compare(&part, &hashes).map(|()| lost));
        // What fails because the register was closed is no failure of the disk.
        self.folders
            .lease()
            .expect_open()
            .and(written.map_err(failed))
            .and_then(|lost| {
                disk::put(&System, &part, &path).map_err(failed)?;
                Ok(Written { path, lost })
            })
            .inspect_err(|_| disk::discard(&System, &part))
    }

    fn write_archive(&self, part: &Path) -> io::Result<(Hashes, BTreeSet<String>)> {
        disk::discard(&System, part);
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
        archive.finish().map_err(into_io)?.sync_all()?;
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
            let found = pour(&mut self.folders.lease().limit(&mut found), &mut io::sink())?;
            same &= found == *hash;
        }
        if same {
            Ok(())
        } else {
            Err(ErrorKind::InvalidData.into())
        }
    }
}

fn free_name(folder: &Path, stem: &str) -> PathBuf {
    let mut path = folder.join(format!("{stem}.zip"));
    let mut number: u32 = 1;
    while System.stamp(&path).is_ok() {
        number += 1;
        path = folder.join(format!("{stem} {number}.zip"));
    }
    path
}
