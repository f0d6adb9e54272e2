//! On a disk in memory that fails where it is told to.

use kundbok_tests::torture::{
    Share, again, arriving, attachments, damage, faults, keys, making, power, strange,
};

use super::expect_good;

#[test]
fn a_save_survives_every_fault_of_every_call() {
    expect_good(&faults::every_call_fails(Share::Some));
}

#[test]
fn a_file_kept_with_a_customer_survives_every_fault_of_every_call() {
    expect_good(&attachments::every_call_fails(Share::Some));
}

#[test]
fn replacing_keys_survives_every_fault_of_every_call() {
    expect_good(&keys::calls_fail(Share::Some));
}

#[test]
fn a_power_cut_at_any_moment_leaves_what_was_reported_as_saved() {
    expect_good(&power::power_goes(Share::Some));
}

#[test]
fn a_flipped_bit_is_never_accepted() {
    expect_good(&damage::every_bit_flipped(Share::Some));
}

#[test]
fn a_register_cut_short_is_never_accepted() {
    expect_good(&damage::every_length_cut(Share::Some));
}

#[test]
fn chunks_in_another_order_are_never_accepted() {
    expect_good(&damage::chunks_moved(Share::Some));
}

#[test]
fn a_fault_after_a_failed_save_loses_nothing() {
    expect_good(&again::a_failed_save(Share::Some));
}

#[test]
fn a_fault_during_recovery_loses_nothing() {
    expect_good(&again::a_damaged_register(Share::Some));
}

#[test]
fn a_register_made_by_hand_has_its_own_answer_and_changes_nothing() {
    expect_good(&strange::made_by_hand(Share::Some));
}

#[test]
fn a_file_that_a_sync_client_lays_down_during_a_save_is_never_overwritten() {
    expect_good(&arriving::at_any_moment(Share::Some));
}

#[test]
fn a_file_that_a_sync_client_lays_down_during_a_recovery_is_never_overwritten() {
    expect_good(&arriving::during_a_recovery(Share::Some));
}

#[test]
fn a_register_that_could_not_be_made_can_be_made_again() {
    expect_good(&making::every_call_fails(Share::Some));
}
