//! What the officer does with whole projects: puts them aside, keeps them as templates, removes them.

use std::fs;
use std::path::Path;

use domain::project::ProjectId;
use domain::refusal::Kind;
use domain::reuse;
use domain::text::Bilingual;
use rusqlite::Connection;
use store::{Mark, Marks, Store};

use crate::support::{CATALOGUE, begun, holds, names, older, stamp};

const MARKS: [Mark; 3] = [Mark::Template, Mark::Archived, Mark::Removed];

fn marks(store: &Store, id: &ProjectId) -> Marks {
    store.projects().unwrap().into_iter().find(|row| row.id == *id).unwrap().marks
}

#[test]
fn marks_survive_a_restart_and_can_be_taken_away() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, _) = begun(&mut store);
    assert_eq!(marks(&store, &id), Marks::default());
    for (seconds, mark) in (1..).zip(MARKS) {
        store.mark(&id, mark, true, &stamp(seconds)).unwrap();
    }
    drop(store);
    let mut store = Store::open(folder.path()).unwrap();
    let since = |seconds| Some(stamp(seconds).at);
    assert_eq!(marks(&store, &id), Marks { template: since(1), archived: since(2), removed: since(3) });
    for mark in MARKS {
        store.mark(&id, mark, false, &stamp(9)).unwrap();
    }
    assert_eq!(marks(&store, &id), Marks::default());
    let missing = store.mark(&"borta".into(), Mark::Archived, true, &stamp(9)).unwrap_err();
    assert_eq!(missing.kind, Kind::NotFound);
}

#[test]
fn a_mark_is_no_part_of_the_project_and_changes_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, head) = begun(&mut store);
    let (file, row) = (store.project_file(&id).unwrap(), store.projects().unwrap().remove(0));
    store.mark(&id, Mark::Template, true, &stamp(60)).unwrap();
    assert_eq!(store.project_file(&id).unwrap(), file);
    let marked = store.projects().unwrap().remove(0);
    assert_eq!(store::ProjectRow { marks: Marks::default(), ..marked }, row);
    names(&mut store, &id, &head, "Ändrad").unwrap();
    assert_eq!(marks(&store, &id).template, Some(stamp(60).at), "an edit leaves the mark");
}

#[test]
fn what_was_removed_comes_back_with_all_its_history() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, head) = begun(&mut store);
    names(&mut store, &id, &head, "Ett").unwrap();
    let before = (store.load(&id).unwrap(), store.revisions(&id).unwrap(), store.projects().unwrap());
    store.mark(&id, Mark::Removed, true, &stamp(60)).unwrap();
    drop(store);
    let mut store = Store::open(folder.path()).unwrap();
    store.mark(&id, Mark::Removed, false, &stamp(90)).unwrap();
    let after = (store.load(&id).unwrap(), store.revisions(&id).unwrap(), store.projects().unwrap());
    assert_eq!(after, before);
    names(&mut store, &id, &after.0.head, "Två").unwrap();
}

#[test]
fn a_copy_shares_nothing_with_the_original() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, head) = begun(&mut store);
    let original = store.load(&id).unwrap();
    let copy = reuse::copy(&original.project, stamp(30).project_id(), "Städning (kopia)".to_owned());
    let words = Bilingual::new("Kopierat", "Copied");
    let first = store.create(&copy, &CATALOGUE, &stamp(30), words).unwrap();
    assert!(copy.id != id && first.id != head && first.parents.is_empty());
    assert_eq!(store.project_file(&copy.id).unwrap().lineage, std::slice::from_ref(&first.id));

    names(&mut store, &copy.id, &first.id, "Egen").unwrap();
    store.mark(&copy.id, Mark::Removed, true, &stamp(40)).unwrap();
    store.erase(&copy.id, None, &[]).unwrap();
    assert_eq!(store.load(&id).unwrap(), original);
    assert_eq!(store.revisions(&id).unwrap().len(), 1);
}

#[test]
fn nothing_of_a_project_that_was_erased_is_left_in_the_folder() {
    const SECRET: &str = "Lokalvård på Hemliga skolan";
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (other, _) = begun(&mut store);
    let (id, head) = begun(&mut store);
    let head = names(&mut store, &id, &head, SECRET).unwrap().revision.id;
    names(&mut store, &id, &head, "Ofarligt").unwrap();
    assert!(is_in(folder.path(), SECRET), "the history holds it");

    assert_eq!(store.erase(&id, None, &[]).unwrap_err().kind, Kind::NotNow, "only what has been removed");
    store.mark(&id, Mark::Removed, true, &stamp(60)).unwrap();
    store.erase(&id, None, &[]).unwrap();
    for trace in [SECRET, id.as_str(), head.as_str()] {
        assert!(!is_in(folder.path(), trace), "{trace} is in no page, free or not");
    }
    assert_eq!(store.load(&id).unwrap_err().kind, Kind::NotFound);
    assert_eq!(store.revisions(&id).unwrap(), []);
    assert_eq!(store.projects().unwrap().remove(0).id, other);
    let database = Connection::open(folder.path().join("samkrav.sqlite")).unwrap();
    let left = |table: &str| {
        let count = format!("SELECT count(*) FROM {table}");
        database.query_row(&count, [], |row| row.get::<_, usize>(0)).unwrap()
    };
    assert_eq!(["project", "revision", "parent", "ancestor"].map(left), [1, 1, 0, 0]);
}

/// Whether a text stands in any file of the folder.
fn is_in(folder: &Path, text: &str) -> bool {
    let mut files = fs::read_dir(folder).unwrap().map(|file| fs::read(file.unwrap().path()).unwrap());
    files.any(|bytes| holds(&bytes, text))
}

#[test]
fn a_database_from_before_there_were_marks_opens_with_all_that_the_list_shows() {
    let folder = tempfile::tempdir().unwrap();
    let (project, head) = older(folder.path(), 2);
    let mut store = Store::open(folder.path()).unwrap();
    let row = store.projects().unwrap().remove(0);
    let facts = &project.procurement;
    assert!(!facts.authority_name.is_empty() && facts.start.is_some());
    assert_eq!((&row.authority_name, row.start), (&facts.authority_name, facts.start));
    assert_eq!((row.marks, row.progress.done), (Marks::default(), 1));
    names(&mut store, &project.id, &head, "Vidare").unwrap();
    store.mark(&project.id, Mark::Archived, true, &stamp(60)).unwrap();
    assert_eq!(store.revisions(&project.id).unwrap().len(), 2);
}
