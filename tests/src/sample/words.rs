//! Invented words: names, towns, streets, products. No town or product of these names is known.

use kundbok_core::Language;

/// People of one language or origin.
pub struct People {
    /// Given names.
    pub given: &'static [&'static str],
    /// Family names.
    pub family: &'static [&'static str],
    /// What they read.
    pub language: Option<Language>,
    /// How many of a hundred customers.
    pub share: u64,
}

/// Who the customers are.
pub const PEOPLE: [People; 6] = [
    People {
        given: &[
            "Karin",
            "Lena",
            "Sofia",
            "Margareta",
            "Ines",
            "Viveka",
            "Åsa",
            "Örjan",
            "Britt-Marie",
            "Gunilla",
            "Ulrika",
            "Ebba",
            "Hedda",
            "Signe",
            "Tuva",
            "Maj-Britt",
            "Ylva",
            "Agneta",
            "Cecilia",
            "Johanna",
            "Klara",
            "Linnéa",
            "Moa",
            "Nora",
            "Pernilla",
            "Ronja",
            "Stina",
            "Therese",
            "Wilma",
            "Göran",
            "Elsa",
            "Freja",
            "Irma",
            "Jenny",
            "Kajsa",
            "Lovisa",
        ],
        family: &[
            "Almgrund",
            "Arvmark",
            "Backsten",
            "Björkhall",
            "Boviken",
            "Carlborn",
            "Dalhage",
            "Ekbacke",
            "Fjällsten",
            "Granlycka",
            "Hagfors Lind",
            "Hällgrund",
            "Ivarslund",
            "Juniskär",
            "Klintäng",
            "Lindhage",
            "Mossgren",
            "Norrängen",
            "Odlund",
            "Pilskog",
            "Rönnhed",
            "Sandlycka",
            "Sjöhult",
            "Tallvik",
            "Utterbäck",
            "Vallsten",
            "Wiklycka",
            "Ytterhag",
            "Ångmark",
            "Älvhage",
            "Öhrnäs",
            "Hasselstig",
            "Kornvik",
            "Slånby",
        ],
        language: Some(Language::Sv),
        share: 76,
    },
    People {
        given: &[
            "Mette", "Kirsten", "Søren", "Åse", "Gitte", "Birthe", "Dorthe", "Maiken", "Pia",
            "Signe",
        ],
        family: &[
            "Bøgelund",
            "Højmark",
            "Kærsgård",
            "Lyngaa",
            "Nørrevig",
            "Skovdahl",
            "Østerhave",
            "Aagesholm",
        ],
        language: Some(Language::Da),
        share: 9,
    },
    People {
        given: &["Amira", "Leila", "نور", "Yasmin", "ليلى", "Samira"],
        family: &["Abdirah", "Haddawi", "النجاري", "Al-Karmani", "Mansouri"],
        language: Some(Language::Sv),
        share: 5,
    },
    People {
        given: &["Agnieszka", "Małgorzata", "Zofia", "Łucja", "Kasia"],
        family: &["Brzezińska", "Wiśniowska", "Żółtańska", "Kowalczewska"],
        language: Some(Language::Sv),
        share: 4,
    },
    People {
        given: &["Thuỳ Linh", "Ngọc Ánh", "Phương", "Diễm"],
        family: &["Nguyễn Lâm", "Trần Vũ", "Đặng Hoà"],
        language: Some(Language::En),
        share: 3,
    },
    People {
        given: &["Anna-Karin", "Eva-Lotta", "Marie Louise", "Inga-Lill"],
        family: &[
            "Bergstig Lindhage",
            "Sjöhult-Granlycka",
            "von Hagmark",
            "af Slånby",
        ],
        language: None,
        share: 3,
    },
];

/// Towns with their postcodes; the first five Swedish, the rest Danish.
pub const TOWNS: [(&str, &str); 8] = [
    ("999 12", "Lillvik"),
    ("999 41", "Lillvik"),
    ("998 20", "Norrlycka"),
    ("997 33", "Ängsbro"),
    ("996 05", "Öresten"),
    ("9998", "Lyngsø By"),
    ("9997", "Havnekær"),
    ("9996", "Ågerup Mark"),
];

/// How many of [`TOWNS`] are Swedish.
pub const SWEDISH_TOWNS: usize = 5;

/// Streets, Swedish and Danish.
pub const STREETS: [&str; 12] = [
    "Rönnstigen",
    "Ängsvägen",
    "Havregatan",
    "Nyponbacken",
    "Sjögatan",
    "Klöverstigen",
    "Lindgränd",
    "Kvarnvägen",
    "Bøgevej",
    "Strandvænget",
    "Kløvervej",
    "Møllestien",
];

/// How many of [`STREETS`] are Swedish.
pub const SWEDISH_STREETS: usize = 8;

/// Products with their price in öre.
pub const PRODUCTS: [(&str, i64); 22] = [
    ("Dagkräm havre 50 ml", 46_900),
    ("Nattserum havtorn 30 ml", 62_000),
    ("Rengöringsmjölk 200 ml", 28_900),
    ("Solskydd 30, 75 ml", 29_900),
    ("Presentask vinter", 39_900),
    ("Handkräm havre 75 ml", 14_900),
    ("Ögonkräm 15 ml", 34_900),
    ("Ansiktsolja nypon 30 ml", 37_900),
    ("Provset i fyra delar", 24_900),
    ("Ansiktsvatten gurka 150 ml", 21_900),
    ("Lermask grön 60 ml", 25_900),
    ("Läppbalsam hjortron", 8_900),
    ("Kroppslotion mandel 250 ml", 26_500),
    ("Duschkräm björk 200 ml", 15_900),
    ("Mascara brun", 22_950),
    ("Foundation nr 3, 30 ml", 33_500),
    ("Rouge persika", 21_500),
    ("Läppstift rosenträ", 19_900),
    ("Nagellack klar", 9_950),
    ("Penselset", 44_500),
    ("Bomullspads, 80 st", 4_900),
    ("Hemkit ansiktsbehandling", 89_500),
];

/// Tags.
pub const TAGS: [&str; 9] = [
    "Stamkund",
    "Hemkalas",
    "Köper presenter",
    "Hämtar själv",
    "Vill ha prover",
    "Presentkort",
    "Värdinna",
    "Julkort",
    "Gillar havtorn",
];

/// Notes; `\n` are line breaks that a person typed.
pub const NOTES: [&str; 10] = [
    "Vill helst ha sms, inte samtal.",
    "Ringer själv när krämen tar slut.\nOftast i början av månaden.",
    "Leverera till porten, koden ändras varje år.\n\nHar hund.",
    "Gillar <allt> med havre & mandel.",
    "Frågade om \"nattserum\" på mässan.",
    "Arbetar natt: ring efter klockan 15.",
    "Önskar kvitto på papper.",
    "=Storkund= enligt gamla listan",
    "Köper till sin mor också 🌿",
    "Bytte efternamn 2024, gamla kvitton står på det förra.",
];

/// What contacts were about.
pub const CONTACTS: [&str; 10] = [
    "Ringde om leveransen, kommer på fredag.",
    "Tackade för proverna.",
    "Frågade när dagkrämen är tillbaka.",
    "Bokade hemkalas i vår.",
    "Skickade hälsning på födelsedagen.",
    "Undrade över solskyddet till barnbarnet.\nSkickade innehållslistan.",
    "Reklamerade en pump som fastnat, fick en ny.",
    "Ville byta nyans på foundation.",
    "Påminde om uppföljning efter sex veckor.",
    "Träffades på torget, ska höra av sig.",
];
