//! Notes that cannot be read, and notes of clocks that are wrong.

use std::fs;
use std::path::PathBuf;
use std::time::{Instant, SystemTime};

use chrono::TimeDelta;
use kundbok_core::Error;
use kundbok_core::register::{Finding, Sightings, Standing};

use super::super::{Computer, add, named, now};
use super::{At, shared, who};

/// The one note beside the register.
fn note(shared: &Computer) -> PathBuf {
    let mut found = shared.files().into_keys().filter(|path| {
        let name = path.file_name().unwrap().to_string_lossy();
        name.starts_with("in use ")
    });
    let note = found.next().unwrap();
    assert_eq!(found.next(), None);
    note
}

/// Writes a note as a sync client does, so many seconds after the sample's evening.
fn write(path: &PathBuf, bytes: &[u8], seconds: i64) {
    fs::write(path, bytes).unwrap();
    let at = SystemTime::from(now() + TimeDelta::seconds(seconds));
    let file = fs::File::options().write(true).open(path).unwrap();
    file.set_modified(at).unwrap();
}

fn is_arriving<T>(result: kundbok_core::Result<T>) -> bool {
    let error = result.err();
    error.is_some_and(|error| matches!(error, Error::Arriving(_)))
}

#[test]
fn a_note_that_has_not_come_over_whole_is_heard_for_five_minutes_without_a_name() {
    let (shared, started) = (shared(), Instant::now());
    let (annas, bos) = (
        At::new(&shared, "Annas dator", started),
        At::new(&shared, "Bos", started),
    );
    let (_anna, _) = annas.open(0);
    let path = note(&shared);
    let whole = fs::read(&path).unwrap();
    write(&path, &whole[..100], 0);
    let (mut bo, standing) = bos.open(10);
    assert_eq!(who(&standing), Some(("", false)));
    assert_eq!(standing.elsewhere.unwrap().since, None);
    assert!(matches!(
        add(&mut bo, named("Ida", "Här")),
        Err(Error::ReadOnly)
    ));
    assert_eq!(who(&bos.look(&mut bo, 309)), Some(("", false)));
    assert_eq!(who(&bos.look(&mut bo, 310)), Some(("", true)));
    // Its file's time says nothing any more: what counts is that it changes, and the bytes do not.
    write(&path, &whole[..100], 320);
    assert_eq!(who(&bos.look(&mut bo, 321)), Some(("", true)));
    write(&path, &whole[..200], 330);
    assert_eq!(who(&bos.look(&mut bo, 331)), Some(("", false)));
    write(&path, &whole, 340);
    assert_eq!(who(&bos.look(&mut bo, 341)), Some(("Annas dator", false)));
}

/// The other computer made a new key, and the register has not come over yet.
#[test]
fn a_note_that_is_sealed_to_another_key_is_heard() {
    let (shared, started) = (shared(), Instant::now());
    let (annas, bos) = (
        At::new(&shared, "Annas", started),
        At::new(&shared, "Bos", started),
    );
    let (_anna, _) = annas.open(0);
    let path = note(&shared);
    let other = Computer::new();
    let elsewheres = At::new(&other, "Annas", started);
    drop(other.set_up());
    let (_other, _) = elsewheres.open(0);
    write(&path, &fs::read(note(&other)).unwrap(), 0);
    let (_bo, standing) = bos.open(10);
    assert_eq!(who(&standing), Some(("", false)));
}

#[test]
fn a_note_that_was_left_long_ago_hinders_nobody_unless_something_would_be_replaced() {
    let (shared, started) = (shared(), Instant::now());
    let bos = At::new(&shared, "Bos", started);
    drop(bos.open(0));
    let path = shared.folder().path().join("in use 0123456789abcdef.age");
    write(&path, b"hej", -3600);
    let (mut bo, standing) = bos.open(10);
    assert_eq!(standing, Standing::default());
    add(&mut bo, named("Ida", "Här")).unwrap();
    drop(bo);

    let whole = shared.sealed();
    fs::write(shared.file(), &whole[..whole.len() / 2]).unwrap();
    // Watched since it was opened first, and before that by nobody.
    let bos = At {
        sightings: Sightings::default(),
        ..bos
    };
    assert!(is_arriving(bos.try_to_open(1000)));
    assert!(is_arriving(bos.try_to_open(1080)));
    let (bo, standing) = bos.open(1090);
    assert_eq!(standing, Standing::default());
    assert!(matches!(bo.findings(), [Finding::Restored { .. }]));
}

/// A clock ahead must not keep a damaged register from being put back for as long as it is ahead, and
/// a computer that lives is heard whatever its clock shows.
#[test]
fn a_damaged_register_is_put_back_when_no_clock_whatever_it_shows_is_heard_any_more() {
    for off in [-60, 60] {
        let (shared, started) = (shared(), Instant::now());
        let annas = At {
            off,
            ..At::new(&shared, "Annas", started)
        };
        let bos = At::new(&shared, "Bos", started);
        drop(bos.open(0));
        let (mut anna, _) = annas.open(10);
        let whole = shared.sealed();
        fs::write(shared.file(), &whole[..whole.len() / 2]).unwrap();
        assert!(is_arriving(bos.try_to_open(20)), "{off}");
        annas.look(&mut anna, 80);
        // It changed here: from now on it counts for five minutes.
        for seconds in [115, 390] {
            assert!(is_arriving(bos.try_to_open(seconds)), "{off}, {seconds}");
        }
        let (bo, standing) = bos.open(415);
        assert_eq!(standing, Standing::default());
        assert!(matches!(bo.findings(), [Finding::Restored { .. }]));
        drop(anna);
    }
}

#[test]
fn a_note_that_was_just_written_here_is_heard_whatever_clock_wrote_it() {
    let (shared, started) = (shared(), Instant::now());
    let annas = At {
        off: -60,
        ..At::new(&shared, "Annas", started)
    };
    let (_anna, _) = annas.open(0);
    let path = note(&shared);
    write(&path, &fs::read(&path).unwrap(), 5);
    let (_bo, standing) = At::new(&shared, "Bos", started).open(10);
    assert_eq!(who(&standing), Some(("Annas", false)));
}
