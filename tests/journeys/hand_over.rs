//! Handing over one's data: everything about her, nothing about anyone else. Both are proved from
//! the schema of the database and the rows in it, not from a list of fields.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use kundbok_core::customers::CustomerId;
use kundbok_core::register::{Action, Change, Connection, Register};
use kundbok_core::requests::handover::{self, Copy, HandOver, PrepareHandOver};
use kundbok_core::vault::RegisterFolder;
use kundbok_core::words::Words;
use kundbok_core::{Language, contacts, processing::policy};
use kundbok_tests::sample;

use super::{pdf_text, squeezed};

/// A stored value with where it stands.
type Values = BTreeMap<String, BTreeSet<String>>;

/// The columns of a table that point at other tables, and those that identify its rows.
fn keys(connection: &Connection, table: &str) -> (BTreeMap<String, String>, BTreeSet<String>) {
    let mut select = connection
        .prepare(&format!(
            "SELECT \"from\", \"table\" FROM pragma_foreign_key_list('{table}')"
        ))
        .unwrap();
    let references = select
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let mut select = connection
        .prepare(&format!(
            "SELECT name FROM pragma_table_info('{table}') WHERE pk > 0 OR name = 'position'"
        ))
        .unwrap();
    let identify = select
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    (references, identify)
}

/// Everything stored about a customer: every table from which foreign keys lead to her row.
fn stored(connection: &Connection, customer: CustomerId) -> Values {
    let mut select = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        .unwrap();
    let tables: Vec<String> = select
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let mut values = Values::new();
    for table in tables {
        let (references, identify) = keys(connection, &table);
        let condition = if table == "customer" {
            format!("id = {}", customer.0)
        } else if let Some((column, _)) = references.iter().find(|(_, to)| *to == "customer") {
            format!("{column} = {}", customer.0)
        } else if let Some((column, to)) = references.iter().find(|(_, to)| {
            keys(connection, to)
                .0
                .values()
                .any(|table| table == "customer")
        }) {
            format!(
                "{column} IN (SELECT id FROM {to} WHERE customer_id = {})",
                customer.0
            )
        } else {
            continue;
        };
        let mut select = connection
            .prepare(&format!("SELECT * FROM {table} WHERE {condition}"))
            .unwrap();
        let columns: Vec<String> = select.column_names().map(str::to_owned).collect();
        let mut rows = select.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for (index, column) in columns.iter().enumerate() {
                let points_at_a_row = references
                    .get(column)
                    .is_some_and(|to| to != "policy_version");
                if identify.contains(column) || points_at_a_row {
                    continue;
                }
                let value = row
                    .get::<_, Option<String>>(index)
                    .or_else(|_| {
                        row.get::<_, i64>(index)
                            .map(|number| Some(number.to_string()))
                    })
                    .unwrap()
                    .filter(|value| !value.is_empty());
                values
                    .entry(format!("{table}.{column}"))
                    .or_default()
                    .extend(value);
            }
        }
    }
    values
}

/// The ways in which a document may write a value.
fn written(value: &str, words: &Words) -> Vec<String> {
    let mut forms = vec![value.to_owned()];
    let day = value.get(..10).and_then(|day| day.parse().ok());
    forms.extend(day.map(|day| words.day(day)));
    if let Some(birthday) = kundbok_core::customers::Birthday::from_text(value) {
        forms.push(words.birthday(birthday).unwrap());
    }
    if let Some(national) = value.strip_prefix("+46") {
        forms.push(format!("0{national}"));
    }
    if let Ok(number) = value.parse::<i64>() {
        forms.push(format!("{},{:02}", number / 100, number % 100));
        forms.push(if number == 0 { "nej" } else { "ja" }.to_owned());
    }
    if value == "SEK" {
        forms.push("kr".to_owned());
    }
    for list in ["language", "source", "label", "channel", "action"] {
        forms.extend(words.get(&format!("value-{list}-{value}")));
    }
    forms
}

struct Scene {
    _root: tempfile::TempDir,
    register: Register,
    elin: CustomerId,
}

