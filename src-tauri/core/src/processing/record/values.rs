//! What the templates of the record and of the papers beside it know.

use serde::Serialize;

use super::facts::{KindCount, RecordFacts};
use super::text::Texts;
use crate::inventory::{Category, LegalBasis, Purpose, Retention};
use crate::law::{self, Law};
use crate::processing::activities::{Activity, Place};
use crate::processing::business::Business;
use crate::vault::KEY_FILE_FACTOR;
use crate::words::Words;
use crate::{Language, Result};

/// What the templates know.
#[derive(Serialize)]
#[allow(clippy::struct_excessive_bools)] // What templates choose by.
pub(crate) struct Values {
    /// The day of the figures.
    today: String,
    business: BusinessValues,
    law: LawValues,
    /// How many customers, as people write it.
    pub customers: String,
    /// Each use.
    pub uses: Vec<UseValues>,
    /// Those that rest on a legitimate interest.
    pub interests: Vec<UseValues>,
    /// Those that rest on consent.
    pub consents: Vec<UseValues>,
    /// Each kind of data by use.
    pub kinds: Vec<KindValues>,
    /// Who receives data.
    pub recipients: Vec<RecipientValues>,
    /// Those outside the European Economic Area.
    pub outside: Vec<RecipientValues>,
    /// Some of it is of a special category.
    special: bool,
    /// Purchases are kept.
    purchases: bool,
    /// Some is kept as the bookkeeping law says.
    bookkeeping: bool,
    /// Some is kept in social media.
    social: bool,
    /// Where else data is kept, as it stands in a sentence; or empty.
    places: String,
    /// That purchases can reveal health.
    pub inference: InferenceValues,
    security: SecurityValues,
    /// Customers whose time is up.
    passed: u32,
    passed_said: String,
    /// When the next customer's is.
    next: Option<String>,
    years: Vec<YearValues>,
}

#[derive(Serialize)]
struct BusinessValues {
    name: String,
    owner: String,
    number_name: String,
    number: String,
    address: String,
    phone: String,
    email: String,
    website: String,
}

#[derive(Serialize)]
struct LawValues {
    /// The tax authority, as it opens a sentence.
    tax: String,
    /// The authority that watches over data protection, within a sentence.
    authority: String,
    /// The statute on bookkeeping.
    bookkeeping: String,
    customer_years: u16,
}

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

/// That purchases can reveal health.
#[derive(Serialize)]
pub(crate) struct InferenceValues {
    pub title: String,
    pub text: String,
}

#[derive(Serialize)]
struct SecurityValues {
    factor: u8,
    tested_on: Option<String>,
    backed_up_on: Option<String>,
    backup_days: u32,
    lock_minutes: u32,
}

#[derive(Serialize)]
struct YearValues {
    year: i32,
    customers: String,
    purchases: String,
}

