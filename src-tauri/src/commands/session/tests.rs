use std::path::Path;

use kundbok_core::exchange::plan::ImportPlan;
use kundbok_core::processing::business::Country;

use super::*;
use crate::local::Local;

pub(in crate::commands) const PASSPHRASE: &str = "havre lykta sextio brunn tistel";

pub(in crate::commands) fn session_in(folder: &Path) -> Session {
    let arguments = ["kundbok".into(), "--data-dir".into(), folder.into()];
    Session::new(Local::from_arguments(arguments.into_iter()))
}

/// As the window sends it.
pub(in crate::commands) fn request() -> SetUp {
    let business = serde_json::json!({
        "name": "Ängens Hudvård", "ownerName": "Maja Lindqvist", "phone": "070-174 06 05",
        "organisationNumber": "", "street": "", "postcode": "", "town": "", "country": "SE",
        "email": "", "website": "",
    });
    let request = serde_json::json!({ "business": business, "passphrase": PASSPHRASE });
    serde_json::from_value(request).unwrap()
}

#[test]
fn no_register_is_made_where_one_is_missing() {
    let root = tempfile::tempdir().unwrap();
    let session = session_in(root.path());
    create(&session, request()).unwrap();
    session.close();
    let (folder, _) = session.local.register_folder();
    std::fs::rename(folder.path(), root.path().join("unplugged")).unwrap();
    assert!(matches!(
        create(&session, request()),
        Err(Error::NotAllowed)
    ));
    assert!(!folder.path().exists());
}

#[test]
fn a_register_that_is_on_its_way_is_missing_and_not_new() {
    let root = tempfile::tempdir().unwrap();
    let session = session_in(root.path());
    assert!(matches!(at_start(&session).unwrap().state, StartState::New));
    let (folder, _) = session.local.register_folder();
    std::fs::create_dir_all(folder.path().join("keys")).unwrap();
    std::fs::write(folder.path().join("keys/owner.age"), b"age").unwrap();
    assert!(matches!(
        at_start(&session).unwrap().state,
        StartState::Unusable {
            code: Code::VaultMissing,
            ..
        }
    ));
}

#[test]
fn what_a_dialog_answers_after_locking_counts_no_more() {
    let root = tempfile::tempdir().unwrap();
    let session = session_in(root.path());
    create(&session, request()).unwrap();
    assert_eq!(session.ask(|| 1).unwrap(), 1);
    let locked = session.ask(|| session.close());
    assert!(matches!(locked, Err(Error::Locked)));
    assert!(matches!(session.ask(|| 1), Err(Error::Locked)));
    let unlock = || {
        let passphrase = PASSPHRASE.to_owned().into();
        open(&session, |here| Register::open(here, &passphrase)).unwrap();
    };
    unlock();
    // Open again, and maybe another register.
    let unlocked = session.ask(|| {
        session.close();
        unlock();
    });
    assert!(matches!(unlocked, Err(Error::Changed)));
    assert_eq!(session.ask(|| 1).unwrap(), 1);
}

pub(in crate::commands) fn list() -> ImportPlan {
    ImportPlan::read(b"Namn\nElin", Country::Se, |_| false).unwrap()
}

#[test]
fn what_was_begun_before_it_was_read_again_counts_no_more() {
    let root = tempfile::tempdir().unwrap();
    let session = session_in(root.path());
    create(&session, request()).unwrap();
    session.lock().as_mut().unwrap().import = Some(list());
    let answered = session.ask(|| read(&session, false).map(drop).unwrap());
    assert!(matches!(answered, Err(Error::Changed)));
    assert!(session.lock().as_ref().unwrap().import.is_none());
    assert_eq!(session.ask(|| 1).unwrap(), 1);
}

#[test]
fn another_register_is_not_chosen_while_one_is_open() {
    let root = tempfile::tempdir().unwrap();
    let (other, chosen) = (root.path().join("other"), root.path().join("chosen"));
    create(&session_in(&other), request()).unwrap();
    let other = session_in(&other).local.register_folder().0;
    let session = session_in(&chosen);
    create(&session, request()).unwrap();
    let (before, _) = session.local.register_folder();

    assert!(matches!(choose(&session, &other), Err(Error::NotAllowed)));
    assert_eq!(session.local.register_folder().0.path(), before.path());

    session.close();
    choose(&session, &other).unwrap();
    assert_eq!(session.local.register_folder().0.path(), other.path());
}
