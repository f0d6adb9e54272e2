//! The portable copy (articles 15(3) and 20): JSON with a published schema, and CSV. Both are
//! derived from the inventory; nothing here knows a column's name.

use chrono::{DateTime, FixedOffset};
use serde_json::{Map, Value as Json, json};

use crate::inventory::{self, Column, Kind, Origin, Reach, Shape, Table};
use crate::processing::business::Business;
use crate::store::record::{RowRecord, TableRecord, Value};
use crate::store::{instant, word};
use crate::{Error, Result};

/// Where the JSON says its schema is: the file in `assets/schema/`, by its `$id`.
pub const SCHEMA_ID: &str = "urn:kundbok:handover:1";

/// The record of one person as JSON, indented.
pub fn json(
    record: &[TableRecord],
    business: &Business,
    now: DateTime<FixedOffset>,
) -> Result<Vec<u8>> {
    let mut customer = Map::new();
    for table in record.iter().filter(|table| parent(table.table).is_none()) {
        let rows = table
            .rows
            .iter()
            .map(|row| row_json(table, row, record))
            .collect::<Result<Vec<_>>>()?;
        let value = if table.table.shape == Shape::Facts {
            rows.into_iter().next().unwrap_or(Json::Null)
        } else {
            Json::Array(rows)
        };
        customer.insert(wire(table.table.name), value);
    }
    let document = json!({
        "$schema": SCHEMA_ID,
        "exportedAt": instant(now),
        "controller": {
            "name": business.name,
            "ownerName": business.owner_name,
            "country": business.country.code(),
            "email": business.email,
            "phone": business.phone,
        },
        "customer": customer,
        "processing": processing(record)?,
    });
    let mut bytes = serde_json::to_vec_pretty(&document).map_err(|_| Error::Internal("json"))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The JSON Schema (draft 2020-12) of what [`json`] writes.
pub fn schema() -> Result<Vec<u8>> {
    let mut customer = Map::new();
    for table in inventory::TABLES {
        if table.reach().is_none() || parent(table).is_some() {
            continue;
        }
        let row = row_schema(table);
        let value = if table.shape == Shape::Facts {
            row
        } else {
            json!({ "type": "array", "items": row })
        };
        customer.insert(wire(table.name), value);
    }
    let text = json!({ "type": "string" });
    let document = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "Everything a Kundbok register holds about one customer",
        "type": "object",
        "required": ["$schema", "exportedAt", "controller", "customer", "processing"],
        "additionalProperties": false,
        "properties": {
            "$schema": { "const": SCHEMA_ID },
            "exportedAt": { "type": "string", "format": "date-time" },
            "controller": closed_object(
                &["name", "ownerName", "country", "email", "phone"]
                    .map(|name| (name.to_owned(), text.clone()))
                    .into_iter()
                    .collect(),
            ),
            "customer": closed_object(&customer),
            "processing": {
                "type": "array",
                "items": closed_object(
                    &["field", "category", "purpose", "basis", "retention", "origin"]
                        .map(|name| (name.to_owned(), text.clone()))
                        .into_iter()
                        .collect(),
                ),
            },
        },
    });
    let mut bytes = serde_json::to_vec_pretty(&document).map_err(|_| Error::Internal("schema"))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The record as tables for CSV: a name, and rows with their heading first. Tables without rows
/// stay out.
pub fn tables(record: &[TableRecord]) -> Vec<(&'static str, Vec<Vec<String>>)> {
    record
        .iter()
        .filter(|table| !table.rows.is_empty())
        .map(|table| {
            let related = record
                .iter()
                .any(|child| parent(child.table).is_some_and(|parent| parent == table.table.name))
                || parent(table.table).is_some();
            let mut rows = Vec::with_capacity(table.rows.len() + 1);
            let mut heading: Vec<String> = if related {
                vec![wire(parent(table.table).unwrap_or(table.table.name))]
            } else {
                Vec::new()
            };
            heading.extend(table.columns().map(|column| wire(column.name)));
            rows.push(heading);
            for row in &table.rows {
                let mut cells = Vec::new();
                if related {
                    cells.push(row.id.to_string());
                }
                cells.extend(table.columns().zip(&row.values).map(|(column, value)| {
                    match (column.kind, value) {
                        (_, Value::Nothing) => String::new(),
                        (Kind::UnitPrice, Value::Number(ore)) => decimal(*ore),
                        (_, Value::Number(number)) => number.to_string(),
                        (_, Value::Text(text)) => text.clone(),
                    }
                }));
                rows.push(cells);
            }
            (table.table.name, rows)
        })
        .collect()
}

