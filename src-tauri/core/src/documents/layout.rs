//! Blocks to pages: A4 as a letter is set by hand. One measure for all documents; see `flow` for the
//! margins.

use super::addresses;
use super::blocks::{Block, Document, Span};
use super::contents::{self, Place, places};
use super::flow::{BOTTOM, Flow, LEFT, Owned, PAGE, Strip, WIDTH};
use super::foot::Foot;
use super::key;
use super::letterhead;
use super::lines::{Line, Style, lines};
use super::page::{Change, Face, Ink, Item, Page};
use super::structure::{Owner, Role, Structure};
use super::text::Run;
use super::web;
use crate::Language;

const fn style(size: f32, leading: f32, tracking: f32, ink: Ink) -> Style {
    Style {
        size,
        leading,
        tracking,
        ink,
    }
}

pub(super) const BODY: Style = style(3.6, 5.2, 0.0, Ink::Ink);
pub(super) const QUIET: Style = style(3.6, 5.2, 0.0, Ink::Quiet);
const FINE: Style = style(3.0, 4.3, 0.0, Ink::Quiet);
const TITLE: Style = style(7.4, 9.0, -0.015, Ink::Ink);
pub(super) const COVER: Style = style(12.0, 14.0, -0.02, Ink::Ink);
pub(super) const HEADING: Style = style(4.3, 5.6, -0.006, Ink::Ink);
const NUMBER: Style = style(4.3, 5.6, 0.0, Ink::Faint);
const LABEL: Style = style(3.6, 5.2, 0.0, Ink::Faint);

/// From the left margin to the bar beside what has changed, and how wide that is, in mm.
const BAR: (f32, f32) = (11.0, 0.6);

/// A document on pages.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The pages, at least one.
    pub pages: Vec<Page>,
    /// What the items on them are.
    pub(super) structure: Structure,
}

/// How a block differs from an earlier version. What changed within a text stands in its spans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockChange {
    /// As it was, or as its spans say.
    Within,
    /// All of it.
    Whole(Change),
    /// Of a table, each row.
    Rows(Vec<Option<Change>>),
}

/// Sets a document on pages. `page_of` says "Page 1 of 2" in the document's language: the page from
/// 1, then how many there are.
pub fn layout(document: &Document, page_of: impl Fn(usize, usize) -> String) -> Layout {
    layout_changes(document, &[], page_of)
}

/// As [`layout`], with how each block differs from an earlier version; those without an entry do not.
pub fn layout_changes(
    document: &Document,
    changes: &[BlockChange],
    page_of: impl Fn(usize, usize) -> String,
) -> Layout {
    Look {
        changes,
        scale: 1.0,
    }
    .set(document, page_of)
}

/// Scales of the text of a document on one page, the largest that has room first.
const SCALES: [f32; 14] = [
    1.4, 1.35, 1.3, 1.25, 1.2, 1.15, 1.1, 1.05, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5,
];

/// Sets a document in the largest text that leaves it on one page.
pub fn layout_on_one_page(document: &Document, page_of: impl Fn(usize, usize) -> String) -> Layout {
    let set = |scale| {
        Look {
            changes: &[],
            scale,
        }
        .set(document, &page_of)
    };
    SCALES
        .into_iter()
        .map(set)
        .find(|layout| layout.pages.len() == 1)
        .unwrap_or_else(|| set(SCALES[SCALES.len() - 1]))
}

/// How a document is set.
#[derive(Clone, Copy)]
struct Look<'a> {
    changes: &'a [BlockChange],
    /// Of the size of running text.
    scale: f32,
}

