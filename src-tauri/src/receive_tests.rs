//! Project files that come in at the desk, without a window.

use std::iter;
use std::path::{Path, PathBuf};

use domain::catalogue::theme::Theme;
use domain::edit::{Edit, FactEdit};
use domain::merge::{Choices, Kind as ChangeKind, Part, Settled, Side};
use domain::project::ProjectId;
use domain::refusal::Kind;
use domain::requirements::decision::{Decision, Outcome};
use tauri::async_runtime::block_on;
use tempfile::TempDir;

use crate::commands::{project, receive, start};
use crate::desk::Desk;
use crate::desk_tests::{Answers, desk, kept, title, worked};
use crate::early::Early;
use crate::wire::document::Content;
use crate::wire::project::{ProjectView, Stepped};
use crate::wire::receive::{DamagedView, FileStanding, FileView, ReceivedView, Way};
use crate::wire::settings::Setting;
use crate::wire::start::{Mark, ProjectGroup};

/// Two officers with a desk each, and a file that goes between them.
struct Colleagues {
    anna: Desk,
    erik: Desk,
    home: TempDir,
}

impl Colleagues {
    /// Anna has begun a project; Erik has opened it from her file.
    fn at_work() -> (Self, ProjectId) {
        let home = TempDir::new().unwrap();
        let at = |name: &str, officer: &str| {
            let desk = desk(&home.path().join(name));
            crate::commands::settings::change_setting(&desk, &Setting::Officer(officer.to_owned())).unwrap();
            desk
        };
        let (anna, erik) = (at("anna", "Anna Lindqvist"), at("erik", "Erik Sandström"));
        let id = worked(&anna).id;
        let both = Self { anna, erik, home };
        let sent = both.sends(&both.anna, &id);
        held(looks_at(&both.erik, &sent));
        receive::take_in_file(&both.erik, &Way::Open, &Choices::default()).unwrap();
        (both, id)
    }

    fn sends(&self, from: &Desk, id: &ProjectId) -> PathBuf {
        let path = self.home.path().join("Lokalvård.samkrav");
        block_on(project::save_project_file(from, &Answers(Some(path.clone())), id, &Content::All)).unwrap();
        path
    }
}

fn looks_at(desk: &Desk, path: &Path) -> FileView {
    block_on(receive::choose_project_file(desk, &Answers(Some(path.to_owned())))).unwrap().unwrap()
}

fn held(file: FileView) -> ReceivedView {
    match file {
        FileView::Held { file } => *file,
        FileView::Damaged { file } => panic!("{file:?}"),
    }
}

fn damaged(file: FileView) -> DamagedView {
    match file {
        FileView::Damaged { file } => file,
        FileView::Held { file } => panic!("{file:?}"),
    }
}

fn edits(desk: &Desk, id: &ProjectId, edit: &Edit) -> ProjectView {
    kept(desk, &desk.open(id).unwrap(), edit)
}

fn reference(reference: &str) -> Edit {
    Edit::Fact(FactEdit::Reference(reference.to_owned()))
}

fn none() -> Choices {
    Choices::default()
}

fn count(desk: &Desk) -> usize {
    start::start_view(desk).unwrap().projects.len()
}

#[test]
fn a_file_with_a_project_that_is_not_here_shows_what_it_holds_and_comes_in_as_itself() {
    let home = TempDir::new().unwrap();
    let (both, id) = Colleagues::at_work();
    let third = desk(home.path());
    let file = held(looks_at(&third, &both.sends(&both.erik, &id)));
    assert_eq!(
        (file.standing, file.here.is_none(), file.together.is_none()),
        (FileStanding::New, true, true)
    );
    assert_eq!((&*file.file.title, &*file.file.by), ("Lokalvård i skolor", "Erik Sandström"));
    let held: Vec<(Part, usize)> = file.holds.iter().map(|held| (held.part, held.n)).collect();
    assert_eq!(held, [(Part::Answers, 1), (Part::Requirements, 1)]);
    assert_eq!(count(&third), 0, "nothing is taken in before the officer says so");
    assert_eq!(receive::take_in_file(&third, &Way::Open, &none()).unwrap().id, id);
}

