//! One file of each kind that people have.

use super::*;

#[test]
fn outlook_in_swedish() {
    let file = windows(
        "\"Titel\",\"Förnamn\",\"Mellannamn\",\"Efternamn\",\"Företag\",\"Gatuadress, arbete\",\"Ort, arbete\",\
         \"Postadress, arbete\",\"Gatuadress, hem\",\"Gatuadress 2, hem\",\"Hemort\",\"Region, hem\",\"Postnr, hem\",\
         \"Land, hem\",\"Fax, hem\",\"Arbete\",\"Hem\",\"Telefon 2, hem\",\"Mobiltelefon\",\"Årsdag\",\"Födelsedag\",\
         \"Kategorier\",\"E-postadress\",\"E-posttyp\",\"E-postnamn\",\"E-postadress 2\",\"Personnummer\",\
         \"Anteckningar\",\"Känslighet\",\"Kön\",\"Privat\"\r\n\
         \"\",\"Åsa\",\"Maria\",\"Öberg\",\"\",\"Kajen 3\",\"Luleå\",\"972 31\",\"Storgatan 1\",\"c/o Berg\",\"Umeå\",\"\",\
         \"903 25\",\"Sverige\",\"\",\"0980-319 200\",\"08-465 004 12\",\"\",\"070-174 06 38\",\"0/0/00\",\"1993-01-02\",\
         \"Hudvård;Stamkund\",\"asa@butik.example\",\"SMTP\",\"Åsa Öberg (asa@butik.example)\",\"asa2@butik.example\",\
         \"19930102-1234\",\"Torr hud.\r\nRing efter \"\"fyra\"\".\",\"Normal\",\"Unspecified\",\"False\"\r\n\
         \"\",\"Bo\",\"\",\"Ek\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"0/0/00\",\
         \"0/0/00\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"Normal\",\"Unspecified\",\"False\"\r\n",
    );
    let plan = ImportPlan::read(&file, Se, nobody).unwrap();
    assert_eq!(
        people(&plan),
        [
            "Åsa Maria | Öberg\nWork +46980319200\nHome +46846500412\nMobile +46701740638\n\
             Other asa@butik.example\nOther asa2@butik.example\n\
             Home \"Storgatan 1\\nc/o Berg\" \"903 25\" \"Umeå\" \"Sverige\"\n\
             Work \"Kajen 3\" \"972 31\" \"Luleå\" \"\"\n\
             1993-01-02\n[\"Hudvård\", \"Stamkund\"]\n\"Torr hud.\\nRing efter \\\"fyra\\\".\"",
            "Bo | Ek",
        ]
    );
    let preview = plan.preview();
    assert_eq!(
        (preview.delimiter.as_str(), preview.encoding.as_str()),
        (",", "Windows-1252")
    );
    assert_eq!((preview.total, preview.ready, preview.left_out), (2, 2, 0));
    assert_eq!(preview.problems, []);
    assert!(!preview.date_order_uncertain);
    let id = preview
        .columns
        .iter()
        .find(|c| c.heading == "Personnummer")
        .unwrap();
    assert!(id.government_id && id.target == T::Ignore && id.filled == 1);
    assert_eq!(
        preview.columns.iter().filter(|c| c.government_id).count(),
        1
    );
    // Fillers fill nothing, and what is empty stands last.
    let gender = preview
        .columns
        .iter()
        .position(|c| c.heading == "Kön")
        .unwrap();
    assert!(preview.columns[gender..].iter().all(|c| c.filled == 0));
}

