//! Text made safe to print: composed (NFC), each character given a font that has it, and what no
//! font has or what no one here can set, or what draws nothing, written as a visible mark such as `[U+202E]`. Only variation
//! selectors vanish: they choose between looks of the character before.

use std::fmt::Write;
use std::ops::Range;

use unicode_bidi::{BidiClass, bidi_class};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::arabic;
use super::fonts::{Font, Glyph, system};
use super::page::{Change, Face};

/// The soft hyphen: drawn as a hyphen where a line ends at it, and nowhere else.
pub(super) const SOFT_HYPHEN: char = '\u{AD}';

/// A character with its accents, or a part of a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cluster {
    /// Where it begins in the run's text, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The font that has it.
    pub face: Face,
    /// A mark for something that could not be shown.
    pub mark: bool,
    /// How it differs from an earlier version.
    pub change: Option<Change>,
    /// Width in em.
    pub advance: f32,
}

/// Text ready to be broken into lines.
#[derive(Clone, Debug, Default)]
pub(super) struct Run {
    /// The text as drawn, with `\n` for line breaks.
    pub text: String,
    /// Its clusters, line breaks included.
    pub clusters: Vec<Cluster>,
}

impl Run {
    /// Text in one face.
    pub fn new(text: &str, face: Face) -> Self {
        let mut run = Self::default();
        run.push(text, face);
        run
    }

    /// Adds text in a face.
    pub fn push(&mut self, text: &str, face: Face) {
        let characters: Vec<char> = text.nfc().collect();
        let mut index = 0;
        while index < characters.len() {
            let first = characters[index];
            let mut end = index + 1;
            match first {
                '\r' if characters.get(end) == Some(&'\n') => {}
                '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                    self.add("\n", face, false);
                }
                '\t' => self.add(" ", face, false),
                SOFT_HYPHEN => self.add("\u{AD}", face, false),
                _ if is_variation_selector(first) => {}
                _ if is_invisible(first) => self.mark(first, face),
                _ => {
                    while characters.get(end).is_some_and(|&next| {
                        is_combining_mark(next)
                            && !is_invisible(next)
                            && !is_variation_selector(next)
                    }) {
                        end += 1;
                    }
                    if characters
                        .get(end)
                        .is_some_and(|&next| arabic::is_ligature(first, next))
                    {
                        end += 1;
                    }
                    self.show(&characters[index..end], face);
                }
            }
            index = end;
        }
    }

    /// Says how all of it that does not say so yet differs from an earlier version.
    pub fn change(mut self, change: Option<Change>) -> Self {
        for cluster in &mut self.clusters {
            cluster.change = cluster.change.or(change);
        }
        self
    }

    /// Settles what depends on neighbours, once all text is there: the widths of joined Arabic
    /// letters, and that spaces and brackets among letters from right to left are of their font, so
    /// that they turn with them.
    pub fn join(mut self) -> Self {
        if !self.text.chars().any(is_right_to_left) {
            return self;
        }
        let mut beside = false;
        for index in 0..self.clusters.len() {
            beside = self.turn(index, beside);
        }
        beside = false;
        for index in (0..self.clusters.len()).rev() {
            beside = self.turn(index, beside);
        }
        for cluster in &mut self.clusters {
            if cluster.face == Face::Fallback {
                cluster.advance = place(&self.text, cluster.start..cluster.end, cluster.face)
                    .iter()
                    .map(|placed| placed.glyph.advance)
                    .sum();
            }
        }
        self
    }

    /// Gives a sign beside letters from right to left their font; answers whether the next one is
    /// beside them, too.
    fn turn(&mut self, index: usize, beside: bool) -> bool {
        let cluster = &mut self.clusters[index];
        let text = &self.text[cluster.start..cluster.end];
        if text.chars().any(is_right_to_left) {
            return true;
        }
        let font = Font::of(Face::Fallback);
        let neutral = beside
            && !cluster.mark
            && text.chars().all(|character| {
                !character.is_alphanumeric()
                    && !matches!(character, '\n' | SOFT_HYPHEN)
                    && font.glyph(character).is_some()
            });
        if neutral {
            cluster.face = Face::Fallback;
        }
        neutral
    }

    /// Shows a character with its accents, together in one font when one has them all.
    fn show(&mut self, characters: &[char], face: Face) {
        let has_all = |face: Face| {
            let font = Font::of(face);
            characters
                .iter()
                .all(|&character| font.glyph(character).is_some())
        };
        if let Some(face) = [face, Face::Fallback]
            .into_iter()
            .find(|&face| has_all(face))
            .or_else(|| system::with(characters))
        {
            let text: String = characters.iter().collect();
            self.add(&text, face, false);
        } else if let [one] = characters {
            if one.is_whitespace() {
                self.add(" ", face, false);
            } else {
                self.mark(*one, face);
            }
        } else {
            for character in characters {
                self.show(&[*character], face);
            }
        }
    }

    fn mark(&mut self, character: char, face: Face) {
        let mut mark = String::new();
        // Writing to a String cannot fail.
        let _ = write!(mark, "[U+{:04X}]", u32::from(character));
        for part in mark.chars() {
            self.add(part.encode_utf8(&mut [0; 4]), face, true);
        }
    }

    fn add(&mut self, text: &str, face: Face, mark: bool) {
        let font = Font::of(face);
        let start = self.text.len();
        self.text.push_str(text);
        let advance = text
            .chars()
            .filter(|&character| character != SOFT_HYPHEN)
            .filter_map(|character| font.glyph(character))
            .map(|glyph| glyph.advance)
            .sum();
        self.clusters.push(Cluster {
            start,
            end: self.text.len(),
            face,
            mark,
            change: None,
            advance,
        });
    }
}

