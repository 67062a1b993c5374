//! Earlier versions: named, looked at, brought back; and how little room a long history takes.

use domain::edit::Edit;
use domain::project::Project;
use domain::text::Bilingual;
use domain::undo::Way;
use store::Store;

use crate::support::{CATALOGUE, begun, full, names, stamp, title};

#[test]
fn a_version_that_comes_back_is_a_new_one_and_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, first) = begun(&mut store);
    let begun = store.load(&id).unwrap().project;
    let head = names(&mut store, &id, &first, "Ett").unwrap().revision.id;
    let two = names(&mut store, &id, &head, "Två").unwrap();
    let back = store.bring_back((&id, &two.revision.id), &first, &CATALOGUE, &stamp(300)).unwrap();
    assert_eq!(back.project, begun);
    assert_eq!(store.revisions(&id).unwrap().len(), 4);
    let undone = store.step(&id, &back.revision.id, Way::Undo, &CATALOGUE, &stamp(310)).unwrap();
    assert_eq!(undone.edited.project, two.project);
    let stale = store.bring_back((&id, &first), &first, &CATALOGUE, &stamp(320)).unwrap_err();
    assert!(stale.to_string().contains("ändrats i ett annat fönster"), "{stale}");
}

#[test]
fn what_has_been_fixed_since_stays_fixed() {
    let folder = tempfile::tempdir().unwrap();
    let id = crate::fixed::fixed_in(folder.path()).id();
    let mut store = Store::open(folder.path()).unwrap();
    let first = store.revisions(&id).unwrap().remove(0).id;
    let head = store.head(&id).unwrap();
    let back = store.bring_back((&id, &head), &first, &CATALOGUE, &stamp(300)).unwrap();
    assert_eq!(back.project.fixed.len(), 1);
    assert_eq!(store.version(&id, &first).unwrap(), Project { fixed: Vec::new(), ..back.project });
}

#[test]
fn a_name_stays_and_can_be_taken_away() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, first) = begun(&mut store);
    store.name(&id, &first, " Skickad på remiss ").unwrap();
    let name = |store: &Store| store.revisions(&id).unwrap().remove(0).name;
    assert_eq!(name(&store).as_deref(), Some("Skickad på remiss"));
    store.name(&id, &first, "").unwrap();
    assert_eq!(name(&store), None);
    assert!(
        store.name(&id, &first, &"x".repeat(101)).unwrap_err().to_string().contains("fler än 100 tecken")
    );
    assert!(store.name(&id, &"borta".into(), "X").unwrap_err().to_string().contains("ingen version"));
}

/// How many edits are made; `SAMKRAV_EDITS` says another number.
fn edits() -> i64 {
    std::env::var("SAMKRAV_EDITS").map_or(200, |count| count.parse().unwrap())
}

/// The most that an edit of a field may take of the disk, in bytes: 20 MB for 10 000.
const ROOM: u64 = 2000;

#[test]
fn a_long_history_of_a_large_project_takes_little_room() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let project = full("byggtjanster");
    let mut head = store.create(&project, &CATALOGUE, &stamp(0), Bilingual::default()).unwrap().id;
    let size = || folder.path().join("samkrav.sqlite").metadata().unwrap().len();
    let mut longest = Vec::new();
    for number in 0..edits() {
        let begun = std::time::Instant::now();
        let edit = edit(number);
        head = store.edit(&project.id, &head, &edit, &CATALOGUE, &stamp(number * 180)).unwrap().revision.id;
        longest.push(begun.elapsed());
    }
    drop(store);
    let (count, kept) = (u64::try_from(edits()).unwrap(), size());
    longest.sort_unstable();
    let of_a_hundred = |share: usize| longest[(longest.len() * share / 100).min(longest.len() - 1)];
    let begun = std::time::Instant::now();
    let store = Store::open(folder.path()).unwrap();
    let opened = begun.elapsed();
    store.load(&project.id).unwrap();
    let loaded = begun.elapsed();
    store.steps(&project.id).unwrap();
    println!(
        "{count} edits of {} requirements: {kept} bytes, opened in {opened:?}, loaded in {loaded:?}, steps in {:?}; an edit {:?}, 99 of 100 within {:?}",
        project.requirements.len(),
        begun.elapsed(),
        of_a_hundred(50),
        of_a_hundred(99)
    );
    let first = u64::try_from(serde_json::to_string(&project).unwrap().len()).unwrap() * 4;
    assert!(kept <= first + count * ROOM, "{kept} bytes for {count} edits");
}

fn edit(number: i64) -> Edit {
    match number % 3 {
        0 => title(&format!("Byggtjänster {number}")),
        1 => {
            let value = serde_json::json!({ "edit": "set_parameter", "entry": "emp-study-visit", "parameter": "visits", "value": number % 5 + 1 });
            serde_json::from_value(value).unwrap()
        }
        _ => Edit::Reword {
            entry: "emp-study-visit".into(),
            duties: Some(vec![format!("Leverantören ska ta emot {{visits}} besök, version {number}.")]),
        },
    }
}