#[test]
fn outlook_in_danish() {
    let file = windows(
        "\"Fornavn\";\"Mellemnavn\";\"Efternavn\";\"Firma\";\"Gade (privat)\";\"By (privat)\";\"Postnummer (privat)\";\
         \"Land/område (privat)\";\"Telefon (arbejde)\";\"Telefon (privat)\";\"Mobiltelefon\";\"Mærkedag\";\"Fødselsdag\";\
         \"Kategorier\";\"E-mail-adresse\";\"E-mail-type\";\"E-mail-vist navn\";\"E-mail 2-adresse\";\"Se-nr.\";\"Notater\"\r\n\
         \"Mette\";\"\";\"Kjær\";\"\";\"Åboulevarden 1\";\"Aarhus C\";\"8000\";\"Danmark\";\"\";\"86 12 34 56\";\"20123456\";\
         \"0-0-00\";\"05-04-1988\";\"\";\"mette@butik.example\";\"SMTP\";\"Mette Kjær\";\"\";\"050488-1234\";\"\"\r\n\
         \"Søren\";\"\";\"Bæk\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"4520123457\";\"\";\"24-12-1990\";\"\";\"\";\"\";\"\";\"\";\"\";\"\"\r\n",
    );
    let plan = ImportPlan::read(&file, Dk, nobody).unwrap();
    assert_eq!(
        people(&plan),
        [
            "Mette | Kjær\nHome +4586123456\nMobile +4520123456\nOther mette@butik.example\n\
             Home \"Åboulevarden 1\" \"8000\" \"Aarhus C\" \"Danmark\"\n1988-04-05",
            "Søren | Bæk\nMobile +4520123457\n1990-12-24",
        ]
    );
    let preview = plan.preview();
    assert_eq!(preview.date_order, DateOrder::DayMonthYear);
    assert!(
        preview
            .columns
            .iter()
            .any(|c| c.heading == "Se-nr." && c.government_id && c.target == T::Ignore)
    );
    assert_eq!(preview.rows[1].phones, "20 12 34 57");
}

#[test]
fn outlook_in_english() {
    let file = "\"Title\",\"First Name\",\"Last Name\",\"Business Street\",\"Home Street\",\"Home Street 2\",\"Home City\",\
                \"Home State\",\"Home Postal Code\",\"Home Country/Region\",\"Other Street\",\"Other City\",\"Other Postal Code\",\
                \"Home Phone\",\"Home Phone 2\",\"Mobile Phone\",\"Anniversary\",\"Birthday\",\"E-mail Address\",\"E-mail Type\",\
                \"E-mail Display Name\",\"Government ID Number\",\"Sensitivity\"\n\
                \"Dr\",\"Anna\",\"Karlsson\",\"\",\"Storgatan 1\",\"lgh 2\",\"Umeå\",\"\",\"90325\",\"Sweden\",\
                \"Sjövägen 9\",\"Holmön\",\"91331\",\"08-465 004 12\",\"08-465 004 13\",\"+46 70 174 06 38\",\"0/0/00\",\
                \"4/25/1980\",\"anna@butik.example\",\"SMTP\",\"Anna\",\"\",\"Normal\"\n";
    let plan = plan(file);
    assert_eq!(
        people(&plan),
        [
            "Anna | Karlsson\nHome +46846500412\nHome +46846500413\nMobile +46701740638\nOther anna@butik.example\n\
          Home \"Storgatan 1\\nlgh 2\" \"90325\" \"Umeå\" \"Sweden\"\nOther \"Sjövägen 9\" \"91331\" \"Holmön\" \"\"\n1980-04-25"
        ]
    );
    assert_eq!(plan.date_order, DateOrder::MonthDayYear);
    assert!(!plan.date_order_uncertain);
    // Not kept, but shown.
    assert_eq!(target(&plan, "Title"), T::Ignore);
}

#[test]
fn outlook_on_the_web() {
    let file = "First Name,Middle Name,Last Name,Title,Suffix,Nickname,Given Yomi,Surname Yomi,E-mail Address,\
                E-mail 2 Address,E-mail 3 Address,Home Phone,Mobile Phone,Home Street,Home City,Home State,\
                Home Postal Code,Home Country/Region,Birthday,Anniversary,Notes\r\n\
                Anna,,Karlsson,,,,,,anna@butik.example,,anna3@butik.example,,0701740638,Storgatan 1,Umeå,,903 25,,1980-04-25,,hej\r\n";
    assert_eq!(
        people(&plan(file)),
        [
            "Anna | Karlsson\nMobile +46701740638\nOther anna@butik.example\nOther anna3@butik.example\n\
          Home \"Storgatan 1\" \"903 25\" \"Umeå\" \"\"\n1980-04-25\n\"hej\""
        ]
    );
}

