//! What a supplier's fields must be.

use chrono::{DateTime, FixedOffset};

use super::{Agreement, SubProcessor, SupplierFields};
use crate::customers::limits;
use crate::customers::validate::{Checks, looks_like_email};
use crate::error::Rule;
use crate::purchases::is_plausible_day;
use crate::words::Words;
use crate::{Language, Result, law};

// Lengths in characters.
const NAME: usize = 200;
const SAFEGUARD: usize = 500;
const CONCERNS: usize = 300;
const TEXT: usize = 1_000;
const ROLES: usize = 8;
const SUB_PROCESSORS: usize = 50;

/// The fields as they shall be stored: trimmed, rows without content left out, and
/// nothing of an agreement that there is not.
///
/// # Errors
/// [`crate::Error::Invalid`] with every refused field.
pub fn fields(mut fields: SupplierFields, now: DateTime<FixedOffset>) -> Result<SupplierFields> {
    let mut checks = Checks::default();
    checks.required("name", &mut fields.name, NAME);
    roles(&mut checks, &mut fields);
    country(&mut checks, "country", &mut fields.country)?;
    checks.text("safeguard", &mut fields.safeguard, SAFEGUARD);
    let words = Words::of(Language::Sv)?;
    if words.has_country(&fields.country)
        && !law::is_in_eea(&fields.country)
        && fields.safeguard.is_empty()
    {
        // Articles 13(1)(f) and 15(2): people are told what protects their data there.
        checks.refuse("safeguard", Rule::Required);
    }
    checks.text("contact", &mut fields.contact, NAME);
    checks.text("contactEmail", &mut fields.contact_email, limits::EMAIL);
    if !fields.contact_email.is_empty() && !looks_like_email(&fields.contact_email) {
        checks.refuse("contactEmail", Rule::Unreadable);
    }
    agreement(&mut checks, &mut fields, now);
    sub_processors(&mut checks, &mut fields)?;
    checks.text("retention", &mut fields.retention, TEXT);
    checks.text("responsibility", &mut fields.responsibility, TEXT);
    checks.done()?;
    fields.sub_processors.retain(|sub| !is_blank(sub));
    Ok(fields)
}

fn roles(checks: &mut Checks, fields: &mut SupplierFields) {
    checks.count("roles", fields.roles.len(), ROLES);
    let several = fields.roles.len() > 1;
    if fields.roles.is_empty() {
        checks.refuse("roles", Rule::Required);
    }
    for (index, role) in fields.roles.iter_mut().enumerate() {
        let field = format!("roles.{index}.concerns");
        if several {
            // Which of them counts where can only be told by what they concern.
            checks.required(&field, &mut role.concerns, CONCERNS);
        } else {
            checks.text(field, &mut role.concerns, CONCERNS);
        }
    }
}

fn agreement(checks: &mut Checks, fields: &mut SupplierFields, now: DateTime<FixedOffset>) {
    if fields.agreement == Agreement::None {
        fields.accepted_on = None;
        fields.accepted_by.clear();
        fields.authority.clear();
        fields.terms.clear();
    }
    if fields.agreement == Agreement::Reseller {
        checks.required("reseller", &mut fields.reseller, NAME);
    } else {
        fields.reseller.clear();
    }
    let today = now.naive_local().date();
    if let Some(day) = fields.accepted_on
        && (!is_plausible_day(day, now) || day > today)
    {
        checks.refuse("acceptedOn", Rule::OutOfRange);
    }
    checks.text("acceptedBy", &mut fields.accepted_by, NAME);
    checks.text("authority", &mut fields.authority, NAME);
    fields.terms.sort_unstable();
    fields.terms.dedup();
}

fn sub_processors(checks: &mut Checks, fields: &mut SupplierFields) -> Result<()> {
    let subs = &mut fields.sub_processors;
    checks.count("subProcessors", subs.len(), SUB_PROCESSORS);
    for (index, sub) in subs.iter_mut().enumerate() {
        let field = |name| format!("subProcessors.{index}.{name}");
        if is_blank(sub) {
            continue;
        }
        checks.required(&field("name"), &mut sub.name, NAME);
        country(checks, &field("country"), &mut sub.country)?;
        checks.text(field("safeguard"), &mut sub.safeguard, SAFEGUARD);
    }
    Ok(())
}

fn country(checks: &mut Checks, field: &str, country: &mut String) -> Result<()> {
    *country = country.trim().to_ascii_uppercase();
    if country.is_empty() {
        checks.refuse(field, Rule::Required);
    } else if !Words::of(Language::Sv)?.has_country(country) {
        checks.refuse(field, Rule::Unreadable);
    }
    Ok(())
}

fn is_blank(sub: &SubProcessor) -> bool {
    let texts = [&sub.name, &sub.country, &sub.safeguard];
    texts.iter().all(|text| text.trim().is_empty())
}
