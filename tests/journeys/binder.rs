//! What an inspector would ask for: the record, the balancing, the retention plan, and the binder.

mod agreed;
mod erased;

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use kundbok_core::binder::{self, Paper};
use kundbok_core::contacts::{self, Channel, ContactFields, LogContact};
use kundbok_core::documents::PrintedFile;
use kundbok_core::documents::page::Item;
use kundbok_core::inventory::{Category, Purpose};
use kundbok_core::processing::activities::{self, AnswerQuestion, QUESTIONS};
use kundbok_core::processing::drift::{self, Drift};
use kundbok_core::processing::policy;
use kundbok_core::processing::record::RecordFacts;
use kundbok_core::register::{Action, Change, Register};
use kundbok_core::requests::handover::{self, HandOver, PrepareHandOver};
use kundbok_core::{Language, customers};
use kundbok_tests::sample::{self, named};

use super::{Computer, now, pdf_text, squeezed};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn facts(register: &Register, language: Language) -> RecordFacts {
    register
        .read(|connection| {
            RecordFacts::gather(connection, sample::SECURITY, language, sample::LAST_DAY)
        })
        .unwrap()
}

fn print(register: &Register, paper: Paper, language: Language) -> PrintedFile {
    let facts = facts(register, language);
    register
        .read(|connection| binder::print(connection, &facts, paper, &mut |_| {}))
        .unwrap()
}

/// The sample register of someone who says yes to everything in the interview, with a policy in use.
fn full(computer: &Computer) -> Register {
    let (mut register, _) = sample::make(&computer.folder(), &computer.local()).unwrap();
    register
        .write(now(), Action::EditMap, |connection| {
            for each in activities::all(connection, Language::Sv)? {
                if each
                    .purpose
                    .is_some_and(|purpose| QUESTIONS.contains(&purpose))
                {
                    let request = AnswerQuestion {
                        id: each.id,
                        answer: true,
                    };
                    activities::answer(connection, request)?;
                }
            }
            policy::adopt(connection, sample::LAST_DAY)?;
            Ok(Change::of_nobody(()))
        })
        .unwrap();
    register
}

fn hand_over(register: &mut Register, password: Option<&str>) {
    let elin = sample::customers()
        .iter()
        .position(|each| each.fields == sample::elin().fields)
        .unwrap();
    let request = HandOver {
        prepared: PrepareHandOver {
            customer_id: customers::CustomerId(u32::try_from(elin).unwrap() + 1),
            language: Language::Sv,
            keep: Vec::new(),
        },
        password: password.map(Into::into),
    };
    let copy = kundbok_tests::hand_over(register, now(), &request).unwrap();
    register
        .write(now(), Action::HandOver, |connection| {
            handover::log(connection, now(), &request, &copy)?;
            Ok(Change::of(request.prepared.customer_id, ()))
        })
        .unwrap();
}

#[test]
#[ignore = "for looking at: writes the papers to target/documents"]
fn draw_papers() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/documents");
    fs::create_dir_all(&folder).unwrap();
    let computer = Computer::new();
    let mut register = full(&computer);
    hand_over(&mut register, None);
    let other = Computer::new();
    let (empty, _) = other.set_up();
    for language in Language::ALL {
        let tag = language.tag();
        for (name, register) in [("full", &register), ("empty", &empty)] {
            for (paper, what) in [
                (Paper::Record, "record"),
                (Paper::Balancing, "balancing"),
                (Paper::Retention, "retention"),
                (Paper::Binder, "binder"),
            ] {
                let file = folder.join(format!("{what}-{tag}-{name}.pdf"));
                fs::write(file, print(register, paper, language).bytes).unwrap();
            }
            let book = binder::workbook(&facts(register, language)).unwrap();
            fs::write(folder.join(format!("record-{tag}-{name}.xlsx")), book.bytes).unwrap();
        }
    }
}

