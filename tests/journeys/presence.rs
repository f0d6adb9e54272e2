//! Two computers that share the register's folder, and find each other in it.

mod arriving;
mod unread;

use std::fs::{self, TryLockError};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use kundbok_core::register::{Finding, Here, Register, Sightings, Standing};
use kundbok_core::vault::{FileSystem, RegisterFolder, System};
use kundbok_core::{Error, Result};
use kundbok_tests::here;
use kundbok_tests::sample::{self, PASSPHRASE};
use kundbok_tests::torture::disk::Operation;

use super::{Computer, add, find, named, now, passphrase};

/// One of the computers: its own clocks, its own local folder, a folder that both share.
struct At<'a> {
    shared: &'a Computer,
    local: Computer,
    name: &'static str,
    started: Instant,
    /// How far its clock on the wall is off (minutes).
    off: i64,
    sightings: Sightings,
}

impl<'a> At<'a> {
    fn new(shared: &'a Computer, name: &'static str, started: Instant) -> Self {
        Self {
            shared,
            local: Computer::new(),
            name,
            started,
            off: 0,
            sightings: Sightings::default(),
        }
    }

    fn here(&self, seconds: u64) -> Here {
        let (now, measured) = self.clocks(seconds);
        Here {
            computer: self.name.to_owned(),
            now,
            measured,
            sightings: self.sightings.clone(),
            ..here(self.shared.folder(), &self.local.local())
        }
    }

    fn try_to_open(&self, seconds: u64) -> Result<Register> {
        Register::open(&self.here(seconds), &passphrase(PASSPHRASE))
    }

    /// Opens it and looks around. What it knew before it looked is what it sees then.
    fn open(&self, seconds: u64) -> (Register, Standing) {
        let mut register = self.try_to_open(seconds).unwrap();
        let standing = register.standing().clone();
        assert_eq!(self.look(&mut register, seconds), standing);
        (register, standing)
    }

    fn clocks(&self, seconds: u64) -> (chrono::DateTime<chrono::FixedOffset>, Instant) {
        let passed = TimeDelta::seconds(seconds.try_into().unwrap());
        let wall = now() + passed + TimeDelta::minutes(self.off);
        (wall, self.started + Duration::from_secs(seconds))
    }

    fn look(&self, register: &mut Register, seconds: u64) -> Standing {
        let (wall, measured) = self.clocks(seconds);
        register.look_around(wall, measured);
        register.standing().clone()
    }

    fn read_again(&self, register: &mut Register, take_over: bool, seconds: u64) -> Standing {
        let (wall, measured) = self.clocks(seconds);
        register.read_again(take_over, wall, measured).unwrap();
        register.standing().clone()
    }
}

fn shared() -> Computer {
    let shared = Computer::new();
    let (mut register, _) = shared.set_up();
    add(&mut register, sample::elin().fields).unwrap();
    shared
}

fn who(standing: &Standing) -> Option<(&str, bool)> {
    let elsewhere = standing.elsewhere.as_ref();
    elsewhere.map(|elsewhere| (elsewhere.computer.as_str(), elsewhere.is_over))
}

fn notes(shared: &Computer) -> Vec<Vec<u8>> {
    let files = shared.files().into_iter();
    let notes = files.filter(|(path, _)| {
        let name = path.file_name().unwrap().to_string_lossy();
        name.starts_with("in use ")
    });
    notes.map(|(_, bytes)| bytes).collect()
}

