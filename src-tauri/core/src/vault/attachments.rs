//! The files kept with customers: `attachments/<sealed name>.age` in the register folder and, for
//! earlier states and for what a sync client loses, the same in this computer's own folder. Each is
//! sealed to a key of its own that stands in its row, so whoever opens an image opens what it owns,
//! and what no image owns is unreadable. Written once, never changed.

use std::collections::BTreeSet;
use std::io::{self, BufWriter, Cursor, ErrorKind, Read, Write};
use std::mem;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use age::secrecy::SecretString;
use age::x25519::Identity;
use age::{Decryptor, Encryptor};

use super::disk;
use super::export::export_with;
use super::folder::RegisterFolder;
use super::keys::HEADER_MAX;
use super::lease::Lease;
use super::local::LocalFolder;
use super::system::FileSystem;
use crate::error::Rule;
use crate::hash::Hasher;
use crate::{Error, Result};

pub(super) const ATTACHMENTS: &str = "attachments";
/// What is moved at a time (bytes): no file is ever in memory whole.
pub(super) const CHUNK: usize = 64 << 10;

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

/// Both places of a register's attachments, for as long as it is open.
#[derive(Clone)]
pub struct AttachmentFolders {
    pub(super) files: Arc<dyn FileSystem>,
    pub(super) shared: PathBuf,
    pub(super) local: PathBuf,
    /// Those that were read from another place, as the register folder has them damaged or not at all.
    strayed: Arc<Mutex<BTreeSet<String>>>,
    /// Sealed names of files of which a copy is being made, once for each.
    pub(super) copying: Arc<Mutex<Vec<String>>>,
    /// Held by who writes a backup.
    pub(super) backing_up: Arc<Mutex<()>>,
    lease: Lease,
}

impl AttachmentFolders {
    /// Those of a register.
    pub fn of(folder: &RegisterFolder, local: &LocalFolder) -> Self {
        Self {
            files: Arc::clone(&folder.files),
            shared: folder.path().join(ATTACHMENTS),
            local: local.attachments(),
            strayed: Arc::default(),
            copying: Arc::default(),
            backing_up: Arc::default(),
            lease: Lease::default(),
        }
    }

    /// What ends when the register is closed.
    pub const fn lease(&self) -> &Lease {
        &self.lease
    }

    /// Seals what `source` gives, at most `max` bytes, into both places. When this returns, both are
    /// on disk and were read back.
    ///
    /// # Errors
    /// [`Error::FileFailed`] when the source cannot be read, is empty or too large;
    /// [`Error::SaveFailed`]; [`Error::Locked`]. Nothing is left behind.
    pub(super) fn seal(&self, name: &str, source: &mut dyn Read, max: u64) -> Result<Sealed> {
        let sealed = self.write(name, source, max);
        self.lease
            .expect_open()
            .and(sealed)
            .inspect_err(|_| self.discard(name))
    }

