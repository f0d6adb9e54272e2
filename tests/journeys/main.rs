//! What a consultant does, through the core alone: the same calls that the window makes. What is read
//! back with other programs (poppler, qpdf, age, sqlite3) is tried where those come with the system.

#[cfg(unix)]
mod attachments;
mod backup;
#[cfg(unix)]
mod binder;
mod consents;
mod copies;
mod drift;
#[cfg(unix)]
mod exports;
#[cfg(unix)]
mod hand_over;
#[cfg(unix)]
mod hostile;
mod import;
#[cfg(unix)]
mod informed;
mod keeping;
mod keys;
#[cfg(unix)]
mod letter;
#[cfg(unix)]
mod map;
mod merging;
mod opening;
#[cfg(unix)]
mod policy;
mod presence;
#[cfg(unix)]
mod read_back;
mod recovering;
mod retention;
mod saving;
#[cfg(unix)]
mod stored;
#[cfg(unix)]
mod suppliers;
#[cfg(unix)]
mod without_kundbok;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use kundbok_core::customers::{CustomerFields, CustomerId, CustomerList, ListCustomers, Sort};
use kundbok_core::inventory::{LegalBasis, Retention};
use kundbok_core::processing::activities::{
    ActivityFacts, ActivityTexts, AddActivity, Need, Place, Subject,
};
use kundbok_core::processing::business::Business;
use kundbok_core::register::{Action, Change, Here, Register};
use kundbok_core::vault::{Passphrase, RecoveryKey, RegisterFolder};
use kundbok_core::{Language, Result, customers};
use kundbok_tests::here;
use kundbok_tests::meddled::Meddled;
use kundbok_tests::sample::{self, named};
use kundbok_tests::torture::disk::Operation;
use tempfile::TempDir;

/// A computer with nothing on it yet.
struct Computer(TempDir);

impl Computer {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    fn folder(&self) -> RegisterFolder {
        RegisterFolder::at(self.0.path().join("register"))
    }

    fn local(&self) -> PathBuf {
        self.0.path().join("local")
    }

    fn here(&self) -> Here {
        here(self.folder(), &self.local())
    }

    /// As [`Self::here`], and `before` is told of every call to the file system before it is made.
    fn here_watched(&self, before: impl Fn(Operation, &Path) + Send + Sync + 'static) -> Here {
        let folder = self.folder();
        let folder = RegisterFolder::on(Arc::new(Meddled(before)), folder.path());
        here(folder, &self.local())
    }

    fn set_up(&self) -> (Register, RecoveryKey) {
        self.set_up_for(sample::business())
    }

    fn set_up_for(&self, business: Business) -> (Register, RecoveryKey) {
        Register::create(&self.here(), business, &passphrase(sample::PASSPHRASE))
            .expect("a new register")
    }

    /// The sealed register of a computer that has nothing to do with another.
    fn set_up_and_close(&self) -> Vec<u8> {
        drop(self.set_up());
        self.sealed()
    }

    fn open(&self, words: &str) -> Result<Register> {
        Register::open(&self.here(), &passphrase(words))
    }

    fn restore(&self, words: &str) -> Result<Register> {
        Register::restore(&self.here(), &passphrase(words))
    }

    /// Another computer with a copy of this one's register folder.
    fn copy_of_register(&self) -> Self {
        let other = Self::new();
        for (path, bytes) in self.files() {
            if let Ok(inner) = path.strip_prefix(self.folder().path()) {
                let copy = other.folder().path().join(inner);
                fs::create_dir_all(copy.parent().expect("a folder")).expect("a folder");
                fs::write(copy, bytes).expect("a copy");
            }
        }
        other
    }

    fn open_by_sheet(&self, key: &RecoveryKey) -> Result<Register> {
        Register::open_with_recovery_key(&self.here(), key)
    }

    fn file(&self) -> PathBuf {
        self.folder().path().join("register.age")
    }

    fn sealed(&self) -> Vec<u8> {
        fs::read(self.file()).expect("the sealed register")
    }

    /// Every file on it with its contents.
    fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        fn of(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
            let mut files = BTreeMap::new();
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    files.extend(of(&path));
                } else {
                    files.insert(path.clone(), fs::read(path).expect("a file"));
                }
            }
            files
        }
        of(self.0.path())
    }
}

fn passphrase(words: &str) -> Passphrase {
    Passphrase::from(words.to_owned())
}

fn now() -> DateTime<FixedOffset> {
    sample::evening_of(sample::LAST_DAY)
}

fn add(register: &mut Register, fields: CustomerFields) -> Result<CustomerId> {
    let saved = register.write(now(), Action::AddCustomer, |connection| {
        let id = customers::add(connection, now(), fields)?;
        Ok(Change::of(id, id))
    })?;
    Ok(saved.value)
}

fn find(register: &Register, query: &str) -> CustomerList {
    register.list(&ListCustomers {
        query: query.to_owned(),
        sort: Sort::Name,
        offset: 0,
        limit: 500,
        place_of: None,
    })
}

/// The full names found by a query, in order.
fn names(register: &Register, query: &str) -> Vec<String> {
    let rows = find(register, query).rows.into_iter();
    rows.map(|row| format!("{} {}", row.given_name, row.family_name))
        .collect()
}

/// What a reader finds in a PDF.
#[cfg(unix)]
fn pdf_text(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("document.pdf");
    fs::write(&path, pdf).expect("a PDF");
    let output = std::process::Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8"])
        .arg(&path)
        .arg("-")
        .output()
        .expect("pdftotext (make set-up)");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Without blanks and hyphens: a document may break a line anywhere.
#[cfg(unix)]
fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '\u{2010}' | '\u{2011}'))
        .flat_map(char::to_lowercase)
        .collect()
}

/// A use of her own, that Kundbok does not know of.
fn raffle() -> AddActivity {
    AddActivity {
        language: Language::Sv,
        facts: ActivityFacts {
            basis: LegalBasis::LegitimateInterest,
            retention: Retention::UntilObjection,
            need: Need::Voluntary,
            categories: BTreeSet::new(),
            subjects: BTreeSet::from([Subject::Guest]),
            places: BTreeSet::from([Place::Paper]),
            alone: [].into(),
        },
        texts: ActivityTexts {
            name: "Utlottning".into(),
            purpose: "För att lotta ut en ansiktsmask".into(),
            data: "lotten du fyllde i".into(),
            interest: "Jag vill att fler ska hitta hit.".into(),
            necessity: "Utan namn på lotten vet jag inte vem som vann.".into(),
            balance: "Du fyllde i den själv.".into(),
        },
        suppliers: None,
    }
}
