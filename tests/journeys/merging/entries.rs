//! What is no customer's, changed on two computers: policy, suppliers, uses of data, the business.

use std::fs;

use kundbok_core::Error;
use kundbok_core::Language::{En, Sv};
use kundbok_core::inventory::Purpose;
use kundbok_core::processing::clauses::{self, AddClause, ClauseId, ClauseText, EditClause};
use kundbok_core::processing::policy::{self, KeepPolicyAddress};
use kundbok_core::processing::{activities, business, suppliers};
use kundbok_core::register::{Action, Change, Chosen, EntryDifference, GenerationId, Register};
use kundbok_tests::sample::{self, PASSPHRASE};

use super::super::{Computer, now};

const CLAUSE: ClauseId = ClauseId(2);

pub fn change(
    register: &mut Register,
    change: impl FnOnce(&kundbok_core::register::Connection) -> kundbok_core::Result<()>,
) {
    register
        .write(now(), Action::EditPolicy, |connection| {
            change(connection)?;
            Ok(Change::of_nobody(()))
        })
        .unwrap();
}

fn content(text: &str) -> ClauseText {
    ClauseText {
        heading: format!("Vem {text}"),
        text: format!("Jag {text}."),
    }
}

pub fn write_clause(register: &mut Register, text: &str) {
    change(register, |connection| {
        clauses::edit(
            connection,
            EditClause {
                id: CLAUSE,
                language: Sv,
                content: content(text),
            },
        )
    });
}

fn clause(register: &Register, id: ClauseId) -> ClauseText {
    let all = register.read(|connection| clauses::all(connection, &[], Sv));
    let mut all = all.unwrap().into_iter();
    all.find(|clause| clause.id == id).unwrap().content
}

/// Each computer changes it, and what was saved there lies on disk here. Answers the open state, which
/// is theirs, and which one ours is.
pub fn diverged(
    here_does: impl FnOnce(&mut Register),
    there_does: impl FnOnce(&mut Register),
) -> (Computer, Register, GenerationId) {
    let here = Computer::new();
    drop(here.set_up());
    let there = here.copy_of_register();
    here_does(&mut here.open(PASSPHRASE).unwrap());
    there_does(&mut there.open(PASSPHRASE).unwrap());
    fs::write(here.file(), there.sealed()).unwrap();
    let register = here.open(PASSPHRASE).unwrap();
    let [kundbok_core::register::Finding::Diverged { ours, .. }] = register.findings() else {
        panic!("{:?}", register.findings());
    };
    let ours = ours.clone();
    (here, register, ours)
}

/// What stands in an entry: `text` of each side.
pub fn texts(entry: &EntryDifference, column: &str) -> (Vec<String>, Vec<String>) {
    let of = |rows: &[Vec<kundbok_core::store::entry::EntryValue>]| {
        let values = rows.iter().flatten();
        let values = values.filter(|value| value.column == column);
        values.map(|value| value.value.clone()).collect::<Vec<_>>()
    };
    let here = entry.parts.iter().flat_map(|part| of(&part.here));
    let there = entry.parts.iter().flat_map(|part| of(&part.there));
    (here.collect(), there.collect())
}

fn only(entries: &[EntryDifference]) -> EntryDifference {
    let [entry] = entries else {
        panic!("{entries:?}");
    };
    entry.clone()
}

#[test]
fn both_texts_of_a_clause_are_shown_side_by_side_and_one_is_chosen() {
    let (here, mut register, ours) = diverged(
        |here| write_clause(here, "härifrån"),
        |there| write_clause(there, "därifrån"),
    );
    let differences = register.compare(&ours).unwrap();
    assert!(differences.changed.is_empty());
    let entry = only(&differences.entries);
    assert_eq!(entry.name, "Vem därifrån");
    assert!(entry.is_here && entry.is_there);
    assert_eq!(
        texts(&entry, "text"),
        (
            vec!["Jag därifrån.".to_owned()],
            vec!["Jag härifrån.".to_owned()]
        )
    );
    assert_eq!(clause(&register, CLAUSE), content("därifrån"), "as yet");

    let chosen = Chosen {
        entries: vec![entry.id],
        ..Chosen::default()
    };
    register.take_over(&ours, chosen, now()).unwrap();
    assert_eq!(clause(&register, CLAUSE), content("härifrån"));
    assert!(register.compare(&ours).unwrap().entries.is_empty());
    // The one that was not chosen is an earlier version.
    let generations = register.generations().unwrap();
    let theirs = generations.iter().find(|each| {
        each.id != ours && !each.is_current && {
            let entries = register.compare(&each.id).unwrap().entries;
            entries
                .iter()
                .any(|entry| texts(entry, "text").1 == ["Jag därifrån."])
        }
    });
    assert!(theirs.is_some());
    drop(register);
    let register = here.open(PASSPHRASE).unwrap();
    assert_eq!(clause(&register, CLAUSE), content("härifrån"));
}

