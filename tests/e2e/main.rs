//! The real window, driven as a person would. Needs the built program: `make test`.

mod access;
mod attachments;
mod binder;
mod clipboard;
mod consents;
mod drafts;
mod hand_over;
mod informed;
mod keeping;
mod locking;
mod logind;
mod main_job;
mod map;
mod merging;
mod opening;
mod policy;
mod presence;
mod recovering;
mod safety;
mod saving;
mod starting;
mod suppliers;
mod today;
mod traces;

use std::path::Path;
use std::process::Command;

/// The text of a PDF, as a reader program sees it.
fn pdf_text(path: &Path, password: Option<&str>) -> Option<String> {
    let mut command = Command::new("pdftotext");
    if let Some(password) = password {
        command.args(["-upw", password]);
    }
    let read = command
        .args(["-enc", "UTF-8"])
        .arg(path)
        .arg("-")
        .output()
        .expect("pdftotext (make set-up)");
    read.status
        .success()
        .then(|| String::from_utf8_lossy(&read.stdout).into_owned())
}

/// The one folder in `folder`.
fn only_folder(folder: &Path) -> std::path::PathBuf {
    let folders: Vec<_> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    let [one] = &folders[..] else {
        panic!("not one folder: {folders:?}");
    };
    one.clone()
}
