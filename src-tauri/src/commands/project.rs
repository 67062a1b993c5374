//! An open project: edits, the search among codes, and the project as a file.

use std::path::Path;

use domain::edit::Edit;
use domain::merge::{Relation, Spoken, common, relation};
use domain::procurement::cpv::CpvCode;
use domain::progress::Task;
use domain::project::ProjectId;
use domain::refusal::{Kind, Refusal};
use domain::revision::RevisionId;
use domain::spot::Spot;
use domain::undo::Way;
use store::project_file::{self, ProjectFile};
use store::{Stamp, Store};

use super::places::{Ask, Place};
use crate::desk::Desk;
use crate::wire::cpv::CpvHits;
use crate::wire::difference::DifferenceRow;
use crate::wire::document::{Content, Saved};
use crate::wire::history::HistoryRow;
use crate::wire::project::{Edited, ProjectView, Stepped};

/// Applies an edit to the project as it was at `head`. When something else has been changed in it since, both hold; when
/// the same has, nothing is done and the project is shown as it is.
pub fn edit(desk: &Desk, id: &ProjectId, head: &RevisionId, edit: &Edit) -> Result<Edited, Refusal> {
    let catalogue = desk.catalogue();
    let kept = at_head(desk, id, head, |store, stamp| store.edit(id, head, edit, &catalogue, stamp))?;
    if kept.is_some() {
        return shown(desk, id, kept);
    }
    let beside = desk.with_store(|store, stamp| store.edit_beside(id, head, edit, &catalogue, stamp))?;
    Ok(match shown(desk, id, beside)? {
        Edited::Kept { project, words } => Edited::Beside { project, words },
        stale => stale,
    })
}

/// What became of a change; nothing was done when the project had changed before it.
fn shown(desk: &Desk, id: &ProjectId, kept: Option<store::Edited>) -> Result<Edited, Refusal> {
    let Some(kept) = kept else { return Ok(Edited::Stale { project: desk.open(id)? }) };
    let words = kept.revision.words.of(desk.language()).clone();
    let project = desk.show_edited(&kept)?;
    Ok(Edited::Kept { project, words })
}

/// Takes back the last step.
pub fn undo(desk: &Desk, id: &ProjectId, head: &RevisionId) -> Result<Stepped, Refusal> {
    step(desk, id, head, Way::Undo)
}

/// Makes the step that was taken back last once more.
pub fn redo(desk: &Desk, id: &ProjectId, head: &RevisionId) -> Result<Stepped, Refusal> {
    step(desk, id, head, Way::Redo)
}

fn step(desk: &Desk, id: &ProjectId, head: &RevisionId, way: Way) -> Result<Stepped, Refusal> {
    let kept = at_head(desk, id, head, |store, stamp| store.step(id, head, way, &desk.catalogue(), stamp))?;
    let Some(store::Stepped { edited, edit }) = kept else {
        return Ok(Stepped::Stale { project: desk.open(id)? });
    };
    let words = edited.revision.words.of(desk.language()).clone();
    let project = desk.show_edited(&edited)?;
    let spot = edit.map_or(Spot::Task(Task::Procurement), |edit| edit.spot());
    Ok(Stepped::Kept { project, words, spot })
}

/// Does something to a project while `head` is its last revision; nothing when it has changed since.
fn at_head<T>(
    desk: &Desk,
    id: &ProjectId,
    head: &RevisionId,
    work: impl FnOnce(&mut Store, &Stamp) -> Result<T, Refusal>,
) -> Result<Option<T>, Refusal> {
    desk.with_store(
        |store, stamp| {
            if store.head(id)? == *head { work(store, stamp).map(Some) } else { Ok(None) }
        },
    )
}

/// What has been done to a project, the last first.
pub fn history(desk: &Desk, id: &ProjectId) -> Result<Vec<HistoryRow>, Refusal> {
    let revisions = desk.with_store(|store, _| store.revisions(id))?;
    let language = desk.language();
    Ok(revisions.into_iter().rev().map(|revision| HistoryRow::of(revision, language)).collect())
}

/// What differs between two versions of a project.
pub fn compare_versions(
    desk: &Desk,
    id: &ProjectId,
    before: &RevisionId,
    after: &Option<RevisionId>,
) -> Result<Vec<DifferenceRow>, Refusal> {
    let (before, after, today) = desk.with_store(|store, stamp| {
        let after = match after {
            Some(after) => store.version(id, after)?,
            None => store.load(id)?.project,
        };
        Ok((store.version(id, before)?, after, stamp.day()))
    })?;
    let (catalogue, language) = (desk.catalogue(), desk.language());
    let [before, after] = [before, after].map(|project| Spoken::of(project, &catalogue, today, language));
    Ok(DifferenceRow::all(&before, &after))
}

