//! G05. What the law demands here is not among the requirements.

use super::finding::{Finding, Place, Severity};
use super::rule::Rule;
use super::view::{Ground, View};
use crate::catalogue::entry::Entry;

/// What is found when a duty by law does not stand.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let left = view.duties().filter(|entry| !view.stands(&entry.id) && !is_said_as_one(entry, view));
    left.map(|entry| finding(entry, view)).collect()
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
    use crate::review::try_out::{choosing, codes, example};

    #[test]
    fn what_the_law_demands_is_a_stop_until_it_is_chosen() {
        let clothes = example("arbetsklader");
        let duty = "G05 duty requirement lab-ilo stop".to_owned();
        assert!(codes(&clothes, "G05").contains(&duty));
        assert!(!codes(&choosing(&clothes, &["lab-ilo"]), "G05").contains(&duty));
    }

    #[test]
    fn accessibility_is_named_as_a_whole_when_it_is_silent_and_by_gap_when_it_is_not() {
        let system = example("it-system");
        assert!(codes(&system, "G05").is_empty(), "R18 says it");
        let begun = choosing(&system, &["acc-ict"]);
        assert_eq!(codes(&begun, "G05"), ["G05 duty requirement acc-documents stop"]);
    }
}
