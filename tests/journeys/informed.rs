//! Who was informed, the letters to those who were not, and a new use that is told of first.

use std::collections::BTreeSet;
use std::process::Command;

use chrono::Days;
use kundbok_core::contacts::Channel;
use kundbok_core::customers::{CustomerId, Source};
use kundbok_core::error::{Invalid, Rule};
use kundbok_core::informed::letters::{Letters, SaveLetters};
use kundbok_core::informed::{self, GiveToMany};
use kundbok_core::inventory::Purpose;
use kundbok_core::processing::activities::{self, AnswerQuestion, EditActivity};
use kundbok_core::processing::drift::{self, Drift};
use kundbok_core::processing::policy;
use kundbok_core::register::{Action, Change, Connection, Register};
use kundbok_core::{Error, Language, Result};
use kundbok_tests::sample;

use super::{Computer, add, named, now, pdf_text};

fn change<T>(register: &mut Register, change: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
    let saved = register.write(now(), Action::GivePolicy, |connection| {
        Ok(Change::of_nobody(change(connection)?))
    })?;
    Ok(saved.value)
}

fn adopt(register: &mut Register) -> u32 {
    let adopted = change(register, |it| policy::adopt(it, sample::LAST_DAY));
    adopted.unwrap().version
}

fn give(register: &mut Register, customers: &[CustomerId], version: u32) -> Result<Vec<u32>> {
    let request = GiveToMany {
        customers: customers.to_vec(),
        version,
        given_on: sample::LAST_DAY,
        channel: Channel::Link,
    };
    change(register, |it| informed::give(it, now(), &request))
}

fn versions(register: &Register) -> Vec<Option<u32>> {
    let list = register.read(|it| informed::list(it, sample::LAST_DAY));
    let rows = list.unwrap().rows.into_iter();
    rows.map(|row| row.version).collect()
}

fn purposes_new(register: &Register) -> Vec<(String, u32)> {
    let found = register.read(|it| drift::look(it, sample::LAST_DAY, Language::Sv));
    let found = found.unwrap().into_iter().filter_map(|each| match each {
        Drift::PurposeNew { name, people, .. } => Some((name, people.count)),
        _ => None,
    });
    found.collect()
}

fn guest(register: &mut Register, name: &str, language: Option<Language>) -> CustomerId {
    let mut fields = named(name, "Wallin");
    fields.source = Source::Party;
    fields.language = language;
    add(register, fields).unwrap()
}

#[test]
fn many_are_noted_at_once_and_taken_back_at_once() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let people: Vec<_> = ["Anna", "Britt", "Cilla"]
        .map(|name| add(&mut register, named(name, "Ek")).unwrap())
        .into();
    assert!(matches!(
        give(&mut register, &people, 1),
        Err(Error::NotFound)
    ));
    let first = adopt(&mut register);
    let noted = give(&mut register, &people[..2], first).unwrap();
    assert_eq!(versions(&register), [Some(1), Some(1), None]);
    // All or none: one that is not there stops it.
    let nobody = [people[2], CustomerId(999)];
    assert!(matches!(
        give(&mut register, &nobody, first),
        Err(Error::NotFound)
    ));
    assert_eq!(versions(&register), [Some(1), Some(1), None]);
    change(&mut register, |it| informed::take_back(it, &noted)).unwrap();
    assert_eq!(versions(&register), [None, None, None]);
    let again = change(&mut register, |it| informed::take_back(it, &noted));
    assert!(matches!(again, Err(Error::NotFound)));
}