/// A glyph with the text it stands for.
pub(super) struct Placed {
    /// The glyph.
    pub glyph: Glyph,
    /// How far it is moved to the right, in em.
    pub shift: f32,
    /// The bytes of the text that it stands for, accents included.
    pub range: Range<usize>,
}

/// The glyphs of a part of a text in one face and direction, from left to right. The text around
/// it decides how Arabic letters join.
pub(super) fn place(text: &str, part: Range<usize>, face: Face) -> Vec<Placed> {
    let font = Font::of(face);
    let backwards = text[part.clone()].chars().any(is_right_to_left);
    let mut placed: Vec<Placed> = Vec::with_capacity(part.len());
    let mut base: Option<(usize, Glyph)> = None;
    let mut previous = None;
    for (offset, character) in text[part.clone()].char_indices() {
        let at = part.start + offset;
        let end = at + character.len_utf8();
        if previous
            .replace(character)
            .is_some_and(|previous| backwards && arabic::is_ligature(previous, character))
            && let Some(lam) = placed.last_mut()
        {
            lam.range.end = end;
            continue;
        }
        let formed = if backwards {
            mirrored(arabic::form(text, at, character))
        } else {
            character
        };
        let Some(glyph) = font.glyph(formed).or_else(|| font.glyph(character)) else {
            continue;
        };
        if glyph.advance == 0.0
            && is_combining_mark(character)
            && let Some((index, under)) = base
        {
            // Accents that do not compose stand over the middle of their letter.
            let whole = placed[index].range.start..end;
            for part_of_cluster in &mut placed[index..] {
                part_of_cluster.range = whole.clone();
            }
            let from = if backwards { 0.0 } else { under.advance };
            placed.push(Placed {
                glyph,
                shift: under.middle - from - glyph.middle,
                range: whole,
            });
        } else {
            base = Some((placed.len(), glyph));
            placed.push(Placed {
                glyph,
                shift: 0.0,
                range: at..end,
            });
        }
    }
    if backwards {
        placed.reverse();
    }
    placed
}

/// Whether a character runs from right to left.
pub(super) fn is_right_to_left(character: char) -> bool {
    character >= '\u{590}' && matches!(bidi_class(character), BidiClass::R | BidiClass::AL)
}

const fn mirrored(character: char) -> char {
    match character {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        '<' => '>',
        '>' => '<',
        '«' => '»',
        '»' => '«',
        '‹' => '›',
        '›' => '‹',
        _ => character,
    }
}

const fn is_variation_selector(character: char) -> bool {
    matches!(character, '\u{180B}'..='\u{180D}' | '\u{180F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Characters that draw nothing, or change how others are drawn: controls, joiners, marks and
/// overrides of direction, fillers and tags.
const fn is_invisible(character: char) -> bool {
    matches!(character,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}'
        | '\u{17B4}'..='\u{17B5}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E00FF}')
}
