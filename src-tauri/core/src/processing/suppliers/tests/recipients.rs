//! Where a supplier gets data, and who customers are told of.

use super::*;

#[test]
fn customers_are_told_of_suppliers_and_whom_those_let_help_them() {
    let connection = image();
    add(&connection, now(), complete()).unwrap();
    let carrier = SupplierFields {
        name: "Paketbudet AB".into(),
        work: Work::Carrier,
        roles: vec![role(Role::Controller, "")],
        sub_processors: Vec::new(),
        ..without_agreement()
    };
    add(&connection, now(), carrier).unwrap();
    let activities = activities::all(&connection, Language::Sv).unwrap();
    let told = recipients(&connection, &activities).unwrap();
    let told: Vec<_> = told
        .iter()
        .map(|each| (&*each.name, each.work, &*each.helps))
        .collect();
    assert_eq!(
        told,
        [
            ("Lilla Byrån AB", Work::Bookkeeper, ""),
            ("Serverhallen AB", Work::Bookkeeper, "Lilla Byrån AB"),
            ("Paketbudet AB", Work::Carrier, ""),
        ]
    );
}

#[test]
fn what_is_offered_to_begin_with_is_taken_once_the_country_is_known() {
    for language in Language::ALL {
        let presets = presets(language).unwrap();
        let keys: Vec<&str> = presets.iter().map(|preset| preset.key.as_str()).collect();
        assert_eq!(
            keys,
            [
                "mkassist",
                "marykay",
                "timecenter",
                "kivra",
                "bookkeeping",
                "mail",
                "cloud",
                "carrier",
                "payment",
                "social"
            ]
        );
        let kivra = &presets[3];
        assert!(kivra.retention.contains("390") && kivra.retention.contains("75"));
        // EU Court, C-210/16.
        let social: Vec<Role> = presets[9].roles.iter().map(|each| each.role).collect();
        assert_eq!(social, [Role::JointController, Role::Controller]);
        for preset in presets {
            assert!(!preset.label.is_empty());
            let fields = SupplierFields {
                name: preset.label,
                work: preset.work,
                roles: preset.roles,
                retention: preset.retention,
                responsibility: preset.responsibility,
                ..without_agreement()
            };
            add(&image(), now(), fields).unwrap();
        }
    }
}

fn of(connection: &Connection, purpose: Purpose) -> ActivityId {
    let all = activities::all(connection, Language::Sv).unwrap();
    let found = all.iter().find(|each| each.purpose == Some(purpose));
    found.unwrap().id
}

#[test]
fn where_a_supplier_gets_data_follows_from_its_work_until_she_says_otherwise() {
    let connection = image();
    let mail = SupplierFields {
        name: "Postbudet".into(),
        work: Work::Mail,
        ..complete()
    };
    let id = add(&connection, now(), mail.clone()).unwrap();
    let sale = of(&connection, Purpose::Sale);
    let newsletter = of(&connection, Purpose::Newsletter);
    assert_eq!(view(&connection, id).unwrap().uses, [sale].into());
    activities::answer(
        &connection,
        activities::AnswerQuestion {
            id: newsletter,
            answer: true,
        },
    )
    .unwrap();
    // A newsletter is sent by mail.
    assert_eq!(
        view(&connection, id).unwrap().uses,
        [sale, newsletter].into()
    );
    let chosen = SupplierFields {
        uses: Some([newsletter].into()),
        ..mail.clone()
    };
    edit(
        &connection,
        now(),
        EditSupplier {
            id,
            fields: chosen.clone(),
        },
    )
    .unwrap();
    let found = view(&connection, id).unwrap();
    assert_eq!((found.uses, found.fields), ([newsletter].into(), chosen));
    let all = activities::all(&connection, Language::Sv).unwrap();
    assert_eq!(
        recipients(&connection, &all).unwrap()[0].uses,
        [newsletter].into()
    );

    let none = SupplierFields {
        uses: Some([].into()),
        ..mail.clone()
    };
    edit(&connection, now(), EditSupplier { id, fields: none }).unwrap();
    assert_eq!(recipients(&connection, &all).unwrap(), []);
    assert_eq!(view(&connection, id).unwrap().missing, [Missing::Uses]);

    let strange = SupplierFields {
        uses: Some([ActivityId(4_711)].into()),
        ..mail
    };
    let refused = edit(
        &connection,
        now(),
        EditSupplier {
            id,
            fields: strange,
        },
    );
    assert_eq!(refused.unwrap_err().code(), Code::NotFound);
}

#[test]
fn who_gets_data_in_a_use_is_chosen_there_and_the_others_go_on_following_their_work() {
    let connection = image();
    let books = add(&connection, now(), complete()).unwrap();
    let carrier = SupplierFields {
        work: Work::Carrier,
        ..complete()
    };
    let carrier = add(&connection, now(), carrier).unwrap();
    let sale = of(&connection, Purpose::Sale);
    let bookkeeping = of(&connection, Purpose::Bookkeeping);
    let all = activities::all(&connection, Language::Sv).unwrap();
    uses::choose(&connection, sale, &[books, carrier].into(), &all).unwrap();
    let books = view(&connection, books).unwrap();
    assert_eq!(books.uses, [sale, bookkeeping].into());
    assert_eq!(books.fields.uses, Some([sale, bookkeeping].into()));
    assert_eq!(view(&connection, carrier).unwrap().fields.uses, None);
    uses::choose(&connection, sale, &[].into(), &all).unwrap();
    assert_eq!(
        view(&connection, carrier).unwrap().fields.uses,
        Some([].into())
    );
    assert_eq!(
        view(&connection, books.id).unwrap().uses,
        [bookkeeping].into()
    );
}
