//! What was kept for its whole period is found and erased; what must be kept stays to its own day.

use chrono::{Days, Months, NaiveDate};
use kundbok_core::consents::{self, GiveConsent, How};
use kundbok_core::contacts::{self, Channel, ContactFields, LogContact};
use kundbok_core::customers::{self, CustomerId, CustomerView, Event};
use kundbok_core::informed;
use kundbok_core::inventory::Purpose;
use kundbok_core::processing::drift::{self, Drift};
use kundbok_core::processing::policy::{self, GivePolicy};
use kundbok_core::purchases::{self, AddPurchase, PurchaseFields};
use kundbok_core::register::{Action, Change, Connection, Register};
use kundbok_core::retention::{self, EraseCustomers, LeftView};
use kundbok_core::{Error, Language, Result};
use kundbok_tests::sample::{self, LAST_DAY, PASSPHRASE, evening_of};

use super::{Computer, add, find, named, now};

const ELIN: CustomerId = CustomerId(1);

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn passed(register: &Register, today: NaiveDate) -> Vec<CustomerId> {
    let found = register.read(|connection| drift::look(connection, today, Language::Sv));
    let people = found.unwrap().into_iter().find_map(|each| match each {
        Drift::RetentionPassed { people, .. } => Some(people.first),
        _ => None,
    });
    let people = people.unwrap_or_default().into_iter();
    people.map(|person| person.id).collect()
}

fn erase(register: &mut Register, today: NaiveDate, customers: &[CustomerId]) -> Result<()> {
    let request = EraseCustomers {
        customers: customers.to_vec(),
    };
    let act = |connection: &Connection| {
        let erased = retention::erase_customers(connection, today, &request)?;
        Ok(Change {
            value: (),
            about: erased.kept,
            gone: erased.gone,
        })
    };
    register
        .write(evening_of(today), Action::EraseCustomers, act)
        .map(drop)
}

fn change(register: &mut Register, change: impl FnOnce(&Connection) -> Result<()>) {
    let act = |connection: &Connection| {
        change(connection)?;
        Ok(Change::of(ELIN, ()))
    };
    register.write(now(), Action::EditCustomer, act).unwrap();
}

fn buy(register: &mut Register, on: NaiveDate) {
    let request = AddPurchase {
        customer_id: ELIN,
        fields: PurchaseFields {
            purchased_on: on,
            note: "Kanariegul".to_owned(),
            ..sample::elin().purchases.remove(0)
        },
    };
    change(register, |connection| {
        purchases::add(connection, evening_of(on), request)
    });
}

fn view(register: &Register) -> CustomerView {
    register
        .read(|connection| customers::view(connection, ELIN))
        .unwrap()
}

/// Everything that the register holds, in one text.
fn everything(register: &Register) -> String {
    let dump = |connection: &Connection| {
        let mut tables =
            connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")?;
        let names = tables.query_map([], |row| row.get::<_, String>(0))?;
        let mut text = String::new();
        for name in names {
            let mut select = connection.prepare(&format!("SELECT * FROM {}", name?))?;
            let columns = select.column_count();
            let mut rows = select.query([])?;
            while let Some(row) = rows.next()? {
                for column in 0..columns {
                    if let Ok(said) = row.get_ref(column)?.as_str() {
                        text.push_str(said);
                    }
                }
            }
        }
        Ok(text)
    };
    register.read(dump).unwrap()
}

/// Elin with everything that can be written down, five years ago, and a purchase then.
fn elin() -> (Computer, Register) {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let then = evening_of(LAST_DAY - Months::new(5 * 12));
    let mut fields = sample::elin().fields;
    "Kanariegul anteckning".clone_into(&mut fields.notes);
    fields.tags = vec!["Kanariegul".to_owned()];
    let add = |connection: &Connection| {
        let id = customers::add(connection, then, fields)?;
        Ok(Change::of(id, id))
    };
    let id = register.write(then, Action::AddCustomer, add).unwrap();
    assert_eq!(id.value, ELIN);
    sample::attach(&mut register, ELIN).unwrap();
    change(&mut register, |connection| {
        let happened_on = LAST_DAY - Months::new(4 * 12);
        let fields = ContactFields {
            happened_on,
            channel: Channel::Phone,
            summary: "Kanariegul".to_owned(),
        };
        let request = LogContact {
            customer_id: ELIN,
            fields,
        };
        contacts::log(connection, evening_of(happened_on), request)?;
        policy::adopt(connection, happened_on)?;
        let given = GivePolicy {
            customer_id: ELIN,
            version: 1,
            given_on: happened_on,
            channel: Channel::Email,
        };
        policy::give(connection, evening_of(happened_on), &given)?;
        let yes = GiveConsent {
            customer_id: ELIN,
            to: Purpose::Newsletter.into(),
            version: None,
            language: Language::Sv,
            given_on: LAST_DAY,
            how: How::Spoken,
            paper: None,
        };
        consents::give(connection, now(), &yes).map(drop)
    });
    buy(&mut register, day(2021, 12, 1));
    (computer, register)
}

