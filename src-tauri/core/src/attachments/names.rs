//! What files are called in the register.

/// The longest name (characters), its ending included.
const LENGTH: usize = 80;

/// A name as the register keeps it: as the file was called, without what is not seen or turns the
/// direction of writing, and no longer than is sensible. The ending stays.
pub(super) fn as_kept(name: &str) -> String {
    let seen: Vec<char> = name.chars().filter(|c| !is_hidden(*c)).collect();
    let seen: String = seen.into_iter().collect();
    let seen = seen.trim();
    let (stem, ending) = seen
        .rsplit_once('.')
        .filter(|(stem, ending)| !stem.is_empty() && ending.chars().count() <= 8)
        .map_or((seen, String::new()), |(stem, ending)| {
            (stem, format!(".{ending}"))
        });
    let room = LENGTH - ending.chars().count();
    let stem: String = stem.chars().take(room).collect();
    format!("{stem}{ending}")
}

/// Control characters, and marks that are not seen or turn the direction of writing.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{61c}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fffe}'
                | '\u{ffff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_kept_as_it_is_but_for_what_is_not_seen() {
        for (name, expected) in [
            ("Avtal Elin.pdf", "Avtal Elin.pdf"),
            ("  bild.JPEG ", "bild.JPEG"),
            ("C:\\avtal?.pdf", "C:\\avtal?.pdf"),
            (".hemlig.png", ".hemlig.png"),
            ("avtal\u{202e}fdp.exe", "avtalfdp.exe"),
            ("a\u{7}b\n.pdf", "ab.pdf"),
        ] {
            assert_eq!(as_kept(name), expected, "{name:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let kept = as_kept(&format!("{}.pdf", "å".repeat(300)));
        assert_eq!(kept.chars().count(), LENGTH);
        assert!(kept.ends_with("å.pdf"));
        assert_eq!(as_kept(&"x".repeat(300)).chars().count(), LENGTH);
    }
}
