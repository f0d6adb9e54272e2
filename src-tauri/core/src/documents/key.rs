//! A recovery key on paper: in groups that can be typed, with a QR code that can be read.

use qrcodegen::{QrCode, QrCodeEcc};

use super::flow::{LEFT, Strip, WIDTH, move_by};
use super::layout::{HEADING, Setting};
use super::lines::Style;
use super::page::{Face, Ink, Item};
use super::structure::Role;
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
/// From group to group, in mm.
const STEP: f32 = 18.8;
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
        let mut strip = Strip {
            height: HEADING.leading,
            keep: true,
            ..Strip::default()
        };
        for mut item in line.items {
            move_by(&mut item, LEFT, 0.0);
            strip.items.push((item, Some(heading_node)));
        }
        strips.push(strip);
    }
    let first_group = strips.len();
    let node = setting.structure.add(Role::Paragraph, None);
    for groups in rows(key) {
        let mut x = LEFT;
        let mut lines: Vec<Strip> = Vec::new();
        for group in groups {
            let run = Run::new(&group, Face::Mono).join();
            for (index, line) in setting.lines(&run, &GROUP, width).into_iter().enumerate() {
                if lines.len() <= index {
                    lines.push(Strip {
                        height: GROUP.leading,
                        keep: true,
                        ..Strip::default()
                    });
                }
                for mut item in line.items {
                    move_by(&mut item, x, 0.0);
                    lines[index].items.push((item, Some(node)));
                }
            }
            x += STEP;
        }
        strips.extend(lines);
    }
    if let Some(strip) = strips.get_mut(first_group) {
        strip.before = 1.0;
    }
    let height: f32 = strips.iter().map(|strip| strip.before + strip.height).sum();
    let figure = setting
        .structure
        .add(Role::Figure(heading.to_owned()), None);
    if let Some(code) = code(key, heading) {
        strips[0].items.push((code, Some(figure)));
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

/// The lines of groups. What stands before the data of a Bech32 key (BIP 173: all up to the last
/// `1`) gets a line of its own.
fn rows(key: &str) -> Vec<Vec<String>> {
    let (prefix, data) = key.split_at(key.rfind('1').map_or(0, |at| at + 1));
    let mut rows = Vec::new();
    if !prefix.is_empty() {
        rows.push(vec![prefix.to_owned()]);
    }
    let characters: Vec<char> = data.chars().collect();
    let groups: Vec<String> = characters
        .chunks(LETTERS)
        .map(|group| group.iter().collect())
        .collect();
    rows.extend(groups.chunks(GROUPS).map(<[String]>::to_vec));
    rows
}

/// The code; `None` for what is too long for one.
fn code(key: &str, label: &str) -> Option<Item> {
    let code = QrCode::encode_text(key, QrCodeEcc::Medium).ok()?;
    let rows: Vec<String> = (0..code.size())
        .map(|y| {
            (0..code.size())
                .map(|x| if code.get_module(x, y) { '1' } else { '0' })
                .collect()
        })
        .collect();
    #[allow(clippy::cast_precision_loss)] // At most 177.
    let module = SIDE / code.size() as f32;
    Some(Item::Grid {
        x: LEFT + WIDTH - SIDE,
        y: PADDING,
        module,
        rows,
        label: label.to_owned(),
    })
}
