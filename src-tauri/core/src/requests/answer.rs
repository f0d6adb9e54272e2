//! The record of one person as the answer of article 15: what is kept, why, on what basis, for how
//! long, who received it, and her rights. Sections, labels and values follow from the inventory.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::rows::{self, Told};
use crate::customers::CustomerFields;
use crate::documents::blocks::{
    Align, Block, Column, Document, Letterhead, Span, Table as TableBlock,
};
use crate::inventory::{LegalBasis, Retention, Section, Shape};
use crate::law::{self, Law};
use crate::processing::activities::{self, Activity};
use crate::processing::business::Country;
use crate::processing::held::Held;
use crate::processing::letter::addressed;
use crate::processing::suppliers::{self, Recipient, safeguards};
use crate::store::record::{TableRecord, Value};
use crate::store::word;
use crate::words::Words;
use crate::{Error, Result, store};

/// Composes the answer from a record whose free text is covered already. With a password, what comes
/// with it is `locked` within.
pub fn compose(
    connection: &Connection,
    record: &[TableRecord],
    number: u32,
    fields: &CustomerFields,
    words: &Words,
    today: NaiveDate,
    locked: bool,
) -> Result<Document> {
    let business = store::business::find(connection)?;
    let law = law::of(business.country)?;
    let mut blocks = vec![
        Block::Title(words.get("answer-title")?),
        paragraph(words.get("answer-intro")?),
    ];
    for section in Section::ALL {
        blocks.extend(section_blocks(
            record,
            section,
            words,
            business.country,
            locked,
        )?);
    }
    let activities = activities::all(connection, words.language())?;
    blocks.extend(reasons(record, &activities, law, words)?);
    blocks.push(heading(words, "answer-source")?);
    blocks.push(paragraph(words.get("answer-source-text")?));
    let told = suppliers::recipients(connection, &activities)?;
    let mut done = activities.iter().filter(|each| each.in_use);
    let is_with_others = done.any(Activity::is_with_others);
    blocks.extend(recipients(&told, is_with_others, law, words)?);
    blocks.push(heading(words, "answer-rights")?);
    blocks.push(paragraph(words.get("answer-rights-text")?));
    blocks.push(paragraph(complaint(law, words)?));
    if !locked {
        blocks.push(paragraph(words.get("answer-files")?));
    }
    blocks.push(Block::Fine(vec![Span::plain(words.get("answer-law")?)]));
    Ok(Document {
        language: words.language(),
        title: words.get("answer-title")?,
        author: business.name.clone(),
        date: today,
        letterhead: Letterhead {
            sender: business.sender(),
            aside: vec![words.day(today)],
            to: recipient_lines(fields, record),
        },
        foot_left: business.name,
        foot_middle: words.with("answer-foot", &[("number", &number.to_string())])?,
        blocks,
    })
}

/// Her name and her first address, whose street is covered where it speaks of someone else.
fn recipient_lines(fields: &CustomerFields, record: &[TableRecord]) -> Vec<String> {
    let street = record
        .iter()
        .find(|table| table.table.name == "customer_address")
        .and_then(|table| table.first("street"));
    match street {
        Some(Value::Text(street)) => addressed(fields, street),
        _ => addressed(fields, ""),
    }
}

fn section_blocks(
    record: &[TableRecord],
    section: Section,
    words: &Words,
    home: Country,
    locked: bool,
) -> Result<Vec<Block>> {
    let mut facts: Vec<Told> = Vec::new();
    let mut blocks = Vec::new();
    let tables = record
        .iter()
        .filter(|table| table.table.section == section && !table.rows.is_empty());
    for table in tables {
        match table.table.shape {
            Shape::Facts => facts.extend(rows::facts(table, words, home)?),
            Shape::Entries => facts.extend(rows::entries(table, words, home)?),
            Shape::Rows => blocks.extend(rows::table(table, record, words, home)?),
            Shape::Records => blocks.extend(rows::records(table, words, home)?),
        }
    }
    if !facts.is_empty() {
        // How to reach her first, notes and days of writing last. Stable: else as declared.
        facts.sort_by_key(|(category, _)| *category);
        let facts = facts.into_iter().map(|(_, fact)| fact).collect();
        blocks.insert(0, Block::Facts(facts));
    }
    if section == Section::Files && !blocks.is_empty() {
        for block in &mut blocks {
            number_rows(block, words)?;
        }
        blocks.insert(0, paragraph(where_files_are(words, locked)?));
    }
    if !blocks.is_empty() {
        blocks.insert(0, heading(words, section.heading())?);
    }
    Ok(blocks)
}

