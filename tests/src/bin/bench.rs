//! Measures what people wait for, on registers of three sizes, beside what the `age` and `sqlite3`
//! commands need for the same image in the same run. Prints a table and leaves `target/bench.json`.
#![forbid(unsafe_code)]

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::io::{Write, stdout};
use std::iter;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use age::secrecy::SecretString;
use kundbok_core::Language;
use kundbok_core::customers::{
    self, CustomerId, EditCustomer, ListCustomers, Sort, known, take_in,
};
use kundbok_core::exchange::import::ConfirmImport;
use kundbok_core::exchange::plan::{ImportPlan, identity};
use kundbok_core::processing::business::Country;
use kundbok_core::processing::policy::{self, ExportPolicy};
use kundbok_core::purchases::PurchaseFields;
use kundbok_core::register::{Action, Change, Register};
use kundbok_core::requests::handover::{self, HandOver, PrepareHandOver};
use kundbok_core::vault::{Passphrase, RecoveryKey, RegisterFolder};
use kundbok_tests::sample;
use secrecy::ExposeSecret;
use serde::Serialize;

/// Customers, and how often each thing is measured; ten times as many customers take ten times as
/// long.
const SIZES: [(usize, usize); 3] = [(1_000, 20), (10_000, 20), (100_000, 3)];

/// What the goals are set for.
const GOAL_SIZE: usize = 10_000;

/// Rows of the list that is imported.
const LIST: usize = 10_000;

/// Purchase lines of the customer whose copy is measured.
const LINES: usize = 1_000;

/// log2 of scrypt's N in a key file that people use.
const SCRYPT_FACTOR: u8 = 18;

/// The argument that makes this program the child whose memory is measured.
const MEMORY: &str = "memory";

type Outcome<T> = Result<T, Box<dyn Error>>;

/// One row of the table.
#[derive(Serialize)]
struct Measure {
    name: &'static str,
    /// `None` where the size of the register plays no part.
    customers: Option<usize>,
    unit: &'static str,
    median: f64,
    p95: f64,
    baseline: Option<f64>,
    goal: Option<f64>,
}

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [] => measure_all(),
        [word, folder] if word == MEMORY => tell_memory(Path::new(folder)),
        _ => Err("it takes no arguments".into()),
    }
}

fn measure_all() -> Outcome<()> {
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target");
    let mut measures = Table::begin()?;
    measures.add(scrypt()?)?;
    for (customers, runs) in SIZES {
        let scene = Scene::make(&target.join("bench"), customers, runs)?;
        for measure in scene.measure()? {
            measures.add(measure)?;
        }
        // A million purchases, unsealed by the baselines: nothing to leave lying about.
        fs::remove_dir_all(&scene.folder)?;
    }
    let path = target.join("bench.json");
    fs::write(&path, serde_json::to_vec_pretty(&measures.rows)?)?;
    Ok(())
}

/// The rows so far, printed as they come.
struct Table {
    rows: Vec<Measure>,
}

impl Table {
    fn begin() -> Outcome<Self> {
        writeln!(
            stdout(),
            "{:<44} {:>9} {:>9} {:>9} {:>9} {:>7}",
            "",
            "customers",
            "median",
            "p95",
            "baseline",
            "goal"
        )?;
        Ok(Self { rows: Vec::new() })
    }

    fn add(&mut self, measure: Measure) -> Outcome<()> {
        let figure = |figure: Option<f64>| {
            figure.map_or_else(|| "-".to_owned(), |figure| format!("{figure:.2}"))
        };
        writeln!(
            stdout(),
            "{:<44} {:>9} {:>9} {:>9} {:>9} {:>7} {}",
            measure.name,
            measure
                .customers
                .map_or_else(|| "-".to_owned(), |customers| customers.to_string()),
            figure(Some(measure.median)),
            figure(Some(measure.p95)),
            figure(measure.baseline),
            figure(measure.goal),
            measure.unit,
        )?;
        self.rows.push(measure);
        Ok(())
    }
}

/// A register on the disk that the program was built on, with what the baselines need beside it.
struct Scene {
    folder: PathBuf,
    customers: usize,
    runs: usize,
    /// She who bought a thousand lines.
    buyer: CustomerId,
    recovery: RecoveryKey,
}

