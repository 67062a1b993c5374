//! Projects that leave as files, many at once.

use std::fs;
use std::path::Path;

use domain::apply::apply;
use domain::catalogue::parameter::Source;
use domain::edit::Edit;
use domain::fixed::FixedVersion;
use domain::merge::{Choices, merge};
use domain::project::{Project, ProjectId};
use domain::refusal::{Kind, Refusal};
use domain::review::finding::FindingOverride;
use domain::standards::{is_settable, lay_by, terms};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use store::Store;
use store::project_file::{self, Content, ProjectFile};

use crate::support::{CATALOGUE, begun, example, names, stamp};

fn sends(store: &Store, id: &ProjectId, folder: &Path, content: Content) -> Result<String, Refusal> {
    let path = store.send(id, folder, content, &CATALOGUE, "Upphandling", &stamp(60))?;
    Ok(path.file_name().unwrap().to_string_lossy().into_owned())
}

/// A store with a project of that title, and a folder to send to.
fn at_work(title: &str) -> (Store, ProjectId, [tempfile::TempDir; 2]) {
    let folders = [(); 2].map(|()| tempfile::tempdir().unwrap());
    let mut store = Store::open(folders[0].path()).unwrap();
    let (id, head) = begun(&mut store);
    names(&mut store, &id, &head, title).unwrap();
    (store, id, folders)
}

#[test]
fn each_project_is_a_file_of_its_own_and_nothing_is_written_over() {
    let (mut store, id, [_home, folder]) = at_work("Städning: skolor/förskolor");
    let folder = folder.path();
    let (other, head) = begun(&mut store);
    names(&mut store, &other, &head, "Städning: skolor/förskolor").unwrap();
    assert_eq!(sends(&store, &id, folder, Content::All).unwrap(), "Städning skolor förskolor.samkrav");
    assert_eq!(sends(&store, &other, folder, Content::All).unwrap(), "Städning skolor förskolor 2.samkrav");
    assert_eq!(
        sends(&store, &id, folder, Content::All).unwrap(),
        "Städning skolor förskolor.samkrav",
        "the very same"
    );
    fs::write(folder.join("Städning skolor förskolor.samkrav"), "Mitt eget").unwrap();
    assert_eq!(sends(&store, &id, folder, Content::All).unwrap(), "Städning skolor förskolor 3.samkrav");
    assert_eq!(fs::read(folder.join("Städning skolor förskolor.samkrav")).unwrap(), "Mitt eget".as_bytes());
    let read = project_file::read(&folder.join("Städning skolor förskolor 3.samkrav")).unwrap();
    assert_eq!(read, store.project_file(&id).unwrap());
    assert_eq!(fs::read_dir(folder).unwrap().count(), 3, "nothing half is left");
}

#[test]
fn a_project_without_a_name_gets_one_and_a_title_leads_nowhere_else() {
    let (store, id, [_home, folder]) = at_work("");
    assert_eq!(sends(&store, &id, folder.path(), Content::All).unwrap(), "Upphandling.samkrav");
    let (store, id, [_home, folder]) = at_work("../../hem");
    assert_eq!(sends(&store, &id, folder.path(), Content::NoNotes).unwrap(), "hem.samkrav");
}

