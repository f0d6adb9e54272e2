//! Each item of article 30(1), by the words that show it; and that each fails with its clause.

use super::{Clause, Values, full, text};
use crate::Language;
use crate::processing::papers;

/// Items of the law, the clause that tells each, and the words that show it, in Swedish, Danish and
/// English.
const ITEMS: [(&str, Clause, [&str; 3]); 28] = {
    use Clause::{Controller, Numbers, Opening, Recipients, Security, Uses};
    [
        (
            "30(1) what it is",
            Opening,
            ["artikel 30.1", "artikel 30, stk. 1", "article 30(1)"],
        ),
        (
            "30(1) of which day",
            Opening,
            ["2026-11-22", "22.11.2026", "22 November 2026"],
        ),
        ("30(1)(a) controller", Controller, ["Ängens Hudvård"; 3]),
        ("30(1)(a) who", Controller, ["Maja Lindqvist"; 3]),
        ("30(1)(a) number", Controller, ["999102-1234"; 3]),
        (
            "30(1)(a) address",
            Controller,
            ["Ängsvägen 3, 999 12 Lillvik"; 3],
        ),
        ("30(1)(a) phone", Controller, ["070-174 06 05"; 3]),
        (
            "30(1)(a) mail",
            Controller,
            ["maja@angenshudvard.example"; 3],
        ),
        (
            "30(1)(a) officer",
            Controller,
            [
                "dataskyddsombud",
                "databeskyttelsesrådgiver",
                "data protection officer",
            ],
        ),
        (
            "30(1)(a) joint controller",
            Controller,
            [
                "Ansvarar tillsammans med mig: Brevduvan Inc., USA",
                "Har ansvaret sammen med mig: Brevduvan Inc., USA",
                "Responsible together with me: Brevduvan Inc., the United States",
            ],
        ),
        (
            "30(1)(b) purpose: sale",
            Uses,
            ["sälja, leverera", "sælge, levere", "sell, deliver"],
        ),
        (
            "30(1)(b) purpose: books",
            Uses,
            ["bokföringen", "regnskabet", "keep my books"],
        ),
        (
            "30(1)(b) purpose: skin",
            Uses,
            ["passar din hud", "passer til din hud", "fits your skin"],
        ),
        (
            "30(1)(c) people: customers",
            Uses,
            [
                "Vilkas uppgifter: Kunder",
                "Hvis oplysninger: Kunder",
                "Whose data: Customers",
            ],
        ),
        (
            "30(1)(c) people: guests",
            Uses,
            [
                "Gäster på kalas och värdinnor",
                "Gæster til homeparty og værtinder",
                "Party guests and hostesses",
            ],
        ),
        (
            "30(1)(c) data",
            Uses,
            [
                "Namn och kontaktuppgifter",
                "Navn og kontaktoplysninger",
                "Name and contact details",
            ],
        ),
        (
            "30(1)(c) health",
            Uses,
            ["Hud och hälsa", "Hud og helbred", "Skin and health"],
        ),
        (
            "9(2)(a) explicit consent",
            Uses,
            [
                "Uttryckligt samtycke, artikel 6.1\u{a0}a och 9.2\u{a0}a",
                "artikel 9, stk. 2, litra\u{a0}a",
                "9(2)(a)",
            ],
        ),
        (
            "9(1) health by inference",
            Uses,
            [
                "kan antyda något om hennes hud och hälsa",
                "kan antyde noget om hendes hud og helbred",
                "can hint at her skin and health",
            ],
        ),
        (
            "30(1)(c) how many",
            Numbers,
            ["1\u{a0}412", "1.412", "1,412"],
        ),
        (
            "30(1)(d) recipient",
            Recipients,
            [
                "Lilla Byrån AB | Bokföring | Sverige",
                "Lilla Byrån AB | Bogføring | Sverige",
                "Lilla Byrån AB | Bookkeeping | Sweden",
            ],
        ),
        (
            "30(1)(d) authorities",
            Recipients,
            [
                "Skatteverket och andra",
                "skattestyrelse) og andre",
                "Tax Agency and other",
            ],
        ),
        (
            "30(1)(e) transfer",
            Recipients,
            [
                "Brevduvan Inc. | USA",
                "Brevduvan Inc. | USA",
                "Brevduvan Inc. | the United States",
            ],
        ),
        (
            "30(1)(e) safeguard",
            Recipients,
            [
                "EU-kommissionens standardavtalsklausuler",
                "EU-Kommissionens standardkontraktbestemmelser",
                "The European Commission’s standard contractual clauses",
            ],
        ),
        (
            "30(1)(f) erasure: customers",
            Uses,
            [
                "Raderas: 3 år efter senaste köp",
                "Slettes: 3 år efter seneste køb",
                "Erased: 3 years after the latest",
            ],
        ),
        (
            "30(1)(f) erasure: books",
            Uses,
            [
                "Raderas: 7 år efter slutet",
                "Slettes: 7 år efter udgangen",
                "Erased: 7 years after the end",
            ],
        ),
        ("30(1)(g) encryption", Security, ["N\u{a0}=\u{a0}2^18"; 3]),
        (
            "30(1)(g) as configured",
            Security,
            ["15 minuter", "15 minutter", "15 minutes"],
        ),
    ]
};

