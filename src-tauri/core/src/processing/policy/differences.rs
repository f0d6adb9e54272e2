//! What the draft says against the version in force, marked on its pages and told in figures.

use serde::Serialize;
use ts_rs::TS;

use crate::Result;
use crate::documents::blocks::Document;
use crate::documents::page::Page;
use crate::documents::{changes, layout};
use crate::words::Words;

/// How the draft differs from the version in force.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PolicyDifferences {
    /// The version in force.
    pub since: u32,
    /// The draft's pages with what was added and what was removed.
    pub pages: Vec<Page>,
    /// Clauses that say something else, the introduction among them.
    pub changed: u32,
    /// Clauses that were not there.
    pub added: u32,
    /// Clauses that are there no longer.
    pub removed: u32,
    /// Whether the business's details above the title differ.
    pub sender: bool,
}

impl PolicyDifferences {
    /// What `draft` says against `before`, which is version `since`.
    pub(super) fn between(since: u32, before: &Document, draft: &Document) -> Result<Self> {
        let words = Words::of(draft.language)?;
        let compared = changes::compare(&before.blocks, &draft.blocks);
        let counts = compared.clauses();
        let document = Document {
            blocks: compared.blocks,
            ..draft.clone()
        };
        let page_of = |page, pages| words.page_of(page, pages);
        Ok(Self {
            since,
            pages: layout::layout_changes(&document, &compared.of_blocks, page_of).pages,
            changed: counts.changed,
            added: counts.added,
            removed: counts.removed,
            sender: before.letterhead.sender != draft.letterhead.sender,
        })
    }
}
