//! What stays out and why, and what the person can change.

use super::*;
use crate::customers::validate;
use proptest::prelude::*;

#[test]
fn headings_that_mean_several_things_are_settled_by_what_stands_below() {
    let named = plan("Namn;Efternamn\nAnna;Karlsson\n");
    assert_eq!(people(&named), ["Anna | Karlsson"]);
    let street = plan("Namn;Postadress;Postnr;Ort\nAnna Ek;Storgatan 1;903 25;Umeå\n");
    assert_eq!(
        people(&street),
        ["Anna | Ek\nHome \"Storgatan 1\" \"903 25\" \"Umeå\" \"\""]
    );
    let town = plan("Namn;Adress;Postadress\nAnna Ek;Storgatan 1;903 25 Umeå\n");
    assert_eq!(
        people(&town),
        ["Anna | Ek\nHome \"Storgatan 1\" \"903 25\" \"Umeå\" \"\""]
    );
    let contact = plan("Vem;Nås på\nAnna;anna@butik.example\n");
    assert_eq!(target(&contact, "Nås på"), T::Email);
    assert_eq!(target(&contact, "Vem"), T::Ignore);
    let id = plan("Namn;Nr\nAnna Ek;930102-1234\n");
    assert!(id.columns[1].government_id);
    let born = plan("Namn;Född;Mobil\nAnna Ek;930102-1234;070174-0638\n");
    assert!(born.columns[1].government_id && born.columns[1].target == T::Ignore);
    assert_eq!(people(&born), ["Anna | Ek\nMobile +46701740638"]);
}

#[test]
fn doubled_headings_are_told_apart_and_phones_add_up() {
    let plan = plan("Namn;Telefon;Telefon;Ort;Ort;\nAnna Ek;0701740638;0701740639;Umeå;Lund;x\n");
    let headings: Vec<_> = plan.columns.iter().map(|c| c.heading.as_str()).collect();
    assert_eq!(
        headings,
        ["Namn", "Telefon", "Telefon (2)", "Ort", "Ort (2)", "6"]
    );
    assert_eq!(target(&plan, "Ort (2)"), T::Ignore);
    assert_eq!(
        people(&plan),
        ["Anna | Ek\nMobile +46701740638\nMobile +46701740639\nHome \"\" \"\" \"Umeå\" \"\""]
    );
}

#[test]
fn a_title_over_the_headings_is_nobody() {
    let plan = plan("Mina kunder;;\n\nNamn;Mobil;Ort\nAnna Ek;0701740638;Umeå\n");
    assert_eq!(people(&plan).len(), 1);
    assert_eq!(plan.ready[0].0, 4);
    assert_eq!(problems(&plan), [(1, "", ImportReason::NoName, true)]);
    assert_eq!(plan.preview().total, 2);
}

#[test]
fn ragged_rows_are_told() {
    let plan = plan(
        "Förnamn;Efternamn;Mobil;Anteckning\n\
         Anna;Ek;0701740638;bra;men dyr\n\
         Bo;Al;0701740639\n\
         ringer på kvällen\n\
         Cia;Asp;0701740640;hej;;\n",
    );
    assert_eq!(
        problems(&plan),
        [
            (2, "", ImportReason::CellCount, true),
            (3, "", ImportReason::CellCount, false),
            (4, "", ImportReason::CellCount, true),
        ]
    );
    assert_eq!(plan.problems[0].value, "men dyr");
    let rows: Vec<_> = plan.ready.iter().map(|(row, _)| *row).collect();
    assert_eq!(rows, [3, 5]);
    let preview = plan.preview();
    assert_eq!((preview.total, preview.ready, preview.left_out), (4, 2, 2));
}

