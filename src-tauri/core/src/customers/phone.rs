//! Phone numbers: read as people type them, kept in E.164, written as people write them.

use phonenumber::country::Id;
use phonenumber::{Mode, PhoneNumber};

use crate::processing::business::Country;

/// The shortest and longest number of digits that E.164 gives a subscriber abroad (country code
/// included); fewer without a plus is a number at home.
const INTERNATIONAL_DIGITS: std::ops::RangeInclusive<usize> = 10..=15;

/// The number in E.164 (`+46701740638`), or `None` when it cannot be read as a number that the
/// numbering plans know. Without a country code it is a number in `home`; a plus or a leading zero
/// that a spreadsheet has eaten is put back.
pub fn read(typed: &str, home: Country) -> Option<String> {
    let digits = dialled(typed)?;
    let number = known(&digits, home).or_else(|| {
        if digits.starts_with(['+', '0']) {
            return None;
        }
        let lost_plus = INTERNATIONAL_DIGITS.contains(&digits.len());
        let abroad = lost_plus.then(|| known(&format!("+{digits}"), home));
        // The parser takes 46 500 412 (046-500 412 in Lund) for Sweden's own country code, and
        // 45 10 00 00 (in Denmark) for Denmark's.
        let at_home = || known(&format!("+{}{digits}", calling_code(home)), home);
        abroad.flatten().or_else(at_home)
    })?;
    Some(number.format().mode(Mode::E164).to_string())
}

/// A number in E.164 as people in `home` write it: nationally (`070-174 06 38`, `20 12 34 56`), or
/// internationally when it is abroad (`+47 90 61 23 45`). Anything else is given back as it is.
pub fn write(number: &str, home: Country) -> String {
    let known = number
        .starts_with('+')
        .then(|| known(number, home))
        .flatten();
    known.map_or_else(
        || number.to_owned(),
        |known| {
            let mode = if known.country().code() == calling_code(home) {
                Mode::National
            } else {
                Mode::International
            };
            known.format().mode(mode).to_string()
        },
    )
}

/// The digits under which people write a number: nationally, and internationally with and without
/// the zeros that stand for the plus, and with the national zero ("+46 (0)70"). None for a text that
/// [`read`] does not take.
pub fn dialled_as(number: &str, home: Country) -> Vec<String> {
    let Some(known) = read(number, home).and_then(|number| known(&number, home)) else {
        return Vec::new();
    };
    let digits = |mode| -> String {
        let text = known.format().mode(mode).to_string();
        text.chars().filter(char::is_ascii_digit).collect()
    };
    let (national, international) = (digits(Mode::National), digits(Mode::E164));
    let mut forms = vec![format!("00{international}")];
    if national.starts_with('0') {
        let code = known.country().code();
        forms.push(format!("{code}{national}"));
        forms.push(format!("00{code}{national}"));
    }
    forms.extend([national, international]);
    forms
}

/// True for a number in E.164 that the plan sets aside for mobiles: in Sweden 070, 072, 073, 076
/// and 079 (PTSFS 2023:5). Denmark's plan does not tell them apart.
pub fn is_mobile(number: &str) -> bool {
    let Some(series) = number.strip_prefix("+467") else {
        return false;
    };
    series.starts_with(['0', '2', '3', '6', '9'])
}

/// Digits with at most one leading plus, or `None` when there is anything in the text that is not
/// part of a number (letters, a second number's plus).
fn dialled(typed: &str) -> Option<String> {
    let typed = typed.trim().trim_start_matches('\'');
    let typed = typed.strip_prefix("tel:").unwrap_or(typed);
    let mut digits = String::with_capacity(typed.len());
    for c in typed.chars() {
        match c {
            '0'..='9' => digits.push(c),
            '+' | '\u{ff0b}' if digits.is_empty() => digits.push('+'),
            // Byte order and direction marks come along when a number is copied from a phone.
            '-'
            | '/'
            | '.'
            | '('
            | ')'
            | '\u{2010}'..='\u{2015}'
            | '\u{2212}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'
            | '\u{feff}' => {}
            _ if c.is_whitespace() => {}
            _ => return None,
        }
    }
    (3..=20).contains(&digits.len()).then_some(digits)
}

fn known(digits: &str, home: Country) -> Option<PhoneNumber> {
    let region = match home {
        Country::Se => Id::SE,
        Country::Dk => Id::DK,
    };
    phonenumber::parse(Some(region), digits)
        .ok()
        .filter(phonenumber::is_valid)
}

