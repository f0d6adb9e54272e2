//! How easily a policy is read.

use super::{full, minimal, texts};
use crate::Language;
use crate::documents::blocks::Block;

/// Sentences with their words. An abbreviation's point is not followed by a capital.
fn sentences(text: &str) -> Vec<Vec<&str>> {
    let mut sentences = vec![Vec::new()];
    let words: Vec<&str> = text.split_whitespace().collect();
    for (index, word) in words.iter().enumerate() {
        if let Some(sentence) = sentences.last_mut() {
            sentence.push(*word);
        }
        let next = words.get(index + 1).and_then(|next| next.chars().next());
        if word.ends_with(['.', '?']) && next.is_none_or(char::is_uppercase) {
            sentences.push(Vec::new());
        }
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// What is to be read, without the law's names in small print and the tables.
fn running(blocks: &[Block]) -> Vec<String> {
    let read: Vec<Block> = blocks
        .iter()
        .filter(|block| matches!(block, Block::Paragraph(_) | Block::List(_)))
        .cloned()
        .collect();
    texts(&read)
}

/// Björnsson's readability index: words a sentence plus per cent of long words. Below 40 is easy, like
/// fiction.
pub fn lix(blocks: &[Block]) -> usize {
    let texts = running(blocks);
    let sentences: Vec<_> = texts.iter().flat_map(|text| sentences(text)).collect();
    let words: Vec<&str> = sentences.iter().flatten().copied().collect();
    let is_long = |word: &&&str| word.chars().filter(|c| c.is_alphabetic()).count() > 6;
    let long = words.iter().filter(is_long).count();
    words.len() / sentences.len() + 100 * long / words.len()
}

#[test]
fn sentences_are_short_and_easy() {
    for language in Language::ALL {
        for blocks in [full(language), minimal(language)] {
            for text in texts(&blocks).iter().flat_map(|text| text.split(" | ")) {
                for sentence in sentences(text) {
                    assert!(sentence.len() <= 30, "{}", sentence.join(" "));
                }
            }
            let lix = lix(&blocks);
            assert!(lix <= 40, "{language:?}: LIX {lix}");
        }
    }
}
