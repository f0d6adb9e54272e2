//! What this computer keeps of a register beside its folder: `<local folder>/<register id>/`. Never
//! synced.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use super::attachments::ATTACHMENTS;
use super::disk;
use super::file_keys::{FileKeys, OneFile};
use super::folder::{Head, KEY_FILE_MAX, RegisterFolder};
use super::history::{self, Generation};
use super::keys::{self, OpeningKey, Recipients};
use super::notes::ComputerId;
use super::system::FileSystem;
use crate::{Error, Result};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

const HEAD_MAX: u64 = 4 << 10;
const COMPUTER_MAX: u64 = 64;
/// Of each generation a line.
const REPLACED_MAX: u64 = 1 << 20;
const QUESTION: &str = "question.json";
const COPIES: &str = "copies.json";
const COPIES_MAX: u64 = 1 << 20;

/// What copies beside the register hold, by their [mark](RegisterFolder::mark_of_copy); `None` for
/// another register, and for what is none.
pub type KnownCopies = BTreeMap<String, Option<Head>>;

/// What she was asked when the register was opened, about another state of it on this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Which question.
    pub kind: String,
    /// When the register that was found was saved (RFC 3339).
    pub saved_at: String,
    /// The number of the other state.
    pub number: u32,
    /// The digest in its name.
    pub digest: String,
}

impl Question {
    /// Whether it is about the generation with this number and digest.
    pub fn is_about(&self, number: u32, digest: &str) -> bool {
        self.number == number && self.digest == digest
    }
}

/// This computer's own folder for one register.
#[derive(Clone)]
pub struct LocalFolder {
    path: PathBuf,
    files: Arc<dyn FileSystem>,
    sealed_to: Arc<Mutex<Option<Recipients>>>,
}

impl LocalFolder {
    /// The folder of the register `register_id` in `local_folder`.
    pub fn of(folder: &RegisterFolder, local_folder: &Path, register_id: &str) -> Self {
        Self {
            path: local_folder.join(register_id),
            files: Arc::clone(&folder.files),
            sealed_to: Arc::default(),
        }
    }

    /// Those of every register that this computer has opened.
    pub fn all(folder: &RegisterFolder, local_folder: &Path) -> Vec<Self> {
        let mut names = folder.files.list(local_folder).unwrap_or_default();
        names.sort();
        names
            .iter()
            .filter_map(|name| name.to_str())
            .filter(|name| name.len() == 32 && name.chars().all(|c| c.is_ascii_hexdigit()))
            .map(|name| Self::of(folder, local_folder, name))
            .collect()
    }

    /// What this computer last read or saved, `None` when it never was noted or a crash left nothing
    /// of it.
    pub fn head(&self) -> Option<Head> {
        disk::read(&*self.files, &self.path.join("head.json"), HEAD_MAX)
            .ok()
            .and_then(|text| serde_json::from_slice(&text).ok())
    }

    /// Notes the head. It is a hint, so its disk is not waited for: what a power cut leaves of it is
    /// either of the two heads or nothing.
    pub(super) fn note(&self, head: &Head) -> std::io::Result<()> {
        let path = self.path.join("head.json");
        let text = serde_json::to_vec(head).map_err(std::io::Error::other)?;
        let part = disk::part_of(&path);
        disk::discard(&*self.files, &part);
        self.files.create(&part)?.write_all(&text)?;
        self.files.rename(&part, &path)
    }

    /// Earlier generations, the newest first.
    pub fn generations(&self) -> Vec<Generation> {
        history::list(&*self.files, &self.history())
    }

    /// The same, for those to whom one that cannot be looked at now is not as good as none.
    ///
    /// # Errors
    /// [`Error::FileFailed`].
    pub fn all_generations(&self) -> Result<Vec<Generation>> {
        history::list_all(&*self.files, &self.history())
            .map_err(|error| Error::FileFailed(disk::reason(&error)))
    }

    /// The sealed bytes of a generation.
    ///
    /// # Errors
    /// [`Error::FileFailed`].
    pub fn read_generation(&self, generation: &Generation) -> Result<Vec<u8>> {
        history::read(&*self.files, &self.history(), generation)
            .map_err(|error| Error::FileFailed(disk::reason(&error)))
    }

