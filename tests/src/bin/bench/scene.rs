//! A register of some size, and what is measured on it.

use std::fs;
use std::hint::black_box;
use std::iter;
use std::path::{Path, PathBuf};
use std::process::Command;

use kundbok_core::Language;
use kundbok_core::binder::{self, Paper};
use kundbok_core::customers::{
    self, CustomerId, EditCustomer, ListCustomers, Sort, known, take_in,
};
use kundbok_core::exchange::import::ConfirmImport;
use kundbok_core::exchange::plan::{ImportPlan, identity};
use kundbok_core::processing::business::Country;
use kundbok_core::processing::drift;
use kundbok_core::processing::policy::{self, ExportPolicy};
use kundbok_core::processing::record::RecordFacts;
use kundbok_core::purchases::PurchaseFields;
use kundbok_core::register::{Action, Change, Register};
use kundbok_core::requests::handover::{HandOver, PrepareHandOver};
use kundbok_core::vault::{Passphrase, RecoveryKey, RegisterFolder};
use kundbok_tests::{here, sample};
use secrecy::ExposeSecret;

use crate::keepassxc;
use crate::table::{Measure, median_and_p95, repeat};
use crate::{MEMORY, Outcome};

/// What the goals are set for.
const GOAL_SIZE: usize = 10_000;

/// Rows of the list that is imported.
const LIST: usize = 10_000;

/// Purchase lines of the customer whose copy is measured.
const LINES: usize = 1_000;

/// Queries as people type them.
pub const TYPED: [&str; 5] = ["lindq", "anna ber", "070-174 06 38", "kund99@po", "lillvik"];

/// A register on the disk that the program was built on, with what the baselines need beside it.
pub struct Scene {
    pub folder: PathBuf,
    customers: usize,
    runs: usize,
    /// She who bought a thousand lines.
    buyer: CustomerId,
    recovery: RecoveryKey,
}

impl Scene {
    pub fn make(parent: &Path, customers: usize, runs: usize) -> Outcome<Self> {
        let folder = parent.join(customers.to_string());
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(folder.join("register"))?;
        let (mut register, recovery) = Register::create(
            &here(
                RegisterFolder::at(folder.join("register")),
                &folder.join("local"),
            ),
            sample::business(),
            &Passphrase::from(sample::PASSPHRASE.to_owned()),
        )?;
        let mut people = sample::scaled(customers);
        let first = people.first_mut().ok_or("nobody")?;
        // Four lines each, as bought at a party.
        let line = first.purchases[0].lines[0].clone();
        first.purchases = iter::repeat_n(first.purchases[0].clone(), LINES / 4)
            .map(|purchase| PurchaseFields {
                lines: vec![line.clone(); 4],
                ..purchase
            })
            .collect();
        let buyer = sample::put_into(&mut register, people)?[0];
        fs::write(folder.join("recovery.txt"), recovery.text().expose_secret())?;
        Ok(Self {
            folder,
            customers,
            runs,
            buyer,
            recovery,
        })
    }

    pub fn measure(&self) -> Outcome<Vec<Measure>> {
        let mut measures = vec![self.unlock()?, self.recover()?];
        let mut register = self.open("register")?;
        measures.push(self.save(&mut register)?);
        measures.push(self.search(&register)?);
        measures.push(self.hand_over(&register)?);
        measures.push(self.policy(&mut register)?);
        measures.push(self.drift(&register)?);
        measures.push(self.binder(&register)?);
        drop(register);
        measures.extend(self.beside_keepassxc()?);
        measures.extend(self.painted()?);
        measures.push(self.import()?);
        measures.extend(self.memory()?);
        Ok(measures)
    }

    /// A row of figures in milliseconds.
    pub fn row(
        &self,
        name: &'static str,
        times: Vec<f64>,
        baseline: Option<Vec<f64>>,
        goal: impl Into<Option<f64>>,
    ) -> Measure {
        let (median, p95) = median_and_p95(times);
        Measure {
            name,
            customers: Some(self.customers),
            unit: "ms",
            median,
            p95,
            baseline: baseline.map(|times| median_and_p95(times).0),
            goal: goal.into().filter(|_| self.customers == GOAL_SIZE),
            p95_goal: None,
        }
    }

    fn open(&self, folder: &str) -> kundbok_core::Result<Register> {
        Register::open_with_recovery_key(
            &here(
                RegisterFolder::at(self.folder.join(folder)),
                &self.folder.join("local"),
            ),
            &self.recovery,
        )
    }

