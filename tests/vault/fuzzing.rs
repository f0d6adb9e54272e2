//! Input altered at random.

use kundbok_tests::torture::{Share, fuzz};

use super::expect_good;

#[test]
fn an_altered_register_panics_nothing_and_changes_nothing() {
    expect_good(&fuzz::registers(Share::Some));
}

#[test]
fn an_altered_list_panics_nothing_and_changes_nothing() {
    expect_good(&fuzz::lists(Share::Some));
}

#[test]
fn every_good_request_is_carried_out() {
    expect_good(&fuzz::good_requests());
}

#[test]
fn an_altered_request_panics_nothing_and_changes_nothing() {
    expect_good(&fuzz::requests(Share::Some));
}
