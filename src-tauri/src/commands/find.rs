//! The search from wherever one is in a project.

use domain::catalogue::theme::Theme;
use domain::project::ProjectId;
use domain::refusal::Refusal;

use crate::desk::Desk;
use crate::wire::offer::OffersView;
use crate::wire::search::SearchView;

/// Searches a project, the catalogue, the codes, and what can be done.
pub fn search(desk: &Desk, id: &ProjectId, text: &str) -> Result<SearchView, Refusal> {
    let loaded = desk.with_store(|store, _| store.load(id))?;
    desk.speak(&loaded.project, |speaker| SearchView::of(text, speaker))
}

/// What can be added to a project, in a theme or in all: so many rows of it at most.
pub fn offers(
    desk: &Desk,
    id: &ProjectId,
    theme: &Option<Theme>,
    text: &str,
    most: &usize,
) -> Result<OffersView, Refusal> {
    let loaded = desk.with_store(|store, _| store.load(id))?;
    desk.speak(&loaded.project, |speaker| OffersView::found(text, *theme, *most, speaker))
}
