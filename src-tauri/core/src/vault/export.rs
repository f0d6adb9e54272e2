//! Writing what a person takes out of the register, readable by anyone: a file, or a new folder of
//! files. That it fails says nothing of the register.

use std::fs::{self, DirBuilder};
use std::io;
use std::path::{Path, PathBuf};

use super::disk;
use super::system::{FileSystem, System};
use crate::{Error, Result};

/// Writes a file where the person chose, whole or not at all.
///
/// # Errors
/// [`Error::FileFailed`] with the reason. What was there before is as it was.
pub fn export(path: &Path, bytes: &[u8]) -> Result<()> {
    disk::write(&System, path, bytes).map_err(|error| failed(&error))
}

/// A new folder of exported files. Until it is [kept](Self::keep), dropping it removes what was
/// written: half a copy of someone's data is left nowhere.
#[must_use = "what is not kept is removed"]
pub struct ExportFolder {
    path: PathBuf,
    files: Vec<PathBuf>,
}

impl ExportFolder {
    /// Makes the folder, for this person alone (0700), in one that is there.
    ///
    /// # Errors
    /// [`Error::FileFailed`] with the reason.
    pub fn make(path: PathBuf) -> Result<Self> {
        let mut folder = DirBuilder::new();
        folder.recursive(false);
        #[cfg(unix)]
        {
            use std::os::unix::fs::DirBuilderExt;
            folder.mode(0o700);
        }
        folder.create(&path).map_err(|error| failed(&error))?;
        Ok(Self {
            path,
            files: Vec::new(),
        })
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
        let _ = fs::remove_dir(&self.path);
    }
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
