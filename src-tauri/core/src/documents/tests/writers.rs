//! Documents as HTML and as plain text.

use super::sample::{self, document, paragraph};
use crate::documents::blocks::{Block, Span};
use crate::documents::{html, plain};

#[test]
fn html_needs_nothing_else_and_runs_nothing() {
    let hostile = "<script>alert(1)</script> <img src=x onerror='x()'> \" & \u{202E}";
    let mut document = sample::policy();
    document.title = hostile.into();
    document.author = hostile.into();
    document.letterhead.sender = vec![hostile.into()];
    document.blocks.extend([
        Block::Title(hostile.into()),
        sample::heading(hostile),
        paragraph(hostile),
        Block::Fine(vec![Span::strong(hostile)]),
        Block::List(vec![vec![Span::plain(hostile)]]),
        sample::facts(&[(hostile, hostile)]),
    ]);
    let html = html::write(&document);
    for never in ["<script", "<img", "<link", "src=", "url(", "\u{202E}"] {
        let shown = html.replace("img src=x onerror", "");
        assert!(!shown.contains(never), "{never}");
    }
    for link in html.split("<a").skip(1) {
        let leads = [" href=\"mailto:", " href=\"https://"];
        assert!(leads.iter().any(|begin| link.starts_with(begin)), "{link}");
    }
    assert_eq!(html.matches("&lt;script&gt;alert(1)").count(), 10);
    assert!(html.starts_with("<!doctype html>\n<html lang=\"sv\">"));
    for part in [
        "<h1>",
        "<h2>",
        "<th scope=\"col\"",
        "<ul>",
        "@media print",
        "prefers-color-scheme",
    ] {
        assert!(html.contains(part), "{part}");
    }
    let count = |tag: &str| html.matches(tag).count();
    for tag in ["h1", "h2", "h3", "p", "ul", "li", "table", "tr", "strong"] {
        let opened = count(&format!("<{tag}>")) + count(&format!("<{tag} "));
        assert_eq!(opened, count(&format!("</{tag}>")), "{tag}");
    }
}

#[test]
fn addresses_in_html_lead_there() {
    let html = html::write(&document(vec![paragraph(
        "Fråga <imy@imy.se>, imy.se/klaga?a=1&b=2.",
    )]));
    assert!(
        html.contains(
            "<p>Fråga &lt;<a href=\"mailto:imy@imy.se\">imy@imy.se</a>&gt;, \
             <a href=\"https://imy.se/klaga?a=1&amp;b=2\">imy.se/klaga?a=1&amp;b=2</a>.</p>"
        ),
        "{html}"
    );
}

#[test]
fn plain_text_is_wrapped_and_loses_nothing() {
    let document = sample::policy();
    let text = plain::write(&document);
    let squeeze = |text: &str| -> String {
        text.chars()
            .filter(|c| !c.is_whitespace() && *c != '\u{AD}')
            .collect()
    };
    for line in text.lines() {
        assert!(line.chars().count() <= 78, "{line}");
        assert_eq!(line, line.trim_end());
    }
    let all = squeeze(&text);
    for block in &document.blocks {
        if let Block::Paragraph(spans) = block {
            for span in spans {
                assert!(all.contains(&squeeze(&span.text)), "{}", span.text);
            }
        }
        if let Block::Table(table) = block {
            for cell in table.rows.iter().flatten() {
                assert!(all.contains(&squeeze(cell)), "{cell}");
            }
        }
    }
    let long = "x".repeat(200);
    let text = plain::write(&self::document(vec![paragraph(&format!("ett {long} två"))]));
    assert_eq!(text, format!("ett\n{long}\ntvå\n"));
}
