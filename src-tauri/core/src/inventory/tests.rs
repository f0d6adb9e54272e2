use std::collections::BTreeSet;

use rusqlite::Connection;

use super::*;

fn names(connection: &Connection, sql: &str) -> Vec<String> {
    let mut select = connection.prepare(sql).unwrap();
    select
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap()
}

/// The differences between a schema and the inventory; empty when they agree.
fn differences(connection: &Connection) -> Vec<String> {
    let mut found = Vec::new();
    let tables = names(
        connection,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    );
    for name in &tables {
        let Some(table) = TABLES.iter().find(|table| table.name == name) else {
            found.push(format!("table {name} is not declared"));
            continue;
        };
        let in_schema = names(
            connection,
            &format!("SELECT name FROM pragma_table_info('{name}')"),
        );
        let declared: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
        if in_schema != declared {
            found.push(format!(
                "{name}: schema {in_schema:?}, declared {declared:?}"
            ));
        }
        let references: BTreeSet<(String, String)> = {
            let mut select = connection
                .prepare(&format!(
                    "SELECT \"from\", \"table\" FROM pragma_foreign_key_list('{name}')"
                ))
                .unwrap();
            select
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
                .unwrap()
                .collect::<rusqlite::Result<_>>()
                .unwrap()
        };
        for column in table.columns {
            if let Some(texts) = column.texts
                && !references.contains(&(column.name.to_owned(), texts.to_owned()))
            {
                found.push(format!("{name}.{}: does not refer to {texts}", column.name));
            }
        }
        let reached = match table.about {
            About::Customer(Reach::Column(column)) => {
                references.contains(&(column.to_owned(), "customer".to_owned()))
            }
            About::Customer(Reach::Parent { column, table }) => {
                references.contains(&(column.to_owned(), table.to_owned()))
            }
            About::Customer(Reach::Itself) => name == "customer",
            // What is nobody's may belong together, and never to what is a customer's.
            About::Nobody | About::Kundbok | About::Controller => {
                references.iter().all(|(_, parent)| {
                    let parent = TABLES.iter().find(|table| table.name == parent);
                    parent.is_some_and(|parent| parent.reach().is_none())
                })
            }
        };
        if !reached {
            found.push(format!("{name}: not reached as declared ({references:?})"));
        }
    }
    for table in TABLES {
        if !tables.iter().any(|name| name == table.name) {
            found.push(format!("table {} is not in the schema", table.name));
        }
    }
    found
}

#[test]
fn every_column_of_the_schema_is_declared() {
    let connection = crate::store::image::make().unwrap();
    assert_eq!(differences(&connection), Vec::<String>::new());
}

#[test]
fn a_column_that_nobody_declared_is_found() {
    let connection = crate::store::image::make().unwrap();
    connection
        .execute_batch(
            "ALTER TABLE customer ADD COLUMN skin_type TEXT;
             CREATE TABLE photo (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customer(id));",
        )
        .unwrap();
    let found = differences(&connection);
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn what_is_shown_of_a_customer_says_why_it_is_kept() {
    for table in TABLES.iter().filter(|table| table.reach().is_some()) {
        for column in table.shown() {
            assert!(column.personal.is_some(), "{}.{}", table.name, column.name);
        }
    }
}