/// Names a version.
pub fn name_version(
    desk: &Desk,
    id: &ProjectId,
    revision: &RevisionId,
    name: &str,
) -> Result<Vec<HistoryRow>, Refusal> {
    desk.with_store(|store, _| store.name(id, revision, name))?;
    history(desk, id)
}

/// Brings an earlier version back.
pub fn bring_back(
    desk: &Desk,
    id: &ProjectId,
    head: &RevisionId,
    revision: &RevisionId,
) -> Result<Edited, Refusal> {
    let kept = at_head(desk, id, head, |store, stamp| {
        store.bring_back((id, head), revision, &desk.catalogue(), stamp)
    })?;
    shown(desk, id, kept)
}

/// The project as it is now, when it has been changed elsewhere.
pub fn changed_elsewhere(
    desk: &Desk,
    id: &ProjectId,
    head: &RevisionId,
) -> Result<Option<ProjectView>, Refusal> {
    let now = desk.with_store(|store, _| store.head(id))?;
    if now == *head { Ok(None) } else { desk.open(id).map(Some) }
}

/// Searches CPV.
pub fn search_cpv(desk: &Desk, text: &str, near: &Option<CpvCode>) -> Result<CpvHits, Refusal> {
    Ok(CpvHits::search(&desk.catalogue().cpv, text, near.as_ref(), desk.language()))
}

/// Asks where, and saves the project as a file.
pub async fn save_project_file(
    desk: &Desk,
    ask: &impl Ask,
    id: &ProjectId,
    content: &Content,
) -> Result<Saved, Refusal> {
    let catalogue = desk.catalogue();
    let file = desk.with_store(|store, stamp| {
        Ok(store.project_file(id)?.holding((*content).into(), &catalogue, stamp))
    })?;
    let title = &file.project.procurement.title;
    let place = Place::project_file("window.file.save_project", title, desk);
    let Some(path) = ask.where_to_save(place).await else { return Ok(Saved::Cancelled) };
    let _held = store::hold_folder(&path);
    goes_on_from(&path, &file)?;
    project_file::write(&path, &file)?;
    Ok(desk.has_saved(path))
}

/// Asks in which folder projects are to be saved, each as a file of its own; nothing when the officer changed their mind.
pub async fn choose_folder_to_send(desk: &Desk, ask: &impl Ask) -> Result<Option<String>, Refusal> {
    let folder = ask.which_folder(Place::folder_to_send(desk)).await;
    Ok(folder.map(|folder| desk.sends_to(folder)))
}

/// Saves a project as a file of its own in the folder that was chosen last, beside what is there.
pub fn send_project(desk: &Desk, id: &ProjectId, content: &Content) -> Result<Saved, Refusal> {
    let folder = desk.folder_to_send()?;
    let catalogue = desk.catalogue();
    let unnamed = catalogue.phrases.word("window.file.unnamed", desk.language());
    let path = desk
        .with_store(|store, stamp| store.send(id, &folder, (*content).into(), &catalogue, unnamed, stamp))?;
    Ok(desk.has_saved(path))
}

/// Refuses to write over a file of the same project that holds what this one lacks: somebody has worked in it. What a file
/// holds decides, and never when it was written: clocks differ, and a disk on the network can tell any time.
fn goes_on_from(path: &Path, file: &ProjectFile) -> Result<(), Refusal> {
    let Ok(there) = project_file::read(path) else { return Ok(()) };
    let same = there.project.id == file.project.id && there.project != file.project;
    match relation(&file.lineage, &there.lineage) {
        Relation::Newer | Relation::Diverged if same => Err(not_written_over(file, &there)),
        _ => Ok(()),
    }
}

fn not_written_over(file: &ProjectFile, there: &ProjectFile) -> Refusal {
    if common(&file.lineage, &there.lineage).is_empty() { no_common_history() } else { changed_by_another() }
}

fn no_common_history() -> Refusal {
    Refusal::new(
        Kind::NotNow,
        "Filen har samma projekt men ingen gemensam historik, så det syns inte om någon har ändrat i den. Inget är skrivet.",
        "The file has the same project but no history in common, so nobody can tell whether it has been changed. Nothing has been written.",
    )
    .hint(
        "Spara med ett annat namn, eller öppna filen och slå ihop den med ditt projekt.",
        "Save under another name, or open the file and merge it with your project.",
    )
}

fn changed_by_another() -> Refusal {
    Refusal::new(
        Kind::NotNow,
        "Filen har ändrats av någon annan sedan du sparade den. Inget är skrivet.",
        "The file has been changed by someone else since you saved it. Nothing has been written.",
    )
    .hint(
        "Öppna filen och slå ihop den med ditt projekt, eller spara med ett annat namn.",
        "Open the file and merge it with your project, or save under another name.",
    )
}
