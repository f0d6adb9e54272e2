//! Puts each use of data, kind of data and recipient in words.

use serde::Serialize;

use super::facts::{KindCount, RecordFacts};
use super::text::Texts;
use crate::Result;
use crate::consents::ConsentTo;
use crate::inventory::{Category, LegalBasis, Purpose, Retention};
use crate::law::{self, Law};
use crate::processing::activities::{Activity, Place};
use crate::processing::business::join;
use crate::processing::suppliers::safeguards;
use crate::words::Words;

/// A use of data.
#[derive(Clone, Serialize)]
pub(crate) struct UseValues {
    pub name: String,
    pub purpose: String,
    pub basis: String,
    pub subjects: String,
    pub data: String,
    /// How many customers, in words.
    pub customers: String,
    /// The same as a number; `None` for what only other places know of.
    #[serde(skip)]
    pub count: Option<u32>,
    pub kept: String,
    /// Where else; or empty.
    pub places: String,
    /// Who gets data in it; or empty.
    pub recipients: String,
    interest: String,
    necessity: String,
    balance: String,
}

/// A kind of data of a use.
#[derive(Serialize)]
pub(crate) struct KindValues {
    pub data: String,
    pub kept: String,
    /// The register holds it.
    is_held: bool,
    customers: String,
    passed: String,
    next: String,
    #[serde(skip)]
    pub counted: Option<KindCount>,
}

/// A recipient.
#[derive(Clone, Serialize)]
pub(crate) struct RecipientValues {
    pub name: String,
    pub work: String,
    pub country: String,
    pub safeguard: String,
}

/// Puts facts in words.
pub(super) struct Writer<'a> {
    pub facts: &'a RecordFacts,
    pub law: &'a Law,
    pub words: &'a Words,
    pub texts: &'a Texts,
}

