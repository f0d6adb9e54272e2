//! Everything that can happen to a register's files. The experiments are those of `make torture`,
//! here with a share of their tries.

mod fuzzing;
mod real;
mod simulated;
#[cfg(windows)]
mod windows;

use std::io::Write;

use kundbok_tests::torture::Row;

/// Nothing failed.
fn expect_good(row: &Row) {
    if let Some(why) = row.skipped {
        // Not a failure; it is said where `--nocapture` shows it.
        let _ = writeln!(std::io::stderr(), "{}: not tried, {why}", row.name);
    }
    assert!(
        row.is_good(),
        "{}: {} of {} failed ({} to be tried)\n{}",
        row.name,
        row.failed,
        row.tried,
        row.goal,
        row.complaints.join("\n")
    );
}
