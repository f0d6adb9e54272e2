//! Birthdays as people and programs write them.

use crate::customers::{Birthday, limits};

use super::import::DateOrder;

/// What address books on iPhones write when the year is not known.
const NO_YEAR: u16 = 1604;

/// How dates in a column are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Order {
    pub order: DateOrder,
    /// True when the dates could be read in another way as well.
    pub uncertain: bool,
}

/// A date that is written but says nothing: `0/0/00`, `00-00-0000`.
pub(super) fn is_blank(text: &str) -> bool {
    text.contains('0')
        && text
            .chars()
            .all(|c| matches!(c, '0' | '/' | '-' | '.' | ' ' | ':'))
}

/// The birthday, or `None` when it is not a date in this order. Two-digit years are refused: nobody
/// can tell 1926 from 2026.
pub(super) fn read(text: &str, order: DateOrder) -> Option<Birthday> {
    match shape(text)? {
        Shape::Whole { year, month, day } => birthday(Some(year), month, day),
        Shape::YearLast { .. } if order == DateOrder::YearMonthDay => None,
        Shape::YearLast {
            first,
            second,
            year,
        } => {
            let (day, month) = in_order(first, second, order);
            birthday(Some(year), month, day)
        }
        Shape::NoYear { month, day } => birthday(None, month, day),
        Shape::TwoNumbers { first, second } => {
            let (day, month) = in_order(first, second, order);
            birthday(None, month, day)
        }
    }
}

/// The order that the dates themselves tell.
pub(super) fn order<'a>(texts: impl Iterator<Item = &'a str>) -> Order {
    let (mut day_first, mut month_first, mut either, mut year_first) = (0, 0, 0, 0);
    let (mut slashes, mut padded) = (false, false);
    for text in texts {
        let (first, second) = match shape(text) {
            Some(Shape::YearLast { first, second, .. } | Shape::TwoNumbers { first, second }) => {
                (first, second)
            }
            Some(Shape::Whole { .. }) => {
                year_first += 1;
                continue;
            }
            _ => continue,
        };
        // Nobody who puts the month first writes dots.
        let dots = text.contains('.') && !text.contains(['/', '-']);
        match (first > 12, second > 12) {
            (true, false) => day_first += 1,
            (false, true) => month_first += 1,
            (false, false) if dots => day_first += 1,
            (false, false) if first != second => {
                either += 1;
                slashes |= text.contains('/') && !text.contains('-');
                padded |= text.starts_with('0') || text.contains("/0");
            }
            _ => {}
        }
    }
    // Short dates on American Windows are 4/5/2026; elsewhere slashes come with zeros (05/04/2026).
    let month_first_by_look = slashes && !padded;
    match (day_first, month_first) {
        (0, 0) if either == 0 => Order {
            order: if year_first > 0 {
                DateOrder::YearMonthDay
            } else {
                DateOrder::DayMonthYear
            },
            uncertain: false,
        },
        (0, 0) => Order {
            order: if month_first_by_look {
                DateOrder::MonthDayYear
            } else {
                DateOrder::DayMonthYear
            },
            uncertain: true,
        },
        (day_first, month_first) => Order {
            order: if month_first > day_first {
                DateOrder::MonthDayYear
            } else {
                DateOrder::DayMonthYear
            },
            uncertain: day_first > 0 && month_first > 0,
        },
    }
}

/// A date before its order is known.
enum Shape {
    Whole { year: u16, month: u16, day: u16 },
    YearLast { first: u16, second: u16, year: u16 },
    NoYear { month: u16, day: u16 },
    TwoNumbers { first: u16, second: u16 },
}

