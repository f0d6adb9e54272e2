//! What a PDF says of its structure: bookmarks for its reader, tags for a screen reader.

use std::num::{NonZeroU16, NonZeroU32};

use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::{
    Identifier, ListNumbering, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};

use super::{POINTS, printable};
use crate::Language;
use crate::documents::layout::Layout;
use crate::documents::page::Item;
use crate::documents::structure::{Role, Structure};

/// Where a part of the structure begins: index of the page, and a point a little over it.
pub(super) fn destinations(layout: &Layout) -> Vec<Option<XyzDestination>> {
    let mut destinations = vec![None; layout.structure.nodes.len()];
    let pages = layout.pages.iter().zip(&layout.structure.owners);
    for (index, (page, owners)) in pages.enumerate() {
        for (item, owner) in page.items.iter().zip(owners) {
            let (Item::Text { y, size, .. }, Some(part)) = (item, owner.part) else {
                continue;
            };
            destinations[part].get_or_insert_with(|| {
                let point = Point::from_xy(0.0, (y - 2.0 * size).max(0.0) * POINTS);
                XyzDestination::new(index, point)
            });
        }
    }
    destinations
}

/// Bookmarks: titles, and headings each under its title.
pub(super) fn outline(structure: &Structure, places: &[Option<XyzDestination>]) -> Outline {
    let mut outline = Outline::new();
    let mut title: Option<OutlineNode> = None;
    let is_title = |role: &Role| matches!(role, Role::Heading(1, _));
    let titles = structure.nodes.iter().filter(|node| is_title(&node.role));
    // Of many parts one wants to see where each begins, of one what is in it.
    let open = titles.count() <= 1;
    for (node, place) in structure.nodes.iter().zip(places) {
        let (Role::Heading(level, text), Some(place)) = (&node.role, place) else {
            continue;
        };
        let bookmark = OutlineNode::new(printable(text), place.clone()).with_open(open);
        match (level, &mut title) {
            (1, _) => {
                if let Some(before) = title.replace(bookmark) {
                    outline.push_child(before);
                }
            }
            (2, Some(title)) => title.push_child(bookmark),
            (2, None) => outline.push_child(bookmark),
            _ => {}
        }
    }
    if let Some(last) = title {
        outline.push_child(last);
    }
    outline
}

/// The structure as tags (ISO 32000-2, 14.8). Parts without anything drawn are left out.
pub(super) fn tags(
    structure: &Structure,
    marked: Vec<Vec<Identifier>>,
    language: Language,
) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(language.tag().to_owned()));
    for group in groups(structure, marked) {
        tree.push(group);
    }
    tree
}

/// The parts that belong to no other, in order.
pub(super) fn groups(structure: &Structure, marked: Vec<Vec<Identifier>>) -> Vec<TagGroup> {
    let drawn: Vec<usize> = marked.iter().map(Vec::len).collect();
    let mut groups: Vec<Option<TagGroup>> = structure
        .nodes
        .iter()
        .zip(marked)
        .map(|(node, identifiers)| {
            let children = identifiers.into_iter().map(Into::into).collect();
            Some(TagGroup::with_children(tag(&node.role), children))
        })
        .collect();
    // From the last: a part comes after the one it belongs to, so its own parts are all in it.
    let mut top = Vec::new();
    for index in (0..groups.len()).rev() {
        let Some(mut group) = groups[index].take() else {
            continue;
        };
        if group.children.is_empty() && !matches!(structure.nodes[index].role, Role::Cell) {
            continue;
        }
        if !is_leaf(&structure.nodes[index].role) {
            group.children.reverse();
        }
        match structure.nodes[index].parent {
            Some(parent) => {
                let is_leaf = is_leaf(&structure.nodes[parent].role);
                let after = drawn[parent];
                if let Some(parent) = groups.get_mut(parent).and_then(Option::as_mut) {
                    // What stands in a text comes after it, the first of it first.
                    let at = if is_leaf {
                        after
                    } else {
                        parent.children.len()
                    };
                    parent.children.insert(at, group.into());
                }
            }
            None => top.push(group),
        }
    }
    top.reverse();
    top
}

const fn is_leaf(role: &Role) -> bool {
    !matches!(
        role,
        Role::List(_)
            | Role::Entry
            | Role::Table
            | Role::Row
            | Role::Contents
            | Role::ContentsEntry
            | Role::Reference
    )
}

fn tag(role: &Role) -> TagKind {
    match role {
        Role::Heading(level, text) => Tag::Hn(
            NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN),
            Some(printable(text)),
        )
        .into(),
        Role::Paragraph => Tag::P.into(),
        Role::List(numbered) => Tag::L(if *numbered {
            ListNumbering::Decimal
        } else {
            ListNumbering::None
        })
        .into(),
        Role::Entry => Tag::LI.into(),
        Role::Label => Tag::Lbl.into(),
        Role::Body => Tag::LBody.into(),
        Role::Table => Tag::Table.into(),
        Role::Row => Tag::TR.into(),
        Role::ColumnHeading => Tag::TH(TableHeaderScope::Column).into(),
        Role::RowHeading => Tag::TH(TableHeaderScope::Row).into(),
        Role::Cell => Tag::TD.into(),
        Role::WideCell(columns) => Tag::TD.with_col_span(NonZeroU32::new(*columns)).into(),
        Role::Contents => Tag::TOC.into(),
        Role::ContentsEntry => Tag::TOCI.into(),
        Role::Reference => Tag::Reference.into(),
        Role::Link(..) | Role::Address(_) => Tag::Link.into(),
        Role::Figure(label) => Tag::Figure(Some(printable(label))).into(),
    }
}