#[test]
fn the_second_reads_only_says_by_which_and_goes_on_when_the_first_closes() {
    let (shared, started) = (shared(), Instant::now());
    let (annas, bos) = (
        At::new(&shared, "Annas dator", started),
        At::new(&shared, "Bos\ndator ", started),
    );
    let (mut anna, standing) = annas.open(0);
    assert_eq!(standing, Standing::default());

    let (mut bo, standing) = bos.open(20);
    assert_eq!(who(&standing), Some(("Annas dator", false)));
    let since = standing.elsewhere.unwrap().since;
    assert_eq!(since, Some(kundbok_core::store::instant(now())));
    let before = shared.files();
    assert!(matches!(
        add(&mut bo, named("Ida", "Här")),
        Err(Error::ReadOnly)
    ));
    assert!(matches!(bo.keep_open(now()), Err(Error::ReadOnly)));
    let new = passphrase("grind mossa tretton kopp vinter");
    let changed = bo.change_passphrase(&passphrase(PASSPHRASE), &new, now());
    assert!(matches!(changed, Err(Error::ReadOnly)));
    assert_eq!(find(&bo, "").all, 1, "memory is as it was");
    assert_eq!(shared.files(), before, "and so is the folder");
    bos.look(&mut bo, 25);
    assert_eq!(notes(&shared).len(), 1, "who reads leaves no note");

    // The first is not hindered. What it saves is noticed, and shown when it is asked for.
    assert_eq!(annas.look(&mut anna, 30), Standing::default());
    add(&mut anna, named("Tove", "Där")).unwrap();
    let standing = bos.look(&mut bo, 40);
    assert!(standing.changed);
    let standing = bos.read_again(&mut bo, false, 45);
    assert_eq!(who(&standing), Some(("Annas dator", false)));
    assert!(!standing.changed);
    assert_eq!((find(&bo, "").all, bo.findings()), (2, &[][..]));

    add(&mut anna, named("Stina", "Sist")).unwrap();
    drop(anna);
    assert!(notes(&shared).is_empty());
    let standing = bos.look(&mut bo, 50);
    assert_eq!(who(&standing), Some(("Annas dator", true)));
    // It is offered, and not done by itself: she may be reading.
    assert!(matches!(
        add(&mut bo, named("Ida", "Här")),
        Err(Error::ReadOnly)
    ));
    assert_eq!(bos.read_again(&mut bo, false, 55), Standing::default());
    assert_eq!(find(&bo, "").all, 3);
    add(&mut bo, named("Ida", "Här")).unwrap();

    // Now it is the other way round.
    let (_anna, standing) = annas.open(60);
    assert_eq!(who(&standing), Some(("Bosdator", false)), "one line");
}

#[test]
fn a_note_tells_nothing_without_the_key() {
    let (shared, started) = (shared(), Instant::now());
    let (_anna, _) = At::new(&shared, "Annas dator", started).open(0);
    let [note] = &notes(&shared)[..] else {
        panic!("one note");
    };
    assert!(note.starts_with(b"age-encryption.org/v1"));
    for told in [&b"Anna"[..], b"2026", b"age1"] {
        assert!(memchr::memmem::find(note, told).is_none());
    }
}

#[test]
fn who_takes_over_may_change_it_and_the_other_may_not_any_more() {
    let (shared, started) = (shared(), Instant::now());
    let (annas, bos) = (
        At::new(&shared, "Annas", started),
        At::new(&shared, "Bos", started),
    );
    let (mut anna, _) = annas.open(0);
    let (mut bo, _) = bos.open(20);
    let standing = bos.read_again(&mut bo, true, 30);
    assert_eq!(standing, Standing::default());
    add(&mut bo, named("Ida", "Här")).unwrap();

    // What she saves before she hears of it is kept, and told of when she reads again.
    assert!(matches!(
        add(&mut anna, named("Tove", "Där")),
        Err(Error::Conflict)
    ));
    let standing = annas.look(&mut anna, 35);
    assert_eq!(who(&standing), Some(("Bos", false)));
    assert!(standing.changed);
    assert_eq!(bos.look(&mut bo, 40), Standing::default());
    assert_eq!(notes(&shared).len(), 1);

    annas.read_again(&mut anna, true, 50);
    let [Finding::Diverged { ours, .. }] = anna.findings() else {
        panic!("{:?}", anna.findings());
    };
    let ours = ours.clone();
    // Both were added in the same second under the same number, and are two all the same.
    let differences = anna.compare(&ours).unwrap();
    assert_eq!(differences.added[0].name, "Ida Här");
    assert_eq!(differences.gone[0].name, "Tove Där");
    assert!(differences.changed.is_empty());
    assert_eq!(who(&bos.look(&mut bo, 55)), Some(("Annas", false)));
}

