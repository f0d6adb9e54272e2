//! Templates to blocks: minijinja fills in the values, `CommonMark` gives the structure.
//!
//! `#` is the title, `##` a heading, `###` a subheading; a paragraph in a block quote is small print;
//! in a table the dashes under the head are the columns' shares of the width, as in Pandoc, and one of
//! two columns under an empty head is labels with their values. Anything
//! else that Markdown knows is an error, HTML above all.

mod filling;

use std::ops::Range;

use minijinja::ErrorKind;
use pulldown_cmark::{Alignment, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde::Serialize;

use self::filling::{Filled, fill};
use super::blocks::{Align, Block, Column, Fact, Span, Table};

/// A template that cannot be used. It names a place in the template and no value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("template, line {line}: {reason}")]
pub struct TemplateError {
    /// Line of the template, from 1.
    pub line: usize,
    /// What kind of fault it is.
    pub fault: Fault,
    /// What is wrong there, in English for whoever writes templates.
    pub reason: String,
}

/// A kind of fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not written as a template.
    Syntax,
    /// It speaks of a value that there is not, or uses one as what it is not.
    UnknownVariable,
    /// It would never end, or grow without end.
    Endless,
    /// HTML, or structure that documents lack.
    Structure,
}

impl From<TemplateError> for crate::Error {
    fn from(_: TemplateError) -> Self {
        Self::Internal("template")
    }
}

/// Fills in a template and reads its structure. Values stand in the text exactly as they are: no
/// character in them is markup.
///
/// # Errors
/// [`TemplateError`] for broken syntax, an unknown variable, or structure that documents lack.
pub fn render(template: &str, values: &impl Serialize) -> Result<Vec<Block>, TemplateError> {
    read(template, values, false)
}

/// As [`render`], for what is one clause: another title or heading after the first would be another clause,
/// or another document.
///
/// # Errors
/// As [`render`].
pub fn render_clause(template: &str, values: &impl Serialize) -> Result<Vec<Block>, TemplateError> {
    read(template, values, true)
}

fn read(
    template: &str,
    values: &impl Serialize,
    is_clause: bool,
) -> Result<Vec<Block>, TemplateError> {
    let filled = fill(template, values).map_err(|error| TemplateError {
        line: error.line().unwrap_or(1),
        fault: match error.kind() {
            ErrorKind::SyntaxError => Fault::Syntax,
            ErrorKind::OutOfFuel | ErrorKind::WriteFailure => Fault::Endless,
            _ => Fault::UnknownVariable,
        },
        reason: match error.detail() {
            Some(detail) => format!("{}: {detail}", error.kind()),
            None => error.kind().to_string(),
        },
    })?;
    Reader::new(&filled, is_clause).read()
}

/// Whether a template does nothing but fill in values, choose and list. What people write may not do more:
/// with arithmetic and variables of its own a few lines fill the computer's memory.
///
/// # Errors
/// [`TemplateError`] at the first thing that does more.
pub fn expect_simple(template: &str) -> Result<(), TemplateError> {
    const STATEMENTS: [&str; 6] = ["if", "elif", "else", "endif", "for", "endfor"];
    const OPERATORS: [char; 6] = ['*', '~', '+', '|', '%', '/'];
    /// Bytes within a tag.
    const TAG_MAX: usize = 300;
    /// Each nests within the one before it.
    const BRANCHES_MAX: usize = 50;
    let mut branches = 0;
    let mut rest = template;
    while let Some(begin) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        let (before, tag) = rest.split_at(begin);
        let (is_statement, end) = if tag.starts_with("{%") {
            (true, "%}")
        } else {
            (false, "}}")
        };
        let inside = tag.get(2..).unwrap_or_default();
        let length = inside.find(end).unwrap_or(inside.len());
        let said = inside.get(..length).unwrap_or_default();
        let word = said.trim_matches(['-', '+', ' ']).split_whitespace().next();
        // A brace within quotes would end the tag here and not there; a long tag nests deeply.
        let quotes = said.matches(['"', '\'']).count();
        let is_plain = quotes % 2 == 0 && said.len() <= TAG_MAX;
        branches += usize::from(word == Some("elif"));
        let is_known = is_plain
            && branches <= BRANCHES_MAX
            && (!is_statement || word.is_some_and(|word| STATEMENTS.contains(&word)));
        if !is_known || said.contains(OPERATORS) {
            let line = template.len() - rest.len() + before.len();
            return Err(TemplateError {
                line: template
                    .get(..line)
                    .unwrap_or_default()
                    .matches('\n')
                    .count()
                    + 1,
                fault: Fault::Endless,
                reason: "more than values, choices and lists".to_owned(),
            });
        }
        rest = inside.get(length..).unwrap_or_default();
    }
    Ok(())
}