impl Look<'_> {
    fn set(self, document: &Document, page_of: impl Fn(usize, usize) -> String) -> Layout {
        let mut pages = self.lay(document, &[]);
        if document
            .blocks
            .iter()
            .any(|block| matches!(block, Block::Contents(_)))
        {
            // Once to see how long the list of contents is and what is in it, once with every page in
            // its place, and that is where it stays: a figure takes no room from the titles.
            for _ in 0..2 {
                pages = self.lay(document, &places(&pages.0, &pages.1));
            }
        }
        let (mut pages, mut structure) = pages;
        addresses::note(&pages, &mut structure);
        Foot::new(document).draw(&mut pages, &mut structure, page_of);
        Layout { pages, structure }
    }

    /// The pages without their feet. `places` is where the parts begin, as far as that is known.
    fn lay(self, document: &Document, places: &[Place]) -> (Vec<Page>, Structure) {
        let mut setting = Setting {
            language: document.language,
            flow: Flow::default(),
            structure: Structure::default(),
            after: 0.0,
            places,
            change: None,
            scale: self.scale,
        };
        letterhead::set(&mut setting, &document.letterhead);
        for (index, block) in document.blocks.iter().enumerate() {
            let (whole, rows) = match self.changes.get(index) {
                Some(BlockChange::Whole(change)) => (Some(*change), &[][..]),
                Some(BlockChange::Rows(rows)) => (None, &rows[..]),
                Some(BlockChange::Within) | None => (None, &[][..]),
            };
            setting.change = whole;
            if is_introduced(&document.blocks[..index], block)
                && let Some(last) = setting.flow.strips.last_mut()
            {
                last.keep = true;
            }
            setting.block(block, rows);
        }
        let mut structure = setting.structure;
        let bottom = PAGE.1 - BOTTOM - Foot::new(document).height;
        (setting.flow.paginate(bottom, &mut structure), structure)
    }
}

/// The document so far.
pub(super) struct Setting<'a> {
    pub language: Language,
    pub flow: Flow,
    pub structure: Structure,
    /// Space that the last block wants under it, in mm; it and the next block's share the larger.
    after: f32,
    /// Where the parts begin, for the list of contents.
    places: &'a [Place],
    /// How all that is being set differs from an earlier version.
    pub change: Option<Change>,
    /// Of the size of running text.
    pub scale: f32,
}

