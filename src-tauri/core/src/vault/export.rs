//! Writing what a person takes out of the register, readable by anyone: a file, or a new folder of
//! files. That it fails says nothing of the register.

use std::fs::{self, DirBuilder, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::attachments::pour;
use super::disk;
use super::system::{FileSystem, System, create_private, sync};
use crate::hash::Hasher;
use crate::{Error, Result};

/// Writes a file where the person chose, whole or not at all.
///
/// # Errors
/// [`Error::FileFailed`] with the reason. What was there before is as it was, unless only the last step
/// failed, syncing its name: then the new one is there, and whole.
pub fn export(path: &Path, bytes: &[u8]) -> Result<()> {
    disk::write(&System, path, bytes).map_err(|error| failed(&error))
}

/// As [`export`], of what `write` gives piece by piece: what is read back is compared with it.
///
/// # Errors
/// Those of `write`, and of [`export`].
pub fn export_with(path: &Path, write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let part = disk::part_of(path);
    disk::discard(&System, &part);
    let written = write_part(&part, write)
        .and_then(|()| disk::put(&System, &part, path).map_err(|error| failed(&error)));
    written.inspect_err(|_| disk::discard(&System, &part))
}

fn write_part(part: &Path, write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let mut file = Counted {
        file: create_private(part).map_err(|error| failed(&error))?,
        hasher: Hasher::default(),
    };
    write(&mut file)?;
    let Counted { file, hasher } = file;
    sync(&file)
        .and_then(|()| pour(&mut File::open(part)?, &mut io::sink()))
        .and_then(|hash| {
            if hash == hasher.finish() {
                Ok(())
            } else {
                Err(io::ErrorKind::InvalidData.into())
            }
        })
        .map_err(|error| failed(&error))
}

/// A file and the digest of what was written to it.
struct Counted {
    file: File,
    hasher: Hasher,
}

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.hasher.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// A new folder of exported files. Until it is [kept](Self::keep), dropping it removes what was
/// written: half a copy of someone's data is left nowhere.
#[must_use = "what is not kept is removed"]
pub struct ExportFolder {
    path: PathBuf,
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

impl ExportFolder {
    /// Makes the folder, for this person alone (0700), in one that is there.
    ///
    /// # Errors
    /// [`Error::FileFailed`] with the reason.
    pub fn make(path: PathBuf) -> Result<Self> {
        make_folder(&path)?;
        Ok(Self {
            path,
            files: Vec::new(),
            folders: Vec::new(),
        })
    }

    /// Makes a folder of this name in it.
    ///
    /// # Errors
    /// [`Error::FileFailed`] with the reason.
    pub fn make_within(&mut self, name: &str) -> Result<()> {
        let folder = self.path.join(name);
        make_folder(&folder)?;
        self.folders.push(folder);
        Ok(())
    }

    /// Writes a file of this name into it.
    ///
    /// # Errors
    /// [`Error::FileFailed`] with the reason.
    pub fn write(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        let file = self.path.join(name);
        export(&file, bytes)?;
        self.files.push(file);
        Ok(())
    }

    /// Writes a file of this name into it piece by piece, see [`export_with`].
    ///
    /// # Errors
    /// As [`export_with`].
    pub fn write_with(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut dyn Write) -> Result<()>,
    ) -> Result<()> {
        let file = self.path.join(name);
        export_with(&file, write)?;
        self.files.push(file);
        Ok(())
    }

    /// Lets it stand; answers where it is.
    pub fn keep(mut self) -> PathBuf {
        self.files.clear();
        std::mem::take(&mut self.path)
    }
}

impl Drop for ExportFolder {
    fn drop(&mut self) {
        // Kept.
        if self.path.as_os_str().is_empty() {
            return;
        }
        // What cannot be removed cannot be told here either; whatever is not ours stays.
        for file in &self.files {
            let _ = System.remove(file);
        }
        for folder in &self.folders {
            let _ = fs::remove_dir(folder);
        }
        let _ = fs::remove_dir(&self.path);
    }
}

fn make_folder(path: &Path) -> Result<()> {
    let mut folder = DirBuilder::new();
    folder.recursive(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        folder.mode(0o700);
    }
    folder.create(path).map_err(|error| failed(&error))
}

fn failed(error: &io::Error) -> Error {
    Error::FileFailed(disk::reason(error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Rule;

    #[test]
    fn a_file_that_cannot_be_written_says_nothing_of_the_register() {
        let root = tempfile::tempdir().unwrap();
        let gone = root.path().join("gone");
        for result in [
            export(&gone.join("policy.pdf"), b"x"),
            ExportFolder::make(gone.join("1-2026-11-20")).map(|_| ()),
        ] {
            assert!(matches!(result, Err(Error::FileFailed(Rule::Gone))));
        }
        assert!(!gone.exists());
    }

    #[test]
    fn a_folder_that_is_kept_holds_its_files_and_another_is_removed() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("1-2026-11-20");
        let mut folder = ExportFolder::make(path.clone()).unwrap();
        folder.write("1.pdf", b"hers").unwrap();
        assert_eq!(folder.keep(), path);
        assert_eq!(fs::read(path.join("1.pdf")).unwrap(), b"hers");

        let path = root.path().join("1-2026-11-20-2");
        let mut folder = ExportFolder::make(path.clone()).unwrap();
        folder.write("1.pdf", b"hers").unwrap();
        assert!(folder.write("no/1.csv", b"hers").is_err());
        drop(folder);
        assert!(!path.exists());
    }

    #[test]
    fn what_was_there_before_is_neither_taken_nor_removed() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("mine"), b"mine").unwrap();
        assert!(ExportFolder::make(root.path().to_owned()).is_err());
        assert_eq!(fs::read(root.path().join("mine")).unwrap(), b"mine");
    }

    #[cfg(unix)]
    #[test]
    fn only_this_person_may_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let root = tempfile::tempdir().unwrap();
        let mut folder = ExportFolder::make(root.path().join("1")).unwrap();
        folder.write("1.pdf", b"hers").unwrap();
        let path = folder.keep();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&path), 0o700);
        assert_eq!(mode(&path.join("1.pdf")), 0o600);
    }
}