/// Reads the structure of a text.
struct Reader<'a> {
    filled: &'a Filled,
    text: &'a str,
    is_clause: bool,
    events: Vec<(Event<'a>, Range<usize>)>,
    next: usize,
}

type Read<T> = Result<T, TemplateError>;

impl<'a> Reader<'a> {
    fn new(filled: &'a Filled, is_clause: bool) -> Self {
        let text = filled.text.as_str();
        let events = Parser::new_ext(text, Options::ENABLE_TABLES);
        Self {
            filled,
            text,
            is_clause,
            events: events.into_offset_iter().collect(),
            next: 0,
        }
    }

    fn step(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        let step = self.events.get(self.next).cloned();
        self.next += 1;
        step
    }

    fn fault(&self, at: usize, reason: &str) -> TemplateError {
        TemplateError {
            line: self.filled.line_at(at),
            fault: Fault::Structure,
            reason: reason.to_owned(),
        }
    }

    fn read(mut self) -> Read<Vec<Block>> {
        let mut blocks = Vec::new();
        while let Some((event, range)) = self.step() {
            let at = range.start;
            let Event::Start(tag) = event else {
                return Err(self.fault(at, "not a paragraph, heading, list, table or quote"));
            };
            let block = match tag {
                Tag::Heading { level, .. } => self.heading(level, at)?,
                Tag::Paragraph => Block::Paragraph(self.spans(TagEnd::Paragraph)?),
                Tag::BlockQuote(_) => {
                    for spans in self.paragraphs()? {
                        blocks.push(Block::Fine(spans));
                    }
                    continue;
                }
                Tag::List(None) => Block::List(self.entries()?),
                Tag::List(Some(_)) => Block::Steps(self.entries()?),
                Tag::Table(alignments) => self.table(&alignments, range)?,
                _ => return Err(self.fault(at, "not a paragraph, heading, list, table or quote")),
            };
            let is_heading = matches!(block, Block::Title(_) | Block::Heading { .. });
            if self.is_clause && is_heading && !blocks.is_empty() {
                return Err(self.fault(at, "a heading of another clause"));
            }
            blocks.push(block);
        }
        Ok(blocks)
    }

    fn heading(&mut self, level: HeadingLevel, at: usize) -> Read<Block> {
        let text = self.plain(TagEnd::Heading(level))?;
        match level {
            HeadingLevel::H1 => Ok(Block::Title(text)),
            HeadingLevel::H2 => Ok(Block::Heading { number: None, text }),
            HeadingLevel::H3 => Ok(Block::Subheading(text)),
            _ => Err(self.fault(at, "a heading of the fourth order or lower")),
        }
    }

    /// The paragraphs to the end of a quote.
    fn paragraphs(&mut self) -> Read<Vec<Vec<Span>>> {
        let mut paragraphs = Vec::new();
        while let Some((event, range)) = self.step() {
            match event {
                Event::Start(Tag::Paragraph) => paragraphs.push(self.spans(TagEnd::Paragraph)?),
                Event::End(TagEnd::BlockQuote(_)) => break,
                _ => return Err(self.fault(range.start, "only paragraphs stand in a quote")),
            }
        }
        Ok(paragraphs)
    }

