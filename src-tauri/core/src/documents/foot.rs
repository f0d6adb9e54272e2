//! The foot of each page.

use super::blocks::Document;
use super::flow::{BOTTOM, LEFT, PAGE, WIDTH, move_by};
use super::lines::{Line, Style, lines};
use super::page::{Face, Ink, Item, Page};
use super::structure::{Owner, Structure};
use super::table::rule;
use super::text::Run;
use crate::Language;

const STYLE: Style = Style {
    size: 2.9,
    leading: 4.2,
    tracking: 0.0,
    ink: Ink::Quiet,
};
/// Space from the rule to the text, from the text over it to the rule, and between the parts, in mm.
const UNDER_RULE: f32 = 3.0;
const OVER_RULE: f32 = 8.0;
const BETWEEN: f32 = 6.0;
/// Room for "Page 1000 of 1000", in mm.
const PAGE_OF: f32 = 34.0;
/// A part longer than this many lines ends in an ellipsis: its words stand in the text, too.
const MOST: usize = 3;

/// The foot's left and middle part.
pub(super) struct Foot {
    language: Language,
    left: Vec<Line>,
    middle: Vec<Line>,
    /// Lines of the tallest part.
    count: usize,
    /// From the end of the text to the bottom margin, in mm.
    pub height: f32,
}

impl Foot {
    pub fn new(document: &Document) -> Self {
        let alone = document.foot_left.is_empty() || document.foot_middle.is_empty();
        let room = WIDTH - PAGE_OF - BETWEEN;
        let width = if alone { room } else { (room - BETWEEN) / 2.0 };
        let part = |text: &str| {
            let run = Run::new(text, Face::Regular).join();
            let mut part = lines(&run, &STYLE, width - 3.0, document.language);
            if part.len() > MOST {
                part.truncate(MOST);
                let mut ellipsis = lines(
                    &Run::new("…", Face::Regular),
                    &STYLE,
                    width,
                    document.language,
                );
                if let (Some(last), Some(mark)) = (part.last_mut(), ellipsis.pop()) {
                    for mut item in mark.items {
                        move_by(&mut item, last.width, 0.0);
                        last.items.push(item);
                    }
                    last.width += mark.width;
                }
            }
            part
        };
        let (left, middle) = (part(&document.foot_left), part(&document.foot_middle));
        let count = left.len().max(middle.len());
        #[allow(clippy::cast_precision_loss)] // At most three.
        let height = OVER_RULE + UNDER_RULE + count as f32 * STYLE.leading;
        Self {
            language: document.language,
            left,
            middle,
            count,
            height,
        }
    }

    /// Draws the foot on every page.
    pub fn draw(
        &self,
        pages: &mut [Page],
        structure: &mut Structure,
        page_of: impl Fn(usize, usize) -> String,
    ) {
        let count = pages.len();
        for (index, page) in pages.iter_mut().enumerate() {
            let top = PAGE.1 - BOTTOM - self.height + OVER_RULE;
            let mut items: Vec<Item> = vec![rule(top, Ink::Line).0];
            let run = Run::new(&page_of(index + 1, count), Face::Regular).join();
            let mut right = lines(&run, &STYLE, PAGE_OF, self.language);
            right.truncate(self.count);
            let wide = |lines: &[Line]| lines.iter().map(|line| line.width).fold(0.0, f32::max);
            let (left, middle, end) = (wide(&self.left), wide(&self.middle), wide(&right));
            let free = (WIDTH - left - middle - end) / 2.0;
            let parts = [
                (&self.left, LEFT),
                (&self.middle, LEFT + left + free),
                (&right, LEFT + WIDTH - end),
            ];
            for (lines, x) in parts {
                let mut y = top + UNDER_RULE;
                for line in lines {
                    for mut item in line.items.clone() {
                        move_by(&mut item, x, y);
                        items.push(item);
                    }
                    y += STYLE.leading;
                }
            }
            if let Some(owners) = structure.owners.get_mut(index) {
                owners.resize(page.items.len() + items.len(), Owner::default());
            }
            page.items.extend(items);
        }
    }
}