impl Values {
    /// The facts in words.
    ///
    /// # Errors
    /// [`crate::Error::Internal`] without words for something, which a test rules out.
    pub fn of(facts: &RecordFacts) -> Result<Self> {
        let language = facts.language;
        let words = Words::of(language)?;
        let law = law::of(facts.business.country)?;
        let writer = Writer {
            facts,
            law,
            words,
            texts: Texts::of(language)?,
        };
        let uses: Vec<UseValues> = facts
            .uses
            .iter()
            .map(|each| writer.use_values(each))
            .collect::<Result<_>>()?;
        let on = |basis: LegalBasis| -> Vec<UseValues> {
            let those = facts.uses.iter().zip(&uses);
            those
                .filter(|(each, _)| each.facts.basis == basis)
                .map(|(_, values)| values.clone())
                .collect()
        };
        let recipients = writer.recipients()?;
        let counts = &facts.counts;
        let any = |is: &dyn Fn(&Activity) -> bool| facts.uses.iter().any(is);
        Ok(Self {
            today: words.day(facts.today),
            business: BusinessValues::of(&facts.business, law, language),
            law: LawValues {
                tax: law.tax.name.opening(language),
                authority: law.authority.name.of(language).to_owned(),
                bookkeeping: law.bookkeeping.statute.of(language).to_owned(),
                customer_years: law.customer.years,
            },
            customers: words.number(counts.customers),
            interests: on(LegalBasis::LegitimateInterest),
            consents: on(LegalBasis::Consent),
            uses,
            kinds: writer.kinds()?,
            outside: recipients
                .iter()
                .zip(&facts.recipients)
                .filter(|(_, recipient)| !law::is_in_eea(&recipient.country))
                .map(|(values, _)| values.clone())
                .collect(),
            recipients,
            special: any(&|each| each.categories().iter().any(|kind| kind.is_special())),
            purchases: any(&|each| each.categories().contains(&Category::Purchase)),
            bookkeeping: any(&|each| each.facts.retention == Retention::Bookkeeping),
            social: any(&|each| each.facts.places.contains(&Place::Social)),
            places: writer.places(facts.uses.iter())?,
            inference: InferenceValues {
                title: writer.texts.in_list("inference", "title")?.to_owned(),
                text: writer.texts.in_list("inference", "text")?.to_owned(),
            },
            security: SecurityValues {
                factor: KEY_FILE_FACTOR,
                tested_on: facts.recovery_tested_on.map(|day| words.day(day)),
                backed_up_on: facts.security.backed_up_on.map(|day| words.day(day)),
                backup_days: facts.security.backup_after,
                lock_minutes: facts.security.lock_after.div_ceil(60),
            },
            passed: counts.limits.passed,
            passed_said: words.number(counts.limits.passed),
            next: counts.limits.next.map(|day| words.day(day)),
            years: counts
                .years
                .iter()
                .map(|(year, count)| YearValues {
                    year: *year,
                    customers: words.number(count.customers),
                    purchases: words.number(count.purchases),
                })
                .collect(),
        })
    }
}

impl BusinessValues {
    fn of(business: &Business, law: &Law, language: Language) -> Self {
        Self {
            name: business.name.clone(),
            owner: business.owner_name.clone(),
            number_name: law.organisation_number.of(language).to_owned(),
            number: business.organisation_number.clone(),
            address: business.address(),
            phone: business.phone.clone(),
            email: business.email.clone(),
            website: business.website.clone(),
        }
    }
}

/// Puts facts in words.
struct Writer<'a> {
    facts: &'a RecordFacts,
    law: &'a Law,
    words: &'a Words,
    texts: &'a Texts,
}

impl Writer<'_> {
    fn use_values(&self, each: &Activity) -> Result<UseValues> {
        let subjects: Vec<&str> = each
            .facts
            .subjects
            .iter()
            .map(|subject| self.texts.of_word("subject", subject))
            .collect::<Result<_>>()?;
        let kinds = each.categories();
        let mut data: Vec<&str> = kinds
            .iter()
            .map(|kind| self.texts.of_word("category_in_list", kind))
            .collect::<Result<_>>()?;
        if !each.texts.data.is_empty() {
            data.push(&each.texts.data);
        }
        let customers = self.customers(each);
        let texts = &each.texts;
        Ok(UseValues {
            name: texts.name.clone(),
            purpose: texts.purpose.clone(),
            basis: self.basis(each)?.to_owned(),
            subjects: law::opening(&self.texts.listed(&subjects)?),
            data: law::opening(&self.texts.listed(&data)?),
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
        let purpose = each.purpose?;
        let counts = each.held.iter().map(|kind| {
            let found = self.facts.counts.kinds.get(&(purpose, *kind));
            found.map_or(0, |kind| kind.customers)
        });
        let said_yes = self.facts.counts.consenting.get(&purpose).copied();
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

    fn places<'b>(&self, uses: impl Iterator<Item = &'b Activity>) -> Result<String> {
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

    fn recipients(&self) -> Result<Vec<RecipientValues>> {
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
                    safeguard: recipient.safeguard.clone(),
                })
            })
            .collect()
    }

    /// A line for each kind of data and use, the kinds in their order; what she named herself last.
    fn kinds(&self) -> Result<Vec<KindValues>> {
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
