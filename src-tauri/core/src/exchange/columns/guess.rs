//! What the headings do not tell: the kind of a column by what stands in it.

use crate::customers::phone;
use crate::exchange::headings::{Heading, Place};
use crate::exchange::import::{DateOrder, Target};
use crate::exchange::table::Row;
use crate::exchange::{customer, dates, names};
use crate::processing::business::Country;

use super::Column;

/// How many rows are looked at.
pub(super) const GLANCE: usize = 300;

/// What the headings alone do not tell.
pub(super) fn settle(columns: &mut [Column], known: &[Option<Heading>], rows: &[Row]) {
    for column in columns.iter_mut() {
        let is_phone = matches!(
            column.target,
            Target::Mobile | Target::HomePhone | Target::WorkPhone | Target::OtherPhone
        );
        // 070174-0638 is a phone to one and a CPR number to another; the heading decides.
        if !is_phone && most(rows, column, is_government_id) {
            column.government_id = true;
            column.target = Target::Ignore;
        } else if known[column.cell].is_none() && most(rows, column, is_mail) {
            column.target = Target::Email;
        }
    }

    let find = |columns: &[Column], target| {
        columns
            .iter()
            .position(|c| c.target == target && c.place == Place::Home && c.filled > 0)
    };
    // "Namn" beside "Efternamn" is the given name.
    if let (Some(name), Some(_), None) = (
        find(columns, Target::FullName),
        find(columns, Target::FamilyName),
        find(columns, Target::GivenName),
    ) {
        columns[name].target = Target::GivenName;
    }
    // "Postadress" is a street to some, postcode and town to others.
    let post = find(columns, Target::PostcodeTown);
    if let (Some(post), None) = (post, find(columns, Target::Street))
        && !most(rows, &columns[post], starts_with_postcode)
    {
        columns[post].target = Target::Street;
    }
    // "Adress" alone is often all of it.
    let towns = [Target::Postcode, Target::Town, Target::PostcodeTown];
    let alone = towns.iter().all(|target| find(columns, *target).is_none());
    if let (Some(street), true) = (find(columns, Target::Street), alone)
        && most(rows, &columns[street], has_postcode_within)
    {
        columns[street].target = Target::FullAddress;
    }

    // Of two columns for what a customer has only one of, the first that is filled.
    let mut taken = Vec::new();
    for column in columns {
        let several = matches!(
            column.target,
            Target::Ignore
                | Target::Mobile
                | Target::HomePhone
                | Target::WorkPhone
                | Target::OtherPhone
                | Target::Email
                | Target::Street
                | Target::WorkStreet
                | Target::Tags
                | Target::Notes
        );
        if several {
            continue;
        }
        if taken.contains(&(column.target, column.place)) {
            column.target = Target::Ignore;
        } else {
            taken.push((column.target, column.place));
        }
    }
}

/// Columns without headings.
pub(super) fn without_headings(columns: &mut [Column], rows: &[Row], home: Country) {
    let mut has_name = false;
    for at in 0..columns.len() {
        let (before, [column, after @ ..]) = columns.split_at_mut(at) else {
            continue;
        };
        column.government_id = most(rows, column, is_government_id);
        let is = |kind: &dyn Fn(&str) -> bool| most(rows, column, kind);
        let is_phone = |text: &str| phone::read(text, home).is_some();
        let mobile =
            |text: &str| phone::read(text, home).is_some_and(|number| phone::is_mobile(&number));
        let is_word = |text: &str| text.chars().any(char::is_alphabetic);
        column.target = if column.government_id {
            Target::Ignore
        } else if is(&is_mail) {
            Target::Email
        } else if is(&is_whole_date) {
            Target::Birthday
        } else if is(&names::is_postcode) {
            Target::Postcode
        } else if is(&mobile) {
            Target::Mobile
        } else if is(&is_phone) {
            Target::OtherPhone
        } else if is(&names::is_postcode_town) {
            Target::PostcodeTown
        } else if !is(&is_word) {
            Target::Ignore
        } else if before
            .last()
            .is_some_and(|column| column.target == Target::Postcode)
        {
            Target::Town
        } else if is(&|text| is_word(text) && text.ends_with(|c: char| c.is_ascii_digit())) {
            Target::Street
        } else if has_name {
            Target::Ignore
        } else {
            has_name = true;
            let one_word = |text: &str| is_word(text) && !text.contains([' ', ',', '@']);
            let in_two =
                is(&one_word) && after.first().is_some_and(|next| most(rows, next, one_word));
            if in_two {
                Target::GivenName
            } else {
                Target::FullName
            }
        };
        if before
            .last()
            .is_some_and(|column| column.target == Target::GivenName)
        {
            column.target = Target::FamilyName;
        }
    }
}

/// True when this holds for more than half of what stands in the column.
fn most(rows: &[Row], column: &Column, holds: impl Fn(&str) -> bool) -> bool {
    let (mut all, mut held) = (0, 0);
    for row in rows.iter().take(GLANCE) {
        let text = row.cell(column.cell);
        if !customer::is_filler(text) {
            all += 1;
            held += usize::from(holds(text));
        }
    }
    held * 2 > all
}

fn starts_with_postcode(text: &str) -> bool {
    names::is_postcode_town(text) || names::is_postcode(text)
}

fn has_postcode_within(text: &str) -> bool {
    !names::address(text).postcode.is_empty()
}

pub(super) fn is_mail(text: &str) -> bool {
    customer::mails(text).is_some_and(|mails| !mails.is_empty())
}

fn is_whole_date(text: &str) -> bool {
    [
        DateOrder::YearMonthDay,
        DateOrder::DayMonthYear,
        DateOrder::MonthDayYear,
    ]
    .into_iter()
    .any(|order| dates::read(text, order).is_some_and(|birthday| birthday.year.is_some()))
}

/// A Swedish personnummer or samordningsnummer (`930102-1234`, `19930102-1234`, day + 60 for the
/// latter) or a Danish CPR number (`020193-1234`).
fn is_government_id(text: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (date, last) = match text.split_once(['-', '+']) {
        Some(parts) => parts,
        None if text.len() == 12 && digits(text) => text.split_at(8),
        None => return false,
    };
    if !digits(date) || !digits(last) || last.len() != 4 {
        return false;
    }
    let part = |at: usize| {
        date.get(at..at + 2)
            .and_then(|part| part.parse::<u8>().ok())
            .unwrap_or(0)
    };
    let day = |day: u8| matches!(day, 1..=31 | 61..=91);
    let month = |month: u8| matches!(month, 1..=12);
    match date.len() {
        6 => month(part(2)) && (day(part(4)) || day(part(0))),
        8 => matches!(part(0), 18..=20) && month(part(4)) && day(part(6)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_government_id;

    #[test]
    fn government_ids_are_told_by_their_look() {
        for id in [
            "930102-1234",
            "19930102-1234",
            "199301021234",
            "930162-1234",
            "020193-1234",
            "250193+1234",
        ] {
            assert!(is_government_id(id), "{id}");
        }
        for other in [
            "070174-0638x",
            "0701740638",
            "199399021234",
            "2026-04-05",
            "19930102",
            "å-1234",
            "-",
        ] {
            assert!(!is_government_id(other), "{other}");
        }
    }
}
