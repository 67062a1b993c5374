//! The days that a contract has ahead are worked out once, and again when anything that they follow from is another.

use domain::project::ProjectId;
use domain::text::Bilingual;
use jiff::civil::{Date, date};
use rusqlite::Connection;
use store::{Ahead, DayAhead, Mark, Store};
use tempfile::TempDir;

use crate::support::{begun, names, stamp};

const TODAY: Date = date(2026, 11, 25);

fn day(day: Date) -> DayAhead {
    DayAhead { day, words: Bilingual::new("Kontroll K5", "Check R5") }
}

/// A project of which the days ahead have been kept.
fn kept(days: Vec<DayAhead>) -> (TempDir, Store, Ahead) {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (project, head) = begun(&mut store);
    let ahead = Ahead { project, head, days };
    store.keep_days_ahead(std::slice::from_ref(&ahead), "1", TODAY).unwrap();
    (folder, store, ahead)
}

fn known(store: &Store, id: &ProjectId, with: &str, today: Date) -> Option<Vec<DayAhead>> {
    store.days_ahead(with, today).unwrap().remove(id)
}

#[test]
fn they_hold_until_the_first_of_them_has_passed() {
    let days = vec![day(date(2026, 12, 1)), day(date(2030, 2, 1))];
    let (folder, store, ahead) = kept(days.clone());
    drop(store);
    let store = Store::open(folder.path()).unwrap();
    let on = |today| known(&store, &ahead.project, "1", today);
    assert_eq!(on(TODAY), Some(days.clone()), "also after a restart");
    assert_eq!(on(date(2026, 12, 1)), Some(days));
    assert_eq!(on(date(2026, 12, 2)), None);
    assert_eq!(on(date(2026, 11, 24)), None, "before that day others may lie ahead");
}

#[test]
fn what_is_over_is_known_to_be_over() {
    let days = vec![day(date(2024, 2, 1))];
    let (_folder, store, ahead) = kept(days.clone());
    assert_eq!(known(&store, &ahead.project, "1", date(2035, 1, 1)), Some(days));
}

#[test]
fn they_are_worked_out_again_for_what_has_been_changed_and_by_another_program() {
    let (_folder, mut store, mut ahead) = kept(vec![day(date(2026, 12, 1))]);
    assert_eq!(known(&store, &ahead.project, "2", TODAY), None);
    let edited = names(&mut store, &ahead.project, &ahead.head, "Lokalvård").unwrap();
    assert_eq!(known(&store, &ahead.project, "1", TODAY), None);
    ahead.head = edited.revision.id;
    store.keep_days_ahead(std::slice::from_ref(&ahead), "2", TODAY).unwrap();
    assert_eq!(known(&store, &ahead.project, "2", TODAY), Some(ahead.days));
}

#[test]
fn what_is_damaged_in_them_is_no_day() {
    for damage in [
        "days = replace(days, '12-01', '12-02')",
        "days = replace(days, '12-01', '12-02'), seal = NULL",
        "days = '{'",
        "days = CAST(x'ff' AS TEXT)",
        "as_of = ''",
    ] {
        let (folder, store, ahead) = kept(vec![day(date(2026, 12, 1))]);
        let database = Connection::open(folder.path().join("samkrav.sqlite")).unwrap();
        database.execute_batch(&format!("UPDATE ahead SET {damage}")).unwrap();
        assert_eq!(known(&store, &ahead.project, "1", TODAY), None, "{damage}");
    }
}

#[test]
fn they_go_with_their_project() {
    let (folder, mut store, ahead) = kept(vec![day(date(2026, 12, 1))]);
    store.mark(&ahead.project, Mark::Removed, true, &stamp(60)).unwrap();
    store.erase(&ahead.project, None, &[]).unwrap();
    let database = Connection::open(folder.path().join("samkrav.sqlite")).unwrap();
    let left: usize = database.query_row("SELECT count(*) FROM ahead", [], |row| row.get(0)).unwrap();
    assert_eq!(left, 0);
}
