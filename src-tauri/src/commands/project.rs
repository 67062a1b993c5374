//! An open project: edits, the search among codes, and the project as a file.

use domain::edit::Edit;
use domain::procurement::cpv::CpvCode;
use domain::progress::Task;
use domain::project::ProjectId;
use domain::refusal::Refusal;
use domain::revision::RevisionId;
use domain::spot::Spot;
use domain::undo::Way;
use store::{Stamp, Store, project_file};

use super::places::{Ask, Place};
use crate::desk::Desk;
use crate::wire::cpv::CpvHits;
use crate::wire::document::Saved;
use crate::wire::history::HistoryRow;
use crate::wire::project::{Edited, Stepped};

/// Applies an edit to the project as it was at `head`; when it has changed since, nothing is done and the project is
/// shown as it is.
pub fn edit(desk: &Desk, id: &ProjectId, head: &RevisionId, edit: &Edit) -> Result<Edited, Refusal> {
    let kept = at_head(desk, id, head, |store, stamp| store.edit(id, head, edit, &desk.catalogue(), stamp))?;
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

/// Searches CPV.
pub fn search_cpv(desk: &Desk, text: &str, near: &Option<CpvCode>) -> Result<CpvHits, Refusal> {
    Ok(CpvHits::search(&desk.catalogue().cpv, text, near.as_ref(), desk.language()))
}

/// Asks where, and saves the project as a file.
pub async fn save_project_file(desk: &Desk, ask: &impl Ask, id: &ProjectId) -> Result<Saved, Refusal> {
    let file = desk.with_store(|store, _| store.project_file(id))?;
    let title = &file.project.procurement.title;
    let place = Place::project_file("window.file.save_project", title, desk);
    let Some(path) = ask.where_to_save(place).await else { return Ok(Saved::Cancelled) };
    project_file::write(&path, &file)?;
    Ok(desk.has_saved(path))
}