impl Scene {
    /// The sample register, with something about Elin in every table.
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let folder = RegisterFolder::at(root.path().join("register"));
        let (mut register, _) = sample::make(&folder, &root.path().join("local")).unwrap();
        let now = sample::evening_of(sample::LAST_DAY);
        let elin = register
            .list(&kundbok_core::customers::ListCustomers {
                query: "Elin Bergdahl".to_owned(),
                sort: kundbok_core::customers::Sort::Name,
                offset: 0,
                limit: 1,
                place_of: None,
            })
            .rows[0]
            .id;
        register
            .write(now, Action::GivePolicy, |connection| {
                let version = policy::adopt(connection, sample::LAST_DAY)?.version;
                let request = policy::GivePolicy {
                    customer_id: elin,
                    version,
                    given_on: sample::LAST_DAY,
                    channel: contacts::Channel::Letter,
                };
                policy::give(connection, now, &request)?;
                Ok(Change::of(elin, ()))
            })
            .unwrap();
        let mut scene = Self {
            _root: root,
            register,
            elin,
        };
        // So that there is an earlier hand-over to tell of.
        let first = scene.request(Vec::new());
        let copy = scene.copy(&first);
        scene
            .register
            .write(now, Action::HandOver, |connection| {
                handover::log(connection, now, &first, &copy)?;
                Ok(Change::of(elin, ()))
            })
            .unwrap();
        scene
    }

    fn request(&self, keep: Vec<u32>) -> HandOver {
        HandOver {
            prepared: PrepareHandOver {
                customer_id: self.elin,
                language: Language::Sv,
                keep,
            },
            password: None,
        }
    }

    fn copy(&self, request: &HandOver) -> Copy {
        let now = sample::evening_of(sample::LAST_DAY);
        self.register
            .read(|connection| handover::make(connection, now, request))
            .unwrap()
    }
}

#[test]
fn everything_about_her_is_in_the_pdf_and_in_the_json() {
    let scene = Scene::new();
    // What speaks of others is let stand here, so that her notes are there as stored.
    let all = (0..100).collect();
    let copy = scene.copy(&scene.request(all));
    let pdf = squeezed(&pdf_text(&copy.files[0].bytes));
    let json: serde_json::Value = serde_json::from_slice(&copy.files[1].bytes).unwrap();
    let mut in_json = BTreeSet::new();
    leaves(&json["customer"], &mut in_json);
    let words = Words::of(Language::Sv).unwrap();
    let values = scene
        .register
        .read(|connection| Ok(stored(connection, scene.elin)))
        .unwrap();
    assert!(values.len() > 25, "the walk over the schema: {values:#?}");
    for (place, values) in values {
        assert!(
            !values.is_empty() || may_be_empty(&place),
            "{place}: nothing in the sample"
        );
        for value in values {
            let forms = written(&value, words);
            assert!(
                forms.iter().any(|form| pdf.contains(&squeezed(form))),
                "{place} is not in the PDF: {value} ({forms:?})"
            );
            let flag = value == "0" && in_json.contains("false");
            assert!(
                in_json.contains(&value) || flag,
                "{place} is not in the JSON: {value}"
            );
        }
    }
}

/// Details that Elin has left out, as many people do.
fn may_be_empty(place: &str) -> bool {
    matches!(place, "customer_address.country" | "purchase.receipt")
}

fn leaves(json: &serde_json::Value, found: &mut BTreeSet<String>) {
    match json {
        serde_json::Value::Array(values) => values.iter().for_each(|value| leaves(value, found)),
        serde_json::Value::Object(values) => values.values().for_each(|value| leaves(value, found)),
        serde_json::Value::String(text) => {
            found.insert(text.clone());
        }
        other => {
            found.insert(other.to_string());
        }
    }
}

