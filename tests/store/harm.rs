//! One project in which something is damaged: it is said, the others go on, and no good backup is lost for it.

use std::fs;
use std::path::Path;

use domain::project::ProjectId;
use domain::refusal::Kind;
use domain::revision::RevisionId;
use domain::text::{Bilingual, Language};
use domain::undo::Way;
use jiff::SignedDuration;
use rusqlite::Connection;
use store::project_file::ProjectFile;
use store::{Store, backup};

use crate::support::{CATALOGUE, begun, example, names, stamp};

const MARKER: &str = "samkrav.misstankt";

/// Two projects, the first of which is edited twice.
fn two(folder: &Path) -> [ProjectId; 2] {
    let mut store = Store::open(folder).unwrap();
    let (id, head) = begun(&mut store);
    let head = names(&mut store, &id, &head, "Skadad").unwrap().revision.id;
    names(&mut store, &id, &head, "Skadad igen").unwrap();
    let other = example("byggtjanster", &stamp(0));
    store.create(&other, &CATALOGUE, &stamp(0), Bilingual::default()).unwrap();
    [id, other.id]
}

/// Changes what stands in the database, as a failing disk does it.
fn disk(folder: &Path, sql: &str) {
    assert!(Connection::open(folder.join("samkrav.sqlite")).unwrap().execute(sql, []).unwrap() > 0);
}

/// What a backup says when something has happened to the first project: it is named, and the other is in the backup.
#[track_caller]
fn backed_up_but_for_the_first(sql: &str) -> (tempfile::TempDir, ProjectId) {
    let folder = tempfile::tempdir().unwrap();
    let [id, other] = two(folder.path());
    disk(folder.path(), sql);
    for minutes in [0, 10] {
        let refusal = backup::make(folder.path(), stamp(minutes * 60).at).unwrap_err();
        assert_eq!(refusal.kind, Kind::Broken);
        assert!(
            refusal.to_string().starts_with("Säkerhetskopian är gjord, men något är skadat i ”Skadad"),
            "{refusal}"
        );
    }
    assert!(folder.path().join(MARKER).exists(), "the next start looks closer");
    let [backup] = &backup::list(folder.path())[..] else { panic!("it is made, once") };
    let open = backup.open().unwrap();
    assert_eq!(open.store().load(&other).unwrap().project.id, other);
    let store = Store::open(folder.path()).unwrap();
    assert_eq!(store.recovery(), None, "nothing is taken from the other");
    assert_eq!(store.projects().unwrap().len(), 2);
    store.project_file(&other).unwrap();
    (folder, id)
}

#[test]
fn a_project_that_cannot_be_read_locks_no_other_out() {
    let (folder, id) = backed_up_but_for_the_first(
        "UPDATE project SET created = replace(created, '-', '/') WHERE title = 'Skadad igen'",
    );
    let store = Store::open(folder.path()).unwrap();
    let rows = store.projects().unwrap();
    let damaged: Vec<_> = rows.iter().filter(|row| row.damaged).collect();
    assert_eq!(damaged.len(), 1);
    assert_eq!((&damaged[0].id, &*damaged[0].title), (&id, "Skadad igen"));
    assert_eq!(damaged[0].changed, rows.iter().find(|row| row.id == id).unwrap().created);
}

#[test]
fn a_history_that_cannot_be_read_is_said_in_words() {
    let (folder, id) = backed_up_but_for_the_first("UPDATE revision SET at = '2026' WHERE field IS NOT NULL");
    let mut store = Store::open(folder.path()).unwrap();
    let head = store.head(&id).unwrap();
    let undone = store.step(&id, &head, Way::Undo, &CATALOGUE, &stamp(900)).unwrap_err();
    for refusal in [store.revisions(&id).unwrap_err(), store.project_file(&id).unwrap_err(), undone] {
        assert!(refusal.to_string().starts_with("Något i projektet är skadat i databasen."), "{refusal}");
    }
    assert!(folder.path().join(MARKER).exists());
    assert_eq!(store.changes(&id).unwrap(), 3, "its backups are found all the same");
}

#[test]
fn a_title_that_is_not_the_projects_is_said() {
    let (folder, id) =
        backed_up_but_for_the_first("UPDATE project SET title = 'Skadadt' WHERE title = 'Skadad igen'");
    assert_eq!(
        Store::open(folder.path()).unwrap().load(&id).unwrap().project.procurement.title,
        "Skadad igen"
    );
}

#[test]
fn a_byte_that_is_altered_in_what_the_list_or_the_history_shows_is_said() {
    for sql in [
        "UPDATE project SET notice_date = '2027-04-02' WHERE title = 'Skadad igen'",
        "UPDATE project SET value_sek = value_sek + 1 WHERE title = 'Skadad igen'",
        "UPDATE revision SET words_sv = words_sv || '!' WHERE patch LIKE '%\"Skadad\"%'",
        "UPDATE revision SET officer = 'Anna Lindqvisv' WHERE patch LIKE '%\"Skadad\"%'",
        "UPDATE parent SET parent = parent || '0' WHERE revision IN
            (SELECT id FROM revision WHERE patch LIKE '%\"Skadad\"%')",
    ] {
        println!("{sql}");
        backed_up_but_for_the_first(sql);
    }
}

