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

/// Listens in a thread of its own. Where there is no window to be had, the clocks tell at waking.
///
/// # Errors
/// When the system starts no thread.
pub fn begin(app: AppHandle) -> io::Result<()> {
    listen(move || app.state::<Session>().close_by_itself()).map(drop)
}

/// Answers whether it listens.
fn listen(lock: impl Fn() + Send + 'static) -> io::Result<bool> {
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
    Ok(is_made.recv().unwrap_or_default())
}

fn falls_asleep(message: u32, parameter: usize) -> bool {
    message == WM::POWERBROADCAST.raw() && parameter == PBT::APMSUSPEND.raw() as usize
}

#[cfg(test)]
mod tests {
    use std::process::Command;
    use std::time::Duration;

    use super::*;

    #[test]
    fn falling_asleep_is_told_apart_from_what_else_becomes_of_the_power() {
        // WM_POWERBROADCAST, PBT_APMSUSPEND and PBT_APMRESUMEAUTOMATIC as winuser.h has them.
        assert!(falls_asleep(0x218, 4));
        assert!(!falls_asleep(0x218, 0x12));
        assert!(!falls_asleep(0x219, 4));
    }

    #[test]
    fn it_is_heard_when_windows_tells_everybody() {
        let (asleep, is_asleep) = mpsc::channel();
        assert!(listen(move || asleep.send(()).unwrap()).unwrap());
        // `make windows` builds it beside the program.
        let tests = std::env::current_exe().unwrap();
        let program = tests.ancestors().nth(2).unwrap().join("fall_asleep.exe");
        assert!(Command::new(program).status().unwrap().success());
        is_asleep.recv_timeout(Duration::from_secs(5)).unwrap();
        assert!(is_asleep.try_recv().is_err(), "waking locks nothing");
    }
}
