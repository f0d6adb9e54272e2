//! What the items of a laid-out document are, for readers who hear it: the tree behind a tagged PDF.

use super::addresses::Placed;

/// What a part of a document is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A heading of a level from 1, with its text for bookmarks.
    Heading(u16, String),
    /// A paragraph.
    Paragraph,
    /// A list, numbered or not.
    List(bool),
    /// An entry of a list.
    Entry,
    /// Its dash or number.
    Label,
    /// Its text.
    Body,
    /// A table.
    Table,
    /// A row of a table.
    Row,
    /// A heading over a column.
    ColumnHeading,
    /// A heading before a row.
    RowHeading,
    /// A cell.
    Cell,
    /// A cell over several columns.
    WideCell(u32),
    /// A list of contents.
    Contents,
    /// An entry of it.
    ContentsEntry,
    /// A reference to another part of the document.
    Reference,
    /// A link to the part of an index, with what it says.
    Link(usize, String),
    /// An address, with what it says.
    Address(String),
    /// A picture with what it shows.
    Figure(String),
}

/// A part of a document.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// What it is.
    pub role: Role,
    /// Index of the part it belongs to; `None` at the top.
    pub parent: Option<usize>,
}

/// The parts of a document, each after the one it belongs to, in reading order.
#[derive(Clone, Debug, Default)]
pub(super) struct Structure {
    /// The parts.
    pub nodes: Vec<Node>,
    /// What each item of each page belongs to.
    pub owners: Vec<Vec<Owner>>,
    /// The addresses on the pages.
    pub addresses: Vec<Placed>,
}

/// What an item belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Owner {
    /// The part; `None` for rules and feet.
    pub part: Option<usize>,
    /// A space follows the item, though none is drawn: a line ends there, and no word is cut.
    pub space: bool,
}

impl Structure {
    /// Adds a part and answers its index.
    pub fn add(&mut self, role: Role, parent: Option<usize>) -> usize {
        self.nodes.push(Node { role, parent });
        self.nodes.len() - 1
    }
}
