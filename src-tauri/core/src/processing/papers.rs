//! The papers beside the record: how legitimate interests were weighed (article 6(1)(f)), and how long
//! data is kept (article 5(1)(e)).

use super::record::{RecordFacts, Values, template};
use crate::Result;
use crate::documents::blocks::Block;
use crate::documents::templates;

/// Each legitimate interest with its three questions and their answers.
///
/// # Errors
/// [`crate::Error::Internal`] when the template has a fault, which a test rules out.
pub fn balancing(facts: &RecordFacts) -> Result<Vec<Block>> {
    let template = template!(facts.language, "binder/balancing.md");
    Ok(templates::render(template, &Values::of(facts)?)?)
}

/// Each kind of data with its period, how many have passed it, and what goes when.
///
/// # Errors
/// [`crate::Error::Internal`] when the template has a fault, which a test rules out.
pub fn retention_plan(facts: &RecordFacts) -> Result<Vec<Block>> {
    let template = template!(facts.language, "binder/retention.md");
    Ok(templates::render(template, &Values::of(facts)?)?)
}