#[test]
fn what_must_be_kept_stays_and_the_rest_is_gone() {
    let (computer, mut register) = elin();
    let before = view(&register);
    assert_eq!(passed(&register, LAST_DAY), [ELIN]);
    assert!(everything(&register).contains("Kanariegul"));
    let phone = &before.fields.phones[0].number;
    let mail = &before.fields.emails[0].address;
    erase(&mut register, LAST_DAY, &[ELIN]).unwrap();
    drop(register);

    let register = computer.open(PASSPHRASE).unwrap();
    assert_eq!(register.findings(), []);
    let after = view(&register);
    let mut only_known_by_name = named(&before.fields.given_name, &before.fields.family_name);
    only_known_by_name.source = before.fields.source;
    only_known_by_name
        .source_detail
        .clone_from(&before.fields.source_detail);
    only_known_by_name.language = before.fields.language;
    assert_eq!(after.fields, only_known_by_name);
    assert_eq!(after.number, before.number);
    assert_eq!(after.attachments, []);
    let text = everything(&register);
    for gone in ["Kanariegul", mail, phone, &phone.replace(['-', ' '], "")] {
        assert!(!text.contains(gone), "{gone}");
    }
    // What she bought, that she said yes, and what she was given.
    let (mut bought, mut shown) = (0, 0);
    for event in &after.history {
        match event {
            Event::Purchase { lines, note, .. } => {
                assert_eq!((lines, &**note), (&sample::elin().purchases[0].lines, ""));
                bought += 1;
            }
            Event::Answered { .. } | Event::PolicyGiven { .. } => shown += 1,
            Event::Contact { .. } => panic!("{event:?}"),
            Event::Added { .. } | Event::HandedOver { .. } => {}
        }
    }
    assert_eq!((bought, shown), (1, 2));
    // The books until the end of 2028; proof for five years from now.
    let left = LeftView {
        erased_on: LAST_DAY,
        until: Some(day(2031, 11, 20)),
    };
    assert_eq!(after.left, Some(left));
    // She is found no more, asked nothing, and waits for no policy.
    assert_eq!(passed(&register, LAST_DAY), []);
    let informed = register.read(|connection| informed::list(connection, LAST_DAY));
    assert_eq!(informed.unwrap().rows, []);
    assert_eq!(find(&register, "").all, 1);
}

#[test]
fn the_files_of_who_is_erased_are_gone_from_the_folder_but_for_what_she_signed() {
    let (computer, mut register) = elin();
    let files = || {
        let folder = computer.0.path().join("register/attachments");
        std::fs::read_dir(folder).unwrap().count()
    };
    let before = view(&register).attachments;
    assert_eq!(files(), before.len());
    assert!(before.len() > 1);
    let paper = before[0].clone();
    change(&mut register, |connection| {
        let yes = GiveConsent {
            customer_id: ELIN,
            to: Purpose::Photo.into(),
            version: None,
            language: Language::Sv,
            given_on: LAST_DAY,
            how: How::Paper,
            paper: Some(paper.id),
        };
        consents::give(connection, now(), &yes).map(drop)
    });
    erase(&mut register, LAST_DAY, &[ELIN]).unwrap();
    assert_eq!(view(&register).attachments, [paper]);
    // An earlier state owns the others until it is pruned, on this computer alone.
    assert_eq!(files(), 1);
}

#[test]
fn who_leaves_nothing_that_must_be_kept_is_gone_and_counted_without_a_name() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let then = evening_of(LAST_DAY - Months::new(37));
    let add_then = |connection: &Connection| {
        let one = customers::add(connection, then, named("Gun-Britt", "Åkerlund"))?;
        let other = customers::add(connection, then, named("Ulla", "Persson"))?;
        Ok(Change::of_all(vec![one, other], ()))
    };
    register.write(then, Action::AddCustomer, add_then).unwrap();
    let anna = add(&mut register, named("Anna", "Ek")).unwrap();
    let gone = [CustomerId(1), CustomerId(2)];
    assert_eq!(passed(&register, LAST_DAY), gone);
    // Who was heard of is not erased, and nobody with her.
    let refused = erase(&mut register, LAST_DAY, &[gone[0], anna]);
    assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
    let refused = erase(&mut register, LAST_DAY, &[]);
    assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
    assert_eq!(find(&register, "").all, 3);

    erase(&mut register, LAST_DAY, &gone).unwrap();
    // The list in memory, and that of a fresh reading.
    for _ in 0..2 {
        let known = find(&register, "");
        assert_eq!((known.all, known.rows[0].id), (1, anna));
        drop(register);
        register = computer.open(PASSPHRASE).unwrap();
    }
    assert!(!everything(&register).contains("Gun-Britt"));
    let sql = "SELECT count(*), count(customer_id) FROM audit WHERE action = 'eraseCustomers'";
    let counted = |connection: &Connection| {
        Ok(connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?)
    };
    let counted: (u32, u32) = register.read(counted).unwrap();
    assert_eq!(counted, (2, 0));
    // A number that papers may name somebody by is never another's.
    erase(&mut register, LAST_DAY + Months::new(37), &[anna]).unwrap();
    let siv = add(&mut register, named("Siv", "Lund")).unwrap();
    let siv = register.read(|connection| customers::view(connection, siv));
    assert_eq!(siv.unwrap().number, 1004);
}

