//! What was typed last is kept before the window closes.

use std::thread;
use std::time::Duration;

use tauri::{Manager, Window, WindowEvent};

use crate::state::Session;

/// A window that does not answer for this long closes all the same.
const PATIENCE: Duration = Duration::from_secs(2);

/// Has a window that is to be closed asked whether there is something to keep; it closes itself then.
pub fn hear(window: &Window, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else {
        return;
    };
    if !window.state::<Session>().tell_of_closing() {
        return;
    }
    let asked = window.clone();
    let close = move || {
        thread::sleep(PATIENCE);
        // It is gone already, where all is well.
        let _ = asked.destroy();
    };
    if thread::Builder::new().spawn(close).is_ok() {
        api.prevent_close();
    }
}
