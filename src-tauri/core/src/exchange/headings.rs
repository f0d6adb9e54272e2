//! What the headings of real lists mean: Outlook in Swedish, Danish and English, Outlook.com, Google
//! Contacts before and after 2024, Fresha, Quickbutik, and sheets that people made themselves.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::import::Target;

/// What a heading says about its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// It holds this.
    Field(Target),
    /// It holds this part of an address.
    Address(Target, Place),
    /// It says what the phone, mail or address with the same number is for.
    LabelOf(Labelled),
    /// An id that a state gave the person.
    GovernmentId,
    /// Nothing that Kundbok keeps.
    Nothing,
}

/// Which of a person's addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Place {
    /// At home; numbers in the heading are lines of it.
    Home,
    /// At work; numbers in the heading are lines of it.
    Work,
    /// Elsewhere; numbers in the heading are lines of it.
    Other,
    /// The number in the heading tells.
    Numbered(u32),
}

/// What a label column can be for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Labelled {
    Phone,
    Email,
    Address,
}

/// A heading that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    pub meaning: Meaning,
    /// The number in it (`E-mail 3 - Value`), else 1.
    pub number: u32,
}

/// What a heading means, if it is a known one. Case, blanks, punctuation and numbers do not count.
pub(super) fn meaning(heading: &str) -> Option<Heading> {
    // A cell of prose is no heading; the longest known one has 30 letters.
    if heading.len() > 80 {
        return None;
    }
    let meaning = *TABLE.get(&fold(heading))?;
    let number = heading
        .split(|c: char| !c.is_ascii_digit())
        .find_map(|digits| digits.parse().ok())
        .unwrap_or(1);
    let meaning = match meaning {
        Address(target, Place::Numbered(_)) => Address(target, Place::Numbered(number)),
        other => other,
    };
    Some(Heading { meaning, number })
}

fn fold(heading: &str) -> String {
    heading
        .nfkc()
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect()
}

static TABLE: LazyLock<HashMap<String, Meaning>> = LazyLock::new(|| {
    KNOWN
        .iter()
        .flat_map(|(meaning, headings)| {
            headings.split(';').map(|heading| (fold(heading), *meaning))
        })
        .collect()
});

use Labelled as L;
use Meaning::{Address, Field, GovernmentId, LabelOf, Nothing};
use Place::{Home, Other, Work};
use Target as T;

/// Any number; [`meaning`] puts in the heading's own.
const NUMBERED: Place = Place::Numbered(1);