impl Writer<'_> {
    pub(super) fn use_values(&self, each: &Activity) -> Result<UseValues> {
        let subjects: Vec<&str> = each
            .facts
            .subjects
            .iter()
            .map(|subject| self.texts.of_word("subject", subject))
            .collect::<Result<_>>()?;
        let customers = self.customers(each);
        let texts = &each.texts;
        Ok(UseValues {
            name: texts.name.clone(),
            purpose: texts.purpose.clone(),
            basis: self.basis(each)?.to_owned(),
            subjects: law::opening(&self.texts.listed(&subjects)?),
            data: law::opening(&self.texts.data_of(each)?),
            customers: match customers {
                Some(count) => self.many("count", count)?,
                None => self.texts.get("elsewhere")?.to_owned(),
            },
            count: customers,
            kept: self.kept(each.facts.retention)?,
            places: law::opening(&self.places(std::iter::once(each))?),
            recipients: self.recipients_in(each),
            interest: texts.interest.clone(),
            necessity: texts.necessity.clone(),
            balance: texts.balance.clone(),
        })
    }

    /// Customers with the kind of data of a use that most have, or who said yes to it; `None` when the
    /// register holds neither.
    fn customers(&self, each: &Activity) -> Option<u32> {
        let counts = each.held.iter().map(|kind| {
            let of = each.purpose.map(|purpose| (purpose, *kind));
            let found = of.and_then(|of| self.facts.counts.kinds.get(&of));
            found.map_or(0, |kind| kind.customers)
        });
        let to = ConsentTo::of(each);
        let said_yes = self.facts.counts.consenting.get(&to).copied();
        let on_consent = each.facts.basis == LegalBasis::Consent;
        counts.max().max(said_yes.filter(|_| on_consent))
    }

    fn basis(&self, each: &Activity) -> Result<&str> {
        let is_special = each.categories().iter().any(|kind| kind.is_special());
        if each.facts.basis == LegalBasis::Consent && is_special {
            return self.texts.in_list("basis", "explicit");
        }
        self.texts.of_word("basis", each.facts.basis)
    }

    fn kept(&self, retention: Retention) -> Result<String> {
        let years = match retention {
            Retention::Bookkeeping => self.law.bookkeeping.years,
            Retention::Proof => self.law.proof.years,
            Retention::WhileCustomer | Retention::UntilObjection | Retention::UntilWithdrawn => {
                self.law.customer.years
            }
        };
        let text = self.texts.of_word("kept", retention)?;
        Ok(text.replace("{years}", &years.to_string()))
    }

    /// `No customers`, `1 customer`, `1 200 customers`.
    fn many(&self, list: &str, count: u32) -> Result<String> {
        let key = match count {
            0 => "none",
            1 => "one",
            _ => "many",
        };
        let text = self.texts.in_list(list, key)?;
        Ok(text.replace("{count}", &self.words.number(count)))
    }

    pub(super) fn places<'b>(&self, uses: impl Iterator<Item = &'b Activity>) -> Result<String> {
        let mut places: Vec<Place> = uses.flat_map(|each| each.facts.places.clone()).collect();
        places.sort_unstable();
        places.dedup();
        let places: Vec<&str> = places
            .into_iter()
            .map(|place| self.texts.of_word("place", place))
            .collect::<Result<_>>()?;
        self.texts.listed(&places)
    }

    fn recipients_in(&self, each: &Activity) -> String {
        let all = self.facts.recipients.iter();
        let those = all.filter(|recipient| recipient.uses.contains(&each.id));
        let names: Vec<&str> = those.map(|recipient| recipient.name.as_str()).collect();
        names.join(", ")
    }

    /// Who answers for data together with her, by name and country (article 30(1)(a)).
    pub(super) fn joint(&self) -> Vec<String> {
        let all = self.facts.recipients.iter();
        all.filter(|recipient| recipient.is_joint)
            .map(|recipient| {
                let country = self.words.country(&recipient.country);
                join([&*recipient.name, &country], ", ")
            })
            .collect()
    }

    pub(super) fn recipients(&self) -> Result<Vec<RecipientValues>> {
        self.facts
            .recipients
            .iter()
            .map(|recipient| {
                Ok(RecipientValues {
                    name: if recipient.helps.is_empty() {
                        recipient.name.clone()
                    } else {
                        let helps = self.texts.get("helps")?;
                        let helps = helps.replace("{name}", &recipient.helps);
                        format!("{} ({helps})", recipient.name)
                    },
                    work: self.texts.of_word("work", recipient.work)?.to_owned(),
                    country: self.words.country(&recipient.country),
                    safeguard: safeguards::said(&recipient.safeguard, self.words.language())
                        .to_owned(),
                })
            })
            .collect()
    }

    /// A line for each kind of data and use, the kinds in their order; what she named herself last.
    pub(super) fn kinds(&self) -> Result<Vec<KindValues>> {
        let mut kinds = Vec::new();
        for category in Category::ALL {
            for each in &self.facts.uses {
                if each.held.contains(&category)
                    && let Some(purpose) = each.purpose
                {
                    kinds.push(self.held(category, purpose, each)?);
                } else if each.facts.categories.contains(&category) {
                    let data = self.texts.of_word("category_in_list", category)?;
                    kinds.push(self.elsewhere(data, each)?);
                }
            }
        }
        for each in &self.facts.uses {
            if !each.texts.data.is_empty() {
                kinds.push(self.elsewhere(&each.texts.data, each)?);
            }
        }
        Ok(kinds)
    }

    fn held(&self, category: Category, purpose: Purpose, each: &Activity) -> Result<KindValues> {
        let found = self.facts.counts.kinds.get(&(purpose, category));
        let count = found.copied().unwrap_or_default();
        let none = self.texts.get("none")?;
        let passed = match each.facts.retention {
            _ if count.passed == 0 => none.to_owned(),
            Retention::Bookkeeping => self.many("count_of_purchases", count.passed)?,
            _ => self.words.number(count.passed),
        };
        Ok(KindValues {
            data: self.texts.of_word("category", category)?.to_owned(),
            kept: self.kept(each.facts.retention)?,
            is_held: true,
            customers: self.words.number(count.customers),
            passed,
            next: match count.next {
                Some(day) => self.words.day(day),
                None => none.to_owned(),
            },
            counted: Some(count),
        })
    }

    fn elsewhere(&self, data: &str, each: &Activity) -> Result<KindValues> {
        let none = self.texts.get("none")?;
        let name = &each.texts.name;
        Ok(KindValues {
            data: if name.to_lowercase() == data.to_lowercase() {
                name.clone()
            } else {
                format!("{name}: {data}")
            },
            kept: self.kept(each.facts.retention)?,
            is_held: false,
            customers: none.to_owned(),
            passed: none.to_owned(),
            next: none.to_owned(),
            counted: None,
        })
    }
}
