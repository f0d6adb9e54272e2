//! The business: the controller (article 4(7)).

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::customers::validate::Checks;
use crate::error::Rule;
use crate::money::Currency;
use crate::{Language, Result, store};

const TEXT: usize = 200;

/// A country whose law Kundbok knows (ISO 3166-1 alpha-2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "UPPERCASE")]
#[ts(export)]
pub enum Country {
    /// Sweden.
    Se,
    /// Denmark.
    Dk,
}

impl Country {
    /// Every country, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Se, Self::Dk];

    /// The ISO 3166-1 alpha-2 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Se => "SE",
            Self::Dk => "DK",
        }
    }

    /// The language of most people there: of who has not said which is hers.
    pub const fn language(self) -> Language {
        match self {
            Self::Se => Language::Sv,
            Self::Dk => Language::Da,
        }
    }

    /// The currency that purchases are in.
    pub const fn currency(self) -> Currency {
        match self {
            Self::Se => Currency::Sek,
            Self::Dk => Currency::Dkk,
        }
    }
}

/// The business and its contact details.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct Business {
    /// Name of the business.
    pub name: String,
    /// Name of the person who runs it.
    pub owner_name: String,
    /// Organisation number or CVR number, or empty.
    pub organisation_number: String,
    /// Street.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub town: String,
    /// Country.
    pub country: Country,
    /// Phone.
    pub phone: String,
    /// Mail.
    pub email: String,
    /// Web site, or empty.
    pub website: String,
}

impl Business {
    /// The postal address on one line; empty when there is none.
    pub fn address(&self) -> String {
        let town = join([&*self.postcode, &self.town], " ");
        join([&*self.street, &town], ", ")
    }

    /// The lines it has as the sender of a letter: the name first, and none for what is empty.
    pub fn sender(&self) -> Vec<String> {
        [
            self.name.clone(),
            self.owner_name.clone(),
            self.address(),
            self.phone.clone(),
            self.email.clone(),
            self.website.clone(),
        ]
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect()
    }
}

/// The filled parts with `between` between them.
pub fn join<'a>(parts: impl IntoIterator<Item = &'a str>, between: &str) -> String {
    let filled: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    filled.join(between)
}

/// The business.
pub fn view(connection: &Connection) -> Result<Business> {
    store::business::find(connection)
}

/// Writes the business as it shall be.
///
/// # Errors
/// [`crate::Error::Invalid`] with every refused field.
pub fn edit(connection: &Connection, business: Business) -> Result<()> {
    store::business::replace(connection, &validate(business)?)
}

fn validate(mut business: Business) -> Result<Business> {
    let mut checks = Checks::default();
    checks.required("name", &mut business.name, TEXT);
    checks.required("ownerName", &mut business.owner_name, TEXT);
    for (field, text) in [
        ("organisationNumber", &mut business.organisation_number),
        ("street", &mut business.street),
        ("postcode", &mut business.postcode),
        ("town", &mut business.town),
        ("phone", &mut business.phone),
        ("email", &mut business.email),
        ("website", &mut business.website),
    ] {
        checks.text(field, text, TEXT);
    }
    // Article 13(1)(a) wants contact details: one way to reach the controller is needed.
    let reachable = [&business.phone, &business.email, &business.street];
    if reachable.iter().all(|text| text.is_empty()) {
        checks.refuse("email", Rule::Required);
    }
    checks.done()?;
    Ok(business)
}
