//! Blocks to pages: A4 as a letter is set by hand. One measure for all documents; see `flow` for the
//! margins.

use super::blocks::{Align, Block, Document, Fact, Span, Table};
use super::contents::{self, Place, places};
use super::flow::{BOTTOM, Flow, LEFT, PAGE, Strip, WIDTH};
use super::foot::Foot;
use super::key;
use super::letterhead;
use super::lines::{Line, Style, lines};
use super::page::{Face, Ink, Page};
use super::structure::{Role, Structure};
use super::table::{Cell, RowStyle, columns, row, rule};
use super::text::Run;
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
const TABLE_HEAD: Style = style(3.1, 4.3, 0.0, Ink::Ink);
const LABEL: Style = style(3.6, 5.2, 0.0, Ink::Faint);

/// Space over and under the text of a row, in mm.
const ROW: f32 = 1.1;
/// Width of the labels of facts, and the space after them, in mm.
const FACT: (f32, f32) = (42.0, 4.0);
/// So many facts stand on one page.
const TOGETHER: usize = 8;

/// A document on pages.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The pages, at least one.
    pub pages: Vec<Page>,
    /// What the items on them are.
    pub(super) structure: Structure,
}

/// Sets a document on pages. `page_of` says "Page 1 of 2" in the document's language: the page from
/// 1, then how many there are.
pub fn layout(document: &Document, page_of: impl Fn(usize, usize) -> String) -> Layout {
    let mut pages = lay(document, &[]);
    if document
        .blocks
        .iter()
        .any(|block| matches!(block, Block::Contents(_)))
    {
        // Once to see how long the list of contents is and what is in it, once with every page in its
        // place, and that is where it stays: a figure takes no room from the titles.
        for _ in 0..2 {
            pages = lay(document, &places(&pages.0, &pages.1));
        }
    }
    let (mut pages, mut structure) = pages;
    Foot::new(document).draw(&mut pages, &mut structure, page_of);
    Layout { pages, structure }
}

/// The pages without their feet. `places` is where the parts begin, as far as that is known.
fn lay(document: &Document, places: &[Place]) -> (Vec<Page>, Structure) {
    let mut setting = Setting {
        language: document.language,
        flow: Flow::default(),
        structure: Structure::default(),
        after: 0.0,
        places,
    };
    letterhead::set(&mut setting, &document.letterhead);
    for block in &document.blocks {
        setting.block(block);
    }
    let mut structure = setting.structure;
    let bottom = PAGE.1 - BOTTOM - Foot::new(document).height;
    (setting.flow.paginate(bottom, &mut structure), structure)
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
}

