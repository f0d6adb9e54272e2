//! Making a register, keeping customers in it, opening it again, and everything that can stand in
//! the way of saving.

use std::fs;
use std::path::Path;

use kundbok_core::customers::{self, Address, CustomerId, EditCustomer, Email, Label, Phone};
use kundbok_core::register::{Action, Change, Register};
use kundbok_core::vault::RecoveryKey;
use kundbok_core::{Code, Error, Rule};
use kundbok_tests::sample;

use crate::common::{Home, add, count, files, found, named, now};

/// A register with Åsa and Anna in it.
fn kept() -> (Home, Register, RecoveryKey, CustomerId) {
    let home = Home::new();
    let (mut register, recovery) = home.set_up(sample::business());
    let mut asa = named("Åsa", "Åberg");
    asa.phones.push(Phone {
        label: Label::Mobile,
        number: "070-174 06 38".to_owned(),
    });
    asa.emails.push(Email {
        label: Label::Home,
        address: "asa.aberg@post.example".to_owned(),
    });
    asa.addresses.push(Address {
        label: Label::Home,
        street: "Rönnstigen 4".to_owned(),
        postcode: "999 41".to_owned(),
        town: "Storköping".to_owned(),
        country: String::new(),
    });
    let asa = add(&mut register, asa).unwrap();
    add(&mut register, named("Anna", "Lindqvist")).unwrap();
    (home, register, recovery, asa)
}

fn edit_notes(register: &mut Register, id: CustomerId, notes: &str) -> kundbok_core::Result<()> {
    let mut fields = register
        .read(|connection| customers::view(connection, id))?
        .fields;
    fields.notes = notes.to_owned();
    register.write(now(), Action::EditCustomer, |connection| {
        customers::edit(connection, now(), EditCustomer { id, fields })?;
        Ok(Change::of(id, ()))
    })?;
    Ok(())
}

fn notes(register: &Register, id: CustomerId) -> String {
    register
        .read(|connection| customers::view(connection, id))
        .unwrap()
        .fields
        .notes
}

fn code<T>(result: kundbok_core::Result<T>) -> Option<Code> {
    result.err().map(|error| error.code())
}

#[test]
fn a_customer_is_found_as_people_write_and_is_there_again_after_opening() {
    let (home, mut register, _, asa) = kept();
    let told = [
        "Åsa",
        "åberg",
        "aberg",
        "ABERG",
        "å",
        "asa.aberg@",
        "070-174 06 38",
        "0701740638",
        "070 174",
        "+46 70 174 06 38",
        "storkö",
        "storkoping",
        "åberg storköping",
    ];
    for query in told {
        assert_eq!(found(&register, query), ["Åsa Åberg"], "{query}");
    }
    assert_eq!(found(&register, "").len(), 2);
    assert!(found(&register, "Birgitta").is_empty());

    edit_notes(&mut register, asa, "Torr hy.\nVill ha sms.").unwrap();
    drop(register);
    let register = home.open(sample::PASSPHRASE).unwrap();
    assert_eq!(notes(&register, asa), "Torr hy.\nVill ha sms.");
    let view = register
        .read(|connection| customers::view(connection, asa))
        .unwrap();
    assert_eq!(view.fields.phones[0].number, "070-174 06 38");
    // Å stands after A, as in Swedish.
    assert_eq!(found(&register, ""), ["Anna Lindqvist", "Åsa Åberg"]);
}

