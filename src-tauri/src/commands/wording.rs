//! The wording check of what is being written, and of a text that has been pasted.

use domain::catalogue::theme::Placement;
use domain::project::{Project, ProjectId};
use domain::refusal::Refusal;
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
    if text.chars().count() > LONGEST {
        let (sv, en) =
            ("Texten är för lång för att granskas på en gång.", "The text is too long to check at once.");
        return Err(Refusal::bad_input(sv, en).hint("Granska en del i taget.", "Check one part at a time."));
    }
    let project = match id {
        Some(id) => desk.with_store(|store, _| store.load(id))?.project,
        None => Project::new(ProjectId::from(""), ""),
    };
    desk.speak(&project, |speaker| {
        let regime = id.as_ref().and(speaker.assessment.regime.regime());
        let context = Context::of(&project.procurement, regime, *placement);
        TrapView::all(check(text, &context, speaker.catalogue), text, speaker)
    })
}
