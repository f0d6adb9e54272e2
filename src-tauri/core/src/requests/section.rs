//! What requests contribute to the inspection binder.

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
    answers: usize,
    answers_said: String,
}

/// The copies that were handed over: when, to which number, in which language. No name stands here.
pub(crate) fn section(material: &Material<'_>) -> Result<Vec<Block>> {
    let language = material.record.language;
    let words = Words::of(language)?;
    let texts = Texts::of(language)?;
    let said = |key| texts.in_list("requests", key).map(str::to_owned);
    let answers = store::handover::all(material.connection)?;
    let values = Values {
        answers: answers.len(),
        answers_said: words.number(u32::try_from(answers.len()).unwrap_or(u32::MAX)),
    };
    let mut blocks = templates::render(template!(language, "binder/requests.md"), &values)?;
    if answers.is_empty() {
        return Ok(blocks);
    }
    let column = |heading, share| Column {
        heading,
        align: Align::Start,
        share,
    };
    let rows = answers
        .into_iter()
        .map(|(number, answer)| {
            let what = if answer.protected { "locked" } else { "copy" };
            Ok(vec![
                words.day(answer.on),
                number.to_string(),
                said(what)?,
                words.get(&format!("value-language-{}", answer.language.tag()))?,
            ])
        })
        .collect::<Result<_>>()?;
    // After what it says, before the law's name.
    let at = blocks.len().min(1);
    blocks.insert(
        at,
        Block::Table(Table {
            columns: vec![
                column(said("day")?, None),
                column(said("customer")?, None),
                column(said("what")?, Some(1)),
                column(said("language")?, None),
            ],
            rows,
            sum: None,
        }),
    );
    Ok(blocks)
}
