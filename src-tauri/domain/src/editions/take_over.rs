//! What the officer decides about a requirement whose entry has changed.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Now, of, takes};
use crate::apply::{not_offered, requirement_of, take_over};
use crate::catalogue::Catalogue;
use crate::catalogue::entry::Entry;
use crate::catalogue::id::EntryId;
use crate::project::Project;
use crate::refusal::{Kind, Refusal};
use crate::requirements::own_wording::carried;
use crate::requirements::requirement::Requirement;

/// Keeps a requirement as it was taken over, until its entry changes again.
pub(crate) fn keep(project: &mut Project, id: &EntryId, catalogue: &Catalogue) -> Result<(), Refusal> {
    let requirement = requirement_of(project, id)?;
    let pending = of(requirement, catalogue).map(|pending| pending.now);
    let Some(Now::Changed(entry) | Now::Withdrawn { entry, .. }) = pending else { return Err(unchanged(id)) };
    requirement.kept_before = Some(super::compare::mark(&entry));
    Ok(())
}

/// Takes over what stands in the place of a requirement now: the entry as it is, with the values that still fit and what
/// comes along with it; what replaces it, chosen; or nothing, when it is withdrawn without a successor.
pub(crate) fn accept(
    project: &mut Project,
    id: &EntryId,
    catalogue: &Catalogue,
    today: Date,
) -> Result<(), Refusal> {
    let requirement = requirement_of(project, id)?.clone();
    match of(&requirement, catalogue).map(|pending| pending.now) {
        Some(Now::Changed(entry)) => {
            let own = carried(&requirement, &entry, project, catalogue, today);
            // Before the entry is replaced, so that companions that waited since long come along as they are now.
            take_over(project, id, catalogue);
            replace(requirement_of(project, id)?, entry, own);
            Ok(())
        }
        Some(Now::Withdrawn { by, .. }) => {
            let own = match &by[..] {
                [one] => carried(&requirement, catalogue.find(one)?, project, catalogue, today),
                _ => Vec::new(),
            };
            succeed(project, id, &by, &own, catalogue)
        }
        Some(Now::Elsewhere) | None => Err(unchanged(id)),
    }
}

fn replace(requirement: &mut Requirement, entry: Arc<Entry>, own: Vec<String>) {
    requirement.own_wording = own;
    requirement.values.retain(|name, value| takes(&entry, name, value));
    requirement.entry = entry;
    requirement.kept_before = None;
}

/// The old one goes, and its successors are chosen; each gets the values that it takes, where it has none, and a single
/// one the officer's own text.
fn succeed(
    project: &mut Project,
    id: &EntryId,
    by: &[EntryId],
    own: &[String],
    catalogue: &Catalogue,
) -> Result<(), Refusal> {
    for successor in by {
        let entry = catalogue.find(successor)?;
        if !catalogue.is_offered(successor) {
            return Err(not_offered(entry));
        }
    }
    let old = project.requirements.iter().position(|requirement| requirement.id() == id);
    let Some(old) = old.map(|position| project.requirements.remove(position)) else {
        return Err(unchanged(id));
    };
    for successor in by {
        take_over(project, successor, catalogue);
        let requirement = requirement_of(project, successor)?;
        requirement.chosen = true;
        if requirement.own_wording.is_empty() {
            requirement.own_wording = own.to_vec();
        }
        let fitting = old.values.iter().filter(|(name, value)| takes(&requirement.entry, name, value));
        for (name, value) in fitting.map(|(name, value)| (name.clone(), value.clone())).collect::<Vec<_>>() {
            requirement.values.entry(name).or_insert(value);
        }
    }
    Ok(())
}

fn unchanged(id: &EntryId) -> Refusal {
    Refusal::new(
        Kind::NotNow,
        format!("Kravet {id} har inte ändrats i kravbiblioteket."),
        format!("{id} has not changed in the catalogue."),
    )
    .hint("Öppna projektet igen och se vad som gäller.", "Open the project again and see what holds.")
}
