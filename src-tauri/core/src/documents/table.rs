//! Cells side by side: the rows of tables and facts, and the widths of columns.

use super::blocks::{Align, Column, Table};
use super::flow::{LEFT, Owned, Strip, WIDTH};
use super::lines::{Line, Style, natural_width};
use super::page::{Face, Ink, Item};
use super::structure::Owner;
use super::text::Run;

/// Least and most space between columns in mm. More than the least only where no text needs it.
const GAP: (f32, f32) = (4.0, 9.0);
/// Least width of a column that shares what is left, in mm.
const LEAST: f32 = 22.0;
/// A row up to this height is never split, in mm.
const WHOLE: f32 = 90.0;

/// Thickness of rules in mm.
pub(super) const RULE: f32 = 0.25;

/// A rule across the text at `y` mm.
pub(super) fn rule(y: f32, ink: Ink) -> Owned {
    let item = Item::Rule {
        x: LEFT,
        y,
        width: WIDTH,
        thickness: RULE,
        ink,
    };
    (item, Owner::default())
}

/// A cell with its lines.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// Left edge from the page's, in mm.
    pub x: f32,
    /// Width in mm.
    pub width: f32,
    /// Where its lines stand.
    pub align: Align,
    /// Its lines.
    pub lines: Vec<Line>,
    /// The part of the structure it is.
    pub owner: Option<usize>,
}

/// How a row is set, in mm.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowStyle {
    /// From line to line.
    pub leading: f32,
    /// Space over the first line.
    pub above: f32,
    /// Space under the last line.
    pub below: f32,
    /// The rule under it.
    pub rule: Option<Ink>,
    /// Cells stand on the row's last line rather than on its first.
    pub on_last: bool,
}

/// A row of cells. One of usual height is one strip, read cell by cell; a taller one is a strip for
/// each line, kept together if a page can hold them.
pub(super) fn row(cells: Vec<Cell>, style: RowStyle) -> Vec<Strip> {
    let count = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0);
    let mut strips: Vec<Strip> = (0..count)
        .map(|_| Strip {
            height: style.leading,
            keep: true,
            ..Strip::default()
        })
        .collect();
    let mut whole: Vec<Owned> = Vec::new();
    #[allow(clippy::cast_precision_loss)] // Lines of a cell.
    let height = style.above + count as f32 * style.leading + style.below;
    for cell in cells {
        let skipped = if style.on_last {
            count - cell.lines.len()
        } else {
            0
        };
        let mut y = style.above;
        for _ in 0..skipped {
            y += style.leading;
        }
        for (index, line) in cell.lines.into_iter().enumerate() {
            let x = match cell.align {
                Align::Start => cell.x,
                Align::End => cell.x + cell.width - line.width,
            };
            if height <= WHOLE {
                whole.extend(line.placed(x, y, cell.owner));
            } else {
                let row = index + skipped;
                let over = if row == 0 { style.above } else { 0.0 };
                strips[row].items.extend(line.placed(x, over, cell.owner));
            }
            y += style.leading;
        }
    }
    if height <= WHOLE {
        strips = vec![Strip {
            height,
            items: whole,
            ..Strip::default()
        }];
    } else {
        if let Some(first) = strips.first_mut() {
            first.height += style.above;
        }
        if let Some(last) = strips.last_mut() {
            last.height += style.below;
            last.keep = false;
        }
    }
    if let (Some(last), Some(ink)) = (strips.last_mut(), style.rule) {
        last.items.push(rule(last.height, ink));
    }
    strips
}

