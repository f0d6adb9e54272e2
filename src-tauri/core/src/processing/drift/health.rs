//! Words that speak of somebody's health, in the languages people write in.

use std::sync::OnceLock;

/// What a word of health begins with, in lower case: endings differ, beginnings do not.
const BEGINNINGS: &str = include_str!("../../../../../assets/words/health.txt");

/// Whether a text speaks of health. It may be wrong either way: a person reads what was found.
pub(super) fn is_spoken_of(text: &str) -> bool {
    static WORDS: OnceLock<Vec<&'static str>> = OnceLock::new();
    let beginnings = WORDS.get_or_init(|| {
        let lines = BEGINNINGS.lines().map(str::trim);
        lines
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .collect()
    });
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 3)
        .any(|word| {
            let word = word.to_lowercase();
            beginnings
                .iter()
                .any(|beginning| word.starts_with(beginning))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_health_are_found_in_each_language_and_others_are_not() {
        for text in [
            "Allergisk mot parfym",
            "hon är GRAVID!",
            "Har haft eksem på händerne",
            "tager medicin",
            "She has eczema.",
        ] {
            assert!(is_spoken_of(text), "{text}");
        }
        for text in ["Vill ha en ny dagkräm", "Ringer på tisdag", "ask her", ""] {
            assert!(!is_spoken_of(text), "{text}");
        }
    }
}