#[test]
fn who_has_a_version_keeps_the_day_on_which_it_was_given() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let people: Vec<_> = ["Anna", "Britt"]
        .map(|name| add(&mut register, named(name, "Ek")).unwrap())
        .into();
    let adopted_on = sample::LAST_DAY - Days::new(9);
    let adopted = change(&mut register, |it| policy::adopt(it, adopted_on));
    let version = adopted.unwrap().version;
    let on = |given_on| GiveToMany {
        customers: people.clone(),
        version,
        given_on,
        channel: Channel::Link,
    };
    let early = on(adopted_on.pred_opt().unwrap());
    let refused = change(&mut register, |it| informed::give(it, now(), &early));
    let Err(Error::Invalid(fields)) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(fields, [Invalid::new("givenOn", Rule::BeforeVersion)]);
    let first = GiveToMany {
        customers: vec![people[0]],
        ..on(adopted_on)
    };
    change(&mut register, |it| informed::give(it, now(), &first)).unwrap();
    let noted = change(&mut register, |it| {
        informed::give(it, now(), &on(sample::LAST_DAY))
    });
    assert_eq!(noted.unwrap().len(), 1);
    let list = register.read(|it| informed::list(it, sample::LAST_DAY));
    let days: Vec<_> = list.unwrap().rows.iter().map(|it| it.given_on).collect();
    assert_eq!(days, [Some(adopted_on), Some(sample::LAST_DAY)]);
}

#[test]
fn a_new_use_and_another_purpose_are_told_of_before_they_begin() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let anna = add(&mut register, named("Anna", "Ek")).unwrap();
    add(&mut register, named("Britt", "Al")).unwrap();
    let first = adopt(&mut register);
    let all = register
        .read(|it| activities::all(it, Language::Sv))
        .unwrap();
    let of = |purpose| all.iter().find(|it| it.purpose == Some(purpose)).unwrap();
    let skin = of(Purpose::SkinAdvice).id;
    let answer = |answer| AnswerQuestion { id: skin, answer };
    // Nobody was given anything: nobody has to be told of what is new.
    change(&mut register, |it| activities::answer(it, answer(true))).unwrap();
    assert_eq!(purposes_new(&register), []);
    change(&mut register, |it| activities::answer(it, answer(false))).unwrap();
    give(&mut register, &[anna], first).unwrap();
    change(&mut register, |it| activities::answer(it, answer(true))).unwrap();
    assert_eq!(purposes_new(&register), [("Hudråd".to_owned(), 1)]);
    // A version that tells of it is not enough: she has to be given it.
    let second = adopt(&mut register);
    assert_eq!(purposes_new(&register), [("Hudråd".to_owned(), 1)]);
    give(&mut register, &[anna], second).unwrap();
    assert_eq!(purposes_new(&register), []);
    // Another purpose is a new one.
    let sale = of(Purpose::Sale).clone();
    let mut texts = sale.texts;
    texts.purpose = "För att sälja och för att tipsa dig".to_owned();
    let edit = EditActivity {
        id: sale.id,
        language: Language::Sv,
        facts: sale.facts,
        texts,
        suppliers: None,
    };
    change(&mut register, |it| activities::edit(it, edit)).unwrap();
    assert_eq!(
        purposes_new(&register),
        [("Försäljning och leverans".to_owned(), 1)]
    );
}

#[test]
fn who_reads_one_language_is_not_told_anew_of_what_changed_in_another() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let people = [None, Some(Language::Sv), Some(Language::Da)]
        .map(|language| guest(&mut register, "Saga", language));
    let first = adopt(&mut register);
    give(&mut register, &people, first).unwrap();
    let mut edit = |language| {
        let all = register.read(|it| activities::all(it, language)).unwrap();
        let sale = all.iter().find(|it| it.purpose == Some(Purpose::Sale));
        let sale = sale.unwrap().clone();
        let mut texts = sale.texts;
        texts.purpose.push_str(" x");
        let edit = EditActivity {
            id: sale.id,
            language,
            facts: sale.facts,
            texts,
            suppliers: None,
        };
        change(&mut register, |it| activities::edit(it, edit)).unwrap();
        purposes_new(&register)
    };
    assert_eq!(edit(Language::En), []);
    let told_anew = |count| [("Försäljning och leverans".to_owned(), count)];
    assert_eq!(edit(Language::Da), told_anew(1));
    // Whose language is not known reads what most do in the business's country.
    assert_eq!(edit(Language::Sv), told_anew(3));
}

