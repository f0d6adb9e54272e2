//! The functions of the core that answer the requests of the window.

mod consenting;
mod erasing;
mod keeping;
mod papers;
mod processing;

use kundbok_core::attachments::{self, Owner, RemoveAttachment};
use kundbok_core::contacts::{self, EditContact, LogContact};
use kundbok_core::customers::{self, CustomerFields, CustomerId, EditCustomer, ListCustomers};
use kundbok_core::drafts::Draft;
use kundbok_core::processing::business::{self, Business};
use kundbok_core::processing::suppliers::{self, EditSupplier, RemoveSupplier, SupplierFields};
use kundbok_core::purchases::{self, AddPurchase, EditPurchase};
use kundbok_core::register::{Action, Change, Chosen, Connection, GenerationId, Register};
use kundbok_core::session::Settings;
use kundbok_core::vault::RecoveryKey;
use kundbok_core::{Error, Language, Result, passphrases};
use serde::de::DeserializeOwned;
use serde_json::Value;

pub use self::keeping::Drafts;
use super::super::scene::now;

/// What a request came to.
#[derive(Debug)]
pub enum Came {
    /// It cannot be read as one.
    Unreadable,
    /// It was answered without a change.
    Read,
    /// It was saved.
    Saved,
    /// It was refused.
    Refused(Error),
}

impl<T> From<Result<T>> for Came {
    fn from(result: Result<T>) -> Self {
        result.map_or_else(Self::Refused, |_| Self::Saved)
    }
}

/// Sends a request to the function that its command calls.
#[allow(clippy::too_many_lines)] // One arm for each command.
pub fn send(
    register: &mut Register,
    drafts: &Drafts,
    command: &str,
    request: &Value,
    documents: bool,
) -> Came {
    match command {
        "list_customers" => read(
            request,
            |request: ListCustomers| Ok(register.list(&request)),
        ),
        "open_customer" => read(request, |id: CustomerId| {
            register.read(|connection| customers::view(connection, id))
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
        "compare_generation" => read(request, |id: GenerationId| register.compare(&id)),
        "restore_generation" => with(request, |id: GenerationId| {
            register.restore_generation(&id, now()).into()
        }),
        "take_over" => with(request, |(id, chosen): (GenerationId, Chosen)| {
            register.take_over(&id, chosen, now()).into()
        }),
        "test_recovery_key" => with(request, |text: String| {
            RecoveryKey::read(&text)
                .and_then(|key| register.test_recovery_key(&key, now()))
                .into()
        }),
        "add_attachment" => with(request, |owner: Owner| {
            keeping::attach(register, owner).into()
        }),
        "save_attachment" => read(request, |id: u32| {
            register.read(|connection| {
                let row = register.attachment(id)?;
                attachments::copy_name(connection, &row, Language::Da)
            })
        }),
        "measure_passphrase" => read(request, |text: String| {
            Ok(passphrases::strength(&text, Language::Sv))
        }),
        // Which values are offered is known to the program round the core, and tried there.
        "change_settings" => read(request, |settings: Settings| {
            register.set_language(settings.language)
        }),
        "keep_draft" => with(request, |draft: Draft| drafts.keep(&draft)),
        other => processing::send(register, other, request)
            .or_else(|| consenting::send(register, other, request))
            .or_else(|| erasing::send(register, other, request))
            .or_else(|| papers::send(register, other, request, documents))
            .unwrap_or_else(|| panic!("no such command: {other}")),
    }
}

fn changed<R: DeserializeOwned>(
    register: &mut Register,
    action: Action,
    request: &Value,
    change: impl FnOnce(&Connection, R) -> Result<()>,
) -> Came {
    write(register, action, request, |connection, request| {
        change(connection, request).map(Change::of_nobody)
    })
}

fn write<R: DeserializeOwned>(
    register: &mut Register,
    action: Action,
    request: &Value,
    change: impl FnOnce(&Connection, R) -> Result<Change<()>>,
) -> Came {
    with(request, |request| {
        register
            .write(now(), action, |connection| change(connection, request))
            .into()
    })
}

fn read<R: DeserializeOwned, T>(request: &Value, answer: impl FnOnce(R) -> Result<T>) -> Came {
    with(request, |request| {
        answer(request).map_or_else(Came::Refused, |_| Came::Read)
    })
}

fn with<R: DeserializeOwned>(request: &Value, act: impl FnOnce(R) -> Came) -> Came {
    R::deserialize(request).map_or(Came::Unreadable, act)
}

fn viewed(connection: &Connection, id: CustomerId) -> Result<Change<()>> {
    customers::view(connection, id)?;
    Ok(Change::of(id, ()))
}
