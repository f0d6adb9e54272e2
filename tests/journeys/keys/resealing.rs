//! Earlier states follow the keys.

use super::*;

/// The window does not wait for it, and nothing that is done meanwhile goes wrong.
#[test]
fn earlier_states_are_sealed_anew_beside_the_register() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    for number in 0..10 {
        add(&mut register, named("Ida", &number.to_string())).unwrap();
    }
    let new = RecoveryKey::make();
    register.replace_recovery_key(&new, now()).unwrap();
    let expected = register.expect_reseal().unwrap();
    std::thread::scope(|scope| {
        let resealing = scope.spawn(|| expected.run().unwrap());
        while !resealing.is_finished() {
            add(&mut register, sample::elin().fields).unwrap();
        }
        assert_eq!(resealing.join().unwrap().left, 0);
    });
    let left: Vec<_> = computer.files().into_keys().collect();
    assert!(
        !left
            .iter()
            .any(|path| path.extension() == Some("part".as_ref()))
    );
    drop(register);
    let register = computer.open_by_sheet(&new).unwrap();
    assert_eq!(register.findings(), []);
    for generation in register.generations().unwrap() {
        register.compare(&generation.id).unwrap();
    }
}

#[test]
fn what_was_begun_with_keys_that_were_replaced_since_writes_no_more() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    add(&mut register, sample::elin().fields).unwrap();
    let begun = register.expect_reseal().unwrap();
    let new = RecoveryKey::make();
    register.replace_recovery_key(&new, now()).unwrap();
    assert_eq!(reseal(&register).left, 0);
    assert_eq!(begun.run().unwrap().sealed, 0);
    drop(register);
    let register = computer.open_by_sheet(&new).unwrap();
    for generation in register.generations().unwrap() {
        register.compare(&generation.id).unwrap();
    }
}

/// Locked meanwhile it stops, and goes on when the register is open again.
#[test]
fn what_locking_stopped_is_sealed_anew_at_the_next_opening() {
    let computer = Computer::new();
    let (register, _) = computer.set_up();
    let before = computer.files();
    let expected = register.expect_reseal().unwrap();
    drop(register);
    assert!(matches!(expected.run(), Err(Error::Locked)));
    assert!(computer.files() == before);

    let key_file = computer.folder().path().join("keys/owner.age");
    let old = fs::read(&key_file).unwrap();
    let mut register = computer.open(PASSPHRASE).unwrap();
    let kept = register.generations().unwrap();
    let saved = register
        .replace_register_key(&passphrase(PASSPHRASE), now())
        .unwrap();
    drop(register);
    assert!(matches!(saved.value.run(), Err(Error::Locked)));
    let mut register = computer.open(PASSPHRASE).unwrap();
    expect_open(&register, &kept);
    let done = go_on(&mut register).unwrap();
    assert_eq!((done.sealed as usize, done.left), (kept.len() + 2, 0));
    assert_eq!(go_on(&mut register), None, "once at each opening");
    drop(register);
    let mut register = computer.open(PASSPHRASE).unwrap();
    assert_eq!(go_on(&mut register), None, "it was done");
    expect_open(&register, &kept);
    drop(register);

    // The old key opens no earlier state any more: put in the place of the register, none is taken.
    fs::write(&key_file, old).unwrap();
    fs::write(computer.file(), b"hej").unwrap();
    assert!(matches!(
        computer.open(PASSPHRASE),
        Err(Error::VaultDamaged)
    ));
}

fn go_on(register: &mut Register) -> Option<Resealed> {
    let unfinished = register.unfinished_reseal().unwrap();
    unfinished.map(|expected| expected.run().unwrap())
}

fn expect_open(register: &Register, generations: &[GenerationView]) {
    for generation in generations {
        register.compare(&generation.id).unwrap();
    }
}

/// The program ends each time before any earlier state was sealed anew.
#[test]
fn earlier_states_open_however_often_keys_are_replaced_before_they_are_sealed_anew() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    add(&mut register, sample::elin().fields).unwrap();
    let kept = register.generations().unwrap();
    for _ in 0..3 {
        drop(
            register
                .replace_register_key(&passphrase(PASSPHRASE), now())
                .unwrap(),
        );
        expect_open(&register, &kept);
        drop(register);
        register = computer.open(PASSPHRASE).unwrap();
        expect_open(&register, &kept);
    }
    let sheet = RecoveryKey::make();
    register.replace_recovery_key(&sheet, now()).unwrap();
    drop(register);
    let register = computer.open_by_sheet(&sheet).unwrap();
    expect_open(&register, &kept);
    drop(register);
    let mut register = computer.open(PASSPHRASE).unwrap();
    assert_eq!(go_on(&mut register).unwrap().left, 0);
    drop(register);
    expect_open(&computer.open_by_sheet(&sheet).unwrap(), &kept);
}

/// Neither the forgotten passphrase nor, later, the old sheet opens them.
#[test]
fn earlier_states_open_after_a_new_passphrase_by_the_sheet_and_then_a_new_sheet() {
    let computer = Computer::new();
    let (mut register, old_sheet) = computer.set_up();
    add(&mut register, sample::elin().fields).unwrap();
    let kept = register.generations().unwrap();
    drop(register);
    let mut register = computer.open_by_sheet(&old_sheet).unwrap();
    drop(
        register
            .replace_passphrase(&passphrase(NEW), now())
            .unwrap(),
    );
    drop(register);
    let mut register = computer.open(NEW).unwrap();
    expect_open(&register, &kept);
    let sheet = RecoveryKey::make();
    register.replace_recovery_key(&sheet, now()).unwrap();
    drop(register);
    expect_open(&computer.open_by_sheet(&sheet).unwrap(), &kept);
    let mut register = computer.open(NEW).unwrap();
    expect_open(&register, &kept);
    assert_eq!(go_on(&mut register).unwrap().left, 0);
    expect_open(&register, &kept);
}
