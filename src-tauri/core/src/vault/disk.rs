//! Writing so that what is reported as saved is on disk, on all three systems.

use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::occupied;
use super::system::{FileSystem, System};
use crate::error::Rule;
use crate::hash::sha256;
use crate::{Error, Result};

/// The longest name of a file (bytes; Windows counts units of UTF-16, which are never more).
const NAME_MAX: usize = 255;
/// Bytes that are written before the disk is set to work on them.
const SYNC_EVERY: usize = 4 << 20;

/// What the name of a file ends with that is not whole yet.
pub(super) const PART: &str = ".part";

/// Replaces `path` by `bytes`: a new file beside it, written whole, synced, read back and compared,
/// renamed over, and its name synced. On any error the new file is removed. A failed sync is never
/// retried on the same file.
///
/// # Errors
/// [`Error::SaveFailed`] with the reason. The old file is as it was, unless only the last step
/// failed: then the new one is there, and whole.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    replace_on(&System, path, bytes)
}

/// [`replace`] on any file system.
pub(super) fn replace_on(files: &dyn FileSystem, path: &Path, bytes: &[u8]) -> Result<()> {
    write(files, path, bytes).map_err(|error| Error::SaveFailed(reason(&error)))
}

/// As [`replace`], for those who tell of a failure in their own way.
pub(super) fn write(files: &dyn FileSystem, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let part = part_of(path);
    write_part(files, &part, [bytes])
        .and_then(|()| put(files, &part, path))
        .inspect_err(|_| discard(files, &part))
}

/// Creates a folder that only this person may enter (0700), with its parents.
///
/// # Errors
/// [`Error::SaveFailed`] with the reason.
pub fn make_folder(path: &Path) -> Result<()> {
    System
        .make_folder(path)
        .map_err(|error| Error::SaveFailed(reason(&error)))
}

/// A folder of the register's own lies where it seems to, or nowhere. A link in its place would lead
/// what is written to where others may read or change it.
///
/// # Errors
/// [`ErrorKind::InvalidInput`] for a link; those of the system.
pub(super) fn expect_no_link(files: &dyn FileSystem, folder: &Path) -> io::Result<()> {
    match files.stamp(folder) {
        Ok(stamp) if stamp.link => Err(ErrorKind::InvalidInput.into()),
        Err(error) if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Err(error)
        }
        _ => Ok(()),
    }
}

/// Makes a folder of the register's own, see [`expect_no_link`].
pub(super) fn make_own_folder(files: &dyn FileSystem, folder: &Path) -> io::Result<()> {
    expect_no_link(files, folder)?;
    files.make_folder(folder)
}

/// The reason people are told.
pub(super) fn reason(error: &io::Error) -> Rule {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Rule::Full,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Rule::ReadOnly,
        ErrorKind::NotFound | ErrorKind::NotADirectory => Rule::Gone,
        _ if occupied::is_held(error) => Rule::Held,
        _ if occupied::is_gone(error) => Rule::Gone,
        _ => Rule::Failed,
    }
}

/// The name a file has until it is whole: the same each time, and one that every system takes.
pub(super) fn part_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    if name.len() + PART.len() > NAME_MAX {
        name = sha256(name.as_encoded_bytes()).into();
    }
    name.push(PART);
    path.with_file_name(name)
}

/// Writes a file under a name of its own: written whole, synced, read back and compared. Pieces may
/// still be in the making: the disk does not wait for the last to begin.
pub(super) fn write_part<P: AsRef<[u8]>>(
    files: &dyn FileSystem,
    part: &Path,
    pieces: impl IntoIterator<Item = P>,
) -> io::Result<()> {
    // A `.part` left by a crash is ours: nothing else writes that name.
    match files.remove(part) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = files.create(part)?;
    let (mut written, mut unsynced) = (Vec::new(), 0);
    for piece in pieces {
        if unsynced >= SYNC_EVERY {
            file.sync()?;
            unsynced = 0;
        }
        file.write_all(piece.as_ref())?;
        unsynced += piece.as_ref().len();
        written.push(piece);
    }
    file.sync()?;
    drop(file);
    compare(files.open(part)?, &written)
}

