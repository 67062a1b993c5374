//! About the program.

use domain::format;
use domain::refusal::Refusal;

use crate::desk::Desk;
use crate::wire::about::{AboutView, NOTICES};

/// What the program is, what it is made of, and where it keeps things.
pub fn about(desk: &Desk) -> Result<AboutView, Refusal> {
    let edition = desk.catalogue().edition.clone();
    Ok(AboutView {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        edition: edition.edition,
        checked_on: format::date(edition.checked_on),
        folder: desk.folder().display().to_string(),
        notices: NOTICES.into(),
    })
}

/// Shows the folder that everything is kept in, in the system's file manager.
pub fn show_folder(desk: &Desk) -> Result<(), Refusal> {
    desk.screen().map_or(Ok(()), |screen| screen.shows(desk.folder()))
}
