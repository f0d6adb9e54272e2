//! Names and addresses that a list keeps in one cell.

/// Words that begin a family name of several words.
const PARTICLES: [&str; 17] = [
    "von", "van", "af", "av", "de", "del", "della", "der", "den", "di", "da", "du", "la", "le",
    "el", "al", "bin",
];

/// Given name and family name from one cell: "Karlsson, Anna" or "Anna Karlsson". Without a comma
/// the last word is the family name, with the particles before it ("Anna von Essen").
pub(super) fn split(name: &str) -> (String, String) {
    let joined = |words: &[&str]| words.join(" ");
    if let Some((family, given)) = name.split_once(',') {
        let words = |part: &str| joined(&part.split_whitespace().collect::<Vec<_>>());
        return (words(given), words(family));
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    if words.len() < 2 {
        return (joined(&words), String::new());
    }
    let is_particle = |word: &&str| PARTICLES.contains(&word.to_lowercase().as_str());
    let family = words[1..words.len() - 1]
        .iter()
        .position(is_particle)
        .map_or(words.len() - 1, |at| at + 1);
    (joined(&words[..family]), joined(&words[family..]))
}

/// A name as it is compared: without case and superfluous blanks.
pub(super) fn fold(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let lower = name.nfkc().flat_map(char::to_lowercase).collect::<String>();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Postcode and town from one cell: "903 25 Umeå", "8000 Aarhus C", "SE-903 25 Umeå". What has no
/// postcode in front is a town.
pub(super) fn postcode_town(text: &str) -> (String, String) {
    let text = text.trim();
    let end = postcode_end(text).unwrap_or(0);
    let (postcode, town) = text.split_at(end);
    let town = town.trim_start_matches([',', ' ', '\u{a0}']);
    (postcode.trim().to_owned(), town.to_owned())
}

/// Where a postcode at the beginning of the text ends: five digits as in Sweden (`903 25`), four as
/// in Denmark and Norway, five as in Finland and Germany; perhaps with a country before it.
fn postcode_end(text: &str) -> Option<usize> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let start = match letters {
        0 => 0,
        1 | 2 if text.as_bytes().get(letters) == Some(&b'-') => letters + 1,
        _ => return None,
    };
    let mut digits = 0;
    let mut end = start;
    for (at, c) in text.char_indices().skip_while(|(at, _)| *at < start) {
        match c {
            '0'..='9' => {
                digits += 1;
                end = at + 1;
            }
            ' ' | '\u{a0}' if digits == 3 => {}
            _ if c.is_alphanumeric() => return None,
            _ => break,
        }
    }
    (digits == 4 || digits == 5).then_some(end)
}

/// True for a postcode alone.
pub(super) fn is_postcode(text: &str) -> bool {
    postcode_end(text.trim()) == Some(text.trim().len())
}

/// True for a postcode and a town.
pub(super) fn is_postcode_town(text: &str) -> bool {
    let (postcode, town) = postcode_town(text);
    !postcode.is_empty() && town.starts_with(char::is_alphabetic)
}

/// The parts of an address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    pub street: String,
    pub postcode: String,
    pub town: String,
    pub country: String,
}

/// The parts of an address in one cell, over several lines or with commas between them. What comes
/// before the line of the postcode is the street, what comes after it the country.
pub(super) fn address(text: &str) -> Parts {
    let separator = |c: char| {
        if text.contains('\n') {
            c == '\n'
        } else {
            c == ','
        }
    };
    let lines: Vec<&str> = text
        .split(separator)
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let Some(at) = lines
        .iter()
        .skip(1)
        .position(|line| is_postcode_town(line) || is_postcode(line))
    else {
        return Parts {
            street: lines.join("\n"),
            ..Parts::default()
        };
    };
    let at = at + 1;
    let (postcode, mut town) = postcode_town(lines[at]);
    let mut after = &lines[at + 1..];
    if town.is_empty()
        && let [next, rest @ ..] = after
    {
        (*next).clone_into(&mut town);
        after = rest;
    }
    Parts {
        street: lines[..at].join("\n"),
        postcode,
        town,
        country: after.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split_in_either_order() {
        for (name, given, family) in [
            ("Karlsson, Anna", "Anna", "Karlsson"),
            ("Karlsson , Anna  Maria", "Anna Maria", "Karlsson"),
            ("Anna Karlsson", "Anna", "Karlsson"),
            ("Anna Maria Karlsson", "Anna Maria", "Karlsson"),
            ("Anna von Essen", "Anna", "von Essen"),
            ("Mette Af de Vries", "Mette", "Af de Vries"),
            ("Von Essen", "Von", "Essen"),
            ("Anna-Lena", "Anna-Lena", ""),
            (" ,Anna", "Anna", ""),
            ("", "", ""),
            ("李 小龙", "李", "小龙"),
        ] {
            assert_eq!(split(name), (given.to_owned(), family.to_owned()), "{name}");
        }
    }

    #[test]
    fn postcodes_are_told_from_towns() {
        for (text, postcode, town) in [
            ("903 25 Umeå", "903 25", "Umeå"),
            ("90325 Umeå", "90325", "Umeå"),
            ("90325  UMEÅ", "90325", "UMEÅ"),
            ("SE-903 25 Umeå", "SE-903 25", "Umeå"),
            ("8000 Aarhus C", "8000", "Aarhus C"),
            ("DK-8000 Aarhus C", "DK-8000", "Aarhus C"),
            ("903\u{a0}25\u{a0}Umeå", "903\u{a0}25", "Umeå"),
            ("Umeå", "", "Umeå"),
            ("903 25", "903 25", ""),
            ("123456 Umeå", "", "123456 Umeå"),
            ("90325Umeå", "", "90325Umeå"),
            ("", "", ""),
        ] {
            assert_eq!(
                postcode_town(text),
                (postcode.to_owned(), town.to_owned()),
                "{text}"
            );
        }
        assert!(is_postcode("903 25") && is_postcode(" 8000 ") && !is_postcode("8000 Aarhus"));
    }

    #[test]
    fn a_whole_address_falls_into_its_parts() {
        let parts = |street: &str, postcode: &str, town: &str, country: &str| Parts {
            street: street.into(),
            postcode: postcode.into(),
            town: town.into(),
            country: country.into(),
        };
        assert_eq!(
            address("c/o Berg\r\nStorgatan 1\r\n903 25 Umeå\r\nSverige"),
            parts("c/o Berg\nStorgatan 1", "903 25", "Umeå", "Sverige")
        );
        assert_eq!(
            address("Åboulevarden 1, 8000 Aarhus C"),
            parts("Åboulevarden 1", "8000", "Aarhus C", "")
        );
        assert_eq!(
            address("Storgatan 1, 903 25, Umeå"),
            parts("Storgatan 1", "903 25", "Umeå", "")
        );
        assert_eq!(address("Storgatan 1"), parts("Storgatan 1", "", "", ""));
        assert_eq!(
            address("1 High Street\nLondon\nSW1A 1AA"),
            parts("1 High Street\nLondon\nSW1A 1AA", "", "", "")
        );
    }
}
