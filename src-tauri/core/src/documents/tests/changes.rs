//! Two versions of a text in one.

use super::page_of;
use super::sample::{column, document, heading, paragraph};
use crate::documents::blocks::{Align, Block, Span, Table};
use crate::documents::changes::{Changes, ClauseCounts, compare};
use crate::documents::layout::{BlockChange, layout_changes};
use crate::documents::page::{Change, Ink, Item};

fn marked(spans: &[Span]) -> String {
    spans
        .iter()
        .map(|span| match span.change {
            None => span.text.clone(),
            Some(Change::Added) => format!("[+{}+]", span.text),
            Some(Change::Removed) => format!("[-{}-]", span.text),
        })
        .collect()
}

fn of_paragraphs(old: &str, new: &str) -> String {
    match &compare(&[paragraph(old)], &[paragraph(new)]).blocks[..] {
        [Block::Paragraph(spans)] => marked(spans),
        blocks => format!("{} blocks", blocks.len()),
    }
}

fn counts((changed, added, removed): (u32, u32, u32)) -> ClauseCounts {
    ClauseCounts {
        changed,
        added,
        removed,
    }
}

fn table(rows: &[&str]) -> Block {
    Block::Table(Table {
        columns: vec![column("Uppgifter", Align::Start, Some(1))],
        rows: rows.iter().map(|row| vec![(*row).to_owned()]).collect(),
        sum: None,
    })
}

#[test]
fn a_paragraph_is_compared_word_by_word() {
    assert_eq!(
        of_paragraphs(
            "Resten raderar jag fem år efter ditt senaste köp, eller när jag slutar.",
            "Resten raderar jag tre år efter ditt senaste köp."
        ),
        "Resten raderar jag [-fem-][+tre+] år efter ditt senaste köp[-, eller när jag slutar-]."
    );
    // A blank between two changed words is no anchor.
    assert_eq!(
        of_paragraphs(
            "Jag sparar det du har köpt hos mig.",
            "Jag sparar det ni vill ha köpt hos mig."
        ),
        "Jag sparar det [-du har-][+ni vill ha+] köpt hos mig."
    );
    assert_eq!(
        of_paragraphs("Foton visar jag ingen.", "Kunder får kvitton av mig."),
        "2 blocks"
    );
}

#[test]
fn what_is_gone_stands_before_what_is_new() {
    let old = [paragraph("Foton visar jag ingen.")];
    let new = [paragraph("Kunder får kvitton av mig.")];
    assert_eq!(
        compare(&old, &new).of_blocks,
        [
            BlockChange::Whole(Change::Removed),
            BlockChange::Whole(Change::Added)
        ]
    );
}

#[test]
fn clauses_that_differ_are_counted() {
    let old = [
        heading("Ett"),
        paragraph("Det första stycket är som det var."),
        heading("Två"),
        paragraph("Det andra stycket handlar om fem år."),
        heading("Tre"),
        paragraph("Det tredje stycket försvinner."),
    ];
    let new = [
        heading("Ett"),
        paragraph("Det första stycket är som det var."),
        heading("Två"),
        paragraph("Det andra stycket handlar om tre år."),
        heading("Nytt"),
        paragraph("Foton tar jag om du säger ja."),
    ];
    assert_eq!(compare(&old, &new).clauses(), counts((1, 1, 1)));
    assert_eq!(compare(&new, &new).clauses(), counts((0, 0, 0)));
    // That a clause has another number says nothing else.
    let numbered = |number| Block::Heading {
        number: Some(number),
        text: "Ett".to_owned(),
    };
    assert_eq!(
        compare(&[numbered(1)], &[numbered(2)]).clauses(),
        counts((0, 0, 0))
    );
}

#[test]
fn a_new_row_of_a_table_is_marked_and_the_others_are_not() {
    let old = [heading("Vad"), table(&["Namn", "Köp"])];
    let new = [heading("Vad"), table(&["Namn", "Köp", "Foton"])];
    let Changes { blocks, of_blocks } = compare(&old, &new);
    let pages = layout_changes(&document(blocks), &of_blocks, page_of).pages;
    let added: Vec<&str> = pages[0]
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Text {
                text,
                change: Some(Change::Added),
                ..
            } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(added, ["Foton"]);
    let bars = pages[0].items.iter().filter(|item| {
        matches!(
            item,
            Item::Rule {
                ink: Ink::Change,
                ..
            }
        )
    });
    assert_eq!(bars.count(), 1);
}
