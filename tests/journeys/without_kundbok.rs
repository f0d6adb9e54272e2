//! The register is hers without the program: `age` and `sqlite3` open it.

use std::fs;
use std::path::Path;
use std::process::Command;

use kundbok_tests::sample::{self, customers};
use secrecy::ExposeSecret;

use super::Computer;

#[test]
fn the_recovery_key_alone_opens_it_with_age_and_the_image_is_sound() {
    let computer = Computer::new();
    let (register, recovery) = sample::make(&computer.folder(), &computer.local()).unwrap();
    drop(register);
    let outside = tempfile::tempdir().unwrap();
    let (key, image) = (
        outside.path().join("key"),
        outside.path().join("register.db"),
    );
    fs::write(&key, recovery.text().expose_secret()).unwrap();

    let opened = Command::new("age")
        .args(["-d", "-i"])
        .arg(&key)
        .arg("-o")
        .arg(&image)
        .arg(computer.folder().path().join("register.age"))
        .status()
        .expect("age (make set-up)");
    assert!(opened.success());
    assert_eq!(ask(&image, "PRAGMA integrity_check"), "ok");
    assert_eq!(ask(&image, "PRAGMA foreign_key_check"), "");
    assert_eq!(
        ask(&image, "SELECT count(*) FROM customer"),
        customers().len().to_string()
    );
    assert_eq!(
        ask(
            &image,
            "SELECT given_name || ' ' || family_name FROM customer WHERE family_name = 'Bergdahl'"
        ),
        "Elin Bergdahl"
    );
}

fn ask(image: &Path, question: &str) -> String {
    let answer = Command::new("sqlite3")
        .arg("-readonly")
        .arg(image)
        .arg(question)
        .output()
        .expect("sqlite3 (make set-up)");
    assert!(
        answer.status.success(),
        "{}",
        String::from_utf8_lossy(&answer.stderr)
    );
    String::from_utf8(answer.stdout).unwrap().trim().to_owned()
}
