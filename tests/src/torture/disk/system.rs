//! The calls that the vault makes, on the disk in memory.

use std::ffi::OsString;
use std::fs::TryLockError;
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use kundbok_core::vault::{FileSystem, Lock, NewFile, Stamp};

use super::{Disk, Fault, Operation};

/// The most bytes that one write takes. A large register needs several.
const WRITE_MOST: usize = 512 << 10;

fn folder_of(path: &Path) -> PathBuf {
    path.parent().unwrap_or(path).to_owned()
}

impl FileSystem for Disk {
    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let file = self.call(Operation::Create, path, |state, _| {
            let folder = folder_of(path);
            if !state.folders.contains(&folder) {
                return Err(ErrorKind::NotFound.into());
            }
            if state.names.contains_key(path) {
                return Err(ErrorKind::AlreadyExists.into());
            }
            let file = state.make(Arc::default());
            state.change(&folder, None, Some((path.to_owned(), file)));
            Ok((file, Some(file)))
        })?;
        Ok(Box::new(Writing {
            disk: self.clone(),
            path: path.to_owned(),
            file,
        }))
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>> {
        let contents = self.call(Operation::Open, path, |state, _| {
            let file = state.find(path)?;
            Ok((Arc::clone(&state.files[file].seen), Some(file)))
        })?;
        Ok(Box::new(Reading {
            disk: self.clone(),
            path: path.to_owned(),
            contents,
            at: 0,
        }))
    }

    fn stamp(&self, path: &Path) -> io::Result<Stamp> {
        self.call(Operation::Stamp, path, |state, _| {
            let file = state.find(path)?;
            let inode = &state.files[file];
            let stamp = Stamp {
                regular: true,
                link: false,
                length: inode.seen.len() as u64,
                modified: inode.modified,
                node: Some((file as u64, 0, 0)),
            };
            Ok((stamp, Some(file)))
        })
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        self.call(Operation::List, folder, |state, _| {
            if !state.folders.contains(folder) {
                return Err(ErrorKind::NotFound.into());
            }
            let paths = state.names.keys().chain(&state.folders);
            let within = paths.filter(|path| path.parent() == Some(folder));
            let names = within.filter_map(|path| path.file_name());
            Ok((names.map(ToOwned::to_owned).collect(), None))
        })
    }

    /// Folders are durable at once: journals of today's file systems take the folder with the first
    /// file that is synced in it.
    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.call(Operation::MakeFolder, path, |state, _| {
            state.folders.extend(path.ancestors().map(Path::to_owned));
            Ok(((), None))
        })
    }

    fn rename_if(
        &self,
        from: &Path,
        to: &Path,
        may: &mut dyn FnMut() -> io::Result<()>,
    ) -> io::Result<()> {
        may()?;
        self.call(Operation::Rename, from, |state, _| {
            let file = state.find(from)?;
            let sets = Some((to.to_owned(), file));
            state.change(&folder_of(to), Some(from.to_owned()), sets);
            Ok(((), Some(file)))
        })
    }

    fn set_modified(&self, path: &Path, at: SystemTime) -> io::Result<()> {
        self.call(Operation::SetModified, path, |state, _| {
            let file = state.find(path)?;
            state.files[file].modified = at;
            Ok(((), Some(file)))
        })
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.call(Operation::Remove, path, |state, _| {
            let file = state.find(path)?;
            state.change(&folder_of(path), Some(path.to_owned()), None);
            Ok(((), Some(file)))
        })
    }

    fn sync_name(&self, path: &Path) -> io::Result<()> {
        self.call(Operation::SyncName, path, |state, _| {
            let folder = folder_of(path);
            let (here, elsewhere): (Vec<_>, Vec<_>) = std::mem::take(&mut state.pending)
                .into_iter()
                .partition(|renaming| renaming.folder == folder);
            for renaming in here {
                renaming.apply(&mut state.durable_names);
            }
            state.pending = elsewhere;
            Ok(((), state.names.get(path).copied()))
        })
    }

    fn lock(&self, path: &Path) -> Result<Lock, TryLockError> {
        let token = self
            .call(Operation::Lock, path, |state, _| {
                if state.locks.contains_key(path) {
                    return Ok((None, None));
                }
                state.locks_taken += 1;
                state.locks.insert(path.to_owned(), state.locks_taken);
                Ok((Some(state.locks_taken), None))
            })
            .map_err(TryLockError::Error)?
            .ok_or(TryLockError::WouldBlock)?;
        Ok(Box::new(Held {
            disk: self.clone(),
            path: path.to_owned(),
            token,
        }))
    }
}

struct Writing {
    disk: Disk,
    path: PathBuf,
    file: usize,
}

impl Write for Writing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.disk
            .call(Operation::Write, &self.path, |state, fault| {
                let taken = match fault {
                    Some(Fault::Short | Fault::Full) => bytes.len().min(WRITE_MOST).div_ceil(2),
                    Some(Fault::Io | Fault::Denied | Fault::Interrupted) => 0,
                    _ => bytes.len().min(WRITE_MOST),
                };
                let inode = &mut state.files[self.file];
                Arc::make_mut(&mut inode.seen).extend_from_slice(&bytes[..taken]);
                Ok((taken, Some(self.file)))
            })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl NewFile for Writing {
    fn sync(&mut self) -> io::Result<()> {
        self.disk.call(Operation::Sync, &self.path, |state, fault| {
            let inode = &mut state.files[self.file];
            if fault.and_then(Fault::error).is_some() {
                inode.lost = true;
            } else if !inode.lost {
                inode.durable = Arc::clone(&inode.seen);
            }
            Ok(((), Some(self.file)))
        })
    }
}

struct Reading {
    disk: Disk,
    path: PathBuf,
    contents: Arc<Vec<u8>>,
    at: usize,
}

impl Read for Reading {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let rest = &self.contents[self.at..];
        let read = self.disk.call(Operation::Read, &self.path, |_, fault| {
            let most = rest.len().min(buffer.len());
            let read = match fault {
                Some(Fault::Short) => most.div_ceil(2),
                _ => most,
            };
            buffer[..read].copy_from_slice(&rest[..read]);
            Ok((read, None))
        })?;
        self.at += read;
        Ok(read)
    }
}

/// A lock that the program's end releases too.
struct Held {
    disk: Disk,
    path: PathBuf,
    token: u64,
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut state = self.disk.state();
        if state.locks.get(&self.path) == Some(&self.token) {
            state.locks.remove(&self.path);
        }
    }
}
