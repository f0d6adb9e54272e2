//! Adding, editing, listing and showing customers.

use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;

use super::{CustomerFields, CustomerId, CustomerView, EditCustomer, Event, phone, validate};
use crate::Result;
use crate::processing::business::Country;
use crate::seen::Seen;
use crate::store::{self, customer::CustomerRow};
use crate::{consents, retention};

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

/// A customer as a change of her details goes out from.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub fn seen(connection: &Connection, id: CustomerId) -> Result<Seen> {
    let fields = written(connection, id)?.fields;
    Seen::of(connection, "customer", id.0, &fields)
}

/// A customer's page.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub fn view(connection: &Connection, id: CustomerId) -> Result<CustomerView> {
    let CustomerRow {
        number,
        fields,
        added_on,
        erased_on,
    } = written(connection, id)?;
    let given = store::policy::given_to(connection, id)?;
    let versions = store::policy::versions(connection)?;
    let policy_version = versions.iter().map(|known| known.version);
    let policy_version = policy_version
        .into_iter()
        .find(|known| given.iter().any(|(_, version, _)| version == known));
    let policy_in_force = versions.first().map(|in_force| in_force.version);

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
    history.extend(consents::answers(connection, id)?);
    for (id, contact) in store::contact::of_customer(connection, id)? {
        history.push(Event::Contact {
            id,
            seen: Seen::of(connection, "contact", id, &contact)?,
            on: contact.happened_on,
            channel: contact.channel,
            summary: contact.summary,
        });
    }
    for row in store::purchase::of_customer(connection, id)? {
        history.push(Event::Purchase {
            id: row.id,
            seen: Seen::of(connection, "purchase", row.id, &row.fields)?,
            on: row.fields.purchased_on,
            receipt: row.fields.receipt,
            currency: row.currency,
            note: row.fields.note,
            total: crate::purchases::total(&row.fields.lines),
            lines: row.fields.lines,
        });
    }
    history.push(Event::Added { on: added_on });
    // Stable: of one day, becoming a customer came first and so stands last.
    history.sort_by_key(|event| std::cmp::Reverse(event.on()));
    Ok(CustomerView {
        id,
        number,
        seen: Seen::of(connection, "customer", id.0, &fields)?,
        fields,
        added_on,
        history,
        attachments: crate::attachments::view(connection, id)?,
        policy_version,
        policy_in_force,
        left: retention::left(connection, id, erased_on)?,
    })
}

/// A customer, with phones as people write them.
fn written(connection: &Connection, id: CustomerId) -> Result<CustomerRow> {
    let home = home(connection)?;
    let mut row = store::customer::find(connection, id)?;
    for phone in &mut row.fields.phones {
        phone.number = phone::write(&phone.number, home);
    }
    Ok(row)
}

fn home(connection: &Connection) -> Result<Country> {
    Ok(store::business::find(connection)?.country)
}
