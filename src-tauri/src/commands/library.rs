//! The library: which catalogue is in use, and files imported beside it.

use domain::catalogue::library::FileKind;
use domain::refusal::Refusal;

use super::places::{Ask, Place};
use crate::desk::Desk;
use crate::wire::library::{CatalogueFileView, LibraryView};

/// Which catalogue is in use.
pub fn library(desk: &Desk) -> Result<LibraryView, Refusal> {
    Ok(LibraryView::of(&desk.shelf(), desk.language()))
}

/// Asks which catalogue file, and shows what it holds. Nothing when the officer changed their mind.
pub async fn choose_catalogue(desk: &Desk, ask: &impl Ask) -> Result<Option<CatalogueFileView>, Refusal> {
    let Some(path) = ask.what_to_open(Place::catalogue(desk)).await else { return Ok(None) };
    let proposal = desk.propose(&path)?;
    Ok(Some(CatalogueFileView::of(&proposal, &desk.catalogue().phrases, desk.language())))
}

/// Takes in the file that was shown last.
pub fn take_in_catalogue(desk: &Desk) -> Result<LibraryView, Refusal> {
    desk.take_in()?;
    library(desk)
}

/// Takes the last file of a kind out: the one before it holds again.
pub fn take_back_catalogue(desk: &Desk, kind: &FileKind) -> Result<LibraryView, Refusal> {
    desk.take_back(*kind)?;
    library(desk)
}
