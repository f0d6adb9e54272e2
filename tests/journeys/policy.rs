//! The privacy policy: put to use, kept as it was, given to people.

use chrono::{Days, NaiveDate};
use kundbok_core::contacts::Channel;
use kundbok_core::customers::{self, Birthday, Event};
use kundbok_core::documents::page::{Change, Item, Page};
use kundbok_core::processing::business::{self, Business, Country};
use kundbok_core::processing::policy::{
    self, ExportPolicy, GivePolicy, KeepPolicyAddress, PolicyFormat, PolicyPreview, PolicyVersion,
};
use kundbok_core::processing::suppliers::{self, RemoveSupplier};
use kundbok_core::register::{Action, Change as Written, Register};
use kundbok_core::{Code, Language, Result, Rule, law, store};
use kundbok_tests::sample;

use super::{Computer, add, named, now, pdf_text, squeezed};

fn adopt(register: &mut Register) -> PolicyVersion {
    adopt_on(register, sample::LAST_DAY)
}

fn adopt_on(register: &mut Register, day: NaiveDate) -> PolicyVersion {
    register
        .write(now(), Action::AdoptPolicy, |connection| {
            Ok(Written::of_nobody(policy::adopt(connection, day)?))
        })
        .unwrap()
        .value
}

fn preview(register: &Register) -> PolicyPreview {
    register
        .read(|connection| policy::preview(connection, sample::LAST_DAY, Language::Sv))
        .unwrap()
}

fn export(register: &Register, version: u32, language: Language) -> String {
    let request = ExportPolicy {
        version,
        language,
        format: PolicyFormat::Pdf,
    };
    let file = register
        .read(|connection| policy::export(connection, &request))
        .unwrap();
    pdf_text(&file.bytes)
}

/// The texts of pages that differ from an earlier version in a way.
fn marked(pages: &[Page], how: Change) -> String {
    let items = pages.iter().flat_map(|page| &page.items);
    items
        .filter_map(|item| match item {
            Item::Text { text, change, .. } if *change == Some(how) => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

fn give(register: &mut Register, request: &GivePolicy) -> Result<()> {
    register.write(now(), Action::GivePolicy, |connection| {
        policy::give(connection, now(), request)?;
        Ok(Written::of(request.customer_id, ()))
    })?;
    Ok(())
}

#[test]
fn what_says_the_same_is_one_version() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    assert_eq!(preview(&register).draft, Some(1));
    let first = adopt(&mut register);
    assert_eq!((first.version, first.adopted_on), (1, sample::LAST_DAY));
    assert_eq!(preview(&register).draft, None);
    // A first customer of whom only the name is known is foretold.
    add(&mut register, named("Anna", "Ek")).unwrap();
    assert_eq!(preview(&register).draft, None);
    assert_eq!(adopt(&mut register), first);
    assert_eq!(preview(&register).versions, [first]);
}

#[test]
fn a_version_is_printed_with_the_letterhead_it_had() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    adopt(&mut register);
    let before: Vec<String> = Language::ALL
        .map(|language| export(&register, 1, language))
        .into();
    register
        .write(now(), Action::EditBusiness, |connection| {
            let business = Business {
                name: "Stigens Hudvård".to_owned(),
                owner_name: "Maja Stig".to_owned(),
                street: "Stigen 9".to_owned(),
                phone: "070-174 06 06".to_owned(),
                email: "maja@stigen.example".to_owned(),
                website: "stigen.example".to_owned(),
                ..sample::business()
            };
            business::edit(connection, business)?;
            Ok(Written::of_nobody(()))
        })
        .unwrap();
    assert_eq!(adopt(&mut register).version, 2);
    for (language, before) in Language::ALL.into_iter().zip(before) {
        assert_eq!(export(&register, 1, language), before);
        assert!(export(&register, 2, language).contains("Stigen 9"));
    }
}

#[test]
fn a_first_birthday_makes_a_draft_and_adopting_it_a_second_version() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    adopt(&mut register);
    let before = squeezed(&export(&register, 1, Language::Sv));
    let mut anna = named("Anna", "Ek");
    anna.birthday = Some(Birthday {
        year: None,
        month: 3,
        day: 14,
    });
    add(&mut register, anna).unwrap();
    let told = preview(&register);
    assert_eq!(told.draft, Some(2));
    assert_eq!(told.in_force.unwrap().version, 1);
    // What is new is marked on its pages, and the file for customers is as it was.
    let differences = told.differences.unwrap();
    assert_eq!((differences.since, differences.sender), (1, false));
    assert!(differences.changed > 0);
    let added = squeezed(&marked(&differences.pages, Change::Added));
    assert!(added.to_lowercase().contains("födelsedag"), "{added}");
    assert!(marked(&told.pages, Change::Added).is_empty());
    assert_eq!(squeezed(&export(&register, 1, Language::Sv)), before);

    assert_eq!(adopt(&mut register).version, 2);
    let after = squeezed(&export(&register, 2, Language::Sv));
    assert!(!before.contains("födelsedag"), "{before}");
    assert!(after.contains("födelsedag"), "{after}");
    assert_eq!(squeezed(&export(&register, 1, Language::Sv)), before);
    assert_eq!(preview(&register).versions.len(), 2);
}

