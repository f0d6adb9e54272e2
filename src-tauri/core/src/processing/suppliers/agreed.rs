//! What was agreed with each supplier, as the inspection binder tells of it.

use serde::Serialize;

use super::{Agreement, Role, SupplierView, Term, safeguards};
use crate::Result;
use crate::binder::Material;
use crate::law;
use crate::processing::activities::Activity;
use crate::processing::record::text::Texts;
use crate::words::Words;

/// Every supplier.
#[derive(Serialize)]
pub(crate) struct AgreementsValues {
    suppliers: Vec<AgreedValues>,
    /// Some data lies where others may get at it, whoever is written down.
    online: bool,
}

#[derive(Serialize)]
struct AgreedValues {
    name: String,
    work: String,
    /// Its roles, with what each concerns.
    roles: String,
    /// The uses in which it gets data; or empty.
    uses: String,
    /// Where it keeps the data.
    place: PlaceValues,
    /// Whom it lets do a part of the work.
    subs: Vec<PlaceValues>,
    contact: String,
    /// How it was agreed: missing, direct, through whom.
    agreement: String,
    agreed: bool,
    /// There is none, though one is needed.
    owed: bool,
    accepted_on: String,
    accepted_by: String,
    authority: String,
    retention: String,
    responsibility: String,
    /// What the papers kept with it are called.
    papers: String,
    /// It works on her behalf under an agreement: the items of article 28(3), found or not.
    terms: Vec<TermValues>,
    found: usize,
}

#[derive(Serialize)]
struct PlaceValues {
    name: String,
    country: String,
    outside: bool,
    safeguard: String,
}

#[derive(Serialize)]
struct TermValues {
    item: String,
    /// The letter of article 28(3), or empty.
    letter: &'static str,
    found: bool,
}

impl AgreementsValues {
    /// Every supplier in words.
    ///
    /// # Errors
    /// [`crate::Error::Internal`] without words for something, which a test rules out.
    pub(crate) fn of(material: &Material<'_>) -> Result<Self> {
        let language = material.record.language;
        let writer = Writer {
            words: Words::of(language)?,
            texts: Texts::of(language)?,
            uses: &material.record.uses,
        };
        let suppliers = super::list(material.connection)?.into_iter();
        Ok(Self {
            suppliers: suppliers
                .map(|supplier| writer.supplier(supplier))
                .collect::<Result<_>>()?,
            online: (material.record.uses.iter()).any(Activity::is_with_others),
        })
    }
}

struct Writer<'a> {
    words: &'a Words,
    texts: &'a Texts,
    uses: &'a [Activity],
}

impl Writer<'_> {
    fn supplier(&self, supplier: SupplierView) -> Result<AgreedValues> {
        let fields = supplier.fields;
        let subs = fields.sub_processors.iter();
        let subs = subs.map(|sub| self.place(&sub.name, &sub.country, &sub.safeguard));
        let is_processor = fields.is(Role::Processor);
        let is_agreed = fields.agreement != Agreement::None;
        let roles: Vec<String> = fields
            .roles
            .iter()
            .map(|role| {
                let name = self.texts.of_word("role", role.role)?;
                Ok(if role.concerns.is_empty() {
                    name.to_owned()
                } else {
                    format!("{name}: {}", role.concerns)
                })
            })
            .collect::<Result<_>>()?;
        let uses = self.uses.iter();
        let uses = uses.filter(|each| supplier.uses.contains(&each.id));
        let uses: Vec<&str> = uses.map(|each| each.texts.name.as_str()).collect();
        let papers = supplier.attachments.iter();
        let papers: Vec<&str> = papers.map(|paper| paper.name.as_str()).collect();
        let contact = [fields.contact, fields.contact_email];
        let contact: Vec<&str> = contact
            .iter()
            .map(String::as_str)
            .filter(|line| !line.is_empty())
            .collect();
        let terms = if is_processor && is_agreed {
            Term::ALL
                .into_iter()
                .map(|term| self.term(term, &fields.terms))
                .collect::<Result<_>>()?
        } else {
            Vec::new()
        };
        let agreement = self.texts.of_word("agreement", fields.agreement)?;
        Ok(AgreedValues {
            work: self.texts.of_word("work", fields.work)?.to_owned(),
            roles: roles.join("; "),
            uses: uses.join(", "),
            place: self.place(&fields.name, &fields.country, &fields.safeguard),
            subs: subs.collect(),
            contact: contact.join(", "),
            agreed: is_agreed,
            owed: !is_agreed
                && (is_processor
                    || fields
                        .roles
                        .iter()
                        .any(|role| role.role == Role::JointController)),
            agreement: if fields.reseller.is_empty() {
                agreement.to_owned()
            } else {
                format!("{agreement}: {}", fields.reseller)
            },
            accepted_on: fields
                .accepted_on
                .map(|day| self.words.day(day))
                .unwrap_or_default(),
            accepted_by: fields.accepted_by,
            authority: fields.authority,
            retention: fields.retention,
            responsibility: fields.responsibility,
            papers: papers.join(", "),
            terms,
            found: fields.terms.len(),
            name: fields.name,
        })
    }

    fn place(&self, name: &str, country: &str, safeguard: &str) -> PlaceValues {
        PlaceValues {
            name: name.to_owned(),
            country: self.words.country(country),
            outside: !law::is_in_eea(country),
            safeguard: safeguards::said(safeguard, self.words.language()).to_owned(),
        }
    }

    fn term(&self, term: Term, found: &[Term]) -> Result<TermValues> {
        Ok(TermValues {
            item: self.texts.of_word("term", term)?.to_owned(),
            letter: term.letter(),
            found: found.contains(&term),
        })
    }
}
