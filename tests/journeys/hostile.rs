//! Every text field takes any Unicode: stored as typed, carried on as typed, printed or visibly
//! marked, and no formula for a spreadsheet. The portable copy is what its schema says.

use std::path::Path;

use boon::{Compiler, SchemaIndex, Schemas};
use kundbok_core::Language;
use kundbok_core::contacts::{self, Channel, ContactFields, LogContact};
use kundbok_core::customers::{self, Address, CustomerFields, CustomerId, Email, Label, Phone};
use kundbok_core::money::Ore;
use kundbok_core::processing::business;
use kundbok_core::processing::policy::{self, ExportPolicy};
use kundbok_core::purchases::{self, AddPurchase, PurchaseFields, PurchaseLine};
use kundbok_core::register::{Action, Change, Register};
use kundbok_core::requests::handover::{Copy, HandOver, PrepareHandOver};
use kundbok_tests::sample;
use serde_json::Value;

use super::{Computer, named, now, pdf_text};

/// Short enough for the shortest field, a postcode.
const TYPED: [&str; 15] = [
    "=cmd|'/C calc'!A0",
    "+1-2*cmd|'x'!A0",
    "-2+3+cmd|' '!A0",
    "@SUM(1+1)*cmd",
    "<script>x</script>",
    "<img src=x onerror>",
    "&amp; {{ name }} {%",
    "**a** _b_ [c](d) # e",
    "\"a\";'b',c\\d",
    "rad ett\nrad två",
    "😀👩\u{200D}🦰🇸🇪✓",
    "مرحبا بالعالم",
    "a\u{202E}bcd\u{200F}e\u{200B}f",
    "e\u{301}A\u{30A}\u{1F600}ÅØæ",
    "nul\u{0}bell\u{7}esc\u{1B}[0m",
];

/// A customer with `typed` in every text field; a mail needs an `@` and takes no blanks.
fn everywhere(typed: &str) -> CustomerFields {
    CustomerFields {
        given_name: typed.to_owned(),
        family_name: typed.to_owned(),
        phones: vec![Phone {
            label: Label::Other,
            number: typed.to_owned(),
        }],
        emails: vec![Email {
            label: Label::Other,
            address: mail(typed),
        }],
        addresses: vec![Address {
            label: Label::Other,
            street: typed.to_owned(),
            postcode: typed.to_owned(),
            town: typed.to_owned(),
            country: typed.to_owned(),
        }],
        source_detail: typed.to_owned(),
        tags: vec![typed.to_owned()],
        notes: typed.to_owned(),
        ..named("", "")
    }
}

fn mail(typed: &str) -> String {
    let mailbox: String = typed
        .chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '@')
        .collect();
    format!("{mailbox}@post.example")
}

fn purchase(typed: &str) -> PurchaseFields {
    PurchaseFields {
        purchased_on: sample::LAST_DAY,
        receipt: typed.to_owned(),
        note: typed.to_owned(),
        lines: vec![PurchaseLine {
            product: typed.to_owned(),
            quantity: 1,
            unit_price: Ore(10_000),
        }],
    }
}

fn contact(typed: &str) -> ContactFields {
    ContactFields {
        happened_on: sample::LAST_DAY,
        channel: Channel::Sms,
        summary: typed.to_owned(),
    }
}

fn add_everywhere(register: &mut Register, typed: &str) -> CustomerId {
    let saved = register.write(now(), Action::AddCustomer, |connection| {
        let customer_id = customers::add(connection, now(), everywhere(typed))?;
        let bought = AddPurchase {
            customer_id,
            fields: purchase(typed),
        };
        purchases::add(connection, now(), bought)?;
        let in_touch = LogContact {
            customer_id,
            fields: contact(typed),
        };
        contacts::log(connection, now(), in_touch)?;
        Ok(Change::of(customer_id, customer_id))
    });
    saved.unwrap().value
}

