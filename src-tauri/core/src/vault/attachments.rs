//! The files kept with customers: `attachments/<sealed name>.age` in the register folder and, for
//! earlier states and for what a sync client loses, the same in this computer's own folder. Each is
//! sealed to a key of its own that stands in its row, so whoever opens an image opens what it owns,
//! and what no image owns is unreadable. Written once, never changed.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufWriter, Cursor, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

use age::secrecy::SecretString;
use age::x25519::Identity;
use age::{Decryptor, Encryptor};

use super::disk;
use super::folder::RegisterFolder;
use super::keys::HEADER_MAX;
use super::local::LocalFolder;
use super::system::FileSystem;
use crate::error::Rule;
use crate::hash::Hasher;
use crate::{Error, Result};

pub(super) const ATTACHMENTS: &str = "attachments";
/// Where files go that nobody owned and that she wanted out of the way.
const ASIDE: &str = "set aside";
/// What is moved at a time (bytes): no file is ever in memory whole.
const CHUNK: usize = 64 << 10;

/// What opens a sealed file and proves it, as its row has it.
#[derive(Clone)]
pub struct Sealed {
    /// 32 hex digits, random.
    pub name: String,
    /// `AGE-SECRET-KEY-1...`: opens this file and no other.
    pub identity: SecretString,
    /// Bytes of what was sealed.
    pub bytes: u64,
    /// SHA-256 (hex) of what was sealed.
    pub hash: String,
}

/// Both places of a register's attachments.
#[derive(Clone)]
pub struct AttachmentFolders {
    files: Arc<dyn FileSystem>,
    shared: PathBuf,
    local: PathBuf,
}

impl AttachmentFolders {
    /// Those of a register.
    pub fn of(folder: &RegisterFolder, local: &LocalFolder) -> Self {
        Self {
            files: Arc::clone(&folder.files),
            shared: folder.path().join(ATTACHMENTS),
            local: local.attachments(),
        }
    }

    /// Seals what `source` gives, at most `max` bytes, into both places. When this returns, both are
    /// on disk and were read back.
    ///
    /// # Errors
    /// [`Error::FileFailed`] when the source cannot be read, is empty or too large;
    /// [`Error::SaveFailed`]. Nothing is left behind.
    pub fn seal(&self, name: &str, source: &mut dyn Read, max: u64) -> Result<Sealed> {
        self.write(name, source, max)
            .inspect_err(|_| self.discard(name))
    }

    fn write(&self, name: &str, source: &mut dyn Read, max: u64) -> Result<Sealed> {
        for folder in [&self.local, &self.shared] {
            self.files.make_folder(folder).map_err(saving)?;
        }
        let identity = Identity::generate();
        let (local, shared) = (file_in(&self.local, name), file_in(&self.shared, name));
        let (part, shared_part) = (disk::part_of(&local), disk::part_of(&shared));
        let (bytes, hash) = self.encrypt(&part, &identity, source, max)?;
        let sealed = Sealed {
            name: name.to_owned(),
            identity: identity.to_string(),
            bytes,
            hash,
        };
        self.verify(&part, &sealed).map_err(saving)?;
        self.copy(&part, &shared_part).map_err(saving)?;
        disk::put(&*self.files, &part, &local).map_err(saving)?;
        disk::put(&*self.files, &shared_part, &shared).map_err(saving)?;
        Ok(sealed)
    }

    fn encrypt(
        &self,
        part: &Path,
        identity: &Identity,
        source: &mut dyn Read,
        max: u64,
    ) -> Result<(u64, String)> {
        let recipient = identity.to_public();
        let file = self.files.create(part).map_err(saving)?;
        let mut writer = Encryptor::with_recipients(std::iter::once(&recipient as _))
            .map_err(|_| Error::Internal("sealing"))?
            .wrap_output(BufWriter::with_capacity(CHUNK, file))
            .map_err(saving)?;
        let (mut hasher, mut bytes) = (Hasher::default(), 0);
        let mut chunk = vec![0; CHUNK];
        loop {
            let read = match source.read(&mut chunk) {
                Ok(0) => break,
                Ok(read) => chunk.get(..read).unwrap_or_default(),
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(Error::FileFailed(disk::reason(&error))),
            };
            bytes += read.len() as u64;
            if bytes > max {
                return Err(Error::FileFailed(Rule::TooLarge));
            }
            hasher.update(read);
            writer.write_all(read).map_err(saving)?;
        }
        if bytes == 0 {
            return Err(Error::FileFailed(Rule::Empty));
        }
        let written = writer.finish().map_err(saving)?.into_inner();
        let mut file = written.map_err(|error| saving(error.into_error()))?;
        file.sync().map_err(saving)?;
        Ok((bytes, hasher.finish()))
    }

