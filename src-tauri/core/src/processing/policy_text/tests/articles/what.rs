//! Paragraph 1 of articles 13 and 14: who, what, why, for whom; and article 9 with it.

use crate::processing::clauses::Name;

/// Items with the clause that tells each, and the words that show it, in Swedish, Danish and English.
pub const ITEMS: [(&str, Name, [&str; 3]); 47] = {
    use Name::{Controller, Data, Interests, Messages, Recipients, Skin};
    [
        (
            "13(1)(a) identity",
            Controller,
            [
                "Jag heter Maja Lindqvist och driver Ängens Hudvård",
                "Jeg hedder Maja Lindqvist og driver Ängens Hudvård",
                "My name is Maja Lindqvist and I run Ängens Hudvård",
            ],
        ),
        (
            "13(1)(a) controller",
            Controller,
            [
                "personuppgiftsansvarig",
                "dataansvarlig",
                "I am the controller",
            ],
        ),
        ("13(1)(a) contact: phone", Controller, ["070-174 06 05"; 3]),
        (
            "13(1)(a) contact: mail",
            Controller,
            ["maja@angenshudvard.example"; 3],
        ),
        (
            "13(1)(a) contact: address",
            Controller,
            ["Ängsvägen 3, 999 12 Lillvik"; 3],
        ),
        (
            "13(1)(c) sale, contract",
            Data,
            [
                "leverera och boka tid | Avtalet",
                "levere og aftale tid | Aftalen",
                "deliver and book appointments | Our contract",
            ],
        ),
        (
            "13(1)(c) books, legal obligation",
            Data,
            [
                "För bokföringen | Bokföringslagen",
                "Til regnskabet | Den svenske bogføringslov",
                "keep my books | The Swedish Bookkeeping Act",
            ],
        ),
        (
            "13(1)(c) care, interest",
            Data,
            [
                "ge dig råd och följa upp | Intresse",
                "give dig råd og følge op | Interesse",
                "give you advice and follow up | Legitimate",
            ],
        ),
        (
            "13(1)(c) birthday, interest",
            Data,
            [
                "gratulera dig | Intresse",
                "ønske dig tillykke | Interesse",
                "happy birthday | Legitimate",
            ],
        ),
        (
            "13(1)(c) offers, consent",
            Data,
            [
                "erbjudanden som du har sagt ja till | Ditt samtycke",
                "tilbud, som du har sagt ja til | Dit samtykke",
                "offers that you have said yes to | Your consent",
            ],
        ),
        (
            "13(1)(c) own offers, interest",
            Data,
            [
                "till dig som har handlat | Intresse",
                "til dig, der har handlet | Interesse",
                "who have bought from me | Legitimate",
            ],
        ),
        (
            "13(1)(c) parties, interest",
            Data,
            [
                "hemkalas och hålla dem | Intresse",
                "homeparties og holde dem | Interesse",
                "home parties and hold them | Legitimate",
            ],
        ),
        (
            "13(1)(c) messages, interest",
            Data,
            [
                "höras där du vill | Intresse",
                "der, hvor du vil | Interesse",
                "in touch where you like | Legitimate",
            ],
        ),
        (
            "13(1)(c) skin, consent",
            Data,
            [
                "passar din hud | Ditt samtycke",
                "passer til din hud | Dit samtykke",
                "fits your skin | Your consent",
            ],
        ),
        (
            "13(1)(c) pictures, consent",
            Data,
            [
                "din hud förändras | Ditt samtycke",
                "din hud forandrer sig | Dit samtykke",
                "your skin changes | Your consent",
            ],
        ),
        (
            "13(1)(c) agreements, interest",
            Data,
            [
                "kommit överens om | Intresse",
                "på skrift | Interesse",
                "agreed at hand | Legitimate",
            ],
        ),
        (
            "13(1)(c) accountability, legal obligation",
            Data,
            [
                "följer lagen | Dataskydds",
                "følger loven | Databeskyttelses",
                "follow the law | General Data",
            ],
        ),
        (
            "13(1)(c) 6(1)(b)",
            Data,
            ["b (avtal)", "litra b (aftale)", "(b) contract"],
        ),
        (
            "13(1)(c) 6(1)(c)",
            Data,
            ["c (rättslig", "litra c (retlig", "(c) legal obligation"],
        ),
        (
            "13(1)(c) 6(1)(f)",
            Data,
            ["f (intresse", "litra f (interesse", "(f) legitimate"],
        ),
        (
            "13(1)(c) 6(1)(a)",
            Data,
            ["a (samtycke)", "litra a (samtykke)", "(a) consent"],
        ),
        (
            "9(2)(a) explicit consent",
            Data,
            [
                "Känsliga uppgifter: artikel",
                "Følsomme oplysninger: artikel",
                "Special categories: article",
            ],
        ),
        (
            "14(1)(d) contact",
            Data,
            [
                "Namn, telefon, mejl",
                "Navn, telefon, mail",
                "Name, phone, email",
            ],
        ),
        (
            "14(1)(d) birthday",
            Data,
            ["Födelsedag |", "Fødselsdag |", "Birthday |"],
        ),
        (
            "14(1)(d) purchases",
            Data,
            [
                "Köp och kvitton |",
                "Køb og kvitteringer |",
                "Purchases and receipts |",
            ],
        ),
        (
            "14(1)(d) contacts",
            Data,
            [
                "När och om vad vi har hörts",
                "Hvornår vi har været i kontakt og om hvad",
                "When we were in touch and about what",
            ],
        ),
        (
            "14(1)(d) notes",
            Data,
            [
                "Mina anteckningar om dig",
                "Mine noter om dig",
                "My notes about you",
            ],
        ),
        (
            "14(1)(d) skin",
            Data,
            [
                "Uppgifter om din hud |",
                "Oplysninger om din hud |",
                "Details of your skin |",
            ],
        ),
        (
            "14(1)(d) pictures",
            Data,
            [
                "Foton av din hud |",
                "Billeder af din hud |",
                "Pictures of your skin |",
            ],
        ),
        (
            "14(1)(d) files",
            Data,
            [
                "Avtal, samtycken och andra filer",
                "Aftaler, samtykker og andre filer",
                "Agreements, consents and other files",
            ],
        ),
        (
            "14(1)(d) consents",
            Data,
            [
                "Vad du har sagt ja och nej till",
                "Hvad du har sagt ja og nej til",
                "What you said yes and no to",
            ],
        ),
        (
            "13(1)(d) care",
            Interests,
            [
                "Råd och uppföljning. Jag vill minnas",
                "Råd og opfølgning. Jeg vil gerne huske",
                "Advice and follow-up. I want to remember",
            ],
        ),
        (
            "13(1)(d) birthday",
            Interests,
            [
                "Födelsedagar. Jag vill",
                "Fødselsdage. Jeg vil",
                "Birthdays. I want",
            ],
        ),
        (
            "13(1)(d) own offers",
            Interests,
            [
                "Erbjudanden till dem som har handlat. Jag vill",
                "Tilbud til dem, der har handlet. Jeg vil",
                "Offers to those who have bought. I want",
            ],
        ),
        (
            "13(1)(d) parties",
            Interests,
            [
                "Hemkalas. Jag vill",
                "Homeparties. Jeg vil",
                "Home parties. I want",
            ],
        ),
        (
            "13(1)(d) messages",
            Interests,
            [
                "Telefon och sociala medier. Jag vill",
                "Telefon og sociale medier. Jeg vil",
                "Phone and social media. I want",
            ],
        ),
        (
            "13(1)(d) agreements",
            Interests,
            [
                "Avtal och andra filer. Jag vill",
                "Aftaler og andre filer. Jeg vil",
                "Agreements and other files. I want",
            ],
        ),
        (
            "13(1)(e) recipient",
            Recipients,
            [
                "Lilla Byrån AB, som sköter",
                "Lilla Byrån AB, som fører",
                "Lilla Byrån AB, who keeps",
            ],
        ),
        (
            "13(1)(e) another",
            Recipients,
            [
                "Brevduvan Inc., som sköter",
                "Brevduvan Inc., som står for",
                "Brevduvan Inc., who handles",
            ],
        ),
        (
            "13(1)(e) sub-processor",
            Recipients,
            [
                "Serverhallen Ltd, som Brevduvan Inc. tar hjälp av.",
                "Serverhallen Ltd, som Brevduvan Inc. får hjælp af.",
                "Serverhallen Ltd, who helps Brevduvan Inc. with its work.",
            ],
        ),
        (
            "13(1)(e) authorities",
            Recipients,
            [
                "Skatteverket och andra myndigheter",
                "Skatteverket (den svenske skattestyrelse) og andre",
                "Tax Agency and other authorities",
            ],
        ),
        (
            "13(1)(f) transfer",
            Recipients,
            [
                "Brevduvan Inc., USA",
                "Brevduvan Inc., USA",
                "Brevduvan Inc., the United States",
            ],
        ),
        (
            "13(1)(f) safeguard",
            Recipients,
            [
                "EU-kommissionens standardavtalsklausuler",
                "EU-Kommissionens standardkontraktbestemmelser",
                "The European Commission’s standard contractual clauses",
            ],
        ),
        (
            "13(1)(f) safeguard not known",
            Recipients,
            [
                "Storbritannien. Fråga mig vad som skyddar",
                "Storbritannien. Spørg mig, hvad der beskytter",
                "the United Kingdom. Ask me what protects",
            ],
        ),
        (
            "13(1)(f) copy",
            Recipients,
            [
                "en kopia av det som skyddar",
                "en kopi af det, der beskytter",
                "a copy of what protects",
            ],
        ),
        (
            "13(1)(c) skin is asked first",
            Skin,
            [
                "så jag frågar alltid först",
                "så jeg spørger altid først",
                "so I always ask first",
            ],
        ),
        (
            "13(1)(e) messages",
            Messages,
            [
                "Företaget bakom den",
                "Firmaet bag den",
                "The company behind it",
            ],
        ),
    ]
};
