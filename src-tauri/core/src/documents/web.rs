//! Where something can be read on the web: the words and the address, with a QR code beside them.

use super::blocks::Span;
use super::flow::{LEFT, Strip, WIDTH};
use super::key::code;
use super::layout::{BODY, QUIET, Setting, run_of};
use super::lines::Style;
use super::page::{Face, Ink};
use super::structure::{Owner, Role};
use super::table::rule;
use super::text::Run;

/// Side of the QR code and the space before it, in mm.
const SIDE: f32 = 34.0;
const BEFORE_CODE: f32 = 8.0;
/// Space over and under the code, in mm.
const PADDING: f32 = 4.0;

/// Sets it: rule, words and address to the left, code to the right.
pub(super) fn set(setting: &mut Setting, text: &[Span], address: &str, label: &str) {
    let width = WIDTH - SIDE - BEFORE_CODE;
    let mut strips = vec![Strip {
        height: PADDING,
        keep: true,
        items: vec![rule(0.0, Ink::Line)],
        ..Strip::default()
    }];
    let mut lines = |run: &Run, style: Style| {
        let style = style.scaled(setting.scale);
        let node = setting.structure.add(Role::Paragraph, None);
        for line in setting.lines(run, &style, width) {
            strips.push(Strip {
                height: style.leading,
                keep: true,
                items: line.placed(LEFT, 0.0, Some(node)).collect(),
                ..Strip::default()
            });
        }
    };
    lines(&run_of(text), BODY);
    lines(&Run::new(address, Face::Strong).join(), QUIET);
    let height: f32 = strips.iter().map(|strip| strip.height).sum();
    if let Some(code) = code(address, label, (LEFT + WIDTH - SIDE, PADDING), SIDE) {
        let figure = setting.structure.add(Role::Figure(label.to_owned()), None);
        let owner = Owner {
            part: Some(figure),
            space: false,
        };
        strips[0].items.push((code, owner));
    }
    strips.push(Strip {
        height: (PADDING + SIDE - height).max(0.0),
        ..Strip::default()
    });
    setting.add(strips, (7.0, 0.0));
}
