//! How Arabic letters join, by the Unicode presentation forms that the fallback font has. Source:
//! The Unicode Standard 9.2, and the charts of Arabic Presentation Forms-A and -B.

use unicode_normalization::char::is_combining_mark;

/// Letters with their isolated form; final, initial and medial follow it. Those with two forms join
/// only to the letter before.
const LETTERS: [(char, u32, u8); 49] = [
    ('\u{621}', 0xFE80, 1),
    ('\u{622}', 0xFE81, 2),
    ('\u{623}', 0xFE83, 2),
    ('\u{624}', 0xFE85, 2),
    ('\u{625}', 0xFE87, 2),
    ('\u{626}', 0xFE89, 4),
    ('\u{627}', 0xFE8D, 2),
    ('\u{628}', 0xFE8F, 4),
    ('\u{629}', 0xFE93, 2),
    ('\u{62A}', 0xFE95, 4),
    ('\u{62B}', 0xFE99, 4),
    ('\u{62C}', 0xFE9D, 4),
    ('\u{62D}', 0xFEA1, 4),
    ('\u{62E}', 0xFEA5, 4),
    ('\u{62F}', 0xFEA9, 2),
    ('\u{630}', 0xFEAB, 2),
    ('\u{631}', 0xFEAD, 2),
    ('\u{632}', 0xFEAF, 2),
    ('\u{633}', 0xFEB1, 4),
    ('\u{634}', 0xFEB5, 4),
    ('\u{635}', 0xFEB9, 4),
    ('\u{636}', 0xFEBD, 4),
    ('\u{637}', 0xFEC1, 4),
    ('\u{638}', 0xFEC5, 4),
    ('\u{639}', 0xFEC9, 4),
    ('\u{63A}', 0xFECD, 4),
    ('\u{641}', 0xFED1, 4),
    ('\u{642}', 0xFED5, 4),
    ('\u{643}', 0xFED9, 4),
    ('\u{644}', 0xFEDD, 4),
    ('\u{645}', 0xFEE1, 4),
    ('\u{646}', 0xFEE5, 4),
    ('\u{647}', 0xFEE9, 4),
    ('\u{648}', 0xFEED, 2),
    ('\u{649}', 0xFEEF, 2),
    ('\u{64A}', 0xFEF1, 4),
    ('\u{679}', 0xFB66, 4),
    ('\u{67E}', 0xFB56, 4),
    ('\u{686}', 0xFB7A, 4),
    ('\u{688}', 0xFB88, 2),
    ('\u{691}', 0xFB8C, 2),
    ('\u{698}', 0xFB8A, 2),
    ('\u{6A9}', 0xFB8E, 4),
    ('\u{6AF}', 0xFB92, 4),
    ('\u{6BA}', 0xFB9E, 2),
    ('\u{6BE}', 0xFBAA, 4),
    ('\u{6C1}', 0xFBA6, 4),
    ('\u{6CC}', 0xFBFC, 4),
    ('\u{6D2}', 0xFBAE, 2),
];

const LAM: char = '\u{644}';
const TATWEEL: char = '\u{640}';

/// Whether a lam and the alef after it are drawn as one.
pub(super) fn is_ligature(first: char, second: char) -> bool {
    first == LAM && lam_alef(second).is_some()
}

/// The presentation form of the letter at `at`, given its neighbours; the character itself when it
/// has none. A lam before an alef stands for both.
pub(super) fn form(text: &str, at: usize, character: char) -> char {
    let Some((isolated, count)) = forms(character) else {
        return character;
    };
    let before = text[..at]
        .chars()
        .rev()
        .find(|&character| !is_combining_mark(character));
    let after = &text[at + character.len_utf8()..];
    let tied_before = count > 1
        && before
            .is_some_and(|before| before == TATWEEL || forms(before).is_some_and(|(_, n)| n == 4));
    if character == LAM
        && let Some(joined) = after.chars().next().and_then(lam_alef)
    {
        return shifted(joined, u32::from(tied_before), character);
    }
    let tied_after = count == 4
        && after
            .chars()
            .find(|&character| !is_combining_mark(character))
            .is_some_and(|after| after == TATWEEL || forms(after).is_some_and(|(_, n)| n > 1));
    shifted(
        isolated,
        u32::from(tied_before) + 2 * u32::from(tied_after),
        character,
    )
}

fn shifted(isolated: u32, by: u32, or: char) -> char {
    char::from_u32(isolated + by).unwrap_or(or)
}

fn forms(character: char) -> Option<(u32, u8)> {
    LETTERS
        .binary_search_by_key(&character, |(letter, ..)| *letter)
        .ok()
        .map(|index| (LETTERS[index].1, LETTERS[index].2))
}

const fn lam_alef(alef: char) -> Option<u32> {
    match alef {
        '\u{622}' => Some(0xFEF5),
        '\u{623}' => Some(0xFEF7),
        '\u{625}' => Some(0xFEF9),
        '\u{627}' => Some(0xFEFB),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::form;

    #[test]
    fn letters_join_to_their_neighbours() {
        let text = "\u{633}\u{644}\u{627}\u{645} \u{628}\u{64A}\u{62A}";
        let formed: Vec<u32> = text
            .char_indices()
            .map(|(at, character)| u32::from(form(text, at, character)))
            .collect();
        // seen initial, lam-alef final (and its alef), meem isolated; beh initial, yeh medial, teh final.
        assert_eq!(
            formed,
            [0xFEB3, 0xFEFC, 0xFE8E, 0xFEE1, 0x20, 0xFE91, 0xFEF4, 0xFE96]
        );
    }
}
