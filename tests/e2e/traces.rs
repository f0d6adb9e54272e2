//! What a session leaves behind: nothing about a customer, and no passphrase, in any file but the
//! sealed register and the exports that were asked for.

use std::fs;
use std::path::{Path, PathBuf};

use kundbok_tests::sample::PASSPHRASE;
use kundbok_tests::walk;
use kundbok_tests::window::{Key, Stage, program};

/// What must not be found: each is typed in the session, or stands in a file that is kept with the
/// customer, and nowhere else.
const CANARIES: [&str; 6] = [
    "Zebrafina",
    "Kvistlöpare",
    "kanariefagel@post.example",
    "Flodhästen sover i vassen",
    PASSPHRASE,
    "Näktergalen skriver under",
];

#[test]
fn a_session_leaves_nothing_readable_behind() {
    let outside = tempfile::tempdir().unwrap();
    let trace = outside.path().join("trace");
    let stage = Stage::of(watched(outside.path(), &trace));
    let exports = stage.folder().join("ut");
    fs::create_dir(&exports).unwrap();
    whole_session(&stage, &exports);

    let trace = fs::read(&trace).unwrap();
    let writes: Vec<_> = trace
        .split(|byte| *byte == b'\n')
        .filter_map(Write::of)
        .collect();
    // The watch is awake: it saw the register saved, and the canary go into what was asked for.
    assert!(
        writes
            .iter()
            .any(|write| write.path.ends_with("register.age.part"))
    );
    let asked_for = |path: &Path| path.starts_with(&exports);
    assert!(
        writes
            .iter()
            .any(|write| asked_for(&write.path) && canary_in(&write.bytes).is_some())
    );
    for write in &writes {
        if let (false, Some(canary)) = (asked_for(&write.path), canary_in(&write.bytes)) {
            panic!("“{canary}” was written to {}", write.path.display());
        }
    }

    // Memory that is mapped to a file is written without a call. So every file is read as well.
    let mut files: Vec<_> = writes.into_iter().map(|write| write.path).collect();
    files_in(stage.folder(), &mut files);
    files.retain(|path| path.is_file() && !asked_for(path));
    files.sort();
    files.dedup();
    assert!(
        files
            .iter()
            .any(|path| path.ends_with("register/register.age"))
    );
    for file in &files {
        if let Some(canary) = canary_in(&fs::read(file).unwrap()) {
            panic!("“{canary}” stands in {}", file.display());
        }
    }
}

/// Everything that is done on an ordinary day, with a customer no one has heard of.
fn whole_session(stage: &Stage, exports: &Path) {
    let window = stage.open();
    walk::set_up(stage, &window, &exports.join("blad.pdf"));
    window.press("Börja med en kund");
    window.fill("Förnamn", CANARIES[0]);
    window.fill("Efternamn", CANARIES[1]);
    window.fill("Mejl 1", CANARIES[2]);
    window.choose("Hur ni fick kontakt", "Hemkalas");
    window.fill("Anteckningar", CANARIES[3]);
    window.press("Spara");
    window.see("heading", "Zebrafina Kvistlöpare");
    // Chosen where she has it, and copied out again beside it.
    let kept = exports.join("Zebrafina Kvistlöpare.txt");
    fs::write(&kept, CANARIES[5]).unwrap();
    let copy = exports.join("kopia.txt");
    stage.answer_dialogs(&[Some(&kept), Some(&copy)]);
    window.press("Lägg till fil");
    window.see_text("är sparad hos kunden");
    window.press("Mer om Zebrafina Kvistlöpare.txt");
    window.click("menuitem", "Spara en kopia");
    window.see_text("Kopian är sparad.");
    assert_eq!(fs::read_to_string(&copy).unwrap(), CANARIES[5]);
    window.keys(&[Key::Control], 'k');
    window.fill("Hitta eller gör", CANARIES[1]);
    window.key(Key::Enter);
    window.click("link", "Lämna ut uppgifter");
    stage.answer_dialogs(&[Some(exports)]);
    window.press("Lämna ut uppgifter");
    window.see_text("Utlämnandet är antecknat hos kunden.");

    window.click("link", "Ta in från fil");
    window.press("Klistra in en tabell");
    window.fill(
        "Tabellen",
        "Namn;Mejl\nZebrafina Kvistlöpare;ny@post.example",
    );
    window.press("Läs tabellen");
    window.see_text("En rad hittades.");
    window.see_text("ny@post.example");
    window.press("Avbryt");

    window.keys(&[Key::Control], 'l');
    window.fill("Lösenfras", "Zebrafina är fel lösenfras");
    window.press("Lås upp");
    window.see_text("Det är inte rätt lösenfras");
    walk::unlock(&window, PASSPHRASE);
}

/// A script that runs the program under strace, which writes down all it writes.
fn watched(folder: &Path, trace: &Path) -> PathBuf {
    let script = folder.join("kundbok");
    let text = format!(
        "#!/bin/sh\nexec strace -f -qq -y -xx -s 16777216 --seccomp-bpf \
         -e trace=write,pwrite64,writev,pwritev,pwritev2 -o '{}' '{}' \"$@\"\n",
        trace.display(),
        program().display()
    );
    fs::write(&script, text).unwrap();
    kundbok_tests::unprivileged::set_mode(&script, 0o700);
    script
}

/// A write to a file.
struct Write {
    path: PathBuf,
    bytes: Vec<u8>,
}

impl Write {
    /// Reads `12 write(3<\x2f\x61>, "\x62\x63", 2) = 2`. `None` for what is no file: sockets, pipes,
    /// memory.
    fn of(line: &[u8]) -> Option<Self> {
        let line = std::str::from_utf8(line).ok()?;
        let (_, rest) = line.split_once('<')?;
        let (path, rest) = rest.split_once('>')?;
        let path = String::from_utf8_lossy(&from_hex(path)).into_owned();
        let memory = ["/memfd:", "/dev/"];
        if !path.starts_with('/') || memory.iter().any(|place| path.starts_with(place)) {
            return None;
        }
        Some(Self {
            path: PathBuf::from(path.trim_end_matches(" (deleted)")),
            bytes: from_hex(rest),
        })
    }
}

/// The bytes written as `\x61`; anything between them is left out.
fn from_hex(text: &str) -> Vec<u8> {
    text.split("\\x")
        .skip(1)
        .filter_map(|hex| u8::from_str_radix(hex.get(..2)?, 16).ok())
        .collect()
}

/// The canary that stands in `bytes`, in UTF-8 or UTF-16.
fn canary_in(bytes: &[u8]) -> Option<&'static str> {
    CANARIES.into_iter().find(|canary| {
        let wide = |order: fn(u16) -> [u8; 2]| canary.encode_utf16().flat_map(order).collect();
        let forms: [Vec<u8>; 3] = [
            canary.as_bytes().to_vec(),
            wide(u16::to_le_bytes),
            wide(u16::to_be_bytes),
        ];
        forms
            .iter()
            .any(|form| memchr::memmem::find(bytes, form).is_some())
    })
}

fn files_in(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            files_in(&path, files);
        } else {
            files.push(path);
        }
    }
}
