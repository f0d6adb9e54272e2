//! Files that another program holds. On Windows one that has a file open may keep all others from it,
//! and virus scanners, indexers and sync clients do so for a moment with every file that is written.
//! They are waited for. Elsewhere an open file is in nobody's way.

use std::fs;
use std::io;
use std::path::Path;
use std::thread;
use std::time::Duration;

/// What is waited between two attempts (milliseconds): about three seconds in all.
const PAUSES_MS: [u64; 8] = [10, 30, 100, 300, 500, 600, 700, 800];

// Windows' own numbers (winerror.h).
/// Also said of a file that was removed while another program has it open.
const ACCESS_DENIED: i32 = 5;
const SHARING_VIOLATION: i32 = 32;
const LOCK_VIOLATION: i32 = 33;
const DELETE_PENDING: i32 = 303;

/// Does what another program may be in the way of, again and again until it succeeds or has been
/// tried for about three seconds.
pub(super) fn patiently<T>(mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    for pause in PAUSES_MS {
        match attempt() {
            Err(error) if may_pass(&error) => thread::sleep(Duration::from_millis(pause)),
            other => return other,
        }
    }
    attempt()
}

/// Whether another program has the file.
pub(super) fn is_held(error: &io::Error) -> bool {
    is_any_of(error, &[SHARING_VIOLATION, LOCK_VIOLATION, DELETE_PENDING])
}

/// Whether the disk is not there any more: a stick that was pulled out, a share that is out of reach.
/// The library has names for other answers of this kind.
pub(super) fn is_gone(error: &io::Error) -> bool {
    const NOT_READY: i32 = 21;
    const NO_LONGER_AVAILABLE: i32 = 55;
    const NETWORK_NAME_DELETED: i32 = 64;
    const DEVICE_NOT_CONNECTED: i32 = 1167;
    is_any_of(
        error,
        &[
            NOT_READY,
            NO_LONGER_AVAILABLE,
            NETWORK_NAME_DELETED,
            DEVICE_NOT_CONNECTED,
        ],
    )
}

fn may_pass(error: &io::Error) -> bool {
    is_held(error) || is_any_of(error, &[ACCESS_DENIED])
}

fn is_any_of(error: &io::Error, codes: &[i32]) -> bool {
    cfg!(windows)
        && error
            .raw_os_error()
            .is_some_and(|code| codes.contains(&code))
}

/// Gives a file another name, replacing what has it, and what has it may be marked as read-only: that
/// mark comes with files from a CD or some sticks and says nothing of who may write. Elsewhere a
/// rename does not ask for it either. `may` is asked directly before each attempt.
#[cfg(windows)]
pub(super) fn rename(
    from: &Path,
    to: &Path,
    may: &mut dyn FnMut() -> io::Result<()>,
) -> io::Result<()> {
    use std::fs::OpenOptions;
    use std::os::windows::fs::OpenOptionsExt;

    /// The right to remove or replace a file (winnt.h).
    const DELETE: u32 = 0x0001_0000;

    let is_denied = |error: &io::Error| is_any_of(error, &[ACCESS_DENIED]);
    let renamed = patiently(|| {
        may()?;
        let renamed = fs::rename(from, to);
        if renamed.as_ref().is_err_and(is_denied)
            && let Ok(found) = fs::symlink_metadata(to)
            && found.permissions().readonly()
        {
            let mut permissions = found.permissions();
            permissions.set_readonly(false);
            fs::set_permissions(to, permissions)?;
            may()?;
            return fs::rename(from, to);
        }
        renamed
    });
    // "Access denied" is also said of a file that another program has open. Asked for that file
    // alone, the system tells the two apart.
    renamed.map_err(|error| {
        let mut asking = OpenOptions::new();
        match asking.access_mode(DELETE).open(to) {
            Err(why) if is_denied(&error) && is_held(&why) => why,
            _ => error,
        }
    })
}

#[cfg(not(windows))]
pub(super) fn rename(
    from: &Path,
    to: &Path,
    may: &mut dyn FnMut() -> io::Result<()>,
) -> io::Result<()> {
    may()?;
    fs::rename(from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first attempts fail so.
    fn failing(times: u32, code: i32) -> (io::Result<u32>, u32) {
        let mut tried = 0;
        let result = patiently(|| {
            tried += 1;
            if tried > times {
                Ok(tried)
            } else {
                Err(io::Error::from_raw_os_error(code))
            }
        });
        (result, tried)
    }

    #[test]
    fn what_another_program_holds_is_waited_for_on_windows_alone() {
        let (result, tried) = failing(2, SHARING_VIOLATION);
        assert_eq!(
            (result.is_ok(), tried),
            if cfg!(windows) { (true, 3) } else { (false, 1) }
        );
    }

    #[test]
    fn a_full_disk_is_not_waited_for() {
        const DISK_FULL: i32 = 112;
        let (result, tried) = failing(1, DISK_FULL);
        assert!(result.is_err() && tried == 1);
    }
}
