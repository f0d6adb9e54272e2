//! What leaves the register as files: readable by this person alone, and named after nobody.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use kundbok_core::binder::{self, Paper};
use kundbok_core::consents::{self, PrintConsent};
use kundbok_core::customers::{self, CustomerId, Source};
use kundbok_core::documents::{PrintedFile, recovery};
use kundbok_core::informed::letters::{Letters, SaveLetters};
use kundbok_core::inventory::Purpose;
use kundbok_core::processing::letter::{self, WriteLetter};
use kundbok_core::processing::policy::{self, ExportPolicy, PolicyFormat};
use kundbok_core::processing::record::RecordFacts;
use kundbok_core::processing::suppliers::agreement::{self, SupplierAgreement};
use kundbok_core::register::{Action, Change, Connection, Register};
use kundbok_core::requests::handover::{HandOver, PrepareHandOver};
use kundbok_core::vault::{self, RecoveryKey, RegisterFolder};
use kundbok_core::{Language, Result, attachments};
use kundbok_tests::sample;
use kundbok_tests::{attach, back_up, export};

use super::now;

/// The names of all customers in the sample, by word; initials apart.
fn names() -> BTreeSet<String> {
    let customers = sample::customers();
    let words = customers.iter().flat_map(|customer| {
        let fields = &customer.fields;
        format!("{} {}", fields.given_name, fields.family_name)
            .split_whitespace()
            .map(str::to_lowercase)
            .collect::<Vec<_>>()
    });
    words.filter(|word| word.chars().count() > 2).collect()
}

/// Every file and folder below, without `root` itself.
fn below(root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(below(&path));
        }
        found.push(path);
    }
    found
}

/// Everything that Kundbok exports, in every language. Before that, links with the names that they are
/// about to get lead out of the folder.
fn export_all(root: &Path) -> PathBuf {
    let folder = RegisterFolder::at(root.join("register"));
    let (mut register, recovery) = sample::make(&folder, &root.join("local")).unwrap();
    let out = root.join("out");
    fs::create_dir(&out).unwrap();
    register
        .write(now(), Action::AdoptPolicy, |connection| {
            Ok(Change::of_nobody(policy::adopt(
                connection,
                sample::LAST_DAY,
            )?))
        })
        .unwrap();
    for language in Language::ALL {
        hand_over(&register, language, &out);
        let papers = register.read(|connection| papers(connection, &recovery, language));
        for file in papers.unwrap() {
            let path = out.join(file.name);
            bait(root, &path);
            vault::export(&path, &file.bytes).unwrap();
        }
        write_letters(&register, language, &out);
    }
    copy_file(&mut register, root, &out);
    bait(root, &out.join("kundbok-2026-11-20-1930.zip"));
    back_up(&register, &out, now()).unwrap();
    out
}

/// Her data for one customer, with and without a password.
fn hand_over(register: &Register, language: Language, out: &Path) {
    for password in [None, Some("hemligt ord")] {
        let request = HandOver {
            prepared: PrepareHandOver {
                customer_id: CustomerId(1),
                language,
                keep: Vec::new(),
            },
            password: password.map(str::to_owned),
        };
        let copy = kundbok_tests::hand_over(register, now(), &request).unwrap();
        let (written, name) = copy.write(out, &register.attachments(), now()).unwrap();
        assert_eq!(written.keep(), out.join(&name));
    }
}

/// Every single paper, under the name that the window offers.
fn papers(
    connection: &Connection,
    recovery: &RecoveryKey,
    language: Language,
) -> Result<Vec<PrintedFile>> {
    let today = sample::LAST_DAY;
    let told_by_others = told_by_others(connection)?;
    let facts = RecordFacts::gather(connection, sample::SECURITY, language, today)?;
    let mut files = vec![
        recovery::sheet(connection, recovery, language, today)?,
        policy::export_short(connection, today, language)?,
        binder::workbook(&facts)?,
        agreement::export(connection, today, &SupplierAgreement { id: 1, language })?,
        letter::write(
            connection,
            today,
            WriteLetter {
                customer_id: told_by_others[0],
                language,
            },
        )?,
    ];
    for format in PolicyFormat::ALL {
        let request = ExportPolicy {
            version: 1,
            language,
            format,
        };
        files.push(policy::export(connection, &request)?);
    }
    for paper in [
        Paper::Record,
        Paper::Balancing,
        Paper::Retention,
        Paper::Binder,
    ] {
        files.push(binder::print(connection, &facts, paper, &mut |_| {})?);
    }
    for customer_id in [None, Some(CustomerId(1))] {
        let request = PrintConsent {
            to: Purpose::Photo.into(),
            version: 1,
            language,
            customer_id,
        };
        files.push(consents::print(connection, today, &request)?);
    }
    let letters = letters(connection, language)?;
    files.extend(letters.bind(&mut |_| Ok(true))?);
    Ok(files)
}

