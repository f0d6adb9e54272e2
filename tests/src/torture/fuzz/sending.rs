//! The functions of the core that answer the requests of the window.

use kundbok_core::attachments::{self, RemoveAttachment};
use kundbok_core::consents::{self, EditConsentText, GiveConsent, WithdrawConsent};
use kundbok_core::contacts::{self, EditContact, LogContact};
use kundbok_core::customers::{self, CustomerFields, CustomerId, EditCustomer, ListCustomers};
use kundbok_core::processing::activities::{
    self, ActivityId, AddActivity, AnswerQuestion, EditActivity,
};
use kundbok_core::processing::business::{self, Business};
use kundbok_core::processing::clauses::{
    self, AddClause, ClauseId, EditClause, LeaveOutClause, MoveClause,
};
use kundbok_core::processing::policy::{self, ExportPolicy, GivePolicy, PreviewClause};
use kundbok_core::processing::suppliers::agreement::{self, SupplierAgreement};
use kundbok_core::processing::suppliers::{self, EditSupplier, RemoveSupplier, SupplierFields};
use kundbok_core::purchases::{self, AddPurchase, EditPurchase};
use kundbok_core::register::{Action, Change, Connection, GenerationId, Register};
use kundbok_core::requests::handover::{self, HandOver, PrepareHandOver};
use kundbok_core::{Language, Result};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::super::scene::now;
/// What a request came to.
pub enum Came {
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

/// Sends a request to the function that its command calls.
#[allow(clippy::too_many_lines)] // One arm for each command.
pub fn send(register: &mut Register, command: &str, request: Value, documents: bool) -> Came {
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
        other => send_of_processing(register, other, request),
    }
}

/// Those of the map, the clauses and the consents.
fn send_of_processing(register: &mut Register, command: &str, request: Value) -> Came {
    match command {
        "answer_question" => changed(
            register,
            Action::EditMap,
            request,
            |connection, request: AnswerQuestion| activities::answer(connection, request),
        ),
        "add_activity" => changed(
            register,
            Action::EditMap,
            request,
            |connection, request: AddActivity| activities::add(connection, request).map(drop),
        ),
        "edit_activity" => changed(
            register,
            Action::EditMap,
            request,
            |connection, request: EditActivity| activities::edit(connection, request),
        ),
        "revert_activity" => changed(
            register,
            Action::EditMap,
            request,
            |connection, request: ActivityId| activities::revert(connection, request),
        ),
        "remove_activity" => changed(
            register,
            Action::EditMap,
            request,
            |connection, request: ActivityId| activities::remove(connection, request),
        ),
        "add_clause" => changed(
            register,
            Action::EditPolicy,
            request,
            |connection, request: AddClause| clauses::add(connection, request).map(drop),
        ),
        "edit_clause" => changed(
            register,
            Action::EditPolicy,
            request,
            |connection, request: EditClause| clauses::edit(connection, request),
        ),
        "revert_clause" => changed(
            register,
            Action::EditPolicy,
            request,
            |connection, request: ClauseId| clauses::revert(connection, request, Language::Sv),
        ),
        "move_clause" => changed(
            register,
            Action::EditPolicy,
            request,
            |connection, request: MoveClause| clauses::move_to(connection, request),
        ),
        "leave_out_clause" => changed(
            register,
            Action::EditPolicy,
            request,
            |connection, request: LeaveOutClause| clauses::leave_out(connection, request),
        ),
        "remove_clause" => changed(
            register,
            Action::EditPolicy,
            request,
            |connection, request: ClauseId| clauses::remove(connection, request),
        ),
        "give_consent" => changed(
            register,
            Action::GiveConsent,
            request,
            |connection, request: GiveConsent| {
                consents::give(connection, now(), &request).map(drop)
            },
        ),
        "withdraw_consent" => changed(
            register,
            Action::GiveConsent,
            request,
            |connection, request: WithdrawConsent| {
                consents::withdraw(connection, now(), &request).map(drop)
            },
        ),
        "edit_consent_text" => changed(
            register,
            Action::GiveConsent,
            request,
            |connection, request: EditConsentText| {
                consents::edit_text(connection, now().date_naive(), request).map(drop)
            },
        ),
        "preview_clause" => read(request, |request: PreviewClause| {
            let today = now().date_naive();
            let _ = register.read(|connection| policy::preview_clause(connection, today, request));
        }),
        other => panic!("no such command: {other}"),
    }
}

fn changed<R: DeserializeOwned>(
    register: &mut Register,
    action: Action,
    request: Value,
    change: impl FnOnce(&Connection, R) -> Result<()>,
) -> Came {
    write(register, action, request, |connection, request| {
        change(connection, request).map(Change::of_nobody)
    })
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