#[test]
fn a_key_that_was_replaced_elsewhere_asks_for_the_passphrase_anew() {
    let (shared, started) = (shared(), Instant::now());
    let (annas, bos) = (
        At::new(&shared, "Annas", started),
        At::new(&shared, "Bos", started),
    );
    let (mut anna, _) = annas.open(0);
    let (mut bo, _) = bos.open(20);
    anna.replace_register_key(&passphrase(PASSPHRASE), now())
        .unwrap();
    add(&mut anna, named("Tove", "Där")).unwrap();
    drop(anna);
    assert_eq!(who(&bos.look(&mut bo, 30)), Some(("Annas", true)));
    let (wall, measured) = bos.clocks(35);
    let refused = bo.read_again(false, wall, measured);
    assert!(matches!(refused, Err(Error::WrongRecoveryKey)));
    assert_eq!(find(&bo, "").all, 1, "it is as it was");
    assert!(matches!(
        add(&mut bo, named("Ida", "Här")),
        Err(Error::ReadOnly)
    ));
    drop(bo);
    let (bo, standing) = bos.open(40);
    assert_eq!((standing, find(&bo, "").all), (Standing::default(), 2));
}

#[test]
fn a_computer_that_crashed_or_sleeps_is_not_waited_for() {
    let (shared, started) = (shared(), Instant::now());
    let (annas, bos) = (
        At::new(&shared, "Annas", started),
        At::new(&shared, "Bos", started),
    );
    let (mut anna, _) = annas.open(0);

    // A note that was just written counts for five minutes without a sign of life.
    let (mut bo, standing) = bos.open(60);
    assert_eq!(who(&standing), Some(("Annas", false)));
    assert_eq!(who(&bos.look(&mut bo, 350)), Some(("Annas", false)));
    assert_eq!(who(&bos.look(&mut bo, 361)), Some(("Annas", true)));
    // It was asleep, and lives.
    annas.look(&mut anna, 400);
    assert_eq!(who(&bos.look(&mut bo, 402)), Some(("Annas", false)));
    drop(bo);

    // The next day it lies there still, and stops nobody.
    let (mut bo, standing) = bos.open(86_400);
    assert_eq!(standing, Standing::default());
    add(&mut bo, named("Ida", "Här")).unwrap();
    // Wakes up: of the two it steps back.
    let standing = annas.look(&mut anna, 86_410);
    assert_eq!(who(&standing), Some(("Bos", false)));
    assert!(standing.changed);
    assert_eq!(bos.look(&mut bo, 86_420), Standing::default());
}

#[test]
fn clocks_may_differ() {
    for off in [-600, -7, 7, 600] {
        let (shared, started) = (shared(), Instant::now());
        let annas = At {
            off,
            ..At::new(&shared, "Annas", started)
        };
        let bos = At::new(&shared, "Bos", started);
        let (mut anna, _) = annas.open(0);
        let (mut bo, _) = bos.open(30);
        for seconds in (35..700).step_by(5) {
            let (here, there) = (
                annas.look(&mut anna, seconds),
                bos.look(&mut bo, seconds + 1),
            );
            if seconds > 150 {
                let readers = [who(&here), who(&there)].into_iter().flatten();
                let readers: Vec<_> = readers.collect();
                assert_eq!(readers.len(), 1, "{off} minutes off, after {seconds} s");
                assert!(!readers[0].1, "and the other lives");
            }
        }
    }
}