/// Letters in a folder, a file each.
fn write_letters(register: &Register, language: Language, out: &Path) {
    let letters = register.read(|connection| letters(connection, language));
    let letters = letters.unwrap();
    let folder = out.join(letters.name().unwrap()).with_extension("");
    assert!(letters.file(folder, &mut |_| Ok(true)).unwrap());
}

fn letters(connection: &Connection, language: Language) -> Result<Letters> {
    let request = SaveLetters {
        customers: told_by_others(connection)?,
        language,
        together: true,
    };
    Letters::gather(connection, sample::LAST_DAY, &request)
}

/// Three customers whose data came from someone else.
fn told_by_others(connection: &Connection) -> Result<Vec<CustomerId>> {
    let mut found = Vec::new();
    for id in (1..).map(CustomerId) {
        if customers::view(connection, id)?.fields.source != Source::Person {
            found.push(id);
        }
        if found.len() == 3 {
            break;
        }
    }
    Ok(found)
}

/// A copy of a file that is kept, whose own name tells whose it is.
fn copy_file(register: &mut Register, root: &Path, out: &Path) {
    let agreement = root.join("Avtal Elin Bergdahl.pdf");
    fs::write(&agreement, sample::agreement(sample::LAST_DAY).unwrap()).unwrap();
    attach(register, CustomerId(1), &agreement, now()).unwrap();
    let view = register.read(|connection| customers::view(connection, CustomerId(1)));
    let kept = view.unwrap().attachments.last().unwrap().id;
    let row = register.attachment(kept).unwrap();
    for language in Language::ALL {
        let name = register
            .read(|connection| attachments::copy_name(connection, &row, language))
            .unwrap();
        assert!(name.ends_with("-2026-11-20.pdf"), "{name}");
        let path = out.join(name);
        if !path.exists() {
            bait(root, &path);
        }
        export(register, kept, &path).unwrap();
    }
}

/// Lays a link to a file elsewhere where an export is about to go.
fn bait(root: &Path, path: &Path) {
    let elsewhere = root.join("elsewhere");
    fs::write(&elsewhere, b"mine").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(&elsewhere, path).unwrap();
}

#[test]
fn no_export_is_named_after_a_customer() {
    let root = tempfile::tempdir().unwrap();
    let out = export_all(root.path());
    let names = names();
    assert!(names.contains("bergdahl") && names.len() > 100);
    let found = below(&out);
    assert!(found.len() > 20, "{found:?}");
    for path in found {
        let name = path
            .strip_prefix(&out)
            .unwrap()
            .to_string_lossy()
            .to_lowercase();
        let words = name.split(|c: char| !c.is_alphabetic());
        for word in words {
            assert!(!names.contains(word), "{name}");
        }
    }
}

#[cfg(unix)]
#[test]
fn only_this_person_may_read_an_export_and_no_link_is_followed() {
    use std::os::unix::fs::PermissionsExt;
    let root = tempfile::tempdir().unwrap();
    let out = export_all(root.path());
    assert_eq!(fs::read(root.path().join("elsewhere")).unwrap(), b"mine");
    let (mut files, mut folders) = (0, 0);
    for path in below(&out) {
        let found = path.symlink_metadata().unwrap();
        if found.is_symlink() {
            // The backup took the next free name.
            assert!(path.ends_with("kundbok-2026-11-20-1930.zip"));
            continue;
        }
        let mode = found.permissions().mode() & 0o777;
        let (expected, count) = if found.is_dir() {
            (0o700, &mut folders)
        } else {
            (0o600, &mut files)
        };
        assert_eq!(mode, expected, "{}", path.display());
        *count += 1;
    }
    assert!(
        files > 60 && folders == 9,
        "{files} files, {folders} folders"
    );
}

#[cfg(unix)]
#[test]
fn a_hand_over_does_not_go_into_a_folder_that_a_link_names() {
    let root = tempfile::tempdir().unwrap();
    let folder = RegisterFolder::at(root.path().join("register"));
    let (register, _) = sample::make(&folder, &root.path().join("local")).unwrap();
    let request = HandOver {
        prepared: PrepareHandOver {
            customer_id: CustomerId(1),
            language: Language::Sv,
            keep: Vec::new(),
        },
        password: None,
    };
    let copy = kundbok_tests::hand_over(&register, now(), &request).unwrap();
    let (out, elsewhere) = (root.path().join("out"), root.path().join("elsewhere"));
    fs::create_dir(&out).unwrap();
    fs::create_dir(&elsewhere).unwrap();
    let name = format!("{}-2026-11-20", copy.number);
    std::os::unix::fs::symlink(&elsewhere, out.join(&name)).unwrap();
    let (written, taken) = copy.write(&out, &register.attachments(), now()).unwrap();
    written.keep();
    assert_eq!(taken, format!("{name}-2"));
    assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 0);
}