#[test]
fn google_before_2024() {
    let file = "Name,Given Name,Additional Name,Family Name,Birthday,Notes,Language,Photo,Group Membership,\
                E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,\
                Phone 2 - Type,Phone 2 - Value,Address 1 - Type,Address 1 - Formatted,Address 1 - Street,Address 1 - City,\
                Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country\n\
                Anna Karlsson,Anna,,Karlsson,--02-29,,,,Stamkunder ::: * myContacts,* Home,anna@butik.example ::: a@butik.example,\
                Work,anna@jobb.example,Mobile,070-174 06 38 ::: +46701740639,Home,08-465 004 12,Home,\"Storgatan 1\n903 25 Umeå\nSE\",\
                Storgatan 1,Umeå,,,903 25,SE\n\
                Bo Ek,,,,,,sv,,* myContacts,,,,,,,,,Work,\"Kajen 3\n972 31 Luleå\nSverige\",,,,,,\n";
    assert_eq!(
        people(&plan(file)),
        [
            "Anna | Karlsson\nMobile +46701740638\nMobile +46701740639\nHome +46846500412\n\
             Home anna@butik.example\nHome a@butik.example\nWork anna@jobb.example\n\
             Home \"Storgatan 1\" \"903 25\" \"Umeå\" \"SE\"\n--02-29\n[\"Stamkunder\"]",
            "Bo | Ek\nWork \"Kajen 3\" \"972 31\" \"Luleå\" \"Sverige\"\nsv",
        ]
    );
}

#[test]
fn google_now() {
    let file = "First Name,Middle Name,Last Name,Name Prefix,Nickname,File As,Organization Name,Birthday,Notes,\
                Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,\
                Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,\
                Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Address 2 - Label,\
                Address 2 - Street,Address 2 - City,Address 2 - Postal Code,Address 2 - Country,Event 1 - Label,Event 1 - Value\n\
                Åsa,,Öberg,,,,,1993-01-02,\"Torr hud, känslig\",,Hudvård ::: * myContacts,* ,asa@butik.example,\
                Mobil,+46 70-174 06 38,Hem,\"Storgatan 1\n903 25 Umeå\",Storgatan 1,Umeå,,,903 25,SE,lgh 1001,Arbete,\
                Kajen 3,Luleå,972 31,SE,,\n";
    assert_eq!(
        people(&plan(file)),
        [
            "Åsa | Öberg\nMobile +46701740638\nOther asa@butik.example\n\
          Home \"Storgatan 1\\nlgh 1001\" \"903 25\" \"Umeå\" \"SE\"\nWork \"Kajen 3\" \"972 31\" \"Luleå\" \"SE\"\n\
          1993-01-02\n[\"Hudvård\"]\n\"Torr hud, känslig\""
        ]
    );
}

#[test]
fn fresha_and_quickbutik() {
    let fresha = "\"Client ID\",\"First Name\",\"Last Name\",\"Full Name\",\"Blocked\",\"Block Reason\",\"Gender\",\"Mobile Number\",\
                  \"Telephone\",\"Email\",\"Accepts Marketing\",\"Accepts SMS Marketing\",\"Address\",\"Apartement Suite\",\"Area\",\
                  \"City\",\"State\",\"Post Code\",\"Date of Birth\",\"Added\",\"Note\",\"Referral Source\",\"Tags\"\n\
                  \"17\",\"Anna\",\"Karlsson\",\"Anna Karlsson\",\"No\",\"\",\"Female\",\"46701740638\",\"\",\"anna@butik.example\",\
                  \"Yes\",\"No\",\"Storgatan 1\",\"lgh 2\",\"\",\"Umeå\",\"\",\"90325\",\"1993-01-02\",\"2021-05-06\",\"Torr hud\",\
                  \"Instagram\",\"VIP, Hudvård\"\n";
    assert_eq!(
        people(&plan(fresha)),
        [
            "Anna | Karlsson\nMobile +46701740638\nOther anna@butik.example\n\
          Home \"Storgatan 1\\nlgh 2\" \"90325\" \"Umeå\" \"\"\n1993-01-02\n[\"VIP\", \"Hudvård\"]\n\"Torr hud\""
        ]
    );
    let quickbutik = "email, firstname, lastname, address, city, zipcode, phone, company_name\n\
                      anna@butik.example, Anna, Karlsson, Storgatan 1, Umeå, 90325, 701740638, \n";
    assert_eq!(
        people(&plan(quickbutik)),
        [
            "Anna | Karlsson\nMobile +46701740638\nOther anna@butik.example\nHome \"Storgatan 1\" \"90325\" \"Umeå\" \"\""
        ]
    );
}

