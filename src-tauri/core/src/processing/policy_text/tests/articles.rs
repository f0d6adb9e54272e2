//! Each item of articles 13 and 14, with the clause that tells it, by the words that show it.

mod fair;
mod what;

use super::{full, full_without, text};
use crate::Language;

#[test]
fn every_item_of_articles_13_and_14_is_told_and_by_its_clause_alone() {
    for (index, language) in Language::ALL.into_iter().enumerate() {
        let whole = text(&full(language));
        for (item, clause, shown) in what::ITEMS.into_iter().chain(fair::ITEMS) {
            let (shown, without) = (shown[index], text(&full_without(clause, language)));
            assert!(whole.contains(shown), "{language:?}: {item}\n{whole}");
            assert!(!without.contains(shown), "{language:?}: {item}\n{without}");
        }
    }
}