    /// The image of a generation: opened with the key, or with what is [kept](Self::keep_file_keys)
    /// while keys are being replaced.
    ///
    /// # Errors
    /// [`Error::FileFailed`]; those of [`open`](super::open).
    pub fn open_generation(
        &self,
        generation: &Generation,
        key: &dyn OpeningKey,
    ) -> Result<Zeroizing<Vec<u8>>> {
        let sealed = self.read_generation(generation)?;
        keys::open(&sealed, key).or_else(|error| {
            let kept = self.file_keys(key)?.take(&generation.name());
            // One that is out of date says nothing of the file.
            kept.and_then(|kept| keys::open(&sealed, &kept).ok())
                .ok_or(error)
        })
    }

    /// Keeps what opens the generations that `key` opens, before keys are replaced: sealed to all of
    /// these recipients, those of before and those to come, until it is [dropped](Self::drop_file_keys).
    ///
    /// # Errors
    /// [`Error::SaveFailed`]; [`Error::FileFailed`] when a generation cannot be read, or it
    /// cannot be told which there are: keys must not be replaced then.
    pub fn keep_file_keys(&self, key: &dyn OpeningKey, to: &[&Recipients]) -> Result<()> {
        let mut before = self.file_keys(key)?;
        let mut keys = FileKeys::default();
        for generation in self.all_generations()? {
            let name = generation.name();
            let header = match history::read_header(&*self.files, &self.history(), &generation) {
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                // It may be readable in a moment, and its key must not be missed for that.
                found => found.map_err(|error| Error::FileFailed(disk::reason(&error)))?,
            };
            let kept = || {
                let kept = before.take(&name)?;
                keys::expect_opens(&header, &kept).ok().map(|()| kept)
            };
            let found = OneFile::find(&header, key).ok().or_else(kept);
            // One that nothing opens is damaged, or was never this register's.
            if let Some(found) = found {
                keys.insert(name, found);
            }
        }
        disk::replace_on(&*self.files, &self.replaced(), &keys.seal(to)?)
    }

    /// Whether there is something kept by [`Self::keep_file_keys`] that this key opens.
    pub fn keeps_file_keys(&self, key: &dyn OpeningKey) -> bool {
        let kept = self.read_file_keys().ok().flatten();
        kept.is_some_and(|sealed| FileKeys::open(&sealed, key).is_ok())
    }

    /// Every generation that can be is sealed to today's keys. What cannot be removed is harmless, and
    /// removed the next time.
    pub fn drop_file_keys(&self) {
        disk::discard(&*self.files, &self.replaced());
    }

    /// None when they are not there, or another key's.
    fn file_keys(&self, key: &dyn OpeningKey) -> Result<FileKeys> {
        let kept = self.read_file_keys()?;
        Ok(kept
            .and_then(|sealed| FileKeys::open(&sealed, key).ok())
            .unwrap_or_default())
    }

