//! The four fonts of documents, read once: characters to glyphs and widths. For scripts that none of them
//! has, the computer's own.

pub(super) mod system;

use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::page::Face;

/// Height of the space between lines that lies above the baseline, in em: Inter's ascender and
/// descender, so that the window's line boxes and the PDF's agree.
pub(super) const ASCENT: f32 = 0.968_75;
/// Depth below the baseline in em, positive.
pub(super) const DESCENT: f32 = 0.241_21;

/// A glyph of a font. Lengths are in em.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    /// Index in the font file.
    pub id: u16,
    /// How far the next glyph stands.
    pub advance: f32,
    /// Middle of what is drawn, for placing accents.
    pub middle: f32,
}

/// A font file with its glyphs by character.
pub(super) struct Font {
    /// The file.
    pub data: &'static [u8],
    /// Which of the fonts in it.
    pub index: u32,
    glyphs: Glyphs,
}

enum Glyphs {
    /// In the order of their characters.
    Read(Vec<(char, Glyph)>),
    /// One by one: there may be tens of thousands.
    In(FontRef<'static>),
}

impl Font {
    /// The font for a face.
    pub fn of(face: Face) -> &'static Self {
        static FONTS: LazyLock<[Font; 4]> = LazyLock::new(|| {
            [
                Font::read(include_bytes!("../../../../assets/fonts/Inter-Regular.ttf")),
                Font::read(include_bytes!(
                    "../../../../assets/fonts/Inter-SemiBold.ttf"
                )),
                Font::read(include_bytes!(
                    "../../../../assets/fonts/JetBrainsMono-Regular.ttf"
                )),
                Font::read(include_bytes!("../../../../assets/fonts/DejaVuSans.ttf")),
            ]
        });
        match face {
            Face::Regular => &FONTS[0],
            Face::Strong => &FONTS[1],
            Face::Mono => &FONTS[2],
            Face::Fallback => &FONTS[3],
            Face::System(at) => system::font(at).unwrap_or(&FONTS[3]),
        }
    }

    /// The glyph for a character; `None` when the font lacks it.
    pub fn glyph(&self, character: char) -> Option<Glyph> {
        match &self.glyphs {
            Glyphs::Read(glyphs) => glyphs
                .binary_search_by_key(&character, |(character, _)| *character)
                .ok()
                .map(|index| glyphs[index].1),
            Glyphs::In(font) => Glyph::read(font, font.charmap().map(character)?),
        }
    }

    /// Reads a font file. One that cannot be read has no glyphs, and every character is marked.
    fn read(data: &'static [u8]) -> Self {
        let mut glyphs = Vec::new();
        if let Ok(font) = FontRef::new(data) {
            glyphs.extend(
                font.charmap().mappings().filter_map(|(code, id)| {
                    Some((char::from_u32(code)?, Glyph::read(&font, id)?))
                }),
            );
            glyphs.sort_unstable_by_key(|(character, _)| *character);
        }
        Self {
            data,
            index: 0,
            glyphs: Glyphs::Read(glyphs),
        }
    }
}

impl Glyph {
    fn read(font: &FontRef<'_>, id: GlyphId) -> Option<Self> {
        let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        let middle = metrics
            .bounds(id)
            .map_or(0.0, |bounds| f32::midpoint(bounds.x_min, bounds.x_max));
        Some(Self {
            id: u16::try_from(id.to_u32()).ok()?,
            advance: metrics.advance_width(id).unwrap_or_default(),
            middle,
        })
    }
}
