//! From bytes to text. Office programs write UTF-8 with and without a mark, UTF-16 ("Unicode text")
//! and Windows-1252; none of them says which.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How much is looked at when the encoding or the nature of a file is guessed, in bytes.
const GLANCE: usize = 8_192;

/// The text and the name of its encoding, or `None` when the bytes are not text.
pub(super) fn text(bytes: &[u8]) -> Option<(Cow<'_, str>, &'static str)> {
    let (encoding, body) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, &bytes[mark..]),
        None => (unmarked_utf16(bytes).unwrap_or(UTF_8), bytes),
    };
    let (text, encoding) = match encoding.decode_without_bom_handling_and_without_replacement(body)
    {
        Some(text) => (text, encoding),
        None if encoding == UTF_8 => {
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(body);
            (text, WINDOWS_1252)
        }
        None => return None,
    };
    (!is_binary(&text)).then_some((text, name(encoding)))
}

fn name(encoding: &'static Encoding) -> &'static str {
    if encoding == WINDOWS_1252 {
        "Windows-1252"
    } else {
        encoding.name()
    }
}

/// UTF-16 without a mark shows by its zeros: Latin letters have one in every second byte.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let glance = &bytes[..bytes.len().min(GLANCE)];
    let units = glance.len() / 2;
    let zeros = |offset: usize| {
        glance
            .iter()
            .skip(offset)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (high, low) = (zeros(0), zeros(1));
    if units > 0 && low * 10 >= units * 7 && high == 0 {
        Some(UTF_16LE)
    } else if units > 0 && high * 10 >= units * 7 && low == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// NUL stands in no text; other control characters may have strayed into a cell, but not by the
/// dozen. (A tenth of random bytes decoded as Windows-1252 are control characters.)
fn is_binary(text: &str) -> bool {
    let mut controls = 0;
    let mut all = 0;
    for c in text.chars() {
        if c == '\0' {
            return true;
        }
        all += 1;
        if c.is_control() && !matches!(c, '\t' | '\n' | '\r') {
            controls += 1;
        }
    }
    controls > 3 && controls * 50 > all
}
