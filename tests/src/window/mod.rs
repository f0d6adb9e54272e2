//! The real window under a driver: its own display, session bus and home folder, and the built
//! program in them. Whatever fails, the failure names what the window showed.

mod driver;
mod stage;

pub use driver::{Axe, Key, Window};
pub use stage::Stage;

use std::path::{Path, PathBuf};

/// The repository's folder.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the tests lie in the repository")
}

/// The built program, beside the running test or demo.
///
/// # Panics
/// When it is not built.
pub fn program() -> PathBuf {
    let running = std::env::current_exe().expect("path of the running program");
    let program = running
        .ancestors()
        .skip(1)
        .take(2)
        .map(|folder| folder.join("kundbok"))
        .find(|program| program.is_file());
    program.expect("kundbok is not built: cargo build --workspace --features kundbok/e2e --bins")
}
