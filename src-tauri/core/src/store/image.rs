//! The SQLite image: made, opened, migrated, and handed out whole. It lives in memory only.

use rusqlite::backup::Backup;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, ErrorCode};

use crate::{Error, Result};

/// In the image's header, so that another program's database is not taken for a register ("Kbok").
const APPLICATION_ID: i32 = 0x4B62_6F6B;

/// Append-only. The image's `user_version` counts those that were applied.
const MIGRATIONS: [&str; 16] = [
    include_str!("../../migrations/0001_register.sql"),
    include_str!("../../migrations/0002_activities.sql"),
    include_str!("../../migrations/0003_suppliers.sql"),
    include_str!("../../migrations/0004_clauses.sql"),
    include_str!("../../migrations/0005_policy_address.sql"),
    include_str!("../../migrations/0006_consents.sql"),
    include_str!("../../migrations/0007_owners.sql"),
    include_str!("../../migrations/0008_marks.sql"),
    include_str!("../../migrations/0009_standing_marks.sql"),
    include_str!("../../migrations/0010_customer_marks.sql"),
    include_str!("../../migrations/0011_followed.sql"),
    include_str!("../../migrations/0012_policy_marks.sql"),
    include_str!("../../migrations/0013_brought.sql"),
    include_str!("../../migrations/0014_own_consents.sql"),
    include_str!("../../migrations/0015_erased.sql"),
    include_str!("../../migrations/0016_policy_use_languages.sql"),
];

/// An empty image of the newest schema.
///
/// # Errors
/// [`Error::Internal`] when SQLite was built without the settings that keep plaintext off the disk.
pub fn make() -> Result<Connection> {
    let mut connection = in_memory()?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    migrate(&mut connection)?;
    Ok(connection)
}

/// Opens an image, brings it to the newest schema, and reads from it with `then` while SQLite checks
/// it: neither needs the other, and what was read of a damaged image is dropped.
///
/// # Errors
/// [`Error::VaultDamaged`] when the bytes are no register or fail SQLite's `quick_check`;
/// [`Error::VaultTooNew`] when a newer Kundbok wrote them.
pub fn open<T>(
    image: &[u8],
    then: impl FnOnce(&Connection) -> Result<T>,
) -> Result<(Connection, T)> {
    std::thread::scope(|scope| {
        let verdict = scope.spawn(|| check(&read_only(image)?));
        let opened = copy(image).and_then(|connection| {
            let read = then(&connection)?;
            Ok((connection, read))
        });
        verdict.join().map_err(|_| Error::Internal("check"))??;
        opened
    })
}

/// The image as SQLite reads it, without a copy that could be changed.
fn read_only(image: &[u8]) -> Result<Connection> {
    let mut found = Connection::open_in_memory()?;
    harden(&found)?;
    found
        .deserialize_read_exact("main", image, image.len(), true)
        .map_err(|_| Error::VaultDamaged)?;
    Ok(found)
}

fn check(found: &Connection) -> Result<()> {
    let application_id: i32 = found
        .pragma_query_value(None, "application_id", |row| row.get(0))
        .map_err(|_| Error::VaultDamaged)?;
    let verdict: String = found
        .pragma_query_value(None, "quick_check", |row| row.get(0))
        .map_err(|_| Error::VaultDamaged)?;
    if application_id == APPLICATION_ID && verdict == "ok" {
        Ok(())
    } else {
        Err(Error::VaultDamaged)
    }
}

/// Only a database of SQLite's own making can be serialised in the midst of a transaction; one that
/// was deserialised hands out its last committed state.
fn copy(image: &[u8]) -> Result<Connection> {
    let found = read_only(image)?;
    let mut connection = in_memory()?;
    Backup::new(&found, &mut connection)
        .and_then(|backup| backup.step(-1))
        .map_err(|_| Error::VaultDamaged)?;
    migrate(&mut connection)?;
    Ok(connection)
}

/// Hands the whole image, uncommitted changes included, to `take`.
///
/// # Errors
/// Those of `take`.
pub fn with_bytes<T>(
    connection: &mut Connection,
    take: impl FnOnce(&[u8]) -> Result<T>,
) -> Result<T> {
    let data = connection.serialize("main")?;
    take(&data)
}

fn in_memory() -> Result<Connection> {
    let connection = Connection::open_in_memory()?;
    harden(&connection)?;
    assert_nothing_spills(&connection)?;
    connection.execute_batch(
        "PRAGMA foreign_keys = ON;
         PRAGMA recursive_triggers = OFF;
         PRAGMA cell_size_check = ON;",
    )?;
    Ok(connection)
}

fn harden(connection: &Connection) -> Result<()> {
    connection.execute_batch(
        "PRAGMA temp_store = MEMORY;
         PRAGMA secure_delete = ON;
         PRAGMA trusted_schema = OFF;",
    )?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    Ok(())
}

