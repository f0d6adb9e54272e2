//! The business: the controller (article 4(7)).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::money::Currency;

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

    /// The currency that purchases are in.
    pub const fn currency(self) -> Currency {
        match self {
            Self::Se => Currency::Sek,
            Self::Dk => Currency::Dkk,
        }
    }
}

/// What a recipient does for the business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum RecipientRole {
    /// Keeps the books.
    Bookkeeper,
    /// Carries parcels.
    Carrier,
    /// Books appointments.
    Booking,
    /// Delivers mail and text messages.
    Mail,
    /// Keeps files.
    Cloud,
    /// Takes payments.
    Payment,
    /// Delivers the goods.
    Supplier,
    /// Anything else.
    Other,
}

/// Someone who receives customers' data (article 4(9)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct Recipient {
    /// Name.
    pub name: String,
    /// What for.
    pub role: RecipientRole,
    /// Country (ISO 3166-1 alpha-2).
    pub country: String,
    /// Outside the EEA: what protects the data there (chapter V); else empty.
    pub safeguard: String,
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
    /// Who else receives customers' data.
    pub recipients: Vec<Recipient>,
}
