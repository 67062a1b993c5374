//! The start page at the desk, without a window.

use domain::edit::{Edit, FactEdit};
use domain::project::ProjectId;
use domain::refusal::Kind;
use tempfile::TempDir;

use crate::commands::start;
use crate::desk::Desk;
use crate::desk_tests::{cleared, desk, kept, title, worked};
use crate::wire::project::ProjectView;
use crate::wire::start::{Mark, ProjectGroup, ProjectRow};

fn rows(desk: &Desk) -> Vec<ProjectRow> {
    start::start_view(desk).unwrap().projects
}

fn group(desk: &Desk, id: &ProjectId) -> ProjectGroup {
    rows(desk).into_iter().find(|row| row.id == *id).unwrap().group
}

#[test]
fn a_project_stands_in_one_place_and_comes_back_where_it_stood() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let id = worked(&desk).id;
    let mark = |mark: Mark, on: bool| {
        start::mark_project(&desk, &id, &mark, &on).unwrap();
        group(&desk, &id)
    };
    assert_eq!(group(&desk, &id), ProjectGroup::Current);
    assert_eq!(mark(Mark::Template, true), ProjectGroup::Templates);
    assert_eq!(mark(Mark::Archived, true), ProjectGroup::Archived);
    assert_eq!(mark(Mark::Removed, true), ProjectGroup::Removed);
    assert!(rows(&desk)[0].template && rows(&desk)[0].since.is_some());
    assert_eq!(mark(Mark::Removed, false), ProjectGroup::Archived);
    assert_eq!(mark(Mark::Archived, false), ProjectGroup::Templates);
    assert_eq!(mark(Mark::Template, false), ProjectGroup::Current);
}

#[test]
fn a_copy_is_named_so_and_stands_in_the_daily_list() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let original = worked(&desk);
    start::mark_project(&desk, &original.id, &Mark::Template, &true).unwrap();
    let list = start::copy_project(&desk, &original.id).unwrap().projects;
    let copy = list.iter().find(|row| row.id != original.id).unwrap();
    assert_eq!((&*copy.title, copy.group), ("Lokalvård i skolor (kopia)", ProjectGroup::Current));
    let copied = start::open_project(&desk, &copy.id).unwrap();
    assert_eq!((copied.themes, copied.readiness), (original.themes.clone(), original.readiness.clone()));

    kept(&desk, &start::open_project(&desk, &copy.id).unwrap(), &title("Egen väg"));
    assert_eq!(start::open_project(&desk, &original.id).unwrap(), original);
}

#[test]
fn a_copy_of_what_has_no_name_has_none_either() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let id = start::new_project(&desk).unwrap().id;
    let titles: Vec<String> =
        start::copy_project(&desk, &id).unwrap().projects.into_iter().map(|row| row.title).collect();
    assert_eq!(titles, ["", ""]);
}

#[test]
fn a_procurement_from_a_template_begins_with_its_requirements_and_without_its_days() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let template = start::open_example(&desk, "stadning").unwrap();
    let begun = start::new_from_template(&desk, &template.id).unwrap();
    assert_eq!((&begun.title, &*begun.reference), (&template.title, ""));
    assert_eq!((begun.facts.notice_date, begun.facts.start), (None, None));
    assert_eq!(begun.facts.value_sek, template.facts.value_sek);
    assert_eq!(group(&desk, &begun.id), ProjectGroup::Current);
}

/// A number of another kind below it would be read as tasks.
#[test]
fn how_far_a_project_has_come_is_said_in_one_number_and_in_its_stops() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let view = worked(&desk);
    let said = |desk: &Desk| rows(desk).remove(0).state_note;
    assert_eq!(said(&desk), "2 stopp i granskningen");
    let view = cleared(&desk, view);
    assert!(view.tasks.iter().any(|task| task.note.ends_with(" kvar")), "{:?}", view.tasks);
    assert_eq!(said(&desk), "");
}

