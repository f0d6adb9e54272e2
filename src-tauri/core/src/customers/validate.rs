//! What a customer's fields must be. Everything is stored as typed; only surrounding blanks go, and
//! a phone number that can be read is stored in E.164.

use super::{CustomerFields, Source, limits, phone};
use crate::error::{Invalid, Rule};
use crate::processing::business::Country;
use crate::{Error, Result};

/// Checks text fields and collects what is refused.
#[derive(Default)]
pub struct Checks(Vec<Invalid>);

impl Checks {
    /// Refuses `field` by `rule`.
    pub fn refuse(&mut self, field: impl Into<String>, rule: Rule) {
        self.0.push(Invalid::new(field, rule));
    }

    /// Trims `text` and refuses it beyond `limit` characters.
    pub fn text(&mut self, field: impl Into<String>, text: &mut String, limit: usize) {
        let trimmed = text.trim();
        if trimmed.len() != text.len() {
            *text = trimmed.to_owned();
        }
        if text.len() > limit && text.chars().count() > limit {
            self.refuse(field, Rule::TooLong);
        }
    }

    /// As [`Self::text`], and refuses an empty one.
    pub fn required(&mut self, field: &str, text: &mut String, limit: usize) {
        self.text(field, text, limit);
        if text.is_empty() {
            self.refuse(field, Rule::Required);
        }
    }

    /// Refuses a list beyond `limit` entries.
    pub fn count(&mut self, field: &str, entries: usize, limit: usize) {
        if entries > limit {
            self.refuse(field, Rule::TooMany);
        }
    }

    /// Nothing was refused.
    ///
    /// # Errors
    /// [`Error::Invalid`] with everything that was.
    pub fn done(self) -> Result<()> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(Error::Invalid(self.0))
        }
    }
}

/// The fields as they shall be stored: trimmed, entries without content left out.
///
/// # Errors
/// [`Error::Invalid`] with every refused field.
pub fn fields(mut fields: CustomerFields, home: Country) -> Result<CustomerFields> {
    let mut checks = Checks::default();
    checks.text("givenName", &mut fields.given_name, limits::NAME);
    checks.text("familyName", &mut fields.family_name, limits::NAME);
    if fields.given_name.is_empty() && fields.family_name.is_empty() {
        checks.refuse("givenName", Rule::Required);
    }
    checks.count("phones", fields.phones.len(), limits::PHONES);
    for (index, phone) in fields.phones.iter_mut().enumerate() {
        checks.text(
            format!("phones.{index}.number"),
            &mut phone.number,
            limits::PHONE,
        );
        if let Some(number) = phone::read(&phone.number, home) {
            phone.number = number;
        }
    }
    checks.count("emails", fields.emails.len(), limits::EMAILS);
    for (index, email) in fields.emails.iter_mut().enumerate() {
        let field = format!("emails.{index}.address");
        checks.text(field.clone(), &mut email.address, limits::EMAIL);
        if !email.address.is_empty() && !looks_like_email(&email.address) {
            checks.refuse(field, Rule::Unreadable);
        }
    }
    checks.count("addresses", fields.addresses.len(), limits::ADDRESSES);
    for (index, address) in fields.addresses.iter_mut().enumerate() {
        for (name, text, limit) in [
            ("street", &mut address.street, limits::STREET),
            ("postcode", &mut address.postcode, limits::POSTCODE),
            ("town", &mut address.town, limits::TOWN),
            ("country", &mut address.country, limits::COUNTRY),
        ] {
            checks.text(format!("addresses.{index}.{name}"), text, limit);
        }
    }
    if let Some(birthday) = fields.birthday {
        let year_fits = birthday
            .year
            .is_none_or(|year| limits::BIRTH_YEARS.contains(&year));
        if !birthday.exists() || !year_fits {
            checks.refuse("birthday", Rule::OutOfRange);
        }
    }
    checks.text(
        "sourceDetail",
        &mut fields.source_detail,
        limits::SOURCE_DETAIL,
    );
    // She is told where her data came from (article 14(2)(f)).
    if fields.source == Source::Other && fields.source_detail.is_empty() {
        checks.refuse("sourceDetail", Rule::Required);
    }
    checks.count("tags", fields.tags.len(), limits::TAGS);
    for (index, tag) in fields.tags.iter_mut().enumerate() {
        checks.text(format!("tags.{index}"), tag, limits::TAG);
    }
    checks.text("notes", &mut fields.notes, limits::NOTES);
    checks.done()?;

    fields.phones.retain(|phone| !phone.number.is_empty());
    fields.emails.retain(|email| !email.address.is_empty());
    fields.addresses.retain(|address| {
        [
            &address.street,
            &address.postcode,
            &address.town,
            &address.country,
        ]
        .iter()
        .any(|text| !text.is_empty())
    });
    fields.tags.retain(|tag| !tag.is_empty());
    Ok(fields)
}

/// One `@` with something on each side and no blank. More would refuse addresses that work.
pub(crate) fn looks_like_email(address: &str) -> bool {
    address.split_once('@').is_some_and(|(mailbox, domain)| {
        !mailbox.is_empty()
            && !domain.is_empty()
            && !domain.contains('@')
            && !address.contains(char::is_whitespace)
    })
}