const fn calling_code(home: Country) -> u16 {
    match home {
        Country::Se => 46,
        Country::Dk => 45,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Country::{Dk, Se};
    use proptest::prelude::*;

    #[test]
    fn one_number_in_every_spelling_is_one_number() {
        for typed in [
            "070-174 06 38",
            "0701740638",
            "070 174 06 38",
            "(070) 174-06-38",
            "070/1740638",
            "+46 70 174 06 38",
            "+46 (0)70-174 06 38",
            "0046 70 174 06 38",
            "701740638",
            "46701740638",
            "'0701740638",
            "tel:+46-70-174-06-38",
            "070\u{a0}174\u{a0}06\u{a0}38",
            "070\u{2013}174 06 38",
            "\u{202a}+46 70 174 06 38\u{202c}",
        ] {
            assert_eq!(
                read(typed, Se).as_deref(),
                Some("+46701740638"),
                "{typed:?}"
            );
        }
    }

    #[test]
    fn a_lost_plus_is_found_from_the_neighbour() {
        assert_eq!(read("46701740638", Dk).as_deref(), Some("+46701740638"));
        assert_eq!(read("4520123456", Se).as_deref(), Some("+4520123456"));
        assert_eq!(read("20123456", Dk).as_deref(), Some("+4520123456"));
        assert_eq!(read("4520123456", Dk).as_deref(), Some("+4520123456"));
    }

    #[test]
    fn a_number_that_begins_as_the_country_code_does_is_a_number_at_home() {
        assert_eq!(read("46500412", Se).as_deref(), Some("+4646500412"));
        assert_eq!(read("45 10 00 00", Dk).as_deref(), Some("+4545100000"));
    }

    #[test]
    fn the_series_for_fiction_are_numbers() {
        for (typed, number) in [
            ("070-174 06 05", "+46701740605"),
            ("08-465 004 99", "+46846500499"),
            ("031-390 06 00", "+46313900600"),
            ("040-628 04 00", "+46406280400"),
            ("0980-319 200", "+46980319200"),
        ] {
            assert_eq!(read(typed, Se).as_deref(), Some(number));
        }
    }

    #[test]
    fn what_is_no_number_stays_unread() {
        for typed in [
            "",
            "-",
            "saknas",
            "112",
            "070-174 06 38 (mamma)",
            "ankn 12",
            "1234",
            "070-174 06 38 08-465 004 12 1",
            "+999 123 456 789",
            "\u{665}\u{664}\u{663}",
        ] {
            assert_eq!(read(typed, Se), None, "{typed:?}");
        }
    }

    #[test]
    fn numbers_are_written_as_people_write_them() {
        assert_eq!(write("+46701740638", Se), "070-174 06 38");
        assert_eq!(write("+46846500412", Se), "08-465 004 12");
        assert_eq!(write("+4520123456", Dk), "20 12 34 56");
        assert_eq!(write("+4520123456", Se), "+45 20 12 34 56");
        assert_eq!(write("+46701740638", Dk), "+46 70 174 06 38");
        assert_eq!(write("+4790612345", Se), "+47 90 61 23 45");
        assert_eq!(write("ring mamma", Se), "ring mamma");
        assert_eq!(write("070-1", Se), "070-1");
    }

    #[test]
    fn a_number_is_dialled_nationally_and_internationally() {
        let mut forms = dialled_as("+46701740612", Dk);
        forms.sort();
        assert_eq!(
            forms,
            [
                "00460701740612",
                "0046701740612",
                "0701740612",
                "460701740612",
                "46701740612"
            ]
        );
        let forms = dialled_as("+4520123456", Se);
        assert_eq!(forms, ["004520123456", "20123456", "4520123456"]);
        for none in ["hemma", "12", ""] {
            assert!(dialled_as(none, Se).is_empty(), "{none}");
        }
    }

    #[test]
    fn swedish_mobiles_are_told_apart() {
        assert!(is_mobile("+46701740638"));
        assert!(!is_mobile("+46846500412"));
        assert!(!is_mobile("+46771140638"));
        assert!(!is_mobile("+4520123456"));
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_fall(typed in ".{0,40}") {
            for home in Country::ALL {
                if let Some(number) = read(&typed, home) {
                    let shown = write(&number, home);
                    prop_assert_eq!(read(&shown, home), Some(number));
                }
            }
        }

        #[test]
        fn what_is_shown_is_read_back(typed in "[+0]?[0-9]{6,13}") {
            for home in Country::ALL {
                if let Some(number) = read(&typed, home) {
                    let shown = write(&number, home);
                    prop_assert_eq!(read(&shown, home), Some(number));
                }
            }
        }
    }

    /// `cargo test --release -p kundbok-core phone -- --ignored --nocapture`
    #[test]
    #[ignore = "a measurement"]
    #[allow(clippy::print_stdout)]
    fn ten_thousand_numbers_are_read_in_time() {
        read("0701740638", Se);
        let start = std::time::Instant::now();
        let read = (0..10_000)
            .filter(|n| read(&format!("070{:07}", 1_740_000 + n), Se).is_some())
            .count();
        println!("{read} numbers read in {:?}", start.elapsed());
    }
}
