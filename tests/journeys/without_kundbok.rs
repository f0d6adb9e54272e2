//! Opening the register without Kundbok, as `READ ME.txt` in its folder says.

use std::fs;
use std::path::Path;
use std::process::Command;

use kundbok_core::Language;
use kundbok_core::documents::page::{Face, Item};
use kundbok_core::documents::recovery;
use kundbok_core::register::Register;
use kundbok_core::vault::RecoveryKey;
use kundbok_core::words::Words;
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

/// The key as the recovery sheet prints it: groups, in the order they are read.
fn printed(register: &Register, key: &RecoveryKey) -> Vec<String> {
    let today = super::now().date_naive();
    let pages = register
        .read(|connection| recovery::pages(connection, key, Language::Sv, today))
        .unwrap();
    let groups = pages.into_iter().flat_map(|page| page.items);
    groups
        .filter_map(|item| match item {
            Item::Text {
                face: Face::Mono,
                text,
                ..
            } => Some(text),
            _ => None,
        })
        .collect()
}

#[test]
fn the_key_that_the_sheet_prints_opens_when_written_as_the_sheet_says() {
    let computer = Computer::new();
    let (register, key) = sample::make(&computer.folder(), &computer.local()).unwrap();
    let groups = printed(&register, &key);
    assert!(groups.len() > 10, "{groups:?}");
    drop(register);
    let folder = computer.folder().path().to_owned();
    let opens = |written: String| {
        fs::write(folder.join("recovery.txt"), written).unwrap();
        let age = Command::new("age")
            .args(["-d", "-i", "recovery.txt", "register.age"])
            .current_dir(&folder)
            .output()
            .unwrap();
        age.status.success()
    };
    // On one line, in capitals, without spaces: each of them is needed, so each is said.
    assert!(opens(groups.concat()));
    assert!(!opens(groups.join(" ")));
    assert!(!opens(groups.join("\n")));
    assert!(!opens(groups.concat().to_lowercase()));
    let read_me = fs::read_to_string(folder.join("READ ME.txt")).unwrap();
    let says = |text: &str, words: [&str; 3]| words.iter().all(|word| text.contains(word));
    assert!(says(&read_me, ["one line", "capital", "without spaces"]));
    for (language, words) in [
        (
            Language::Sv,
            ["enda rad", "stora bokstäver", "utan mellanrum"],
        ),
        (
            Language::Da,
            ["én linje", "store bogstaver", "uden mellemrum"],
        ),
        (Language::En, ["one line", "capital", "without spaces"]),
    ] {
        let text = Words::of(language)
            .unwrap()
            .get("recovery-without-text")
            .unwrap();
        assert!(says(&text, words), "{text}");
    }
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
fn the_files_kept_with_a_customer_open_as_the_read_me_says() {
    let (computer, key) = sample_register();
    let folder = computer.folder().path().to_owned();
    let read_me = fs::read_to_string(folder.join("READ ME.txt")).unwrap();
    fs::write(folder.join("recovery.txt"), key).unwrap();
    for command in commands(&read_me, "With the recovery sheet") {
        run(&folder, &command);
    }
    let commands = commands(&read_me, "Files kept with customers");
    let [which, rest @ ..] = &commands[..] else {
        panic!();
    };
    let listed = run(&folder, which);
    let picture = listed.lines().find(|line| line.ends_with("kalaset.png"));
    let (name, _) = picture.unwrap().split_once('|').unwrap();
    for command in rest {
        run(&folder, &command.replace("NAME", name));
    }
    assert_eq!(fs::read(folder.join("file")).unwrap(), sample::PICTURE);
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
        "hemkalas",
        "IHDR",
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
