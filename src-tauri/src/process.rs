//! What the program does about itself before anything personal is in it.

use std::io::Write;
use std::panic;

/// Leave to drive or read the window, which every build would take from its environment: Tauri's
/// (tauri-runtime-wry, `create_webview`), `WebKitGTK`'s remote inspector, `WebView2`'s arguments
/// (among them `--remote-debugging-port`).
#[cfg(any(test, not(feature = "e2e")))]
const LEAVE: [&str; 4] = [
    "TAURI_WEBVIEW_AUTOMATION",
    "WEBKIT_INSPECTOR_SERVER",
    "WEBKIT_INSPECTOR_HTTP_SERVER",
    "WEBVIEW2_ADDITIONAL_BROWSER_ARGUMENTS",
];

/// Starts anew without [`LEAVE`] where any of it is given. A program that runs cannot safely take
/// a variable out of its own environment.
#[cfg(any(test, not(feature = "e2e")))]
pub fn refuse_automation() {
    if LEAVE.iter().all(|name| std::env::var_os(name).is_none()) {
        return;
    }
    let code = std::env::current_exe().map_or(1, |program| {
        let mut anew = std::process::Command::new(program);
        anew.args(std::env::args_os().skip(1));
        for name in LEAVE {
            anew.env_remove(name);
        }
        become_this(anew)
    });
    std::process::exit(code);
}

/// Comes back only when it failed.
#[cfg(all(unix, any(test, not(feature = "e2e"))))]
fn become_this(mut command: std::process::Command) -> i32 {
    use std::os::unix::process::CommandExt;
    let _ = command.exec();
    1
}

/// Windows replaces no process, so this one waits for the other and answers what it does.
#[cfg(all(windows, any(test, not(feature = "e2e"))))]
fn become_this(mut command: std::process::Command) -> i32 {
    let ended = command.status();
    ended.ok().and_then(|status| status.code()).unwrap_or(1)
}

/// A panic's text may hold what was being worked on. Only the place in the program is told.
pub fn keep_panics_quiet() {
    panic::set_hook(Box::new(|info| {
        if let Some(place) = info.location() {
            let _ = writeln!(std::io::stderr(), "kundbok: internal fault at {place}");
        }
    }));
}

/// A crash writes no memory to disk (setrlimit(2)), here or in what the webview starts, and on
/// Linux no other program of this person may read this one's memory (`PR_SET_DUMPABLE`(2const)).
/// Where the system refuses, the program runs all the same: nothing else depends on it.
#[cfg(unix)]
pub fn keep_memory_to_itself() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    let _ = setrlimit(Resource::Core, none);
    // A window that tests drive is also watched by them, and a watcher reads memory.
    #[cfg(all(target_os = "linux", any(test, not(feature = "e2e"))))]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

#[cfg(test)]
mod tests {
    use std::process::{Command, Output};

    use super::*;

    /// Runs one of the tests below in a program of its own, where it is the only one.
    fn alone(test: &str) -> Command {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command
            .args(["--ignored", "--exact", "--nocapture"])
            .arg(format!("process::tests::{test}"));
        command
    }

    fn said(output: &Output) -> String {
        String::from_utf8_lossy(&output.stdout).into_owned()
            + &String::from_utf8_lossy(&output.stderr)
    }

    #[test]
    fn leave_to_be_driven_is_taken_away_and_nothing_else() {
        let output = alone("tells_its_environment")
            .envs(LEAVE.map(|name| (name, "true")))
            .env("KUNDBOK_TEST", "stays")
            .output()
            .unwrap();
        assert!(output.status.success());
        let said = said(&output);
        let told = r#"left: [], another: Some("stays")"#;
        assert!(said.contains(told), "{said}");
    }

    #[test]
    #[ignore = "ends this program and begins another"]
    fn tells_its_environment() {
        refuse_automation();
        let left: Vec<_> = LEAVE.into_iter().filter_map(std::env::var_os).collect();
        let another = std::env::var_os("KUNDBOK_TEST");
        let told = format!("left: {left:?}, another: {another:?}\n");
        std::io::stdout().write_all(told.as_bytes()).unwrap();
    }

    #[test]
    fn a_panic_tells_its_place_and_no_name() {
        let output = alone("panics_about_a_customer").output().unwrap();
        let said = said(&output);
        let place = concat!("kundbok: internal fault at ", file!());
        assert!(said.contains(place), "{said}");
        assert!(!String::from_utf8_lossy(&output.stderr).contains("Elin"));
    }

    #[test]
    #[ignore = "panics"]
    fn panics_about_a_customer() {
        keep_panics_quiet();
        // In a thread: the test's own panic would be told by the test program too.
        let ended = std::thread::spawn(|| panic!("no such customer: Elin Bergdahl")).join();
        assert!(ended.is_err());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn memory_is_neither_dumped_nor_read() {
        let output = alone("keeps_its_memory").output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
    }

    #[cfg(target_os = "linux")]
    #[test]
    #[ignore = "changes this program for good"]
    fn keeps_its_memory() {
        use rustix::process::{DumpableBehavior, Resource, dumpable_behavior, getrlimit};
        assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::Dumpable);
        keep_memory_to_itself();
        assert_eq!(getrlimit(Resource::Core).maximum, Some(0));
        assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::NotDumpable);
    }
}
