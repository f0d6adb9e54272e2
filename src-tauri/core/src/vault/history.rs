//! Earlier generations of the register, on this computer only.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::disk;
use super::folder::{Head, REGISTER_MAX};
use super::keys::HEADER_MAX;
use super::system::FileSystem;

/// Generations that are always kept, however old.
const LATEST: usize = 20;

/// A header, and the nonce after it (bytes).
const HEADER_READ: u64 = HEADER_MAX as u64 + 16;

const HOUR: Duration = Duration::from_hours(1);
const DAY: Duration = Duration::from_hours(24);
const MONTH: Duration = Duration::from_hours(30 * 24);

/// How far back one is kept out of every how long, beside the latest.
const STEPS: [(Duration, Duration); 3] = [
    (DAY, HOUR),
    (MONTH, DAY),
    (Duration::from_hours(365 * 24), MONTH),
];

/// An earlier state of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generation {
    /// Its number: how many saves it took.
    pub number: u32,
    /// The first eight digits of its SHA-256 (hex).
    pub digest: String,
    /// When it was saved, by this computer's clock.
    pub saved_at: SystemTime,
    /// Bytes.
    pub size: u64,
}

impl Generation {
    pub(super) fn name(&self) -> String {
        format!("{}-{}.age", self.number, self.digest)
    }

    /// Whether it is the file with this head.
    pub fn is(&self, head: &Head) -> bool {
        self.number == head.generation && head.hash.starts_with(&self.digest)
    }
}

/// Writes the sealed bytes under a name that no generation has, until [`put`] names it.
pub(super) fn write_part<P: AsRef<[u8]>>(
    files: &dyn FileSystem,
    folder: &Path,
    pieces: impl IntoIterator<Item = P>,
) -> io::Result<()> {
    files.make_folder(folder)?;
    disk::write_part(files, &part_in(folder), pieces)
}

/// Makes what was written a generation, and durable.
pub(super) fn put(files: &dyn FileSystem, folder: &Path, head: &Head) -> io::Result<PathBuf> {
    let digest = head.hash.get(..8).unwrap_or_default();
    let path = folder.join(format!("{}-{digest}.age", head.generation));
    disk::put(files, &part_in(folder), &path)?;
    Ok(path)
}

/// Removes what a failed save wrote.
pub(super) fn discard(files: &dyn FileSystem, folder: &Path) {
    disk::discard(files, &part_in(folder));
}

fn part_in(folder: &Path) -> PathBuf {
    folder.join("new.part")
}

/// Every generation in a folder, the newest first. A folder that is not there has none, and what
/// cannot be looked at now is not among them.
pub(super) fn list(files: &dyn FileSystem, folder: &Path) -> Vec<Generation> {
    let names = files.list(folder).unwrap_or_default();
    let found = names
        .iter()
        .filter_map(|name| look_at(files, folder, name).ok()?);
    newest_first(found.collect())
}

/// As [`list`], for those to whom one that cannot be looked at now is not as good as none.
pub(super) fn list_all(files: &dyn FileSystem, folder: &Path) -> io::Result<Vec<Generation>> {
    let mut found = Vec::new();
    for name in or_none(files.list(folder))?.unwrap_or_default() {
        // It may have become too many meanwhile.
        found.extend(or_none(look_at(files, folder, &name))?.flatten());
    }
    Ok(newest_first(found))
}

fn or_none<T>(found: io::Result<T>) -> io::Result<Option<T>> {
    match found {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        found => found.map(Some),
    }
}

fn look_at(files: &dyn FileSystem, folder: &Path, name: &OsStr) -> io::Result<Option<Generation>> {
    let Some((number, digest)) = name.to_str().and_then(parts) else {
        return Ok(None);
    };
    let stamp = files.stamp(&folder.join(name))?;
    Ok(stamp.regular.then_some(Generation {
        number,
        digest,
        saved_at: stamp.modified,
        size: stamp.length,
    }))
}

/// What the name of a generation says.
fn parts(name: &str) -> Option<(u32, String)> {
    let (number, digest) = name.strip_suffix(".age")?.split_once('-')?;
    let plain = digest.len() == 8 && digest.chars().all(|c| c.is_ascii_hexdigit());
    plain.then_some((number.parse().ok()?, digest.to_owned()))
}

fn newest_first(mut found: Vec<Generation>) -> Vec<Generation> {
    found.sort_by(|one, other| {
        (other.number, other.saved_at, &other.digest).cmp(&(one.number, one.saved_at, &one.digest))
    });
    found
}

/// The sealed bytes of a generation.
pub(super) fn read(
    files: &dyn FileSystem,
    folder: &Path,
    generation: &Generation,
) -> io::Result<Vec<u8>> {
    disk::read(files, &folder.join(generation.name()), REGISTER_MAX)
}

/// What a generation begins with: enough to find its file key.
pub(super) fn read_header(
    files: &dyn FileSystem,
    folder: &Path,
    generation: &Generation,
) -> io::Result<Vec<u8>> {
    disk::read_beginning(files, &folder.join(generation.name()), HEADER_READ)
}

