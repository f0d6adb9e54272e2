//! What erasing contributes to the inspection binder.

use serde::Serialize;

use crate::Result;
use crate::binder::Material;
use crate::documents::blocks::{Align, Block, Column, Table};
use crate::documents::templates;
use crate::processing::record::template;
use crate::processing::record::text::Texts;
use crate::store;
use crate::words::Words;

#[derive(Serialize)]
struct Values {
    is_any: bool,
}

/// What was erased: when, what, and of how many customers. Nobody is named here.
pub(crate) fn section(material: &Material<'_>) -> Result<Vec<Block>> {
    let language = material.record.language;
    let words = Words::of(language)?;
    let texts = Texts::of(language)?;
    let erasures = store::audit::erasures(material.connection)?;
    let values = Values {
        is_any: !erasures.is_empty(),
    };
    let mut blocks = templates::render(template!(language, "binder/erasures.md"), &values)?;
    if erasures.is_empty() {
        return Ok(blocks);
    }
    let column = |heading: &str, align, share| Column {
        heading: heading.to_owned(),
        align,
        share,
    };
    let rows = erasures
        .into_iter()
        .map(|erasure| {
            Ok(vec![
                words.day(erasure.on),
                words.get(&format!("value-action-{}", store::word(erasure.action)?))?,
                words.number(erasure.customers),
            ])
        })
        .collect::<Result<_>>()?;
    // After what it says, before the law's name.
    let at = blocks.len().min(1);
    let said = |list, key| texts.in_list(list, key);
    blocks.insert(
        at,
        Block::Table(Table {
            columns: vec![
                column(said("requests", "day")?, Align::Start, None),
                column(said("requests", "what")?, Align::Start, Some(1)),
                column(said("sheet", "customers")?, Align::End, None),
            ],
            rows,
            sum: None,
        }),
    );
    Ok(blocks)
}
