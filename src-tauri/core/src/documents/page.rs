//! A laid-out page. One layout, two painters: the PDF and the window's preview draw the same items,
//! so a preview is the print.

use serde::{Serialize, Serializer};
use ts_rs::TS;

/// A page with its items in reading order. Lengths are millimetres from the top left corner.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Page {
    /// Width in mm (210).
    pub width: f32,
    /// Height in mm (297).
    pub height: f32,
    /// What is drawn.
    pub items: Vec<Item>,
}

/// Something drawn on a page.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(
    rename_all = "camelCase",
    tag = "kind",
    rename_all_fields = "camelCase"
)]
#[ts(export)]
pub enum Item {
    /// Text on one line in one font.
    Text {
        /// Left edge in mm.
        x: f32,
        /// Baseline in mm.
        y: f32,
        /// Width in mm, so that the window can hold the browser to it.
        width: f32,
        /// Font size in mm.
        size: f32,
        /// Which font.
        face: Face,
        /// Which ink.
        ink: Ink,
        /// The text.
        text: String,
        /// How it differs from an earlier version, where that is shown.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        change: Option<Change>,
    },
    /// A horizontal rule.
    Rule {
        /// Left edge in mm.
        x: f32,
        /// Middle in mm.
        y: f32,
        /// Length in mm.
        width: f32,
        /// Thickness in mm.
        thickness: f32,
        /// Which ink.
        ink: Ink,
    },
    /// A filled square grid, for a QR code: the dark modules of each row.
    Grid {
        /// Left edge in mm.
        x: f32,
        /// Top edge in mm.
        y: f32,
        /// Size of one module in mm.
        module: f32,
        /// One string of `0` and `1` for each row.
        rows: Vec<String>,
        /// What it holds, for those who cannot see it.
        label: String,
    },
}

/// The fonts of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Face {
    /// Running text.
    Regular,
    /// Headings and sums.
    Strong,
    /// Keys.
    Mono,
    /// For characters that the first fonts lack.
    Fallback,
    /// For what that one lacks, too: a font of the computer's own, of those found so far.
    #[serde(untagged)]
    System(#[ts(type = "\"system\"")] SystemFont),
}

/// A font of the computer's own, by its place among those found so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SystemFont(pub(super) u8);

impl Serialize for SystemFont {
    /// To the window they are all one: it finds them by itself.
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str("system")
    }
}

/// How text differs from an earlier version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Change {
    /// It was not there.
    Added,
    /// It is there no longer.
    Removed,
}

/// The inks of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Ink {
    /// Text.
    Ink,
    /// Labels, small print.
    Quiet,
    /// Numbers in the margin.
    Faint,
    /// Strong rules.
    Edge,
    /// Hairlines.
    Line,
    /// The bar beside what has changed.
    Change,
}