impl Scene {
    fn make(parent: &Path, customers: usize, runs: usize) -> Outcome<Self> {
        let folder = parent.join(customers.to_string());
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(folder.join("register"))?;
        let (mut register, recovery) = Register::create(
            &RegisterFolder::at(folder.join("register")),
            &folder.join("local"),
            sample::business(),
            &Passphrase::from(sample::PASSPHRASE.to_owned()),
            Language::Sv,
            sample::evening_of(sample::LAST_DAY),
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

    fn measure(&self) -> Outcome<Vec<Measure>> {
        let mut measures = vec![self.unlock()?];
        let mut register = self.open("register")?;
        measures.push(self.save(&mut register)?);
        measures.push(self.search(&register)?);
        measures.push(self.hand_over(&register)?);
        measures.push(self.policy(&mut register)?);
        drop(register);
        measures.push(self.import()?);
        measures.extend(self.memory()?);
        Ok(measures)
    }

    /// A row of figures in milliseconds.
    fn row(
        &self,
        name: &'static str,
        times: Vec<f64>,
        baseline: Option<Vec<f64>>,
        goal: f64,
    ) -> Measure {
        let (median, p95) = median_and_p95(times);
        Measure {
            name,
            customers: Some(self.customers),
            unit: "ms",
            median,
            p95,
            baseline: baseline.map(|times| median_and_p95(times).0),
            goal: (self.customers == GOAL_SIZE).then_some(goal),
        }
    }

    fn open(&self, folder: &str) -> kundbok_core::Result<Register> {
        Register::open_with_recovery_key(
            RegisterFolder::at(self.folder.join(folder)),
            &self.folder.join("local"),
            &self.recovery,
            Language::Sv,
        )
    }

    /// With the recovery key, which takes no scrypt.
    fn unlock(&self) -> Outcome<Measure> {
        let times = repeat(self.runs, || {
            self.open("register")?;
            Ok(())
        })?;
        let baseline = repeat(self.runs, || {
            self.shell(
                "age -d -i recovery.txt -o image.sqlite register/register.age
                 test \"$(sqlite3 image.sqlite 'PRAGMA quick_check')\" = ok",
            )
        })?;
        Ok(self.row("unlock without scrypt", times, Some(baseline), 60.0))
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
        Ok(self.row("save of one edit", times, Some(baseline), 40.0))
    }

    /// One key pressed, of queries as people type them.
    fn search(&self, register: &Register) -> Outcome<Measure> {
        let typed = ["lindq", "anna ber", "070-174 06 38", "kund99@po", "lillvik"];
        let keystrokes = typed.iter().flat_map(|query| {
            query
                .char_indices()
                .map(|(at, letter)| &query[..at + letter.len_utf8()])
        });
        let mut times = Vec::new();
        for query in keystrokes {
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
            register.read(|connection| handover::make(connection, now, &request))?;
            Ok(())
        })?;
        Ok(self.row("hand-over PDF of 1 000 purchase lines", times, None, 100.0))
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
                    Ok(Change {
                        value: (),
                        about: take_in(connection, now, &plan, &confirmed)?,
                    })
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

/// Unwrapping a key file, at the strength that people use: this program is built with a weaker one.
fn scrypt() -> Outcome<Measure> {
    let passphrase = SecretString::from(sample::PASSPHRASE.to_owned());
    let mut recipient = age::scrypt::Recipient::new(passphrase.clone());
    recipient.set_work_factor(SCRYPT_FACTOR);
    let sealed = age::encrypt(&recipient, b"a key")?;
    let identity = age::scrypt::Identity::new(passphrase);
    let times = repeat(5, || {
        age::decrypt(&identity, &sealed)?;
        Ok(())
    })?;
    let (median, p95) = median_and_p95(times);
    Ok(Measure {
        name: "scrypt of a passphrase",
        customers: None,
        unit: "ms",
        median,
        p95,
        baseline: None,
        goal: None,
    })
}

/// What this program keeps in memory with the register in `folder` open, and what it needed at its
/// highest, in kB (proc(5): `VmRSS`, `VmHWM`).
fn tell_memory(folder: &Path) -> Outcome<()> {
    let recovery = RecoveryKey::read(&fs::read_to_string(folder.join("recovery.txt"))?)?;
    let register = Register::open_with_recovery_key(
        RegisterFolder::at(folder.join("register")),
        &folder.join("local"),
        &recovery,
        Language::Sv,
    )?;
    let status = fs::read_to_string("/proc/self/status")?;
    let kilobytes = |name| -> Outcome<u64> {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        let figure = line.and_then(|line| line.split_whitespace().next());
        Ok(figure.ok_or("no such figure")?.parse()?)
    };
    let told = (kilobytes("VmRSS:")?, kilobytes("VmHWM:")?);
    drop(register);
    serde_json::to_writer(stdout(), &told)?;
    Ok(())
}

/// How long each of `runs` takes, in milliseconds.
fn repeat(runs: usize, mut run: impl FnMut() -> Outcome<()>) -> Outcome<Vec<f64>> {
    (0..runs)
        .map(|_| {
            let start = Instant::now();
            run()?;
            Ok(start.elapsed().as_secs_f64() * 1_000.0)
        })
        .collect()
}

/// The upper median, and the value that no more than one in twenty exceeds.
fn median_and_p95(mut figures: Vec<f64>) -> (f64, f64) {
    figures.sort_by(f64::total_cmp);
    let at = |share: usize| figures[(figures.len() * share / 100).min(figures.len() - 1)];
    (at(50), at(95))
}
