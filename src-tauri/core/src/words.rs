//! The words of documents, from the same Fluent tree that the window reads, and figures as each
//! language writes them.

use std::sync::OnceLock;

use chrono::NaiveDate;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::money::{Currency, Ore};
use crate::{Error, Language, Result};

/// The files that documents take their words from, of a language.
macro_rules! words {
    ($language:literal) => {
        [
            include_str!(concat!(
                "../../../assets/locales/",
                $language,
                "/documents.ftl"
            )),
            include_str!(concat!(
                "../../../assets/locales/",
                $language,
                "/countries.ftl"
            )),
        ]
    };
}

/// The words of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The words of `language`.
    ///
    /// # Errors
    /// [`Error::Internal`] when the file has a fault; a test reads every file.
    pub fn of(language: Language) -> Result<&'static Self> {
        static WORDS: [OnceLock<Option<Words>>; 3] = [const { OnceLock::new() }; 3];
        let (cell, sources) = match language {
            Language::Sv => (&WORDS[0], words!("sv")),
            Language::Da => (&WORDS[1], words!("da")),
            Language::En => (&WORDS[2], words!("en")),
        };
        cell.get_or_init(|| Self::read(language, sources))
            .as_ref()
            .ok_or(Error::Internal("words"))
    }

    fn read(language: Language, sources: [&str; 2]) -> Option<Self> {
        let tag: LanguageIdentifier = language.tag().parse().ok()?;
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolating marks would be taken for characters that the fonts lack.
        bundle.set_use_isolating(false);
        for source in sources {
            let resource = FluentResource::try_new(source.to_owned()).ok()?;
            bundle.add_resource(resource).ok()?;
        }
        Some(Self { language, bundle })
    }

    /// The language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The words of a key.
    ///
    /// # Errors
    /// [`Error::Internal`] without such a key.
    pub fn get(&self, key: &str) -> Result<String> {
        self.with(key, &[])
    }

    /// The words of a key with values in them. Numbers are written as given; see [`Self::number`].
    ///
    /// # Errors
    /// [`Error::Internal`] without such a key, or when it asks for a value that is not given.
    pub fn with(&self, key: &str, values: &[(&str, &str)]) -> Result<String> {
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            arguments.set(*name, FluentValue::from(*value));
        }
        let pattern = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
            .ok_or(Error::Internal("missing words"))?;
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&arguments), &mut errors);
        if errors.is_empty() {
            Ok(text.into_owned())
        } else {
            Err(Error::Internal("words without their values"))
        }
    }

    /// The foot of a page: `Sida 1 av 2`.
    pub fn page_of(&self, page: usize, pages: usize) -> String {
        let (page, pages) = (page.to_string(), pages.to_string());
        self.with("page-of", &[("page", &page), ("pages", &pages)])
            .unwrap_or_else(|_| format!("{page} / {pages}"))
    }

    /// A word of a closed list, as stored: `value-<list>-<word>`. What follows a colon says which one of
    /// them is meant (`own:<mark>`), and is nothing to read.
    ///
    /// # Errors
    /// [`Error::Internal`] without that word, which a test rules out.
    pub fn of_list(&self, list: &str, word: &str) -> Result<String> {
        let word = word.split(':').next().unwrap_or(word);
        self.get(&format!("value-{list}-{word}"))
    }

    /// A day: 2026-11-22, 22.11.2026, 22 November 2026.
    pub fn day(&self, day: NaiveDate) -> String {
        let format = match self.language {
            Language::Sv => "%Y-%m-%d",
            Language::Da => "%d.%m.%Y",
            Language::En => "%-d %B %Y",
        };
        day.format(format).to_string()
    }

    /// A day where many stand in a column, in which English shortens the month: 22 Nov 2026.
    pub fn day_in_column(&self, day: NaiveDate) -> String {
        match self.language {
            Language::Sv | Language::Da => self.day(day),
            Language::En => day.format("%-d %b %Y").to_string(),
        }
    }

    /// A day of a year, or of every year: `14 mars 1990`, `14. marts`, `14 March`.
    ///
    /// # Errors
    /// [`Error::Internal`].
    pub fn birthday(&self, birthday: crate::customers::Birthday) -> Result<String> {
        let month = self.get(&format!("month-{}", birthday.month))?;
        let day = birthday.day.to_string();
        let text = self.with("day-of-month", &[("day", &day), ("month", &month)])?;
        Ok(match birthday.year {
            Some(year) => format!("{text} {year}"),
            None => text,
        })
    }

    /// Whether there is a country of that code (ISO 3166-1 alpha-2, and XK).
    pub fn has_country(&self, code: &str) -> bool {
        self.bundle.has_message(&format!("country-{code}"))
    }

    /// The name of a country, as it stands in a sentence; the code itself where there is none of that code.
    pub fn country(&self, code: &str) -> String {
        self.get(&format!("country-{code}"))
            .unwrap_or_else(|_| code.to_owned())
    }

    /// How much a file holds: 640 byte, 12 kB, 1,4 MB; decimal prefixes, as file windows have them.
    ///
    /// # Errors
    /// [`Error::Internal`].
    pub fn bytes(&self, bytes: i64) -> Result<String> {
        let (key, figure) = match bytes {
            ..1_000 => ("size-bytes", bytes.to_string()),
            1_000..999_500 => ("size-kb", ((bytes + 500) / 1_000).to_string()),
            _ => {
                let tenths = (bytes + 50_000) / 100_000;
                let point = match self.language {
                    Language::Sv | Language::Da => ',',
                    Language::En => '.',
                };
                ("size-mb", format!("{}{point}{}", tenths / 10, tenths % 10))
            }
        };
        self.with(key, &[("figure", &figure)])
    }

    /// How many: 12 345; 12.345; 12,345.
    pub fn number(&self, number: u32) -> String {
        let separator = match self.language {
            Language::Sv => "\u{a0}",
            Language::Da => ".",
            Language::En => ",",
        };
        grouped(number.into(), separator)
    }

    /// An amount: 1 234,50 kr; 1.234,50 kr.; SEK 1,234.50.
    pub fn money(&self, amount: Ore, currency: Currency) -> String {
        let sign = if amount.0 < 0 { "\u{2212}" } else { "" };
        let ore = amount.0.unsigned_abs();
        let (separator, point) = match self.language {
            Language::Sv => ("\u{a0}", ','),
            Language::Da => (".", ','),
            Language::En => (",", '.'),
        };
        let whole = grouped(ore / 100, separator);
        let figure = format!("{sign}{whole}{point}{:02}", ore % 100);
        match (self.language, currency) {
            (Language::Sv, Currency::Sek) => format!("{figure}\u{a0}kr"),
            (Language::Da, Currency::Dkk) => format!("{figure}\u{a0}kr."),
            (Language::En, Currency::Sek) => format!("SEK\u{a0}{figure}"),
            (Language::En, Currency::Dkk) => format!("DKK\u{a0}{figure}"),
            (Language::Sv, Currency::Dkk) => format!("{figure}\u{a0}DKK"),
            (Language::Da, Currency::Sek) => format!("{figure}\u{a0}SEK"),
        }
    }
}

fn grouped(number: u64, separator: &str) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}

/// As they stand in a sentence: `a, b and c`; `as_well` joins what has an `and` of its own.
pub fn listed(parts: &[&str], and: &str, as_well: &str) -> String {
    let [rest @ .., last] = parts else {
        return String::new();
    };
    let Some(before) = rest.last() else {
        return (*last).to_owned();
    };
    let own = format!(" {and} ");
    let has_own = [before, last].iter().any(|part| part.contains(&own));
    let between = if has_own { as_well } else { and };
    format!("{} {between} {last}", rest.join(", "))
}

#[cfg(test)]
mod tests;
