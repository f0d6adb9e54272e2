//! The requests of the window, altered at random, through the functions that its commands call.

use std::sync::LazyLock;

use kundbok_core::attachments::{self, RemoveAttachment};
use kundbok_core::contacts::{self, EditContact, LogContact};
use kundbok_core::customers::{self, CustomerFields, CustomerId, EditCustomer, ListCustomers};
use kundbok_core::processing::business::{self, Business};
use kundbok_core::processing::policy::{self, ExportPolicy, GivePolicy};
use kundbok_core::processing::suppliers::agreement::{self, SupplierAgreement};
use kundbok_core::processing::suppliers::{
    self, EditSupplier, RemoveSupplier, SupplierFields, SupplierView,
};
use kundbok_core::purchases::{self, AddPurchase, EditPurchase};
use kundbok_core::register::{Action, Change, Connection, GenerationId, Register};
use kundbok_core::requests::handover::{self, HandOver, PrepareHandOver};
use kundbok_core::store::{self, digest};
use kundbok_core::{Error, Result};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::super::disk::Disk;
use super::super::scene::{Contents, Scene, now};
use super::super::{Outcome, Row, Share, Trials};
use super::{expect_untouched, mutate, run};
use crate::sample::{self, Chance};

/// Saves after which a block begins anew: the register must stay small.
const SAVES: u32 = 100;
/// Every so-maniest save is read back from the disk.
const READ_BACK: u32 = 10;
/// One in so many of the requests that make documents is carried out: they take long.
const DOCUMENTS: u64 = 100;

static SCENE: LazyLock<Scene> = LazyLock::new(|| Scene::new(2, 2));

/// A register that requests are sent to.
struct AtWork {
    disk: Disk,
    register: Register,
    memory: Memory,
    saves: u32,
}

impl AtWork {
    fn start() -> Self {
        let disk = SCENE.disk.copy();
        let register = SCENE.open(&disk).expect("the register");
        Self {
            disk,
            memory: memory(&register).expect("what it holds"),
            register,
            saves: 0,
        }
    }
}

/// A million requests.
pub fn requests(share: Share) -> Row {
    let trials = Trials::new("fuzzing: the requests of the window");
    run(trials, share.of(4_000, 1_000_000), AtWork::start, one)
}

/// What a request came to.
enum Came {
    /// It cannot be read as one.
    Unreadable,
    /// It was answered without a change.
    Read,
    /// It was saved.
    Saved,
    /// It was refused.
    Refused,
}

impl<T> From<Result<T>> for Came {
    fn from(result: Result<T>) -> Self {
        result.map_or(Self::Refused, |_| Self::Saved)
    }
}

fn one(work: &mut AtWork, chance: &mut Chance) -> Outcome {
    let said = |error: Error| error.to_string();
    let (command, seed) = chance.one_of(&SEEDS);
    let mut request = seed.clone();
    mutate::json(chance, &mut request);
    let carried_out = chance.below(DOCUMENTS) == 0;
    work.disk.watch(&[]);
    match send(&mut work.register, command, request, carried_out) {
        Came::Unreadable | Came::Read | Came::Refused => {
            if memory(&work.register).map_err(said)? != work.memory {
                return Err(format!("{command}: not saved, and memory is another"));
            }
            expect_untouched(&work.disk)
        }
        Came::Saved => {
            work.saves += 1;
            work.memory = memory(&work.register).map_err(said)?;
            if work.saves.is_multiple_of(READ_BACK) {
                let anew = SCENE.open(&work.disk.copy()).map_err(said)?;
                if memory(&anew).map_err(said)? != work.memory {
                    return Err(format!("{command}: saved, and the disk holds another"));
                }
            }
            if work.saves == SAVES {
                *work = AtWork::start();
            }
            Ok(())
        }
    }
}

/// What the register holds, of whom and by how many saves.
type Memory = (Contents, Business, Vec<SupplierView>, u32, u32);

fn memory(register: &Register) -> Result<Memory> {
    register.read(|connection| {
        let audited = connection.query_row("SELECT count(*) FROM audit", [], |row| row.get(0))?;
        Ok((
            digest::of_customers(connection)?,
            business::view(connection)?,
            suppliers::list(connection)?,
            store::register::find(connection)?.generation,
            audited,
        ))
    })
}