fn copy(register: &Register, customer_id: CustomerId) -> Copy {
    let request = HandOver {
        prepared: PrepareHandOver {
            customer_id,
            language: Language::Sv,
            keep: Vec::new(),
        },
        password: None,
    };
    kundbok_tests::hand_over(register, now(), &request).unwrap()
}

fn json(copy: &Copy) -> Value {
    let file = copy
        .files
        .iter()
        .find(|file| is_a(&file.name, "json"))
        .unwrap();
    serde_json::from_slice(&file.bytes).unwrap()
}

fn is_a(name: &str, extension: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|it| it == extension)
}

#[test]
fn what_is_typed_is_stored_and_carried_on_as_typed() {
    for typed in TYPED {
        let computer = Computer::new();
        let (mut register, _) = computer.set_up();
        let id = add_everywhere(&mut register, typed);
        drop(register);
        let register = computer.open(sample::PASSPHRASE).unwrap();
        let view = register
            .read(|connection| customers::view(connection, id))
            .unwrap();
        assert_eq!(view.fields, everywhere(typed), "{typed:?}");

        let json = json(&copy(&register, id));
        let customer = &json["customer"]["customer"];
        let places = [
            &customer["givenName"],
            &customer["familyName"],
            &customer["sourceDetail"],
            &customer["notes"],
            &json["customer"]["customerPhone"][0]["number"],
            &json["customer"]["customerAddress"][0]["street"],
            &json["customer"]["customerAddress"][0]["postcode"],
            &json["customer"]["customerAddress"][0]["town"],
            &json["customer"]["customerAddress"][0]["country"],
            &json["customer"]["purchase"][0]["receipt"],
            &json["customer"]["purchase"][0]["note"],
            &json["customer"]["contact"][0]["summary"],
        ];
        for (index, place) in places.into_iter().enumerate() {
            assert_eq!(place.as_str(), Some(typed), "place {index}");
        }
        // Wherever else: tag and product, too.
        let mut texts = Vec::new();
        strings(&json["customer"], &mut texts);
        let told = texts.iter().filter(|text| **text == typed).count();
        assert_eq!(told, places.len() + 2, "{typed:?} in {json}");
        assert!(texts.contains(&mail(typed).as_str()));
    }
}

fn strings<'a>(json: &'a Value, found: &mut Vec<&'a str>) {
    match json {
        Value::Array(values) => values.iter().for_each(|value| strings(value, found)),
        Value::Object(values) => values.values().for_each(|value| strings(value, found)),
        Value::String(text) => found.push(text),
        _ => {}
    }
}

#[test]
fn a_spreadsheet_runs_nothing() {
    for typed in TYPED {
        let computer = Computer::new();
        let (mut register, _) = computer.set_up();
        let id = add_everywhere(&mut register, typed);
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let is_formula = typed.starts_with(['=', '+', '-', '@']);
        let expected = if is_formula {
            quoted(&format!("'{typed}"))
        } else {
            quoted(typed)
        };
        let copy = copy(&register, id);
        let mut cells = 0;
        for file in copy.files.iter().filter(|file| is_a(&file.name, "csv")) {
            let text = std::str::from_utf8(&file.bytes).unwrap();
            cells += text.matches(&expected).count();
            let runs = text.contains(&quoted(typed));
            assert!(!(is_formula && runs), "{}: {text}", file.name);
        }
        assert_eq!(cells, 14, "{typed:?}");
    }
}