#[test]
fn a_clause_of_hers_that_is_in_one_state_alone_comes_over_beside_the_others() {
    // Both computers gave the same number to a clause of their own.
    let own = |text: &'static str| {
        move |register: &mut Register| {
            change(register, |connection| {
                let request = AddClause {
                    language: Sv,
                    content: content(text),
                };
                clauses::add(connection, request).map(drop)
            });
        }
    };
    let (_here, mut register, ours) = diverged(own("härifrån"), own("därifrån"));
    let entries = register.compare(&ours).unwrap().entries;
    let [added, gone] = &entries[..] else {
        panic!("{entries:?}");
    };
    assert_eq!(added.id.id, gone.id.id);
    let (added, gone) = if added.is_here {
        (added, gone)
    } else {
        (gone, added)
    };
    assert_eq!(
        (&*added.name, &*gone.name),
        ("Vem därifrån", "Vem härifrån")
    );
    assert!(!added.is_there && gone.is_there);
    let chosen = Chosen {
        entries: vec![gone.id.clone()],
        ..Chosen::default()
    };
    register.take_over(&ours, chosen, now()).unwrap();
    let all = register.read(|connection| clauses::all(connection, &[], Sv));
    let own = all.unwrap().into_iter().filter(|each| each.name.is_none());
    let own: Vec<ClauseText> = own.map(|each| each.content).collect();
    assert_eq!(own, [content("därifrån"), content("härifrån")]);

    let absent = Chosen {
        entries: vec![added.id.clone()],
        ..Chosen::default()
    };
    assert!(matches!(
        register.take_over(&ours, absent, now()),
        Err(Error::NotFound)
    ));
}

#[test]
fn suppliers_uses_and_the_business_are_compared_and_taken_over_too() {
    let supplier = |register: &mut Register, name: &str| {
        let mut fields = sample::suppliers()[0].clone();
        name.clone_into(&mut fields.name);
        change(register, |connection| {
            suppliers::add(connection, now(), fields).map(drop)
        });
    };
    let rename = |register: &mut Register, name: &str| {
        change(register, |connection| {
            let mut fields = business::view(connection)?;
            name.clone_into(&mut fields.name);
            business::edit(connection, fields)
        });
    };
    let answer = |register: &mut Register, answer: bool| {
        change(register, |connection| {
            let id = activities::map(connection, En)?.questions[0];
            activities::answer(connection, activities::AnswerQuestion { id, answer })
        });
    };
    let (_here, mut register, ours) = diverged(
        |here| {
            supplier(here, "Byrån här");
            rename(here, "Här AB");
            answer(here, true);
        },
        |there| {
            supplier(there, "Byrån där");
            rename(there, "Där AB");
            answer(there, false);
        },
    );
    let entries = register.compare(&ours).unwrap().entries;
    let tables: Vec<&str> = entries.iter().map(|entry| &*entry.id.table).collect();
    assert_eq!(tables, ["activity", "business", "supplier", "supplier"]);
    assert_eq!(
        texts(&entries[1], "name"),
        (vec!["Där AB".to_owned()], vec!["Här AB".to_owned()])
    );
    let chosen = entries.iter().filter(|entry| entry.is_there);
    let chosen = Chosen {
        entries: chosen.map(|entry| entry.id.clone()).collect(),
        ..Chosen::default()
    };
    register.take_over(&ours, chosen, now()).unwrap();
    let names: Vec<String> = register
        .read(suppliers::list)
        .unwrap()
        .into_iter()
        .map(|supplier| supplier.fields.name)
        .collect();
    assert_eq!(names, ["Byrån där", "Byrån här"]);
    let (own, answered) = register
        .read(|connection| {
            let map = activities::map(connection, En)?;
            let asked = map
                .activities
                .into_iter()
                .find(|each| each.id == map.questions[0]);
            Ok((business::view(connection)?.name, asked.unwrap().answer))
        })
        .unwrap();
    assert_eq!((&*own, answered), ("Här AB", Some(true)));
    // What came over with its roles is as it was there.
    let roles = |at: usize| {
        let all = register.read(suppliers::list).unwrap();
        all[at].fields.roles.clone()
    };
    assert_eq!(roles(0), roles(1));
}

