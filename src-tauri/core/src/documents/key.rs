//! A recovery key on paper: in groups that can be typed, with a QR code that can be read.

use qrcodegen::{QrCode, QrCodeEcc};

use super::flow::{LEFT, Strip, WIDTH};
use super::layout::{HEADING, Setting};
use super::lines::Style;
use super::page::{Face, Ink, Item};
use super::structure::{Owner, Role};
use super::table::rule;
use super::text::Run;

const GROUP: Style = Style {
    size: 5.0,
    leading: 8.9,
    tracking: 0.04,
    ink: Ink::Ink,
};
/// Letters in a group, and groups on a line.
const LETTERS: usize = 4;
const GROUPS: usize = 4;
/// From group to group, and the least space between them, in mm.
const STEP: f32 = 18.8;
const BETWEEN: f32 = 5.0;
/// Side of the QR code and the space before it, in mm.
const SIDE: f32 = 44.0;
const BEFORE_CODE: f32 = 10.0;
/// Space inside the rules, in mm.
const PADDING: f32 = 7.0;

/// Sets a key: rule, heading and groups to the left, code to the right, rule.
pub(super) fn set(setting: &mut Setting, heading: &str, key: &str) {
    let width = WIDTH - SIDE - BEFORE_CODE;
    let mut strips = vec![Strip {
        height: PADDING,
        keep: true,
        items: vec![rule(0.0, Ink::Line)],
        ..Strip::default()
    }];
    let heading_node = setting.heading_node(2, heading);
    let run = Run::new(heading, Face::Strong).join();
    for line in setting.lines(&run, &HEADING, width) {
        strips.push(Strip {
            height: HEADING.leading,
            keep: true,
            items: line.placed(LEFT, 0.0, Some(heading_node)).collect(),
            ..Strip::default()
        });
    }
    let first_group = strips.len();
    let node = setting.structure.add(Role::Paragraph, None);
    for groups in rows(key) {
        let mut x = LEFT;
        let mut count = 0;
        for group in groups {
            let run = Run::new(&group, Face::Mono).join();
            for line in setting.lines(&run, &GROUP, width) {
                if count == 0 || count == GROUPS || x + line.width > LEFT + width {
                    strips.push(Strip {
                        height: GROUP.leading,
                        keep: true,
                        ..Strip::default()
                    });
                    x = LEFT;
                    count = 0;
                }
                // Letters that are no part of a key are marked, and wider than their group.
                let step = STEP.max(line.width + BETWEEN);
                if let Some(strip) = strips.last_mut() {
                    strip.items.extend(line.placed(x, 0.0, Some(node)));
                }
                x += step;
                count += 1;
            }
        }
    }
    if let Some(strip) = strips.get_mut(first_group) {
        strip.before = 1.0;
    }
    let height: f32 = strips.iter().map(|strip| strip.before + strip.height).sum();
    let figure = setting
        .structure
        .add(Role::Figure(heading.to_owned()), None);
    if let Some(code) = code(key, heading, (LEFT + WIDTH - SIDE, PADDING), SIDE) {
        let owner = Owner {
            part: Some(figure),
            space: false,
        };
        strips[0].items.push((code, owner));
    }
    strips.push(Strip {
        height: PADDING + (PADDING + SIDE - height).max(0.0),
        ..Strip::default()
    });
    if let Some(last) = strips.last_mut() {
        last.items.push(rule(last.height, Ink::Line));
    }
    setting.add(strips, (7.0, 7.0));
}

/// The prefix and the groups, each beginning a line. The prefix is what stands before the data of a
/// Bech32 key (BIP 173: all up to the last `1`).
fn rows(key: &str) -> [Vec<String>; 2] {
    let (prefix, data) = key.split_at(key.rfind('1').map_or(0, |at| at + 1));
    let characters: Vec<char> = data.chars().collect();
    let groups = characters
        .chunks(LETTERS)
        .map(|group| group.iter().collect())
        .collect();
    let prefix = (!prefix.is_empty()).then(|| prefix.to_owned());
    [prefix.into_iter().collect(), groups]
}

/// The code of a text with a side at a place, in mm; `None` for what is too long for one.
pub(super) fn code(text: &str, label: &str, (x, y): (f32, f32), side: f32) -> Option<Item> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let rows: Vec<String> = (0..code.size())
        .map(|y| {
            (0..code.size())
                .map(|x| if code.get_module(x, y) { '1' } else { '0' })
                .collect()
        })
        .collect();
    #[allow(clippy::cast_precision_loss)] // At most 177.
    let module = side / code.size() as f32;
    Some(Item::Grid {
        x,
        y,
        module,
        rows,
        label: label.to_owned(),
    })
}