/// The files lie in the order of the list, and their numbers are in their names.
fn number_rows(block: &mut Block, words: &Words) -> Result<()> {
    if let Block::Table(table) = block {
        let column = Column {
            heading: words.get("answer-file-number")?,
            align: Align::End,
            share: None,
        };
        table.columns.insert(0, column);
        for (index, row) in table.rows.iter_mut().enumerate() {
            row.insert(0, (index + 1).to_string());
        }
    }
    Ok(())
}

fn where_files_are(words: &Words, locked: bool) -> Result<String> {
    if locked {
        return words.get("answer-attachments-within");
    }
    let folder = words.get("answer-folder")?;
    words.with("answer-attachments", &[("folder", &folder)])
}

/// Categories, purposes, legal bases and periods of what is really held of her, and what may be kept
/// elsewhere than in the register.
fn reasons(
    record: &[TableRecord],
    activities: &[Activity],
    law: &Law,
    words: &Words,
) -> Result<Vec<Block>> {
    let mut held = BTreeSet::new();
    for table in record {
        for (index, column) in table.columns().enumerate() {
            let filled = table
                .rows
                .iter()
                .any(|row| row.values.get(index).is_some_and(|v| *v != Value::Nothing));
            if let (true, Some(personal)) = (filled, column.personal) {
                held.insert(Held::from(personal));
            }
        }
    }
    let of = |purpose| {
        activities
            .iter()
            .find(|each| each.purpose == Some(purpose))
            .map(|each| &*each.texts.purpose)
            .ok_or(Error::Internal("purpose"))
    };
    let mut rows = held
        .into_iter()
        .map(|held| {
            Ok(vec![
                words.get(&format!("category-{}", word(held.category)?))?,
                because(of(held.purpose)?, held.basis, held.retention, law, words)?,
                retention(held.retention, law, words)?,
            ])
        })
        .collect::<Result<Vec<_>>>()?;
    for each in activities.iter().filter(|each| each.in_use) {
        let facts = &each.facts;
        let kinds = facts
            .categories
            .iter()
            .map(|kind| words.get(&format!("category-{}", word(*kind)?)));
        let mut kinds = kinds.collect::<Result<Vec<_>>>()?;
        let own = Some(law::opening(&each.texts.data));
        kinds.extend(own.filter(|data| !data.is_empty()));
        for kind in kinds {
            let places = facts
                .places
                .iter()
                .map(|place| words.get(&format!("place-{}", word(*place)?)))
                .collect::<Result<Vec<_>>>()?;
            let kept = words.with(
                "answer-why-elsewhere",
                &[("data", &kind), ("places", &places.join(", "))],
            )?;
            rows.push(vec![
                if places.is_empty() { kind } else { kept },
                because(
                    &each.texts.purpose,
                    facts.basis,
                    facts.retention,
                    law,
                    words,
                )?,
                retention(facts.retention, law, words)?,
            ]);
        }
    }
    let column = |key: &str, share| -> Result<Column> {
        Ok(Column {
            heading: words.get(key)?,
            align: Align::Start,
            share: Some(share),
        })
    };
    Ok(vec![
        heading(words, "answer-why")?,
        Block::Table(TableBlock {
            columns: vec![
                column("answer-why-data", 30)?,
                column("answer-why-reason", 36)?,
                column("answer-why-kept", 34)?,
            ],
            rows,
            sum: None,
        }),
    ])
}

