//! Every request as the window sends it.

use kundbok_core::attachments::RemoveAttachment;
use kundbok_core::binder::SavePaper;
use kundbok_core::consents::{
    EditConsentText, ErasePhotos, GiveConsent, KeepNotes, PrintConsent, WithdrawConsent,
};
use kundbok_core::contacts::{EditContact, LogContact};
use kundbok_core::customers::{CustomerFields, EditCustomer, ListCustomers};
use kundbok_core::drafts::Draft;
use kundbok_core::exchange::import::{AdjustImport, ConfirmImport};
use kundbok_core::informed::GiveToMany;
use kundbok_core::informed::letters::SaveLetters;
use kundbok_core::processing::activities::{AddActivity, AnswerQuestion, EditActivity};
use kundbok_core::processing::business::Business;
use kundbok_core::processing::clauses::{AddClause, EditClause, LeaveOutClause, MoveClause};
use kundbok_core::processing::letter::WriteLetter;
use kundbok_core::processing::policy::{
    ExportPolicy, GivePolicy, KeepPolicyAddress, PreviewClause,
};
use kundbok_core::processing::suppliers::agreement::SupplierAgreement;
use kundbok_core::processing::suppliers::{EditSupplier, RemoveSupplier, SupplierFields};
use kundbok_core::purchases::{AddPurchase, EditPurchase};
use kundbok_core::register::{Chosen, GenerationId};
use kundbok_core::requests::handover::{HandOver, PrepareHandOver};
use kundbok_core::seen::Seen;
use kundbok_core::session::{SetUp, Settings};
use kundbok_tests::sample;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::to_json;

/// How a command reads its request.
pub type Read = fn(Value) -> Result<(), serde_json::Error>;

fn read<T: DeserializeOwned>(json: Value) -> Result<(), serde_json::Error> {
    serde_json::from_value::<T>(json).map(drop)
}

/// Every request as the window sends it.
pub fn requests() -> Vec<(&'static str, Value, Read)> {
    let mut requests = requests_of_customers();
    requests.extend(requests_of_processing());
    requests.extend(supplier_requests());
    requests.extend(requests_of_the_informed());
    requests
}

fn requests_of_processing() -> Vec<(&'static str, Value, Read)> {
    let activity = json!({
        "language": "sv",
        "facts": {
            "basis": "consent", "retention": "untilWithdrawn", "need": "voluntary",
            "categories": ["photo"], "subjects": ["guest"], "places": ["phone"], "alone": ["phone"],
        },
        "texts": {
            "name": "n", "purpose": "p", "data": "", "interest": "", "necessity": "", "balance": "",
        },
        "suppliers": [1],
    });
    let clause = json!({ "heading": "h", "text": "t" });
    vec![
        (
            "AnswerQuestion",
            json!({ "id": 1, "answer": true }),
            read::<AnswerQuestion>,
        ),
        ("AddActivity", activity.clone(), read::<AddActivity>),
        (
            "EditActivity",
            json!({ "id": 1, "language": activity["language"], "facts": activity["facts"], "texts": activity["texts"], "suppliers": [1] }),
            read::<EditActivity>,
        ),
        (
            "AddClause",
            json!({ "language": "sv", "content": clause }),
            read::<AddClause>,
        ),
        (
            "EditClause",
            json!({ "id": 1, "language": "sv", "content": clause }),
            read::<EditClause>,
        ),
        (
            "PreviewClause",
            json!({ "id": 1, "language": "sv", "content": clause }),
            read::<PreviewClause>,
        ),
        (
            "WriteLetter",
            json!({ "customerId": 1, "language": "da" }),
            read::<WriteLetter>,
        ),
        (
            "MoveClause",
            json!({ "id": 1, "before": 2 }),
            read::<MoveClause>,
        ),
        (
            "LeaveOutClause",
            json!({ "id": 1, "isLeftOut": true }),
            read::<LeaveOutClause>,
        ),
        (
            "SavePaper",
            json!({ "paper": "retention", "language": "da" }),
            read::<SavePaper>,
        ),
    ]
}

/// Those about who was informed, and who said yes.
fn requests_of_the_informed() -> Vec<(&'static str, Value, Read)> {
    vec![
        (
            "GiveToMany",
            json!({ "customers": [1, 2], "version": 1, "givenOn": "2026-11-20", "channel": "link" }),
            read::<GiveToMany>,
        ),
        (
            "SaveLetters",
            json!({ "customers": [1], "language": "sv", "together": true }),
            read::<SaveLetters>,
        ),
        (
            "EditConsentText",
            json!({ "to": "newsletter", "texts": { "sv": "s", "da": "d", "en": "e" } }),
            read::<EditConsentText>,
        ),
        (
            "PrintConsent",
            json!({ "to": "photo", "version": 1, "language": "en", "customerId": null }),
            read::<PrintConsent>,
        ),
        (
            "GiveConsent",
            json!({
                "customerId": 1, "to": "skinAdvice", "version": 1, "language": "sv",
                "givenOn": "2026-11-20", "how": "paper", "paper": 1,
            }),
            read::<GiveConsent>,
        ),
        (
            "WithdrawConsent",
            json!({
                "customerId": 1, "to": "messaging", "withdrawnOn": "2026-11-20",
                "how": "spoken",
            }),
            read::<WithdrawConsent>,
        ),
        (
            "KeepNotes",
            json!({ "customerId": 1, "because": "b" }),
            read::<KeepNotes>,
        ),
        (
            "ErasePhotos",
            json!({ "customerId": 1, "photos": [1, 2] }),
            read::<ErasePhotos>,
        ),
    ]
}