    fn read_file_keys(&self) -> Result<Option<Vec<u8>>> {
        match disk::read(&*self.files, &self.replaced(), REPLACED_MAX) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            found => found
                .map(Some)
                .map_err(|error| Error::FileFailed(disk::reason(&error))),
        }
    }

    /// To whom generations are being sealed anew. Held for one of them at a time.
    pub fn sealed_to(&self) -> MutexGuard<'_, Option<Recipients>> {
        // A generation is replaced whole or not at all, whoever panicked.
        self.sealed_to
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes a generation anew: the same image, sealed to other keys. Its time stays.
    ///
    /// # Errors
    /// [`Error::SaveFailed`]: it is as it was.
    pub fn reseal_generation(&self, generation: &Generation, sealed: &[u8]) -> Result<()> {
        history::reseal(&*self.files, &self.history(), generation, sealed)
            .map_err(|error| Error::SaveFailed(disk::reason(&error)))
    }

    /// A copy of the key file, so that losing the one in the register folder is not losing the
    /// history too.
    pub fn read_key_file(&self) -> Option<Vec<u8>> {
        disk::read(&*self.files, &self.key_file(), KEY_FILE_MAX).ok()
    }

    /// Keeps a copy of the key file, unless it is kept already.
    ///
    /// # Errors
    /// [`Error::SaveFailed`].
    pub fn keep_key_file(&self, bytes: &[u8]) -> Result<()> {
        if self.read_key_file().as_deref() == Some(bytes) {
            return Ok(());
        }
        disk::replace_on(&*self.files, &self.key_file(), bytes)
    }

    /// Keeps a copy of a key file that comes from a backup. The one before may be the only one that
    /// opens the history: it stays as `owner <digest>.age`.
    ///
    /// # Errors
    /// [`Error::SaveFailed`].
    pub fn replace_key_file(&self, bytes: &[u8]) -> Result<()> {
        if let Some(before) = self.read_key_file()
            && before != bytes
        {
            let path = self.path.join(super::folder::kept_key_file(&before));
            disk::replace_on(&*self.files, &path, &before)?;
        }
        self.keep_key_file(bytes)
    }

    /// Copies beside the register that were looked at.
    pub fn known_copies(&self) -> KnownCopies {
        disk::read(&*self.files, &self.path.join(COPIES), COPIES_MAX)
            .ok()
            .and_then(|text| serde_json::from_slice(&text).ok())
            .unwrap_or_default()
    }

    /// Notes them. Without the note they are only looked at once more.
    pub fn note_known_copies(&self, copies: &KnownCopies) {
        if let Ok(text) = serde_json::to_vec(copies) {
            let _ = disk::write(&*self.files, &self.path.join(COPIES), &text);
        }
    }

    /// This computer's number, if it has one.
    pub fn known_computer(&self) -> Option<ComputerId> {
        let kept = disk::read(&*self.files, &self.computer_file(), COMPUTER_MAX).ok()?;
        ComputerId::read(std::str::from_utf8(&kept).ok()?)
    }

    /// This computer's number, made at its first use.
    ///
    /// # Errors
    /// [`Error::SaveFailed`] when it cannot be kept: it would be another one the next time.
    pub fn computer(&self) -> Result<ComputerId> {
        if let Some(id) = self.known_computer() {
            return Ok(id);
        }
        let id = ComputerId::make();
        disk::replace_on(&*self.files, &self.computer_file(), id.text().as_bytes())?;
        Ok(id)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What she was asked and has not answered.
    pub fn question(&self) -> Option<Question> {
        let text = disk::read(&*self.files, &self.path.join(QUESTION), HEAD_MAX).ok()?;
        serde_json::from_slice(&text).ok()
    }

    /// Keeps a question until it is answered. Without it the next save may be the end of it; nothing is
    /// lost by that.
    pub fn ask(&self, question: &Question) {
        if self.question().as_ref() != Some(question)
            && let Ok(text) = serde_json::to_vec(question)
        {
            let _ = disk::write(&*self.files, &self.path.join(QUESTION), &text);
        }
    }

    /// She has decided.
    pub fn answered(&self) {
        disk::discard(&*self.files, &self.path.join(QUESTION));
    }

    pub(super) fn prune(&self, now: SystemTime) {
        // Not what is being written: the next save finds what has become too many.
        if let Ok(_turn) = self.sealed_to.try_lock() {
            // What she is asked about stays until she has decided.
            let asked = self.question();
            history::prune(&*self.files, &self.history(), now, |generation| {
                let asked = asked.as_ref();
                asked.is_some_and(|asked| asked.is_about(generation.number, &generation.digest))
            });
        }
    }

    pub(super) fn history(&self) -> PathBuf {
        self.path.join("history")
    }

    pub(super) fn attachments(&self) -> PathBuf {
        self.path.join(ATTACHMENTS)
    }

    pub(super) fn lock_file(&self) -> PathBuf {
        self.path.join("lock")
    }

    pub(super) fn make(&self) -> std::io::Result<()> {
        self.files.make_folder(&self.path)
    }

    fn computer_file(&self) -> PathBuf {
        self.path.join("computer")
    }

    fn replaced(&self) -> PathBuf {
        self.path.join("replaced.age")
    }

    fn key_file(&self) -> PathBuf {
        self.path.join("owner.age")
    }
}