#[test]
fn the_figures_are_those_of_the_rows() {
    let computer = Computer::new();
    let register = full(&computer);
    let facts = facts(&register, Language::Sv);
    let number = |sql: &str| -> u32 {
        register
            .read(|connection| Ok(connection.query_row(sql, [], |row| row.get(0))?))
            .unwrap()
    };
    assert_eq!(
        facts.counts.customers,
        number("SELECT count(*) FROM customer")
    );
    let kind = |purpose, category| facts.counts.kinds[&(purpose, category)];
    for (purpose, category, sql) in [
        (
            Purpose::Congratulation,
            Category::Birthday,
            "SELECT count(*) FROM customer WHERE birthday IS NOT NULL",
        ),
        (
            Purpose::Bookkeeping,
            Category::Purchase,
            "SELECT count(DISTINCT customer_id) FROM purchase",
        ),
        (
            Purpose::CustomerCare,
            Category::ContactLog,
            "SELECT count(DISTINCT customer_id) FROM contact",
        ),
        (
            Purpose::Agreement,
            Category::Document,
            "SELECT count(DISTINCT customer_id) FROM attachment",
        ),
    ] {
        let counted = kind(purpose, category).customers;
        assert!(counted > 0);
        assert_eq!(counted, number(sql), "{category:?}");
    }
    // Who said yes is in the register, whatever lies elsewhere.
    let said_yes = number(
        "SELECT count(DISTINCT customer_id) FROM consent
             WHERE purpose = 'newsletter' AND given_on IS NOT NULL AND withdrawn_on IS NULL",
    );
    assert_eq!(said_yes, 2);
    assert_eq!(
        facts.counts.consenting[&Purpose::Newsletter.into()],
        said_yes
    );
    let record = print(&register, Paper::Record, Language::Sv);
    let record = squeezed(&pdf_text(&record.bytes));
    let (_, newsletter) = record
        .split_once(&squeezed("Nyhetsbrev och erbjudanden"))
        .unwrap();
    let (newsletter, _) = newsletter.split_once("raderas").unwrap();
    assert!(
        newsletter.contains(&squeezed("Hur många 2 kunder")),
        "{newsletter}"
    );
    // Three years back from the sample's last day, 2026-11-20.
    let away = number(
        "SELECT count(*) FROM customer c WHERE
             (SELECT max(day) FROM (
                 SELECT purchased_on AS day FROM purchase WHERE customer_id = c.id
                 UNION ALL SELECT happened_on FROM contact WHERE customer_id = c.id
                 UNION ALL SELECT substr(c.added_at, 1, 10))) < date('2026-11-20', '-3 years')",
    );
    assert!(away > 0);
    assert_eq!(facts.counts.limits.passed, away);
    // The plan and what is said on the first screen are of the same people.
    let drift = register
        .read(|connection| drift::look(connection, sample::LAST_DAY, Language::Sv))
        .unwrap();
    let told = drift.into_iter().find_map(|each| match each {
        Drift::RetentionPassed { people, .. } => Some(people.count),
        _ => None,
    });
    assert_eq!(told, Some(away));
    let purchases: u32 = facts.counts.years.values().map(|year| year.purchases).sum();
    assert_eq!(purchases, number("SELECT count(*) FROM purchase"));
    let customers: u32 = facts.counts.years.values().map(|year| year.customers).sum();
    assert_eq!(customers, facts.counts.customers);
}

#[test]
fn who_buys_again_is_given_new_time() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let then = sample::evening_of(day(2019, 5, 14));
    let added = register
        .write(then, Action::AddCustomer, |connection| {
            let id = customers::add(connection, then, named("Anna", "Ek"))?;
            Ok(Change::of(id, id))
        })
        .unwrap()
        .value;
    let limits = |register: &Register| facts(register, Language::Sv).counts.limits;
    let log = |register: &mut Register, happened_on| {
        register
            .write(now(), Action::LogContact, |connection| {
                let fields = ContactFields {
                    happened_on,
                    channel: Channel::Phone,
                    summary: "Ringde.".to_owned(),
                };
                let request = LogContact {
                    customer_id: added,
                    fields,
                };
                contacts::log(connection, now(), request)?;
                Ok(Change::of(added, ()))
            })
            .unwrap();
    };
    // Neither bought nor in touch: from the day she was written down.
    assert_eq!(
        (limits(&register).passed, limits(&register).next),
        (1, None)
    );
    log(&mut register, day(2018, 2, 28));
    assert_eq!(
        (limits(&register).passed, limits(&register).next),
        (1, None)
    );
    // On the last day it has not passed, on the next it has.
    log(&mut register, day(2023, 11, 20));
    assert_eq!(
        (limits(&register).passed, limits(&register).next),
        (0, Some(day(2026, 11, 20)))
    );
    log(&mut register, day(2024, 2, 29));
    assert_eq!(limits(&register).next, Some(day(2027, 2, 28)));
}