/// Left edge and width of each column in mm.
#[allow(clippy::cast_precision_loss)] // Columns of a table.
pub(super) fn columns(table: &Table, head: &Style, body: &Style) -> Vec<(f32, f32)> {
    let count = table.columns.len().max(1) as f32;
    let gap = GAP.0.min(WIDTH * 0.3 / count);
    let room = WIDTH - gap * (count - 1.0);
    let least = LEAST.min(room / (2.0 * count));
    let mut columns: Vec<(f32, Kind)> = (0..table.columns.len())
        .map(|index| {
            (
                needs(table, index, head, body),
                Kind::of(&table.columns[index]),
            )
        })
        .collect();
    // What does not fit is taken first from the columns that can be broken, then from those of sums.
    let sharing: f32 = columns
        .iter()
        .map(|(_, kind)| if kind.share() > 0.0 { least } else { 0.0 })
        .sum();
    let broken: f32 = columns
        .iter()
        .map(|(_, kind)| if *kind == Kind::Broken { least } else { 0.0 })
        .sum();
    shrink(&mut columns, Kind::Whole, room - sharing - broken);
    let whole = total(&columns, Kind::Whole);
    shrink(&mut columns, Kind::Broken, room - sharing - whole);

    let left = room - whole - total(&columns, Kind::Broken);
    let shares: f32 = columns.iter().map(|(_, kind)| kind.share()).sum();
    let wanted: f32 = columns
        .iter()
        .filter(|(_, kind)| kind.share() > 0.0)
        .map(|(width, kind)| width * shares / kind.share())
        .fold(0.0, f32::max);
    let between = (count - 1.0).max(1.0);
    let most = if shares > 0.0 {
        GAP.1 - gap
    } else {
        f32::INFINITY
    };
    let extra = ((left - wanted) / between).clamp(0.0, most.max(0.0));
    let mut x = LEFT;
    columns
        .into_iter()
        .map(|(natural, kind)| {
            let width = if kind.share() > 0.0 {
                (left - extra * between) * kind.share() / shares
            } else if table.columns.len() == 1 {
                WIDTH
            } else {
                natural
            };
            let edge = x;
            x += width + gap + extra;
            (edge, width)
        })
        .collect()
}

/// How a column gives way.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    /// Takes a share of what is left.
    Share(f32),
    /// Takes what it needs, and can be broken.
    Broken,
    /// Takes what it needs, and is not broken as long as there is room on the page at all.
    Whole,
}

impl Kind {
    fn of(column: &Column) -> Self {
        match (column.share, column.align) {
            (Some(share), _) => Self::Share(f32::from(share.max(1))),
            (None, Align::Start) => Self::Broken,
            (None, Align::End) => Self::Whole,
        }
    }

    const fn share(self) -> f32 {
        match self {
            Self::Share(share) => share,
            Self::Broken | Self::Whole => 0.0,
        }
    }
}

fn total(columns: &[(f32, Kind)], kind: Kind) -> f32 {
    columns
        .iter()
        .filter(|(_, one)| *one == kind)
        .map(|(width, _)| width)
        .sum()
}

/// Makes the columns of a kind fit into `room` mm together, at the cost of the widest.
fn shrink(columns: &mut [(f32, Kind)], kind: Kind, room: f32) {
    let mut widths: Vec<f32> = columns
        .iter()
        .filter(|(_, one)| *one == kind)
        .map(|(width, _)| *width)
        .collect();
    widths.sort_by(f32::total_cmp);
    let mut left = room.max(0.0);
    let mut most = f32::INFINITY;
    #[allow(clippy::cast_precision_loss)] // Columns of a table.
    for (index, width) in widths.iter().enumerate() {
        let even = left / (widths.len() - index) as f32;
        if *width > even {
            most = even;
            break;
        }
        left -= width;
    }
    for (width, _) in columns.iter_mut().filter(|(_, one)| *one == kind) {
        *width = width.min(most);
    }
}

/// What a column's texts need on one line, in mm.
fn needs(table: &Table, index: usize, head: &Style, body: &Style) -> f32 {
    let wide =
        |text: &str, face: Face, style: &Style| natural_width(&Run::new(text, face).join(), style);
    let heading = wide(&table.columns[index].heading, Face::Strong, head);
    let sum = table
        .sum
        .as_ref()
        .filter(|sum| sum.get(index + 1).is_none_or(|next| !next.is_empty()))
        .and_then(|sum| sum.get(index))
        .map_or(0.0, |text| wide(text, Face::Strong, body));
    table
        .rows
        .iter()
        .filter_map(|row| row.get(index))
        .map(|text| wide(text, Face::Regular, body))
        .fold(heading.max(sum), f32::max)
}
