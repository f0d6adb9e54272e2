//! From a row to a customer.

use std::collections::BTreeMap;

use crate::Language;
use crate::customers::{
    Address, Birthday, CustomerFields, Email, Label, Phone, Source, limits, phone,
};
use crate::processing::business::Country;

use super::columns::Column;
use super::headings::Place;
use super::import::{DateOrder, ImportProblem, ImportReason, Target};
use super::table::Row;
use super::{dates, names};

/// How much of a value is shown, in characters.
const SHOWN: usize = 60;
/// What Google puts between several values in one cell.
const BETWEEN: &str = ":::";

/// How rows are read.
pub(super) struct Reading<'a> {
    pub columns: &'a [Column],
    pub order: DateOrder,
    pub home: Country,
}

/// A row that has been read.
pub(super) struct Read {
    /// The customer, unless the whole row stays out.
    pub customer: Option<CustomerFields>,
    /// What stays out.
    pub problems: Vec<ImportProblem>,
}

/// True for a cell that says nothing: blank, or what Outlook writes into fields that nobody filled.
pub(super) fn is_filler(text: &str) -> bool {
    text.is_empty()
        || ["Unspecified", "Normal", "False", "SMTP"]
            .iter()
            .any(|filler| text.eq_ignore_ascii_case(filler))
        || dates::is_blank(text) && text.len() > 3
}

/// The first characters of a text on one line, with control characters made visible.
pub(super) fn shortened(text: &str) -> String {
    let mut shown: String = text
        .chars()
        .take(SHOWN)
        .map(|c| match c {
            '\n' | '\r' | '\t' => ' ',
            c if c.is_control() => char::REPLACEMENT_CHARACTER,
            c => c,
        })
        .collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

/// The mail addresses in a cell, or `None` when there is anything else in it.
pub(super) fn mails(text: &str) -> Option<Vec<&str>> {
    let mut mails = Vec::new();
    for part in text
        .split([';', ',', '\n'])
        .flat_map(|part| part.split(BETWEEN))
    {
        let part = part.trim();
        // "Anna Karlsson <anna@butik.example>"
        let mailbox = part
            .split_once('<')
            .and_then(|(_, rest)| rest.strip_suffix('>'));
        for mail in mailbox.unwrap_or(part).split_whitespace() {
            let mail = mail.strip_prefix("mailto:").unwrap_or(mail);
            let (local, domain) = mail.split_once('@')?;
            if local.is_empty() || domain.is_empty() || domain.contains('@') {
                return None;
            }
            mails.push(mail);
        }
    }
    Some(mails)
}

impl Reading<'_> {
    /// The customer in a row.
    pub fn read(&self, row: &Row, width: usize) -> Read {
        let mut draft = Draft {
            row,
            home: self.home,
            fields: CustomerFields {
                given_name: String::new(),
                family_name: String::new(),
                phones: Vec::new(),
                emails: Vec::new(),
                addresses: Vec::new(),
                birthday: None,
                language: None,
                source: Source::Import,
                source_detail: String::new(),
                tags: Vec::new(),
                notes: String::new(),
            },
            middle_name: String::new(),
            full_name: String::new(),
            addresses: BTreeMap::new(),
            problems: Vec::new(),
            out: false,
        };
        draft.count_cells(width, self.columns);
        let several_notes = self
            .columns
            .iter()
            .filter(|column| column.target == Target::Notes)
            .count()
            > 1;
        // Whole addresses last: they only stand in for parts that are not there.
        let whole = |column: &&Column| column.target == Target::FullAddress;
        let (addresses, parts): (Vec<_>, Vec<_>) = self.columns.iter().partition(whole);
        for column in parts.into_iter().chain(addresses) {
            if column.target != Target::Ignore && !draft.out {
                draft.take(column, self.order, several_notes);
            }
        }
        draft.finish()
    }
}

/// A customer while the cells of the row are read.
struct Draft<'a> {
    row: &'a Row,
    home: Country,
    fields: CustomerFields,
    middle_name: String,
    full_name: String,
    /// By place and, where a cell holds several, by position.
    addresses: BTreeMap<(Place, usize), (Label, names::Parts)>,
    problems: Vec<ImportProblem>,
    out: bool,
}

