//! A document of many parts: its cover, contents, links and bookmarks, read back from the file.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId};

use super::page_of;
use super::sample::{document, facts, heading, paragraph, purchases};
use crate::documents::blocks::{Block, Cover, Document};
use crate::documents::layout::layout;
use crate::documents::page::{Item, Page};
use crate::documents::pdf::write;

const PARTS: [&str; 4] = [
    "Det första",
    "Det andra, med en rubrik som är så lång att den inte får plats på en rad i innehållet, hur smal den än sätts",
    "Det tredje",
    "Det fjärde",
];

/// Four parts, of which the second is of several pages.
fn bound() -> Document {
    let mut blocks = vec![
        Block::Cover(Cover {
            title: "Pärm".into(),
            lines: vec!["Ängens Hudvård".into(), "2026-11-24".into()],
        }),
        Block::Contents("Innehåll".into()),
    ];
    for (index, part) in PARTS.into_iter().enumerate() {
        blocks.push(Block::Title(part.into()));
        blocks.push(paragraph("Så här är det."));
        blocks.push(heading("En rubrik"));
        blocks.push(facts(&[("Namn", "Elin"), ("Ort", "Lillvik")]));
        if index == 1 {
            blocks.push(Block::Table(purchases(120)));
        }
    }
    document(blocks)
}

fn texts(page: &Page) -> String {
    page.items.iter().fold(String::new(), |mut all, item| {
        if let Item::Text { text, .. } = item {
            all.push_str(text);
            all.push('\n');
        }
        all
    })
}

/// The pages on which the parts begin, from 1.
fn begins(pages: &[Page]) -> Vec<usize> {
    PARTS
        .iter()
        .map(|part| {
            let word = &part[..part.char_indices().nth(9).map_or(part.len(), |(at, _)| at)];
            let found = pages
                .iter()
                .skip(2)
                .position(|page| texts(page).starts_with(word));
            found.unwrap_or_else(|| panic!("{part}")) + 3
        })
        .collect()
}

#[test]
fn the_contents_name_the_page_that_each_part_begins_on() {
    let pages = layout(&bound(), page_of).pages;
    let begins = begins(&pages);
    assert_eq!(begins[..2], [3, 4]);
    assert!(begins[2] > 6, "the second part is of several pages");
    assert_eq!(begins[3], begins[2] + 1);
    assert_eq!(pages.len(), begins[3]);
    assert!(texts(&pages[0]).contains("Pärm"));
    let contents = texts(&pages[1]);
    let figures: Vec<usize> = contents
        .lines()
        .filter_map(|line| line.trim().parse().ok())
        .collect();
    let expected: Vec<usize> = (1..).zip(begins).flat_map(|(n, page)| [n, page]).collect();
    assert_eq!(figures, expected, "{contents}");
}

#[test]
fn contents_of_several_pages_are_right_too() {
    let mut blocks = vec![Block::Contents("Innehåll".into())];
    for part in 0..90 {
        blocks.push(Block::Title(format!("Del {part}")));
        blocks.push(paragraph("Ord."));
    }
    let pages = layout(&document(blocks), page_of).pages;
    let contents = pages.len() - 90;
    assert!(contents > 2, "{contents}");
    let first = texts(&pages[contents]);
    assert!(first.starts_with("Del 0"), "{first}");
    let last = texts(&pages[contents - 1]);
    let last: Vec<&str> = last.lines().map(str::trim).collect();
    let at = last.iter().position(|line| *line == "Del 89").unwrap();
    assert_eq!(last[at + 1], pages.len().to_string());
}

struct Tree<'a> {
    pdf: &'a lopdf::Document,
    /// Each element's role with those over it, in reading order.
    roles: Vec<String>,
    /// The pages that links lead to, in reading order.
    leads: Vec<usize>,
    pages: BTreeMap<ObjectId, usize>,
}

