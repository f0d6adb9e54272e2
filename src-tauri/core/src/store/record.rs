//! Everything the register holds about one person, read by the inventory and not by a list of
//! fields: what the inventory declares is here, and nothing else can be in the register.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use crate::Result;
use crate::customers::CustomerId;
use crate::inventory::{self, Column, Personal, Reach, Table};

/// A stored value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// NULL, or a text that is empty.
    Nothing,
    /// A whole number.
    Number(i64),
    /// A text.
    Text(String),
}

/// The rows of one table that are about one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRecord {
    /// The table as the inventory declares it.
    pub table: &'static Table,
    /// Its rows.
    pub rows: Vec<RowRecord>,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowRecord {
    /// Its row id, or that of the row it belongs to when its table belongs to another.
    pub id: i64,
    /// Values of the table's shown columns ([`Table::shown`]), in their order.
    pub values: Vec<Value>,
}

impl TableRecord {
    /// The shown columns that the rows' values belong to.
    pub fn columns(&self) -> impl Iterator<Item = &'static Column> {
        self.table.shown()
    }

    /// What the first row says in a column.
    pub fn first(&self, column: &str) -> Option<&Value> {
        let index = self.columns().position(|shown| shown.name == column)?;
        self.rows.first()?.values.get(index)
    }
}

/// Reads everything about a customer, table by table in the inventory's order.
pub fn of_customer(connection: &Connection, customer: CustomerId) -> Result<Vec<TableRecord>> {
    let mut record = Vec::new();
    for table in inventory::TABLES {
        let Some(reach) = table.reach() else { continue };
        record.push(TableRecord {
            table,
            rows: rows(connection, table, reach, customer)?,
        });
    }
    Ok(record)
}

/// Columns of a table named `t`, to follow another one in a SELECT.
fn columns(columns: impl Iterator<Item = &'static Column>) -> String {
    columns.fold(String::new(), |mut columns, column| {
        columns.push_str(", ");
        columns.push_str(&column.value());
        columns
    })
}

fn rows(
    connection: &Connection,
    table: &Table,
    reach: Reach,
    customer: CustomerId,
) -> Result<Vec<RowRecord>> {
    // Names come from the inventory, which a test compares with the schema.
    let name = table.name;
    let columns = columns(table.shown());
    let order = table.order;
    let sql = match reach {
        Reach::Itself => format!("SELECT t.id{columns} FROM {name} t WHERE t.id = ?1"),
        Reach::Column(column) => {
            format!("SELECT t.id{columns} FROM {name} t WHERE t.{column} = ?1 ORDER BY {order}")
        }
        Reach::Parent { column, table } => format!(
            "SELECT t.{column}{columns} FROM {name} t
             JOIN {table} p ON p.id = t.{column} WHERE p.customer_id = ?1
             ORDER BY t.{column}, {order}"
        ),
    };
    let mut select = connection.prepare_cached(&sql)?;
    let mut rows = select.query([customer.0])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(RowRecord {
            id: row.get(0)?,
            values: shown(row, table)?,
        });
    }
    Ok(found)
}

/// The shown columns of the rows of `table` whose `column` is `is`.
pub(super) fn values(
    connection: &Connection,
    table: &Table,
    column: &str,
    is: u32,
) -> Result<Vec<Vec<Value>>> {
    let (name, columns, order) = (table.name, columns(table.shown()), table.order);
    let mut select = connection.prepare_cached(&format!(
        "SELECT t.{column}{columns} FROM {name} t WHERE t.{column} = ?1 ORDER BY {order}"
    ))?;
    let mut rows = select.query([is])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(shown(row, table)?);
    }
    Ok(found)
}

/// What stands in a row after its first column: the shown columns of `table`.
fn shown(row: &Row<'_>, table: &Table) -> Result<Vec<Value>> {
    let values = (0..table.shown().count()).map(|index| {
        Ok(match row.get_ref(index + 1)? {
            ValueRef::Integer(number) => Value::Number(number),
            ValueRef::Text(text) if !text.is_empty() => {
                Value::Text(String::from_utf8_lossy(text).into_owned())
            }
            _ => Value::Nothing,
        })
    });
    values.collect()
}

/// Whether any customer's row of `table` says something in `column`.
pub fn is_filled(connection: &Connection, table: &Table, column: &Column) -> Result<bool> {
    let hers = match table.reach() {
        Some(Reach::Column(column)) => format!("{column} IS NOT NULL AND "),
        _ => String::new(),
    };
    let (table, column) = (table.name, column.name);
    Ok(connection
        .prepare(&format!(
            "SELECT 1 FROM {table} WHERE {hers}{column} IS NOT NULL AND {column} <> '' LIMIT 1"
        ))?
        .exists([])?)
}

/// The customers of whom some column that `is_meant` says something, in the order of their ids.
pub fn customers_with(
    connection: &Connection,
    is_meant: impl Fn(&Personal) -> bool,
) -> Result<Vec<CustomerId>> {
    let mut places = Vec::new();
    for table in inventory::TABLES {
        let Some(reach) = table.reach() else { continue };
        let filled: Vec<String> = table
            .shown()
            .filter(|column| column.personal.as_ref().is_some_and(&is_meant))
            .map(|column| format!("(t.{0} IS NOT NULL AND t.{0} <> '')", column.name))
            .collect();
        if filled.is_empty() {
            continue;
        }
        // Names come from the inventory, which a test compares with the schema.
        let (name, filled) = (table.name, filled.join(" OR "));
        places.push(match reach {
            Reach::Itself => format!("SELECT t.id FROM {name} t WHERE {filled}"),
            Reach::Column(column) => format!("SELECT t.{column} FROM {name} t WHERE {filled}"),
            Reach::Parent { column, table } => format!(
                "SELECT p.customer_id FROM {name} t JOIN {table} p ON p.id = t.{column}
                 WHERE {filled}"
            ),
        });
    }
    if places.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = places
        .into_iter()
        .map(|place| format!("c.id IN ({place})"))
        .collect();
    let mut select = connection.prepare(&format!(
        "SELECT c.id FROM customer c WHERE {} ORDER BY c.id",
        places.join(" OR ")
    ))?;
    let mut rows = select.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(CustomerId(row.get(0)?));
    }
    Ok(found)
}
