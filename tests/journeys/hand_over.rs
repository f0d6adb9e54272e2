//! Handing over one's data: everything about her, nothing about anyone else. Both are proved from
//! the schema of the database and the rows in it, not from a list of fields.

mod article15;
mod files;

use std::process::Command;

use kundbok_core::customers::CustomerId;
use kundbok_core::processing::business::{Business, Country};
use kundbok_core::processing::{business, policy};
use kundbok_core::register::{Action, Change, Register};
use kundbok_core::requests::handover::{self, Copy, HandOver, PrepareHandOver};
use kundbok_core::vault::RegisterFolder;
use kundbok_core::words::Words;
use kundbok_core::{Language, contacts};
use kundbok_tests::sample;

use super::read_back::{Contents, follow, is_sign, note_json, note_table, snake, told, unknown};
use super::stored::{Row, Values, side_by_side, sort, stored, values};
use super::{pdf_text, squeezed};

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
        kundbok_tests::hand_over(&self.register, now, request).unwrap()
    }
}

#[test]
fn everything_about_her_and_nothing_else_is_in_the_json_and_in_the_tables() {
    let scene = Scene::new();
    // What speaks of others is let stand here, so that her notes are there as stored.
    let copy = scene.copy(&scene.request((0..100).collect()));
    let stored = scene
        .register
        .read(|connection| Ok(values(&stored(connection, scene.elin))))
        .unwrap();
    assert!(stored.len() > 25, "the walk over the schema: {stored:#?}");
    for (place, values) in &stored {
        assert!(
            !values.is_empty() || may_be_empty(place),
            "{place}: nothing in the sample"
        );
    }
    let json: serde_json::Value = serde_json::from_slice(&copy.files[1].bytes).unwrap();
    let mut in_json = Values::new();
    for (table, rows) in json["customer"].as_object().unwrap() {
        note_json(&snake(table), rows, &mut in_json);
    }
    sort(&mut in_json);
    assert_eq!(in_json, stored);

    let mut in_tables = Values::new();
    for file in &copy.files[2..] {
        note_table(&file.name, &file.bytes, &stored, &mut in_tables);
    }
    sort(&mut in_tables);
    let mut stored = stored;
    let prices = stored.get_mut("purchase_line.unit_price").unwrap();
    for price in &mut *prices {
        let ore: i64 = price.parse().unwrap();
        *price = format!("{},{:02}", ore / 100, ore % 100);
    }
    prices.sort();
    assert_eq!(in_tables, stored);
}

/// Details that Elin has left out, as many people do, and the day on which she was not erased.
fn may_be_empty(place: &str) -> bool {
    ["customer_address.country", "customer.erased_on"].contains(&place)
}

#[test]
fn everything_about_her_is_in_the_pdf_where_it_belongs() {
    let scene = Scene::new();
    let copy = scene.copy(&scene.request((0..100).collect()));
    let pdf = squeezed(&pdf_text(&copy.files[0].bytes));
    let words = Words::of(Language::Sv).unwrap();
    let (facts, rows) = scene
        .register
        .read(|connection| {
            let facts = stored(connection, scene.elin)["customer"][0].clone();
            Ok((facts, side_by_side(connection, scene.elin)))
        })
        .unwrap();
    for (place, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
        // Beside its label: a short number stands somewhere in any document.
        let label = format!("column-{place}").replace(['.', '_'], "-");
        let label = squeezed(&words.get(&label).unwrap());
        let told = [(place.clone(), value.clone())];
        assert!(
            pdf.match_indices(&label)
                .any(|(at, _)| follow(&pdf[at + label.len()..], &told, words)),
            "{label} {value}"
        );
    }
    assert!(rows.len() > 20, "{rows:#?}");
    for row in rows {
        // The currency stands with each price. Check sums are for programs, and questions take too
        // much room: they are in the JSON.
        let row: Row = row
            .into_iter()
            .filter(|(place, value)| {
                !value.is_empty()
                    && place != "purchase.currency"
                    && place != "consent.words"
                    && !place.ends_with("hash")
            })
            .flat_map(|(place, value)| {
                // What stands row by row has its labels beside it.
                let label = format!("column-{place}").replace(['.', '_'], "-");
                let label = words
                    .get(&label)
                    .ok()
                    .filter(|_| place.starts_with("consent.") && place != "consent.purpose");
                let label = label.map(|label| (String::new(), label));
                label.into_iter().chain([(place, value)])
            })
            .collect();
        assert!(
            (0..pdf.len())
                .filter(|at| pdf.is_char_boundary(*at))
                .any(|at| follow(&pdf[at..], &row, words)),
            "{row:?}"
        );
    }
}

