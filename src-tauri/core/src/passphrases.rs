//! Passphrases: suggested from our own words, and measured honestly.

use rand::Rng;
use rand::seq::IndexedRandom;

use crate::Language;
use crate::session::{Counted, Strength};

/// Words of a suggestion.
const WORDS: usize = 5;
/// A strength below this is refused.
pub const LEVEL_MIN: u8 = 3;
/// Characters that are measured; what follows can only make it stronger.
const MEASURED: usize = 100;
/// Tries a second that the sentence in the window counts with: what a thief with the key file and
/// some hundred computers reaches against scrypt at 2^18.
const TRIES_A_SECOND: f64 = 1000.0;
const SECONDS_A_YEAR: f64 = 31_556_952.0;

/// A passphrase of five words, drawn from the language's list.
pub fn suggest(language: Language, rng: &mut impl Rng) -> String {
    let list: Vec<&str> = list(language).collect();
    let words: Vec<&str> = (0..WORDS)
        .filter_map(|_| list.choose(rng).copied())
        .collect();
    words.join(" ")
}

/// How strong a passphrase is. Words that are all from one of our lists count as drawn from it, and
/// nothing else about them counts; anything else is measured by zxcvbn, which knows passwords,
/// names, dates and keyboards, and here Swedish and Danish words.
pub fn strength(passphrase: &str, language: Language) -> Strength {
    let measured: String = passphrase.chars().take(MEASURED).collect();
    if measured.trim().is_empty() {
        return Strength {
            level: 0,
            counted: Counted::Chosen,
            years: 0.0,
        };
    }
    let drawn = std::iter::once(language)
        .chain(Language::ALL)
        .find_map(|language| drawn_guesses(&measured, language));
    let (counted, guesses) = match drawn {
        Some(guesses) => (Counted::DrawnWords, guesses),
        None => (Counted::Chosen, chosen_guesses(&measured)),
    };
    let years = guesses / 2.0 / TRIES_A_SECOND / SECONDS_A_YEAR;
    Strength {
        level: level(guesses),
        counted,
        years,
    }
}

/// 2^30 tries take a week, 2^40 half a lifetime, 2^48 longer than there have been letters.
fn level(guesses: f64) -> u8 {
    match guesses.log2() {
        bits if bits < 30.0 => 1,
        bits if bits < 40.0 => 2,
        bits if bits < 48.0 => 3,
        _ => 4,
    }
}

/// The tries for words that are all from a list: its length to the power of their number. The same
/// word twice was not drawn.
fn drawn_guesses(passphrase: &str, language: Language) -> Option<f64> {
    let lower = passphrase.to_lowercase();
    let words: Vec<&str> = lower
        .split(|character: char| character.is_whitespace() || character == '-')
        .filter(|word| !word.is_empty())
        .collect();
    let known: Vec<&str> = list(language).collect();
    let mut distinct = words.clone();
    distinct.sort_unstable();
    distinct.dedup();
    if words.is_empty() || !words.iter().all(|word| known.contains(word)) {
        return None;
    }
    let exponent = i32::try_from(distinct.len()).ok()?;
    #[allow(clippy::cast_precision_loss)] // a few thousand words
    let length = known.len() as f64;
    Some(length.powi(exponent))
}

fn chosen_guesses(passphrase: &str) -> f64 {
    let own: Vec<&str> = Language::ALL
        .into_iter()
        .flat_map(list)
        .chain(OWN)
        .collect();
    #[allow(clippy::cast_precision_loss)] // a figure for people
    let guesses = zxcvbn::zxcvbn(passphrase, &own).guesses() as f64;
    guesses
}

/// What our people choose and zxcvbn's English dictionaries do not know.
const OWN: [&str; 56] = [
    "lösenord",
    "losenord",
    "hemligt",
    "sommar",
    "vinter",
    "kärlek",
    "karlek",
    "hejsan",
    "välkommen",
    "sverige",
    "stockholm",
    "göteborg",
    "goteborg",
    "malmö",
    "malmo",
    "fotboll",
    "prinsessa",
    "hudvård",
    "hudvard",
    "kunder",
    "kundbok",
    "marykay",
    "skönhet",
    "skonhet",
    "adgangskode",
    "kodeord",
    "hemmelig",
    "sommerfugl",
    "danmark",
    "københavn",
    "kobenhavn",
    "aarhus",
    "odense",
    "fodbold",
    "kærlighed",
    "velkommen",
    "anna",
    "maria",
    "elin",
    "emma",
    "karin",
    "kristina",
    "margareta",
    "birgitta",
    "johanna",
    "linnea",
    "astrid",
    "ingrid",
    "mette",
    "hanne",
    "kirsten",
    "anne",
    "louise",
    "camilla",
    "pernille",
    "mariann",
];

