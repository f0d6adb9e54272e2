use minijinja::context;
use proptest::prelude::*;

use super::*;

fn blocks(template: &str) -> Vec<Block> {
    render(template, &context! {}).unwrap()
}

fn fault(template: &str) -> (usize, String) {
    let error = render(template, &context! { name => "Maja" }).unwrap_err();
    (error.line, error.reason)
}

fn heading(text: &str) -> Block {
    Block::Heading {
        number: None,
        text: text.to_owned(),
    }
}

#[test]
fn a_point_that_a_tag_ends_is_a_point_of_its_own() {
    let listed = |template: &str| render(template, &context! { of => ["a", "b"] }).unwrap();
    let points = Block::List(vec![
        vec![Span::plain("a, first or not.")],
        vec![Span::plain("b, first or not.")],
    ]);
    for end in ["\n", "\r\n"] {
        let template = [
            "{% for one in of %}",
            "- {{ one }}, {% if one %}first{% endif %} or not{% if one %}.{% endif %}",
            "{% if not one %}{% endif %}",
            "{% endfor %}",
            "After.{% if of %}",
            "",
            "> Fine.{% endif %}",
        ];
        let expected = [
            points.clone(),
            Block::Paragraph(vec![Span::plain("After.")]),
            Block::Fine(vec![Span::plain("Fine.")]),
        ];
        // A list is ended by an empty line.
        let template = template.join(end).replace("After", &format!("{end}After"));
        assert_eq!(listed(&template), expected);
    }
}

#[test]
fn markdown_becomes_blocks() {
    let text = "# Titel\n\nEn rad\noch en till, **starkt** sagt.\n\n## Rubrik\n\n### Under\n\n\
                - ett\n- två **tre**\n\n1. först\n2. sen\n\n> Litet.\n>\n> Mindre.\n";
    assert_eq!(
        blocks(text),
        [
            Block::Title("Titel".into()),
            Block::Paragraph(vec![
                Span::plain("En rad och en till, "),
                Span::strong("starkt"),
                Span::plain(" sagt."),
            ]),
            heading("Rubrik"),
            Block::Subheading("Under".into()),
            Block::List(vec![
                vec![Span::plain("ett")],
                vec![Span::plain("två "), Span::strong("tre")],
            ]),
            Block::Steps(vec![vec![Span::plain("först")], vec![Span::plain("sen")]]),
            Block::Fine(vec![Span::plain("Litet.")]),
            Block::Fine(vec![Span::plain("Mindre.")]),
        ]
    );
}

#[test]
fn a_table_has_the_shares_of_its_dashes() {
    let found = blocks("| Vad | När | Summa |\n|------|---|---:|\n| Köp | igår | 12 |\n");
    let [Block::Table(table)] = found.as_slice() else {
        panic!("{found:?}");
    };
    let columns: Vec<_> = table
        .columns
        .iter()
        .map(|column| (column.heading.as_str(), column.align, column.share))
        .collect();
    assert_eq!(
        columns,
        [
            ("Vad", Align::Start, Some(6)),
            ("När", Align::Start, Some(3)),
            ("Summa", Align::End, None)
        ]
    );
    assert_eq!(table.rows, [["Köp", "igår", "12"]]);
}

#[test]
fn what_a_template_may_not_hold_is_named_with_its_line() {
    for (template, line, reason) in [
        ("Hej\n\n{{ nmae }}", 3, "undefined value"),
        ("Hej\n{% if nmae %}du{% endif %}", 2, "undefined value"),
        ("Hej\n{% if name %}du", 2, "syntax error"),
        ("Hej\n\n{{ name", 3, "syntax error"),
        ("Hej\n\n<div>du</div>", 3, "not a paragraph"),
        ("Hej\n<b>du</b>", 2, "HTML"),
        ("Hej\n\n![](bild.png)", 3, "not text"),
        ("Hej [du](https://exempel.se)", 1, "not text"),
        ("Hej `du`", 1, "not text"),
        ("Hej *du*", 1, "not text"),
        ("Hej\n\n---\n", 3, "not a paragraph"),
        ("#### Hej", 1, "a heading"),
        ("- hej\n  - du", 2, "not text"),
        ("> - hej", 1, "only paragraphs"),
        ("\n\n    hej", 3, "not a paragraph"),
    ] {
        let (found, why) = fault(template);
        assert_eq!(found, line, "{template:?}: {why}");
        assert!(why.starts_with(reason), "{template:?}: {why}");
    }
}

#[test]
fn a_fault_tells_no_value() {
    let error = render("{{ name + 1 }}", &context! { name => "Maja Lindqvist" }).unwrap_err();
    assert!(!error.to_string().contains("Maja"), "{error}");
}

fn shown(value: &str) -> Vec<Block> {
    let template = "## {{ name }}\n\n{{ name }}\n\n- {{ name }}\n\n> {{ name }}\n\n\
                    | a | b |\n|---|---|\n| {{ name }} | {{ name }} |\n";
    render(template, &context! { name => value }).unwrap()
}

fn expected(value: &str) -> Vec<Block> {
    let column = |heading: &str| Column {
        heading: heading.to_owned(),
        align: Align::Start,
        share: Some(3),
    };
    let spans = || vec![Span::plain(value)];
    vec![
        heading(value),
        Block::Paragraph(spans()),
        Block::List(vec![spans()]),
        Block::Fine(spans()),
        Block::Table(Table {
            columns: vec![column("a"), column("b")],
            rows: vec![vec![value.to_owned(); 2]],
            sum: None,
        }),
    ]
}

#[test]
fn values_are_shown_as_they_are() {
    for value in [
        "*Maja*",
        "**Maja** _Lindqvist_",
        "# Maja",
        "<script>alert('hej')</script>",
        "a | b || c",
        "[du](https://exempel.se) ![x](y)",
        "`kod` ```",
        "1. ett\n2. två",
        "rad\n\n\n# rubrik\r\n- lista\n> citat",
        "  inledande och avslutande  ",
        "&amp; &#42; &copy;",
        "{{ name }} {% raw %} {# ",
        "\\* \\",
        "---\n===\n***",
        "A\u{308} å 日本 \u{1F600}\u{200D}",
        "Maja~~ ^2^ $x$ https://exempel.se",
    ] {
        assert_eq!(shown(value), expected(value), "{value:?}");
    }
}

proptest! {
    /// Numeric references to NUL and to lone surrogates are the only ones that change.
    #[test]
    fn any_value_is_shown_as_it_is(value in "[^\0]{1,40}") {
        prop_assert_eq!(shown(&value), expected(&value));
    }
}
