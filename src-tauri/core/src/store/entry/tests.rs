use super::families::{is_tie, is_written};
use super::*;
use crate::inventory;
use crate::store::image;

#[test]
fn every_table_that_a_person_writes_and_that_is_no_customers_is_compared() {
    let families = families(&image::make().unwrap()).unwrap();
    let mut compared: Vec<&str> = Vec::new();
    for (table, parts) in &families {
        compared.push(table.name);
        compared.extend(parts.iter().map(|(part, _)| part.name));
    }
    for table in inventory::TABLES {
        let times = compared.iter().filter(|name| **name == table.name).count();
        let is_own = is_written(table) && !is_tie(table);
        let is_shared = table.name == "attachment";
        assert_eq!(times, usize::from(is_own || is_shared), "{}", table.name);
    }
    for wanted in ["business", "supplier", "activity", "clause"] {
        assert!(families.iter().any(|(table, _)| table.name == wanted));
    }
}

fn add_supplier(connection: &Connection, id: u32, name: &str) {
    connection
        .execute(
            "INSERT INTO supplier (id, position, name, work, country, safeguard, contact,
                 contact_email, agreement, reseller, accepted_by, authority, terms, retention,
                 responsibility)
             VALUES (?1, 1, ?2, 'mail', 'SE', '', '', '', 'none', '', '', '', '[]', '', '')",
            rusqlite::params![id, name],
        )
        .unwrap();
}

fn unlike(here: &Connection, there: &Connection) -> Vec<EntryId> {
    let (here, there) = (all(here).unwrap(), all(there).unwrap());
    let ids: std::collections::BTreeSet<_> = here.keys().chain(there.keys()).collect();
    ids.into_iter()
        .filter(|id| !differences(here.get(*id), there.get(*id)).is_empty())
        .cloned()
        .collect()
}

fn copy(connection: &mut Connection) -> Connection {
    let bytes = image::with_bytes(connection, |bytes| Ok(bytes.to_vec())).unwrap();
    image::open(&bytes, |_| Ok(())).unwrap().0
}

#[test]
fn what_was_taken_over_is_no_longer_missing_whatever_number_it_got() {
    for is_number_free in [true, false] {
        let mut there = image::make().unwrap();
        let here = copy(&mut there);
        add_supplier(&there, 7, "Brevduvan");
        if !is_number_free {
            add_supplier(&here, 7, "Paketbudet");
        }
        let missing = all(&there).unwrap();
        let missing = missing.keys().find(|id| id.table == "supplier").unwrap();
        for _ in 0..2 {
            take_over(&there, &here, std::slice::from_ref(missing)).unwrap();
            assert!(!unlike(&here, &there).contains(missing));
            let times: u32 = here
                .query_row(
                    "SELECT count(*) FROM supplier WHERE name = 'Brevduvan'",
                    [],
                    |row| row.get(0),
                )
                .unwrap();
            assert_eq!(times, 1);
        }
        let now = all(&here).unwrap();
        let (id, _) = now.get_key_value(missing).unwrap();
        assert_eq!(id.id == 7, is_number_free);
    }
}

#[test]
fn what_is_new_at_both_ends_comes_over_tied() {
    let mut there = image::make().unwrap();
    let here = copy(&mut there);
    // The numbers of both are other entries' here.
    for connection in [&there, &here] {
        add_supplier(connection, 5, "Brevduvan");
        connection
            .execute(
                "INSERT INTO activity
                     (id, position, basis, retention, need, categories, subjects, places)
                 VALUES (20, 20, 'contract', 'whileCustomer', 'voluntary', '[]', '[]', '[]')",
                [],
            )
            .unwrap();
    }
    there
        .execute(
            "INSERT INTO activity_supplier (activity_id, supplier_id) VALUES (20, 5)",
            [],
        )
        .unwrap();
    let chosen: Vec<EntryId> = all(&there)
        .unwrap()
        .into_keys()
        .filter(|id| (id.table == "activity" && id.id == 20) || id.table == "supplier")
        .collect();
    assert_eq!(chosen.len(), 2);
    for chosen in [chosen.clone(), chosen.into_iter().rev().collect()] {
        take_over(&there, &here, &chosen).unwrap();
        let ties: Vec<(u32, u32)> = here
            .prepare("SELECT activity_id, supplier_id FROM activity_supplier")
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        assert_eq!(ties, [(21, 6)]);
    }
}
