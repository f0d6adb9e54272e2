//! The law's facts: deadlines, periods, addresses and the names of statutes, read from
//! `assets/law/<country>.toml`, where each has its source and the day it was checked.

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use crate::processing::business::Country;
use crate::{Error, Language, Result};

/// What Kundbok takes from a country's law.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// The authority that takes complaints (article 77).
    pub authority: Authority,
    /// How long accounts are kept.
    pub bookkeeping: Bookkeeping,
    /// Messages with offers.
    pub marketing: Marketing,
    /// What a business's registration number is called, as it opens a sentence.
    pub organisation_number: Wording,
    /// The authority that audits the accounts.
    pub tax: Tax,
    /// How long a customer is one: years after the latest purchase or contact.
    pub customer: Period,
    /// How long proof of compliance is kept: years after the customer's other data was erased.
    pub proof: Period,
}

/// Where a fact comes from.
#[derive(Debug, Deserialize)]
pub struct Checked {
    /// Statute or page.
    pub source: String,
    /// What to know of it; `[?]` marks what was not verified in a primary text.
    pub note: Option<String>,
    /// The day it was last gone over.
    pub checked: toml::value::Datetime,
}

/// A text in each language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    sv: String,
    da: String,
    en: String,
}

impl Wording {
    /// The text in a language.
    pub fn of(&self, language: Language) -> &str {
        match language {
            Language::Sv => &self.sv,
            Language::Da => &self.da,
            Language::En => &self.en,
        }
    }

    /// The text with a capital, as it opens a sentence.
    pub fn opening(&self, language: Language) -> String {
        opening(self.of(language))
    }
}

/// A text with a capital, as it opens a sentence.
pub fn opening(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(characters)
        .collect()
}

/// A supervisory authority (article 51).
#[derive(Debug, Deserialize)]
pub struct Authority {
    /// Its name, as it stands within a sentence.
    pub name: Wording,
    /// Postal address on one line.
    pub address: String,
    /// Phone, as dialled in the country.
    pub phone: String,
    /// Mail.
    pub email: String,
    /// Web site without scheme.
    pub web: String,
    /// Where this comes from.
    #[serde(flatten)]
    pub checked: Checked,
}

/// What the bookkeeping law asks.
#[derive(Debug, Deserialize)]
pub struct Bookkeeping {
    /// Calendar years after the end of the one in which the purchase was made.
    pub years: u16,
    /// The statute's name, as it stands within a sentence.
    pub name: Wording,
    /// The statute with paragraph.
    pub statute: Wording,
    /// Where this comes from.
    #[serde(flatten)]
    pub checked: Checked,
}

impl Bookkeeping {
    /// The last day on which the books need a purchase of a year; the calendar's last where that ends first.
    pub fn needed_until(&self, year: i32) -> NaiveDate {
        let last = year.saturating_add(self.years.into());
        NaiveDate::from_ymd_opt(last, 12, 31).unwrap_or(NaiveDate::MAX)
    }

    /// The first day whose purchases the books still need on a day.
    pub fn needed_since(&self, today: NaiveDate) -> NaiveDate {
        let first = today.year().saturating_sub(self.years.into());
        NaiveDate::from_ymd_opt(first, 1, 1).unwrap_or(NaiveDate::MIN)
    }
}

/// What the marketing law asks.
#[derive(Debug, Deserialize)]
pub struct Marketing {
    /// The statute's name, as it stands within a sentence.
    pub name: Wording,
    /// The statute with paragraph.
    pub statute: Wording,
    /// Where this comes from.
    #[serde(flatten)]
    pub checked: Checked,
}

/// The tax authority.
#[derive(Debug, Deserialize)]
pub struct Tax {
    /// Its name, as it stands within a sentence.
    pub name: Wording,
    /// Where this comes from.
    #[serde(flatten)]
    pub checked: Checked,
}

/// A number of years.
#[derive(Debug, Deserialize)]
pub struct Period {
    /// Years.
    pub years: u16,
    /// Where this comes from.
    #[serde(flatten)]
    pub checked: Checked,
}

/// The law of a country.
///
/// # Errors
/// [`Error::Internal`] when the file cannot be read, which a test rules out.
pub fn of(country: Country) -> Result<&'static Law> {
    static SE: OnceLock<Option<Law>> = OnceLock::new();
    static DK: OnceLock<Option<Law>> = OnceLock::new();
    let (law, text) = match country {
        Country::Se => (&SE, include_str!("../../../assets/law/se.toml")),
        Country::Dk => (&DK, include_str!("../../../assets/law/dk.toml")),
    };
    law.get_or_init(|| toml::from_str(text).ok())
        .as_ref()
        .ok_or(Error::Internal("law"))
}

/// The European Economic Area: the Union's members with Iceland, Liechtenstein and Norway, then the
/// parts of Finland and France that have codes of their own and belong to the Union (article 355
/// TFEU). ISO 3166-1 alpha-2. Checked 2026-11-22.
const EEA: [&str; 37] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
    "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "IS", "LI", "NO", "AX", "GF",
    "GP", "MF", "MQ", "RE", "YT",
];

/// Whether data in a country (ISO 3166-1 alpha-2) stays within the European Economic Area, so that
/// chapter V asks for no safeguard.
pub fn is_in_eea(country_code: &str) -> bool {
    EEA.iter()
        .any(|code| code.eq_ignore_ascii_case(country_code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_law_of_every_country_is_read() {
        for country in Country::ALL {
            let law = of(country).unwrap();
            assert!(law.authority.email.contains('@'));
            assert_eq!(law.authority.checked.checked.to_string(), "2026-11-22");
            for language in Language::ALL {
                for wording in [
                    &law.authority.name,
                    &law.bookkeeping.name,
                    &law.bookkeeping.statute,
                    &law.organisation_number,
                    &law.tax.name,
                    &law.marketing.name,
                    &law.marketing.statute,
                ] {
                    assert!(!wording.of(language).is_empty());
                }
            }
        }
    }

    #[test]
    fn the_economic_area_has_its_borders() {
        for inside in ["SE", "dk", "NO", "IS", "LI", "AX"] {
            assert!(is_in_eea(inside), "{inside}");
        }
        for outside in ["US", "GB", "CH", "FO", "GL", "SJ", "", "Sverige"] {
            assert!(!is_in_eea(outside), "{outside}");
        }
    }
}
