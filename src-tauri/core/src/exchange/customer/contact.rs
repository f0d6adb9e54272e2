//! Phones, mails and addresses of a row.

use crate::customers::{Email, Label, Phone, limits, phone};
use crate::exchange::columns::Column;
use crate::exchange::headings::Place;
use crate::exchange::import::{ImportReason, Target};
use crate::exchange::names;

use super::Draft;
use super::values::{BETWEEN, join, lines, mails, one_line, split_values, too_long};

impl Draft<'_> {
    pub(super) fn take_phones(&mut self, column: &Column, text: &str) {
        // 4,67017E+10: the spreadsheet has thrown the last digits away.
        if text.contains("E+") {
            return self.problem(column, text, ImportReason::Unreadable);
        }
        for typed in split_values(text) {
            // "070-174 06 38 / 090-12 34 56", but "08/465 004 12" is one number.
            let parts: Vec<_> = typed.split('/').map(str::trim).collect();
            let several = parts.len() > 1
                && parts
                    .iter()
                    .all(|part| phone::read(part, self.home).is_some());
            if several && phone::read(typed, self.home).is_none() {
                for part in parts {
                    self.take_phone(column, part);
                }
            } else {
                self.take_phone(column, typed);
            }
        }
    }

    fn take_phone(&mut self, column: &Column, typed: &str) {
        let typed = one_line(typed);
        let digits = typed.chars().filter(char::is_ascii_digit).count();
        let number = phone::read(&typed, self.home);
        if number.is_none() && digits < 3 {
            return self.problem(column, &typed, ImportReason::Unreadable);
        }
        let label = match column.target {
            Target::Mobile => Label::Mobile,
            Target::HomePhone => Label::Home,
            Target::WorkPhone => Label::Work,
            _ => self.label(column).unwrap_or_else(|| match &number {
                Some(number) if phone::is_mobile(number) => Label::Mobile,
                _ => Label::Other,
            }),
        };
        let number = number.unwrap_or_else(|| typed.clone());
        if too_long(&number, limits::PHONE) {
            self.problem(column, &typed, ImportReason::TooLong);
        } else if self
            .fields
            .phones
            .iter()
            .all(|phone| phone.number != number)
        {
            if self.fields.phones.len() == limits::PHONES {
                self.problem(column, &typed, ImportReason::TooMany);
            } else {
                self.fields.phones.push(Phone { label, number });
            }
        }
    }

    pub(super) fn take_mails(&mut self, column: &Column, text: &str) {
        let Some(mails) = mails(text) else {
            return self.problem(column, text, ImportReason::Unreadable);
        };
        let label = self.label(column).unwrap_or(Label::Other);
        for mail in mails {
            if too_long(mail, limits::EMAIL) {
                self.problem(column, mail, ImportReason::TooLong);
            } else if self
                .fields
                .emails
                .iter()
                .all(|email| !email.address.eq_ignore_ascii_case(mail))
            {
                if self.fields.emails.len() == limits::EMAILS {
                    self.problem(column, mail, ImportReason::TooMany);
                } else {
                    self.fields.emails.push(Email {
                        label,
                        address: mail.to_owned(),
                    });
                }
            }
        }
    }

    pub(super) fn take_address(&mut self, column: &Column, text: &str) {
        let at_work = matches!(
            column.target,
            Target::WorkStreet | Target::WorkPostcode | Target::WorkTown | Target::WorkCountry
        );
        let (place, label) = match (column.place, at_work) {
            (Place::Numbered(n), true) => (Place::Numbered(n), Label::Work),
            (Place::Numbered(n), false) => (
                Place::Numbered(n),
                self.label(column).unwrap_or(Label::Home),
            ),
            (_, true) => (Place::Work, Label::Work),
            (Place::Other, false) => (Place::Other, Label::Other),
            (Place::Home | Place::Work, false) => (Place::Home, Label::Home),
        };
        for (at, text) in text.split(BETWEEN).map(str::trim).enumerate() {
            let key = (place, at);
            if text.is_empty() {
                continue;
            }
            let new = !self.addresses.contains_key(&key);
            if column.target == Target::FullAddress && !new {
                continue;
            }
            if new && self.addresses.len() == limits::ADDRESSES {
                self.problem(column, text, ImportReason::TooMany);
                continue;
            }
            let (_, parts) = self
                .addresses
                .entry(key)
                .or_insert_with(|| (label, names::Parts::default()));
            let found = match column.target {
                Target::FullAddress => names::address(text),
                Target::PostcodeTown => {
                    let (postcode, town) = names::postcode_town(text);
                    names::Parts {
                        postcode,
                        town,
                        ..names::Parts::default()
                    }
                }
                Target::Postcode | Target::WorkPostcode => names::Parts {
                    postcode: one_line(text),
                    ..names::Parts::default()
                },
                Target::Town | Target::WorkTown => names::Parts {
                    town: one_line(text),
                    ..names::Parts::default()
                },
                Target::Country | Target::WorkCountry => names::Parts {
                    country: one_line(text),
                    ..names::Parts::default()
                },
                _ => names::Parts {
                    street: lines(text),
                    ..names::Parts::default()
                },
            };
            let fits = join(&mut parts.street, &found.street, "\n", limits::STREET)
                & join(&mut parts.postcode, &found.postcode, " ", limits::POSTCODE)
                & join(&mut parts.town, &found.town, " ", limits::TOWN)
                & join(&mut parts.country, &found.country, " ", limits::COUNTRY);
            if !fits {
                self.problem(column, text, ImportReason::TooLong);
            }
        }
    }

    /// What the neighbouring label column says the value is for.
    fn label(&self, column: &Column) -> Option<Label> {
        let text = self.row.cell(column.label_cell?).to_lowercase();
        let text = text.strip_prefix("* ").unwrap_or(&text);
        Some(match text {
            "" => return None,
            "mobile" | "mobil" | "cell" | "iphone" => Label::Mobile,
            "home" | "hem" | "hjem" | "privat" | "bostad" => Label::Home,
            "work" | "arbete" | "arbejde" | "jobb" => Label::Work,
            _ => Label::Other,
        })
    }
}
