//! Root writes into folders that may only be read. What must fail there runs without that power.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a folder's permissions are ignored with (capabilities(7)).
const POWERS: &str = "-dac_override,-dac_read_search";

/// Runs the rest of a test without root's power over permissions: answers true where it is gone
/// already. Else the test, by its full name, is run again without it, and false is answered.
///
/// # Panics
/// When the test fails there.
pub fn here_or_again(test: &str) -> bool {
    if respects_permissions() {
        return true;
    }
    let status = Command::new("setpriv")
        .args(["--bounding-set", POWERS])
        .arg(std::env::current_exe().expect("path of the running test"))
        .args(["--exact", test, "--nocapture"])
        .status()
        .expect("setpriv (util-linux)");
    assert!(status.success(), "{test} failed without root's powers");
    false
}

/// A script at `path` that runs `program` without root's power over permissions.
///
/// # Panics
/// When it cannot be written.
pub fn script(path: &Path, program: &Path) -> PathBuf {
    let mut line = OsString::from("#!/bin/sh\nexec ");
    if !respects_permissions() {
        line.push(format!("setpriv --bounding-set {POWERS} "));
    }
    line.push(program);
    line.push(" \"$@\"\n");
    fs::write(path, line.as_encoded_bytes()).expect("a script");
    set_mode(path, 0o700);
    path.to_owned()
}

/// Sets a file's or folder's permissions.
///
/// # Panics
/// When the system refuses.
pub fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("permissions");
}

fn respects_permissions() -> bool {
    let folder = tempfile::tempdir().expect("a temporary folder");
    set_mode(folder.path(), 0o500);
    let refused = fs::write(folder.path().join("try"), b"").is_err();
    set_mode(folder.path(), 0o700);
    refused
}
