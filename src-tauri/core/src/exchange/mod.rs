//! Import and export in the formats that people have.

pub mod import;
pub mod portable;
