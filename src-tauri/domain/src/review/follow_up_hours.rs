//! G01. More to follow up than there are hours for. Terms that nobody follows up are the commonest fault.

use std::collections::BTreeSet;

use super::finding::{Finding, Severity};
use super::rule::Rule;
use super::view::{Ground, View};
use crate::format;
use crate::requirements::recommend::Standing;
use crate::text::Bilingual;

/// What is found when the requirements take more hours a year than were answered.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let Some(there_are) = view.facts().number("follow_up_hours") else { return Vec::new() };
    let needed: f64 = view.standing.iter().map(|stands| stands.entry.rules.follow_up_hours).sum();
    let duties = duty_hours(view);
    let case = if duties > there_are { "duties" } else { "chosen" };
    let hours = |n: f64| Bilingual::each(|language| format::decimal(n, 1, language));
    let draft = view.find(Rule::FollowUpHours, case, Severity::Warning, view.question("follow_up_hours"));
    let draft =
        draft.with("needed", hours(needed)).with("hours", hours(there_are)).with("duties", hours(duties));
    (needed > there_are).then(|| draft.on(Ground::Practice("principles"))).into_iter().collect()
}

/// Hours a year for what the law demands and is chosen, with what comes along.
fn duty_hours(view: &View<'_>) -> f64 {
    let catalogue = &view.assessment.catalogue;
    let duties = view.assessment.recommendations.iter().filter(|r| r.standing == Standing::Duty);
    let duties = duties.filter(|duty| view.stands(&duty.entry));
    let all: BTreeSet<_> = duties.flat_map(|duty| catalogue.with_companions(&duty.entry)).collect();
    all.iter().filter_map(|id| catalogue.entry(id)).map(|entry| entry.rules.follow_up_hours).sum()
}

#[cfg(test)]
mod tests {
    use crate::review::try_out::{answering, choosing, codes, example};
    use serde_json::json;

    #[test]
    fn the_hours_of_what_stands_are_held_against_the_answer() {
        let visits = choosing(&example("stadning"), &["emp-study-visit", "lab-terms-duty"]);
        let said = |hours| codes(&answering(visits.clone(), &json!({ "q35": hours })), "G01");
        assert!(said(json!(100)).is_empty());
        assert_eq!(said(json!(26)), ["G01 chosen question q35 warning"]);
        assert_eq!(said(json!(5)), ["G01 duties question q35 warning"], "duties alone are too much");
        assert!(said(json!({ "unknown": "" })).is_empty(), "what nobody knows is asked about, not judged");
    }
}
