//! A use of data that is the consultant's own idea: it rests on a yes, and Kundbok has no words for it.

use kundbok_core::consents::ConsentTo;
use kundbok_core::inventory::{LegalBasis, Retention};
use kundbok_core::processing::activities::{
    self, ActivityFacts, ActivityTexts, AddActivity, EditActivity, Need, Place, Subject,
};
use kundbok_core::register::Connection;
use kundbok_core::{Error, Language, Result};

/// Name, purpose and data of the use in a language.
const WORDS: [(Language, [&str; 3]); 3] = [
    (
        Language::Sv,
        [
            "Lotteri",
            "För att lotta ut produkter bland dem som vill vara med",
            "ifyllda lotter",
        ],
    ),
    (
        Language::Da,
        [
            "Lotteri",
            "For at trække lod om produkter blandt dem, der vil være med",
            "udfyldte lodsedler",
        ],
    ),
    (
        Language::En,
        [
            "Raffle",
            "To raffle products among those who want to take part",
            "filled-in raffle tickets",
        ],
    ),
];

/// Writes it into the map, in every language.
///
/// # Errors
/// Those of the rules.
pub fn raffle(connection: &Connection) -> Result<ConsentTo> {
    let facts = ActivityFacts {
        basis: LegalBasis::Consent,
        retention: Retention::UntilWithdrawn,
        need: Need::Voluntary,
        categories: [].into(),
        subjects: [Subject::Customer].into(),
        places: [Place::Paper].into(),
        alone: [].into(),
    };
    let mut id = None;
    for (language, [name, purpose, data]) in WORDS {
        let (facts, suppliers) = (facts.clone(), None);
        let texts = ActivityTexts {
            name: name.to_owned(),
            purpose: purpose.to_owned(),
            data: data.to_owned(),
            ..ActivityTexts::default()
        };
        if let Some(id) = id {
            let edit = EditActivity {
                id,
                language,
                facts,
                texts,
                suppliers,
            };
            activities::edit(connection, edit)?;
        } else {
            let add = AddActivity {
                language,
                facts,
                texts,
                suppliers,
            };
            id = Some(activities::add(connection, add)?);
        }
    }
    let all = activities::all(connection, Language::Sv)?;
    let added = all.iter().find(|each| Some(each.id) == id);
    added.map(ConsentTo::of).ok_or(Error::NotFound)
}
