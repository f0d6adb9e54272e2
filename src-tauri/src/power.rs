//! Windows tells every window that the computer is about to sleep (`WM_POWERBROADCAST`), and waits two
//! seconds for each: long enough to lock before what is in memory is written to disk. A window that is never
//! shown listens in a thread of its own.

use std::io;
use std::sync::mpsc;
use std::thread;

use tauri::{AppHandle, Manager};
use winmsg_executor::util::{Window, WindowType};
use winmsg_executor::{FilterResult, MessageLoop};
use winsafe::co::{PBT, WM};

use crate::state::Session;

/// Listens in a thread of its own.
///
/// # Errors
/// When the system starts no thread, or has no window to give.
pub fn begin(app: AppHandle) -> io::Result<()> {
    listen(move || app.state::<Session>().close_by_itself())
}

fn listen(lock: impl Fn() + Send + 'static) -> io::Result<()> {
    let (made, is_made) = mpsc::channel();
    thread::Builder::new()
        .name("power".to_owned())
        .spawn(move || {
            let window = Window::new(WindowType::TopLevel, (), move |_, message| {
                if falls_asleep(message.msg, message.wparam) {
                    lock();
                }
                None
            });
            // Only a window of its own hears what is told to all.
            let _ = made.send(window.is_ok());
            if let Ok(_window) = window {
                MessageLoop::run(|_, _| FilterResult::Forward);
            }
        })?;
    match is_made.recv() {
        Ok(true) => Ok(()),
        _ => Err(io::Error::other("no window")),
    }
}

fn falls_asleep(message: u32, parameter: usize) -> bool {
    message == WM::POWERBROADCAST.raw() && parameter == PBT::APMSUSPEND.raw() as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falling_asleep_is_told_apart_from_what_else_becomes_of_the_power() {
        // WM_POWERBROADCAST, PBT_APMSUSPEND and PBT_APMRESUMEAUTOMATIC as winuser.h has them.
        assert!(falls_asleep(0x218, 4));
        assert!(!falls_asleep(0x218, 0x12));
        assert!(!falls_asleep(0x219, 4));
    }

    #[test]
    fn a_window_listens() {
        listen(|| ()).unwrap();
    }
}
