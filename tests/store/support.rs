//! A desk to work at: a catalogue, a fixed moment, projects and edits.

use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use domain::built_in;
use domain::catalogue::Catalogue;
use domain::edit::{Edit, FactEdit};
use domain::project::{Project, ProjectId};
use domain::refusal::Refusal;
use domain::revision::RevisionId;
use domain::text::Bilingual;
use rusqlite::{Connection, params};
use store::{Edited, Stamp, Store};

pub static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| built_in::catalogue().unwrap());

/// A moment of the fixed day, `seconds` after ten o'clock.
pub fn stamp(seconds: i64) -> Stamp {
    let ten: jiff::Timestamp = "2026-11-25T10:00:00Z".parse().unwrap();
    Stamp { at: ten + jiff::SignedDuration::from_secs(seconds), officer: "Anna Lindqvist".to_owned() }
}

pub fn example(name: &str, stamp: &Stamp) -> Project {
    store::example::project(name, stamp.project_id(), &CATALOGUE).unwrap()
}

/// A project after an edit.
pub fn applied(project: &Project, edit: &Edit) -> Project {
    domain::apply::apply(project, edit, &CATALOGUE, &stamp(0).signature()).unwrap()
}

/// An example with all that the catalogue offers chosen.
pub fn full(name: &str) -> Project {
    let offered = CATALOGUE.entries.keys().filter(|entry| CATALOGUE.is_offered(entry));
    offered.fold(example(name, &stamp(0)), |project, entry| {
        applied(&project, &Edit::Choose { entry: entry.clone() })
    })
}

/// Keeps a new project and says which, and its first revision.
pub fn begun(store: &mut Store) -> (ProjectId, RevisionId) {
    let project = example("stadning", &stamp(0));
    let words = Bilingual::new("Nytt projekt", "New project");
    let revision = store.create(&project, &CATALOGUE, &stamp(0), words).unwrap();
    (project.id, revision.id)
}

/// What has been done to the tables, in the order in which officers have had it.
const MIGRATIONS: [&str; 2] = [
    include_str!("../../src-tauri/store/src/migrations/2026-11-25_projects_and_revisions.sql"),
    include_str!("../../src-tauri/store/src/migrations/2026-11-26_library.sql"),
];

/// Leaves a database as the program made it when it knew so many migrations, with one project that has one revision.
pub fn older(folder: &Path, version: usize) -> (Project, RevisionId) {
    let (project, head) = (example("stadning", &stamp(0)), stamp(0).revision_id(&[]));
    let database = Connection::open(folder.join("samkrav.sqlite")).unwrap();
    MIGRATIONS[..version].iter().for_each(|migration| database.execute_batch(migration).unwrap());
    database.pragma_update(None, "user_version", version).unwrap();
    let (at, state) = (stamp(0).at.to_string(), serde_json::to_string(&project).unwrap());
    let kept = "INSERT INTO project (id, title, reference, created, changed, tasks_done, left_to_do, stops, head, state)
                VALUES (?1, ?2, '', ?3, ?3, 1, 2, 0, ?4, ?5)";
    let title = &project.procurement.title;
    database.execute(kept, params![project.id.as_str(), title, at, head.as_str(), state]).unwrap();
    let made = "INSERT INTO revision (id, project, at, officer, words_sv, words_en, patch)
                VALUES (?1, ?2, ?3, '', '', '', ?4)";
    let patch = serde_json::json!([{ "op": "replace", "path": "", "value": project }]).to_string();
    database.execute(made, params![head.as_str(), project.id.as_str(), at, patch]).unwrap();
    (project, head)
}

pub fn title(title: &str) -> Edit {
    Edit::Fact(FactEdit::Title(title.to_owned()))
}

pub fn names(store: &mut Store, id: &ProjectId, head: &RevisionId, words: &str) -> Result<Edited, Refusal> {
    store.edit(id, head, &title(words), &CATALOGUE, &stamp(1))
}

/// One of the tests here as a process of its own, which is told the folder to work in.
pub fn process(test: &str, folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    told(&mut command, test, folder);
    command
}

/// Tells a command that ends in this program which test to run, and where.
pub fn told(command: &mut Command, test: &str, folder: &Path) {
    command.args([test, "--exact", "--ignored", "--nocapture"]).env("SAMKRAV_DATA", folder);
}

/// The folder that a process was told.
pub fn told_folder() -> std::path::PathBuf {
    store::user_folder().unwrap()
}

/// Whether a text stands in a file.
pub fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}
