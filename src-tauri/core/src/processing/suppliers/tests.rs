//! Suppliers through the rules.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::Connection;

use super::presets::presets;
use super::*;
use crate::inventory::Purpose;
use crate::{Code, Language};

mod recipients;

pub(super) fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-20T19:30:00+01:00").unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn role(role: Role, concerns: &str) -> SupplierRole {
    SupplierRole {
        role,
        concerns: concerns.to_owned(),
    }
}

fn sub(name: &str, country: &str, safeguard: &str) -> SubProcessor {
    SubProcessor {
        name: name.to_owned(),
        country: country.to_owned(),
        safeguard: safeguard.to_owned(),
    }
}

/// A processor in the country that nothing is lacking with.
pub(super) fn complete() -> SupplierFields {
    SupplierFields {
        name: "Lilla Byrån AB".into(),
        work: Work::Bookkeeper,
        roles: vec![role(Role::Processor, "")],
        country: "SE".into(),
        safeguard: String::new(),
        contact: "Kundtjänst".into(),
        contact_email: "kund@lillabyran.example".into(),
        agreement: Agreement::Direct,
        reseller: String::new(),
        accepted_on: Some(day("2026-02-03")),
        accepted_by: "Maja Lindqvist".into(),
        authority: "Innehavare".into(),
        terms: Term::ALL.to_vec(),
        sub_processors: vec![sub("Serverhallen AB", "SE", "")],
        retention: "Sju år".into(),
        responsibility: String::new(),
        uses: None,
    }
}

fn without_agreement() -> SupplierFields {
    SupplierFields {
        agreement: Agreement::None,
        accepted_on: None,
        accepted_by: String::new(),
        authority: String::new(),
        terms: Vec::new(),
        ..complete()
    }
}

fn image() -> Connection {
    store::image::make().unwrap()
}

/// What is refused, as `field: rule`.
fn refused(fields: SupplierFields) -> Vec<String> {
    let error = add(&image(), now(), fields).unwrap_err();
    assert_eq!(error.code(), Code::Invalid);
    let refused = error.fields().into_iter();
    refused
        .map(|each| format!("{}: {:?}", each.field, each.rule))
        .collect()
}

#[test]
fn a_supplier_is_kept_as_it_was_written() {
    let connection = image();
    let several = SupplierFields {
        roles: vec![
            role(Role::Processor, "Brev som jag skickar"),
            role(Role::Controller, "Mottagarens brevlåda"),
        ],
        sub_processors: vec![sub("Ett", "SE", ""), sub("Två", "US", "Klausuler")],
        ..complete()
    };
    let id = add(&connection, now(), several.clone()).unwrap();
    let other = add(&connection, now(), complete()).unwrap();
    assert_eq!(view(&connection, id).unwrap().fields, several);

    let changed = SupplierFields {
        name: "Stora Byrån AB".into(),
        roles: vec![role(Role::Controller, "")],
        sub_processors: Vec::new(),
        ..complete()
    };
    let request = EditSupplier {
        id,
        fields: changed.clone(),
    };
    edit(&connection, now(), request).unwrap();
    let found: Vec<_> = list(&connection).unwrap();
    let found: Vec<_> = found
        .into_iter()
        .map(|each| (each.id, each.fields))
        .collect();
    assert_eq!(found, [(id, changed), (other, complete())]);

    remove(&connection, &RemoveSupplier { id }).unwrap();
    for table in ["supplier", "supplier_role", "sub_processor"] {
        let sql = format!("SELECT count(*) FROM {table}");
        let left: u32 = connection.query_row(&sql, [], |row| row.get(0)).unwrap();
        assert_eq!(left, 1, "{table}");
    }
    let gone = RemoveSupplier { id };
    assert_eq!(
        remove(&connection, &gone).unwrap_err().code(),
        Code::NotFound
    );
    assert_eq!(view(&connection, id).unwrap_err().code(), Code::NotFound);
    let request = EditSupplier {
        id,
        fields: complete(),
    };
    let error = edit(&connection, now(), request).unwrap_err();
    assert_eq!(error.code(), Code::NotFound);
}

#[test]
fn blanks_go_and_terms_stand_once_in_the_order_of_the_law() {
    let connection = image();
    let typed = SupplierFields {
        name: "  Lilla Byrån AB ".into(),
        country: " se".into(),
        reseller: "Ingen".into(),
        terms: vec![Term::Audits, Term::Subject, Term::Audits],
        sub_processors: vec![sub(" ", "", ""), sub("Ett", "se", "")],
        ..complete()
    };
    let id = add(&connection, now(), typed).unwrap();
    let kept = view(&connection, id).unwrap().fields;
    assert_eq!((&*kept.name, &*kept.country), ("Lilla Byrån AB", "SE"));
    assert_eq!(kept.terms, [Term::Subject, Term::Audits]);
    assert_eq!(kept.reseller, "");
    assert_eq!(kept.sub_processors, [sub("Ett", "SE", "")]);
}