#[test]
fn a_newer_file_updates_the_project_and_one_undo_takes_it_all_back() {
    let (both, id) = Colleagues::at_work();
    edits(&both.erik, &id, &title("Eriks namn"));
    edits(&both.erik, &id, &reference("KS 2026/0388"));
    let before = both.anna.open(&id).unwrap();
    let file = held(looks_at(&both.anna, &both.sends(&both.erik, &id)));
    let together = file.together.unwrap();
    assert_eq!((file.standing, together.conflicts.len()), (FileStanding::Newer, 0));
    assert_eq!(file.base_at.as_deref(), Some(&*before.saved_at), "it builds on the version that is here");
    let changes: Vec<_> =
        together.changes.iter().map(|one| (&*one.label, one.by, one.kind, one.now.as_deref())).collect();
    assert_eq!(
        changes,
        [
            ("Namn på upphandlingen", Side::Theirs, ChangeKind::Changed, Some("Eriks namn")),
            ("Diarienummer", Side::Theirs, ChangeKind::Added, Some("KS 2026/0388")),
        ]
    );
    assert_eq!(both.anna.open(&id).unwrap(), before, "to look changes nothing");

    let after = receive::take_in_file(&both.anna, &Way::Merge, &none()).unwrap();
    assert_eq!((&*after.title, &*after.reference), ("Eriks namn", "KS 2026/0388"));
    let Stepped::Kept { project: undone, .. } = project::undo(&both.anna, &id, &after.head).unwrap() else {
        panic!("nobody else has changed it")
    };
    assert_eq!((undone.title, undone.reference), (before.title, before.reference));
}

