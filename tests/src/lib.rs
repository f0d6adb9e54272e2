//! What the tests across layers, the demo and the measurements share: a sample register, and the
//! real window, driven.
#![forbid(unsafe_code)]

use std::path::{Path, PathBuf};
use std::time::Instant;

use chrono::{DateTime, FixedOffset};
use kundbok_core::attachments::Owner;
use kundbok_core::register::{Here, Register, Sightings};
use kundbok_core::requests::handover::{self, Copy, HandOver};
use kundbok_core::vault::RegisterFolder;
use kundbok_core::{Language, Result};

pub mod computers;
pub mod meddled;
pub mod sample;
pub mod torture;
#[cfg(unix)]
pub mod unprivileged;
#[cfg(feature = "window")]
pub mod walk;
#[cfg(feature = "window")]
pub mod window;

/// A computer on the sample's last evening.
pub fn here(folder: RegisterFolder, local_folder: &Path) -> Here {
    Here {
        folder,
        local_folder: local_folder.to_owned(),
        language: Language::Sv,
        computer: "Majas dator".to_owned(),
        now: sample::evening_of(sample::LAST_DAY),
        measured: Instant::now(),
        sightings: Sightings::default(),
    }
}

/// Keeps a file with a customer or a supplier, as the window does.
///
/// # Errors
/// Those of each step.
pub fn attach(
    register: &mut Register,
    owner: impl Into<Owner>,
    path: &Path,
    now: DateTime<FixedOffset>,
) -> Result<()> {
    let new = register.expect_attachment(owner)?.read(path)?;
    register.add_attachment(new, now).map(drop)
}

/// Writes a copy of a file that is kept with a customer, as the window does.
///
/// # Errors
/// Those of each step.
pub fn export(register: &Register, id: u32, path: &Path) -> Result<()> {
    let row = register.attachment(id)?;
    register.attachments().export(&row.sealed, path)
}

/// Makes what is handed over, as the window does.
///
/// # Errors
/// Those of each step.
pub fn hand_over(
    register: &Register,
    now: DateTime<FixedOffset>,
    request: &HandOver,
) -> Result<Copy> {
    let draft = register.read(|connection| handover::draft(connection, now, request))?;
    draft.make(&register.attachments())
}

/// Backs a register up, as the window does. Answers where.
///
/// # Errors
/// Those of each step.
pub fn back_up(register: &Register, folder: &Path, now: DateTime<FixedOffset>) -> Result<PathBuf> {
    register.expect_backup()?.write(folder, now)?.keep()
}

/// Makes this computer's own copies of all files that it has none of, as is done beside everything
/// else once a register is open.
///
/// # Errors
/// [`kundbok_core::Error::Internal`].
pub fn copy_all(register: &mut Register) -> Result<()> {
    while let Some((folders, sealed)) = register.next_uncopied()? {
        let _ = folders.keep(&sealed);
    }
    Ok(())
}
