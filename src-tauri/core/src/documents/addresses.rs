//! Mail and web addresses in running text: what is read on a screen leads there with a click.

use std::ops::Range;

use super::page::{Item, Page};
use super::structure::{Role, Structure};
use super::text::{is_right_to_left, place};

/// What the name of a site ends with where nothing else says that it is one.
const ENDS: [&str; 14] = [
    "app", "com", "de", "dk", "eu", "example", "fi", "info", "io", "net", "no", "nu", "org", "se",
];

/// An address in a text: its bytes, and where it leads (RFC 3986, RFC 6068).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    /// Where it stands.
    pub range: Range<usize>,
    /// Where it leads.
    pub target: String,
}

/// An address as it lies on a page, in mm.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    /// Index of the page.
    pub page: usize,
    /// The part of the structure it is.
    pub node: usize,
    /// Where it leads.
    pub target: String,
    /// Left, top, right and bottom edge.
    pub edges: [f32; 4],
}

/// The addresses in a text, in their order.
pub(super) fn addresses(text: &str) -> Vec<Address> {
    let is_between = |letter: char| letter.is_whitespace() || "()[]<>,;”“\"".contains(letter);
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(is_between) {
        let start = at;
        at += word.len();
        let word = word.trim_end_matches(|letter| is_between(letter) || ".:!?".contains(letter));
        if let Some(target) = target(word) {
            found.push(Address {
                range: start..start + word.len(),
                target,
            });
        }
    }
    found
}

/// Where a word leads, if it is an address. An accent or a blank would have to be written otherwise in one.
fn target(word: &str) -> Option<String> {
    if !word.is_ascii() || word.contains(['\\', '{', '}', '|', '^', '`']) {
        return None;
    }
    if let Some((mailbox, host)) = word.split_once('@') {
        let is_mail = !mailbox.is_empty() && !host.contains('@') && is_host(host);
        return is_mail.then(|| format!("mailto:{word}"));
    }
    if let Some((scheme, rest)) = word.split_once("://") {
        let is_web = ["http", "https"].contains(&scheme) && !rest.is_empty();
        return is_web.then(|| word.to_owned());
    }
    let host = word.split(['/', '?', '#']).next()?;
    let end = host.rsplit('.').next()?;
    (is_host(host) && ENDS.contains(&end)).then(|| format!("https://{word}"))
}

fn is_host(host: &str) -> bool {
    let mut labels = host.split('.');
    let is_label = |label: &str| {
        label.len() > 1
            && label
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
    };
    host.contains('.') && labels.all(is_label)
}

/// Notes every address on the pages, each as a part of what it stands in.
pub(super) fn note(pages: &[Page], structure: &mut Structure) {
    for (index, page) in pages.iter().enumerate() {
        let owners = structure.owners.get(index).cloned().unwrap_or_default();
        for (item, owner) in page.items.iter().zip(owners) {
            let (
                Item::Text {
                    x,
                    y,
                    width,
                    size,
                    face,
                    text,
                    ..
                },
                Some(part),
            ) = (item, owner.part)
            else {
                continue;
            };
            if text.chars().any(is_right_to_left) {
                continue;
            }
            let until = |end: usize| -> f32 {
                let placed = place(text, 0..end, *face);
                placed.iter().map(|placed| placed.glyph.advance).sum()
            };
            let whole = until(text.len());
            for Address { range, target } in addresses(text) {
                let said = Role::Address(text[range.clone()].to_owned());
                let at = |end| x + width * until(end) / whole;
                let placed = Placed {
                    page: index,
                    node: structure.add(said, Some(part)),
                    target,
                    edges: [at(range.start), y - size, at(range.end), y + size * 0.35],
                };
                structure.addresses.push(placed);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_and_nothing_else() {
        let found = |text: &str| -> Vec<String> {
            let found = addresses(text).into_iter();
            found
                .map(|it| format!("{}={}", &text[it.range], it.target))
                .collect()
        };
        assert_eq!(
            found("Telefon 08-657 61 00, mejl imy@imy.se, imy.se."),
            ["imy@imy.se=mailto:imy@imy.se", "imy.se=https://imy.se"]
        );
        assert_eq!(
            found("Hela finns på https://angenshudvard.example/policy (eller www.a-b.dk/x?y=1)."),
            [
                "https://angenshudvard.example/policy=https://angenshudvard.example/policy",
                "www.a-b.dk/x?y=1=https://www.a-b.dk/x?y=1"
            ]
        );
        for text in [
            "t.ex. bl.a. 6.1 a",
            "a@b",
            "@se.se",
            "12.50",
            "å.se",
            "javascript://x",
            "x.y@å.se",
            ".se",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
