//! Strips of a document to pages: strips that belong together stay together, and a table's head
//! stands again where the table goes on.

use super::page::{Item, Page};
use super::structure::{Owner, Structure};

/// A4 (ISO 216) and its margins, in mm.
pub(super) const PAGE: (f32, f32) = (210.0, 297.0);
/// Left margin: room for clause numbers and for holes.
pub(super) const LEFT: f32 = 25.0;
/// Top margin.
pub(super) const TOP: f32 = 18.0;
/// Bottom margin, under the foot.
pub(super) const BOTTOM: f32 = 14.0;
/// Width of the text; the right margin is 20.
pub(super) const WIDTH: f32 = 165.0;

/// What is too tall to keep together starts where it stands when there is this much room, in mm.
const START: f32 = 60.0;
/// A head taller than this is not repeated, in mm.
const TALLEST_HEAD: f32 = 60.0;
/// Room for rounding when heights are compared, in mm.
const SLACK: f32 = 0.01;

/// An item with the part of the structure it belongs to.
pub(super) type Owned = (Item, Owner);

/// A strip across the page that is never split. Lengths in mm.
#[derive(Clone, Debug, Default)]
pub(super) struct Strip {
    /// Space above, dropped at the top of a page.
    pub before: f32,
    /// Height.
    pub height: f32,
    /// Stands on the same page as the next strip.
    pub keep: bool,
    /// Begins a page.
    pub turn: bool,
    /// The head to repeat when a page begins with this strip: an index in [`Flow::heads`].
    pub head: Option<usize>,
    /// What is drawn, from the strip's top and the page's left edge.
    pub items: Vec<Owned>,
}

/// The strips of a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Flow {
    /// The strips.
    pub strips: Vec<Strip>,
    /// Heads of tables.
    pub heads: Vec<Vec<Strip>>,
}

impl Flow {
    /// Deals the strips to pages whose text ends at `bottom` mm. Always at least one page.
    pub fn paginate(self, bottom: f32, structure: &mut Structure) -> Vec<Page> {
        let mut dealer = Dealer {
            heads: self.heads,
            bottom,
            y: TOP,
            pages: Vec::new(),
            structure,
        };
        dealer.turn();
        let mut group = Vec::new();
        for strip in self.strips {
            let last = !strip.keep;
            group.push(strip);
            if last {
                dealer.deal(std::mem::take(&mut group));
            }
        }
        dealer.deal(group);
        dealer.pages
    }
}

struct Dealer<'a> {
    heads: Vec<Vec<Strip>>,
    bottom: f32,
    y: f32,
    pages: Vec<Page>,
    structure: &'a mut Structure,
}

impl Dealer<'_> {
    /// Places strips that belong together.
    fn deal(&mut self, group: Vec<Strip>) {
        let Some(first) = group.first() else {
            return;
        };
        let height: f32 = group
            .iter()
            .map(|strip| strip.before + strip.height)
            .sum::<f32>()
            - first.before;
        let head = self.head_height(first.head);
        let too_tall = TOP + head + height > self.bottom + SLACK;
        let room = if too_tall { START.min(height) } else { height };
        let is_full = self.y + first.before + room > self.bottom + SLACK;
        if !self.at_top() && (first.turn || is_full) {
            self.turn();
            self.repeat(first.head);
        }
        for strip in group {
            if !self.at_top() && self.y + strip.before + strip.height > self.bottom + SLACK {
                self.turn();
                self.repeat(strip.head);
            }
            self.place(strip);
        }
    }

    /// Begins a page.
    fn turn(&mut self) {
        self.y = TOP;
        self.pages.push(Page {
            width: PAGE.0,
            height: PAGE.1,
            items: Vec::new(),
        });
        self.structure.owners.push(Vec::new());
    }

    fn at_top(&self) -> bool {
        self.y <= TOP
    }

    fn head_height(&self, head: Option<usize>) -> f32 {
        let height = head
            .and_then(|head| self.heads.get(head))
            .map_or(0.0, |strips| strips.iter().map(|strip| strip.height).sum());
        if height > TALLEST_HEAD { 0.0 } else { height }
    }

    /// Repeats a head. It is decoration there: who hears the table has heard it already.
    fn repeat(&mut self, head: Option<usize>) {
        if self.head_height(head) > 0.0
            && let Some(strips) = head.and_then(|head| self.heads.get(head)).cloned()
        {
            for mut strip in strips {
                for (_, owner) in &mut strip.items {
                    *owner = Owner::default();
                }
                self.place(strip);
            }
        }
    }

    fn place(&mut self, strip: Strip) {
        if !self.at_top() {
            self.y += strip.before;
        }
        let y = self.y;
        if let (Some(page), Some(owners)) =
            (self.pages.last_mut(), self.structure.owners.last_mut())
        {
            for (mut item, owner) in strip.items {
                move_by(&mut item, 0.0, y);
                page.items.push(item);
                owners.push(owner);
            }
        }
        self.y += strip.height;
    }
}

/// Moves an item to the right and down, in mm.
pub(super) fn move_by(item: &mut Item, dx: f32, dy: f32) {
    match item {
        Item::Text { x, y, .. } | Item::Rule { x, y, .. } | Item::Grid { x, y, .. } => {
            *x += dx;
            *y += dy;
        }
    }
}
