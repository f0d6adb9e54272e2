//! A good request of each command of the window, to be altered.

use kundbok_core::register::Register;
use kundbok_core::vault::RecoveryKey;
use secrecy::ExposeSecret;
use serde_json::{Value, json};

use crate::sample;

/// A good request of each command.
pub fn seeds(register: &Register, recovery: &RecoveryKey) -> Vec<(&'static str, Value)> {
    let elin = sample::elin();
    let customer = json!(elin.fields);
    let purchase = json!(elin.purchases[0]);
    let contact = json!(elin.contacts[0]);
    let supplier = json!(sample::suppliers()[0]);
    let generations = register.generations().expect("generations");
    let generation = json!(generations[1].id);
    let activity = activity();
    let (facts, texts) = (&activity["facts"], &activity["texts"]);
    let clause = clause();
    let mut seeds = vec![
        (
            "list_customers",
            json!({ "query": "el", "sort": "name", "offset": 0, "limit": 100, "placeOf": 1 }),
        ),
        ("open_customer", json!(1)),
        ("add_customer", customer.clone()),
        ("edit_customer", json!({ "id": 1, "fields": customer })),
        (
            "add_purchase",
            json!({ "customerId": 1, "fields": purchase }),
        ),
        ("edit_purchase", json!({ "id": 1, "fields": purchase })),
        ("log_contact", json!({ "customerId": 1, "fields": contact })),
        ("edit_contact", json!({ "id": 1, "fields": contact })),
        ("remove_attachment", json!({ "id": 1 })),
        ("edit_business", json!(sample::business())),
        (
            "give_policy",
            json!({ "customerId": 1, "version": 1, "givenOn": "2026-11-20", "channel": "email" }),
        ),
        ("add_supplier", supplier.clone()),
        ("edit_supplier", json!({ "id": 1, "fields": supplier })),
        ("remove_supplier", json!({ "id": 1 })),
        ("preview_agreement", json!({ "id": 1, "language": "sv" })),
        (
            "export_policy",
            json!({ "version": 1, "language": "sv", "format": "html" }),
        ),
        (
            "prepare_hand_over",
            json!([{ "customerId": 1, "language": "sv", "keep": [] }, false]),
        ),
        (
            "hand_over",
            json!({ "prepared": { "customerId": 1, "language": "da", "keep": [1] }, "password": null }),
        ),
        ("answer_question", json!({ "id": 1, "answer": true })),
        ("add_activity", activity.clone()),
        (
            "edit_activity",
            json!({ "id": 13, "language": "da", "facts": facts, "texts": texts, "suppliers": null }),
        ),
        ("revert_activity", json!(3)),
        ("remove_activity", json!(13)),
        ("add_clause", json!({ "language": "sv", "content": clause })),
        (
            "edit_clause",
            json!({ "id": 2, "language": "sv", "content": clause }),
        ),
        (
            "preview_clause",
            json!({ "id": 2, "language": "en", "content": clause }),
        ),
        ("revert_clause", json!(2)),
        ("move_clause", json!({ "id": 3, "before": 2 })),
        ("leave_out_clause", json!({ "id": 3, "isLeftOut": true })),
        ("remove_clause", json!(17)),
        ("compare_generation", generation.clone()),
        ("restore_generation", generation.clone()),
        (
            "take_over",
            json!([generation, { "customers": [1], "entries": [] }]),
        ),
        ("test_recovery_key", json!(recovery.text().expose_secret())),
        ("measure_passphrase", json!(sample::PASSPHRASE)),
        (
            "change_settings",
            json!({ "language": "da", "theme": "dark", "textSize": 125, "lockAfter": 900, "backupAfter": 30 }),
        ),
        (
            "keep_draft",
            json!({ "form": "#/customers/new", "content": "{}" }),
        ),
        ("add_attachment", json!({ "kind": "customer", "id": 1 })),
        ("save_attachment", json!(1)),
        ("adopt_policy", json!(null)),
        (
            "keep_policy_address",
            json!({ "address": "https://angenshudvard.example/integritet" }),
        ),
    ];
    seeds.extend(seeds_of_papers());
    seeds.extend(seeds_of_people());
    seeds
}

/// Those that are answered with papers alone.
fn seeds_of_papers() -> Vec<(&'static str, Value)> {
    vec![
        ("export_agreement", json!({ "id": 1, "language": "da" })),
        ("copy_agreement_mail", json!({ "id": 1, "language": "en" })),
        (
            "preview_paper",
            json!({ "paper": "retention", "language": "da" }),
        ),
        ("save_paper", json!({ "paper": "record", "language": "sv" })),
    ]
}

/// Those about who was informed, and who said yes.
fn seeds_of_people() -> Vec<(&'static str, Value)> {
    vec![
        (
            "give_to_many",
            json!({ "customers": [1, 2], "version": 1, "givenOn": "2026-11-20", "channel": "link" }),
        ),
        ("take_back_given", json!([1])),
        ("save_letter", json!({ "customerId": 3, "language": "sv" })),
        (
            "save_letters",
            json!({ "customers": [3], "language": "sv", "together": true }),
        ),
        (
            "print_consent",
            json!({ "to": "photo", "version": 1, "language": "en", "customerId": 1 }),
        ),
        ("customer_consents", json!([1, "da"])),
        (
            "give_consent",
            json!({ "customerId": 2, "to": "newsletter", "version": null, "language": "sv", "givenOn": "2026-11-20", "how": "spoken", "paper": null }),
        ),
        (
            "withdraw_consent",
            json!({ "customerId": 1, "to": "newsletter", "withdrawnOn": "2026-11-20", "how": "email" }),
        ),
        ("undo_consent", json!(2)),
        (
            "keep_notes",
            json!({ "customerId": 1, "because": "Reklamation som inte är avslutad" }),
        ),
        ("follow_consent", json!([2, true])),
        ("erase_notes", json!(1)),
        ("erase_purchases", Value::Null),
        ("erase_customers", json!({ "customers": [4] })),
        ("erase_photos", json!({ "customerId": 1, "photos": [2] })),
        (
            "edit_consent_text",
            json!({ "to": "photo", "texts": { "sv": "Får jag?", "da": "Må jeg?", "en": "May I?" } }),
        ),
    ]
}

/// A use of her own.
pub fn activity() -> Value {
    json!({
        "language": "sv",
        "facts": {
            "basis": "consent", "retention": "untilWithdrawn", "need": "voluntary",
            "categories": ["photo"], "subjects": ["guest"], "places": ["phone"], "alone": [],
        },
        "texts": {
            "name": "n", "purpose": "p", "data": "", "interest": "i", "necessity": "n",
            "balance": "b",
        },
        "suppliers": [1],
    })
}

/// What a clause of her own says.
pub fn clause() -> Value {
    json!({ "heading": "Vem", "text": "Jag heter {{ business.owner }}." })
}
