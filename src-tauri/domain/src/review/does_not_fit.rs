//! G08. A chosen requirement whose grounds are gone since answers or facts changed, or that excludes another.

use super::disproportionate::speaks_of;
use super::finding::{Finding, Severity};
use super::rule::Rule;
use super::view::{Ground, Stands, View};
use crate::requirements::misfit::unmet;
use crate::requirements::recommend::exclude_each_other;
use crate::text::Bilingual;

/// What is found when a requirement does not fit the procurement, or two do not fit each other.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let chosen: Vec<&Stands<'_>> = view.standing.iter().filter(|stands| !stands.active.companion).collect();
    let lost = chosen.iter().filter_map(|stands| without_grounds(stands, view));
    lost.chain(conflicts(&chosen, view)).collect()
}

fn without_grounds(stands: &Stands<'_>, view: &View<'_>) -> Option<Finding> {
    if speaks_of(stands, view) {
        return None;
    }
    let why = unmet(stands.entry, view.assessment);
    if why.is_empty() {
        return None;
    }
    let said = |language| why.iter().map(|text| text.of(language).clone()).collect::<Vec<_>>().join(" ");
    let draft = view.about(stands, Rule::DoesNotFit, "grounds", Severity::Warning);
    Some(draft.with("why", Bilingual::each(said)).on(Ground::Law("principles")))
}

/// Each requirement that excludes one that stands before it, with the first of those.
fn conflicts(chosen: &[&Stands<'_>], view: &View<'_>) -> Vec<Finding> {
    let first = |(i, later): (usize, &&Stands<'_>)| {
        let earlier = chosen[..i].iter().find(|other| clash(other, later))?;
        let draft = view.about(later, Rule::DoesNotFit, "conflict", Severity::Warning);
        Some(draft.with("other", earlier.name()).on(Ground::Law("principles")))
    };
    chosen.iter().enumerate().filter_map(first).collect()
}

/// R29 a speaks of a reservation beside a number.
fn clash(a: &Stands<'_>, b: &Stands<'_>) -> bool {
    let said = (a.reserves() && b.counts()) || (b.reserves() && a.counts());
    exclude_each_other(a.entry, b.entry) && !said
}

#[cfg(test)]
mod tests {
    use crate::review::try_out::{answering, choosing, codes, example, words};
    use serde_json::json;

    #[test]
    fn a_requirement_is_named_when_what_it_rests_on_is_gone() {
        let places = choosing(&example("stadning"), &["emp-internship"]);
        assert!(codes(&places, "G08").is_empty());
        let none = answering(places, &json!({ "q05": { "beginner_tasks": ["none"] } }));
        assert_eq!(codes(&none, "G08"), ["G08 grounds requirement emp-internship warning"]);
        assert!(
            words(&none, "G08").contains("förutsätter att det finns uppgifter"),
            "{}",
            words(&none, "G08")
        );
    }

    #[test]
    fn two_that_exclude_each_other_are_named_together() {
        let both = choosing(&example("stadning"), &["emp-internship", "emp-step"]);
        assert_eq!(codes(&both, "G08"), ["G08 conflict requirement emp-step warning"]);
    }
}
