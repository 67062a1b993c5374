//! R25. No provision is known for a requirement under this act and regime.

use super::finding::{Finding, Severity};
use super::rule::Rule;
use super::view::{Ground, Stands, View};

/// What is found when the legal bases of a requirement have no section here.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    if view.regime().is_none() {
        return Vec::new();
    }
    let groundless = view.standing.iter().filter(|stands| is_groundless(stands, view));
    groundless.map(|stands| finding(stands, view)).collect()
}

/// Sections that stand on a condition count here: whether it holds is a question of the facts, not of the act.
fn is_groundless(stands: &Stands<'_>, view: &View<'_>) -> bool {
    let bases = &stands.entry.rules.legal_basis;
    !bases.is_empty() && bases.iter().all(|basis| view.named(basis).is_empty())
}

fn finding(stands: &Stands<'_>, view: &View<'_>) -> Finding {
    let [act, regime] = view.act_and_regime();
    let draft = view.about(stands, Rule::WrongStatute, "no_section", Severity::Stop);
    draft.with(act.0, act.1).with(regime.0, regime.1).on(Ground::Law("principles"))
}

#[cfg(test)]
mod tests {
    use crate::review::try_out::{buying, choosing, codes, example};
    use serde_json::json;

    #[test]
    fn a_reservation_has_no_provision_below_the_threshold() {
        let reserved = choosing(&example("stadning"), &["res-418"]);
        assert!(codes(&reserved, "R25").is_empty());
        let small = buying(reserved, &json!({ "value_sek": 1_500_000, "option_value_sek": null }));
        assert_eq!(codes(&small, "R25"), ["R25 no_section requirement res-418 stop"]);
    }

    #[test]
    fn an_exclusion_ground_has_none_in_a_direct_award() {
        let excluding = choosing(&example("stadning"), &["lab-exclusion"]);
        assert!(codes(&excluding, "R25").is_empty());
        let direct = buying(excluding, &json!({ "value_sek": 600_000, "option_value_sek": null }));
        assert_eq!(codes(&direct, "R25"), ["R25 no_section requirement lab-exclusion stop"]);
    }
}