#[test]
fn what_both_have_changed_differently_is_shown_word_by_word_and_chosen_before_anything_is_merged() {
    let (both, id) = Colleagues::at_work();
    edits(&both.erik, &id, &title("Lokalvård i skolor och förskolor"));
    edits(&both.erik, &id, &reference("KS 2026/0388"));
    edits(&both.anna, &id, &title("Städning i skolor"));
    let file = held(looks_at(&both.anna, &both.sends(&both.erik, &id)));
    assert_eq!(file.standing, FileStanding::Diverged);
    let together = file.together.unwrap();
    let [row] = &together.conflicts[..] else { panic!("{together:?}") };
    assert_eq!(
        (&*row.field, &row.base[..], row.chosen.clone()),
        ("procurement.title", &["Lokalvård i skolor".to_owned()][..], None)
    );
    let marked = |runs: &[crate::wire::edition::TextRun]| {
        runs.iter().filter(|run| run.changed).map(|run| run.text.trim().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        (marked(&row.mine[0]), marked(&row.theirs[0])),
        (vec!["Städning".to_owned()], vec!["och förskolor".to_owned()])
    );
    let refused = receive::take_in_file(&both.anna, &Way::Merge, &none()).unwrap_err();
    assert_eq!(refused.kind, Kind::NotNow);
    assert_eq!(both.anna.open(&id).unwrap().title, "Städning i skolor");

    let choices = Choices { each: [(row.field.clone(), Settled::Theirs)].into(), ..none() };
    let again = receive::look_at_file(&both.anna, &choices).unwrap().together.unwrap();
    assert_eq!(again.conflicts[0].chosen, Some(Settled::Theirs));
    let own = row.own.as_ref().unwrap();
    assert_eq!((&*own.mine[0], &*own.theirs[0]), ("Städning i skolor", "Lokalvård i skolor och förskolor"));
    let after = receive::take_in_file(&both.anna, &Way::Merge, &choices).unwrap();
    assert_eq!((&*after.title, &*after.reference), ("Lokalvård i skolor och förskolor", "KS 2026/0388"));
    assert_eq!(after.undo.as_deref(), Some("Ihopslaget med en projektfil från Erik Sandström"));
}

#[test]
fn two_decisions_are_told_apart_by_what_was_decided_and_not_by_single_words() {
    let decides = |outcome: Outcome, reason: &str| Edit::Decide {
        theme: Theme::Children,
        decision: Some(Decision { outcome, reason: reason.to_owned() }),
    };
    let marked = |anna: (Outcome, &str), erik: (Outcome, &str)| {
        let (both, id) = Colleagues::at_work();
        edits(&both.erik, &id, &decides(erik.0, erik.1));
        edits(&both.anna, &id, &decides(anna.0, anna.1));
        let together = held(looks_at(&both.anna, &both.sends(&both.erik, &id))).together.unwrap();
        let [row] = &together.conflicts[..] else { panic!("{together:?}") };
        [&row.mine, &row.theirs].map(|said| {
            said[0].iter().filter(|run| run.changed).map(|run| run.text.trim().to_owned()).collect::<String>()
        })
    };
    let apart =
        marked((Outcome::NotRelevant, "Barnen berörs inte."), (Outcome::NotNow, "Prövas nästa gång."));
    assert_eq!(apart, ["Inte relevant.", "Inte nu."]);
    let reasons =
        marked((Outcome::NotNow, "Barnen berörs inte."), (Outcome::NotNow, "Barnen prövas nästa gång."));
    assert_eq!(reasons, ["Barnen berörs inte.", "Barnen prövas nästa gång."]);
}

#[test]
fn a_project_that_changes_while_the_officer_looks_is_not_merged_unseen() {
    let (both, id) = Colleagues::at_work();
    edits(&both.erik, &id, &reference("KS 2026/0388"));
    looks_at(&both.anna, &both.sends(&both.erik, &id));
    edits(&both.anna, &id, &title("Från ett annat fönster"));
    let refused = receive::take_in_file(&both.anna, &Way::Merge, &none()).unwrap_err();
    assert!(refused.to_string().starts_with("Projektet ändrades medan du såg på filen."), "{refused}");
    assert_eq!(both.anna.open(&id).unwrap().reference, "");
    assert_eq!(receive::look_at_file(&both.anna, &none()).unwrap().standing, FileStanding::Diverged);
    receive::take_in_file(&both.anna, &Way::Merge, &none()).unwrap();
}

#[test]
fn an_older_file_and_the_same_change_nothing_and_can_be_opened_as_a_copy() {
    let (both, id) = Colleagues::at_work();
    let sent = both.sends(&both.anna, &id);
    assert_eq!(held(looks_at(&both.anna, &sent)).standing, FileStanding::Same);
    edits(&both.anna, &id, &reference("KS 2026/0388"));
    let file = held(looks_at(&both.anna, &sent));
    assert_eq!(file.standing, FileStanding::Older);
    assert!(file.together.unwrap().changes.iter().all(|change| change.by == Side::Mine));
    let copy = receive::take_in_file(&both.anna, &Way::Copy, &none()).unwrap();
    assert_eq!((copy.id != id, &*copy.reference, count(&both.anna)), (true, "", 2));
}

#[test]
fn a_removed_project_that_is_updated_is_among_the_others_again() {
    let (both, id) = Colleagues::at_work();
    edits(&both.erik, &id, &reference("KS 2026/0388"));
    start::mark_project(&both.anna, &id, &Mark::Removed, &true).unwrap();
    assert!(held(looks_at(&both.anna, &both.sends(&both.erik, &id))).removed);
    receive::take_in_file(&both.anna, &Way::Merge, &none()).unwrap();
    assert_eq!(start::start_view(&both.anna).unwrap().projects[0].group, ProjectGroup::Current);
}

#[test]
fn what_was_shown_is_taken_in_whatever_becomes_of_the_file() {
    let (both, id) = Colleagues::at_work();
    edits(&both.erik, &id, &title("Visat"));
    let path = both.sends(&both.erik, &id);
    looks_at(&both.anna, &path);
    std::fs::write(&path, "något annat").unwrap();
    assert_eq!(receive::take_in_file(&both.anna, &Way::Merge, &none()).unwrap().title, "Visat");
}

#[test]
fn a_damaged_file_is_said_with_the_project_that_it_belongs_to() {
    let (both, id) = Colleagues::at_work();
    let path = both.sends(&both.erik, &id);
    let whole = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, &whole[..whole.len() * 3 / 4]).unwrap();
    let file = damaged(looks_at(&both.anna, &path));
    assert_eq!((&*file.name, file.known.map(|known| known.id)), ("Lokalvård.samkrav", Some(id)));
    assert!(file.why.text.starts_with("Filen är inte hel. Den slutar mitt i avsnittet"), "{:?}", file.why);

    std::fs::write(&path, whole.replace("\"format_version\": 3", "\"format_version\": 9")).unwrap();
    let newer = damaged(looks_at(&both.anna, &path)).why;
    assert!(newer.text.starts_with("Filen är gjord i en nyare version av Samkrav"), "{newer:?}");
    std::fs::write(&path, "Dagordning").unwrap();
    let foreign = damaged(looks_at(&both.anna, &path));
    assert_eq!((&*foreign.why.text, foreign.known), ("Det här är ingen projektfil.", None));
    assert_eq!(receive::look_at_file(&both.anna, &none()).unwrap_err().kind, Kind::NotNow);
}

