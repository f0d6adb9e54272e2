//! Every command that takes a request is sent altered ones, or it is said here why not.

use std::collections::BTreeSet;

use kundbok_tests::torture::fuzz;

use super::text_of;

/// Commands whose requests are not among those of [`fuzz::commands`], and why.
const EXCEPT: &[(&str, &[&str])] = &[
    (
        "each try would cost what a passphrase costs; any text is one, and what it opens is altered by \
         fuzz::registers",
        &[
            "set_up",
            "unlock",
            "restore_register",
            "replace_passphrase",
            "change_passphrase",
            "replace_register_key",
            "restore_backup",
        ],
    ),
    (
        "its key is read as test_recovery_key reads it",
        &[
            "unlock_with_recovery_key",
            "restore_register_with_recovery_key",
            "restore_backup_with_recovery_key",
        ],
    ),
    (
        "fuzz::lists alters the list and what is said of it",
        &["paste_import", "adjust_import", "confirm_import"],
    ),
];

/// Parameters that are no request: what the program itself gives, and closed choices without fields.
const NO_REQUEST: &[&str] = &[
    "AppHandle",
    "Window",
    "State",
    "Channel",
    "Language",
    "bool",
];

/// The module and the name of every command that the window may call.
fn commands() -> Vec<(String, String)> {
    let source = text_of("src-tauri/src/commands/mod.rs");
    let (_, list) = source.split_once("tauri::generate_handler![").unwrap();
    let (list, _) = list.split_once(']').unwrap();
    let paths = list
        .split(',')
        .map(str::trim)
        .filter(|path| !path.is_empty());
    paths
        .map(|path| {
            let (module, name) = path.split_once("::").unwrap();
            (module.to_owned(), name.to_owned())
        })
        .collect()
}

/// Whether a command has a parameter that can be altered.
fn takes_a_request(module: &str, name: &str) -> bool {
    let source = text_of(&format!("src-tauri/src/commands/{module}.rs"));
    let (_, function) = source.split_once(&format!("pub fn {name}(")).unwrap();
    let (parameters, _) = function.split_once(')').unwrap();
    parameters
        .split(": ")
        .skip(1)
        .map(|rest| rest.split([',', '<']).next().unwrap().trim())
        .any(|of_type| !NO_REQUEST.contains(&of_type))
}

#[test]
fn every_request_is_altered_at_random() {
    let commands = commands();
    assert!(commands.len() > 100, "{commands:?}");
    let known: BTreeSet<&str> = commands.iter().map(|(_, name)| name.as_str()).collect();
    let takes = commands
        .iter()
        .filter(|(module, name)| takes_a_request(module, name));
    let takes: BTreeSet<&str> = takes.map(|(_, name)| name.as_str()).collect();
    let fuzzed: BTreeSet<&str> = fuzz::commands().collect();
    let except: BTreeSet<&str> = EXCEPT
        .iter()
        .flat_map(|(_, names)| *names)
        .copied()
        .collect();

    let unknown: Vec<_> = fuzzed
        .union(&except)
        .filter(|name| !known.contains(*name))
        .collect();
    assert!(unknown.is_empty(), "no such command: {unknown:?}");
    let both: Vec<_> = fuzzed.intersection(&except).collect();
    assert!(both.is_empty(), "altered, and said not to be: {both:?}");
    let neither: Vec<_> = takes
        .iter()
        .filter(|name| !fuzzed.contains(*name) && !except.contains(*name))
        .collect();
    assert!(
        neither.is_empty(),
        "neither a seed nor a reason: {neither:?}"
    );
}
