//! What tells two states of a customer apart: everything the register holds about her, as the
//! inventory declares it, in one number. Not the log, which tells how it came to be so, and not the
//! number that a state files her under.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use super::transfer::versions;
use crate::Result;
use crate::customers::CustomerId;
use crate::inventory::{self, Column, Reach, Section};

/// A number for every customer that is another one when anything about her is. For comparing two
/// images in one program: it means nothing elsewhere.
pub fn of_customers(connection: &Connection) -> Result<HashMap<CustomerId, u64>> {
    let mut digests: HashMap<CustomerId, u64> = HashMap::new();
    for table in inventory::TABLES {
        let Some(reach) = table.reach() else { continue };
        if table.section == Section::Audit {
            continue;
        }
        let name = table.name;
        let files_her = |column: &Column| reach == Reach::Itself && column.name == "number";
        let columns = table.shown().filter(|column| !files_her(column));
        let columns = columns.fold(String::new(), |columns, column| {
            let value = versions::mark_of(table, column).unwrap_or_else(|| column.value());
            columns + ", " + &value
        });
        let sql = match reach {
            Reach::Itself => format!("SELECT t.id{columns} FROM {name} t"),
            Reach::Column(column) => {
                format!("SELECT t.{column}{columns} FROM {name} t WHERE t.{column} IS NOT NULL")
            }
            Reach::Parent { column, table } => format!(
                "SELECT p.customer_id{columns} FROM {name} t JOIN {table} p ON p.id = t.{column}"
            ),
        };
        let mut select = connection.prepare(&sql)?;
        let width = select.column_count();
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            let mut hasher = DefaultHasher::new();
            name.hash(&mut hasher);
            for column in 1..width {
                match row.get_ref(column)? {
                    ValueRef::Integer(number) => number.hash(&mut hasher),
                    ValueRef::Text(text) => text.hash(&mut hasher),
                    _ => hasher.write_u8(0),
                }
                column.hash(&mut hasher);
            }
            let digest = digests.entry(CustomerId(row.get(0)?)).or_default();
            // A sum, as the rows come in no order.
            *digest = digest.wrapping_add(hasher.finish());
        }
    }
    Ok(digests)
}
