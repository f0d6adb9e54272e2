//! Input altered at random, a million times: sealed registers and the images in them, lists of
//! customers, and the requests of the window. Nothing may panic, and what is refused changes nothing.

mod commands;
mod importing;
mod mutate;
mod opening;
mod seeds;
mod sending;
mod stage;

pub use commands::{commands, good_requests, requests};
pub use importing::lists;
pub use opening::registers;

use super::disk::{Disk, Operation};
use super::trials::on_all_cores;
use super::{Outcome, Row, Trials};
use crate::sample::Chance;

/// Runs with one seed: what failed is found again by the number of the block.
const BLOCK: u64 = 500;

/// So many runs, in blocks with a seed of their own. `start` makes what a block works on, and is
/// called again when a run failed.
fn run<T>(
    trials: Trials,
    runs: u64,
    start: impl Fn() -> T + Sync,
    one: impl Fn(&mut T, &mut Chance) -> Outcome + Sync,
) -> Row {
    let blocks = usize::try_from(runs.div_ceil(BLOCK)).expect("a number of blocks");
    on_all_cores(blocks, |block| {
        let seed = block as u64;
        let mut chance = Chance(seed);
        let mut at_work = Some(start());
        for number in 0..BLOCK {
            trials.attempt(
                || format!("block {seed}, run {number}"),
                || {
                    let mut work = at_work.take().unwrap_or_else(&start);
                    one(&mut work, &mut chance)?;
                    at_work = Some(work);
                    Ok(())
                },
            );
        }
    });
    trials.row(runs)
}

/// Nothing was written since the disk was last watched.
fn expect_untouched(disk: &Disk) -> Outcome {
    let writes = |operation| {
        !matches!(
            operation,
            Operation::Open | Operation::Read | Operation::Stamp | Operation::List
        )
    };
    match disk.log().iter().find(|made| writes(made.call.operation)) {
        None => Ok(()),
        Some(made) => Err(format!("refused, but: {:?}", made.call)),
    }
}
