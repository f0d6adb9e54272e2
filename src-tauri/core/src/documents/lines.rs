//! Text to lines: breaks where Unicode allows (UAX #14), hyphenates or cuts only words that do not
//! fit a line of their own, and orders each line for the eye (UAX #9).

mod cutting;

use std::ops::Range;

use unicode_bidi::{Level, ParagraphBidiInfo};

use super::flow::{Owned, move_by};
use super::fonts::{ASCENT, DESCENT};
use super::page::{Change, Face, Ink, Item};
use super::structure::Owner;
use super::text::{Cluster, Run, SOFT_HYPHEN, is_right_to_left};
use crate::Language;

/// What stands with its figure on one line.
const UNITS: [&str; 18] = [
    "%", "cl", "cm", "dl", "g", "kg", "kr", "l", "m", "mg", "ml", "mm", "pcs", "pk", "st", "stk",
    "x", "år",
];

/// What stands with the number after it on one line.
const PROVISIONS: [&str; 11] = [
    "§", "article", "articles", "artikel", "chapter", "kap.", "kapitel", "nr.", "section",
    "sections", "stk.",
];

/// How text is set. Lengths in mm.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    /// Font size.
    pub size: f32,
    /// From line to line.
    pub leading: f32,
    /// Added after each character, in em.
    pub tracking: f32,
    /// Ink, save for marks.
    pub ink: Ink,
}

impl Style {
    /// The same, larger or smaller.
    pub fn scaled(self, scale: f32) -> Self {
        Self {
            size: self.size * scale,
            leading: self.leading * scale,
            ..self
        }
    }
}

/// A line of text.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// Its width in mm.
    pub width: f32,
    /// Its texts, from the line's left edge and its top.
    pub items: Vec<Item>,
    /// It was broken at a space, or at the end of a paragraph that another follows.
    pub space: bool,
}

impl Line {
    /// The line's texts at a place on the page or in a strip, in mm, as a part of the structure.
    pub fn placed(self, x: f32, y: f32, part: Option<usize>) -> impl Iterator<Item = Owned> {
        let last = self.items.len().saturating_sub(1);
        self.items
            .into_iter()
            .enumerate()
            .map(move |(index, mut item)| {
                move_by(&mut item, x, y);
                let space = self.space && index == last;
                (item, Owner { part, space })
            })
    }
}

/// Breaks a run into lines no wider than `width` mm. Always at least one line.
pub(super) fn lines(run: &Run, style: &Style, width: f32, language: Language) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for paragraph in run
        .clusters
        .split(|cluster| &run.text[cluster.start..cluster.end] == "\n")
    {
        if let Some(last) = lines.last_mut() {
            last.space = true;
        }
        Breaker::new(run, paragraph, style, width, language).break_into(&mut lines);
    }
    lines
}

/// Width in mm of the widest line of a run when nothing but its own line breaks break it.
pub(super) fn natural_width(run: &Run, style: &Style) -> f32 {
    run.clusters
        .split(|cluster| &run.text[cluster.start..cluster.end] == "\n")
        .map(|line| line.iter().map(|cluster| advance(cluster, style)).sum())
        .fold(0.0, f32::max)
}

fn advance(cluster: &Cluster, style: &Style) -> f32 {
    if cluster.advance > 0.0 {
        (cluster.advance + style.tracking) * style.size
    } else {
        0.0
    }
}

/// Room for rounding when widths are compared, in mm.
const SLACK: f32 = 0.001;
struct Breaker<'a> {
    run: &'a Run,
    clusters: &'a [Cluster],
    /// Where each cluster begins on an endless line, in mm, and where the last one ends.
    reach: Vec<f64>,
    style: &'a Style,
    width: f32,
    language: Language,
}

impl<'a> Breaker<'a> {
    fn new(
        run: &'a Run,
        clusters: &'a [Cluster],
        style: &'a Style,
        width: f32,
        language: Language,
    ) -> Self {
        let mut reach = Vec::with_capacity(clusters.len() + 1);
        let mut at = 0.0;
        reach.push(at);
        for cluster in clusters {
            at += f64::from(advance(cluster, style));
            reach.push(at);
        }
        Self {
            run,
            clusters,
            reach,
            style,
            width,
            language,
        }
    }

