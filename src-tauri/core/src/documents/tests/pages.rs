//! Where things stand on the pages.

use proptest::prelude::*;

use super::page_of;
use super::sample::{self, column, document, facts, heading, paragraph, purchases};
use crate::documents::blocks::{Align, Block, Document, Span, Table};
use crate::documents::layout::layout;
use crate::documents::page::{Item, Page};

/// Checks what must hold on every page: nothing outside the margins, no text over another.
fn pages(document: &Document) -> Vec<Page> {
    let pages = layout(document, page_of).pages;
    for page in &pages {
        let mut boxes: Vec<(f32, f32, f32, f32, &str)> = Vec::new();
        for item in &page.items {
            let (left, right, y) = match item {
                Item::Text { x, width, y, .. } | Item::Rule { x, width, y, .. } => {
                    (*x, x + width, *y)
                }
                #[allow(clippy::cast_precision_loss)]
                Item::Grid {
                    x, y, module, rows, ..
                } => (*x, x + module * rows.len() as f32, *y),
            };
            assert!(
                left >= 5.0 && right <= 190.05,
                "outside the margins: {item:?}"
            );
            assert!((17.9..=283.1).contains(&y), "outside the margins: {item:?}");
            if let Item::Text {
                x,
                y,
                width,
                size,
                text,
                ..
            } = item
            {
                boxes.push((*x, x + width, y - size * 0.7, *y, text));
            }
        }
        boxes.sort_by(|one, other| one.2.total_cmp(&other.2));
        for (index, one) in boxes.iter().enumerate() {
            for other in boxes[index + 1..]
                .iter()
                .take_while(|other| other.2 < one.3 - 0.01)
            {
                let apart = one.1 <= other.0 + 0.02 || other.1 <= one.0 + 0.02;
                assert!(apart, "{:?} lies over {:?}", one.4, other.4);
            }
        }
    }
    pages
}

fn texts(page: &Page) -> Vec<(&str, f32)> {
    page.items
        .iter()
        .filter_map(|item| match item {
            Item::Text { text, y, .. } => Some((text.as_str(), *y)),
            _ => None,
        })
        .collect()
}

fn has(page: &Page, part: &str) -> bool {
    texts(page).iter().any(|(text, _)| text.trim_end() == part)
}

#[test]
fn an_empty_document_is_one_page() {
    let pages = pages(&document(vec![]));
    assert_eq!(pages.len(), 1);
    assert!(has(&pages[0], "Sida 1 av 1"));
}

#[test]
fn what_announces_a_list_stands_with_it() {
    for lines in 30..60 {
        let mut blocks: Vec<Block> = (0..lines).map(|_| paragraph("En rad.")).collect();
        blocks.push(paragraph("Så här:"));
        blocks.push(Block::List(vec![vec![Span::plain("det första")]]));
        let pages = pages(&document(blocks));
        let page = pages.iter().find(|page| has(page, "Så här:")).unwrap();
        assert!(has(page, "det första"), "after {lines} lines");
    }
}

#[test]
fn small_print_stands_with_what_it_is_about() {
    for lines in 30..60 {
        let mut blocks: Vec<Block> = (0..lines).map(|_| paragraph("En rad.")).collect();
        blocks.push(paragraph("Så är det."));
        blocks.push(Block::Fine(vec![Span::plain("Artikel 6.")]));
        let pages = pages(&document(blocks));
        let page = pages.iter().find(|page| has(page, "Artikel 6.")).unwrap();
        assert!(has(page, "Så är det."), "after {lines} lines");
    }
}

#[test]
fn a_provision_stands_with_its_number() {
    let named = [
        "artikel 14.",
        "7 kap. 2 §",
        "stk. 1,",
        "nr. 7,",
        "§ 12",
        "(section 19",
    ];
    for word in 1..90 {
        for provision in named {
            let text = format!("{} {provision} och mer", "x".repeat(word));
            let pages = pages(&document(vec![paragraph(&text)]));
            let lines = texts(&pages[0]);
            let is_whole = lines.iter().any(|(line, _)| line.contains(provision));
            assert!(is_whole, "{lines:?}");
        }
    }
}

