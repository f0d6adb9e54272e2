//! The real file system, on which something happens just before a call.

use std::ffi::OsString;
use std::fs::TryLockError;
use std::io::{self, Read};
use std::path::Path;
use std::time::SystemTime;

use kundbok_core::vault::{FileSystem, Lock, NewFile, Stamp, System};

use crate::torture::disk::Operation;

/// Tells of every call before it is made; of a rename, the old name. What is read or written of a
/// file that is open is not told of.
pub struct Meddled<F>(pub F);

impl<F: Fn(Operation, &Path) + Send + Sync> FileSystem for Meddled<F> {
    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        (self.0)(Operation::Create, path);
        System.create(path)
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>> {
        (self.0)(Operation::Open, path);
        System.open(path)
    }

    fn stamp(&self, path: &Path) -> io::Result<Stamp> {
        (self.0)(Operation::Stamp, path);
        System.stamp(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        (self.0)(Operation::List, folder);
        System.list(folder)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        (self.0)(Operation::MakeFolder, path);
        System.make_folder(path)
    }

    fn rename_if(
        &self,
        from: &Path,
        to: &Path,
        may: &mut dyn FnMut() -> io::Result<()>,
    ) -> io::Result<()> {
        (self.0)(Operation::Rename, from);
        System.rename_if(from, to, may)
    }

    fn set_modified(&self, path: &Path, at: SystemTime) -> io::Result<()> {
        (self.0)(Operation::SetModified, path);
        System.set_modified(path, at)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        (self.0)(Operation::Remove, path);
        System.remove(path)
    }

    fn sync_name(&self, path: &Path) -> io::Result<()> {
        (self.0)(Operation::SyncName, path);
        System.sync_name(path)
    }

    fn lock(&self, path: &Path) -> Result<Lock, TryLockError> {
        (self.0)(Operation::Lock, path);
        System.lock(path)
    }
}
