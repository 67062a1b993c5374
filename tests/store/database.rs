//! The database file itself.

use std::fs;
use std::thread;

use domain::refusal::Kind;
use rusqlite::Connection;
use serde_json::Value;
use store::Store;

use crate::support::{begun, names};

const FILE: &str = "samkrav.sqlite";

/// Opens a store on a database that something has been done to, and gives the refusal.
fn refused(sql: &str) -> domain::refusal::Refusal {
    let folder = tempfile::tempdir().unwrap();
    drop(Store::open(folder.path()).unwrap());
    Connection::open(folder.path().join(FILE)).unwrap().execute_batch(sql).unwrap();
    let before = fs::read(folder.path().join(FILE)).unwrap();
    let refusal = Store::open(folder.path()).err().unwrap();
    assert_eq!(fs::read(folder.path().join(FILE)).unwrap(), before, "it is left as it was");
    refusal
}

#[test]
fn a_database_of_a_newer_program_is_left_alone() {
    let refusal = refused("PRAGMA user_version = 99");
    assert_eq!(refusal.kind, Kind::NotNow);
    let words = "Databasen är gjord i en nyare version av Samkrav (version 99, den här kan 11). \
                 Uppdatera programmet. Inget i databasen är ändrat.";
    assert_eq!(refusal.to_string(), words);
}

#[test]
fn a_database_of_another_program_is_left_alone() {
    let refusal = refused("PRAGMA application_id = 7");
    assert!(refusal.to_string().contains("hör till ett annat program"), "{refusal}");
}

#[test]
fn windows_that_start_at_the_same_moment_all_open() {
    let folder = tempfile::tempdir().unwrap();
    thread::scope(|scope| {
        let windows = [(); 8].map(|()| scope.spawn(|| Store::open(folder.path()).map(drop)));
        for window in windows {
            window.join().unwrap().unwrap();
        }
    });
}

#[test]
fn while_another_window_writes_one_can_read_but_not_write() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, head) = begun(&mut store);
    let other = Connection::open(folder.path().join(FILE)).unwrap();
    other.execute_batch("BEGIN IMMEDIATE; UPDATE project SET title = 'halvskriven'").unwrap();
    assert_eq!(store.load(&id).unwrap().head, head);
    assert_ne!(store.projects().unwrap()[0].title, "halvskriven");

    let refusal = names(&mut store, &id, &head, "Min").unwrap_err();
    let words = "Ett annat fönster sparar just nu. Vänta en stund och försök igen.";
    assert_eq!((refusal.kind, &*refusal.to_string()), (Kind::NotNow, words));
    other.execute_batch("ROLLBACK").unwrap();
    names(&mut store, &id, &head, "Min").unwrap();
}

#[test]
fn the_patches_lead_from_nothing_to_the_project() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, head) = begun(&mut store);
    let head = names(&mut store, &id, &head, "Ett").unwrap().revision.id;
    let last = names(&mut store, &id, &head, "Två").unwrap().project;

    let database = Connection::open(folder.path().join(FILE)).unwrap();
    let mut query = database.prepare("SELECT patch FROM revision ORDER BY id").unwrap();
    let patches = query.query_map([], |row| row.get::<_, String>(0)).unwrap();
    let state = patches.fold(Value::Null, |mut state, patch| {
        let patch: json_patch::Patch = serde_json::from_str(&patch.unwrap()).unwrap();
        json_patch::patch(&mut state, &patch).unwrap();
        state
    });
    assert_eq!(state, serde_json::to_value(last).unwrap());
}

/// A change here asks for a migration, never for a change of one that officers have had.
#[test]
fn the_tables_are_as_they_were_agreed() {
    let folder = tempfile::tempdir().unwrap();
    drop(Store::open(folder.path()).unwrap());
    let database = Connection::open(folder.path().join(FILE)).unwrap();
    let mut query =
        database.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").unwrap();
    let tables: Vec<String> =
        query.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    insta::assert_snapshot!(tables.join(";\n\n"));
}
