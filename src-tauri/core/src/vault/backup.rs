//! Backups: the register folder's files in one ZIP archive, as they are, sealed. Any program that
//! reads ZIP takes them out again, and then `READ ME.txt` says how to open them.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::attachments::{ATTACHMENTS, move_aside, name_of, names_in, pour};
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
    /// Files kept with customers, by what they are called sealed. They stay where they are until
    /// they are copied.
    attachments: Vec<String>,
    from: From,
}

/// Where a backup's attachments are.
enum From {
    Folder(RegisterFolder),
    Archive(PathBuf),
}

impl Backup {
    /// The files of a register folder as they are now.
    ///
    /// # Errors
    /// Those of reading them.
    pub fn of(folder: &RegisterFolder) -> Result<Self> {
        let names = names_in(&*folder.files, &folder.path().join(ATTACHMENTS));
        Ok(Self {
            register: folder.read_register()?,
            key_file: folder.read_key_file()?,
            attachments: names.into_iter().collect(),
            from: From::Folder(folder.clone()),
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
            .and_then(|hashes| self.compare(&part, &hashes))
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
        let mut archive = open(path).map_err(|error| failed(&error))?;
        let mut attachments = Vec::new();
        for entry in archive.file_names() {
            let entry = entry.map_err(|_| Error::FileFailed(Rule::Unreadable))?;
            attachments.extend(attachment_of(&entry).map(str::to_owned));
        }
        let mut whole = |name: &str, max| entry(&mut archive, name, max).map_err(|e| failed(&e));
        Ok(Self {
            register: whole(REGISTER, REGISTER_MAX)?,
            key_file: whole(&key_file(), KEY_FILE_MAX)?,
            attachments,
            from: From::Archive(path.to_owned()),
        })
    }

    /// Puts the attachments into a register folder. What is there under the same name and is not the
    /// same is moved out of the way, where it is found again: one of the two is damaged. On any error
    /// those that were put there are removed again, and no others.
    ///
    /// # Errors
    /// [`Error::FileFailed`] when the backup is altered; [`Error::SaveFailed`].
    pub(crate) fn put_attachments(&self, folder: &RegisterFolder) -> Result<()> {
        let files = &*folder.files;
        let saving = |error: io::Error| Error::SaveFailed(disk::reason(&error));
        if self.attachments.is_empty() {
            return Ok(());
        }
        // All of them are read before one is written.
        for name in &self.attachments {
            self.pour(name, &mut io::sink())
                .map_err(|error| failed(&error))?;
        }
        files
            .make_folder(&folder.path().join(ATTACHMENTS))
            .map_err(saving)?;
        let mut put: Vec<PathBuf> = Vec::new();
        let result = self.attachments.iter().try_for_each(|name| {
            let path = folder.path().join(entry_of(name));
            let hash = self.write_part(files, name, &path)?;
            if let Ok(mut there) = files.open(&path) {
                if pour(&mut *there, &mut io::sink()).is_ok_and(|found| found == hash) {
                    disk::discard(files, &disk::part_of(&path));
                    return Ok(());
                }
                drop(there);
                move_aside(files, &path).map_err(saving)?;
            }
            disk::put(files, &disk::part_of(&path), &path).map_err(saving)?;
            put.push(path);
            Ok(())
        });
        if result.is_err() {
            for name in &self.attachments {
                let path = folder.path().join(entry_of(name));
                disk::discard(files, &disk::part_of(&path));
            }
            for path in &put {
                disk::discard(files, path);
            }
        }
        result
    }

    /// Writes an attachment beside where it belongs, synced and read back; answers its SHA-256 (hex).
    fn write_part(&self, files: &dyn FileSystem, name: &str, path: &Path) -> Result<String> {
        let saving = |error: io::Error| Error::SaveFailed(disk::reason(&error));
        let part = disk::part_of(path);
        disk::discard(files, &part);
        let mut file = files.create(&part).map_err(saving)?;
        let hash = self
            .pour(name, &mut *file)
            .map_err(|error| failed(&error))?;
        file.sync().map_err(saving)?;
        drop(file);
        let found = files
            .open(&part)
            .and_then(|mut file| pour(&mut *file, &mut io::sink()))
            .map_err(saving)?;
        if found == hash {
            Ok(hash)
        } else {
            Err(saving(ErrorKind::InvalidData.into()))
        }
    }

    /// Gives an attachment as it is sealed; answers its SHA-256 (hex).
    fn pour(&self, name: &str, to: &mut dyn Write) -> io::Result<String> {
        match &self.from {
            From::Folder(folder) => {
                let path = folder.path().join(entry_of(name));
                if !folder.files.stamp(&path)?.regular {
                    return Err(ErrorKind::InvalidInput.into());
                }
                pour(&mut *folder.files.open(&path)?, to)
            }
            From::Archive(path) => pour(
                &mut open(path)?.by_name(&entry_of(name)).map_err(into_io)?,
                to,
            ),
        }
    }

    /// Answers the digests of the attachments.
    fn write_archive(&self, part: &Path) -> io::Result<Vec<String>> {
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
        let mut hashes = Vec::with_capacity(self.attachments.len());
        for name in &self.attachments {
            archive
                .start_file(entry_of(name), options)
                .map_err(into_io)?;
            hashes.push(self.pour(name, &mut archive)?);
        }
        archive.finish().map_err(into_io)?.sync_all()?;
        Ok(hashes)
    }

    fn compare(&self, part: &Path, hashes: &[String]) -> io::Result<()> {
        let mut archive = open(part)?;
        let mut same = entry(&mut archive, REGISTER, REGISTER_MAX)? == self.register
            && entry(&mut archive, &key_file(), KEY_FILE_MAX)? == self.key_file;
        for (name, hash) in self.attachments.iter().zip(hashes) {
            let mut found = archive.by_name(&entry_of(name)).map_err(into_io)?;
            same &= pour(&mut found, &mut io::sink())? == *hash;
        }
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

fn entry_of(name: &str) -> String {
    format!("{ATTACHMENTS}/{name}.age")
}

fn attachment_of(entry: &str) -> Option<&str> {
    name_of(entry.strip_prefix(ATTACHMENTS)?.strip_prefix('/')?)
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

fn failed(error: &io::Error) -> Error {
    Error::FileFailed(match error.kind() {
        ErrorKind::InvalidData | ErrorKind::UnexpectedEof => Rule::Unreadable,
        ErrorKind::FileTooLarge => Rule::TooLarge,
        _ => disk::reason(error),
    })
}

fn free_name(folder: &Path, stem: &str) -> PathBuf {
    let first = folder.join(format!("{stem}.zip"));
    let others = (2..=99).map(|number| folder.join(format!("{stem} {number}.zip")));
    std::iter::once(first.clone())
        .chain(others)
        .find(|path| System.stamp(path).is_err())
        .unwrap_or(first)
}
