//! What the templates of the record and of the papers beside it know.

use serde::Serialize;

use super::facts::RecordFacts;
use super::text::Texts;
use super::writer::{KindValues, RecipientValues, UseValues, Writer};
use crate::inventory::{Category, LegalBasis, Retention};
use crate::law::{self, Law};
use crate::processing::activities::Activity;
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
    /// Who answers for data together with her.
    joint: Vec<String>,
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
    /// Some is kept where others may get at it.
    online: bool,
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
            joint: writer.joint(),
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
            online: any(&Activity::is_with_others),
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
