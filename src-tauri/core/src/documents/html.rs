//! Blocks to one HTML file that needs nothing else: no script, no picture, no font from elsewhere.

use super::addresses::{Address, addresses};
use super::blocks::{Align, Block, Document, Span, Table};

/// How it looks: one column, dark where the reader has it so, and on paper as a letter.
const STYLE: &str = include_str!("html.css");

/// Writes a document as HTML.
pub fn write(document: &Document) -> String {
    let Document {
        language,
        title,
        author,
        letterhead,
        blocks,
        ..
    } = document;
    let mut html = Html::default();
    html.raw("<!doctype html>\n<html lang=\"");
    html.raw(language.tag());
    html.raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    html.raw("<meta name=\"author\" content=\"");
    html.text(author);
    html.raw("\">\n");
    html.element("title", title);
    html.raw("<style>\n");
    html.raw(STYLE);
    html.raw("</style>\n</head>\n<body>\n<header>\n");
    html.lines("sender", &letterhead.sender);
    html.lines("aside", &letterhead.aside);
    html.lines("to", &letterhead.to);
    html.raw("</header>\n<main>\n");
    for block in blocks {
        html.block(block);
    }
    html.raw("</main>\n</body>\n</html>\n");
    html.0
}

#[derive(Default)]
struct Html(String);

impl Html {
    fn raw(&mut self, html: &str) {
        self.0.push_str(html);
    }

    /// Text, whatever stands in it. Line breaks are kept.
    fn text(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '&' => self.raw("&amp;"),
                '<' => self.raw("&lt;"),
                '>' => self.raw("&gt;"),
                '"' => self.raw("&quot;"),
                '\'' => self.raw("&#39;"),
                '\u{AD}' => self.raw("&shy;"),
                // What turns or hides text has no place in what people read.
                '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => self.raw("\u{FFFD}"),
                '\n' => self.raw("\n"),
                control if control.is_control() => self.raw(" "),
                character => self.0.push(character),
            }
        }
    }

    fn element(&mut self, name: &str, text: &str) {
        self.raw(&format!("<{name}>"));
        self.text(text);
        self.raw(&format!("</{name}>\n"));
    }

    fn lines(&mut self, class: &str, lines: &[String]) {
        if lines.is_empty() {
            return;
        }
        self.raw(&format!("<p class=\"{class}\">"));
        self.text(&lines.join("\n"));
        self.raw("</p>\n");
    }

    fn spans(&mut self, spans: &[Span]) {
        for span in spans {
            if span.strong {
                self.raw("<strong>");
                self.linked(&span.text);
                self.raw("</strong>");
            } else {
                self.linked(&span.text);
            }
        }
    }

    /// Text whose addresses lead somewhere.
    fn linked(&mut self, text: &str) {
        let mut from = 0;
        for Address { range, target } in addresses(text) {
            self.text(&text[from..range.start]);
            self.raw("<a href=\"");
            self.text(&target);
            self.raw("\">");
            self.text(&text[range.clone()]);
            self.raw("</a>");
            from = range.end;
        }
        self.text(&text[from..]);
    }

    fn list(&mut self, name: &str, entries: &[Vec<Span>]) {
        self.raw(&format!("<{name}>\n"));
        for entry in entries {
            self.raw("<li>");
            self.spans(entry);
            self.raw("</li>\n");
        }
        self.raw(&format!("</{name}>\n"));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Cover(cover) => {
                self.element("h1", &cover.title);
                self.lines("aside", &cover.lines);
            }
            // A page that is scrolled has no numbers to look up.
            Block::Contents(_) => {}
            Block::Title(text) => self.element("h1", text),
            Block::Heading { number, text } => {
                self.raw("<h2>");
                if let Some(number) = number {
                    self.raw(&format!("<span>{number}</span> "));
                }
                self.text(text);
                self.raw("</h2>\n");
            }
            Block::Subheading(text) => self.element("h3", text),
            Block::Paragraph(spans) => {
                self.raw("<p>");
                self.spans(spans);
                self.raw("</p>\n");
            }
            Block::Fine(spans) => {
                self.raw("<p class=\"fine\">");
                self.spans(spans);
                self.raw("</p>\n");
            }
            Block::List(entries) => self.list("ul", entries),
            Block::Steps(entries) => self.list("ol", entries),
            Block::Facts(facts) => {
                self.raw("<table>\n");
                for fact in facts {
                    self.raw("<tr><th scope=\"row\">");
                    self.text(&fact.label);
                    self.raw("</th><td>");
                    self.text(&fact.value);
                    self.raw("</td></tr>\n");
                }
                self.raw("</table>\n");
            }
            Block::Table(table) => self.table(table),
            Block::Key { heading, key } => {
                self.element("h2", heading);
                self.element("p", key);
            }
            Block::Web { text, address, .. } => {
                self.raw("<p>");
                self.spans(text);
                self.raw("</p>\n");
                self.raw("<p>");
                self.linked(address);
                self.raw("</p>\n");
            }
        }
    }

    fn table(&mut self, table: &Table) {
        let class = |index: usize| match table.columns.get(index).map(|column| column.align) {
            Some(Align::End) => " class=\"end\"",
            Some(Align::Start) | None => "",
        };
        self.raw("<div class=\"table\"><table>\n<thead><tr>");
        for (index, column) in table.columns.iter().enumerate() {
            self.raw(&format!("<th scope=\"col\"{}>", class(index)));
            self.text(&column.heading);
            self.raw("</th>");
        }
        self.raw("</tr></thead>\n<tbody>\n");
        for row in table.rows.iter().chain(&table.sum) {
            self.raw("<tr>");
            for (index, cell) in row.iter().enumerate() {
                self.raw(&format!("<td{}>", class(index)));
                self.text(cell);
                self.raw("</td>");
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody>\n</table></div>\n");
    }
}
