//! The wording check of what is being written, and of a text that has been pasted.

use domain::assess::regime_of;
use domain::catalogue::Catalogue;
use domain::catalogue::theme::Placement;
use domain::project::ProjectId;
use domain::refusal::Refusal;
use domain::review::aim;
use domain::wording::check;
use domain::wording::context::Context;

use crate::desk::Desk;
use crate::wire::wording::TrapView;

/// A text that is longer is no specification, in characters.
const LONGEST: usize = 1_000_000;

/// Legal traps in a text: for a project when one is open, of a kriterietyp when that is known. Nothing of it is kept.
pub fn check_text(
    desk: &Desk,
    id: &Option<ProjectId>,
    placement: &Option<Placement>,
    text: &str,
) -> Result<Vec<TrapView>, Refusal> {
    short_enough(text)?;
    let catalogue = desk.catalogue();
    let context = match id {
        Some(id) => here(desk, id, *placement, &catalogue)?,
        None => Context { placement: *placement, ..Context::default() },
    };
    let found = check(text, &context, &catalogue);
    Ok(TrapView::all(found, text, &catalogue.phrases, desk.language()))
}

/// Legal traps in the aim of a procurement. Nothing of it is kept.
pub fn check_aim(desk: &Desk, id: &ProjectId, text: &str) -> Result<Vec<TrapView>, Refusal> {
    short_enough(text)?;
    let catalogue = desk.catalogue();
    let found = aim::traps(text, &here(desk, id, None, &catalogue)?, &catalogue);
    let traps = TrapView::all(found, text, &catalogue.phrases, desk.language());
    Ok(traps.into_iter().map(TrapView::without_duties).collect())
}

fn short_enough(text: &str) -> Result<(), Refusal> {
    if text.chars().count() <= LONGEST {
        return Ok(());
    }
    let (sv, en) =
        ("Texten är för lång för att granskas på en gång.", "The text is too long to check at once.");
    Err(Refusal::bad_input(sv, en).hint("Granska en del i taget.", "Check one part at a time."))
}

/// What a text in a project is for: of all that follows from the project, its regime is enough, each time that typing rests.
fn here(
    desk: &Desk,
    id: &ProjectId,
    placement: Option<Placement>,
    catalogue: &Catalogue,
) -> Result<Context, Refusal> {
    let (project, today) = desk.with_store(|store, stamp| Ok((store.load(id)?.project, stamp.day())))?;
    let regime = regime_of(&project, catalogue, today).regime();
    Ok(Context::of(&project.procurement, regime, placement))
}
