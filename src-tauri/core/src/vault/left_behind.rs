//! What a backup leaves in the folder that she picked when the program ends before it is done.

use std::path::Path;
use std::time::{Duration, SystemTime};

use super::disk::{self, PART};
use super::system::{FileSystem, System};

/// The start of what every backup is called.
const NAME: &str = "kundbok-";
/// What follows it: day and time, each `0` a digit.
const STEM: &[u8] = b"0000-00-00-0000";
/// Hex digits that tell one backup in the making from another.
const DIGITS: usize = 16;
/// Another program may be at work on one that is younger.
const AGE: Duration = Duration::from_hours(24);

/// Removes backups that were begun a day ago or earlier, and names that were taken for them then. What
/// Kundbok does not call so, or holds anything under the name of a whole one, is not its to remove.
pub(super) fn remove_in(folder: &Path, now: SystemTime) {
    for file in System.list(folder).unwrap_or_default() {
        let Some(kind) = file.to_str().and_then(Kind::of) else {
            continue;
        };
        let path = folder.join(&file);
        let is_left = System.stamp(&path).is_ok_and(|stamp| {
            let age = now.duration_since(stamp.modified);
            stamp.regular
                && (kind == Kind::Part || stamp.length == 0)
                && age.is_ok_and(|age| age > AGE)
        });
        if is_left {
            disk::discard(&System, &path);
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Part,
    Whole,
}

impl Kind {
    /// Of a file with this name: `kundbok-<day>-<time> <16 hex digits>.part`,
    /// `kundbok-<day>-<time>.zip` or `kundbok-<day>-<time> <number>.zip`.
    fn of(file: &str) -> Option<Self> {
        let (stem, rest) = file.strip_prefix(NAME)?.split_at_checked(STEM.len())?;
        let is_like = |(digit, like): (u8, &u8)| match like {
            b'0' => digit.is_ascii_digit(),
            _ => digit == *like,
        };
        if !stem.bytes().zip(STEM).all(is_like) {
            return None;
        }
        if let Some(hex) = rest.strip_suffix(PART) {
            let hex = hex.strip_prefix(' ')?;
            let is_hex = |digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
            return (hex.len() == DIGITS && hex.bytes().all(is_hex)).then_some(Self::Part);
        }
        let number = rest.strip_suffix(".zip")?;
        let is_one = number.is_empty()
            || number
                .strip_prefix(' ')
                .is_some_and(|number| number.parse::<u32>().is_ok_and(|number| number > 1));
        is_one.then_some(Self::Whole)
    }
}
