//! What goes on in threads of their own. One looks once a second whether the register is to be locked
//! and a copied key taken back: also while the window's own timers sleep.

use std::panic::{self, AssertUnwindSafe};
use std::thread;
use std::time::Duration;

use tauri::{AppHandle, Manager};

use crate::clock;
use crate::idle::Clocks;
use crate::screen::{self, Screen};
use crate::state::Session;

const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How often it is looked what other computers do with the register.
const LOOK_AROUND_EVERY: Duration = Duration::from_secs(3);

/// Begins to watch.
///
/// # Errors
/// When the system starts no thread: then nothing would lock, and the program must not run.
pub fn begin(app: AppHandle) -> std::io::Result<()> {
    #[cfg(target_os = "linux")]
    crate::logind::begin(app.clone())?;
    #[cfg(windows)]
    crate::power::begin(app.clone())?;
    begin_to_copy(app.clone())?;
    begin_to_look_around(app.clone())?;
    let (mut before, mut screen) = (read(), Screen::default());
    again_and_again("watch", move || {
        thread::sleep(LOOK_EVERY);
        let (session, now) = (app.state::<Session>(), read());
        session.take_back_due(now.measured);
        let locked = screen.is_locked(screen::looks_locked());
        if locked || now.slept_since(&before) || session.is_idle(now.measured) {
            session.close_by_itself();
        }
        before = now;
    })
}

/// Copies what only the register's folder has to this computer, one file after another, and then seals
/// earlier states anew if that was left undone. It is done beside everything else, and a large file must
/// not keep the watch from locking.
fn begin_to_copy(app: AppHandle) -> std::io::Result<()> {
    again_and_again("copies", move || {
        let session = app.state::<Session>();
        if !session.copy_next() {
            session.go_on_resealing();
            thread::sleep(LOOK_EVERY);
        }
    })
}

/// Looks what other computers do with the register. A folder on a share that does not answer holds up
/// nobody but this thread.
fn begin_to_look_around(app: AppHandle) -> std::io::Result<()> {
    again_and_again("look around", move || {
        thread::sleep(LOOK_AROUND_EVERY);
        app.state::<Session>().look_around();
    })
}

/// Takes turns in a thread of its own. A fault in one is no reason to lock no more: there is a next one.
fn again_and_again(name: &str, mut turn: impl FnMut() + Send + 'static) -> std::io::Result<()> {
    let turns = move || loop {
        if panic::catch_unwind(AssertUnwindSafe(&mut turn)).is_err() {
            thread::sleep(LOOK_EVERY);
        }
    };
    thread::Builder::new().name(name.to_owned()).spawn(turns)?;
    Ok(())
}

fn read() -> Clocks {
    Clocks {
        measured: clock::instant(),
        wall: clock::now(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn a_fault_in_one_turn_ends_nothing() {
        let (sender, turns) = mpsc::channel();
        let mut turn = 0;
        again_and_again("faulty", move || {
            turn += 1;
            let _ = sender.send(turn);
            thread::sleep(Duration::from_millis(20));
            assert!(turn != 1, "the first one fails");
        })
        .unwrap();
        let within = Duration::from_secs(30);
        assert_eq!(turns.recv_timeout(within), Ok(1));
        assert_eq!(turns.recv_timeout(within), Ok(2));
    }
}
