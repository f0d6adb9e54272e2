//! Earlier states on this computer, shown and put back.

use super::*;

#[test]
fn the_time_line_compares_and_restores() {
    let (computer, _) = three_saves();
    let mut register = computer.open(PASSPHRASE).unwrap();
    note(&mut register, CustomerId(1), "Ändrad");
    let generations = register.generations().unwrap();
    let shown: Vec<_> = generations
        .iter()
        .map(|generation| {
            (
                generation.id.number,
                generation.customers,
                generation.is_current,
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            (4, Some(2), true),
            (3, Some(2), false),
            (2, Some(1), false),
            (1, Some(0), false)
        ]
    );
    let differences = register.compare(&generations[2].id).unwrap();
    assert_eq!(differences.added[0].id, CustomerId(2));
    assert_eq!(differences.changed[0].id, CustomerId(1));
    assert_eq!(differences.gone, []);

    register
        .restore_generation(&generations[2].id, now())
        .unwrap();
    assert_eq!(customers_of(&register), 1);
    // That it was put back can be undone, too.
    let before = register.generations().unwrap()[1].id.clone();
    assert_eq!(before, generations[0].id);
    register.restore_generation(&before, now()).unwrap();
    assert_eq!(customers_of(&register), 2);
    let unknown = GenerationId {
        number: 99,
        digest: "00000000".to_owned(),
    };
    assert!(matches!(
        register.restore_generation(&unknown, now()),
        Err(Error::NotFound)
    ));
    drop(register);
    let register = computer.open(PASSPHRASE).unwrap();
    assert_eq!((register.findings(), customers_of(&register)), (&[][..], 2));
}

#[test]
fn a_generation_that_cannot_be_put_back_leaves_all_as_it_was() {
    let (computer, _) = three_saves();
    let mut register = computer.open(PASSPHRASE).unwrap();
    let generations = register.generations().unwrap();
    fs::write(computer.file(), b"changed elsewhere").unwrap();
    let refused = register.restore_generation(&generations[1].id, now());
    assert!(matches!(refused, Err(Error::Conflict)));
    assert_eq!(customers_of(&register), 2);
    fs::write(history(&computer).get(1).unwrap(), b"hej").unwrap();
    assert!(matches!(
        register.compare(&generations[1].id),
        Err(Error::VaultDamaged)
    ));
}
