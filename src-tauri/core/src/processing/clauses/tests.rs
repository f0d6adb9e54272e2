use rusqlite::Connection;

use super::*;
use crate::inventory::Purpose;
use crate::processing::activities;
use crate::processing::business::{Business, Country, edit as edit_business};
use crate::processing::policy_text::{self, PolicyFacts};
use crate::store::image;
use crate::{Error, Invalid, Rule};

fn register() -> Connection {
    let connection = image::make().unwrap();
    let text = String::new;
    let business = Business {
        name: "Ängens Hudvård".into(),
        owner_name: "Maja Lindqvist".into(),
        organisation_number: text(),
        street: text(),
        postcode: text(),
        town: text(),
        country: Country::Se,
        phone: "070-174 06 05".into(),
        email: text(),
        website: text(),
    };
    edit_business(&connection, business).unwrap();
    connection
}

fn clauses(connection: &Connection, language: Language) -> Vec<Clause> {
    let activities = activities::all(connection, language).unwrap();
    all(connection, &activities, language).unwrap()
}

fn of(connection: &Connection, name: Name, language: Language) -> Clause {
    clauses(connection, language)
        .into_iter()
        .find(|clause| clause.name == Some(name))
        .unwrap()
}

fn content(heading: &str, text: &str) -> ClauseText {
    ClauseText {
        heading: heading.into(),
        text: text.into(),
    }
}

fn write(connection: &Connection, id: ClauseId, text: &str) -> Result<()> {
    edit(
        connection,
        EditClause {
            id,
            language: Language::Sv,
            content: content("Rubrik", text),
        },
    )
}

