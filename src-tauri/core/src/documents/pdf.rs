//! Pages to PDF: fonts subset, text with its Unicode, structure tagged, and the same bytes for the
//! same document. The file claims no archive or accessibility profile.

mod bundle;
mod tags;

use std::borrow::Cow;
use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use krilla::action::LinkAction;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::destination::{Destination, XyzDestination};
use krilla::embed::{self, AssociationKind, MimeType};
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};
use krilla::text::{Font, GlyphId, KrillaGlyph};

use super::blocks::Document;
use super::contents::{Link, links};
use super::fonts::{Glyph, system};
use super::layout::{Layout, layout};
use super::lock::lock;
use super::page::{Face, Ink, Item};
use super::text::{self, place};
use crate::{Error, Language, Result};

pub use self::bundle::Bundle;

/// PDF's unit in mm: a point is 1/72 inch (ISO 32000-2, 8.3.2.3).
const POINTS: f32 = 72.0 / 25.4;

/// Writes a document as a PDF, locked when there is a password. `page_of` is as in [`layout`].
///
/// Without a password the same document gives the same bytes; encryption draws random keys.
pub fn write(
    document: &Document,
    page_of: impl Fn(usize, usize) -> String,
    password: Option<&str>,
) -> Result<Vec<u8>> {
    write_with(document, page_of, Vec::new(), password)
}

/// A file within a PDF.
pub struct EmbeddedFile {
    /// Its name.
    pub name: String,
    /// What it holds (RFC 6838).
    pub mime: &'static str,
    /// Its contents.
    pub bytes: Vec<u8>,
}

/// As [`write()`], with files in it, which the password locks too.
pub fn write_with(
    document: &Document,
    page_of: impl Fn(usize, usize) -> String,
    files: Vec<EmbeddedFile>,
    password: Option<&str>,
) -> Result<Vec<u8>> {
    let bytes = paint_with(document, &layout(document, page_of), files)?;
    match password {
        None => Ok(bytes),
        Some(password) => lock(&bytes, password),
    }
}

/// Paints pages that were laid out before.
pub fn paint(document: &Document, layout: &Layout) -> Result<Vec<u8>> {
    paint_with(document, layout, Vec::new())
}

fn paint_with(document: &Document, layout: &Layout, files: Vec<EmbeddedFile>) -> Result<Vec<u8>> {
    let fonts = Fonts::load()?;
    let mut pdf = krilla::Document::new();
    for EmbeddedFile { name, mime, bytes } in files {
        pdf.embed_file(embed::EmbeddedFile {
            path: name,
            mime_type: MimeType::new(mime),
            description: None,
            association_kind: AssociationKind::Supplement,
            data: bytes.into(),
            modification_date: None,
            compress: Some(false),
            location: None,
        })
        .ok_or(Error::Internal("embedded files of one name"))?;
    }
    let places = tags::destinations(layout);
    let marked = draw_pages(&mut pdf, layout, &places, &fonts)?;
    pdf.set_outline(tags::outline(&layout.structure, &places));
    pdf.set_tag_tree(tags::tags(&layout.structure, marked, document.language));
    pdf.set_metadata(metadata(document));
    pdf.finish().map_err(|_| Error::Internal("pdf"))
}