fn use_for(register: &Register, purpose: Purpose) -> activities::ActivityId {
    let all = register.read(|connection| activities::all(connection, Sv));
    let mut all = all.unwrap().into_iter();
    all.find(|each| each.purpose == Some(purpose)).unwrap().id
}

#[test]
fn what_one_supplier_gets_data_for_is_compared_by_name() {
    let supplier = |purpose: Purpose| {
        move |register: &mut Register| {
            let mut fields = sample::suppliers()[0].clone();
            fields.uses = Some([use_for(register, purpose)].into());
            change(register, |connection| {
                suppliers::add(connection, now(), fields)?;
                // One supplier that both know.
                connection.execute("UPDATE supplier SET mark = 'known'", [])?;
                Ok(())
            });
        }
    };
    let (_here, mut register, ours) =
        diverged(supplier(Purpose::Newsletter), supplier(Purpose::Party));
    let entries = register.compare(&ours).unwrap().entries;
    let found = entries.iter().find(|entry| entry.id.table == "supplier");
    let [tied] = &found.unwrap().parts[..] else {
        panic!("{found:?}");
    };
    assert_eq!(tied.table, "activity_supplier");
    let said = [&tied.here, &tied.there].map(|rows| rows[0][0].value.as_str());
    assert_eq!(said, ["Hemkalas", "Nyhetsbrev och erbjudanden"]);
    let chosen = Chosen {
        entries: vec![found.unwrap().id.clone()],
        ..Chosen::default()
    };
    register.take_over(&ours, chosen, now()).unwrap();
    let all = register.read(suppliers::list).unwrap();
    let newsletter = use_for(&register, Purpose::Newsletter);
    assert_eq!(all[0].fields.uses, Some([newsletter].into()));
    assert_eq!(register.compare(&ours).unwrap().entries, []);
}

#[test]
fn a_supplier_comes_over_with_the_uses_in_which_it_gets_data() {
    let newsletter = |register: &Register| use_for(register, Purpose::Newsletter);
    let supplier = |name: &'static str| {
        move |register: &mut Register| {
            let mut fields = sample::suppliers()[0].clone();
            name.clone_into(&mut fields.name);
            fields.uses = Some([newsletter(register)].into());
            change(register, |connection| {
                suppliers::add(connection, now(), fields).map(drop)
            });
        }
    };
    let (_here, mut register, ours) = diverged(supplier("Härifrån"), supplier("Därifrån"));
    let differences = register.compare(&ours).unwrap().entries.into_iter();
    let chosen = Chosen {
        entries: differences
            .filter(|entry| entry.is_there)
            .map(|entry| entry.id)
            .collect(),
        ..Chosen::default()
    };
    register.take_over(&ours, chosen, now()).unwrap();
    let all = register.read(suppliers::list).unwrap();
    let uses: Vec<_> = all.into_iter().map(|each| each.fields.uses).collect();
    let one = Some([newsletter(&register)].into());
    assert_eq!(uses, [one.clone(), one]);
}

#[test]
fn where_the_policy_can_be_read_is_taken_over() {
    let keep = |register: &mut Register, address: &str| {
        let address = address.to_owned();
        change(register, |it| {
            policy::keep_address(it, KeepPolicyAddress { address })
        });
    };
    for is_here in [true, false] {
        let (_here, mut register, ours) = diverged(
            |here| keep(here, "https://elin.se/policy"),
            |there| {
                if is_here {
                    keep(there, "https://elin.dk/politik");
                } else {
                    change(there, |_| Ok(()));
                }
            },
        );
        let entry = only(&register.compare(&ours).unwrap().entries);
        assert_eq!(entry.id.table, "policy_address");
        let chosen = Chosen {
            entries: vec![entry.id],
            ..Chosen::default()
        };
        register.take_over(&ours, chosen, now()).unwrap();
        let preview = register.read(|it| policy::preview(it, sample::LAST_DAY, Sv));
        assert_eq!(preview.unwrap().address, "https://elin.se/policy");
        assert!(register.compare(&ours).unwrap().entries.is_empty());
    }
}
