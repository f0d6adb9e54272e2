//! The record of processing (article 30(1)): what is done with data as the map has it, with figures
//! from the rows. Always kept: what is done every day has no exemption for small businesses.

mod facts;
pub mod sheet;
#[cfg(test)]
mod tests;
pub(crate) mod text;
mod values;
mod writer;

pub use self::facts::{RecordFacts, Security};
pub(crate) use self::values::Values;

use crate::documents::blocks::{Block, number_headings};
use crate::documents::templates;
use crate::{Language, Result};

/// A template in a language: a file of `assets/templates/<language>`.
macro_rules! template {
    ($language:expr, $name:literal) => {{
        const SV: &str = include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../assets/templates/sv/",
            $name
        ));
        const DA: &str = include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../assets/templates/da/",
            $name
        ));
        const EN: &str = include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../assets/templates/en/",
            $name
        ));
        match $language {
            $crate::Language::Sv => SV,
            $crate::Language::Da => DA,
            $crate::Language::En => EN,
        }
    }};
}
pub(crate) use template;

/// A clause of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clause {
    /// What the record is, and of which day.
    Opening,
    /// Who is responsible: article 30(1)(a).
    Controller,
    /// Each use, why, of whom, what, until when: article 30(1)(b), (c), (f).
    Uses,
    /// How many customers there is which data of.
    Numbers,
    /// Who receives data, and where: article 30(1)(d), (e).
    Recipients,
    /// How data is protected: article 30(1)(g).
    Security,
}

impl Clause {
    /// Every clause, in order.
    pub const ALL: [Self; 6] = [
        Self::Opening,
        Self::Controller,
        Self::Uses,
        Self::Numbers,
        Self::Recipients,
        Self::Security,
    ];

    const fn file(self, language: Language) -> &'static str {
        match self {
            Self::Opening => template!(language, "record/opening.md"),
            Self::Controller => template!(language, "record/controller.md"),
            Self::Uses => template!(language, "record/uses.md"),
            Self::Numbers => template!(language, "record/numbers.md"),
            Self::Recipients => template!(language, "record/recipients.md"),
            Self::Security => template!(language, "record/security.md"),
        }
    }

    /// What it says.
    ///
    /// # Errors
    /// [`crate::Error::Internal`] when the template has a fault, which a test rules out.
    pub(crate) fn blocks(self, values: &Values, language: Language) -> Result<Vec<Block>> {
        Ok(templates::render(self.file(language), values)?)
    }
}

/// The record: a title, what it is, then numbered clauses.
pub fn compose(facts: &RecordFacts) -> Result<Vec<Block>> {
    compose_of(&Clause::ALL, &Values::of(facts)?, facts.language)
}

/// Some clauses of the record, numbered: the others stand where they are read.
///
/// # Errors
/// [`crate::Error::Internal`] when a template has a fault, which a test rules out.
pub(crate) fn compose_of(
    clauses: &[Clause],
    values: &Values,
    language: Language,
) -> Result<Vec<Block>> {
    let mut blocks = Vec::new();
    for clause in clauses {
        blocks.extend(clause.blocks(values, language)?);
    }
    number_headings(&mut blocks);
    Ok(blocks)
}