fn refusal(result: Result<impl std::fmt::Debug>) -> Invalid {
    match result {
        Err(Error::Invalid(mut fields)) if fields.len() == 1 => fields.remove(0),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_supplied_clause_stands_in_the_register_in_order_and_in_every_language() {
    let connection = register();
    for language in Language::ALL {
        let found = clauses(&connection, language);
        let names: Vec<Name> = found.iter().filter_map(|clause| clause.name).collect();
        assert_eq!(names, Name::ALL);
        for clause in found {
            assert!(!clause.content.heading.is_empty() && !clause.content.text.is_empty());
            assert!(!clause.is_hers && !clause.is_left_out && !clause.is_untranslated);
        }
    }
}

#[test]
fn what_is_done_with_data_decides_which_clauses_are_wanted() {
    let connection = register();
    for (name, purpose) in [
        (Name::Offers, Purpose::Newsletter),
        (Name::Skin, Purpose::SkinAdvice),
        (Name::Photos, Purpose::Photo),
        (Name::Parties, Purpose::Party),
        (Name::Messages, Purpose::Messaging),
    ] {
        assert!(!of(&connection, name, Language::Sv).is_in());
        let id = activities::all(&connection, Language::Sv)
            .unwrap()
            .into_iter()
            .find(|each| each.purpose == Some(purpose))
            .unwrap()
            .id;
        let request = activities::AnswerQuestion { id, answer: true };
        activities::answer(&connection, request).unwrap();
        assert!(of(&connection, name, Language::Sv).is_in());
    }
}

#[test]
fn a_clause_is_rewritten_left_out_moved_and_put_back() {
    let connection = register();
    let before = of(&connection, Name::Security, Language::Sv);
    write(&connection, before.id, "Allt ligger i kassaskåpet.").unwrap();
    let after = of(&connection, Name::Security, Language::Sv);
    assert_eq!(
        after.template(),
        "## Rubrik\n\nAllt ligger i kassaskåpet.\n"
    );
    assert!(after.is_hers && !after.is_untranslated);
    assert!(of(&connection, Name::Security, Language::Da).is_untranslated);

    let left_out = |is_left_out| LeaveOutClause {
        id: before.id,
        is_left_out,
    };
    leave_out(&connection, left_out(true)).unwrap();
    assert!(!of(&connection, Name::Security, Language::Sv).is_in());
    leave_out(&connection, left_out(false)).unwrap();
    revert(&connection, before.id, Language::Sv).unwrap();
    assert_eq!(of(&connection, Name::Security, Language::Sv), before);

    let first = of(&connection, Name::Controller, Language::Sv);
    move_to(
        &connection,
        MoveClause {
            id: before.id,
            before: Some(first.id),
        },
    )
    .unwrap();
    let order: Vec<_> = clauses(&connection, Language::Sv)
        .into_iter()
        .take(3)
        .filter_map(|clause| clause.name)
        .collect();
    assert_eq!(order, [Name::Opening, Name::Security, Name::Controller]);
}

#[test]
fn the_opening_stays_where_it_is() {
    let connection = register();
    let opening = of(&connection, Name::Opening, Language::Sv).id;
    let other = of(&connection, Name::Data, Language::Sv).id;
    let move_before = |id, before| {
        let before = Some(before);
        move_to(&connection, MoveClause { id, before })
    };
    assert!(matches!(
        move_before(opening, other),
        Err(Error::NotAllowed)
    ));
    assert!(matches!(
        move_before(other, opening),
        Err(Error::NotAllowed)
    ));
    let request = LeaveOutClause {
        id: opening,
        is_left_out: true,
    };
    assert!(matches!(
        leave_out(&connection, request),
        Err(Error::NotAllowed)
    ));
    write(&connection, opening, "Hej {{ business.owner }}.").unwrap();
    assert!(
        of(&connection, Name::Opening, Language::Sv)
            .template()
            .starts_with("# Rubrik\n")
    );
}

#[test]
fn one_of_her_own_is_added_and_removed() {
    let connection = register();
    let request = AddClause {
        language: Language::Da,
        content: content("Min hund", "Den bider ikke."),
    };
    let id = add(&connection, request).unwrap();
    let last = clauses(&connection, Language::Sv).pop().unwrap();
    assert_eq!((last.id, last.name), (id, None));
    assert!(last.is_in() && last.is_hers && last.is_untranslated);
    assert_eq!(last.content.heading, "Min hund");
    assert!(matches!(
        revert(&connection, id, Language::Da),
        Err(Error::NotAllowed)
    ));
    remove(&connection, id).unwrap();
    assert_eq!(store::clause::texts(&connection).unwrap().len(), 0);
    let supplied = of(&connection, Name::Must, Language::Sv).id;
    assert!(matches!(
        remove(&connection, supplied),
        Err(Error::NotAllowed)
    ));
}

#[test]
fn what_cannot_be_printed_is_refused_with_its_line_and_the_last_good_text_stays() {
    let connection = register();
    let id = of(&connection, Name::Security, Language::Sv).id;
    write(&connection, id, "Gott så.").unwrap();
    for (text, line, rule) in [
        ("Hej\n{{ business.naem }}", 2, Rule::TemplateVariable),
        ("{% if uses %}hej", 1, Rule::TemplateSyntax),
        ("Hej\n\n{{ business", 3, Rule::TemplateSyntax),
        (
            "Hej\n\n<script>alert(1)</script>",
            3,
            Rule::TemplateStructure,
        ),
        ("Hej <b>du</b>", 1, Rule::TemplateStructure),
        ("# Titel", 1, Rule::TemplateStructure),
        (
            "{% for a in range(9) %}a{% endfor %}{{ 2 * 2 }}",
            1,
            Rule::TemplateEndless,
        ),
        ("hej\n{% set x = business %}", 2, Rule::TemplateEndless),
        (
            "{% macro m() %}{{ m() }}{% endmacro %}",
            1,
            Rule::TemplateEndless,
        ),
        (
            "hej\n{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}",
            2,
            Rule::TemplateEndless,
        ),
        ("{% include 'a' %}", 1, Rule::TemplateEndless),
        // The line is that of what she wrote, however many lines it becomes.
        (
            "{% for use in uses %}\n- {{ use }}\n{% endfor %}\n\nhej <b>du</b>",
            5,
            Rule::TemplateStructure,
        ),
        (
            "{% if uses %}\nja\n{% endif %}\n\nmer\n\n## En till",
            7,
            Rule::TemplateStructure,
        ),
        (
            "{% if\n uses %}ja{% endif %}\n\nRubrik\n======",
            4,
            Rule::TemplateStructure,
        ),
        ("hej\n{{ \"}}\" * 50000000 }}", 2, Rule::TemplateEndless),
        (
            "{% if \"%}\" * 9 == '' %}a{% endif %}",
            1,
            Rule::TemplateEndless,
        ),
        (
            &format!("{{{{ uses{} }}}}", ".a".repeat(200)),
            1,
            Rule::TemplateEndless,
        ),
        (
            &format!(
                "{{% if uses %}}{}{{% endif %}}",
                "{% elif uses %}".repeat(60)
            ),
            1,
            Rule::TemplateEndless,
        ),
    ] {
        let refused = refusal(write(&connection, id, text));
        assert_eq!(
            refused,
            Invalid::new(format!("content.text.{line}"), rule),
            "{text}"
        );
        let kept = of(&connection, Name::Security, Language::Sv);
        assert_eq!(kept.content.text, "Gott så.");
    }
    let mut request = EditClause {
        id,
        language: Language::Sv,
        content: content("{{ nobody }}", "Hej."),
    };
    assert_eq!(
        refusal(edit(&connection, request.clone())),
        Invalid::new("content.heading", Rule::TemplateVariable)
    );
    request.content = content("Två\nrader", "Hej.");
    edit(&connection, request.clone()).unwrap();
    let kept = of(&connection, Name::Security, Language::Sv);
    assert_eq!(kept.content.heading, "Två rader");
    request.content = content("", "Hej.");
    assert_eq!(
        refusal(edit(&connection, request)),
        Invalid::new("content.heading", Rule::Required)
    );
}

#[test]
fn a_clause_that_can_no_longer_be_printed_gives_way_to_the_supplied_one() {
    let connection = register();
    let id = of(&connection, Name::Offers, Language::Sv).id;
    let newsletter = activities::all(&connection, Language::Sv)
        .unwrap()
        .into_iter()
        .find(|each| each.purpose == Some(Purpose::Newsletter))
        .unwrap()
        .id;
    let answer = |answer| {
        let request = activities::AnswerQuestion {
            id: newsletter,
            answer,
        };
        activities::answer(&connection, request).unwrap();
    };
    answer(true);
    let security = of(&connection, Name::Security, Language::Sv).id;
    // There while mail is in use, and gone with it.
    write(
        &connection,
        security,
        "{% if not online %}{{ gone }}{% endif %}Kassaskåp.",
    )
    .unwrap();
    write(&connection, id, "Sms ibland.").unwrap();
    let told = |connection: &Connection| {
        let facts = PolicyFacts::read(connection, Language::Sv).unwrap();
        let clauses = all(connection, &facts.activities, Language::Sv).unwrap();
        let told = policy_text::compose(&facts, &clauses, Language::Sv);
        format!("{:?}", told.unwrap())
    };
    assert!(told(&connection).contains("Kassaskåp"));
    answer(false);
    let after = told(&connection);
    assert!(
        !after.contains("Kassaskåp") && after.contains("krypterat"),
        "{after}"
    );
}

#[test]
fn fifty_thousand_characters_are_taken_and_not_one_more() {
    let connection = register();
    let id = of(&connection, Name::Security, Language::Sv).id;
    let text = "Hudvård är roligt. ".repeat(2_632);
    let mut text: String = text.chars().take(49_999).collect();
    text.push('.');
    write(&connection, id, &text).unwrap();
    let kept = of(&connection, Name::Security, Language::Sv);
    assert_eq!(kept.content.text, text);
    text.push('.');
    assert_eq!(
        refusal(write(&connection, id, &text)),
        Invalid::new("content.text", Rule::TooLong)
    );
}
