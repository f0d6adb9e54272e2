//! The recovery sheet: the key as text and QR code, and what to do with it.

use age::secrecy::ExposeSecret;
use chrono::NaiveDate;
use rusqlite::Connection;

use super::blocks::{Block, Document, Letterhead, Span};
use super::page::Page;
use super::{PrintedFile, layout, pdf};
use crate::vault::RecoveryKey;
use crate::words::Words;
use crate::{Language, Result, store};

/// How the register is opened without Kundbok; the same as in the register folder's `READ ME.txt`.
const COMMANDS: &str = "age -d -i recovery.txt -o register.sqlite register.age\n\
                        sqlite3 register.sqlite .tables";

/// The sheet as it will print.
pub fn pages(
    connection: &Connection,
    key: &RecoveryKey,
    language: Language,
    today: NaiveDate,
) -> Result<Vec<Page>> {
    let words = Words::of(language)?;
    let document = compose(connection, key, words, today)?;
    Ok(layout::layout(&document, |page, pages| words.page_of(page, pages)).pages)
}

/// The sheet as a PDF.
pub fn sheet(
    connection: &Connection,
    key: &RecoveryKey,
    language: Language,
    today: NaiveDate,
) -> Result<PrintedFile> {
    let words = Words::of(language)?;
    let document = compose(connection, key, words, today)?;
    Ok(PrintedFile {
        name: format!("{}.pdf", words.get("recovery-title")?),
        bytes: pdf::write(&document, |page, pages| words.page_of(page, pages), None)?,
    })
}

fn compose(
    connection: &Connection,
    key: &RecoveryKey,
    words: &Words,
    today: NaiveDate,
) -> Result<Document> {
    let business = store::business::find(connection)?;
    let text = |key: &str| words.get(key);
    let steps = |key: &str| -> Result<Block> {
        let steps = (1..=3).map(|step| Ok(vec![Span::plain(words.get(&format!("{key}-{step}"))?)]));
        Ok(Block::Steps(steps.collect::<Result<_>>()?))
    };
    let heading = |key: &str| -> Result<Block> {
        Ok(Block::Heading {
            number: None,
            text: words.get(key)?,
        })
    };
    Ok(Document {
        language: words.language(),
        title: text("recovery-title")?,
        author: business.name.clone(),
        date: today,
        letterhead: Letterhead {
            sender: vec![business.name, text("recovery-register")?],
            aside: vec![words.with("recovery-printed", &[("day", &words.day(today))])?],
            to: Vec::new(),
        },
        foot_left: text("recovery-foot")?,
        foot_middle: String::new(),
        blocks: vec![
            Block::Title(text("recovery-title")?),
            Block::Paragraph(vec![Span::plain(text("recovery-lead")?)]),
            Block::Key {
                heading: text("recovery-key")?,
                key: key.text().expose_secret().to_owned(),
            },
            heading("recovery-steps")?,
            steps("recovery-step")?,
            heading("recovery-new")?,
            steps("recovery-new")?,
            heading("recovery-without")?,
            Block::Paragraph(vec![Span::plain(text("recovery-without-text")?)]),
            Block::Paragraph(vec![Span::plain(COMMANDS)]),
            Block::Paragraph(vec![Span::plain(text("recovery-without-files")?)]),
        ],
    })
}
