//! Backups, read: the register folder's files in one ZIP archive, as they are, sealed. Any program that
//! reads ZIP takes them out again, and then `READ ME.txt` says how to open them.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use zip::ZipArchive;
use zip::result::ZipError;

use super::attachments::{ATTACHMENTS, name_of, pour};
use super::copies::{hash, move_aside};
use super::disk;
use super::folder::RegisterFolder;
use super::folder::{KEY_FILE_MAX, KEYS, OWNER, REGISTER, REGISTER_MAX};
use super::system::{self, FileSystem};
use crate::error::Rule;
use crate::{Error, Result};

/// What a backup holds.
pub struct Backup {
    /// The sealed register.
    pub register: Vec<u8>,
    /// The key file.
    pub key_file: Vec<u8>,
    /// Files kept with customers, by what they are called sealed. They stay in the archive until they
    /// are copied.
    attachments: Vec<String>,
    archive: PathBuf,
}

impl Backup {
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
            archive: path.to_owned(),
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
        if self.attachments.is_empty() {
            return Ok(());
        }
        let mut archive = open(&self.archive).map_err(|error| failed(&error))?;
        // All of them are read before one is written.
        for name in &self.attachments {
            give(&mut archive, name, &mut io::sink())?;
        }
        disk::make_own_folder(files, &folder.path().join(ATTACHMENTS)).map_err(saving)?;
        let mut put: Vec<PathBuf> = Vec::new();
        let result = self.attachments.iter().try_for_each(|name| {
            let path = folder.path().join(entry_of(name));
            let found = write_part(&mut archive, files, name, &path)?;
            match hash(files, &path) {
                Ok(there) if there == found => {
                    disk::discard(files, &disk::part_of(&path));
                    return Ok(());
                }
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                _ => move_aside(files, &path).map_err(saving)?,
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
}

/// Gives an attachment as it is sealed; answers its SHA-256 (hex).
fn give(archive: &mut ZipArchive<File>, name: &str, to: &mut dyn Write) -> Result<String> {
    let entry = archive.by_name(&entry_of(name)).map_err(into_io);
    entry
        .and_then(|mut entry| pour(&mut entry, to))
        .map_err(|error| failed(&error))
}

/// Writes an attachment beside where it belongs, synced and read back; answers its SHA-256 (hex).
fn write_part(
    archive: &mut ZipArchive<File>,
    files: &dyn FileSystem,
    name: &str,
    path: &Path,
) -> Result<String> {
    let part = disk::part_of(path);
    disk::discard(files, &part);
    let mut file = files.create(&part).map_err(saving)?;
    let given = give(archive, name, &mut *file)?;
    file.sync().map_err(saving)?;
    drop(file);
    if hash(files, &part).map_err(saving)? == given {
        Ok(given)
    } else {
        Err(saving(ErrorKind::InvalidData.into()))
    }
}

pub(super) fn key_file() -> String {
    format!("{KEYS}/{OWNER}")
}

/// What an attachment is called in an archive, as in the register's folder.
pub(super) fn entry_of(name: &str) -> String {
    format!("{ATTACHMENTS}/{name}.age")
}

fn attachment_of(entry: &str) -> Option<&str> {
    name_of(entry.strip_prefix(ATTACHMENTS)?.strip_prefix('/')?)
}

pub(super) fn open(path: &Path) -> io::Result<ZipArchive<File>> {
    ZipArchive::new(system::open(path)?).map_err(into_io)
}

/// The bytes of an entry. Its check sum is compared at its end.
pub(super) fn entry(archive: &mut ZipArchive<File>, name: &str, max: u64) -> io::Result<Vec<u8>> {
    let entry = archive.by_name(name).map_err(into_io)?;
    let mut bytes = Vec::new();
    entry.take(max + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > max {
        return Err(ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// An archive that lacks an entry is no backup.
pub(super) fn into_io(error: ZipError) -> io::Error {
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

#[allow(clippy::needless_pass_by_value)] // As `map_err` hands it.
fn saving(error: io::Error) -> Error {
    Error::SaveFailed(disk::reason(&error))
}
