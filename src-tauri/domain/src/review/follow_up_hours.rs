//! G01. More to follow up than there are hours for. Terms that nobody follows up are the commonest fault.

use super::finding::{Finding, Severity};
use super::rule::Rule;
use super::view::{Ground, View};
use crate::format;
use crate::text::Bilingual;

/// What is found when the requirements take more hours a year than were answered.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let Some(there_are) = view.facts().number("follow_up_hours") else { return Vec::new() };
    let needed: f64 = view.standing.iter().map(|stands| stands.entry.rules.follow_up_hours).sum();
    if needed <= there_are {
        return Vec::new();
    }
    let duties = view.duties().map(|entry| &entry.id).filter(|id| view.stands(id));
    let duties = view.assessment.catalogue.follow_up_hours(duties);
    let case = if duties > there_are { "duties" } else { "chosen" };
    let hours = |n: f64| Bilingual::each(|language| format::decimal(n, 1, language));
    let draft = view.find(Rule::FollowUpHours, case, Severity::Warning, view.question("follow_up_hours"));
    let draft =
        draft.with("needed", hours(needed)).with("hours", hours(there_are)).with("duties", hours(duties));
    vec![draft.on(Ground::Practice("principles"))]
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
