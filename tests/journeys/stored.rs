//! What is stored about a customer, read from the schema of the database and the rows in it.

use std::collections::{BTreeMap, BTreeSet};

use kundbok_core::customers::CustomerId;
use kundbok_core::register::Connection;

/// A stored row: each column that says something with its value, in the schema's order.
pub type Row = Vec<(String, String)>;

/// Stored values by where they stand (`table.column`), in order.
pub type Values = BTreeMap<String, Vec<String>>;

/// The columns of a table that point at other tables, and those that identify its rows.
fn keys(connection: &Connection, table: &str) -> (BTreeMap<String, String>, BTreeSet<String>) {
    let mut select = connection
        .prepare(&format!(
            "SELECT \"from\", \"table\" FROM pragma_foreign_key_list('{table}')"
        ))
        .unwrap();
    let references = select
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let mut select = connection
        .prepare(&format!(
            "SELECT name FROM pragma_table_info('{table}') WHERE pk > 0 OR name IN ('position', 'mark')"
        ))
        .unwrap();
    let identify = select
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    (references, identify)
}

/// Everything stored about a customer: the rows of every table from which foreign keys lead to her
/// row. A row that belongs to another one stands after what that one says.
pub fn stored(connection: &Connection, customer: CustomerId) -> BTreeMap<String, Vec<Row>> {
    let mut select = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        .unwrap();
    let tables: Vec<String> = select
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let mut found = BTreeMap::new();
    for table in tables {
        let (references, _) = keys(connection, &table);
        let sql = if table == "customer" {
            format!("SELECT * FROM customer WHERE id = {}", customer.0)
        } else if let Some((column, _)) = references.iter().find(|(_, to)| *to == "customer") {
            format!("SELECT * FROM {table} WHERE {column} = {}", customer.0)
        } else if let Some((column, to)) = references.iter().find(|(_, to)| {
            keys(connection, to)
                .0
                .values()
                .any(|table| table == "customer")
        }) {
            format!(
                "SELECT t.* FROM {table} t JOIN {to} p ON p.id = t.{column}
                 WHERE p.customer_id = {}",
                customer.0
            )
        } else {
            continue;
        };
        found.insert(table.clone(), rows(connection, &table, &sql));
    }
    found
}

/// Whether a table holds nothing but texts that others refer to: an id, a unique name, a count.
fn is_of_texts(connection: &Connection, table: &str) -> bool {
    let mut select = connection
        .prepare(&format!("SELECT name FROM pragma_table_info('{table}')"))
        .unwrap();
    let columns: Vec<String> = select
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    columns == ["id", "name", "lines"] || columns == ["id", "name"]
}

fn rows(connection: &Connection, table: &str, sql: &str) -> Vec<Row> {
    let (references, identify) = keys(connection, table);
    let mut select = connection.prepare(sql).unwrap();
    let columns: Vec<String> = select.column_names().map(str::to_owned).collect();
    let mut rows = select.query([]).unwrap();
    let mut found = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let mut values = Row::new();
        for (index, column) in columns.iter().enumerate() {
            let to = references.get(column).map(String::as_str);
            let text = to.filter(|to| is_of_texts(connection, to));
            let points_at_a_row = to.is_some_and(|to| to != "policy_version");
            // Where a file lies and what opens it is nothing about her: she is handed the file.
            let opens_a_file = matches!(
                (table, column.as_str()),
                ("attachment", "sealed_name" | "identity") | ("consent", "paper")
            );
            if identify.contains(column) || opens_a_file || (points_at_a_row && text.is_none()) {
                continue;
            }
            let value = row.get::<_, Option<String>>(index).or_else(|_| {
                match (text, row.get::<_, i64>(index)?) {
                    (None, number) => Ok(Some(number.to_string())),
                    (Some(text), id) => connection.query_row(
                        &format!("SELECT name FROM {text} WHERE id = ?1"),
                        [id],
                        |row| row.get(0),
                    ),
                }
            });
            values.push((
                format!("{table}.{column}"),
                value.unwrap().unwrap_or_default(),
            ));
        }
        found.push(values);
    }
    found
}

/// The values by where they stand.
pub fn values(stored: &BTreeMap<String, Vec<Row>>) -> Values {
    let mut values = Values::new();
    for (place, value) in stored.values().flatten().flatten() {
        let values = values.entry(place.clone()).or_default();
        values.extend(Some(value.clone()).filter(|value| !value.is_empty()));
    }
    sort(&mut values);
    values
}

/// Her rows as a document shows them side by side: a table that belongs to another with that one's
/// row before each of its own.
pub fn side_by_side(connection: &Connection, customer: CustomerId) -> Vec<Row> {
    let stored = stored(connection, customer);
    let mut shown = Vec::new();
    for (table, rows_of_table) in &stored {
        let child = stored.keys().find_map(|child| {
            let (references, _) = keys(connection, child);
            let (column, _) = references.iter().find(|(_, to)| *to == table)?;
            (table != "customer").then(|| (child.clone(), column.clone()))
        });
        let Some((child, column)) = child else {
            let belongs = keys(connection, table)
                .0
                .values()
                .any(|to| to != "customer" && stored.contains_key(to));
            if table != "customer" && !belongs {
                shown.extend(rows_of_table.clone());
            }
            continue;
        };
        let mut select = connection
            .prepare(&format!("SELECT id FROM {table} WHERE customer_id = ?1"))
            .unwrap();
        let ids: Vec<i64> = select
            .query_map([customer.0], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        for id in ids {
            let parent = rows(
                connection,
                table,
                &format!("SELECT * FROM {table} WHERE id = {id}"),
            );
            let lines = rows(
                connection,
                &child,
                &format!("SELECT * FROM {child} WHERE {column} = {id}"),
            );
            for line in lines {
                shown.push([parent[0].clone(), line].concat());
            }
        }
    }
    shown
}

/// The values of each place in order, so that two can be compared.
pub fn sort(values: &mut Values) {
    for values in values.values_mut() {
        values.sort();
    }
}