fn row_json(table: &TableRecord, row: &RowRecord, record: &[TableRecord]) -> Result<Json> {
    let mut object = Map::new();
    for (column, value) in table.columns().zip(&row.values) {
        let value = match value {
            Value::Nothing => Json::Null,
            Value::Number(number) if column.kind == Kind::Flag => Json::Bool(*number != 0),
            Value::Number(number) => json!(number),
            Value::Text(text) => json!(text),
        };
        object.insert(wire(column.name), value);
    }
    for child in record {
        if parent(child.table) == Some(table.table.name) {
            let rows = child
                .rows
                .iter()
                .filter(|line| line.id == row.id)
                .map(|line| row_json(child, line, record))
                .collect::<Result<Vec<_>>>()?;
            object.insert(wire(child.table.name), Json::Array(rows));
        }
    }
    Ok(Json::Object(object))
}

/// Why each field that says something is kept, and whether the person provided it (article 20).
fn processing(record: &[TableRecord]) -> Result<Vec<Json>> {
    let mut fields = Vec::new();
    for table in record {
        for (index, column) in table.columns().enumerate() {
            let filled = table
                .rows
                .iter()
                .any(|row| row.values.get(index).is_some_and(|v| *v != Value::Nothing));
            if let (true, Some(personal)) = (filled, column.personal) {
                fields.push(json!({
                    "field": format!("{}.{}", wire(table.table.name), wire(column.name)),
                    "category": word(personal.category)?,
                    "purpose": word(personal.purpose)?,
                    "basis": word(personal.basis)?,
                    "retention": word(personal.retention)?,
                    "origin": match personal.origin {
                        Origin::Provided => "provided",
                        Origin::Derived => "derived",
                    },
                }));
            }
        }
    }
    Ok(fields)
}

fn row_schema(table: &Table) -> Json {
    let mut properties: Map<String, Json> = table
        .shown()
        .map(|column| (wire(column.name), column_schema(column)))
        .collect();
    for child in inventory::TABLES {
        if parent(child) == Some(table.name) {
            properties.insert(
                wire(child.name),
                json!({ "type": "array", "items": row_schema(child) }),
            );
        }
    }
    closed_object(&properties)
}

fn column_schema(column: &Column) -> Json {
    match column.kind {
        Kind::Number | Kind::Quantity | Kind::Bytes => json!({ "type": ["integer", "null"] }),
        Kind::UnitPrice => {
            json!({ "type": "integer", "description": "in hundredths of the currency" })
        }
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Day => json!({ "type": ["string", "null"], "format": "date" }),
        Kind::Instant => json!({ "type": ["string", "null"], "format": "date-time" }),
        _ => json!({ "type": ["string", "null"] }),
    }
}

fn closed_object(properties: &Map<String, Json>) -> Json {
    let required: Vec<&String> = properties.keys().collect();
    json!({
        "type": "object",
        "required": required,
        "additionalProperties": false,
        "properties": properties,
    })
}

/// The table that a table's rows belong to.
fn parent(table: &Table) -> Option<&'static str> {
    match table.reach() {
        Some(Reach::Parent { table, .. }) => Some(table),
        _ => None,
    }
}

/// `purchase_line` as the wire writes it: `purchaseLine`.
fn wire(name: &str) -> String {
    let mut wire = String::with_capacity(name.len());
    let mut upper = false;
    for character in name.chars() {
        if character == '_' {
            upper = true;
        } else if upper {
            wire.extend(character.to_uppercase());
            upper = false;
        } else {
            wire.push(character);
        }
    }
    wire
}

/// Öre as a decimal number with a comma, as Swedish and Danish spreadsheets read it.
fn decimal(ore: i64) -> String {
    let sign = if ore < 0 { "-" } else { "" };
    let ore = ore.unsigned_abs();
    format!("{sign}{},{:02}", ore / 100, ore % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_schema_is_the_inventorys() {
        let published = include_bytes!("../../../../assets/schema/handover-1.schema.json");
        assert!(
            published.as_slice() == schema().unwrap(),
            "write it anew: cargo run -p kundbok-core --example schema"
        );
    }

    #[test]
    fn money_is_decimal() {
        assert_eq!(decimal(123_405), "1234,05");
        assert_eq!(decimal(-5), "-0,05");
    }
}
