//! Paragraph 2 of articles 13 and 14: for how long, which rights, where from; and what goes with it.

use crate::processing::clauses::Name;

/// Items with the clause that tells each, and the words that show it, in Swedish, Danish and English.
pub const ITEMS: [(&str, Name, [&str; 3]); 35] = {
    use Name::{Complaint, Interests, Must, Offers, Parties, Photos, Retention, Rights, Sources};
    [
        (
            "21(4) right to object",
            Interests,
            [
                "rätt att invända",
                "ret til at gøre indsigelse",
                "right to object",
            ],
        ),
        (
            "13(2)(a) customers",
            Retention,
            [
                "I tre år efter ditt senaste köp eller vår senaste kontakt: namn",
                "I tre år efter dit seneste køb eller vores seneste kontakt: navn",
                "For three years after your latest purchase or our latest contact: name",
            ],
        ),
        (
            "13(2)(a) objection",
            Retention,
            [
                "Tills du säger nej, dock",
                "Indtil du siger nej, men",
                "Until you say no, and",
            ],
        ),
        (
            "13(2)(a) consent",
            Retention,
            [
                "Tills du tar tillbaka ditt ja, dock",
                "Indtil du trækker dit ja tilbage, dog",
                "Until you take your yes back, but",
            ],
        ),
        (
            "13(2)(a) books",
            Retention,
            [
                "I sju år efter slutet",
                "I syv år efter udgangen",
                "For seven years after the end",
            ],
        ),
        (
            "13(2)(a) proof",
            Retention,
            [
                "I fem år efter att jag har raderat",
                "I fem år, efter at resten er slettet",
                "For five years after I have erased",
            ],
        ),
        (
            "14(2)(f) herself",
            Sources,
            ["\ndig själv\n", "\ndig selv\n", "\nyou yourself\n"],
        ),
        (
            "14(2)(f) hostess",
            Sources,
            ["\nen värdinna som", "\nen værtinde, der", "\na hostess who"],
        ),
        (
            "14(2)(f) recommended",
            Sources,
            [
                "någon som har tipsat mig",
                "en, der har fortalt mig",
                "someone who has told me",
            ],
        ),
        (
            "14(2)(f) list",
            Sources,
            [
                "ett kundregister som jag",
                "et kundekartotek, som jeg",
                "a customer register that I",
            ],
        ),
        (
            "14(2)(f) other",
            Sources,
            ["\nnågon annan\n", "\nen anden\n", "\nsomeone else\n"],
        ),
        (
            "14(2)(f) my own notes",
            Sources,
            [
                "skriver jag ner själv",
                "skriver jeg selv ned",
                "I write down myself",
            ],
        ),
        (
            "13(2)(e) contract",
            Must,
            [
                "De behövs för vårt avtal",
                "De er nødvendige for vores aftale",
                "They are needed for our contract",
            ],
        ),
        (
            "13(2)(e) consequence",
            Must,
            [
                "kan jag inte leverera",
                "kan jeg ikke levere",
                "I cannot deliver",
            ],
        ),
        (
            "13(2)(e) law",
            Must,
            [
                "Det kräver bokföringslagen, så",
                "Det kræver den svenske bogføringslov, så",
                "Bookkeeping Act requires it",
            ],
        ),
        (
            "13(2)(e) the rest",
            Must,
            [
                "väljer du själv om du vill berätta",
                "bestemmer du selv, om du vil fortælle",
                "is yours to tell or not",
            ],
        ),
        (
            "ePrivacy 13(1) consent",
            Offers,
            [
                "skickar jag bara om du har sagt ja",
                "sender jeg kun, hvis du har sagt ja",
                "I send only if you have said yes",
            ],
        ),
        (
            "ePrivacy 13(2) own customers",
            Offers,
            [
                "varor som liknar dem du köpte",
                "varer, der ligner dem, du købte",
                "goods like those you bought",
            ],
        ),
        (
            "13(2)(c) withdrawal as easy",
            Offers,
            ["det är lika lätt", "det er lige så let", "just as easily"],
        ),
        (
            "13(2)(c) what was done before",
            Offers,
            ["fortfarande tillåtet", "stadig lovligt", "still allowed"],
        ),
        (
            "21(2) right to say no",
            Offers,
            [
                "Du har alltid rätt att säga nej",
                "Du har altid ret til at sige nej",
                "You always have the right to say no",
            ],
        ),
        (
            "13(2)(c) pictures",
            Photos,
            ["tar jag foton", "tager jeg billeder", "I take pictures"],
        ),
        (
            "14(2)(f) parties",
            Parties,
            [
                "av värdinnan, eller av dig",
                "af værtinden eller af dig",
                "from the hostess, or from you",
            ],
        ),
        (
            "13(2)(b) access",
            Rights,
            ["ge dig en kopia", "give dig en kopi", "give you a copy"],
        ),
        (
            "13(2)(b) rectification",
            Rights,
            ["rätta det", "rette det", "correct what"],
        ),
        (
            "13(2)(b) erasure",
            Rights,
            ["radera det", "slette det", "erase what"],
        ),
        (
            "13(2)(b) restriction",
            Rights,
            ["ligga orörda", "ligge urørt", "untouched"],
        ),
        (
            "13(2)(b) objection",
            Rights,
            ["sluta använda", "holde op med at bruge", "stop using"],
        ),
        (
            "13(2)(b) portability",
            Rights,
            ["lämnat i en fil", "i en fil, så", "told me in a file"],
        ),
        (
            "13(2)(c) withdrawal",
            Rights,
            [
                "Har du sagt ja till något kan du ta tillbaka",
                "Har du sagt ja til noget, kan du trække",
                "said yes to something you can take it back",
            ],
        ),
        (
            "13(2)(f) decisions",
            Rights,
            [
                "Ingen dator bestämmer",
                "Ingen computer bestemmer",
                "No computer decides",
            ],
        ),
        (
            "12(3) within a month",
            Rights,
            [
                "svarar inom en månad",
                "svarer inden for en måned",
                "I answer within a month",
            ],
        ),
        (
            "13(2)(d) authority",
            Complaint,
            ["Integritetsskyddsmyndigheten"; 3],
        ),
        (
            "13(2)(d) its address",
            Complaint,
            ["Box 8114, 104 20 Stockholm"; 3],
        ),
        ("13(2)(d) its mail", Complaint, ["imy@imy.se"; 3]),
    ]
};
