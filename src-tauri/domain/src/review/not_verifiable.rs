//! R11. A requirement that cannot be shown or checked: it is met only by those who would have met it anyway.

use super::finding::{Finding, Severity};
use super::rule::Rule;
use super::undefined_award_criterion::is_criterion;
use super::view::{Ground, Stands, View};
use crate::catalogue::entry::EntryText;

/// The case of a requirement that nobody checks.
pub const FOLLOW_UP: &str = "follow_up";

/// What is found when a requirement names no evidence, or nobody who checks.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    view.standing.iter().flat_map(|stands| of(stands, view)).collect()
}

fn of(stands: &Stands<'_>, view: &View<'_>) -> Vec<Finding> {
    let unshown = (!is_shown(&stands.entry.text.sv)).then_some("evidence");
    let unchecked = (!is_followed_up(stands)).then_some(FOLLOW_UP);
    let severity = if is_criterion(stands) { Severity::Stop } else { Severity::Warning };
    let found = |case| view.about(stands, Rule::NotVerifiable, case, severity).on(Ground::Law("principles"));
    unshown.into_iter().chain(unchecked).map(found).collect()
}

fn is_shown(words: &EntryText) -> bool {
    !words.evidence_tender.trim().is_empty() || !words.evidence_contract.trim().is_empty()
}

/// Whether somebody checks it, at some time, in some way.
pub fn is_followed_up(stands: &Stands<'_>) -> bool {
    stands.entry.rules.follow_up.is_some() && !stands.entry.text.sv.follow_up.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use crate::review::try_out::{choosing, codes, example, with_rules, with_words};

    #[test]
    fn a_requirement_names_evidence_and_who_checks() {
        let visits = choosing(&example("stadning"), &["emp-study-visit"]);
        assert!(codes(&visits, "R11").is_empty());
        let unchecked = with_rules(visits.clone(), "emp-study-visit", |rules| rules.follow_up = None);
        assert_eq!(codes(&unchecked, "R11"), ["R11 follow_up requirement emp-study-visit warning"]);
        let unshown = with_words(visits, "emp-study-visit", |words| {
            words.evidence_tender.clear();
            words.evidence_contract.clear();
        });
        assert_eq!(codes(&unshown, "R11"), ["R11 evidence requirement emp-study-visit warning"]);
    }

    #[test]
    fn a_criterion_that_nobody_can_check_is_a_stop() {
        let criterion = choosing(&example("it-system"), &["acc-award"]);
        let unchecked = with_rules(criterion, "acc-award", |rules| rules.follow_up = None);
        assert_eq!(codes(&unchecked, "R11"), ["R11 follow_up requirement acc-award stop"]);
    }
}
