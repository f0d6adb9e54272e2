//! Documents like the real ones.

use chrono::NaiveDate;

use crate::Language;
use crate::documents::blocks::{Align, Block, Column, Document, Fact, Letterhead, Span, Table};

pub fn document(blocks: Vec<Block>) -> Document {
    Document {
        language: Language::Sv,
        title: "Dina uppgifter hos mig".into(),
        author: "Ängens Hudvård".into(),
        date: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap(),
        letterhead: Letterhead::default(),
        foot_left: "Ängens Hudvård".into(),
        foot_middle: "Uppgifter om Elin Bergdahl".into(),
        blocks,
    }
}

pub fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![Span::plain(text)])
}

pub fn heading(text: &str) -> Block {
    Block::Heading {
        number: None,
        text: text.into(),
    }
}

pub fn facts(facts: &[(&str, &str)]) -> Block {
    Block::Facts(
        facts
            .iter()
            .map(|(label, value)| Fact {
                label: (*label).into(),
                value: (*value).into(),
            })
            .collect(),
    )
}

pub fn column(heading: &str, align: Align, share: Option<u8>) -> Column {
    Column {
        heading: heading.into(),
        align,
        share,
    }
}

const GOODS: [(&str, &str, &str); 8] = [
    ("Dagkräm havre 50 ml", "1", "489,00 kr"),
    ("Nattserum havtorn 30 ml", "1", "600,00 kr"),
    ("Rengöringsmjölk 200 ml", "1", "289,00 kr"),
    ("Solskydd 30, 75 ml", "2", "598,00 kr"),
    ("Presentask vinter", "3", "1 197,00 kr"),
    ("Handkräm havre 75 ml", "4", "596,00 kr"),
    ("Ögonkräm 15 ml", "1", "349,00 kr"),
    ("Ansiktsolja nypon 30 ml", "1", "379,00 kr"),
];

pub fn purchases(lines: usize) -> Table {
    let rows = (0..lines)
        .map(|index| {
            let (what, count, amount) = GOODS[index % GOODS.len()];
            let year = 2026 - index * 6 / lines.max(1);
            vec![
                format!("{year}-{:02}-{:02}", 12 - index % 12, 28 - index % 28),
                format!("{year}-{:03}", 999 - index % 900),
                what.into(),
                count.into(),
                amount.replace(' ', "\u{a0}"),
            ]
        })
        .collect();
    Table {
        columns: vec![
            column("Datum", Align::Start, None),
            column("Kvitto", Align::Start, None),
            column("Vara", Align::Start, Some(1)),
            column("Antal", Align::End, None),
            column("Belopp", Align::End, None),
        ],
        rows,
        sum: Some(vec![
            "Sammanlagt".into(),
            String::new(),
            String::new(),
            String::new(),
            "5\u{a0}494,00\u{a0}kr".into(),
        ]),
    }
}

