//! The suppliers of the sample's business: one with whom all is well, one without an agreement, one
//! outside the EEA, and one who answers for itself. All are invented.

use kundbok_core::Result;
use kundbok_core::processing::suppliers::{
    self, Agreement, Role, SubProcessor, SupplierFields, SupplierRole, Term, Work,
};
use kundbok_core::register::{Action, Change, Register};

use super::{LAST_DAY, day, evening_of};

/// A supplier of whom nothing is known but its name and what it does.
fn unknown(name: &str, work: Work, role: Role) -> SupplierFields {
    SupplierFields {
        name: name.to_owned(),
        work,
        roles: vec![SupplierRole {
            role,
            concerns: String::new(),
        }],
        country: "SE".to_owned(),
        safeguard: String::new(),
        contact: String::new(),
        contact_email: String::new(),
        agreement: Agreement::None,
        reseller: String::new(),
        accepted_on: None,
        accepted_by: String::new(),
        authority: String::new(),
        terms: Vec::new(),
        sub_processors: Vec::new(),
        retention: String::new(),
        responsibility: String::new(),
        uses: None,
    }
}

/// The suppliers, in the order they were added.
pub fn suppliers() -> Vec<SupplierFields> {
    let sub = |name: &str, country: &str, safeguard: &str| SubProcessor {
        name: name.to_owned(),
        country: country.to_owned(),
        safeguard: safeguard.to_owned(),
    };
    let clauses = "EU-kommissionens standardavtalsklausuler";
    vec![
        SupplierFields {
            contact: "Kundansvarig byrå".to_owned(),
            contact_email: "kund@lillabyran.example".to_owned(),
            agreement: Agreement::Direct,
            accepted_on: Some(day(2026, 2, 3)),
            accepted_by: "Maja Lindqvist".to_owned(),
            authority: "Innehavare".to_owned(),
            terms: Term::ALL.to_vec(),
            sub_processors: vec![sub("Bokhyllan Drift AB", "SE", "")],
            retention: "Sju år efter räkenskapsårets slut".to_owned(),
            ..unknown("Lilla Bokföringsbyrån", Work::Bookkeeper, Role::Processor)
        },
        SupplierFields {
            contact: "Kundtjänst".to_owned(),
            contact_email: "hjalp@norrlyckapaket.example".to_owned(),
            responsibility: "När paketet är inlämnat".to_owned(),
            ..unknown("Norrlycka Paket", Work::Carrier, Role::Controller)
        },
        SupplierFields {
            contact: "Dataskyddsombudet".to_owned(),
            contact_email: "dataskydd@tidboken.example".to_owned(),
            ..unknown("Tidboken i Lillvik AB", Work::Booking, Role::Processor)
        },
        SupplierFields {
            roles: vec![SupplierRole {
                role: Role::Processor,
                concerns: "Utskick till kunder som har sagt ja".to_owned(),
            }],
            country: "US".to_owned(),
            safeguard: clauses.to_owned(),
            contact: "Privacy team".to_owned(),
            contact_email: "privacy@brevduvan.example".to_owned(),
            agreement: Agreement::Reseller,
            reseller: "Norrlycka Data".to_owned(),
            accepted_on: Some(day(2025, 9, 12)),
            accepted_by: "Maja Lindqvist".to_owned(),
            authority: "Innehavare".to_owned(),
            terms: Term::ALL
                .into_iter()
                .filter(|term| !matches!(term, Term::SubProcessors | Term::Audits))
                .collect(),
            sub_processors: vec![sub(
                "Serverhallen Ltd",
                "GB",
                "Beslut om adekvat skyddsnivå",
            )],
            retention: "30 dagar efter utskicket".to_owned(),
            ..unknown("Brevduvan Inc.", Work::Mail, Role::Processor)
        },
    ]
}

/// Puts suppliers into a register, in one save.
///
/// # Errors
/// Those of the rules and of [`Register::write`].
pub fn supply(register: &mut Register, all: Vec<SupplierFields>) -> Result<Vec<u32>> {
    let now = evening_of(LAST_DAY);
    let saved = register.write(now, Action::AddSupplier, |connection| {
        let ids = all
            .into_iter()
            .map(|fields| suppliers::add(connection, now, fields))
            .collect::<Result<_>>()?;
        Ok(Change::of_nobody(ids))
    })?;
    Ok(saved.value)
}
