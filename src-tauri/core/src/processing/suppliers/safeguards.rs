//! What protects data outside the EU and the EEA, in the language of who reads of it.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::Language;

#[derive(Deserialize)]
struct File {
    safeguard: Vec<Safeguard>,
}

/// One that the law knows.
#[derive(Deserialize)]
struct Safeguard {
    sv: String,
    da: String,
    en: String,
    /// What else people call it.
    also: Vec<String>,
}

impl Safeguard {
    fn of(&self, language: Language) -> &str {
        match language {
            Language::Sv => &self.sv,
            Language::Da => &self.da,
            Language::En => &self.en,
        }
    }

    fn is_called(&self, text: &str) -> bool {
        let names = [&self.sv, &self.da, &self.en];
        let mut names = names.into_iter().chain(&self.also);
        names.any(|name| name.to_lowercase() == text)
    }
}

/// What she wrote down, in a language as far as it is one that the law knows, and as she wrote it otherwise.
pub(crate) fn said(written: &str, language: Language) -> &str {
    static KNOWN: LazyLock<Vec<Safeguard>> = LazyLock::new(|| {
        // A test reads it.
        let file = include_str!("../../../../../assets/words/safeguards.toml");
        toml::from_str::<File>(file).map_or_else(|_| Vec::new(), |file| file.safeguard)
    });
    let text = written.trim().trim_end_matches('.').to_lowercase();
    KNOWN
        .iter()
        .find(|known| known.is_called(&text))
        .map_or(written, |known| known.of(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_that_the_law_knows_is_said_in_every_language() {
        for written in [
            "Standardavtalsklausuler.",
            "standardkontraktbestemmelser",
            "SCC",
        ] {
            assert_eq!(
                Language::ALL.map(|language| said(written, language)),
                [
                    "EU-kommissionens standardavtalsklausuler",
                    "EU-Kommissionens standardkontraktbestemmelser",
                    "The European Commission’s standard contractual clauses",
                ],
                "{written}"
            );
        }
        assert_eq!(
            said("Kryptering av allt", Language::En),
            "Kryptering av allt"
        );
        assert_eq!(said("", Language::Da), "");
    }
}
