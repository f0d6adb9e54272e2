//! The table of what was measured.

use std::io::{Write, stdout};
use std::time::Instant;

use serde::Serialize;

use crate::Outcome;

/// One row of the table.
#[derive(Serialize)]
pub struct Measure {
    pub name: &'static str,
    /// `None` where the size of the register plays no part.
    pub customers: Option<usize>,
    pub unit: &'static str,
    pub median: f64,
    pub p95: f64,
    pub baseline: Option<f64>,
    /// For the median.
    pub goal: Option<f64>,
    pub p95_goal: Option<f64>,
}

/// The rows so far, printed as they come.
pub struct Table {
    pub rows: Vec<Measure>,
}

impl Table {
    pub fn begin() -> Outcome<Self> {
        writeln!(
            stdout(),
            "{:<44} {:>9} {:>9} {:>9} {:>9} {:>8} {:>8}",
            "",
            "customers",
            "median",
            "p95",
            "baseline",
            "goal",
            "p95 goal"
        )?;
        Ok(Self { rows: Vec::new() })
    }

    pub fn add(&mut self, measure: Measure) -> Outcome<()> {
        let figure = |figure: Option<f64>| {
            figure.map_or_else(|| "-".to_owned(), |figure| format!("{figure:.2}"))
        };
        writeln!(
            stdout(),
            "{:<44} {:>9} {:>9} {:>9} {:>9} {:>8} {:>8} {}",
            measure.name,
            measure
                .customers
                .map_or_else(|| "-".to_owned(), |customers| customers.to_string()),
            figure(Some(measure.median)),
            figure(Some(measure.p95)),
            figure(measure.baseline),
            figure(measure.goal),
            figure(measure.p95_goal),
            measure.unit,
        )?;
        self.rows.push(measure);
        Ok(())
    }
}

/// How long each of `runs` takes until it answers, in milliseconds. What it answers is dropped outside
/// of that: nobody waits for it.
pub fn repeat<T>(runs: usize, mut run: impl FnMut() -> Outcome<T>) -> Outcome<Vec<f64>> {
    (0..runs)
        .map(|_| {
            let start = Instant::now();
            let answer = run()?;
            let taken = start.elapsed().as_secs_f64() * 1_000.0;
            drop(answer);
            Ok(taken)
        })
        .collect()
}

/// The upper median, and the value that no more than one in twenty exceeds.
pub fn median_and_p95(mut figures: Vec<f64>) -> (f64, f64) {
    figures.sort_by(f64::total_cmp);
    let at = |share: usize| figures[(figures.len() * share / 100).min(figures.len() - 1)];
    (at(50), at(95))
}
