//! The search from wherever one is in a project.

use domain::project::ProjectId;
use domain::refusal::Refusal;

use crate::desk::Desk;
use crate::wire::search::SearchView;

/// Searches a project, the catalogue, the codes, and what can be done.
pub fn search(desk: &Desk, id: &ProjectId, text: &str) -> Result<SearchView, Refusal> {
    let loaded = desk.with_store(|store, _| store.load(id))?;
    desk.speak(&loaded.project, |speaker| SearchView::of(text, speaker))
}
