//! Which sealed files on this computer no row owns, and which generations may still: what decides
//! when they go. Kept in `attachments/unowned.json` of this computer's own folder.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::disk;
use super::history::Generation;
use super::system::FileSystem;

const FILE_MAX: u64 = 4 << 20;

/// The generations on this computer that may own a file, by number: no other does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Span {
    pub(super) from: u32,
    pub(super) to: u32,
}

impl Span {
    fn holds(self, generations: &[Generation]) -> bool {
        let numbers = generations.iter().map(|generation| generation.number);
        numbers
            .into_iter()
            .any(|number| (self.from..=self.to).contains(&number))
    }
}

/// Files that this computer put there or took away, and that no row owns.
#[derive(Default)]
pub(super) struct Unowned {
    spans: BTreeMap<String, Span>,
    /// Those that are gone. They stay noted until an opening does not find them any more: what was
    /// removed before a power cut may be back after it.
    gone: BTreeSet<String>,
}

impl Unowned {
    /// As it was noted. A note that is lost only keeps files for longer.
    pub(super) fn read(files: &dyn FileSystem, folder: &Path) -> Self {
        disk::read(files, &file_in(folder), FILE_MAX)
            .ok()
            .and_then(|text| serde_json::from_slice(&text).ok())
            .map_or_else(Self::default, |spans| Self {
                spans,
                gone: BTreeSet::new(),
            })
    }

    pub(super) fn write(&self, files: &dyn FileSystem, folder: &Path) -> io::Result<()> {
        let text = serde_json::to_vec(&self.spans).map_err(io::Error::other)?;
        files.make_folder(folder)?;
        disk::write(files, &file_in(folder), &text)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.spans.contains_key(name)
    }

    pub(super) fn has_span(&self, name: &str, span: Span) -> bool {
        self.spans.get(name) == Some(&span)
    }

    /// Those that may still be there.
    pub(super) fn names(&self) -> Vec<String> {
        let names = self.spans.keys();
        names
            .filter(|name| !self.gone.contains(*name))
            .cloned()
            .collect()
    }

    pub(super) fn note(&mut self, name: &str, span: Span) {
        self.spans.insert(name.to_owned(), span);
        self.gone.remove(name);
    }

    /// It was removed from both places.
    pub(super) fn note_gone(&mut self, name: String) {
        self.gone.insert(name);
    }

    /// A generation of another computer that was never open here may own any of them.
    pub(super) fn reach_to(&mut self, number: u32) {
        for span in self.spans.values_mut() {
            span.to = span.to.max(number);
        }
    }

    pub(super) fn forget(&mut self, name: &str) -> bool {
        self.spans.remove(name).is_some()
    }

    /// Whether a kept generation may own it. Of a file that was never noted, any may.
    pub(super) fn may_be_owned(&self, name: &str, generations: &[Generation]) -> bool {
        let span = self.spans.get(name);
        span.is_none_or(|span| span.holds(generations))
    }
}

fn file_in(folder: &Path) -> PathBuf {
    folder.join("unowned.json")
}
