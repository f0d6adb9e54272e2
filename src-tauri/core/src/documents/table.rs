//! Cells side by side: the rows of tables and facts, and the widths of columns.

use super::blocks::{Align, Table};
use super::flow::{LEFT, Owned, Strip, WIDTH, move_by};
use super::lines::{Line, Style, natural_width};
use super::page::{Face, Ink, Item};
use super::text::Run;

/// Space between columns in mm.
const GAP: f32 = 4.0;
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
    (item, None)
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
            for mut item in line.items {
                if height <= WHOLE {
                    move_by(&mut item, x, y);
                    whole.push((item, cell.owner));
                } else {
                    let over = if index + skipped == 0 { style.above } else { 0.0 };
                    move_by(&mut item, x, over);
                    strips[index + skipped].items.push((item, cell.owner));
                }
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
pub(super) fn columns(table: &Table, head: &Style, body: &Style) -> Vec<(f32, f32)> {
    let count = table.columns.len();
    #[allow(clippy::cast_precision_loss)] // Columns of a table.
    let gap = GAP.min(WIDTH * 0.3 / count.max(1) as f32);
    #[allow(clippy::cast_precision_loss)]
    let room = WIDTH - gap * count.saturating_sub(1) as f32;
    let natural: Vec<f32> = (0..count).map(|index| needs(table, index, head, body)).collect();
    let shares: Vec<f32> = table
        .columns
        .iter()
        .map(|column| column.share.map_or(0.0, |share| f32::from(share.max(1))))
        .collect();
    let all_shares: f32 = shares.iter().sum();
    #[allow(clippy::cast_precision_loss)]
    let least = LEAST.min(room / (2.0 * count.max(1) as f32));

    let fixed = |only: Option<Align>| -> f32 {
        (0..count)
            .filter(|&index| {
                shares[index] == 0.0 && only.is_none_or(|align| table.columns[index].align == align)
            })
            .map(|index| natural[index])
            .sum()
    };
    #[allow(clippy::cast_precision_loss)]
    let sharing = shares.iter().filter(|share| **share > 0.0).count() as f32;
    // What does not fit is taken from the columns that can be broken; then from all.
    let budget = room - sharing * least;
    let (starts, ends) = (fixed(Some(Align::Start)), fixed(Some(Align::End)));
    #[allow(clippy::cast_precision_loss)]
    let start_columns = (0..count)
        .filter(|&index| shares[index] == 0.0 && table.columns[index].align == Align::Start)
        .count() as f32;
    let ends_scale = if ends > 0.0 {
        ((budget - start_columns * least) / ends).clamp(0.0, 1.0)
    } else {
        1.0
    };
    let starts_scale = if starts > 0.0 {
        ((budget - ends * ends_scale) / starts).clamp(0.0, 1.0)
    } else {
        1.0
    };
    let taken = starts * starts_scale + ends * ends_scale;
    let left = (room - taken).max(0.0);
    let widths = (0..count).map(|index| {
        if shares[index] > 0.0 {
            left * shares[index] / all_shares
        } else {
            let scale = match table.columns[index].align {
                Align::Start => starts_scale,
                Align::End => ends_scale,
            };
            let spread = if all_shares == 0.0 && taken > 0.0 {
                left * natural[index] * scale / taken
            } else {
                0.0
            };
            natural[index] * scale + spread
        }
    });
    let mut x = LEFT;
    widths
        .map(|width| {
            let edge = x;
            x += width + gap;
            (edge, width)
        })
        .collect()
}

/// What a column's texts need on one line, in mm.
fn needs(table: &Table, index: usize, head: &Style, body: &Style) -> f32 {
    let heading = natural_width(
        &Run::new(&table.columns[index].heading, Face::Strong).join(),
        head,
    );
    if table.columns[index].share.is_some() {
        return heading;
    }
    let sum = table
        .sum
        .as_ref()
        .filter(|sum| sum.get(index + 1).is_none_or(|next| !next.is_empty()))
        .and_then(|sum| sum.get(index))
        .map_or(0.0, |text| {
            natural_width(&Run::new(text, Face::Strong).join(), body)
        });
    table
        .rows
        .iter()
        .filter_map(|row| row.get(index))
        .map(|text| natural_width(&Run::new(text, Face::Regular).join(), body))
        .fold(heading.max(sum), f32::max)
}
