//! The policy on one page for the table at a party: the essentials in large type, and where the whole
//! text is.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::{PolicyFacts, policy_text};
use crate::documents::blocks::{Block, Document, Letterhead, Span};
use crate::documents::page::Page;
use crate::documents::{PrintedFile, layout, pdf};
use crate::processing::business::Business;
use crate::words::Words;
use crate::{Language, Result, store};

/// The page as it will print.
///
/// # Errors
/// [`crate::Error::Internal`] when a template has a fault.
pub fn preview_short(
    connection: &Connection,
    today: NaiveDate,
    language: Language,
) -> Result<Vec<Page>> {
    let words = Words::of(language)?;
    let document = compose(connection, today, language)?;
    let page_of = |page, pages| words.page_of(page, pages);
    Ok(layout::layout_on_one_page(&document, page_of).pages)
}

/// The page as PDF.
///
/// # Errors
/// [`crate::Error::Internal`] when a template has a fault.
pub fn export_short(
    connection: &Connection,
    today: NaiveDate,
    language: Language,
) -> Result<PrintedFile> {
    let words = Words::of(language)?;
    let document = compose(connection, today, language)?;
    let page_of = |page, pages| words.page_of(page, pages);
    let layout = layout::layout_on_one_page(&document, page_of);
    Ok(PrintedFile {
        name: words.get("policy-short-file")?,
        bytes: pdf::paint(&document, &layout)?,
    })
}

fn compose(connection: &Connection, today: NaiveDate, language: Language) -> Result<Document> {
    let facts = PolicyFacts::read(connection, language)?;
    let address = store::policy::address(connection)?;
    let blocks = policy_text::short(&facts, language)?;
    short_document(blocks, &facts.business, &address, language, today)
}

/// The page as a document.
pub(in crate::processing) fn short_document(
    mut blocks: Vec<Block>,
    business: &Business,
    address: &str,
    language: Language,
    today: NaiveDate,
) -> Result<Document> {
    let words = Words::of(language)?;
    let title = words.get("policy-short-title")?;
    blocks.push(if address.is_empty() {
        Block::Paragraph(vec![Span::strong(words.get("policy-short-ask")?)])
    } else {
        Block::Web {
            text: vec![Span::strong(words.get("policy-short-whole")?)],
            address: address.to_owned(),
            code: words.with("policy-short-code", &[("address", address)])?,
        }
    });
    Ok(Document {
        language,
        title: format!("{}, {title}", business.name),
        author: business.name.clone(),
        date: today,
        letterhead: Letterhead::default(),
        foot_left: business.name.clone(),
        foot_middle: words.day(today),
        blocks,
    })
}
