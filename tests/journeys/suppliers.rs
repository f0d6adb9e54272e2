//! Suppliers: kept, told of in what customers are given, and asked for an agreement.

use kundbok_core::customers::CustomerId;
use kundbok_core::inventory::Purpose;
use kundbok_core::processing::activities;
use kundbok_core::processing::policy::{self, ExportPolicy};
use kundbok_core::processing::suppliers::agreement::{self, SupplierAgreement};
use kundbok_core::processing::suppliers::{
    self, Agreement, EditSupplier, Missing, RemoveSupplier, SubProcessor, SupplierView, Term, Work,
};
use kundbok_core::register::{Action, Change, Register};
use kundbok_core::requests::handover::{self, PrepareHandOver};
use kundbok_core::{Code, Language, Rule};
use kundbok_tests::sample;

use super::{Computer, add, named, now, pdf_text, squeezed};

fn all(register: &Register) -> Vec<SupplierView> {
    register.read(suppliers::list).unwrap()
}

/// The agreement with a supplier, as a reader finds it.
fn printed(register: &Register, id: u32, language: Language) -> String {
    let request = SupplierAgreement { id, language };
    let file = register
        .read(|connection| agreement::export(connection, sample::LAST_DAY, &request))
        .unwrap();
    pdf_text(&file.bytes)
}

fn edit(register: &mut Register, request: EditSupplier) -> kundbok_core::Result<()> {
    register.write(now(), Action::EditSupplier, |connection| {
        suppliers::edit(connection, now(), request)?;
        Ok(Change::of_nobody(()))
    })?;
    Ok(())
}

#[test]
fn they_are_there_when_the_register_is_opened_again() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    assert_eq!(all(&register), []);
    let ids = sample::supply(&mut register, sample::suppliers()).unwrap();
    let mut changed = all(&register)[2].fields.clone();
    changed.agreement = Agreement::Direct;
    changed.accepted_on = Some(sample::LAST_DAY);
    let request = EditSupplier {
        id: ids[2],
        fields: changed.clone(),
    };
    edit(&mut register, request).unwrap();
    register
        .write(now(), Action::RemoveSupplier, |connection| {
            suppliers::remove(connection, &RemoveSupplier { id: ids[1] })?;
            Ok(Change::of_nobody(()))
        })
        .unwrap();
    // What is refused changes nothing, and what is not there cannot be removed.
    let mut nameless = changed.clone();
    nameless.name.clear();
    let refused = EditSupplier {
        id: ids[2],
        fields: nameless,
    };
    let error = edit(&mut register, refused).unwrap_err();
    assert_eq!(error.fields()[0].rule, Rule::Required);
    drop(register);

    let register = computer.open(sample::PASSPHRASE).unwrap();
    let found = all(&register);
    let names: Vec<&str> = found.iter().map(|each| each.fields.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Lilla Bokföringsbyrån",
            "Tidboken i Lillvik AB",
            "Brevduvan Inc."
        ]
    );
    assert_eq!(found[1].fields, changed);
    let actions: Vec<String> = register
        .read(|connection| {
            let mut select = connection
                .prepare("SELECT action FROM audit WHERE customer_id IS NULL ORDER BY id")?;
            let actions = select.query_map([], |row| row.get(0))?;
            Ok(actions.collect::<Result<_, _>>()?)
        })
        .unwrap();
    assert_eq!(
        actions,
        ["setUp", "addSupplier", "editSupplier", "removeSupplier"]
    );
}

#[test]
fn what_is_missing_is_told_supplier_by_supplier() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    sample::supply(&mut register, sample::suppliers()).unwrap();
    let missing: Vec<Vec<Missing>> = all(&register)
        .into_iter()
        .map(|each| each.missing)
        .collect();
    let term = |term| Missing::Term { term };
    assert_eq!(
        missing,
        [
            vec![],
            vec![],
            vec![Missing::Agreement],
            vec![term(Term::SubProcessors), term(Term::Audits)],
        ]
    );
}

