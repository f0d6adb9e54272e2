//! Requests that are answered with papers. They take long: only `documents` are made.

use kundbok_core::binder::{self, SavePaper};
use kundbok_core::consents::{self, PrintConsent};
use kundbok_core::informed::letters::{Letters, SaveLetters};
use kundbok_core::processing::letter::{self, WriteLetter};
use kundbok_core::processing::policy::{self, ExportPolicy};
use kundbok_core::processing::record::{RecordFacts, Security};
use kundbok_core::processing::suppliers::agreement::{self, SupplierAgreement};
use kundbok_core::register::{Connection, Register};
use kundbok_core::requests::handover::{self, HandOver, PrepareHandOver};
use kundbok_core::session::{backup_after_default, lock_after_default};
use kundbok_core::{Language, Result};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::super::super::scene::now;
use super::{Came, read};

/// Sends one of them.
pub fn send(register: &Register, command: &str, request: &Value, documents: bool) -> Option<Came> {
    let today = now().date_naive();
    let paper = Paper {
        register,
        request,
        documents,
    };
    Some(match command {
        "preview_agreement" => paper.made(|connection, request: SupplierAgreement| {
            agreement::preview(connection, today, &request)
        }),
        "export_agreement" => paper.made(|connection, request: SupplierAgreement| {
            agreement::export(connection, today, &request)
        }),
        "copy_agreement_mail" => paper
            .made(|connection, request: SupplierAgreement| agreement::mail(connection, &request)),
        "export_policy" => {
            paper.made(|connection, request: ExportPolicy| policy::export(connection, &request))
        }
        "save_letter" => {
            paper.made(|connection, request: WriteLetter| letter::write(connection, today, request))
        }
        "save_letters" => paper.made(|connection, request: SaveLetters| {
            let letters = Letters::gather(connection, today, &request)?;
            letters.name()?;
            letters.bind(&mut |_| Ok(true))
        }),
        "print_consent" => paper
            .made(|connection, request: PrintConsent| consents::print(connection, today, &request)),
        "preview_paper" => paper.made(|connection, request: SavePaper| {
            binder::preview(
                connection,
                &facts(connection, request.language)?,
                request.paper,
            )
        }),
        "save_paper" => paper.made(|connection, request: SavePaper| {
            let facts = facts(connection, request.language)?;
            binder::print(connection, &facts, request.paper, &mut |_| {})
        }),
        "prepare_hand_over" => {
            paper.made(|connection, (request, locked): (PrepareHandOver, bool)| {
                handover::prepare(connection, now(), &request, locked)
            })
        }
        "hand_over" => read(request, |request: HandOver| {
            if documents {
                crate::hand_over(register, now(), &request)?;
            }
            Ok(())
        }),
        _ => return None,
    })
}

struct Paper<'a> {
    register: &'a Register,
    request: &'a Value,
    documents: bool,
}

impl Paper<'_> {
    fn made<R: DeserializeOwned, T>(&self, make: impl FnOnce(&Connection, R) -> Result<T>) -> Came {
        read(self.request, |request| {
            if self.documents {
                self.register.read(|connection| make(connection, request))?;
            }
            Ok(())
        })
    }
}

fn facts(connection: &Connection, language: Language) -> Result<RecordFacts> {
    let security = Security {
        lock_after: lock_after_default(),
        backed_up_on: None,
        backup_after: backup_after_default(),
    };
    RecordFacts::gather(connection, security, language, now().date_naive())
}
