//! A sealed register with bits flipped, cut short, or its chunks in another order: none may be taken
//! for a register.

use std::fs;

use kundbok_core::Error;
use kundbok_core::register::Connection;
use kundbok_core::store::image;
use kundbok_core::vault::{self, Recipients, RecoveryKey, RegisterKey};

use super::scene::{Scene, register_file};
use super::{Outcome, Row, Share, Trials};

/// Bytes of an age chunk with its tag (<https://age-encryption.org/v1>).
const CHUNK: usize = (64 << 10) + 16;

/// Bytes of a page of the small register: SQLite's least.
pub const PAGE: usize = 512;

/// A register and what opens it.
struct Sealed {
    bytes: Vec<u8>,
    key: RecoveryKey,
}

/// Every bit of a small register flipped.
pub fn every_bit_flipped(share: Share) -> Row {
    let trials = Trials::new("every bit of a small sealed register flipped");
    let sealed = small();
    let bits: Vec<usize> = (0..sealed.bytes.len() * 8)
        .step_by(share.of(41, 1))
        .collect();
    trials.attempt_all(
        &bits,
        |bit| format!("bit {bit} of {}", sealed.bytes.len() * 8),
        |bit| {
            let mut flipped = sealed.bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            expect_refused(&flipped, &sealed.key)
        },
    );
    trials.exhaustive()
}

/// The same register, of every length.
pub fn every_length_cut(share: Share) -> Row {
    let trials = Trials::new("a small sealed register cut short, every length");
    let sealed = small();
    let lengths: Vec<usize> = (0..sealed.bytes.len()).step_by(share.of(7, 1)).collect();
    trials.attempt_all(
        &lengths,
        |length| format!("{length} of {} bytes", sealed.bytes.len()),
        |length| expect_refused(&sealed.bytes[..*length], &sealed.key),
    );
    trials.exhaustive()
}

/// The chunks of a larger register swapped, left out, doubled, and taken from an earlier save.
pub fn chunks_moved(share: Share) -> Row {
    let trials =
        Trials::new("chunks of a sealed register swapped, left out, doubled, from another save");
    let scene = Scene::new(share.of(600, 1_000), 2);
    let now = scene.disk.contents(&register_file()).expect("a register");
    let files = scene.disk.files();
    let earlier = files
        .values()
        .find(|bytes| ***bytes != **now && bytes.len() == now.len());
    let header = now
        .windows(5)
        .position(|at| at == b"\n--- ")
        .expect("a header");
    let end = header
        + 5
        + now[header + 5..]
            .iter()
            .position(|at| *at == b'\n')
            .expect("a MAC")
        + 1;
    // The payload begins with a nonce of 16 bytes.
    let (head, payload) = now.split_at(end + 16);
    let chunks: Vec<&[u8]> = payload.chunks(CHUNK).collect();
    assert!(chunks.len() >= 4, "a larger register is needed");
    let mut altered: Vec<(String, Vec<u8>)> = Vec::new();
    let mut put = |how: String, chunks: &[&[u8]]| {
        altered.push((how, [head, &chunks.concat()].concat()));
    };
    for one in 0..chunks.len() {
        for other in one + 1..chunks.len() {
            let mut swapped = chunks.clone();
            swapped.swap(one, other);
            put(format!("{one} and {other} swapped"), &swapped);
        }
        let mut without = chunks.clone();
        without.remove(one);
        put(format!("{one} left out"), &without);
        let mut doubled = chunks.clone();
        doubled.insert(one, chunks[one]);
        put(format!("{one} doubled"), &doubled);
        if let Some(bytes) = earlier {
            let others: Vec<&[u8]> = bytes[end + 16..].chunks(CHUNK).collect();
            let mut mixed = chunks.clone();
            mixed[one] = others[one];
            put(format!("{one} from another save"), &mixed);
        }
    }
    let whole = Sealed {
        bytes: now.to_vec(),
        key: scene.recovery.clone(),
    };
    assert!(open(&whole.bytes, &whole.key).is_ok());
    trials.attempt_all(
        &altered,
        |(how, _)| how.clone(),
        |(_, bytes)| expect_refused(bytes, &whole.key),
    );
    trials.exhaustive()
}

fn expect_refused(bytes: &[u8], key: &RecoveryKey) -> Outcome {
    match open(bytes, key) {
        // A recipient that is altered may be no one's any more.
        Err(Error::VaultDamaged | Error::WrongRecoveryKey) => Ok(()),
        Err(error) => Err(format!("refused with {error}")),
        Ok(()) => Err("opened".to_owned()),
    }
}

fn open(bytes: &[u8], key: &RecoveryKey) -> kundbok_core::Result<()> {
    image::open(&vault::open(bytes, key)?, |_| Ok(()))?;
    Ok(())
}

/// The smallest register there is: an empty one of the newest schema, in pages as small as SQLite makes them.
/// Some 60 KiB, and more with each table.
fn small() -> Sealed {
    let made = image::with_bytes(&mut image::make().expect("an image"), |image| {
        Ok(image.to_vec())
    });
    let image = in_small_pages(&made.expect("its bytes"));
    let (register, key) = (RegisterKey::make(), RecoveryKey::make());
    let recipients = Recipients {
        register: register.recipient(),
        recovery: key.recipient(),
        outgoing: None,
    };
    let bytes = vault::seal(&image, &recipients).expect("a sealed image");
    assert!(open(&bytes, &key).is_ok());
    Sealed { bytes, key }
}

/// An image with [`PAGE`] bytes to a page.
pub fn in_small_pages(image: &[u8]) -> Vec<u8> {
    // The register's own connections attach nothing, and so cannot vacuum; and a database in memory
    // keeps its pages.
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("image");
    fs::write(&path, image).expect("an image");
    let connection = Connection::open(&path).expect("a database");
    connection
        .execute_batch(&format!("PRAGMA page_size = {PAGE}; VACUUM"))
        .expect("small pages");
    drop(connection);
    let small = fs::read(&path).expect("an image");
    assert!(
        small.len() < image.len() / 2,
        "the pages are as large as before"
    );
    small
}