impl Draft<'_> {
    fn problem(&mut self, column: &Column, value: &str, reason: ImportReason) {
        self.problems.push(ImportProblem {
            row: self.row.number,
            column: column.heading.clone(),
            value: shortened(value),
            reason,
            whole_row: false,
        });
    }

    fn leave_out(&mut self, column: &str, value: &str, reason: ImportReason) {
        self.out = true;
        self.problems.push(ImportProblem {
            row: self.row.number,
            column: column.to_owned(),
            value: shortened(value),
            reason,
            whole_row: true,
        });
    }

    /// Too many cells mean that a separator stood in a value: everything after it is in the wrong
    /// column. A lone cell in a wide table is the rest of a broken line. Other short rows lack cells
    /// at the end, which Excel leaves away when they are empty.
    fn count_cells(&mut self, width: usize, columns: &[Column]) {
        let cells = &self.row.cells;
        let surplus = cells
            .iter()
            .skip(width)
            .find(|cell| !cell.trim().is_empty());
        if let Some(surplus) = surplus {
            self.leave_out("", surplus, ImportReason::CellCount);
        } else if cells.len() == 1 && width > 2 {
            self.leave_out("", self.row.cell(0), ImportReason::CellCount);
        } else if columns
            .iter()
            .any(|c| c.cell >= cells.len() && c.target != Target::Ignore && c.filled > 0)
        {
            self.problems.push(ImportProblem {
                row: self.row.number,
                column: String::new(),
                value: shortened(self.row.cell(cells.len().saturating_sub(1))),
                reason: ImportReason::CellCount,
                whole_row: false,
            });
        }
    }

    fn take(&mut self, column: &Column, order: DateOrder, several_notes: bool) {
        let text = self.row.cell(column.cell);
        let is_name = matches!(
            column.target,
            Target::GivenName | Target::MiddleName | Target::FamilyName | Target::FullName
        );
        if text.is_empty() || !is_name && is_filler(text) {
            return;
        }
        if text
            .chars()
            .any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        {
            if is_name {
                self.leave_out(&column.heading, text, ImportReason::ControlCharacters);
            } else {
                self.problem(column, text, ImportReason::ControlCharacters);
            }
            return;
        }
        match column.target {
            Target::Ignore => {}
            Target::GivenName => append(&mut self.fields.given_name, text),
            Target::MiddleName => append(&mut self.middle_name, text),
            Target::FamilyName => append(&mut self.fields.family_name, text),
            Target::FullName => append(&mut self.full_name, text),
            Target::Mobile | Target::HomePhone | Target::WorkPhone | Target::OtherPhone => {
                self.take_phones(column, text);
            }
            Target::Email => self.take_mails(column, text),
            Target::Street
            | Target::Postcode
            | Target::Town
            | Target::PostcodeTown
            | Target::Country
            | Target::WorkStreet
            | Target::WorkPostcode
            | Target::WorkTown
            | Target::WorkCountry
            | Target::FullAddress => self.take_address(column, text),
            Target::Birthday => self.take_birthday(column, text, order),
            Target::Language => match language(text) {
                Some(language) => self.fields.language = Some(language),
                None => self.problem(column, text, ImportReason::Unreadable),
            },
            Target::Tags => self.take_tags(column, text),
            Target::Notes => self.take_notes(column, text, several_notes),
        }
    }

    fn take_phones(&mut self, column: &Column, text: &str) {
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
        // 4,67017E+10: the spreadsheet has thrown the last digits away.
        let rounded = typed.contains("E+");
        let number = phone::read(&typed, self.home);
        if number.is_none() && (digits < 3 || rounded) {
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
        let number = number.unwrap_or(typed);
        if too_long(&number, limits::PHONE) {
            self.problem(column, &number, ImportReason::TooLong);
        } else if self
            .fields
            .phones
            .iter()
            .all(|phone| phone.number != number)
        {
            if self.fields.phones.len() == limits::PHONES {
                self.problem(column, &number, ImportReason::TooMany);
            } else {
                self.fields.phones.push(Phone { label, number });
            }
        }
    }

    fn take_mails(&mut self, column: &Column, text: &str) {
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

    fn take_address(&mut self, column: &Column, text: &str) {
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

    fn take_birthday(&mut self, column: &Column, text: &str, order: DateOrder) {
        match (dates::read(text, order), self.fields.birthday) {
            (None, _) => self.problem(column, text, ImportReason::Date),
            (Some(birthday), None) => self.fields.birthday = Some(birthday),
            (Some(birthday), Some(first)) if birthday == first => {}
            (Some(_), Some(_)) => self.problem(column, text, ImportReason::TooMany),
        }
    }

    fn take_tags(&mut self, column: &Column, text: &str) {
        for tag in split_values(text) {
            // Google marks its own groups with a star; everybody is in "myContacts".
            let tag = one_line(tag.strip_prefix("* ").unwrap_or(tag));
            if tag.is_empty() || tag.replace(' ', "").eq_ignore_ascii_case("mycontacts") {
                continue;
            }
            if too_long(&tag, limits::TAG) {
                self.problem(column, &tag, ImportReason::TooLong);
            } else if !self.fields.tags.contains(&tag) {
                if self.fields.tags.len() == limits::TAGS {
                    self.problem(column, &tag, ImportReason::TooMany);
                } else {
                    self.fields.tags.push(tag);
                }
            }
        }
    }

    fn take_notes(&mut self, column: &Column, text: &str, several: bool) {
        let text = lines(text);
        let note = if several {
            format!("{}: {text}", column.heading)
        } else {
            text
        };
        if !join(&mut self.fields.notes, &note, "\n", limits::NOTES) {
            self.problem(column, &note, ImportReason::TooLong);
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

    fn finish(mut self) -> Read {
        append(&mut self.fields.given_name, &self.middle_name);
        if self.fields.given_name.is_empty() && self.fields.family_name.is_empty() {
            (self.fields.given_name, self.fields.family_name) = names::split(&self.full_name);
        }
        for (label, parts) in std::mem::take(&mut self.addresses).into_values() {
            let names::Parts {
                street,
                postcode,
                town,
                country,
            } = parts;
            // A country alone is no address.
            if !(street.is_empty() && postcode.is_empty() && town.is_empty()) {
                let label = if label == Label::Mobile {
                    Label::Other
                } else {
                    label
                };
                self.fields.addresses.push(Address {
                    label,
                    street,
                    postcode,
                    town,
                    country,
                });
            }
        }
        let (given, family) = (&self.fields.given_name, &self.fields.family_name);
        if !self.out {
            if given.is_empty() && family.is_empty() {
                let phones = self.fields.phones.iter().map(|phone| phone.number.as_str());
                let emails = self
                    .fields
                    .emails
                    .iter()
                    .map(|email| email.address.as_str());
                let towns = self
                    .fields
                    .addresses
                    .iter()
                    .map(|address| address.town.as_str());
                let shown = emails
                    .chain(phones)
                    .chain(towns)
                    .collect::<Vec<_>>()
                    .join(", ");
                self.leave_out("", &shown, ImportReason::NoName);
            } else if too_long(given, limits::NAME) || too_long(family, limits::NAME) {
                let name = format!("{given} {family}");
                self.leave_out("", &name, ImportReason::TooLong);
            }
        }
        Read {
            customer: (!self.out).then_some(self.fields),
            problems: self.problems,
        }
    }
}

/// The values that stand in one cell.
fn split_values(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', ',', '\n'])
        .flat_map(|part| part.split(BETWEEN))
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// The text on one line, with single blanks.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with line feeds alone between its lines.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn append(name: &mut String, text: &str) {
    join(name, &one_line(text), " ", usize::MAX);
}

/// Adds to a text unless it would be longer than it may; false when it would.
fn join(text: &mut String, more: &str, between: &str, most: usize) -> bool {
    if more.is_empty() {
        return true;
    }
    let joined = if text.is_empty() {
        more.to_owned()
    } else {
        format!("{text}{between}{more}")
    };
    let fits = !too_long(&joined, most);
    if fits {
        *text = joined;
    }
    fits
}

fn too_long(text: &str, most: usize) -> bool {
    text.len() > most && text.chars().count() > most
}

fn language(text: &str) -> Option<Language> {
    match text.to_lowercase().as_str() {
        "svenska" | "svensk" | "swedish" => Some(Language::Sv),
        "danska" | "dansk" | "danish" => Some(Language::Da),
        "engelska" | "engelsk" | "english" => Some(Language::En),
        tag => Language::from_tag(tag),
    }
}

/// A birthday as it is shown before it is taken in: ISO, `--MM-DD` without a year.
pub(super) fn shown_birthday(birthday: Option<Birthday>) -> String {
    match birthday {
        None => String::new(),
        Some(Birthday {
            year: Some(year),
            month,
            day,
        }) => format!("{year:04}-{month:02}-{day:02}"),
        Some(Birthday {
            year: None,
            month,
            day,
        }) => format!("--{month:02}-{day:02}"),
    }
}
