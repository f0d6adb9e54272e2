//! The baseline of `keepassxc-cli`, which keeps as many entries in one sealed file: opening it, adding
//! one, saving it. It does so in one program run each time, and its key derivation costs what was
//! asked for when the database was made: both are told in a row of their own.

use std::fmt::Write as _;
use std::fs;
use std::io::{ErrorKind, Write as _, stdout};
use std::path::Path;
use std::process::Command;

use kundbok_tests::sample::SampleCustomer;

use crate::Outcome;
use crate::table::repeat;

/// The least key derivation that it takes (milliseconds).
const DERIVATION: &str = "100";

/// What it took, in milliseconds.
pub struct Times {
    /// Opening, adding an entry and saving.
    pub add: Vec<f64>,
    /// The same on a database of one entry: starting and deriving the key.
    pub start: Vec<f64>,
}

/// Makes databases in `folder` and adds entries to them. `None` where the program is not installed.
pub fn measure(folder: &Path, people: &[SampleCustomer], runs: usize) -> Outcome<Option<Times>> {
    match Command::new("keepassxc-cli").arg("--version").output() {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            writeln!(stdout(), "(keepassxc-cli is not installed: left out)")?;
            return Ok(None);
        }
        other => other?,
    };
    let times = |name: &str, people: &[SampleCustomer]| -> Outcome<Vec<f64>> {
        let (xml, key, database) = (
            folder.join(format!("{name}.xml")),
            folder.join(format!("{name}.key")),
            folder.join(format!("{name}.kdbx")),
        );
        fs::write(&xml, as_xml(people)?)?;
        run(Command::new("keepassxc-cli")
            .args(["import", "-q", "-t", DERIVATION, "--set-key-file"])
            .args([&key, &xml, &database]))?;
        fs::remove_file(xml)?;
        let mut count = 0;
        repeat(runs, || {
            count += 1;
            run(Command::new("keepassxc-cli")
                .args(["add", "-q", "--no-password", "--notes", "Ringde.", "-k"])
                .args([&key, &database])
                .arg(format!("Ny kund {count}")))
        })
    };
    Ok(Some(Times {
        add: times("many", people)?,
        start: times("one", people.get(..1).unwrap_or_default())?,
    }))
}

fn run(command: &mut Command) -> Outcome<()> {
    let ended = command.output()?;
    if ended.status.success() {
        Ok(())
    } else {
        Err(String::from_utf8_lossy(&ended.stderr).into_owned().into())
    }
}

/// The people as `KeePass` writes entries (its XML format 2).
fn as_xml(people: &[SampleCustomer]) -> Outcome<String> {
    let mut xml = String::from(
        "<KeePassFile><Meta/><Root><Group><UUID>QUFBQUFBQUFBQUFBQUFBQQ==</UUID><Name>Kunder</Name>",
    );
    for (index, person) in people.iter().enumerate() {
        let fields = &person.fields;
        // Sixteen bytes in base 64, of which digits are a part.
        write!(xml, "<Entry><UUID>{index:021}A==</UUID>")?;
        let phone = fields.phones.first();
        for (key, value) in [
            (
                "Title",
                format!("{} {}", fields.given_name, fields.family_name),
            ),
            (
                "UserName",
                phone.map(|phone| phone.number.clone()).unwrap_or_default(),
            ),
            ("Notes", fields.notes.clone()),
        ] {
            let value = value.replace('&', "&amp;").replace('<', "&lt;");
            write!(
                xml,
                "<String><Key>{key}</Key><Value>{value}</Value></String>"
            )?;
        }
        xml.push_str("</Entry>");
    }
    xml.push_str("</Group></Root></KeePassFile>");
    Ok(xml)
}
