//! A folder for a register and what every journey does in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{DateTime, FixedOffset};
use kundbok_core::customers::{self, CustomerFields, CustomerId, ListCustomers, Sort, Source};
use kundbok_core::processing::business::Business;
use kundbok_core::register::{Action, Change, Register};
use kundbok_core::vault::{Passphrase, RecoveryKey, RegisterFolder};
use kundbok_core::{Language, Result};
use kundbok_tests::sample;

/// The evening on which everything happens.
pub fn now() -> DateTime<FixedOffset> {
    sample::evening_of(sample::LAST_DAY)
}

/// A computer with room for a register.
pub struct Home(tempfile::TempDir);

impl Home {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn folder(&self) -> RegisterFolder {
        RegisterFolder::at(self.path().join("register"))
    }

    pub fn sealed(&self) -> PathBuf {
        self.path().join("register/register.age")
    }

    pub fn local(&self) -> PathBuf {
        self.path().join("local")
    }

    pub fn set_up(&self, business: Business) -> (Register, RecoveryKey) {
        Register::create(
            &self.folder(),
            &self.local(),
            business,
            &passphrase(sample::PASSPHRASE),
            Language::Sv,
            now(),
        )
        .unwrap()
    }

    pub fn open(&self, phrase: &str) -> Result<Register> {
        Register::open(
            self.folder(),
            &self.local(),
            &passphrase(phrase),
            Language::Sv,
        )
    }
}

pub fn passphrase(phrase: &str) -> Passphrase {
    Passphrase::from(phrase.to_owned())
}

/// A customer of whom nothing but the name is known.
pub fn named(given_name: &str, family_name: &str) -> CustomerFields {
    CustomerFields {
        given_name: given_name.to_owned(),
        family_name: family_name.to_owned(),
        phones: Vec::new(),
        emails: Vec::new(),
        addresses: Vec::new(),
        birthday: None,
        language: None,
        source: Source::Person,
        source_detail: String::new(),
        tags: Vec::new(),
        notes: String::new(),
    }
}

pub fn add(register: &mut Register, fields: CustomerFields) -> Result<CustomerId> {
    let saved = register.write(now(), Action::AddCustomer, |connection| {
        let id = customers::add(connection, now(), fields)?;
        Ok(Change::of(id, id))
    })?;
    Ok(saved.value)
}

/// The full names found by a query, in order.
pub fn found(register: &Register, query: &str) -> Vec<String> {
    let list = register.list(&ListCustomers {
        query: query.to_owned(),
        sort: Sort::Name,
        offset: 0,
        limit: 500,
    });
    list.rows
        .into_iter()
        .map(|row| format!("{} {}", row.given_name, row.family_name))
        .collect()
}

/// How many customers there are.
pub fn count(register: &Register) -> usize {
    found(register, "").len()
}

/// What a reader finds in a PDF.
pub fn pdf_text(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("document.pdf");
    fs::write(&path, pdf).unwrap();
    let output = Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8"])
        .arg(&path)
        .arg("-")
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Without blanks and hyphens: a document may break a line anywhere.
pub fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '\u{2010}' | '\u{2011}'))
        .flat_map(char::to_lowercase)
        .collect()
}
