//! What the binder says of suppliers: each with what was agreed, item by item, and nothing twice.

use kundbok_core::Language;
use kundbok_core::binder::{self, Key, Section};
use kundbok_core::documents::blocks::{Block, Table};
use kundbok_core::register::Register;

use super::super::Computer;
use super::{facts, full};

fn sections(register: &Register, language: Language) -> Vec<Section> {
    let facts = facts(register, language);
    register
        .read(|connection| binder::sections(connection, &facts, &mut |_| {}))
        .unwrap()
}

fn headings(section: &Section) -> Vec<&str> {
    let blocks = section.blocks.iter();
    blocks
        .filter_map(|block| match block {
            Block::Heading { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

fn of(sections: &[Section], key: Key) -> &Section {
    sections.iter().find(|section| section.key == key).unwrap()
}

/// The blocks under the heading of a supplier.
fn under<'a>(section: &'a Section, name: &str) -> &'a [Block] {
    let is_heading = |block: &Block| matches!(block, Block::Heading { .. });
    let is_its = |block: &Block| matches!(block, Block::Heading { text, .. } if text == name);
    let from = section.blocks.iter().position(is_its).unwrap() + 1;
    let rest = &section.blocks[from..];
    // Headings of its own are smaller ones.
    let others = ["Lilla", "Norrlycka", "Tidboken", "Brevduvan"];
    let is_next = |block: &Block| {
        is_heading(block)
            && matches!(block, Block::Heading { text, .. }
                if others.iter().any(|other| text.starts_with(other)))
    };
    let to = rest.iter().position(is_next).unwrap_or(rest.len());
    &rest[..to]
}

fn tables(blocks: &[Block]) -> Vec<&Table> {
    let blocks = blocks.iter();
    blocks
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
        .collect()
}

fn facts_in(blocks: &[Block]) -> String {
    let mut said = String::new();
    for block in blocks {
        if let Block::Facts(facts) = block {
            for fact in facts {
                said.extend([&fact.label, ": ", &fact.value, "\n"]);
            }
        }
    }
    said
}

#[test]
fn each_supplier_stands_with_what_was_agreed_item_by_item() {
    let computer = Computer::new();
    let register = full(&computer);
    for (language, [missing, owed, needless, newsletter]) in [
        (
            Language::Sv,
            ["Saknas", "Lagen kräver ett", "Behövs inte", "Nyhetsbrev"],
        ),
        (
            Language::Da,
            ["Mangler", "Loven kræver en", "Ikke nødvendig", "Nyhedsbrev"],
        ),
        (
            Language::En,
            ["Missing", "The law demands one", "Not needed", "Newsletter"],
        ),
    ] {
        let sections = sections(&register, language);
        let section = of(&sections, Key::Recipients);

        let dove = under(section, "Brevduvan Inc.");
        let said = facts_in(dove);
        for words in [
            "Maja Lindqvist",
            "Innehavare",
            "Norrlycka Data",
            "Privacy team",
            newsletter,
        ] {
            assert!(said.contains(words), "{language:?}: {words}\n{said}");
        }
        let [subs, terms] = tables(dove)[..] else {
            panic!("{language:?}: {dove:?}");
        };
        assert_eq!(subs.rows.len(), 1);
        assert_eq!(subs.rows[0][0], "Serverhallen Ltd");
        // Written down in Swedish, and read in each language.
        let adequacy = match language {
            Language::Sv => "Beslut om adekvat skyddsnivå",
            Language::Da => "Afgørelse om tilstrækkeligt beskyttelsesniveau",
            Language::En => "An adequacy decision",
        };
        assert_eq!(subs.rows[0][2], adequacy);
        // Thirteen items, of which two were not found.
        let items: Vec<&[String]> = terms
            .rows
            .iter()
            .flat_map(|row| row.chunks(2))
            .filter(|item| !item[0].is_empty())
            .collect();
        assert_eq!(items.len(), 13);
        let lacking: Vec<&str> = items
            .iter()
            .filter(|item| item[1] == missing)
            .map(|item| &item[0][item[0].len() - 3..])
            .collect();
        assert_eq!(lacking, ["(d)", "(h)"]);

        let booking = under(section, "Tidboken i Lillvik AB");
        assert!(facts_in(booking).contains(owed), "{}", facts_in(booking));
        assert!(tables(booking).is_empty());
        // Who answers for itself needs none.
        let carrier = facts_in(under(section, "Norrlycka Paket"));
        assert!(carrier.contains(needless), "{carrier}");
    }
}

#[test]
fn what_has_a_section_of_its_own_stands_in_no_other() {
    let computer = Computer::new();
    let register = full(&computer);
    for language in Language::ALL {
        let sections = sections(&register, language);
        let record = headings(of(&sections, Key::Record));
        for key in [Key::Recipients, Key::Security] {
            let first = headings(of(&sections, key))[0];
            assert!(
                !record.contains(&first),
                "{language:?}: {first} in {record:?}"
            );
        }
        assert_eq!(record.len(), 3, "{record:?}");
    }
}