#[test]
fn the_next_date_is_the_first_planned_one_that_has_not_passed() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let next = |notice: Option<&str>, begins: Option<&str>| {
        let day = |text: Option<&str>| text.map(|text| text.parse().unwrap());
        let facts = [FactEdit::NoticeDate(day(notice)), FactEdit::Start(day(begins))];
        let begun = start::new_project(&desk).unwrap();
        let view = facts.into_iter().fold(begun, |view, fact| kept(&desk, &view, &Edit::Fact(fact)));
        let row = rows(&desk).into_iter().find(|row| row.id == view.id).unwrap();
        (row.next_date, row.next_note, row.late)
    };
    let said = |day: &str, what: &str, late| (Some(day.to_owned()), Some(what.to_owned()), late);
    assert_eq!(next(None, None), (None, None, false));
    assert_eq!(next(Some("2027-01-18"), Some("2027-04-01")), said("2027-01-18", "Annonsering", false));
    assert_eq!(next(Some("2026-11-24"), Some("2027-04-01")), said("2027-04-01", "Avtalsstart", false));
    assert_eq!(next(Some("2026-11-24"), None), said("2026-11-24", "Annonsering", true));
    assert_eq!(next(Some("2026-01-18"), Some("2026-04-01")), said("2026-04-01", "Avtalsstart", false));
}

#[test]
fn once_the_contract_has_begun_the_next_date_is_the_next_of_its_follow_up_and_at_last_its_end() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let next = |view: &ProjectView| {
        let row = rows(&desk).into_iter().find(|row| row.id == view.id).unwrap();
        (row.next_date.unwrap(), row.next_note.unwrap().replace('\u{a0}', " "))
    };
    let said = |day: &str, what: &str| (day.to_owned(), what.to_owned());
    let begun = start::open_example(&desk, "stadning").unwrap();
    let fact = |view: &ProjectView, fact| kept(&desk, view, &Edit::Fact(fact));
    let begun = fact(&begun, FactEdit::NoticeDate(Some("2025-09-01".parse().unwrap())));
    let begun = fact(&begun, FactEdit::Start(Some("2026-02-02".parse().unwrap())));
    assert_eq!(next(&begun), said("2030-02-01", "Avtalet löper ut"), "nothing is to be followed up");

    let visits = kept(&desk, &begun, &Edit::Choose { entry: "emp-study-visit".into() });
    let planned = visits.follow_up.next.clone().unwrap();
    assert_eq!(
        next(&visits),
        (planned.date.clone(), planned.what.replace('\u{a0}', " ")),
        "as in the project"
    );
    assert!(planned.what.starts_with("Kontroll K"), "{planned:?}");
    let days = visits.follow_up.rows.iter().flat_map(|row| &row.days);
    let ahead = days.filter(|day| ***day >= *"2026-11-25").min();
    assert_eq!(ahead, Some(&planned.date));

    start::mark_project(&desk, &begun.id, &Mark::Archived, &true).unwrap();
    assert_eq!(next(&visits), said("2026-02-02", "Avtalsstart"), "what is put away waits for nothing");
}

#[test]
fn a_day_on_which_much_is_to_be_done_names_the_first_of_it() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let begun = start::open_example(&desk, "stadning").unwrap();
    let facts = [
        FactEdit::NoticeDate(Some("2025-09-01".parse().unwrap())),
        FactEdit::Start(Some("2026-05-26".parse().unwrap())),
    ];
    let begun = facts.into_iter().fold(begun, |view, fact| kept(&desk, &view, &Edit::Fact(fact)));
    let offered = desk.catalogue().entries.keys().cloned().collect::<Vec<_>>();
    let all = offered.into_iter().fold(begun, |view, entry| kept(&desk, &view, &Edit::Choose { entry }));
    let row = rows(&desk).remove(0);
    let next = all.follow_up.next.unwrap();
    assert_eq!(
        (row.next_date, row.next_note),
        (Some(next.date), Some(next.what.clone())),
        "as in the project"
    );
    assert!(next.what.contains(" med flera"), "{}", next.what);
}

#[test]
fn only_what_was_removed_can_be_erased() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let id = worked(&desk).id;
    assert_eq!(start::erase_project(&desk, &id, &[]).unwrap_err().kind, Kind::NotNow);
    start::mark_project(&desk, &id, &Mark::Removed, &true).unwrap();
    assert_eq!(start::erase_project(&desk, &id, &[]).unwrap().projects, []);
}

#[test]
fn a_damaged_database_is_set_aside_and_the_start_page_says_so() {
    let home = TempDir::new().unwrap();
    let first = desk(home.path());
    let id = worked(&first).id;
    assert_eq!(start::start_view(&first).unwrap().recovered, None);
    first.back_up().unwrap();
    drop(first);
    std::fs::write(home.path().join("samkrav.sqlite"), "inte en databas ".repeat(1000)).unwrap();
    let again = desk(home.path());
    let recovered = start::start_view(&again).unwrap().recovered.unwrap();
    assert!(recovered.text.starts_with("Databasen klarade inte kontrollen och har lagts åt sidan."));
    assert_eq!(rows(&again)[0].id, id);
}
