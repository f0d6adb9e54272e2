//! What Kundbok keeps nothing of: the binder says so.

use super::Material;
use crate::Result;
use crate::documents::blocks::Block;
use crate::documents::templates;
use crate::processing::record::template;

/// Breaches.
pub(super) fn breaches(material: &Material<'_>) -> Result<Vec<Block>> {
    let template = template!(material.record.language, "binder/breaches.md");
    Ok(templates::render(template, material.values)?)
}
