//! Fills in a template, within bounds.

use std::fmt::Write as _;
use std::io;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, ErrorKind, UndefinedBehavior};
use serde::Serialize;

/// Steps that a template may take: the longest supplied one takes some hundreds, and some for each
/// recipient and use.
const STEPS_MAX: usize = 20_000;
/// Bytes that a template may move: a step moves the template's whole text at most.
const MOVED_MAX: usize = 64 << 20;
/// Bytes that a template may become.
const OUTPUT_MAX: usize = 1 << 20;

/// Takes so much and no more: a template of a few steps may write the same text over and over.
struct Limited(Vec<u8>);

impl io::Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > OUTPUT_MAX {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A template with its values filled in.
pub(super) struct Filled {
    /// Text in which no value's character is markup.
    pub text: String,
    /// Where in it lines of the template end (bytes), each with its number from 1.
    ends: Vec<(usize, usize)>,
}

impl Filled {
    fn of(numbered: &str) -> Self {
        let mut filled = Self {
            text: String::with_capacity(numbered.len()),
            ends: Vec::new(),
        };
        let mut parts = numbered.split(LINE[0]);
        filled.text.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let line = part.split_once(LINE[1]);
            if let Some((line, rest)) =
                line.and_then(|(line, rest)| Some((line.parse().ok()?, rest)))
            {
                filled.ends.push((filled.text.len(), line));
                filled.text.push_str(rest);
            } else {
                filled.text.push_str(part);
            }
        }
        filled
    }

    /// The line of the template that wrote what stands at a byte of the text.
    pub fn line_at(&self, at: usize) -> usize {
        let line = self.ends.iter().find(|(end, _)| *end >= at);
        line.or(self.ends.last()).map_or(1, |(_, line)| *line)
    }
}

/// Fills in a template.
pub(super) fn fill(template: &str, values: &impl Serialize) -> Result<Filled, minijinja::Error> {
    let mut environment = Environment::new();
    let steps = STEPS_MAX.min(MOVED_MAX / template.len().max(1));
    environment.set_fuel(Some(steps as u64));
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    // A line that holds tags alone leaves no line behind: an empty one would end a table or list.
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
    let mut text = Limited(Vec::new());
    environment
        .template_from_str(&number_lines(template))?
        .render_captured_to(Serde(values), &mut text)?;
    let text = String::from_utf8(text.0)
        .map_err(|_| minijinja::Error::new(ErrorKind::BadSerialization, "not text"))?;
    Ok(Filled::of(&text))
}

/// Stands round the number of a line at its end, in no text that people write (Unicode 23.5, private use).
const LINE: [char; 2] = ['\u{F8FE}', '\u{F8FF}'];

/// Has each line that says something say its number at its end. A line that a tag ends keeps that end so: two
/// points of a list would be one.
fn number_lines(template: &str) -> String {
    let mut numbered = String::with_capacity(template.len() + template.len() / 8);
    let mut tag = None;
    for (line, text) in (1..).zip(template.split_inclusive('\n')) {
        let body = text.trim_end_matches(['\r', '\n']);
        tag = open_tag(body, tag);
        numbered.push_str(body);
        let is_trimmed = body.ends_with("-%}") || body.ends_with("-}}");
        if tag.is_none() && !is_trimmed && !is_tags_alone(body) {
            // Writing to a string cannot fail.
            let _ = write!(numbered, "{}{line}{}", LINE[0], LINE[1]);
        }
        numbered.push_str(text.get(body.len()..).unwrap_or_default());
    }
    numbered
}

/// What ends the tag that is open after a line, if one is; `before` it likewise.
fn open_tag(line: &str, before: Option<&'static str>) -> Option<&'static str> {
    const TAGS: [(&str, &str); 3] = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")];
    let (mut tag, mut rest) = (before, line);
    loop {
        if let Some(end) = tag {
            let Some((_, after)) = rest.split_once(end) else {
                return tag;
            };
            (tag, rest) = (None, after);
        } else {
            let opened = TAGS
                .iter()
                .filter_map(|(begin, end)| Some((rest.find(begin)?, end)));
            let (at, end) = opened.min()?;
            rest = rest.get(at + 2..).unwrap_or_default();
            tag = Some(end);
        }
        if rest.is_empty() {
            return tag;
        }
    }
}

fn is_tags_alone(line: &str) -> bool {
    let mut rest = line.trim();
    while let Some((_, after)) = rest.strip_prefix("{%").and_then(|tag| tag.split_once("%}")) {
        rest = after.trim_start();
    }
    rest.is_empty()
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
