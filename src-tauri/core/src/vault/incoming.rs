//! A file on its way into the register.

use std::io::Read;
use std::sync::Arc;

use super::attachments::{AttachmentFolders, Sealed};
use super::lease::Lease;
use crate::Result;

/// A file on its way into the register: noted, and owned by no row yet. It is sealed while the register
/// may be used for other things. Dropped before it is [taken in](super::Vault::take_in), it is removed
/// again.
pub struct Incoming {
    folders: AttachmentFolders,
    name: String,
    is_handed_over: bool,
    _mark: Arc<()>,
}

impl Incoming {
    pub(super) fn new(folders: AttachmentFolders, name: String, mark: Arc<()>) -> Self {
        Self {
            folders,
            name,
            is_handed_over: false,
            _mark: mark,
        }
    }

    /// Seals what `source` gives, at most `max` bytes. When this returns, it is on disk in both places
    /// and was read back.
    ///
    /// # Errors
    /// [`Error::FileFailed`](crate::Error::FileFailed) when the source cannot be read, is empty or too
    /// large; [`Error::SaveFailed`](crate::Error::SaveFailed);
    /// [`Error::Locked`](crate::Error::Locked). Nothing is left behind.
    pub fn seal(&self, source: &mut dyn Read, max: u64) -> Result<Sealed> {
        self.folders.seal(&self.name, source, max)
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) const fn lease(&self) -> &Lease {
        self.folders.lease()
    }

    pub(super) fn hand_over(mut self) {
        self.is_handed_over = true;
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        if !self.is_handed_over {
            self.folders.discard(&self.name);
        }
    }
}