pub fn handover(lines: usize) -> Document {
    let mut document = document(vec![
        Block::Title("Dina uppgifter hos mig".into()),
        paragraph(
            "Du bad den 26 oktober att få veta vad jag har sparat om dig. Här är alltihop, och \
             varför jag har det. Stämmer något inte, eller vill du att jag tar bort något, så säg till.",
        ),
        heading("Om dig"),
        facts(&[
            ("Namn", "Elin Bergdahl"),
            ("Mobil", "070-174 06 38"),
            ("Mejl", "elin.bergdahl@post.example"),
            ("Adress", "Rönnstigen 4, 999 41 Lillvik"),
            ("Fyller år", "14 mars"),
            ("Inskriven i registret", "2023-04-18"),
            (
                "Uppgifterna kom från",
                "Dig själv, på hemkalas hos Birgitta N.",
            ),
            ("Hudprofil och foton", "Finns inte"),
        ]),
        heading("Det du har köpt"),
        Block::Table(purchases(lines)),
        heading("Det du har sagt ja och nej till"),
        facts(&[
            ("Erbjudanden per sms", "Ja, på svarskort 2024-05-02"),
            ("Erbjudanden per mejl", "Har köpt och inte tackat nej"),
            ("Erbjudanden per telefon", "Nej, per telefon 2025-11-08"),
        ]),
        heading("Varför jag har dem, och hur länge"),
        Block::Table(reasons()),
        heading("Vilka som har fått dem"),
        paragraph(
            "Redovisningsbyrån Siffran i Lillvik har fått kvittona. Fraktbolaget Nordpaket fick ditt \
             namn och din adress 2025-11-29. Ingen annan, och inget har lämnat EU. Inga beslut om dig \
             fattas automatiskt.",
        ),
        heading("Dina rättigheter"),
        paragraph(
            "Du kan be mig rätta, radera eller sluta använda uppgifterna, få med dig dem i en fil och \
             säga nej till erbjudanden. Är du inte nöjd med mitt svar kan du klaga hos \
             Integritetsskyddsmyndigheten, Box 8114, 104 20 Stockholm, 08-657 61 00, imy.se.",
        ),
        Block::Fine(vec![Span::plain(
            "Det här är det du har rätt till enligt artikel 15 i dataskyddsförordningen.",
        )]),
    ]);
    document.letterhead = Letterhead {
        sender: vec![
            "Ängens Hudvård".into(),
            "Maja Lindqvist".into(),
            "Ängsvägen 3, 999 12 Lillvik".into(),
            "070-174 06 05".into(),
            "maja@angenshudvard.example".into(),
        ],
        aside: vec!["2026-11-24".into()],
        to: vec![
            "Elin Bergdahl".into(),
            "Rönnstigen 4".into(),
            "999 41 Lillvik".into(),
        ],
    };
    document
}

pub fn reasons() -> Table {
    let rows = [
        [
            "Namn och hur jag når dig",
            "För att sälja, leverera och boka tid (avtal)",
            "tre år efter ditt senaste köp",
        ],
        [
            "Kvitton",
            "Bokföringslagen 7 kap. 2 §",
            "sju år efter årets slut, de senaste till 2033-12-31",
        ],
        [
            "Födelsedag",
            "För att kunna gratulera dig (intresseavvägning)",
            "tills du säger nej",
        ],
        [
            "Dina ja och nej",
            "För att hålla mig till dem (intresseavvägning)",
            "så länge du är kund",
        ],
    ];
    Table {
        columns: vec![
            column("Uppgifter", Align::Start, Some(3)),
            column("Därför", Align::Start, Some(5)),
            column("Sparas", Align::Start, Some(5)),
        ],
        rows: rows
            .iter()
            .map(|row| row.map(String::from).into())
            .collect(),
        sum: None,
    }
}

pub const KEY: &str = "AGE-SECRET-KEY-1UAUVT7TXUNF9ZEU2QYRZV0PA5UVWJLQ9A369S5WJPYXEXJCYPQDDR7CE7M";

pub fn recovery_sheet() -> Document {
    let mut document = document(vec![
        Block::Title("Återställningsblad".into()),
        paragraph(
            "Med det här bladet kan du öppna ditt kundregister om du har glömt lösenfrasen. Lägg det \
             där du har ditt pass, inte i datorväskan.",
        ),
        Block::Key {
            heading: "Nyckel".into(),
            key: KEY.into(),
        },
        heading("Så gör du"),
        Block::Steps(vec![
            vec![
                Span::plain("Öppna Kundbok och välj "),
                Span::strong("Öppna med återställningsbladet"),
                Span::plain("."),
            ],
            vec![Span::plain("Visa rutan för kameran, eller skriv nyckeln.")],
            vec![Span::plain(
                "Välj en ny lösenfras och skriv ut ett nytt blad.",
            )],
        ]),
    ]);
    document.title = "Återställningsblad".into();
    document.letterhead = Letterhead {
        sender: vec!["Ängens Hudvård".into(), "Kundregister".into()],
        aside: vec!["Utskrivet 2026-11-24".into()],
        to: Vec::new(),
    };
    document.foot_left = "Den som har bladet och filen kan läsa hela registret.".into();
    document.foot_middle = String::new();
    document
}