    /// With the recovery key, which takes no scrypt.
    fn unlock(&self) -> Outcome<Measure> {
        let times = repeat(self.runs, || Ok(self.open("register")?))?;
        let baseline = repeat(self.runs, || {
            self.shell(
                "age -d -i recovery.txt -o image.sqlite register/register.age
                 test \"$(sqlite3 image.sqlite 'PRAGMA quick_check')\" = ok",
            )
        })?;
        Ok(self.row("unlock without scrypt", times, Some(baseline), 60.0))
    }

    /// A register cut short: it is put back from this computer's history and opened.
    fn recover(&self) -> Outcome<Measure> {
        let file = self.folder.join("register/register.age");
        let whole = fs::read(&file)?;
        let mut times = Vec::new();
        for _ in 0..self.runs {
            fs::write(&file, &whole[..whole.len() - 1])?;
            times.extend(repeat(1, || Ok(self.open("register")?))?);
        }
        Ok(self.row("unlock of a damaged register", times, None, 1_000.0))
    }

    /// An edit of a note, until it is on disk. The baseline leaves `image.sqlite` changed, which
    /// nobody reads afterwards.
    fn save(&self, register: &mut Register) -> Outcome<Measure> {
        let now = sample::evening_of(sample::LAST_DAY);
        let mut fields = register
            .read(|connection| customers::view(connection, self.buyer))?
            .fields;
        let mut count = 0;
        let times = repeat(self.runs, || {
            count += 1;
            fields.notes = format!("Ringde för {count} gången.");
            let request = EditCustomer {
                id: self.buyer,
                fields: fields.clone(),
            };
            register.write(now, Action::EditCustomer, |connection| {
                customers::edit(connection, now, request)?;
                Ok(Change::of(self.buyer, ()))
            })?;
            Ok(())
        })?;
        let baseline = repeat(self.runs, || {
            self.shell(&format!(
                "sqlite3 image.sqlite \"UPDATE customer SET notes = 'Ringde.' WHERE id = {}\"
                 recipient=$(age-keygen -y recovery.txt)
                 age -e -r $recipient -r $recipient -o sealed.part image.sqlite
                 sync sealed.part
                 mv sealed.part sealed.age
                 sync .",
                self.buyer.0
            ))
        })?;
        let mut row = self.row("save of one edit", times, Some(baseline), 45.0);
        row.p95_goal = row.goal.map(|_| 80.0);
        Ok(row)
    }

    /// What `keepassxc-cli add` does: the file is opened, someone is added, it is saved.
    fn beside_keepassxc(&self) -> Outcome<Vec<Measure>> {
        let now = sample::evening_of(sample::LAST_DAY);
        let times = repeat(self.runs, || {
            let mut register = self.open("register")?;
            register.write(now, Action::AddCustomer, |connection| {
                let id = customers::add(connection, now, sample::named("Ny", "Kund"))?;
                Ok(Change::of(id, ()))
            })?;
            Ok(())
        })?;
        let people = sample::scaled(self.customers);
        let beside = keepassxc::measure(&self.folder, &people, self.runs)?;
        let (added, started) = beside.map(|times| (times.add, times.start)).unzip();
        let name = "open, add one and save; keepassxc-cli add";
        let mut rows = vec![self.row(name, times, added, None)];
        if let Some(times) = started {
            let name = "of that, keepassxc-cli's start and key";
            rows.push(self.row(name, times, None, None));
        }
        Ok(rows)
    }

    /// One key pressed, of queries as people type them.
    fn search(&self, register: &Register) -> Outcome<Measure> {
        let mut times = Vec::new();
        for query in TYPED.into_iter().flat_map(prefixes) {
            let request = ListCustomers {
                query: query.to_owned(),
                sort: Sort::Name,
                offset: 0,
                limit: 100,
                place_of: None,
            };
            times.extend(repeat(self.runs, || {
                black_box(register.list(&request));
                Ok(())
            })?);
        }
        Ok(self.row("search, one key, in the core", times, None, 2.0))
    }

    /// Everything that handing over makes: PDF, JSON and CSV.
    fn hand_over(&self, register: &Register) -> Outcome<Measure> {
        let now = sample::evening_of(sample::LAST_DAY);
        let request = HandOver {
            prepared: PrepareHandOver {
                customer_id: self.buyer,
                language: Language::Sv,
                keep: Vec::new(),
            },
            password: None,
        };
        let times = repeat(self.runs, || {
            kundbok_tests::hand_over(register, now, &request)?;
            Ok(())
        })?;
        Ok(self.row("hand-over of 1 000 purchase lines", times, None, 100.0))
    }