/// Draws the pages after those that are there, and answers what of them each part of the structure is.
fn draw_pages(
    pdf: &mut krilla::Document,
    layout: &Layout,
    places: &[Option<XyzDestination>],
    fonts: &Fonts,
) -> Result<Vec<Vec<Identifier>>> {
    let mut marked: Vec<Vec<Identifier>> = vec![Vec::new(); layout.structure.nodes.len()];
    let pages = layout.pages.iter().zip(&layout.structure.owners);
    for (index, (page, owners)) in pages.enumerate() {
        let settings = PageSettings::from_wh(page.width * POINTS, page.height * POINTS)
            .ok_or(Error::Internal("page size"))?;
        let mut sheet = pdf.start_page_with(settings);
        let mut surface = sheet.surface();
        let mut stretch = 0;
        for owners in owners.chunk_by(|one, other| one.part == other.part) {
            let items = &page.items[stretch..stretch + owners.len()];
            stretch += owners.len();
            let tag = match owners[0].part {
                Some(_) => ContentTag::Span(SpanTag::empty()),
                None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
            };
            let identifier = surface.start_tagged(tag);
            for (item, owner) in items.iter().zip(owners) {
                draw(&mut surface, item, owner.space, fonts);
            }
            surface.end_tagged();
            if let Some(part) = owners[0].part {
                marked[part].push(identifier);
            }
        }
        surface.finish();
        for link in links(page, &layout.structure, index) {
            if let Some(annotation) = annotation(&link, places) {
                marked[link.node].push(sheet.add_tagged_annotation(annotation));
            }
        }
        let addresses = layout.structure.addresses.iter();
        for address in addresses.filter(|address| address.page == index) {
            let target = Target::Action(LinkAction::new(address.target.clone()).into());
            if let Some(annotation) = over(address.edges, target, &address.target) {
                marked[address.node].push(sheet.add_tagged_annotation(annotation));
            }
        }
        sheet.finish();
    }
    Ok(marked)
}

/// What makes a link one that is followed by a click.
fn annotation(link: &Link, places: &[Option<XyzDestination>]) -> Option<Annotation> {
    let place = places.get(link.to)?.clone()?;
    let target = Target::Destination(Destination::Xyz(place));
    over(link.edges, target, link.text)
}

/// What leads somewhere from what lies between edges in mm.
fn over(edges: [f32; 4], target: Target, said: &str) -> Option<Annotation> {
    let [left, top, right, bottom] = edges.map(|edge| edge * POINTS);
    let over = Rect::from_ltrb(left, top, right, bottom)?;
    let link = LinkAnnotation::new(over, target);
    Some(Annotation::new_link(link, Some(printable(said))))
}

fn metadata(document: &Document) -> Metadata {
    metadata_of(
        &document.title,
        &document.author,
        document.language,
        document.date,
    )
}

fn metadata_of(title: &str, author: &str, language: Language, date: NaiveDate) -> Metadata {
    let mut created = DateTime::new(u16::try_from(date.year()).unwrap_or_default());
    // A whole day has no hour, and no zone to tell where the sheet was printed.
    if let (Ok(month), Ok(day)) = (u8::try_from(date.month()), u8::try_from(date.day())) {
        created = created.month(month).day(day);
    }
    Metadata::new()
        .title(printable(title))
        .authors(vec![printable(author)])
        .language(language.tag().to_owned())
        .creation_date(created)
        .producer("Kundbok".to_owned())
}

/// Text for a viewer's title bar, bookmarks and XMP, which hold no control characters.
fn printable(text: &str) -> String {
    text.chars()
        .map(|character| {
            if character.is_control() {
                ' '
            } else {
                character
            }
        })
        .filter(|character| !matches!(character, '\u{FFFE}' | '\u{FFFF}'))
        .collect()
}

struct Fonts(Vec<(Face, Font)>);

impl Fonts {
    fn load() -> Result<Self> {
        let own = [Face::Regular, Face::Strong, Face::Mono, Face::Fallback];
        let load = |face: Face| {
            let font = super::fonts::Font::of(face);
            Font::new(font.data.into(), font.index)
                .map(|font| (face, font))
                .ok_or(Error::Internal("font"))
        };
        let faces = own.into_iter().chain(system::found());
        Ok(Self(faces.map(load).collect::<Result<_>>()?))
    }

    fn of(&self, face: Face) -> Option<Font> {
        let (_, font) = self.0.iter().find(|(one, _)| *one == face)?;
        Some(font.clone())
    }
}

