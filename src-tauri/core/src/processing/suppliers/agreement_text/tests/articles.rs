//! Each item of article 28(3), by the words that show it.

use super::super::{AgreementFacts, Values, texts, words};
use super::{Language, abroad, business, full, minimal, text, uses};
use crate::documents::templates;

/// Items of the law with the words that show them, in Swedish, Danish and English.
const ITEMS: [(&str, [&str; 3]); 23] = [
    (
        "duration",
        [
            "så länge biträdet arbetar",
            "så længe databehandleren arbejder",
            "as long as the processor works",
        ],
    ),
    (
        "types of data",
        [
            "Namn, telefon, mejl",
            "Navn, telefon, mail",
            "Name, phone, email",
        ],
    ),
    (
        "categories of data subjects",
        [
            "Den ansvariges kunder",
            "Den ansvarliges kunder",
            "The controller's customers",
        ],
    ),
    (
        "obligations of the controller",
        [
            "bestämmer varför och hur",
            "bestemmer, hvorfor og hvordan",
            "decides why and how",
        ],
    ),
    (
        "rights of the controller",
        [
            "rätt att ändra sina instruktioner",
            "ret til at ændre sine instrukser",
            "right to change its instructions",
        ],
    ),
    (
        "(a) documented instructions",
        [
            "bett om skriftligt",
            "bedt om på skrift",
            "asked for in writing",
        ],
    ),
    (
        "(a) transfers",
        [
            "ska föras till ett land utanför EU och EES",
            "skal til et land uden for EU og EØS",
            "goes to a country outside the EU and the EEA",
        ],
    ),
    (
        "(a) law that requires otherwise",
        [
            "om lagen inte förbjuder det",
            "medmindre loven forbyder det",
            "unless that law forbids it",
        ],
    ),
    (
        "instructions that break the law",
        [
            "instruktion strider mot lagen",
            "instruks er i strid med loven",
            "instruction breaks the law",
        ],
    ),
    (
        "(b) confidentiality",
        [
            "lovat att inte föra dem vidare",
            "lovet ikke at give dem videre",
            "promised to keep it to themselves",
        ],
    ),
    (
        "(c) security",
        [
            "så väl som riskerna kräver",
            "så godt, som risikoen kræver",
            "as well as the risks require",
        ],
    ),
    (
        "(c) encryption",
        [
            "är krypterade när de skickas",
            "er krypteret, når de sendes",
            "is encrypted when it is sent",
        ],
    ),
    (
        "(c) backups that can be read",
        [
            "går att läsa tillbaka",
            "kan læses tilbage",
            "can be read back",
        ],
    ),
    (
        "(d) changes told in time to object",
        [
            "minst 30 dagar innan",
            "mindst 30 dage før",
            "at least 30 days before",
        ],
    ),
    (
        "(d) the same terms",
        [
            "ha lovat detsamma i ett skriftligt avtal",
            "have lovet det samme i en skriftlig aftale",
            "have promised the same in a written agreement",
        ],
    ),
    (
        "(d) liable for them",
        ["som för sitt eget", "som for sit eget", "as for its own"],
    ),
    (
        "(e) rights",
        [
            "se, rätta, radera, flytta eller begränsa",
            "se, rette, slette, flytte eller begrænse",
            "see, correct, erase, move or restrict",
        ],
    ),
    (
        "(f) breaches",
        [
            "senast 24 timmar",
            "senest 24 timer",
            "no later than 24 hours",
        ],
    ),
    (
        "(f) notifying",
        [
            "anmäla till myndigheten",
            "anmelde til myndigheden",
            "notify the authority",
        ],
    ),
    (
        "(f) assessments",
        [
            "bedöma risker i förväg",
            "vurdere risikoen på forhånd",
            "assess risks beforehand",
        ],
    ),
    (
        "(g) deletion or return",
        [
            "lämnas tillbaka eller raderas",
            "gives tilbage eller slettes",
            "returned or deleted",
        ],
    ),
    (
        "(h) information",
        [
            "visar den ansvarige det som behövs",
            "viser den ansvarlige det, der skal til",
            "shows the controller what is needed",
        ],
    ),
    (
        "(h) audits",
        [
            "granska det på plats",
            "gennemgå det på stedet",
            "inspect it on site",
        ],
    ),
];