/// Those about suppliers.
fn supplier_requests() -> Vec<(&'static str, Value, Read)> {
    let supplier = to_json(&sample::suppliers()[0]);
    vec![
        ("SupplierFields", supplier.clone(), read::<SupplierFields>),
        (
            "EditSupplier",
            json!({ "id": 1, "fields": supplier }),
            read::<EditSupplier>,
        ),
        ("RemoveSupplier", json!({ "id": 1 }), read::<RemoveSupplier>),
        (
            "Chosen",
            json!({ "customers": [1], "entries": [{ "table": "clause", "id": 2, "mark": "" }] }),
            read::<Chosen>,
        ),
        ("Seen", json!({ "mark": "m", "digest": "d" }), read::<Seen>),
        (
            "SupplierAgreement",
            json!({ "id": 1, "language": "da" }),
            read::<SupplierAgreement>,
        ),
    ]
}

fn requests_of_customers() -> Vec<(&'static str, Value, Read)> {
    let elin = sample::elin();
    let fields = to_json(&elin.fields);
    let purchase = to_json(&elin.purchases[0]);
    let contact = to_json(&elin.contacts[0]);
    let business = to_json(&sample::business());
    let prepared = json!({ "customerId": 1, "language": "sv", "keep": [0] });
    let mut requests: Vec<(&'static str, Value, Read)> = vec![
        (
            "SetUp",
            json!({ "business": business, "passphrase": "x" }),
            read::<SetUp>,
        ),
        (
            "Settings",
            json!({ "language": "da", "theme": "dark", "textSize": 125, "lockAfter": 900, "backupAfter": 30 }),
            read::<Settings>,
        ),
        (
            "GenerationId",
            json!({ "number": 3, "digest": "0123abcd" }),
            read::<GenerationId>,
        ),
        ("Business", business.clone(), read::<Business>),
        (
            "Draft",
            json!({ "form": "#/customers/new", "content": "{}" }),
            read::<Draft>,
        ),
        (
            "ListCustomers",
            json!({ "query": "", "sort": "latestPurchase", "offset": 0, "limit": 100, "placeOf": 1 }),
            read::<ListCustomers>,
        ),
        ("CustomerFields", fields.clone(), read::<CustomerFields>),
        (
            "EditCustomer",
            json!({ "id": 1, "fields": fields }),
            read::<EditCustomer>,
        ),
        (
            "AddPurchase",
            json!({ "customerId": 1, "fields": purchase }),
            read::<AddPurchase>,
        ),
        (
            "EditPurchase",
            json!({ "id": 1, "fields": purchase }),
            read::<EditPurchase>,
        ),
        (
            "LogContact",
            json!({ "customerId": 1, "fields": contact }),
            read::<LogContact>,
        ),
        (
            "EditContact",
            json!({ "id": 1, "fields": contact }),
            read::<EditContact>,
        ),
        (
            "RemoveAttachment",
            json!({ "id": 1 }),
            read::<RemoveAttachment>,
        ),
        (
            "AdjustImport",
            json!({ "targets": ["givenName", "ignore"], "dateOrder": "dayMonthYear" }),
            read::<AdjustImport>,
        ),
        (
            "ConfirmImport",
            json!({ "source": "import", "sourceDetail": "" }),
            read::<ConfirmImport>,
        ),
        ("PrepareHandOver", prepared.clone(), read::<PrepareHandOver>),
        (
            "HandOver",
            json!({ "prepared": prepared, "password": null }),
            read::<HandOver>,
        ),
        (
            "ExportPolicy",
            json!({ "version": 1, "language": "en", "format": "html" }),
            read::<ExportPolicy>,
        ),
        (
            "KeepPolicyAddress",
            json!({ "address": "https://angenshudvard.example/integritet" }),
            read::<KeepPolicyAddress>,
        ),
        (
            "GivePolicy",
            json!({ "customerId": 1, "version": 1, "givenOn": "2026-11-20", "channel": "sms" }),
            read::<GivePolicy>,
        ),
    ];
    requests.extend(supplier_requests());
    requests
}