pub fn policy() -> Document {
    let clause = |number, text: &str| Block::Heading {
        number: Some(number),
        text: text.into(),
    };
    let mut document = document(vec![
        Block::Title("Så tar jag hand om dina uppgifter".into()),
        paragraph("Det här gäller från den 24 november 2026 och ersätter det som gällde tidigare."),
        clause(1, "Vem jag är"),
        paragraph(
            "Ängens Hudvård, Maja Lindqvist, Ängsvägen 3, 999 12 Lillvik. Mejla eller ring om du undrar något.",
        ),
        clause(2, "Vad jag sparar"),
        Block::List(vec![
            vec![Span::plain(
                "Ditt namn, din adress, ditt telefonnummer och din mejl, så att jag kan leverera och nå dig när något har kommit eller är försenat.",
            )],
            vec![
                Span::strong("Dina köp. "),
                Span::plain("Kvittona måste jag ha kvar i sju år."),
            ],
            vec![Span::plain("Vad du har sagt ja och nej till.")],
        ]),
        Block::Subheading("Det jag inte sparar".into()),
        paragraph("Inga uppgifter om din hälsa, inga foton och ingenting om din familj."),
        clause(3, "Varför, och hur länge"),
        Block::Table(reasons()),
        clause(10, "Dina rättigheter"),
        Block::Steps(vec![
            vec![Span::plain("Du kan få veta vad jag har.")],
            vec![Span::plain("Du kan be mig rätta eller radera.")],
        ]),
        Block::Fine(vec![Span::plain(
            "Artikel 13 och 14 i dataskyddsförordningen. Integritetsskyddsmyndigheten, Box 8114, 104 20 Stockholm, 08-657 61 00, imy.se. Dit kan du vända dig om du inte är nöjd med hur jag sköter dina uppgifter.",
        )]),
    ]);
    document.letterhead = Letterhead {
        sender: vec!["Ängens Hudvård".into(), "Maja Lindqvist".into()],
        aside: vec!["Version 3".into(), "2026-11-24".into()],
        to: Vec::new(),
    };
    document.foot_middle = String::new();
    document
}

/// Text that no form expects.
pub fn odd() -> Document {
    document(vec![
        Block::Title("Åäö ÅÄÖ æøå ÆØÅ żółć ŁÓDŹ „citat” ”så” »da« ’n’ – — … € § ½".into()),
        facts(&[
            ("Hebreiska", "שלום (עולם) 12,50 kr, sedan svenska"),
            ("Arabiska", "مرحبا بالعالم، سلام! 2026"),
            ("Grekiska, ryska", "Καλημέρα, Здравствуйте, Đặng Thị Hương"),
            (
                "Emoji",
                "\u{1F600} \u{1F469}\u{200D}\u{1F469} \u{2764}\u{FE0F} \u{1F1F8}\u{1F1EA}",
            ),
            ("Kinesiska", "王小明"),
            (
                "Accenter",
                "e\u{301} x\u{302} q\u{308}\u{301} A\u{30A} a\u{30B} X\u{30B}",
            ),
            (
                "Styrtecken",
                "a\0b\u{7}c\u{202E}omvänt\u{202C} \u{FEFF}tab\there",
            ),
            ("HTML", "<b>&amp;</b> =cmd|'/c calc'!A1"),
            (
                "Lång post",
                "elin.bergdahl.med.ett.orimligt.langt.namn.som.aldrig.tar.slut@enmycketlangdomanmedmassoravbokstaver.example",
            ),
            (
                "Långt ord",
                "Personuppgiftsbiträdesavtalsförhandlingsdelegationsordförandebefattningsbeskrivningsunderlag",
            ),
            ("Mjukt bindestreck", "Dataskydds\u{AD}förordningen"),
            ("Rader", "en\ntvå\r\n\r\nfyra"),
        ]),
    ])
}
