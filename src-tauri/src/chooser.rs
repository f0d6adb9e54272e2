//! The system's file dialogs: the one seam that the end-to-end tests answer themselves, because no
//! driver can.

use std::path::PathBuf;

use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

/// Asks for a file to read. `None` when the person cancels.
pub fn file(app: &AppHandle, kind: &str, extensions: &[&str]) -> Option<PathBuf> {
    #[cfg(feature = "e2e")]
    if let Some(answer) = scripted(app) {
        return answer;
    }
    let path = dialog(app)
        .add_filter(kind, extensions)
        .blocking_pick_file();
    path?.into_path().ok()
}

/// Asks for a file of any kind to read. `None` when the person cancels.
pub fn any_file(app: &AppHandle) -> Option<PathBuf> {
    #[cfg(feature = "e2e")]
    if let Some(answer) = scripted(app) {
        return answer;
    }
    dialog(app).blocking_pick_file()?.into_path().ok()
}

/// Asks where to write a file. `None` when the person cancels.
pub fn new_file(app: &AppHandle, name: &str, kind: &str, extension: &str) -> Option<PathBuf> {
    #[cfg(feature = "e2e")]
    if let Some(answer) = scripted(app) {
        return answer;
    }
    let path = dialog(app)
        .add_filter(kind, &[extension])
        .set_file_name(name)
        .blocking_save_file();
    path?.into_path().ok()
}

/// Asks for a folder. `None` when the person cancels.
pub fn folder(app: &AppHandle) -> Option<PathBuf> {
    #[cfg(feature = "e2e")]
    if let Some(answer) = scripted(app) {
        return answer;
    }
    dialog(app).blocking_pick_folder()?.into_path().ok()
}

fn dialog(app: &AppHandle) -> FileDialogBuilder<tauri::Wry> {
    let dialog = app.dialog().file();
    match app.get_webview_window("main") {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

/// Takes the first line of the answers file: a path, or nothing for a cancelled dialog. Without a
/// file there is no script and the person is asked.
#[cfg(feature = "e2e")]
#[allow(clippy::option_option)]
fn scripted(app: &AppHandle) -> Option<Option<PathBuf>> {
    let answers = &app.state::<crate::state::Session>().local.answers;
    let text = std::fs::read_to_string(answers).ok()?;
    let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
    std::fs::write(answers, rest).ok()?;
    Some((!first.is_empty()).then(|| PathBuf::from(first)))
}
