//! What the processing of data contributes to the inspection binder.

use serde::Serialize;

use super::record::{self, Clause, template};
use super::suppliers::agreed::AgreementsValues;
use super::{drift, papers, policy};
use crate::Result;
use crate::binder::Material;
use crate::documents::blocks::Block;
use crate::documents::templates;
use crate::words::Words;

/// The policy in force.
#[derive(Serialize)]
struct PolicyValues {
    policy: Option<VersionValues>,
    customers: String,
}

#[derive(Serialize)]
struct VersionValues {
    version: u32,
    adopted_on: String,
    given: String,
    hash: String,
}

/// The policy in force, word for word; in another language when it was not put to use in this one.
pub(crate) fn policy(material: &Material<'_>) -> Result<Vec<Block>> {
    let language = material.record.language;
    let words = Words::of(language)?;
    let in_force = policy::text_in_force(material.connection, language)?;
    let values = PolicyValues {
        policy: in_force.as_ref().map(|policy| VersionValues {
            version: policy.version.version,
            adopted_on: words.day(policy.version.adopted_on),
            given: words.number(policy.given),
            hash: policy.version.hash.clone(),
        }),
        customers: words.number(material.record.counts.customers),
    };
    let mut blocks = templates::render(template!(language, "binder/policy.md"), &values)?;
    blocks.extend(in_force.into_iter().flat_map(|policy| policy.blocks));
    Ok(blocks)
}

/// The record of processing. Who receives data and how it is protected are sections of their own.
pub(crate) fn record(material: &Material<'_>) -> Result<Vec<Block>> {
    let mut clauses = Clause::ALL.to_vec();
    clauses.retain(|clause| !matches!(clause, Clause::Recipients | Clause::Security));
    record::compose_of(&clauses, material.values, material.record.language)
}

/// How legitimate interests were weighed.
pub(crate) fn balancing(material: &Material<'_>) -> Result<Vec<Block>> {
    papers::balancing(material.record)
}

/// How long data is kept.
pub(crate) fn retention(material: &Material<'_>) -> Result<Vec<Block>> {
    papers::retention_plan(material.record)
}

/// Who receives data, and what was agreed with them.
pub(crate) fn recipients(material: &Material<'_>) -> Result<Vec<Block>> {
    let language = material.record.language;
    let mut blocks = Clause::Recipients.blocks(material.values, language)?;
    let template = template!(language, "binder/agreements.md");
    blocks.extend(templates::render(
        template,
        &AgreementsValues::of(material)?,
    )?);
    Ok(blocks)
}

/// How data is protected.
pub(crate) fn security(material: &Material<'_>) -> Result<Vec<Block>> {
    Clause::Security.blocks(material.values, material.record.language)
}

#[derive(Serialize)]
struct DriftValues {
    today: String,
    drift: Vec<drift::Drift>,
}

/// Where what is said and what is done have drifted apart: how many, and never who.
pub(crate) fn drift(material: &Material<'_>) -> Result<Vec<Block>> {
    let (language, today) = (material.record.language, material.record.today);
    let mut drift = drift::look(material.connection, today, language)?;
    // A yes to an earlier question holds for what it said, and the section of consents counts them.
    drift.retain(|each| !matches!(each, drift::Drift::ConsentOld { .. }));
    let values = DriftValues {
        today: Words::of(language)?.day(today),
        drift,
    };
    let template = template!(language, "binder/drift.md");
    Ok(templates::render(template, &values)?)
}