#[test]
fn a_version_keeps_its_words_when_the_business_changes() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let ids = sample::supply(&mut register, sample::suppliers()).unwrap();
    let first = adopt(&mut register);
    let kept = |register: &Register| {
        register
            .read(|connection| store::policy::documents(connection, 1))
            .unwrap()
    };
    let before = kept(&register);
    register
        .write(now(), Action::EditBusiness, |connection| {
            let mut other = sample::business();
            other.owner_name = "Ronja Ny".to_owned();
            other.email = "ny@angenshudvard.example".to_owned();
            business::edit(connection, other)?;
            suppliers::remove(connection, &RemoveSupplier { id: ids[1] })?;
            Ok(Written::of_nobody(()))
        })
        .unwrap();
    assert_eq!(preview(&register).draft, Some(2));
    assert_eq!(adopt(&mut register).version, 2);

    assert_eq!(kept(&register), before);
    let versions = preview(&register).versions;
    assert_eq!(versions[1], first);
    assert_ne!(versions[0].hash, first.hash);
    for language in Language::ALL {
        let old = export(&register, 1, language);
        assert!(old.contains("Maja Lindqvist"), "{old}");
        assert!(old.contains("Norrlycka Paket"), "{old}");
        let new = export(&register, 2, language);
        assert!(new.contains("Ronja Ny"), "{new}");
        assert!(!new.contains("Maja Lindqvist"), "{new}");
        assert!(!new.contains("Norrlycka Paket"), "{new}");
    }
    drop(register);
    assert_eq!(kept(&computer.open(sample::PASSPHRASE).unwrap()), before);
}

#[test]
fn it_is_noted_who_was_given_which_version_when() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    adopt_on(&mut register, sample::LAST_DAY - Days::new(3));
    let anna = add(&mut register, named("Anna", "Ek")).unwrap();
    add(&mut register, named("Bo", "Ek")).unwrap();
    let given = GivePolicy {
        customer_id: anna,
        version: 1,
        given_on: sample::LAST_DAY - Days::new(3),
        channel: Channel::Letter,
    };
    let refused = |register: &mut Register, request: GivePolicy| {
        let error = give(register, &request).unwrap_err();
        (error.code(), error.fields().first().map(|field| field.rule))
    };
    let tomorrow = GivePolicy {
        given_on: sample::LAST_DAY + Days::new(1),
        ..given.clone()
    };
    assert_eq!(
        refused(&mut register, tomorrow),
        (Code::Invalid, Some(Rule::OutOfRange))
    );
    let earlier = GivePolicy {
        given_on: sample::LAST_DAY - Days::new(4),
        ..given.clone()
    };
    assert_eq!(
        refused(&mut register, earlier),
        (Code::Invalid, Some(Rule::BeforeVersion))
    );
    let unknown = GivePolicy {
        version: 2,
        ..given.clone()
    };
    assert_eq!(refused(&mut register, unknown), (Code::NotFound, None));
    let nobody = GivePolicy {
        customer_id: customers::CustomerId(99),
        ..given.clone()
    };
    assert_eq!(refused(&mut register, nobody), (Code::NotFound, None));
    assert_eq!(preview(&register).given, 0);

    give(&mut register, &given).unwrap();
    drop(register);
    let register = computer.open(sample::PASSPHRASE).unwrap();
    let told = preview(&register);
    assert_eq!((told.given, told.customers), (1, 2));
    let view = register
        .read(|connection| customers::view(connection, anna))
        .unwrap();
    assert_eq!(view.policy_version, Some(1));
    assert_eq!(view.policy_in_force, Some(1));
    let event = Event::PolicyGiven {
        on: given.given_on,
        version: 1,
        channel: Channel::Letter,
    };
    assert!(view.history.contains(&event), "{:?}", view.history);

    // With a birthday on record there is more to tell, in a newer version.
    let mut register = register;
    let mut cia = named("Cia", "Ek");
    cia.birthday = Some(Birthday {
        year: Some(1980),
        month: 5,
        day: 4,
    });
    add(&mut register, cia).unwrap();
    assert_eq!(adopt(&mut register).version, 2);
    let view = register
        .read(|connection| customers::view(connection, anna))
        .unwrap();
    assert_eq!(
        (view.policy_version, view.policy_in_force),
        (Some(1), Some(2))
    );
}