    fn break_into(&self, lines: &mut Vec<Line>) {
        let (Some(first), Some(last)) = (self.clusters.first(), self.clusters.last()) else {
            lines.push(Line::default());
            return;
        };
        let origin = first.start;
        let text = &self.run.text[origin..last.end];
        let levels = text
            .chars()
            .any(is_right_to_left)
            .then(|| ParagraphBidiInfo::new(text, Some(Level::ltr())));
        let mut line = 0;
        let mut filled = 0.0;
        let mut word = 0;
        for (offset, _) in unicode_linebreak::linebreaks(text) {
            let end = word
                + self.clusters[word..].partition_point(|cluster| cluster.end <= origin + offset);
            if end == word || self.parts_a_figure(end) || self.parts_a_reference(end) {
                continue;
            }
            let seen = self.seen(word..end);
            if filled + seen > self.width + SLACK {
                if line < word {
                    lines.push(self.line(line..word, false, levels.as_ref()));
                }
                line = word;
                filled = 0.0;
                if self.seen(line..end) > self.width + SLACK {
                    let points = self.cutting_points(line..end);
                    while self.seen(line..end) > self.width + SLACK {
                        let (cut, hyphen) = self.cut(line..end, &points);
                        if cut >= end {
                            break;
                        }
                        lines.push(self.line(line..cut, hyphen, levels.as_ref()));
                        line = cut;
                    }
                }
                word = line;
            }
            filled += self.advances(word..end);
            word = end;
        }
        lines.push(self.line(line..self.clusters.len(), false, levels.as_ref()));
    }

    /// Whether a break before a cluster would part a number written in groups (`08-657 61 00`) or a
    /// figure from its unit (`75 ml`).
    fn parts_a_figure(&self, at: usize) -> bool {
        let is_digit = |cluster: &&Cluster| self.text(cluster).chars().all(|c| c.is_ascii_digit());
        let (before, after) = self.clusters.split_at(at);
        let [.., digit, space] = before else {
            return false;
        };
        if !is_digit(&digit) || self.text(space) != " " {
            return false;
        }
        let group = after.iter().take(4).take_while(is_digit).count();
        let is_of_unit = |text: &&str| text.chars().all(char::is_alphanumeric) || *text == "%";
        let unit: String = after
            .iter()
            .map(|cluster| self.text(cluster))
            .take(4)
            .take_while(is_of_unit)
            .collect();
        (1..=3).contains(&group) || UNITS.contains(&&*unit.to_lowercase())
    }

    /// Whether a break before a cluster would part a provision from its number (`artikel 14`, `2 §`).
    fn parts_a_reference(&self, at: usize) -> bool {
        let Some(start) = self.clusters.get(at).map(|cluster| cluster.start) else {
            return false;
        };
        let (before, after) = self.run.text.split_at(start);
        let is_inside = |c: char| c.is_alphanumeric() || matches!(c, '.' | '§');
        let last = before.trim_end().rsplit(|c| !is_inside(c)).next();
        let word = last.unwrap_or_default().to_lowercase();
        let is_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        (is_number(after) && PROVISIONS.contains(&&*word))
            || (is_number(&word) && (after.starts_with('§') || after.starts_with("kap.")))
    }

    /// Width of clusters in mm.
    #[allow(clippy::cast_possible_truncation)] // Millimetres on a page.
    fn advances(&self, range: Range<usize>) -> f32 {
        (self.reach[range.end] - self.reach[range.start]) as f32
    }

    /// Width in mm if the line ended there: without spaces, with the hyphen of a soft hyphen.
    fn seen(&self, range: Range<usize>) -> f32 {
        let range = self.without_spaces(range);
        let hyphen = self.soft_hyphen_ends(&range);
        self.advances(range) + if hyphen { self.hyphen() } else { 0.0 }
    }