/// Two files that are opened in the same moment start the program twice, the second time before the catalogue is read.
#[test]
fn a_file_of_a_second_start_before_there_is_a_desk_comes_after_that_of_the_first() {
    let (both, _) = Colleagues::at_work();
    let [first, second, third] = ["A.samkrav", "B.samkrav", "C.samkrav"].map(PathBuf::from);
    let early = Early::default();
    assert_eq!(early.ask_for(vec![second.clone()]), 0, "nothing can tell the pages of it yet");
    early.lay_on(&both.anna, vec![first.clone()]);
    assert_eq!(early.ask_for(vec![third.clone()]), 3);
    let lying: Vec<_> = iter::from_fn(|| both.anna.next_asked()).map(|(file, _)| file).collect();
    assert_eq!(lying, [first, second, third]);
}

#[test]
fn a_file_that_the_program_was_started_with_is_looked_at_once() {
    let (both, id) = Colleagues::at_work();
    let path = both.sends(&both.anna, &id);
    assert_eq!(receive::look_at_asked_file(&both.anna).unwrap(), None, "nothing lies there");
    both.anna.ask_for(vec![path.clone()]);
    assert_eq!(held(receive::look_at_asked_file(&both.anna).unwrap().unwrap()).standing, FileStanding::Same);
    assert_eq!(receive::look_at_asked_file(&both.anna).unwrap(), None, "it has been taken");
    both.anna.ask_for(vec![both.home.path().join("borta.samkrav")]);
    assert_eq!(receive::look_at_asked_file(&both.anna).unwrap_err().kind, Kind::NotFound);
}

#[test]
fn leaving_the_dialog_lays_nothing_out() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    assert_eq!(block_on(receive::choose_project_file(&desk, &Answers(None))).unwrap(), None);
    let refused = receive::take_in_file(&desk, &Way::Open, &none()).unwrap_err();
    assert_eq!(refused.to_string(), "Ingen projektfil är vald. Öppna filen igen.");
}

#[test]
fn a_file_that_a_colleague_has_changed_is_not_written_over() {
    let (both, id) = Colleagues::at_work();
    let path = both.sends(&both.anna, &id);
    let saves = |desk: &Desk| {
        block_on(project::save_project_file(desk, &Answers(Some(path.clone())), &id, &Content::All))
    };
    edits(&both.anna, &id, &title("Annas"));
    saves(&both.anna).unwrap();
    looks_at(&both.erik, &path);
    receive::take_in_file(&both.erik, &Way::Merge, &none()).unwrap();
    edits(&both.erik, &id, &title("Eriks"));
    saves(&both.erik).unwrap();
    let eriks = std::fs::read(&path).unwrap();
    let refused = saves(&both.anna).unwrap_err();
    assert!(refused.to_string().starts_with("Filen har ändrats av någon annan"), "{refused}");
    assert_eq!(std::fs::read(&path).unwrap(), eriks);
    looks_at(&both.anna, &path);
    receive::take_in_file(&both.anna, &Way::Merge, &none()).unwrap();
    saves(&both.anna).unwrap();
}

#[test]
fn of_several_files_each_is_looked_at_in_turn_also_after_one_that_cannot_be_read() {
    let (both, id) = Colleagues::at_work();
    let path = both.sends(&both.anna, &id);
    both.anna.ask_for(vec![path.clone(), both.home.path().join("borta.samkrav"), path]);
    let next = || receive::look_at_asked_file(&both.anna).unwrap();
    assert_eq!(held(next().unwrap()).left, 2);
    let gone = damaged(next().unwrap());
    assert_eq!((gone.left, gone.why.text.contains("finns inte")), (1, true), "{gone:?}");
    assert_eq!(held(next().unwrap()).left, 0);
    assert_eq!(next(), None);
}

#[test]
fn a_file_that_is_asked_for_while_others_wait_is_looked_at_after_them_and_one_that_is_chosen_before() {
    let (both, id) = Colleagues::at_work();
    let path = both.sends(&both.anna, &id);
    let name = |name: &str| both.home.path().join(name);
    let waits = ["a.samkrav", "b.samkrav"].map(|file| {
        std::fs::copy(&path, name(file)).unwrap();
        both.anna.ask_for(vec![name(file)])
    });
    assert_eq!(waits, [1, 2]);
    assert_eq!(block_on(receive::choose_project_file(&both.anna, &Answers(None))).unwrap(), None);
    let chosen = block_on(receive::choose_project_file(&both.anna, &Answers(Some(path)))).unwrap();
    let next = || receive::look_at_asked_file(&both.anna).unwrap();
    let told = [chosen, next(), next()].map(|file| held(file.unwrap())).map(|file| (file.name, file.left));
    assert_eq!(
        told,
        [("Lokalvård.samkrav", 2), ("a.samkrav", 1), ("b.samkrav", 0)]
            .map(|(name, left)| (name.to_owned(), left))
    );
    assert_eq!(next(), None);
}