/// As the shell's commands do.
#[allow(clippy::too_many_lines)] // One arm for each command.
fn send(register: &mut Register, command: &str, request: Value, documents: bool) -> Came {
    match command {
        "list_customers" => read(request, |request: ListCustomers| {
            register.list(&request);
        }),
        "open_customer" => read(request, |id: CustomerId| {
            let _ = register.read(|connection| customers::view(connection, id));
        }),
        "add_customer" => write(
            register,
            Action::AddCustomer,
            request,
            |connection, fields: CustomerFields| {
                let id = customers::add(connection, now(), fields)?;
                viewed(connection, id)
            },
        ),
        "edit_customer" => write(
            register,
            Action::EditCustomer,
            request,
            |connection, request: EditCustomer| {
                let id = request.id;
                customers::edit(connection, now(), request)?;
                viewed(connection, id)
            },
        ),
        "add_purchase" => write(
            register,
            Action::AddPurchase,
            request,
            |connection, request: AddPurchase| {
                let id = request.customer_id;
                purchases::add(connection, now(), request)?;
                viewed(connection, id)
            },
        ),
        "edit_purchase" => write(
            register,
            Action::EditPurchase,
            request,
            |connection, request: EditPurchase| {
                let id = purchases::edit(connection, now(), request)?;
                viewed(connection, id)
            },
        ),
        "log_contact" => write(
            register,
            Action::LogContact,
            request,
            |connection, request: LogContact| {
                let id = request.customer_id;
                contacts::log(connection, now(), request)?;
                viewed(connection, id)
            },
        ),
        "remove_attachment" => write(
            register,
            Action::RemoveAttachment,
            request,
            |connection, request: RemoveAttachment| {
                let owner = attachments::remove(connection, request)?;
                Ok(Change::with(owner, ()))
            },
        ),
        "edit_contact" => write(
            register,
            Action::EditContact,
            request,
            |connection, request: EditContact| {
                let id = contacts::edit(connection, now(), request)?;
                viewed(connection, id)
            },
        ),
        "edit_business" => write(
            register,
            Action::EditBusiness,
            request,
            |connection, business: Business| {
                business::edit(connection, business)?;
                business::view(connection)?;
                Ok(Change::of_nobody(()))
            },
        ),
        "give_policy" => write(
            register,
            Action::GivePolicy,
            request,
            |connection, request: GivePolicy| {
                let id = request.customer_id;
                policy::give(connection, now(), &request)?;
                viewed(connection, id)
            },
        ),
        "add_supplier" => write(
            register,
            Action::AddSupplier,
            request,
            |connection, fields: SupplierFields| {
                let id = suppliers::add(connection, now(), fields)?;
                suppliers::view(connection, id)?;
                Ok(Change::of_nobody(()))
            },
        ),
        "edit_supplier" => write(
            register,
            Action::EditSupplier,
            request,
            |connection, request: EditSupplier| {
                let id = request.id;
                suppliers::edit(connection, now(), request)?;
                suppliers::view(connection, id)?;
                Ok(Change::of_nobody(()))
            },
        ),
        "remove_supplier" => write(
            register,
            Action::RemoveSupplier,
            request,
            |connection, request: RemoveSupplier| {
                suppliers::remove(connection, &request)?;
                Ok(Change::of_nobody(()))
            },
        ),
        "preview_agreement" => read(request, |request: SupplierAgreement| {
            if documents {
                let today = now().date_naive();
                let _ = register.read(|connection| agreement::preview(connection, today, &request));
            }
        }),
        "export_policy" => read(request, |request: ExportPolicy| {
            if documents {
                let _ = register.read(|connection| policy::export(connection, &request));
            }
        }),
        "prepare_hand_over" => read(request, |request: PrepareHandOver| {
            if documents {
                for locked in [false, true] {
                    let _ = register
                        .read(|connection| handover::prepare(connection, now(), &request, locked));
                }
            }
        }),
        "hand_over" => read(request, |request: HandOver| {
            if documents {
                let _ = crate::hand_over(register, now(), &request);
            }
        }),
        "compare" => read(request, |id: GenerationId| {
            let _ = register.compare(&id);
        }),
        "restore_generation" => match serde_json::from_value::<GenerationId>(request) {
            Ok(id) => register.restore_generation(&id, now()).into(),
            Err(_) => Came::Unreadable,
        },
        other => panic!("no such command: {other}"),
    }
}

fn read<R: DeserializeOwned>(request: Value, answer: impl FnOnce(R)) -> Came {
    match serde_json::from_value(request) {
        Ok(request) => {
            answer(request);
            Came::Read
        }
        Err(_) => Came::Unreadable,
    }
}

fn write<R: DeserializeOwned>(
    register: &mut Register,
    action: Action,
    request: Value,
    change: impl FnOnce(&Connection, R) -> Result<Change<()>>,
) -> Came {
    match serde_json::from_value(request) {
        Ok(request) => register
            .write(now(), action, |connection| change(connection, request))
            .into(),
        Err(_) => Came::Unreadable,
    }
}

fn viewed(connection: &Connection, id: CustomerId) -> Result<Change<()>> {
    customers::view(connection, id)?;
    Ok(Change::of(id, ()))
}

/// A good request of each command.
static SEEDS: LazyLock<Vec<(&'static str, Value)>> = LazyLock::new(|| {
    let elin = sample::elin();
    let customer = json!(elin.fields);
    let purchase = json!(elin.purchases[0]);
    let contact = json!(elin.contacts[0]);
    let supplier = json!(sample::suppliers()[0]);
    let generations = AtWork::start().register.generations().expect("generations");
    let generation = json!(generations[1].id);
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
        ("compare", generation.clone()),
        ("restore_generation", generation),
    ]
});
