//! Work on files that goes on beside the register: it stops when that is locked, and leaves nothing.

use std::fs;

use kundbok_core::Error;
use kundbok_core::register::{Action, Change};

use super::super::now;
use super::{
    CANARY, ELIN, attach, of, only, open, sealed_in, source, the_agreement, with_agreement,
    with_elin,
};

#[test]
fn a_file_that_was_read_for_a_register_that_is_closed_leaves_nothing() {
    let (computer, mut register) = with_elin();
    let path = source(&computer, "avtal.pdf", CANARY);
    let before_reading = register.expect_attachment(ELIN).unwrap();
    let read = register
        .expect_attachment(ELIN)
        .unwrap()
        .read(&path)
        .unwrap();
    assert_eq!(sealed_in(&computer).0.len(), 1);
    drop(register);
    assert!(matches!(before_reading.read(&path), Err(Error::Locked)));
    // Opened again, perhaps by somebody else.
    let mut register = open(&computer);
    assert!(matches!(
        register.add_attachment(read, now()),
        Err(Error::Locked)
    ));
    assert!(of(&register, ELIN).is_empty());
    drop(register);
    assert_eq!(open(&computer).findings(), []);
    assert_eq!(sealed_in(&computer), (Vec::new(), Vec::new()));
}

#[test]
fn copies_and_backups_of_a_register_that_is_closed_are_not_finished() {
    let (computer, register) = with_agreement();
    let row = of(&register, ELIN).remove(0);
    let (folders, backup) = (register.attachments(), register.expect_backup().unwrap());
    drop(register);
    let out = computer.0.path().join("out");
    fs::create_dir(&out).unwrap();
    let copy = folders.export(&row.sealed, &out.join("kopia.pdf"));
    assert!(matches!(copy, Err(Error::Locked)));
    assert!(matches!(folders.keep(&row.sealed), Err(Error::Locked)));
    assert!(matches!(backup.write(&out, now()), Err(Error::Locked)));
    assert_eq!(fs::read_dir(&out).unwrap().count(), 0);
}

#[test]
fn a_file_on_its_way_in_is_left_alone_by_whatever_is_saved_meanwhile() {
    let (computer, mut register) = with_elin();
    let path = source(&computer, "avtal.pdf", CANARY);
    let on_its_way = register
        .expect_attachment(ELIN)
        .unwrap()
        .read(&path)
        .unwrap();
    // Another one fails, others are saved, and the register is read anew.
    let refused = attach(&computer, &mut register, "tom.pdf", b"");
    assert!(refused.is_err());
    let program = source(&computer, "program.txt", b"Hej");
    let dropped = register
        .expect_attachment(ELIN)
        .unwrap()
        .read(&program)
        .unwrap();
    drop(dropped);
    for _ in 0..2 {
        let nothing = |_: &_| Ok(Change::of_nobody(()));
        register
            .write(now(), Action::EditCustomer, nothing)
            .unwrap();
    }
    register
        .read_again(false, now(), std::time::Instant::now())
        .unwrap();
    assert_eq!(register.findings(), []);
    register.set_unowned_aside().unwrap();
    let on_disk = only(&sealed_in(&computer).0).to_owned();
    register.add_attachment(on_its_way, now()).unwrap();
    assert_eq!(the_agreement(&register).unwrap(), CANARY);
    drop(register);
    let register = open(&computer);
    assert_eq!(register.findings(), []);
    assert_eq!(the_agreement(&register).unwrap(), CANARY);
    assert_eq!(only(&sealed_in(&computer).0), on_disk);
}

/// The longest name that a file may have.
#[test]
fn a_copy_may_have_the_longest_name_there_is() {
    let (computer, register) = with_agreement();
    let path = computer.0.path().join(format!("{}.pdf", "x".repeat(251)));
    kundbok_tests::export(&register, of(&register, ELIN)[0].id, &path).unwrap();
    assert_eq!(fs::read(&path).unwrap(), CANARY);
    let nameless = computer.0.path().join(format!("{}.pdf", "y".repeat(251)));
    kundbok_core::vault::export(&nameless, CANARY).unwrap();
    assert_eq!(fs::read(&nameless).unwrap(), CANARY);
}
