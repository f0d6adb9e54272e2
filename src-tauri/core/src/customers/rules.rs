//! Adding, editing, listing and showing customers.

use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;

use super::{CustomerFields, CustomerId, CustomerView, EditCustomer, Event, phone, validate};
use crate::Result;
use crate::processing::business::Country;
use crate::store;

/// Adds a customer.
///
/// # Errors
/// [`crate::Error::Invalid`] with every refused field.
pub fn add(
    connection: &Connection,
    now: DateTime<FixedOffset>,
    fields: CustomerFields,
) -> Result<CustomerId> {
    let fields = validate::fields(fields, home(connection)?)?;
    store::customer::insert(connection, &fields, &store::instant(now))
}

/// Changes a customer.
///
/// # Errors
/// [`crate::Error::Invalid`] with every refused field; [`crate::Error::NotFound`].
pub fn edit(
    connection: &Connection,
    now: DateTime<FixedOffset>,
    request: EditCustomer,
) -> Result<()> {
    let fields = validate::fields(request.fields, home(connection)?)?;
    store::customer::update(connection, request.id, &fields, &store::instant(now))
}

/// A customer's page.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub fn view(connection: &Connection, id: CustomerId) -> Result<CustomerView> {
    let home = home(connection)?;
    let row = store::customer::find(connection, id)?;
    let mut fields = row.fields;
    for phone in &mut fields.phones {
        phone.number = phone::write(&phone.number, home);
    }
    let given = store::policy::given_to(connection, id)?;
    let policy_version = given.iter().map(|(_, version, _)| *version).max();
    let policy_in_force = store::policy::versions(connection)?
        .first()
        .map(|in_force| in_force.version);

    let mut history = Vec::new();
    history.extend(
        given
            .into_iter()
            .map(|(on, version, channel)| Event::PolicyGiven {
                on,
                version,
                channel,
            }),
    );
    history.extend(
        store::handover::of_customer(connection, id)?
            .into_iter()
            .map(|row| Event::HandedOver {
                on: row.on,
                language: row.language,
                protected: row.protected,
            }),
    );
    history.extend(
        store::contact::of_customer(connection, id)?
            .into_iter()
            .map(|(id, contact)| Event::Contact {
                id,
                on: contact.happened_on,
                channel: contact.channel,
                summary: contact.summary,
            }),
    );
    history.extend(
        store::purchase::of_customer(connection, id)?
            .into_iter()
            .map(|row| Event::Purchase {
                id: row.id,
                on: row.fields.purchased_on,
                receipt: row.fields.receipt,
                currency: row.currency,
                note: row.fields.note,
                total: crate::purchases::total(&row.fields.lines),
                lines: row.fields.lines,
            }),
    );
    history.push(Event::Added { on: row.added_on });
    // Stable: of one day, becoming a customer came first and so stands last.
    history.sort_by_key(|event| std::cmp::Reverse(event.on()));
    Ok(CustomerView {
        id,
        number: row.number,
        fields,
        added_on: row.added_on,
        history,
        attachments: crate::attachments::view(connection, id)?,
        policy_version,
        policy_in_force,
    })
}

fn home(connection: &Connection) -> Result<Country> {
    Ok(store::business::find(connection)?.country)
}