    fn write(&self, name: &str, source: &mut dyn Read, max: u64) -> Result<Sealed> {
        for folder in [&self.local, &self.shared] {
            disk::make_own_folder(&*self.files, folder).map_err(saving)?;
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
            self.lease.expect_open()?;
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

    /// Gives what was sealed, from whichever place has it whole. Nothing but `to` is written. What the
    /// register folder lost is put back when the register next [looks around].
    ///
    /// # Errors
    /// [`Error::AttachmentLost`] when neither place has it whole, and then nothing was written;
    /// [`Error::FileFailed`] when `to` fails; [`Error::Locked`].
    ///
    /// [looks around]: crate::register::Register::look_around
    pub fn read(&self, sealed: &Sealed, to: &mut dyn Write) -> Result<()> {
        let path = self.whole(sealed)?;
        let mut reader = self
            .open(&path, sealed)
            .map_err(|_| Error::AttachmentLost)?;
        let mut chunk = vec![0; CHUNK];
        loop {
            self.lease.expect_open()?;
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

    /// Writes a copy that anyone can read where she chose.
    ///
    /// # Errors
    /// As [`Self::read`]. What was there before is as it was.
    pub fn export(&self, sealed: &Sealed, path: &Path) -> Result<()> {
        export_with(path, |to| self.read(sealed, to))
    }

    /// Where a file is whole. That the register folder lost it is noted.
    ///
    /// # Errors
    /// [`Error::AttachmentLost`] when it is whole nowhere on this computer; [`Error::Locked`].
    pub(super) fn whole(&self, sealed: &Sealed) -> Result<PathBuf> {
        let found = self.find(sealed);
        self.lease.expect_open()?;
        let path = found.ok_or(Error::AttachmentLost)?;
        if path != file_in(&self.shared, &sealed.name) {
            self.strayed().insert(sealed.name.clone());
        }
        Ok(path)
    }

    fn strayed(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.strayed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Names that were [noted](Self::whole) since this was last asked.
    pub(crate) fn take_strayed(&self) -> BTreeSet<String> {
        mem::take(&mut *self.strayed())
    }

    fn find(&self, sealed: &Sealed) -> Option<PathBuf> {
        let name = Some(&sealed.name).filter(|name| is_name(name))?;
        std::iter::once(file_in(&self.shared, name))
            .chain(self.elsewhere(name))
            .find(|path| self.verify(path, sealed).is_ok())
    }

    /// Whether a file opens with its key and holds what was sealed.
    pub(super) fn verify(&self, path: &Path, sealed: &Sealed) -> io::Result<()> {
        if !self.files.stamp(path)?.regular {
            return Err(ErrorKind::InvalidInput.into());
        }
        let mut opened = self.open(path, sealed)?;
        let hash = pour(&mut self.lease.limit(&mut opened), &mut io::sink())?;
        if hash == sealed.hash {
            Ok(())
        } else {
            Err(ErrorKind::InvalidData.into())
        }
    }

    fn open(&self, path: &Path, sealed: &Sealed) -> io::Result<impl Read + use<>> {
        unseal(self.files.open(path)?, sealed)
    }

    /// The sealed files in the register folder.
    pub(super) fn shared_names(&self) -> BTreeSet<String> {
        names_in(&*self.files, &self.shared)
    }

    /// The sealed files that this computer keeps.
    pub(super) fn local_names(&self) -> BTreeSet<String> {
        names_in(&*self.files, &self.local)
    }

    /// Removes a file from the register folder, and nothing that was set aside. What cannot be removed
    /// is tried again when the register is next opened.
    pub(super) fn remove_shared(&self, name: &str) {
        self.discard_unfinished(&self.shared, |unfinished| unfinished == name);
        disk::discard(&*self.files, &file_in(&self.shared, name));
    }

    /// Removes this computer's own copies; whether they are gone.
    pub(super) fn remove_local(&self, name: &str) -> bool {
        let path = file_in(&self.local, name);
        self.discard_unfinished(&self.local, |unfinished| unfinished == name);
        disk::discard(&*self.files, &path);
        for aside in self.aside(&self.local, name) {
            disk::discard(&*self.files, &aside);
        }
        let stamp = self.files.stamp(&path);
        stamp.is_err_and(|error| error.kind() == ErrorKind::NotFound)
            && self.aside(&self.local, name).is_empty()
    }

    /// Removes what came of a file that nobody owns yet.
    pub(super) fn discard(&self, name: &str) {
        self.remove_shared(name);
        self.remove_local(name);
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

/// What a sealed file holds. That it is what was sealed is for its digest to tell.
pub(super) fn unseal<R: Read>(mut file: R, sealed: &Sealed) -> io::Result<impl Read + use<R>> {
    use age::secrecy::ExposeSecret;
    let unreadable = || io::Error::from(ErrorKind::InvalidData);
    let identity = Identity::from_str(sealed.identity.expose_secret()).map_err(|_| unreadable())?;
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

/// Whether a name is one that Kundbok gives. An image made by hand may hold another, which must lead
/// nowhere.
pub(super) fn is_name(name: &str) -> bool {
    name.len() == 32
        && name
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
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

pub(super) fn file_in(folder: &Path, name: &str) -> PathBuf {
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
