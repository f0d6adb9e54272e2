//! What goes on in threads of their own. One looks once a second whether the register is to be locked
//! and a copied key taken back: also while the window's own timers sleep.

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
    thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || {
            let session = app.state::<Session>();
            let mut before = read();
            let mut screen = Screen::default();
            loop {
                thread::sleep(LOOK_EVERY);
                let now = read();
                session.take_back_due(now.measured);
                let locked = screen.is_locked(screen::looks_locked());
                if locked || now.slept_since(&before) || session.is_idle(now.measured) {
                    session.close_by_itself();
                }
                before = now;
            }
        })?;
    Ok(())
}

/// Copies what only the register's folder has to this computer, one file after another, and then seals
/// earlier states anew if that was left undone. It is done beside everything else, and a large file must
/// not keep the watch from locking.
fn begin_to_copy(app: AppHandle) -> std::io::Result<()> {
    thread::Builder::new()
        .name("copies".to_owned())
        .spawn(move || {
            let session = app.state::<Session>();
            loop {
                if !session.copy_next() {
                    session.go_on_resealing();
                    thread::sleep(LOOK_EVERY);
                }
            }
        })?;
    Ok(())
}

/// Looks what other computers do with the register. A folder on a share that does not answer holds up
/// nobody but this thread.
fn begin_to_look_around(app: AppHandle) -> std::io::Result<()> {
    thread::Builder::new()
        .name("look around".to_owned())
        .spawn(move || {
            let session = app.state::<Session>();
            loop {
                thread::sleep(LOOK_AROUND_EVERY);
                session.look_around();
            }
        })?;
    Ok(())
}

fn read() -> Clocks {
    Clocks {
        measured: clock::instant(),
        wall: clock::now(),
    }
}
