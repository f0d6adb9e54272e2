use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_bundle::FluentResource;

use super::*;

/// Message keys with the variables they speak of, as written.
fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    FluentResource::try_new(source.to_owned()).expect("Fluent that can be read");
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = None;
    for line in source.lines() {
        if let Some((key, _)) = line.split_once('=')
            && !line.starts_with([' ', '#', '[', '*', '.', '}'])
        {
            current = Some(key.trim().to_owned());
        }
        let Some(key) = &current else { continue };
        let variables = messages.entry(key.clone()).or_default();
        for part in line.split('$').skip(1) {
            let end = part
                .find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
                .unwrap_or(part.len());
            variables.insert(part[..end].to_owned());
        }
    }
    messages
}

#[test]
fn every_language_has_the_same_keys_with_the_same_variables() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/locales");
    let files = |language: &str| -> BTreeMap<String, _> {
        std::fs::read_dir(root.join(language))
            .unwrap()
            .map(|entry| {
                let entry = entry.unwrap();
                let source = std::fs::read_to_string(entry.path()).unwrap();
                (entry.file_name().into_string().unwrap(), messages(&source))
            })
            .collect()
    };
    let swedish = files("sv");
    assert!(swedish.contains_key("documents.ftl"));
    for language in ["da", "en"] {
        let other = files(language);
        assert!(swedish.keys().eq(other.keys()), "files of {language}");
        for (file, messages) in &swedish {
            for (key, variables) in messages {
                assert_eq!(
                    Some(variables),
                    other[file].get(key),
                    "{language}/{file}: {key}"
                );
            }
            let more: Vec<_> = other[file]
                .keys()
                .filter(|key| !messages.contains_key(*key))
                .collect();
            assert!(more.is_empty(), "{language}/{file} has more: {more:?}");
        }
    }
}

#[test]
fn figures_are_written_as_each_language_does() {
    let money = |language, currency| Words::of(language).unwrap().money(Ore(123_450), currency);
    assert_eq!(money(Language::Sv, Currency::Sek), "1\u{a0}234,50\u{a0}kr");
    assert_eq!(money(Language::Da, Currency::Dkk), "1.234,50\u{a0}kr.");
    assert_eq!(money(Language::En, Currency::Sek), "SEK\u{a0}1,234.50");
    assert_eq!(money(Language::Da, Currency::Sek), "1.234,50\u{a0}SEK");
    let day = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap();
    let days = Language::ALL.map(|language| Words::of(language).unwrap().day(day));
    assert_eq!(days, ["2026-11-02", "02.11.2026", "2 November 2026"]);
    let columns = Language::ALL.map(|language| Words::of(language).unwrap().day_in_column(day));
    assert_eq!(columns, ["2026-11-02", "02.11.2026", "2 Nov 2026"]);
}

#[test]
fn every_country_that_can_be_chosen_has_its_name() {
    // The states of the European Economic Area and those that the window offers besides.
    let codes = "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK US";
    for language in Language::ALL {
        let words = Words::of(language).unwrap();
        for code in codes.split(' ') {
            assert_ne!(words.country(code), code, "{language:?}");
        }
    }
}

/// Who holds the recovery sheet looks for these words on the screen.
#[test]
fn the_recovery_sheet_says_what_stands_on_the_buttons() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/locales");
    for language in Language::ALL {
        let window = root.join(language.tag()).join("lock.ftl");
        let window = std::fs::read_to_string(window).unwrap();
        let words = Words::of(language).unwrap();
        let mut buttons = 0;
        for step in ["step-1", "step-2", "step-3", "new-1", "new-2", "new-3"] {
            let step = words.get(&format!("recovery-{step}")).unwrap();
            for button in step.split(['“', '”']).skip(1).step_by(2) {
                assert!(window.contains(&format!(" = {button}\n")), "{button}");
                buttons += 1;
            }
        }
        assert_eq!(buttons, 3);
    }
}

/// Swedish and Danish are near enough for a word of the one to be overlooked in the other.
#[test]
fn no_language_says_a_word_of_another() {
    const SWEDISH: &str = "jag och inte är för från att hur vad när ditt uppgifter mejl";
    const DANISH: &str = "jeg og ikke af hvad hvor hvis noget oplysninger";
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets");
    let mut read = 0;
    for language in Language::ALL {
        let foreign: BTreeSet<&str> = match language {
            Language::Sv => DANISH.split(' ').collect(),
            Language::Da => SWEDISH.split(' ').collect(),
            Language::En => [SWEDISH, DANISH]
                .iter()
                .flat_map(|words| words.split(' '))
                .collect(),
        };
        let mut folders = ["locales", "templates"]
            .map(|folder| assets.join(folder).join(language.tag()))
            .to_vec();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                for line in std::fs::read_to_string(&path).unwrap().lines() {
                    // What a text is called in the files is no word of a language.
                    let text = line.split_once(" = ").map_or(line, |(_, text)| text);
                    let words = text.split(|c: char| !c.is_alphabetic());
                    for word in words.map(str::to_lowercase) {
                        read += 1;
                        let file = path.display();
                        assert!(!foreign.contains(word.as_str()), "{file}: {word}: {line}");
                    }
                }
            }
        }
    }
    assert!(read > 20_000);
}

/// Danish has two words for much of this. Window, documents and policy say the same one.
#[test]
fn danish_says_one_word_for_one_thing() {
    const OTHERS: [(&str, &str); 8] = [
        ("regist", "kartotek"),
        ("adgangsfrase", "adgangssætning"),
        ("hjemmeparty", "homeparty"),
        ("bonn", "kvittering"),
        (" bon ", "kvittering"),
        ("gade og nummer", "vej og nummer"),
        ("e-mail", "mail"),
        ("»", "”"),
    ];
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets");
    let folders = [
        "locales/da",
        "templates/da/policy",
        "templates/da/processor-agreement",
    ];
    let files = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(assets.join(folder)).unwrap())
        .map(|entry| entry.unwrap().path());
    let mut lines = 0;
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            lines += 1;
            let words = line.split_once(" = ").map_or(line, |(_, words)| words);
            let words = words.to_lowercase().replace("register.age", "");
            for (other, ours) in OTHERS {
                assert!(
                    !words.contains(other),
                    "{}: {ours}, not {other}: {line}",
                    file.display()
                );
            }
        }
    }
    assert!(lines > 500);
}
