//! Tables `customer`, `customer_phone`, `customer_email`, `customer_address`, `customer_tag`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::{day_of, from_word, word};
use crate::Result;
use crate::customers::{Address, Birthday, CustomerFields, CustomerId, Email, Phone, Source};

/// A stored customer.
pub struct CustomerRow {
    /// Customer number.
    pub number: u32,
    /// What a person filled in; phones as stored (E.164 where it could be read).
    pub fields: CustomerFields,
    /// Day added.
    pub added_on: NaiveDate,
    /// The day on which what need not be kept of her was erased.
    pub erased_on: Option<NaiveDate>,
}

/// Adds a customer under the next number.
pub fn insert(connection: &Connection, fields: &CustomerFields, now: &str) -> Result<CustomerId> {
    let id = connection
        .prepare_cached(
            "INSERT INTO customer (number, given_name, family_name, birthday, language, source,
                                   source_detail, notes, added_at, edited_at)
             VALUES (?9, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)
             RETURNING id",
        )?
        .query_row(
            params![
                fields.given_name,
                fields.family_name,
                fields.birthday.map(Birthday::text),
                fields.language.map(crate::Language::tag),
                word(fields.source)?,
                fields.source_detail,
                fields.notes,
                now,
                next_number(connection)?
            ],
            |row| row.get(0),
        )
        .map(CustomerId)?;
    insert_entries(connection, id, fields)?;
    Ok(id)
}

/// The number after that of everyone who is, or was, in the register: papers may name somebody by it.
pub(super) fn next_number(connection: &Connection) -> Result<u32> {
    Ok(connection
        .prepare_cached(
            "SELECT max(coalesce(max(number), 1000),
                        coalesce((SELECT last_number FROM register), 0)) + 1
             FROM customer",
        )?
        .query_row([], |row| row.get(0))?)
}

/// Writes a customer as it shall be.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub fn update(
    connection: &Connection,
    id: CustomerId,
    fields: &CustomerFields,
    now: &str,
) -> Result<()> {
    let updated = connection.execute(
        "UPDATE customer SET given_name = ?2, family_name = ?3, birthday = ?4, language = ?5,
                source = ?6, source_detail = ?7, notes = ?8, edited_at = ?9,
                erased_on = NULL
         WHERE id = ?1",
        params![
            id.0,
            fields.given_name,
            fields.family_name,
            fields.birthday.map(Birthday::text),
            fields.language.map(crate::Language::tag),
            word(fields.source)?,
            fields.source_detail,
            fields.notes,
            now
        ],
    )?;
    if updated == 0 {
        return Err(crate::Error::NotFound);
    }
    for delete in [
        "DELETE FROM customer_phone WHERE customer_id = ?1",
        "DELETE FROM customer_email WHERE customer_id = ?1",
        "DELETE FROM customer_address WHERE customer_id = ?1",
        "DELETE FROM customer_tag WHERE customer_id = ?1",
    ] {
        connection.execute(delete, [id.0])?;
    }
    insert_entries(connection, id, fields)
}

/// Something was written of her anew: she is a customer, also if she had been erased.
pub fn is_back(connection: &Connection, id: CustomerId) -> Result<()> {
    connection
        .prepare_cached(
            "UPDATE customer SET erased_on = NULL WHERE id = ?1 AND erased_on NOT NULL",
        )?
        .execute([id.0])?;
    Ok(())
}

/// A customer.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub fn find(connection: &Connection, id: CustomerId) -> Result<CustomerRow> {
    let mut select = connection.prepare_cached(
        "SELECT given_name, family_name, birthday, language, source, source_detail, notes, number,
                added_at, erased_on
         FROM customer WHERE id = ?1",
    )?;
    let mut rows = select.query([id.0])?;
    let row = rows.next()?.ok_or(crate::Error::NotFound)?;
    let birthday: Option<String> = row.get(2)?;
    let language: Option<String> = row.get(3)?;
    Ok(CustomerRow {
        number: row.get(7)?,
        added_on: day_of(&row.get::<_, String>(8)?)?,
        erased_on: row.get(9)?,
        fields: CustomerFields {
            given_name: row.get(0)?,
            family_name: row.get(1)?,
            phones: phones(connection, id)?,
            emails: emails(connection, id)?,
            addresses: addresses(connection, id)?,
            birthday: birthday.as_deref().and_then(Birthday::from_text),
            language: language.map(from_word).transpose()?,
            source: from_word(row.get(4)?)?,
            source_detail: row.get(5)?,
            tags: tags(connection, id)?,
            notes: row.get(6)?,
        },
    })
}

