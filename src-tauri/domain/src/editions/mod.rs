//! What a project has taken over, against what the catalogue says now: requirement by requirement, the officer keeps the
//! old, takes over the new, or lets it wait.

mod compare;
mod side_by_side;
mod take_over;

pub use compare::Change;
pub use side_by_side::{Row, Run, rows};
pub(crate) use take_over::{accept, keep};

use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::catalogue::entry::Entry;
use crate::catalogue::id::{EntryId, ParameterName};
use crate::catalogue::parameter::ParameterValue;
use crate::format;
use crate::project::Project;
use crate::requirements::requirement::Requirement;
use crate::text::{Bilingual, Language};

/// How the entry of a requirement stands in the catalogue now.
#[derive(Clone, Debug, PartialEq)]
pub enum Now {
    /// It has changed; the entry as it is now.
    Changed(Arc<Entry>),
    /// It is withdrawn: no longer to be used, replaced by one, or split into several.
    Withdrawn {
        /// The entry as it is now, with the reason.
        entry: Arc<Entry>,
        /// What stands in its place.
        by: Vec<EntryId>,
    },
    /// It is not in this catalogue: it comes from another authority, or from another edition.
    Elsewhere,
}

/// A requirement whose entry is another in the catalogue than in the project.
#[derive(Clone, Debug, PartialEq)]
pub struct Pending {
    /// The entry.
    pub entry: EntryId,
    /// How it stands now.
    pub now: Now,
    /// What has changed.
    pub changes: Vec<Change>,
    /// What the officer has set and would be lost, since nothing takes it any longer.
    pub lost: Vec<(ParameterName, ParameterValue)>,
    /// Whether the officer has chosen to keep the old one; not asked again until the entry changes anew.
    pub kept: bool,
}

impl Pending {
    /// Whether the officer has something to decide.
    pub fn asks(&self) -> bool {
        !self.kept && self.now != Now::Elsewhere
    }
}

/// The requirements that stand in a project and whose entries are others now, in the order of the project.
pub fn pending(project: &Project, catalogue: &Catalogue) -> Vec<Pending> {
    project.standing().into_iter().filter_map(|requirement| of(requirement, catalogue)).collect()
}

/// How a requirement stands against the catalogue; nothing when it is as it was.
pub(crate) fn of(requirement: &Requirement, catalogue: &Catalogue) -> Option<Pending> {
    let Some(entry) = catalogue.entries.get(requirement.id()) else {
        let entry = requirement.id().clone();
        return Some(Pending {
            entry,
            now: Now::Elsewhere,
            changes: Vec::new(),
            lost: Vec::new(),
            kept: false,
        });
    };
    let changes = compare::changes(&requirement.entry, entry);
    if changes.is_empty() {
        return None;
    }
    let now = if entry.is_withdrawn() {
        Now::Withdrawn { entry: Arc::clone(entry), by: entry.rules.replaced_by.clone() }
    } else {
        Now::Changed(Arc::clone(entry))
    };
    let lost = lost(requirement, &now, catalogue);
    let kept = requirement.kept_before.as_ref().is_some_and(|mark| *mark == compare::mark(entry));
    Some(Pending { entry: requirement.id().clone(), now, changes, lost, kept })
}

/// The values that fit nowhere in what stands in the place of the old.
fn lost(requirement: &Requirement, now: &Now, catalogue: &Catalogue) -> Vec<(ParameterName, ParameterValue)> {
    let takers: Vec<&Entry> = match now {
        Now::Changed(entry) => vec![entry],
        Now::Withdrawn { by, .. } => by.iter().filter_map(|id| catalogue.entry(id)).collect(),
        Now::Elsewhere => return Vec::new(),
    };
    let lost = requirement
        .values
        .iter()
        .filter(|(name, value)| !takers.iter().any(|entry| takes(entry, name, value)));
    lost.map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// ". Värden som inte passar längre: Antal besök", when there are such.
pub(crate) fn lost_words(project: &Project, entry: &EntryId, catalogue: &Catalogue) -> Bilingual {
    let Some(requirement) = project.requirement(entry) else { return Bilingual::default() };
    let lost = of(requirement, catalogue).map(|pending| pending.lost).unwrap_or_default();
    if lost.is_empty() {
        return Bilingual::default();
    }
    let names = Bilingual::each(|language| {
        let names: Vec<String> = lost.iter().map(|(name, _)| label(requirement, name, language)).collect();
        format::list(&names, language)
    });
    let said = catalogue.phrases.fill("program.editions.lost", &[("values", names)]);
    Bilingual::each(|language| format!(". {}", said.of(language)))
}

/// What a value is called in the words that the project took over.
pub fn label(requirement: &Requirement, name: &ParameterName, language: Language) -> String {
    let label = requirement.entry.text.of(language).parameters.get(name);
    label.cloned().unwrap_or_else(|| name.to_string())
}

/// Whether an entry has a parameter of this name that takes the value.
fn takes(entry: &Entry, name: &ParameterName, value: &ParameterValue) -> bool {
    entry.rules.parameters.get(name).is_some_and(|parameter| parameter.take(value).is_ok())
}
