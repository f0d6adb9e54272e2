//! Rows in which what is said and what is done differ.

use chrono::NaiveDate;
use rusqlite::{Connection, Row};

use super::day_of;
use crate::Result;
use crate::customers::CustomerId;
use crate::inventory::{Kind, Reach, TABLES};

/// Someone, and since when she is one of those asked for.
pub struct Person {
    /// Who.
    pub id: CustomerId,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// The day she was written down.
    pub since: NaiveDate,
}

const WHO: &str = "c.id, c.given_name, c.family_name, c.added_at";

/// Those whose data came from someone else and who were given no policy, in the order in which they
/// were written down.
pub fn untold(connection: &Connection) -> Result<Vec<Person>> {
    people(
        connection,
        &format!(
            "SELECT {WHO} FROM customer c
             WHERE c.source <> 'self'
               AND NOT EXISTS (SELECT 1 FROM policy_given g WHERE g.customer_id = c.id)
             ORDER BY c.added_at, c.id"
        ),
        [],
    )
}

/// Those with whom nothing has happened since a day, the longest ago first.
pub fn quiet_since(connection: &Connection, day: NaiveDate) -> Result<Vec<Person>> {
    people(
        connection,
        &format!(
            "SELECT {WHO}, max(
                 substr(c.added_at, 1, 10),
                 coalesce((SELECT max(purchased_on) FROM purchase WHERE customer_id = c.id), ''),
                 coalesce((SELECT max(happened_on) FROM contact WHERE customer_id = c.id), '')
             ) AS latest
             FROM customer c WHERE latest < ?1 ORDER BY latest, c.id"
        ),
        [day.to_string()],
    )
}

/// Those about whom some free text is as asked for. Which columns hold free text, the inventory says.
pub fn with_texts(connection: &Connection, is_so: impl Fn(&str) -> bool) -> Result<Vec<Person>> {
    let mut found = std::collections::BTreeSet::new();
    for table in TABLES {
        let owner = match table.reach() {
            Some(Reach::Itself) => "t.id".to_owned(),
            Some(Reach::Column(column)) => format!("t.{column}"),
            // What she bought is not what is written about her.
            Some(Reach::Parent { .. }) | None => continue,
        };
        for column in table.columns {
            if column.kind != Kind::FreeText {
                continue;
            }
            let mut select = connection.prepare_cached(&format!(
                "SELECT {owner}, {0} FROM {1} t WHERE {owner} IS NOT NULL AND {0} <> ''",
                column.value(),
                table.name
            ))?;
            let mut rows = select.query([])?;
            while let Some(row) = rows.next()? {
                let text = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
                if is_so(text) {
                    found.insert(row.get::<_, u32>(0)?);
                }
            }
        }
    }
    let mut select =
        connection.prepare_cached(&format!("SELECT {WHO} FROM customer c WHERE c.id = ?1"))?;
    let mut people = Vec::with_capacity(found.len());
    for id in found {
        let mut rows = select.query([id])?;
        if let Some(row) = rows.next()? {
            people.push(read(row)?);
        }
    }
    Ok(people)
}

fn people<P: rusqlite::Params>(
    connection: &Connection,
    sql: &str,
    parameters: P,
) -> Result<Vec<Person>> {
    let mut select = connection.prepare_cached(sql)?;
    let mut rows = select.query(parameters)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

fn read(row: &Row<'_>) -> Result<Person> {
    Ok(Person {
        id: CustomerId(row.get(0)?),
        given_name: row.get(1)?,
        family_name: row.get(2)?,
        since: day_of(&row.get::<_, String>(3)?)?,
    })
}
