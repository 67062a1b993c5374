//! Projects and their revisions, as windows see them.

use domain::catalogue::id::EntryId;
use domain::edit::{Edit, FactEdit};
use domain::merge::{Choices, differences, merge};
use domain::procurement::amount::Sek;
use domain::project::ProjectId;
use domain::refusal::Kind;
use domain::requirements::decision::{Decision, Outcome};
use domain::text::Bilingual;
use domain::undo::Way;
use proptest::prelude::*;
use store::{Store, backup};

use crate::support::{CATALOGUE, applied, begun, example, names, stamp, title};
use crate::undo::edit;

#[test]
fn a_project_comes_back_as_it_was_kept() {
    let folder = tempfile::tempdir().unwrap();
    let project = example("byggtjanster", &stamp(0));
    let words = Bilingual::new("Nytt projekt", "New project");
    let revision =
        Store::open(folder.path()).unwrap().create(&project, &CATALOGUE, &stamp(0), words).unwrap();
    let loaded = Store::open(folder.path()).unwrap().load(&project.id).unwrap();
    assert_eq!((loaded.project, loaded.head), (project, revision.id));
}

#[test]
fn the_list_shows_the_last_changed_first_with_its_facts_and_progress() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (first, head) = begun(&mut store);
    let second = example("byggtjanster", &stamp(5));
    store.create(&second, &CATALOGUE, &stamp(5), Bilingual::default()).unwrap();
    let order = |store: &Store| store.projects().unwrap().into_iter().map(|row| row.id).collect::<Vec<_>>();
    assert_eq!(order(&store), [second.id.clone(), first.clone()]);
    store.edit(&first, &head, &title("Städning"), &CATALOGUE, &stamp(9)).unwrap();
    assert_eq!(order(&store), [first, second.id]);

    let [row, _] = &store.projects().unwrap()[..] else { panic!("two projects") };
    assert_eq!((&*row.title, &*row.reference), ("Städning", "KS 2026/0432"));
    assert_eq!((row.value_sek, row.notice_date), (Some(Sek(36_000_000)), "2027-01-18".parse().ok()));
    assert_eq!((row.created, row.changed), (stamp(0).at, stamp(9).at));
    assert!(row.progress.done >= 1, "the procurement is filled in: {:?}", row.progress);
}

#[test]
fn progress_follows_each_edit() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, head) = begun(&mut store);
    let done = |store: &Store| store.projects().unwrap()[0].progress.done;
    let before = done(&store);
    names(&mut store, &id, &head, "").unwrap();
    assert_eq!(done(&store), before - 1, "a procurement without a title is not done");
}

#[test]
fn an_edit_is_one_revision_with_who_when_what_and_from_where() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, first) = begun(&mut store);
    let edit = Edit::Choose { entry: EntryId::from("emp-dialogue") };
    let edited = store.edit(&id, &first, &edit, &CATALOGUE, &stamp(60)).unwrap();
    assert!(edited.project.requirement(&"emp-dialogue".into()).unwrap().chosen);
    assert_eq!(store.load(&id).unwrap().project, edited.project);

    let revisions = store.revisions(&id).unwrap();
    assert_eq!(revisions.len(), 2);
    assert_eq!(revisions[1], edited.revision);
    assert_eq!((&revisions[1].parents, revisions[1].at), (&vec![first], stamp(60).at));
    assert_eq!((&revisions[1].edit, &*revisions[1].officer), (&Some(edit.clone()), "Anna Lindqvist"));
    assert_eq!(revisions[1].words.sv, "Valt krav: Dialog om sysselsättningsfrämjande insatser");
}

#[test]
fn what_does_not_fit_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, head) = begun(&mut store);
    let before = store.load(&id).unwrap();
    let edit = Edit::Choose { entry: EntryId::from("emp-nothing") };
    assert_eq!(store.edit(&id, &head, &edit, &CATALOGUE, &stamp(1)).unwrap_err().kind, Kind::BadInput);
    assert_eq!(store.load(&id).unwrap(), before);
    assert_eq!(store.revisions(&id).unwrap().len(), 1);
}

#[test]
fn of_two_windows_the_one_that_has_not_seen_the_change_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let (mut mine, mut theirs) = (Store::open(folder.path()).unwrap(), Store::open(folder.path()).unwrap());
    let (id, head) = begun(&mut mine);
    names(&mut theirs, &id, &head, "Deras").unwrap();
    let refusal = names(&mut mine, &id, &head, "Min").unwrap_err();
    assert_eq!(refusal.kind, Kind::NotNow);
    assert!(refusal.to_string().contains("ändrats i ett annat fönster"), "{refusal}");

    let seen = mine.load(&id).unwrap();
    assert_eq!(seen.project.procurement.title, "Deras");
    assert_eq!(names(&mut mine, &id, &seen.head, "Min").unwrap().project.procurement.title, "Min");
}

#[test]
fn revisions_keep_their_order_when_the_clock_goes_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, mut head) = begun(&mut store);
    for seconds in [0, -86_400, 0, -3_600] {
        let edit = title(&format!("{seconds}"));
        head = store.edit(&id, &head, &edit, &CATALOGUE, &stamp(seconds)).unwrap().revision.id;
    }
    let revisions = store.revisions(&id).unwrap();
    assert_eq!(revisions.len(), 5);
    assert!(
        revisions.windows(2).all(|pair| pair[0].id < pair[1].id && pair[1].parents == [pair[0].id.clone()])
    );
    assert_eq!(revisions[2].at, stamp(-86_400).at, "the time is told as the clock said");
}

