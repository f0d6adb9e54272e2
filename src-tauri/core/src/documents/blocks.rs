//! The block model: what a document says, free of where it stands on the page.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::page::Change;
use crate::Language;

/// A document. It knows nothing of pages; see `layout`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Language of the text, written to the PDF's `/Lang`.
    pub language: Language,
    /// Title, also in the PDF's metadata. Free of customers' names where the file name must be.
    pub title: String,
    /// Author in the PDF's metadata: the business.
    pub author: String,
    /// Date in the PDF's metadata.
    pub date: NaiveDate,
    /// What stands above the title on the first page.
    pub letterhead: Letterhead,
    /// Left part of each page's foot.
    pub foot_left: String,
    /// Middle part of each page's foot.
    pub foot_middle: String,
    /// The text.
    pub blocks: Vec<Block>,
}

/// The top of the first page: sender to the left; date or version and recipient to the right.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letterhead {
    /// First line strong, the rest plain.
    pub sender: Vec<String>,
    /// Quiet lines at the top right: date, version.
    pub aside: Vec<String>,
    /// Recipient's lines, placed where a window envelope shows them; empty for none.
    pub to: Vec<String>,
}

/// A piece of text in one weight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The text; line breaks are kept.
    pub text: String,
    /// Strong rather than regular.
    pub strong: bool,
    /// How it differs from an earlier version, where that is shown; never kept.
    #[serde(skip)]
    pub change: Option<Change>,
}

impl Span {
    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            strong: false,
            change: None,
        }
    }

    /// Strong text.
    pub fn strong(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            strong: true,
            change: None,
        }
    }
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A page of its own before everything else.
    Cover(Cover),
    /// The list of the titles that follow, with their pages; it has a title itself.
    Contents(String),
    /// A title. One that others come before begins a page.
    Title(String),
    /// A heading, with a number in the margin for a clause. Kept with what follows.
    Heading {
        /// Clause number.
        number: Option<u32>,
        /// Text.
        text: String,
    },
    /// A heading of the second order. Kept with what follows.
    Subheading(String),
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A paragraph in small print.
    Fine(Vec<Span>),
    /// A list with dashes.
    List(Vec<Vec<Span>>),
    /// A numbered list.
    Steps(Vec<Vec<Span>>),
    /// Labels to the left, values to the right.
    Facts(Vec<Fact>),
    /// A table; splits between rows and repeats its head.
    Table(Table),
    /// A key in groups of four with a QR code beside it.
    Key {
        /// Heading over the groups.
        heading: String,
        /// The whole key as typed, e.g. `AGE-SECRET-KEY-1...`; also the QR code's payload.
        key: String,
    },
    /// Where something can be read on the web, with a QR code beside it.
    Web {
        /// What is said of it.
        text: Vec<Span>,
        /// The address; also the QR code's payload.
        address: String,
        /// What the code is, for those who cannot see it.
        code: String,
    },
}

/// A text without its weights.
pub fn flat(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

/// Every text of the blocks, one for each place that it stands in; a fact with its label, a row of a
/// table with all of its cells.
pub fn texts(blocks: &[Block]) -> Vec<String> {
    let lists = |entries: &[Vec<Span>]| entries.iter().map(|spans| flat(spans)).collect();
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Cover(cover) => [&cover.title]
                .into_iter()
                .chain(&cover.lines)
                .cloned()
                .collect(),
            Block::Contents(text)
            | Block::Title(text)
            | Block::Heading { text, .. }
            | Block::Subheading(text) => vec![text.clone()],
            Block::Paragraph(spans) | Block::Fine(spans) => vec![flat(spans)],
            Block::List(entries) | Block::Steps(entries) => lists(entries),
            Block::Facts(facts) => facts
                .iter()
                .map(|fact| format!("{}: {}", fact.label, fact.value))
                .collect(),
            Block::Table(table) => {
                let headings = table.columns.iter().map(|column| column.heading.clone());
                let rows = table.rows.iter().chain(&table.sum);
                headings.chain(rows.map(|row| row.join(" | "))).collect()
            }
            Block::Key { heading, key } => vec![heading.clone(), key.clone()],
            Block::Web { text, address, .. } => vec![flat(text), address.clone()],
        })
        .collect()
}

/// Numbers the headings of the first order, as clauses are, from 1.
pub fn number_headings(blocks: &mut [Block]) {
    let headings = blocks.iter_mut().filter_map(|block| match block {
        Block::Heading { number, .. } => Some(number),
        _ => None,
    });
    for (number, heading) in (1..).zip(headings) {
        *heading = Some(number);
    }
}

/// The first page of a document of many parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    /// The document's title.
    pub title: String,
    /// Lines under it; the first is strong.
    pub lines: Vec<String>,
}

/// A label with its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The label.
    pub label: String,
    /// The value; line breaks are kept.
    pub value: String,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, one text for each column; line breaks are kept.
    pub rows: Vec<Vec<String>>,
    /// A last row in strong under a rule, e.g. a sum; as many texts as columns, empty ones merged to the left.
    pub sum: Option<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its heading, repeated on each page.
    pub heading: String,
    /// Where its texts stand.
    pub align: Align,
    /// Share of the width; `None` takes what its texts need (dates, sums).
    pub share: Option<u8>,
}

/// Where a column's texts stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Align {
    /// To the left.
    Start,
    /// To the right, figures under figures, never broken.
    End,
}