    /// From the register to the PDF: what it holds is looked up anew, as the policy screen does.
    fn policy(&self, register: &mut Register) -> Outcome<Measure> {
        let now = sample::evening_of(sample::LAST_DAY);
        let version = register
            .write(now, Action::AdoptPolicy, |connection| {
                Ok(Change::of_nobody(policy::adopt(
                    connection,
                    sample::LAST_DAY,
                )?))
            })?
            .value
            .version;
        let request = ExportPolicy {
            version,
            language: Language::Sv,
            format: policy::PolicyFormat::Pdf,
        };
        let times = repeat(self.runs, || {
            register.read(|connection| {
                policy::preview(connection, sample::LAST_DAY, Language::Sv)?;
                policy::export(connection, &request)
            })?;
            Ok(())
        })?;
        Ok(self.row("policy, preview and PDF", times, None, 100.0))
    }

    /// What is looked for after opening and after each save, once the window is drawn.
    fn drift(&self, register: &Register) -> Outcome<Measure> {
        let times = repeat(self.runs, || {
            register
                .read(|connection| drift::look(connection, sample::LAST_DAY, Language::Sv))
                .map(drop)?;
            Ok(())
        })?;
        Ok(self.row("what has drifted apart", times, None, 100.0))
    }

    /// Everything an inspector would ask for, from the rows to the PDF. The goal is for half as many.
    fn binder(&self, register: &Register) -> Outcome<Measure> {
        let times = repeat(self.runs.min(5), || {
            register.read(|connection| {
                let facts = RecordFacts::gather(
                    connection,
                    sample::SECURITY,
                    Language::Sv,
                    sample::LAST_DAY,
                )?;
                binder::print(connection, &facts, Paper::Binder, &mut |_| {})
            })?;
            Ok(())
        })?;
        Ok(self.row("binder", times, None, 2_000.0))
    }

    /// Reading the list, drawing up the plan, taking everyone in and saving. Each run has a register
    /// of its own, else it would find everyone there already.
    fn import(&self) -> Outcome<Measure> {
        let now = sample::evening_of(sample::LAST_DAY);
        let list = sample::csv(LIST);
        let confirmed = ConfirmImport {
            source: customers::Source::Import,
            source_detail: String::new(),
        };
        let mut times = Vec::new();
        for _ in 0..self.runs.min(5) {
            let copy = self.folder.join("copy");
            fs::create_dir_all(&copy)?;
            fs::copy(
                self.folder.join("register/register.age"),
                copy.join("register.age"),
            )?;
            let mut register = self.open("copy")?;
            times.extend(repeat(1, || {
                let known = register.read(known)?;
                let plan = ImportPlan::read(list.as_bytes(), Country::Se, |fields| {
                    identity(fields).iter().any(|sign| known.contains(sign))
                })?;
                register.write(now, Action::ImportCustomers, |connection| {
                    let about = take_in(connection, now, &plan, &confirmed)?;
                    Ok(Change::of_all(about, ()))
                })?;
                Ok(())
            })?);
        }
        Ok(self.row("import of 10 000 rows", times, None, 1_500.0))
    }

    /// Of a fresh program that opened the register: what it keeps, and what it needed at its highest.
    fn memory(&self) -> Outcome<[Measure; 2]> {
        let told = Command::new(std::env::current_exe()?)
            .arg(MEMORY)
            .arg(&self.folder)
            .output()?;
        let (kept, highest): (u64, u64) = serde_json::from_slice(&told.stdout)?;
        let row = |name, kilobytes, goal| {
            let megabytes = f64::from(u32::try_from(kilobytes).unwrap_or(u32::MAX)) / 1_000.0;
            let mut row = self.row(name, vec![megabytes], None, 150.0);
            row.unit = "MB";
            row.goal = row.goal.filter(|_| goal);
            row
        };
        Ok([
            row("memory of the core", kept, true),
            row("memory of the core, while opening", highest, false),
        ])
    }

    fn shell(&self, script: &str) -> Outcome<()> {
        let status = Command::new("bash")
            .args(["-euo", "pipefail", "-c", script])
            .current_dir(&self.folder)
            .status()?;
        status
            .success()
            .then_some(())
            .ok_or_else(|| "a baseline failed".into())
    }
}

/// What stands in the field after each key.
pub fn prefixes(query: &str) -> impl Iterator<Item = &str> {
    query
        .char_indices()
        .map(|(at, letter)| &query[..at + letter.len_utf8()])
}