#[test]
fn a_byte_that_is_altered_in_where_a_project_comes_from_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let file = ProjectFile::begun(example("stadning", &stamp(0)), &stamp(0));
    store.receive(&file, &CATALOGUE, &stamp(10)).unwrap();
    backup::make(folder.path(), stamp(20).at).unwrap().unwrap();
    disk(folder.path(), "UPDATE ancestor SET revision = replace(revision, '-', '+')");
    let head = store.head(&file.project.id).unwrap();
    names(&mut store, &file.project.id, &head, "Vidare").unwrap();
    let refusal = backup::make(folder.path(), stamp(600).at).unwrap_err();
    assert!(refusal.to_string().contains("något är skadat i ”Vidare”"), "{refusal}");
}

#[test]
fn a_version_that_is_named_afterwards_is_as_it_was_kept() {
    let folder = tempfile::tempdir().unwrap();
    let [id, _] = two(folder.path());
    let mut store = Store::open(folder.path()).unwrap();
    let head = store.head(&id).unwrap();
    store.name(&id, &head, "Till nämnden").unwrap();
    backup::make(folder.path(), stamp(0).at).unwrap().unwrap();
    disk(folder.path(), "UPDATE revision SET name = 'Till nämnder' WHERE name IS NOT NULL");
    let refusal = backup::make(folder.path(), stamp(600).at).unwrap_err();
    assert!(refusal.to_string().contains("något är skadat i ”Skadad igen”"), "{refusal}");
}

#[test]
fn an_old_change_that_is_damaged_stops_neither_backups_nor_undo() {
    let (folder, id) = backed_up_but_for_the_first(
        "UPDATE revision SET patch = replace(patch, 'Skadad', 'Skadat') WHERE patch LIKE '%\"Skadad\"%'",
    );
    let mut store = Store::open(folder.path()).unwrap();
    assert_eq!(store.load(&id).unwrap().project.procurement.title, "Skadad igen");
    let head = store.head(&id).unwrap();
    let head = store
        .edit(&id, &head, &crate::support::title("Vidare"), &CATALOGUE, &stamp(900))
        .unwrap()
        .revision
        .id;
    let undone = store.step(&id, &head, Way::Undo, &CATALOGUE, &stamp(910)).unwrap();
    assert_eq!(undone.edited.project.procurement.title, "Skadad igen");
}

#[test]
fn a_change_that_has_lost_its_project_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let [id, _] = two(folder.path());
    let database = Connection::open(folder.path().join("samkrav.sqlite")).unwrap();
    let lost =
        "PRAGMA foreign_keys = OFF; UPDATE revision SET project = 'borta' WHERE words_sv LIKE '%igen%'";
    database.execute_batch(lost).unwrap();
    let refusal = backup::make(folder.path(), stamp(0).at).unwrap_err();
    assert!(refusal.to_string().contains("”borta”"), "{refusal}");
    Store::open(folder.path()).unwrap().load(&id).unwrap();
}

#[test]
fn a_fixed_document_that_is_not_what_it_was_is_not_handed_out() {
    let folder = tempfile::tempdir().unwrap();
    let id = crate::fixed::fixed_in(folder.path()).id();
    disk(folder.path(), "UPDATE fixed_document SET pdf = x'00' WHERE language = 'sv'");
    let store = Store::open(folder.path()).unwrap();
    let document = |language| store.fixed_document(&id, "1.0".parse().unwrap(), "specification", language);
    let refusal = document(Language::Sv).unwrap_err();
    assert!(
        refusal.to_string().starts_with("Dokumentet som hör till version 1.0 är skadat i databasen."),
        "{refusal}"
    );
    assert_eq!(document(Language::En).unwrap().unwrap(), b"1.0 En");
    let refusal = backup::make(folder.path(), stamp(300).at).unwrap_err();
    assert!(refusal.to_string().contains("något är skadat i ”"), "{refusal}");
}

#[test]
fn a_fixed_document_that_is_no_longer_there_is_said() {
    let folder = tempfile::tempdir().unwrap();
    drop(crate::fixed::fixed_in(folder.path()));
    disk(folder.path(), "DELETE FROM fixed_document WHERE language = 'sv'");
    let said = backup::make(folder.path(), stamp(0).at).unwrap_err().to_string();
    assert!(said.starts_with("Säkerhetskopian är gjord, men något är skadat i "), "{said}");
}

/// A backup on each of the two days after the first, so that what was made on that is old, by the hour, on the fourth.
const DAYS_BETWEEN: [i64; 2] = [30, 55];

