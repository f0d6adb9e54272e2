//! Templates to blocks: minijinja fills in the values, `CommonMark` gives the structure.
//!
//! `#` is the title, `##` a heading, `###` a subheading; a paragraph in a block quote is small print;
//! in a table the dashes under the head are the columns' shares of the width, as in Pandoc. Anything
//! else that Markdown knows is an error, HTML above all.

use std::fmt::Write as _;
use std::ops::Range;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use pulldown_cmark::{Alignment, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde::Serialize;

use super::blocks::{Align, Block, Column, Span, Table};

/// A template that cannot be used. It names a place in the template and no value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("template, line {line}: {reason}")]
pub struct TemplateError {
    /// Line from 1: of the template or, when the structure is at fault, of the text filled in.
    pub line: usize,
    /// What is wrong there, in English for whoever writes templates.
    pub reason: String,
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
    let text = fill(template, values).map_err(|error| TemplateError {
        line: error.line().unwrap_or(1),
        reason: match error.detail() {
            Some(detail) => format!("{}: {detail}", error.kind()),
            None => error.kind().to_string(),
        },
    })?;
    Reader::new(&text).read()
}

fn fill(template: &str, values: &impl Serialize) -> Result<String, minijinja::Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    // A line that holds a tag alone leaves no line behind: an empty one would end a table or list.
    let syntax = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .build()?;
    environment.set_syntax(syntax);
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
    environment.set_formatter(|output, _, value| {
        let text = value.to_string();
        let text = if value.is_safe() { text } else { escape(&text) };
        Ok(output.write_str(&text)?)
    });
    environment.render_str(template, Serde(values))
}

/// Every character that may be markup as a numeric reference (`CommonMark` 0.31, 2.5), which is text
/// wherever it stands.
fn escape(text: &str) -> String {
    text.chars().fold(String::new(), |mut escaped, character| {
        if character.is_alphanumeric() {
            escaped.push(character);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(escaped, "&#{};", u32::from(character));
        }
        escaped
    })
}

/// Reads the structure of a text.
struct Reader<'a> {
    text: &'a str,
    events: Vec<(Event<'a>, Range<usize>)>,
    next: usize,
}

type Read<T> = Result<T, TemplateError>;

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        let events = Parser::new_ext(text, Options::ENABLE_TABLES);
        Self {
            text,
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
        let before = self.text.get(..at).unwrap_or_default();
        TemplateError {
            line: before.matches('\n').count() + 1,
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
                }),
            }
        }
        Ok(spans)
    }
}

#[cfg(test)]
mod tests;
