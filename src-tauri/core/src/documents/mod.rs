//! Documents: templates to blocks, blocks to pages, pages to PDF and to the window.

pub mod blocks;
pub mod page;