#[test]
fn every_language_names_the_authority_of_the_country() {
    for country in Country::ALL {
        let computer = Computer::new();
        let mut business = sample::business();
        business.country = country;
        let (mut register, _) = computer.set_up_for(business);
        adopt(&mut register);
        let own = &law::of(country).unwrap().authority;
        for language in Language::ALL {
            let text = squeezed(&export(&register, 1, language));
            for part in [own.name.of(language), &own.email, &own.phone] {
                assert!(text.contains(&squeezed(part)), "{language:?}: {part}");
            }
            for other in Country::ALL.into_iter().filter(|other| *other != country) {
                let other = &law::of(other).unwrap().authority;
                assert!(!text.contains(&squeezed(&other.email)), "{language:?}");
            }
        }
    }
}

#[test]
fn a_version_is_written_for_the_web_and_for_a_mail_as_it_was() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up_for(Business {
        name: "Ängens <script>alert(1)</script>".to_owned(),
        ..sample::business()
    });
    let version = adopt(&mut register);
    for language in Language::ALL {
        for format in [PolicyFormat::Html, PolicyFormat::Text] {
            let request = ExportPolicy {
                version: version.version,
                language,
                format,
            };
            let file = register
                .read(|connection| policy::export(connection, &request))
                .unwrap();
            assert!(file.name.ends_with(format.extension()), "{}", file.name);
            assert!(!file.name.contains("ngens"), "{}", file.name);
            let text = String::from_utf8(file.bytes).unwrap();
            assert!(text.contains("maja@angenshudvard.example"), "{text}");
            assert_eq!(text.contains("<script>"), format == PolicyFormat::Text);
        }
    }
}

#[test]
fn the_short_page_leads_to_where_the_whole_is() {
    let computer = Computer::new();
    let (mut register, _) = computer.set_up();
    let keep = |register: &mut Register, address: &str| {
        let request = KeepPolicyAddress {
            address: address.to_owned(),
        };
        register
            .write(now(), Action::EditPolicy, |connection| {
                policy::keep_address(connection, request)?;
                Ok(Written::of_nobody(()))
            })
            .map(|saved| saved.value)
    };
    let short = |register: &Register, language| {
        let file = register
            .read(|connection| policy::export_short(connection, sample::LAST_DAY, language))
            .unwrap();
        pdf_text(&file.bytes)
    };
    assert!(short(&register, Language::Sv).contains("Fråga mig"));
    let refused = keep(&mut register, "http://angenshudvard.example").unwrap_err();
    assert_eq!(refused.fields()[0].rule, Rule::Unreadable);
    keep(&mut register, " https://angenshudvard.example/integritet ").unwrap();
    drop(register);
    let register = computer.open(sample::PASSPHRASE).unwrap();
    assert_eq!(
        preview(&register).address,
        "https://angenshudvard.example/integritet"
    );
    for language in Language::ALL {
        let text = short(&register, language);
        assert!(
            squeezed(&text).contains("https://angenshudvard.example/integritet"),
            "{text}"
        );
        let pages = register
            .read(|connection| policy::preview_short(connection, sample::LAST_DAY, language))
            .unwrap();
        assert_eq!(pages.len(), 1);
    }
}