fn said(clauses: impl IntoIterator<Item = Clause>, language: Language) -> String {
    let values = Values::of(&full(language)).unwrap();
    let blocks: Vec<_> = clauses
        .into_iter()
        .flat_map(|clause| clause.blocks(&values, language).unwrap())
        .collect();
    text(&blocks)
}

#[test]
fn every_item_of_article_30_is_told_and_by_its_own_clause() {
    for (index, language) in Language::ALL.into_iter().enumerate() {
        let whole = text(&super::compose(&full(language)).unwrap());
        for (item, clause, shown) in ITEMS {
            let shown = shown[index];
            assert!(whole.contains(shown), "{language:?}: {item}\n{whole}");
            let others = Clause::ALL.into_iter().filter(|each| *each != clause);
            let others = said(others, language);
            assert!(!others.contains(shown), "{language:?}: {item} twice");
        }
    }
}

#[test]
fn the_security_is_told_as_it_is_configured() {
    for (index, language) in Language::ALL.into_iter().enumerate() {
        let told = said([Clause::Security], language);
        for words in [
            ["2026-11-03", "03.11.2026", "3 November 2026"],
            ["2026-10-17", "17.10.2026", "17 October 2026"],
            ["30 dagar", "30 dage", "30 days"],
            ["min telefon", "min telefon", "my phone"],
            ["ingen förbindelse", "ingen forbindelse", "no connection"],
        ] {
            assert!(told.contains(words[index]), "{}\n{told}", words[index]);
        }
        let mut facts = full(language);
        facts.security.lock_after = 60;
        let values = Values::of(&facts).unwrap();
        let told = text(&Clause::Security.blocks(&values, language).unwrap());
        let minute = ["1 minut,", "1 minut,", "1 minute,"][index];
        assert!(told.contains(minute), "{told}");
    }
}

#[test]
fn the_plan_tells_period_law_and_what_has_passed() {
    for (index, language) in Language::ALL.into_iter().enumerate() {
        let told = text(&papers::retention_plan(&full(language)).unwrap());
        for words in [
            ["7 kap. 2 §", "kap. 7, § 2", "chapter 7, section 2"],
            ["5.1 e", "stk. 1, litra e", "5(1)(e)"],
            [
                "37 kunder har varit",
                "37 kunder har været",
                "37 customers have been",
            ],
            ["2026-12-24", "24.12.2026", "24 December 2026"],
            [
                "2028 | 402 | 1\u{a0}873",
                "2028 | 402 | 1.873",
                "2028 | 402 | 1,873",
            ],
            [
                "Köp och kvitton | 7 år efter slutet av köpets år | 1\u{a0}209 | 31 köp | 2027-02-01",
                "Køb og kvitteringer | 7 år efter udgangen af købets år | 1.209 | 31 køb | 01.02.2027",
                "Purchases and receipts | 7 years after the end of the purchase’s year | 1,209 | \
                 31 purchases | 1 February 2027",
            ],
        ] {
            assert!(told.contains(words[index]), "{}\n{told}", words[index]);
        }
    }
}