fn shape(text: &str) -> Option<Shape> {
    let text = without_time(text.trim());
    if text.len() > 40 {
        return None;
    }
    // vCard: --0229, --02-29.
    if let Some(rest) = text.strip_prefix("--") {
        let digits = rest.replace('-', "");
        let (month, day) = digits.split_at_checked(2)?;
        return Some(Shape::NoYear {
            month: number(month, 2)?,
            day: number(day, 2)?,
        });
    }
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Some(Shape::Whole {
            year: number(&text[..4], 4)?,
            month: number(&text[4..6], 2)?,
            day: number(&text[6..], 2)?,
        });
    }
    let parts: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '.' | ',' | '\u{2013}'))
        .filter(|part| !part.is_empty() && !part.eq_ignore_ascii_case("den"))
        .collect();
    let is_year = |part: &str| part.len() == 4;
    match parts[..] {
        [a, b, c] => {
            if let Some((month, [one, other])) = named_month(&[a, b, c]) {
                let (year, day) = if is_year(one) {
                    (one, other)
                } else {
                    (other, one)
                };
                return Some(Shape::Whole {
                    year: number(year, 4)?,
                    month,
                    day: number(day, 2)?,
                });
            }
            if is_year(a) {
                Some(Shape::Whole {
                    year: number(a, 4)?,
                    month: number(b, 2)?,
                    day: number(c, 2)?,
                })
            } else if is_year(c) {
                Some(Shape::YearLast {
                    first: number(a, 2)?,
                    second: number(b, 2)?,
                    year: number(c, 4)?,
                })
            } else {
                None
            }
        }
        [a, b] => {
            if let Some((month, [day])) = named_month(&[a, b]) {
                return Some(Shape::NoYear {
                    month,
                    day: number(day, 2)?,
                });
            }
            Some(Shape::TwoNumbers {
                first: number(a, 2)?,
                second: number(b, 2)?,
            })
        }
        _ => None,
    }
}

/// Without the midnight that databases put behind a day.
fn without_time(text: &str) -> &str {
    let end = text.find([':']).map_or(text.len(), |colon| {
        text[..colon]
            .rfind([' ', 'T', '\u{a0}'])
            .unwrap_or(text.len())
    });
    text[..end].trim_end()
}

/// The month among the parts and the other parts.
fn named_month<'a, const OTHERS: usize>(parts: &[&'a str]) -> Option<(u16, [&'a str; OTHERS])> {
    /// Swedish, Danish and English months begin alike but for two.
    const MONTHS: [&[&str]; 12] = [
        &["jan"],
        &["feb"],
        &["mar"],
        &["apr"],
        &["maj", "may"],
        &["jun"],
        &["jul"],
        &["aug"],
        &["sep"],
        &["okt", "oct"],
        &["nov"],
        &["dec"],
    ];
    let month_of = |part: &str| {
        let part = part.to_lowercase();
        let at = MONTHS
            .iter()
            .position(|names| names.iter().any(|name| part.starts_with(name)))?;
        u16::try_from(at + 1).ok()
    };
    let at = parts.iter().position(|part| month_of(part).is_some())?;
    let others: Vec<&str> = parts
        .iter()
        .enumerate()
        .filter(|(i, _)| *i != at)
        .map(|(_, p)| *p)
        .collect();
    Some((month_of(parts[at])?, others.try_into().ok()?))
}

fn number(digits: &str, most: usize) -> Option<u16> {
    let fits = (1..=most).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| digits.parse().ok())?
}

/// Day and month from the first and second number of a date.
const fn in_order(first: u16, second: u16, order: DateOrder) -> (u16, u16) {
    match order {
        DateOrder::DayMonthYear => (first, second),
        // Without a year in front, "year first" leaves month and day.
        DateOrder::MonthDayYear | DateOrder::YearMonthDay => (second, first),
    }
}

