//! The start page: begin, open, and what the officer has set.

use domain::project::{Project, ProjectId};
use domain::refusal::Refusal;
use domain::text::{Bilingual, Language};
use store::example;

use super::places::{Ask, Place};
use crate::desk::Desk;
use crate::wire::project::ProjectView;
use crate::wire::settings::Settings;
use crate::wire::start::{ExampleRow, ProjectRow, StartView};

/// The projects, and examples to begin from.
pub fn start_view(desk: &Desk) -> Result<StartView, Refusal> {
    let (rows, today) = desk.with_store(|store, stamp| Ok((store.projects()?, stamp.day())))?;
    let language = desk.language();
    let catalogue = desk.catalogue();
    let phrases = &catalogue.phrases;
    let projects = rows.into_iter().map(|row| ProjectRow::of(row, today, phrases, language)).collect();
    Ok(StartView { projects, examples: examples(desk)? })
}

fn examples(desk: &Desk) -> Result<Vec<ExampleRow>, Refusal> {
    let catalogue = desk.catalogue();
    let row = |name: &&str| {
        let project = example::project(name, "example".into(), &catalogue)?;
        let text = catalogue.phrases.word(&format!("window.examples.{name}"), desk.language()).to_owned();
        Ok(ExampleRow { name: (*name).to_owned(), title: project.procurement.title, text })
    };
    example::NAMES.iter().map(row).collect()
}

/// Begins a procurement.
pub fn new_project(desk: &Desk) -> Result<ProjectView, Refusal> {
    let edition = desk.catalogue().edition.edition.clone();
    begin(desk, |id| Ok(Project::new(id, edition)), "program.edit.created")
}

/// Opens an example as a copy.
pub fn open_example(desk: &Desk, name: &str) -> Result<ProjectView, Refusal> {
    begin(desk, |id| example::project(name, id, &desk.catalogue()), "program.edit.opened_copy")
}

fn begin(
    desk: &Desk,
    make: impl FnOnce(ProjectId) -> Result<Project, Refusal>,
    words: &str,
) -> Result<ProjectView, Refusal> {
    let words: Bilingual = desk.catalogue().phrases.say(words);
    let (project, revision) = desk.with_store(|store, stamp| {
        let project = make(stamp.project_id())?;
        let revision = store.create(&project, &desk.catalogue(), stamp, words)?;
        Ok((project, revision))
    })?;
    desk.show(&project, revision.id, revision.at)
}

/// Opens a project.
pub fn open_project(desk: &Desk, id: &ProjectId) -> Result<ProjectView, Refusal> {
    desk.open(id)
}

/// Asks which project file, and opens it as a copy.
pub async fn open_project_file(desk: &Desk, ask: &impl Ask) -> Result<Option<ProjectView>, Refusal> {
    let place = Place::project_file("window.file.open_project", "", desk);
    let Some(path) = ask.what_to_open(place).await else { return Ok(None) };
    let id = desk.with_store(|store, stamp| store.open_file(&path, &desk.catalogue(), stamp))?;
    desk.open(&id).map(Some)
}

/// What the officer has set.
pub fn settings(desk: &Desk) -> Result<Settings, Refusal> {
    Ok(desk.settings())
}

/// Changes the language of the window.
pub fn set_language(desk: &Desk, language: &Language) -> Result<Settings, Refusal> {
    desk.set(|settings| settings.language = *language)
}

/// Changes the name that changes are kept with.
pub fn set_officer(desk: &Desk, name: &str) -> Result<Settings, Refusal> {
    desk.set(|settings| name.trim().clone_into(&mut settings.officer))
}
