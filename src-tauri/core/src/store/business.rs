//! Table `business`.

use rusqlite::{Connection, params};

use super::from_word;
use crate::Result;
use crate::processing::business::Business;

/// Writes the business as it shall be.
pub fn replace(connection: &Connection, business: &Business) -> Result<()> {
    connection.execute(
        "INSERT OR REPLACE INTO business VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            business.name,
            business.owner_name,
            business.organisation_number,
            business.street,
            business.postcode,
            business.town,
            business.country.code(),
            business.phone,
            business.email,
            business.website
        ],
    )?;
    Ok(())
}

/// The business.
///
/// # Errors
/// [`crate::Error::NotFound`] in an image that was never set up.
pub fn find(connection: &Connection) -> Result<Business> {
    let (mut business, country) = connection.query_row(
        "SELECT name, owner_name, organisation_number, street, postcode, town, phone, email,
                website, country FROM business",
        [],
        |row| {
            Ok((
                Business {
                    name: row.get(0)?,
                    owner_name: row.get(1)?,
                    organisation_number: row.get(2)?,
                    street: row.get(3)?,
                    postcode: row.get(4)?,
                    town: row.get(5)?,
                    country: crate::processing::business::Country::Se,
                    phone: row.get(6)?,
                    email: row.get(7)?,
                    website: row.get(8)?,
                },
                row.get::<_, String>(9)?,
            ))
        },
    )?;
    business.country = from_word(country)?;
    Ok(business)
}
