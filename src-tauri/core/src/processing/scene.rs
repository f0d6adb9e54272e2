//! What the tests of several rooms are about: a business, and a register that holds everything.

use super::activities::Activity;
use super::business::{Business, Country};
use crate::inventory::{self, Category};

/// A business of which everything is known but a website.
pub fn meadow() -> Business {
    Business {
        name: "Ängens Hudvård".into(),
        owner_name: "Maja Lindqvist".into(),
        organisation_number: "999102-1234".into(),
        street: "Ängsvägen 3".into(),
        postcode: "999 12".into(),
        town: "Lillvik".into(),
        country: Country::Se,
        phone: "070-174 06 05".into(),
        email: "maja@angenshudvard.example".into(),
        website: String::new(),
    }
}

/// Has the uses hold all that the inventory knows of customers for them, but some kinds.
pub fn hold_all(uses: &mut [Activity], but: &[Category]) {
    for each in uses {
        each.held = inventory::TABLES
            .iter()
            .filter(|table| table.reach().is_some())
            .flat_map(|table| table.columns)
            .filter_map(|column| column.personal)
            .filter(|personal| Some(personal.purpose) == each.purpose)
            .map(|personal| personal.category)
            .filter(|category| !but.contains(category))
            .collect();
    }
}
