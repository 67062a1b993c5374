//! R33. Places without relief when no candidate is proposed: the supplier answers for what others do.

use super::finding::{Finding, Severity};
use super::rule::Rule;
use super::view::{Ground, View};
use crate::catalogue::entry::Role;

/// What is found when places are asked for and nothing says what happens without a candidate.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let found = view.places_without(Role::NoCandidate).map(|stands| {
        let draft = view.about(stands, Rule::NoCandidateReliefMissing, "relief", Severity::Warning);
        draft.on(Ground::Law("principles"))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use crate::review::try_out::{choosing, codes, example, with_rules};

    #[test]
    fn places_come_with_relief_when_no_candidate_is_proposed() {
        let places = choosing(&example("stadning"), &["emp-internship", "emp-study-visit"]);
        assert!(codes(&places, "R33").is_empty());
        let harsh = with_rules(places, "gen-no-candidate", |rules| rules.role = None);
        assert_eq!(codes(&harsh, "R33"), ["R33 relief requirement emp-internship warning"]);
    }
}
