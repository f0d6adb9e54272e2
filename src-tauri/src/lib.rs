//! The shell: one window, the plugins, the command list. Everything that is decided is decided in
//! `kundbok-core`.
#![forbid(unsafe_code)]

mod chooser;
mod clipboard;
mod clock;
mod closing;
mod commands;
mod error;
mod idle;
mod local;
#[cfg(target_os = "linux")]
mod logind;
#[cfg(windows)]
mod power;
mod process;
mod screen;
mod state;
mod tries;
mod watch;

use tauri::{Manager, RunEvent};

use crate::local::Local;
use crate::state::Session;

/// Opens the window and runs until it is closed.
///
/// # Panics
/// When the system can show no window at all.
pub fn run() {
    #[cfg(not(feature = "e2e"))]
    process::refuse_automation();
    #[cfg(unix)]
    process::keep_memory_to_itself();
    process::keep_panics_quiet();
    let local = Local::from_arguments(std::env::args_os());
    let context = context(&local);
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            if let Some(window) = app.get_webview_window("main") {
                let _ = window.unminimize();
                let _ = window.set_focus();
            }
        }))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .manage(Session::new(local))
        .on_window_event(closing::hear)
        .invoke_handler(commands::all())
        .setup(|app| Ok(watch::begin(app.handle().clone())?))
        .build(context)
        .expect("no window could be opened")
        .run(|app, event| {
            if let RunEvent::Exit = event {
                app.state::<Session>().finish();
            }
        });
}

fn context(local: &Local) -> tauri::Context {
    let mut context = tauri::generate_context!();
    let config = context.config_mut();
    // A second start brings the first one forward, and the first is found by this name. On other
    // data it is another Kundbok.
    if let Some(mark) = local.mark() {
        config.identifier.push_str(".on-");
        config.identifier.push_str(mark);
    }
    // A window without a profile cannot be driven, so the one that tests drive has one.
    if cfg!(feature = "e2e") {
        for window in &mut config.app.windows {
            window.incognito = false;
        }
    }
    context
}