#[test]
fn the_binder_holds_every_paper_and_names_nobody() {
    let computer = Computer::new();
    let mut register = full(&computer);
    hand_over(&mut register, None);
    hand_over(&mut register, Some("plommon cykel"));
    for (language, parts) in [
        (
            Language::Sv,
            [
                "Integritetspolicyn",
                "Så använder jag personuppgifter",
                "Min nytta mot din rätt",
                "Så länge sparar jag",
                "Vilka som får uppgifter",
                "Varje version av frågan finns kvar",
                "2 kopior av uppgifter är utlämnade",
                "Inga incidenter är antecknade",
                "Inga raderingar är antecknade",
                "Hur uppgifterna skyddas",
                "22 kunder finns kvar längre än 3 år",
            ],
        ),
        (
            Language::Da,
            [
                "Privatlivspolitikken",
                "Sådan bruger jeg personoplysninger",
                "Min gavn mod din ret",
                "Så længe gemmer jeg",
                "Hvem der får oplysninger",
                "Hver version af spørgsmålet er gemt",
                "2 kopier af oplysninger er udleveret",
                "ikke noteret brud",
                "ikke noteret sletninger",
                "Hvordan oplysningerne er beskyttet",
                "22 kunder er her endnu mere end 3 år",
            ],
        ),
        (
            Language::En,
            [
                "The privacy policy",
                "What I do with personal data",
                "My interests against yours",
                "How long I keep data",
                "Who receives data",
                "Every version of the question is kept",
                "2 copies of data were handed over",
                "No breaches are noted",
                "No erasures are noted",
                "How the data is protected",
                "22 customers are kept for more than 3 years",
            ],
        ),
    ] {
        let file = print(&register, Paper::Binder, language);
        let text = squeezed(&pdf_text(&file.bytes));
        let mut rest = text.as_str();
        for part in parts {
            let at = rest.find(&squeezed(part));
            let at = at.unwrap_or_else(|| panic!("{language:?}: {part}, or out of order\n{rest}"));
            rest = &rest[at..];
        }
        // The policy that was put to use, and not a draft.
        assert!(text.contains(&policy_hash(&register)), "{text}");
        for customer in sample::customers() {
            let name = format!(
                "{} {}",
                customer.fields.given_name, customer.fields.family_name
            );
            assert!(!text.contains(&squeezed(&name)), "{name}");
        }
        assert!(text.contains("1213"), "{text}");
        assert!(!file.name.contains("Hudvård"), "{}", file.name);
    }
}

fn policy_hash(register: &Register) -> String {
    register
        .read(|connection| policy::preview(connection, sample::LAST_DAY, Language::Sv))
        .unwrap()
        .in_force
        .unwrap()
        .hash
}

#[test]
fn every_section_says_something_even_of_an_empty_register() {
    let computer = Computer::new();
    let (register, _) = computer.set_up();
    for language in Language::ALL {
        let facts = facts(&register, language);
        let mut heard = Vec::new();
        let sections = register
            .read(|connection| binder::sections(connection, &facts, &mut |step| heard.push(step)))
            .unwrap();
        assert_eq!(sections.len(), 11);
        for section in &sections {
            assert!(!section.blocks.is_empty(), "{:?}", section.key);
        }
        // One step is left: to set it on pages.
        let done: Vec<u32> = heard.iter().map(|step| step.done).collect();
        assert_eq!(done, (1..=11).collect::<Vec<_>>());
        assert!(heard.iter().all(|step| step.of == 12));
        let text = squeezed(&pdf_text(&print(&register, Paper::Binder, language).bytes));
        for said in [
            [
                "ingen integritetspolicy är tagen i bruk",
                "ingen har fått en kopia",
            ],
            [
                "ingen privatlivspolitik er taget i brug",
                "ingen har fået en kopi",
            ],
            [
                "no privacy policy has been put to use",
                "nobody has been given a copy",
            ],
        ][language as usize]
        {
            assert!(text.contains(&squeezed(said)), "{said}\n{text}");
        }
    }
}

#[test]
fn a_title_stands_once_over_its_section() {
    let computer = Computer::new();
    let register = full(&computer);
    for language in Language::ALL {
        let facts = facts(&register, language);
        let pages = register
            .read(|connection| binder::preview(connection, &facts, Paper::Binder))
            .unwrap()
            .pages;
        for page in &pages {
            let mut large: Vec<&str> = page
                .items
                .iter()
                .filter_map(|item| match item {
                    Item::Text { size, text, .. } if *size > 4.0 => Some(text.trim()),
                    _ => None,
                })
                .collect();
            let all = large.len();
            large.sort_unstable();
            large.dedup();
            assert_eq!(large.len(), all, "{large:?}");
        }
    }
}
