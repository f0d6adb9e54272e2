//! What consents contribute to the inspection binder.

use std::collections::BTreeMap;

use serde::Serialize;

use super::ConsentTo;
use crate::Result;
use crate::binder::Material;
use crate::documents::blocks::{Align, Block, Column, Span, Table};
use crate::documents::templates;
use crate::processing::record::template;
use crate::processing::record::text::Texts;
use crate::store::{self, word};
use crate::words::Words;

#[derive(Serialize)]
struct Values {
    uses: Vec<UseValues>,
    rows: usize,
}

#[derive(Serialize)]
struct UseValues {
    name: String,
    said: String,
    versions: Vec<VersionValues>,
}

#[derive(Serialize)]
struct VersionValues {
    version: u32,
    from: Option<String>,
    words: String,
    hash: String,
    running: u32,
}

/// Every version of what is asked, word for word; then who said what: no name stands here.
pub(crate) fn section(material: &Material<'_>) -> Result<Vec<Block>> {
    let language = material.record.language;
    let words = Words::of(language)?;
    let texts = Texts::of(language)?;
    let said = |key| texts.in_list("consents", key).map(str::to_owned);
    let rows = store::consent::all(material.connection)?;
    let (mut uses, mut names) = (Vec::new(), BTreeMap::new());
    for each in super::list(material.connection, language)? {
        names.insert(each.to.clone(), each.name.clone());
        if !each.in_use && each.running + each.withdrawn == 0 {
            continue;
        }
        let mut versions = Vec::new();
        for version in each.versions {
            versions.push(VersionValues {
                version: version.version,
                from: version.valid_from.map(|day| words.day(day)),
                words: version.texts.of(language).replace("\n\n", " "),
                hash: version.hash,
                running: version.running,
            });
        }
        uses.push(UseValues {
            name: each.name,
            said: said("said")?
                .replace("{running}", &words.number(each.running))
                .replace("{withdrawn}", &words.number(each.withdrawn)),
            versions,
        });
    }
    let values = Values {
        uses,
        rows: rows.len(),
    };
    let mut blocks = templates::render(template!(language, "binder/consents.md"), &values)?;
    if !rows.is_empty() {
        blocks.push(table(material, &rows, &names, &said)?);
    }
    blocks.push(Block::Fine(vec![Span::plain(said("law")?)]));
    Ok(blocks)
}

fn table(
    material: &Material<'_>,
    rows: &[store::consent::ConsentRow],
    names: &BTreeMap<ConsentTo, String>,
    said: &dyn Fn(&'static str) -> Result<String>,
) -> Result<Block> {
    let words = Words::of(material.record.language)?;
    let numbers = store::customer::numbers(material.connection)?;
    let how = |how| match how {
        super::How::Paper => said("paper"),
        super::How::Spoken => said("spoken"),
        super::How::Email => said("email"),
        super::How::Checkbox => said("checkbox"),
    };
    let column = |heading, align, share| Column {
        heading,
        align,
        share,
    };
    let rows = rows
        .iter()
        .map(|row| {
            let day = |said: Option<(chrono::NaiveDate, _)>| {
                said.map_or_else(String::new, |(on, _)| words.day_in_column(on))
            };
            Ok(vec![
                numbers
                    .get(&row.customer_id)
                    .map_or_else(String::new, u32::to_string),
                if row.use_name.is_empty() {
                    words.of_list("purpose", &word(&row.to)?)?
                } else {
                    // One that is gone keeps the name by which it was answered.
                    names.get(&row.to).unwrap_or(&row.use_name).clone()
                },
                row.version.map_or_else(String::new, |it| it.to_string()),
                day(row.given),
                match row.given {
                    Some((_, given_how)) => how(given_how)?,
                    None => String::new(),
                },
                day(row.withdrawn),
            ])
        })
        .collect::<Result<_>>()?;
    Ok(Block::Table(Table {
        columns: vec![
            column(said("customer")?, Align::Start, None),
            column(said("use")?, Align::Start, Some(2)),
            column(said("version")?, Align::End, None),
            column(said("given")?, Align::Start, None),
            column(said("how")?, Align::Start, Some(1)),
            column(said("withdrawn")?, Align::Start, None),
        ],
        rows,
        sum: None,
    }))
}
