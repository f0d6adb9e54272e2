//! The wire contract: what the core says and what the window understands are the same, and the
//! window may do no more than it must.

mod fuzzed;
mod requests;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use kundbok_core::attachments::{Owner, RemoveAttachment};
use kundbok_core::binder::{BinderProgress, Paper, PaperPreview, SavePaper};
use kundbok_core::consents::{
    ConsentUse, CustomerConsents, EditConsentText, ErasePhotos, GiveConsent, KeepNotes,
    PrintConsent, WithdrawConsent,
};
use kundbok_core::contacts::{EditContact, LogContact};
use kundbok_core::customers::{
    CustomerFields, CustomerList, CustomerView, EditCustomer, ListCustomers,
};
use kundbok_core::drafts::Draft;
use kundbok_core::exchange::import::{AdjustImport, ConfirmImport, ImportDone, ImportPreview};
use kundbok_core::informed::letters::{LettersProgress, SaveLetters};
use kundbok_core::informed::{GiveToMany, Informed};
use kundbok_core::inventory::{Kind, TABLES};
use kundbok_core::processing::activities::{
    ActivityMap, AddActivity, AnswerQuestion, EditActivity,
};
use kundbok_core::processing::business::Business;
use kundbok_core::processing::clauses::{AddClause, EditClause, LeaveOutClause, MoveClause};
use kundbok_core::processing::drift::Drift;
use kundbok_core::processing::letter::WriteLetter;
use kundbok_core::processing::policy::{
    ExportPolicy, GivePolicy, KeepPolicyAddress, PolicyPreview, PreviewClause,
};
use kundbok_core::processing::suppliers::agreement::{AgreementPreview, SupplierAgreement};
use kundbok_core::processing::suppliers::presets::SupplierPreset;
use kundbok_core::processing::suppliers::uses::SupplierUses;
use kundbok_core::processing::suppliers::{
    EditSupplier, RemoveSupplier, SupplierFields, SupplierView,
};
use kundbok_core::purchases::{AddPurchase, EditPurchase};
use kundbok_core::register::{Chosen, Differences, GenerationView, Resealed};
use kundbok_core::requests::handover::{HandOver, HandOverPreview, HandedOver, PrepareHandOver};
use kundbok_core::retention::EraseCustomers;
use kundbok_core::seen::Seen;
use kundbok_core::session::{
    BackedUp, News, RecoverySheet, Safety, Saved, SetUp, Settings, Start, Strength, Unlocked,
};
use kundbok_core::{Code, Invalid, Language, Rule};
use serde::Serialize;
use serde_json::{Value, json};
use ts_rs::{Config, TS};

use self::requests::requests;

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn text_of(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files of a folder by name.
fn files(folder: &Path) -> BTreeMap<String, String> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            (name, fs::read_to_string(entry.path()).unwrap())
        })
        .collect()
}

/// Writes what the commands take and answer, with every type in it.
macro_rules! export {
    ($config:expr; $($type:ty),+ $(,)?) => { $(<$type>::export_all($config).unwrap();)+ };
}

#[test]
fn the_windows_types_are_the_cores() {
    let folder = tempfile::tempdir().unwrap();
    let config = Config::new().with_out_dir(folder.path());
    export!(&config;
        Code, Invalid, Rule, Language,
        Start, SetUp, Settings, Strength, RecoverySheet, Saved<CustomerView>, Unlocked, News, Safety, BackedUp, Resealed,
        GenerationView, Differences, Chosen, Seen,
        Business, Draft,
        ListCustomers, CustomerList, CustomerFields, EditCustomer,
        AddPurchase, EditPurchase, LogContact, EditContact, RemoveAttachment, Owner,
        ImportPreview, AdjustImport, ConfirmImport, ImportDone,
        PrepareHandOver, HandOverPreview, HandOver, HandedOver,
        Drift, ActivityMap, AnswerQuestion, AddActivity, EditActivity,
        AddClause, EditClause, MoveClause, LeaveOutClause,
        PolicyPreview, PreviewClause, ExportPolicy, GivePolicy, WriteLetter, KeepPolicyAddress,
        SupplierView, SupplierFields, EditSupplier, RemoveSupplier, SupplierPreset, SupplierUses,
        SupplierAgreement, AgreementPreview,
        Paper, PaperPreview, SavePaper, BinderProgress,
        Informed, GiveToMany, SaveLetters, LettersProgress,
        ConsentUse, CustomerConsents, EditConsentText, PrintConsent, GiveConsent, WithdrawConsent, KeepNotes, ErasePhotos,
        EraseCustomers,
    );
    let core = files(folder.path());
    let window = files(&repository().join("ui/src/api/types"));
    let names = |files: &BTreeMap<String, String>| files.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(names(&core), names(&window));
    for (name, type_of_core) in core {
        assert_eq!(type_of_core, window[&name], "{name} is out of date");
    }
}