#[test]
fn a_wrong_passphrase_a_damaged_file_and_a_missing_file_are_three_things() {
    let (home, register, _, _) = kept();
    drop(register);
    let whole = fs::read(home.sealed()).unwrap();

    assert_eq!(code(home.open("fel fras")), Some(Code::WrongPassphrase));
    let key_file = home.path().join("register/keys/owner.age");
    let key = fs::read(&key_file).unwrap();
    for damaged in [
        whole[..whole.len() / 2].to_vec(),
        whole[..whole.len() - 1].to_vec(),
        flipped(&whole),
        b"something else".to_vec(),
        Vec::new(),
    ] {
        fs::write(home.sealed(), &damaged).unwrap();
        assert_eq!(
            code(home.open(sample::PASSPHRASE)),
            Some(Code::VaultDamaged)
        );
        assert_eq!(fs::read(home.sealed()).unwrap(), damaged, "left alone");
        // Which it is comes from the key file alone.
        assert_eq!(code(home.open("fel fras")), Some(Code::WrongPassphrase));
    }
    fs::write(home.sealed(), &whole).unwrap();
    fs::write(&key_file, b"").unwrap();
    assert_eq!(
        code(home.open(sample::PASSPHRASE)),
        Some(Code::VaultDamaged)
    );
    fs::write(&key_file, key).unwrap();

    fs::remove_file(home.sealed()).unwrap();
    assert_eq!(
        code(home.open(sample::PASSPHRASE)),
        Some(Code::VaultMissing)
    );
    assert!(!home.sealed().exists(), "nothing is made by looking");
    fs::write(home.sealed(), whole).unwrap();
    assert!(home.open(sample::PASSPHRASE).is_ok());
}

fn flipped(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    bytes
}

#[test]
fn the_recovery_key_opens_and_gives_a_new_passphrase() {
    let (home, register, recovery, _) = kept();
    drop(register);
    assert_eq!(
        code(home.open_with(&RecoveryKey::make())),
        Some(Code::WrongRecoveryKey)
    );
    let mut register = home.open_with(&recovery).unwrap();
    let new = crate::common::passphrase("en helt ny fras");
    register.replace_passphrase(&new, now()).unwrap();
    assert_eq!(count(&register), 2);
    drop(register);

    assert_eq!(
        code(home.open(sample::PASSPHRASE)),
        Some(Code::WrongPassphrase)
    );
    assert_eq!(count(&home.open("en helt ny fras").unwrap()), 2);
    assert_eq!(
        count(&home.open_with(&recovery).unwrap()),
        2,
        "the sheet still fits"
    );
}

#[test]
fn a_copy_of_the_old_key_file_does_not_open_what_was_saved_since() {
    let (home, register, recovery, _) = kept();
    drop(register);
    let key_file = home.path().join("register/keys/owner.age");
    let old = fs::read(&key_file).unwrap();
    let mut register = home.open_with(&recovery).unwrap();
    let new = crate::common::passphrase("en helt ny fras");
    register.replace_passphrase(&new, now()).unwrap();
    drop(register);
    fs::write(&key_file, old).unwrap();
    assert_eq!(
        code(home.open(sample::PASSPHRASE)),
        Some(Code::VaultDamaged)
    );
}