#[test]
fn a_sheet_of_ones_own_in_swedish() {
    let file = windows(
        "Namn;Mobil;Telefon;Mejl;Adress;Postnr;Ort;Födelsedag;Anteckningar;;;\r\n\
         Karlsson, Anna;701740638;;anna@butik.example;Storgatan 1;903 25;Umeå;1993-01-02;\"rad 1; rad 2\r\nrad 3\";;;\r\n\
         Eva von Essen;;08/465 004 12;;;;;;;;;\r\n\
         ;;;;;;;;;;;\r\n\
         ;;;;;;;;;;;\r\n",
    );
    let plan = ImportPlan::read(&file, Se, nobody).unwrap();
    assert_eq!(
        people(&plan),
        [
            "Anna | Karlsson\nMobile +46701740638\nOther anna@butik.example\n\
             Home \"Storgatan 1\" \"903 25\" \"Umeå\" \"\"\n1993-01-02\n\"rad 1; rad 2\\nrad 3\"",
            "Eva | von Essen\nOther +46846500412",
        ]
    );
    assert_eq!(plan.preview().total, 2);
}

#[test]
fn a_sheet_of_ones_own_in_danish_and_english() {
    let danish = "\u{feff}sep=;\r\nNavn;Mobil;E-mail;Adresse;Postnr./By;Fødselsdag;Noter\r\n\
                  Mette Kjær;20 12 34 56;mette@butik.example;Åboulevarden 1;8000 Aarhus C;5.4.1988;Tør hud\r\n";
    let plan = ImportPlan::read(danish.as_bytes(), Dk, nobody).unwrap();
    assert_eq!(
        people(&plan),
        [
            "Mette | Kjær\nMobile +4520123456\nOther mette@butik.example\n\
          Home \"Åboulevarden 1\" \"8000\" \"Aarhus C\" \"\"\n1988-04-05\n\"Tør hud\""
        ]
    );
    assert_eq!(plan.preview().rows[0].row, 2);

    let english = "Name\tPhone\tEmail\tAddress\tBirthday\tTags\n\
                   Anna Karlsson\t+46701740638\tanna@butik.example\tStorgatan 1, 903 25 Umeå\t13/04/1988\tVIP\n";
    let plan = super::plan(english);
    assert_eq!(
        people(&plan),
        [
            "Anna | Karlsson\nMobile +46701740638\nOther anna@butik.example\n\
          Home \"Storgatan 1\" \"903 25\" \"Umeå\" \"\"\n1988-04-13\n[\"VIP\"]"
        ]
    );
    assert_eq!(plan.preview().delimiter, "\t");
}

#[test]
fn a_list_without_headings() {
    let file = "Anna Karlsson;0701740638;anna@butik.example;Storgatan 1;903 25;Umeå;1993-01-02;930102-1234\n\
                Bo Ek;0701740639;bo@butik.example;Kajen 3;972 31;Luleå;1990-05-06;900506-1234\n";
    let plan = plan(file);
    assert_eq!(
        people(&plan),
        [
            "Anna | Karlsson\nMobile +46701740638\nOther anna@butik.example\nHome \"Storgatan 1\" \"903 25\" \"Umeå\" \"\"\n1993-01-02",
            "Bo | Ek\nMobile +46701740639\nOther bo@butik.example\nHome \"Kajen 3\" \"972 31\" \"Luleå\" \"\"\n1990-05-06",
        ]
    );
    let headings: Vec<_> = plan.columns.iter().map(|c| c.heading.as_str()).collect();
    assert_eq!(headings, ["1", "2", "3", "4", "5", "6", "7", "8"]);
    assert!(plan.columns[7].government_id);
    assert_eq!(plan.ready[0].0, 1);

    let two = super::plan("Anna,Karlsson,08-465 004 12\nBo,Ek,08-465 004 13\n");
    assert_eq!(
        people(&two),
        [
            "Anna | Karlsson\nOther +46846500412",
            "Bo | Ek\nOther +46846500413"
        ]
    );
    assert_eq!(
        people(&super::plan("Anna Karlsson\nBo Ek\n")),
        ["Anna | Karlsson", "Bo | Ek"]
    );
    assert_eq!(
        people(&super::plan("Karlsson, Anna\nEk, Bo\n")),
        ["Anna | Karlsson", "Bo | Ek"]
    );
}

#[test]
fn one_column_of_mails_has_no_names() {
    let plan = plan("anna@butik.example\nbo@butik.example\n");
    assert_eq!(plan.columns[0].target, T::Email);
    assert_eq!(
        problems(&plan),
        [
            (1, "", ImportReason::NoName, true),
            (2, "", ImportReason::NoName, true)
        ]
    );
    assert_eq!(plan.problems[0].value, "anna@butik.example");
    assert_eq!(plan.preview().ready, 0);
}
