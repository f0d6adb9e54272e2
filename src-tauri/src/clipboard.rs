//! Keys on the clipboard: put there for a moment and taken back, unless something else was copied
//! meanwhile.

use std::time::{Duration, Instant};

use kundbok_core::{Error, Result};
use secrecy::{ExposeSecret, SecretString};

/// How long a key stays.
const STAYS: Duration = Duration::from_secs(30);

/// The system's clipboard, as far as it is needed here.
pub trait Board {
    /// The text on it, if there is any.
    fn text(&mut self) -> Option<SecretString>;
    /// Puts a text on it, and asks clipboard managers not to keep it. Whether that went well.
    fn put(&mut self, text: &SecretString) -> bool;
    /// Empties it.
    fn clear(&mut self);
}

/// What was copied, until it is taken back.
pub struct Copied<B: Board> {
    board: B,
    text: SecretString,
    until: Instant,
}

impl<B: Board> Copied<B> {
    /// Copies.
    ///
    /// # Errors
    /// [`Error::Internal`] when the system's clipboard cannot be used.
    pub fn to(mut board: B, text: SecretString, now: Instant) -> Result<Self> {
        if !board.put(&text) {
            return Err(Error::Internal("clipboard"));
        }
        Ok(Self {
            board,
            text,
            until: now + STAYS,
        })
    }

    /// Whether it is to be taken back.
    pub fn is_due(&self, now: Instant) -> bool {
        now >= self.until
    }

    /// Empties the clipboard if it still holds what was copied.
    pub fn take_back(mut self) {
        let held = self.board.text();
        if held.is_some_and(|held| held.expose_secret() == self.text.expose_secret()) {
            self.board.clear();
        }
    }
}

/// The clipboard of this computer.
pub struct System(arboard::Clipboard);

impl System {
    /// Connects to it.
    ///
    /// # Errors
    /// [`Error::Internal`] when there is none.
    pub fn open() -> Result<Self> {
        let board = arboard::Clipboard::new();
        Ok(Self(board.map_err(|_| Error::Internal("clipboard"))?))
    }

    /// Copies a text that is no secret, until something else is copied.
    ///
    /// # Errors
    /// [`Error::Internal`] when the clipboard cannot be used.
    pub fn put_plain(&mut self, text: &str) -> Result<()> {
        let put = self.0.set_text(text);
        put.map_err(|_| Error::Internal("clipboard"))
    }
}

impl Board for System {
    fn text(&mut self) -> Option<SecretString> {
        self.0.get_text().ok().map(SecretString::from)
    }

    fn put(&mut self, text: &SecretString) -> bool {
        #[cfg(target_os = "macos")]
        use arboard::SetExtApple;
        #[cfg(target_os = "linux")]
        use arboard::SetExtLinux;
        #[cfg(windows)]
        use arboard::SetExtWindows;
        let set = self.0.set().exclude_from_history();
        #[cfg(windows)]
        let set = set.exclude_from_cloud().exclude_from_monitoring();
        set.text(text.expose_secret()).is_ok()
    }

    fn clear(&mut self) {
        let _ = self.0.clear();
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use super::*;

    #[derive(Clone, Default)]
    struct Fake(Rc<RefCell<Option<String>>>);

    impl Board for Fake {
        fn text(&mut self) -> Option<SecretString> {
            self.0.borrow().clone().map(SecretString::from)
        }

        fn put(&mut self, text: &SecretString) -> bool {
            *self.0.borrow_mut() = Some(text.expose_secret().to_owned());
            true
        }

        fn clear(&mut self) {
            *self.0.borrow_mut() = None;
        }
    }

    fn copied(board: &Fake, now: Instant) -> Copied<Fake> {
        Copied::to(board.clone(), "AGE-SECRET-KEY-1X".to_owned().into(), now).unwrap()
    }

    #[test]
    fn a_key_is_taken_back_after_thirty_seconds() {
        let (board, now) = (Fake::default(), Instant::now());
        let copied = copied(&board, now);
        assert_eq!(board.0.borrow().as_deref(), Some("AGE-SECRET-KEY-1X"));
        assert!(!copied.is_due(now + Duration::from_secs(29)));
        assert!(copied.is_due(now + Duration::from_secs(30)));
        copied.take_back();
        assert_eq!(*board.0.borrow(), None);
    }

    #[test]
    fn what_was_copied_since_is_left_alone() {
        let board = Fake::default();
        let copied = copied(&board, Instant::now());
        *board.0.borrow_mut() = Some("something else".to_owned());
        copied.take_back();
        assert_eq!(board.0.borrow().as_deref(), Some("something else"));
    }
}