#[test]
fn nothing_about_anyone_else_is_in_any_file() {
    let scene = Scene::new();
    let copy = scene.copy(&scene.request(Vec::new()));
    let mut files = vec![("PDF".to_owned(), squeezed(&pdf_text(&copy.files[0].bytes)))];
    for file in &copy.files[1..] {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        files.push((file.name.clone(), squeezed(&text)));
    }
    let (own, others) = scene
        .register
        .read(|connection| {
            let own = texts(&stored(connection, scene.elin));
            let mut others = BTreeSet::new();
            for id in kundbok_core::store::customer::ids(connection)? {
                if id != scene.elin {
                    others.extend(texts(&stored(connection, id)));
                }
            }
            Ok((own, others))
        })
        .unwrap();
    // Her own words, the business's and the document's may happen to be somebody else's too.
    let business = squeezed(&format!("{:?}", sample::business()));
    let document = squeezed(include_str!("../../assets/locales/sv/documents.ftl"));
    let foreign: Vec<&String> = others
        .iter()
        .filter(|text| !own.iter().any(|own| own.contains(text.as_str())))
        .filter(|text| !business.contains(text.as_str()))
        .filter(|text| !document.contains(text.as_str()))
        .collect();
    assert!(foreign.len() > 400, "others' values: {}", foreign.len());
    for (name, contents) in files {
        for text in &foreign {
            assert!(!holds(&contents, text), "{name} holds {text}");
        }
    }
}

/// Whether `text` stands in `contents`, and not as part of a longer number: squeezed, house number
/// and postcode are one.
fn holds(contents: &str, text: &str) -> bool {
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    contents.match_indices(text).any(|(at, _)| {
        let before = contents[..at].chars().next_back();
        let after = contents[at + text.len()..].chars().next();
        !(is_digit(before) && is_digit(text.chars().next())
            || is_digit(text.chars().next_back()) && is_digit(after))
    })
}

/// The values that say who somebody is or what she did: texts, not days, figures or words of the
/// closed lists, and long enough not to stand inside an ordinary word.
fn texts(values: &Values) -> BTreeSet<String> {
    values
        .iter()
        .filter(|(place, _)| {
            ![
                "label", "channel", "source", "action", "language", "_at", "_on", "birthday",
            ]
            .iter()
            .any(|end| place.ends_with(end))
        })
        .flat_map(|(_, values)| values)
        .map(|value| squeezed(value))
        .filter(|value| value.chars().count() >= 7 && value.chars().any(char::is_alphabetic))
        .collect()
}

#[test]
fn another_persons_name_in_a_note_is_shown_and_covered_unless_kept() {
    let scene = Scene::new();
    let now = sample::evening_of(sample::LAST_DAY);
    let prepare = |keep| {
        let request = scene.request(keep);
        scene
            .register
            .read(|connection| handover::prepare(connection, now, &request.prepared))
            .unwrap()
            .mentions
    };
    let mentions = prepare(Vec::new());
    let birgitta = mentions
        .iter()
        .find(|mention| mention.words == "Birgitta Nordén")
        .expect("her note speaks of Birgitta");
    assert!(birgitta.covered);
    assert_eq!(birgitta.field, "customer.notes");
    assert!(birgitta.before.ends_with("kalaset hos "));
    let text = |keep| squeezed(&pdf_text(&scene.copy(&scene.request(keep)).files[0].bytes));
    let covered = text(Vec::new());
    assert!(!covered.contains("birgittanordén"));
    assert!(covered.contains(&squeezed("kalaset hos [en annan person].")));
    assert!(text(vec![birgitta.id]).contains("birgittanordén"));
    assert!(!prepare(vec![birgitta.id])[birgitta.id as usize].covered);
}

#[test]
fn with_a_password_the_pdf_opens_in_ordinary_readers_and_nothing_stands_beside_it() {
    let scene = Scene::new();
    let mut request = scene.request(Vec::new());
    request.password = Some("blåbär & grädde".to_owned());
    let copy = scene.copy(&request);
    assert_eq!(copy.files.len(), 1);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("copy.pdf");
    std::fs::write(&path, &copy.files[0].bytes).unwrap();
    let with = Command::new("pdftotext")
        .args(["-upw", "blåbär & grädde"])
        .arg(&path)
        .arg("-")
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&with.stdout).contains("Elin Bergdahl"));
    let without = Command::new("pdftotext")
        .arg(&path)
        .arg("-")
        .output()
        .unwrap();
    assert!(!without.status.success());
    let checked = Command::new("qpdf")
        .args(["--password=blåbär & grädde", "--check"])
        .arg(&path)
        .output()
        .unwrap();
    assert!(checked.status.success(), "{checked:?}");
    assert!(String::from_utf8_lossy(&checked.stdout).contains("AESv3"));
    assert!(
        !copy.files[0]
            .bytes
            .windows(8)
            .any(|bytes| bytes == b"Bergdahl")
    );
}
