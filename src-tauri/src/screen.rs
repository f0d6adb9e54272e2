//! Windows and macOS: whether the screen is locked. Neither tells a program without being asked, so
//! [`crate::watch`] asks at each look; on Linux [`crate::logind`] is told.

/// Looks in a row that must find the screen locked. Windows asks for an administrator's consent on
/// the same desktop as it locks on (`OpenInputDesktop`), and a question answered at once is no
/// reason to lock.
const LOOKS: u8 = 5;

/// What the last looks at the screen found.
#[derive(Default)]
pub struct Screen {
    locked: u8,
}

impl Screen {
    /// Whether somebody locked the screen; `looks_locked` is what [`looks_locked`] answers now.
    pub fn is_locked(&mut self, looks_locked: bool) -> bool {
        self.locked = if looks_locked {
            self.locked.saturating_add(1)
        } else {
            0
        };
        self.locked >= LOOKS
    }
}

/// Whether what is typed goes to another desktop than hers: that of the lock screen.
#[cfg(windows)]
pub fn looks_locked() -> bool {
    use winsafe::{HDESK, co};

    HDESK::OpenInputDesktop(None, false, co::DESKTOP_RIGHTS::READOBJECTS).is_err()
}

/// Whether the login session says so: the key is there only while the screen is locked.
#[cfg(target_os = "macos")]
pub fn looks_locked() -> bool {
    use objc2_core_graphics::CGSessionCopyCurrentDictionary;

    // Its values can be read by pointer alone. Its description names the keys.
    CGSessionCopyCurrentDictionary()
        .is_some_and(|session| format!("{session:?}").contains("CGSSessionScreenIsLocked"))
}

/// Linux tells by itself.
#[cfg(target_os = "linux")]
pub const fn looks_locked() -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_that_stays_locked_locks_the_register() {
        let mut screen = Screen::default();
        let looks = [true, true, true, true, true, true];
        assert_eq!(
            looks.map(|look| screen.is_locked(look)),
            [false, false, false, false, true, true]
        );
        assert!(!screen.is_locked(false));
        assert!(!screen.is_locked(true));
    }

    #[test]
    fn a_question_for_an_administrator_does_not() {
        let mut screen = Screen::default();
        let looks = [true, true, true, true, false, true, true, true, true];
        assert!(looks.iter().all(|look| !screen.is_locked(*look)));
    }

    #[test]
    fn the_screen_of_who_runs_the_tests_is_not_locked() {
        assert!(!looks_locked());
    }
}