/// Replaces the bytes of a generation and keeps its name and time. The digest in its name stays that
/// of the file it was saved as: it says which state it is.
pub(super) fn reseal(
    files: &dyn FileSystem,
    folder: &Path,
    generation: &Generation,
    bytes: &[u8],
) -> io::Result<()> {
    // Not the name that a save uses, which may be at work too.
    let path = folder.join(generation.name());
    let part = disk::part_of(&path);
    disk::write_part(files, &part, [bytes])
        .and_then(|()| files.set_modified(&part, generation.saved_at))
        .and_then(|()| disk::put(files, &part, &path))
        .inspect_err(|_| disk::discard(files, &part))
}

/// Removes those that have become too many, but those that stay. What cannot be removed is, the next time.
pub(super) fn prune(
    files: &dyn FileSystem,
    folder: &Path,
    now: SystemTime,
    stays: impl Fn(&Generation) -> bool,
) {
    let found = list(files, folder);
    for generation in superfluous(&found, now) {
        if stays(generation) {
            continue;
        }
        let path = folder.join(generation.name());
        let _ = files.remove(&path);
        disk::discard(files, &disk::part_of(&path));
    }
}

/// Those that are not kept. `found` has the newest first. Of each hour, day or month, counted back
/// from the epoch so that a choice made once holds the next time, the newest is kept.
fn superfluous(found: &[Generation], now: SystemTime) -> Vec<&Generation> {
    let mut kept_of = HashSet::new();
    let mut superfluous = Vec::new();
    for (at, generation) in found.iter().enumerate() {
        let since_epoch = generation
            .saved_at
            .duration_since(SystemTime::UNIX_EPOCH)
            .unwrap_or_default();
        // A time to come is a clock that was set back: it is kept until it has passed.
        let Ok(age) = now.duration_since(generation.saved_at) else {
            continue;
        };
        let mut first_of_its_time = false;
        for (step, (reach, every)) in STEPS.iter().enumerate() {
            if age <= *reach {
                let slot = since_epoch.as_secs() / every.as_secs();
                first_of_its_time |= kept_of.insert((step, slot));
            }
        }
        if at >= LATEST && !first_of_its_time {
            superfluous.push(generation);
        }
    }
    superfluous
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(number: u32, now: SystemTime, age: Duration) -> Generation {
        Generation {
            number,
            digest: "00000000".to_owned(),
            saved_at: now - age,
            size: 1,
        }
    }

    fn noon() -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_hours(498_708)
    }

    /// Ages of saves, seconds; the newest first.
    fn kept(ages: &[u64]) -> Vec<u64> {
        let found: Vec<Generation> = ages
            .iter()
            .enumerate()
            .map(|(index, age)| {
                let number = u32::try_from(ages.len() - index).unwrap();
                at(number, noon(), Duration::from_secs(*age))
            })
            .collect();
        let gone: Vec<u32> = superfluous(&found, noon())
            .iter()
            .map(|g| g.number)
            .collect();
        found
            .iter()
            .zip(ages)
            .filter(|(generation, _)| !gone.contains(&generation.number))
            .map(|(_, age)| *age)
            .collect()
    }

    #[test]
    fn the_last_twenty_and_one_an_hour_a_day_and_a_month() {
        // A save every ten minutes for two years.
        let ages: Vec<u64> = (0..2 * 365 * 24 * 6).map(|n| n * 600).collect();
        let kept = kept(&ages);
        let within =
            |from: u64, to: u64| kept.iter().filter(|age| (from..to).contains(age)).count();
        assert_eq!(within(0, 20 * 600), 20);
        assert_eq!(within(4 * 3_600, 24 * 3_600), 20, "one an hour");
        assert_eq!(within(2 * 86_400, 30 * 86_400), 28, "one a day");
        assert_eq!(within(60 * 86_400, 365 * 86_400), 10, "one a month");
        assert_eq!(within(366 * 86_400, u64::MAX), 0);
    }

    #[test]
    fn a_clock_that_was_set_back_loses_nothing() {
        let found: Vec<Generation> = (0..100)
            .map(|number| at(100 - number, noon(), Duration::ZERO))
            .collect();
        assert_eq!(superfluous(&found, noon() - 365 * DAY).len(), 0);
    }

    proptest! {
        /// Pruning at every save keeps as much as pruning once: what is kept today is the newest of
        /// its hour, day or month, and was so yesterday.
        #[test]
        fn the_newest_is_always_kept(ages in prop::collection::vec(0_u64..100_000_000, 1..200)) {
            let mut ages = ages;
            ages.sort_unstable();
            let kept = kept(&ages);
            prop_assert_eq!(&kept[..ages.len().min(20)], &ages[..ages.len().min(20)]);
            let oldest_year = ages.iter().filter(|age| **age <= 365 * 86_400).max();
            if let Some(oldest) = oldest_year {
                prop_assert!(kept.iter().any(|age| age.abs_diff(*oldest) <= 31 * 86_400));
            }
        }
    }
}
