//! Documents: templates to blocks, blocks to pages, pages to PDF and to the window.

mod addresses;
mod arabic;
pub mod blocks;
pub mod changes;
mod contents;
mod flow;
mod fonts;
mod foot;
pub mod html;
mod key;
pub mod layout;
#[cfg(test)]
pub(crate) mod legibility;
mod letterhead;
mod lines;
mod lock;
pub mod page;
pub mod pdf;
pub mod plain;
pub mod recovery;
mod rows;
mod structure;
mod table;
pub mod templates;
mod text;
mod web;

/// A document as a file.
pub struct PrintedFile {
    /// Its name, free of people's names.
    pub name: String,
    /// Its contents.
    pub bytes: Vec<u8>,
}

#[cfg(test)]
mod tests;