fn birthday(year: Option<u16>, month: u16, day: u16) -> Option<Birthday> {
    let year = year.filter(|year| *year != NO_YEAR);
    if year.is_some_and(|year| !limits::BIRTH_YEARS.contains(&year)) {
        return None;
    }
    // Without a year 29 February is a day: 2000 had one.
    let in_year = year.unwrap_or(2000);
    chrono::NaiveDate::from_ymd_opt(i32::from(in_year), month.into(), day.into())?;
    Some(Birthday {
        year,
        month: u8::try_from(month).ok()?,
        day: u8::try_from(day).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use DateOrder::{DayMonthYear as Dmy, MonthDayYear as Mdy, YearMonthDay as Ymd};

    fn on(year: impl Into<Option<u16>>, month: u8, day: u8) -> Birthday {
        Birthday {
            year: year.into(),
            month,
            day,
        }
    }

    #[test]
    fn dates_are_read_as_they_are_written() {
        for (text, order, expected) in [
            ("1993-01-02", Ymd, on(1993, 1, 2)),
            ("1993-01-02", Mdy, on(1993, 1, 2)),
            ("1993/1/2", Dmy, on(1993, 1, 2)),
            ("19930102", Ymd, on(1993, 1, 2)),
            ("5.4.1993", Dmy, on(1993, 4, 5)),
            ("05-04-1993", Dmy, on(1993, 4, 5)),
            ("4/5/1993", Mdy, on(1993, 4, 5)),
            ("5/4-1993", Dmy, on(1993, 4, 5)),
            ("1993-01-02 00:00:00", Ymd, on(1993, 1, 2)),
            ("1993-01-02T00:00", Ymd, on(1993, 1, 2)),
            ("4/5/1993 12:00 AM", Mdy, on(1993, 4, 5)),
            ("--0229", Ymd, on(None, 2, 29)),
            ("--02-29", Ymd, on(None, 2, 29)),
            ("1604-03-15", Ymd, on(None, 3, 15)),
            ("5.4.", Dmy, on(None, 4, 5)),
            ("5/4", Dmy, on(None, 4, 5)),
            ("04-05", Ymd, on(None, 4, 5)),
            ("den 5 april 1993", Ymd, on(1993, 4, 5)),
            ("5. maj 1993", Ymd, on(1993, 5, 5)),
            ("October 5, 1993", Ymd, on(1993, 10, 5)),
            ("5 maj", Ymd, on(None, 5, 5)),
            ("2000-02-29", Ymd, on(2000, 2, 29)),
        ] {
            assert_eq!(read(text, order), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "",
            "93-01-02",
            "2/1/93",
            "1993-02-29",
            "1993-13-01",
            "1993-00-10",
            "1993-1",
            "1993",
            "våren 1993",
            "0993-01-02",
            "19930102-1234",
            "34001",
            "--0230",
            "5.4.1993.2",
            "1-2-3-4",
            "--å1",
            "-- ",
            "١٩٩٣-٠١-٠٢",
        ] {
            assert_eq!(read(text, Dmy), None, "{text}");
        }
    }

    #[test]
    fn a_column_tells_its_order() {
        let order = |texts: &[&'static str]| order(texts.iter().copied());
        let sure = |order| Order {
            order,
            uncertain: false,
        };
        let unsure = |order| Order {
            order,
            uncertain: true,
        };
        assert_eq!(order(&["1993-04-05", "1993-05-04"]), sure(Ymd));
        assert_eq!(order(&["05-04-1993", "13-04-1993"]), sure(Dmy));
        assert_eq!(order(&["05-04-1993", "04-13-1993"]), sure(Mdy));
        assert_eq!(order(&["5.4.1993"]), sure(Dmy));
        assert_eq!(order(&["05-04-1993", "04-05-1993"]), unsure(Dmy));
        assert_eq!(order(&["05/04/1993"]), unsure(Dmy));
        assert_eq!(order(&["5/4/1993"]), unsure(Mdy));
        assert_eq!(order(&["5/5/1993"]), sure(Dmy));
        assert_eq!(
            order(&["13-04-1993", "04-13-1993", "14-04-1993"]),
            unsure(Dmy)
        );
        assert_eq!(order(&["1993-04-05", "20-05-1993"]), sure(Dmy));
        assert_eq!(order(&[]), sure(Dmy));
    }

    #[test]
    fn zeros_are_blank() {
        assert!(is_blank("0/0/00") && is_blank("0000-00-00") && is_blank("00.00.0000 00:00"));
        assert!(!is_blank("") && !is_blank("-") && !is_blank("2000-01-01"));
    }
}
