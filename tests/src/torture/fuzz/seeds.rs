//! A good request of each command of the window, to be altered.

use kundbok_core::register::Register;
use serde_json::{Value, json};

use crate::sample;

/// A good request of each command.
pub fn seeds(register: &Register) -> Vec<(&'static str, Value)> {
    let elin = sample::elin();
    let customer = json!(elin.fields);
    let purchase = json!(elin.purchases[0]);
    let contact = json!(elin.contacts[0]);
    let supplier = json!(sample::suppliers()[0]);
    let generations = register.generations().expect("generations");
    let generation = json!(generations[1].id);
    let activity = json!({
        "basis": "consent", "retention": "untilWithdrawn", "need": "voluntary",
        "categories": ["photo"], "subjects": ["guest"], "places": ["phone"], "alone": [],
    });
    let texts = json!({
        "name": "n", "purpose": "p", "data": "", "interest": "", "necessity": "", "balance": "",
    });
    let clause = json!({ "heading": "Vem", "text": "Jag heter {{ owner }}." });
    vec![
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
        ("export_policy", json!({ "version": 1, "language": "sv" })),
        (
            "prepare_hand_over",
            json!({ "customerId": 1, "language": "sv", "keep": [] }),
        ),
        (
            "hand_over",
            json!({ "prepared": { "customerId": 1, "language": "da", "keep": [1] }, "password": null }),
        ),
        ("answer_question", json!({ "id": 1, "answer": true })),
        (
            "add_activity",
            json!({ "language": "sv", "facts": activity, "texts": texts, "suppliers": [1] }),
        ),
        (
            "edit_activity",
            json!({ "id": 3, "language": "da", "facts": activity, "texts": texts, "suppliers": null }),
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
        ("remove_clause", json!(15)),
        (
            "give_consent",
            json!({ "customerId": 1, "purpose": "newsletter", "version": null, "language": "sv", "givenOn": "2026-11-20", "how": "spoken", "paper": null }),
        ),
        (
            "withdraw_consent",
            json!({ "customerId": 1, "purpose": "newsletter", "withdrawnOn": "2026-11-20", "how": "email" }),
        ),
        (
            "edit_consent_text",
            json!({ "purpose": "photo", "texts": { "sv": "Får jag?", "da": "Må jeg?", "en": "May I?" } }),
        ),
        ("compare", generation.clone()),
        ("restore_generation", generation),
    ]
}
