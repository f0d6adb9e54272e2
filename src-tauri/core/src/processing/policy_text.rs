//! Placeholder while merging.
use super::business::Business;
use super::held::Held;
use crate::customers::Source;
use crate::documents::blocks::*;
use crate::{Language, Result};
use chrono::NaiveDate;
use std::collections::BTreeSet;
pub struct PolicyFacts<'a> {
    pub business: &'a Business,
    pub held: &'a BTreeSet<Held>,
    pub sources: &'a [Source],
}
pub fn compose(_: &PolicyFacts<'_>, _: Language) -> Result<Vec<Block>> {
    unreachable!()
}
pub fn document(
    _: Vec<Block>,
    _: &Business,
    _: Language,
    _: u32,
    _: Option<NaiveDate>,
    _: NaiveDate,
) -> Result<Document> {
    unreachable!()
}
