//! The text of a cell: what says nothing, what is several values, what is shown.

use crate::Language;
use crate::exchange::dates;

/// How much of a value is shown, in characters.
const SHOWN: usize = 60;
/// What Google puts between several values in one cell.
pub(super) const BETWEEN: &str = ":::";

/// True for a cell that says nothing: blank, or what Outlook writes into fields that nobody filled.
pub(in crate::exchange) fn is_filler(text: &str) -> bool {
    text.is_empty()
        || ["Unspecified", "Normal", "False", "SMTP"]
            .iter()
            .any(|filler| text.eq_ignore_ascii_case(filler))
        || dates::is_blank(text) && text.len() > 3
}

/// The first characters of a text on one line, with control characters made visible.
pub(in crate::exchange) fn shortened(text: &str) -> String {
    let mut shown: String = text
        .chars()
        .take(SHOWN)
        .map(|c| match c {
            '\n' | '\r' | '\t' => ' ',
            c if c.is_control() => char::REPLACEMENT_CHARACTER,
            c => c,
        })
        .collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

/// The mail addresses in a cell, or `None` when there is anything else in it.
pub(in crate::exchange) fn mails(text: &str) -> Option<Vec<&str>> {
    let mut mails = Vec::new();
    for part in text
        .split([';', ',', '\n'])
        .flat_map(|part| part.split(BETWEEN))
    {
        let part = part.trim();
        // "Anna Karlsson <anna@butik.example>"
        let mailbox = part
            .split_once('<')
            .and_then(|(_, rest)| rest.strip_suffix('>'));
        for mail in mailbox.unwrap_or(part).split_whitespace() {
            let mail = mail.strip_prefix("mailto:").unwrap_or(mail);
            let (local, domain) = mail.split_once('@')?;
            if local.is_empty() || domain.is_empty() || domain.contains('@') {
                return None;
            }
            mails.push(mail);
        }
    }
    Some(mails)
}

/// The values that stand in one cell.
pub(super) fn split_values(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', ',', '\n'])
        .flat_map(|part| part.split(BETWEEN))
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// The text on one line, with single blanks.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with line feeds alone between its lines.
pub(super) fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

pub(super) fn append(name: &mut String, text: &str) {
    join(name, &one_line(text), " ", usize::MAX);
}

/// Adds to a text unless it would be longer than it may; false when it would.
pub(super) fn join(text: &mut String, more: &str, between: &str, most: usize) -> bool {
    if more.is_empty() {
        return true;
    }
    let joined = if text.is_empty() {
        more.to_owned()
    } else {
        format!("{text}{between}{more}")
    };
    let fits = !too_long(&joined, most);
    if fits {
        *text = joined;
    }
    fits
}

pub(super) fn too_long(text: &str, most: usize) -> bool {
    text.len() > most && text.chars().count() > most
}

pub(super) fn language(text: &str) -> Option<Language> {
    match text.to_lowercase().as_str() {
        "svenska" | "svensk" | "swedish" => Some(Language::Sv),
        "danska" | "dansk" | "danish" => Some(Language::Da),
        "engelska" | "engelsk" | "english" => Some(Language::En),
        tag => Language::from_tag(tag),
    }
}
