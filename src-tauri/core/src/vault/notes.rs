//! Notes of computers beside the register, each in a file of its own, so that a sync client never
//! has to choose between two: `in use <computer>.age`. They are sealed as the register is. Who may
//! write the folder can take a note away or put an old one back; a note decides no more than whether
//! a register is opened to be changed or to be read.

use std::io::Write;
use std::path::PathBuf;

use super::folder::RegisterFolder;
use super::system::Stamp;
use super::{Recipients, disk, seal};
use crate::{Error, Result};

const BEFORE: &str = "in use ";
const AFTER: &str = ".age";
/// Hex digits of a computer's number.
const DIGITS: usize = 16;
/// A note is a few hundred bytes. Of many recipients, age would try each: a few of them is enough.
const NOTE_MAX: u64 = 4 << 10;

/// The number of a computer that shares a register: random, and of this register alone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ComputerId(String);

impl ComputerId {
    pub(super) fn make() -> Self {
        Self(format!("{:016x}", rand::random::<u64>()))
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        let plain = text.len() == DIGITS && text.chars().all(|c| c.is_ascii_hexdigit());
        plain.then(|| Self(text.to_owned()))
    }

    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

impl RegisterFolder {
    /// The computers that have a note here, and what the system says of each. What a sync client
    /// copied under a name of its own is none.
    pub fn notes(&self) -> Vec<(ComputerId, Stamp)> {
        let names = self.files.list(self.path()).unwrap_or_default();
        names
            .iter()
            .filter_map(|name| {
                let number = name.to_str()?.strip_prefix(BEFORE)?.strip_suffix(AFTER)?;
                let id = ComputerId::read(number)?;
                let stamp = self.files.stamp(&self.note_of(&id)).ok()?;
                stamp.regular.then_some((id, stamp))
            })
            .collect()
    }

    /// A note as it is sealed, `None` when it is gone or longer than a note.
    pub fn read_note(&self, id: &ComputerId) -> Option<Vec<u8>> {
        disk::read(&*self.files, &self.note_of(id), NOTE_MAX).ok()
    }

    /// Writes a note. Its disk is not waited for: after a power cut it is out of date anyway.
    ///
    /// # Errors
    /// [`Error::FileFailed`] with the reason.
    pub fn write_note(&self, id: &ComputerId, plain: &[u8], to: &Recipients) -> Result<()> {
        let sealed = seal(plain, to)?;
        let path = self.note_of(id);
        let part = disk::part_of(&path);
        disk::discard(&*self.files, &part);
        self.files
            .create(&part)
            .and_then(|mut file| file.write_all(&sealed))
            .and_then(|()| self.files.rename(&part, &path))
            .map_err(|error| {
                disk::discard(&*self.files, &part);
                Error::FileFailed(disk::reason(&error))
            })
    }

    /// Takes a note away. One that stays is out of date in a few minutes.
    pub fn remove_note(&self, id: &ComputerId) {
        disk::discard(&*self.files, &self.note_of(id));
    }

    fn note_of(&self, id: &ComputerId) -> PathBuf {
        self.path().join(format!("{BEFORE}{}{AFTER}", id.text()))
    }
}
