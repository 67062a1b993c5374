//! Undo and redo: earlier states come back exactly, through the whole history, whoever works at the same time.

use domain::catalogue::id::{EntryId, ParameterName};
use domain::catalogue::parameter::ParameterValue;
use domain::edit::{Edit, FactEdit};
use domain::needs::answer::{Answer, FieldValue};
use domain::procurement::amount::Sek;
use domain::project::{Project, ProjectId};
use domain::refusal::{Kind, Refusal};
use domain::requirements::decision::{Decision, Outcome};
use domain::revision::RevisionId;
use domain::undo::Way;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;
use store::project_file::{ProjectFile, to_text};
use store::{Stepped, Store};

use crate::support::{CATALOGUE, begun, names, stamp, title};

/// Makes a database one from before there was undo.
const WITHOUT_UNDO: &str = "
    ALTER TABLE revision DROP COLUMN field;
    ALTER TABLE revision DROP COLUMN brings_back;
    ALTER TABLE revision DROP COLUMN fixes;
    DROP TABLE fixed_document;
    ALTER TABLE ancestor DROP COLUMN via;
    ALTER TABLE ancestor DROP COLUMN patch;
    DROP INDEX named_revision;
    ALTER TABLE revision DROP COLUMN name;
    ALTER TABLE revision DROP COLUMN digest;
    ALTER TABLE project DROP COLUMN digest;
    ALTER TABLE revision DROP COLUMN back;
    ALTER TABLE revision DROP COLUMN back_digest;
    ALTER TABLE revision DROP COLUMN seal;
    ALTER TABLE ancestor DROP COLUMN seal;
    ALTER TABLE project DROP COLUMN seal;
    DROP TABLE ahead;
    PRAGMA user_version = 3;";

/// An officer at a project: whatever is done goes on from the last revision.
struct Officer {
    store: Store,
    id: ProjectId,
    head: RevisionId,
    /// Seconds after ten o'clock.
    now: i64,
    _folder: tempfile::TempDir,
}

impl Officer {
    fn at_work() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(folder.path()).unwrap();
        let (id, head) = begun(&mut store);
        Self { store, id, head, now: 0, _folder: folder }
    }

    /// Makes an edit three minutes after the last; what does not fit is not made.
    fn edits(&mut self, edit: &Edit) {
        self.now += 180;
        let edited = self.store.edit(&self.id, &self.head, edit, &CATALOGUE, &stamp(self.now));
        self.head = edited.map_or(self.head.clone(), |edited| edited.revision.id);
    }

    fn steps(&mut self, way: Way) -> Result<Stepped, Refusal> {
        let stepped = self.store.step(&self.id, &self.head, way, &CATALOGUE, &stamp(self.now))?;
        self.head = stepped.edited.revision.id.clone();
        Ok(stepped)
    }

    /// All the way in one direction, with the project at each stop.
    fn goes_all_the_way(&mut self, way: Way) -> Vec<Project> {
        std::iter::from_fn(|| self.steps(way).ok().map(|stepped| stepped.edited.project)).collect()
    }

    fn project(&self) -> Project {
        self.store.load(&self.id).unwrap().project
    }

    /// The project, byte for byte as its file has it.
    fn file(&self) -> String {
        as_file(self.project())
    }

    /// The same after each of its revisions.
    fn versions(&self) -> Vec<String> {
        let revisions = self.store.revisions(&self.id).unwrap().into_iter();
        revisions.map(|revision| as_file(self.store.version(&self.id, &revision.id).unwrap())).collect()
    }

    fn revisions(&self) -> usize {
        self.store.revisions(&self.id).unwrap().len()
    }

    /// What the buttons say: what is undone, what is redone.
    fn reads(&self) -> [Option<String>; 2] {
        let steps = self.store.steps(&self.id).unwrap();
        [steps.undo, steps.redo].map(|words| words.map(|words| words.sv.replace('\u{a0}', " ")))
    }
}

fn as_file(project: Project) -> String {
    to_text(&ProjectFile { project, lineage: Vec::new(), changed: None })
}

/// Writes an own requirement, or takes it away for good.
fn own(title: Option<&str>) -> Edit {
    let requirement = title.map(|title| {
        json!({ "theme": "children", "level": "base", "placement": "contract_term", "title": title,
            "duties": ["Leverantören ska hålla leken öppen."] })
    });
    serde_json::from_value(json!({ "edit": "write_own", "entry": "own-lek", "requirement": requirement }))
        .unwrap()
}

