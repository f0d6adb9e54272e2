//! When a register locks by itself: after a time without a key or a touch, and when the computer
//! was asleep. Rules only; [`crate::watch`] applies them.

use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset, TimeDelta};

/// The longest idle time that is taken from the settings.
const LIMIT_MAX: Duration = Duration::from_hours(1);
/// A clock that went on for longer than this between two looks at it shows that nobody was looking.
const ASLEEP: Duration = Duration::from_mins(1);

/// How long nobody has touched the window.
pub struct Idle {
    limit: Duration,
    input: Instant,
}

impl Idle {
    /// Somebody is there now; `limit` in seconds, as the settings have it.
    pub fn new(limit: u32, now: Instant) -> Self {
        let mut idle = Self {
            limit: LIMIT_MAX,
            input: now,
        };
        idle.set_limit(limit);
        idle
    }

    /// Changes the limit (seconds).
    pub fn set_limit(&mut self, limit: u32) {
        self.limit = Duration::from_secs(limit.max(1).into()).min(LIMIT_MAX);
    }

    /// A key or a touch.
    pub fn note_input(&mut self, now: Instant) {
        self.input = now;
    }

    /// Whether nobody has been there for the whole limit.
    pub fn is_over(&self, now: Instant) -> bool {
        now.saturating_duration_since(self.input) >= self.limit
    }
}

/// What both clocks showed at one moment. While the computer sleeps, the one that measures stands
/// still on Linux and macOS and goes on under Windows; the one on the wall goes on everywhere.
#[derive(Clone, Copy)]
pub struct Clocks {
    /// The one that measures.
    pub measured: Instant,
    /// The one on the wall.
    pub wall: DateTime<FixedOffset>,
}

impl Clocks {
    /// Whether the computer was asleep since `before`, which was a second or two ago to one who
    /// was awake. A wall clock that was set forward looks the same: it is locked too often then,
    /// never too seldom.
    pub fn slept_since(&self, before: &Self) -> bool {
        let wall = self.wall.signed_duration_since(before.wall);
        let measured = self.measured.saturating_duration_since(before.measured);
        measured > ASLEEP || TimeDelta::from_std(ASLEEP).is_ok_and(|asleep| wall > asleep)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn the_limit_counts_from_the_last_input() {
        let start = Instant::now();
        let mut idle = Idle::new(300, start);
        assert!(!idle.is_over(start + 299 * SECOND));
        assert!(idle.is_over(start + 300 * SECOND));
        idle.note_input(start + 299 * SECOND);
        assert!(!idle.is_over(start + 300 * SECOND));
        assert!(idle.is_over(start + 599 * SECOND));
        idle.set_limit(60);
        assert!(idle.is_over(start + 359 * SECOND));
    }

    #[test]
    fn no_setting_keeps_it_open_for_ever_or_locks_it_at_once() {
        let start = Instant::now();
        assert!(Idle::new(u32::MAX, start).is_over(start + 3600 * SECOND));
        assert!(!Idle::new(0, start).is_over(start));
    }

    #[test]
    fn a_jump_of_either_clock_means_that_the_computer_slept() {
        let before = Clocks {
            measured: Instant::now(),
            wall: "2026-11-22T23:59:59+01:00".parse().unwrap(),
        };
        let after = |measured: u32, wall: i64| Clocks {
            measured: before.measured + measured * SECOND,
            wall: before.wall + TimeDelta::seconds(wall),
        };
        assert!(!after(1, 1).slept_since(&before));
        assert!(!after(60, 60).slept_since(&before));
        assert!(after(1, 61).slept_since(&before));
        assert!(after(61, 61).slept_since(&before));
        // Set back an hour, as when summer time ends on a computer that keeps local time.
        assert!(!after(1, -3600).slept_since(&before));
    }
}