#[test]
fn after_a_sleep_of_a_month_and_a_clock_that_goes_back_all_is_in_order_and_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, mut head) = begun(&mut store);
    let month = 30 * 86_400;
    for (seconds, words) in
        [(0, "Före sömnen"), (month, "Efter sömnen"), (month - 7200, "Klockan ställd tillbaka")]
    {
        head = store.edit(&id, &head, &title(words), &CATALOGUE, &stamp(seconds)).unwrap().revision.id;
        assert!(backup::is_due(folder.path(), stamp(seconds).at), "also when the clock has gone back");
        backup::make(folder.path(), stamp(seconds).at).unwrap().unwrap();
    }
    for words in ["Efter sömnen", "Före sömnen"] {
        let stepped = store.step(&id, &head, Way::Undo, &CATALOGUE, &stamp(month - 3600)).unwrap().edited;
        assert_eq!(stepped.project.procurement.title, words);
        head = stepped.revision.id;
    }
    assert_eq!(store.projects().unwrap()[0].changed, stamp(month - 3600).at);
    assert_eq!(backup::list(folder.path()).len(), 3, "none was taken for older than it is");
}

#[test]
fn a_change_beside_another_holds_and_one_of_the_same_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, seen) = begun(&mut store);
    names(&mut store, &id, &seen, "Deras").unwrap();
    let reference = Edit::Fact(FactEdit::Reference("KS 2027/1".to_owned()));
    let beside =
        |store: &mut Store, edit: &Edit| store.edit_beside(&id, &seen, edit, &CATALOGUE, &stamp(5)).unwrap();
    let project = beside(&mut store, &reference).unwrap().project;
    assert_eq!((&*project.procurement.title, &*project.procurement.reference), ("Deras", "KS 2027/1"));
    assert!(beside(&mut store, &title("Min")).is_none());
    assert_eq!(store.load(&id).unwrap().project, project);
    assert!(beside(&mut store, &title("Deras")).is_some(), "both want the same");
}

#[test]
fn a_choice_beside_does_not_take_away_a_decision_that_it_has_not_seen() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, seen) = begun(&mut store);
    let before = store.load(&id).unwrap().project;
    let entry = CATALOGUE.offered().find(|entry| before.chosen().all(|chosen| *chosen != entry.id)).unwrap();
    let decision = Decision { outcome: Outcome::NotNow, reason: "Prövas nästa år.".to_owned() };
    let decide = Edit::Decide { theme: entry.theme, decision: Some(decision.clone()) };
    store.edit(&id, &seen, &decide, &CATALOGUE, &stamp(1)).unwrap();

    let choose = Edit::Choose { entry: entry.id.clone() };
    assert!(store.edit_beside(&id, &seen, &choose, &CATALOGUE, &stamp(5)).unwrap().is_none());
    assert_eq!(store.load(&id).unwrap().project.decisions.get(&entry.theme), Some(&decision));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_done_beside_is_what_a_merge_gives(theirs in prop::collection::vec(edit(), 0..4), mine in edit()) {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(folder.path()).unwrap();
        let (id, seen) = begun(&mut store);
        let before = store.load(&id).unwrap().project;
        let mut head = seen.clone();
        for edit in &theirs {
            head = store.edit(&id, &head, edit, &CATALOGUE, &stamp(1)).map_or(head, |edited| edited.revision.id);
        }
        let now = store.load(&id).unwrap().project;
        if let Some(edited) = store.edit_beside(&id, &seen, &mine, &CATALOGUE, &stamp(5)).unwrap() {
            let wanted = applied(&before, &mine);
            let merged = merge(Some(&before), &now, &wanted, &Choices::default()).unwrap();
            prop_assert_eq!(merged.conflicts, vec![]);
            prop_assert_eq!(differences(&merged.project, &edited.project), vec![]);
        }
    }
}

#[test]
fn a_project_that_is_not_here_is_not_found() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    assert_eq!(store.load(&ProjectId::from("borta")).unwrap_err().kind, Kind::NotFound);
}

#[test]
fn the_same_project_is_not_kept_twice() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, _) = begun(&mut store);
    let same = store.load(&id).unwrap().project;
    let refusal = store.create(&same, &CATALOGUE, &stamp(1), Bilingual::default()).unwrap_err();
    assert!(refusal.to_string().contains("finns redan här"), "{refusal}");
}

#[test]
fn a_file_opens_as_a_copy_that_remembers_where_it_comes_from() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, head) = begun(&mut store);
    names(&mut store, &id, &head, "Städning av skolor").unwrap();
    let sent = store.project_file(&id).unwrap();

    let copy = store.open_as_copy(sent.clone(), &CATALOGUE, &stamp(30)).unwrap();
    let received = store.project_file(&copy).unwrap();
    assert_ne!(copy, id);
    assert_eq!(received.project.procurement, sent.project.procurement);
    assert_eq!((sent.lineage.len(), received.lineage.len()), (2, 3));
    assert!(received.lineage.starts_with(&sent.lineage));

    let [opened] = &store.revisions(&copy).unwrap()[..] else { panic!("one revision") };
    assert_eq!((&*opened.words.sv, &opened.parents[..]), ("Öppnat som kopia", &sent.lineage[1..]));
    assert_eq!(store.load(&id).unwrap().project, sent.project, "the one that was here is as it was");
}