fn list(language: Language) -> impl Iterator<Item = &'static str> {
    match language {
        Language::Sv => include_str!("../../../assets/words/sv.txt"),
        Language::Da => include_str!("../../../assets/words/da.txt"),
        Language::En => include_str!("../../../assets/words/en.txt"),
    }
    .lines()
    .filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_lists_are_long_distinct_and_easily_spelt() {
        for (language, own_letters) in [
            (Language::Sv, "åäö"),
            (Language::Da, "æøå"),
            (Language::En, ""),
        ] {
            let words: Vec<&str> = list(language).collect();
            // Ten bits a word: fifty for a suggestion.
            assert_eq!(words.len(), 1024, "{language:?}");
            let distinct: HashSet<&str> = words.iter().copied().collect();
            assert_eq!(distinct.len(), words.len(), "{language:?}");
            for word in words {
                let length = word.chars().count();
                assert!((4..=9).contains(&length), "{word}");
                let spelt =
                    |letter: char| letter.is_ascii_lowercase() || own_letters.contains(letter);
                assert!(word.chars().all(spelt), "{word}");
                // Nobody who reads a sheet aloud shall wonder where a word ends.
                let start = word
                    .char_indices()
                    .skip(1)
                    .map(|(end, _)| &word[..end])
                    .find(|start| distinct.contains(start));
                assert_eq!(start, None, "{word}");
            }
        }
    }

    #[test]
    fn a_suggestion_is_strong() {
        for language in Language::ALL {
            let suggestion = suggest(language, &mut rand::rng());
            assert_eq!(suggestion.split(' ').count(), WORDS);
            let strength = strength(&suggestion, language);
            assert_eq!(strength.counted, Counted::DrawnWords);
            // The same word may be drawn twice.
            assert!(strength.level >= LEVEL_MIN, "{suggestion}: {strength:?}");
        }
    }

    #[test]
    fn drawn_words_count_by_their_number_alone() {
        let list: Vec<&str> = list(Language::Sv).collect();
        for (words, level, years) in [(2, 1, 0), (3, 2, 0), (4, 3, 17), (5, 4, 17_839)] {
            let strength = strength(&list[..words].join(" "), Language::En);
            assert_eq!(strength.counted, Counted::DrawnWords);
            assert_eq!(strength.level, level, "{words} words");
            assert!(
                (strength.years.floor() - f64::from(years)).abs() < 0.5,
                "{strength:?}"
            );
        }
    }

    #[test]
    fn what_everybody_chooses_is_weak() {
        for weak in [
            "password",
            "sommar2024",
            "Anna1985",
            "lösenord1",
            "Kundbok!",
            "qwerty123",
            "aaaaaaaaaaaa",
            "1990-03-14",
            "kärlek kärlek kärlek kärlek",
        ] {
            let strength = strength(weak, Language::Sv);
            assert!(strength.level < LEVEL_MIN, "{weak}: {strength:?}");
        }
        assert_eq!(strength("", Language::Sv).level, 0);
    }

    #[test]
    fn words_of_another_list_are_not_weak() {
        let strength = strength(
            "gazpacho tvättlina zeppelin mufflon kvastfening",
            Language::Sv,
        );
        assert!(strength.level >= LEVEL_MIN, "{strength:?}");
    }

    #[test]
    fn a_long_input_is_measured_at_once() {
        let start = std::time::Instant::now();
        for long in ["lösenord ", "aB3$", "Anna 1985 sommar ", "\u{1f600}é"] {
            let input: String = long.chars().cycle().take(500).collect();
            strength(&input, Language::Sv);
        }
        // Four of them, without optimisation; the window measures at each key.
        assert!(start.elapsed().as_secs() < 4, "{:?}", start.elapsed());
    }
}