/// "In memory" SQLite still spills plaintext to temporary files for sorting and large statements
/// unless built with `SQLITE_TEMP_STORE=3`, and deleted rows stay readable in the image unless
/// `secure_delete` is on. Both are set in `.cargo/config.toml`; a build that lost them must not run.
fn assert_nothing_spills(connection: &Connection) -> Result<()> {
    let mut statement = connection.prepare("PRAGMA compile_options")?;
    let options: Vec<String> = statement
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let built = |option: &str| options.iter().any(|found| found == option);
    let secure: i32 = connection.pragma_query_value(None, "secure_delete", |row| row.get(0))?;
    if built("TEMP_STORE=3") && built("SECURE_DELETE") && secure == 1 {
        Ok(())
    } else {
        Err(Error::Internal("SQLite built without memory-only settings"))
    }
}

fn migrate(connection: &mut Connection) -> Result<()> {
    let applied: usize = connection
        .pragma_query_value(None, "user_version", |row| row.get::<_, u32>(0))?
        .try_into()
        .map_err(|_| Error::VaultTooNew)?;
    let Some(missing) = MIGRATIONS.get(applied..) else {
        return Err(Error::VaultTooNew);
    };
    if missing.is_empty() {
        return Ok(());
    }
    let transaction = connection.transaction()?;
    for migration in missing {
        transaction
            .execute_batch(migration)
            .map_err(|error| match error.sqlite_error_code() {
                Some(ErrorCode::OutOfMemory) => Error::Internal("memory"),
                _ => Error::VaultDamaged,
            })?;
    }
    transaction.pragma_update(None, "user_version", MIGRATIONS.len())?;
    transaction.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(connection: &mut Connection) -> Vec<u8> {
        with_bytes(connection, |bytes| Ok(bytes.to_vec())).unwrap()
    }

    fn opened(image: &[u8]) -> Result<Connection> {
        open(image, |_| Ok(())).map(|(connection, ())| connection)
    }

    #[test]
    fn an_image_in_the_midst_of_a_transaction_is_whole() {
        let mut connection = opened(&bytes(&mut make().unwrap())).unwrap();
        connection
            .execute_batch(
                "BEGIN IMMEDIATE;
                 WITH RECURSIVE n(v) AS (SELECT 1 UNION ALL SELECT v + 1 FROM n WHERE v < 3000)
                 INSERT INTO product (id, name) SELECT v, printf('%d%.*c', v, v % 900, 'x') FROM n;",
            )
            .unwrap();
        let uncommitted = bytes(&mut connection);
        connection.execute_batch("ROLLBACK").unwrap();
        let count = |connection: &Connection| -> i64 {
            connection
                .query_row("SELECT count(*) FROM product", [], |row| row.get(0))
                .unwrap()
        };
        assert_eq!(count(&connection), 0);
        let reopened = opened(&uncommitted).unwrap();
        assert_eq!(count(&reopened), 3000);
        let verdict: String = reopened
            .pragma_query_value(None, "integrity_check", |row| row.get(0))
            .unwrap();
        assert_eq!(verdict, "ok");
    }

    #[test]
    fn a_newer_image_is_refused_and_a_foreign_one_is_damaged() {
        let mut newer = make().unwrap();
        newer.pragma_update(None, "user_version", 999).unwrap();
        assert!(matches!(
            opened(&bytes(&mut newer)),
            Err(Error::VaultTooNew)
        ));
        let mut foreign = make().unwrap();
        foreign.pragma_update(None, "application_id", 1).unwrap();
        assert!(matches!(
            opened(&bytes(&mut foreign)),
            Err(Error::VaultDamaged)
        ));
        assert!(matches!(opened(b""), Err(Error::VaultDamaged)));
        assert!(matches!(opened(&[0; 4096]), Err(Error::VaultDamaged)));
    }

    #[test]
    fn deleted_rows_are_gone_from_the_image() {
        let mut connection = make().unwrap();
        let canary = "kanariefågel som inte får synas";
        connection
            .execute("INSERT INTO product (id, name) VALUES (1, ?1)", [canary])
            .unwrap();
        let contains = |image: &[u8]| image.windows(canary.len()).any(|w| w == canary.as_bytes());
        assert!(contains(&bytes(&mut connection)));
        connection.execute("DELETE FROM product", []).unwrap();
        assert!(!contains(&bytes(&mut connection)));
    }

    /// An image as the first version of Kundbok left it.
    fn of_schema_1(contents: &str) -> Vec<u8> {
        of_schema(1, contents)
    }

    fn of_schema(version: usize, contents: &str) -> Vec<u8> {
        let mut connection = in_memory().unwrap();
        for migration in &MIGRATIONS[..version] {
            connection.execute_batch(migration).unwrap();
        }
        connection.execute_batch(contents).unwrap();
        connection
            .pragma_update(None, "application_id", APPLICATION_ID)
            .unwrap();
        connection
            .pragma_update(None, "user_version", version)
            .unwrap();
        bytes(&mut connection)
    }

    const OWN_USE: &str = "INSERT INTO activity
        (position, basis, retention, need, categories, subjects, places)
        VALUES (12, 'contract', 'whileCustomer', 'voluntary', '[]', '[]', '[]');";

    #[test]
    fn a_supplied_use_is_itself_where_one_of_her_own_has_its_number() {
        use crate::store::entry;

        let with_own = opened(&of_schema(4, OWN_USE)).unwrap();
        let without = opened(&of_schema(4, "")).unwrap();
        let (here, there) = (
            entry::all(&with_own).unwrap(),
            entry::all(&without).unwrap(),
        );
        let only_here: Vec<_> = here.keys().filter(|id| !there.contains_key(id)).collect();
        assert_eq!((only_here.len(), there.len() + 1), (1, here.len()));
        assert_eq!((&*only_here[0].table, only_here[0].id), ("activity", 12));
        let supplied = there.keys().find(|id| id.mark == "supplied:ownOffers");
        let supplied = [supplied.unwrap().clone()];
        entry::take_over(&without, &with_own, &supplied).unwrap();
        entry::take_over(&with_own, &without, &[only_here[0].clone()]).unwrap();
        for connection in [&with_own, &without] {
            let uses: (u32, u32) = connection
                .query_row("SELECT count(*), count(purpose) FROM activity", [], |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })
                .unwrap();
            assert_eq!(uses, (13, 12));
        }
        assert!(
            entry::all(&with_own)
                .unwrap()
                .keys()
                .eq(entry::all(&without).unwrap().keys())
        );
    }

    #[test]
    fn rows_that_were_taken_over_twice_have_a_mark_each() {
        let twice =
            format!("{OWN_USE}{OWN_USE} UPDATE activity SET mark = 'a' WHERE purpose IS NULL;");
        let image = of_schema(8, &twice);
        for _ in 0..2 {
            let marks: (u32, u32) = opened(&image)
                .unwrap()
                .query_row(
                    "SELECT count(DISTINCT mark), count(*) FROM activity WHERE mark <> ''",
                    [],
                    |row| Ok((row.get(0)?, row.get(1)?)),
                )
                .unwrap();
            assert_eq!(marks, (14, 14));
        }
    }

    #[test]
    fn files_of_the_first_version_stay_with_their_customers() {
        let image = of_schema_1(
            "INSERT INTO customer VALUES (3, 1, 'Elin', 'Bergdahl', NULL, NULL, 'self', '', '',
                 '2026-06-01T10:00:00+02:00', '2026-06-01T10:00:00+02:00');
             INSERT INTO attachment VALUES (7, 3, 'aa', 'key', 'avtal.pdf', 'application/pdf', 4,
                 'hash', '2026-06-01T10:00:00+02:00');",
        );
        let connection = opened(&image).unwrap();
        let row = crate::store::attachment::find(&connection, 7).unwrap();
        assert_eq!(row.owner, crate::customers::CustomerId(3).into());
        assert_eq!((&*row.name, row.sealed.bytes), ("avtal.pdf", 4));
        for owners in ["NULL, NULL", "3, 1"] {
            let both = connection.execute(
                &format!(
                    "INSERT INTO attachment VALUES (8, {owners}, 'bb', 'key', 'x', 'y', 1, 'h', 'd')"
                ),
                [],
            );
            assert!(both.is_err(), "{owners}");
        }
        connection.execute("DELETE FROM customer", []).unwrap();
        assert!(crate::store::attachment::find(&connection, 7).is_err());
    }

    #[test]
    fn recipients_of_the_first_version_are_suppliers() {
        use crate::processing::suppliers::{self, Agreement, Missing, Role, Work};

        let image = of_schema_1(
            "INSERT INTO recipient VALUES (3, 1, 'Brevduvan Inc.', 'mail', 'US', 'Klausuler');
             INSERT INTO recipient VALUES (7, 0, 'Paketbudet', 'carrier', 'SE', '');",
        );
        let connection = opened(&image).unwrap();
        let found = suppliers::list(&connection).unwrap();
        let told: Vec<_> = found
            .iter()
            .map(|each| {
                (
                    each.id,
                    &*each.fields.name,
                    each.fields.work,
                    each.fields.roles[0].role,
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                (7, "Paketbudet", Work::Carrier, Role::Controller),
                (3, "Brevduvan Inc.", Work::Mail, Role::Processor),
            ]
        );
        let dove = &found[1];
        assert_eq!(
            (&*dove.fields.country, &*dove.fields.safeguard),
            ("US", "Klausuler")
        );
        assert_eq!(dove.fields.agreement, Agreement::None);
        assert_eq!(dove.missing, [Missing::Agreement, Missing::Contact]);
        for (work, role) in [
            ("bookkeeper", Role::Processor),
            ("carrier", Role::Controller),
            ("booking", Role::Processor),
            ("mail", Role::Processor),
            ("cloud", Role::Processor),
            ("payment", Role::Controller),
            ("supplier", Role::Controller),
            ("other", Role::Processor),
        ] {
            let sql = format!("INSERT INTO recipient VALUES (1, 0, 'Någon', '{work}', 'SE', '')");
            let connection = opened(&of_schema_1(&sql)).unwrap();
            let found = suppliers::view(&connection, 1).unwrap();
            assert_eq!(found.fields.roles[0].role, role, "{work}");
        }
        let left = connection.prepare("SELECT 1 FROM recipient");
        assert!(left.is_err(), "the table is still there");
    }
}
