//! The papers kept with a supplier: they live as customers' files do, and no customer's data they are.

use std::fs;

use kundbok_core::attachments::{AttachmentView, Owner};
use kundbok_core::inventory::Category;
use kundbok_core::processing::activities;
use kundbok_core::processing::suppliers::{self, RemoveSupplier};
use kundbok_core::register::{Action, Change, Finding, Register};
use kundbok_core::vault::Backup;
use kundbok_core::{Code, Language, attachments};
use kundbok_tests::sample::{self, PASSPHRASE};
use kundbok_tests::{back_up, export};

use super::super::{Computer, add, named, now, passphrase};
use super::{CANARY, of, only, open, sealed_in, source};

/// A register with a supplier and the agreement with it; answers the supplier.
fn with_paper() -> (Computer, Register, u32) {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let ids = sample::supply(&mut register, sample::suppliers()).unwrap();
    let path = source(&computer, "Avtal byrån.pdf", CANARY);
    kundbok_tests::attach(&mut register, Owner::Supplier(ids[0]), &path, now()).unwrap();
    fs::remove_file(path).unwrap();
    (computer, register, ids[0])
}

fn papers(register: &Register, supplier: u32) -> Vec<AttachmentView> {
    register
        .read(|connection| attachments::view(connection, Owner::Supplier(supplier)))
        .unwrap()
}

fn contents(register: &Register, id: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let row = register.attachment(id).unwrap();
    register
        .attachments()
        .read(&row.sealed, &mut bytes)
        .unwrap();
    bytes
}

#[test]
fn it_opens_after_unlocking_stands_on_its_supplier_and_is_copied_out() {
    let (computer, register, supplier) = with_paper();
    drop(register);
    for (path, bytes) in computer.files() {
        let found = memchr::memmem::find(&bytes, b"kanariefageln").is_some();
        assert!(!found, "{}", path.display());
    }
    let register = open(&computer);
    let found = register.read(suppliers::list).unwrap();
    assert_eq!(found[0].attachments, papers(&register, supplier));
    assert_eq!(found[0].attachments[0].name, "Avtal byrån.pdf");
    assert!(found[1..].iter().all(|each| each.attachments.is_empty()));
    let id = found[0].attachments[0].id;
    assert_eq!(contents(&register, id), CANARY);
    let row = register.attachment(id).unwrap();
    let offered = register
        .read(|connection| attachments::copy_name(connection, &row, Language::Sv))
        .unwrap();
    assert_eq!(offered, "Avtal byrån.pdf");
    let copy = computer.0.path().join(offered);
    export(&register, id, &copy).unwrap();
    assert_eq!(fs::read(copy).unwrap(), CANARY);
}

#[test]
fn it_is_no_customers_data() {
    let (_computer, mut register, supplier) = with_paper();
    let anna = add(&mut register, named("Anna", "Ek")).unwrap();
    assert_eq!(of(&register, anna).len(), 0);
    let held: Vec<Category> = register
        .read(|connection| activities::all(connection, Language::Sv))
        .unwrap()
        .into_iter()
        .flat_map(|each| each.held)
        .collect();
    assert!(!held.contains(&Category::Document), "{held:?}");
    // Its name is read in no search for what is said of customers.
    register
        .read(|connection| {
            let today = sample::LAST_DAY;
            kundbok_core::processing::drift::look(connection, today, Language::Sv)
        })
        .unwrap();
    assert_eq!(papers(&register, supplier).len(), 1);
}

#[test]
fn it_goes_with_its_supplier_and_its_file_with_it() {
    let (computer, mut register, supplier) = with_paper();
    let id = papers(&register, supplier)[0].id;
    assert_eq!(sealed_in(&computer).0.len(), 1);
    register
        .write(now(), Action::RemoveSupplier, |connection| {
            suppliers::remove(connection, &RemoveSupplier { id: supplier })?;
            Ok(Change::of_nobody(()))
        })
        .unwrap();
    assert_eq!(
        register.attachment(id).err().unwrap().code(),
        Code::NotFound
    );
    assert_eq!(sealed_in(&computer).0, Vec::<std::path::PathBuf>::new());
}

#[test]
fn it_is_in_a_backup() {
    let (computer, register, supplier) = with_paper();
    let stick = computer.0.path().join("stick");
    fs::create_dir_all(&stick).unwrap();
    let backup = back_up(&register, &stick, now()).unwrap();
    let new = Computer::new();
    let backup = Backup::read(&backup).unwrap();
    let restored = Register::restore_backup(&new.here(), &backup, &passphrase(PASSPHRASE)).unwrap();
    assert_eq!(restored.findings(), []);
    assert_eq!(
        contents(&restored, papers(&restored, supplier)[0].id),
        CANARY
    );
}

#[test]
fn one_that_is_nowhere_is_named_with_its_supplier() {
    let (computer, register, supplier) = with_paper();
    drop(register);
    let (shared, local) = sealed_in(&computer);
    fs::remove_file(only(&shared)).unwrap();
    fs::remove_file(only(&local)).unwrap();
    let register = open(&computer);
    let [Finding::AttachmentsMissing { files }] = register.findings() else {
        panic!("{:?}", register.findings());
    };
    assert_eq!(files[0].owner, Owner::Supplier(supplier));
    assert_eq!(
        (&*files[0].of, &*files[0].name),
        ("Lilla Bokföringsbyrån", "Avtal byrån.pdf")
    );
}

#[test]
fn none_is_kept_with_a_supplier_that_is_not_there() {
    let (computer, mut register, _) = with_paper();
    let path = source(&computer, "avtal.pdf", CANARY);
    let refused = kundbok_tests::attach(&mut register, Owner::Supplier(4_711), &path, now());
    assert_eq!(refused.unwrap_err().code(), Code::NotFound);
}
