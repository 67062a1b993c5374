//! The officer's own text where two copies clash: written out of both, and kept through the one door for change.

use serde_json::json;

use super::{Conflict, Field, Settled, Spoken};
use crate::apply::apply;
use crate::catalogue::Catalogue;
use crate::edit::{Edit, FactEdit};
use crate::project::Project;
use crate::refusal::Refusal;
use crate::requirements::decision::Decision;
use crate::requirements::own_wording::{Editable, editable};
use crate::requirements::words::Speaker;
use crate::signature::Signature;
use crate::text::Language;

/// What each of two copies says in a field, ready to be rewritten; none where the field is no text, or is more than that.
pub fn texts(field: &Field, mine: &Spoken, theirs: &Spoken) -> Option<[Editable; 2]> {
    if !differ_in_text(field, &mine.project, &theirs.project) {
        return None;
    }
    Some([text(field, mine)?, text(field, theirs)?])
}

/// Whether a text is all that two copies differ in: why something was decided is one, what was decided is none.
fn differ_in_text(field: &Field, mine: &Project, theirs: &Project) -> bool {
    let Field::Decision(theme) = field else { return true };
    let outcome = |copy: &Project| copy.decisions.get(theme).map(|decision| decision.outcome);
    outcome(mine).is_some() && outcome(mine) == outcome(theirs)
}

/// Refuses an own text where two copies differ in more than that: it would take the side of one of them unsaid.
///
/// # Errors
/// When there is one.
pub(super) fn are_texts(conflicts: &[Conflict], mine: &Project, theirs: &Project) -> Result<(), Refusal> {
    let own = conflicts.iter().filter(|conflict| matches!(conflict.chosen, Some(Settled::Own(_))));
    let mut fields = own.map(|conflict| &conflict.field);
    fields.find(|field| !differ_in_text(field, mine, theirs)).map_or(Ok(()), |field| Err(no_text(field)))
}

fn text(field: &Field, copy: &Spoken) -> Option<Editable> {
    let plain = |text: String| Editable { duties: vec![text], values: Vec::new() };
    match field {
        Field::Fact(name) => fact(name, "").map(|_| plain(copy.shown(field).unwrap_or_default())),
        Field::Decision(theme) => copy.project.decisions.get(theme).map(|known| plain(known.reason.clone())),
        Field::Wording(entry) => {
            let worded = copy.project.requirement(entry)?.worded();
            let said = Speaker { language: Language::Sv, ..copy.speaker() }.requirement(&worded);
            Some(editable(&said, &worded))
        }
        _ => None,
    }
}

/// A project with the officer's own text in a field, a paragraph a duty.
///
/// # Errors
/// When the field is no text, or the text does not fit in it.
pub(super) fn written(
    project: &Project,
    field: &Field,
    text: &str,
    catalogue: &Catalogue,
    signature: &Signature,
) -> Result<Project, Refusal> {
    let edit = edit(project, field, text).ok_or_else(|| no_text(field))?;
    apply(project, &edit, catalogue, signature)
}

fn edit(project: &Project, field: &Field, text: &str) -> Option<Edit> {
    match field {
        Field::Fact(name) => fact(name, text.trim()),
        Field::Decision(theme) => {
            let outcome = project.decisions.get(theme)?.outcome;
            let decision = Decision { outcome, reason: text.trim().to_owned() };
            Some(Edit::Decide { theme: *theme, decision: Some(decision) })
        }
        Field::Wording(entry) => {
            let duties = text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
            Some(Edit::Reword { entry: entry.clone(), duties: Some(duties) })
        }
        _ => None,
    }
}

/// A fact with a text; nothing when not any text fits, but only a number, a day or one of several words.
fn fact(name: &str, text: &str) -> Option<Edit> {
    let with = |text| serde_json::from_value(json!({ "field": name, "value": text })).ok();
    let _: FactEdit = with("x")?;
    with(text).map(Edit::Fact)
}

fn no_text(field: &Field) -> Refusal {
    Refusal::bad_input(
        format!("{field} är ingen text som går att skriva om."),
        format!("{field} is not a text that can be rewritten."),
    )
    .hint("Välj det ena eller det andra.", "Choose the one or the other.")
}
