//! What the good requests are about.

use chrono::Months;
use kundbok_core::consents::{self, GiveConsent, How, WithdrawConsent};
use kundbok_core::contacts::{self, Channel, LogContact};
use kundbok_core::customers::{self, CustomerFields, CustomerId, Source};
use kundbok_core::informed::{self, GiveToMany};
use kundbok_core::inventory::Purpose;
use kundbok_core::processing::activities;
use kundbok_core::processing::clauses;
use kundbok_core::processing::policy;
use kundbok_core::purchases::{self, AddPurchase, PurchaseFields};
use kundbok_core::register::{Action, Change, Register};
use kundbok_core::{Language, Result};

use super::super::scene::{SHE, edit, now};
use super::seeds::{activity, clause};
use crate::sample::{self, LAST_DAY};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// She who came by a hostess.
const GUEST: CustomerId = CustomerId(3);

/// Puts it into a register of two customers.
///
/// # Errors
/// Those of the rules.
pub fn set(register: &mut Register) -> Result<()> {
    edit(
        register,
        now(),
        "Vill ha nattserumet igen\nHar eksem på händerna",
    )?;
    sample::attach(register, SHE)?;
    sample::supply(register, sample::suppliers())?;
    register.write(now(), Action::GiveConsent, |connection| {
        let guest = CustomerFields {
            source: Source::Party,
            ..sample::named("Saga", "Holm")
        };
        customers::add(connection, now(), guest)?;
        let contact = LogContact {
            customer_id: SHE,
            fields: sample::elin().contacts.remove(0),
        };
        contacts::log(connection, now(), contact)?;
        // Older than the books need it.
        let purchase = AddPurchase {
            customer_id: GUEST,
            fields: PurchaseFields {
                purchased_on: LAST_DAY - Months::new(9 * 12),
                ..sample::elin().purchases.remove(0)
            },
        };
        purchases::add(connection, now(), purchase)?;
        activities::add(connection, read(activity()))?;
        let own = json!({ "language": "sv", "content": clause() });
        clauses::add(connection, read(own))?;
        let long_ago = sample::evening_of(LAST_DAY - Months::new(4 * 12));
        customers::add(connection, long_ago, sample::named("Ulla", "Berg"))?;
        policy::adopt(connection, LAST_DAY)?;
        let given = GiveToMany {
            customers: vec![GUEST],
            version: 1,
            given_on: LAST_DAY,
            channel: Channel::Email,
        };
        informed::give(connection, now(), &given)?;
        for purpose in [Purpose::Newsletter, Purpose::SkinAdvice] {
            let yes = GiveConsent {
                customer_id: SHE,
                to: purpose.into(),
                version: None,
                language: Language::Sv,
                given_on: LAST_DAY,
                how: How::Spoken,
                paper: None,
            };
            consents::give(connection, now(), &yes)?;
        }
        for purpose in [Purpose::SkinAdvice, Purpose::Photo] {
            let no = WithdrawConsent {
                customer_id: SHE,
                to: purpose.into(),
                withdrawn_on: LAST_DAY,
                how: How::Spoken,
            };
            consents::withdraw(connection, now(), &no)?;
        }
        Ok(Change::of_all(vec![SHE, GUEST], ()))
    })?;
    Ok(())
}

fn read<T: DeserializeOwned>(request: Value) -> T {
    serde_json::from_value(request).expect("a good request")
}