#[test]
fn a_title_that_no_disk_takes_gives_a_name_that_all_do() {
    let (mut store, id, [_home, folder]) = at_work(&"🧹".repeat(90));
    let (other, head) = begun(&mut store);
    names(&mut store, &other, &head, &"🧹".repeat(90)).unwrap();
    for id in [id, other] {
        assert!(sends(&store, &id, folder.path(), Content::All).unwrap().starts_with("🧹"));
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn what_was_taken_away_does_not_leave_with_a_copy_for_others_and_is_here_when_it_comes_home() {
    let (mut store, id, [_home, _]) = at_work("Städning");
    let own = |title: &str| {
        json!({ "edit": "write_own", "entry": "own-lek", "requirement": { "theme": "children", "level": "base",
            "placement": "contract_term", "title": title, "duties": ["Leken HEMLIG ska hållas öppen."] } })
    };
    let entry = json!({ "edit": "choose", "entry": "emp-study-visit" });
    let words = json!({ "edit": "reword", "entry": "emp-study-visit", "duties": ["Besök HEMLIG hos oss."] });
    let remove = |entry: &str| json!({ "edit": "remove", "entry": entry });
    let edits = [own("Lek"), entry, words, remove("own-lek"), remove("emp-study-visit")];
    for edit in edits.map(|edit| serde_json::from_value(edit).unwrap()) {
        let head = store.head(&id).unwrap();
        store.edit(&id, &head, &edit, &CATALOGUE, &stamp(2)).unwrap();
    }
    let file = store.project_file(&id).unwrap();
    let mine = file.project.clone();
    assert!(project_file::to_text(&file).contains("HEMLIG"));
    for content in [Content::NoHistory, Content::NoNotes] {
        let sent = file.clone().holding(content, &CATALOGUE, &stamp(60));
        assert!(!project_file::to_text(&sent).contains("HEMLIG"));
        let home = merge(None, &mine, &sent.project, &Choices::default()).unwrap();
        assert_eq!((home.conflicts, home.project), (vec![], mine.clone()));
    }
}

/// What an officer does that leaves an internal note, each with the word by which it is known again.
fn noting() -> impl Strategy<Value = Value> {
    let question = || select(CATALOGUE.questions.keys().cloned().collect::<Vec<_>>());
    let note = "[a-zåäö\"\\\\ ]{0,6}".prop_map(|text| format!("{text}HEMLIG{text}"));
    let answer =
        |question: &str, answer: Value| json!({ "edit": "answer", "question": question, "answer": answer });
    let theme = select(vec!["children", "employment", "accessibility"]);
    let regime = select(vec!["direct_award", "directive_governed"]);
    let placement = select(vec!["contract_term", "technical_specification"]);
    (question(), note, theme, regime, placement, 0..9_u8).prop_map(
        move |(question, note, theme, regime, placement, kind)| match kind {
            0 => answer(question.as_str(), json!({ "unknown": note })),
            1 => answer(question.as_str(), json!({ "not_relevant": note })),
            2 => answer("q18a", json!({ "pay_terms_need": "yes", "reason": note })),
            3 => answer("q17", json!({ "pay_level": "yes", "levels": ["pay"], "parties_heard": note })),
            4 => answer("q18b", json!({ "ilo_need": "no", "reason": note })),
            5 => answer("q25", json!({ "special_reasons": "yes", "reason": note })),
            6 => json!({ "edit": "decide", "theme": theme, "decision": { "outcome": "not_now", "reason": note } }),
            7 => json!({ "edit": "overrule_regime", "choice": { "regime": regime, "reason": note } }),
            _ => json!({ "edit": "write_own", "entry": format!("own-{theme}"), "requirement": {
                "theme": theme, "level": "base", "placement": placement, "title": "Leken",
                "duties": ["Leken ska hållas öppen."], "motive": note } }),
        },
    )
}

/// A project with such notes, some of them in a version that has been fixed, and in Stops that were set aside.
fn noted() -> impl Strategy<Value = Project> {
    (prop::collection::vec(noting(), 1..9), 0..9_usize, any::<bool>()).prop_map(
        |(edits, fixed_after, has_stop)| {
            let mut project = example("stadning", &stamp(0));
            for (number, edit) in edits.iter().enumerate() {
                if number == fixed_after {
                    project.fixed.push(fixed(&project));
                }
                let edit: Edit = serde_json::from_value(edit.clone()).unwrap();
                project = apply(&project, &edit, &CATALOGUE, &stamp(0).signature()).unwrap_or(project);
            }
            if has_stop {
                let finding = json!({ "code": "R18", "case": "silent", "place": { "kind": "whole" } });
                let set_aside =
                    json!({ "finding": finding, "reason": "HEMLIG", "by": "Anna", "on": "2026-11-25" });
                project.overrides.push(serde_json::from_value::<FindingOverride>(set_aside).unwrap());
            }
            project
        },
    )
}

fn fixed(project: &Project) -> FixedVersion {
    FixedVersion {
        version: "1.0".parse().unwrap(),
        on: stamp(0).day(),
        by: "Anna".to_owned(),
        edition: project.edition.clone(),
        procurement: project.procurement.clone(),
        answers: project.answers.clone(),
        decisions: project.decisions.clone(),
        requirements: Vec::new(),
        documents: Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_internal_text_is_in_any_byte_of_a_file_without_notes_and_none_is_lost_when_it_comes_home(mine in noted()) {
        let sent = ProjectFile::begun(mine.clone(), &stamp(0)).holding(Content::NoNotes, &CATALOGUE, &stamp(60));
        let text = project_file::to_text(&sent);
        prop_assert!(!text.contains("HEMLIG"), "{}", text);
        prop_assert_eq!(&project_file::parse(&text).unwrap().project, &sent.project);
        let home = merge(None, &mine, &sent.project, &Choices::default()).unwrap();
        prop_assert_eq!(home.conflicts, vec![]);
        prop_assert_eq!(home.project, mine);
    }
}

#[test]
fn what_is_kept_and_not_shown_does_not_leave_with_a_copy_without_notes() {
    let (mut store, id, [_home, _]) = at_work("Städning");
    let answer = |answer| json!({ "edit": "answer", "question": "q17", "answer": answer });
    let levels =
        |levels: &[&str]| answer(json!({ "pay_level": "yes", "levels": levels, "parties_heard": "Ja." }));
    let fills_in = |parameter: &str, value| json!({ "edit": "set_parameter", "entry": "lab-terms-duty", "parameter": parameter, "value": value });
    let edits = [
        json!({ "edit": "choose", "entry": "lab-terms-duty" }),
        levels(&["pay", "holiday", "hours"]),
        fills_in("holiday", json!("HEMLIG semester")),
        fills_in("pay_table", json!([["HEMLIG lön", "180", "timme"]])),
        fills_in("hours", json!("38 timmar")),
        levels(&["hours"]),
    ];
    for edit in edits.map(|edit| serde_json::from_value(edit).unwrap()) {
        let head = store.head(&id).unwrap();
        store.edit(&id, &head, &edit, &CATALOGUE, &stamp(2)).unwrap();
    }
    let file = store.project_file(&id).unwrap();
    let mine = file.project.clone();
    assert_eq!(
        project_file::to_text(&file).matches("HEMLIG").count(),
        2,
        "they wait, should they be asked for again"
    );
    let sent = file.holding(Content::NoNotes, &CATALOGUE, &stamp(60));
    let text = project_file::to_text(&sent);
    assert!(!text.contains("HEMLIG") && text.contains("38 timmar"), "{text}");
    let home = merge(None, &mine, &sent.project, &Choices::default()).unwrap();
    assert_eq!((home.conflicts, home.project), (vec![], mine));
}

#[test]
fn an_answer_to_a_question_that_is_no_longer_asked_does_not_leave_without_notes() {
    let (mut store, id, [_home, _]) = at_work("Städning");
    let need = json!({ "edit": "answer", "question": "q18a", "answer": { "pay_terms_need": "no", "reason": "Nej." } });
    let head = store.head(&id).unwrap();
    store.edit(&id, &head, &serde_json::from_value(need).unwrap(), &CATALOGUE, &stamp(2)).unwrap();
    let file = store.project_file(&id).unwrap();
    let mine = file.project.clone();
    assert!(project_file::to_text(&file).contains("Parterna fick brev"));
    let sent = file.holding(Content::NoNotes, &CATALOGUE, &stamp(60));
    assert!(!project_file::to_text(&sent).contains("Parterna fick brev"));
    let home = merge(None, &mine, &sent.project, &Choices::default()).unwrap();
    assert_eq!((home.conflicts, home.project), (vec![], mine));
}

#[test]
fn what_the_authority_wants_in_terms_that_do_not_stand_stays_at_home() {
    let (store, id, [_home, _]) = at_work("Städning");
    let file = store.project_file(&id).unwrap();
    let bare = Project { requirements: Vec::new(), ..file.project.clone() };
    let term = terms(&CATALOGUE).find(|entry| entry.rules.parameters.values().any(is_settable)).unwrap();
    let (name, parameter) = term.rules.parameters.iter().find(|(_, known)| is_settable(known)).unwrap();
    let Source::Default(value) = &parameter.source else { panic!("what can be set has one") };
    let values = [(name.clone(), value.clone())].into();
    let mine = lay_by(bare, &[(term.id.clone(), values)].into(), &CATALOGUE);
    assert_eq!((mine.requirements.len(), mine.standing().len()), (1, 0), "nothing requires it yet");
    let sent =
        ProjectFile { project: mine.clone(), ..file }.holding(Content::NoHistory, &CATALOGUE, &stamp(60));
    assert_eq!(sent.project.requirements, []);
    let home = merge(None, &mine, &sent.project, &Choices::default()).unwrap();
    assert_eq!((home.conflicts, home.project), (vec![], mine));
}

#[test]
fn a_folder_that_is_not_there_is_said() {
    let (store, id, [_home, folder]) = at_work("Städning");
    let refusal = sends(&store, &id, &folder.path().join("borta"), Content::All).unwrap_err();
    assert_eq!(refusal.kind, Kind::NotNow);
    assert!(refusal.to_string().contains("finns inte. Skapa mappen eller välj en annan."), "{refusal}");
}