    fn without_spaces(&self, range: Range<usize>) -> Range<usize> {
        let spaces = self.clusters[range.clone()]
            .iter()
            .rev()
            .take_while(|cluster| self.text(cluster) == " ")
            .count();
        range.start..range.end - spaces
    }

    fn soft_hyphen_ends(&self, range: &Range<usize>) -> bool {
        self.clusters[range.clone()]
            .last()
            .is_some_and(|cluster| self.text(cluster).starts_with(SOFT_HYPHEN))
    }

    fn text(&self, cluster: &Cluster) -> &str {
        &self.run.text[cluster.start..cluster.end]
    }

    fn hyphen(&self) -> f32 {
        let hyphen = Run::new("-", Face::Regular);
        natural_width(&hyphen, self.style)
    }

    /// A line of the clusters in `range`, in the order the eye meets them.
    fn line(&self, range: Range<usize>, hyphen: bool, levels: Option<&ParagraphBidiInfo>) -> Line {
        let end = range.end;
        let range = self.without_spaces(range);
        let hyphen = hyphen || self.soft_hyphen_ends(&range);
        let mut line = Line {
            space: range.end < end,
            ..Line::default()
        };
        let clusters = &self.clusters[range.clone()];
        if let (Some(levels), Some(first), Some(last)) = (levels, clusters.first(), clusters.last())
        {
            let origin = self.clusters[0].start;
            let (by_byte, runs) = levels.visual_runs(first.start - origin..last.end - origin);
            for run in runs {
                let part = clusters.partition_point(|cluster| cluster.start < origin + run.start)
                    ..clusters.partition_point(|cluster| cluster.start < origin + run.end);
                self.set(&clusters[part], by_byte[run.start].is_rtl(), &mut line);
            }
        } else {
            self.set(clusters, false, &mut line);
        }
        if hyphen {
            let width = self.hyphen();
            let change = clusters.last().and_then(|cluster| cluster.change);
            self.add(
                "-",
                width,
                (Face::Regular, self.style.ink, change),
                &mut line,
            );
        }
        line
    }

    /// Adds clusters of one direction to a line, one item for each stretch of one font and ink.
    fn set(&self, clusters: &[Cluster], backwards: bool, line: &mut Line) {
        let mut stretches: Vec<&[Cluster]> = clusters
            .chunk_by(|one, other| {
                one.face == other.face && one.mark == other.mark && one.change == other.change
            })
            .collect();
        if backwards {
            stretches.reverse();
        }
        for stretch in stretches {
            let first = &stretch[0];
            let text = &self.run.text[first.start..stretch[stretch.len() - 1].end];
            let width = stretch
                .iter()
                .filter(|cluster| !self.text(cluster).starts_with(SOFT_HYPHEN))
                .map(|cluster| advance(cluster, self.style))
                .sum();
            let ink = if first.mark {
                Ink::Quiet
            } else {
                self.style.ink
            };
            let text = text.replace(SOFT_HYPHEN, "");
            self.add(&text, width, (first.face, ink, first.change), line);
        }
    }

    fn add(
        &self,
        text: &str,
        width: f32,
        (face, ink, change): (Face, Ink, Option<Change>),
        line: &mut Line,
    ) {
        if let Some(Item::Text {
            width: before,
            face: same_face,
            ink: same_ink,
            change: same_change,
            text: all,
            ..
        }) = line.items.last_mut()
            && *same_face == face
            && *same_ink == ink
            && *same_change == change
            && !all.chars().chain(text.chars()).any(is_right_to_left)
        {
            all.push_str(text);
            *before += width;
        } else if !text.is_empty() {
            line.items.push(Item::Text {
                x: line.width,
                y: baseline(self.style),
                width,
                size: self.style.size,
                face,
                ink,
                change,
                text: text.to_owned(),
            });
        }
        line.width += width;
    }
}

/// From a line's top to its baseline, in mm.
fn baseline(style: &Style) -> f32 {
    f32::midpoint(style.leading, (ASCENT - DESCENT) * style.size)
}
