//! The file system as the vault uses it: one method for each call that can fail, so that tests can
//! make every one of them fail. [`System`] is the real one.

use std::any::Any;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::Path;
use std::time::SystemTime;

use super::occupied;

/// What the vault asks of a file system.
pub trait FileSystem: Send + Sync {
    /// A file that did not exist before, for this person alone (0600).
    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>>;
    /// A file to read from its beginning.
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>>;
    /// What is at `path` itself, not what a link points to.
    fn stamp(&self, path: &Path) -> io::Result<Stamp>;
    /// The names in a folder.
    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>>;
    /// A folder that only this person may enter (0700), with its parents; one that is there stays.
    fn make_folder(&self, path: &Path) -> io::Result<()>;
    /// Gives a file another name, replacing what has it.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.rename_if(from, to, &mut || Ok(()))
    }
    /// As [`Self::rename`], if `may` says so. It is asked directly before each attempt: while one
    /// program that has the file open is waited for, another may have put its own there.
    fn rename_if(
        &self,
        from: &Path,
        to: &Path,
        may: &mut dyn FnMut() -> io::Result<()>,
    ) -> io::Result<()>;
    /// Sets when a file's contents were last changed.
    fn set_modified(&self, path: &Path, at: SystemTime) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Makes a name that was given or replaced durable.
    fn sync_name(&self, path: &Path) -> io::Result<()>;
    /// Takes the lock of this name until what is returned is dropped or the program ends.
    fn lock(&self, path: &Path) -> Result<Lock, TryLockError>;
}

/// Held, not read.
pub type Lock = Box<dyn Any + Send>;

/// A file that is being written.
pub trait NewFile: Write + Send {
    /// Makes its contents durable. Never called again after it failed: the system may have dropped
    /// the pages and would then report success.
    fn sync(&mut self) -> io::Result<()>;
}

/// What the system says of a file that changes whenever the file is written or replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// A file, neither a link nor a folder.
    pub regular: bool,
    /// A link, whatever it leads to.
    pub link: bool,
    /// Bytes.
    pub length: u64,
    /// When its contents were last changed.
    pub modified: SystemTime,
    /// Inode and its last change (seconds, nanoseconds), which no program can set back, where the
    /// system has them.
    pub node: Option<(u64, i64, i64)>,
}

impl Stamp {
    /// Whether it is of the file that had the stamp `before` under another name, as far as the system
    /// tells: a rename counts as a change of the inode, and leaves the rest.
    pub(super) fn is_renamed(&self, before: &Self) -> bool {
        let inode = |stamp: &Self| stamp.node.map(|(inode, ..)| inode);
        let what = |stamp: &Self| (stamp.regular, stamp.length, stamp.modified, inode(stamp));
        what(self) == what(before)
    }
}

/// The real file system.
pub struct System;

impl FileSystem for System {
    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        Ok(Box::new(create_private(path)?))
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>> {
        Ok(Box::new(open(path)?))
    }

    fn stamp(&self, path: &Path) -> io::Result<Stamp> {
        let found = fs::symlink_metadata(path)?;
        Ok(Stamp {
            regular: found.is_file(),
            link: found.is_symlink(),
            length: found.len(),
            modified: found.modified()?,
            #[cfg(unix)]
            node: {
                use std::os::unix::fs::MetadataExt;
                Some((found.ino(), found.ctime(), found.ctime_nsec()))
            },
            #[cfg(not(unix))]
            node: None,
        })
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        fs::read_dir(folder)?
            .map(|entry| Ok(entry?.file_name()))
            .collect()
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::DirBuilderExt;
            builder.mode(0o700);
        }
        builder.create(path)
    }

    fn rename_if(
        &self,
        from: &Path,
        to: &Path,
        may: &mut dyn FnMut() -> io::Result<()>,
    ) -> io::Result<()> {
        occupied::rename(from, to, may)
    }

    fn set_modified(&self, path: &Path, at: SystemTime) -> io::Result<()> {
        let mut options = OpenOptions::new();
        occupied::patiently(|| options.write(true).open(path))?.set_modified(at)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        occupied::patiently(|| fs::remove_file(path))
    }

    /// A rename is durable on Unix when its folder is synced. Windows syncs no folders; there, a
    /// flush of the file takes the log of its name with it.
    fn sync_name(&self, path: &Path) -> io::Result<()> {
        #[cfg(unix)]
        let file = File::open(path.parent().unwrap_or(path))?;
        #[cfg(not(unix))]
        let file = occupied::patiently(|| OpenOptions::new().write(true).open(path))?;
        sync(&file)
    }

    fn lock(&self, path: &Path) -> Result<Lock, TryLockError> {
        let mut options = File::options();
        options.create(true).truncate(false).write(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        let file = occupied::patiently(|| options.open(path)).map_err(TryLockError::Error)?;
        file.try_lock()?;
        Ok(Box::new(file))
    }
}

/// Waits until a file is on the disk. On macOS that asks the drive itself, which a folder of a network and
/// a stick with exFAT know no answer to (ENOTSUP, or ENOTTY): there it is up to their file system.
pub(super) fn sync(file: &File) -> io::Result<()> {
    let synced = file.sync_all();
    #[cfg(unix)]
    if let Err(error) = &synced {
        use rustix::io::Errno;
        if matches!(
            Errno::from_io_error(error),
            Some(Errno::NOTSUP | Errno::NOTTY)
        ) {
            return Ok(rustix::fs::fsync(file)?);
        }
    }
    synced
}

/// A file that did not exist before, for this person alone (0600).
pub(super) fn create_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    occupied::patiently(|| options.open(path))
}

/// A file to read.
pub(super) fn open(path: &Path) -> io::Result<File> {
    occupied::patiently(|| File::open(path))
}

impl NewFile for File {
    fn sync(&mut self) -> io::Result<()> {
        sync(self)
    }
}