fn to_json(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

/// Every way to an object within `json`, and to every value in it.
fn paths(json: &Value, path: &str, objects: &mut Vec<String>, values: &mut Vec<String>) {
    match json {
        Value::Object(fields) => {
            objects.push(path.to_owned());
            for (name, value) in fields {
                paths(value, &format!("{path}/{name}"), objects, values);
            }
        }
        Value::Array(entries) => {
            for (index, value) in entries.iter().enumerate() {
                paths(value, &format!("{path}/{index}"), objects, values);
            }
        }
        _ => {}
    }
    values.push(path.to_owned());
}

#[test]
fn a_request_with_an_unknown_field_or_a_wrong_type_is_refused() {
    for (name, request, read) in requests() {
        read(request.clone()).unwrap_or_else(|error| panic!("{name}: {error}"));
        let (mut objects, mut values) = (Vec::new(), Vec::new());
        paths(&request, "", &mut objects, &mut values);
        for path in objects {
            let mut unknown = request.clone();
            unknown.pointer_mut(&path).unwrap()["isAdmin"] = true.into();
            assert!(
                read(unknown).is_err(),
                "{name}{path} takes an unknown field"
            );
        }
        for path in values {
            let mut wrong = request.clone();
            let place = wrong.pointer_mut(&path).unwrap();
            let other = if place.is_boolean() {
                json!(1)
            } else {
                true.into()
            };
            *place = other.clone();
            assert!(read(wrong).is_err(), "{name}{path} takes {other}");
        }
    }
}

#[test]
fn a_request_with_a_word_or_number_that_is_none_is_refused() {
    let refused = |name: &str, path: &str, value: Value| {
        let (_, mut request, read) = requests()
            .into_iter()
            .find(|(found, ..)| *found == name)
            .unwrap();
        *request.pointer_mut(path).unwrap() = value.clone();
        assert!(read(request).is_err(), "{name}{path} takes {value}");
    };
    refused("ListCustomers", "/sort", json!("Name"));
    refused("ListCustomers", "/limit", json!(-1));
    refused("ListCustomers", "/offset", json!(4_294_967_296_u64));
    refused("EditCustomer", "/id", json!(1.5));
    refused("CustomerFields", "/source", json!("person"));
    refused("Business", "/country", json!("NO"));
    refused("GivePolicy", "/givenOn", json!("2026-02-30"));
    refused("GivePolicy", "/channel", json!("fax"));
    refused("ExportPolicy", "/language", json!("fi"));
    refused("SupplierFields", "/roles/0/role", json!("recipient"));
    refused("SupplierFields", "/terms/0", json!("Subject"));
    refused("SavePaper", "/paper", json!("policy"));
    refused("AddPurchase", "/fields/lines/0/unitPrice", json!("249,00"));
}

/// The words of a closed list, as its type in the window tells them.
fn words_of(type_name: &str) -> Vec<String> {
    let source = text_of(&format!("ui/src/api/types/{type_name}.ts"));
    let union = source.split_once(" = ").unwrap().1;
    let words: Vec<String> = union
        .trim_end()
        .trim_end_matches(';')
        .split('|')
        .map(|word| word.trim().trim_matches('"').to_owned())
        .collect();
    assert!(words.len() > 10, "{words:?}");
    words
}

#[test]
fn codes_and_rules_go_over_the_bridge_in_camel_case() {
    assert_eq!(to_json(&Code::WrongPassphrase), "wrongPassphrase");
    assert_eq!(to_json(&Code::VaultTooNew), "vaultTooNew");
    assert_eq!(to_json(&Rule::UnclosedQuote), "unclosedQuote");
    assert_eq!(
        to_json(&Invalid::new("phones.0.number", Rule::TooLong)),
        json!({ "field": "phones.0.number", "rule": "tooLong" })
    );
    for word in [words_of("Code"), words_of("Rule")].concat() {
        let is_camel_case = word.starts_with(|letter: char| letter.is_ascii_lowercase())
            && word.chars().all(|letter| letter.is_ascii_alphabetic());
        assert!(is_camel_case, "{word}");
    }
}

#[test]
fn every_code_and_rule_has_words_in_every_language() {
    for language in Language::ALL {
        let path = format!("assets/locales/{}/errors.ftl", language.tag());
        let source = text_of(&path);
        let messages: BTreeMap<&str, &str> = source
            .lines()
            .filter_map(|line| line.split_once(" = "))
            .map(|(key, words)| (key, words.trim()))
            .collect();
        let codes = words_of("Code");
        let codes = codes
            .iter()
            .flat_map(|code| [format!("error-{code}"), format!("error-{code}-body")]);
        let rules = words_of("Rule");
        let rules = rules
            .iter()
            .flat_map(|rule| [format!("rule-{rule}"), format!("reason-{rule}")]);
        let wanted: BTreeSet<String> = codes.chain(rules).collect();
        for key in &wanted {
            let words = messages.get(key.as_str()).copied().unwrap_or_default();
            assert!(!words.is_empty(), "{path}: {key}");
        }
        for key in messages.keys() {
            assert!(wanted.contains(*key), "{path}: {key} is no code or rule");
        }
    }
}

#[test]
fn every_text_in_which_others_may_stand_is_named_in_every_language() {
    let texts = TABLES.iter().flat_map(|table| {
        let columns = table.columns.iter();
        let texts = columns.filter(|column| column.kind == Kind::FreeText);
        texts.map(|column| format!("mention-in-{}-{}", table.name, column.name).replace('_', "-"))
    });
    let wanted: BTreeSet<String> = texts.collect();
    assert!(wanted.contains("mention-in-customer-notes"), "{wanted:?}");
    for language in Language::ALL {
        let path = format!("assets/locales/{}/handover.ftl", language.tag());
        let source = text_of(&path);
        let named: BTreeSet<String> = source
            .lines()
            .filter_map(|line| line.split_once(" = "))
            .filter(|(key, words)| key.starts_with("mention-in-") && !words.trim().is_empty())
            .map(|(key, _)| key.to_owned())
            .collect();
        assert_eq!(named, wanted, "{path}");
    }
}

#[test]
fn the_window_may_do_no_more_than_it_must() {
    let configuration: Value = serde_json::from_str(&text_of("src-tauri/tauri.conf.json")).unwrap();
    let app = &configuration["app"];
    assert_eq!(app["withGlobalTauri"], false);
    let security = &app["security"];
    assert_eq!(
        security["csp"],
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
         font-src 'self'; connect-src ipc: http://ipc.localhost; base-uri 'none'; form-action 'none'"
    );
    assert_eq!(security["freezePrototype"], true);
    assert_eq!(security["capabilities"], json!(["main"]));
    // A policy for development, or one that is switched off, would undo the one above.
    for key in [
        "devCsp",
        "dangerousDisableAssetCspModification",
        "assetProtocol",
    ] {
        assert!(security[key].is_null(), "{key}");
    }
    let windows = app["windows"].as_array().unwrap();
    assert_eq!(windows.len(), 1);
    assert_eq!(windows[0]["incognito"], true);
    assert_eq!(windows[0]["generalAutofillEnabled"], false);
    assert!(windows[0]["devtools"].as_bool() != Some(true));
    assert!(windows[0]["url"].is_null());
    let build = &configuration["build"];
    assert_eq!(build["removeUnusedCommands"], true);
    assert!(build["devUrl"].is_null());

    let capabilities = files(&repository().join("src-tauri/capabilities"));
    assert_eq!(capabilities.len(), 1);
    let main: Value = serde_json::from_str(&capabilities["main.json"]).unwrap();
    assert_eq!(main["windows"], json!(["main"]));
    assert_eq!(main["permissions"], json!([]));
    assert!(main["remote"].is_null());
}