#[test]
fn a_file_lies_there_until_what_is_kept_can_be_used() {
    let (both, id) = Colleagues::at_work();
    let path = both.sends(&both.anna, &id);
    let folder = both.home.path().join("samkrav");
    std::fs::write(&folder, "").unwrap();
    let desk = desk(&folder);
    desk.ask_for(vec![path]);
    for _ in 0..2 {
        let refused = receive::look_at_asked_file(&desk).unwrap_err();
        assert!(refused.to_string().contains("är ingen mapp"), "{refused}");
    }
    std::fs::remove_file(&folder).unwrap();
    assert_eq!(held(receive::look_at_asked_file(&desk).unwrap().unwrap()).standing, FileStanding::New);
    assert_eq!(receive::look_at_asked_file(&desk).unwrap(), None);
}

#[test]
fn a_text_of_ones_own_is_merged_in_the_place_of_both() {
    let (both, id) = Colleagues::at_work();
    edits(&both.erik, &id, &title("Lokalvård"));
    edits(&both.anna, &id, &title("Städning"));
    looks_at(&both.anna, &both.sends(&both.erik, &id));
    let own = Settled::Own("Städning och lokalvård".to_owned());
    let choices = Choices { each: [("procurement.title".to_owned(), own)].into(), ..none() };
    let after = receive::take_in_file(&both.anna, &Way::Merge, &choices).unwrap();
    assert_eq!(after.title, "Städning och lokalvård");
}

#[test]
fn a_file_that_begins_anew_is_not_written_over_by_another_that_does() {
    let (both, id) = Colleagues::at_work();
    let path = both.home.path().join("Utan historik.samkrav");
    let saves = || {
        let ask = Answers(Some(path.clone()));
        block_on(project::save_project_file(&both.anna, &ask, &id, &Content::NoHistory))
    };
    saves().unwrap();
    saves().unwrap();
    edits(&both.anna, &id, &title("Annas"));
    let refused = saves().unwrap_err();
    assert!(refused.to_string().contains("ingen gemensam historik"), "{refused}");
}

#[test]
fn a_change_is_told_by_what_a_file_holds_and_not_by_its_time() {
    let (both, id) = Colleagues::at_work();
    let path = both.sends(&both.anna, &id);
    looks_at(&both.erik, &path);
    edits(&both.erik, &id, &title("Eriks"));
    let was = std::fs::metadata(&path).unwrap().modified().unwrap();
    both.sends(&both.erik, &id);
    edits(&both.anna, &id, &title("Annas"));
    let saves = || {
        let ask = Answers(Some(path.clone()));
        block_on(project::save_project_file(&both.anna, &ask, &id, &Content::All))
    };
    // As it was before he saved, long ago, and not yet.
    let hour = std::time::Duration::from_hours(1);
    for time in [was, std::time::UNIX_EPOCH, was + hour] {
        let file = std::fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(time).unwrap();
        assert!(saves().unwrap_err().to_string().starts_with("Filen har ändrats av någon annan"));
    }
    // And a new time on a file that nobody has changed hinders nothing.
    let path = both.home.path().join("Orörd.samkrav");
    let saves = || {
        let ask = Answers(Some(path.clone()));
        block_on(project::save_project_file(&both.anna, &ask, &id, &Content::All))
    };
    saves().unwrap();
    std::fs::File::options().write(true).open(&path).unwrap().set_modified(was + hour).unwrap();
    edits(&both.anna, &id, &title("Annas igen"));
    saves().unwrap();
}

#[test]
fn several_projects_are_saved_in_the_folder_that_was_chosen() {
    let (both, id) = Colleagues::at_work();
    let refused = project::send_project(&both.anna, &id, &Content::All).unwrap_err();
    assert_eq!(refused.to_string(), "Ingen mapp är vald. Välj mappen först.");
    let folder = both.home.path().join("ut");
    std::fs::create_dir(&folder).unwrap();
    let chosen =
        block_on(project::choose_folder_to_send(&both.anna, &Answers(Some(folder.clone())))).unwrap();
    assert_eq!(chosen.as_deref(), folder.to_str());
    for content in [Content::All, Content::NoNotes, Content::All] {
        project::send_project(&both.anna, &id, &content).unwrap();
    }
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 2, "the very same is there already");
    assert_eq!(both.anna.last_saved().unwrap(), folder.join("Lokalvård i skolor.samkrav"));
}