impl Setting<'_> {
    fn block(&mut self, block: &Block) {
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
            Block::Table(table) => self.table(table),
            Block::Key { heading, key } => key::set(self, heading, key),
        }
    }

    /// Lines of a run.
    pub fn lines(&self, run: &Run, style: &Style, width: f32) -> Vec<Line> {
        lines(run, style, width, self.language)
    }

    /// Adds strips with space before the first and after the last, in mm.
    pub fn add(&mut self, strips: Vec<Strip>, (before, after): (f32, f32)) {
        let Some(at) = (!strips.is_empty()).then_some(self.flow.strips.len()) else {
            return;
        };
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
    fn text(
        &mut self,
        run: &Run,
        style: &Style,
        x: f32,
        owner: Option<usize>,
        keep: bool,
        space: (f32, f32),
    ) {
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
            for mut line in lines(&run, &NUMBER, LEFT, self.language) {
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
            labels.push(self.lines(&Run::new(&text, Face::Regular), &LABEL, WIDTH));
        }
        let widest = labels
            .iter()
            .flatten()
            .map(|line| line.width)
            .fold(0.0, f32::max);
        let indent = if numbered {
            (widest + 2.4).max(6.0)
        } else {
            4.0
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

    fn facts(&mut self, facts: &[Fact]) {
        if facts.is_empty() {
            return;
        }
        let table = self.structure.add(Role::Table, None);
        let head = vec![Strip {
            keep: true,
            items: vec![rule(0.0, Ink::Line)],
            ..Strip::default()
        }];
        let mut strips = head.clone();
        let head = self.head(head);
        for fact in facts {
            let node = self.structure.add(Role::Row, Some(table));
            let x = LEFT + FACT.0 + FACT.1;
            let cells = [
                (Role::RowHeading, &fact.label, QUIET, LEFT, FACT.0),
                (Role::Cell, &fact.value, BODY, x, LEFT + WIDTH - x),
            ]
            .map(|(role, text, style, x, width)| Cell {
                x,
                width,
                align: Align::Start,
                lines: self.lines(&Run::new(text, Face::Regular).join(), &style, width),
                owner: Some(self.structure.add(role, Some(node))),
            });
            strips.extend(row(cells.into(), body_row(Ink::Line)));
        }
        under(&mut strips[1..], head);
        // Few are taken in at a glance: they are not torn apart.
        if facts.len() <= TOGETHER {
            let last = strips.len() - 1;
            for strip in &mut strips[..last] {
                strip.keep = true;
            }
        }
        self.add(strips, (2.0, 3.0));
    }

    fn table(&mut self, table: &Table) {
        if table.columns.is_empty() {
            return;
        }
        let places = columns(table, &TABLE_HEAD, &BODY);
        let node = self.structure.add(Role::Table, None);
        let headings: Vec<&str> = table
            .columns
            .iter()
            .map(|column| column.heading.as_str())
            .collect();
        let head_row = RowStyle {
            leading: TABLE_HEAD.leading,
            above: 1.0,
            below: 1.3,
            rule: Some(Ink::Edge),
            on_last: true,
        };
        let cells = self.cells(table, node, &places, &headings, &TABLE_HEAD, Face::Strong);
        let mut head = row(cells, head_row);
        for strip in &mut head {
            strip.keep = true;
        }
        let mut strips = head.clone();
        let head = self.head(head);
        let heads = strips.len();
        let rows = table.rows.len();
        for (index, texts) in table.rows.iter().enumerate() {
            let before_sum = index + 1 == rows && table.sum.is_some();
            let ink = if before_sum { Ink::Edge } else { Ink::Line };
            let texts = fitted(texts, table.columns.len());
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let cells = self.cells(table, node, &places, &texts, &BODY, Face::Regular);
            strips.extend(row(cells, body_row(ink)));
            if before_sum && let Some(last) = strips.last_mut() {
                last.keep = true;
            }
        }
        if let Some(sum) = &table.sum {
            let texts = fitted(sum, table.columns.len());
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let cells = self.cells(table, node, &places, &texts, &BODY, Face::Strong);
            strips.extend(row(cells, body_row(Ink::Edge)));
        }
        under(&mut strips[heads..], head);
        if let Some(last) = strips.last_mut() {
            last.keep = false;
        }
        self.add(strips, (2.0, 3.0));
    }

    /// The cells of a row. In the strong rows a text takes the empty cells to its right.
    fn cells(
        &mut self,
        table: &Table,
        node: usize,
        places: &[(f32, f32)],
        texts: &[&str],
        style: &Style,
        face: Face,
    ) -> Vec<Cell> {
        let is_head = style.size < BODY.size;
        let merges = face == Face::Strong && !is_head;
        let row = self.structure.add(Role::Row, Some(node));
        let mut cells = Vec::new();
        let mut index = 0;
        while index < texts.len() {
            let empty = if merges {
                texts[index + 1..]
                    .iter()
                    .take_while(|text| text.is_empty())
                    .count()
            } else {
                0
            };
            let (x, _) = places[index];
            let (last_x, last_width) = places[index + empty];
            let width = last_x + last_width - x;
            let role = match empty {
                _ if is_head => Role::ColumnHeading,
                0 => Role::Cell,
                _ => Role::WideCell(u32::try_from(empty + 1).unwrap_or(1)),
            };
            let owner = Some(self.structure.add(role, Some(row)));
            cells.push(Cell {
                x,
                width,
                align: if empty == 0 {
                    table.columns[index].align
                } else {
                    Align::Start
                },
                lines: self.lines(&Run::new(texts[index], face).join(), style, width),
                owner,
            });
            index += empty + 1;
        }
        cells
    }

    fn head(&mut self, strips: Vec<Strip>) -> usize {
        self.flow.heads.push(strips);
        self.flow.heads.len() - 1
    }
}

const fn body_row(ink: Ink) -> RowStyle {
    RowStyle {
        leading: BODY.leading,
        above: ROW,
        below: ROW,
        rule: Some(ink),
        on_last: false,
    }
}

fn under(strips: &mut [Strip], head: usize) {
    for strip in strips {
        strip.head = Some(head);
    }
}

/// Texts for exactly as many columns as there are: missing ones are empty, and nothing of a row that
/// is too long is lost.
fn fitted(texts: &[String], columns: usize) -> Vec<String> {
    let mut fitted = texts.to_vec();
    if fitted.len() > columns {
        let rest = fitted.split_off(columns).join(" ");
        if let Some(last) = fitted.last_mut() {
            last.push(' ');
            last.push_str(&rest);
        }
    }
    fitted.resize(columns, String::new());
    fitted
}

fn run_of(spans: &[Span]) -> Run {
    let mut run = Run::default();
    for span in spans {
        let face = if span.strong {
            Face::Strong
        } else {
            Face::Regular
        };
        run.push(&span.text, face);
    }
    run.join()
}