#[test]
fn values_that_cannot_be_kept_are_named_and_the_row_stays() {
    let long = "x".repeat(limits::NOTES + 1);
    let tag = "t".repeat(limits::TAG + 1);
    let plan = plan(&format!(
        "Namn;Mobil;Mejl;Ort;Födelsedag;Språk;Taggar;Anteckning\n\
         Anna Ek;saknas;ingen;Ume\u{7}å;1993-02-29;tyska;{tag};{long}\n\
         Bo Al;4,67017E+10;;;93-01-02;Dansk;;\n"
    ));
    let mut found = problems(&plan);
    found.sort_by_key(|problem| {
        (
            problem.0,
            plan.columns.iter().position(|c| c.heading == problem.1),
        )
    });
    assert_eq!(
        found,
        [
            (2, "Mobil", ImportReason::Unreadable, false),
            (2, "Mejl", ImportReason::Unreadable, false),
            (2, "Ort", ImportReason::ControlCharacters, false),
            (2, "Födelsedag", ImportReason::Date, false),
            (2, "Språk", ImportReason::Unreadable, false),
            (2, "Taggar", ImportReason::TooLong, false),
            (2, "Anteckning", ImportReason::TooLong, false),
            (3, "Mobil", ImportReason::Unreadable, false),
            (3, "Födelsedag", ImportReason::Date, false),
        ]
    );
    assert_eq!(people(&plan), ["Anna | Ek", "Bo | Al\nda"]);
    assert!(plan.problems.iter().any(|p| p.value == "Ume\u{fffd}å"));
    assert!(plan.problems.iter().all(|p| p.value.chars().count() <= 61));
}

#[test]
fn a_row_without_a_name_that_can_be_kept_stays_out() {
    let fits = "n".repeat(limits::NAME);
    let plan = plan(&format!(
        "Förnamn;Mobil;Ort\n;070-174 06 38;Lillvik\n{fits}n;;\nAn\u{1}na;;\n{fits};;\n"
    ));
    assert_eq!(
        problems(&plan),
        [
            (2, "", ImportReason::NoName, true),
            (3, "", ImportReason::TooLong, true),
            (4, "Förnamn", ImportReason::ControlCharacters, true),
        ]
    );
    assert_eq!(plan.problems[0].value, "070-174 06 38, Lillvik");
    assert_eq!(plan.ready.len(), 1);
}

#[test]
fn more_than_a_customer_can_have_is_named() {
    let mails: Vec<_> = (0..limits::EMAILS + 2)
        .map(|n| format!("a{n}@butik.example"))
        .collect();
    let tags: Vec<_> = (0..=limits::TAGS).map(|n| format!("t{n}")).collect();
    let phones: Vec<_> = (0..=limits::PHONES)
        .map(|n| format!("070-1740{:03}", 600 + n))
        .collect();
    let plan = plan(&format!(
        "Namn\tMejl\tTaggar\tMobil\nAnna Ek\t{}\t{}\t{}\n",
        mails.join(", "),
        tags.join(","),
        phones.join(" ::: ")
    ));
    let out = |column| (2, column, ImportReason::TooMany, false);
    assert_eq!(
        problems(&plan),
        [out("Mejl"), out("Mejl"), out("Taggar"), out("Mobil")]
    );
    assert_eq!(plan.problems[3].value, "070-1740620");
    let fields = &plan.ready[0].1;
    assert_eq!(
        (fields.emails.len(), fields.tags.len(), fields.phones.len()),
        (20, 50, 20)
    );
}

#[test]
fn several_values_in_a_cell_are_several() {
    let plan = plan(
        "Namn\tMobil\tMejl\n\
         Anna Ek\t070-174 06 38 / 070-174 06 39\tAnna Ek <anna@butik.example>; a@butik.example mailto:A@butik.example\n\
         Bo Al\t070-174 06 38 (mamma), 46701740640\tbo@butik.example eller cia\n",
    );
    assert_eq!(
        people(&plan),
        [
            "Anna | Ek\nMobile +46701740638\nMobile +46701740639\nOther anna@butik.example\nOther a@butik.example",
            "Bo | Al\nMobile 070-174 06 38 (mamma)\nMobile +46701740640",
        ]
    );
    assert_eq!(
        problems(&plan),
        [(3, "Mejl", ImportReason::Unreadable, false)]
    );
}