/// What for, and on what basis.
fn because(
    purpose: &str,
    basis: LegalBasis,
    retention: Retention,
    law: &Law,
    words: &Words,
) -> Result<String> {
    let basis = match (basis, retention) {
        (LegalBasis::LegalObligation, Retention::Bookkeeping) => {
            law.bookkeeping.name.of(words.language()).to_owned()
        }
        (basis, _) => words.get(&format!("basis-{}", word(basis)?))?,
    };
    Ok(format!("{purpose} ({basis})"))
}

fn retention(retention: Retention, law: &Law, words: &Words) -> Result<String> {
    let years = match retention {
        Retention::WhileCustomer | Retention::UntilObjection | Retention::UntilWithdrawn => {
            law.customer.years
        }
        Retention::Bookkeeping => law.bookkeeping.years,
        Retention::Proof => law.proof.years,
    }
    .to_string();
    let key = format!("retention-{}", word(retention)?);
    let statute = law.bookkeeping.statute.of(words.language());
    words.with(&key, &[("years", &years), ("statute", statute)])
}

/// `is_with_others`: some data lies where others may get at it, whoever is written down.
fn recipients(
    recipients: &[Recipient],
    is_with_others: bool,
    law: &Law,
    words: &Words,
) -> Result<Vec<Block>> {
    let tax = law.tax.name.opening(words.language());
    let mut blocks = vec![heading(words, "answer-recipients")?];
    if recipients.is_empty() {
        blocks.push(paragraph(words.with(
            if is_with_others {
                "answer-recipients-online"
            } else {
                "answer-recipients-none"
            },
            &[("tax", &tax)],
        )?));
    } else {
        blocks.push(paragraph(
            words.with("answer-recipients-some", &[("tax", &tax)])?,
        ));
        let lines = recipients
            .iter()
            .map(|recipient| Ok(vec![Span::plain(recipient_line(recipient, words)?)]))
            .collect::<Result<_>>()?;
        blocks.push(Block::List(lines));
        if is_with_others {
            blocks.push(paragraph(words.get("answer-recipients-also")?));
        }
    }
    let mut last = Vec::new();
    if is_with_others {
        last.push(words.get("answer-transfers-online")?);
    } else if recipients
        .iter()
        .all(|recipient| law::is_in_eea(&recipient.country))
    {
        last.push(words.get("answer-transfers-none")?);
    }
    last.push(words.get("answer-decisions")?);
    blocks.push(paragraph(last.join(" ")));
    Ok(blocks)
}

fn recipient_line(recipient: &Recipient, words: &Words) -> Result<String> {
    let work = if recipient.helps.is_empty() {
        words.get(&format!("value-work-{}", word(recipient.work)?))?
    } else {
        words.with("value-work-helps", &[("name", &recipient.helps)])?
    };
    let country = words.country(&recipient.country);
    let mut values = vec![
        ("name", recipient.name.as_str()),
        ("work", &work),
        ("country", &country),
    ];
    let key = if law::is_in_eea(&recipient.country) {
        "answer-recipient-in-eea"
    } else if recipient.safeguard.is_empty() {
        "answer-recipient-outside-unknown"
    } else {
        let safeguard = safeguards::said(&recipient.safeguard, words.language());
        values.push(("safeguard", safeguard));
        "answer-recipient-outside"
    };
    words.with(key, &values)
}

fn complaint(law: &Law, words: &Words) -> Result<String> {
    let authority = &law.authority;
    words.with(
        "answer-complaint",
        &[
            ("name", authority.name.of(words.language())),
            ("address", &authority.address),
            ("phone", &authority.phone),
            ("email", &authority.email),
            ("website", &authority.web),
        ],
    )
}

fn heading(words: &Words, key: &str) -> Result<Block> {
    Ok(Block::Heading {
        number: None,
        text: words.get(key)?,
    })
}

fn paragraph(text: String) -> Block {
    Block::Paragraph(vec![Span::plain(text)])
}