#[test]
fn of_two_that_open_at_once_one_steps_back() {
    let (shared, started) = (shared(), Instant::now());
    let (annas, bos) = (
        At::new(&shared, "Annas", started),
        At::new(&shared, "Bos", started),
    );
    // Neither note has arrived at the other yet.
    let aside = shared.0.path().join("not synced yet");
    let (mut anna, _) = annas.open(0);
    fs::create_dir(&aside).unwrap();
    let mut hidden = Vec::new();
    for path in shared.files().into_keys() {
        let name = path.file_name().unwrap().to_owned();
        if name.to_string_lossy().starts_with("in use ") {
            fs::rename(&path, aside.join(&name)).unwrap();
            hidden.push((aside.join(name), path));
        }
    }
    let (mut bo, standing) = bos.open(1);
    assert_eq!(standing, Standing::default());
    for (from, to) in hidden {
        fs::rename(from, to).unwrap();
    }
    assert_eq!(annas.look(&mut anna, 10), Standing::default());
    assert_eq!(who(&bos.look(&mut bo, 10)), Some(("Annas", false)));
    assert_eq!(annas.look(&mut anna, 20), Standing::default());
    assert_eq!(notes(&shared).len(), 1);
}

#[test]
fn what_else_lies_there_hinders_nobody() {
    let (shared, started) = (shared(), Instant::now());
    let folder = shared.folder();
    let put = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    put("in use 0123456789abcdef.age", b"hej");
    put("in use 0123456789abcdee.age", &shared.sealed());
    let (anna, _) = At::new(&shared, "Annas", started).open(0);
    let copy = notes(&shared)
        .into_iter()
        .find(|note| note != b"hej" && note != &shared.sealed());
    drop(anna);
    put("in use 0123456789abcdef (1).age", &copy.unwrap());
    fs::create_dir(folder.path().join("in use 0123456789abcded.age")).unwrap();
    let (mut bo, standing) = At::new(&shared, "Bos", started).open(10);
    assert_eq!(standing, Standing::default());
    add(&mut bo, named("Ida", "Här")).unwrap();
}

#[test]
fn a_crash_of_this_computer_leaves_nothing_in_the_way() {
    let (shared, started) = (shared(), Instant::now());
    let annas = At::new(&shared, "Annas", started);
    let (anna, _) = annas.open(0);
    let left = notes(&shared);
    drop(anna);
    let name = shared.0.path().join("register").join(format!(
        "in use {}.age",
        fs::read_to_string(
            fs::read_dir(annas.local.local())
                .unwrap()
                .next()
                .unwrap()
                .unwrap()
                .path()
                .join("computer")
        )
        .unwrap()
    ));
    fs::write(&name, &left[0]).unwrap();
    let (anna, standing) = annas.open(10);
    assert_eq!(standing, Standing::default());
    drop(anna);
    assert!(!name.exists());
    assert!(
        !RegisterFolder::at(shared.folder().path())
            .copies()
            .iter()
            .any(|name| name.contains("in use"))
    );
}

/// Whoever starts next on this computer writes a note of the same name.
#[test]
fn a_note_is_taken_away_while_the_lock_is_held() {
    let computer = shared();
    let lock = computer.files().into_keys();
    let lock = lock
        .into_iter()
        .find(|path| path.ends_with("lock"))
        .unwrap();
    let held = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&held);
    let here = computer.here_watched(move |operation, path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        let is_note = name.starts_with("in use") && path.extension() == Some("age".as_ref());
        if operation == Operation::Remove && is_note {
            let is_held = matches!(System.lock(&lock), Err(TryLockError::WouldBlock));
            seen.lock().unwrap().push(is_held);
        }
    });
    let mut register = Register::open(&here, &passphrase(PASSPHRASE)).unwrap();
    register.look_around(now(), Instant::now());
    drop(register);
    assert_eq!(*held.lock().unwrap(), [true]);
}