#[test]
fn the_same_customer_is_taken_once_and_a_shared_phone_merges_nobody() {
    let text = "Namn;Mobil;Mejl\n\
                Anna Ek;0701740638;\n\
                ek, anna;+46 70 174 06 38;\n\
                Lisa Ek;0701740638;\n\
                ANNA  EK;;anna@butik.example\n\
                Anna Ek;0701740639;Anna@Butik.example\n";
    let plan = plan(text);
    assert_eq!(
        problems(&plan),
        [
            (3, "", ImportReason::Twice, true),
            (6, "", ImportReason::Twice, true)
        ]
    );
    let rows: Vec<_> = plan.ready.iter().map(|(row, _)| *row).collect();
    assert_eq!(rows, [2, 4, 5]);

    let mut again =
        ImportPlan::read(text.as_bytes(), Se, |fields| fields.given_name == "Lisa").unwrap();
    assert_eq!(again.problems[1].reason, ImportReason::AlreadyThere);
    assert_eq!(
        (again.problems[1].row, again.problems[1].value.as_str()),
        (4, "Lisa Ek")
    );
    assert_eq!(again.preview().ready, 2);
    let targets = again
        .preview()
        .columns
        .iter()
        .map(|column| column.target)
        .collect();
    again
        .adjust(
            &AdjustImport {
                targets,
                date_order: DateOrder::YearMonthDay,
            },
            |_| true,
        )
        .unwrap();
    assert_eq!((again.preview().ready, again.left_out()), (0, 5));
}

#[test]
fn the_person_has_the_last_word_about_columns_and_dates() {
    let mut plan = plan("Namn;Född;Hårfärg;Vikt\nAnna Ek;05-04-1993;röd;x\nBo Al;04-06-1993;;y\n");
    let preview = plan.preview();
    assert_eq!(
        (preview.date_order, preview.date_order_uncertain),
        (DateOrder::DayMonthYear, true)
    );
    assert_eq!(preview.rows[0].birthday, "1993-04-05");
    assert_eq!(target(&plan, "Hårfärg"), T::Ignore);

    let wanted = AdjustImport {
        targets: vec![T::FullName, T::Birthday, T::Notes, T::Notes],
        date_order: DateOrder::MonthDayYear,
    };
    plan.adjust(&wanted, nobody).unwrap();
    assert_eq!(
        people(&plan),
        [
            "Anna | Ek\n1993-05-04\n\"Hårfärg: röd\\nVikt: x\"",
            "Bo | Al\n1993-04-06\n\"Vikt: y\""
        ]
    );
    let refused = plan
        .adjust(
            &AdjustImport {
                targets: vec![T::Notes],
                ..wanted
            },
            nobody,
        )
        .unwrap_err();
    assert_eq!(refused.fields()[0].field, "targets");
    assert_eq!(plan.preview().ready, 2);
}

#[test]
fn the_source_is_set_when_it_is_confirmed() {
    let plan = plan("Namn\nAnna Ek\n");
    let confirmed = ConfirmImport {
        source: Source::Party,
        source_detail: "hos Eva".into(),
    };
    let customers = plan.customers(&confirmed).unwrap();
    assert_eq!(
        (customers[0].source, customers[0].source_detail.as_str()),
        (Source::Party, "hos Eva")
    );
    let long = ConfirmImport {
        source_detail: "x".repeat(limits::SOURCE_DETAIL + 1),
        ..confirmed
    };
    assert_eq!(
        plan.customers(&long).unwrap_err().fields()[0].field,
        "sourceDetail"
    );
}

#[test]
fn lists_are_capped_and_counts_are_not() {
    let nameless = ";0701740638\n".repeat(1_200);
    let named: Vec<_> = (0..60).map(|n| format!("Anna{n};\n")).collect();
    let preview = plan(&format!("Förnamn;Mobil\n{nameless}{}", named.concat())).preview();
    assert_eq!((preview.problems.len(), preview.rows.len()), (1_000, 50));
    assert_eq!(
        (preview.total, preview.ready, preview.left_out),
        (1_260, 60, 1_200)
    );
}

