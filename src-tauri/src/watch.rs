//! Looks once a second, in a thread of its own, whether the register is to be locked and a copied key
//! taken back: also while the window's own timers sleep.

use std::thread;
use std::time::Duration;

use tauri::{AppHandle, Manager};

use crate::clock;
use crate::idle::Clocks;
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
    thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || {
            let session = app.state::<Session>();
            let mut before = read();
            let mut looked_around = before.measured;
            loop {
                thread::sleep(LOOK_EVERY);
                let now = read();
                session.take_back_due(now.measured);
                if now.slept_since(&before) || session.is_idle(now.measured) {
                    session.close_by_itself();
                }
                if now.measured - looked_around >= LOOK_AROUND_EVERY {
                    looked_around = now.measured;
                    session.look_around();
                }
                before = now;
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
