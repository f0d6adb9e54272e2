//! Backups: the register folder's files in one ZIP archive, as they are, sealed. Any program that
//! reads ZIP takes them out again, and then `READ ME.txt` says how to open them.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::disk;
use super::folder::RegisterFolder;
use super::folder::{KEY_FILE_MAX, KEYS, OWNER, READ_ME, READ_ME_TEXT, REGISTER, REGISTER_MAX};
use super::system::{self, FileSystem, System, create_private};
use crate::error::Rule;
use crate::{Error, Result};

/// What a backup holds.
pub struct Backup {
    /// The sealed register.
    pub register: Vec<u8>,
    /// The key file.
    pub key_file: Vec<u8>,
}

impl Backup {
    /// The files of a register folder as they are now.
    ///
    /// # Errors
    /// Those of reading them.
    pub fn of(folder: &RegisterFolder) -> Result<Self> {
        Ok(Self {
            register: folder.read_register()?,
            key_file: folder.read_key_file()?,
        })
    }

    /// Writes the backup into `folder` as `<stem>.zip`, or under the next free name, and answers
    /// which. When this returns, it is on disk and was read back: every byte is what was given.
    ///
    /// # Errors
    /// [`Error::FileFailed`] with the reason; nothing is left behind.
    pub fn write(&self, folder: &Path, stem: &str) -> Result<PathBuf> {
        let path = free_name(folder, stem);
        let part = disk::part_of(&path);
        let written = self
            .write_archive(&part)
            .and_then(|()| self.compare(&part))
            .and_then(|()| disk::put(&System, &part, &path));
        match written {
            Ok(()) => Ok(path),
            Err(error) => {
                disk::discard(&System, &part);
                Err(Error::FileFailed(disk::reason(&error)))
            }
        }
    }

    /// Reads a backup.
    ///
    /// # Errors
    /// [`Error::FileFailed`]: [`Rule::Unreadable`] when it is no backup, was cut short or altered.
    pub fn read(path: &Path) -> Result<Self> {
        let failed = |error: io::Error| {
            Error::FileFailed(match error.kind() {
                ErrorKind::InvalidData | ErrorKind::UnexpectedEof => Rule::Unreadable,
                ErrorKind::FileTooLarge => Rule::TooLarge,
                _ => disk::reason(&error),
            })
        };
        let mut archive = open(path).map_err(failed)?;
        Ok(Self {
            register: entry(&mut archive, REGISTER, REGISTER_MAX).map_err(failed)?,
            key_file: entry(&mut archive, &key_file(), KEY_FILE_MAX).map_err(failed)?,
        })
    }

    fn write_archive(&self, part: &Path) -> io::Result<()> {
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
        archive.finish().map_err(into_io)?.sync_all()
    }

    fn compare(&self, part: &Path) -> io::Result<()> {
        let mut archive = open(part)?;
        let same = entry(&mut archive, REGISTER, REGISTER_MAX)? == self.register
            && entry(&mut archive, &key_file(), KEY_FILE_MAX)? == self.key_file;
        if same {
            Ok(())
        } else {
            Err(ErrorKind::InvalidData.into())
        }
    }
}

fn key_file() -> String {
    format!("{KEYS}/{OWNER}")
}

fn open(path: &Path) -> io::Result<ZipArchive<File>> {
    ZipArchive::new(system::open(path)?).map_err(into_io)
}

/// The bytes of an entry. Its check sum is compared at its end.
fn entry(archive: &mut ZipArchive<File>, name: &str, max: u64) -> io::Result<Vec<u8>> {
    let entry = archive.by_name(name).map_err(into_io)?;
    let mut bytes = Vec::new();
    entry.take(max + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > max {
        return Err(ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// An archive that lacks an entry is no backup.
fn into_io(error: ZipError) -> io::Error {
    match error {
        ZipError::Io(error) => error,
        _ => ErrorKind::InvalidData.into(),
    }
}

fn free_name(folder: &Path, stem: &str) -> PathBuf {
    let first = folder.join(format!("{stem}.zip"));
    let others = (2..=99).map(|number| folder.join(format!("{stem} {number}.zip")));
    std::iter::once(first.clone())
        .chain(others)
        .find(|path| System.stamp(path).is_err())
        .unwrap_or(first)
}
