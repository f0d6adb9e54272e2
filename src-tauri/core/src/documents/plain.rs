//! Blocks to plain text, for a mail or a message.

use unicode_normalization::UnicodeNormalization;

use super::blocks::{Block, Document, Table, flat};

/// Characters on a line.
const WIDTH: usize = 78;

/// Writes a document as plain text in UTF-8, no line longer than a mail shows, save for words that are.
pub fn write(document: &Document) -> String {
    let mut plain = Plain::default();
    let letterhead = &document.letterhead;
    for lines in [&letterhead.sender, &letterhead.aside, &letterhead.to] {
        plain.part(lines.iter().flat_map(|line| wrapped(line, "", "")));
    }
    for block in &document.blocks {
        plain.block(block);
    }
    plain.0
}

#[derive(Default)]
struct Plain(String);

impl Plain {
    /// Lines with an empty one before them.
    fn part(&mut self, lines: impl IntoIterator<Item = String>) {
        let lines: Vec<String> = lines.into_iter().collect();
        if lines.is_empty() {
            return;
        }
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        for line in lines {
            self.0.push_str(&line);
            self.0.push('\n');
        }
    }

    /// A heading, underlined.
    fn heading(&mut self, text: &str, under: &str) {
        let mut lines = wrapped(text, "", "");
        let longest = lines.iter().map(|line| line.chars().count()).max();
        lines.push(under.repeat(longest.unwrap_or_default().min(WIDTH)));
        self.0.push_str(if self.0.is_empty() { "" } else { "\n" });
        self.part(lines);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Cover(cover) => {
                self.heading(&cover.title, "=");
                self.part(cover.lines.iter().flat_map(|line| wrapped(line, "", "")));
            }
            // A text without pages has no list of them.
            Block::Contents(_) => {}
            Block::Title(text) => self.heading(text, "="),
            Block::Heading { number, text } => match number {
                Some(number) => self.heading(&format!("{number}. {text}"), "-"),
                None => self.heading(text, "-"),
            },
            Block::Subheading(text) => self.part(wrapped(text, "", "")),
            Block::Paragraph(spans) => self.part(wrapped(&flat(spans), "", "")),
            Block::Fine(spans) => self.part(wrapped(&format!("({})", flat(spans)), "", "")),
            Block::List(entries) => {
                self.part(
                    entries
                        .iter()
                        .flat_map(|each| wrapped(&flat(each), "- ", "  ")),
                );
            }
            Block::Steps(entries) => {
                let lines = (1..)
                    .zip(entries)
                    .flat_map(|(number, each)| wrapped(&flat(each), &format!("{number}. "), "   "));
                self.part(lines);
            }
            Block::Facts(facts) => {
                self.part(facts.iter().flat_map(|fact| {
                    wrapped(&format!("{}: {}", fact.label, fact.value), "", "  ")
                }));
            }
            Block::Table(table) => self.table(table),
            Block::Key { heading, key } => {
                self.heading(heading, "-");
                self.part([key.clone()]);
            }
            Block::Web { text, address, .. } => {
                self.part(wrapped(&flat(text), "", ""));
                self.part([address.clone()]);
            }
        }
    }

    /// A row as an entry: its first cell, and under it the others with what they are called.
    fn table(&mut self, table: &Table) {
        for row in table.rows.iter().chain(&table.sum) {
            let mut lines = Vec::new();
            for (index, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                let heading = table.columns.get(index).map(|column| &*column.heading);
                let (first, cell) = match heading {
                    Some(heading) if index > 0 => ("  ", format!("{heading}: {cell}")),
                    _ => ("- ", cell.clone()),
                };
                lines.extend(wrapped(&cell, first, "  "));
            }
            self.part(lines);
        }
    }
}

/// A text in lines, the first and the others begun as said. Its own line breaks are kept.
fn wrapped(text: &str, first: &str, others: &str) -> Vec<String> {
    let text: String = text.nfc().filter(|letter| *letter != '\u{AD}').collect();
    let mut lines = Vec::new();
    for paragraph in text.split(['\n', '\r']) {
        let mut line = if lines.is_empty() { first } else { others }.to_owned();
        let mut is_begun = false;
        let words = paragraph.split(|letter: char| {
            (letter.is_whitespace() && letter != '\u{A0}') || letter.is_control()
        });
        for word in words.filter(|word| !word.is_empty()) {
            if is_begun && line.chars().count() + 1 + word.chars().count() > WIDTH {
                lines.push(std::mem::replace(&mut line, others.to_owned()));
            } else if is_begun {
                line.push(' ');
            }
            line.push_str(word);
            is_begun = true;
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}
