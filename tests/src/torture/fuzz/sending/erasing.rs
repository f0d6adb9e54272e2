//! Requests by which something is erased.

use kundbok_core::consents::{self, ErasePhotos};
use kundbok_core::customers::CustomerId;
use kundbok_core::register::{Action, Change, Register};
use kundbok_core::retention::{self, EraseCustomers};
use serde_json::Value;

use super::super::super::scene::now;
use super::{Came, write};

/// Sends one of them.
pub fn send(register: &mut Register, command: &str, request: &Value) -> Option<Came> {
    Some(match command {
        "erase_notes" => write(
            register,
            Action::EraseNotes,
            request,
            |connection, id: CustomerId| {
                consents::erase_notes(connection, id)?;
                Ok(Change::of(id, ()))
            },
        ),
        "erase_purchases" => write(
            register,
            Action::ErasePurchases,
            request,
            |connection, (): ()| {
                let about = retention::erase_purchases(connection, now().date_naive())?;
                Ok(Change::of_all(about, ()))
            },
        ),
        "erase_customers" => write(
            register,
            Action::EraseCustomers,
            request,
            |connection, request: EraseCustomers| {
                let today = now().date_naive();
                let erased = retention::erase_customers(connection, today, &request)?;
                Ok(Change {
                    value: (),
                    about: erased.kept,
                    gone: erased.gone,
                })
            },
        ),
        "erase_photos" => write(
            register,
            Action::RemoveAttachment,
            request,
            |connection, request: ErasePhotos| {
                consents::erase_photos(connection, &request)?;
                Ok(Change::of(request.customer_id, ()))
            },
        ),
        _ => return None,
    })
}