#[test]
fn a_figure_stands_with_its_unit() {
    for word in 1..90 {
        let text = format!("{} 75 ml, 2 st. och 30 %", "x".repeat(word));
        let pages = pages(&document(vec![
            paragraph(&text),
            paragraph("1 mln 2 stolar"),
        ]));
        let lines = texts(&pages[0]);
        assert!(
            lines.iter().any(|(line, _)| line.contains("75 ml")),
            "{lines:?}"
        );
        assert!(
            lines.iter().any(|(line, _)| line.contains("2 st.")),
            "{lines:?}"
        );
        assert!(
            lines.iter().any(|(line, _)| line.contains("30 %")),
            "{lines:?}"
        );
    }
}

#[test]
fn the_head_stands_on_every_page_of_a_table() {
    let pages = pages(&sample::handover(100));
    assert!(pages.len() > 3);
    let with_rows = pages
        .iter()
        .filter(|page| texts(page).iter().any(|(text, _)| text.ends_with("ml")));
    assert!(with_rows.clone().count() > 2);
    for page in with_rows {
        assert!(has(page, "Belopp"));
    }
    assert!(!has(&pages[pages.len() - 1], "Belopp"));
}

#[test]
fn the_sum_is_never_alone() {
    for rows in 1..60 {
        let pages = pages(&document(vec![Block::Table(purchases(rows))]));
        let sum = pages.iter().find(|page| has(page, "Sammanlagt")).unwrap();
        let row = texts(sum)
            .iter()
            .any(|(text, _)| text.ends_with("ml") || text.ends_with("vinter"));
        assert!(row, "{rows} rows");
    }
}

#[test]
fn a_heading_stands_with_what_follows() {
    for lines in 0..50 {
        let mut blocks = vec![paragraph("rad"); lines];
        blocks.push(heading("Rubrik"));
        blocks.push(facts(&[("Namn", "Elin"), ("Mobil", "070")]));
        let pages = pages(&document(blocks));
        let page = pages.iter().find(|page| has(page, "Rubrik")).unwrap();
        assert!(has(page, "Elin"), "{lines} lines");
    }
}

#[test]
fn a_table_stands_with_the_words_that_introduce_it() {
    for lines in 20..50 {
        let mut blocks = vec![paragraph("rad"); lines];
        blocks.push(heading("Rubrik"));
        blocks.push(paragraph("Kunderna står med sina nummer."));
        blocks.push(Block::Table(purchases(3)));
        let pages = pages(&document(blocks));
        let page = pages.iter().find(|page| has(page, "Rubrik")).unwrap();
        assert!(has(page, "2026-999"), "{lines} lines");
    }
}

#[test]
fn no_line_of_a_paragraph_is_left_alone() {
    let long = "ord ".repeat(160);
    for lines in 0..50 {
        let mut blocks = vec![paragraph("rad"); lines];
        blocks.push(paragraph(&long));
        for page in pages(&document(blocks)) {
            let count = texts(&page)
                .iter()
                .filter(|(text, _)| text.starts_with("ord"))
                .count();
            assert_ne!(count, 1, "{lines} lines");
        }
    }
}

#[test]
fn a_row_taller_than_a_page_goes_on() {
    let table = Table {
        columns: vec![
            column("Dag", Align::Start, None),
            column("Text", Align::Start, Some(1)),
        ],
        rows: vec![
            vec!["1".into(), "först".into()],
            vec!["2".into(), "mycket text ".repeat(900)],
            vec!["3".into(), "sist".into()],
        ],
        sum: None,
    };
    let pages = pages(&document(vec![
        heading("Anteckningar"),
        Block::Table(table),
    ]));
    assert!(pages.len() >= 3);
    assert!(has(&pages[0], "Anteckningar") && has(&pages[0], "först") && has(&pages[1], "Text"));
    assert!(has(&pages[pages.len() - 1], "sist"));
    let words: usize = pages
        .iter()
        .flat_map(texts)
        .map(|(text, _)| text.matches("mycket").count())
        .sum();
    assert_eq!(words, 900);
}

#[test]
fn numbers_in_groups_are_not_parted() {
    for words in 10..24 {
        let text = format!("{}08-657 61 00 och 1 197,00", "orden ".repeat(words));
        let pages = pages(&document(vec![paragraph(&text)]));
        let lines = texts(&pages[0]);
        assert!(
            lines.iter().any(|(line, _)| line.contains("08-657 61 00")),
            "{lines:?}"
        );
        assert!(
            lines.iter().any(|(line, _)| line.contains("1 197,00")),
            "{lines:?}"
        );
    }
    let list: Vec<String> = (0..400).map(|number| number.to_string()).collect();
    let pages = pages(&document(vec![paragraph(&list.join(" "))]));
    let lines: Vec<&str> = texts(&pages[0]).iter().map(|(line, _)| *line).collect();
    assert!(lines.join(" ").starts_with(&list.join(" ")));
}