    /// The entries to the end of a list, each one paragraph.
    fn entries(&mut self) -> Read<Vec<Vec<Span>>> {
        let mut entries = Vec::new();
        while let Some((event, range)) = self.step() {
            match event {
                Event::Start(Tag::Item) => entries.push(self.spans(TagEnd::Item)?),
                Event::End(TagEnd::List(_)) => break,
                _ => return Err(self.fault(range.start, "not an entry of a list")),
            }
        }
        Ok(entries)
    }

    fn table(&mut self, alignments: &[Alignment], range: Range<usize>) -> Read<Block> {
        let source = self.text.get(range).unwrap_or_default();
        let dashes = source.lines().nth(1).unwrap_or_default();
        let dashes = dashes.trim().trim_matches('|').split('|');
        let shares: Vec<u8> = dashes
            .map(|cell| u8::try_from(cell.matches('-').count()).unwrap_or(u8::MAX))
            .collect();
        let mut rows: Vec<Vec<String>> = Vec::new();
        while let Some((event, range)) = self.step() {
            match event {
                Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
                Event::Start(Tag::TableCell) => {
                    let cell = self.plain(TagEnd::TableCell)?;
                    if let Some(row) = rows.last_mut() {
                        row.push(cell);
                    }
                }
                Event::End(TagEnd::TableHead | TagEnd::TableRow) => {}
                Event::End(TagEnd::Table) => break,
                _ => return Err(self.fault(range.start, "not a row of a table")),
            }
        }
        let mut rows = rows.into_iter();
        let headings = rows.next().unwrap_or_default();
        if headings.len() == 2 && headings.iter().all(String::is_empty) {
            let facts = rows.map(|mut row| Fact {
                value: row.pop().unwrap_or_default(),
                label: row.pop().unwrap_or_default(),
            });
            return Ok(Block::Facts(facts.collect()));
        }
        let columns = headings
            .into_iter()
            .zip(alignments)
            .zip(shares)
            .map(|((heading, alignment), share)| {
                let (align, share) = match alignment {
                    Alignment::Right => (Align::End, None),
                    _ => (Align::Start, Some(share)),
                };
                Column {
                    heading,
                    align,
                    share,
                }
            })
            .collect();
        Ok(Block::Table(Table {
            columns,
            rows: rows.collect(),
            sum: None,
        }))
    }

    /// The text to `end`, in one weight.
    fn plain(&mut self, end: TagEnd) -> Read<String> {
        let spans = self.spans(end)?;
        Ok(spans.into_iter().map(|span| span.text).collect())
    }

    /// The text to `end`. A paragraph within it (in a list with space between entries) is itself.
    fn spans(&mut self, end: TagEnd) -> Read<Vec<Span>> {
        let mut spans: Vec<Span> = Vec::new();
        let mut strong = false;
        let mut paragraphs = 0;
        while let Some((event, range)) = self.step() {
            let text = match event {
                Event::End(tag) if tag == end => break,
                Event::Start(Tag::Strong) => {
                    strong = true;
                    continue;
                }
                Event::End(TagEnd::Strong) => {
                    strong = false;
                    continue;
                }
                Event::Start(Tag::Paragraph) if paragraphs == 0 => {
                    paragraphs += 1;
                    continue;
                }
                Event::End(TagEnd::Paragraph) => continue,
                Event::Text(text) => text,
                Event::SoftBreak => " ".into(),
                Event::HardBreak => "\n".into(),
                Event::Html(_) | Event::InlineHtml(_) => {
                    return Err(self.fault(range.start, "HTML"));
                }
                _ => return Err(self.fault(range.start, "not text or strong text")),
            };
            match spans.last_mut() {
                Some(last) if last.strong == strong => last.text.push_str(&text),
                _ => spans.push(Span {
                    text: text.into_string(),
                    strong,
                    change: None,
                }),
            }
        }
        Ok(spans)
    }
}

#[cfg(test)]
mod tests;
