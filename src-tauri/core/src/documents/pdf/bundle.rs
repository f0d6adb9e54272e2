//! Many documents in one PDF: each begins a page, has its own count of pages and a bookmark, and is read
//! out in its own language.

use chrono::NaiveDate;
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::{Tag, TagGroup, TagTree};

use super::{Fonts, draw_pages, metadata_of, printable, tags};
use crate::documents::blocks::Document;
use crate::documents::layout::layout;
use crate::{Error, Language, Result};

/// Documents that were put together so far.
pub struct Bundle {
    pdf: krilla::Document,
    fonts: Fonts,
    outline: Outline,
    parts: Vec<TagGroup>,
    pages: usize,
}

impl Bundle {
    /// Without a document yet.
    ///
    /// # Errors
    /// [`Error::Internal`] when the fonts cannot be read.
    pub fn new() -> Result<Self> {
        Ok(Self {
            pdf: krilla::Document::new(),
            fonts: Fonts::load()?,
            outline: Outline::new(),
            parts: Vec::new(),
            pages: 0,
        })
    }

    /// Adds a document under a bookmark. `page_of` is as in [`layout`]. A document with links in it
    /// loses them.
    ///
    /// # Errors
    /// [`Error::Internal`].
    pub fn add(
        &mut self,
        bookmark: &str,
        document: &Document,
        page_of: impl Fn(usize, usize) -> String,
    ) -> Result<()> {
        let layout = layout(document, page_of);
        let marked = draw_pages(&mut self.pdf, &layout, &[], &self.fonts)?;
        let place = XyzDestination::new(self.pages, Point::from_xy(0.0, 0.0));
        self.outline
            .push_child(OutlineNode::new(printable(bookmark), place));
        let mut part: TagGroup =
            TagGroup::new(Tag::Part.with_lang(Some(document.language.tag().to_owned())));
        for group in tags::groups(&layout.structure, marked) {
            part.push(group);
        }
        self.parts.push(part);
        self.pages += layout.pages.len();
        Ok(())
    }

    /// The PDF.
    ///
    /// # Errors
    /// [`Error::Internal`].
    pub fn finish(
        mut self,
        title: &str,
        author: &str,
        language: Language,
        date: NaiveDate,
    ) -> Result<Vec<u8>> {
        self.pdf.set_outline(self.outline);
        let mut tree = TagTree::new().with_lang(Some(language.tag().to_owned()));
        for part in self.parts {
            tree.push(part);
        }
        self.pdf.set_tag_tree(tree);
        self.pdf
            .set_metadata(metadata_of(title, author, language, date));
        self.pdf.finish().map_err(|_| Error::Internal("pdf"))
    }
}
