//! What files are called: here, and on whatever system a copy goes to.

use super::MediaType;

/// The longest name (characters), its ending included: with any of them in bytes, every system
/// takes it.
const LENGTH: usize = 80;
/// Names that Windows keeps for devices, whatever follows their first point.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

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

/// A name that every system takes, ending as files of its kind do.
pub(crate) fn file_name(name: &str, media_type: MediaType) -> String {
    let plain: String = as_kept(name)
        .chars()
        .map(|c| if "/\\:*?\"<>|".contains(c) { '-' } else { c })
        .collect();
    // Neither hidden nor, on Windows, with an end that is cut off.
    let plain = plain.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let first = plain.split('.').next().unwrap_or_default().trim_end();
    let is_reserved = RESERVED.iter().any(|name| first.eq_ignore_ascii_case(name));
    let mut plain = match plain {
        "" => "fil".to_owned(),
        plain if is_reserved => format!("_{plain}"),
        plain => plain.to_owned(),
    };
    let endings = media_type.endings();
    let ends = plain.rsplit_once('.').map(|(_, ending)| ending);
    let fits = ends.is_some_and(|ends| endings.iter().any(|one| ends.eq_ignore_ascii_case(one)));
    if !fits && let Some(usual) = endings.first() {
        plain.push('.');
        plain.push_str(usual);
    }
    plain
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
    fn a_copy_is_called_as_it_was_where_that_is_sound() {
        for (name, media_type, expected) in [
            ("Avtal Elin.pdf", MediaType::Pdf, "Avtal Elin.pdf"),
            ("bild.JPEG", MediaType::Jpeg, "bild.JPEG"),
            ("Avtal 2026.11.20", MediaType::Pdf, "Avtal 2026.11.20.pdf"),
            ("avtal.exe", MediaType::Pdf, "avtal.exe.pdf"),
            ("spel.bat", MediaType::Text, "spel.bat.txt"),
            ("ritning.dwg", MediaType::Unknown, "ritning.dwg.bin"),
            ("../../etc/passwd", MediaType::Text, "-..-etc-passwd.txt"),
            ("C:\\avtal?.pdf", MediaType::Pdf, "C--avtal-.pdf"),
            ("nul", MediaType::Pdf, "_nul.pdf"),
            ("COM1 .pdf", MediaType::Pdf, "_COM1 .pdf"),
            (".hemlig.png", MediaType::Png, "hemlig.png"),
            ("avtal.pdf. . ", MediaType::Pdf, "avtal.pdf"),
            ("", MediaType::Pdf, "fil.pdf"),
            (
                "avtal\u{202e}fdp.exe",
                MediaType::Unknown,
                "avtalfdp.exe.bin",
            ),
            ("a\u{7}b\n.pdf", MediaType::Pdf, "ab.pdf"),
        ] {
            assert_eq!(file_name(name, media_type), expected, "{name:?}");
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