/// How many customers there are, without those who were erased.
pub fn count(connection: &Connection) -> Result<u32> {
    let sql = "SELECT count(*) FROM customer WHERE erased_on IS NULL";
    Ok(connection.query_row(sql, [], |row| row.get(0))?)
}

/// Everyone's number.
pub fn numbers(connection: &Connection) -> Result<BTreeMap<CustomerId, u32>> {
    let mut select = connection.prepare("SELECT id, number FROM customer")?;
    let rows = select.query_map([], |row| Ok((CustomerId(row.get(0)?), row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// All customers' ids, in the order they were added.
pub fn ids(connection: &Connection) -> Result<Vec<CustomerId>> {
    let mut select = connection.prepare("SELECT id FROM customer ORDER BY id")?;
    let rows = select.query_map([], |row| row.get(0).map(CustomerId))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The sources in use, in the order they are declared.
pub fn sources(connection: &Connection) -> Result<Vec<Source>> {
    let mut select = connection.prepare("SELECT DISTINCT source FROM customer")?;
    let words = select.query_map([], |row| row.get::<_, String>(0))?;
    let mut sources: Vec<Source> = Vec::new();
    for word in words {
        sources.push(from_word(word?)?);
    }
    sources.sort_unstable();
    Ok(sources)
}

fn phones(connection: &Connection, id: CustomerId) -> Result<Vec<Phone>> {
    entries(
        connection,
        id,
        "SELECT label, number FROM customer_phone WHERE customer_id = ?1 ORDER BY position",
        |row| {
            Ok(Phone {
                label: from_word(row.get(0)?)?,
                number: row.get(1)?,
            })
        },
    )
}

fn emails(connection: &Connection, id: CustomerId) -> Result<Vec<Email>> {
    entries(
        connection,
        id,
        "SELECT label, address FROM customer_email WHERE customer_id = ?1 ORDER BY position",
        |row| {
            Ok(Email {
                label: from_word(row.get(0)?)?,
                address: row.get(1)?,
            })
        },
    )
}

fn addresses(connection: &Connection, id: CustomerId) -> Result<Vec<Address>> {
    entries(
        connection,
        id,
        "SELECT label, street, postcode, town, country FROM customer_address
         WHERE customer_id = ?1 ORDER BY position",
        |row| {
            Ok(Address {
                label: from_word(row.get(0)?)?,
                street: row.get(1)?,
                postcode: row.get(2)?,
                town: row.get(3)?,
                country: row.get(4)?,
            })
        },
    )
}

fn tags(connection: &Connection, id: CustomerId) -> Result<Vec<String>> {
    entries(
        connection,
        id,
        "SELECT tag FROM customer_tag WHERE customer_id = ?1 ORDER BY position",
        |row| Ok(row.get(0)?),
    )
}

fn entries<T>(
    connection: &Connection,
    id: CustomerId,
    select: &str,
    read: impl Fn(&rusqlite::Row<'_>) -> Result<T>,
) -> Result<Vec<T>> {
    let mut select = connection.prepare_cached(select)?;
    let mut rows = select.query([id.0])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

fn insert_entries(connection: &Connection, id: CustomerId, fields: &CustomerFields) -> Result<()> {
    let mut insert = connection.prepare_cached(
        "INSERT INTO customer_phone (customer_id, position, label, number) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for (position, phone) in fields.phones.iter().enumerate() {
        insert.execute(params![id.0, position, word(phone.label)?, phone.number])?;
    }
    let mut insert = connection.prepare_cached(
        "INSERT INTO customer_email (customer_id, position, label, address) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for (position, email) in fields.emails.iter().enumerate() {
        insert.execute(params![id.0, position, word(email.label)?, email.address])?;
    }
    let mut insert = connection.prepare_cached(
        "INSERT INTO customer_address (customer_id, position, label, street, postcode, town, country)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for (position, address) in fields.addresses.iter().enumerate() {
        insert.execute(params![
            id.0,
            position,
            word(address.label)?,
            address.street,
            address.postcode,
            address.town,
            address.country
        ])?;
    }
    let mut insert = connection.prepare_cached(
        "INSERT INTO customer_tag (customer_id, position, tag) VALUES (?1, ?2, ?3)",
    )?;
    for (position, tag) in fields.tags.iter().enumerate() {
        insert.execute(params![id.0, position, tag])?;
    }
    Ok(())
}
