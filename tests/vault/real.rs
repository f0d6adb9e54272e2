//! Real processes on a real disk. What needs Linux' own programs is tried on Linux.

use kundbok_tests::torture::{Share, killing, reported};
#[cfg(target_os = "linux")]
use kundbok_tests::torture::{real, stock};

use super::expect_good;

#[test]
fn a_program_that_is_killed_loses_no_acknowledged_save() {
    expect_good(&killing::killed_at_random(Share::Some));
}

#[test]
fn of_many_started_at_once_one_writes() {
    expect_good(&killing::started_at_once(Share::Some));
}

#[cfg(target_os = "linux")]
#[test]
fn a_sync_that_the_system_fails_is_reported_as_not_saved() {
    expect_good(&killing::a_sync_fails(Share::Some));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_and_one_that_may_only_be_read_lose_nothing() {
    expect_good(&real::full_or_read_only(Share::Some));
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_gone_and_a_clock_set_back_lose_nothing() {
    expect_good(&real::gone_or_set_back(Share::Some));
}

#[cfg(target_os = "linux")]
#[test]
fn stock_programs_open_every_generation() {
    expect_good(&stock::every_generation(Share::Some));
}

#[test]
fn what_is_reported_as_done_is_what_a_fresh_process_reads() {
    expect_good(&reported::is_on_disk(Share::Some));
}

#[cfg(target_os = "linux")]
#[test]
fn a_backup_or_a_copy_that_is_not_synced_is_none() {
    expect_good(&reported::a_sync_fails(Share::Some));
}
