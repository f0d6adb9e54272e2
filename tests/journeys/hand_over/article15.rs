//! Everything that article 15 lists, item by item and in each language.

use kundbok_core::inventory::Purpose;
use kundbok_core::processing::activities::{self, AnswerQuestion};
use kundbok_core::processing::suppliers::{self, RemoveSupplier};

use super::*;

/// Items of the article with the words that show them, in Swedish, Danish and English. None of them stands
/// twice: without its sentence it is missing.
const ITEMS: [(&str, [&str; 3]); 17] = [
    (
        "15(1) confirmation",
        [
            "vad jag har sparat om dig",
            "hvad jeg har gemt om dig",
            "what I have kept about you",
        ],
    ),
    (
        "15(1)(a) purposes",
        [
            "För att sälja, leverera och boka tid (avtal)",
            "For at sælge, levere og aftale tid (aftale)",
            "To sell, deliver and book appointments (contract)",
        ],
    ),
    (
        "15(1)(b) categories",
        [
            "Var uppgifterna kommer ifrån",
            "Hvor oplysningerne kommer fra",
            "Where the details come from",
        ],
    ),
    ("15(1)(c) recipients", ["Tidboken i Lillvik AB"; 3]),
    (
        "15(1)(c) authorities",
        [
            "andra myndigheter får dem",
            "andre myndigheder får dem",
            "other authorities get them",
        ],
    ),
    (
        "15(1)(d) period",
        [
            "7 år efter utgången av det år",
            "7 år efter udgangen af det år",
            "7 years after the end of the year",
        ],
    ),
    (
        "15(1)(e) rectification, erasure",
        [
            "rätta eller radera",
            "rette eller slette",
            "correct or erase",
        ],
    ),
    (
        "15(1)(e) restriction",
        ["ligga orörda", "ligge urørt", "leave them untouched"],
    ),
    (
        "15(1)(e) objection",
        [
            "säga nej till erbjudanden",
            "sige nej til tilbud",
            "say no to offers",
        ],
    ),
    (
        "7(3) withdrawal",
        [
            "ta tillbaka det. Det kostar",
            "trække det tilbage. Det koster",
            "take it back. It costs",
        ],
    ),
    (
        "20 portability",
        [
            "ge dig dem i en fil",
            "give dig dem i en fil",
            "give you them in a file",
        ],
    ),
    (
        "12(3) a month, free of charge",
        [
            "kostar ingenting, och jag svarar inom en månad",
            "koster ikke noget, og jeg svarer inden for en måned",
            "costs nothing, and I answer within a month",
        ],
    ),
    ("15(1)(f) complaint", ["Box 8114, 104 20 Stockholm"; 3]),
    (
        "15(1)(g) source",
        [
            "av någon annan än dig själv",
            "af andre end dig selv",
            "someone other than you",
        ],
    ),
    (
        "15(1)(h) decisions",
        [
            "Inga beslut om dig fattas automatiskt",
            "ingen automatiske afgørelser om dig",
            "No decisions about you are made automatically",
        ],
    ),
    (
        "15(2) safeguards",
        [
            "EU-kommissionens standardavtalsklausuler",
            "EU-Kommissionens standardkontraktbestemmelser",
            "The European Commission’s standard contractual clauses",
        ],
    ),
    (
        "15(3) electronic copy",
        ["json och csv", "json og csv", "json and csv"],
    ),
];

fn answer(scene: &mut Scene, language: Language) -> String {
    let mut request = scene.request(Vec::new());
    request.prepared.language = language;
    squeezed(&pdf_text(&scene.copy(&request).files[0].bytes))
}

#[test]
fn she_is_told_all_that_article_15_lists() {
    let mut scene = Scene::new();
    for (at, language) in Language::ALL.into_iter().enumerate() {
        let text = answer(&mut scene, language);
        for (item, words) in ITEMS {
            let times = text.matches(&squeezed(words[at])).count();
            assert_eq!(times, 1, "{item}, {language:?}: {}", words[at]);
        }
    }
}

#[test]
fn what_lies_with_others_is_not_said_to_be_hers_alone() {
    let mut scene = Scene::new();
    let said = |scene: &mut Scene, language, words: &str| {
        answer(scene, language).contains(&squeezed(words))
    };
    let now = sample::evening_of(sample::LAST_DAY);
    let change = |scene: &mut Scene, change: &dyn Fn(&kundbok_core::register::Connection)| {
        let saved = scene.register.write(now, Action::EditMap, |connection| {
            change(connection);
            Ok(Change::of_nobody(()))
        });
        saved.unwrap();
    };
    change(&mut scene, &|connection| {
        for each in suppliers::list(connection).unwrap() {
            suppliers::remove(connection, &RemoveSupplier { id: each.id }).unwrap();
        }
    });
    let alone = [
        "Ingen annan än jag har fått dina uppgifter",
        "Kun jeg har fået dine oplysninger",
        "Nobody but me has received your details",
    ];
    let within = [
        "Inget har lämnat EU och EES",
        "Intet har forladt EU og EØS",
        "Nothing has left the EU and the EEA",
    ];
    let with_others = [
        "kan hamna utanför EU och EES",
        "kan havne uden for EU og EØS",
        "may end up outside the EU and the EEA",
    ];
    for (at, language) in Language::ALL.into_iter().enumerate() {
        assert!(said(&mut scene, language, alone[at]), "{language:?}");
        assert!(said(&mut scene, language, within[at]), "{language:?}");
    }
    // Her phone is copied to the web, unless she says that it is not.
    change(&mut scene, &|connection| {
        let all = activities::all(connection, Language::Sv).unwrap();
        let messaging = all
            .iter()
            .find(|each| each.purpose == Some(Purpose::Messaging));
        let id = messaging.unwrap().id;
        activities::answer(connection, AnswerQuestion { id, answer: true }).unwrap();
    });
    for (at, language) in Language::ALL.into_iter().enumerate() {
        assert!(!said(&mut scene, language, alone[at]), "{language:?}");
        assert!(!said(&mut scene, language, within[at]), "{language:?}");
        assert!(said(&mut scene, language, with_others[at]), "{language:?}");
    }
}
