use super::*;

#[test]
fn a_month_ends_on_its_last_day() {
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    assert_eq!(due_on(day(1, 31)), day(2, 28));
    assert_eq!(due_on(day(11, 20)), day(12, 20));
}
