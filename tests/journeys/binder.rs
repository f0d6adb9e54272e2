//! What an inspector would ask for: the record, the balancing, the retention plan, and the binder.

use std::fs;
use std::path::Path;

use kundbok_core::Language;
use kundbok_core::binder::{self, Paper};
use kundbok_core::documents::PrintedFile;
use kundbok_core::processing::activities::{self, AnswerQuestion, QUESTIONS};
use kundbok_core::processing::policy;
use kundbok_core::processing::record::{RecordFacts, Security};
use kundbok_core::register::{Action, Change, Register};
use kundbok_core::requests::handover::{self, HandOver, PrepareHandOver};
use kundbok_tests::sample;

use super::{Computer, now};

const SECURITY: Security = Security {
    lock_after: 300,
    backed_up_on: Some(sample::LAST_DAY),
    backup_after: 14,
};

fn facts(register: &Register, language: Language) -> RecordFacts {
    register
        .read(|connection| RecordFacts::gather(connection, SECURITY, language, sample::LAST_DAY))
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
            customer_id: kundbok_core::customers::CustomerId(u32::try_from(elin).unwrap() + 1),
            language: Language::Sv,
            keep: Vec::new(),
        },
        password: password.map(Into::into),
    };
    let copy = register
        .read(|connection| handover::make(connection, register.attachments(), now(), &request))
        .unwrap();
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