#[test]
fn nothing_is_kept_of_an_agreement_that_there_is_not() {
    let connection = image();
    let typed = SupplierFields {
        agreement: Agreement::None,
        reseller: "Återförsäljaren AB".into(),
        ..complete()
    };
    let id = add(&connection, now(), typed).unwrap();
    assert_eq!(view(&connection, id).unwrap().fields, without_agreement());
}

#[test]
fn what_makes_no_sense_is_refused_by_field() {
    let long = |characters: usize| "å".repeat(characters);
    for (fields, expected) in [
        (
            SupplierFields {
                name: " ".into(),
                roles: Vec::new(),
                country: String::new(),
                ..complete()
            },
            vec!["name: Required", "roles: Required", "country: Required"],
        ),
        (
            SupplierFields {
                roles: vec![role(Role::Processor, "Brev"), role(Role::Controller, " ")],
                ..complete()
            },
            vec!["roles.1.concerns: Required"],
        ),
        (
            SupplierFields {
                roles: vec![role(Role::Processor, "Brev"); 9],
                ..complete()
            },
            vec!["roles: TooMany"],
        ),
        (
            SupplierFields {
                country: "Sverige".into(),
                contact_email: "kundtjänst".into(),
                ..complete()
            },
            vec!["country: Unreadable", "contactEmail: Unreadable"],
        ),
        (
            SupplierFields {
                country: "us".into(),
                ..complete()
            },
            vec!["safeguard: Required"],
        ),
        (
            SupplierFields {
                agreement: Agreement::Reseller,
                accepted_on: Some(day("2026-11-21")),
                ..complete()
            },
            vec!["reseller: Required", "acceptedOn: OutOfRange"],
        ),
        (
            SupplierFields {
                accepted_on: Some(day("1949-12-31")),
                ..complete()
            },
            vec!["acceptedOn: OutOfRange"],
        ),
        (
            SupplierFields {
                sub_processors: vec![sub("", "S", ""), sub(&long(201), "US", &long(501))],
                ..complete()
            },
            vec![
                "subProcessors.0.name: Required",
                "subProcessors.0.country: Unreadable",
                "subProcessors.1.name: TooLong",
                "subProcessors.1.safeguard: TooLong",
            ],
        ),
        (
            SupplierFields {
                name: long(201),
                contact: long(201),
                retention: long(1_001),
                responsibility: long(1_001),
                ..complete()
            },
            vec![
                "name: TooLong",
                "contact: TooLong",
                "retention: TooLong",
                "responsibility: TooLong",
            ],
        ),
    ] {
        assert_eq!(refused(fields), expected);
    }
    let connection = image();
    for _ in 0..100 {
        add(&connection, now(), complete()).unwrap();
    }
    let error = add(&connection, now(), complete()).unwrap_err();
    assert_eq!(error.fields()[0].rule, Rule::TooMany);
}

#[test]
fn what_is_lacking_is_told() {
    assert_eq!(missing(&complete()), []);
    assert_eq!(missing(&without_agreement()), [Missing::Agreement]);
    // Who decides itself needs no agreement, and whose processor it is has one with it.
    for other in [Role::Controller, Role::SubProcessor] {
        let fields = SupplierFields {
            roles: vec![role(other, "")],
            ..without_agreement()
        };
        assert_eq!(missing(&fields), []);
    }
    let both = SupplierFields {
        roles: vec![
            role(Role::JointController, "Sidan"),
            role(Role::Processor, "Annonser"),
        ],
        ..without_agreement()
    };
    assert_eq!(missing(&both), [Missing::Agreement, Missing::Arrangement]);
    for unclear in [
        SupplierFields {
            accepted_on: None,
            ..complete()
        },
        SupplierFields {
            accepted_by: String::new(),
            ..complete()
        },
        SupplierFields {
            authority: String::new(),
            ..complete()
        },
    ] {
        assert_eq!(missing(&unclear), [Missing::Acceptance]);
    }
    for term in Term::ALL {
        let mut fields = complete();
        fields.terms.retain(|each| *each != term);
        assert_eq!(missing(&fields), [Missing::Term { term }]);
        // The list is for agreements with a processor.
        fields.roles = vec![role(Role::JointController, "")];
        assert_eq!(missing(&fields), []);
    }
    let abroad = SupplierFields {
        country: "US".into(),
        sub_processors: vec![
            sub("Ett", "NO", ""),
            sub("Två", "GB", "Beslut om skyddsnivå"),
            sub("Tre", "US", ""),
        ],
        ..complete()
    };
    let safeguard = |name: &str| Missing::Safeguard {
        name: name.to_owned(),
    };
    assert_eq!(
        missing(&abroad),
        [safeguard("Lilla Byrån AB"), safeguard("Tre")]
    );
    let mut fields = complete();
    fields.contact.clear();
    assert_eq!(missing(&fields), []);
    fields.contact_email.clear();
    assert_eq!(missing(&fields), [Missing::Contact]);
}
