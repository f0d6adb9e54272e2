//! Altering bytes and JSON at random.

use serde_json::{Value, json};

use crate::sample::Chance;

/// Numbers at which programs err.
const EDGES: [u8; 8] = [0, 1, 0x7f, 0x80, 0xff, b'-', b'"', b'\n'];

/// Alters bytes in one to eight ways.
pub fn bytes(chance: &mut Chance, bytes: &mut Vec<u8>) {
    for _ in 0..=chance.below(8) {
        if bytes.is_empty() {
            bytes.push(byte(chance));
            continue;
        }
        let at = index(chance, bytes.len());
        let length = 1 + index(chance, 64).min(bytes.len() - at - 1);
        match chance.below(10) {
            0..3 => bytes[at] ^= 1 << chance.below(8),
            3..5 => bytes[at] = byte(chance),
            5 => bytes[at] = *chance.one_of(&EDGES),
            6 => bytes.truncate(at),
            7 => {
                bytes.drain(at..at + length);
            }
            8 => {
                let again = bytes[at..at + length].to_vec();
                bytes.splice(at..at, again);
            }
            _ => {
                let to = index(chance, bytes.len() - length + 1);
                bytes.copy_within(at..at + length, to);
            }
        }
    }
}

/// Alters an image of SQLite without changing where its pages lie, most often. Half of the changes
/// are in a page's first bytes, where its tree is described.
pub fn image(chance: &mut Chance, image: &mut Vec<u8>, page: usize) {
    if chance.percent(5) {
        return bytes(chance, image);
    }
    for _ in 0..=chance.below(6) {
        let mut at = index(chance, image.len());
        if chance.percent(50) {
            at = (at / page * page + index(chance, 32)).min(image.len() - 1);
        }
        match chance.below(4) {
            0 => image[at] ^= 1 << chance.below(8),
            1 => image[at] = *chance.one_of(&EDGES),
            2 => image[at] = byte(chance),
            _ => {
                let from = index(chance, image.len() / page) * page;
                let to = at / page * page;
                let end = (from + page).min(image.len());
                if to + (end - from) <= image.len() {
                    image.copy_within(from..end, to);
                }
            }
        }
    }
}

/// Alters a request in one to four ways.
pub fn json(chance: &mut Chance, value: &mut Value) {
    for _ in 0..=chance.below(4) {
        alter(chance, value);
    }
}

fn alter(chance: &mut Chance, value: &mut Value) {
    let deeper = !chance.percent(25);
    match value {
        Value::Object(fields) if deeper && !fields.is_empty() => {
            let at = index(chance, fields.len());
            let key = fields.keys().nth(at).cloned().unwrap_or_default();
            match chance.below(12) {
                0 => {
                    fields.remove(&key);
                }
                1 => {
                    fields.insert(format!("{key}x"), odd(chance));
                }
                _ => alter(chance, &mut fields[&key]),
            }
        }
        Value::Array(entries) if deeper && !entries.is_empty() => {
            let at = index(chance, entries.len());
            match chance.below(8) {
                0 => {
                    entries.remove(at);
                }
                1 => {
                    let again = vec![entries[at].clone(); 1 + index(chance, 300)];
                    entries.extend(again);
                }
                _ => alter(chance, &mut entries[at]),
            }
        }
        Value::String(text) if deeper => *text = odd_text(chance, text),
        Value::Number(_) if deeper => *value = odd_number(chance),
        _ => *value = odd(chance),
    }
}

fn odd(chance: &mut Chance) -> Value {
    match chance.below(6) {
        0 => Value::Null,
        1 => json!(true),
        2 => odd_number(chance),
        3 => json!([]),
        4 => json!({}),
        _ => json!(odd_text(chance, "x")),
    }
}

fn odd_number(chance: &mut Chance) -> Value {
    match chance.below(12) {
        0 => json!(-1),
        1 => json!(0),
        2 => json!(u32::MAX),
        3 => json!(i64::MAX),
        4 => json!(i64::MIN),
        5 => json!(u64::MAX),
        6 => json!(i32::MIN),
        7 => json!(0.5),
        8 => json!(1e300),
        9 => json!(2_147_483_648_u64),
        _ => json!(chance.below(12)),
    }
}

fn odd_text(chance: &mut Chance, text: &str) -> String {
    const TEXTS: [&str; 16] = [
        "",
        " ",
        "\0",
        "\u{202e}",
        "å",
        "e\u{301}",
        "🧴",
        "\u{feff}x",
        "-1",
        "0000-00-00",
        "9999-12-31",
        "2026-02-30",
        "+46",
        "'; DROP TABLE customer; --",
        "=1+1",
        "\r\n",
    ];
    match chance.below(6) {
        0 => (*chance.one_of(&TEXTS)).to_owned(),
        1 => format!("{text}{}", chance.one_of(&TEXTS)),
        2 => format!("{}{text}", chance.one_of(&TEXTS)),
        3 => text.repeat(2 + index(chance, 50)),
        4 => "å".repeat(index(chance, 30_000)),
        _ => {
            let mut altered = text.as_bytes().to_vec();
            bytes(chance, &mut altered);
            String::from_utf8_lossy(&altered).into_owned()
        }
    }
}

/// From 0 to `end` less one.
pub fn index(chance: &mut Chance, end: usize) -> usize {
    usize::try_from(chance.below(end.max(1) as u64)).unwrap_or_default()
}

fn byte(chance: &mut Chance) -> u8 {
    u8::try_from(chance.below(256)).unwrap_or_default()
}
