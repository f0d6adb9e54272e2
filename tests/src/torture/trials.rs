//! Counting what was tried and what failed.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use serde::Serialize;

/// What one try came to; why it failed.
pub type Outcome = Result<(), String>;

/// How many complaints are kept.
const COMPLAINTS: usize = 10;

/// How much of an experiment is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// As much as `make test` has time for.
    Some,
    /// All of it.
    All,
}

impl Share {
    /// One of two figures.
    pub const fn of<T: Copy>(self, some: T, all: T) -> T {
        match self {
            Self::Some => some,
            Self::All => all,
        }
    }
}

/// What an experiment came to.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// What was tried.
    pub name: &'static str,
    /// How often.
    pub tried: u64,
    /// How often it did not come out as it must.
    pub failed: u64,
    /// How often it shall be tried.
    pub goal: u64,
    /// Why it could not be tried here.
    #[serde(skip)]
    pub skipped: Option<&'static str>,
    /// What went wrong, the first few.
    #[serde(skip)]
    pub complaints: Vec<String>,
}

impl Row {
    /// Whether all that was to be tried was, and came out as it must; or it could not be tried here.
    pub const fn is_good(&self) -> bool {
        self.skipped.is_some() || (self.failed == 0 && self.tried >= self.goal && self.tried > 0)
    }
}

/// An experiment at work, on as many threads as one likes.
pub struct Trials {
    name: &'static str,
    tried: AtomicU64,
    failed: AtomicU64,
    complaints: Mutex<Vec<String>>,
}

impl Trials {
    /// Nothing tried yet.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            tried: AtomicU64::new(0),
            failed: AtomicU64::new(0),
            complaints: Mutex::new(Vec::new()),
        }
    }

    /// One try. A panic is a failure like any other.
    pub fn attempt(&self, what: impl FnOnce() -> String, run: impl FnOnce() -> Outcome) {
        self.tried.fetch_add(1, Ordering::Relaxed);
        let outcome = catch_unwind(AssertUnwindSafe(run))
            .unwrap_or_else(|panic| Err(format!("panicked: {}", words_of(&*panic))));
        if let Err(why) = outcome {
            self.failed.fetch_add(1, Ordering::Relaxed);
            let mut complaints = self
                .complaints
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            if complaints.len() < COMPLAINTS {
                complaints.push(format!("{}: {why}", what()));
            }
        }
    }

    /// Tries them all, on all cores.
    pub fn attempt_all<T: Sync>(
        &self,
        all: &[T],
        what: impl Fn(&T) -> String + Sync,
        run: impl Fn(&T) -> Outcome + Sync,
    ) {
        on_all_cores(all.len(), |index| {
            let one = &all[index];
            self.attempt(|| what(one), || run(one));
        });
    }

    /// What it came to, when so many were to be tried.
    pub fn row(self, goal: u64) -> Row {
        Row {
            name: self.name,
            tried: self.tried.into_inner(),
            failed: self.failed.into_inner(),
            goal,
            skipped: None,
            complaints: self
                .complaints
                .into_inner()
                .unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// It cannot be tried here.
    pub fn skipped(self, why: &'static str) -> Row {
        Row {
            skipped: Some(why),
            ..self.row(0)
        }
    }

    /// What it came to, when all there was to try was tried.
    pub fn exhaustive(self) -> Row {
        let goal = self.tried.load(Ordering::Relaxed);
        self.row(goal)
    }
}

/// Runs `work` for every number below `end`, on all cores.
pub fn on_all_cores(end: usize, work: impl Fn(usize) + Sync) {
    let next = AtomicUsize::new(0);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    if index >= end {
                        break;
                    }
                    work(index);
                }
            });
        }
    });
}

fn words_of(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default()
}