/// Whether `text` shows `typed`: each character itself or, where no font has it or it draws
/// nothing, its number. The blanks are the page's own. Of letters from right to left `pdftotext`
/// gives each word for itself, within marks of its own.
fn shows(text: &str, typed: &str) -> bool {
    // Composed, as a page composes them.
    let typed = typed.replace("e\u{301}", "é").replace("A\u{30A}", "Å");
    let page: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '\u{202A}'..='\u{202C}'))
        .collect();
    let parts: Vec<&str> = if typed.is_ascii() {
        vec![&typed]
    } else {
        typed
            .split(|letter: char| letter.is_whitespace() || letter == '@')
            .collect()
    };
    parts.into_iter().all(|part| {
        let letters: Vec<[String; 2]> = part
            .chars()
            .filter(|letter| !letter.is_whitespace())
            .map(|letter| [letter.to_string(), format!("[U+{:04X}]", u32::from(letter))])
            .collect();
        page.char_indices()
            .any(|(at, _)| begins_with(&page[at..], &letters))
    })
}

/// Whether each letter stands at the beginning in one of its forms, one after the other.
fn begins_with(text: &str, letters: &[[String; 2]]) -> bool {
    letters
        .iter()
        .try_fold(text, |rest, forms| {
            forms
                .iter()
                .find_map(|form| rest.strip_prefix(form.as_str()))
        })
        .is_some()
}

#[test]
fn nothing_vanishes_on_paper() {
    for typed in TYPED {
        let computer = Computer::new();
        let (mut register, _) = computer.set_up();
        let id = add_everywhere(&mut register, typed);
        let text = pdf_text(&copy(&register, id).files[0].bytes);
        assert!(shows(&text, typed), "{typed:?} in {text}");
        assert!(shows(&text, &mail(typed)), "{} in {text}", mail(typed));
    }
}

#[test]
fn the_business_is_printed_as_typed_in_every_policy() {
    for typed in TYPED {
        let computer = Computer::new();
        let mut business = sample::business();
        business.owner_name = typed.to_owned();
        let (mut register, _) = computer.set_up_for(business.clone());
        let mut suppliers = sample::suppliers();
        suppliers[0].name = typed.to_owned();
        sample::supply(&mut register, suppliers).unwrap();
        let stored = register.read(business::view).unwrap();
        assert_eq!(stored, business);
        register
            .write(now(), Action::AdoptPolicy, |connection| {
                policy::adopt(connection, sample::LAST_DAY)?;
                Ok(Change::of_nobody(()))
            })
            .unwrap();
        for language in Language::ALL {
            let request = ExportPolicy {
                version: 1,
                language,
                format: policy::PolicyFormat::Pdf,
            };
            let file = register
                .read(|connection| policy::export(connection, &request))
                .unwrap();
            let text = pdf_text(&file.bytes);
            assert!(shows(&text, typed), "{typed:?} in {text}");
        }
    }
}

/// The published schema.
fn schema(schemas: &mut Schemas) -> SchemaIndex {
    let text = include_str!("../../assets/schema/handover-1.schema.json");
    let schema: Value = serde_json::from_str(text).unwrap();
    let id = schema["$id"].as_str().unwrap().to_owned();
    let mut compiler = Compiler::new();
    compiler.enable_format_assertions();
    compiler.add_resource(&id, schema).unwrap();
    compiler.compile(&id, schemas).unwrap()
}

#[test]
fn the_portable_copy_is_what_its_schema_says() {
    let mut schemas = Schemas::new();
    let schema = schema(&mut schemas);
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let elin = sample::put_into(&mut register, vec![sample::elin()]).unwrap()[0];
    let valid = |json: &Value| schemas.validate(json, schema).is_ok();

    let whole = json(&copy(&register, elin));
    if let Err(error) = schemas.validate(&whole, schema) {
        panic!("{error}");
    }
    let mut cut = whole.clone();
    cut["customer"].as_object_mut().unwrap().remove("purchase");
    assert!(!valid(&cut));
    let mut more = whole.clone();
    more["customer"]["customer"]["shoeSize"] = 38.into();
    assert!(!valid(&more));
    let mut other = whole.clone();
    other["exportedAt"] = "i går".into();
    assert!(!valid(&other));

    for typed in TYPED {
        let id = add_everywhere(&mut register, typed);
        assert!(valid(&json(&copy(&register, id))), "{typed:?}");
    }
}
