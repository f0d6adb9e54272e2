//! What each version of the policy told of: a new use, or another purpose, is told of before it begins
//! (articles 13(3) and 14(4)).

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use crate::customers::CustomerId;
use crate::hash::sha256;
use crate::processing::activities::{self, Activity, ActivityId};
use crate::{Language, Result, store};

/// The purpose of a use, as it is told now.
#[derive(Default)]
struct Purpose {
    /// Its hash in each language.
    hashes: BTreeMap<Language, String>,
    /// In every language, a line each.
    all: String,
}

impl Purpose {
    /// Whether that hash is of this purpose, in `language` or, as it once was noted, in all together.
    fn is(&self, hash: &String, language: Language) -> bool {
        self.hashes.get(&language) == Some(hash) || sha256(self.all.as_bytes()) == *hash
    }
}

/// The uses as they are now.
fn now(connection: &Connection) -> Result<BTreeMap<ActivityId, Purpose>> {
    let mut purposes: BTreeMap<ActivityId, Purpose> = BTreeMap::new();
    for language in Language::ALL {
        for each in activities::all(connection, language)? {
            if each.in_use {
                let told = purposes.entry(each.id).or_default();
                let hash = sha256(each.texts.purpose.as_bytes());
                told.hashes.insert(language, hash);
                told.all.push_str(&each.texts.purpose);
                told.all.push('\n');
            }
        }
    }
    Ok(purposes)
}

/// Notes what a version tells of that was just put to use.
///
/// # Errors
/// [`crate::Error::Internal`].
pub(crate) fn note(connection: &Connection, version: u32) -> Result<()> {
    for (activity, purpose) in now(connection)? {
        for (language, hash) in &purpose.hashes {
            store::informed::note_use(connection, version, (activity, *language), hash)?;
        }
    }
    Ok(())
}

/// A use, and those who were given a version that does not tell of it.
pub(crate) struct Untold {
    /// Which.
    pub activity: ActivityId,
    /// What it is called.
    pub name: String,
    /// Whom.
    pub people: BTreeSet<CustomerId>,
}

/// Each use that some were not told of in their language. Who was given nothing at all is not counted here: she is told
/// of everything when she is given the policy.
pub(crate) fn untold(connection: &Connection, activities: &[Activity]) -> Result<Vec<Untold>> {
    let told = store::informed::uses(connection)?;
    if told.is_empty() {
        return Ok(Vec::new());
    }
    let usual = store::business::find(connection)?.country.language();
    // Those who read the same in the same language are told of the same.
    let mut readers: BTreeMap<(u32, Language), Vec<CustomerId>> = BTreeMap::new();
    for row in store::informed::all(connection)? {
        if let Some((version, _, _)) = row.given {
            let language = row.language.unwrap_or(usual);
            readers.entry((version, language)).or_default().push(row.id);
        }
    }
    let mut found = Vec::new();
    for (activity, purpose) in now(connection)? {
        let is_told = |version, language| {
            told.get(&version).is_none_or(|uses| {
                let hash = uses.get(&(activity, language));
                hash.is_some_and(|hash| purpose.is(hash, language))
            })
        };
        let people: BTreeSet<CustomerId> = readers
            .iter()
            .filter(|((version, language), _)| !is_told(*version, *language))
            .flat_map(|(_, people)| people.iter().copied())
            .collect();
        let name = activities.iter().find(|each| each.id == activity);
        if let (Some(each), false) = (name, people.is_empty()) {
            found.push(Untold {
                activity,
                name: each.texts.name.clone(),
                people,
            });
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::image;

    #[test]
    fn a_purpose_that_was_noted_in_all_languages_together_is_known() {
        let connection = image::make().unwrap();
        let purposes = now(&connection).unwrap();
        let (activity, purpose) = purposes.iter().next().unwrap();
        let texts = Language::ALL.map(|language| {
            let all = activities::all(&connection, language).unwrap();
            let found = all.into_iter().find(|each| each.id == *activity);
            found.unwrap().texts.purpose + "\n"
        });
        let noted = sha256(texts.concat().as_bytes());
        assert!(purpose.is(&noted, Language::Da));
        assert!(!purpose.is(&sha256(b"another"), Language::Da));
        assert!(!purpose.is(&sha256(texts[0].trim_end().as_bytes()), Language::Da));
        assert!(purpose.is(&sha256(texts[0].trim_end().as_bytes()), Language::Sv));
    }
}
