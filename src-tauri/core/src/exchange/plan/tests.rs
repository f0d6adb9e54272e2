use super::*;
use crate::customers::{Address, Birthday, Label, Source};
use crate::language::Language;
use Country::{Dk, Se};
use Target as T;

mod formats;
mod rows;

fn nobody(_: &CustomerFields) -> bool {
    false
}

fn plan(text: &str) -> ImportPlan {
    ImportPlan::read(text.as_bytes(), Se, nobody).unwrap()
}

fn windows(text: &str) -> Vec<u8> {
    let (bytes, _, lost) = encoding_rs::WINDOWS_1252.encode(text);
    assert!(!lost);
    bytes.into_owned()
}

/// What was read, each by its own line, so that a test shows the whole customer.
fn told(fields: &CustomerFields) -> String {
    let mut lines = vec![format!("{} | {}", fields.given_name, fields.family_name)];
    lines.extend(
        fields
            .phones
            .iter()
            .map(|p| format!("{:?} {}", p.label, p.number)),
    );
    lines.extend(
        fields
            .emails
            .iter()
            .map(|e| format!("{:?} {}", e.label, e.address)),
    );
    for Address {
        label,
        street,
        postcode,
        town,
        country,
    } in &fields.addresses
    {
        lines.push(format!(
            "{label:?} {street:?} {postcode:?} {town:?} {country:?}"
        ));
    }
    if fields.birthday.is_some() {
        lines.push(fields.birthday.map(Birthday::text).unwrap_or_default());
    }
    if let Some(language) = fields.language {
        lines.push(language.tag().to_owned());
    }
    if !fields.tags.is_empty() {
        lines.push(format!("{:?}", fields.tags));
    }
    if !fields.notes.is_empty() {
        lines.push(format!("{:?}", fields.notes));
    }
    lines.join("\n")
}

fn people(plan: &ImportPlan) -> Vec<String> {
    plan.ready.iter().map(|(_, fields)| told(fields)).collect()
}

fn target(plan: &ImportPlan, heading: &str) -> Target {
    plan.columns
        .iter()
        .find(|column| column.heading == heading)
        .unwrap()
        .target
}

/// Row, column, reason, whether the whole row stays out.
fn problems(plan: &ImportPlan) -> Vec<(u32, &str, ImportReason, bool)> {
    plan.problems
        .iter()
        .map(|p| (p.row, p.column.as_str(), p.reason, p.whole_row))
        .collect()
}