fn set_value() -> impl Strategy<Value = Edit> {
    let of = |entry: &EntryId| CATALOGUE.entries[entry].rules.parameters.keys().cloned().collect::<Vec<_>>();
    let offered = CATALOGUE.offered().map(|entry| (entry.id.clone(), of(&entry.id)));
    let all: Vec<(EntryId, ParameterName)> =
        offered.flat_map(|(entry, names)| names.into_iter().map(move |name| (entry.clone(), name))).collect();
    let value = prop::option::of((1..9u8).prop_map(|n| ParameterValue::number(f64::from(n))));
    (select(all), value).prop_map(|((entry, parameter), value)| Edit::SetParameter {
        entry,
        parameter,
        value,
    })
}

/// Any edit.
pub fn edit() -> impl Strategy<Value = Edit> {
    let questions: Vec<_> = CATALOGUE.questions.keys().cloned().collect();
    let offered: Vec<EntryId> = CATALOGUE.offered().map(|entry| entry.id.clone()).collect();
    let code = select(vec!["yes", "no", "work", "unknown"]).prop_map(|code| FieldValue::Text(code.into()));
    let answer = prop::option::of(prop_oneof![
        2 => code.prop_map(Answer::Single),
        1 => "[a-z]{0,9}".prop_map(|unknown| Answer::Unknown { unknown }),
    ]);
    let theme = select(domain::catalogue::theme::Theme::DECIDED.to_vec());
    let decided = (theme, "[a-zåäö]{0,9}").prop_map(|(theme, reason)| Edit::Decide {
        theme,
        decision: Some(Decision { outcome: Outcome::NotNow, reason }),
    });
    prop_oneof![
        2 => "\\PC{0,20}".prop_map(|text| title(&text)),
        1 => prop::option::of((0..90_000_000u64).prop_map(Sek)).prop_map(|v| Edit::Fact(FactEdit::ValueSek(v))),
        2 => (select(questions), answer).prop_map(|(question, answer)| Edit::Answer { question, answer }),
        3 => select(offered.clone()).prop_map(|entry| Edit::Choose { entry }),
        1 => select(offered).prop_map(|entry| Edit::Remove { entry }),
        1 => decided,
        1 => set_value(),
        1 => prop::option::of(Just("Leken")).prop_map(own),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_after_any_edit_gives_the_project_back_and_redo_the_edit(edits in prop::collection::vec(edit(), 1..12)) {
        let mut officer = Officer::at_work();
        for edit in &edits {
            let (before, head) = (officer.file(), officer.head.clone());
            officer.edits(edit);
            let after = officer.file();
            if officer.head != head {
                officer.steps(Way::Undo).unwrap();
                prop_assert_eq!(officer.file(), before);
                officer.steps(Way::Redo).unwrap();
                prop_assert_eq!(officer.file(), after);
            }
        }
    }

    #[test]
    fn all_the_way_back_and_all_the_way_forth_leads_through_every_state(edits in prop::collection::vec(edit(), 0..12)) {
        let mut officer = Officer::at_work();
        let mut states = vec![officer.file()];
        for edit in &edits {
            let head = officer.head.clone();
            officer.edits(edit);
            if officer.head != head {
                states.push(officer.file());
            }
        }
        prop_assert_eq!(&officer.versions(), &states);
        let back: Vec<String> = officer.goes_all_the_way(Way::Undo).into_iter().map(as_file).collect();
        prop_assert_eq!(&back.into_iter().rev().collect::<Vec<_>>(), &states[..states.len() - 1]);
        let forth: Vec<String> = officer.goes_all_the_way(Way::Redo).into_iter().map(as_file).collect();
        prop_assert_eq!(&forth[..], &states[1..]);
    }
}

#[test]
fn what_moves_up_when_a_requirement_goes_is_as_it_was() {
    let mut officer = Officer::at_work();
    officer.edits(&own(Some("Leken")));
    let entries = CATALOGUE.offered().map(|entry| entry.id.clone()).collect();
    officer.edits(&Edit::ChooseSeveral { entries });
    let file = officer.file();
    officer.edits(&own(None));
    let without = officer.file();
    officer.steps(Way::Undo).unwrap();
    assert!(officer.file() == file && without != file);
    assert!(officer.versions().ends_with(&[file.clone(), without, file]));
}

#[test]
fn a_step_has_a_name_in_both_ways_and_erases_nothing() {
    let mut officer = Officer::at_work();
    officer.edits(&title("Städning"));
    officer.edits(&Edit::Fact(FactEdit::ValueSek(Some(Sek(20_000_000)))));
    let value = Some("Värde exklusive moms: 20 000 000 kr".to_owned());
    assert_eq!(officer.reads(), [value.clone(), None]);

    let undone = officer.steps(Way::Undo).unwrap();
    assert_eq!(undone.edit, Some(Edit::Fact(FactEdit::ValueSek(Some(Sek(20_000_000))))));
    assert_eq!(officer.reads(), [Some("Namn på upphandlingen: Städning".to_owned()), value]);
    assert_eq!(officer.revisions(), 4, "what was undone is still there");
    let kept = officer.store.revisions(&officer.id).unwrap().pop().unwrap();
    assert_eq!(kept, undone.edited.revision);
    assert!(kept.words.sv.starts_with("Ångrat: Värde exklusive moms"), "{}", kept.words);
    assert_eq!((kept.edit, kept.officer.as_str()), (None, "Anna Lindqvist"));
}

#[test]
fn an_edit_after_undo_ends_redo() {
    let mut officer = Officer::at_work();
    officer.edits(&title("Ett"));
    officer.steps(Way::Undo).unwrap();
    officer.edits(&title("Två"));
    assert_eq!(officer.reads()[1], None);
    let refusal = officer.steps(Way::Redo).unwrap_err();
    assert_eq!((refusal.kind, &*refusal.to_string()), (Kind::NotNow, "Det finns inget att göra om."));
    assert_eq!(officer.project().procurement.title, "Två");
}

#[test]
fn a_project_opened_as_a_copy_goes_back_to_how_it_was_opened() {
    let mut officer = Officer::at_work();
    officer.edits(&title("Städning av skolor"));
    let sent = officer.store.project_file(&officer.id).unwrap();
    officer.id = officer.store.open_as_copy(sent, &CATALOGUE, &stamp(400)).unwrap();
    officer.head = officer.store.load(&officer.id).unwrap().head;
    assert_eq!(officer.reads(), [None, None]);
    let opened = officer.project();
    officer.edits(&title("Min egen"));
    assert_eq!(officer.steps(Way::Undo).unwrap().edited.project, opened);
    assert_eq!(officer.steps(Way::Undo).unwrap_err().to_string(), "Det finns inget mer att ångra.");
}

#[test]
fn of_two_windows_neither_undoes_what_it_has_not_seen() {
    let folder = tempfile::tempdir().unwrap();
    let (mut mine, mut theirs) = (Store::open(folder.path()).unwrap(), Store::open(folder.path()).unwrap());
    let (id, first) = begun(&mut mine);
    let head = names(&mut mine, &id, &first, "Min").unwrap().revision.id;
    names(&mut theirs, &id, &head, "Deras").unwrap();

    let stale = mine.step(&id, &head, Way::Undo, &CATALOGUE, &stamp(2)).unwrap_err();
    assert!(stale.to_string().contains("ändrats i ett annat fönster"), "{stale}");
    let seen = mine.load(&id).unwrap();
    assert_eq!(seen.project.procurement.title, "Deras");

    let undone = mine.step(&id, &seen.head, Way::Undo, &CATALOGUE, &stamp(2)).unwrap();
    let refusal = names(&mut theirs, &id, &seen.head, "Deras igen").unwrap_err();
    assert_eq!(refusal.kind, Kind::NotNow);
    assert_eq!(theirs.load(&id).unwrap().head, undone.edited.revision.id);
}

#[test]
fn what_was_done_before_there_was_undo_is_undone_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, first) = begun(&mut store);
    let begun = store.load(&id).unwrap().project;
    let head = names(&mut store, &id, &first, "Ett").unwrap().revision.id;
    let edited = names(&mut store, &id, &head, "Två").unwrap();
    drop(store);
    let older = rusqlite::Connection::open(folder.path().join("samkrav.sqlite")).unwrap();
    older.execute_batch(WITHOUT_UNDO).unwrap();
    drop(older);

    let mut store = Store::open(folder.path()).unwrap();
    let mut step = |head| store.step(&id, head, Way::Undo, &CATALOGUE, &stamp(9)).unwrap().edited;
    let undone = step(&edited.revision.id);
    assert_eq!(undone.project.procurement.title, "Ett", "each edit is a step of its own");
    assert_eq!(step(&undone.revision.id).project, begun);
}