#[test]
fn the_last_of_her_goes_when_nothing_must_be_kept() {
    let (_computer, mut register) = elin();
    erase(&mut register, LAST_DAY, &[ELIN]).unwrap();
    let until = view(&register).left.unwrap().until.unwrap();
    assert_eq!(passed(&register, until), []);
    let after = until + Days::new(1);
    assert_eq!(passed(&register, after), [ELIN]);
    erase(&mut register, after, &[ELIN]).unwrap();
    assert_eq!(find(&register, "").all, 0);
    assert!(!everything(&register).contains(&sample::elin().fields.family_name));
}

#[test]
fn who_buys_again_is_a_customer_as_before() {
    let (_computer, mut register) = elin();
    erase(&mut register, LAST_DAY, &[ELIN]).unwrap();
    assert!(view(&register).left.is_some());
    buy(&mut register, LAST_DAY);
    assert_eq!(view(&register).left, None);
    let informed = register.read(|connection| informed::list(connection, LAST_DAY));
    assert_eq!(informed.unwrap().rows.len(), 1);
    assert_eq!(passed(&register, LAST_DAY), []);
    assert_eq!(passed(&register, LAST_DAY + Months::new(37)), [ELIN]);
}

/// She still buys, and what she bought before the books' years is to go.
#[test]
fn purchases_that_the_books_need_no_longer_are_found_and_erased() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let anna = add(&mut register, named("Anna", "Ek")).unwrap();
    let nobody = add(&mut register, named("Tove", "Dal")).unwrap();
    // Of the year 2026 the books of seven years begin with 2019.
    for day in ["2018-12-31", "2019-01-01", "2026-11-19"] {
        let request = AddPurchase {
            customer_id: anna,
            fields: PurchaseFields {
                purchased_on: day.parse().unwrap(),
                ..sample::elin().purchases[0].clone()
            },
        };
        change(&mut register, |connection| {
            purchases::add(connection, now(), request)
        });
    }
    let purchases_passed = |register: &Register| {
        let found = register.read(|it| drift::look(it, LAST_DAY, Language::Sv));
        let mut found = found.unwrap();
        found.retain(|each| matches!(each, Drift::PurchasesPassed { .. }));
        found.pop()
    };
    let Some(Drift::PurchasesPassed {
        years: 7,
        count: 1,
        people,
    }) = purchases_passed(&register)
    else {
        panic!("nothing found");
    };
    assert_eq!((people.count, people.first[0].id), (1, anna));
    let erase = |register: &mut Register| {
        register.write(now(), Action::ErasePurchases, |connection| {
            let about = retention::erase_purchases(connection, LAST_DAY)?;
            Ok(Change::of_all(about, ()))
        })
    };
    erase(&mut register).unwrap();
    assert!(matches!(erase(&mut register), Err(Error::NotFound)));
    drop(register);

    let register = computer.open(PASSPHRASE).unwrap();
    assert_eq!(purchases_passed(&register), None);
    let view = register.read(|connection| customers::view(connection, anna));
    let days: Vec<String> = view
        .unwrap()
        .history
        .iter()
        .filter_map(|event| match event {
            Event::Purchase { on, .. } => Some(on.to_string()),
            _ => None,
        })
        .collect();
    assert_eq!(days, ["2026-11-19", "2019-01-01"]);
    // It is noted with her, and with nobody else.
    let noted = |id: CustomerId| {
        let sql = "SELECT count(*) FROM audit WHERE action = 'erasePurchases' AND customer_id = ?1";
        register.read(|connection| Ok(connection.query_row(sql, [id.0], |row| row.get(0))?))
    };
    let noted: [u32; 2] = [noted(anna).unwrap(), noted(nobody).unwrap()];
    assert_eq!(noted, [1, 0]);
}
