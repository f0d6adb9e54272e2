//! What is kept in files of its own: those with customers and suppliers, and half-written forms.

use std::cell::OnceCell;
use std::fs;

use kundbok_core::attachments::Owner;
use kundbok_core::drafts::Draft;
use kundbok_core::register::Register;
use kundbok_core::vault::{RecoveryKey, RegisterFolder};
use kundbok_core::{Error, Result, Rule};
use tempfile::TempDir;

use super::super::super::disk::Disk;
use super::super::super::scene::{local_folder, now, register_folder};
use super::Came;
use crate::here;
use crate::sample::PICTURE;

/// Keeps a small file.
pub fn attach(register: &mut Register, owner: Owner) -> Result<()> {
    let failed = |_| Error::FileFailed(Rule::Failed);
    let folder = tempfile::tempdir().map_err(failed)?;
    let path = folder.path().join("kalaset.png");
    fs::write(&path, PICTURE).map_err(failed)?;
    crate::attach(register, owner, &path, now())
}

/// Half-written forms do not go through a disk in memory: theirs is the real one, laid out when the
/// first is sent.
pub struct Drafts {
    disk: Disk,
    recovery: RecoveryKey,
    register: OnceCell<(Register, TempDir)>,
}

impl Drafts {
    /// Those beside the register on a disk.
    pub fn beside(disk: Disk, recovery: RecoveryKey) -> Self {
        Self {
            disk,
            recovery,
            register: OnceCell::new(),
        }
    }

    /// What is kept is found again, and what is refused leaves the one before.
    pub fn keep(&self, draft: &Draft) -> Came {
        let (register, _) = self.register.get_or_init(|| self.lay_out());
        let before = register.find_draft();
        let kept = register.keep_draft(draft);
        let expected = if kept.is_ok() {
            Some(draft)
        } else {
            before.as_ref()
        };
        assert!(
            register.find_draft().as_ref() == expected,
            "another draft is found than the one that was kept last"
        );
        // The register itself is as it was.
        kept.map_or_else(Came::Refused, |()| Came::Read)
    }

    fn lay_out(&self) -> (Register, TempDir) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let real = |path: &std::path::Path| {
            folder
                .path()
                .join(path.strip_prefix("/").expect("a path on the disk"))
        };
        let (register, local) = (real(&register_folder()), real(&local_folder()));
        for made in [&register, &local] {
            fs::create_dir_all(made).expect("a folder");
        }
        for (path, bytes) in self.disk.files() {
            let path = real(&path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, &*bytes).expect("a file");
        }
        let here = here(RegisterFolder::at(register), &local);
        let register = Register::open_with_recovery_key(&here, &self.recovery);
        (register.expect("the register"), folder)
    }
}