    /// Gives what was sealed, from whichever place has it whole. A file in the register folder that
    /// is lost or damaged is put back from this computer's own; the damaged one is set aside.
    ///
    /// # Errors
    /// [`Error::AttachmentLost`] when neither place has it whole, and then nothing was written;
    /// [`Error::FileFailed`] when `to` fails.
    pub fn read(&self, sealed: &Sealed, to: &mut dyn Write) -> Result<()> {
        let path = self.whole(sealed).ok_or(Error::AttachmentLost)?;
        let mut reader = self
            .open(&path, sealed)
            .map_err(|_| Error::AttachmentLost)?;
        let mut chunk = vec![0; CHUNK];
        loop {
            let read = match reader.read(&mut chunk) {
                Ok(0) => return Ok(()),
                Ok(read) => read,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(_) => return Err(Error::AttachmentLost),
            };
            to.write_all(chunk.get(..read).unwrap_or_default())
                .map_err(|error| Error::FileFailed(disk::reason(&error)))?;
        }
    }

    /// Sees that a file opens, and puts it back where the register folder lost it.
    ///
    /// # Errors
    /// [`Error::AttachmentLost`] when it is whole nowhere on this computer.
    pub fn mend(&self, sealed: &Sealed) -> Result<()> {
        self.whole(sealed).map(drop).ok_or(Error::AttachmentLost)
    }

    fn whole(&self, sealed: &Sealed) -> Option<PathBuf> {
        let name = Some(&sealed.name).filter(|name| is_name(name))?;
        let shared = file_in(&self.shared, name);
        if self.verify(&shared, sealed).is_ok() {
            return Some(shared);
        }
        let source = self
            .elsewhere(name)
            .into_iter()
            .find(|path| self.verify(path, sealed).is_ok())?;
        // It is readable from here however this ends.
        if self.files.stamp(&shared).is_ok() {
            let damaged = shared.with_extension("damaged");
            let _ = disk::put(&*self.files, &shared, &damaged);
        }
        let _ = self.put_copy(&source, &shared);
        Some(source)
    }

    /// Where a file may be that the register folder lost.
    fn elsewhere(&self, name: &str) -> [PathBuf; 2] {
        let aside = self.shared.join(ASIDE);
        [file_in(&self.local, name), file_in(&aside, name)]
    }

    /// Whether a file in the register folder looks as it should: whole files are at least as long as
    /// what is in them. The contents prove themselves when they are read.
    pub(super) fn is_there(&self, name: &str, bytes: u64) -> bool {
        self.looks_whole(&file_in(&self.shared, name), bytes)
    }

    fn looks_whole(&self, path: &Path, bytes: u64) -> bool {
        let stamp = self.files.stamp(path);
        stamp.is_ok_and(|stamp| stamp.regular && stamp.length > bytes)
    }

    /// Puts a file back into the register folder. False when nowhere on this computer has it.
    pub(super) fn put_back(&self, name: &str, bytes: u64) -> io::Result<bool> {
        let mut places = self.elsewhere(name).into_iter();
        match places.find(|path| self.looks_whole(path, bytes)) {
            Some(path) => self
                .put_copy(&path, &file_in(&self.shared, name))
                .map(|()| true),
            None => Ok(false),
        }
    }

    /// Keeps a file of the register folder on this computer, unless it is kept.
    pub(super) fn keep(&self, name: &str, bytes: u64) -> io::Result<()> {
        let local = file_in(&self.local, name);
        if self.looks_whole(&local, bytes) {
            return Ok(());
        }
        self.put_copy(&file_in(&self.shared, name), &local)
    }

