//! Tables `purchase` and `purchase_line`.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::{customer, from_word, text, word};
use crate::customers::CustomerId;
use crate::money::{Currency, Ore};
use crate::purchases::{PurchaseFields, PurchaseLine};
use crate::{Error, Result};

/// A stored purchase.
pub struct PurchaseRow {
    /// Row id.
    pub id: u32,
    /// Currency of its prices.
    pub currency: Currency,
    /// What a person filled in.
    pub fields: PurchaseFields,
}

/// Adds a purchase.
pub fn insert(
    connection: &Connection,
    of: CustomerId,
    currency: Currency,
    fields: &PurchaseFields,
) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO purchase (customer_id, purchased_on, receipt, currency, note)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            of.0,
            fields.purchased_on,
            fields.receipt,
            word(currency)?,
            fields.note
        ])?;
    insert_lines(connection, connection.last_insert_rowid(), &fields.lines)?;
    customer::is_back(connection, of)
}

/// Writes a purchase as it shall be; answers whose it is.
///
/// # Errors
/// [`Error::NotFound`].
pub fn update(connection: &Connection, id: u32, fields: &PurchaseFields) -> Result<CustomerId> {
    let customer = connection
        .query_row(
            "UPDATE purchase SET purchased_on = ?2, receipt = ?3, note = ?4 WHERE id = ?1
             RETURNING customer_id",
            params![id, fields.purchased_on, fields.receipt, fields.note],
            |row| row.get(0),
        )
        .map(CustomerId)?;
    connection.execute("DELETE FROM purchase_line WHERE purchase_id = ?1", [id])?;
    insert_lines(connection, id.into(), &fields.lines)?;
    Ok(customer)
}

/// A customer's purchases, latest first.
pub fn of_customer(connection: &Connection, customer: CustomerId) -> Result<Vec<PurchaseRow>> {
    read(connection, "customer_id", customer.0)
}

/// A purchase.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find(connection: &Connection, id: u32) -> Result<PurchaseRow> {
    let mut found = read(connection, "id", id)?;
    found.pop().ok_or(Error::NotFound)
}

fn read(connection: &Connection, column: &str, is: u32) -> Result<Vec<PurchaseRow>> {
    let mut purchases = Vec::new();
    let mut select = connection.prepare_cached(&format!(
        "SELECT id, purchased_on, receipt, currency, note FROM purchase
         WHERE {column} = ?1 ORDER BY purchased_on DESC, id DESC"
    ))?;
    let mut select_lines = connection.prepare_cached(
        "SELECT name, quantity, unit_price FROM purchase_line JOIN product ON id = product
         WHERE purchase_id = ?1 ORDER BY position",
    )?;
    let mut rows = select.query([is])?;
    while let Some(row) = rows.next()? {
        let id: u32 = row.get(0)?;
        let lines = select_lines
            .query_map([id], |row| {
                Ok(PurchaseLine {
                    product: row.get(0)?,
                    quantity: row.get(1)?,
                    unit_price: Ore(row.get(2)?),
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        purchases.push(PurchaseRow {
            id,
            currency: from_word(row.get(3)?)?,
            fields: PurchaseFields {
                purchased_on: row.get::<_, NaiveDate>(1)?,
                receipt: row.get(2)?,
                note: row.get(4)?,
                lines,
            },
        });
    }
    Ok(purchases)
}

fn insert_lines(connection: &Connection, purchase: i64, lines: &[PurchaseLine]) -> Result<()> {
    let mut insert = connection.prepare_cached(
        "INSERT INTO purchase_line (purchase_id, position, product, quantity, unit_price)
         VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for (position, line) in lines.iter().enumerate() {
        insert.execute(params![
            purchase,
            position,
            text::refer(connection, "product", &line.product)?,
            line.quantity,
            line.unit_price.0
        ])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::image;

    fn fields(products: &[&str]) -> PurchaseFields {
        PurchaseFields {
            purchased_on: NaiveDate::from_ymd_opt(2026, 11, 1).unwrap(),
            receipt: String::new(),
            note: String::new(),
            lines: products
                .iter()
                .map(|product| PurchaseLine {
                    product: (*product).to_owned(),
                    quantity: 1,
                    unit_price: Ore(100),
                })
                .collect(),
        }
    }

    fn products(connection: &Connection) -> Vec<(String, u32)> {
        let mut select = connection
            .prepare("SELECT name, lines FROM product ORDER BY name")
            .unwrap();
        select
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap()
    }

    #[test]
    fn a_products_name_is_kept_once_and_goes_with_its_last_line() {
        let connection = image::make().unwrap();
        connection
            .execute_batch(
                "INSERT INTO customer (id, number, given_name, family_name, source, source_detail,
                     notes, added_at, edited_at)
                 VALUES (1, 1, 'Elin', '', 'self', '', '', '', ''), (2, 2, 'Maja', '', 'self', '', '', '', '')",
            )
            .unwrap();
        let (elin, maja) = (CustomerId(1), CustomerId(2));
        let hers = fields(&["Handkräm", "Handkräm", "Kräm åt Åsas mor"]);
        insert(&connection, elin, Currency::Sek, &hers).unwrap();
        insert(&connection, maja, Currency::Sek, &fields(&["Handkräm"])).unwrap();
        let kept = |names: &[(&str, u32)]| {
            let names: Vec<_> = names
                .iter()
                .map(|(name, n)| ((*name).to_owned(), *n))
                .collect();
            assert_eq!(products(&connection), names);
        };
        kept(&[("Handkräm", 3), ("Kräm åt Åsas mor", 1)]);
        let of_elin = of_customer(&connection, elin).unwrap();
        assert_eq!(of_elin[0].fields, hers);
        update(&connection, of_elin[0].id, &fields(&["Handkräm"])).unwrap();
        kept(&[("Handkräm", 2)]);
        connection
            .execute("DELETE FROM customer WHERE id = 2", [])
            .unwrap();
        kept(&[("Handkräm", 1)]);
        connection.execute("DELETE FROM customer", []).unwrap();
        kept(&[]);
    }
}