/// The inks on white paper; the window's preview has the same.
fn fill(ink: Ink) -> Fill {
    let color = match ink {
        Ink::Ink => rgb::Color::new(0x1B, 0x1F, 0x1D),
        Ink::Quiet => rgb::Color::new(0x4F, 0x56, 0x53),
        Ink::Faint => rgb::Color::new(0x63, 0x6A, 0x67),
        Ink::Edge => rgb::Color::new(0x7F, 0x86, 0x82),
        Ink::Line => rgb::Color::new(0xC6, 0xCA, 0xC5),
        Ink::Change => rgb::Color::new(0x1A, 0x5C, 0x4A),
    };
    Fill {
        paint: color.into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::NonZero,
    }
}

fn draw(surface: &mut Surface, item: &Item, space: bool, fonts: &Fonts) {
    match item {
        Item::Text {
            x,
            y,
            width,
            size,
            face,
            ink,
            text,
            ..
        } => {
            let Some(font) = fonts.of(*face) else {
                return;
            };
            let mut glyphs = glyphs(text, *face, width / size);
            let mut text = Cow::from(text);
            if space && let Some(glyph) = super::fonts::Font::of(*face).glyph(' ') {
                let range = text.len()..text.len() + 1;
                text.to_mut().push(' ');
                glyphs.push(glyph_of(glyph, 0.0, 0.0, range));
            }
            surface.set_fill(Some(fill(*ink)));
            surface.draw_glyphs(
                Point::from_xy(x * POINTS, y * POINTS),
                &glyphs,
                font,
                &text,
                size * POINTS,
                false,
            );
        }
        Item::Rule {
            x,
            y,
            width,
            thickness,
            ink,
        } => {
            let mut path = PathBuilder::new();
            push_rect(&mut path, *x, y - thickness / 2.0, *width, *thickness);
            fill_path(surface, path, *ink);
        }
        Item::Grid {
            x, y, module, rows, ..
        } => {
            let mut path = PathBuilder::new();
            let mut top = *y;
            for row in rows {
                let mut left = *x;
                for dark in row.as_bytes().chunk_by(|one, other| one == other) {
                    #[allow(clippy::cast_precision_loss)] // Modules of a code.
                    let width = dark.len() as f32 * module;
                    if dark[0] == b'1' {
                        push_rect(&mut path, left, top, width, *module);
                    }
                    left += width;
                }
                top += module;
            }
            fill_path(surface, path, Ink::Ink);
        }
    }
}

/// The glyphs of a text stretched to `width` em, as the window does it: by spacing alone.
fn glyphs(text: &str, face: Face, width: f32) -> Vec<KrillaGlyph> {
    let placed = place(text, 0..text.len(), face);
    let natural: f32 = placed.iter().map(|placed| placed.glyph.advance).sum();
    let bases = placed
        .iter()
        .filter(|placed| placed.glyph.advance > 0.0)
        .count();
    #[allow(clippy::cast_precision_loss)] // Glyphs on a line.
    let spacing = (width - natural) / bases.max(1) as f32;
    // Less than this is rounding.
    let spacing = if spacing.abs() < 0.000_5 {
        0.0
    } else {
        spacing
    };
    placed
        .into_iter()
        .map(
            |text::Placed {
                 glyph,
                 shift,
                 range,
             }| {
                let spacing = if glyph.advance > 0.0 { spacing } else { 0.0 };
                glyph_of(glyph, spacing, shift, range)
            },
        )
        .collect()
}

fn glyph_of(glyph: Glyph, spacing: f32, shift: f32, range: Range<usize>) -> KrillaGlyph {
    KrillaGlyph::new(
        GlyphId::new(u32::from(glyph.id)),
        glyph.advance + spacing,
        shift,
        0.0,
        0.0,
        range,
        None,
    )
}

fn push_rect(path: &mut PathBuilder, x: f32, y: f32, width: f32, height: f32) {
    if let Some(rect) = Rect::from_xywh(x * POINTS, y * POINTS, width * POINTS, height * POINTS) {
        path.push_rect(rect);
    }
}

fn fill_path(surface: &mut Surface, path: PathBuilder, ink: Ink) {
    if let Some(path) = path.finish() {
        surface.set_fill(Some(fill(ink)));
        surface.draw_path(&path);
    }
}