impl Setting<'_> {
    fn block(&mut self, block: &Block, rows: &[Option<Change>]) {
        match block {
            Block::Cover(cover) => contents::cover(self, cover),
            Block::Contents(title) => contents::set(self, title, self.places),
            Block::Title(text) => self.title(text),
            Block::Heading { number, text } => self.heading(*number, text),
            Block::Subheading(text) => {
                let owner = self.heading_node(3, text);
                let run = Run::new(text, Face::Strong).join();
                self.text(&run, &BODY, LEFT, Some(owner), true, (4.4, 0.8));
            }
            Block::Paragraph(spans) => self.paragraph(spans, &BODY),
            Block::Fine(spans) => {
                // The law's name stands with what it is the law of.
                if let Some(last) = self.flow.strips.last_mut() {
                    last.keep = true;
                }
                self.paragraph(spans, &FINE);
            }
            Block::List(entries) => self.list(entries, false),
            Block::Steps(entries) => self.list(entries, true),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table, rows),
            Block::Key { heading, key } => key::set(self, heading, key),
            Block::Web {
                text,
                address,
                code,
            } => web::set(self, text, address, code),
        }
    }

    /// Lines of a run.
    pub fn lines(&self, run: &Run, style: &Style, width: f32) -> Vec<Line> {
        if self.change.is_none() {
            return lines(run, style, width, self.language);
        }
        let run = run.clone().change(self.change);
        lines(&run, style, width, self.language)
    }

    /// Adds strips with space before the first and after the last, in mm.
    pub fn add(&mut self, strips: Vec<Strip>, (before, after): (f32, f32)) {
        let Some(at) = (!strips.is_empty()).then_some(self.flow.strips.len()) else {
            return;
        };
        let strips = strips.into_iter().map(|mut strip| {
            if strip.items.iter().any(|(item, _)| is_changed(item)) {
                strip.items.push(bar(strip.height));
            }
            strip
        });
        self.flow.strips.extend(strips);
        self.flow.strips[at].before = self.after.max(before);
        self.after = after;
    }

    /// Adds a heading to the structure.
    pub fn heading_node(&mut self, level: u16, text: &str) -> usize {
        let role = Role::Heading(level, text.to_owned());
        self.structure.add(role, None)
    }

    /// Sets a run as lines of its own from `x` mm to the right margin. No first or last line is left
    /// alone on a page; `keep` holds all of it to what follows.
    pub fn text(
        &mut self,
        run: &Run,
        style: &Style,
        x: f32,
        owner: Option<usize>,
        keep: bool,
        space: (f32, f32),
    ) {
        let style = &style.scaled(self.scale);
        let space = (space.0 * self.scale, space.1 * self.scale);
        let lines = self.lines(run, style, LEFT + WIDTH - x);
        let count = lines.len();
        let strips = lines
            .into_iter()
            .enumerate()
            .map(|(index, line)| Strip {
                height: style.leading,
                keep: keep || (index + 1 < count && (index == 0 || index + 2 == count)),
                items: line.placed(x, 0.0, owner).collect(),
                ..Strip::default()
            })
            .collect();
        self.add(strips, space);
    }

    /// A title; one that others come before begins a page.
    pub fn title(&mut self, text: &str) {
        let turns = self
            .structure
            .nodes
            .iter()
            .any(|node| matches!(node.role, Role::Heading(1, _)));
        let owner = self.heading_node(1, text);
        let run = Run::new(text, Face::Strong).join();
        let at = self.flow.strips.len();
        self.text(&run, &TITLE, LEFT, Some(owner), true, (0.0, 3.0));
        if let Some(first) = self.flow.strips.get_mut(at) {
            first.turn = turns;
        }
    }

    fn heading(&mut self, number: Option<u32>, text: &str) {
        let owner = self.heading_node(2, text);
        let at = self.flow.strips.len();
        let run = Run::new(text, Face::Strong).join();
        self.text(&run, &HEADING, LEFT, Some(owner), true, (7.0, 2.0));
        if let (Some(number), Some(first)) = (number, self.flow.strips.get_mut(at)) {
            let run = Run::new(&number.to_string(), Face::Regular);
            for mut line in lines(&run, &NUMBER.scaled(self.scale), LEFT, self.language) {
                line.space = true;
                let x = LEFT - 3.0 - line.width;
                first.items.splice(0..0, line.placed(x, 0.0, Some(owner)));
            }
        }
    }

    fn paragraph(&mut self, spans: &[Span], style: &Style) {
        let owner = self.structure.add(Role::Paragraph, None);
        // What announces something is not left behind at the foot of a page.
        let announces = spans
            .last()
            .is_some_and(|span| span.text.trim_end().ends_with(':'));
        let run = run_of(spans);
        self.text(&run, style, LEFT, Some(owner), announces, (0.0, 2.2));
    }

    fn list(&mut self, entries: &[Vec<Span>], numbered: bool) {
        let list = self.structure.add(Role::List(numbered), None);
        let mut labels = Vec::new();
        for index in 0..entries.len() {
            let text = if numbered {
                (index + 1).to_string()
            } else {
                "–".to_owned()
            };
            let run = Run::new(&text, Face::Regular);
            labels.push(self.lines(&run, &LABEL.scaled(self.scale), WIDTH));
        }
        let widest = labels
            .iter()
            .flatten()
            .map(|line| line.width)
            .fold(0.0, f32::max);
        let indent = if numbered {
            (widest + 2.4 * self.scale).max(6.0)
        } else {
            4.0 * self.scale
        };
        let between = if numbered { 1.5 } else { 0.8 };
        for (index, (entry, label)) in entries.iter().zip(labels).enumerate() {
            let node = self.structure.add(Role::Entry, Some(list));
            let label_node = self.structure.add(Role::Label, Some(node));
            let body = self.structure.add(Role::Body, Some(node));
            let at = self.flow.strips.len();
            let before = if index == 0 { 0.0 } else { between };
            let after = if index + 1 == entries.len() { 2.2 } else { 0.0 };
            self.text(
                &run_of(entry),
                &BODY,
                LEFT + indent,
                Some(body),
                false,
                (before, after),
            );
            for mut line in label {
                line.space = true;
                let items = line.placed(LEFT, 0.0, Some(label_node));
                self.flow.strips[at].items.splice(0..0, items);
            }
        }
    }
}

/// A table that has a heading and one paragraph before it: a page that ends with them tells of nothing.
fn is_introduced(before: &[Block], block: &Block) -> bool {
    matches!(block, Block::Table(_))
        && matches!(
            before,
            [
                ..,
                Block::Title(_) | Block::Heading { .. } | Block::Subheading(_),
                Block::Paragraph(_)
            ]
        )
}

/// A bar in the margin, along a strip of a height in mm: something in it has changed.
fn bar(height: f32) -> Owned {
    let item = Item::Rule {
        x: LEFT - BAR.0,
        y: height / 2.0,
        width: BAR.1,
        thickness: height,
        ink: Ink::Change,
    };
    (item, Owner::default())
}

const fn is_changed(item: &Item) -> bool {
    matches!(
        item,
        Item::Text {
            change: Some(_),
            ..
        }
    )
}

/// Spans as one run.
pub(super) fn run_of(spans: &[Span]) -> Run {
    let mut run = Run::default();
    for span in spans {
        let face = if span.strong {
            Face::Strong
        } else {
            Face::Regular
        };
        let from = run.clusters.len();
        run.push(&span.text, face);
        for cluster in &mut run.clusters[from..] {
            cluster.change = span.change;
        }
    }
    run.join()
}
