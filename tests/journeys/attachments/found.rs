//! What opening finds of files: lost, damaged, another state's, nobody's.

use std::fs;
use std::path::Path;
use std::time::Instant;

use kundbok_core::Error;
use kundbok_core::register::Finding;

use kundbok_tests::export;

use super::super::{add, named, now};
use super::{
    CANARY, ELIN, attach, of, only, open, sealed_in, the_agreement, with_agreement, with_elin,
};

#[test]
fn a_lost_file_is_put_back_and_said_and_one_that_is_nowhere_is_named() {
    let (computer, register) = with_agreement();
    drop(register);
    let (shared, local) = sealed_in(&computer);
    let whole = fs::read(only(&shared)).unwrap();
    for lose in [
        &(|path: &Path| fs::remove_file(path).unwrap()) as &dyn Fn(&Path),
        &|path| fs::write(path, &whole[..20]).unwrap(),
        &|path| fs::write(path, b"").unwrap(),
    ] {
        lose(only(&shared));
        let register = open(&computer);
        assert_eq!(
            register.findings(),
            [Finding::AttachmentsPutBack { count: 1 }]
        );
        assert_eq!(the_agreement(&register).unwrap(), CANARY);
        drop(register);
        assert_eq!(fs::read(only(&shared)).unwrap(), whole);
    }
    fs::remove_file(only(&shared)).unwrap();
    fs::remove_file(only(&local)).unwrap();
    let register = open(&computer);
    let [Finding::AttachmentsMissing { files }] = register.findings() else {
        panic!("{:?}", register.findings());
    };
    assert_eq!(
        (&*files[0].of, &*files[0].name),
        ("Elin Bergdahl", "avtal.pdf")
    );
    assert_eq!(files[0].owner, ELIN.into());
    assert!(matches!(
        the_agreement(&register),
        Err(Error::AttachmentLost)
    ));
    let copy = computer.0.path().join("kopia.pdf");
    let refused = export(&register, of(&register, ELIN)[0].id, &copy);
    assert!(matches!(refused, Err(Error::AttachmentLost)));
    assert!(!copy.exists());
    drop(register);
    // The sync client brings it at last.
    fs::write(only(&shared), &whole).unwrap();
    let register = open(&computer);
    assert_eq!(register.findings(), []);
    assert_eq!(the_agreement(&register).unwrap(), CANARY);
}

#[test]
fn a_damaged_file_is_read_from_this_computers_copy_and_mended_at_the_next_look_around() {
    let (computer, mut register) = with_agreement();
    let (shared, local) = sealed_in(&computer);
    let whole = fs::read(only(&shared)).unwrap();
    for at in [30, whole.len() / 2, whole.len() - 1] {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        fs::write(only(&shared), &damaged).unwrap();
        assert_eq!(the_agreement(&register).unwrap(), CANARY);
        assert_eq!(fs::read(only(&shared)).unwrap(), damaged, "left as it is");
        register.look_around(now(), Instant::now());
        assert_eq!(fs::read(only(&shared)).unwrap(), whole, "mended");
    }
    // Whole again before she looked around: what is there is not moved away.
    fs::write(only(&shared), b"hej").unwrap();
    assert_eq!(the_agreement(&register).unwrap(), CANARY);
    fs::write(only(&shared), &whole).unwrap();
    let before = computer.files();
    register.look_around(now(), Instant::now());
    assert_eq!(computer.files(), before);
    fs::write(only(&shared), b"hej").unwrap();
    fs::write(only(&local), b"hej").unwrap();
    assert!(matches!(
        the_agreement(&register),
        Err(Error::AttachmentLost)
    ));
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_a_sealed_file_is_not_followed() {
    let (computer, register) = with_agreement();
    let (shared, local) = sealed_in(&computer);
    let elsewhere = computer.0.path().join("elsewhere");
    fs::rename(only(&shared), &elsewhere).unwrap();
    fs::remove_file(only(&local)).unwrap();
    std::os::unix::fs::symlink(&elsewhere, only(&shared)).unwrap();
    assert!(matches!(
        the_agreement(&register),
        Err(Error::AttachmentLost)
    ));
    drop(register);
    let register = open(&computer);
    assert!(matches!(
        register.findings(),
        [Finding::AttachmentsMissing { .. }]
    ));
}

/// As for a link in the place of a file: it is not followed, and the words are the same.
#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_a_folder_is_not_followed() {
    use kundbok_core::Rule;
    for name in ["keys", "attachments"] {
        let (computer, mut register) = with_agreement();
        let (folder, elsewhere) = (
            computer.folder().path().join(name),
            computer.0.path().join("elsewhere"),
        );
        fs::rename(&folder, &elsewhere).unwrap();
        std::os::unix::fs::symlink(&elsewhere, &folder).unwrap();
        let led_to = || {
            let mut files = computer.files();
            files.retain(|path, _| path.starts_with(&elsewhere));
            files
        };
        let before = led_to();
        let refused = if name == "keys" {
            let new = super::passphrase("grind mossa tretton kopp vinter");
            let old = super::passphrase(super::PASSPHRASE);
            register.change_passphrase(&old, &new, now()).map(drop)
        } else {
            attach(&computer, &mut register, "bild.txt", b"Hej")
        };
        let is_refused = matches!(
            refused,
            Err(Error::SaveFailed(Rule::Failed) | Error::FileFailed(Rule::Failed))
        );
        assert!(is_refused, "{name}: {refused:?}");
        drop(register);
        let refused = computer.open(super::PASSPHRASE).map(drop);
        assert!(
            matches!(refused, Err(Error::FileFailed(Rule::Failed))),
            "{name}: {refused:?}"
        );
        assert!(led_to() == before, "{name}");
        // The link taken away, all is as it was.
        fs::remove_file(&folder).unwrap();
        fs::rename(&elsewhere, &folder).unwrap();
        assert_eq!(the_agreement(&open(&computer)).unwrap(), CANARY);
    }
}

