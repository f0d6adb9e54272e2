//! The top of the first page.

use super::blocks::{Align, Letterhead};
use super::flow::{LEFT, WIDTH};
use super::layout::{BODY, QUIET, Setting};
use super::lines::Line;
use super::page::Face;
use super::structure::Role;
use super::table::{Cell, RowStyle, row};
use super::text::Run;

/// Where the right half of the letterhead begins, from the left margin, in mm.
const HALF: f32 = 85.5;
/// Lines from the top margin to the recipient, 44 mm down: inside the windows of C5 and E65 envelopes,
/// which begin 39 to 44 mm from the top and are 30 to 35 mm high.
const RECIPIENT: usize = 5;

/// Sets the letterhead in lines of one measure, sender to the left, the rest to the right.
pub(super) fn set(setting: &mut Setting, letterhead: &Letterhead) {
    let Letterhead { sender, aside, to } = letterhead;
    if sender.is_empty() && aside.is_empty() && to.is_empty() {
        return;
    }
    let left = HALF - 6.0;
    let right = WIDTH - HALF;
    let mut sender_run = Run::default();
    for (index, line) in sender.iter().enumerate() {
        if index > 0 {
            sender_run.push("\n", Face::Regular);
        }
        let face = if index == 0 {
            Face::Strong
        } else {
            Face::Regular
        };
        sender_run.push(line, face);
    }
    let aside_lines = setting.lines(
        &Run::new(&aside.join("\n"), Face::Regular).join(),
        &QUIET,
        right,
    );
    let gap = RECIPIENT.max(aside_lines.len() + 1) - aside_lines.len();
    let mut to_lines = vec![Line::default(); gap + aside_lines.len()];
    to_lines.extend(setting.lines(
        &Run::new(&to.join("\n"), Face::Regular).join(),
        &BODY,
        right,
    ));
    let nodes = [0; 3].map(|_| Some(setting.structure.add(Role::Paragraph, None)));
    let sender_lines = setting.lines(&sender_run.join(), &BODY, left);
    let mut cells = vec![
        Cell {
            x: LEFT,
            width: left,
            align: Align::Start,
            lines: sender_lines,
            owner: nodes[0],
        },
        Cell {
            x: LEFT + HALF,
            width: right,
            align: if to.is_empty() {
                Align::End
            } else {
                Align::Start
            },
            lines: aside_lines,
            owner: nodes[1],
        },
    ];
    if !to.is_empty() {
        cells.push(Cell {
            x: LEFT + HALF,
            width: right,
            align: Align::Start,
            lines: to_lines,
            owner: nodes[2],
        });
    }
    let style = RowStyle {
        leading: BODY.leading,
        above: 0.0,
        below: 0.0,
        rule: None,
        on_last: false,
    };
    let after = if to.is_empty() { 10.0 } else { 14.0 };
    setting.add(row(cells, style), (0.0, after));
}