#[test]
fn letters_are_bound_each_on_a_page_of_its_own_in_her_language() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let guests = [
        guest(&mut register, "Saga", None),
        guest(&mut register, "Ditte", Some(Language::Da)),
        guest(&mut register, "Emma", Some(Language::En)),
    ];
    let mut request = SaveLetters {
        customers: guests.to_vec(),
        language: Language::Sv,
        together: true,
    };
    let gather = |register: &Register, request: &SaveLetters| {
        register.read(|it| Letters::gather(it, sample::LAST_DAY, request))
    };
    assert!(matches!(
        gather(&register, &request),
        Err(Error::NotAllowed)
    ));
    adopt(&mut register);
    let letters = gather(&register, &request).unwrap();
    let mut heard = Vec::new();
    let file = letters
        .bind(&mut |step| {
            heard.push((step.done, step.of));
            Ok(true)
        })
        .unwrap()
        .unwrap();
    assert_eq!(heard, [(1, 3), (2, 3), (3, 3)]);
    assert_eq!(file.name, format!("Brev {}.pdf", sample::LAST_DAY));
    // Each letter begins a page: its name is the first on one, and its pages are counted by themselves.
    let text = pdf_text(&file.bytes);
    let pages: Vec<&str> = text.split('\u{c}').collect();
    for (name, page_of) in [
        ("Saga Wallin", "Sida 1 av"),
        ("Ditte Wallin", "Side 1 af"),
        ("Emma Wallin", "Page 1 of"),
    ] {
        let begun: Vec<_> = pages.iter().filter(|page| page.contains(name)).collect();
        assert_eq!(begun.len(), 1, "{name}");
        assert!(begun[0].contains(page_of), "{name}: {}", begun[0]);
    }
    // Bookmarks say the number and no name; each letter is read out in its language.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letters.pdf");
    std::fs::write(&path, &file.bytes).unwrap();
    let shown = Command::new("qpdf")
        .args(["--json", "--json-key=outlines"])
        .arg(&path)
        .output()
        .unwrap();
    let outlines: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    let titles: Vec<&str> = outlines["outlines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| each["title"].as_str().unwrap())
        .collect();
    assert_eq!(titles, ["Kund 1001", "Kund 1002", "Kund 1003"]);
    let shown = Command::new("pdfinfo")
        .args(["-struct"])
        .arg(&path)
        .output()
        .unwrap();
    let structure = String::from_utf8_lossy(&shown.stdout).into_owned();
    assert_eq!(structure.matches("Part").count(), 3, "{structure}");

    // A file each, whose names say no more than the number; stopped, nothing is left.
    request.together = false;
    let letters = gather(&register, &request).unwrap();
    let to = folder.path().join("brev");
    assert!(
        !letters
            .file(to.clone(), &mut |step| Ok(step.done < 2))
            .unwrap()
    );
    assert!(!to.exists());
    assert!(letters.file(to.clone(), &mut |_| Ok(true)).unwrap());
    let names: BTreeSet<String> = std::fs::read_dir(&to)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let expected = [
        "brev till kund 1001.pdf",
        "brev til kunde 1002.pdf",
        "letter to customer 1003.pdf",
    ];
    assert_eq!(names, expected.map(str::to_owned).into());
    // Who gave her data herself is sent no such letter.
    let own = add(&mut register, named("Anna", "Ek")).unwrap();
    request.customers.push(own);
    assert!(matches!(
        gather(&register, &request),
        Err(Error::NotAllowed)
    ));
}

#[test]
fn who_came_from_others_has_a_month_from_the_day_it_came() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    guest(&mut register, "Saga", None);
    add(&mut register, named("Anna", "Ek")).unwrap();
    let later = sample::LAST_DAY + chrono::Months::new(1) + Days::new(3);
    let list = register.read(|it| informed::list(it, later)).unwrap();
    assert_eq!(list.in_force, None);
    assert!(list.is_outdated);
    let due: Vec<_> = list.rows.iter().map(|row| row.days_left).collect();
    assert_eq!(due, [Some(-3), None]);
    assert_eq!(
        list.rows[0].due_on,
        Some(sample::LAST_DAY + chrono::Months::new(1))
    );
}
