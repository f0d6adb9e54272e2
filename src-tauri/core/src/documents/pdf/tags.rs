//! What a PDF says of its structure: bookmarks for its reader, tags for a screen reader.

use std::num::{NonZeroU16, NonZeroU32};

use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::{
    Identifier, ListNumbering, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};

use super::{POINTS, printable};
use crate::documents::blocks::Document;
use crate::documents::layout::Layout;
use crate::documents::page::Item;
use crate::documents::structure::{Role, Structure};

/// Bookmarks: the title and the headings under it.
pub(super) fn outline(layout: &Layout) -> Outline {
    let mut outline = Outline::new();
    let mut seen = vec![false; layout.structure.nodes.len()];
    for (index, (page, owners)) in layout
        .pages
        .iter()
        .zip(&layout.structure.owners)
        .enumerate()
    {
        for (item, owner) in page.items.iter().zip(owners) {
            let (Item::Text { y, size, .. }, Some(part)) = (item, owner.part) else {
                continue;
            };
            if let Role::Heading(1 | 2, text) = &layout.structure.nodes[part].role
                && !std::mem::replace(&mut seen[part], true)
            {
                let point = Point::from_xy(0.0, (y - 2.0 * size).max(0.0) * POINTS);
                outline.push_child(OutlineNode::new(
                    printable(text),
                    XyzDestination::new(index, point),
                ));
            }
        }
    }
    outline
}

/// The structure as tags (ISO 32000-2, 14.8). Parts without anything drawn are left out.
pub(super) fn tags(
    structure: &Structure,
    marked: Vec<Vec<Identifier>>,
    document: &Document,
) -> TagTree {
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
                if let Some(parent) = groups.get_mut(parent).and_then(Option::as_mut) {
                    parent.push(group);
                }
            }
            None => top.push(group),
        }
    }
    let mut tree = TagTree::new().with_lang(Some(document.language.tag().to_owned()));
    for group in top.into_iter().rev() {
        tree.push(group);
    }
    tree
}

const fn is_leaf(role: &Role) -> bool {
    !matches!(role, Role::List(_) | Role::Entry | Role::Table | Role::Row)
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
        Role::Figure(label) => Tag::Figure(Some(printable(label))).into(),
    }
}
