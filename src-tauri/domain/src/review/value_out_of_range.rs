//! G07. A value that was set and does not fit: set earlier, or by a file from outside. It counts as not set.

use std::collections::HashMap;

use super::finding::{Finding, Severity};
use super::rule::Rule;
use super::view::{Ground, Stands, View};
use crate::catalogue::id::{EntryId, ParameterName};
use crate::project::Project;
use crate::requirements::requirement::Requirement;

/// What is found when a value of a requirement that stands does not fit.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let set = by_entry(view.project);
    view.standing.iter().filter_map(|stands| finding(stands, set.get(&stands.entry.id)?, view)).collect()
}

fn by_entry(project: &Project) -> HashMap<&EntryId, &Requirement> {
    project.requirements.iter().map(|requirement| (requirement.id(), requirement)).collect()
}

fn finding(stands: &Stands<'_>, requirement: &Requirement, view: &View<'_>) -> Option<Finding> {
    let parameters = &stands.entry.rules.parameters;
    let fits = |name: &ParameterName, value| parameters.get(name).is_some_and(|p| p.take(value).is_ok());
    let set = requirement.values.iter().filter(|(_, value)| !value.is_empty());
    let odd: Vec<&ParameterName> =
        set.filter(|(name, value)| !fits(name, value)).map(|(name, _)| name).collect();
    if odd.is_empty() {
        return None;
    }
    let draft = view.about(stands, Rule::ValueOutOfRange, "misfit", Severity::Warning);
    Some(draft.with("values", stands.labels(&odd)).on(Ground::Practice("principles")))
}

#[cfg(test)]
mod tests {
    use crate::catalogue::parameter::ParameterValue;
    use crate::review::try_out::{choosing, codes, example};

    #[test]
    fn a_value_from_a_file_that_does_not_fit_is_named() {
        let mut visits = choosing(&example("stadning"), &["emp-study-visit"]);
        assert!(codes(&visits, "G07").is_empty());
        visits.requirements[0].values.insert("visits".into(), ParameterValue::number(60.0));
        assert_eq!(codes(&visits, "G07"), ["G07 misfit requirement emp-study-visit warning"]);
    }
}