#[test]
fn nothing_about_anyone_else_is_in_any_file() {
    let scene = Scene::new();
    let (own, others) = scene
        .register
        .read(|connection| {
            let own = values(&stored(connection, scene.elin));
            let mut others = Values::new();
            for id in kundbok_core::store::customer::ids(connection)? {
                if id != scene.elin {
                    for (place, more) in values(&stored(connection, id)) {
                        others.entry(place).or_default().extend(more);
                    }
                }
            }
            Ok((own, others))
        })
        .unwrap();
    // Her own words, the business's and the document's may happen to be somebody else's too. Who
    // somebody is stands in no word of hers, but for what they share.
    let (own_signs, own_words): (Values, Values) =
        own.into_iter().partition(|(place, _)| is_sign(place));
    let (signs, words): (Values, Values) =
        others.into_iter().partition(|(place, _)| is_sign(place));
    let mut known: Vec<String> = told(&own_signs).into_iter().collect();
    known.push(format!("{:?}", sample::business()));
    known.push(format!("{:?}", sample::suppliers()));
    known.push(include_str!("../../assets/locales/sv/documents.ftl").to_owned());
    known.push(include_str!("../../assets/locales/sv/countries.ftl").to_owned());
    let mut foreign = unknown(told(&signs), &known);
    known.extend(told(&own_words));
    foreign.extend(unknown(told(&words), &known));

    let some = |kind: &dyn Fn(&str) -> bool| foreign.iter().filter(|text| kind(text)).count();
    assert!(some(&|text| text.chars().count() < 7) > 50);
    assert!(some(&|text| text.starts_with("+46")) > 100);
    assert!(some(&|text| text.starts_with("20") && text.contains('-')) > 500);
    assert!(some(&|text| text.contains("oktober")) > 5);

    let found = |keep| -> Vec<String> {
        let copy = scene.copy(&scene.request(keep));
        let files = copy.files.iter().enumerate();
        files
            .flat_map(|(index, file)| {
                let text = Contents::of(&if index == 0 {
                    pdf_text(&file.bytes)
                } else {
                    String::from_utf8(file.bytes.clone()).unwrap()
                });
                let found = foreign.iter().filter(move |foreign| text.holds(foreign));
                found.map(|foreign| format!("{}: {foreign}\n", file.name))
            })
            .collect()
    };
    assert_eq!(found(Vec::new()), Vec::<String>::new());
    // What would be found if it were there: the one whom her note speaks of.
    let uncovered = found((0..100).collect()).concat();
    assert!(
        uncovered.contains("pdf: Birgitta\n") && uncovered.contains("json: Nordén\n"),
        "{uncovered}"
    );
}

#[test]
fn another_persons_name_in_a_note_is_shown_and_covered_unless_kept() {
    let scene = Scene::new();
    let now = sample::evening_of(sample::LAST_DAY);
    let prepare = |keep| {
        let request = scene.request(keep);
        scene
            .register
            .read(|connection| handover::prepare(connection, now, &request.prepared, false))
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
fn the_authority_that_sees_the_books_is_the_countrys_in_every_language() {
    let mut scene = Scene::new();
    for (country, names) in [
        (
            Country::Se,
            ["Skatteverket och", "Skatteverket (den", "The Swedish Tax"],
        ),
        (
            Country::Dk,
            [
                "Skattestyrelsen, den",
                "Skattestyrelsen og",
                "The Danish Tax",
            ],
        ),
    ] {
        let now = sample::evening_of(sample::LAST_DAY);
        scene
            .register
            .write(now, Action::EditBusiness, |connection| {
                let business = Business {
                    country,
                    ..sample::business()
                };
                business::edit(connection, business)?;
                Ok(Change::of_nobody(()))
            })
            .unwrap();
        for (language, name) in Language::ALL.into_iter().zip(names) {
            let mut request = scene.request(Vec::new());
            request.prepared.language = language;
            let text = squeezed(&pdf_text(&scene.copy(&request).files[0].bytes));
            assert!(text.contains(&squeezed(name)), "{name}");
        }
    }
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
