use super::*;

#[test]
fn a_month_ends_on_its_last_day() {
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    assert_eq!(due_on(day(1, 31), None), day(2, 28));
    assert_eq!(due_on(day(11, 20), None), day(12, 20));
}

#[test]
fn the_first_contact_may_come_before_the_month_is_over() {
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    let due = |contact| due_on(day(11, 20), Some(contact));
    assert_eq!(due(day(11, 24)), day(11, 24));
    assert_eq!(due(day(12, 24)), day(12, 20));
}
