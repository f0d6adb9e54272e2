//! What a consultant does, through the core alone: the same calls that the window makes.

mod common;
mod hand_over;
mod hostile;
mod import;
mod keeping;
mod opening;
mod policy;
mod saving;
mod without_kundbok;

use std::fs;
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};
use kundbok_core::customers::{CustomerFields, CustomerId, CustomerList, ListCustomers, Sort};
use kundbok_core::register::{Action, Change, Register};
use kundbok_core::vault::{Passphrase, RecoveryKey, RegisterFolder};
use kundbok_core::{Language, Result, customers};
use kundbok_tests::sample;
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

    fn set_up(&self) -> (Register, RecoveryKey) {
        Register::create(
            &self.folder(),
            &self.local(),
            sample::business(),
            &passphrase(sample::PASSPHRASE),
            Language::Sv,
            now(),
        )
        .expect("a new register")
    }

    fn open(&self, words: &str) -> Result<Register> {
        Register::open(
            self.folder(),
            &self.local(),
            &passphrase(words),
            Language::Sv,
        )
    }

    fn open_by_sheet(&self, key: &RecoveryKey) -> Result<Register> {
        Register::open_with_recovery_key(self.folder(), &self.local(), key, Language::Sv)
    }

    fn sealed(&self) -> Vec<u8> {
        fs::read(self.folder().path().join("register.age")).expect("the sealed register")
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
    })
}
