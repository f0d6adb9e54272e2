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

/// A template with its values filled in: text in which no value's character is markup.
pub(super) fn fill(template: &str, values: &impl Serialize) -> Result<String, minijinja::Error> {
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
        .template_from_str(&keep_line_ends(template))?
        .render_captured_to(Serde(values), &mut text)?;
    String::from_utf8(text.0)
        .map_err(|_| minijinja::Error::new(ErrorKind::BadSerialization, "not text"))
}

/// A line that a tag ends keeps its end where anything else is said in it: two points of a list would be one.
fn keep_line_ends(template: &str) -> String {
    let mut kept = String::with_capacity(template.len());
    for line in template.split_inclusive('\n') {
        let body = line.trim_end_matches(['\r', '\n']);
        match body.strip_suffix("%}") {
            Some(tag) if !tag.ends_with(['-', '+']) && !is_tags_alone(body) => {
                kept.push_str(tag);
                kept.push_str("+%}");
                kept.push_str(&line[body.len()..]);
            }
            _ => kept.push_str(line),
        }
    }
    kept
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
