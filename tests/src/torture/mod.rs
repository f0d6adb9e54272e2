//! Everything that can happen to a register, tried: the experiments that `tests/vault` runs a part
//! of and `make torture` all of.

pub mod again;
pub mod arriving;
pub mod attachments;
pub mod child;
pub mod damage;
pub mod disk;
pub mod faults;
pub mod fuzz;
pub mod keys;
pub mod killing;
pub mod making;
pub mod power;
pub mod real;
pub mod reported;
pub mod scene;
pub mod stock;
pub mod strange;
mod trials;

pub use trials::{Outcome, Row, Share, Trials};

/// What is tried.
pub type Experiment = fn(Share) -> Row;

/// Every experiment, by a word.
pub const EXPERIMENTS: &[(&str, Experiment)] = &[
    ("faults", faults::every_call_fails),
    ("attachments", attachments::every_call_fails),
    ("keys", keys::calls_fail),
    ("making", making::every_call_fails),
    ("power", power::power_goes),
    ("bits", damage::every_bit_flipped),
    ("lengths", damage::every_length_cut),
    ("chunks", damage::chunks_moved),
    ("again", again::a_failed_save),
    ("recovery", again::a_damaged_register),
    ("kill", killing::killed_at_random),
    ("starts", killing::started_at_once),
    ("fsync", killing::a_sync_fails),
    ("mount", real::full_or_read_only),
    ("outcomes", real::gone_or_set_back),
    ("hand", strange::made_by_hand),
    ("stock", stock::every_generation),
    ("open", fuzz::registers),
    ("import", fuzz::lists),
    ("commands", fuzz::requests),
    ("arriving", arriving::at_any_moment),
    ("returning", arriving::during_a_recovery),
    ("reported", reported::is_on_disk),
    ("unsynced", reported::a_sync_fails),
];