#[test]
fn customers_are_told_of_them_and_of_those_they_use() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let anna = add(&mut register, named("Anna", "Ek")).unwrap();
    let adopt = |register: &mut Register| {
        register
            .write(now(), Action::AdoptPolicy, |connection| {
                policy::adopt(connection, sample::LAST_DAY).map(Change::of_nobody)
            })
            .unwrap()
            .value
            .version
    };
    assert_eq!(adopt(&mut register), 1);
    sample::supply(&mut register, sample::suppliers()).unwrap();
    let told = register
        .read(|connection| policy::preview(connection, sample::LAST_DAY, Language::Sv))
        .unwrap();
    assert_eq!(
        told.draft,
        Some(2),
        "a supplier in use that the policy does not name"
    );
    assert_eq!(adopt(&mut register), 2);
    let request = ExportPolicy {
        version: 2,
        language: Language::Sv,
        format: policy::PolicyFormat::Pdf,
    };
    let policy = register
        .read(|connection| policy::export(connection, &request))
        .unwrap();
    let answer = copy(&register, anna);
    for text in [pdf_text(&policy.bytes), answer] {
        let text = squeezed(&text);
        for name in [
            "Lilla Bokföringsbyrån",
            "Bokhyllan Drift AB",
            "Norrlycka Paket",
            "Serverhallen Ltd",
            "Beslut om adekvat skyddsnivå",
        ] {
            assert!(text.contains(&squeezed(name)), "{name} in {text}");
        }
    }
}

/// The answer to a customer, as a reader finds it.
fn copy(register: &Register, customer_id: CustomerId) -> String {
    let request = handover::HandOver {
        prepared: PrepareHandOver {
            customer_id,
            language: Language::Sv,
            keep: Vec::new(),
        },
        password: None,
    };
    let made = kundbok_tests::hand_over(register, now(), &request).unwrap();
    pdf_text(&made.files[0].bytes)
}

#[test]
fn the_agreement_speaks_of_what_the_work_needs() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let ids = sample::supply(&mut register, sample::suppliers()).unwrap();
    let (carrier, booking, letters) = (ids[1], ids[2], ids[3]);
    let words = [
        (Language::Sv, "anteckningar om kunden", "påminnelser"),
        (Language::Da, "noter om kunden", "påmindelser"),
        (Language::En, "notes about the customer", "reminders"),
    ];
    for (language, notes, work) in words {
        let text = squeezed(&printed(&register, booking, language));
        assert!(text.contains(&squeezed(work)), "{text}");
        assert!(text.contains(&squeezed("Tidboken i Lillvik AB")), "{text}");
        assert!(!text.contains(&squeezed(notes)), "{text}");
    }
    let mut anna = named("Anna", "Ek");
    anna.notes = "Vill ha doftfritt".to_owned();
    add(&mut register, anna).unwrap();
    let care = register
        .read(|connection| activities::all(connection, Language::Sv))
        .unwrap()
        .into_iter()
        .find(|each| each.purpose == Some(Purpose::CustomerCare))
        .unwrap();
    // Notes are held now. Whoever books appointments gets none until she says that it does.
    for (uses, is_told) in [(None, false), (Some([care.id].into()), true)] {
        let mut fields = all(&register)[2].fields.clone();
        fields.uses = uses;
        let id = booking;
        edit(&mut register, EditSupplier { id, fields }).unwrap();
        for (language, notes, _) in words {
            let text = squeezed(&printed(&register, booking, language));
            assert_eq!(text.contains(&squeezed(notes)), is_told, "{text}");
        }
    }
    for (language, ..) in words {
        let text = squeezed(&printed(&register, booking, language));
        let abroad = squeezed(&printed(&register, letters, language));
        assert!(abroad.contains(&squeezed("Serverhallen Ltd")), "{abroad}");
        // No customer is in it.
        assert!(!text.contains("doftfritt"), "{text}");
    }

    let request = SupplierAgreement {
        id: carrier,
        language: Language::Sv,
    };
    let refused = register
        .read(|connection| agreement::preview(connection, sample::LAST_DAY, &request))
        .unwrap_err();
    assert_eq!(refused.code(), Code::NotAllowed);
    let request = SupplierAgreement { id: 99, ..request };
    let refused = register
        .read(|connection| agreement::mail(connection, &request))
        .unwrap_err();
    assert_eq!(refused.code(), Code::NotFound);
}

#[test]
fn hostile_names_are_printed_as_typed() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let typed = "*Å* # <b>x</b> | {{ words }} — 株式会社";
    let mut supplier = sample::suppliers().remove(2);
    supplier.name = typed.to_owned();
    supplier.work = Work::Other;
    supplier.sub_processors = vec![SubProcessor {
        name: typed.to_owned(),
        country: "JP".to_owned(),
        safeguard: String::new(),
    }];
    let ids = sample::supply(&mut register, vec![supplier]).unwrap();
    for language in Language::ALL {
        let text = squeezed(&printed(&register, ids[0], language));
        assert!(
            text.matches(&squeezed("<b>x</b> | {{ words }}")).count() >= 4,
            "{text}"
        );
    }
    let request = SupplierAgreement {
        id: ids[0],
        language: Language::Sv,
    };
    let mail = register
        .read(|connection| agreement::mail(connection, &request))
        .unwrap();
    assert!(mail.subject.ends_with(typed), "{}", mail.subject);
}
