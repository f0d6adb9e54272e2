//! What a power cut leaves.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::Disk;

const BLOCK: usize = 512;

/// What is left of a file that was not synced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Torn {
    /// All of it, by luck.
    Whole,
    /// Its name and length 0.
    Empty,
    /// The first half.
    Half,
    /// All of it, with the first block of 512 bytes never written.
    FirstBlock,
    /// The same of a block in the middle.
    MiddleBlock,
    /// The same of the last block.
    LastBlock,
}

impl Torn {
    /// Every one of them.
    pub const ALL: [Self; 6] = [
        Self::Whole,
        Self::Empty,
        Self::Half,
        Self::FirstBlock,
        Self::MiddleBlock,
        Self::LastBlock,
    ];

    fn of(self, bytes: &[u8]) -> Vec<u8> {
        let mut left = bytes.to_vec();
        let blocks = left.len().div_ceil(BLOCK).max(1);
        let block = match self {
            Self::Whole => return left,
            Self::Empty => return Vec::new(),
            Self::Half => {
                left.truncate(bytes.len() / 2);
                return left;
            }
            Self::FirstBlock => 0,
            Self::MiddleBlock => blocks / 2,
            Self::LastBlock => blocks - 1,
        };
        let end = left.len().min((block + 1) * BLOCK);
        left[block * BLOCK..end].fill(0);
        left
    }
}

impl Disk {
    /// How many changes of names were not synced.
    pub fn unsynced_names(&self) -> usize {
        self.state().pending.len()
    }

    /// The files that were not synced.
    pub fn unsynced_files(&self) -> Vec<usize> {
        let state = self.state();
        let files = state.files.iter().enumerate();
        files
            .filter(|(_, file)| file.seen != file.durable)
            .map(|(number, _)| number)
            .collect()
    }

    /// The disk after a power cut: of the changes of names that were not synced, those that `kept`
    /// says are there, and of a file that was not synced, what `torn` says.
    #[must_use]
    pub fn cut(&self, kept: impl Fn(usize) -> bool, torn: impl Fn(usize) -> Torn) -> Self {
        let other = self.copy();
        let mut state = other.state();
        let mut names = state.durable_names.clone();
        for (number, renaming) in state.pending.iter().enumerate() {
            if kept(number) {
                renaming.apply(&mut names);
            }
        }
        state.pending.clear();
        state.durable_names.clone_from(&names);
        state.names = names;
        for (number, file) in state.files.iter_mut().enumerate() {
            if file.seen != file.durable {
                file.seen = Arc::new(torn(number).of(&file.seen));
                file.durable = Arc::clone(&file.seen);
            }
        }
        drop(state);
        other
    }

    /// The worst that a power cut may do now.
    #[must_use]
    pub fn cut_at_worst(&self) -> Self {
        self.cut(|_| false, |_| Torn::Empty)
    }

    /// A number that is another one when a name or a byte is.
    pub fn digest(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.files().hash(&mut hasher);
        hasher.finish()
    }
}
