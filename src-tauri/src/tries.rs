//! Wrong passphrases slow down whoever types them at this computer. (Whoever has the files tries
//! without Kundbok; against that stands scrypt.)

use std::time::{Duration, Instant};

/// So many wrong ones in a row are taken for slips of the finger.
const FREE: u32 = 2;
/// The longest wait.
const WAIT_MAX: Duration = Duration::from_mins(1);

/// The wrong passphrases in a row.
pub struct Tries {
    wrong: u32,
    /// When the next one is taken.
    next: Option<Instant>,
}

impl Tries {
    /// None yet.
    pub const fn new() -> Self {
        Self {
            wrong: 0,
            next: None,
        }
    }

    /// How long it takes until the next passphrase is taken.
    pub fn wait(&self, now: Instant) -> Duration {
        self.next
            .map_or(Duration::ZERO, |next| next.saturating_duration_since(now))
    }

    /// Counts a wrong one: the third costs 2 s, and each one more twice as much, up to a minute.
    pub fn note_wrong(&mut self, now: Instant) {
        self.wrong = self.wrong.saturating_add(1);
        if let Some(over) = self.wrong.checked_sub(FREE).filter(|over| *over > 0) {
            let wait = Duration::from_secs(2_u64.saturating_pow(over)).min(WAIT_MAX);
            self.next = Some(now + wait);
        }
    }

    /// The right one: all is forgotten.
    pub fn note_right(&mut self) {
        *self = Self::new();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_the_third_on_each_costs_twice_as_much_up_to_a_minute() {
        let mut tries = Tries::new();
        let mut now = Instant::now();
        let waits: Vec<u64> = (0..10)
            .map(|_| {
                tries.note_wrong(now);
                let wait = tries.wait(now);
                now += wait;
                assert_eq!(tries.wait(now), Duration::ZERO);
                wait.as_secs()
            })
            .collect();
        assert_eq!(waits, [0, 0, 2, 4, 8, 16, 32, 60, 60, 60]);
    }

    #[test]
    fn the_right_one_begins_anew() {
        let mut tries = Tries::new();
        let now = Instant::now();
        for _ in 0..5 {
            tries.note_wrong(now);
        }
        assert_eq!(tries.wait(now + Duration::from_secs(3)).as_secs(), 5);
        tries.note_right();
        assert_eq!(tries.wait(now), Duration::ZERO);
        tries.note_wrong(now);
        assert_eq!(tries.wait(now), Duration::ZERO);
    }
}
