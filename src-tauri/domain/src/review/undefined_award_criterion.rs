//! R10. An award criterion that cannot be used to compare tenders: no weight, or a scale that is not filled in.

use super::finding::{Finding, Severity};
use super::rule::Rule;
use super::view::{Ground, Stands, View};
use crate::catalogue::parameter::ParameterKind;
use crate::catalogue::theme::Placement;
use crate::requirements::values::missing;

/// What is found when an award criterion has no weight, or lacks values.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let criteria = view.standing.iter().filter(|stands| is_criterion(stands));
    criteria.filter_map(|stands| finding(stands, view)).collect()
}

/// Whether it is an award criterion, whose values are judged here and by nobody else.
pub fn is_criterion(stands: &Stands<'_>) -> bool {
    stands.entry.rules.placement == Placement::AwardCriterion
}

fn finding(stands: &Stands<'_>, view: &View<'_>) -> Option<Finding> {
    let lacking = missing(stands.entry, &stands.active.values, view.facts());
    let case = match (has_weight(stands), lacking.is_empty()) {
        (false, _) => "weight",
        (true, false) => "unfilled",
        (true, true) => return None,
    };
    let draft = view.about(stands, Rule::UndefinedAwardCriterion, case, Severity::Stop);
    let draft = draft.with("values", stands.labels(&lacking)).on_gaps(!lacking.is_empty());
    Some(draft.on(Ground::Law("award_criterion")))
}

/// A weight is a share of the points, or a sum that is taken off the price.
fn has_weight(stands: &Stands<'_>) -> bool {
    let weighs = |kind| matches!(kind, ParameterKind::Percent | ParameterKind::Money);
    stands.entry.rules.parameters.values().any(|parameter| weighs(parameter.kind))
}

#[cfg(test)]
mod tests {
    use crate::review::try_out::{choosing, codes, example, setting, with_rules};
    use serde_json::json;

    #[test]
    fn a_criterion_needs_its_scale() {
        let criterion = choosing(&example("it-system"), &["acc-award"]);
        assert_eq!(codes(&criterion, "R10"), ["R10 unfilled requirement acc-award stop"]);
        let scale = json!([["10", "Inga brister"]]);
        assert!(codes(&setting(&criterion, "acc-award", "scale", &scale), "R10").is_empty());
    }

    #[test]
    fn a_criterion_needs_its_weight() {
        let criterion = choosing(&example("it-system"), &["acc-award"]);
        let weightless = with_rules(criterion, "acc-award", |rules| rules.parameters.clear());
        assert_eq!(codes(&weightless, "R10"), ["R10 weight requirement acc-award stop"]);
    }
}
