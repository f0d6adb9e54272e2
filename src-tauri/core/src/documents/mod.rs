//! Documents: templates to blocks, blocks to pages, pages to PDF and to the window.

mod arabic;
pub mod blocks;
mod flow;
mod fonts;
mod foot;
mod key;
pub mod layout;
mod lines;
mod lock;
pub mod page;
pub mod pdf;
mod structure;
mod table;
mod text;

#[cfg(test)]
mod tests;
