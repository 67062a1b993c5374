//! The start page: begin, open, put aside, and what the officer has set.

use std::collections::HashMap;

use domain::apply::apply;
use domain::assess::unreviewed;
use domain::catalogue::Catalogue;
use domain::project::{Project, ProjectId};
use domain::refusal::Refusal;
use domain::reuse;
use domain::revision::Revision;
use domain::standards::lay_by;
use domain::text::Bilingual;
use jiff::civil::Date;
use store::{Ahead, DayAhead, Loaded, Marks, Recovery, backup, example};

use crate::desk::Desk;
use crate::wire::project::ProjectView;
use crate::wire::refusal::RefusalView;
use crate::wire::start::{self as wire, ExampleRow, Mark, ProjectRow, StartView};

/// The projects, and examples to begin from.
pub fn start_view(desk: &Desk) -> Result<StartView, Refusal> {
    let (rows, today, recovered) = desk.with_store(|store, stamp| {
        Ok((store.projects()?, stamp.day(), store.recovery().map(Recovery::words)))
    })?;
    let language = desk.language();
    let mut ahead = days_ahead(desk, &rows, today)?;
    let catalogue = desk.catalogue();
    let shown = |row: store::ProjectRow| {
        let ahead = ahead.remove(&row.id).filter(|_| is_running(&row, today)).unwrap_or_default();
        ProjectRow::of(row, ahead, today, &catalogue.phrases, language)
    };
    let projects = rows.into_iter().map(shown).collect();
    let recovered =
        recovered.or_else(|| desk.unread_settings()).map(|refusal| RefusalView::of(&refusal, language));
    let unbacked = desk.unbacked().map(|refusal| RefusalView::of(&refusal, language));
    Ok(StartView { projects, examples: examples(desk)?, recovered, unbacked })
}

/// The days that contracts have ahead. Those that are not known are worked out, and kept: it takes longer than all else.
fn days_ahead(
    desk: &Desk,
    rows: &[store::ProjectRow],
    today: Date,
) -> Result<HashMap<ProjectId, Vec<DayAhead>>, Refusal> {
    let catalogue = desk.catalogue();
    let made_with = format!("{} {}", env!("CARGO_PKG_VERSION"), catalogue.edition.edition);
    let mut known = desk.with_store(|store, _| store.days_ahead(&made_with, today))?;
    let unknown = rows.iter().filter(|row| is_running(row, today) && !known.contains_key(&row.id));
    // One that cannot be read says so when it is opened.
    let loaded = unknown.filter_map(|row| desk.with_store(|store, _| store.load(&row.id)).ok());
    let found: Vec<Ahead> = loaded.map(|loaded| ahead_of(loaded, &catalogue, today)).collect();
    if !found.is_empty() {
        // Where nothing can be written they are worked out again the next time.
        drop(desk.with_store(|store, _| store.keep_days_ahead(&found, &made_with, today)));
    }
    known.extend(found.into_iter().map(|Ahead { project, days, .. }| (project, days)));
    Ok(known)
}

/// Whether the days of its contract are what one waits for: not before the notice, nor for what has been put aside.
fn is_running(row: &store::ProjectRow, today: Date) -> bool {
    let is_announced = row.notice_date.is_none_or(|notice| notice < today);
    !row.damaged && row.marks == Marks::default() && row.start.is_some() && is_announced
}

fn ahead_of(Loaded { project, head }: Loaded, catalogue: &Catalogue, today: Date) -> Ahead {
    let assessment = unreviewed(&project, catalogue, today);
    let days = wire::days_ahead(&project, &assessment, today);
    Ahead { project: project.id, head, days }
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

/// Begins a procurement, with what the officer has set once for all.
pub fn new_project(desk: &Desk) -> Result<ProjectView, Refusal> {
    begin(desk, |id| new(desk, id), "program.edit.created")
}

/// A project that has not begun, with what the officer has set once for all.
pub fn new(desk: &Desk, id: ProjectId) -> Result<Project, Refusal> {
    let (catalogue, signature) = (desk.catalogue(), desk.stamp()?.signature());
    let settings = desk.settings();
    let empty = Project::new(id, catalogue.edition.edition.clone());
    let filled = |project, edit| apply(&project, &edit, &catalogue, &signature);
    let filled = settings.first_edits(&catalogue).into_iter().try_fold(empty, filled)?;
    Ok(lay_by(filled, &settings.authority.standards, &catalogue))
}

/// Opens an example as a copy.
pub fn open_example(desk: &Desk, name: &str) -> Result<ProjectView, Refusal> {
    begin(desk, |id| example::project(name, id, &desk.catalogue()), "program.edit.opened_copy")
}

/// Begins a procurement with what a template holds.
pub fn new_from_template(desk: &Desk, id: &ProjectId) -> Result<ProjectView, Refusal> {
    let template = desk.with_store(|store, _| store.load(id))?.project;
    begin(desk, |new| Ok(reuse::begin_from(&template, new)), "program.edit.from_template")
}

/// Makes a copy of a project that shares nothing with it.
pub fn copy_project(desk: &Desk, id: &ProjectId) -> Result<StartView, Refusal> {
    let project = desk.with_store(|store, _| store.load(id))?.project;
    let title = copied_title(desk, &project.procurement.title);
    keep(desk, |new| Ok(reuse::copy(&project, new, title)), "program.edit.copied")?;
    start_view(desk)
}

/// A project without a name has a copy without one.
fn copied_title(desk: &Desk, title: &str) -> String {
    match title.trim() {
        "" => String::new(),
        named => {
            let slots = [("title", named.to_owned())];
            desk.catalogue().phrases.fill_in("window.row.copy", &slots, desk.language())
        }
    }
}

/// Marks a project, or takes the mark away.
pub fn mark_project(desk: &Desk, id: &ProjectId, mark: &Mark, on: &bool) -> Result<StartView, Refusal> {
    desk.with_store(|store, stamp| store.mark(id, (*mark).into(), *on, stamp))?;
    start_view(desk)
}

/// The files that are so damaged that no project can be taken out of them.
pub fn damaged_files(desk: &Desk) -> Result<Vec<String>, Refusal> {
    Ok(backup::damaged(desk.folder(), desk.second_backup_folder().as_deref()))
}

/// Deletes a removed project for good, and the damaged files that the officer was told of.
pub fn erase_project(desk: &Desk, id: &ProjectId, damaged: &[String]) -> Result<StartView, Refusal> {
    let second = desk.known_second_backup_folder()?;
    desk.with_store(|store, _| store.erase(id, second.as_deref(), damaged))?;
    desk.clear_copies();
    start_view(desk)
}

fn begin(
    desk: &Desk,
    make: impl FnOnce(ProjectId) -> Result<Project, Refusal>,
    words: &str,
) -> Result<ProjectView, Refusal> {
    let (project, revision) = keep(desk, make, words)?;
    desk.show(&project, revision.id, revision.at)
}

/// Makes a project and keeps it.
fn keep(
    desk: &Desk,
    make: impl FnOnce(ProjectId) -> Result<Project, Refusal>,
    words: &str,
) -> Result<(Project, Revision), Refusal> {
    let words: Bilingual = desk.catalogue().phrases.say(words);
    desk.with_store(|store, stamp| {
        let project = make(stamp.project_id())?;
        let revision = store.create(&project, &desk.catalogue(), stamp, words)?;
        Ok((project, revision))
    })
}

/// Opens a project.
pub fn open_project(desk: &Desk, id: &ProjectId) -> Result<ProjectView, Refusal> {
    desk.open(id)
}