#[test]
fn a_file_that_nobody_owns_is_said_and_left_alone() {
    let (computer, register) = with_agreement();
    drop(register);
    let (shared, _) = sealed_in(&computer);
    let orphan = shared[0].with_file_name(format!("{}.age", "0".repeat(32)));
    fs::copy(&shared[0], &orphan).unwrap();
    fs::write(shared[0].with_file_name("anteckning.txt"), b"hej").unwrap();
    for _ in 0..2 {
        let register = open(&computer);
        assert_eq!(
            register.findings(),
            [Finding::AttachmentsUnowned { count: 1 }]
        );
        assert!(orphan.exists());
    }
    let register = open(&computer);
    register.set_unowned_aside().unwrap();
    assert!(!orphan.exists());
    drop(register);
    let aside = fs::read_dir(orphan.with_file_name("set aside")).unwrap();
    let aside = fs::read(aside.last().unwrap().unwrap().path()).unwrap();
    assert_eq!(aside, fs::read(only(&sealed_in(&computer).0)).unwrap());
    assert_eq!(open(&computer).findings(), []);
}

#[test]
fn a_file_that_was_set_aside_is_found_when_its_owner_comes() {
    let (computer, register) = with_elin();
    drop(register);
    let before = computer.sealed();
    let there = computer.copy_of_register();
    let mut register = open(&there);
    attach(&there, &mut register, "avtal.pdf", CANARY).unwrap();
    drop(register);
    // The file arrives, the register not yet.
    let (shared, _) = sealed_in(&there);
    let arrived = computer.folder().path().join("attachments");
    fs::create_dir(&arrived).unwrap();
    fs::copy(only(&shared), arrived.join(shared[0].file_name().unwrap())).unwrap();
    let register = open(&computer);
    assert_eq!(
        register.findings(),
        [Finding::AttachmentsUnowned { count: 1 }]
    );
    register.set_unowned_aside().unwrap();
    drop(register);
    assert_eq!(computer.sealed(), before);
    fs::write(computer.file(), there.sealed()).unwrap();
    let register = open(&computer);
    assert_eq!(
        register.findings(),
        [Finding::AttachmentsPutBack { count: 1 }]
    );
    assert_eq!(the_agreement(&register).unwrap(), CANARY);
}

#[test]
fn a_state_that_was_left_keeps_its_files_until_she_has_decided() {
    let (here, register) = with_elin();
    drop(register);
    let there = here.copy_of_register();
    let mut register = open(&here);
    attach(&here, &mut register, "avtal.pdf", CANARY).unwrap();
    drop(register);
    let mut register = open(&there);
    add(&mut register, named("Ida", "Där")).unwrap();
    drop(register);
    fs::write(here.file(), there.sealed()).unwrap();
    for _ in 0..2 {
        let register = open(&here);
        assert!(matches!(register.findings(), [Finding::Diverged { .. }]));
        assert_eq!(
            sealed_in(&here).0.len(),
            1,
            "the state that was left owns it"
        );
    }
    let mut register = open(&here);
    let [Finding::Diverged { ours, .. }] = register.findings() else {
        panic!();
    };
    let ours = ours.clone();
    register.take_over(&ours, &[ELIN], now()).unwrap();
    register.keep_open(now()).unwrap();
    assert_eq!(the_agreement(&register).unwrap(), CANARY);
    drop(register);
    let register = open(&here);
    assert_eq!(register.findings(), []);
    assert_eq!(the_agreement(&register).unwrap(), CANARY);
}

#[test]
fn a_save_that_meets_another_computers_keeps_the_file_for_the_state_that_is_kept() {
    let (here, register) = with_elin();
    drop(register);
    let there = here.copy_of_register();
    let mut register = open(&there);
    add(&mut register, named("Ida", "Där")).unwrap();
    drop(register);
    let mut register = open(&here);
    fs::write(here.file(), there.sealed()).unwrap();
    let refused = attach(&here, &mut register, "avtal.pdf", CANARY);
    assert!(matches!(refused, Err(Error::Conflict)));
    assert!(of(&register, ELIN).is_empty());
    drop(register);
    let mut register = open(&here);
    let [Finding::Diverged { ours, .. }] = register.findings() else {
        panic!("{:?}", register.findings());
    };
    let ours = ours.clone();
    register.take_over(&ours, &[ELIN], now()).unwrap();
    assert_eq!(the_agreement(&register).unwrap(), CANARY);
}