#[test]
fn sums_stand_in_one_line_to_the_right() {
    let pages = pages(&sample::handover(20));
    let mut ends = pages
        .iter()
        .flat_map(|page| &page.items)
        .filter_map(|item| match item {
            Item::Text { x, width, text, .. } if text.ends_with("\u{a0}kr") => Some(x + width),
            _ => None,
        });
    assert!(ends.clone().count() > 20);
    assert!(ends.all(|end| (end - 190.0).abs() < 0.01));
}

#[test]
fn long_text_and_long_tables_are_quick_enough() {
    let text = "Långt stycke utan slut, med ord av olika längd. ".repeat(1050);
    let pages_of_text = pages(&document(vec![paragraph(&text)]));
    assert!(pages_of_text.len() > 10);
    let unbroken = "x".repeat(50_000);
    assert!(pages(&document(vec![paragraph(&unbroken)])).len() > 5);
    let table = pages(&document(vec![Block::Table(purchases(5000))]));
    assert!(table.len() > 150);
}

#[test]
fn odd_tables_are_set() {
    let strange = Table {
        columns: (0..30)
            .map(|_| column("Rubrik", Align::End, None))
            .collect(),
        rows: vec![
            vec!["1 234 567,00 kr".into(); 40],
            vec![],
            vec!["x".repeat(900)],
        ],
        sum: Some(vec!["Summa".into()]),
    };
    let wide = Table {
        columns: vec![
            column("A", Align::Start, None),
            column("B", Align::End, None),
        ],
        rows: vec![vec!["ord ".repeat(200), "9".repeat(400)]],
        sum: None,
    };
    let empty = Table {
        columns: vec![],
        rows: vec![vec!["x".into()]],
        sum: None,
    };
    let pages = pages(&document(vec![
        Block::Table(strange),
        Block::Table(wide),
        Block::Table(empty),
    ]));
    let nines: usize = pages
        .iter()
        .flat_map(texts)
        .map(|(text, _)| text.matches('9').count())
        .sum();
    assert!(nines >= 400);
}

#[test]
fn long_letterheads_feet_and_keys_stay_on_the_page() {
    let mut document = document(vec![
        Block::Title("Rubrik ".repeat(80)),
        Block::Key {
            heading: "Nyckel".into(),
            key: "Å1".repeat(600),
        },
        Block::Steps(vec![vec![Span::strong("steg ".repeat(30))]; 120]),
    ]);
    document.letterhead.sender = vec!["En mycket lång avsändare ".repeat(5); 60];
    document.letterhead.to = vec!["x".repeat(400); 4];
    document.foot_left = "fot ".repeat(300);
    document.foot_middle = "mitt ".repeat(300);
    let pages = pages(&document);
    assert!(pages.len() > 3);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_document_stays_within_its_margins(
        texts in prop::collection::vec("[ \\PC\n]{0,90}|[a-zåäö@. ]{0,300}", 1..12),
        shares in prop::collection::vec((any::<bool>(), prop::option::of(0u8..4)), 1..7),
        rows in 0usize..40,
    ) {
        let text = |index: usize| texts[index % texts.len()].clone();
        let table = Table {
            columns: shares.iter().enumerate().map(|(index, (end, share))| {
                column(&text(index), if *end { Align::End } else { Align::Start }, *share)
            }).collect(),
            rows: (0..rows).map(|row| (0..shares.len()).map(|index| text(row + index)).collect()).collect(),
            sum: (rows % 2 == 0).then(|| vec![text(1)]),
        };
        pages(&document(vec![
            Block::Title(text(0)), heading(&text(1)), Block::Subheading(text(2)), paragraph(&text(3)),
            Block::List(vec![vec![Span::plain(text(4)), Span::strong(text(5))]; 3]),
            facts(&[(&text(6), &text(7))]), Block::Table(table),
            Block::Key { heading: text(8), key: text(9) },
        ]));
    }
}