#[test]
fn a_good_backup_is_not_taken_away_for_one_that_is_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, mut head) = begun(&mut store);
    let mut make = |hours: i64| {
        head = names(&mut store, &id, &head, &hours.to_string()).unwrap().revision.id;
        backup::make(folder.path(), stamp(0).at + SignedDuration::from_hours(hours)).unwrap().unwrap()
    };
    let (morning, noon, rotten) = (make(-2), make(2), make(6));
    Connection::open(&rotten.path)
        .unwrap()
        .execute("UPDATE project SET created = replace(created, '-', '/')", [])
        .unwrap();
    let ([first, second], last) = (DAYS_BETWEEN.map(&mut make), make(80));
    let left = backup::list(folder.path());
    let all = [last.clone(), second.clone(), first.clone(), rotten.clone(), noon.clone()];
    assert_eq!(left, all, "{}", morning.name());

    fs::write(&rotten.path, "inte en databas").unwrap();
    let later = make(81);
    assert_eq!(
        backup::list(folder.path()),
        [later, last, second, first, noon],
        "one that cannot be read is held for no day"
    );
}

#[test]
fn a_backup_is_not_taken_away_for_one_where_another_project_is_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (first, mut head) = begun(&mut store);
    let (second, _) = begun(&mut store);
    let mut make = |hours: i64| {
        head = names(&mut store, &first, &head, &hours.to_string()).unwrap().revision.id;
        backup::make(folder.path(), stamp(0).at + SignedDuration::from_hours(hours)).unwrap().unwrap()
    };
    let (morning, noon, evening) = (make(-2), make(2), make(6));
    let harms = |backup: &backup::Backup, id: &ProjectId| {
        let altered = "UPDATE project SET created = replace(created, '-', '/') WHERE id = ?1";
        assert_eq!(Connection::open(&backup.path).unwrap().execute(altered, [id.as_str()]).unwrap(), 1);
    };
    harms(&evening, &first);
    harms(&noon, &second);
    harms(&morning, &second);
    let ([next, third], last) = (DAYS_BETWEEN.map(&mut make), make(80));
    let left = backup::list(folder.path());
    assert_eq!(left, [last, third, next, evening, noon], "of two with the same harm the newer");
}

#[test]
fn a_backup_is_not_taken_away_for_one_that_lacks_a_project_unless_it_was_deleted_for_good() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (kept, mut head) = begun(&mut store);
    let (lost, _) = begun(&mut store);
    let make = |store: &mut Store, head: &mut RevisionId, hours: i64| {
        *head = names(store, &kept, head, &hours.to_string()).unwrap().revision.id;
        backup::make(folder.path(), stamp(0).at + SignedDuration::from_hours(hours)).unwrap().unwrap()
    };
    let morning = make(&mut store, &mut head, -2);
    let database = Connection::open(folder.path().join("samkrav.sqlite")).unwrap();
    database.execute_batch("PRAGMA foreign_keys = ON").unwrap();
    database.execute("DELETE FROM project WHERE id = ?1", [lost.as_str()]).unwrap();
    drop(database);
    let noon = make(&mut store, &mut head, 2);
    let [next, third] = DAYS_BETWEEN.map(|hours| make(&mut store, &mut head, hours));
    let newest = make(&mut store, &mut head, 80);
    let all = [newest, third.clone(), next.clone(), noon.clone(), morning.clone()];
    assert_eq!(backup::list(folder.path()), all);

    let (erased, _) = begun(&mut store);
    let evening = make(&mut store, &mut head, 81);
    store.mark(&erased, store::Mark::Removed, true, &stamp(1)).unwrap();
    store.erase(&erased, None, &[]).unwrap();
    let [fifth, sixth, later] = [105, 130, 160].map(|hours| make(&mut store, &mut head, hours));
    assert_eq!(backup::list(folder.path()), [later, sixth, fifth, evening, third, next, noon, morning]);
}

#[test]
fn what_a_row_says_beside_its_project_is_not_altered_in_silence() {
    for altered in [
        "created = '2020-01-01T00:00:00Z'",
        "changed = '2030-01-01T00:00:00Z'",
        "tasks_done = tasks_done + 1",
        "left_to_do = left_to_do + 1",
        "stops = stops + 1",
        "template = '2026-11-25T10:00:00Z'",
        "archived = '2026-11-25T10:00:00Z'",
        "removed = NULL",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let [id, _] = two(folder.path());
        let mut store = Store::open(folder.path()).unwrap();
        store.mark(&id, store::Mark::Removed, true, &stamp(1)).unwrap();
        drop(store);
        disk(folder.path(), &format!("UPDATE project SET {altered} WHERE id = '{id}'"));
        let said = backup::make(folder.path(), stamp(0).at).err().map(|refusal| refusal.to_string());
        assert!(said.is_some_and(|said| said.contains("något är skadat i ”Skadad igen”")), "{altered}");
    }
}

/// What is altered in a change, a row or its head is found, though each value can be read by itself.
#[test]
fn what_no_longer_fits_together_is_said() {
    for sql in [
        "UPDATE project SET head = replace(head, '-7', '-8') WHERE title = 'Skadad igen'",
        "UPDATE project SET state = replace(state, 'igen', 'ogen'), digest = NULL, title = 'Skadad ogen' \
         WHERE title = 'Skadad igen'",
    ] {
        let folder = tempfile::tempdir().unwrap();
        two(folder.path());
        disk(folder.path(), sql);
        let refusal = backup::make(folder.path(), stamp(0).at).unwrap_err();
        assert!(refusal.to_string().contains("något är skadat i ”Skadad"), "{refusal}");
    }
}
