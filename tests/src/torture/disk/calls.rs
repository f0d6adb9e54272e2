//! The calls that a program makes, and what becomes of them.

use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What a program asks of a disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)] // The methods of `FileSystem`, `NewFile` and `Read`.
pub enum Operation {
    Create,
    Write,
    Sync,
    Open,
    Read,
    Stamp,
    List,
    MakeFolder,
    Rename,
    Remove,
    SyncName,
    SetModified,
    Lock,
}

/// One call: the `nth` (from 0) of its kind on this path. So two threads at work at once do not
/// change which call is meant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Call {
    /// What was asked.
    pub operation: Operation,
    /// Of which file; of a rename, the old name. A generation `7-0123abcd.age` is `7.age` here, an
    /// attachment `attachment`, and a register's number `register`: the rest is another one each time.
    pub path: PathBuf,
    /// How many of the same went before.
    pub nth: u32,
}

/// What becomes of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// EIO. A sync that failed so has lost the pages, and the next one says that all is well.
    Io,
    /// ENOSPC. Half of what was to be written is.
    Full,
    /// EACCES.
    Denied,
    /// EINTR.
    Interrupted,
    /// Half of it is written or read, which is allowed.
    Short,
    /// The program ends just before it.
    KilledBefore,
    /// The program ends just after it.
    KilledAfter,
}

impl Fault {
    /// Every one of them.
    pub const ALL: [Self; 7] = [
        Self::Io,
        Self::Full,
        Self::Denied,
        Self::Interrupted,
        Self::Short,
        Self::KilledBefore,
        Self::KilledAfter,
    ];

    /// Whether it can happen to such a call.
    pub fn fits(self, operation: Operation) -> bool {
        self != Self::Short || matches!(operation, Operation::Read | Operation::Write)
    }

    pub(super) fn error(self) -> Option<io::Error> {
        match self {
            Self::Io => Some(io::Error::other("input/output error")),
            Self::Full => Some(ErrorKind::StorageFull.into()),
            Self::Denied => Some(ErrorKind::PermissionDenied.into()),
            Self::Interrupted => Some(ErrorKind::Interrupted.into()),
            Self::Short | Self::KilledBefore | Self::KilledAfter => None,
        }
    }
}

/// A call that was made, and how it ended.
#[derive(Clone, Debug)]
pub struct Made {
    /// Which.
    pub call: Call,
    /// The file's number, where one was written, synced or renamed.
    pub file: Option<usize>,
    /// Whether it succeeded.
    pub ok: bool,
}

/// The name of a file without what is another each time.
pub(super) fn without_digest(path: &Path) -> PathBuf {
    let is_number =
        |part: &str| part.len() == 32 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let parts = path
        .components()
        .map(|part| match part.as_os_str().to_str() {
            Some(number) if is_number(number) => OsStr::new("register"),
            _ => part.as_os_str(),
        });
    let path: PathBuf = parts.collect();
    let is_attachment = path
        .parent()
        .is_some_and(|folder| folder.ends_with("attachments"));
    let name = path.file_name().and_then(|name| name.to_str());
    if let Some(name) = name.filter(|_| is_attachment)
        && let Some((random, rest)) = name.split_at_checked(32)
        && random.bytes().all(|byte| byte.is_ascii_hexdigit())
    {
        // A copy in the making has a number of its own.
        let rest = rest.strip_prefix(' ').map_or(rest, |_| " copy.part");
        return path.with_file_name(format!("attachment{rest}"));
    }
    let number = path
        .file_name()
        .and_then(|name| name.to_str()?.strip_suffix(".age")?.split_once('-'))
        .map(|(number, _)| number);
    match number {
        Some(number) => path.with_file_name(format!("{number}.age")),
        None => path,
    }
}