/// Gives a written file its name.
pub(super) fn put(files: &dyn FileSystem, part: &Path, path: &Path) -> io::Result<()> {
    files.rename(part, path)?;
    files.sync_name(path)
}

/// Removes what came of a failed attempt. It is sealed and harmless; a failure to remove it changes
/// nothing, and the next attempt tries again.
pub(super) fn discard(files: &dyn FileSystem, part: &Path) {
    let _ = files.remove(part);
}

/// The whole file.
///
/// # Errors
/// [`ErrorKind::FileTooLarge`] beyond `max` bytes; [`ErrorKind::InvalidInput`] for a link or a
/// folder; those of the system.
pub(super) fn read(files: &dyn FileSystem, path: &Path, max: u64) -> io::Result<Vec<u8>> {
    let stamp = files.stamp(path)?;
    if !stamp.regular {
        return Err(ErrorKind::InvalidInput.into());
    }
    let length = usize::try_from(stamp.length.min(max + 1)).unwrap_or(usize::MAX);
    let mut bytes = Vec::with_capacity(length);
    files.open(path)?.take(max + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > max {
        return Err(ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// The first bytes of a file, at most so many.
///
/// # Errors
/// As [`read`], of which none for its length.
pub(super) fn read_beginning(files: &dyn FileSystem, path: &Path, max: u64) -> io::Result<Vec<u8>> {
    if !files.stamp(path)?.regular {
        return Err(ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    files.open(path)?.take(max).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn compare<P: AsRef<[u8]>>(mut file: impl Read, pieces: &[P]) -> io::Result<()> {
    let differs = || io::Error::new(ErrorKind::InvalidData, "read back differs");
    let mut buffer = vec![0; 1 << 16];
    for piece in pieces {
        for expected in piece.as_ref().chunks(buffer.len()) {
            let found = buffer.get_mut(..expected.len()).ok_or_else(differs)?;
            file.read_exact(found).map_err(|error| match error.kind() {
                ErrorKind::UnexpectedEof => differs(),
                _ => error,
            })?;
            if found != expected {
                return Err(differs());
            }
        }
    }
    if file.take(1).read_to_end(&mut buffer)? > 0 {
        return Err(differs());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};

    use super::*;

    #[test]
    fn replaces_and_leaves_no_part() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.age");
        replace(&path, b"one").unwrap();
        fs::write(part_of(&path), b"left by a crash").unwrap();
        replace(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert!(!part_of(&path).exists());
    }

    #[test]
    fn a_difference_on_reading_back_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        fs::write(&path, vec![1; 200_000]).unwrap();
        let compare = |bytes: &[u8]| compare(File::open(&path).unwrap(), &[bytes]);
        assert!(compare(&vec![1; 200_000]).is_ok());
        assert!(compare(&vec![1; 199_999]).is_err());
        assert!(compare(&vec![1; 200_001]).is_err());
        let mut other = vec![1; 200_000];
        other[150_000] = 2;
        assert!(compare(&other).is_err());
    }

    #[test]
    fn a_file_that_is_too_large_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        fs::write(&path, vec![1; 100]).unwrap();
        assert_eq!(read(&System, &path, 100).unwrap().len(), 100);
        assert!(read(&System, &path, 99).is_err());
        assert!(read(&System, folder.path(), 99).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("file"), folder.path().join("link"));
        fs::write(&path, b"elsewhere").unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        assert!(read(&System, &link, 99).is_err());
        replace(&link, b"here").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"elsewhere");
        assert_eq!(read(&System, &link, 99).unwrap(), b"here");
    }

    #[cfg(unix)]
    #[test]
    fn only_this_person_may_read() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("a/b");
        make_folder(&inner).unwrap();
        replace(&inner.join("f"), b"x").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&inner), 0o700);
        assert_eq!(mode(&inner.join("f")), 0o600);
    }

    #[test]
    fn a_missing_folder_is_said_so() {
        let folder = tempfile::tempdir().unwrap();
        let result = replace(&folder.path().join("gone/register.age"), b"x");
        assert!(matches!(result, Err(Error::SaveFailed(Rule::Gone))));
    }
}
