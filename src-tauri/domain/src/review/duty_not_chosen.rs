//! G05. What the law demands here, or the officer has found to be needed, is not among the requirements.

use super::finding::{Finding, Place, Severity};
use super::rule::Rule;
use super::view::{Ground, View};
use crate::catalogue::entry::{Entry, Role};
use crate::catalogue::theme::Theme;
use crate::requirements::recommend::Standing;

/// What is found when a duty by law does not stand, or terms on pay that are needed and whose levels can be stated.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let left = view.duties().filter(|entry| !view.stands(&entry.id) && !is_said_as_one(entry, view));
    left.map(|entry| finding(entry, view)).chain(needed(view)).collect()
}

/// Where the law leaves the choice to the officer, who has answered that the terms are needed: a decision about the theme that
/// gives its reason says why they are left out all the same.
fn needed(view: &View<'_>) -> impl Iterator<Item = Finding> {
    let candidates = view.assessment.recommendations.iter().filter(|one| one.standing == Standing::Candidate);
    let entries = candidates.filter_map(|one| view.assessment.catalogue.entry(&one.entry));
    let terms = entries.filter(|entry| entry.rules.role == Some(Role::LabourTerms));
    terms.filter(|entry| !view.stands(&entry.id) && is_silent(entry.theme, view)).map(|entry| {
        let place = Place::Requirement(entry.id.clone());
        let draft = view.find(Rule::DutyNotChosen, "needed", Severity::Warning, place);
        draft.with("requirement", entry.title()).on(Ground::Law("labour_terms"))
    })
}

/// Whether a theme is decided, and no reason is given.
fn is_silent(theme: Theme, view: &View<'_>) -> bool {
    let mut themes = view.assessment.themes.iter();
    themes.any(|state| state.theme == theme && state.outcome.is_some() && state.reason.trim().is_empty())
}

/// R18 speaks of a theme that is silent as a whole, and takes the reasons for being so; here only a gap is named.
fn is_said_as_one(entry: &Entry, view: &View<'_>) -> bool {
    let silent = !view.facts().is("theme_has_specification");
    entry.is_accessibility_specification() && silent && view.demands_specifications()
}

fn finding(entry: &Entry, view: &View<'_>) -> Finding {
    let place = Place::Requirement(entry.id.clone());
    let draft = view.find(Rule::DutyNotChosen, "duty", Severity::Stop, place);
    let basis = entry.rules.legal_basis.iter().find(|basis| !view.named(basis).is_empty());
    draft.with("requirement", entry.title()).on(Ground::Law(basis.map_or("principles", |b| b)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Edit;
    use crate::requirements::decision::{Decision, Outcome};
    use crate::review::try_out::{answering, choosing, codes, doing, example, guards};
    use serde_json::json;

    #[test]
    fn what_the_law_demands_is_a_stop_until_it_is_chosen() {
        let clothes = example("arbetsklader");
        let duty = "G05 duty requirement lab-ilo stop".to_owned();
        assert!(codes(&clothes, "G05").contains(&duty));
        assert!(!codes(&choosing(&clothes, &["lab-ilo"]), "G05").contains(&duty));
    }

    /// The theme has ended as chosen by another requirement, and the terms that are needed are not read.
    #[test]
    fn terms_that_are_needed_are_missed_until_they_are_chosen_or_it_is_said_why_not() {
        let levels = json!({ "q17": { "pay_level": "yes", "levels": ["pay", "holiday", "hours"] } });
        let known = choosing(&answering(guards(), &levels), &["lab-exclusion"]);
        let reason = "Prövas i nästa avtal, när parterna har enats.".to_owned();
        let decision = Decision { outcome: Outcome::Chosen, reason };
        let said = doing(&known, &Edit::Decide { theme: Theme::LabourTerms, decision: Some(decision) });
        let missed = "G05 needed requirement lab-terms-voluntary warning";
        let cases = [
            (choosing(&guards(), &["lab-exclusion"]), None, "nobody knows the levels"),
            (answering(guards(), &levels), None, "the theme waits for its decision as a whole"),
            (known.clone(), Some(missed), "the exclusion alone"),
            (said, None, "the officer says why"),
            (choosing(&known, &["lab-terms-voluntary"]), None, "they are chosen"),
        ];
        for (project, found, why) in cases {
            assert_eq!(codes(&project, "G05").first().map(String::as_str), found, "{why}");
        }
    }

    #[test]
    fn accessibility_is_named_as_a_whole_when_it_is_silent_and_by_gap_when_it_is_not() {
        let system = example("it-system");
        assert!(codes(&system, "G05").is_empty(), "R18 says it");
        let begun = choosing(&system, &["acc-ict"]);
        assert_eq!(codes(&begun, "G05"), ["G05 duty requirement acc-documents stop"]);
    }
}
