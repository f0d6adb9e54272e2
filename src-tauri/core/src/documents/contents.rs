//! A cover, and the list of a document's parts with the pages they begin on.

use super::blocks::{Align, Cover};
use super::flow::{LEFT, PAGE, Strip, TOP, WIDTH};
use super::layout::{BODY, COVER, QUIET, Setting};
use super::page::{Face, Ink, Item, Page};
use super::structure::{Role, Structure};
use super::table::{Cell, RowStyle, row};
use super::text::Run;

/// From the top of a page to a cover's title: a third of the way down, in mm.
const DOWN: f32 = PAGE.1 / 3.0 - TOP;
/// Room for a page's number, and for the number of a part with the space after it, in mm.
const FIGURE: f32 = 14.0;
const NUMBER: f32 = 10.0;

/// Where a part of a document begins.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// Its title.
    text: String,
    /// The title's index in the structure.
    node: usize,
    /// Index of the page.
    page: usize,
}

/// The parts of a document after its cover and its list of contents: every other title.
pub(super) fn places(pages: &[Page], structure: &Structure) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for (page, owners) in structure.owners.iter().enumerate().take(pages.len()) {
        for node in owners.iter().filter_map(|owner| owner.part) {
            if let Role::Heading(1, text) = &structure.nodes[node].role
                && places.last().is_none_or(|last| last.node != node)
            {
                let text = text.clone();
                places.push(Place { text, node, page });
            }
        }
    }
    places
}

/// Sets a cover on a page of its own.
pub(super) fn cover(setting: &mut Setting, cover: &Cover) {
    let owner = setting.heading_node(1, &cover.title);
    let mut strips = vec![Strip {
        height: DOWN,
        keep: true,
        ..Strip::default()
    }];
    let run = Run::new(&cover.title, Face::Strong).join();
    for line in setting.lines(&run, &COVER, WIDTH) {
        strips.push(Strip {
            height: COVER.leading,
            keep: true,
            items: line.placed(LEFT, 0.0, Some(owner)).collect(),
            ..Strip::default()
        });
    }
    for (index, line) in cover.lines.iter().enumerate() {
        let owner = setting.structure.add(Role::Paragraph, None);
        let (face, style) = if index == 0 {
            (Face::Strong, BODY)
        } else {
            (Face::Regular, QUIET)
        };
        let run = Run::new(line, face).join();
        for (at, line) in setting.lines(&run, &style, WIDTH).into_iter().enumerate() {
            strips.push(Strip {
                before: if index == 0 && at == 0 { 6.0 } else { 0.0 },
                height: style.leading,
                keep: true,
                items: line.placed(LEFT, 0.0, Some(owner)).collect(),
                ..Strip::default()
            });
        }
    }
    if let Some(last) = strips.last_mut() {
        last.keep = false;
    }
    setting.add(strips, (0.0, 0.0));
}

/// Sets the list of contents. Its own title is the last before the parts that it lists.
pub(super) fn set(setting: &mut Setting, title: &str, places: &[Place]) {
    let own = setting.structure.nodes.len();
    setting.title(title);
    let list = setting.structure.add(Role::Contents, None);
    let style = RowStyle {
        leading: BODY.leading,
        above: 1.9,
        below: 1.9,
        rule: Some(Ink::Line),
        on_last: false,
    };
    let mut strips = Vec::new();
    for (index, place) in places.iter().filter(|each| each.node > own).enumerate() {
        let entry = setting.structure.add(Role::ContentsEntry, Some(list));
        let reference = setting.structure.add(Role::Reference, Some(entry));
        let link = Role::Link(place.node, place.text.clone());
        let link = setting.structure.add(link, Some(reference));
        let texts = [
            ((index + 1).to_string(), QUIET, LEFT, NUMBER, Align::Start),
            (
                place.text.clone(),
                BODY,
                LEFT + NUMBER,
                WIDTH - NUMBER - FIGURE,
                Align::Start,
            ),
            (
                (place.page + 1).to_string(),
                BODY,
                LEFT + WIDTH - FIGURE,
                FIGURE,
                Align::End,
            ),
        ];
        let cells = texts.map(|(text, style, x, width, align)| {
            let run = Run::new(&text, Face::Regular).join();
            let mut lines = setting.lines(&run, &style, width);
            // Number, title and page are words of their own.
            for line in &mut lines {
                line.space = true;
            }
            Cell {
                x,
                width,
                align,
                lines,
                owner: Some(link),
            }
        });
        strips.extend(row(cells.into(), style));
    }
    setting.add(strips, (2.0, 3.0));
}

/// A link of the list of contents as it lies on a page, in mm.
pub(super) struct Link<'a> {
    /// The part of the structure it is.
    pub node: usize,
    /// What it leads to: an index in the structure.
    pub to: usize,
    /// What it says.
    pub text: &'a str,
    /// Left, top, right and bottom edge.
    pub edges: [f32; 4],
}

/// The links on a page.
pub(super) fn links<'a>(page: &Page, structure: &'a Structure, index: usize) -> Vec<Link<'a>> {
    let mut links: Vec<Link<'_>> = Vec::new();
    let owners = structure.owners.get(index).into_iter().flatten();
    for (item, owner) in page.items.iter().zip(owners) {
        let (
            Item::Text {
                x, y, width, size, ..
            },
            Some(node),
        ) = (item, owner.part)
        else {
            continue;
        };
        let Role::Link(to, text) = &structure.nodes[node].role else {
            continue;
        };
        let edges = [*x, y - size, x + width, y + size * 0.35];
        match links.last_mut().filter(|last| last.node == node) {
            Some(last) => {
                let [left, top, right, bottom] = &mut last.edges;
                *left = left.min(edges[0]);
                *top = top.min(edges[1]);
                *right = right.max(edges[2]);
                *bottom = bottom.max(edges[3]);
            }
            None => links.push(Link {
                node,
                to: *to,
                text,
                edges,
            }),
        }
    }
    links
}
