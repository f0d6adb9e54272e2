//! Import and export in the formats that people have.

mod columns;
pub mod csv_export;
mod customer;
mod dates;
mod headings;
pub mod import;
mod names;
pub mod plan;
pub mod portable;
pub mod table;
