//! Where a word that is wider than the line is cut.

use std::ops::Range;

use hypher::Lang;

use super::{Breaker, Cluster, SLACK};
use crate::Language;

/// Longer words are cut rather than hyphenated, in bytes. No word of a language is that long.
const LONGEST_WORD: usize = 200;

impl Breaker<'_> {
    /// Where to cut a word that is wider than the line, and whether a hyphen is drawn there. At
    /// least one cluster comes before the cut.
    pub(super) fn cut(&self, word: Range<usize>, points: &[(usize, bool)]) -> (usize, bool) {
        let room = self.width + SLACK;
        let within = |room: f32| {
            word.start
                + self.reach[word.start + 1..=word.end]
                    .partition_point(|&reach| reach - self.reach[word.start] <= f64::from(room))
        };
        let fits = within(room);
        let fits_hyphen = within(room - self.hyphen());
        points
            .iter()
            .rev()
            .find(|&&(point, hyphen)| {
                point > word.start && point <= if hyphen { fits_hyphen } else { fits }
            })
            .copied()
            .unwrap_or((fits.max(word.start + 1), false))
    }

    /// The clusters before which a word may be cut, in order, and whether a hyphen is drawn there:
    /// between the syllables of a word of letters; after the signs of an address, where a hyphen
    /// would be read as part of it; and between figures.
    pub(super) fn cutting_points(&self, word: Range<usize>) -> Vec<(usize, bool)> {
        let clusters = &self.clusters[word.clone()];
        let is_letter = |cluster: &&Cluster| {
            !cluster.mark && self.text(cluster).chars().all(char::is_alphabetic)
        };
        let lead = clusters
            .iter()
            .take_while(|cluster| !is_letter(cluster))
            .count();
        let letters = clusters[lead..].iter().take_while(is_letter).count();
        let is_word = !clusters[lead + letters..]
            .iter()
            .any(|cluster| is_letter(&cluster));
        let inside = &clusters[lead..lead + letters];
        if let (true, Some(first), Some(last)) = (is_word, inside.first(), inside.last()) {
            if last.end - first.start > LONGEST_WORD {
                return Vec::new();
            }
            let language = match self.language {
                Language::Sv => Lang::Swedish,
                Language::Da => Lang::Danish,
                Language::En => Lang::English,
            };
            let mut at = first.start;
            hypher::hyphenate(&self.run.text[first.start..last.end], language)
                .filter_map(|syllable| {
                    let start = at;
                    at += syllable.len();
                    let index = inside.partition_point(|cluster| cluster.start < start);
                    (index > 0).then_some((word.start + lead + index, true))
                })
                .collect()
        } else {
            clusters
                .iter()
                .zip(word.start + 1..)
                .filter(|(cluster, _)| {
                    !cluster.mark
                        && matches!(
                            self.text(cluster),
                            " " | "." | "@" | "/" | "-" | "_" | "&" | "?"
                        )
                })
                .map(|(_, index)| (index, false))
                .collect()
        }
    }
}
