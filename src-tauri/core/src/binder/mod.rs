//! What an inspector or a worried customer would ask for: the record of processing and the papers
//! beside it, and the binder, all of it in one. Each room contributes its section.

mod unkept;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::documents::blocks::{Block, Cover, Document, Letterhead};
use crate::documents::page::Page;
use crate::documents::{PrintedFile, layout, pdf};
use crate::processing::record::text::Texts;
use crate::processing::record::{self, RecordFacts, Values, sheet};
use crate::processing::{papers, sections};
use crate::words::Words;
use crate::{Result, consents, requests, retention};

/// A paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Paper {
    /// The record of processing.
    Record,
    /// How legitimate interests were weighed.
    Balancing,
    /// How long data is kept.
    Retention,
    /// Everything, in one.
    Binder,
}

/// A paper to be written as PDF. The place is chosen in a dialog of the system.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct SavePaper {
    /// Which.
    pub paper: Paper,
    /// In which language.
    pub language: crate::Language,
}

/// A paper as it will print.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PaperPreview {
    /// Its pages.
    pub pages: Vec<Page>,
}

/// How far the binder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct BinderProgress {
    /// Steps that are done.
    pub done: u32,
    /// Steps in all.
    pub of: u32,
}

/// A part of the binder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Key {
    /// The policy in force.
    Policy,
    /// The record of processing.
    Record,
    /// How legitimate interests were weighed.
    Balancing,
    /// How long data is kept.
    Retention,
    /// Who receives data, and what was agreed with them.
    Recipients,
    /// Consents and their texts.
    Consents,
    /// Requests and their answers.
    Requests,
    /// Breaches.
    Breaches,
    /// Proofs of erasure.
    Erasures,
    /// Security as it is configured.
    Security,
    /// Where what is said and what is done have drifted apart.
    Drift,
}

/// What sections are made from.
pub struct Material<'a> {
    /// The register.
    pub connection: &'a Connection,
    /// What is done with data.
    pub record: &'a RecordFacts,
    /// The same in words.
    pub(crate) values: &'a Values,
}

/// A section of the binder. A room that has nothing says so in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Which.
    pub key: Key,
    /// What it says.
    pub blocks: Vec<Block>,
}

type Contribute = fn(&Material<'_>) -> Result<Vec<Block>>;

/// The sections in their order, each from the room that it comes from.
const SECTIONS: [(Key, Contribute); 11] = [
    (Key::Policy, sections::policy),
    (Key::Record, sections::record),
    (Key::Balancing, sections::balancing),
    (Key::Retention, sections::retention),
    (Key::Recipients, sections::recipients),
    (Key::Consents, consents::section::section),
    (Key::Requests, requests::section::section),
    (Key::Breaches, unkept::breaches),
    (Key::Erasures, retention::section::section),
    (Key::Security, sections::security),
    (Key::Drift, sections::drift),
];

/// A paper as it will print.
///
/// # Errors
/// [`crate::Error::Internal`] when a template has a fault, which a test rules out.
pub fn preview(connection: &Connection, facts: &RecordFacts, paper: Paper) -> Result<PaperPreview> {
    let document = document(connection, facts, paper, &mut |_| {})?;
    let words = Words::of(facts.language)?;
    let layout = layout::layout(&document, |page, pages| words.page_of(page, pages));
    Ok(PaperPreview {
        pages: layout.pages,
    })
}

/// A paper as PDF. `progress` hears how far the binder is.
///
/// # Errors
/// [`crate::Error::Internal`] when a template has a fault, which a test rules out.
pub fn print(
    connection: &Connection,
    facts: &RecordFacts,
    paper: Paper,
    progress: &mut dyn FnMut(BinderProgress),
) -> Result<PrintedFile> {
    let document = document(connection, facts, paper, progress)?;
    let words = Words::of(facts.language)?;
    Ok(PrintedFile {
        name: file_name(facts, paper, "pdf")?,
        bytes: pdf::write(&document, |page, pages| words.page_of(page, pages), None)?,
    })
}

/// The record as a workbook.
///
/// # Errors
/// [`crate::Error::Internal`].
pub fn workbook(facts: &RecordFacts) -> Result<PrintedFile> {
    Ok(PrintedFile {
        name: file_name(facts, Paper::Record, "xlsx")?,
        bytes: sheet::write(facts)?,
    })
}

fn file_name(facts: &RecordFacts, paper: Paper, extension: &str) -> Result<String> {
    let name = Texts::of(facts.language)?.of_word("file", paper)?;
    Ok(format!("{name} {}.{extension}", facts.today))
}

/// The sections of the binder, in order.
///
/// # Errors
/// [`crate::Error::Internal`] when a template has a fault, which a test rules out.
pub fn sections(
    connection: &Connection,
    facts: &RecordFacts,
    progress: &mut dyn FnMut(BinderProgress),
) -> Result<Vec<Section>> {
    let values = Values::of(facts)?;
    let material = Material {
        connection,
        record: facts,
        values: &values,
    };
    // Setting it on pages is a step, too.
    let of = u32::try_from(SECTIONS.len() + 1).unwrap_or(u32::MAX);
    let mut made = Vec::new();
    for (done, (key, contribute)) in (1..).zip(SECTIONS) {
        let blocks = contribute(&material)?;
        made.push(Section { key, blocks });
        progress(BinderProgress { done, of });
    }
    Ok(made)
}

fn document(
    connection: &Connection,
    facts: &RecordFacts,
    paper: Paper,
    progress: &mut dyn FnMut(BinderProgress),
) -> Result<Document> {
    let texts = Texts::of(facts.language)?;
    let words = Words::of(facts.language)?;
    let title = texts.of_word("title", paper)?;
    let sender = facts.business.sender();
    let today = words.day(facts.today);
    let (letterhead, blocks) = if paper == Paper::Binder {
        let made = sections(connection, facts, progress)?;
        let mut lines = sender;
        lines.insert(1.min(lines.len()), today.clone());
        (Letterhead::default(), bound(made, title, lines, texts)?)
    } else {
        let blocks = match paper {
            Paper::Balancing => papers::balancing(facts)?,
            Paper::Retention => papers::retention_plan(facts)?,
            Paper::Record | Paper::Binder => record::compose(facts)?,
        };
        let letterhead = Letterhead {
            sender,
            aside: vec![today.clone()],
            to: Vec::new(),
        };
        (letterhead, blocks)
    };
    let author = facts.business.name.clone();
    Ok(Document {
        language: facts.language,
        title: format!("{author}, {title}"),
        foot_left: format!("{author}, {title}"),
        foot_middle: today,
        author,
        date: facts.today,
        letterhead,
        blocks,
    })
}

/// The binder: a cover, the list of contents, then each section under a title of its own.
fn bound(
    sections: Vec<Section>,
    title: &str,
    lines: Vec<String>,
    texts: &Texts,
) -> Result<Vec<Block>> {
    let mut blocks = vec![
        Block::Cover(Cover {
            title: title.to_owned(),
            lines,
        }),
        Block::Contents(texts.in_list("section", "contents")?.to_owned()),
    ];
    for Section {
        key,
        blocks: section,
    } in sections
    {
        let title = texts.of_word("section", key)?;
        blocks.push(Block::Title(title.to_owned()));
        for block in section {
            match block {
                // What says no more than the section's own title.
                Block::Title(text) | Block::Heading { text, .. } if text == title => {}
                Block::Title(text) => blocks.push(Block::Heading { number: None, text }),
                block => blocks.push(block),
            }
        }
    }
    Ok(blocks)
}
