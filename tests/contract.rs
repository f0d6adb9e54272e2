//! The wire between window and core: the committed types are those of the core, and no command
//! takes a field it does not know.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use kundbok_core::contacts::{AddContact, EditContact};
use kundbok_core::customers::{CustomerFields, EditCustomer, ListCustomers};
use kundbok_core::exchange::import::{AdjustImport, ConfirmImport};
use kundbok_core::processing::business::Business;
use kundbok_core::processing::policy::{ExportPolicy, GivePolicy};
use kundbok_core::purchases::{AddPurchase, EditPurchase};
use kundbok_core::requests::handover::{HandOver, PrepareHandOver};
use kundbok_core::session::{SetUp, Settings};
use kundbok_tests::sample;
use kundbok_tests::window::repository;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

#[test]
fn the_windows_types_are_those_of_the_core() {
    let fresh = tempfile::tempdir().unwrap();
    // With the features of every other step, so that nothing is compiled again.
    let export = Command::new(env!("CARGO"))
        .current_dir(repository())
        .args(["test", "--quiet", "--locked", "--offline"])
        .args(["--workspace", "--features", "kundbok/e2e", "--lib"])
        .arg("export_bindings")
        .env("TS_RS_EXPORT_DIR", fresh.path())
        .output()
        .expect("cargo");
    assert!(
        export.status.success(),
        "{}",
        String::from_utf8_lossy(&export.stderr)
    );
    let (of_core, committed) = (
        types(fresh.path()),
        types(&repository().join("ui/src/api/types")),
    );
    assert!(of_core.len() > 50, "{} types", of_core.len());
    let names = |types: &BTreeMap<String, String>| types.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&of_core), names(&committed));
    for (name, text) in &of_core {
        assert_eq!(text, &committed[name], "{name}");
    }
}

#[test]
fn no_command_takes_a_field_it_does_not_know() {
    let fields = json!(sample::elin().fields);
    let purchase = json!(sample::elin().purchases[0]);
    let contact = json!(sample::elin().contacts[0]);
    let business = json!(sample::business());
    let prepared = json!({ "customerId": 1, "language": "sv", "keep": [] });

    refuses_unknown::<Business>(&business);
    refuses_unknown::<CustomerFields>(&fields);
    refuses_unknown::<EditCustomer>(&json!({ "id": 1, "fields": fields }));
    refuses_unknown::<ListCustomers>(
        &json!({ "query": "", "sort": "name", "offset": 0, "limit": 50 }),
    );
    refuses_unknown::<AddPurchase>(&json!({ "customerId": 1, "fields": purchase }));
    refuses_unknown::<EditPurchase>(&json!({ "id": 1, "fields": purchase }));
    refuses_unknown::<AddContact>(&json!({ "customerId": 1, "fields": contact }));
    refuses_unknown::<EditContact>(&json!({ "id": 1, "fields": contact }));
    refuses_unknown::<AdjustImport>(&json!({ "targets": ["ignore"], "dateOrder": "dayMonthYear" }));
    refuses_unknown::<ConfirmImport>(&json!({ "source": "party", "sourceDetail": "" }));
    refuses_unknown::<PrepareHandOver>(&prepared);
    refuses_unknown::<HandOver>(&json!({ "prepared": prepared, "password": null }));
    refuses_unknown::<ExportPolicy>(&json!({ "version": 1, "language": "da" }));
    refuses_unknown::<GivePolicy>(&json!({
        "customerId": 1, "version": 1, "givenOn": "2026-11-20", "channel": "meeting"
    }));
    refuses_unknown::<SetUp>(&json!({ "business": business, "passphrase": "x" }));
    refuses_unknown::<Settings>(&json!({ "language": "sv", "theme": "dark", "textSize": 125 }));
}

/// Takes `whole`, and refuses it with one more field in any object within it.
fn refuses_unknown<T: DeserializeOwned>(whole: &Value) {
    let name = std::any::type_name::<T>();
    serde_json::from_value::<T>(whole.clone())
        .unwrap_or_else(|error| panic!("{name} refuses what it should take: {error}"));
    let objects = objects(whole, "");
    assert!(!objects.is_empty());
    for pointer in objects {
        let mut more = whole.clone();
        more.pointer_mut(&pointer).unwrap()["surplus"] = json!(1);
        assert!(
            serde_json::from_value::<T>(more).is_err(),
            "{name} takes an unknown field at “{pointer}”"
        );
    }
}

/// JSON pointers (RFC 6901) of every object in `value`.
fn objects(value: &Value, pointer: &str) -> Vec<String> {
    let within = |(key, inner): (String, &Value)| objects(inner, &format!("{pointer}/{key}"));
    match value {
        Value::Object(members) => std::iter::once(pointer.to_owned())
            .chain(
                members
                    .iter()
                    .map(|(key, inner)| (key.clone(), inner))
                    .flat_map(within),
            )
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(index, inner)| (index.to_string(), inner))
            .flat_map(within)
            .collect(),
        _ => Vec::new(),
    }
}

fn types(folder: &Path) -> BTreeMap<String, String> {
    fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap())
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, fs::read_to_string(entry.path()).unwrap())
        })
        .collect()
}
