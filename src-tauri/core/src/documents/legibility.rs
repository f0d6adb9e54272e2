//! How easily a text is read.

use super::blocks::{Block, texts};
use crate::Language;

/// Words of a sentence, at most.
const WORDS: usize = 30;

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

/// No sentence is long, and Swedish is easy.
///
/// # Panics
/// When it is not so.
pub fn expect_plain(blocks: &[Block], language: Language) {
    for text in running(blocks) {
        for sentence in sentences(&text) {
            assert!(sentence.len() <= WORDS, "{}", sentence.join(" "));
        }
    }
    let lix = lix(blocks);
    assert!(language != Language::Sv || lix <= 40, "LIX {lix}");
}

#[test]
fn a_long_sentence_and_long_words_are_noticed() {
    use super::blocks::Span;

    let of = |text: String| [Block::Paragraph(vec![Span::plain(text)])];
    let refused = |blocks: [Block; 1], language| {
        std::panic::catch_unwind(|| expect_plain(&blocks, language)).is_err()
    };
    assert!(!refused(of("ord ".repeat(29) + "ord."), Language::Da));
    assert!(refused(of("ord ".repeat(30) + "ord."), Language::Da));
    let long = || of("Personuppgiftsbehandlingen dokumenteras fortlöpande.".to_owned());
    assert!(refused(long(), Language::Sv));
    assert!(!refused(long(), Language::En));
}