/// Headings, separated by `;`, without their numbers.
const KNOWN: &[(Meaning, &str)] = &[
    (
        Field(T::GivenName),
        "Förnamn;Tilltalsnamn;Fornavn;First Name;Given Name;Forename;Fname",
    ),
    (
        Field(T::MiddleName),
        "Mellannamn;Mellemnavn;Middle Name;Additional Name",
    ),
    (
        Field(T::FamilyName),
        "Efternamn;Efternavn;Last Name;Family Name;Surname;Lname",
    ),
    (
        Field(T::FullName),
        "Namn;Kund;Kundnamn;Kundens namn;Fullständigt namn;Hela namnet;För- och efternamn;Förnamn och efternamn;\
         Förnamn Efternamn;Efternamn, förnamn;Namn på kund;Kontakt;Kontaktperson;\
         Navn;Kunde;Kundenavn;Fulde navn;Fuldt navn;Navn på kunde;For- og efternavn;Fornavn og efternavn;\
         Fornavn Efternavn;Kontaktperson navn;\
         Name;Full Name;Customer;Customer Name;Client;Client Name;Contact;Contact Name;Display Name",
    ),
    (
        Field(T::Mobile),
        "Mobil;Mobiltelefon;Mobilnummer;Mobilnr;Mobiltelefonnummer;Mob;Mobiltlf;Mobil tlf;Mobiltel;Mobil tel;\
         Mobile;Mobile Phone;Mobile Number;Cell;Cell Phone;Cellphone;SMS",
    ),
    (
        Field(T::HomePhone),
        "Hem;Telefon, hem;Hemtelefon;Telefon hem;Tel hem;Telefonnummer hem;Bostad;Telefon bostad;\
         Telefon (privat);Privattelefon;Telefon privat;Tlf privat;Fastnet;Fastnettelefon;Hjemmetelefon;\
         Home Phone;Home;Home Telephone",
    ),
    (
        Field(T::WorkPhone),
        "Arbete;Telefon, arbete;Arbetstelefon;Telefon arbete;Tel arbete;Jobb;Jobbtelefon;\
         Telefon (arbejde);Arbejdstelefon;Telefon arbejde;Tlf arbejde;Hovedtelefon (firma);\
         Business Phone;Work Phone;Work;Company Main Phone",
    ),
    (
        Field(T::OtherPhone),
        "Telefon;Telefonnummer;Telefonnr;Tel;Telnr;Tel.nr;Tfn;Tfn nr;Telefon annan;Annan telefon;Primär telefon;\
         Telefon, primär;Biltelefon;Nummer till kund;\
         Tlf;Tlf.nr;Tlfnr;Tlf. nummer;Telefonnumre;Anden telefon;Telefon (anden);Primær telefon;\
         Phone;Phone Number;Telephone;Telephone Number;Other Phone;Primary Phone;Car Phone;Phone - Value",
    ),
    (
        Field(T::Email),
        "E-post;E-postadress;Epostadress;Mejl;Mejladress;Mail;Mailadress;Mailadresse;E-mail;E-mailadress;\
         E-mailadresse;E-mail-adresse;E-mail adresse;Elpost;\
         Email;Email Address;E-mail Address;E-mail - Value;Mail Address",
    ),
    (
        Address(T::Street, Home),
        "Adress;Gatuadress;Gata;Hemadress;Gatuadress, hem;Gatuadress hem;Gata och nummer;C/o;Co-adress;Coadress;Box;\
         Adresse;Gade;Vej;Vejnavn;Gadenavn;Gade og nummer;Vej og nummer;Gade (privat);Hjemmeadresse;Privatadresse;\
         Address;Address Line;Street;Street Address;Home Street;Home Address;Apartment Suite;Apartement Suite;Apartment;\
         Postboks (privat);Box, hem;Postbox, hem;Home Address PO Box",
    ),
    (
        Address(T::Postcode, Home),
        "Postnr;Postnummer;Post nr;Postkod;Postnr, hem;Postnummer hem;Postadress, hem;Postnummer (privat);Postnr (privat);\
         Zip;Zip Code;Zipcode;Post Code;Postcode;Postal Code;Home Postal Code",
    ),
    (
        Address(T::Town, Home),
        "Ort;Postort;Stad;Hemort;Ort, hem;Bostadsort;By;By (privat);Bynavn;Postdistrikt;City;Town;Home City",
    ),
    (
        Address(T::PostcodeTown, Home),
        "Postadress;Postnr och ort;Postnummer och ort;Postnr Ort;Postnummer Ort;Postnr Postort;Postnummer Postort;\
         Postnr Stad;Postnr och postort;Postnummer och postort;\
         Postnr og by;Postnr By;Postnummer By;Postnummer og by;Zip City;Zip and City;Postcode Town;Postcode and town",
    ),
    (
        Address(T::Country, Home),
        "Land;Land, hem;Land (privat);Land/område (privat);Land/region, hem;Land/område;Land/region;\
         Country;Home Country;Home Country/Region;Country/Region",
    ),
    (
        Address(T::FullAddress, Home),
        "Fullständig adress;Hela adressen;Fulde adresse;Full Address;Formatted Address",
    ),
    (
        Address(T::WorkStreet, Work),
        "Gatuadress, arbete;Arbetsadress;Adress, arbete;Gade (arbejde);Arbejdsadresse;Business Street;Work Street;\
         Business Address;Work Address;Box, arbete;Postbox, arbete;Postboks (arbejde);Business Address PO Box",
    ),
    (
        Address(T::WorkPostcode, Work),
        "Postadress, arbete;Postnr, arbete;Postnummer, arbete;Postnummer (arbejde);Postnr (arbejde);\
         Business Postal Code;Work Postal Code",
    ),
    (
        Address(T::WorkTown, Work),
        "Ort, arbete;Arbetsort;By (arbejde);Business City;Work City",
    ),
    (
        Address(T::WorkCountry, Work),
        "Land, arbete;Land/region, arbete;Land (arbejde);Land/område (arbejde);Business Country;Business Country/Region;\
         Work Country",
    ),
    (
        Address(T::Street, Other),
        "Gatuadress, annan;Gatuadress, övrigt;Annan gatuadress;Gatuadress, övrig;Gade (anden);Gade (andet);Gade (øvrige);\
         Other Street;Other Address;Box, annan;Postboks (anden);Other Address PO Box",
    ),
    (
        Address(T::Postcode, Other),
        "Postnr, annan;Postadress, annan;Postnr, övrigt;Postadress, övrigt;Annat postnr;Postnummer (anden);Postnummer (andet);\
         Other Postal Code",
    ),
    (
        Address(T::Town, Other),
        "Ort, annan;Ort, övrigt;Annan ort;By (anden);By (andet);Other City",
    ),
    (
        Address(T::Country, Other),
        "Land, annan;Land, annat;Land, övrigt;Land (anden);Land/område (anden);Land (andet);Other Country;\
         Other Country/Region",
    ),
    (Address(T::FullAddress, NUMBERED), "Address - Formatted"),
    (
        Address(T::Street, NUMBERED),
        "Address - Street;Address - Extended Address;Address - PO Box",
    ),
    (Address(T::Postcode, NUMBERED), "Address - Postal Code"),
    (Address(T::Town, NUMBERED), "Address - City"),
    (Address(T::Country, NUMBERED), "Address - Country"),
    (
        Field(T::Birthday),
        "Födelsedag;Födelsedatum;Född;Fyller år;Fødselsdag;Fødselsdato;Født;Birthday;Birth Date;Birthdate;Date of Birth;Born;DOB",
    ),
    (
        Field(T::Language),
        "Språk;Sprog;Language;Preferred Language",
    ),
    (
        Field(T::Tags),
        "Kategorier;Kategori;Taggar;Etiketter;Grupper;Grupp;Tags;Tag;Mærker;Gruppe;Categories;Category;Labels;Groups;\
         Group Membership",
    ),
    (
        Field(T::Notes),
        "Anteckningar;Anteckning;Noteringar;Notering;Kommentar;Kommentarer;Anmärkning;Anmärkningar;Övrigt;Fritext;\
         Noter;Notater;Notat;Bemærkning;Bemærkninger;Kommentar til kunde;\
         Notes;Note;Comment;Comments;Remarks",
    ),
    (LabelOf(L::Phone), "Phone - Type;Phone - Label"),
    (LabelOf(L::Email), "E-mail - Type;E-mail - Label"),
    (LabelOf(L::Address), "Address - Type;Address - Label"),
    (
        GovernmentId,
        "Personnummer;Personnr;Person nr;Pers.nr;Persnr;Pnr;P.nr;Samordningsnummer;Personlig identitet;\
         CPR;CPR-nr;CPR-nummer;CPR nr.;Personnummer (CPR);Se-nr.;Se-nummer;\
         Government ID Number;Government ID;Social Security Number;SSN;National ID;Passport;Passport Number;Passnummer;Pasnummer",
    ),
    // Known so that they are not taken for something else by what stands in them.
    (
        Nothing,
        "Titel;Title;Namnsuffix;Suffiks;Suffix;Företag;Firma;Company;Company Name;Organization Name;Organization - Name;\
         E-posttyp;E-postnamn;E-mail-vist navn;E-mail Display Name;\
         Fax, hem;Fax arbete;Fax;Annan fax;Fax (privat);Fax (arbejde);Anden fax;Home Fax;Business Fax;Other Fax;ISDN;Pager;\
         Personsökare;Personsøger;Telex;Assistant's Phone;Assistentens telefon;Assistentens telefonnummer;Callback;Radio Phone;\
         TTY/TDD Phone;File As;Nickname;Given Yomi;Surname Yomi;Website - Value;Event - Value;Årsdag;Mærkedag;Anniversary;\
         Client ID;Kundnummer;Kundnr;Kundenummer;Kundenr;Referral Source;Referens;Henvist af;Referred By",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_heading_means_two_things() {
        let mut seen = HashMap::new();
        for (meaning, headings) in KNOWN {
            for heading in headings.split(';') {
                let folded = fold(heading);
                assert!(!folded.is_empty(), "{heading}");
                if let Some(other) = seen.insert(folded, meaning) {
                    assert_eq!(other, meaning, "{heading}");
                }
            }
        }
    }

    #[test]
    fn case_blanks_punctuation_and_numbers_do_not_count() {
        let email = |number| {
            Some(Heading {
                meaning: Field(T::Email),
                number,
            })
        };
        assert_eq!(meaning("\u{feff}E-POST"), email(1));
        assert_eq!(meaning(" e post: "), email(1));
        assert_eq!(meaning("E-mail 3 - Value"), email(3));
        assert_eq!(meaning("E-mail 2 Address"), email(2));
        assert_eq!(meaning("E-postadress 2"), email(2));
        assert_eq!(
            meaning("Fo\u{308}rnamn").map(|h| h.meaning),
            Some(Field(T::GivenName))
        );
        assert_eq!(meaning("Anna Karlsson"), None);
        assert_eq!(meaning("1"), None);
        assert_eq!(meaning(""), None);
    }

    #[test]
    fn the_traps_of_outlook_are_known() {
        let means = |heading| meaning(heading).map(|h| h.meaning);
        assert_eq!(means("Hem"), Some(Field(T::HomePhone)));
        assert_eq!(means("Arbete"), Some(Field(T::WorkPhone)));
        assert_eq!(
            means("Postadress, arbete"),
            Some(Address(T::WorkPostcode, Work))
        );
        assert_eq!(means("Postadress"), Some(Address(T::PostcodeTown, Home)));
        assert_eq!(means("Gatuadress 2, hem"), Some(Address(T::Street, Home)));
        assert_eq!(
            means("Address 2 - Street"),
            Some(Address(T::Street, Place::Numbered(2)))
        );
        assert_eq!(means("Personnummer"), Some(GovernmentId));
        assert_eq!(means("Se-nr."), Some(GovernmentId));
        assert_eq!(means("Phone 2 - Label"), Some(LabelOf(L::Phone)));
    }
}