    fn put_copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        let part = disk::part_of(to);
        disk::discard(&*self.files, &part);
        self.files.make_folder(to.parent().unwrap_or(to))?;
        self.copy(from, &part)
            .and_then(|()| disk::put(&*self.files, &part, to))
            .inspect_err(|_| disk::discard(&*self.files, &part))
    }

    /// Copies a sealed file as it is, synced, read back and compared.
    fn copy(&self, from: &Path, part: &Path) -> io::Result<()> {
        if !self.files.stamp(from)?.regular {
            return Err(ErrorKind::InvalidInput.into());
        }
        let mut copy = self.files.create(part)?;
        let hash = pour(&mut *self.files.open(from)?, &mut *copy)?;
        copy.sync()?;
        drop(copy);
        if pour(&mut *self.files.open(part)?, &mut io::sink())? == hash {
            Ok(())
        } else {
            Err(ErrorKind::InvalidData.into())
        }
    }

    /// Whether a file opens with its key and holds what was sealed.
    fn verify(&self, path: &Path, sealed: &Sealed) -> io::Result<()> {
        if !self.files.stamp(path)?.regular {
            return Err(ErrorKind::InvalidInput.into());
        }
        let hash = pour(&mut self.open(path, sealed)?, &mut io::sink())?;
        if hash == sealed.hash {
            Ok(())
        } else {
            Err(ErrorKind::InvalidData.into())
        }
    }

    fn open(&self, path: &Path, sealed: &Sealed) -> io::Result<impl Read + use<>> {
        use age::secrecy::ExposeSecret;
        let unreadable = || io::Error::from(ErrorKind::InvalidData);
        let identity =
            Identity::from_str(sealed.identity.expose_secret()).map_err(|_| unreadable())?;
        let mut file = self.files.open(path)?;
        // As for a register: a header of ten thousand lines would stall the computer.
        let mut begins = Vec::with_capacity(HEADER_MAX);
        file.by_ref()
            .take(HEADER_MAX as u64)
            .read_to_end(&mut begins)?;
        if !super::keys::has_header(&begins) {
            return Err(unreadable());
        }
        Decryptor::new(Cursor::new(begins).chain(file))
            .and_then(|decryptor| decryptor.decrypt(std::iter::once(&identity as _)))
            .map_err(|_| unreadable())
    }

    /// The sealed files in the register folder.
    pub(super) fn shared_names(&self) -> BTreeSet<String> {
        names_in(&*self.files, &self.shared)
    }

    /// The sealed files that this computer keeps.
    pub(super) fn local_names(&self) -> BTreeSet<String> {
        names_in(&*self.files, &self.local)
    }

    /// Removes a file from the register folder. What cannot be removed is tried again when the
    /// register is next opened.
    pub(super) fn remove_shared(&self, name: &str) {
        let path = file_in(&self.shared, name);
        disk::discard(&*self.files, &disk::part_of(&path));
        disk::discard(&*self.files, &path);
        disk::discard(&*self.files, &path.with_extension("damaged"));
        disk::discard(&*self.files, &file_in(&self.shared.join(ASIDE), name));
    }

    /// Removes this computer's own copy; whether it is gone.
    pub(super) fn remove_local(&self, name: &str) -> bool {
        let path = file_in(&self.local, name);
        disk::discard(&*self.files, &disk::part_of(&path));
        disk::discard(&*self.files, &path);
        let stamp = self.files.stamp(&path);
        stamp.is_err_and(|error| error.kind() == ErrorKind::NotFound)
    }

    fn discard(&self, name: &str) {
        self.remove_shared(name);
        self.remove_local(name);
    }

    /// Moves files that nobody owns out of the way. They are found there when somebody does.
    pub(super) fn set_aside(&self, names: &BTreeSet<String>) -> io::Result<()> {
        names
            .iter()
            .try_for_each(|name| move_aside(&*self.files, &file_in(&self.shared, name)))
    }

    /// A name that no file has.
    pub(super) fn make_name() -> String {
        format!("{:032x}", rand::random::<u128>())
    }

    pub(super) fn files(&self) -> &dyn FileSystem {
        &*self.files
    }

    pub(super) fn local(&self) -> &Path {
        &self.local
    }
}

/// What an image owns: sealed names with the bytes that are in each.
pub type Owned = BTreeMap<String, u64>;

/// Whether a name is one that Kundbok gives. An image made by hand may hold another, which must lead
/// nowhere.
pub(super) fn is_name(name: &str) -> bool {
    name.len() == 32
        && name
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Moves a file that nobody owns, or that is not the one it should be, out of the way. It is found
/// there when somebody does.
pub(super) fn move_aside(files: &dyn FileSystem, path: &Path) -> io::Result<()> {
    let aside = path.parent().unwrap_or(path).join(ASIDE);
    files.make_folder(&aside)?;
    disk::put(
        files,
        path,
        &aside.join(path.file_name().unwrap_or_default()),
    )
}

/// The name of the file `name.age`, if it is one of Kundbok's.
pub(super) fn name_of(file: &str) -> Option<&str> {
    file.strip_suffix(".age").filter(|name| is_name(name))
}

pub(super) fn names_in(files: &dyn FileSystem, folder: &Path) -> BTreeSet<String> {
    let found = files.list(folder).unwrap_or_default();
    found
        .iter()
        .filter_map(|name| name_of(name.to_str()?).map(str::to_owned))
        .collect()
}

fn file_in(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.age"))
}

#[allow(clippy::needless_pass_by_value)] // As `map_err` hands it.
fn saving(error: io::Error) -> Error {
    Error::SaveFailed(disk::reason(&error))
}

/// Moves everything, and answers its SHA-256 (hex).
pub(super) fn pour(from: &mut dyn Read, to: &mut dyn Write) -> io::Result<String> {
    let mut hasher = Hasher::default();
    let mut chunk = vec![0; CHUNK];
    loop {
        let read = match from.read(&mut chunk) {
            Ok(0) => return Ok(hasher.finish()),
            Ok(read) => chunk.get(..read).unwrap_or_default(),
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        hasher.update(read);
        to.write_all(read)?;
    }
}
