//! Facts and tables: rows of cells with a head that stands again on every page.

use super::blocks::{Align, Fact, Table};
use super::flow::{LEFT, Strip, WIDTH};
use super::layout::{BODY, QUIET, Setting};
use super::lines::Style;
use super::page::{Change, Face, Ink};
use super::structure::Role;
use super::table::{Cell, RowStyle, columns, row, rule};
use super::text::Run;

const TABLE_HEAD: Style = Style {
    size: 3.1,
    leading: 4.3,
    tracking: 0.0,
    ink: Ink::Ink,
};

/// Space over and under the text of a row, in mm.
const ROW: f32 = 1.1;
/// Width of the labels of facts, and the space after them, in mm.
const FACT: (f32, f32) = (42.0, 4.0);
/// So many facts stand on one page.
const TOGETHER: usize = 8;

impl Setting<'_> {
    /// Labels with their values.
    pub fn facts(&mut self, facts: &[Fact]) {
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

    /// A table; `changes` says of each row how it differs from an earlier version.
    pub fn table(&mut self, table: &Table, changes: &[Option<Change>]) {
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
            let whole = self.change;
            self.change = whole.or(changes.get(index).copied().flatten());
            let cells = self.cells(table, node, &places, &texts, &BODY, Face::Regular);
            self.change = whole;
            strips.extend(row(cells, body_row(ink)));
            // Neither the sum nor the last row begins a page alone.
            let is_next_to_last = index > 0 && index + 2 == rows;
            if (before_sum || is_next_to_last)
                && let Some(last) = strips.last_mut()
            {
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
