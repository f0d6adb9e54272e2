//! Opening the register without Kundbok, as `READ ME.txt` in its folder says.

use std::fs;
use std::path::Path;
use std::process::Command;

use kundbok_core::register::Register;
use kundbok_tests::sample;
use secrecy::ExposeSecret;

use super::Computer;

/// The commands that `READ ME.txt` gives under the line that begins so.
fn commands(read_me: &str, paragraph: &str) -> Vec<String> {
    let commands: Vec<String> = read_me
        .lines()
        .skip_while(|line| !line.starts_with(paragraph))
        .skip(1)
        .skip_while(|line| !line.starts_with("    "))
        .take_while(|line| line.starts_with("    "))
        .map(|line| line.trim().to_owned())
        .collect();
    assert!(!commands.is_empty(), "{paragraph}");
    commands
}

fn run(folder: &Path, command: &str) -> String {
    let output = Command::new("sh")
        .args(["-c", command])
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(output.status.success(), "{command}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn sample_register() -> (Computer, String) {
    let computer = Computer::new();
    let (register, recovery): (Register, _) =
        sample::make(&computer.folder(), &computer.local()).unwrap();
    drop(register);
    let key = recovery.text().expose_secret().to_owned();
    (computer, key)
}

#[test]
fn the_recovery_key_the_age_command_and_sqlite_are_enough() {
    let (computer, key) = sample_register();
    let folder = computer.folder().path().to_owned();
    let read_me = fs::read_to_string(folder.join("READ ME.txt")).unwrap();
    fs::write(folder.join("recovery.txt"), key).unwrap();
    for command in commands(&read_me, "With the recovery sheet") {
        run(&folder, &command);
    }
    let ask = |sql: &str| run(&folder, &format!("sqlite3 register.sqlite '{sql}'"));
    assert_eq!(ask("PRAGMA integrity_check").trim(), "ok");
    assert_eq!(ask("PRAGMA foreign_key_check").trim(), "");
    assert_eq!(ask("SELECT count(*) FROM customer").trim(), "250");
    let found =
        ask("SELECT given_name, family_name FROM customer WHERE family_name = \"Bergdahl\"");
    assert_eq!(found.trim(), "Elin|Bergdahl");
}

#[test]
fn the_passphrase_opens_the_key_file_and_that_the_register() {
    let (computer, _) = sample_register();
    let folder = computer.folder().path().to_owned();
    let read_me = fs::read_to_string(folder.join("READ ME.txt")).unwrap();
    let commands = commands(&read_me, "With the passphrase");
    // `age` asks for a passphrase on a terminal only: `script` gives it one.
    for command in commands {
        run(
            &folder,
            &format!(
                "printf '%s\\n' '{}' | script --quiet --return --command '{command}' /dev/null",
                sample::PASSPHRASE
            ),
        );
    }
    let count = run(
        &folder,
        "sqlite3 register.sqlite 'SELECT count(*) FROM customer'",
    );
    assert_eq!(count.trim(), "250");
}

#[test]
fn no_file_holds_anything_readable() {
    let (computer, key) = sample_register();
    let canaries = [
        "Bergdahl",
        "elin.bergdahl",
        "Rönnstigen",
        "Nattserum",
        "Lindqvist",
        "Ängens",
        "SQLite format",
        "lykta",
        &key,
    ];
    let files = computer.files();
    assert!(files.len() >= 5);
    for (path, contents) in files {
        for canary in canaries {
            let utf16: Vec<u8> = canary.encode_utf16().flat_map(u16::to_le_bytes).collect();
            for bytes in [canary.as_bytes(), &utf16] {
                assert!(
                    !contents.windows(bytes.len()).any(|window| window == bytes),
                    "{} holds {canary}",
                    path.display()
                );
            }
        }
    }
}