#[test]
fn birthdays_and_languages_are_as_in_the_register() {
    let plan = plan("Namn;Födelsedag;Språk\nAnna Ek;1604-03-15;sv-SE\nBo Al;19930102;Engelska\n");
    let first = &plan.ready[0].1;
    assert_eq!(
        first.birthday,
        Some(Birthday {
            year: None,
            month: 3,
            day: 15
        })
    );
    assert_eq!(
        (first.language, plan.ready[1].1.language),
        (Some(Language::Sv), Some(Language::En))
    );
    assert_eq!(plan.preview().rows[0].birthday, "--03-15");
}

#[test]
fn an_export_of_kundboks_own_comes_back() {
    let file = crate::exchange::csv_export::write(
        &["Förnamn", "Efternamn", "Mobil", "Anteckningar"],
        [["=Anna", "Ek", "+46701740638", "-2+3\n\"x\""]],
    )
    .unwrap();
    let plan = ImportPlan::read(&file, Dk, nobody).unwrap();
    assert_eq!(
        people(&plan),
        ["=Anna | Ek\nMobile +46701740638\n\"-2+3\\n\\\"x\\\"\""]
    );
    assert_eq!(plan.ready[0].1.phones[0].label, Label::Mobile);
}

proptest! {
    #[test]
    fn bytes_never_make_it_fall(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(plan) = ImportPlan::read(&bytes, Se, nobody) {
            let preview = plan.preview();
            prop_assert_eq!(preview.total, preview.ready + preview.left_out);
        }
    }

    /// Whatever stands in known columns, every row is taken in or named.
    #[test]
    fn every_row_is_accounted_for(rows in prop::collection::vec("[^\u{0}\"\r\n]{0,40}|([a-z0-9@+<>., :/-]{0,12};){5}[a-z, ]{0,12}", 1..12)) {
        let text = format!("Namn;Mobil;Mejl;Födelsedag;Adress;Postadress;Taggar\n{}", rows.join("\n"));
        if let Ok(plan) = ImportPlan::read(text.as_bytes(), Se, nobody) {
            let blank = |row: &&String| row.split(plan.table.delimiter).all(|cell| cell.trim().is_empty());
            let filled = rows.len() - rows.iter().filter(blank).count();
            let preview = plan.preview();
            prop_assert_eq!(preview.total as usize, filled);
            prop_assert_eq!(preview.problems.iter().filter(|p| p.whole_row).count(), preview.left_out as usize);
            // The register's own check has nothing to add: all or nothing does not end in nothing.
            for (_, fields) in &plan.ready {
                prop_assert_eq!(validate::fields(fields.clone(), Se).unwrap(), fields.clone());
            }
        }
    }
}

/// `cargo test --release -p kundbok-core exchange::plan -- --ignored --nocapture`
#[test]
#[ignore = "a measurement"]
#[allow(clippy::print_stdout)]
fn ten_thousand_rows_are_planned_in_time() {
    let row = |n: u32| {
        format!(
            "Anna{n};Karlsson;070{:07};08-465 {:03} {:02};anna{n}@butik.example;Storgatan {n};903 25;Umeå;{}-04-{:02};\
             VIP, Hudvård;\"Torr hud.\r\nRing efter fyra.\"\r\n",
            1_740_000 + n,
            n / 100,
            n % 100,
            1940 + n % 60,
            1 + n % 28
        )
    };
    let rows: Vec<_> = (0..10_000).map(row).collect();
    let bytes = windows(&format!(
        "Förnamn;Efternamn;Mobil;Telefon;E-post;Adress;Postnr;Ort;Födelsedag;Taggar;Anteckningar\r\n{}",
        rows.concat()
    ));
    for round in 1..=3 {
        let start = std::time::Instant::now();
        let plan = ImportPlan::read(&bytes, Se, nobody).unwrap();
        let read = start.elapsed();
        let start = std::time::Instant::now();
        let preview = plan.preview();
        let shown = start.elapsed();
        println!(
            "round {round}: {} of {} rows planned in {read:?}, shown in {shown:?}",
            preview.ready, preview.total
        );
    }
}
