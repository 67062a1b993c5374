//! Standards: the values that an authority wants in the common terms of every new procurement, such as how often it is
//! reported and what a place that is missing costs.

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;

use crate::catalogue::Catalogue;
use crate::catalogue::entry::Entry;
use crate::catalogue::id::{EntryId, ParameterName};
use crate::catalogue::parameter::{Parameter, ParameterValue, Source};
use crate::catalogue::theme::Theme;
use crate::project::Project;
use crate::requirements::requirement::Requirement;

/// The values of entries, where the authority wants others than those of the catalogue.
pub type Standards = IndexMap<EntryId, BTreeMap<ParameterName, ParameterValue>>;

/// The common terms that an authority can have a standard for.
pub fn terms(catalogue: &Catalogue) -> impl Iterator<Item = &Arc<Entry>> {
    let has_any = |entry: &&Arc<Entry>| entry.rules.parameters.values().any(is_settable);
    catalogue.entries.values().filter(|entry| entry.theme == Theme::CommonTerms).filter(has_any)
}

/// Whether a value is one that a catalogue proposes, the same for all procurements.
pub fn is_settable(parameter: &Parameter) -> bool {
    !parameter.locked && parameter.kind.is_number() && matches!(parameter.source, Source::Default(_))
}

/// A project that has not begun, with the values laid by: each counts as soon as its requirement stands. What the catalogue
/// in use does not ask for, or does not take, is left out.
pub fn lay_by(mut project: Project, standards: &Standards, catalogue: &Catalogue) -> Project {
    for entry in terms(catalogue) {
        let fits = |(name, value): &(&ParameterName, &ParameterValue)| {
            entry
                .rules
                .parameters
                .get(*name)
                .is_some_and(|known| is_settable(known) && known.take(value).is_ok())
        };
        let set = standards.get(&entry.id).into_iter().flatten().filter(fits);
        let values: BTreeMap<_, _> = set.map(|(name, value)| (name.clone(), value.clone())).collect();
        if !values.is_empty() {
            project.requirements.push(Requirement { values, ..Requirement::of(entry, false) });
        }
    }
    project
}