/// What is said of this supplier.
const OF_THIS_ONE: [(&str, [&str; 3]); 8] = [
    (
        "the parties: controller",
        [
            "Ängens Hudvård, här kallad den ansvarige",
            "Ängens Hudvård, her kaldet den ansvarlige",
            "Ängens Hudvård, called the controller",
        ],
    ),
    (
        "the parties: processor",
        [
            "Brevduvan Inc., här kallad biträdet",
            "Brevduvan Inc., her kaldet databehandleren",
            "Brevduvan Inc., called the processor",
        ],
    ),
    (
        "subject matter",
        [
            "skickar och tar emot mejl",
            "sender og modtager mails",
            "sends and receives email",
        ],
    ),
    (
        "nature",
        [
            "delar ut, sparar och raderar meddelanden",
            "deler ud, gemmer og sletter beskeder",
            "delivers, keeps and deletes messages",
        ],
    ),
    (
        "purpose",
        [
            "Ändamålet är att den ansvarige",
            "Formålet er, at den ansvarlige",
            "The purpose is that the controller",
        ],
    ),
    (
        "types of data: what is kept besides",
        [
            "anteckningar om kunden",
            "noter om kunden",
            "notes about the customer",
        ],
    ),
    (
        "(d) sub-processors that are allowed",
        [
            "Serverhallen AB, Sverige",
            "Serverhallen AB, Sverige",
            "Serverhallen AB, Sweden",
        ],
    ),
    (
        "signatures for both",
        [
            "För Brevduvan Inc., biträdet",
            "For Brevduvan Inc., databehandleren",
            "For Brevduvan Inc., the processor",
        ],
    ),
];

#[test]
fn every_item_of_article_28_3_is_agreed() {
    for (index, language) in Language::ALL.into_iter().enumerate() {
        let full = text(&full(language));
        let minimal = text(&minimal(language));
        for (item, shown) in ITEMS {
            // Once: so a clause that is dropped takes its item along.
            assert_eq!(
                full.matches(shown[index]).count(),
                1,
                "{language:?}: {item}\n{full}"
            );
            assert!(
                minimal.contains(shown[index]),
                "{language:?}: {item}\n{minimal}"
            );
        }
        for (item, shown) in OF_THIS_ONE {
            assert_eq!(
                full.matches(shown[index]).count(),
                1,
                "{language:?}: {item}\n{full}"
            );
        }
    }
}

/// A clause that nobody would miss is one that may be dropped unseen.
#[test]
fn every_clause_up_to_the_audits_shows_an_item() {
    for (index, language) in Language::ALL.into_iter().enumerate() {
        let facts = AgreementFacts {
            business: &business(),
            supplier: &abroad(),
            uses: &uses(language),
        };
        let words = words(language).unwrap();
        let values = Values::new(&facts, &words, language).unwrap();
        for (at, clause) in texts(language).clauses.iter().take(14).enumerate() {
            let clause = text(&templates::render(clause, &values).unwrap());
            let mut items = ITEMS.iter().chain(&OF_THIS_ONE);
            let shows = items.any(|(_, shown)| clause.contains(shown[index]));
            assert!(shows, "{language:?}: clause {at}: {clause}");
        }
    }
}

#[test]
fn the_law_is_named_clause_by_clause() {
    for language in Language::ALL {
        let text = text(&minimal(language));
        for letter in ["a", "b", "c", "d", "e", "f", "g", "h"] {
            let named = match language {
                Language::Sv => format!("28.3 {letter}"),
                Language::Da => format!("litra {letter}"),
                Language::En => format!("28(3)({letter})"),
            };
            assert!(text.contains(&named), "{language:?}: {named}");
        }
    }
}