impl Tree<'_> {
    fn dictionary<'b>(&'b self, object: &'b Object) -> Option<&'b Dictionary> {
        match object {
            Object::Reference(id) => self.pdf.get_dictionary(*id).ok(),
            Object::Dictionary(dictionary) => Some(dictionary),
            _ => None,
        }
    }

    fn walk(&mut self, object: &Object, over: &str) {
        let Some(element) = self.dictionary(object).cloned() else {
            return;
        };
        if let Ok(annotation) = element.get(b"Obj") {
            let annotation = self.dictionary(annotation).unwrap();
            if let Ok(action) = annotation.get(b"A") {
                let uri = self.dictionary(action).unwrap().get(b"URI").unwrap();
                let uri = String::from_utf8_lossy(uri.as_str().unwrap()).into_owned();
                self.roles.push(format!("{over}/{uri}"));
                return;
            }
            let place = annotation.get(b"Dest").unwrap();
            let place = match place {
                Object::Reference(id) => self.pdf.get_object(*id).unwrap(),
                place => place,
            };
            let page = place.as_array().unwrap()[0].as_reference().unwrap();
            self.leads.push(self.pages[&page]);
            self.roles.push(format!("{over}/link"));
            return;
        }
        let path = match element.get(b"S").and_then(Object::as_name) {
            Ok(role) => {
                let path = format!("{over}/{}", String::from_utf8_lossy(role));
                self.roles.push(path.clone());
                path
            }
            Err(_) => over.to_owned(),
        };
        match element.get(b"K") {
            Ok(Object::Array(children)) => {
                for child in children {
                    self.walk(child, &path);
                }
            }
            Ok(child) => self.walk(child, &path),
            Err(_) => {}
        }
    }
}

#[test]
fn a_screen_reader_finds_titles_contents_and_tables() {
    let document = bound();
    let begins = begins(&layout(&document, page_of).pages);
    let bytes = write(&document, page_of, None).unwrap();
    let pdf = lopdf::Document::load_mem(&bytes).unwrap();
    let pages = pdf.get_pages();
    let mut tree = Tree {
        pdf: &pdf,
        roles: Vec::new(),
        leads: Vec::new(),
        pages: pages
            .into_iter()
            .map(|(number, id)| (id, usize::try_from(number).unwrap()))
            .collect(),
    };
    let root = pdf.catalog().unwrap().get(b"StructTreeRoot").unwrap();
    tree.walk(root, "");
    let count = |end: &str| tree.roles.iter().filter(|role| role.ends_with(end)).count();
    // The cover's title, the contents', and four parts.
    assert_eq!(count("/H1"), 6, "{:#?}", tree.roles);
    assert_eq!(count("/H2"), 4);
    assert_eq!(count("/TOC/TOCI/Reference/Link"), 4, "{:#?}", tree.roles);
    assert_eq!(count("/Link/link"), 4);
    assert_eq!(tree.leads, begins);
    assert_eq!(count("/Table"), 5);
    assert_eq!(count("/TR/TH"), 4 * 2 + 5);
    let at = |end: &str| tree.roles.iter().position(|role| role.ends_with(end));
    assert!(at("/H1") < at("/TOC") && at("/TOC") < at("/Table"));
}

#[test]
fn addresses_are_links_that_a_screen_reader_finds_too() {
    let document = document(vec![
        paragraph("Mejl imy@imy.se, imy.se."),
        facts(&[("Webb", "https://angenshudvard.example/policy")]),
    ]);
    let bytes = write(&document, page_of, None).unwrap();
    let pdf = lopdf::Document::load_mem(&bytes).unwrap();
    let mut tree = Tree {
        pdf: &pdf,
        roles: Vec::new(),
        leads: Vec::new(),
        pages: BTreeMap::new(),
    };
    let root = pdf.catalog().unwrap().get(b"StructTreeRoot").unwrap();
    tree.walk(root, "");
    let links: Vec<&str> = tree
        .roles
        .iter()
        .filter_map(|role| role.split_once("/Link/"))
        .map(|(_, to)| to)
        .collect();
    assert_eq!(
        links,
        [
            "mailto:imy@imy.se",
            "https://imy.se",
            "https://angenshudvard.example/policy"
        ]
    );
}

/// Bookmarks with what stands under each.
fn bookmarks(pdf: &lopdf::Document, first: Option<&Object>) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    let mut next = first.and_then(|object| object.as_reference().ok());
    while let Some(id) = next {
        let mark = pdf.get_dictionary(id).unwrap();
        let title = lopdf::decode_text_string(mark.get(b"Title").unwrap()).unwrap();
        let under = bookmarks(pdf, mark.get(b"First").ok());
        found.push((title, under.len()));
        next = mark
            .get(b"Next")
            .ok()
            .and_then(|object| object.as_reference().ok());
    }
    found
}

#[test]
fn bookmarks_have_the_headings_under_their_titles() {
    let bytes = write(&bound(), page_of, None).unwrap();
    let pdf = lopdf::Document::load_mem(&bytes).unwrap();
    let outlines = pdf.catalog().unwrap().get(b"Outlines").unwrap();
    let outlines = pdf
        .get_dictionary(outlines.as_reference().unwrap())
        .unwrap();
    let found = bookmarks(&pdf, outlines.get(b"First").ok());
    let mut expected = vec![("Pärm".to_owned(), 0), ("Innehåll".to_owned(), 0)];
    expected.extend(PARTS.map(|part| (part.to_owned(), 1)));
    assert_eq!(found, expected);
}
