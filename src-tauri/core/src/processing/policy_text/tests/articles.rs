//! Each item of articles 13 and 14, by the words that show it.

use super::{full, text};
use crate::Language;

/// Items of the law with the words that show them, in Swedish, Danish and English.
const ITEMS: [(&str, [&str; 3]); 38] = [
    ("13(1)(a) identity", ["Maja Lindqvist"; 3]),
    ("13(1)(a) contact: phone", ["070-174 06 05"; 3]),
    ("13(1)(a) contact: mail", ["maja@angenshudvard.example"; 3]),
    (
        "13(1)(c) purpose: sale",
        ["sälja, leverera", "sælge, levere", "sell, deliver"],
    ),
    (
        "13(1)(c) purpose: books",
        ["bokföringen", "regnskabet", "keep my books"],
    ),
    (
        "13(1)(c) purpose: care",
        ["ge dig råd", "give dig råd", "give you advice"],
    ),
    (
        "13(1)(c) purpose: birthday",
        ["gratulera", "tillykke", "happy birthday"],
    ),
    (
        "13(1)(c) basis: contract",
        ["b (avtal)", "litra b (aftale)", "(b) contract"],
    ),
    (
        "13(1)(c) basis: duty",
        ["c (rättslig", "litra c (retlig", "(c) legal obligation"],
    ),
    (
        "13(1)(c) basis: interest",
        ["f (intresse", "litra f (interesse", "(f) legitimate"],
    ),
    (
        "13(1)(c) basis: consent",
        ["a (samtycke)", "litra a (samtykke)", "(a) consent"],
    ),
    (
        "9(2)(a) explicit consent",
        ["9.2 a", "artikel 9, stk. 2, litra a", "9(2)(a)"],
    ),
    (
        "13(1)(c) purpose: offers",
        ["skicka erbjudanden", "sende tilbud", "send offers"],
    ),
    (
        "13(1)(c) purpose: skin",
        ["passar din hud", "passer til din hud", "fits your skin"],
    ),
    (
        "13(1)(d) interests",
        ["nytta av det", "gavn af det", "useful to me"],
    ),
    (
        "13(1)(e) recipient",
        [
            "Lilla Byrån AB, som sköter",
            "Lilla Byrån AB, som fører",
            "Lilla Byrån AB, who keeps",
        ],
    ),
    (
        "13(1)(e) sub-processor",
        [
            "Serverhallen Ltd, som Brevduvan Inc. tar hjälp av.",
            "Serverhallen Ltd, som Brevduvan Inc. får hjælp af.",
            "Serverhallen Ltd, who helps Brevduvan Inc. with its work.",
        ],
    ),
    (
        "13(1)(f) safeguard not known",
        [
            "Storbritannien. Fråga mig vad som skyddar",
            "Storbritannien. Spørg mig, hvad der beskytter",
            "the United Kingdom. Ask me what protects",
        ],
    ),
    (
        "13(1)(f) transfer",
        [
            "Brevduvan Inc., USA",
            "Brevduvan Inc., USA",
            "Brevduvan Inc., the United States",
        ],
    ),
    (
        "13(1)(f) safeguard",
        ["EU-kommissionens standardavtalsklausuler"; 3],
    ),
    (
        "13(1)(f) copy",
        [
            "en kopia av det som skyddar",
            "en kopi af det, der beskytter",
            "a copy of what protects",
        ],
    ),
    (
        "13(2)(a) customers",
        [
            "I tre år efter ditt senaste",
            "I tre år efter dit seneste",
            "three years after your latest",
        ],
    ),
    (
        "13(2)(a) consent",
        [
            "Tills du tar tillbaka ditt ja",
            "Indtil du trækker dit ja tilbage",
            "Until you take your yes back",
        ],
    ),
    (
        "13(2)(a) books",
        [
            "I sju år efter slutet",
            "I syv år efter udgangen",
            "seven years after the end",
        ],
    ),
    (
        "13(2)(b) access",
        ["ge dig en kopia", "give dig en kopi", "give you a copy"],
    ),
    (
        "13(2)(b) rectification",
        ["rätta det", "rette det", "correct what"],
    ),
    (
        "13(2)(b) erasure",
        ["radera det", "slette det", "erase what"],
    ),
    (
        "13(2)(b) restriction",
        ["ligga orörda", "ligge urørt", "untouched"],
    ),
    (
        "13(2)(b) objection",
        ["sluta använda", "holde op med at bruge", "stop using"],
    ),
    (
        "13(2)(b) portability",
        ["i en fil", "i en fil", "in a file"],
    ),
    (
        "13(2)(c) withdrawal",
        [
            "ta tillbaka det när du vill",
            "trække det tilbage, når du vil",
            "take it back whenever",
        ],
    ),
    ("13(2)(d) authority", ["Integritetsskyddsmyndigheten"; 3]),
    ("13(2)(d) its address", ["Box 8114, 104 20 Stockholm"; 3]),
    (
        "13(2)(e) must",
        ["Måste du lämna", "Behøver du at give", "Do you have to"],
    ),
    (
        "13(2)(f) decisions",
        [
            "Ingen dator bestämmer",
            "Ingen computer bestemmer",
            "No computer decides",
        ],
    ),
    (
        "14(1)(d) categories",
        ["Namn, telefon", "Navn, telefon", "Name, phone"],
    ),
    (
        "14(2)(f) source: hostess",
        ["en värdinna", "en værtinde", "a hostess"],
    ),
    (
        "14(2)(f) source: list",
        [
            "ett kundregister",
            "et kundekartotek",
            "a customer register",
        ],
    ),
];

#[test]
fn every_item_of_articles_13_and_14_is_told() {
    for (index, language) in Language::ALL.into_iter().enumerate() {
        let text = text(&full(language));
        for (item, shown) in ITEMS {
            assert!(text.contains(shown[index]), "{language:?}: {item}\n{text}");
        }
    }
}