/// Refuses every save while `hinder` stands in the way, and saves once `clear` took it away.
fn nothing_changes(hinder: impl Fn(&Path), clear: impl Fn(&Path), reason: Option<Rule>) {
    let (home, mut register, _, asa) = kept();
    edit_notes(&mut register, asa, "före").unwrap();
    let before = fs::read(home.sealed()).unwrap();
    let folder = home.path().join("register");

    hinder(&folder);
    let refused = [
        edit_notes(&mut register, asa, "under"),
        add(&mut register, named("Ny", "Kund")).map(|_| ()),
    ];
    for result in refused {
        match result {
            Err(Error::SaveFailed(rule)) => assert!(reason.is_none_or(|reason| reason == rule)),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(notes(&register, asa), "före");
    assert_eq!(count(&register), 2);

    clear(&folder);
    assert!(
        fs::read(home.sealed()).unwrap() == before,
        "the file is as it was"
    );
    edit_notes(&mut register, asa, "efter").unwrap();
    assert!(fs::read(home.sealed()).unwrap() != before);
    drop(register);
    let register = home.open(sample::PASSPHRASE).unwrap();
    assert_eq!(notes(&register, asa), "efter");
    assert_eq!(count(&register), 2);
    assert!(!folder.join("register.age.part").exists());
}

// Root may write anywhere, so that a folder that may only be read cannot be made here for certain.
#[test]
fn a_file_that_cannot_be_written_leaves_memory_and_disk_as_they_were() {
    nothing_changes(
        |folder| {
            let part = folder.join("register.age.part");
            fs::create_dir(&part).unwrap();
            fs::write(part.join("in the way"), b"").unwrap();
        },
        |folder| fs::remove_dir_all(folder.join("register.age.part")).unwrap(),
        None,
    );
}

#[test]
fn a_folder_that_is_gone_leaves_memory_as_it_was() {
    nothing_changes(
        |folder| fs::rename(folder, folder.with_extension("away")).unwrap(),
        |folder| fs::rename(folder.with_extension("away"), folder).unwrap(),
        Some(Rule::Gone),
    );
}

#[test]
fn a_file_changed_from_outside_is_never_overwritten() {
    let (home, mut register, _, asa) = kept();
    let own = fs::read(home.sealed()).unwrap();
    let foreign = flipped(&own);
    fs::write(home.sealed(), &foreign).unwrap();
    for _ in 0..2 {
        assert_eq!(
            code(edit_notes(&mut register, asa, "mitt")),
            Some(Code::Conflict)
        );
        assert!(fs::read(home.sealed()).unwrap() == foreign);
        assert_eq!(notes(&register, asa), "");
    }
    // Put back by the synchronisation, it is the file that was opened.
    fs::write(home.sealed(), &own).unwrap();
    edit_notes(&mut register, asa, "mitt").unwrap();
}

#[test]
fn a_register_is_open_once() {
    let (home, register, recovery, _) = kept();
    assert_eq!(code(home.open(sample::PASSPHRASE)), Some(Code::InUse));
    assert_eq!(code(home.open_with(&recovery)), Some(Code::InUse));
    drop(register);
    assert!(home.open(sample::PASSPHRASE).is_ok());
}

#[test]
fn a_folder_with_a_register_is_not_set_up_again() {
    let (home, register, _, _) = kept();
    drop(register);
    let before = files(&home.path().join("register"));
    let again = Register::create(
        &home.folder(),
        &home.local(),
        sample::business(),
        &crate::common::passphrase("en annan fras"),
        kundbok_core::Language::Sv,
        now(),
    );
    assert_eq!(code(again), Some(Code::NotAllowed));
    assert!(files(&home.path().join("register")) == before);
}

#[test]
fn a_refused_customer_changes_nothing() {
    let (home, mut register, _, asa) = kept();
    let before = fs::read(home.sealed()).unwrap();
    let mut nobody = named("", " ");
    nobody.emails.push(Email {
        label: Label::Home,
        address: "ingen adress".to_owned(),
    });
    match add(&mut register, nobody) {
        Err(Error::Invalid(fields)) => {
            let fields: Vec<_> = fields.iter().map(|field| field.field.as_str()).collect();
            assert_eq!(fields, ["givenName", "emails.0.address"]);
        }
        other => panic!("{other:?}"),
    }
    let too_long = "x".repeat(customers::limits::NOTES + 1);
    assert_eq!(
        code(edit_notes(&mut register, asa, &too_long)),
        Some(Code::Invalid)
    );
    assert_eq!(
        code(edit_notes(&mut register, CustomerId(99), "")),
        Some(Code::NotFound)
    );
    assert!(fs::read(home.sealed()).unwrap() == before);
    assert_eq!(count(&register), 2);
    assert_eq!(notes(&register, asa), "");
}

#[cfg(unix)]
#[test]
fn only_this_person_may_read_the_files() {
    use std::os::unix::fs::PermissionsExt;
    let (home, register, _, _) = kept();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for folder in ["register", "register/keys", "local"] {
        assert_eq!(mode(&home.path().join(folder)), 0o700, "{folder}");
    }
    let files = files(home.path());
    assert!(files.len() >= 5, "register, key, instructions, head, lock");
    for path in files.keys() {
        let private = mode(path) & 0o077 == 0;
        // The lock is empty and lies in a folder that nobody else may enter.
        assert!(private || path.ends_with("lock"), "{}", path.display());
    }
    drop(register);
}
