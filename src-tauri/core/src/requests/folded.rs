//! Text as it is compared when people are looked for in it, knowing where each byte of it stood.

use std::ops::Range;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// A text in the form in which it is compared.
pub struct Folded {
    /// The form.
    pub text: String,
    /// For each byte of `text`, where its character begins and ends in the original.
    places: Vec<Range<usize>>,
}

impl Folded {
    /// Letters in lower case and taken apart (NFKD), so that it does not matter how an accent was
    /// typed; one blank for any white space; nothing for what is not seen.
    pub fn words(original: &str) -> Self {
        let mut folded = Self::with_room_for(original);
        for (at, character) in original.char_indices() {
            let place = at..at + character.len_utf8();
            fold(character, &mut |part| {
                if part != ' ' || !folded.text.ends_with(' ') {
                    folded.push(part, &place);
                }
            });
        }
        folded
    }

    /// The digits without what people write between those of one number; a line feed for anything
    /// else.
    pub fn digits(original: &str) -> Self {
        let mut folded = Self::with_room_for(original);
        for (at, character) in original.char_indices() {
            let place = at..at + character.len_utf8();
            fold(character, &mut |part| match part {
                '0'..='9' => folded.push(part, &place),
                ' ' | '-' | '/' | '.' | '(' | ')' | '\u{2010}'..='\u{2015}' | '\u{2212}' => {}
                _ if folded.text.ends_with('\n') => {}
                _ => folded.push('\n', &place),
            });
        }
        folded
    }

    fn with_room_for(original: &str) -> Self {
        Self {
            text: String::with_capacity(original.len()),
            places: Vec::with_capacity(original.len()),
        }
    }

    fn push(&mut self, part: char, place: &Range<usize>) {
        self.text.push(part);
        self.places
            .extend(std::iter::repeat_n(place.clone(), part.len_utf8()));
    }

    /// Where a stretch of the folded text stands in the original, in whole characters.
    pub fn place(&self, folded: &Range<usize>) -> Range<usize> {
        let stretch = self.places.get(folded.clone()).unwrap_or_default();
        let start = stretch.first().map_or(0, |first| first.start);
        start..stretch.last().map_or(start, |last| last.end)
    }
}

/// As [`Folded::words`], of a sign that is looked for.
pub fn folded(sign: &str) -> String {
    let mut text = String::with_capacity(sign.len());
    for character in sign.chars() {
        fold(character, &mut |part| {
            if part != ' ' || !text.ends_with(' ') {
                text.push(part);
            }
        });
    }
    text
}

/// The words of a folded text.
pub fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|character: char| !is_of_a_word(character))
        .filter(|word| !word.is_empty())
}

/// Whether a character is part of a word.
pub fn is_of_a_word(character: char) -> bool {
    character.is_alphanumeric() || is_combining_mark(character)
}

fn fold(character: char, push: &mut impl FnMut(char)) {
    match character {
        '\0'..='\x7f' if character.is_ascii_whitespace() => push(' '),
        '\0'..='\x7f' => push(character.to_ascii_lowercase()),
        // Soft hyphens, marks of width and direction, the byte order mark.
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => {}
        _ if character.is_whitespace() => push(' '),
        _ => {
            for lower in character.to_lowercase() {
                decompose_compatible(lower, &mut *push);
            }
        }
    }
}
