//! The words of the record and of the papers beside it.

use std::sync::OnceLock;

use serde::Serialize;

use super::template;
use crate::processing::activities::Activity;
use crate::{Error, Language, Result, store};

/// The words of a language.
pub(crate) struct Texts(toml::Table);

impl Texts {
    /// The words of a language.
    ///
    /// # Errors
    /// [`Error::Internal`] when the file has a fault, which a test rules out.
    pub fn of(language: Language) -> Result<&'static Self> {
        static TEXTS: [OnceLock<Option<Texts>>; 3] = [const { OnceLock::new() }; 3];
        let cell = match language {
            Language::Sv => &TEXTS[0],
            Language::Da => &TEXTS[1],
            Language::En => &TEXTS[2],
        };
        cell.get_or_init(|| {
            let source = template!(language, "record/words.toml");
            toml::from_str(source).ok().map(Self)
        })
        .as_ref()
        .ok_or(Error::Internal("record words"))
    }

    /// A word of its own.
    pub fn get(&self, key: &str) -> Result<&str> {
        self.0
            .get(key)
            .and_then(toml::Value::as_str)
            .ok_or(Error::Internal("record words"))
    }

    /// A word of a list.
    pub fn in_list(&self, list: &str, key: &str) -> Result<&str> {
        self.0
            .get(list)
            .and_then(|list| list.get(key))
            .and_then(toml::Value::as_str)
            .ok_or(Error::Internal("record words"))
    }

    /// What a variant is called.
    pub fn of_word(&self, list: &str, word: impl Serialize) -> Result<&str> {
        self.in_list(list, &store::word(word)?)
    }

    /// Which data a use takes, as it stands in a sentence.
    pub fn data_of(&self, each: &Activity) -> Result<String> {
        let kinds = each.categories();
        let mut data: Vec<&str> = kinds
            .iter()
            .map(|kind| self.of_word("category_in_list", kind))
            .collect::<Result<_>>()?;
        if !each.texts.data.is_empty() {
            data.push(&each.texts.data);
        }
        self.listed(&data)
    }

    /// As they stand in a sentence: `a, b and c`.
    pub fn listed(&self, words: &[&str]) -> Result<String> {
        let (and, as_well) = (self.get("and")?, self.get("as_well")?);
        Ok(crate::words::listed(words, and, as_well))
    }
}
