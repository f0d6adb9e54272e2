//! Writing so that what is reported as saved is on disk, on all three systems.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use crate::error::Rule;
use crate::{Error, Result};

/// Replaces `path` by `bytes`: a new file beside it, written whole, synced, read back and compared,
/// renamed over, and the folder synced. On any error the new file is removed and the old one is
/// as it was. A failed sync is never retried on the same file: the system may have dropped the
/// pages and would then report success.
///
/// # Errors
/// [`Error::SaveFailed`] with the reason.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let part = part_of(path);
    let result = write_new(&part, bytes)
        .and_then(|()| compare(&part, bytes))
        .and_then(|()| rename_over(&part, path))
        .and_then(|()| sync_folder(path));
    result.map_err(|error| {
        let reason = reason(&error);
        // What is left is sealed and harmless; a failure to remove it changes nothing.
        let _ = fs::remove_file(&part);
        Error::SaveFailed(reason)
    })
}

/// The reason people are told.
pub(super) fn reason(error: &io::Error) -> Rule {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Rule::Full,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Rule::ReadOnly,
        ErrorKind::NotFound | ErrorKind::NotADirectory => Rule::Gone,
        _ => Rule::Failed,
    }
}

/// Creates a folder that only this person may enter (0700), with its parents.
pub(super) fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(path)
}

fn part_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    PathBuf::from(name)
}

/// A file that did not exist before, for this person alone (0600).
fn create_new(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

fn write_new(part: &Path, bytes: &[u8]) -> io::Result<()> {
    // A `.part` left by a crash is ours: nothing else writes that name.
    match fs::remove_file(part) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = create_new(part)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn compare(part: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::open(part)?;
    let mut buffer = vec![0; 1 << 16];
    let mut rest = bytes;
    loop {
        let read = match file.read(&mut buffer) {
            Ok(0) if rest.is_empty() => return Ok(()),
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        match (rest.split_at_checked(read), buffer.get(..read)) {
            (Some((expected, after)), Some(found)) if expected == found => rest = after,
            _ => break,
        }
    }
    Err(io::Error::new(ErrorKind::InvalidData, "read back differs"))
}

/// `std::fs::rename` replaces on every system. On Windows a virus scanner or a sync client may hold
/// either file for a moment: retried for about three seconds.
fn rename_over(part: &Path, path: &Path) -> io::Result<()> {
    const PAUSES_MS: [u64; 7] = [10, 30, 100, 300, 600, 900, 1000];
    for pause in PAUSES_MS {
        match fs::rename(part, path) {
            Err(error) if cfg!(windows) && error.kind() == ErrorKind::PermissionDenied => {
                std::thread::sleep(std::time::Duration::from_millis(pause));
            }
            other => return other,
        }
    }
    fs::rename(part, path)
}

/// The rename itself is durable only when the folder is synced. Windows has no such call: NTFS
/// journals the rename.
fn sync_folder(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        File::open(folder)?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

#[cfg(test)]
mod tests {
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
        assert!(compare(&path, &vec![1; 200_000]).is_ok());
        assert!(compare(&path, &vec![1; 199_999]).is_err());
        assert!(compare(&path, &vec![1; 200_001]).is_err());
        let mut other = vec![1; 200_000];
        other[150_000] = 2;
        assert!(compare(&path, &other).is_err());
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
